//! Drawings of small charts, and of the cases.

mod cases;
mod marks;
mod org;
mod together;

use rokade_change::{ChangeSet, diff};
use rokade_core::chart::Chart;
use rokade_core::drawing::{DrawnSite, DrawnUnit, OrgChart};
use rokade_core::entry::Language;

use super::{before_and_after, org_chart};
use crate::fixture::{after, chart};

struct Pair {
    base: Chart,
    revision: Chart,
    changes: ChangeSet,
}

impl Pair {
    fn new(base: Chart, revision: Chart) -> Self {
        let changes = diff(&base, &revision);
        Pair {
            base,
            revision,
            changes,
        }
    }

    /// A base, and a proposal for it.
    fn proposed(base: &str, proposal: &str) -> Self {
        let base = chart(base);
        let revision = after(&base, proposal);
        Pair::new(base, revision)
    }

    fn drawn(&self) -> [OrgChart; 2] {
        self.drawn_in(Language::Da)
    }

    fn drawn_in(&self, language: Language) -> [OrgChart; 2] {
        let (base, revision) = (&self.base, &self.revision);
        before_and_after(base, revision, &self.changes, language).expect("words")
    }

    /// The marks of each unit that has any: before, and after.
    fn marks(&self) -> [Vec<String>; 2] {
        self.drawn().map(|drawn| marked(&drawn))
    }
}

fn marked(drawn: &OrgChart) -> Vec<String> {
    let units = drawn.units.iter().filter(|unit| !unit.marks.is_empty());
    let told = units.map(|unit| {
        let marks = unit.marks.iter().map(|mark| match &mark.text {
            Some(text) => format!("{} ({text})", mark.word),
            None => mark.word.clone(),
        });
        let marks: Vec<String> = marks.collect();
        format!("{}: {}", unit.name, marks.join(", "))
    });
    told.collect()
}

fn unit<'d>(drawn: &'d OrgChart, name: &str) -> &'d DrawnUnit {
    let mut units = drawn.units.iter();
    units
        .find(|unit| unit.name == name)
        .unwrap_or_else(|| panic!("no {name}"))
}

/// Sites by name, with the posts at each where they are told.
fn at(sites: &[String], drawn: &[DrawnSite]) -> Vec<String> {
    let told = drawn.iter().map(|at| match &at.posts {
        Some(posts) => format!("{}: {posts}", sites[at.site]),
        None => sites[at.site].clone(),
    });
    told.collect()
}

fn alone(text: &str) -> OrgChart {
    org_chart(&chart(text), Language::Da).expect("words")
}
