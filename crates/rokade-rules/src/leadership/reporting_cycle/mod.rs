//! `reporting-cycle`: posts that report to each other in a ring, or to themselves.

use rokade_core::chart::{StaffView, Superior};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "reporting-cycle",
    family: Family::Leadership,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut seen = vec![false; context.chart.staff().len()];
    for post in context.chart.staff_by_id() {
        if let Some(ring) = ring(post, &mut seen) {
            // A ring that was there, however many posts it has, is not new.
            let members: Vec<Member> = ring
                .iter()
                .filter_map(|post| sink.member(post.id().subject(), "", Quantity::ONE))
                .collect();
            if !members.is_empty() {
                let draft = one_ring(sink.side(), &ring).members(members);
                sink.report(draft);
            }
        }
    }
}

/// The ring that a post leads up to, from its least member upwards, unless it has been seen.
///
/// Every post has one superior, so going upwards comes to the top, to what was seen, or round.
#[expect(clippy::indexing_slicing, reason = "there is a place for each post")]
fn ring<'c>(post: StaffView<'c>, seen: &mut [bool]) -> Option<Vec<StaffView<'c>>> {
    let mut way: Vec<StaffView<'c>> = Vec::new();
    let mut at = post;
    while !std::mem::replace(&mut seen[at.position()], true) {
        way.push(at);
        match at.superior() {
            Superior::Post(superior) => at = superior,
            _ => return None,
        }
    }
    let start = way.iter().position(|post| *post == at)?;
    let mut ring = way.split_off(start);
    let (least, _) = ring.iter().enumerate().min_by_key(|(_, post)| post.id())?;
    ring.rotate_left(least);
    Some(ring)
}

fn one_ring(side: Side, ring: &[StaffView<'_>]) -> Draft {
    let subjects: Vec<Subject> = ring.iter().map(|post| post.id().subject()).collect();
    let names = ring
        .iter()
        .chain(ring.first())
        .map(|post| rokade_core::chart::Named::name(post).to_owned())
        .collect::<Vec<String>>()
        .join(" → ");
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, subjects.clone()))
        .things("staff", side, subjects)
        .set("ring", names)
        .word(
            "kind",
            match ring.len() {
                1 => "self",
                2 => "two",
                _ => "ring",
            },
        )
        .posts(ring.iter().map(|post| post.count()).sum());
    // What is stated can be mended, and comes first; the rest follows from heads.
    let stated = |post: &StaffView<'_>| post.entry().reports_to.is_some();
    let (stated, by_default): (Vec<StaffView<'_>>, Vec<StaffView<'_>>) =
        ring.iter().copied().partition(stated);
    for post in stated {
        let path = ["reports_to".into()];
        draft = draft
            .at(side, post.id().subject(), path, "label")
            .label_set("superior", superior_name(post));
    }
    for post in by_default {
        draft = draft
            .at(side, post.id().subject(), ["unit".into()], "label")
            .label_set("superior", superior_name(post));
    }
    draft
}

fn superior_name(post: StaffView<'_>) -> &str {
    match post.superior() {
        Superior::Post(superior) => superior
            .entry()
            .title
            .as_deref()
            .unwrap_or(superior.id().as_str()),
        _ => "",
    }
}
