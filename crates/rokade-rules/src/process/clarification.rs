//! When staff are told their place: by a day for all, by one for each organisation, or in steps
//! of the process. It reports nothing.

use rokade_change::{PostFate, StaffChange};
use rokade_core::chart::{Chart, ProcessView, StepView};
use rokade_core::date::DateSpan;
use rokade_core::entry::StepKind;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::Quantity;
use rokade_core::span::PathStep;

use crate::process::steps::{Step, named};
use crate::rule::{ChartContext, Draft};

/// A day by which staff are to know their place.
#[derive(Debug, Clone)]
pub(super) struct Deadline<'c> {
    /// The organisation it is for, as written; none is all.
    pub(super) of: Option<&'c str>,
    /// The day.
    pub(super) date: DateSpan,
}

/// The days that are stated and known, by organisation.
pub(super) fn deadlines(process: ProcessView<'_>) -> Vec<Deadline<'_>> {
    let stated = process.clarified_by().into_iter();
    stated
        .filter(|(_, date)| !date.is_unknown())
        .map(|(of, date)| Deadline { of, date })
        .collect()
}

/// The steps in which staff are told their place, by id.
pub(super) fn tellings(process: ProcessView<'_>) -> Vec<Step<'_>> {
    let mut steps = named(process);
    steps
        .retain(|(_, step): &(Subject, StepView<'_>)| step.kind() == Some(StepKind::Clarification));
    steps
}

impl Deadline<'_> {
    /// What the organisation is called: a unit, the organisation of the chart, or as written.
    fn name(&self, chart: &Chart) -> Option<String> {
        let id = self.of?;
        let organization = chart.entries().header.organization.as_ref();
        let own = organization.filter(|own| own.id.as_ref().is_some_and(|own| own.as_str() == id));
        let name = own.and_then(|own| own.name.as_deref());
        let unit = Subject::new(Kind::Unit, id);
        Some(name.unwrap_or_else(|| chart.name_of(&unit)).to_owned())
    }

    /// What of the chart it is.
    pub(super) fn part(&self) -> String {
        match self.of {
            Some(of) => format!("clarified_by {of}"),
            None => "clarified_by".to_owned(),
        }
    }

    /// Points at the day.
    pub(super) fn label(&self, draft: Draft, side: Side, text: &'static str) -> Draft {
        let chart = Subject::chart();
        let (process, key) = (PathStep::from("process"), PathStep::from("clarified_by"));
        let draft = match self.of {
            Some(of) => draft.at(side, chart, [process, key, of.into()], text),
            None => draft.at(side, chart, [process, key], text),
        };
        draft.label_set("date", self.date)
    }
}

/// Says which deadlines these are: the one for all, or those of some organisations.
pub(super) fn told(draft: Draft, chart: &Chart, deadlines: &[Deadline<'_>]) -> Draft {
    let all = deadlines.iter().find(|deadline| deadline.of.is_none());
    let each = deadlines
        .iter()
        .filter_map(|deadline| Some((deadline.name(chart)?, deadline.date)));
    draft
        .word(
            "deadline",
            match (all, deadlines.is_empty()) {
                (Some(_), _) => "all",
                (None, false) => "each",
                (None, true) => "none",
            },
        )
        .set("by", all.map_or(DateSpan::UNKNOWN, |all| all.date))
        .set("organizations", Value::DatedTexts(each.collect()))
}

/// The posts that something happens to, where the chart is compared with what it was.
pub(super) fn affected(context: &ChartContext<'_>) -> Option<Quantity> {
    let (_, changes) = context.base?;
    // Of charts that do not line up nobody can say who moves.
    if changes.lineage.staff.gate().is_shut() || changes.lineage.units.gate().is_shut() {
        return None;
    }
    let touched = |change: &&StaffChange| {
        change.fate != PostFate::Stayed || change.site_changed || change.unit_changed
    };
    let posts = changes.posts(changes.staff.iter().filter(touched));
    (posts.high() != Some(0)).then_some(posts)
}
