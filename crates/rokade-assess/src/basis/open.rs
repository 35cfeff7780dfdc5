//! What nobody knows or has decided: one sentence for each kind of thing, with the names.

use indexmap::IndexSet;
use rokade_core::chart::{Chart, Entrance, HeadState, Holder, Named, ParentState, Placement};
use rokade_core::date::DateSpan;
use rokade_core::entry::{OpenEntry, OrUndecided};
use rokade_core::finding::Value;
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use crate::Input;
use crate::process::Steps;
use crate::tongue::Tongue;

/// All that is open in the revision, and what could not be judged for want of it.
pub(super) fn unknowns(input: &Input<'_>, tongue: &Tongue<'_>) -> Result<Vec<String>, WordsError> {
    let open = Open {
        chart: input.revision,
        tongue,
        steps: Steps::new(input)?,
    };
    let mut told = Vec::new();
    let decisions = open.decisions();
    if !decisions.is_empty() {
        told.push(tongue.say("open", &[("decisions", Value::Texts(decisions))])?);
    }
    let named = [
        ("undecided-units", open.units()),
        ("undecided-posts", open.posts()),
        ("undecided-responsibilities", open.responsibilities()),
        ("undecided-sites", open.sites()),
        ("undecided-entrances", open.entrances()),
        ("heads-not-stated", open.heads()),
        ("unknown-posts", open.unknown_posts()),
        ("unknown-citizens", open.unknown_citizens()),
        ("unknown-enquiries", open.unknown_enquiries()),
        ("unknown-cases", open.unknown_cases()),
    ];
    for (key, names) in named {
        told.extend(open.say(key, names)?);
    }
    told.extend(open.dates()?);
    // What could not be judged may be told already.
    let mut known: IndexSet<String> = told.into_iter().collect();
    known.extend(input.report.not_judged.iter().cloned());
    Ok(known.into_iter().collect())
}

struct Open<'a> {
    chart: &'a Chart,
    tongue: &'a Tongue<'a>,
    steps: Steps<'a>,
}

impl Open<'_> {
    fn say(&self, key: &str, mut names: Vec<String>) -> Result<Option<String>, WordsError> {
        names.sort();
        names.dedup();
        if names.is_empty() {
            return Ok(None);
        }
        let values = [("names", Value::Names(names))];
        self.tongue.say(key, &values).map(Some)
    }

    /// Decisions that are still to be made, in their own words, or by what they are about.
    fn decisions(&self) -> Vec<String> {
        let open = self.chart.entries().open.values();
        let told = open.map(|open| self.decision(&open.value));
        told.filter(|text| !text.is_empty()).collect()
    }

    fn decision(&self, open: &OpenEntry) -> String {
        let text = open.text.as_deref().map_or("", str::trim);
        if !text.is_empty() {
            return self.tongue.speaker.quoted(text);
        }
        let about = open.about.as_ref().map(|about| self.tongue.about(about));
        self.tongue.speaker.list(about.unwrap_or_default())
    }

    fn units(&self) -> Vec<String> {
        let units = self.chart.units();
        let units = units.filter(|unit| unit.parent_state() == ParentState::Undecided);
        units.map(|unit| unit.name().to_owned()).collect()
    }

    fn posts(&self) -> Vec<String> {
        let posts = self.chart.staff();
        let posts = posts.filter(|post| post.placement() == Placement::Undecided);
        posts.map(|post| post.name().to_owned()).collect()
    }

    fn responsibilities(&self) -> Vec<String> {
        let functions = self.chart.functions();
        let functions = functions.filter(|function| {
            let mut cells = function.cells();
            cells.any(|cell| cell.holder == Holder::Undecided)
        });
        functions.map(|one| one.name().to_owned()).collect()
    }

    fn sites(&self) -> Vec<String> {
        let units = self.chart.units();
        let units = units.filter(|unit| unit.entry().site == Some(OrUndecided::Undecided));
        let units = units.map(|unit| unit.name().to_owned());
        let posts = self.chart.staff();
        let posts = posts.filter(|post| post.entry().site == Some(OrUndecided::Undecided));
        units
            .chain(posts.map(|post| post.name().to_owned()))
            .collect()
    }

    fn entrances(&self) -> Vec<String> {
        let groups = self.chart.groups();
        let groups = groups.filter(|group| group.entrance() == Entrance::Undecided);
        groups.map(|group| group.name().to_owned()).collect()
    }

    /// Of other organisations nobody asks who leads them.
    fn heads(&self) -> Vec<String> {
        let units = self.chart.units().filter(|unit| !unit.is_external());
        let units = units.filter(|unit| unit.head() == HeadState::NotStated);
        units.map(|unit| unit.name().to_owned()).collect()
    }

    fn unknown_posts(&self) -> Vec<String> {
        let posts = self.chart.staff().filter(|post| post.count().is_unknown());
        posts.map(|post| post.name().to_owned()).collect()
    }

    fn unknown_citizens(&self) -> Vec<String> {
        let groups = self.chart.groups();
        let groups = groups.filter(|group| group.citizens().is_some_and(Quantity::is_unknown));
        groups.map(|group| group.name().to_owned()).collect()
    }

    fn unknown_enquiries(&self) -> Vec<String> {
        let functions = self.chart.functions().filter(|function| {
            let volume = function.entry().volume.as_ref();
            let enquiries = volume.and_then(|volume| volume.enquiries);
            enquiries.is_some_and(Quantity::is_unknown)
        });
        functions.map(|one| one.name().to_owned()).collect()
    }

    fn unknown_cases(&self) -> Vec<String> {
        let functions = self.chart.functions().filter(|function| {
            let mut cells = function.cells();
            cells.any(|cell| cell.cases.is_some_and(Quantity::is_unknown))
        });
        functions.map(|one| one.name().to_owned()).collect()
    }

    /// Days that are stated to be unknown.
    fn dates(&self) -> Result<Vec<String>, WordsError> {
        let is_unknown = |date: Option<DateSpan>| date.is_some_and(DateSpan::is_unknown);
        let process = self.chart.process();
        let mut told = Vec::new();
        let decision = process.entry().decision.as_ref();
        if is_unknown(decision.and_then(|decision| decision.date)) && process.decided().is_none() {
            told.push(self.tongue.say("unknown-decision", &[])?);
        }
        if is_unknown(process.entry().effective) {
            told.push(self.tongue.say("unknown-effective", &[])?);
        }
        let mut clarified = process.clarified_by().into_iter();
        if clarified.any(|(_, date)| date.is_unknown()) {
            told.push(self.tongue.say("unknown-clarified", &[])?);
        }
        let steps = process.steps().filter(|step| {
            let entry = step.entry();
            [entry.date, entry.from, entry.to]
                .into_iter()
                .any(is_unknown)
        });
        let steps = steps.map(|step| self.steps.name(step));
        let steps: Vec<String> = steps.collect::<Result<_, _>>()?;
        told.extend(self.say("unknown-steps", steps)?);
        let units = self
            .chart
            .units()
            .filter(|unit| is_unknown(unit.entry().until));
        let units: Vec<String> = units.map(|unit| unit.name().to_owned()).collect();
        told.extend(self.say("unknown-until", units)?);
        Ok(told)
    }
}
