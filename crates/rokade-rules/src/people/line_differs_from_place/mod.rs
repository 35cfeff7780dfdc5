//! `line-differs-from-place`: posts whose head, or professional lead, is at another site.

use std::collections::BTreeMap;

use rokade_core::chart::{SiteView, StaffView, Superior};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Value};
use rokade_core::ids::{Id, Kind, SiteId, StaffId, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "line-differs-from-place",
    family: Family::People,
    severity: Severity::Warning,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// Posts at one site that are led from another by one post.
#[derive(Default)]
struct Led {
    members: Vec<Member>,
    by_head: bool,
    by_lead: bool,
}

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut led: BTreeMap<(&StaffId, &SiteId), Led> = BTreeMap::new();
    let mut posts: Vec<StaffView<'_>> = context.chart.staff().collect();
    posts.sort_by_key(|post| post.id());
    for post in posts {
        // A head sits where its own unit needs it, and external units are not ours to judge.
        if post.is_head() || post.unit().is_none_or(|unit| unit.is_external()) {
            continue;
        }
        let Some(site) = post.site() else { continue };
        let head = match post.superior() {
            Superior::Post(head) => elsewhere(head, site),
            _ => None,
        };
        let lead = post
            .professional_lead()
            .and_then(|lead| elsewhere(lead, site));
        for (leader, by_head) in [(head, true), (lead, false)] {
            let Some(leader) = leader else { continue };
            let part = if by_head { "head" } else { "professional-lead" };
            let Some(member) = sink.member(post.id().subject(), part, post.count()) else {
                continue;
            };
            let led = led.entry((leader.id(), site.id())).or_default();
            led.by_head |= by_head;
            led.by_lead |= !by_head;
            led.members.push(member);
        }
    }
    for ((leader, site), led) in led {
        report(context, sink, leader, site, led);
    }
}

/// A leader who is based at another site.
fn elsewhere<'c>(leader: StaffView<'c>, site: SiteView<'c>) -> Option<StaffView<'c>> {
    leader.site().is_some_and(|at| at != site).then_some(leader)
}

fn report(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    leader: &StaffId,
    site: &SiteId,
    led: Led,
) {
    let side = sink.side();
    let groups: BTreeMap<Subject, Quantity> = led
        .members
        .iter()
        .map(|m| (m.subject.clone(), m.amount))
        .collect();
    let posts: Quantity = groups.values().copied().sum();
    let leader_site = context.chart.post(leader).and_then(StaffView::site);
    let mut draft = Draft::new(Cause::new(
        CauseKind::Itself,
        [leader.subject(), site.subject()],
    ))
    .thing("leader", side, leader.subject())
    .thing("site", side, site.subject())
    .set(
        "staff",
        Value::Amounts(side, groups.clone().into_iter().collect()),
    )
    .word(
        "line",
        match (led.by_head, led.by_lead) {
            (true, true) => "both",
            (true, false) => "head",
            _ => "professional-lead",
        },
    )
    .posts(posts);
    if let Some(leader_site) = leader_site {
        draft = draft.thing("leader_site", side, leader_site.id().subject());
    }
    for subject in groups.into_keys() {
        draft = draft.at(side, subject, [], "label");
    }
    sink.report(
        draft
            .members(led.members)
            .at(side, leader.subject(), [], "label-leader"),
    );
}
