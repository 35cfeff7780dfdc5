//! Where everything of a chart lies, by places in its sections: what passes look at thousands of
//! times is looked up once.

use rokade_core::chart::{Chart, ParentState, SiteView, UnitView};
use rokade_core::quantity::Quantity;

/// What a unit stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Above {
    /// Nothing, on purpose.
    Nothing,
    Unit(u32),
    /// Undecided, or something that has ended or cannot be found.
    Unclear,
}

/// Where everything of a chart lies.
pub(super) struct Layout {
    /// What each unit stands under.
    pub(super) above: Vec<Above>,
    /// The units under each unit.
    pub(super) below: Vec<Vec<u32>>,
    /// The site of each unit.
    pub(super) seat: Vec<Option<u32>>,
    /// The unit of each group of posts.
    pub(super) unit: Vec<Option<u32>>,
    /// The site of each group of posts.
    pub(super) based: Vec<Option<u32>>,
    /// How many each group is.
    pub(super) count: Vec<Quantity>,
    /// The groups of each unit.
    pub(super) posts: Vec<Vec<u32>>,
    /// The units that hold each function.
    pub(super) holders: Vec<Vec<u32>>,
    /// The functions of each unit.
    pub(super) functions: Vec<Vec<u32>>,
    /// Whether the chart says where anything is.
    pub(super) has_sites: bool,
}

impl Layout {
    pub(super) fn of(chart: &Chart) -> Self {
        let entries = chart.entries();
        let unit = |unit: UnitView<'_>| unit.position() as u32;
        let site = |site: SiteView<'_>| site.position() as u32;
        let mut layout = Layout {
            above: Vec::with_capacity(entries.units.len()),
            below: vec![Vec::new(); entries.units.len()],
            seat: Vec::with_capacity(entries.units.len()),
            unit: Vec::with_capacity(entries.staff.len()),
            based: Vec::with_capacity(entries.staff.len()),
            count: Vec::with_capacity(entries.staff.len()),
            posts: vec![Vec::new(); entries.units.len()],
            holders: Vec::with_capacity(entries.functions.len()),
            functions: vec![Vec::new(); entries.units.len()],
            has_sites: !entries.sites.is_empty(),
        };
        for (at, one) in chart.units().enumerate() {
            let above = match one.parent_state() {
                ParentState::Root => Above::Nothing,
                ParentState::Unit(parent) => Above::Unit(unit(parent)),
                _ => Above::Unclear,
            };
            if let Above::Unit(parent) = above {
                layout.below[parent as usize].push(at as u32);
            }
            layout.above.push(above);
            layout.seat.push(one.site().map(site));
        }
        for (at, one) in chart.staff().enumerate() {
            let home = one.unit().map(unit);
            if let Some(home) = home {
                layout.posts[home as usize].push(at as u32);
            }
            layout.unit.push(home);
            layout.based.push(one.site().map(site));
            layout.count.push(one.count());
        }
        for (at, one) in chart.functions().enumerate() {
            let holders: Vec<u32> = one.holders().into_iter().map(unit).collect();
            for &holder in &holders {
                layout.functions[holder as usize].push(at as u32);
            }
            layout.holders.push(holders);
        }
        layout
    }

    /// The unit that a unit stands under.
    pub(super) fn parent(&self, unit: u32) -> Option<u32> {
        match self.above[unit as usize] {
            Above::Unit(parent) => Some(parent),
            _ => None,
        }
    }
}
