//! Random proposals: every kind of event with every key it takes, `set`, and what a proposal
//! says for itself.
//!
//! Most events can be applied: they name what is there when their turn comes, as far as that is
//! followed here, and take no more than there is. Some cannot, on purpose or because of one
//! before them. The lowest rolls make the plainest events.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use rokade_core::date::DateSpan;
use rokade_core::entry::{
    Appoint, EndedEntry, Entries, Establish, Event, EventEntry, Head, Move, OrUndecided, Proposal,
    Relocate,
};
use rokade_core::ids::{
    BodyId, CoLocationId, CommitmentId, EventId, Id, InterfaceId, OpenId, PremiseId, StaffId,
    StepId, UnitId,
};
use rokade_core::quantity::Quantity;

use super::{Dice, Known, UNITS, besides, patch};

/// A random proposal: one to six events, mostly with something besides.
#[must_use]
pub fn proposed(base: &Entries, dice: &mut Dice<'_>) -> Proposal {
    let mut draft = Draft::new(base);
    let mut proposal = Proposal {
        base: Some("base.yaml".to_owned()),
        ..Proposal::default()
    };
    for _ in 0..=dice.below(6) {
        let entry = draft.event(dice);
        proposal.events.push(Event::computed(entry));
    }
    if dice.one_in(3) {
        proposal.set = patch::set(&mut draft, dice);
    }
    if dice.one_in(3) {
        proposal.own = draft.own(dice);
    }
    proposal
}

/// What is there while events are written.
pub(super) struct Draft<'a> {
    pub(super) base: &'a Entries,
    pub(super) known: Known,
    pub(super) counts: IndexMap<StaffId, Quantity>,
    events: Vec<EventId>,
    /// The number of the next new id: no id of the base is used again.
    fresh: usize,
}

impl<'a> Draft<'a> {
    fn new(base: &'a Entries) -> Self {
        let number = |id: &str| id.strip_prefix('t')?.parse::<usize>().ok();
        let used = base.subjects().filter_map(|thing| number(&thing.id)).max();
        let counts = base.staff.iter();
        let counts =
            counts.map(|(id, post)| (id.clone(), post.value.count.unwrap_or(Quantity::ONE)));
        Draft {
            base,
            known: Known::of(base),
            counts: counts.collect(),
            events: Vec::new(),
            fresh: used.unwrap_or_default().max(200),
        }
    }

    pub(super) fn fresh<T: Id>(&mut self) -> T {
        self.fresh += 1;
        super::id(self.fresh)
    }

    /// One of these; now and then one that nobody has.
    pub(super) fn one<T: Id>(dice: &mut Dice<'_>, from: &[T]) -> Option<T> {
        let one = dice.pick(from);
        if dice.one_in(60) {
            return Some(super::id(999));
        }
        one
    }

    pub(super) fn decided<T: Id>(dice: &mut Dice<'_>, from: &[T]) -> Option<OrUndecided<T>> {
        let one = Self::one(dice, from)?;
        Some(if dice.one_in(10) {
            OrUndecided::Undecided
        } else {
            OrUndecided::Id(one)
        })
    }

    fn event(&mut self, dice: &mut Dice<'_>) -> EventEntry {
        let kind = dice.below(26);
        let mut event = self.action(kind, dice).unwrap_or_else(|| {
            // Nothing is there for it to be about.
            let unit: UnitId = self.fresh();
            self.known.units.push(unit.clone());
            EventEntry {
                establish: Some(Box::new(Establish {
                    unit: Some(unit),
                    ..Establish::default()
                })),
                ..EventEntry::default()
            }
        });
        if dice.one_in(4) {
            let id: EventId = self.fresh();
            self.events.push(id.clone());
            event.id = Some(id);
        }
        if dice.one_in(4) {
            event.because = Some("Stordrift: flere under ét tag, #1".to_owned());
        }
        event.date = dice.one_in(6).then(|| date(dice));
        event.allow = super::allow(dice);
        event
    }

    fn action(&mut self, kind: usize, dice: &mut Dice<'_>) -> Option<EventEntry> {
        let mut event = EventEntry::default();
        match kind {
            0 => event.establish = Some(Box::new(self.found_unit(dice))),
            1 => event.establish = Some(Box::new(self.found(dice))),
            2 | 3 => event.moves = Some(self.move_group(dice)?),
            4 | 5 => event.moves = Some(self.move_part(dice)?),
            6..=8 => event.moves = Some(self.move_function(dice)?),
            9 | 10 => {
                event.moves = Some(Move {
                    unit: Some(Self::one(dice, &self.known.units)?),
                    to: Some(Self::decided(dice, &self.known.units)?),
                    site: self.new_site(dice),
                    because: because(dice),
                    ..Move::default()
                });
            }
            11 => {
                event.relocate = Some(Relocate {
                    unit: Some(Self::one(dice, &self.known.units)?),
                    to: Some(Self::decided(dice, &self.known.sites)?),
                    because: because(dice),
                    ..Relocate::default()
                });
            }
            12 => {
                event.relocate = Some(Relocate {
                    staff: Some(Self::one(dice, &self.known.staff)?),
                    to: Some(Self::decided(dice, &self.known.sites)?),
                    because: because(dice),
                    ..Relocate::default()
                });
            }
            13 => event.assign = Some(self.assign(dice)?),
            14 | 15 => event.merge = Some(self.merge_units(dice)?),
            16 => event.merge = Some(self.merge_others(dice)?),
            17 | 18 => event.split = Some(self.split(dice)?),
            19 => event.rename = Some(self.rename(dice)?),
            20 => {
                event.appoint = Some(Appoint {
                    unit: Some(Self::one(dice, &self.known.units)?),
                    head: super::head(dice, &self.known).or(Some(Head::Vacant)),
                    because: because(dice),
                });
            }
            21 => event.recruit = Some(Box::new(self.recruit(dice))),
            22 => event.reduce = Some(self.reduce(dice)?),
            23 => event.discontinue = Some(self.discontinue(dice)?),
            _ => event.close = Some(self.close(dice)?),
        }
        Some(event)
    }

    /// What a proposal says for itself.
    fn own(&mut self, dice: &mut Dice<'_>) -> Entries {
        let mut own = Entries::default();
        own.header.title = dice
            .one_in(2)
            .then(|| "Indstilling: jobcenter og ydelse".to_owned());
        own.header.as_of = dice.one_in(2).then(|| date(dice));
        own.header.allow = super::allow(dice);
        if dice.one_in(3) {
            let gone: UnitId = self.fresh();
            let ended = EndedEntry {
                name: super::name(dice, &UNITS),
                because: because(dice),
                ..EndedEntry::default()
            };
            own.ended.units.insert(gone, ended);
        }
        for _ in 0..dice.below(3) {
            let id: CommitmentId = self.fresh();
            let entry = besides::commitment(dice, &self.known, &id);
            own.commitments.insert(id, entry);
        }
        if dice.one_in(2) {
            let bodies: Vec<BodyId> = self.base.bodies.keys().cloned().collect();
            let steps: Vec<StepId> = (0..dice.below(4)).map(|_| self.fresh()).collect();
            own.process = besides::process(dice, &bodies, &steps);
        }
        own
    }

    /// Ids of things that nothing else of the base depends on.
    pub(super) fn loose(&self) -> Loose {
        Loose {
            co_locations: self.base.co_locations.keys().cloned().collect(),
            interfaces: self.base.interfaces.keys().cloned().collect(),
            premises: self.base.premises.keys().cloned().collect(),
            open: self.base.open.keys().cloned().collect(),
        }
    }
}

/// Things that can be taken out without leaving a reference to nothing.
pub(super) struct Loose {
    pub(super) co_locations: Vec<CoLocationId>,
    pub(super) interfaces: Vec<InterfaceId>,
    pub(super) premises: Vec<PremiseId>,
    pub(super) open: Vec<OpenId>,
}

pub(super) fn because(dice: &mut Dice<'_>) -> Option<String> {
    let reasons = ["Naturlig afgang", "Én indgang: \"borgeren først\"", "6"];
    dice.perhaps(6, &reasons).map(str::to_owned)
}

/// A date of every coarseness the format knows.
pub(super) fn date(dice: &mut Dice<'_>) -> DateSpan {
    let dates = ["2017-06-20", "2015-W49", "2015-04", "2021-H1", "2021"];
    let date = dice.pick(&dates).unwrap_or_default();
    date.parse().expect("a date of the format's description")
}

/// The kinds of event that a proposal has.
pub fn kinds(proposal: &Proposal) -> BTreeSet<&'static str> {
    let events = proposal.events.iter();
    events
        .filter_map(|event| Some(event.entry.action()?.kind().key()))
        .collect()
}
