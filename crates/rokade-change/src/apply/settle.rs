//! Where units sit and whom posts serve by default, and writing it down before an event would
//! change it: a move changes no site.

use rokade_core::entry::{
    FunctionEntry, OrUndecided, SiteEntry, StaffEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::ids::{Id, Kind, SiteId, StaffId, TargetGroupId, UnitId};

use super::state::State;

/// A site as it is stated, by oneself or above.
pub(super) type Site = Option<OrUndecided<SiteId>>;
/// The target groups that posts serve; none are anyone.
pub(super) type Groups = Option<Vec<TargetGroupId>>;

/// Where posts sat and whom they served before an event.
#[derive(Debug, Clone)]
pub(super) struct Before<I> {
    id: I,
    site: Site,
    groups: Groups,
}

impl<I> Before<I> {
    /// It has another id from now on.
    pub(super) fn rename(&mut self, id: I) {
        self.id = id;
    }

    /// Its site is no longer to be kept.
    pub(super) fn forget_site(&mut self) {
        self.site = None;
    }
}

impl State {
    /// The site stated nearest above, beginning with a unit.
    fn site_from(&self, unit: Option<&OrUndecided<UnitId>>) -> Site {
        let mut at = unit.and_then(OrUndecided::id);
        // In a circle of parents, which is a fault of the base, nobody is above.
        for _ in 0..=self.entries.units.len() {
            let unit: &UnitEntry = self.get(at?.as_str())?;
            if unit.site.is_some() {
                return unit.site.clone();
            }
            at = unit.parent.as_ref().and_then(OrUndecided::id);
        }
        None
    }

    pub(super) fn site_of_unit(&self, id: &UnitId) -> Site {
        let unit: &UnitEntry = self.get(id.as_str())?;
        unit.site
            .clone()
            .or_else(|| self.site_from(unit.parent.as_ref()))
    }

    pub(super) fn site_of_post(&self, id: &StaffId) -> Site {
        let post: &StaffEntry = self.get(id.as_str())?;
        post.site
            .clone()
            .or_else(|| self.site_from(post.unit.as_ref()))
    }

    /// The target groups of a unit's own responsibilities, sorted; `None` where one of them is
    /// for anyone, or there are none. As `Chart` has it.
    fn groups_of_unit(&mut self, unit: Option<&OrUndecided<UnitId>>) -> Groups {
        let unit = unit.and_then(OrUndecided::id)?;
        if !self.has::<UnitEntry>(unit.as_str()) {
            return None;
        }
        let mut groups: Vec<TargetGroupId> = Vec::new();
        for function in self.owners::<FunctionEntry>(&unit.subject()) {
            let Some(function) = self.get::<FunctionEntry>(function.as_str()) else {
                continue;
            };
            for scope in function.responsible.iter().flat_map(|r| &r.0) {
                let holds = scope.unit.as_ref().and_then(OrUndecided::id) == Some(unit);
                let is_scope = scope
                    .site
                    .as_ref()
                    .is_none_or(|site| self.has::<SiteEntry>(site.as_str()));
                if !holds || !is_scope {
                    continue;
                }
                if scope.groups.is_empty() {
                    return None;
                }
                let live = scope.groups.iter();
                groups.extend(
                    live.filter(|group| self.has::<TargetGroupEntry>(group.as_str()))
                        .cloned(),
                );
            }
        }
        groups.sort();
        groups.dedup();
        (!groups.is_empty()).then_some(groups)
    }

    /// Whom posts serve, as stated or by default.
    pub(super) fn groups_of_post(&mut self, id: &StaffId) -> Groups {
        let post: &StaffEntry = self.get(id.as_str())?;
        if post.serves.is_some() {
            return post.serves.clone();
        }
        let unit = post.unit.clone();
        self.groups_of_unit(unit.as_ref())
    }

    /// How it is for a unit before an event.
    pub(super) fn unit_before(&self, id: &UnitId) -> Before<UnitId> {
        Before {
            id: id.clone(),
            site: self.site_of_unit(id),
            groups: None,
        }
    }

    /// How it is for posts before an event that does not move them.
    pub(super) fn site_before(&self, id: &StaffId) -> Before<StaffId> {
        Before {
            id: id.clone(),
            site: self.site_of_post(id),
            groups: None,
        }
    }

    /// How it is for posts before an event that moves them.
    pub(super) fn post_before(&mut self, id: &StaffId) -> Before<StaffId> {
        Before {
            groups: self.groups_of_post(id),
            ..self.site_before(id)
        }
    }

    /// Writes a unit's old site down if an event would have changed it. Where it had none, what
    /// it now comes to stand under decides.
    pub(super) fn settle_unit(&mut self, before: &Before<UnitId>) {
        if before.site.is_none() || self.site_of_unit(&before.id) == before.site {
            return;
        }
        self.edit::<UnitEntry>(before.id.as_str(), |unit| {
            unit.site.clone_from(&before.site);
        });
        self.settled_sites.insert(before.id.subject());
    }

    /// The same for posts, and for whom they serve. Posts that served anyone now serve whom
    /// their unit does: there is no word for anyone.
    pub(super) fn settle_post(&mut self, before: &Before<StaffId>) {
        if before.site.is_some() && self.site_of_post(&before.id) != before.site {
            let site = &before.site;
            self.edit::<StaffEntry>(before.id.as_str(), |post| post.site.clone_from(site));
            self.settled_sites.insert(before.id.subject());
        }
        if before.groups.is_some() && self.groups_of_post(&before.id) != before.groups {
            let groups = &before.groups;
            self.edit::<StaffEntry>(before.id.as_str(), |post| post.serves.clone_from(groups));
            self.settled_groups.insert(before.id.clone());
        }
    }

    /// Takes out again what was only written down and has come to be the default.
    pub(super) fn unsettle(&mut self) {
        for thing in std::mem::take(&mut self.settled_sites) {
            let id = thing.id.as_str();
            let inherited = if let Some(unit) = self
                .get::<UnitEntry>(id)
                .filter(|_| thing.kind == Kind::Unit)
            {
                self.site_from(unit.parent.as_ref())
            } else if let Some(post) = self
                .get::<StaffEntry>(id)
                .filter(|_| thing.kind == Kind::Staff)
            {
                self.site_from(post.unit.as_ref())
            } else {
                continue;
            };
            // Not an act of anyone: where they sit stays the same.
            if thing.kind == Kind::Unit {
                if let Some(unit) = self.entries.units.get_mut(id)
                    && unit.value.site == inherited
                {
                    unit.value.site = None;
                }
            } else if let Some(post) = self.entries.staff.get_mut(id)
                && post.value.site == inherited
            {
                post.value.site = None;
            }
        }
        for id in std::mem::take(&mut self.settled_groups) {
            let Some(post) = self.get::<StaffEntry>(id.as_str()) else {
                continue;
            };
            let mut served = post.serves.clone();
            if let Some(served) = &mut served {
                served.sort();
            }
            let unit = post.unit.clone();
            let by_default = self.groups_of_unit(unit.as_ref());
            if served == by_default
                && let Some(post) = self.entries.staff.get_mut(id.as_str())
            {
                post.value.serves = None;
            }
        }
    }
}
