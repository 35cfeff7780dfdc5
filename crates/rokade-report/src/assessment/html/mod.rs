//! An assessment as a page that stands by itself: read in a browser, on a telephone and on paper.
//!
//! The conclusion stands first. With one proposal each part of the assessment is a section; with
//! several each proposal is a chapter of sections, and what is of all of them follows. All of it
//! is there without the script, which only lets a reader choose among the findings.

mod basis;
mod conclusion;
mod departments;
mod diagrams;
mod findings;
mod hearing;
mod questions;
mod together;
mod units;

use std::io::Write;

use maud::{Markup, html};
use rokade_core::words::WordsError;

use super::view::{Proposed, View};
use crate::drawing::FIGURE_STYLE;
use crate::escape;
use crate::format::RenderError;
use crate::html::{Page, Text, document, heading};

/// How an assessment looks, beyond every page.
const STYLE: &str = include_str!("assessment.css");

/// Lets a reader choose among the findings, and opens what is folded before it is printed.
const SCRIPT: &str = include_str!("filter.js");

/// A part of the page that the contents lead to.
struct Section {
    id: String,
    heading: String,
    class: &'static str,
    body: Markup,
    /// The ids and headings of the parts of it.
    below: Vec<(String, String)>,
}

impl Section {
    fn new(id: String, heading: String, body: Markup) -> Self {
        Section {
            id,
            heading,
            class: "",
            body,
            below: Vec::new(),
        }
    }

    fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    fn markup(&self, level: u8) -> Markup {
        self.headed(level, &self.heading)
    }

    /// With another heading than the contents have.
    fn headed(&self, level: u8, text: &str) -> Markup {
        let class = (!self.class.is_empty()).then_some(self.class);
        html! {
            section class=[class] {
                (heading(level, Some(&self.id), &html! { (Text(text)) }))
                (self.body)
            }
        }
    }
}

/// Prints an assessment as HTML.
pub(super) fn render(view: &View<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    let title = view.title()?;
    let style = [STYLE, FIGURE_STYLE, &running_heads(view, &title)?].concat();
    let text = document(&Page {
        language: view.assessment.language,
        title: &title,
        style: &style,
        script: Some(SCRIPT),
        body: &body(view)?,
    });
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// What stands at the edges of each page that is printed: what it is, and the number of the page.
fn running_heads(view: &View<'_>, title: &str) -> Result<String, WordsError> {
    let organization = view.assessment.organization.as_deref().unwrap_or_default();
    let page = view.word("page-of")?;
    let boxes = format!(
        "@top-left {{ content: \"{}\"; }} @top-right {{ content: \"{}\"; }} @bottom-right {{ content: \"{} \" counter(page) \" / \" counter(pages); }}",
        escape::css(title),
        escape::css(organization),
        escape::css(&page),
    );
    Ok(format!("@page {{ {boxes} }}\n@page wide {{ {boxes} }}\n"))
}

fn body(view: &View<'_>) -> Result<Markup, WordsError> {
    let sections = sections(view)?;
    let conclusion = conclusion::section(view)?;
    let contents = std::iter::once(&conclusion).chain(&sections);
    Ok(html! {
        a.skip href="#indhold" { (Text(&view.word("skip")?)) }
        (head(view)?)
        main #indhold tabindex="-1" {
            (conclusion.markup(2))
            (nav(&view.word("contents")?, contents))
            @for section in &sections { (section.markup(2)) }
        }
        (foot(view)?)
    })
}

fn head(view: &View<'_>) -> Result<Markup, WordsError> {
    let assessment = view.assessment;
    let title = match &view.proposals[..] {
        [one] => one.proposal.title.clone(),
        all => view.say("heading-all", &[("n", all.len().into())])?,
    };
    Ok(html! {
        header.top {
            h1 {
                span.kicker { (Text(&view.word("kicker")?)) }
                " "
                span { (Text(&title)) }
            }
            @if let Some(organization) = &assessment.organization { p { (Text(organization)) } }
        }
    })
}

fn nav<'s>(label: &str, sections: impl Iterator<Item = &'s Section>) -> Markup {
    html! {
        nav.contents aria-labelledby="oversigt" {
            h2 #oversigt { (Text(label)) }
            ul {
                @for section in sections {
                    li {
                        a href={ "#" (section.id) } { (Text(&section.heading)) }
                        @if !section.below.is_empty() {
                            ul { @for (id, heading) in &section.below {
                                li { a href={ "#" (id) } { (Text(heading)) } }
                            } }
                        }
                    }
                }
            }
        }
    }
}

fn foot(view: &View<'_>) -> Result<Markup, WordsError> {
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    Ok(html! {
        footer.note {
            p { (Text(&view.word("limits")?)) }
            @if view.assessment.hides_small_groups { p { (Text(&view.word("small-groups")?)) } }
            p { (Text(&view.say("made-by", &version)?)) }
        }
    })
}

/// All that follows the conclusion, in the order of the page.
fn sections(view: &View<'_>) -> Result<Vec<Section>, WordsError> {
    if let [only] = &view.proposals[..] {
        let mut sections = before_hearing(view, only, 3)?;
        sections.extend(hearing::section(view)?);
        sections.push(findings::section(view, only, 3)?);
        sections.push(measures(view)?);
        sections.extend(basis::sections(view, only, 3)?);
        return Ok(sections);
    }
    let mut sections = Vec::new();
    for one in &view.proposals {
        let mut parts = before_hearing(view, one, 4)?;
        parts.push(findings::section(view, one, 4)?);
        parts.extend(basis::sections(view, one, 4)?);
        let values = [
            ("mark", one.mark.into()),
            ("title", one.proposal.title.as_str().into()),
        ];
        // The contents have the parts below their proposal; on paper a part can be far from it.
        let mut headed = Vec::new();
        for part in &parts {
            let text = view.of_proposal(one, part.heading.clone())?;
            headed.push(part.headed(3, &text));
        }
        let body = html! { @for part in &headed { (part) } };
        let below = parts.into_iter().map(|part| (part.id, part.heading));
        sections.push(Section {
            below: below.collect(),
            ..Section::new(one.id("forslag"), view.say("proposal", &values)?, body).class("chapter")
        });
    }
    sections.extend(hearing::section(view)?);
    sections.push(measures(view)?);
    Ok(sections)
}

/// What is told of a proposal before the hearing; `level` is that of the headings in sections.
fn before_hearing(
    view: &View<'_>,
    one: &Proposed<'_>,
    level: u8,
) -> Result<Vec<Section>, WordsError> {
    let mut sections = Vec::new();
    sections.extend(basis::balance(view, one)?);
    sections.push(diagrams::section(view, one)?);
    sections.extend(together::section(view, one)?);
    sections.push(units::section(view, one, level)?);
    sections.push(questions::section(view, one, level)?);
    Ok(sections)
}

/// The measures, which are of all proposals.
fn measures(view: &View<'_>) -> Result<Section, WordsError> {
    let part = crate::comparison::part(&view.assessment.comparison, 3)?;
    let heading = view.word("measures")?;
    Ok(Section::new("noegletal".to_owned(), heading, part.measures))
}
