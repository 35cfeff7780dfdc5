//! Institutions, each at a site of its own, and the teams of the large ones.

use rokade_core::entry::OrUndecided;
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};

use super::super::catalogue::{ANYWHERE, BUILDINGS, CARETAKER, Institution, Post};
use super::super::words;
use super::build::Builder;
use super::plan::{HeadPlan, InstitutionPlan, PartPlan};
use super::teams::{SPAN, Seat};
use super::{Team, TeamKind};

impl Builder<'_> {
    /// An institution, at a site of its own.
    pub(super) fn institution(
        &mut self,
        at: usize,
        template: &'static Institution,
        plan: &InstitutionPlan,
        area: &str,
        place: &str,
    ) {
        let (before, after) = template.called;
        let name = format!("{before}{place}{after}");
        let mut key = words::slug(&name);
        // Where there are very many, ids are short, or the files would be too large to read.
        if !before.is_empty() && !self.town.suffix.is_empty() {
            let kind = template.unit_type.get(..3).unwrap_or_default();
            key = format!("{kind}-{}", words::slug(place));
        }
        let minutes = self.dice.between(3, 28);
        let site = self.site(&key, &name, minutes);
        let parent = self.town.departments[at].id.clone();
        let unit = self.unit(&key, &name, |unit, _| {
            unit.parent = Some(OrUndecided::Id(parent.clone()));
            unit.unit_type = Some(template.unit_type.into());
            unit.site = Some(OrUndecided::Id(site.clone()));
        });
        let head = self.team_head(&unit, &site, plan.head, template.leader, 640);
        let mut seat = Seat {
            unit: &unit,
            site: &site,
            room: SPAN,
        };
        let holds = vec![self.hold(&template.task, area, &unit, Some(&site), Vec::new())];
        // The area answers for what its institutions do besides, and for their buildings.
        let label = match area {
            "" => template.name.to_owned(),
            area => format!("{} {area}", template.name),
        };
        let service = self.drafts.function(&BUILDINGS, &label);
        self.drafts.hold(&service, &parent, None, &[]);
        self.drafts.need(&service, &site);
        let mut groups = if plan.parts.is_empty() {
            let posts = &template.posts[..plan.posts];
            self.extra_task(at, template, area, posts);
            self.posts(&mut seat, posts, area)
        } else {
            vec![self.group_of_posts(&mut seat, &ANYWHERE[0], "", None)]
        };
        let caretaker = self.group_of_posts(&mut seat, &CARETAKER, "", None);
        if let Some(post) = self.entries.staff.get_mut(caretaker.as_str()) {
            post.value.performs = Some(vec![service.clone()]);
        }
        groups.push(caretaker);
        groups.extend(self.extra_posts(&mut seat, plan.extras));
        self.town.teams.push(Team {
            id: unit.clone(),
            name: name.clone(),
            department: at,
            site: site.clone(),
            head,
            kind: TeamKind::Institution,
            groups,
            holds,
        });
        for part in &plan.parts {
            self.part(at, part, template, area, (&unit, &name, &site));
        }
    }

    /// A team of an institution that is too large to have none.
    fn part(
        &mut self,
        at: usize,
        plan: &PartPlan,
        template: &'static Institution,
        area: &str,
        (over, called, site): (&UnitId, &str, &SiteId),
    ) {
        let name = format!("{}, {called}", plan.name);
        let unit = self.unit(&words::slug(&name), &name, |unit, _| {
            unit.parent = Some(OrUndecided::Id(over.clone()));
            unit.unit_type = Some("team".into());
        });
        let head = self.team_head(&unit, site, HeadPlan::Filled, "Afdelingsleder", 640);
        let mut seat = Seat {
            unit: &unit,
            site,
            room: SPAN,
        };
        let posts = &template.posts[..plan.posts];
        self.extra_task(at, template, area, posts);
        let groups = self.posts(&mut seat, posts, area);
        self.stand_ins(&groups, posts);
        self.town.teams.push(Team {
            id: unit,
            name,
            department: at,
            site: site.clone(),
            head,
            kind: TeamKind::Part,
            groups,
            holds: Vec::new(),
        });
    }

    /// What the institutions of an area do besides, where any of these posts do it.
    fn extra_task(&mut self, at: usize, template: &Institution, area: &str, posts: &[Post]) {
        let mut posts = posts.iter();
        if !posts.any(|post| post.does.contains(&template.extra.key)) {
            return;
        }
        let extra = self.drafts.function(&template.extra, area);
        let answerable = &self.town.departments[at].id;
        self.drafts.hold(&extra, answerable, None, &[]);
        if !self.town.extras.contains(&extra) {
            self.town.extras.push(extra);
        }
    }

    /// Those who stand in for others say for whom.
    fn stand_ins(&mut self, groups: &[StaffId], posts: &[Post]) {
        for (group, post) in groups.iter().zip(posts) {
            if post.stem == "laerervikarer"
                && let Some(entry) = self.entries.staff.get_mut(group.as_str())
            {
                entry.value.covers_for = vec![groups[0].clone()];
            }
        }
    }
}
