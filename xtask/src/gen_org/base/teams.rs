//! Teams, with their posts and what they do.

use rokade_core::entry::{Allow, Head, OrUndecided, StaffEntry};
use rokade_core::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;

use super::super::catalogue::{self, ANYWHERE, HOUSE_POSTS, HOUSE_TASKS, House, Post};
use super::super::{date, words};
use super::build::Builder;
use super::plan::{HeadPlan, TeamPlan, TeamTemplate};
use super::{Hold, Team, TeamKind, made};

/// The most posts under one head, with some room up to what can be led.
pub(super) const SPAN: u32 = 20;

/// The most posts in a team that has no head of its own.
const LEADERLESS: u32 = 6;

/// How many posts a group has.
struct Count {
    quantity: Option<Quantity>,
    low: u32,
    high: u32,
}

/// Where the posts of a unit belong while they are made.
pub(super) struct Seat<'u> {
    pub(super) unit: &'u UnitId,
    pub(super) site: &'u SiteId,
    /// How many more there may be.
    pub(super) room: u32,
}

impl Builder<'_> {
    /// A team of an afdeling.
    pub(super) fn team(
        &mut self,
        at: usize,
        plan: &TeamPlan,
        template: &'static catalogue::Department,
    ) {
        let (key, name, kind) = match plan.template {
            TeamTemplate::Office(team) => {
                (team.key.to_owned(), team.name.to_owned(), TeamKind::Office)
            }
            TeamTemplate::House(House::TownHall) => (
                "intern-service".to_owned(),
                "Intern Service".to_owned(),
                TeamKind::House(0),
            ),
            TeamTemplate::House(house) => {
                let (key, name) = house.name();
                let id = format!("{key}{}", self.town.suffix);
                let house = self
                    .town
                    .houses
                    .iter()
                    .position(|house| house.to_string() == id);
                let kind = TeamKind::House(house.unwrap_or(0));
                (
                    format!("sekretariatet-{key}"),
                    format!("Sekretariatet, {name}"),
                    kind,
                )
            }
        };
        let house = match kind {
            TeamKind::House(house) => Some(self.town.houses[house].clone()),
            _ => None,
        };
        let rented = self.town.rented.clone().filter(|(_, team)| {
            *team == usize::MAX && kind == TeamKind::Office && self.town.teams.len() >= 5
        });
        let elsewhere = rented.map(|(site, _)| {
            self.town.rented = Some((site.clone(), self.town.teams.len()));
            site
        });
        let over = self.town.departments[at].site.clone();
        let site = elsewhere.or(house).unwrap_or_else(|| over.clone());
        let unit = self.unit_of_team(at, &key, &name, (site != over).then_some(&site));
        let head = self.team_head(&unit, &site, plan.head, "Teamleder", 620);
        let room = if plan.head == HeadPlan::None {
            LEADERLESS
        } else {
            SPAN
        };
        let mut seat = Seat {
            unit: &unit,
            site: &site,
            room,
        };
        let mut holds = Vec::new();
        let mut groups = match plan.template {
            TeamTemplate::Office(team) => {
                for &(key, groups) in team.tasks {
                    holds.extend(self.hold_task(template, key, groups, &unit));
                }
                self.posts(&mut seat, &team.posts[..plan.posts], "")
            }
            TeamTemplate::House(_) => self.house_posts(&mut seat, plan.posts, &mut holds),
        };
        groups.extend(self.extra_posts(&mut seat, plan.extras));
        self.town.departments[at].teams += 1;
        self.town.teams.push(Team {
            id: unit,
            name,
            department: at,
            site,
            head,
            kind,
            groups,
            holds,
        });
    }

    fn unit_of_team(&mut self, at: usize, key: &str, name: &str, site: Option<&SiteId>) -> UnitId {
        let parent = self.town.departments[at].id.clone();
        self.unit(key, name, |unit, this| {
            unit.parent = Some(OrUndecided::Id(parent));
            unit.unit_type = Some("team".into());
            unit.site = site.cloned().map(OrUndecided::Id);
            if this.dice.percent(8) {
                unit.established = date(&this.dice.between(2005, 2024).to_string());
            }
            if this.dice.percent(6) {
                unit.identifiers = vec![format!("OMK-{}", this.dice.between(1000, 9999))];
            }
            // Some are there only as long as a project has money.
            if this.dice.percent(3) {
                unit.until = date("2027-12-31");
            }
        })
    }

    /// The head of a team, where there is a post.
    pub(super) fn team_head(
        &mut self,
        unit: &UnitId,
        site: &SiteId,
        plan: HeadPlan,
        title: &str,
        cost: u32,
    ) -> Option<StaffId> {
        let vacant = match plan {
            HeadPlan::Filled | HeadPlan::Unfilled => {
                let filled = plan == HeadPlan::Filled;
                return Some(self.leader(unit, site, title, cost, filled));
            }
            HeadPlan::Vacant => Head::Vacant,
            HeadPlan::None => Head::None,
        };
        let is_weighed = vacant == Head::Vacant && self.dice.percent(50);
        if let Some(unit) = self.entries.units.get_mut(unit.as_str()) {
            unit.value.head = Some(vacant);
            if is_weighed {
                unit.value.allow.push(Allow {
                    rule: Some("vacant-head".to_owned()),
                    because: Some("Stillingen er slået op".to_owned()),
                    until: date("2025-06-30"),
                });
            }
        }
        None
    }

    /// Makes a team responsible for one of its tasks, for those of the groups that are here.
    fn hold_task(
        &mut self,
        template: &catalogue::Department,
        key: &str,
        groups: &[&str],
        unit: &UnitId,
    ) -> Option<Hold> {
        let task = template.tasks.iter().find(|task| task.key == key)?;
        let suffix = &self.town.suffix;
        let groups: Vec<TargetGroupId> = groups
            .iter()
            .map(|group| made(&format!("{group}{suffix}")))
            .filter(|group| self.town.groups.contains(group))
            .collect();
        Some(self.hold(task, "", unit, None, groups))
    }

    pub(super) fn hold(
        &mut self,
        task: &catalogue::Task,
        area: &str,
        unit: &UnitId,
        site: Option<&SiteId>,
        groups: Vec<TargetGroupId>,
    ) -> Hold {
        let function = self.drafts.function(task, area);
        self.drafts.hold(&function, unit, site, &groups);
        Hold {
            has_cases: self.drafts.has_cases(&function),
            function,
            groups,
        }
    }

    /// Reception, canteen and caretaker of a house; cleaning is done from the town hall.
    fn house_posts(
        &mut self,
        seat: &mut Seat<'_>,
        posts: usize,
        holds: &mut Vec<Hold>,
    ) -> Vec<StaffId> {
        let houses = self.town.houses.clone();
        let is_hall = houses.first() == Some(seat.site);
        // The smallest municipality has no reception.
        let first = usize::from(is_hall && posts == 3);
        let mut groups = Vec::new();
        for (task, post) in HOUSE_TASKS[first..3].iter().zip(&HOUSE_POSTS[first..3]) {
            let (unit, site) = (seat.unit.clone(), seat.site.clone());
            holds.push(self.hold(task, "", &unit, Some(&site), Vec::new()));
            if let Some(function) = holds.last().map(|hold| hold.function.clone()) {
                self.drafts.need(&function, &site);
            }
            groups.push(self.group_of_posts(seat, post, "", None));
        }
        if is_hall {
            let cleaning = &HOUSE_TASKS[3];
            let unit = seat.unit.clone();
            holds.push(self.hold(cleaning, "", &unit, None, Vec::new()));
            let function = self.drafts.id(cleaning.key, "");
            for (n, house) in houses.iter().enumerate() {
                let based = (n > 0).then_some(house);
                groups.push(self.group_of_posts(seat, &HOUSE_POSTS[3], "", based));
                self.drafts.need(&function, house);
            }
        }
        groups
    }

    pub(super) fn posts(
        &mut self,
        seat: &mut Seat<'_>,
        posts: &[Post],
        area: &str,
    ) -> Vec<StaffId> {
        let made = posts
            .iter()
            .map(|post| self.group_of_posts(seat, post, area, None));
        let made: Vec<StaffId> = made.collect();
        // The rest of a team leans on its coordinator, where there is one.
        let coordinator = posts.iter().position(|post| post.stem == "fagkoordinator");
        if let Some(lead) = coordinator.and_then(|at| made.get(at)).cloned() {
            let other = made.iter().filter(|post| **post != lead);
            let led: Vec<StaffId> = other.cloned().collect();
            let reports = self.dice.percent(25);
            for (n, post) in led.iter().enumerate() {
                let key = post.as_str();
                if let Some(post) = self.entries.staff.get_mut(key) {
                    post.value.professional_lead = Some(lead.clone());
                    if reports && n == 0 {
                        post.value.reports_to = Some(lead.clone());
                    }
                }
            }
        }
        made
    }

    pub(super) fn extra_posts(&mut self, seat: &mut Seat<'_>, extras: usize) -> Vec<StaffId> {
        let start = self.dice.below(ANYWHERE.len());
        (0..extras)
            .map(|n| {
                let post = &ANYWHERE[(start + n) % ANYWHERE.len()];
                self.group_of_posts(seat, post, "", None)
            })
            .collect()
    }

    /// A group of like posts. What it does has been drafted.
    pub(super) fn group_of_posts(
        &mut self,
        seat: &mut Seat<'_>,
        post: &Post,
        area: &str,
        based: Option<&SiteId>,
    ) -> StaffId {
        let count = self.count(post.size, seat.room);
        seat.room = seat.room.saturating_sub(count.high);
        let mut functions: Vec<FunctionId> = Vec::new();
        for key in post.does {
            let function = self.drafts.id(key, area);
            self.drafts.performed(&function, seat.unit, count.low);
            functions.push(function);
        }
        *self
            .seats
            .entry(based.unwrap_or(seat.site).clone())
            .or_default() += count.high;
        let mut entry = StaffEntry {
            title: Some(post.title.into()),
            unit: Some(OrUndecided::Id(seat.unit.clone())),
            count: count.quantity,
            performs: (!functions.is_empty()).then_some(functions),
            cost: self.cost(post.cost),
            ..StaffEntry::default()
        };
        entry.site = based.cloned().map(OrUndecided::Id);
        if !post.skill.is_empty() {
            let best = self.skills.entry(post.skill).or_default();
            *best = count.low.max(*best);
            entry.competences = vec![made(&format!(
                "{}{}",
                words::slug(post.skill),
                self.town.suffix
            ))];
        }
        self.post(post.stem, seat.unit, entry)
    }

    /// How many posts there are, as far as anybody has counted.
    fn count(&mut self, size: u32, room: u32) -> Count {
        let most = size.min(room).max(1);
        let n = self.dice.between(1.max(most / 3), most);
        let range = |low: u32, high: u32, ca: bool| Count {
            quantity: Quantity::from_hundredths(
                i64::from(low) * 100,
                Some(i64::from(high) * 100),
                ca,
            ),
            low,
            high,
        };
        if size == 1 {
            return Count {
                quantity: None,
                low: 1,
                high: 1,
            };
        }
        let wide = (n + 1 + n / 6).min(most);
        match self.dice.below(100) {
            0..3 => Count {
                quantity: Some(Quantity::UNKNOWN),
                low: 0,
                high: n,
            },
            3..6 if n < 4 => Count {
                quantity: Quantity::from_hundredths(
                    i64::from(n) * 100 - 50,
                    Some(i64::from(n) * 100 - 50),
                    false,
                ),
                low: n.saturating_sub(1),
                high: n,
            },
            6..16 if n > 2 => range(n, n, true),
            16..25 if wide > n => range(n, wide, false),
            25..29 if wide > n => range(n, wide, true),
            _ if n == 1 => Count {
                quantity: None,
                low: 1,
                high: 1,
            },
            _ => range(n, n, false),
        }
    }

    /// What each post costs a year, where it is stated.
    fn cost(&mut self, thousands: u32) -> Option<Quantity> {
        let low = i64::from(thousands + 5 * self.dice.between(0, 6)) * 100_000;
        match self.dice.below(10) {
            0..6 => Quantity::from_hundredths(low, Some(low), false),
            6..8 => Quantity::from_hundredths(low, Some(low), true),
            8 => Quantity::from_hundredths(low, Some(low + 3_000_000), false),
            _ => None,
        }
    }
}
