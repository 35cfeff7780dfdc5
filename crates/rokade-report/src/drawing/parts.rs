//! A chart too large for one sheet of paper, divided: each part has a unit and some of what is
//! below it, and what goes on in a part of its own is told so.

#![expect(
    clippy::indexing_slicing,
    reason = "every list has one place for each unit of the chart, and every number is that of a unit of the same chart"
)]

use rokade_core::drawing::OrgChart;

/// The height of all boxes that one sheet has room for, about half of it being between them; and
/// what it is taken to be where boxes of all heights leave more between them.
pub(super) const ROOMS: [i32; 3] = [2300, 1700, 1300];
/// How high boxes that stand under each other may be.
const DEEPEST: i32 = 780;
/// What lies between a box and the next.
const BETWEEN: i32 = 14;
/// What lies between a box and those under it.
const UNDER: i32 = 30;

/// A unit as a part shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// Which, by its place in the chart.
    pub(super) unit: usize,
    /// What it stands under, by its place in the part.
    pub(super) parent: Option<usize>,
    /// How many units below it another part shows.
    pub(super) below: usize,
}

/// Whether two parts can be on one sheet, as far as what is in them goes. No branch is on a sheet
/// that is the survey of others.
pub(super) fn go_together(
    chart: &OrgChart,
    one: &Part,
    other: &Part,
    (heights, room): (&[i32], i32),
) -> bool {
    let is_survey = one.iter().any(|shown| shown.below > 0);
    if is_survey && is_branch(chart, other) {
        return false;
    }
    let both = one.iter().chain(other);
    both.map(|shown| heights[shown.unit] + BETWEEN).sum::<i32>() <= room
}

/// Whether a part has been cut off another.
pub(super) fn is_branch(chart: &OrgChart, part: &Part) -> bool {
    let first = part.first();
    first.is_some_and(|first| chart.units[first.unit].parent.is_some())
}

/// Two parts beside each other.
pub(super) fn joined(one: &Part, other: &Part) -> Part {
    let moved = other.iter().map(|shown| Shown {
        parent: shown.parent.map(|parent| parent + one.len()),
        ..*shown
    });
    one.iter().copied().chain(moved).collect()
}

/// Units as they are drawn in one picture, each after its parent.
pub(super) type Part = Vec<Shown>;

/// The whole chart as one part.
pub(super) fn whole(chart: &OrgChart) -> Part {
    let units = chart.units.iter().enumerate();
    units
        .map(|(unit, drawn)| Shown {
            unit,
            parent: drawn.parent,
            below: 0,
        })
        .collect()
}

/// The chart in parts that a sheet has room for, from the top, where boxes are about so high. A unit with very many right below it still has them all in its part.
pub(super) fn divided(chart: &OrgChart, heights: &[i32], room: i32) -> Vec<Part> {
    let units = &chart.units;
    let parent = |at: usize| units[at].parent.filter(|&parent| parent < at);
    let mut children = vec![Vec::new(); units.len()];
    for at in 0..units.len() {
        if let Some(parent) = parent(at) {
            children[parent].push(at);
        }
    }
    // From below: what each unit takes up in its own part, and what is cut off below it.
    let alone = |at: usize| heights[at] + BETWEEN;
    let mut all = vec![1_usize; units.len()];
    let mut kept = vec![0; units.len()];
    let mut depth = vec![0; units.len()];
    let mut is_cut = vec![false; units.len()];
    for at in (0..units.len()).rev() {
        let mut below = std::mem::take(&mut children[at]);
        all[at] += below.iter().map(|&child| all[child]).sum::<usize>();
        let mut used = alone(at) + below.iter().map(|&child| kept[child]).sum::<i32>();
        // The largest first; of equals the first.
        below.sort_by_key(|&child| (std::cmp::Reverse(kept[child]), child));
        // What is nearly as large as something that is cut off is cut off with it.
        let mut least = i32::MAX;
        for &child in &below {
            let is_too_deep = heights[at] + UNDER + depth[child] > DEEPEST;
            if all[child] > 1 && (used > room || is_too_deep || kept[child] >= least) {
                is_cut[child] = true;
                used -= kept[child] - alone(child);
                least = least.min(kept[child] / 2);
            }
        }
        let deepest = |&child: &usize| {
            if is_cut[child] {
                heights[child]
            } else {
                depth[child]
            }
        };
        let deepest = below.iter().map(deepest).max();
        depth[at] = heights[at] + deepest.map_or(0, |deepest| UNDER + deepest);
        kept[at] = used;
    }
    // From above: each unit goes into the part of its parent; one that stands under none begins a
    // part, and one that is cut off begins its own as well.
    let mut parts: Vec<Part> = Vec::new();
    // Where those below a unit go: the part, and the place of the unit in it.
    let mut places = vec![(0, 0); units.len()];
    for at in 0..units.len() {
        let (part, parent) = match parent(at) {
            None => {
                parts.push(Part::new());
                (parts.len() - 1, None)
            }
            Some(parent) => (places[parent].0, Some(places[parent].1)),
        };
        places[at] = (part, parts[part].len());
        parts[part].push(Shown {
            unit: at,
            parent,
            below: if is_cut[at] { all[at] - 1 } else { 0 },
        });
        if is_cut[at] {
            places[at] = (parts.len(), 0);
            parts.push(vec![Shown {
                unit: at,
                parent: None,
                below: 0,
            }]);
        }
    }
    parts
}
