//! `site-over-capacity`: more posts are based at a site than it has workplaces.

use std::cmp::Reverse;

use rokade_core::chart::{Named, SiteView, StaffView};
use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::{Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "site-over-capacity",
    family: Family::Place,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Places,
    replaces: &[],
    follows: &[Kind::Site],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// How many groups at a site a finding points at; the data has them all.
const LABELLED: usize = 4;

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut uncounted: Vec<Subject> = Vec::new();
    for site in context.chart.sites_by_id() {
        // A site whose workplaces nobody has counted is as silent as one without.
        let Some(capacity) = site
            .entry()
            .capacity
            .filter(|capacity| !capacity.is_unknown())
        else {
            continue;
        };
        if context.is_faulty(&site.subject()) {
            continue;
        }
        let based = site.posts();
        let Some(certainty) = based.exceeds(capacity) else {
            continue;
        };
        // Anything can be above a limit when nobody knows how much it is.
        if certainty == Certainty::Possible && based.high().is_none() {
            uncounted.push(site.subject());
            continue;
        }
        over(sink, site, based, capacity, certainty);
    }
    if !uncounted.is_empty() {
        let sites = Value::Things(sink.side(), uncounted);
        sink.not_judged("not-judged", [("sites", sites)]);
    }
}

fn over(
    sink: &mut Sink<'_>,
    site: SiteView<'_>,
    based: Quantity,
    capacity: Quantity,
    certainty: Certainty,
) {
    let over = based.less(capacity);
    // Fewer workplaces for the same posts are as much worse as more posts.
    let Some(member) = sink.member(site.subject(), "", over) else {
        return;
    };
    let chart = sink.side();
    let mut groups: Vec<StaffView<'_>> = site.staff().collect();
    let end = |q: Quantity| q.high().unwrap_or(i64::MAX);
    groups.sort_by_key(|post| (Reverse((end(post.count()), post.count().low())), post.id()));
    let amounts = groups
        .iter()
        .map(|post| (post.subject(), post.count()))
        .collect();
    let mut draft = Draft::new(Cause::itself(site.subject()))
        .certainty(certainty)
        .member(member)
        .posts(based)
        .thing("site", chart, site.subject())
        .set("capacity", capacity)
        .set("over", over)
        .set("staff", Value::Amounts(chart, amounts))
        .at(chart, site.subject(), ["capacity".into()], "label");
    for post in groups.into_iter().take(LABELLED) {
        draft = draft
            .at(chart, post.subject(), [], "label-staff")
            .label_set("count", post.count());
    }
    sink.report(draft);
}
