//! Changes of posts: moved, relocated, recruited, reduced, given other work.

use rokade_core::entry::{
    Assign, EventEntry, Move, OrUndecided, Recruit, Reduce, Relocate, Rename, StaffEntry,
};
use rokade_core::ids::{Id, StaffId};
use rokade_core::quantity::{Amount, Quantity};

use super::super::base::TeamKind;
use super::functions::some_of;
use super::{Changer, Mark, at, to};

/// A part of a group goes to a team of another afdeling.
pub(super) fn part_of_group(c: &mut Changer<'_>) -> Option<()> {
    let (from, staff) = large_group(c)?;
    let team = &c.town.teams[from];
    let receiver = c.receiver(from)?;
    let receiver = &c.town.teams[receiver];
    let count = some_of(c, Changer::least(c.post(&staff)));
    let stem = staff
        .as_str()
        .strip_suffix(&format!("-{}", team.id))
        .unwrap_or("gruppe");
    let part: StaffId = c.fresh(&format!("{stem}-{}", receiver.id));
    let site = c.dice.percent(40).then(|| at(&receiver.site));
    let title = c.post(&staff).title.clone().unwrap_or_default();
    c.push_as(
        &format!("flyt-{part}"),
        EventEntry {
            moves: Some(Move {
                staff: Some(staff),
                count: Some(count),
                to: Some(to(&receiver.id)),
                site,
                part: Some(part.clone()),
                ..Move::default()
            }),
            because: Some("Kræfterne samles, hvor sagerne er".to_owned()),
            ..EventEntry::default()
        },
    );
    if c.dice.percent(50) {
        let value = serde_json::json!({ "title": format!("{title}, {}", receiver.name) });
        c.patch("staff", part.as_str(), value);
    }
    Some(())
}

/// A group of three or more, in a team that stays.
fn large_group(c: &mut Changer<'_>) -> Option<(usize, StaffId)> {
    let is_large = |entry: &StaffEntry| Changer::least(entry) > 2;
    let from = c.team(Mark::Kept, |c, team| {
        let mut free = team.groups.iter().filter(|id| !c.staff.contains(*id));
        !matches!(team.kind, TeamKind::House(_)) && free.any(|id| is_large(c.post(id)))
    })?;
    let staff = c.group(from, is_large)?;
    Some((from, staff))
}

/// A whole group goes to another team, and stays where it sits.
pub(super) fn whole_group(c: &mut Changer<'_>) -> Option<()> {
    let from = c.team(Mark::Kept, |c, team| {
        let free = team.groups.iter().filter(|id| !c.staff.contains(*id));
        team.kind == TeamKind::Office && free.count() > 2
    })?;
    // Not the first of them, who do what the team is there for.
    let team = &c.town.teams[from];
    let staff = team
        .groups
        .iter()
        .rev()
        .find(|id| !c.staff.contains(*id))?
        .clone();
    let receiver = c.receiver(from)?;
    c.staff.insert(staff.clone());
    let event = EventEntry {
        moves: Some(Move {
            staff: Some(staff),
            to: Some(to(&c.town.teams[receiver].id)),
            ..Move::default()
        }),
        ..EventEntry::default()
    };
    c.push(event);
    Some(())
}

/// Posts come over from another organisation.
pub(super) fn from_outside(c: &mut Changer<'_>) -> Option<()> {
    let mut outside = c.town.outside.iter();
    let staff = outside.find(|id| !c.staff.contains(*id))?.clone();
    let receiver = c.team(Mark::Kept, |_, team| team.kind == TeamKind::Office)?;
    c.staff.insert(staff.clone());
    let receiver = &c.town.teams[receiver];
    c.push_as(
        &format!("overdrag-{staff}"),
        EventEntry {
            moves: Some(Move {
                staff: Some(staff),
                to: Some(to(&receiver.id)),
                site: Some(at(&receiver.site)),
                ..Move::default()
            }),
            because: Some("Virksomhedsoverdragelse".to_owned()),
            ..EventEntry::default()
        },
    );
    Some(())
}

/// Some of a group will hear later where they belong.
pub(super) fn undecided(c: &mut Changer<'_>) -> Option<()> {
    let (_, staff) = large_group(c)?;
    c.push(EventEntry {
        moves: Some(Move {
            staff: Some(staff),
            count: Some(Amount::Absolute(Quantity::ONE)),
            to: Some(OrUndecided::Undecided),
            ..Move::default()
        }),
        because: Some("Afklares, når lederen er ansat".to_owned()),
        ..EventEntry::default()
    });
    Some(())
}

/// A group sits in another house from now on.
pub(super) fn relocate(c: &mut Changer<'_>) -> Option<()> {
    let from = c.team(Mark::Kept, |c, team| {
        let mut groups = team.groups.iter();
        c.town.houses.len() > 1
            && team.kind == TeamKind::Office
            && groups.any(|id| !c.staff.contains(id))
    })?;
    let staff = c.group(from, |_| true)?;
    let site = c.town.teams[from].site.clone();
    let house = c.other_house(&site)?;
    c.push(EventEntry {
        relocate: Some(Relocate {
            staff: Some(staff),
            to: Some(at(&house)),
            because: Some("Tættere på borgerne".to_owned()),
            ..Relocate::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// More of a group.
pub(super) fn recruit_more(c: &mut Changer<'_>) -> Option<()> {
    let (_, staff) = large_group(c)?;
    let count = Quantity::exact(c.dice.between(1, 3));
    c.push(EventEntry {
        recruit: Some(Box::new(Recruit {
            staff: Some(staff),
            count: Some(count),
            because: Some("Flere sager end ventet".to_owned()),
            ..Recruit::default()
        })),
        ..EventEntry::default()
    });
    Some(())
}

/// Fewer of a group.
pub(super) fn reduce(c: &mut Changer<'_>) -> Option<()> {
    let (_, staff) = large_group(c)?;
    let by = if c.dice.percent(50) { "1-2" } else { "1" };
    c.push(EventEntry {
        reduce: Some(Reduce {
            staff: Some(staff),
            by: by.parse().ok(),
            because: Some("Naturlig afgang".to_owned()),
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// A group does one more of its team's tasks, and has somebody to ask.
pub(super) fn assign(c: &mut Changer<'_>) -> Option<()> {
    let team = c.team(Mark::Kept, |c, team| {
        let mut groups = team.groups.iter().skip(1);
        team.kind == TeamKind::Office
            && team.head.is_some()
            && team
                .holds
                .iter()
                .any(|hold| !c.functions.contains(&hold.function))
            && groups.any(|id| !c.staff.contains(id))
    })?;
    let team = &c.town.teams[team];
    let free = team
        .holds
        .iter()
        .find(|hold| !c.functions.contains(&hold.function))?;
    let function = free.function.clone();
    let staff = team
        .groups
        .iter()
        .skip(1)
        .find(|id| !c.staff.contains(*id))?
        .clone();
    c.staff.insert(staff.clone());
    c.functions.insert(function.clone());
    let lead = team.head.clone().filter(|head| !c.staff.contains(head));
    c.staff.extend(lead.clone());
    c.push(EventEntry {
        assign: Some(Assign {
            staff: Some(staff),
            performs: vec![function],
            professional_lead: lead,
            ..Assign::default()
        }),
        because: Some("Mindre sårbart ved sygdom og ferie".to_owned()),
        ..EventEntry::default()
    });
    Some(())
}

/// A group gets another title.
pub(super) fn rename(c: &mut Changer<'_>) -> Option<()> {
    let (_, staff) = large_group(c)?;
    let title = c.post(&staff).title.clone()?;
    c.push(EventEntry {
        rename: Some(Rename {
            staff: Some(staff),
            name: Some(format!("{title} med specialfunktion").into()),
            ..Rename::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}
