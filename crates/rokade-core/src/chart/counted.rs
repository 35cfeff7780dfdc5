//! What many questions ask of the whole of a chart: each counted once, and only where it is asked.

use std::sync::OnceLock;

use super::build::{Chart, HeadNode, Link};
use super::staff::{StaffView, Superior};
use super::unit::UnitView;
use crate::quantity::{Quantity, RunningSums};

/// What has been counted so far.
#[derive(Debug, Default)]
pub(super) struct Counted {
    /// The nearest unit that is not without a head by design, itself first, of each unit.
    leading: OnceLock<Vec<Option<u32>>>,
    /// Whom each post reports to.
    superiors: OnceLock<Vec<SuperiorNode>>,
    /// The posts of each unit and of what is below it.
    posts_below: OnceLock<Vec<Quantity>>,
    /// The posts based at each site.
    based: OnceLock<Vec<Based>>,
    /// How many groups are based anywhere in the units before each number.
    placed: OnceLock<Vec<u32>>,
    /// The target groups on whose way each function is.
    on_way: OnceLock<Vec<Vec<u32>>>,
    /// The bodies that cover each unit.
    covered_by: OnceLock<Vec<Vec<u32>>>,
}

/// The groups based at a site, in the order of the numbers of their units.
#[derive(Debug)]
struct Based {
    /// The number of the unit of each.
    units: Vec<u32>,
    posts: RunningSums,
}

/// Whom a post reports to, as a place in the chart.
#[derive(Debug, Clone, Copy)]
pub(super) enum SuperiorNode {
    Post(u32),
    Waiting(u32),
    Ended,
    Top,
    NotStated,
}

impl From<Superior<'_>> for SuperiorNode {
    fn from(superior: Superior<'_>) -> Self {
        match superior {
            Superior::Post(post) => SuperiorNode::Post(post.ix),
            Superior::Waiting(unit) => SuperiorNode::Waiting(unit.ix),
            Superior::Ended => SuperiorNode::Ended,
            Superior::Top => SuperiorNode::Top,
            Superior::NotStated => SuperiorNode::NotStated,
        }
    }
}

impl Chart {
    /// Whom a post reports to.
    #[inline]
    pub(super) fn superior(&self, post: u32) -> SuperiorNode {
        let superiors = self.counted.superiors.get_or_init(|| {
            let superiors = self.staff().map(StaffView::find_superior);
            superiors.map(SuperiorNode::from).collect()
        });
        superiors[post as usize]
    }

    /// The nearest unit, itself first, that is to have a head or of which it is not stated.
    #[inline]
    pub(super) fn leading(&self, unit: u32) -> Option<u32> {
        let leading = self.counted.leading.get_or_init(|| {
            let mut leading = vec![None; self.units.len()];
            for &unit in &self.forest.order {
                let node = &self.units[unit as usize];
                leading[unit as usize] = match (node.head, node.parent) {
                    (Some(HeadNode::None), Some(Link::Live(above))) => leading[above as usize],
                    (Some(HeadNode::None), _) => None,
                    _ => Some(unit),
                };
            }
            leading
        });
        leading[unit as usize]
    }

    #[inline]
    pub(super) fn posts_below(&self, unit: u32) -> Quantity {
        let sums = self.counted.posts_below.get_or_init(|| {
            let own = |unit: UnitView<'_>| unit.staff().map(StaffView::count).sum();
            let mut sums: Vec<Quantity> = self.units().map(own).collect();
            for &unit in self.forest.order.iter().rev() {
                if let Some(Link::Live(above)) = self.units[unit as usize].parent {
                    let below = sums[unit as usize];
                    sums[above as usize] += below;
                }
            }
            sums
        });
        sums[unit as usize]
    }

    /// The posts of a unit and of what is below it that are based at a site; `None` where there
    /// are none.
    pub(super) fn based_at(&self, unit: UnitView<'_>, site: u32) -> Option<Quantity> {
        let based = self.counted.based.get_or_init(|| {
            let mut based = vec![Vec::new(); self.sites.len()];
            for &unit in &self.forest.order {
                let number = self.forest.enter[unit as usize];
                for (post, site) in placed(UnitView {
                    chart: self,
                    ix: unit,
                }) {
                    based[site as usize].push((number, post.count()));
                }
            }
            let based = based.into_iter().map(|based| Based {
                units: based.iter().map(|(number, _)| *number).collect(),
                posts: based.iter().map(|(_, posts)| *posts).collect(),
            });
            based.collect()
        });
        let (based, span) = (&based[site as usize], unit.span());
        let start = based.units.partition_point(|number| *number < span.start);
        let end = based.units.partition_point(|number| *number < span.end);
        (start < end).then(|| based.posts.of(start..end))
    }

    /// Whether any posts of a unit, or of what is below it, are based anywhere.
    pub(super) fn is_placed(&self, unit: UnitView<'_>) -> bool {
        let before = self.counted.placed.get_or_init(|| {
            let mut sum = 0;
            let mut before = vec![0];
            for &unit in &self.forest.order {
                sum += placed(UnitView {
                    chart: self,
                    ix: unit,
                })
                .count() as u32;
                before.push(sum);
            }
            before
        });
        let span = unit.span();
        before[span.start as usize] < before[span.end as usize]
    }

    /// The target groups on whose way a function is, in the order of the file.
    pub(super) fn on_way(&self, function: u32) -> &[u32] {
        let on_way = self.counted.on_way.get_or_init(|| {
            let mut on_way: Vec<Vec<u32>> = vec![Vec::new(); self.functions.len()];
            for (group, node) in self.groups.iter().enumerate() {
                for &step in &self.lists[node.pathway] {
                    let groups = &mut on_way[step as usize];
                    if groups.last() != Some(&(group as u32)) {
                        groups.push(group as u32);
                    }
                }
            }
            on_way
        });
        &on_way[function as usize]
    }

    /// The bodies that name a unit as one they cover, in the order of the file.
    pub(super) fn covered_by(&self, unit: u32) -> &[u32] {
        let covered_by = self.counted.covered_by.get_or_init(|| {
            let mut covered_by = vec![Vec::new(); self.units().len()];
            for (body, at) in self.bodies().zip(0..) {
                for covered in body.covers() {
                    covered_by[covered.position()].push(at);
                }
            }
            covered_by
        });
        &covered_by[unit as usize]
    }
}

/// The groups of a unit that have a site and any posts, each with its site.
fn placed(unit: UnitView<'_>) -> impl Iterator<Item = (StaffView<'_>, u32)> {
    let staff = unit.staff().filter(|post| post.count().high() != Some(0));
    staff.filter_map(|post| Some((post, post.site()?.ix)))
}
