//! `untidy-name`: names with blanks at their edges, or doubled.

use rokade_core::entry::StatedName;
use rokade_core::finding::{At, Cause, Label, Severity};
use rokade_core::ids::Subject;
use rokade_core::name::is_tidy;
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "untidy-name",
    family: Family::File,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::New,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a chart: a line for each would hide what matters.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let names = context.chart.entries().names();
    let mut untidy: Vec<StatedName<'_>> = names
        .filter(|name| !is_tidy(name.text) && !context.is_faulty(&name.subject))
        .collect();
    untidy.sort_by(|a, b| (&a.subject, a.key, a.item).cmp(&(&b.subject, b.key, b.item)));
    let mut members = Vec::new();
    let mut labels = Vec::new();
    let side = sink.side();
    for name in untidy {
        if let Some(member) = sink.member(name.subject.clone(), name.key, Quantity::ONE) {
            labels.push(Label {
                at: At::Place(side, name.place()),
                text: "label",
                data: indexmap::IndexMap::new(),
            });
            members.push(member);
        }
    }
    if labels.is_empty() {
        return;
    }
    let subjects: Vec<Subject> = members
        .iter()
        .map(|member| member.subject.clone())
        .collect();
    // Several other names of one thing are one member.
    members.dedup();
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .set("names", labels.len())
        .things("things", side, subjects)
        .members(members);
    for label in labels {
        draft = draft.label(label);
    }
    sink.report(draft);
}
