//! Whether those who must sit together do, in one chart. What the rules on co-locations have
//! in common; it reports nothing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{
    CoLocationView, GroupView, MemberRef, Named, Presence, SiteView, StaffView,
};
use rokade_core::ids::{StaffId, Subject};
use rokade_core::quantity::Quantity;

/// Those who must sit together, where one chart has them.
pub(super) struct Seen<'c> {
    /// Each member of the co-location, which can be several things where it was split.
    pub(super) parties: Vec<Party<'c>>,
    /// The target groups it is for; none is anyone.
    pub(super) groups: Vec<GroupView<'c>>,
    /// Everybody, each post once.
    pub(super) all: Presence<'c>,
    /// The sites at which every party is present.
    pub(super) shared: BTreeSet<SiteView<'c>>,
}

/// A member of a co-location.
pub(super) struct Party<'c> {
    pub(super) members: Vec<MemberRef<'c>>,
    pub(super) presence: Presence<'c>,
}

impl Party<'_> {
    /// A member with where it is: `Ydelse (Kastetvej)`.
    pub(super) fn told(&self) -> String {
        let names: Vec<&str> = self.members.iter().map(Named::name).collect();
        let sites: Vec<String> = self
            .presence
            .sites()
            .map(|site| site.name().to_owned())
            .collect();
        format!("{} ({})", names.join(", "), sites.join(", "))
    }
}

/// How posts sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Where every party is.
    Together,
    /// At several sites, some of them shared.
    Partly,
    /// Where some party is not.
    Apart,
}

/// A group of posts, where it sits.
pub(super) struct Seat<'c> {
    pub(super) post: StaffView<'c>,
    pub(super) sites: Vec<SiteView<'c>>,
    pub(super) standing: Standing,
}

impl<'c> Seen<'c> {
    /// A co-location as its own chart has it; `None` where fewer than two of its members, or
    /// none of its target groups, are there.
    pub(super) fn stated(stated: CoLocationView<'c>) -> Option<Self> {
        let members = stated.members();
        (members.len() > 1 && !stated.is_for_nobody()).then(|| {
            let parties = members.into_iter().map(|member| vec![member]).collect();
            Seen::new(parties, stated.groups())
        })
    }

    pub(super) fn new(parties: Vec<Vec<MemberRef<'c>>>, groups: Vec<GroupView<'c>>) -> Self {
        let parties: Vec<Party<'c>> = parties
            .into_iter()
            .map(|members| {
                let mut presence = Presence::default();
                for member in &members {
                    presence.join(&member.presence(&groups));
                }
                Party { members, presence }
            })
            .collect();
        let mut all = Presence::default();
        for party in &parties {
            all.join(&party.presence);
        }
        let everybody = |site: &SiteView<'c>| {
            let mut parties = parties.iter();
            parties.all(|party| party.presence.is_at(*site))
        };
        let shared = all.sites().filter(everybody).collect();
        Seen {
            parties,
            groups,
            all,
            shared,
        }
    }

    /// The members of which the chart does not say where they are.
    pub(super) fn unknown(&self) -> Vec<Subject> {
        let unknown = self
            .parties
            .iter()
            .filter(|party| party.presence.is_unknown());
        unknown
            .flat_map(|party| &party.members)
            .map(Named::subject)
            .collect()
    }

    /// Whether they share a site whatever the counts turn out to be.
    pub(super) fn certainly_share(&self) -> bool {
        self.shared.iter().any(|site| {
            self.parties.iter().all(|party| {
                // A unit of which no posts are stated is there, and so is a group that merely
                // nobody has counted.
                let posts = party.presence.at(*site).unwrap_or(Quantity::ZERO);
                posts.low() > 0 || posts.high() == Some(0) || posts.is_unknown()
            })
        })
    }

    /// The members.
    pub(super) fn members(&self) -> impl Iterator<Item = Subject> {
        self.parties
            .iter()
            .flat_map(|party| &party.members)
            .map(Named::subject)
    }

    /// The posts at sites that all of them share.
    pub(super) fn together(&self) -> Quantity {
        self.count(Standing::Together)
    }

    /// The posts that sit where some of them are not.
    pub(super) fn apart(&self) -> Quantity {
        self.count(Standing::Apart)
    }

    fn count(&self, standing: Standing) -> Quantity {
        let posts = self
            .all
            .staff()
            .map(|(post, sites)| match self.standing(&sites) {
                own if own == standing => post.count(),
                Standing::Partly => post.count().any_part(),
                _ => Quantity::ZERO,
            });
        posts.sum()
    }

    /// The posts at each site that has any, the most first.
    pub(super) fn by_site(&self) -> Vec<(Subject, Quantity)> {
        let sites = self
            .all
            .posts()
            .filter(|(_, posts)| posts.high() != Some(0));
        let mut sites: Vec<(Subject, Quantity)> =
            sites.map(|(site, posts)| (site.subject(), posts)).collect();
        let end = |posts: &Quantity| posts.high().unwrap_or(i64::MAX);
        sites.sort_by_key(|(_, posts)| Reverse(end(posts)));
        sites
    }

    /// The citizens it is for, where the chart states how many there are in each group.
    pub(super) fn citizens(&self) -> Option<Quantity> {
        let citizens: Option<Vec<Quantity>> =
            self.groups.iter().map(|group| group.citizens()).collect();
        citizens
            .filter(|all| !all.is_empty())
            .map(|all| all.into_iter().sum())
    }

    /// Each group of posts, by id.
    pub(super) fn seats(&self) -> BTreeMap<&'c StaffId, Seat<'c>> {
        let seat = |(post, sites): (StaffView<'c>, Vec<SiteView<'c>>)| {
            let standing = self.standing(&sites);
            (
                post.id(),
                Seat {
                    post,
                    sites,
                    standing,
                },
            )
        };
        self.all.staff().map(seat).collect()
    }

    fn standing(&self, sites: &[SiteView<'c>]) -> Standing {
        match sites
            .iter()
            .filter(|site| self.shared.contains(site))
            .count()
        {
            0 => Standing::Apart,
            shared if shared == sites.len() => Standing::Together,
            _ => Standing::Partly,
        }
    }
}
