//! What became of what: each entity of the base followed to its descendants, pass by pass, each
//! on what the earlier ones have left. Everything is sorted or indexed: no name is compared with
//! every other.
//!
//! Any order of input gives the same pairs, and base and revision swapped give the mirror.

#![expect(
    clippy::indexing_slicing,
    reason = "what a chart has is named by its place in it, and every list has one for each"
)]

mod contents;
mod declared;
mod evidence;
mod flows;
mod identifiers;
mod ids;
mod layout;
mod names;
mod pairs;
mod places;
mod renames;
mod spelling;
mod tracks;
mod whereabouts;
mod work;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rokade_core::chart::Chart;
use rokade_core::entry::{
    FunctionEntry, OrUndecided, SiteEntry, StaffEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::finding::Side;
use rokade_core::ids::{FunctionId, Kind, SiteId, StaffId, TargetGroupId, UnitId};

use declared::Speaks;
use layout::Layout;
use pairs::{Both, Pairs, SIDES};
use work::{Traced, Work};

pub use evidence::{Contents, Evidence, Held, Part, Whereabouts};
pub(crate) use places::Places;
pub use renames::{Rename, Renaming};
pub use spelling::normalized_name;
pub(crate) use spelling::same_name;
pub use tracks::{Gate, Tracks};

/// The lineage of every kind that has one.
#[derive(Debug, Clone)]
pub struct Lineage {
    /// Units.
    pub units: Tracks<UnitId>,
    /// Posts and groups.
    pub staff: Tracks<StaffId>,
    /// Functions.
    pub functions: Tracks<FunctionId>,
    /// Sites.
    pub sites: Tracks<SiteId>,
    /// Target groups.
    pub groups: Tracks<TargetGroupId>,
    /// Where everything is now of units of the base that came to nothing.
    pub(crate) of_closed: BTreeMap<UnitId, Whereabouts>,
    /// Where everything was of units of the revision that came from nothing.
    pub(crate) of_founded: BTreeMap<UnitId, Whereabouts>,
}

impl Lineage {
    /// What became of what.
    pub(crate) fn new(base: &Chart, revision: &Chart) -> Self {
        Lineage::with_renames(base, revision).0
    }

    /// The same, and what of it has another id or another name, in the order of a file.
    pub(crate) fn with_renames(base: &Chart, revision: &Chart) -> (Self, Vec<Rename>) {
        let (b, r) = (base.entries(), revision.entries());
        let speaks = Speaks::new(b, r);
        macro_rules! work {
            ($kind:ident) => {{
                let ended = Both {
                    base: &b.ended.$kind,
                    revision: &r.ended.$kind,
                };
                Work::new(&b.$kind, &r.$kind, ended)
            }};
        }
        let mut kinds = Kinds {
            sites: work!(sites),
            groups: work!(target_groups),
            units: work!(units),
            functions: work!(functions),
            staff: work!(staff),
        };
        kinds.declared_and_same_id(speaks);
        let (mut of_closed, mut of_founded) = (BTreeMap::new(), BTreeMap::new());
        if kinds.is_anything_left() {
            let layout = Both {
                base: Layout::of(base),
                revision: Layout::of(revision),
            };
            kinds.infer(&layout);
            let mut unpaired = whereabouts::tell(&mut kinds, &layout);
            of_closed = std::mem::take(&mut unpaired.base);
            of_founded = std::mem::take(&mut unpaired.revision);
        }
        let renames = [
            Rename::of(&kinds.sites),
            Rename::of(&kinds.units),
            Rename::of(&kinds.staff),
            Rename::of(&kinds.functions),
            Rename::of(&kinds.groups),
        ];
        let lineage = Lineage {
            sites: kinds.sites.tracks(),
            units: kinds.units.tracks(),
            functions: kinds.functions.tracks(),
            staff: kinds.staff.tracks(),
            groups: kinds.groups.tracks(),
            of_closed,
            of_founded,
        };
        (lineage, renames.concat())
    }

    /// Where the things of a unit of the base are now that came to nothing itself: it has no
    /// descendant.
    pub fn of_closed(&self, unit: &UnitId) -> Option<&Whereabouts> {
        self.of_closed.get(unit)
    }

    /// Where the things of a unit of the revision were that came from nothing itself.
    pub fn of_founded(&self, unit: &UnitId) -> Option<&Whereabouts> {
        self.of_founded.get(unit)
    }

    /// The gate of each kind, in the order of a file.
    pub fn gates(&self) -> [(Kind, Gate); 5] {
        [
            (Kind::Site, self.sites.gate()),
            (Kind::Unit, self.units.gate()),
            (Kind::Staff, self.staff.gate()),
            (Kind::Function, self.functions.gate()),
            (Kind::TargetGroup, self.groups.gate()),
        ]
    }
}

/// Every kind while it is followed.
struct Kinds<'a> {
    sites: Work<'a, SiteEntry>,
    groups: Work<'a, TargetGroupEntry>,
    units: Work<'a, UnitEntry>,
    functions: Work<'a, FunctionEntry>,
    staff: Work<'a, StaffEntry>,
}

impl Kinds<'_> {
    /// P0 and P1, and which of what is declared is the same thing.
    fn declared_and_same_id(&mut self, speaks: Speaks) {
        declared::pass(&mut self.sites, speaks);
        declared::pass(&mut self.groups, speaks);
        declared::pass(&mut self.units, speaks);
        declared::pass(&mut self.functions, speaks);
        declared::pass(&mut self.staff, speaks);
        ids::same_id(&mut self.sites, |_, _| false);
        ids::same_id(&mut self.groups, |_, _| false);
        ids::same_id(&mut self.units, |b, r| b.parent == r.parent);
        ids::same_id(&mut self.functions, |b, r| {
            let units = |e: &FunctionEntry| -> Vec<UnitId> {
                let scopes = e.responsible.iter().flat_map(|r| &r.0);
                scopes
                    .filter_map(|s| s.unit.as_ref().and_then(OrUndecided::id).cloned())
                    .collect()
            };
            b.identifiers.iter().any(|id| r.identifiers.contains(id)) || {
                let after = units(r);
                units(b).iter().any(|id| after.contains(id))
            }
        });
        ids::same_id(&mut self.staff, |b, r| b.unit == r.unit);
        declared::settle(&mut self.sites);
        declared::settle(&mut self.groups);
        declared::settle(&mut self.units);
        declared::settle(&mut self.functions);
        declared::settle(&mut self.staff);
    }

    fn is_anything_left(&self) -> bool {
        let all = [
            &self.sites.pairs,
            &self.groups.pairs,
            &self.units.pairs,
            &self.functions.pairs,
            &self.staff.pairs,
        ];
        let unpaired =
            |pairs: &Pairs, side| (0..pairs.len(side) as u32).any(|at| !pairs.is_paired(side, at));
        all.iter()
            .any(|pairs| SIDES.iter().any(|&side| unpaired(pairs, side)))
    }

    /// P2 to P7.
    fn infer(&mut self, layout: &Both<Layout>) {
        self.series(layout);
        identifiers::pass(&mut self.sites);
        identifiers::pass(&mut self.units);
        identifiers::pass(&mut self.functions);
        identifiers::pass(&mut self.staff);
        names::in_chart(&mut self.sites);
        names::in_chart(&mut self.groups);
        self.in_line(layout);
        names::unique(&mut self.sites);
        names::unique(&mut self.groups);
        names::unique(&mut self.units);
        names::unique(&mut self.functions);
        names::unique(&mut self.staff);
        names::purpose(&mut self.units);
        names::purpose(&mut self.functions);
        // What stands under a unit that has been found by its name has a line now.
        self.in_line(layout);
        contents::pass(self, layout);
        self.in_line(layout);
    }

    /// P2 for every kind.
    fn series(&mut self, layout: &Both<Layout>) {
        ids::affix(&mut self.sites, |_, _| None);
        ids::affix(&mut self.groups, |_, _| None);
        ids::affix(&mut self.units, |_, _| None);
        let units = &mut self.units.pairs;
        ids::affix(&mut self.functions, |from, to| {
            let mut classes = |side, function: u32| -> Option<Vec<u32>> {
                let holders = &layout.get(side).holders[function as usize];
                let classes = holders.iter().map(|&unit| units.class(side, unit));
                classes
                    .collect::<Option<Vec<u32>>>()
                    .filter(|all| !all.is_empty())
            };
            let before = classes(Side::Base, from)?;
            let now = classes(Side::Revision, to)?;
            Some(before.iter().any(|class| now.contains(class)))
        });
        ids::affix(&mut self.staff, |from, to| {
            let before = units.class(Side::Base, layout.base.unit[from as usize]?)?;
            let now = units.class(Side::Revision, layout.revision.unit[to as usize]?)?;
            Some(before == now)
        });
    }

    /// P4 for what has a line.
    fn in_line(&mut self, layout: &Both<Layout>) {
        let (units, sites) = (&mut self.units, &mut self.sites.pairs);
        names::units(units, sites, layout);
        names::functions(&mut self.functions, &mut units.pairs, layout);
        let functions = &mut self.functions;
        names::staff(&mut self.staff, &mut units.pairs, sites, functions, layout);
    }
}

impl<E: Traced> Work<'_, E> {
    fn tracks(&self) -> Tracks<E::Id> {
        Tracks::new(self.base, self.revision, &self.pairs)
    }
}
