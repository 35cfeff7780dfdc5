//! `pathway-gap`: a step of a target group's pathway that nobody is responsible for.

use std::collections::BTreeMap;

use rokade_core::chart::{FunctionView, GroupView};
use rokade_core::finding::{Cause, Severity};
use rokade_core::ids::{FunctionId, Id};
use rokade_core::quantity::Quantity;

use crate::responsibility::holding::{LABELLED, citizens, performed_by, performers, with_citizens};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "pathway-gap",
    family: Family::Citizens,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::Citizens,
    // The same lack, told of those who fall into it.
    replaces: &["unassigned-responsibility"],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a function. Where two charts are compared, what is new is said by
/// `unassigned-responsibility`, which knows who was responsible.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    if context.base.is_some() {
        return;
    }
    let mut gaps: BTreeMap<&FunctionId, (FunctionView<'_>, Vec<GroupView<'_>>)> = BTreeMap::new();
    for group in context.chart.groups() {
        if context.is_faulty(&group.id().subject()) {
            continue;
        }
        for step in group.pathway() {
            if step.is_held(None, Some(group)) || context.is_faulty(&step.id().subject()) {
                continue;
            }
            let (_, groups) = gaps.entry(step.id()).or_insert((step, Vec::new()));
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
    }
    for (step, mut groups) in gaps.into_values() {
        groups.sort_unstable();
        gap(context, sink, step, &groups);
    }
}

fn gap(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    step: FunctionView<'_>,
    groups: &[GroupView<'_>],
) {
    let subject = step.id().subject();
    let amount = Quantity::exact(u32::try_from(groups.len()).unwrap_or(u32::MAX));
    let Some(member) = sink.member(subject.clone(), "", amount) else {
        return;
    };
    let side = sink.side();
    let citizens = citizens(context.chart, groups.iter().map(|group| group.id()));
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .member(member)
        .thing("function", side, subject.clone())
        .things(
            "groups",
            side,
            groups.iter().map(|group| group.id().subject()),
        )
        .set("citizens_in_groups", citizens.unwrap_or(Quantity::UNKNOWN))
        .word(
            "citizens_are",
            match citizens {
                Some(_) => "known",
                None => "unknown",
            },
        )
        .at(side, subject, [], "label");
    for group in groups.iter().take(LABELLED) {
        draft = draft.at(
            side,
            group.id().subject(),
            ["pathway".into()],
            "label-group",
        );
    }
    let draft = performed_by(draft, side, performers(step));
    sink.report(with_citizens(draft, citizens));
}
