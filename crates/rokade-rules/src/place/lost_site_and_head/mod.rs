//! `lost-site-and-head`: those who sat together under one head lose both.

use std::collections::BTreeSet;

use rokade_core::chart::Chart;
use rokade_core::entry::Strength;
use rokade_core::finding::{Severity, Side};
use rokade_core::ids::{Id, Kind, Subject, UnitId};

use crate::place::lost::{Lost, lost};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "lost-site-and-head",
    family: Family::Place,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Places,
    replaces: &[
        "left-neighbours",
        "distant-management",
        "broken-co-location",
    ],
    follows: &[Kind::Unit, Kind::Staff, Kind::Function, Kind::Site],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a co-location or interface; the interfaces of those that a co-location is about
/// stand on its line.
#[expect(
    clippy::indexing_slicing,
    reason = "what is told is named by its place"
)]
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut told: Vec<(Lost<'_>, BTreeSet<Subject>)> = Vec::new();
    for one in lost(context) {
        let same = told.iter().position(|(other, _)| {
            // Further pairs of one interface are one line, and so is a pair said already.
            other.subject == one.subject || one.pairs.is_subset(&other.pairs)
        });
        match same {
            Some(at) => {
                let (other, subjects) = &mut told[at];
                other.strength = other.strength.or(one.strength);
                subjects.insert(one.subject);
            }
            None => told.push((one, BTreeSet::new())),
        }
    }
    for (one, more) in told {
        sink.report(one_line(context, &one, more));
    }
}

fn one_line(context: &PairContext<'_>, one: &Lost<'_>, more: BTreeSet<Subject>) -> Draft {
    let (before, levels_before) = (one.head.before, one.head.levels_before);
    let now = one.head.now;
    let post = |chart: &Chart, unit: &UnitId| {
        let post = chart.unit(unit)?.head().post()?;
        Some(post.id().subject())
    };
    let co_location = one.subject.kind == Kind::CoLocation;
    let draft = if co_location {
        // That it breaks is an error, and is no less when the head is lost as well.
        one.parting.draft(context).severity(Severity::Error)
    } else {
        let draft = one.parting.facts(context).word("stated", "both");
        let draft = draft
            .member(member(Side::Base, one.subject.clone(), one.parting.apart()))
            .part(&*one.subject.id);
        let draft = one.parting.label_movers(draft);
        draft.at(Side::Base, one.subject.clone(), [], "label-interface")
    };
    let mut draft = draft
        .members(
            more.into_iter()
                .map(|subject| member(Side::Base, subject, one.parting.apart())),
        )
        .word(
            "strength",
            match one.strength {
                Some(Strength::Daily) => "daily",
                Some(Strength::Weekly) => "weekly",
                Some(Strength::Monthly) => "monthly",
                None => "not-stated",
            },
        )
        .thing("unit_before", Side::Base, before.id().subject())
        .things("head_before", Side::Base, post(context.base, before.id()))
        .things(
            "unit_now",
            Side::Revision,
            now.map(|(unit, _)| unit.id().subject()),
        )
        .things(
            "head_now",
            Side::Revision,
            now.and_then(|(unit, _)| post(context.revision, unit.id())),
        )
        .set("levels_before", levels_before)
        .set("levels_now", now.map_or(0, |(_, levels)| levels));
    if let Some((unit, _)) = now {
        draft = draft.at(
            Side::Revision,
            unit.id().subject(),
            ["head".into()],
            "label-head-now",
        );
    }
    draft.at(
        Side::Base,
        before.id().subject(),
        ["head".into()],
        "label-head",
    )
}
