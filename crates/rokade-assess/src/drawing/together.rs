//! Who is stated to sit together, and what becomes of it.
//!
//! It never says else than the findings do: that posts no longer have all others at their site
//! is taken from them, and the rest is asked of the two charts in the same way.

use std::collections::BTreeSet;

use rokade_change::{ChangeSet, Lineage, Tracks};
use rokade_core::chart::{Chart, CoLocationView, GroupView, MemberRef, Named, Presence};
use rokade_core::drawing::{
    CoLocationMap, CoLocationStanding, DrawnCoLocation, DrawnMember, DrawnSite,
};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{CoLocationId, Id, Kind, Subject};
use rokade_core::report::Report;
use rokade_core::words::{WordsError, by_name};

use super::said::{joined, posts, tongue};
use super::sites::Sites;
use crate::Input;
use crate::tongue::Tongue;

/// What a co-location is called that fewer posts keep than before, and by what it is found.
const WEAKENED: &str = "weakened-co-location";

/// Draws every co-location that either chart states: those of the base, then those that are new.
pub(super) fn map(input: &Input<'_>) -> Result<Option<CoLocationMap>, WordsError> {
    let (base, revision) = (input.base, input.revision);
    let drawn = Drawing {
        said: tongue(input.language, Some(base), revision)?,
        charts: Charts {
            base,
            revision,
            changes: input.changes,
        },
        sites: Sites::of_both(base, revision, input.changes),
        weakened: weakened(input.report),
    };
    drawn.map()
}

/// The co-locations that are found to be weakened.
fn weakened(report: &Report) -> BTreeSet<CoLocationId> {
    let findings = report.findings.iter().filter(|one| one.rule == WEAKENED);
    let members = findings.flat_map(|finding| &finding.members);
    let members = members.map(|member| &member.subject);
    members
        .filter(|subject| subject.kind == Kind::CoLocation)
        .map(|subject| CoLocationId::from_checked(subject.id.clone()))
        .collect()
}

#[derive(Clone, Copy)]
struct Charts<'c> {
    base: &'c Chart,
    revision: &'c Chart,
    changes: &'c ChangeSet,
}

/// A co-location, as each chart states it.
#[derive(Clone, Copy)]
struct Stated<'c> {
    /// The statement that is told of: that of the revision, where it has one.
    told: CoLocationView<'c>,
    before: Option<CoLocationView<'c>>,
    now: Option<CoLocationView<'c>>,
}

/// Who is to sit together, in one chart.
struct Parties<'c> {
    /// Each member, which can be several things where it was divided.
    members: Vec<Vec<MemberRef<'c>>>,
    groups: Vec<GroupView<'c>>,
}

/// A member with what it is in both charts.
struct Member<'c> {
    before: Vec<MemberRef<'c>>,
    now: Vec<MemberRef<'c>>,
}

/// Whether those who are to sit together do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    No,
    Unknown,
    Yes,
}

struct Drawing<'c> {
    said: Tongue<'c>,
    charts: Charts<'c>,
    sites: Sites<'c>,
    weakened: BTreeSet<CoLocationId>,
}

impl<'c> Drawing<'c> {
    fn map(mut self) -> Result<Option<CoLocationMap>, WordsError> {
        let mut co_locations = Vec::new();
        for stated in self.charts.stated() {
            co_locations.push(self.co_location(stated)?);
        }
        if co_locations.is_empty() {
            return Ok(None);
        }
        Ok(Some(CoLocationMap {
            language: self.said.speaker.language,
            title: self.said.say("co-locations", &[])?,
            description: self.description(&co_locations)?,
            sites: self.sites.names_of_both(&self.said)?,
            co_locations,
        }))
    }

    fn description(&self, drawn: &[DrawnCoLocation]) -> Result<String, WordsError> {
        let mut standings: Vec<CoLocationStanding> = drawn.iter().map(|one| one.standing).collect();
        standings.sort();
        let told: Vec<String> = standings
            .chunk_by(|a, b| a == b)
            .filter_map(|same| Some((same.first()?, same.len())))
            .map(|(standing, n)| {
                let key = format!("count-{}", standing.name());
                self.said.say(&key, &[("n", n.into())])
            })
            .collect::<Result<_, _>>()?;
        let what = joined(&self.said, told);
        let values = [("n", drawn.len().into()), ("what", what.into())];
        self.said.say("co-locations-show", &values)
    }

    fn co_location(&mut self, stated: Stated<'c>) -> Result<DrawnCoLocation, WordsError> {
        let standing = self.standing(stated);
        let language = self.said.speaker.language;
        let groups_before = self.charts.groups(stated, Side::Base);
        let groups_now = self.charts.groups(stated, Side::Revision);
        let mut members: Vec<DrawnMember> = Vec::new();
        for member in self.charts.members(stated) {
            members.push(DrawnMember {
                name: member.name(),
                before: self.at(Side::Base, &member.before, groups_before.as_deref())?,
                after: self.at(Side::Revision, &member.now, groups_now.as_deref())?,
            });
        }
        members.sort_by(|a, b| by_name(language, &a.name, &b.name));
        let names = members.iter().map(|member| member.name.clone()).collect();
        let groups = stated.told.groups();
        let groups: Vec<String> = groups.iter().map(|group| group.name().to_owned()).collect();
        let is_for = if groups.is_empty() {
            "anyone"
        } else {
            "groups"
        };
        let name = [
            ("members", Value::Names(names)),
            ("for", Value::Word(is_for)),
            ("groups", Value::Names(groups)),
        ];
        let because = stated.told.entry().because.as_deref().map(str::trim);
        Ok(DrawnCoLocation {
            name: self.said.say("co-location", &name)?,
            because: because.filter(|why| !why.is_empty()).map(str::to_owned),
            standing,
            word: self.said.say(&format!("word-{}", standing.name()), &[])?,
            members,
        })
    }

    /// Where a member is, with how many posts; nowhere where it is for nobody who is there.
    fn at(
        &mut self,
        side: Side,
        members: &[MemberRef<'c>],
        groups: Option<&[GroupView<'c>]>,
    ) -> Result<Vec<DrawnSite>, WordsError> {
        let Some(groups) = groups else {
            return Ok(Vec::new());
        };
        let mut drawn = Vec::new();
        for (site, here) in presence(members, groups).posts() {
            drawn.push(DrawnSite {
                site: self.sites.place(side, site),
                posts: posts(&self.said, here)?,
            });
        }
        drawn.sort_by_key(|at| at.site);
        Ok(drawn)
    }

    fn standing(&self, stated: Stated<'c>) -> CoLocationStanding {
        use CoLocationStanding::{Apart, Broken, Dropped, Kept, Made, Unknown, Weakened};
        let charts = self.charts;
        let own = |stated: CoLocationView<'c>| {
            let members = stated.members().into_iter().map(|member| vec![member]);
            let parties = Parties {
                members: members.collect(),
                groups: stated.groups(),
            };
            let is_enough = parties.members.len() > 1 && !stated.is_for_nobody();
            is_enough.then(|| parties.held())
        };
        let in_base = stated.before.and_then(|one| charts.both(one, Side::Base));
        let in_revision = stated.now.and_then(|one| charts.both(one, Side::Revision));
        // By the words of either chart: one that states it more narrowly, or no longer, has not
        // brought its members together.
        let is_broken = [in_base, in_revision].contains(&Some((Held::Yes, Held::No)));
        if is_broken {
            return Broken;
        }
        if self.weakened.contains(stated.told.id()) {
            return Weakened;
        }
        let Some(now) = stated.now.and_then(own) else {
            return Dropped;
        };
        let before = match stated.before {
            Some(before) => own(before),
            None => in_revision.map(|(before, _)| before),
        };
        match (before.unwrap_or(Held::Unknown), now) {
            (_, Held::Unknown) => Unknown,
            (Held::Yes, Held::Yes) => Kept,
            (Held::Yes, Held::No) => Broken,
            (_, Held::Yes) => Made,
            (_, Held::No) => Apart,
        }
    }
}

impl<'c> Charts<'c> {
    fn lineage(self) -> &'c Lineage {
        &self.changes.lineage
    }

    fn other(self, words: Side) -> &'c Chart {
        match words {
            Side::Base => self.revision,
            Side::Revision => self.base,
        }
    }

    /// Every co-location: those of the base in its order, then those that only the revision has.
    fn stated(self) -> Vec<Stated<'c>> {
        let of_base = self.base.co_locations().map(|before| {
            let now = self.revision.co_location(before.id());
            Stated {
                told: now.unwrap_or(before),
                before: Some(before),
                now,
            }
        });
        let is_new = |one: &CoLocationView<'_>| self.base.co_location(one.id()).is_none();
        let new = self.revision.co_locations().filter(is_new);
        let new = new.map(|now| Stated {
            told: now,
            before: None,
            now: Some(now),
        });
        of_base.chain(new).collect()
    }

    /// Everybody who is to sit together by either statement, each once.
    fn members(self, stated: Stated<'c>) -> Vec<Member<'c>> {
        let by_now = stated.now.iter().flat_map(|one| one.members());
        let mut members: Vec<Member<'c>> = by_now
            .map(|member| Member {
                before: self.counterpart(member, Side::Revision),
                now: vec![member],
            })
            .collect();
        let own = members.iter().flat_map(|one| &one.before);
        let known: BTreeSet<Subject> = own.map(Named::subject).collect();
        for member in stated.before.iter().flat_map(|one| one.members()) {
            if !known.contains(&member.subject()) {
                members.push(Member {
                    before: vec![member],
                    now: self.counterpart(member, Side::Base),
                });
            }
        }
        members
    }

    /// The target groups in one chart; none where it is for some of whom none is there.
    fn groups(self, stated: Stated<'c>, side: Side) -> Option<Vec<GroupView<'c>>> {
        let (own, other, words) = match side {
            Side::Base => (stated.before, stated.now, Side::Revision),
            Side::Revision => (stated.now, stated.before, Side::Base),
        };
        match (own, other) {
            (Some(own), _) => (!own.is_for_nobody()).then(|| own.groups()),
            (None, Some(other)) => self.groups_in_other(other, words),
            (None, None) => None,
        }
    }

    /// Whether a co-location that one chart states holds in the base and in the revision, asked
    /// of its members that are in both; none where too little is left to ask of.
    fn both(self, stated: CoLocationView<'c>, words: Side) -> Option<(Held, Held)> {
        let (mut own, mut other) = (Vec::new(), Vec::new());
        for member in stated.members() {
            let counterpart = self.counterpart(member, words);
            if !counterpart.is_empty() {
                own.push(vec![member]);
                other.push(counterpart);
            }
        }
        if own.len() < 2 || stated.is_for_nobody() {
            return None;
        }
        let own = Parties {
            members: own,
            groups: stated.groups(),
        };
        let other = Parties {
            members: other,
            groups: self.groups_in_other(stated, words)?,
        };
        Some(match words {
            Side::Base => (own.held(), other.held()),
            Side::Revision => (other.held(), own.held()),
        })
    }

    /// The target groups of a co-location in the chart that does not state it so; none where it
    /// is for some of whom none is there.
    fn groups_in_other(
        self,
        stated: CoLocationView<'c>,
        words: Side,
    ) -> Option<Vec<GroupView<'c>>> {
        let tracks = &self.lineage().groups;
        let own = stated.groups();
        let ids = own.iter().flat_map(|group| match words {
            Side::Base => tracks.descendants(group.id()),
            Side::Revision => tracks.ancestors(group.id()),
        });
        let mut groups: Vec<GroupView<'c>> =
            ids.filter_map(|id| self.other(words).group(id)).collect();
        groups.sort_unstable();
        groups.dedup();
        (own.is_empty() == groups.is_empty() && !stated.is_for_nobody()).then_some(groups)
    }

    /// What a member of one chart is in the other.
    fn counterpart(self, member: MemberRef<'_>, words: Side) -> Vec<MemberRef<'c>> {
        fn ids<'t, I: Id>(tracks: &'t Tracks<I>, id: &I, words: Side) -> &'t [I] {
            match words {
                Side::Base => tracks.descendants(id),
                Side::Revision => tracks.ancestors(id),
            }
        }
        let (lineage, other) = (self.lineage(), self.other(words));
        match member {
            MemberRef::Function(function) => {
                let ids = ids(&lineage.functions, function.id(), words).iter();
                let found = ids.filter_map(|id| other.function(id));
                found.map(MemberRef::Function).collect()
            }
            MemberRef::Unit(unit) => {
                let ids = ids(&lineage.units, unit.id(), words).iter();
                let found = ids.filter_map(|id| other.unit(id));
                found.map(MemberRef::Unit).collect()
            }
            MemberRef::Staff(post) => {
                let ids = ids(&lineage.staff, post.id(), words).iter();
                let found = ids.filter_map(|id| other.post(id));
                found.map(MemberRef::Staff).collect()
            }
        }
    }
}

impl Member<'_> {
    /// What it is called in the base, or else in the revision.
    fn name(&self) -> String {
        let things = if self.before.is_empty() {
            &self.now
        } else {
            &self.before
        };
        let names: Vec<&str> = things.iter().map(Named::name).collect();
        names.join(", ")
    }
}

impl Parties<'_> {
    fn held(&self) -> Held {
        let members = self.members.iter();
        let at: Vec<Presence<'_>> = members
            .map(|member| presence(member, &self.groups))
            .collect();
        if at.iter().any(Presence::is_unknown) {
            return Held::Unknown;
        }
        let everybody = |site| at.iter().all(|presence| presence.is_at(site));
        // Where all of them are, the first of them is.
        let mut sites = at.iter().take(1).flat_map(Presence::sites);
        if sites.any(everybody) {
            Held::Yes
        } else {
            Held::No
        }
    }
}

fn presence<'c>(members: &[MemberRef<'c>], groups: &[GroupView<'c>]) -> Presence<'c> {
    let mut presence = Presence::default();
    for member in members {
        presence.join(&member.presence(groups));
    }
    presence
}
