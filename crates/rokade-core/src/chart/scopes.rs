//! The responsibilities of a function by their scope: which of them answer for one.

use std::borrow::Cow;

use super::build::{Chart, FunctionNode, Link, key_at};

/// The responsibilities of a function by their scope, for a function can have a great many.
#[derive(Debug)]
pub(super) struct Scopes {
    /// Places of cells, by site and target group.
    cells: Vec<u32>,
    /// The sites that they name, and `None` for all others.
    pub(super) sites: Vec<Option<u32>>,
    /// The target groups that they name, and `None` for all others.
    pub(super) groups: Vec<Option<u32>>,
    /// The units that hold any, by id.
    pub(super) holders: Vec<u32>,
}

impl Scopes {
    pub(super) fn new(chart: &Chart, node: &FunctionNode) -> Self {
        let scope = |cell: u32| {
            let cell = &node.cells[cell as usize];
            (cell.site, cell.group)
        };
        let mut cells: Vec<u32> = (0..node.cells.len() as u32).collect();
        cells.sort_by_key(|&cell| scope(cell));
        let mut sites: Vec<Option<u32>> = cells.iter().map(|&cell| scope(cell).0).collect();
        sites.insert(0, None);
        sites.dedup();
        let mut groups: Vec<Option<u32>> = cells.iter().map(|&cell| scope(cell).1).collect();
        groups.push(None);
        groups.sort_unstable();
        groups.dedup();
        let mut holders: Vec<u32> = Vec::new();
        holders.extend(node.cells.iter().filter_map(|cell| match cell.holder {
            Link::Live(unit) => Some(unit),
            _ => None,
        }));
        holders.sort_unstable();
        holders.dedup();
        holders.sort_unstable_by_key(|&unit| key_at(&chart.entries.units, unit));
        Scopes {
            cells,
            sites,
            groups,
            holders,
        }
    }

    /// The places of the cells of just this scope, in their order.
    pub(super) fn exactly(
        &self,
        node: &FunctionNode,
        site: Option<u32>,
        group: Option<u32>,
    ) -> &[u32] {
        let scope = |cell: u32| {
            let cell = &node.cells[cell as usize];
            (cell.site, cell.group)
        };
        let start = self
            .cells
            .partition_point(|&cell| scope(cell) < (site, group));
        let end = self
            .cells
            .partition_point(|&cell| scope(cell) <= (site, group));
        &self.cells[start..end]
    }

    /// The places of the cells that answer for a scope: the most specific that there are.
    pub(super) fn answering(
        &self,
        node: &FunctionNode,
        site: Option<u32>,
        group: Option<u32>,
    ) -> Cow<'_, [u32]> {
        if self.sites.len() == 1 && self.groups.len() == 1 {
            // All are for anyone, anywhere.
            return Cow::Borrowed(&self.cells);
        }
        let exactly = |site, group| self.exactly(node, site, group);
        if site.is_some() && group.is_some() {
            let both = exactly(site, group);
            if !both.is_empty() {
                return Cow::Borrowed(both);
            }
        }
        let at_site = site.map_or(&[][..], |_| exactly(site, None));
        let for_group = group.map_or(&[][..], |_| exactly(None, group));
        match (at_site, for_group) {
            ([], []) => Cow::Borrowed(exactly(None, None)),
            (half, []) | ([], half) => Cow::Borrowed(half),
            (at_site, for_group) => {
                let mut half = [at_site, for_group].concat();
                half.sort_unstable();
                Cow::Owned(half)
            }
        }
    }
}
