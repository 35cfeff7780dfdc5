//! How much is found in each part of an organisation too large for all of it to be told: by the
//! units of the top levels, each with all that stands below it.

use indexmap::IndexMap;
use maud::{Markup, html};
use rokade_core::drawing::{DrawnUnit, OrgChart};
use rokade_core::finding::{Severity, Side};
use rokade_core::ids::Kind;
use rokade_core::report::ReportFinding;
use rokade_core::words::WordsError;

use crate::assessment::view::{Proposed, View};
use crate::drawing::{departments, is_large};
use crate::html::Text;

/// The table; nothing of an organisation that is drawn whole.
pub(super) fn table(view: &View<'_>, one: &Proposed<'_>) -> Result<Markup, WordsError> {
    let proposal = one.proposal;
    if ![&proposal.before, &proposal.after]
        .into_iter()
        .any(is_large)
    {
        return Ok(html! {});
    }
    let rows = Parts::new(one).counted();
    let name = view.word("column-part")?;
    let mut heads = Vec::new();
    for severity in SEVERITIES {
        heads.push(view.word(&format!("column-{}", severity.name()))?);
    }
    let elsewhere = view.word("no-part")?;
    Ok(html! {
        table.stacked.parts {
            caption { (Text(&view.of(one, "findings-by-part")?)) }
            thead { tr {
                th scope="col" { (Text(&name)) }
                @for head in &heads { th scope="col" { (Text(head)) } }
            } }
            tbody {
                @for (part, counts) in &rows {
                    tr {
                        th scope="row" { (Text(part.as_deref().unwrap_or(&elsewhere))) }
                        @for (head, n) in heads.iter().zip(counts) { td data-label=(Text(head)) { (n) } }
                    }
                }
            }
        }
        p.note { (Text(&view.word("findings-by-part-note")?)) }
    })
}

/// As they stand in the table.
const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// How many findings there are of each severity.
type Counts = [usize; 3];

/// The parts of an organisation, before and after.
struct Parts<'a> {
    one: &'a Proposed<'a>,
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
    places: [IndexMap<&'a str, usize>; 2],
}

impl<'a> Parts<'a> {
    fn new(one: &'a Proposed<'a>) -> Self {
        let proposal = one.proposal;
        let places = [&proposal.before, &proposal.after].map(|chart| {
            let units = chart.units.iter().enumerate();
            units.map(|(at, unit)| (unit.id.as_str(), at)).collect()
        });
        let [before, after] = departments([&proposal.before, &proposal.after]);
        Parts {
            one,
            before,
            after,
            places,
        }
    }

    /// The parts of which something is found, in the order of the charts, and last what is of none.
    #[expect(
        clippy::indexing_slicing,
        reason = "there is one place for each severity"
    )]
    fn counted(&self) -> Vec<(Option<String>, Counts)> {
        let proposal = self.one.proposal;
        // By the id of the part, which is the same before and after.
        let mut parts: IndexMap<&str, (String, Counts)> = IndexMap::new();
        for (chart, departments) in [
            (&proposal.before, &self.before),
            (&proposal.after, &self.after),
        ] {
            for (at, unit) in chart.units.iter().enumerate() {
                if departments.get(at) == Some(&Some(at)) {
                    let name = || (named(chart, unit), Counts::default());
                    parts.entry(&unit.id).or_insert_with(name);
                }
            }
        }
        let mut elsewhere = Counts::default();
        for (at, finding) in proposal.findings() {
            let nth = SEVERITIES.iter().position(|one| *one == finding.severity);
            let Some(nth) = nth else { continue };
            let of = self.of(at, finding);
            if of.is_empty() {
                elsewhere[nth] += 1;
            }
            for id in of {
                if let Some((_, counts)) = parts.get_mut(id) {
                    counts[nth] += 1;
                }
            }
        }
        let parts = parts
            .into_values()
            .map(|(name, counts)| (Some(name), counts));
        let all = parts.chain([(None, elsewhere)]);
        all.filter(|(_, counts)| *counts != Counts::default())
            .collect()
    }

    /// The parts that a finding is about, each once: by the units that change, and by those it names.
    fn of(&self, at: usize, finding: &ReportFinding) -> Vec<&'a str> {
        let proposal = self.one.proposal;
        let mut parts = Vec::new();
        for &unit in self.one.units_of(at) {
            let page = proposal.units.get(unit);
            let now = || self.part(Side::Revision, page?.after?);
            let before = page.and_then(|page| page.before);
            let part = before.and_then(|place| self.part(Side::Base, place));
            parts.extend(part.or_else(now));
        }
        for member in &finding.members {
            if member.subject.kind == Kind::Unit {
                let [before, after] = &self.places;
                let places = match member.side {
                    Side::Base => before,
                    Side::Revision => after,
                };
                let place = places.get(member.subject.id.as_str());
                parts.extend(place.and_then(|&place| self.part(member.side, place)));
            }
        }
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// The part that a unit stands in.
    fn part(&self, side: Side, place: usize) -> Option<&'a str> {
        let proposal = self.one.proposal;
        let (chart, departments) = match side {
            Side::Base => (&proposal.before, &self.before),
            Side::Revision => (&proposal.after, &self.after),
        };
        let department = (*departments.get(place)?)?;
        Some(&chart.units.get(department)?.id)
    }
}

/// A unit with what it stands under, for many have the same name.
fn named(chart: &OrgChart, unit: &DrawnUnit) -> String {
    match unit.parent.and_then(|parent| chart.units.get(parent)) {
        Some(parent) => format!("{} ({})", unit.name, parent.name),
        None => unit.name.clone(),
    }
}
