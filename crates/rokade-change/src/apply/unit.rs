//! Events about units and sites: founding, moving, relocating, heading, closing.

use rokade_core::entry::{
    Appoint, BodyEntry, Close, CoLocationEntry, Establish, Established, Head, InterfaceEntry, Move,
    OrUndecided, Relocate, SiteEntry, StaffEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::fault::NotApplicable;
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};
use rokade_core::span::PathStep;

use super::staff::incomplete;
use super::state::{Done, Refused, State};

impl State {
    pub(super) fn establish(&mut self, action: &Establish) -> Done {
        let at = |key: &str| vec![PathStep::from("establish"), key.into()];
        match action.established() {
            Some(Established::Unit(id, entry)) => {
                self.vacant::<UnitEntry>(&id, &at("unit"))?;
                if let Some(OrUndecided::Id(parent)) = &entry.parent {
                    self.no_circle(&id, parent, &at("parent"))?;
                }
                self.name_all(&*entry);
                self.make(id, *entry);
            }
            Some(Established::Site(id, entry)) => {
                self.vacant::<SiteEntry>(&id, &at("site"))?;
                self.name_all(&*entry);
                self.make(id, *entry);
            }
            Some(Established::Function(id, mut entry)) => {
                self.vacant::<rokade_core::entry::FunctionEntry>(&id, &at("function"))?;
                self.name_all(&*entry);
                // Beside the action it is the reason all the same.
                entry.because = entry.because.take().or_else(|| self.because.clone());
                self.make(id, *entry);
            }
            Some(Established::TargetGroup(id, entry)) => {
                self.vacant::<TargetGroupEntry>(&id, &at("target_group"))?;
                self.name_all(&*entry);
                self.make(id, *entry);
            }
            None => {
                let needs = &["unit", "site", "function", "target_group"];
                return Err(incomplete("establish", needs));
            }
        }
        Ok(())
    }

    /// Whether a unit is another or stands under it, by the ids that are stated.
    pub(super) fn is_under(&self, unit: &UnitId, above: &UnitId) -> bool {
        let mut at = Some(unit);
        for _ in 0..=self.entries.units.len() {
            let Some(unit) = at else { return false };
            if unit == above {
                return true;
            }
            let entry = self.get::<UnitEntry>(unit.as_str());
            at = entry
                .and_then(|unit| unit.parent.as_ref())
                .and_then(OrUndecided::id);
        }
        false
    }

    pub(super) fn no_circle(&self, unit: &UnitId, under: &UnitId, path: &[PathStep]) -> Done {
        if !self.is_under(under, unit) {
            return Ok(());
        }
        let (unit, under) = (unit.clone(), under.clone());
        let why = NotApplicable::ParentCircle { unit, under };
        Err(Refused::new(why, path.to_vec()))
    }

    pub(super) fn move_unit(&mut self, action: &Move, unit: &UnitId) -> Done {
        let at = |key: &str| [PathStep::from("move"), key.into()];
        let Some(to) = &action.to else {
            return Err(incomplete("move", &["to"]));
        };
        self.find::<UnitEntry>(unit, &at("unit"))?;
        self.find_decided::<UnitEntry>(Some(to), &at("to"))?;
        self.find_decided::<SiteEntry>(action.site.as_ref(), &at("site"))?;
        if let OrUndecided::Id(parent) = to {
            self.no_circle(unit, parent, &at("to"))?;
        }
        self.put_under(unit, Some(to));
        if let Some(site) = &action.site {
            self.relocate_unit(unit, site);
        }
        Ok(())
    }

    /// Gives a unit another parent; it and what is below stay where they sit.
    pub(super) fn put_under(&mut self, unit: &UnitId, parent: Option<&OrUndecided<UnitId>>) {
        let before = self.unit_before(unit);
        self.edit::<UnitEntry>(unit.as_str(), |unit| unit.parent = parent.cloned());
        self.settle_unit(&before);
    }

    pub(super) fn relocate(&mut self, action: &Relocate) -> Done {
        let at = |key: &str| [PathStep::from("relocate"), key.into()];
        let Some(to) = &action.to else {
            return Err(incomplete("relocate", &["to"]));
        };
        if let Some(unit) = &action.unit {
            self.find::<UnitEntry>(unit, &at("unit"))?;
            self.find_decided::<SiteEntry>(Some(to), &at("to"))?;
            self.relocate_unit(unit, to);
        } else if let Some(staff) = &action.staff {
            self.find::<StaffEntry>(staff, &at("staff"))?;
            self.find_decided::<SiteEntry>(Some(to), &at("to"))?;
            self.edit::<StaffEntry>(staff.as_str(), |post| post.site = Some(to.clone()));
        } else {
            return Err(incomplete("relocate", &["unit", "staff"]));
        }
        Ok(())
    }

    /// Moves a unit to another site, with all below it that sat at its old one, stated or by
    /// default. What had no site is not where the unit was, and comes to sit where it is.
    fn relocate_unit(&mut self, unit: &UnitId, to: &OrUndecided<SiteId>) {
        let old = self.site_of_unit(unit);
        // Whose own site is undecided waits for a decision of its own.
        if let Some(old @ OrUndecided::Id(_)) = &old {
            let (units, posts) = self.below(unit);
            // Those who sit there by default come along by default.
            for below in units {
                let states_it = self
                    .get::<UnitEntry>(below.as_str())
                    .is_some_and(|unit| unit.site.as_ref() == Some(old));
                if states_it {
                    self.edit::<UnitEntry>(below.as_str(), |unit| unit.site = Some(to.clone()));
                }
            }
            for post in posts {
                let states_it = self
                    .get::<StaffEntry>(post.as_str())
                    .is_some_and(|post| post.site.as_ref() == Some(old));
                if states_it {
                    self.edit::<StaffEntry>(post.as_str(), |post| post.site = Some(to.clone()));
                }
            }
        }
        self.edit::<UnitEntry>(unit.as_str(), |unit| unit.site = Some(to.clone()));
    }

    pub(super) fn children(&mut self, unit: &UnitId) -> Vec<UnitId> {
        let mut children = self.owners::<UnitEntry>(&unit.subject());
        children.retain(|child| {
            let child = self.get::<UnitEntry>(child.as_str());
            let parent = child.and_then(|child| child.parent.as_ref());
            parent.and_then(OrUndecided::id) == Some(unit)
        });
        children
    }

    pub(super) fn posts(&mut self, unit: &UnitId) -> Vec<StaffId> {
        let mut posts = self.owners::<StaffEntry>(&unit.subject());
        posts.retain(|post| {
            let post = self.get::<StaffEntry>(post.as_str());
            let own = post.and_then(|post| post.unit.as_ref());
            own.and_then(OrUndecided::id) == Some(unit)
        });
        posts
    }

    /// The units below a unit, without itself, and all their posts and its own.
    fn below(&mut self, unit: &UnitId) -> (Vec<UnitId>, Vec<StaffId>) {
        let mut seen = std::collections::HashSet::from([unit.clone()]);
        let mut units = vec![unit.clone()];
        let mut posts = Vec::new();
        let mut next = 0;
        while let Some(at) = units.get(next).cloned() {
            posts.extend(self.posts(&at));
            for child in self.children(&at) {
                if seen.insert(child.clone()) {
                    units.push(child);
                }
            }
            next += 1;
        }
        units.remove(0);
        (units, posts)
    }

    pub(super) fn appoint(&mut self, action: &Appoint) -> Done {
        let at = |key: &str| [PathStep::from("appoint"), key.into()];
        let (Some(unit), Some(head)) = (&action.unit, &action.head) else {
            return Err(incomplete("appoint", &["unit", "head"]));
        };
        self.find::<UnitEntry>(unit, &at("unit"))?;
        if let Head::Post(post) = head {
            self.find::<StaffEntry>(post, &at("head"))?;
        }
        self.edit::<UnitEntry>(unit.as_str(), |unit| unit.head = Some(head.clone()));
        Ok(())
    }

    pub(super) fn close(&mut self, action: &Close) -> Done {
        let at = |key: &str| [PathStep::from("close"), key.into()];
        if let Some(unit) = &action.unit {
            self.find::<UnitEntry>(unit, &at("unit"))?;
            self.close_unit(unit);
        } else if let Some(site) = &action.site {
            self.find::<SiteEntry>(site, &at("site"))?;
            self.end::<SiteEntry>(site);
        } else {
            return Err(incomplete("close", &["unit", "site"]));
        }
        Ok(())
    }

    /// Ends a unit. Its children, posts and functions are left hanging, where they sat;
    /// `covers`, interfaces, co-locations and entrances that named it end with it.
    pub(super) fn close_unit(&mut self, unit: &UnitId) {
        let thing = unit.subject();
        let children = self.children(unit);
        let children: Vec<_> = children
            .iter()
            .map(|child| self.unit_before(child))
            .collect();
        let posts = self.posts(unit);
        let posts: Vec<_> = posts.iter().map(|post| self.site_before(post)).collect();
        self.end::<UnitEntry>(unit);
        for child in &children {
            self.settle_unit(child);
        }
        for post in &posts {
            self.settle_post(post);
        }
        for body in self.owners::<BodyEntry>(&thing) {
            self.edit::<BodyEntry>(body.as_str(), |body| body.covers.retain(|u| u != unit));
        }
        for group in self.owners::<TargetGroupEntry>(&thing) {
            self.edit::<TargetGroupEntry>(group.as_str(), |group| {
                group
                    .entrance
                    .take_if(|entrance| entrance.id() == Some(unit));
            });
        }
        for id in self.owners::<InterfaceEntry>(&thing) {
            self.edit::<InterfaceEntry>(id.as_str(), |stated| stated.units.retain(|u| u != unit));
        }
        for id in self.owners::<CoLocationEntry>(&thing) {
            self.edit::<CoLocationEntry>(id.as_str(), |stated| stated.units.retain(|u| u != unit));
        }
        self.end_lonely(&thing);
    }

    /// Ends the interfaces and co-locations that named a thing and have fewer than two members.
    pub(super) fn end_lonely(&mut self, thing: &rokade_core::ids::Subject) {
        for id in self.owners::<InterfaceEntry>(thing) {
            let stated = self.get::<InterfaceEntry>(id.as_str());
            if stated.is_some_and(|stated| stated.units.len() + stated.staff.len() < 2) {
                self.remove::<InterfaceEntry>(id.as_str());
            }
        }
        for id in self.owners::<CoLocationEntry>(thing) {
            let stated = self.get::<CoLocationEntry>(id.as_str());
            let members = |stated: &CoLocationEntry| {
                stated.functions.len() + stated.units.len() + stated.staff.len()
            };
            if stated.is_some_and(|stated| members(stated) < 2) {
                self.remove::<CoLocationEntry>(id.as_str());
            }
        }
    }
}
