//! How a number of staff entries is spent: which afdelinger, teams and institutions there are,
//! and how many kinds of posts each has.
//!
//! The sum is exact: a plan for `n` entries has `n`. No ids and no names are made here.

use super::super::catalogue::{self, Branch, Department, House, Institution, Team};
use super::super::dice::Dice;

/// Institutions under one head, before there are areas between them.
const AREA: usize = 9;

/// Institutions of a kind in one municipality: an afdeling's head has a bearable span.
const MOST: usize = 22 * AREA;

/// A municipality.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) branches: Vec<BranchPlan>,
    /// Kinds of posts in another organisation.
    pub(super) outside: usize,
    /// The houses of the administration, the town hall first.
    pub(super) houses: Vec<House>,
}

/// A forvaltning.
#[derive(Debug)]
pub(super) struct BranchPlan {
    pub(super) template: &'static Branch,
    pub(super) has_adviser: bool,
    pub(super) departments: Vec<DepartmentPlan>,
    pub(super) institutions: Vec<InstitutionsPlan>,
}

/// An afdeling.
#[derive(Debug)]
pub(super) struct DepartmentPlan {
    pub(super) template: &'static Department,
    pub(super) has_secretary: bool,
    pub(super) teams: Vec<TeamPlan>,
}

/// A team.
#[derive(Debug)]
pub(super) struct TeamPlan {
    pub(super) template: TeamTemplate,
    pub(super) head: HeadPlan,
    /// Kinds of posts of its own.
    pub(super) posts: usize,
    /// Kinds of posts that any team can have.
    pub(super) extras: usize,
}

/// What a team is.
#[derive(Debug, Clone, Copy)]
pub(super) enum TeamTemplate {
    /// One of the catalogue.
    Office(&'static Team),
    /// Those who keep a house running.
    House(House),
}

/// Who leads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadPlan {
    /// A post with somebody in it.
    Filled,
    /// A post that nobody is in.
    Unfilled,
    /// Vacant, and no post yet.
    Vacant,
    /// None, by design.
    None,
}

/// The institutions of a kind, with the afdeling over them.
#[derive(Debug)]
pub(super) struct InstitutionsPlan {
    pub(super) template: &'static Institution,
    pub(super) ones: Vec<InstitutionPlan>,
}

/// An institution.
#[derive(Debug)]
pub(super) struct InstitutionPlan {
    pub(super) head: HeadPlan,
    pub(super) posts: usize,
    pub(super) extras: usize,
    pub(super) parts: Vec<PartPlan>,
}

/// A team of an institution that is too large to have none.
#[derive(Debug)]
pub(super) struct PartPlan {
    pub(super) name: &'static str,
    pub(super) posts: usize,
}

impl HeadPlan {
    /// Entries of staff that it takes.
    fn posts(self) -> usize {
        usize::from(matches!(self, HeadPlan::Filled | HeadPlan::Unfilled))
    }

    fn of(dice: &mut Dice, none: usize) -> Self {
        match dice.below(100) {
            0..3 => HeadPlan::Unfilled,
            3..6 => HeadPlan::Vacant,
            n if n < 6 + none => HeadPlan::None,
            _ => HeadPlan::Filled,
        }
    }
}

impl TeamPlan {
    fn size(&self) -> usize {
        self.head.posts() + self.posts + self.extras
    }
}

impl InstitutionPlan {
    /// Its head, its posts, the one who looks after the building, and the teams with their heads.
    fn size(&self) -> usize {
        let parts: usize = self.parts.iter().map(|part| 1 + part.posts).sum();
        self.head.posts() + self.posts + self.extras + 1 + parts
    }
}

impl InstitutionsPlan {
    /// How many areas there are between the afdeling and so many institutions.
    fn areas_of(institutions: usize) -> usize {
        if institutions > AREA {
            institutions.div_ceil(AREA)
        } else {
            0
        }
    }

    /// The institutions of each area; of the afdeling itself where there are no areas.
    pub(super) fn areas(&self) -> usize {
        Self::areas_of(self.ones.len())
    }
}

/// A plan for exactly so many entries; at least ten.
pub(super) fn plan(entries: usize, dice: &mut Dice) -> Plan {
    let count = match entries {
        0..40 => 1,
        40..120 => 2,
        120..180 => 3,
        180..400 => 4,
        400..900 => 5,
        900..1500 => 6,
        _ => catalogue::BRANCHES.len(),
    };
    let share = match entries {
        0..100 => 0,
        100..400 => 35,
        400..1500 => 50,
        _ => 62,
    };
    let outside = if entries >= 150 { 2 } else { 0 };
    let left = entries - 1 - outside;
    let mut institutions = left * share / 100;
    let mut office = left - institutions;

    let mut branches = departments(count, office / 20, entries, &mut office);
    let houses = houses(&branches, entries);
    house_teams(&mut branches, &houses, entries, &mut office);
    teams(&mut branches, entries, &mut office, dice);
    institutions += office;
    spread(&mut branches, &mut institutions, dice);
    top_up(&mut branches, institutions);
    Plan {
        branches,
        outside,
        houses,
    }
}

/// The forvaltninger and their afdelinger, in turn until there are enough.
fn departments(count: usize, wanted: usize, entries: usize, left: &mut usize) -> Vec<BranchPlan> {
    let mut branches: Vec<BranchPlan> = catalogue::BRANCHES[..count]
        .iter()
        .map(|&template| BranchPlan {
            template,
            has_adviser: entries >= 150,
            departments: Vec::new(),
            institutions: Vec::new(),
        })
        .collect();
    *left -= count * if entries >= 150 { 2 } else { 1 };
    let available: usize = branches.iter().map(|b| b.template.departments.len()).sum();
    let wanted = wanted.clamp(count, available);
    let has_secretary = entries >= 60;
    let mut made = 0;
    let most = branches.iter().map(|b| b.template.departments.len()).max();
    for turn in 0..most.unwrap_or(0) {
        for branch in &mut branches {
            let Some(template) = branch.template.departments.get(turn) else {
                continue;
            };
            if made == wanted {
                break;
            }
            made += 1;
            *left -= 1 + usize::from(has_secretary);
            branch.departments.push(DepartmentPlan {
                template,
                has_secretary,
                teams: Vec::new(),
            });
        }
    }
    branches
}

/// The houses that the afdelinger sit in. A small municipality has its town hall.
fn houses(branches: &[BranchPlan], entries: usize) -> Vec<House> {
    let mut houses = vec![House::TownHall];
    if entries >= 100 {
        for department in branches.iter().flat_map(|branch| &branch.departments) {
            if !houses.contains(&department.template.house) {
                houses.push(department.template.house);
            }
        }
    }
    houses
}

/// A team for each house, in an afdeling that sits there.
fn house_teams(branches: &mut [BranchPlan], houses: &[House], entries: usize, left: &mut usize) {
    for &house in houses {
        let mut all = branches.iter_mut().flat_map(|b| &mut b.departments);
        let holder = if house == House::TownHall {
            let has = |d: &&mut DepartmentPlan| d.template.key == "ejendomme";
            all.find(has)
        } else {
            all.find(|d| d.template.house == house)
        };
        let holder = match holder {
            Some(holder) => Some(holder),
            None => branches.iter_mut().flat_map(|b| &mut b.departments).next(),
        };
        let posts = match (house, entries) {
            // Cleaning is one task, done from the town hall in every house.
            (House::TownHall, 40..) => 3 + houses.len(),
            _ => 3,
        };
        if let Some(holder) = holder {
            let team = TeamPlan {
                template: TeamTemplate::House(house),
                head: HeadPlan::Filled,
                posts,
                extras: 0,
            };
            *left -= team.size();
            holder.teams.push(team);
        }
    }
}

/// The teams of the catalogue: one for each afdeling, then more in turn.
fn teams(branches: &mut [BranchPlan], entries: usize, left: &mut usize, dice: &mut Dice) {
    let mut made = 0;
    let all = |branches: &[BranchPlan]| {
        let departments = branches.iter().flat_map(|branch| &branch.departments);
        departments.map(|d| d.template.teams.len()).max()
    };
    for turn in 0..all(branches).unwrap_or(0) {
        for department in branches.iter_mut().flat_map(|b| &mut b.departments) {
            let Some(template) = department.template.teams.get(turn) else {
                continue;
            };
            let posts = template
                .posts
                .len()
                .min(2 + dice.below(3))
                .min(left.saturating_sub(1));
            // The first of an afdeling is always there: it was counted with it.
            if (turn > 0 && *left < 5) || posts < 2 {
                continue;
            }
            let head = match (entries, made) {
                (0..40, _) => HeadPlan::Filled,
                // So that also a small organisation has each of them.
                (_, 2) => HeadPlan::Vacant,
                (_, 4) => HeadPlan::Unfilled,
                (_, 6) => HeadPlan::None,
                _ => HeadPlan::of(dice, 3),
            };
            made += 1;
            let team = TeamPlan {
                template: TeamTemplate::Office(template),
                head,
                posts,
                extras: 0,
            };
            *left -= team.size();
            department.teams.push(team);
        }
    }
}

/// Institutions of every kind in turn, until no more fit.
fn spread(branches: &mut [BranchPlan], left: &mut usize, dice: &mut Dice) {
    let kinds: Vec<(usize, &'static Institution)> = branches
        .iter()
        .enumerate()
        .flat_map(|(at, branch)| branch.template.institutions.iter().map(move |i| (at, i)))
        .collect();
    let kinds = &kinds[..kinds.len().min(*left / 22)];
    let mut plans: Vec<InstitutionsPlan> = kinds
        .iter()
        .map(|&(_, template)| InstitutionsPlan {
            template,
            ones: Vec::new(),
        })
        .collect();
    // The head of each afdeling, and somebody to help.
    *left -= 2 * plans.len();
    let mut grew = true;
    while grew {
        grew = false;
        for plan in &mut plans {
            let one = institution(plan.template, dice);
            let areas = |n| InstitutionsPlan::areas_of(n);
            let cost = one.size() + areas(plan.ones.len() + 1) - areas(plan.ones.len());
            if cost <= *left && plan.ones.len() < MOST {
                *left -= cost;
                plan.ones.push(one);
                grew = true;
            }
        }
    }
    for (plan, &(at, _)) in plans.into_iter().zip(kinds) {
        if plan.ones.is_empty() {
            *left += 2;
        } else {
            branches[at].institutions.push(plan);
        }
    }
}

fn institution(template: &'static Institution, dice: &mut Dice) -> InstitutionPlan {
    let kinds = template.posts.len();
    let is_large = !template.teams.is_empty() && dice.percent(60);
    let names = if is_large { template.teams } else { &[] };
    let parts = names.iter().map(|&name| PartPlan {
        name,
        posts: 2 + dice.below(kinds - 1),
    });
    let parts: Vec<PartPlan> = parts.collect();
    InstitutionPlan {
        head: HeadPlan::of(dice, 0),
        posts: if is_large {
            1
        } else {
            2 + dice.below(kinds - 1)
        },
        extras: 0,
        parts,
    }
}

/// What is left over, one by one on the teams and institutions.
fn top_up(branches: &mut [BranchPlan], left: usize) {
    let mut places: Vec<&mut usize> = Vec::new();
    for branch in branches {
        for department in &mut branch.departments {
            places.extend(department.teams.iter_mut().map(|team| &mut team.extras));
        }
        for plan in &mut branch.institutions {
            places.extend(plan.ones.iter_mut().map(|one| &mut one.extras));
        }
    }
    let count = places.len();
    for n in 0..left {
        *places[n % count] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_spends_what_it_is_given() {
        for entries in (10..700).chain([900, 1500, 2500, 6000]) {
            let plan = plan(entries, &mut Dice::new(entries as u64));
            let mut sum = 1 + plan.outside;
            for branch in &plan.branches {
                sum += 1 + usize::from(branch.has_adviser);
                for department in &branch.departments {
                    sum += 1 + usize::from(department.has_secretary);
                    sum += department.teams.iter().map(TeamPlan::size).sum::<usize>();
                }
                for kind in &branch.institutions {
                    sum += 2 + kind.areas();
                    sum += kind.ones.iter().map(InstitutionPlan::size).sum::<usize>();
                }
            }
            assert_eq!(sum, entries);
        }
    }

    #[test]
    fn a_large_municipality_has_no_team_of_left_overs() {
        let plan = plan(6000, &mut Dice::new(1));
        let departments = plan.branches.iter().flat_map(|branch| &branch.departments);
        let most = departments
            .flat_map(|d| &d.teams)
            .map(|team| team.extras)
            .max();
        assert!(most <= Some(1), "{most:?}");
    }
}
