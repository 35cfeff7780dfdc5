//! Changes of units and sites: moved, relocated, split, merged, renamed, founded, closed.

use indexmap::IndexMap;
use rokade_core::entry::{
    Assign, Close, Establish, EventEntry, FunctionKind, Head, Merge, Move, OneOrMany, Recruit,
    Relocate, Rename, ResponsibleScope, Split, SplitPart, StaffEntry,
};
use rokade_core::ids::{AnyId, FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::quantity::{Amount, Quantity};

use super::super::base::{Team, TeamKind};
use super::super::words;
use super::functions::some_of;
use super::line::gone;
use super::{Changer, Mark, at, ca, to};

/// A team comes under another afdeling.
pub(super) fn move_team(c: &mut Changer<'_>) -> Option<()> {
    let team = c.team(Mark::Taken, |c, team| {
        team.kind == TeamKind::Office && c.town.departments[team.department].teams > 1
    })?;
    let own = &c.town.departments[c.town.teams[team].department];
    // In its own forvaltning if it can be; the staff functions of the town hall take no others.
    let near = c.department(Mark::Kept, |_, other| {
        other.id != own.id && other.branch == own.branch
    });
    let over = near.or_else(|| {
        c.department(Mark::Kept, |_, other| {
            other.id != own.id && other.branch != 1
        })
    });
    let Some(over) = over else {
        return c.release(team);
    };
    let team = &c.town.teams[team];
    let over = &c.town.departments[over];
    let site = (team.site != over.site && c.dice.percent(30)).then(|| at(&over.site));
    c.push_as(
        &format!("flyt-{}", team.id),
        EventEntry {
            moves: Some(Move {
                unit: Some(team.id.clone()),
                to: Some(to(&over.id)),
                site,
                ..Move::default()
            }),
            because: Some("Fælles ledelse med dem, teamet arbejder sammen med".to_owned()),
            ..EventEntry::default()
        },
    );
    Some(())
}

/// A team sits in another house.
pub(super) fn relocate_team(c: &mut Changer<'_>) -> Option<()> {
    let is_rented = |c: &Changer<'_>, team: &Team| {
        c.town
            .rented
            .as_ref()
            .is_some_and(|(site, _)| *site == team.site)
    };
    let team = c.team(Mark::Taken, |c, team| {
        team.kind == TeamKind::Office && c.town.houses.len() > 1 && !is_rented(c, team)
    })?;
    let site = c.town.teams[team].site.clone();
    let house = c.other_house(&site)?;
    relocate(c, &c.town.teams[team].id.clone(), &house, "Bedre plads");
    Some(())
}

fn relocate(c: &mut Changer<'_>, unit: &UnitId, to: &SiteId, why: &str) {
    c.push(EventEntry {
        relocate: Some(Relocate {
            unit: Some(unit.clone()),
            to: Some(at(to)),
            because: Some(why.to_owned()),
            ..Relocate::default()
        }),
        ..EventEntry::default()
    });
}

/// The one team in a rented house moves out, and the house is given up.
pub(super) fn close_site(c: &mut Changer<'_>) -> Option<()> {
    let (site, team) = c.town.rented.clone()?;
    let mark = c.teams.get_mut(team).filter(|mark| **mark != Mark::Taken)?;
    *mark = Mark::Taken;
    let team = &c.town.teams[team];
    let house = c.town.departments[team.department].site.clone();
    relocate(c, &team.id, &house, "Lejemålet opsiges");
    c.push(EventEntry {
        close: Some(Close {
            site: Some(site),
            because: Some("Lejemålet opsiges".to_owned()),
            ..Close::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// A team becomes two: both new, or one of them goes on.
pub(super) fn split(c: &mut Changer<'_>) -> Option<()> {
    let team = c.team(Mark::Taken, |c, team| {
        let untouched = team.groups.iter().all(|id| !c.staff.contains(id))
            && team
                .holds
                .iter()
                .all(|hold| !c.functions.contains(&hold.function));
        team.kind == TeamKind::Office
            && team.groups.len() > 1
            && !team.holds.is_empty()
            && untouched
            && team
                .head
                .as_ref()
                .is_some_and(|head| !c.staff.contains(head))
    })?;
    let team = &c.town.teams[team];
    let goes_on = c.dice.percent(50);
    let (first, second) = (format!("{} Nord", team.name), format!("{} Syd", team.name));
    let one: UnitId = if goes_on {
        team.id.clone()
    } else {
        c.fresh(&words::slug(&first))
    };
    let other: UnitId = c.fresh(&words::slug(&second));
    let mut parts = [IndexMap::new(), IndexMap::new()];
    if let Some(head) = &team.head {
        parts[0].insert(head.clone(), Amount::Absolute(Quantity::ONE));
    }
    let whole: Amount = "100%".parse().ok()?;
    for (n, id) in team.groups.iter().enumerate() {
        let count = c.post(id).count.unwrap_or(Quantity::ONE);
        match count.as_integer() {
            Some(posts) if n == 0 && posts > 3 => {
                let half = Quantity::exact(posts / 2);
                parts[0].insert(id.clone(), Amount::Absolute(half));
                parts[1].insert(
                    id.clone(),
                    Amount::Absolute(Quantity::exact(posts - posts / 2)),
                );
            }
            _ => {
                parts[n % 2].insert(id.clone(), whole);
            }
        }
    }
    let functions: Vec<FunctionId> = team
        .holds
        .iter()
        .map(|hold| hold.function.clone())
        .collect();
    c.functions.extend(functions.iter().cloned());
    c.staff
        .extend(team.groups.iter().chain(&team.head).cloned());
    let (head, tail) = functions.split_at(functions.len().div_ceil(2));
    // A team with one task has two places to do it at.
    let tail = if tail.is_empty() { head } else { tail };
    let [staff, rest] = parts;
    let part = |id: UnitId, name: String, staff, functions: &[FunctionId], head| SplitPart {
        id: Some(id),
        name: Some(name.into()),
        staff,
        functions: functions.to_vec(),
        head,
        ..SplitPart::default()
    };
    let key = format!("del-{}", team.id);
    let leader = team.head.clone().map(Head::Post);
    c.push_as(
        &key,
        EventEntry {
            split: Some(Split {
                unit: Some(team.id.clone()),
                into: vec![
                    part(one, first, staff, head, leader),
                    part(other, second, rest, tail, None),
                ],
                because: None,
            }),
            because: Some("Teamet er for stort til én leder".to_owned()),
            ..EventEntry::default()
        },
    );
    Some(())
}

/// Two institutions become one, at the places where they are.
pub(super) fn merge_institutions(c: &mut Changer<'_>) -> Option<()> {
    let led = |c: &Changer<'_>, team: &Team| {
        let free = |head: &StaffId| !c.staff.contains(head);
        team.kind == TeamKind::Institution && team.head.as_ref().is_some_and(free)
    };
    let one = c.team(Mark::Taken, |c, team| {
        let mut all = c.town.teams.iter().enumerate();
        let neighbour = all.any(|(n, other)| {
            other.id != team.id
                && other.department == team.department
                && c.teams[n] == Mark::Free
                && led(c, other)
        });
        led(c, team) && neighbour
    })?;
    let department = c.town.teams[one].department;
    let other = c.team(Mark::Taken, |c, team| {
        team.department == department && led(c, team)
    });
    let Some(other) = other else {
        return c.release(one);
    };
    let (one, other) = (&c.town.teams[one], &c.town.teams[other]);
    c.push_as(
        &format!("sammenlaeg-{}", one.id),
        EventEntry {
            merge: Some(Merge {
                units: vec![one.id.clone(), other.id.clone()],
                into: Some(AnyId::from_id(&one.id)),
                name: Some(both(&one.name, &other.name).into()),
                ..Merge::default()
            }),
            because: Some("Begge steder er for små til at stå alene".to_owned()),
            ..EventEntry::default()
        },
    );
    c.staff.extend(one.head.clone());
    if let Some(head) = &other.head {
        if c.dice.percent(50) {
            gone(c, head, "Én leder for to steder");
        } else {
            c.staff.insert(head.clone());
            c.push(EventEntry {
                rename: Some(Rename {
                    staff: Some(head.clone()),
                    name: Some("Souschef".into()),
                    ..Rename::default()
                }),
                ..EventEntry::default()
            });
        }
    }
    Some(())
}

/// The name of two that become one: `Børnehuset Svalebo og Uglehaven`.
fn both(one: &str, other: &str) -> String {
    let shared = one.split_once(' ').zip(other.split_once(' '));
    match shared.filter(|(one, other)| one.0 == other.0) {
        Some((_, (_, rest))) => format!("{one} og {rest}"),
        None => format!("{one} og {other}"),
    }
}

/// A team gets another name, and most often another id.
pub(super) fn rename(c: &mut Changer<'_>) -> Option<()> {
    let team = c.team(Mark::Taken, |_, team| team.kind == TeamKind::Office)?;
    let team = &c.town.teams[team];
    let name = format!("{} og Udvikling", team.name);
    let id = c.dice.percent(70).then(|| {
        let id: UnitId = c.fresh(&words::slug(&name));
        AnyId::from_id(&id)
    });
    c.push(EventEntry {
        rename: Some(Rename {
            unit: Some(team.id.clone()),
            name: Some(name.into()),
            id,
            ..Rename::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// Something new that a forvaltning can take up.
struct New {
    /// What the forvaltning's id begins with.
    branch: &'static str,
    team: &'static str,
    task: &'static str,
    kle: &'static str,
    citizens: &'static str,
}

const NEW: [New; 7] = [
    New {
        branch: "beskaeftigelse",
        team: "Team Helhed",
        task: "Helhedsorienteret plan",
        kle: "15.20",
        citizens: "Borgere med helhedsorienteret plan",
    },
    New {
        branch: "stabe",
        team: "Team Digital Inklusion",
        task: "Digital inklusion",
        kle: "00.13",
        citizens: "Digitalt udfordrede borgere",
    },
    New {
        branch: "boern-og-unge",
        team: "Team Tidlig Indsats",
        task: "Tidlig indsats",
        kle: "27.24",
        citizens: "Familier i tidlig indsats",
    },
    New {
        branch: "sundhed-og-aeldre",
        team: "Team Velfærdsteknologi",
        task: "Velfærdsteknologi",
        kle: "27.60",
        citizens: "Borgere med velfærdsteknologi",
    },
    New {
        branch: "social-og-handicap",
        team: "Team Overgange",
        task: "Overgang til voksenlivet",
        kle: "27.24",
        citizens: "Unge på vej til voksenlivet",
    },
    New {
        branch: "teknik-og-miljoe",
        team: "Team Grøn Omstilling",
        task: "Klimatilpasning",
        kle: "09.00",
        citizens: "Lodsejere i klimaprojekter",
    },
    New {
        branch: "kultur-og-fritid",
        team: "Team Frivillighed",
        task: "Samarbejde med frivillige",
        kle: "18.15",
        citizens: "Frivillige i foreninger",
    },
];

/// A new team for something that is new: who leads it, what it does, for whom, and with whom.
pub(super) fn establish(c: &mut Changer<'_>) -> Option<()> {
    let over = c.department(Mark::Kept, |_, _| true)?;
    let over = &c.town.departments[over];
    let branch = c.town.branches[over.branch].id.as_str();
    let new = NEW.iter().find(|new| branch.starts_with(new.branch))?;
    let unit: UnitId = c.fresh(&words::slug(new.team));
    let head: StaffId = c.fresh(&format!("leder-{unit}"));
    let function: FunctionId = c.fresh(&words::slug(new.task));
    let group: TargetGroupId = c.fresh(&words::slug(new.citizens));
    let founded = |establish: Establish| EventEntry {
        establish: Some(Box::new(establish)),
        ..EventEntry::default()
    };
    let mut team = founded(Establish {
        unit: Some(unit.clone()),
        name: Some(new.team.into()),
        parent: Some(to(&over.id)),
        unit_type: Some("team".into()),
        site: Some(at(&over.site)),
        head: Some(Head::Post(head.clone())),
        ..Establish::default()
    });
    team.because = Some("En ny opgave, der går på tværs".to_owned());
    c.push_as(&format!("opret-{unit}"), team);
    let mut entry = StaffEntry {
        title: Some("Teamleder".into()),
        unit: Some(to(&unit)),
        cost: Some(Quantity::exact(640_000)),
        ..StaffEntry::default()
    };
    entry.filled = Some(false);
    c.push(EventEntry {
        recruit: Some(Box::new(Recruit::of(head, entry))),
        ..EventEntry::default()
    });
    let citizens = ca(10 * c.dice.between(4, 20));
    c.push(founded(Establish {
        target_group: Some(group.clone()),
        name: Some(new.citizens.into()),
        citizens: Some(citizens),
        pathway: vec![function.clone()],
        entrance: Some(to(&unit)),
        ..Establish::default()
    }));
    c.push(founded(Establish {
        function: Some(function.clone()),
        name: Some(new.task.into()),
        kind: Some(FunctionKind::Citizen),
        kle: Some(new.kle.into()),
        responsible: Some(OneOrMany(vec![ResponsibleScope {
            unit: Some(to(&unit)),
            ..ResponsibleScope::default()
        }])),
        ..Establish::default()
    }));
    first_posts(c, &unit, &over.site, function, group)
}

/// The first posts of a new team come from somewhere, and do what it is there for.
fn first_posts(
    c: &mut Changer<'_>,
    unit: &UnitId,
    site: &SiteId,
    function: FunctionId,
    group: TargetGroupId,
) -> Option<()> {
    let from = c.team(Mark::Kept, |c, team| {
        let mut free = team.groups.iter().filter(|id| !c.staff.contains(*id));
        team.kind == TeamKind::Office && free.any(|id| Changer::least(c.post(id)) > 2)
    })?;
    let staff = c.group(from, |entry| Changer::least(entry) > 2)?;
    let count = some_of(c, Changer::least(c.post(&staff)));
    let part: StaffId = c.fresh(&format!("medarbejdere-{unit}"));
    c.push(EventEntry {
        moves: Some(Move {
            staff: Some(staff),
            count: Some(count),
            to: Some(to(unit)),
            site: Some(at(site)),
            part: Some(part.clone()),
            ..Move::default()
        }),
        ..EventEntry::default()
    });
    c.push(EventEntry {
        assign: Some(Assign {
            staff: Some(part),
            performs: vec![function],
            serves: vec![group],
            ..Assign::default()
        }),
        ..EventEntry::default()
    });
    Some(())
}

/// A new house, and the first team in it.
pub(super) fn new_house(c: &mut Changer<'_>) -> Option<()> {
    let hall = c.town.houses.first()?.clone();
    let team = c.team(Mark::Taken, |_, team| team.kind == TeamKind::Office)?;
    let place = words::place(c.dice.below(900), 0);
    let name = format!("Det nye hus ved {place}");
    let site: SiteId = c.fresh(&words::slug(&name));
    let minutes = Quantity::exact(c.dice.between(3, 15));
    let workplaces = Quantity::exact(10 * c.dice.between(4, 12));
    c.push(EventEntry {
        establish: Some(Box::new(Establish {
            site: Some(at(&site)),
            name: Some(name.into()),
            capacity: Some(workplaces),
            travel: IndexMap::from([(hall, minutes)]),
            ..Establish::default()
        })),
        ..EventEntry::default()
    });
    let team = c.town.teams[team].id.clone();
    relocate(c, &team, &site, "Nye lokaler");
    Some(())
}
