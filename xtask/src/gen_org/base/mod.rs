//! The organisation as it is today: one municipality, or several under one roof where one would
//! be larger than any there is.
//!
//! Makes entries, and beside them a [`Town`] for each municipality: what a change needs to know
//! to find its way. Nothing here changes what was made.

mod build;
mod institutions;
mod plan;
mod round;
mod tasks;
mod teams;

use rokade_core::entry::{
    Entries, FunctionEntry, FunctionKind, Head, Header, Language, OneOrMany, OrUndecided,
    Organization, ResponsibleScope, StaffEntry, UnitEntry,
};
use rokade_core::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::span::Entry;

use super::dice::Dice;
use super::{date, words};
pub(super) use build::fresh;

use build::Builder;

/// The most entries of staff in one municipality: some 20 000 people.
const TOWN: usize = 6000;

/// Municipalities in a kreds.
const DISTRICT: usize = 20;

/// What there is in a municipality, for whoever changes it.
#[derive(Debug, Default)]
pub(super) struct Town {
    /// What its ids end in; empty where there is one municipality.
    pub(super) suffix: String,
    pub(super) root: Option<UnitId>,
    pub(super) branches: Vec<Branch>,
    pub(super) departments: Vec<Department>,
    pub(super) teams: Vec<Team>,
    /// The houses of the administration, the town hall first.
    pub(super) houses: Vec<SiteId>,
    /// A rented house from which one team can move.
    pub(super) rented: Option<(SiteId, usize)>,
    /// Functions that need not go on.
    pub(super) extras: Vec<FunctionId>,
    pub(super) groups: Vec<TargetGroupId>,
    /// A target group that no responsibility is narrowed to.
    pub(super) loose_group: Option<TargetGroupId>,
    /// Posts in another organisation.
    pub(super) outside: Vec<StaffId>,
}

/// A forvaltning.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) id: UnitId,
    pub(super) committee: String,
}

/// An afdeling, or an area of institutions.
#[derive(Debug)]
pub(super) struct Department {
    pub(super) id: UnitId,
    pub(super) name: String,
    pub(super) branch: usize,
    pub(super) site: SiteId,
    pub(super) head: StaffId,
    pub(super) is_office: bool,
    /// Teams of the office kind.
    pub(super) teams: usize,
}

/// A team or an institution.
#[derive(Debug)]
pub(super) struct Team {
    pub(super) id: UnitId,
    pub(super) name: String,
    pub(super) department: usize,
    pub(super) site: SiteId,
    pub(super) head: Option<StaffId>,
    pub(super) kind: TeamKind,
    pub(super) groups: Vec<StaffId>,
    pub(super) holds: Vec<Hold>,
}

/// What kind of unit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TeamKind {
    /// A team of the administration.
    Office,
    /// Those who keep a house running, by the house's number.
    House(usize),
    /// An institution.
    Institution,
    /// A part of an institution.
    Part,
}

/// A part of a function that a unit is responsible for.
#[derive(Debug, Clone)]
pub(super) struct Hold {
    pub(super) function: FunctionId,
    pub(super) groups: Vec<TargetGroupId>,
    pub(super) has_cases: bool,
}

/// An organisation with exactly so many entries of staff.
pub(super) fn organisation(staff: usize, dice: &mut Dice) -> (Entries, Vec<Town>) {
    let mut entries = Entries::default();
    entries.staff.reserve_exact(staff);
    let start = dice.below(words::TOWN_NAMES);
    let name = |n: usize| words::town((start + n) % words::TOWN_NAMES);
    let mut towns = Vec::new();
    let several = (staff > TOWN).then(|| union(&mut entries, staff));
    let plans = match &several {
        None => vec![(staff, None)],
        Some(plans) => plans.iter().map(|(n, unit)| (*n, Some(unit))).collect(),
    };
    for (n, (size, parent)) in plans.into_iter().enumerate() {
        let plan = plan::plan(size, dice);
        let builder = Builder::new(
            &mut entries,
            dice,
            &name(n),
            parent.map(|unit| (n + 1, unit)),
        );
        towns.push(builder.build(&plan, size, &name(n + 1)));
    }
    preparedness(&mut entries, &towns);
    let title = match &several {
        None => format!("{} Kommune i dag", name(0)),
        Some(_) => "Kommunefællesskabet i dag".to_owned(),
    };
    let (id, called) = match &several {
        None => (words::slug(&name(0)), format!("{} Kommune", name(0))),
        Some(_) => (
            "kommunefaellesskabet".to_owned(),
            "Kommunefællesskabet".to_owned(),
        ),
    };
    entries.header = Header {
        organization: Some(Organization {
            id: Some(made(&id)),
            name: Some(called.into()),
            language: Some(Language::Da),
            currency: Some("DKK".to_owned()),
        }),
        title: Some(title),
        as_of: date("2025-01-01"),
        allow: Vec::new(),
    };
    (entries, towns)
}

/// The roof over several municipalities: its kredse, and which municipality is in which.
fn union(entries: &mut Entries, staff: usize) -> Vec<(usize, UnitId)> {
    let towns = staff.div_ceil(TOWN);
    let districts = towns.div_ceil(DISTRICT);
    let mut unit = |slug: &str, name: String, kind: &str, head: &str, parent: Option<&UnitId>| {
        let id: UnitId = made(slug);
        let post: StaffId = made(&format!("{}-{slug}", words::slug(head)));
        let entry = UnitEntry {
            name: Some(name.into()),
            parent: parent.cloned().map(OrUndecided::Id),
            unit_type: Some(kind.into()),
            head: Some(Head::Post(post.clone())),
            ..UnitEntry::default()
        };
        entries.units.insert(id.clone(), Entry::computed(entry));
        let entry = StaffEntry {
            title: Some(head.into()),
            unit: Some(OrUndecided::Id(id.clone())),
            ..StaffEntry::default()
        };
        entries.staff.insert(post, Entry::computed(entry));
        id
    };
    let name = "Kommunefællesskabet".to_owned();
    let top = unit("kommunefaellesskabet", name, "fællesskab", "Direktør", None);
    let districts: Vec<UnitId> = (0..districts)
        .map(|n| {
            let name = format!("Kreds {}", words::area(n));
            unit(&words::slug(&name), name, "kreds", "Kredschef", Some(&top))
        })
        .collect();
    let left = staff - entries.staff.len();
    (0..towns)
        .map(|n| {
            let size = left / towns + usize::from(n < left % towns);
            (size, districts[n / DISTRICT].clone())
        })
        .collect()
}

/// A function that every municipality must have, each for its own town hall.
fn preparedness(entries: &mut Entries, towns: &[Town]) {
    let scopes = towns.iter().filter_map(|town| {
        Some(ResponsibleScope {
            // The staff functions, where there are any.
            unit: Some(OrUndecided::Id(
                town.branches.get(1).or(town.branches.first())?.id.clone(),
            )),
            site: Some(town.houses.first()?.clone()),
            ..ResponsibleScope::default()
        })
    });
    let entry = FunctionEntry {
        name: Some("Beredskabsplan".into()),
        kind: Some(FunctionKind::Management),
        kle: Some("14.00".into()),
        statutory: true,
        responsible: Some(OneOrMany(scopes.collect())),
        required_in: vec!["kommune".to_owned()],
        ..FunctionEntry::default()
    };
    entries
        .functions
        .insert(made("beredskab"), Entry::computed(entry));
}

/// An id of a text that was made to be one.
pub(super) fn made<T: Id>(text: &str) -> T {
    T::parse(text).expect("ids are made of slugs")
}
