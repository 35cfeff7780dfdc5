//! A rule's page as plain paragraphs, for readers that show no Markdown.

/// What stands under a heading; the first is the page's own.
struct Section<'p> {
    heading: &'p str,
    paragraphs: Vec<String>,
}

/// The paragraphs under a page's own heading: what the rule finds.
pub(super) fn what(page: &str) -> String {
    let sections = sections(page, None);
    let paragraphs = sections.into_iter().take(1);
    paragraphs
        .flat_map(|section| section.paragraphs)
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// All before the examples, which begin at a heading.
pub(super) fn help(page: &str, examples: &str) -> String {
    let mut paragraphs = Vec::new();
    for (at, section) in sections(page, Some(examples)).into_iter().enumerate() {
        if at > 0 {
            paragraphs.push(section.heading.to_owned());
        }
        paragraphs.extend(section.paragraphs);
    }
    paragraphs.join("\n\n")
}

fn sections<'p>(page: &'p str, until: Option<&str>) -> Vec<Section<'p>> {
    let mut sections: Vec<Section<'p>> = Vec::new();
    let mut goes_on = false;
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ").or(line.strip_prefix("# ")) {
            if Some(heading) == until {
                break;
            }
            sections.push(Section {
                heading,
                paragraphs: Vec::new(),
            });
            goes_on = false;
            continue;
        }
        let Some(section) = sections.last_mut() else {
            continue;
        };
        let text = line.trim().replace(['`', '*'], "");
        // An item of a list stands by itself.
        let is_item = text.starts_with("- ");
        match section.paragraphs.last_mut() {
            _ if text.is_empty() => {}
            Some(paragraph) if goes_on && !is_item => {
                paragraph.push(' ');
                paragraph.push_str(&text);
            }
            _ => section.paragraphs.push(text.clone()),
        }
        goes_on = !text.is_empty();
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# moved-unit\n\nEn enhed får en ny\noverordnet (`parent`).\n\n## Hvorfor\n\n\
                        Derfor:\n- ét\n- to\n  mere\n\nOg *så*.\n\n## Giver fund\n\n```yaml\na: 1\n```\n";

    #[test]
    fn a_page_is_told_without_markup() {
        assert_eq!(what(PAGE), "En enhed får en ny overordnet (parent).");
        assert_eq!(
            help(PAGE, "Giver fund"),
            "En enhed får en ny overordnet (parent).\n\nHvorfor\n\nDerfor:\n\n- ét\n\n- to mere\n\nOg så."
        );
    }
}
