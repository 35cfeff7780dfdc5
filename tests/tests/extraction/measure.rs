//! How much of a gold list is found in a response, and how much of what is found is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use rokade::{Chart, Extracted};

use crate::gold::{Gold, GoldPoint};

/// Of so many that are there, so many were found.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) found: usize,
    pub(crate) of: usize,
}

impl Part {
    fn add(&mut self, found: bool, times: usize) {
        self.of += times;
        self.found += if found { times } else { 0 };
    }

    /// Whether at least so many in a hundred were found.
    pub(crate) fn reaches(self, percent: usize) -> bool {
        self.found * 100 >= self.of * percent
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = (self.found * 100 + self.of / 2).checked_div(self.of);
        match percent {
            Some(percent) => write!(f, "{:>3} of {:>3} {percent:>4}%", self.found, self.of),
            None => write!(f, "       none     "),
        }
    }
}

/// The figures of one response.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// By kind: gold points that are points of that kind; and points of that kind that are gold ones.
    pub(crate) kinds: BTreeMap<String, (Part, Part)>,
    /// Gold points that are points of any kind; and points that are gold ones of any kind.
    pub(crate) points: (Part, Part),
    /// What is asked for in sentences that hold several things, counted one by one.
    pub(crate) asked: Part,
    /// By kind of thing: what is named and found; and what is found and named or meant.
    pub(crate) things: BTreeMap<String, (Part, Part)>,
    pub(crate) named: (Part, Part),
    /// What is only meant, and found.
    pub(crate) meant: Part,
    pub(crate) raises: (Part, Part),
    /// Every gold point or point that is missing or wrong, in words without the response's own.
    pub(crate) misses: Vec<String>,
}

struct Found {
    place: Range<usize>,
    kind: String,
    about: BTreeSet<(String, String)>,
    raises: BTreeSet<String>,
}

/// Measures what was found in a response.
pub(crate) fn measure(
    gold: &Gold,
    response: &str,
    extracted: &Extracted,
    chart: &Chart,
) -> Figures {
    let found: Vec<Found> = found(extracted);
    let mut figures = Figures::default();
    let places: Vec<Vec<Range<usize>>> = gold
        .points
        .iter()
        .map(|point| point.places(response))
        .collect();
    let line = |byte: usize| response[..byte].matches('\n').count() + 1;
    for (point, at) in gold.points.iter().zip(&places) {
        let own: Vec<&Found> = found
            .iter()
            .filter(|found| is_it(&found.place, at))
            .collect();
        let told = format!("line {}, {}", line(at[0].start), point.kind);
        figures.point(point, &own, &told);
    }
    for point in &found {
        let golds: Vec<&GoldPoint> = gold
            .points
            .iter()
            .zip(&places)
            .filter(|(_, at)| is_it(&point.place, at))
            .map(|(gold, _)| gold)
            .collect();
        let told = format!("line {}, found as {}", line(point.place.start), point.kind);
        figures.found(point, &golds, &told, chart);
    }
    figures
}

impl Figures {
    fn point(&mut self, point: &GoldPoint, own: &[&Found], told: &str) {
        let kind = self.kinds.entry(point.kind.clone()).or_default();
        let right = own.iter().any(|found| found.kind == point.kind);
        kind.0.add(right, 1);
        self.points.0.add(!own.is_empty(), 1);
        if point.kind == "question" {
            self.asked.add(right, point.holds);
        }
        if own.is_empty() {
            self.misses.push(format!("{told}: not found"));
        } else if !right {
            self.misses
                .push(format!("{told}: found as {}", own[0].kind));
        }
        for thing in point.names() {
            let has = own.iter().any(|found| found.about.contains(&thing));
            self.things
                .entry(thing.0.clone())
                .or_default()
                .0
                .add(has, 1);
            self.named.0.add(has, 1);
            if !has {
                self.misses
                    .push(format!("{told}: {} {} not found", thing.0, thing.1));
            }
        }
        for thing in point.means() {
            self.meant
                .add(own.iter().any(|found| found.about.contains(&thing)), 1);
        }
        for rule in &point.raises {
            let has = own.iter().any(|found| found.raises.contains(rule));
            self.raises.0.add(has, 1);
            if !has {
                self.misses.push(format!("{told}: {rule} not raised"));
            }
        }
    }

    fn found(&mut self, found: &Found, golds: &[&GoldPoint], told: &str, chart: &Chart) {
        let right = golds.iter().any(|gold| gold.kind == found.kind);
        self.kinds
            .entry(found.kind.clone())
            .or_default()
            .1
            .add(right, 1);
        self.points.1.add(!golds.is_empty(), 1);
        if golds.is_empty() {
            // Whatever it is said to be about, it is no point of the response.
            self.misses.push(format!("{told}: no point"));
        }
        for thing in &found.about {
            let entries = chart.entries();
            assert!(
                entries
                    .subjects()
                    .any(|subject| subject.id.as_str() == thing.1),
                "{thing:?}"
            );
            let right = golds
                .iter()
                .any(|gold| gold.names().contains(thing) || gold.means().contains(thing));
            self.things
                .entry(thing.0.clone())
                .or_default()
                .1
                .add(right, 1);
            self.named.1.add(right, 1);
            if !right && !golds.is_empty() {
                self.misses
                    .push(format!("{told}: {} {} is not meant", thing.0, thing.1));
            }
        }
        for rule in &found.raises {
            let right = golds.iter().any(|gold| gold.raises.contains(rule));
            self.raises.1.add(right, 1);
            if !right && !golds.is_empty() {
                self.misses.push(format!("{told}: {rule} raised too"));
            }
        }
    }
}

/// Whether a point is a gold one: half of one of the two is the other.
fn is_it(place: &Range<usize>, gold: &[Range<usize>]) -> bool {
    let shared: usize = gold
        .iter()
        .map(|gold| {
            gold.end
                .min(place.end)
                .saturating_sub(gold.start.max(place.start))
        })
        .sum();
    let of_gold: usize = gold.iter().map(ExactSizeIterator::len).sum();
    shared > 0 && (2 * shared >= of_gold || 2 * shared >= place.len())
}

fn found(extracted: &Extracted) -> Vec<Found> {
    let points = extracted.hearing.points();
    points
        .zip(&extracted.places)
        .map(|((_, point), place)| {
            let json = serde_json::to_value(point).expect("plain data");
            let texts = |value: &serde_json::Value| -> Vec<String> {
                let items = value.as_array().into_iter().flatten();
                items
                    .filter_map(|item| item.as_str().map(str::to_owned))
                    .collect()
            };
            let about = json["about"].as_object().into_iter().flatten();
            Found {
                place: place.clone(),
                kind: json["kind"].as_str().unwrap_or_default().to_owned(),
                about: about
                    .flat_map(|(kind, ids)| {
                        texts(ids).into_iter().map(move |id| (kind.clone(), id))
                    })
                    .collect(),
                raises: texts(&json["raises"]).into_iter().collect(),
            }
        })
        .collect()
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:24}{:<20}of what is found", "", "found")?;
        let mut row = |name: &str, (recall, precision): &(Part, Part)| {
            writeln!(f, "{name:24}{recall:<20}{precision}")
        };
        for (kind, parts) in &self.kinds {
            row(kind, parts)?;
        }
        row("points of any kind", &self.points)?;
        for (kind, parts) in &self.things {
            row(kind, parts)?;
        }
        row("things", &self.named)?;
        row("rules", &self.raises)?;
        writeln!(f, "{:24}{}", "questions one by one", self.asked)?;
        writeln!(f, "{:24}{}", "only meant", self.meant)?;
        for miss in &self.misses {
            writeln!(f, "  {miss}")?;
        }
        Ok(())
    }
}
