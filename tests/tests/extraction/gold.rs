//! Gold lists: what a reader finds in a response, point by point.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;

/// A gold list, as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gold {
    pub(crate) document: String,
    /// The chart it is read with: a path from the root of the repository.
    pub(crate) chart: String,
    pub(crate) from: Option<String>,
    pub(crate) received: Option<String>,
    pub(crate) points: Vec<GoldPoint>,
}

/// A point that a reader finds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldPoint {
    /// `line:first-last`, in characters from 1.
    #[serde(default)]
    at: Vec<String>,
    /// The first words and the last.
    between: Option<(String, String)>,
    pub(crate) kind: String,
    #[serde(default = "one")]
    pub(crate) holds: usize,
    #[serde(default)]
    names: BTreeMap<String, BTreeSet<String>>,
    #[serde(default)]
    means: BTreeMap<String, BTreeSet<String>>,
    #[serde(default)]
    pub(crate) raises: BTreeSet<String>,
}

fn one() -> usize {
    1
}

impl Gold {
    pub(crate) fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("the gold list is in the repository");
        serde_yaml::from_str(&text).expect("a gold list")
    }
}

impl GoldPoint {
    /// The bytes of the response that the point stands at.
    pub(crate) fn places(&self, response: &str) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> =
            self.at.iter().map(|at| bytes_of(response, at)).collect();
        if let Some((first, last)) = &self.between {
            let start = response.find(first.as_str()).expect("the first words");
            let end = response[start..]
                .find(last.as_str())
                .expect("the last words");
            places.push(start..start + end + last.len());
        }
        assert!(!places.is_empty(), "{self:?}");
        places
    }

    pub(crate) fn names(&self) -> BTreeSet<(String, String)> {
        pairs(&self.names)
    }

    pub(crate) fn means(&self) -> BTreeSet<(String, String)> {
        pairs(&self.means)
    }
}

fn pairs(of: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<(String, String)> {
    let of = of.iter();
    of.flat_map(|(kind, ids)| ids.iter().map(move |id| (kind.clone(), id.clone())))
        .collect()
}

fn bytes_of(response: &str, at: &str) -> Range<usize> {
    let (line, columns) = at.split_once(':').expect("a line");
    let (first, last) = columns.split_once('-').expect("columns");
    let [line, first, last] = [line, first, last].map(|n| n.parse::<usize>().expect("a number"));
    let text = response
        .split('\n')
        .nth(line - 1)
        .expect("a line of the response");
    let start: usize = response
        .split('\n')
        .take(line - 1)
        .map(|line| line.len() + 1)
        .sum();
    let byte = |column: usize| {
        text.char_indices()
            .nth(column)
            .map_or(text.len(), |(at, _)| at)
    };
    start + byte(first - 1)..start + byte(last)
}
