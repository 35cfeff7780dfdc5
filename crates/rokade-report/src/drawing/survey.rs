//! A chart too large to be looked at, as the part of it that is drawn: the top levels, and the units
//! that change with what they stand under. What is left out is counted where it would stand.

#![expect(
    clippy::indexing_slicing,
    reason = "every list has one place for each unit of the chart, and every number is that of a unit of the same chart"
)]

use std::borrow::Cow;

use rokade_core::drawing::{DrawnUnit, OrgChart};
use rokade_core::finding::Value;
use rokade_core::words::{Words, WordsError};

/// How many units a drawing on a page has at most.
const PAGE: usize = 200;
/// How many units a picture that stands by itself has where it has all of them, and how many where it
/// cannot: what has changes takes more room.
const POSTER: usize = 1000;
const LARGE_POSTER: usize = 300;
/// Where units change, the top levels have one part of so many of the room.
const TOP: usize = 3;

/// What is drawn of a chart where a drawing has so many units at most: all of it, if it has no more.
pub(super) fn survey<'c>(
    chart: &'c OrgChart,
    most: usize,
    words: &Words,
) -> Result<Cow<'c, OrgChart>, WordsError> {
    if chart.units.len() <= most {
        return Ok(Cow::Borrowed(chart));
    }
    let is_drawn = drawn(chart, most);
    let left_out = LeftOut::new(chart, &is_drawn);
    let mut places = vec![None; chart.units.len()];
    let mut units = Vec::with_capacity(most);
    for (at, unit) in chart
        .units
        .iter()
        .enumerate()
        .filter(|(at, _)| is_drawn[*at])
    {
        places[at] = Some(units.len());
        units.push(DrawnUnit {
            parent: parent(chart, at).and_then(|parent| places[parent]),
            below: left_out.below(at, words)?,
            ..unit.clone()
        });
    }
    let sentence = description(chart, &units, words)?;
    Ok(Cow::Owned(OrgChart {
        language: chart.language,
        title: chart.title.clone(),
        description: format!("{} {sentence}", chart.description),
        units,
        sites: chart.sites.clone(),
    }))
}

/// What a page draws of a chart.
pub(super) fn on_page<'c>(
    chart: &'c OrgChart,
    words: &Words,
) -> Result<Cow<'c, OrgChart>, WordsError> {
    survey(chart, PAGE, words)
}

/// What a picture that stands by itself has of a chart.
pub(super) fn on_poster<'c>(
    chart: &'c OrgChart,
    words: &Words,
) -> Result<Cow<'c, OrgChart>, WordsError> {
    if chart.units.len() <= POSTER {
        return Ok(Cow::Borrowed(chart));
    }
    survey(chart, LARGE_POSTER, words)
}

/// Whether a page draws a part of a chart only.
pub(crate) fn is_large(chart: &OrgChart) -> bool {
    chart.units.len() > PAGE
}

/// The parts that two large charts are told in, of the same levels in both: for each unit the one of
/// the top levels that it is, or that it stands below.
pub(crate) fn departments(charts: [&OrgChart; 2]) -> [Vec<Option<usize>>; 2] {
    let levels = charts.map(levels);
    let fitting = levels.each_ref().map(|of| fitting(of, PAGE / TOP));
    let fitting = fitting[0].min(fitting[1]).max(1);
    let of = |nth: usize| {
        let mut departments: Vec<Option<usize>> = Vec::with_capacity(levels[nth].len());
        for (at, &level) in levels[nth].iter().enumerate() {
            let above = || departments[parent(charts[nth], at)?];
            let own = (level < fitting).then_some(at);
            departments.push(own.or_else(above));
        }
        departments
    };
    [of(0), of(1)]
}

/// What a unit stands under; units stand after that.
fn parent(chart: &OrgChart, at: usize) -> Option<usize> {
    chart.units[at].parent.filter(|&parent| parent < at)
}

fn changes(unit: &DrawnUnit) -> bool {
    !unit.marks.is_empty()
}

/// Which units are drawn: what a unit stands under is drawn where the unit is.
fn drawn(chart: &OrgChart, most: usize) -> Vec<bool> {
    let top = if chart.units.iter().any(changes) {
        most / TOP
    } else {
        most
    };
    let mut is_drawn = top_levels(chart, top);
    let mut room = most - is_drawn.iter().filter(|is_drawn| **is_drawn).count();
    let all = chart.units.iter().enumerate();
    let marked = all.filter_map(|(at, unit)| Some((unit.marks.first()?.mark, at)));
    let mut marked: Vec<_> = marked.collect();
    marked.sort_unstable();
    for (_, at) in marked {
        let up = std::iter::successors(Some(at), |&at| parent(chart, at));
        let way: Vec<usize> = up.take_while(|&at| !is_drawn[at]).take(room + 1).collect();
        if way.len() <= room {
            room -= way.len();
            for at in way {
                is_drawn[at] = true;
            }
        }
        if room == 0 {
            break;
        }
    }
    is_drawn
}

/// How far below the top each unit stands.
fn levels(chart: &OrgChart) -> Vec<usize> {
    let mut levels = vec![0; chart.units.len()];
    for at in 0..levels.len() {
        levels[at] = parent(chart, at).map_or(0, |parent| levels[parent] + 1);
    }
    levels
}

/// How many levels from the top there is room for, each as a whole.
fn fitting(levels: &[usize], room: usize) -> usize {
    let mut sizes: Vec<usize> = Vec::new();
    for &level in levels {
        sizes.resize(sizes.len().max(level + 1), 0);
        sizes[level] += 1;
    }
    let together = sizes.iter().scan(0, |sum, size| {
        *sum += size;
        Some(*sum)
    });
    together.take_while(|&sum| sum <= room).count()
}

/// As many levels from the top as there is room for, each as a whole; of the uppermost those with
/// most below them.
fn top_levels(chart: &OrgChart, room: usize) -> Vec<bool> {
    let levels = levels(chart);
    let fitting = fitting(&levels, room);
    let mut is_top: Vec<bool> = levels.iter().map(|&level| level < fitting).collect();
    if fitting == 0 {
        let below = sizes_below(chart);
        let mut roots: Vec<usize> = (0..levels.len()).filter(|&at| levels[at] == 0).collect();
        roots.sort_by_key(|&at| std::cmp::Reverse(below[at]));
        roots
            .into_iter()
            .take(room)
            .for_each(|at| is_top[at] = true);
    }
    is_top
}

/// How many units stand below each.
fn sizes_below(chart: &OrgChart) -> Vec<usize> {
    let mut below = vec![0; chart.units.len()];
    for at in (0..below.len()).rev() {
        if let Some(parent) = parent(chart, at) {
            below[parent] += below[at] + 1;
        }
    }
    below
}

/// What is not drawn, by the unit that it stands below: how many units, and how many that change.
struct LeftOut {
    units: Vec<usize>,
    changes: Vec<usize>,
    /// Whether anything changes in the chart.
    has_changes: bool,
}

impl LeftOut {
    fn new(chart: &OrgChart, is_drawn: &[bool]) -> LeftOut {
        let (mut units, mut changed) = (vec![0; is_drawn.len()], vec![0; is_drawn.len()]);
        for at in (0..is_drawn.len()).rev().filter(|&at| !is_drawn[at]) {
            if let Some(parent) = parent(chart, at) {
                units[parent] += units[at] + 1;
                changed[parent] += changed[at] + usize::from(changes(&chart.units[at]));
            }
        }
        LeftOut {
            units,
            changes: changed,
            has_changes: chart.units.iter().any(changes),
        }
    }

    fn below(&self, at: usize, words: &Words) -> Result<Option<String>, WordsError> {
        let n = self.units[at];
        if n == 0 {
            return Ok(None);
        }
        let key = if self.has_changes {
            "not-drawn-changes"
        } else {
            "not-drawn"
        };
        let values = [("n", n.into()), ("changes", self.changes[at].into())];
        words.say(key, &values).map(Some)
    }
}

/// What is drawn, in a sentence or two.
fn description(chart: &OrgChart, units: &[DrawnUnit], words: &Words) -> Result<String, WordsError> {
    let all = chart.units.iter().filter(|unit| changes(unit)).count();
    let told = units.iter().filter(|unit| changes(unit)).count();
    let way = match told {
        0 => "none",
        _ if told == all => "all",
        _ => "some",
    };
    let values = [
        ("n", units.len().into()),
        ("way", Value::Word(way)),
        ("changes", told.into()),
    ];
    words.say("survey", &values)
}
