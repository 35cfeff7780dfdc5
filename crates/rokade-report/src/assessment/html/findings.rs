//! Everything that is found: how much it matters, what holds, why, where that stands, and what
//! can be done; with a choice among them by unit and by severity, for those whose browser runs it.

use maud::{Markup, html};
use rokade_core::finding::Severity;
use rokade_core::quantity::Certainty;
use rokade_core::words::WordsError;

use super::Section;
use super::departments;
use crate::assessment::view::{Proposed, Reason, Told, View};
use crate::html::{Text, heading};

pub(super) fn section(
    view: &View<'_>,
    one: &Proposed<'_>,
    level: u8,
) -> Result<Section, WordsError> {
    let body = if one.proposal.report.findings.is_empty() {
        html! { p { (Text(&view.word("findings-none")?)) } }
    } else {
        html! {
            (legend(view)?)
            (departments::table(view, one)?)
            (choice(view, one)?)
            (list(view, one, level)?)
        }
    };
    let body = html! { (body) (withheld(view, one, level)?) };
    Ok(Section::new(one.id("fund"), view.word("findings")?, body))
}

/// How much a finding matters: a shape and a word.
pub(super) fn severity(
    view: &View<'_>,
    severity: Severity,
    certainty: Certainty,
) -> Result<Markup, WordsError> {
    let word = view.severity(severity, certainty)?;
    Ok(html! {
        span class={ "badge severity-" (severity.name()) } { (shape(severity)) (Text(&word)) }
    })
}

/// A shape for each severity, for those who see no colours: it says nothing that the word beside
/// it does not.
fn shape(severity: Severity) -> Markup {
    let path = match severity {
        Severity::Error => "M4 0h4l4 4v4l-4 4H4L0 8V4z",
        Severity::Warning => "M6 0l6 12H0z",
        Severity::Note => "M6 0a6 6 0 1 0 0 12A6 6 0 1 0 6 0z",
    };
    html! { svg.shape aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" { path d=(path) {} } }
}

fn legend(view: &View<'_>) -> Result<Markup, WordsError> {
    let mut lines = Vec::new();
    for of in Severity::ALL.into_iter().rev() {
        let text = view.word(&format!("legend-{}", of.name()))?;
        let badge = severity(view, of, Certainty::Certain)?;
        lines.push(html! { li { (badge) " " (Text(&text)) } });
    }
    Ok(html! {
        ul.legend { @for line in &lines { (line) } }
        p.note { (Text(&view.word("legend-possible")?)) }
    })
}

/// The choice among findings. It is there for the script to show: without it, all are.
fn choice(view: &View<'_>, one: &Proposed<'_>) -> Result<Markup, WordsError> {
    let told = one
        .told
        .iter()
        .filter(|told| matches!(told, Told::Finding(_)));
    let all = told.count();
    let shown = view.say("filter-shown", &[("n", "{n}".into()), ("all", all.into())])?;
    let (unit_id, list_id) = (one.id("vaelg-enhed"), one.id("liste"));
    let mut severities = Vec::new();
    for of in Severity::ALL.into_iter().rev() {
        severities.push((of.name(), severity(view, of, Certainty::Certain)?));
    }
    let units = one.proposal.units.iter().enumerate();
    let units = units.filter(|(_, unit)| unit.findings.iter().any(|&at| one.tells(at)));
    Ok(html! {
        form.filter hidden autocomplete="off" data-list=(list_id) data-shown=(Text(&shown)) {
            fieldset {
                legend { (Text(&view.of(one, "filter")?)) }
                div {
                    label for=(unit_id) { (Text(&view.word("filter-unit")?)) }
                    select id=(unit_id) {
                        option value="" { (Text(&view.word("all-units")?)) }
                        @for (at, unit) in units { option value=(at) { (Text(&unit.name)) } }
                    }
                }
                div role="group" aria-label=(Text(&view.word("filter-severity")?)) {
                    @for (value, badge) in &severities {
                        label.check { input type="checkbox" value=(value) checked; (badge) }
                    }
                }
                button type="reset" { (Text(&view.word("filter-all")?)) }
            }
            p role="status" {}
        }
    })
}

fn list(view: &View<'_>, one: &Proposed<'_>, level: u8) -> Result<Markup, WordsError> {
    let mut groups: Vec<(Option<String>, Vec<Markup>)> = Vec::new();
    for told in &one.told {
        let item = match told {
            Told::Group(group) => {
                groups.push((Some(view.group(*group)?), Vec::new()));
                continue;
            }
            Told::Finding(at) => finding(view, one, *at)?,
            Told::More(title, n) => {
                let values = [("n", (*n).into()), ("title", (*title).into())];
                let text = view.say("more-of-rule", &values)?;
                html! { li.more { p { (Text(&text)) } } }
            }
        };
        if groups.is_empty() {
            groups.push((None, Vec::new()));
        }
        if let Some((_, items)) = groups.last_mut() {
            items.push(item);
        }
    }
    Ok(html! {
        div #(one.id("liste")) {
            @for (head, items) in &groups {
                div.group {
                    @if let Some(head) = head { (heading(level, None, &html! { (Text(head)) })) }
                    ul.findings { @for item in items { (item) } }
                }
            }
        }
    })
}

#[expect(
    clippy::indexing_slicing,
    reason = "the number is that of a finding of this very report"
)]
fn finding(view: &View<'_>, one: &Proposed<'_>, at: usize) -> Result<Markup, WordsError> {
    let finding = &one.proposal.report.findings[at];
    let number = [("number", one.number(at).into())];
    let units: Vec<String> = one.units_of(at).iter().map(ToString::to_string).collect();
    let (reasons, left_out) = view.reasons(one, finding)?;
    let more = match left_out {
        0 => None,
        n => Some(view.framed("more-places", &[("places", n.into())])?),
    };
    let allowed = match &finding.allowed {
        Some(allowed) => Some(view.allowed(allowed)?),
        None => None,
    };
    // What is allowed needs no mending.
    let help = finding.help.as_ref().filter(|_| allowed.is_none());
    Ok(html! {
        li.finding id=(one.id_of("fund", at)) data-severity=(finding.severity.name()) data-units=(units.join(" ")) {
            p.what {
                (severity(view, finding.severity, finding.certainty)?)
                " "
                span.note { (Text(&view.say("finding-number", &number)?)) " · " (Text(&finding.title)) }
            }
            p.message { (Text(&finding.message)) }
            @if let Some(allowed) = &allowed {
                p { strong { (Text(&view.word("allowed")?)) } " " (Text(allowed)) }
            }
            @if let Some(help) = help {
                p { strong { (Text(&view.word("help")?)) } " " (Text(help)) }
            }
            @if let Some(members) = view.members(finding) {
                p.note { strong { (Text(&view.word("members")?)) } " " (Text(&members)) }
            }
            @if !reasons.is_empty() {
                div.reasons {
                    p { strong { (Text(&view.word("reason")?)) } }
                    ul {
                        @for one in &reasons { li { (reason(one)) } }
                        @if let Some(more) = &more { li { (Text(more)) } }
                    }
                }
            }
        }
    })
}

fn reason(reason: &Reason<'_>) -> Markup {
    html! {
        (Text(reason.text))
        @if !reason.places.is_empty() {
            " " span.place { "(" (Text(&reason.places.join("; "))) ")" }
        }
    }
}

/// What is found, and cannot be told in numbers.
fn withheld(view: &View<'_>, one: &Proposed<'_>, level: u8) -> Result<Markup, WordsError> {
    if one.proposal.withheld.is_empty() {
        return Ok(html! {});
    }
    let mut lines = Vec::new();
    for withheld in &one.proposal.withheld {
        let values = [
            ("title", withheld.title.as_str().into()),
            ("n", withheld.findings.into()),
        ];
        lines.push(view.say("withheld-one", &values)?);
    }
    let head = view.word("withheld")?;
    Ok(html! {
        (heading(level, None, &html! { (Text(&head)) }))
        p { (Text(&view.word("withheld-lead")?)) }
        ul { @for line in &lines { li { (Text(line)) } } }
    })
}
