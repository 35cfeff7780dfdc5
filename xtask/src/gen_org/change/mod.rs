//! A restructuring of an organisation: events in the order a proposal would have them.
//!
//! Every event can be applied. A thing that one event ends, renames or divides is left alone by
//! all the others, so that it does not matter which of them comes first.

mod functions;
mod line;
mod papers;
mod posts;
mod units;

use std::collections::BTreeSet;

use rokade_core::entry::{Entries, Event, EventEntry, OrUndecided, Patch, Proposal, StaffEntry};
use rokade_core::ids::{EventId, FunctionId, Id, Kind, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;
use serde_json::Value as Json;

use super::base::{Department, Hold, Team, TeamKind, Town, made};
use super::date;
use super::dice::Dice;

/// How much is changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Entries of staff for each round of changes.
    staff_per_round: usize,
    /// The most rounds.
    rounds: usize,
}

/// What a council may decide at once: some ten thousand events at the most.
pub(super) const USUAL: Extent = Extent {
    staff_per_round: 500,
    rounds: 285,
};

/// One event for some ten entries of staff.
pub(super) const MANY: Extent = Extent {
    staff_per_round: 250,
    rounds: usize::MAX,
};

/// Below this size there are only as many events as are bearable, one for so many entries.
const SMALL: (usize, usize) = (200, 6);

/// What is to become of a thing in this proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Nothing so far.
    Free,
    /// Others may come to it, so it stays.
    Kept,
    /// Something happens to it.
    Taken,
}

/// A change, if the municipality has what it needs.
type Pattern = fn(&mut Changer<'_>) -> Option<()>;

/// What a municipality may do, the most telling first.
const PATTERNS: [Pattern; 30] = [
    line::close_house,
    line::merge_departments,
    posts::part_of_group,
    units::move_team,
    units::relocate_team,
    functions::with_its_staff,
    functions::for_a_group,
    functions::some_of_its_cases,
    functions::at_a_site,
    units::split,
    line::fill_vacancy,
    line::leave_vacant,
    posts::recruit_more,
    posts::reduce,
    units::rename,
    functions::discontinue_at_a_site,
    functions::discontinue,
    units::establish,
    posts::assign,
    posts::relocate,
    posts::whole_group,
    posts::from_outside,
    units::close_site,
    units::merge_institutions,
    units::new_house,
    posts::undecided,
    functions::rename,
    functions::end_group,
    functions::merge_alike,
    posts::rename,
];

/// A proposal while it is being made, for one municipality at a time.
struct Changer<'a> {
    base: &'a Entries,
    town: &'a Town,
    dice: &'a mut Dice,
    events: &'a mut Vec<Event>,
    set: &'a mut Vec<Patch>,
    teams: Vec<Mark>,
    departments: Vec<Mark>,
    /// Posts and functions that something happens to already.
    staff: BTreeSet<StaffId>,
    functions: BTreeSet<FunctionId>,
    groups: BTreeSet<TargetGroupId>,
    /// The ids of new things.
    ids: BTreeSet<String>,
    /// The afdelinger that something happens in.
    touched: BTreeSet<usize>,
}

/// A restructuring of every municipality.
pub(super) fn proposal(
    base: &Entries,
    towns: &[Town],
    extent: Extent,
    dice: &mut Dice,
) -> Proposal {
    let staff = base.staff.len();
    let rounds = (staff / extent.staff_per_round)
        .clamp(1, extent.rounds)
        .max(towns.len());
    let (small, per_event) = SMALL;
    let most = if staff < small {
        (staff / per_event).max(3)
    } else {
        usize::MAX
    };
    let mut events = Vec::new();
    let mut set = Vec::new();
    let mut heard = Vec::new();
    for (n, town) in towns.iter().enumerate() {
        let share = rounds * (n + 1) / towns.len() - rounds * n / towns.len();
        let mut changer = Changer {
            base,
            town,
            dice,
            events: &mut events,
            set: &mut set,
            teams: vec![Mark::Free; town.teams.len()],
            departments: vec![Mark::Free; town.departments.len()],
            staff: BTreeSet::new(),
            functions: BTreeSet::new(),
            groups: BTreeSet::new(),
            ids: BTreeSet::new(),
            touched: BTreeSet::new(),
        };
        for _ in 0..share {
            for pattern in PATTERNS {
                if changer.events.len() < most {
                    // What a municipality has no material for is left out.
                    let _ = pattern(&mut changer);
                }
            }
        }
        changer.patches();
        heard.push(changer.touched);
    }
    let own = papers::own(base, towns, &heard);
    Proposal {
        base: None,
        events,
        set,
        own,
    }
}

impl Changer<'_> {
    /// A team that is free, becoming marked; one that is kept will do where it is only to be
    /// kept.
    fn team(&mut self, mark: Mark, fits: impl Fn(&Self, &Team) -> bool) -> Option<usize> {
        let count = self.town.teams.len();
        let start = self.dice.below(count);
        let at = (start..count).chain(0..start).find(|&at| {
            let will_do = match self.teams[at] {
                Mark::Free => true,
                Mark::Kept => mark == Mark::Kept,
                Mark::Taken => false,
            };
            will_do && fits(self, &self.town.teams[at])
        })?;
        self.teams[at] = mark;
        self.touched.insert(self.town.teams[at].department);
        Some(at)
    }

    /// A team of the administration that can take over something: in another afdeling of the
    /// same forvaltning if it can be, else beside it, else anywhere.
    fn receiver(&mut self, from: usize) -> Option<usize> {
        let own = &self.town.teams[from];
        let branch = self.town.departments[own.department].branch;
        let fits = |team: &Team| team.kind == TeamKind::Office && team.id != own.id;
        let near = self.team(Mark::Kept, |c, team| {
            let other = &c.town.departments[team.department];
            fits(team) && team.department != own.department && other.branch == branch
        });
        near.or_else(|| {
            self.team(Mark::Kept, |_, team| {
                fits(team) && team.department == own.department
            })
        })
        .or_else(|| self.team(Mark::Kept, |_, team| fits(team)))
    }

    /// An afdeling of the administration, becoming marked as a team does.
    fn department(
        &mut self,
        mark: Mark,
        fits: impl Fn(&Self, &Department) -> bool,
    ) -> Option<usize> {
        let count = self.town.departments.len();
        let start = self.dice.below(count);
        let at = (start..count).chain(0..start).find(|&at| {
            let will_do = match self.departments[at] {
                Mark::Free => true,
                Mark::Kept => mark == Mark::Kept,
                Mark::Taken => false,
            };
            let department = &self.town.departments[at];
            will_do && department.is_office && fits(self, department)
        })?;
        self.departments[at] = mark;
        self.touched.insert(at);
        Some(at)
    }

    /// A team again, for when what it was marked for could not be done.
    fn release(&mut self, team: usize) -> Option<()> {
        self.teams[team] = Mark::Free;
        None
    }

    /// A group of a team to which nothing happens yet, becoming taken.
    fn group(&mut self, team: usize, fits: impl Fn(&StaffEntry) -> bool) -> Option<StaffId> {
        let groups = self.town.teams[team].groups.iter();
        let mut free = groups.filter(|id| !self.staff.contains(*id));
        let id = free.find(|id| fits(self.post(id)))?.clone();
        self.staff.insert(id.clone());
        Some(id)
    }

    /// A part of a function that a team holds and that nothing happens to yet, becoming taken.
    fn hold(&mut self, team: usize, fits: impl Fn(&Hold) -> bool) -> Option<Hold> {
        let holds = self.town.teams[team].holds.iter();
        let mut free = holds.filter(|hold| !self.functions.contains(&hold.function));
        let hold = free.find(|hold| fits(hold))?.clone();
        self.functions.insert(hold.function.clone());
        Some(hold)
    }

    fn post(&self, id: &StaffId) -> &StaffEntry {
        &self.base.staff[id.as_str()].value
    }

    /// The least posts of a group.
    fn least(entry: &StaffEntry) -> u32 {
        let count = entry.count.unwrap_or(Quantity::ONE);
        u32::try_from(count.low() / 100).unwrap_or(0)
    }

    /// A house of the administration other than this one.
    fn other_house(&mut self, than: &SiteId) -> Option<SiteId> {
        let houses: Vec<&SiteId> = self
            .town
            .houses
            .iter()
            .filter(|house| *house != than)
            .collect();
        self.dice.pick(&houses).map(|&house| house.clone())
    }

    /// An id that neither the base nor this proposal has.
    fn fresh<T: Id>(&mut self, key: &str) -> T {
        let base = self.base;
        let suffix = &self.town.suffix;
        let suffix = if key.ends_with(suffix) { "" } else { suffix };
        let ids = &self.ids;
        let taken = |id: &str| {
            ids.contains(id)
                || match T::KIND {
                    Kind::Unit => base.units.contains_key(id),
                    Kind::Staff => base.staff.contains_key(id),
                    Kind::Function => base.functions.contains_key(id),
                    Kind::Site => base.sites.contains_key(id),
                    Kind::TargetGroup => base.target_groups.contains_key(id),
                    _ => false,
                }
        };
        let id: T = super::base::fresh(key, suffix, taken);
        self.ids.insert(id.as_str().to_owned());
        id
    }

    fn push(&mut self, event: EventEntry) {
        self.events.push(Event::computed(event));
    }

    /// An event that a hearing can name.
    fn push_as(&mut self, id: &str, mut event: EventEntry) {
        let id: EventId = made(id);
        let is_new = self.ids.insert(format!("event {id}"));
        let id = is_new.then_some(id);
        event.id = id;
        if self.dice.percent(20) {
            event.date = date("2026-01-01");
        }
        self.push(event);
    }

    fn patch(&mut self, key: &'static str, id: &str, value: Json) {
        self.set.push(Patch {
            key,
            id: Some(id.into()),
            value,
            origin: None,
        });
    }
}

/// A unit that is decided.
fn to(unit: &UnitId) -> OrUndecided<UnitId> {
    OrUndecided::Id(unit.clone())
}

/// A site that is decided.
fn at(site: &SiteId) -> OrUndecided<SiteId> {
    OrUndecided::Id(site.clone())
}

/// `ca. n`.
fn ca(n: u32) -> Quantity {
    let end = i64::from(n) * 100;
    Quantity::from_hundredths(end, Some(end), true).unwrap_or(Quantity::UNKNOWN)
}
