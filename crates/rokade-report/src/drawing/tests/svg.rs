//! What is in a picture, read back from its XML.

use quick_xml::events::Event;

/// An element with what it says right in it.
#[derive(Debug, Default, Clone)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) text: String,
}

impl Element {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(super) fn has_class(&self, class: &str) -> bool {
        let classes = self.get("class").unwrap_or_default();
        classes.split(' ').any(|one| one == class)
    }
}

/// Every element, in order; it is well-formed XML, or the test fails. What stands in a `tspan` counts
/// as the text of its parent too.
pub(super) fn elements(xml: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut all, mut open): (Vec<Element>, Vec<usize>) = Default::default();
    let say = |all: &mut Vec<Element>, open: &[usize], text: &str| {
        for &at in open.iter().rev() {
            all[at].text.push_str(text);
            if all[at].name != "tspan" {
                break;
            }
        }
    };
    loop {
        let event = reader.read_event().expect("it is well formed");
        let is_start = matches!(event, Event::Start(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.expect("it is well formed");
                    let value = attribute.value.as_ref();
                    (attribute.key.as_ref().to_owned(), value.to_owned())
                });
                let element = Element {
                    name: tag.name().as_ref().to_owned(),
                    attributes: attributes.collect(),
                    text: String::new(),
                };
                if is_start {
                    open.push(all.len());
                }
                all.push(element);
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Text(text) => say(&mut all, &open, &text),
            Event::GeneralRef(name) => {
                let text = match name.resolve_char_ref().expect("it is well formed") {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(name.as_ref())
                        .expect("it is an entity of XML")
                        .to_owned(),
                };
                say(&mut all, &open, &text);
            }
            Event::Eof => return all,
            event => panic!("nothing else is in a picture: {event:?}"),
        }
    }
}

/// The lines of text that are seen.
pub(super) fn seen(elements: &[Element]) -> Vec<&str> {
    let texts = elements.iter().filter(|element| element.name == "text");
    texts.map(|element| element.text.as_str()).collect()
}

/// A text without what lines are broken at.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What no picture in a page has: a script, a style of its own, anything that is loaded.
pub(super) fn assert_harmless(elements: &[Element]) {
    const KNOWN: [&str; 9] = [
        "div", "svg", "title", "desc", "g", "rect", "path", "text", "tspan",
    ];
    for element in elements {
        assert!(KNOWN.contains(&element.name.as_str()), "{element:?}");
        for (name, value) in &element.attributes {
            assert!(
                name != "style" && !name.starts_with("on") && !name.contains("href"),
                "{element:?}"
            );
            assert!(!value.contains("url("), "{element:?}");
        }
    }
}
