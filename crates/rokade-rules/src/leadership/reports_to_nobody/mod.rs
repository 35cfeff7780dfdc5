//! `reports-to-nobody`: posts that are to report to a post that has ended or that nobody is in.

use std::collections::BTreeMap;

use rokade_core::chart::{StaffView, Superior};
use rokade_core::finding::{Cause, Member, Severity, Value};
use rokade_core::ids::{Id, Kind, StaffId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::people::most_first;
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "reports-to-nobody",
    family: Family::Leadership,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding for each post that is reported to, with its reports.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut by_superior: BTreeMap<&StaffId, Vec<Member>> = BTreeMap::new();
    for post in context.chart.staff_by_id() {
        let Some(stated) = &post.entry().reports_to else {
            continue;
        };
        if is_nobody(post) && post.count().high() != Some(0) {
            let member = sink.member(post.id().subject(), "", post.count());
            by_superior.entry(stated).or_default().extend(member);
        }
    }
    for (superior, members) in by_superior {
        if !members.is_empty() {
            report(context, sink, superior, members);
        }
    }
}

/// Whether a stated superior is not there. The head of a unit where nobody is, is told as that,
/// with those who wait.
fn is_nobody(post: StaffView<'_>) -> bool {
    match post.superior() {
        Superior::Ended => true,
        Superior::Post(superior) => !superior.is_filled() && !superior.is_head(),
        Superior::Waiting(_) | Superior::Top | Superior::NotStated => false,
    }
}

fn report(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    superior: &StaffId,
    members: Vec<Member>,
) {
    let side = sink.side();
    let staff = most_first(members.iter().map(|m| (m.subject.clone(), m.amount)));
    let posts: Quantity = staff.iter().map(|(_, posts)| *posts).sum();
    let is_there = context.chart.post(superior).is_some();
    let mut draft = Draft::new(Cause::itself(superior.subject()))
        .thing("superior", side, superior.subject())
        .word("why", if is_there { "unfilled" } else { "ended" })
        .set("staff", Value::Amounts(side, staff))
        .certainty(if posts.low() > 0 || posts.is_unknown() {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
        .posts(posts);
    for member in &members {
        let subject = member.subject.clone();
        draft = draft.at(side, subject, ["reports_to".into()], "label");
    }
    if is_there {
        draft = draft.at(
            side,
            superior.subject(),
            ["filled".into()],
            "label-unfilled",
        );
    }
    sink.report(draft.members(members));
}
