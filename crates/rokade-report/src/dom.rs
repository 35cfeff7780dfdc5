//! What a browser makes of a page, for tests: its elements in the order of the page.

use std::rc::Rc;

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes.
    pub(crate) attributes: Vec<(String, String)>,
    /// The text of it and of all below it.
    pub(crate) text: String,
    /// The names of those that it stands in, the nearest first.
    pub(crate) within: Vec<String>,
    /// The names of those that stand in it directly.
    pub(crate) children: Vec<String>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(other, _)| other == name)?;
        Some(&found.1)
    }

    /// Whether it has a class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|one| one == class)
    }

    /// Its name and the names of its attributes: what makes a page do something.
    pub(crate) fn shape(&self) -> (String, Vec<String>) {
        let names = self.attributes.iter().map(|(name, _)| name.clone());
        (self.name.clone(), names.collect())
    }
}

/// Every element of a page.
pub(crate) fn elements(page: &str) -> Vec<Element> {
    let dom =
        html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page);
    let mut elements = Vec::new();
    let mut left: Vec<(Handle, Rc<[String]>)> = vec![(dom.document.clone(), Rc::new([]))];
    while let Some((node, within)) = left.pop() {
        let mut below = within.clone();
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs.borrow();
            let attributes = attributes
                .iter()
                .map(|one| (one.name.local.to_string(), one.value.to_string()));
            let name = name.local.to_string();
            let children = node.children.borrow();
            let children = children.iter().filter_map(|child| match &child.data {
                NodeData::Element { name, .. } => Some(name.local.to_string()),
                _ => None,
            });
            elements.push(Element {
                attributes: attributes.collect(),
                text: text(&node),
                within: within.to_vec(),
                children: children.collect(),
                name: name.clone(),
            });
            below = std::iter::once(name)
                .chain(within.iter().cloned())
                .collect();
        }
        let children = node.children.borrow();
        left.extend(
            children
                .iter()
                .rev()
                .map(|child| (child.clone(), below.clone())),
        );
    }
    elements
}

fn text(node: &Handle) -> String {
    let mut text = String::new();
    let mut left = vec![node.clone()];
    while let Some(node) = left.pop() {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&contents.borrow());
        }
        left.extend(node.children.borrow().iter().rev().cloned());
    }
    text
}
