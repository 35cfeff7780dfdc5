//! Changes of the line: afdelinger merged, a house's secretariat closed, heads.

use rokade_core::entry::{
    Appoint, Close, EventEntry, Head, Merge, Move, Recruit, Reduce, Rename, StaffEntry,
};
use rokade_core::ids::{AnyId, Id, SiteId, StaffId, UnitId};
use rokade_core::quantity::{Amount, Quantity};

use super::super::base::TeamKind;
use super::super::words;
use super::{Changer, Mark, at, to};

/// Two afdelinger of one forvaltning become one; the head of the first goes on.
pub(super) fn merge_departments(c: &mut Changer<'_>) -> Option<()> {
    let free = |c: &Changer<'_>, n: usize| c.departments[n] == Mark::Free;
    let one = c.department(Mark::Taken, |c, one| {
        let mut others = c.town.departments.iter().enumerate();
        others.any(|(n, other)| {
            free(c, n) && other.is_office && other.branch == one.branch && other.id != one.id
        })
    })?;
    let branch = c.town.departments[one].branch;
    let other = c.department(Mark::Taken, |_, other| other.branch == branch)?;
    let (one, other) = (&c.town.departments[one], &c.town.departments[other]);
    let and = if one.name.contains(" og ") || other.name.contains(" og ") {
        "samt"
    } else {
        "og"
    };
    let name = format!("{} {and} {}", one.name, other.name);
    let into: UnitId = c.fresh(&words::slug(&name));
    c.push_as(
        &format!("sammenlaeg-{into}"),
        EventEntry {
            merge: Some(Merge {
                units: vec![one.id.clone(), other.id.clone()],
                into: Some(AnyId::from_id(&into)),
                name: Some(name.into()),
                site: (one.site != other.site).then(|| at(&one.site)),
                ..Merge::default()
            }),
            because: Some("Én indgang og færre snitflader".to_owned()),
            ..EventEntry::default()
        },
    );
    appoint(c, &into, Head::Post(one.head.clone()));
    c.staff.insert(other.head.clone());
    c.push(EventEntry {
        rename: Some(Rename {
            staff: Some(other.head.clone()),
            name: Some("Souschef".into()),
            ..Rename::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// The secretariat of a house is closed. Somebody takes over its reception; of its canteen and
/// its caretaker nobody has thought.
pub(super) fn close_house(c: &mut Changer<'_>) -> Option<()> {
    let is_office_at = |c: &Changer<'_>, site: &SiteId| {
        let mut all = c.town.teams.iter().enumerate();
        all.any(|(n, team)| {
            team.kind == TeamKind::Office && team.site == *site && c.teams[n] != Mark::Taken
        })
    };
    let closed = c.team(Mark::Taken, |c, team| {
        matches!(team.kind, TeamKind::House(1..)) && is_office_at(c, &team.site)
    })?;
    let closed = &c.town.teams[closed];
    let receiver = c.team(Mark::Kept, |_, team| {
        team.kind == TeamKind::Office && team.site == closed.site
    })?;
    let receiver = &c.town.teams[receiver];
    let reception = closed.holds.first()?;
    c.push_as(
        &format!("flyt-reception-{}", receiver.id),
        EventEntry {
            moves: Some(Move {
                function: Some(reception.function.clone()),
                from: Some(closed.id.clone()),
                to: Some(to(&receiver.id)),
                at: vec![closed.site.clone()],
                ..Move::default()
            }),
            because: Some("Reception og telefon følger de borgere, der møder frem".to_owned()),
            ..EventEntry::default()
        },
    );
    let staff = closed.groups.first()?;
    c.staff.extend(closed.groups.iter().cloned());
    c.push(EventEntry {
        moves: Some(Move {
            staff: Some(staff.clone()),
            to: Some(to(&receiver.id)),
            ..Move::default()
        }),
        ..EventEntry::default()
    });
    if let Some(head) = &closed.head {
        gone(c, head, "Sekretariatet nedlægges");
    }
    c.push_as(
        &format!("nedlaeg-{}", closed.id),
        EventEntry {
            close: Some(Close {
                unit: Some(closed.id.clone()),
                ..Close::default()
            }),
            because: Some("Færre små enheder".to_owned()),
            ..EventEntry::default()
        },
    );
    Some(())
}

/// A vacant head gets a post, which is to be advertised.
pub(super) fn fill_vacancy(c: &mut Changer<'_>) -> Option<()> {
    let team = c.team(Mark::Kept, |c, team| {
        let unit = c.base.units.get(team.id.as_str());
        let vacant = unit.is_some_and(|unit| unit.value.head == Some(Head::Vacant));
        vacant && !c.ids.contains(&format!("leder-{}", team.id))
    })?;
    let team = &c.town.teams[team];
    let head: StaffId = c.fresh(&format!("leder-{}", team.id));
    let title = if team.kind == TeamKind::Office {
        "Teamleder"
    } else {
        "Leder"
    };
    let mut entry = StaffEntry {
        title: Some(title.into()),
        unit: Some(to(&team.id)),
        cost: Some(Quantity::exact(630_000)),
        ..StaffEntry::default()
    };
    entry.filled = c.dice.percent(50).then_some(false);
    c.push(EventEntry {
        recruit: Some(Box::new(Recruit::of(head.clone(), entry))),
        because: Some("Teamet har været uden leder for længe".to_owned()),
        ..EventEntry::default()
    });
    appoint(c, &team.id, Head::Post(head));
    Some(())
}

/// A head leaves, and the post goes with them.
pub(super) fn leave_vacant(c: &mut Changer<'_>) -> Option<()> {
    let team = c.team(Mark::Taken, |c, team| {
        let head = team
            .head
            .as_ref()
            .filter(|head| c.post(head).filled != Some(false));
        head.is_some_and(|head| !c.staff.contains(head))
    })?;
    let team = &c.town.teams[team];
    let head = team.head.as_ref()?;
    appoint(c, &team.id, Head::Vacant);
    gone(
        c,
        head,
        "Lederen går på pension, og stillingen genbesættes ikke",
    );
    Some(())
}

fn appoint(c: &mut Changer<'_>, unit: &UnitId, head: Head) {
    c.push(EventEntry {
        appoint: Some(Appoint {
            unit: Some(unit.clone()),
            head: Some(head),
            because: None,
        }),
        ..EventEntry::default()
    });
}

/// A post ends.
pub(super) fn gone(c: &mut Changer<'_>, post: &StaffId, why: &str) {
    c.staff.insert(post.clone());
    c.push(EventEntry {
        reduce: Some(Reduce {
            staff: Some(post.clone()),
            by: Some(Amount::Absolute(Quantity::ONE)),
            because: Some(why.to_owned()),
        }),
        ..EventEntry::default()
    });
}
