//! What all kinds of entity have in common: a section, fields, perhaps a name and a past.
//!
//! Every list of fields here is checked by the compiler to be all of them.

use rokade_core::entry::{
    BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, Entries, FunctionEntry,
    InterfaceEntry, MoreOfStaff, MoreOfUnit, OpenEntry, PremiseEntry, References, Section,
    SiteEntry, StaffEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::fault::FaultKind;
use rokade_core::ids::{
    BodyId, CoLocationId, CommitmentId, CompetenceId, FunctionId, Id, InterfaceId, OpenId,
    PremiseId, SiteId, StaffId, TargetGroupId, UnitId,
};
use rokade_core::text::Text;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// An entity of one kind.
pub(super) trait Thing:
    Default + Clone + PartialEq + References + Serialize + DeserializeOwned
{
    /// Its kind of id.
    type Id: Id;

    /// The section of its kind.
    fn section(entries: &Entries) -> &Section<Self::Id, Self>;

    /// The section of its kind, to change.
    fn section_mut(entries: &mut Entries) -> &mut Section<Self::Id, Self>;

    /// The keys of the fields that differ.
    fn changed(&self, before: &Self) -> Vec<&'static str>;

    /// Its name, where its kind has names.
    fn name(&mut self) -> Option<&mut Option<Text>> {
        None
    }

    /// Its ids in earlier charts, where its kind keeps them.
    fn past(&mut self) -> Option<&mut Vec<Self::Id>> {
        None
    }

    /// Writes its id in it, where it holds its id itself.
    fn hold_id(&mut self, id: &Self::Id) {
        let _ = id;
    }

    /// What it must have and has not, and the key that would be it.
    fn lack(&self) -> Option<(FaultKind, &'static str)> {
        None
    }
}

/// What must sit or work together are two or more.
fn too_few(members: [usize; 3]) -> Option<(FaultKind, &'static str)> {
    let keys = ["functions", "units", "staff"];
    let stated = keys.into_iter().zip(members).find(|(_, n)| *n > 0);
    let key = stated.map_or("units", |(key, _)| key);
    (members.into_iter().sum::<usize>() < 2).then_some((FaultKind::TooFewMembers, key))
}

fn lack_of_co_location(stated: &CoLocationEntry) -> Option<(FaultKind, &'static str)> {
    too_few([
        stated.functions.len(),
        stated.units.len(),
        stated.staff.len(),
    ])
}

fn lack_of_interface(stated: &InterfaceEntry) -> Option<(FaultKind, &'static str)> {
    too_few([0, stated.units.len(), stated.staff.len()])
}

fn lack_of_premise(premise: &PremiseEntry) -> Option<(FaultKind, &'static str)> {
    let lack = (FaultKind::Missing { key: "text" }, "text");
    premise.text.is_none().then_some(lack)
}

/// The key of a field: its own name, unless another is given.
macro_rules! key {
    ($field:ident $key:literal) => {
        $key
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// The pattern of what is seldom said, whose fields are asked by themselves.
macro_rules! said_below {
    ($more:ident) => {
        _
    };
}

macro_rules! things {
    ($($entry:ident = $id:ty, $section:ident {
        $($field:ident $(as $key:literal)?),*
    } $(more $more:ident { $($seldom:ident $(as $word:literal)?),* })? $(name $name:ident)? $(past $past:ident)? $(holds $own:ident)? $(lacks $lack:ident)?;)*) => {$(
        impl Thing for $entry {
            type Id = $id;

            fn section(entries: &Entries) -> &Section<Self::Id, Self> {
                &entries.$section
            }

            fn section_mut(entries: &mut Entries) -> &mut Section<Self::Id, Self> {
                &mut entries.$section
            }

            fn changed(&self, before: &Self) -> Vec<&'static str> {
                // Without `..`: a field that is not listed is an error of the compiler.
                let $entry { $($field,)* $(more: said_below!($more))? } = self;
                let mut changed = Vec::new();
                $(if *$field != before.$field {
                    changed.push(key!($field $($key)?));
                })*
                $(
                    let $more { $($seldom),* } = &*self.more;
                    $(if *$seldom != before.$seldom {
                        changed.push(key!($seldom $($word)?));
                    })*
                )?
                changed
            }

            $(fn name(&mut self) -> Option<&mut Option<Text>> {
                Some(&mut self.$name)
            })?

            $(fn past(&mut self) -> Option<&mut Vec<Self::Id>> {
                Some(&mut self.$past)
            })?

            $(fn hold_id(&mut self, id: &Self::Id) {
                self.$own = Some(id.clone());
            })?

            $(fn lack(&self) -> Option<(FaultKind, &'static str)> {
                $lack(self)
            })?
        }
    )*};
}

things! {
    SiteEntry = SiteId, sites {
        name, also, capacity, travel, identifiers, previously, allow
    } name name past previously;
    UnitEntry = UnitId, units {
        name, parent, unit_type as "type", site, head
    } more MoreOfUnit {
        also, established, until, budget, independent_of, external, purpose, identifiers,
        previously, allow
    } name name past previously;
    StaffEntry = StaffId, staff {
        title, unit, count, performs, cost
    } more MoreOfStaff {
        site, serves as "for", competences, reports_to, professional_lead, covers_for, wishes,
        filled, identifiers, previously, allow
    } name title past previously;
    FunctionEntry = FunctionId, functions {
        name, also, kind, kle, identifiers, purpose, statutory, responsible, cases_per_post,
        volume, decided_by, because, required_in, needed_at, needed_by, hosted_by, previously,
        allow
    } name name past previously;
    TargetGroupEntry = TargetGroupId, target_groups {
        name, also, citizens, pathway, entrance, previously, allow
    } name name past previously;
    CoLocationEntry = CoLocationId, co_locations {
        id, functions, units, staff, groups as "for", because, allow
    } holds id lacks lack_of_co_location;
    InterfaceEntry = InterfaceId, interfaces {
        id, units, staff, strength, because, allow
    } holds id lacks lack_of_interface;
    CompetenceEntry = CompetenceId, competences {
        name, also, critical_mass, allow
    } name name;
    BodyEntry = BodyId, bodies { name, also, kind, covers, allow } name name;
    PremiseEntry = PremiseId, premises { id, kind, text, source, about, allow }
        holds id lacks lack_of_premise;
    OpenEntry = OpenId, open { id, about, text, options, decide_by, allow } holds id;
    CommitmentEntry = CommitmentId, commitments { id, text, keep, at_most, at_least, allow }
        holds id;
}

/// Does the same for every kind of entity.
macro_rules! for_every_thing {
    ($run:ident) => {
        $run!(
            SiteEntry,
            UnitEntry,
            StaffEntry,
            FunctionEntry,
            TargetGroupEntry,
            CoLocationEntry,
            InterfaceEntry,
            CompetenceEntry,
            BodyEntry,
            PremiseEntry,
            OpenEntry,
            CommitmentEntry
        )
    };
}
pub(super) use for_every_thing;
