//! `dependent-unit`: a unit under one that it must be independent of.

use rokade_core::chart::UnitView;
use rokade_core::finding::{Cause, Severity};
use rokade_core::ids::{Id, Kind};
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "dependent-unit",
    family: Family::Leadership,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::Units,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding for each unit that is not independent.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let units = context.chart.units_by_id();
    for unit in units.filter(|unit| !unit.is_external()) {
        let independent_of = &unit.entry().independent_of;
        let mut above: Vec<UnitView<'_>> = independent_of
            .iter()
            .filter_map(|id| context.chart.unit(id))
            .filter(|other| *other != unit && unit.is_within(*other))
            .collect();
        // The nearest first, each once however often it is listed.
        above.sort_by_key(|above| std::cmp::Reverse(above.depth()));
        above.dedup();
        // Under more of them than before is new.
        let many = Quantity::exact(u32::try_from(above.len()).unwrap_or(u32::MAX));
        let Some(nearest) = above.first() else {
            continue;
        };
        let Some(member) = sink.member(unit.id().subject(), "", many) else {
            continue;
        };
        let side = sink.side();
        let subject = unit.id().subject();
        // Where the line could be cut: just below the nearest of them.
        let cut = unit.line().find(|unit| unit.parent() == Some(*nearest));
        let draft = Draft::new(Cause::itself(subject.clone()))
            .member(member)
            .thing("unit", side, subject.clone())
            .things(
                "above",
                side,
                above.iter().map(|above| above.id().subject()),
            )
            .things(
                "through",
                side,
                cut.filter(|cut| *cut != unit).map(|cut| cut.id().subject()),
            )
            .posts(unit.posts_below())
            .at(side, subject, ["independent_of".into()], "label");
        sink.report(match cut {
            Some(cut) => draft.at(side, cut.id().subject(), ["parent".into()], "label-parent"),
            None => draft,
        });
    }
}
