//! Who is present where: units, posts and functions, for some target groups or for anyone.

use std::collections::{BTreeMap, BTreeSet};

use super::function::FunctionView;
use super::names::Named;
use super::place::{GroupView, SiteView};
use super::staff::StaffView;
use super::unit::UnitView;
use crate::ids::Subject;
use crate::quantity::Quantity;

/// A member of a co-location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberRef<'c> {
    /// A function: present where it is met.
    Function(FunctionView<'c>),
    /// A unit.
    Unit(UnitView<'c>),
    /// A post or group.
    Staff(StaffView<'c>),
}

/// Where somebody is present, and with how many posts, by site id.
#[derive(Debug, Clone, Default)]
pub struct Presence<'c> {
    /// Each group of posts with its sites: several where it is hosted at several.
    staff: BTreeMap<StaffView<'c>, BTreeSet<SiteView<'c>>>,
    /// Where a unit sits of which no posts are stated.
    seats: BTreeSet<SiteView<'c>>,
    /// Every site, with the groups of posts that are there.
    sites: BTreeMap<SiteView<'c>, BTreeSet<StaffView<'c>>>,
}

impl<'c> Presence<'c> {
    /// The sites, by id.
    pub fn sites(&self) -> impl Iterator<Item = SiteView<'c>> + '_ {
        self.sites.keys().copied()
    }

    /// The posts at each site, by the site's id. Of a group that is at several sites, any part
    /// can be at each.
    pub fn posts(&self) -> impl Iterator<Item = (SiteView<'c>, Quantity)> + '_ {
        let sites = self.sites.iter();
        sites.map(|(site, staff)| (*site, self.part_of(staff)))
    }

    /// The posts at a site; `None` where nobody is.
    pub fn at(&self, site: SiteView<'c>) -> Option<Quantity> {
        let staff = self.sites.get(&site)?;
        Some(self.part_of(staff))
    }

    /// How many posts of some groups are at one site.
    fn part_of(&self, staff: &BTreeSet<StaffView<'c>>) -> Quantity {
        let staff = staff
            .iter()
            .filter_map(|post| self.staff.get_key_value(post));
        staff
            .map(|(post, at)| match at.len() {
                1 => post.count(),
                _ => post.count().any_part(),
            })
            .sum()
    }

    /// Whether somebody is at a site.
    pub fn is_at(&self, site: SiteView<'c>) -> bool {
        self.sites.contains_key(&site)
    }

    /// All posts, each once wherever they are.
    pub fn total(&self) -> Quantity {
        self.staff.keys().map(|post| post.count()).sum()
    }

    /// Each group of posts with its sites, by their ids.
    pub fn staff(&self) -> impl Iterator<Item = (StaffView<'c>, Vec<SiteView<'c>>)> + '_ {
        let staff = self.staff.iter();
        staff.map(|(post, sites)| (*post, sites.iter().copied().collect()))
    }

    /// Whether nothing says where they are.
    pub fn is_unknown(&self) -> bool {
        self.staff.is_empty() && self.seats.is_empty()
    }

    /// Takes another's in: posts that are in both count once.
    pub fn join(&mut self, other: &Presence<'c>) {
        for (post, sites) in &other.staff {
            self.add(*post, sites.iter().copied());
        }
        for site in &other.seats {
            self.seat(*site);
        }
    }

    fn seat(&mut self, site: SiteView<'c>) {
        self.seats.insert(site);
        self.sites.entry(site).or_default();
    }

    fn add(&mut self, post: StaffView<'c>, sites: impl IntoIterator<Item = SiteView<'c>>) {
        // A group of no posts is nowhere.
        if post.count().high() == Some(0) {
            return;
        }
        for site in sites {
            self.sites.entry(site).or_default().insert(post);
            self.staff.entry(post).or_default().insert(site);
        }
    }
}

impl<'c> UnitView<'c> {
    /// How many posts of it and of what is below it are present at a site, as
    /// [`UnitView::presence`] has it for anyone; `None` where nobody is.
    pub fn posts_at(self, site: SiteView<'_>) -> Option<Quantity> {
        if self.chart.is_placed(self) {
            return self.chart.based_at(self, site.ix);
        }
        let is_own = self.site().is_some_and(|own| own.ix == site.ix);
        is_own.then_some(Quantity::ZERO)
    }

    /// Whether it, or what is below it, is present at a site; see [`UnitView::posts_at`].
    pub fn is_at(self, site: SiteView<'_>) -> bool {
        self.posts_at(site).is_some()
    }

    /// Where a unit is present: where its own and its descendants' posts are that serve one of
    /// the groups, filled or not, else at its site with no posts stated.
    pub fn presence(self, groups: &[GroupView<'_>]) -> Presence<'c> {
        let mut presence = Presence::default();
        for unit in self.subtree() {
            for post in unit.staff().filter(|post| post.serves_any(groups)) {
                presence.add(post, post.site());
            }
        }
        if let Some(site) = self.site().filter(|_| presence.staff.is_empty()) {
            presence.seat(site);
        }
        presence
    }
}

impl<'c> FunctionView<'c> {
    /// Where it is met for one of some target groups; none is for anyone. Posts that serve
    /// several of them count once.
    pub fn presence(self, groups: &[GroupView<'_>]) -> Presence<'c> {
        let mut presence = Presence::default();
        for post in self.performers() {
            presence.add(post, self.met_at(post, groups));
        }
        presence
    }
}

impl<'c> MemberRef<'c> {
    /// Where the member is present for these target groups; unknown where the chart does not
    /// say, such as a function that nobody is stated to perform.
    pub fn presence(self, groups: &[GroupView<'_>]) -> Presence<'c> {
        match self {
            MemberRef::Unit(unit) => unit.presence(groups),
            MemberRef::Function(function) => function.presence(groups),
            MemberRef::Staff(post) => {
                let mut presence = Presence::default();
                if post.serves_any(groups) {
                    presence.add(post, post.site());
                }
                presence
            }
        }
    }
}

impl Named for MemberRef<'_> {
    fn subject(&self) -> Subject {
        match self {
            MemberRef::Function(function) => function.subject(),
            MemberRef::Unit(unit) => unit.subject(),
            MemberRef::Staff(post) => post.subject(),
        }
    }

    fn name(&self) -> &str {
        match self {
            MemberRef::Function(function) => function.name(),
            MemberRef::Unit(unit) => unit.name(),
            MemberRef::Staff(post) => post.name(),
        }
    }
}

#[cfg(test)]
mod tests;
