//! How a proposal is heard, decided and carried out, and the bodies that take part.

use super::build::{Chart, key_at};
use super::names::Named;
use super::unit::UnitView;
use crate::date::DateSpan;
use crate::entry::{BodyEntry, BodyKind, ClarifiedBy, Process, StepEntry, StepKind};
use crate::ids::{BodyId, Id, StepId, Subject};

/// A body of a chart: who is heard, who decides, who asks.
#[derive(Clone, Copy)]
pub struct BodyView<'c> {
    chart: &'c Chart,
    ix: u32,
}

/// A step of the process.
#[derive(Clone, Copy)]
pub struct StepView<'c> {
    chart: &'c Chart,
    ix: usize,
}

/// The process of a chart.
#[derive(Clone, Copy)]
pub struct ProcessView<'c> {
    chart: &'c Chart,
}

impl Chart {
    /// Every body, in the order of the file.
    pub fn bodies(&self) -> impl ExactSizeIterator<Item = BodyView<'_>> {
        (0..self.entries.bodies.len() as u32).map(|ix| BodyView { chart: self, ix })
    }

    /// The body of an id.
    pub fn body(&self, id: &BodyId) -> Option<BodyView<'_>> {
        let ix = self.entries.bodies.get_index_of(id)? as u32;
        Some(BodyView { chart: self, ix })
    }

    /// How it is heard, decided and carried out.
    pub fn process(&self) -> ProcessView<'_> {
        ProcessView { chart: self }
    }

    /// The step of an id.
    pub(super) fn step_of(&self, id: &str) -> Option<StepView<'_>> {
        let named = |step: &StepView<'_>| step.id().is_some_and(|own| own.as_str() == id);
        self.process().steps().find(named)
    }
}

impl<'c> UnitView<'c> {
    /// The bodies that speak for it, or for a unit that it stands under.
    pub fn bodies(self) -> impl Iterator<Item = BodyView<'c>> {
        let chart = self.chart;
        let bodies = self.line().flat_map(move |unit| chart.covered_by(unit.ix));
        bodies.map(move |&ix| BodyView { chart, ix })
    }
}

impl<'c> BodyView<'c> {
    /// Its id.
    pub fn id(self) -> &'c BodyId {
        key_at(&self.chart.entries.bodies, self.ix)
    }

    /// What was written of it.
    pub fn entry(self) -> &'c BodyEntry {
        &self.chart.entries.bodies[self.ix as usize].value
    }

    /// The units it speaks for that are there, without those below them.
    pub fn covers(self) -> impl Iterator<Item = UnitView<'c>> {
        let chart = self.chart;
        let covers = self.entry().covers.iter();
        covers.filter_map(move |id| chart.unit(id))
    }

    /// Whether it is a body of ours: not stated as external, and not for another organisation's
    /// units alone.
    pub fn is_ours(self) -> bool {
        let mut covers = self.covers().peekable();
        self.entry().kind != Some(BodyKind::External)
            && (covers.peek().is_none() || covers.any(|unit| !unit.is_external()))
    }
}

impl<'c> ProcessView<'c> {
    /// What was written of it.
    pub fn entry(self) -> &'c Process {
        &self.chart.entries.process
    }

    /// Whether the chart says anything of it.
    pub fn is_stated(self) -> bool {
        *self.entry() != Process::default()
    }

    /// Every step, in the order of the file.
    pub fn steps(self) -> impl ExactSizeIterator<Item = StepView<'c>> {
        let chart = self.chart;
        (0..self.entry().steps.len()).map(move |ix| StepView { chart, ix })
    }

    /// The day of the decision, as far as it is known: as stated; where nothing is, the last of
    /// the steps that decide.
    pub fn decided(self) -> Option<DateSpan> {
        match self.entry().decision.as_ref().and_then(|d| d.date) {
            Some(date) => known(Some(date)),
            None => self.deciding_step().and_then(StepView::end),
        }
    }

    /// The step that decides, the last one where there are several; none where the day of the
    /// decision is stated by itself.
    pub fn deciding_step(self) -> Option<StepView<'c>> {
        let stated = self.entry().decision.as_ref().and_then(|d| d.date);
        let deciding = self
            .steps()
            .filter(|step| stated.is_none() && step.kind() == Some(StepKind::Decision));
        deciding
            .filter_map(|step| Some((step.end()?, step)))
            .max_by_key(|(date, step)| (date.last(), date.first(), step.id()))
            .map(|(_, step)| step)
    }

    /// Whether a body decides, or takes one of the decisions on the way.
    pub fn is_decided_by(self, body: &BodyId) -> bool {
        let decides = |step: StepView<'_>| {
            step.kind() == Some(StepKind::Decision) && step.entry().body.as_ref() == Some(body)
        };
        let decision = self.entry().decision.as_ref();
        decision.and_then(|d| d.body.as_ref()) == Some(body) || self.steps().any(decides)
    }

    /// The day it takes effect, as far as it is known.
    pub fn effective(self) -> Option<DateSpan> {
        known(self.entry().effective)
    }

    /// When every member of staff is to know where they go, for each organisation or for all,
    /// by the organisation's name; as stated, `unknown` too.
    pub fn clarified_by(self) -> Vec<(Option<&'c str>, DateSpan)> {
        match &self.entry().clarified_by {
            None => Vec::new(),
            Some(ClarifiedBy::Date(date)) => vec![(None, *date)],
            Some(ClarifiedBy::PerOrganization(dates)) => {
                let mut dates: Vec<(Option<&str>, DateSpan)> = dates
                    .iter()
                    .map(|(name, date)| (Some(name.as_str()), *date))
                    .collect();
                dates.sort_by_key(|(name, _)| *name);
                dates
            }
        }
    }
}

impl<'c> StepView<'c> {
    /// Its id; a step that lacks one has a fault, and is a step all the same.
    pub fn id(self) -> Option<&'c StepId> {
        self.entry().id.as_ref()
    }

    /// What was written of it.
    pub fn entry(self) -> &'c StepEntry {
        &self.chart.entries.process.steps[self.ix]
    }

    /// What kind of step it is.
    pub fn kind(self) -> Option<StepKind> {
        self.entry().kind
    }

    /// The body it is with.
    pub fn body(self) -> Option<BodyView<'c>> {
        self.chart.body(self.entry().body.as_ref()?)
    }

    /// Its first day, as far as it is known.
    pub fn start(self) -> Option<DateSpan> {
        known(self.entry().from.or(self.entry().date))
    }

    /// Its last day, as far as it is known. One that only begins may end at any time.
    pub fn end(self) -> Option<DateSpan> {
        known(self.entry().to.or(self.entry().date))
    }

    /// What it is called: its own name, else that of the body it is with.
    pub fn own_name(self) -> Option<&'c str> {
        let name = self
            .entry()
            .name
            .as_deref()
            .filter(|n| !n.trim().is_empty());
        name.or_else(|| {
            let body = self.body()?;
            Some(body.entry().name.as_deref().unwrap_or(body.id().as_str()))
        })
    }

    /// The steps it comes after.
    pub fn after(self) -> impl Iterator<Item = StepView<'c>> {
        self.named(&self.entry().after)
    }

    /// The steps it runs at the same time as.
    pub fn parallel_with(self) -> impl Iterator<Item = StepView<'c>> {
        self.named(&self.entry().parallel_with)
    }

    fn named(self, ids: &'c [StepId]) -> impl Iterator<Item = StepView<'c>> {
        let chart = self.chart;
        ids.iter().filter_map(move |id| chart.step_of(id.as_str()))
    }
}

/// A date, where somebody knows it.
fn known(date: Option<DateSpan>) -> Option<DateSpan> {
    date.filter(|date| !date.is_unknown())
}

impl Named for BodyView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let body = *self;
        let name = body.entry().name.as_deref();
        name.map_or(body.id().as_str(), str::trim)
    }
}

impl std::fmt::Debug for BodyView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "body {}", self.id())
    }
}

impl std::fmt::Debug for StepView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "step {:?}", self.id())
    }
}
