//! Those who sat together or work together, and who lose both their site and their nearest common
//! head. It reports nothing: one rule tells of them, and another leaves them to it.

use std::collections::BTreeSet;

use rokade_core::chart::{MemberRef, Named, UnitView};
use rokade_core::entry::{InterfaceEntry, Strength};
use rokade_core::ids::{Id, InterfaceId, StaffId, Subject, UnitId};

use crate::leadership::layers::{FurtherHead, further_head};
use crate::place::parting::{Outcome, Parting, partings};
use crate::place::sharing::{Party, Seen};
use crate::rule::PairContext;

/// Some who lost both.
pub(super) struct Lost<'c> {
    /// The co-location or interface, in the chart that states it.
    pub(super) subject: Subject,
    /// How they parted.
    pub(super) parting: Parting<'c>,
    /// The head they had.
    pub(super) head: FurtherHead<'c>,
    /// Those of them that lost both, in ids of the base: every two of these.
    pub(super) pairs: BTreeSet<[Subject; 2]>,
    /// How often they work together.
    pub(super) strength: Option<Strength>,
}

/// Interfaces of the base, by id.
pub(super) fn interfaces<'c>(
    context: &PairContext<'c>,
) -> Vec<(&'c InterfaceId, &'c InterfaceEntry)> {
    let all = context.base.entries().interfaces.iter();
    let mut all: Vec<_> = all.map(|(id, entry)| (id, &entry.value)).collect();
    all.sort_by_key(|(id, _)| *id);
    all
}

/// Those who work together by an interface and are there in both charts: what they are in each.
pub(super) fn parties<'c>(
    context: &PairContext<'c>,
    interface: &'c InterfaceEntry,
) -> Vec<(MemberRef<'c>, Vec<MemberRef<'c>>)> {
    let lineage = &context.changes.lineage;
    let units: BTreeSet<&UnitId> = interface.units.iter().collect();
    let units = units.into_iter().filter_map(|id| {
        let before = context.base.unit(id).filter(|unit| !unit.is_external())?;
        let now = lineage.units.descendants(id).iter();
        let now = now.filter_map(|id| context.revision.unit(id));
        Some((MemberRef::Unit(before), now.map(MemberRef::Unit).collect()))
    });
    let staff: BTreeSet<&StaffId> = interface.staff.iter().collect();
    let staff = staff.into_iter().filter_map(|id| {
        let before = context.base.post(id)?;
        let now = lineage.staff.descendants(id).iter();
        let now = now.filter_map(|id| context.revision.post(id));
        Some((
            MemberRef::Staff(before),
            now.map(MemberRef::Staff).collect(),
        ))
    });
    let all = units.chain(staff);
    all.filter(|(_, now): &(_, Vec<_>)| !now.is_empty())
        .collect()
}

/// Everybody who lost both: co-locations first, then interfaces, by their ids.
#[expect(
    clippy::indexing_slicing,
    reason = "the same parties, in the same places, before and after"
)]
pub(super) fn lost<'c>(context: &PairContext<'c>) -> Vec<Lost<'c>> {
    let mut all: Vec<Lost<'c>> = Vec::new();
    for parting in partings(context) {
        if parting.outcome != Outcome::Broken {
            continue;
        }
        let (before, after) = (&parting.before.parties, &parting.after.parties);
        let sits_apart = |i: usize, j: usize| {
            let mut sites = after[i].presence.sites();
            !sites.any(|site| after[j].presence.is_at(site))
        };
        let mut head: Option<FurtherHead<'c>> = None;
        let mut pairs = BTreeSet::new();
        for i in 0..before.len() {
            for j in i + 1..before.len() {
                let further = sits_apart(i, j)
                    .then(|| common(context, [&before[i], &before[j]], [&after[i], &after[j]]));
                if let Some(Some(further)) = further {
                    pairs.extend(paired(&before[i], &before[j]));
                    head = Some(worse(head, further));
                }
            }
        }
        if let Some(head) = head {
            all.push(Lost {
                subject: parting.subject().clone(),
                parting,
                head,
                pairs,
                strength: None,
            });
        }
    }
    for (id, interface) in interfaces(context) {
        let parties = parties(context, interface);
        for (i, one) in parties.iter().enumerate() {
            for other in parties.iter().skip(i + 1) {
                all.extend(interface_pair(context, (id, interface), one, other));
            }
        }
    }
    all
}

type Both<'c> = (MemberRef<'c>, Vec<MemberRef<'c>>);

#[expect(
    clippy::indexing_slicing,
    reason = "the same parties, in the same places, before and after"
)]
fn interface_pair<'c>(
    context: &PairContext<'c>,
    (id, interface): (&InterfaceId, &InterfaceEntry),
    one: &Both<'c>,
    other: &Both<'c>,
) -> Option<Lost<'c>> {
    let before = Seen::new(vec![vec![one.0], vec![other.0]], Vec::new());
    let after = Seen::new(vec![one.1.clone(), other.1.clone()], Vec::new());
    let head = {
        let (before, after) = (&before.parties, &after.parties);
        common(context, [&before[0], &before[1]], [&after[0], &after[1]])?
    };
    let pairs = paired(&before.parties[0], &before.parties[1]).collect();
    let words = rokade_core::finding::Side::Base;
    let parting = Parting::of(context, id.subject(), words, before, after)?;
    (parting.outcome == Outcome::Broken).then(|| Lost {
        subject: id.subject(),
        parting,
        head,
        pairs,
        strength: interface.strength,
    })
}

/// Two members as one pair, whichever is named first.
fn paired<'p>(one: &'p Party<'_>, other: &'p Party<'_>) -> impl Iterator<Item = [Subject; 2]> {
    one.members.iter().flat_map(move |one| {
        other.members.iter().map(move |other| {
            let mut pair = [one.subject(), other.subject()];
            pair.sort();
            pair
        })
    })
}

fn common<'c>(
    context: &PairContext<'c>,
    before: [&Party<'c>; 2],
    after: [&Party<'c>; 2],
) -> Option<FurtherHead<'c>> {
    let [one, other] = before.map(units);
    let [one_now, other_now] = after.map(units);
    further_head(context.changes, [&one, &other], [&one_now, &other_now])
}

/// The units that a member is, is in, or is the responsibility of.
fn units<'c>(party: &Party<'c>) -> Vec<UnitView<'c>> {
    let of = |member: &MemberRef<'c>| match member {
        MemberRef::Unit(unit) => vec![*unit],
        MemberRef::Staff(post) => post.unit().into_iter().collect(),
        MemberRef::Function(function) => function.holders(),
    };
    let mut units: Vec<UnitView<'c>> = party.members.iter().flat_map(of).collect();
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| !unit.is_external());
    units
}

/// The one that is more levels up; none at all is the furthest.
fn worse<'c>(one: Option<FurtherHead<'c>>, other: FurtherHead<'c>) -> FurtherHead<'c> {
    let levels = |head: &FurtherHead<'_>| head.now.map_or(usize::MAX, |(_, levels)| levels);
    match one {
        Some(one) if levels(&one) >= levels(&other) => one,
        _ => other,
    }
}
