//! Ids for points: after what they are about, so that a person finds them again.
//!
//! Each is given once. What the points say is no matter of this module.

use std::collections::{HashMap, HashSet};

use rokade_core::ids::{Id as _, Kind, PointId, Subject};

/// The most bytes of what a point is about in its id.
const LONGEST: usize = 48;

/// The ids that were given.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: HashSet<String>,
    /// How often each stem of an id was asked for.
    asked: HashMap<String, usize>,
}

impl Ids {
    /// An id for a point about some things.
    pub(super) fn next(&mut self, named: &[Subject]) -> PointId {
        let stem = stem(named);
        let asked = self.asked.entry(stem.clone()).or_default();
        loop {
            *asked += 1;
            let text = match *asked {
                1 => stem.clone(),
                more => format!("{stem}-{more}"),
            };
            if self.given.insert(text.clone()) {
                // Ids joined by hyphens, and numbers, are ids.
                return PointId::from_checked(text.into());
            }
        }
    }
}

/// What an id begins with: the first functions that are named, or else what is named first.
fn stem(named: &[Subject]) -> String {
    let of = |kind: Option<Kind>| -> Vec<&str> {
        let of_kind = named
            .iter()
            .filter(|subject| kind.is_none_or(|kind| subject.kind == kind));
        // A unit and its site often share an id.
        let mut ids: Vec<&str> = of_kind.map(|subject| subject.id.as_str()).collect();
        ids.dedup();
        ids.truncate(2);
        ids
    };
    let functions = of(Some(Kind::Function));
    let ids = if functions.is_empty() {
        of(None)
    } else {
        functions
    };
    let joined = ids.join("-");
    match ids.first() {
        Some(_) if joined.len() <= LONGEST => joined,
        Some(first) if first.len() <= LONGEST => (*first).to_owned(),
        _ => "point".to_owned(),
    }
}
