//! Organisations of an unusual shape: what is looked at once for each pair of things, or once
//! for each step up the line, is found in these at sizes where it hardly shows in others.
//!
//! They are as valid as the rest: nothing that is referred to is missing, and every event can
//! be applied.

use std::fmt;

use clap::ValueEnum;
use rokade_core::entry::{
    Discontinue, Entries, Event, EventEntry, FunctionEntry, FunctionKind, Head, Header, Language,
    Move, OneOrMany, OrUndecided, Organization, Proposal, Reduce, Relocate, Rename,
    ResponsibleScope, SiteEntry, StaffEntry, UnitEntry,
};
use rokade_core::ids::{FunctionId, Id, Kind, SiteId, StaffId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::Entry;
use rokade_core::text::Text;

use super::base::made;
use super::dice::Dice;
use super::{Generated, date, words};

/// Units for each function, and for each event.
const PER_FUNCTION: usize = 10;
const PER_EVENT: usize = 50;

/// Sites for each unit that looks after them.
const SITES_PER_UNIT: usize = 40;

/// What is unusual about an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// Nothing: a municipality and its restructuring.
    Municipality,
    /// Each unit stands under the one before; as many units as staff.
    Chain,
    /// All units stand under the first; as many units as staff.
    Wide,
    /// One function is performed at as many sites as there is staff.
    Sites,
    /// The revision is the base with other ids everywhere; there is no proposal.
    Rekeyed,
    /// The proposal has an event for some ten entries of staff.
    Events,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Shape::Municipality => "municipality",
            Shape::Chain => "chain",
            Shape::Wide => "wide",
            Shape::Sites => "sites",
            Shape::Rekeyed => "rekeyed",
            Shape::Events => "events",
        })
    }
}

/// Units one under the other. In the proposal the lower half goes to a unit further up.
pub(super) fn chain(units: usize, dice: &mut Dice) -> Generated {
    let (base, ids) = tree(units, dice, |n| n.checked_sub(1));
    let mut proposal = changed(&base, &ids);
    let (half, quarter) = (&ids[units / 2], &ids[units / 4]);
    proposal.events.push(event(EventEntry {
        moves: Some(Move {
            unit: Some(half.clone()),
            to: Some(OrUndecided::Id(quarter.clone())),
            ..Move::default()
        }),
        because: Some("Kortere vej til ledelsen".to_owned()),
        ..EventEntry::default()
    }));
    Generated { base, proposal }
}

/// One unit over all others.
pub(super) fn wide(units: usize, dice: &mut Dice) -> Generated {
    let (base, ids) = tree(units, dice, |n| (n > 0).then_some(0));
    let proposal = changed(&base, &ids);
    Generated { base, proposal }
}

/// Units, each with one post that heads it, and a function for every few of them.
fn tree(
    units: usize,
    dice: &mut Dice,
    parent: impl Fn(usize) -> Option<usize>,
) -> (Entries, Vec<UnitId>) {
    let mut entries = organisation();
    let houses = [
        house(&mut entries, "Rådhuset"),
        house(&mut entries, "Jobhuset"),
    ];
    let start = dice.below(1000);
    let names: Vec<String> = (0..units).map(|n| words::place(start, n)).collect();
    let ids: Vec<UnitId> = names.iter().map(|name| made(&words::slug(name))).collect();
    for (n, (id, name)) in ids.iter().zip(&names).enumerate() {
        let head: StaffId = made(&format!("leder-{id}"));
        let unit = UnitEntry {
            name: Some(name.as_str().into()),
            parent: parent(n).map(|at| OrUndecided::Id(ids[at].clone())),
            site: dice
                .pick(&houses)
                .map(|house| OrUndecided::Id(house.clone())),
            head: Some(Head::Post(head.clone())),
            ..UnitEntry::default()
        };
        entries.units.insert(id.clone(), Entry::computed(unit));
        let post = StaffEntry {
            title: Some("Leder".into()),
            unit: Some(OrUndecided::Id(id.clone())),
            performs: (n % PER_FUNCTION == 0).then(|| vec![task(id)]),
            ..StaffEntry::default()
        };
        entries.staff.insert(head, Entry::computed(post));
        if n % PER_FUNCTION == 0 {
            let function = FunctionEntry {
                name: Some(format!("Tilsyn med {name}").into()),
                kind: Some(FunctionKind::Management),
                responsible: Some(OneOrMany(vec![scope(id, None)])),
                ..FunctionEntry::default()
            };
            entries
                .functions
                .insert(task(id), Entry::computed(function));
        }
    }
    (entries, ids)
}

/// The function that a unit has.
fn task(unit: &UnitId) -> FunctionId {
    made(&format!("tilsyn-{unit}"))
}

/// Units that get another name, another house, or hand their function to the next.
fn changed(base: &Entries, ids: &[UnitId]) -> Proposal {
    let mut proposal = proposal();
    for (n, pair) in ids.windows(2).enumerate().step_by(PER_EVENT) {
        let [unit, next] = pair else { continue };
        let because = Some("Opgaverne samles".to_owned());
        proposal.events.push(event(match n / PER_EVENT % 3 {
            0 => EventEntry {
                moves: Some(Move {
                    function: Some(task(unit)),
                    from: Some(unit.clone()),
                    to: Some(OrUndecided::Id(next.clone())),
                    because,
                    ..Move::default()
                }),
                ..EventEntry::default()
            },
            1 => EventEntry {
                rename: Some(Rename {
                    unit: Some(unit.clone()),
                    name: base.units[unit.as_str()]
                        .value
                        .name
                        .as_ref()
                        .map(|name| format!("{name} og Opland").into()),
                    because,
                    ..Rename::default()
                }),
                ..EventEntry::default()
            },
            _ => EventEntry {
                relocate: Some(Relocate {
                    unit: Some(unit.clone()),
                    to: base.sites.keys().next().cloned().map(OrUndecided::Id),
                    because,
                    ..Relocate::default()
                }),
                ..EventEntry::default()
            },
        }));
    }
    proposal
}

/// One function at many sites, each with a group of posts. In the proposal some sites go to the
/// next unit with their posts, some lose the function, and some lose a post.
pub(super) fn sites(sites: usize, dice: &mut Dice) -> Generated {
    let mut entries = organisation();
    let function: FunctionId = made("borgerservice");
    let top: UnitId = made("kommunen");
    let root = UnitEntry {
        name: Some("Kommunen".into()),
        head: Some(Head::None),
        ..UnitEntry::default()
    };
    entries.units.insert(top.clone(), Entry::computed(root));
    let areas: Vec<UnitId> = (0..sites.div_ceil(SITES_PER_UNIT))
        .map(|n| area(&mut entries, &top, n))
        .collect();
    let start = dice.below(1000);
    let mut scopes = Vec::with_capacity(sites);
    let mut proposal = proposal();
    for n in 0..sites {
        let area = n / SITES_PER_UNIT;
        let (unit, next) = (&areas[area], &areas[(area + 1) % areas.len()]);
        let site = house(&mut entries, &words::place(start, n));
        let staff: StaffId = made(&format!("raadgivere-{site}"));
        let mut post = StaffEntry {
            title: Some("Borgerrådgivere".into()),
            unit: Some(OrUndecided::Id(unit.clone())),
            count: Some(Quantity::exact(dice.between(2, 6))),
            performs: Some(vec![function.clone()]),
            ..StaffEntry::default()
        };
        post.site = Some(OrUndecided::Id(site.clone()));
        entries.staff.insert(staff.clone(), Entry::computed(post));
        scopes.push(scope(unit, Some(site.clone())));
        if n % PER_EVENT == 0 && unit != next {
            let place = Place {
                site,
                staff,
                unit,
                next,
            };
            proposal
                .events
                .extend(place.events(&function, n / PER_EVENT));
        }
    }
    let service = FunctionEntry {
        name: Some("Borgerservice".into()),
        kind: Some(FunctionKind::Citizen),
        responsible: Some(OneOrMany(scopes)),
        ..FunctionEntry::default()
    };
    entries.functions.insert(function, Entry::computed(service));
    Generated {
        base: entries,
        proposal,
    }
}

/// A unit that looks after some sites.
fn area(entries: &mut Entries, top: &UnitId, n: usize) -> UnitId {
    let name = format!("Område {}", words::area(n));
    let id: UnitId = made(&words::slug(&name));
    let unit = UnitEntry {
        name: Some(name.into()),
        parent: Some(OrUndecided::Id(top.clone())),
        head: Some(Head::None),
        ..UnitEntry::default()
    };
    entries.units.insert(id.clone(), Entry::computed(unit));
    id
}

/// A site with its posts, its unit, and the unit beside that.
struct Place<'a> {
    site: SiteId,
    staff: StaffId,
    unit: &'a UnitId,
    next: &'a UnitId,
}

impl Place<'_> {
    /// What is done here, by turns.
    fn events(self, function: &FunctionId, turn: usize) -> Vec<Event> {
        let to = Some(OrUndecided::Id(self.next.clone()));
        let because = Some("Åbningstiden samles".to_owned());
        match turn % 3 {
            0 => {
                let function = Move {
                    function: Some(function.clone()),
                    from: Some(self.unit.clone()),
                    to: to.clone(),
                    at: vec![self.site],
                    because: because.clone(),
                    ..Move::default()
                };
                let staff = Move {
                    staff: Some(self.staff),
                    to,
                    because,
                    ..Move::default()
                };
                let moves = [function, staff].map(|moved| EventEntry {
                    moves: Some(moved),
                    ..EventEntry::default()
                });
                moves.map(event).into()
            }
            1 => vec![event(EventEntry {
                discontinue: Some(Discontinue {
                    function: Some(function.clone()),
                    at: vec![self.site],
                    because,
                    ..Discontinue::default()
                }),
                ..EventEntry::default()
            })],
            _ => vec![event(EventEntry {
                reduce: Some(Reduce {
                    staff: Some(self.staff),
                    by: "1".parse().ok(),
                    because,
                }),
                ..EventEntry::default()
            })],
        }
    }
}

/// The same things, each under an id that says nothing of the one before.
pub(super) fn rekeyed(base: &Entries, seed: u64) -> Entries {
    let mut entries = base.clone();
    let other = |kind: Kind, id: &str| match kind {
        Kind::Unit | Kind::Staff | Kind::Function | Kind::Site | Kind::TargetGroup => {
            other_id(seed, kind, id)
        }
        _ => id.into(),
    };
    entries.map_ids(&|kind, id| Some(other(kind, id)), true);
    entries
}

/// Sixteen digits that stand for an id: FNV-1a of its bytes, and then mixed.
fn other_id(seed: u64, kind: Kind, id: &str) -> Text {
    let section = kind.section().as_bytes();
    let bytes = section.iter().chain(id.as_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325 ^ seed, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("n{:016x}", Dice::new(hash).next()).into()
}

/// A municipality without anything in it.
fn organisation() -> Entries {
    Entries {
        header: Header {
            organization: Some(Organization {
                id: Some(made("kommunen")),
                name: Some("Kommunen".into()),
                language: Some(Language::Da),
                currency: Some("DKK".to_owned()),
            }),
            title: Some("Kommunen i dag".to_owned()),
            as_of: date("2025-01-01"),
            allow: Vec::new(),
        },
        ..Entries::default()
    }
}

/// A proposal without anything in it.
fn proposal() -> Proposal {
    Proposal {
        own: Entries {
            header: Header {
                title: Some("Forslag til ny organisering".to_owned()),
                as_of: date("2025-10-01"),
                ..Header::default()
            },
            ..Entries::default()
        },
        ..Proposal::default()
    }
}

fn house(entries: &mut Entries, name: &str) -> SiteId {
    let id: SiteId = made(&words::slug(name));
    let site = SiteEntry {
        name: Some(name.into()),
        ..SiteEntry::default()
    };
    entries.sites.insert(id.clone(), Entry::computed(site));
    id
}

fn scope(unit: &UnitId, site: Option<SiteId>) -> ResponsibleScope {
    ResponsibleScope {
        unit: Some(OrUndecided::Id(unit.clone())),
        site,
        ..ResponsibleScope::default()
    }
}

fn event(entry: EventEntry) -> Event {
    Event::computed(entry)
}
