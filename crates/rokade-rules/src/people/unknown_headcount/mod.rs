//! `unknown-headcount`: groups whose number of posts is unknown, where something depends on it.

use std::collections::BTreeSet;

use rokade_core::chart::{StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, Member, Severity};
use rokade_core::ids::{Id, Kind, StaffId, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unknown-headcount",
    family: Family::People,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::New,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What can depend on how many the posts are.
const DEPENDENTS: [&str; 4] = ["function", "span", "capacity", "competence"];

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut depends: BTreeSet<&str> = BTreeSet::new();
    let mut found: Vec<(&StaffId, Member)> = Vec::new();
    for post in context.chart.staff_by_id() {
        if !post.count().is_unknown() {
            continue;
        }
        let of_post = depends_on(post);
        if of_post.is_empty() {
            continue;
        }
        if let Some(member) = sink.member(post.id().subject(), "", Quantity::UNKNOWN) {
            depends.extend(of_post);
            found.push((post.id(), member));
        }
    }
    if found.is_empty() {
        return;
    }
    let side = sink.side();
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .things("staff", side, found.iter().map(|(id, _)| id.subject()))
        .posts(Quantity::UNKNOWN);
    for dependent in DEPENDENTS {
        let is_so = depends.contains(dependent);
        draft = draft.word(dependent, if is_so { "yes" } else { "no" });
    }
    for (id, _) in &found {
        draft = draft.at(side, id.subject(), ["count".into()], "label");
    }
    sink.report(draft.members(found.into_iter().map(|(_, member)| member)));
}

/// Another organisation's numbers decide nothing of ours.
fn depends_on(post: StaffView<'_>) -> Vec<&'static str> {
    if post.unit().is_some_and(UnitView::is_external) {
        return Vec::new();
    }
    let is_led = matches!(post.superior(), Superior::Post(_)) || post.professional_lead().is_some();
    let has_capacity = post
        .site()
        .is_some_and(|site| site.entry().capacity.is_some());
    let has_competence = !post.entry().competences.is_empty();
    let so = [
        post.performs().len() > 0,
        is_led,
        has_capacity,
        has_competence,
    ];
    let each = DEPENDENTS.into_iter().zip(so);
    each.filter_map(|(dependent, so)| so.then_some(dependent))
        .collect()
}
