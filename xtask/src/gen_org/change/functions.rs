//! Changes of functions: moved whole or in part, renamed, merged, discontinued.

use rokade_core::entry::{Discontinue, Entries, EventEntry, Merge, Move, Rename};
use rokade_core::ids::{AnyId, FunctionId, Id, SiteId, StaffId};
use rokade_core::quantity::{Amount, Quantity};

use super::super::base::{Hold, Team, TeamKind};
use super::super::words;
use super::{Changer, Mark, at, ca, to};

/// A function goes to another afdeling, and those who perform it go with it.
pub(super) fn with_its_staff(c: &mut Changer<'_>) -> Option<()> {
    let from = c.team(Mark::Kept, |c, team| {
        let free = |id: &&FunctionId| !c.functions.contains(*id);
        let whole = team.holds.iter().filter(|hold| hold.groups.is_empty());
        let functions = whole.map(|hold| &hold.function).filter(free);
        team.kind == TeamKind::Office && team.groups.len() > 2 && functions.count() > 1
    })?;
    let team = &c.town.teams[from];
    let to_team = c.receiver(from)?;
    let to_team = &c.town.teams[to_team];
    // The last: the first post performs every task, and stays with the others.
    let hold = team
        .holds
        .iter()
        .rev()
        .find(|hold| hold.groups.is_empty() && !c.functions.contains(&hold.function))?;
    let function = hold.function.clone();
    c.functions.insert(function.clone());
    let key = format!("flyt-{function}");
    c.push_as(
        &key,
        EventEntry {
            moves: Some(Move {
                function: Some(function.clone()),
                from: Some(team.id.clone()),
                to: Some(to(&to_team.id)),
                ..Move::default()
            }),
            because: Some("Opgaven løses bedst sammen med beslægtede opgaver".to_owned()),
            ..EventEntry::default()
        },
    );
    let performs = |c: &Changer<'_>, id: &StaffId| {
        let performs = c.post(id).performs.as_ref();
        performs.is_some_and(|all| all.len() == 1 && all[0] == function)
    };
    let staff: Vec<StaffId> = team
        .groups
        .iter()
        .filter(|id| !c.staff.contains(*id) && performs(c, id))
        .cloned()
        .collect();
    for staff in staff {
        c.staff.insert(staff.clone());
        let site = c.dice.percent(60).then(|| at(&to_team.site));
        c.push(EventEntry {
            moves: Some(Move {
                staff: Some(staff),
                to: Some(to(&to_team.id)),
                site,
                ..Move::default()
            }),
            ..EventEntry::default()
        });
    }
    Some(())
}

/// A function goes to another team for one target group.
pub(super) fn for_a_group(c: &mut Changer<'_>) -> Option<()> {
    let from = c.team(Mark::Kept, |c, team| {
        let mut holds = team.holds.iter();
        holds.any(|hold| !hold.groups.is_empty() && !c.functions.contains(&hold.function))
    })?;
    let hold = c.hold(from, |hold| !hold.groups.is_empty())?;
    let team = &c.town.teams[from];
    let to_team = c.receiver(from)?;
    let group = hold.groups.first()?.clone();
    c.groups.insert(group.clone());
    let event = EventEntry {
        moves: Some(Move {
            function: Some(hold.function.clone()),
            from: Some(team.id.clone()),
            to: Some(to(&c.town.teams[to_team].id)),
            groups: vec![group],
            ..Move::default()
        }),
        because: Some("Målgruppen møder færre medarbejdere".to_owned()),
        ..EventEntry::default()
    };
    c.push_as(&format!("flyt-{}", hold.function), event);
    Some(())
}

/// A share of a function's cases goes to another team; both hold it then.
pub(super) fn some_of_its_cases(c: &mut Changer<'_>) -> Option<()> {
    let from = c.team(Mark::Kept, |c, team| {
        let mut holds = team.holds.iter();
        holds.any(|hold| {
            hold.has_cases
                && hold.groups.is_empty()
                && !c.functions.contains(&hold.function)
                && has_cases(c, &hold.function)
        })
    })?;
    let base = c.base;
    let counted = |id: &FunctionId| {
        let function = base.functions.get(id.as_str());
        let scopes = function.and_then(|function| function.value.responsible.as_ref());
        scopes.is_some_and(|scopes| scopes.0.iter().any(|scope| scope.cases.is_some()))
    };
    let hold = c.hold(from, |hold| {
        hold.has_cases && hold.groups.is_empty() && counted(&hold.function)
    })?;
    let team = &c.town.teams[from];
    let to_team = c.receiver(from)?;
    let share = if c.dice.percent(50) { "30%" } else { "20-40%" };
    let event = EventEntry {
        moves: Some(Move {
            function: Some(hold.function.clone()),
            from: Some(team.id.clone()),
            to: Some(to(&c.town.teams[to_team].id)),
            cases: share.parse::<Amount>().ok(),
            ..Move::default()
        }),
        because: Some("Sagerne fordeles mere jævnt".to_owned()),
        ..EventEntry::default()
    };
    c.push_as(&format!("fordel-{}", hold.function), event);
    Some(())
}

fn has_cases(c: &Changer<'_>, id: &FunctionId) -> bool {
    let function = c.base.functions.get(id.as_str());
    let scopes = function.and_then(|function| function.value.responsible.as_ref());
    scopes.is_some_and(|scopes| scopes.0.iter().any(|scope| scope.cases.is_some()))
}

/// The caretakers of a house come under those of the town hall.
pub(super) fn at_a_site(c: &mut Changer<'_>) -> Option<()> {
    let from = c.team(Mark::Taken, |_, team| {
        matches!(team.kind, TeamKind::House(1..)) && team.holds.len() > 2
    })?;
    let hall = c.team(Mark::Kept, |_, team| team.kind == TeamKind::House(0));
    let Some(hall) = hall else {
        return c.release(from);
    };
    let (team, hall) = (&c.town.teams[from], &c.town.teams[hall]);
    let (hold, staff) = (&team.holds[2], &team.groups[2]);
    c.push_as(
        &format!("saml-pedeller-{}", team.id),
        EventEntry {
            moves: Some(Move {
                function: Some(hold.function.clone()),
                from: Some(team.id.clone()),
                to: Some(to(&hall.id)),
                at: vec![team.site.clone()],
                ..Move::default()
            }),
            because: Some("Stordrift".to_owned()),
            ..EventEntry::default()
        },
    );
    // They stay in their house.
    c.staff.insert(staff.clone());
    c.push(EventEntry {
        moves: Some(Move {
            staff: Some(staff.clone()),
            to: Some(to(&hall.id)),
            ..Move::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// A house has no reception any more.
pub(super) fn discontinue_at_a_site(c: &mut Changer<'_>) -> Option<()> {
    let is_elsewhere = |c: &Changer<'_>, team: &Team| other_office_at(c, &team.site).is_some();
    let team = c.team(Mark::Taken, |c, team| {
        matches!(team.kind, TeamKind::House(1..)) && is_elsewhere(c, team)
    })?;
    let team = &c.town.teams[team];
    let (hold, staff) = (team.holds.first()?, team.groups.first()?);
    c.push_as(
        &format!("luk-reception-{}", team.id),
        EventEntry {
            discontinue: Some(Discontinue {
                function: Some(hold.function.clone()),
                at: vec![team.site.clone()],
                ..Discontinue::default()
            }),
            because: Some("Borgerne henvender sig digitalt".to_owned()),
            ..EventEntry::default()
        },
    );
    let receiver = other_office_at(c, &team.site)?;
    c.teams[receiver] = Mark::Kept;
    c.staff.insert(staff.clone());
    let receiver = c.town.teams[receiver].id.clone();
    c.push(EventEntry {
        moves: Some(Move {
            staff: Some(staff.clone()),
            to: Some(to(&receiver)),
            ..Move::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// A team of the administration in a house, to which nothing happens.
fn other_office_at(c: &Changer<'_>, site: &SiteId) -> Option<usize> {
    let mut all = c.town.teams.iter().enumerate();
    let found = all.find(|(n, team)| {
        team.kind == TeamKind::Office && team.site == *site && c.teams[*n] != Mark::Taken
    });
    found.map(|(n, _)| n)
}

/// What institutions need not do is given up.
pub(super) fn discontinue(c: &mut Changer<'_>) -> Option<()> {
    let mut free = c.town.extras.iter().filter(|id| !c.functions.contains(*id));
    let function = free.next()?.clone();
    c.functions.insert(function.clone());
    c.push(EventEntry {
        discontinue: Some(Discontinue {
            function: Some(function),
            because: Some("Få benytter tilbuddet".to_owned()),
            ..Discontinue::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// A function gets the name that people use.
pub(super) fn rename(c: &mut Changer<'_>) -> Option<()> {
    let free = |c: &Changer<'_>, hold: &Hold| {
        let suits = Changer::is_no_abbreviation(c.base);
        !c.functions.contains(&hold.function) && suits(&hold.function)
    };
    let team = c.team(Mark::Kept, |c, team| {
        let mut holds = team.holds.iter();
        team.kind == TeamKind::Office && holds.any(|hold| free(c, hold))
    })?;
    let suits = Changer::is_no_abbreviation(c.base);
    let hold = c.hold(team, |hold| suits(&hold.function))?;
    let name = c
        .base
        .functions
        .get(hold.function.as_str())?
        .value
        .name
        .clone()?;
    let mut letters = name.chars();
    let name: String = letters.next()?.to_lowercase().chain(letters).collect();
    let id = c.dice.percent(50).then(|| {
        let id: FunctionId = c.fresh(&format!("samlet-{}", hold.function));
        AnyId::from_id(&id)
    });
    c.push(EventEntry {
        rename: Some(Rename {
            function: Some(hold.function),
            name: Some(format!("Samlet {name}").into()),
            id,
            ..Rename::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

impl Changer<'_> {
    /// Whether a function's name begins with a word, which can stand after another.
    fn is_no_abbreviation(base: &Entries) -> impl Fn(&FunctionId) -> bool + '_ {
        |id| {
            let function = base.functions.get(id.as_str());
            let name = function.and_then(|function| function.value.name.as_deref());
            name.is_some_and(|name| !name.chars().nth(1).is_some_and(char::is_uppercase))
        }
    }
}

/// A target group is no longer one of its own.
pub(super) fn end_group(c: &mut Changer<'_>) -> Option<()> {
    let group = c.town.loose_group.clone()?;
    if !c.groups.insert(group.clone()) {
        return None;
    }
    c.push(EventEntry {
        discontinue: Some(Discontinue {
            target_group: Some(group),
            because: Some("Tilflyttere betjenes som alle andre borgere".to_owned()),
            ..Discontinue::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// Two areas' alike functions, and those they are for, become one.
pub(super) fn merge_alike(c: &mut Changer<'_>) -> Option<()> {
    let name = |c: &Changer<'_>, id: &FunctionId| {
        let function = c.base.functions.get(id.as_str());
        function
            .and_then(|function| function.value.name.clone())
            .unwrap_or_default()
    };
    let free: Vec<FunctionId> = c
        .town
        .extras
        .iter()
        .filter(|id| !c.functions.contains(*id))
        .cloned()
        .collect();
    let alike = |one: &str, other: &str| {
        let (one, other) = (one.split_once(", "), other.split_once(", "));
        one.zip(other).is_some_and(|(one, other)| one.0 == other.0)
    };
    let pair = free
        .windows(2)
        .find(|pair| alike(&name(c, &pair[0]), &name(c, &pair[1])))?;
    let (first, second) = (name(c, &pair[0]), name(c, &pair[1]));
    let (task, area) = first.split_once(", ")?;
    let (_, other) = second.split_once(", ")?;
    let called = format!("{task}, {area} og {other}");
    let into: FunctionId = c.fresh(&words::slug(&called));
    c.functions.extend(pair.iter().cloned());
    c.push(EventEntry {
        merge: Some(Merge {
            functions: pair.to_vec(),
            into: Some(AnyId::from_id(&into)),
            name: Some(called.into()),
            because: Some("Ét tilbud på tværs af de to områder".to_owned()),
            ..Merge::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// So many of a group, as a proposal says it.
pub(super) fn some_of(c: &mut Changer<'_>, least: u32) -> Amount {
    let n = c.dice.between(1, least - 1);
    match c.dice.below(5) {
        0 => "50%".parse().unwrap_or(Amount::Absolute(Quantity::ONE)),
        1 | 2 => Amount::Absolute(ca(n)),
        3 if n > 1 => {
            let range =
                Quantity::from_hundredths(i64::from(n - 1) * 100, Some(i64::from(n) * 100), false);
            Amount::Absolute(range.unwrap_or(Quantity::ONE))
        }
        _ => Amount::Absolute(Quantity::exact(n)),
    }
}
