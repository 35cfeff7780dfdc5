//! `line-differs-from-place`: posts whose head, or professional lead, is at another site.

use std::collections::BTreeMap;

use rokade_core::chart::{SiteView, StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Value};
use rokade_core::ids::{Id, Kind, SiteId, StaffId, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::people::most_first;
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "line-differs-from-place",
    family: Family::People,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

const HEAD: &str = "head";
const PROFESSIONAL_LEAD: &str = "professional-lead";

/// Posts at one site that are led from another by one post; a group can be there twice.
type Led<'c> = BTreeMap<(&'c StaffId, &'c SiteId), Vec<Member>>;

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut led = Led::new();
    for post in context.chart.staff_by_id() {
        // A head sits where its own unit needs it, and external units are not ours to judge.
        if post.is_head() || post.unit().is_none_or(UnitView::is_external) {
            continue;
        }
        let Some(site) = post.site() else { continue };
        let head = match post.superior() {
            Superior::Post(head) => Some(head),
            _ => None,
        };
        let leaders = [(HEAD, head), (PROFESSIONAL_LEAD, post.professional_lead())];
        for (part, leader) in leaders {
            let Some(leader) = leader.and_then(|leader| elsewhere(leader, site)) else {
                continue;
            };
            let member = sink.member(post.id().subject(), part, post.count());
            let members = led.entry((leader.id(), site.id())).or_default();
            members.extend(member);
        }
    }
    for ((leader, site), members) in led {
        if !members.is_empty() {
            report(context, sink, leader, site, members);
        }
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
    at: &SiteId,
    members: Vec<Member>,
) {
    let side = sink.side();
    let by = |part: &str| -> BTreeMap<Subject, Quantity> {
        let of_part = members.iter().filter(|member| member.part == part);
        of_part.map(|m| (m.subject.clone(), m.amount)).collect()
    };
    let (as_head, professionally) = (by(HEAD), by(PROFESSIONAL_LEAD));
    let mut groups = as_head.clone();
    groups.extend(professionally.clone());
    let posts: Quantity = groups.values().sum();
    let leader_site = context.chart.post(leader).and_then(StaffView::site);
    let cause = Cause::new(CauseKind::Itself, [leader.subject(), at.subject()]);
    let mut draft = Draft::new(cause)
        .thing("leader", side, leader.subject())
        .thing("site", side, at.subject())
        .set("staff", Value::Amounts(side, most_first(groups.clone())))
        .set("by_head", as_head.values().sum::<Quantity>())
        .set(
            "by_professional_lead",
            professionally.values().sum::<Quantity>(),
        )
        .word(
            "line",
            match (as_head.is_empty(), professionally.is_empty()) {
                (_, true) => HEAD,
                (true, false) => PROFESSIONAL_LEAD,
                (false, false) if as_head == professionally => "both",
                (false, false) => "either",
            },
        )
        .certainty(if posts.low() > 0 {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
        .posts(posts);
    if let Some(leader_site) = leader_site {
        draft = draft.thing("leader_site", side, leader_site.id().subject());
    }
    for subject in groups.into_keys() {
        draft = draft.at(side, subject, ["site".into()], "label");
    }
    sink.report(
        draft
            .members(members)
            .at(side, leader.subject(), [], "label-leader"),
    );
}
