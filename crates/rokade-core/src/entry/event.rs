//! Change events (org:ChangeEvent): what a proposal says is to happen.
//!
//! Each event is one action, under its own key, with `id`, `because`, `date` and
//! `allow` beside it. What an action does to a chart is rokade-change's to say.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Allow, DecidedBy, FunctionEntry, FunctionKind, Head, HostedBy, NeededBy, OrUndecided,
    Responsible, SiteEntry, StaffEntry, TargetGroupEntry, UnitEntry, Volume,
};
use crate::date::DateSpan;
use crate::ids::{
    AnyId, BodyId, CoLocationId, CommitmentId, CompetenceId, EventId, FunctionId, Id, InterfaceId,
    OpenId, PremiseId, SiteId, StaffId, StepId, Subject, TargetGroupId, UnitId,
};
use crate::quantity::{Amount, Quantity};

/// A change event (org:ChangeEvent): one action, with what stands beside it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EventEntry {
    /// Its id, by which a hearing's answer can name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<EventId>,
    /// A new unit, site, function or target group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub establish: Option<Box<Establish>>,
    /// Posts to another unit, a function to another holder, or a unit under another parent.
    #[serde(rename = "move", skip_serializing_if = "Option::is_none")]
    pub moves: Option<Move>,
    /// A unit or posts to another site, in the same line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relocate: Option<Relocate>,
    /// Functions, target groups, a superior or a professional lead for posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assign: Option<Assign>,
    /// Several units, target groups or functions made one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merge: Option<Merge>,
    /// One unit made several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
    /// Another name, another id, or both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rename: Option<Rename>,
    /// A head for a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appoint: Option<Appoint>,
    /// New posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recruit: Option<Box<Recruit>>,
    /// Fewer posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reduce: Option<Reduce>,
    /// A function, here or everywhere, or a target group ends on purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discontinue: Option<Discontinue>,
    /// A unit or a site is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close: Option<Close>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSpan>,
    /// Rules that may speak of what this event alone causes without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// What an event does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action<'e> {
    /// Founds a thing.
    Establish(&'e Establish),
    /// Moves posts, a function or a unit.
    Move(&'e Move),
    /// Moves to another site.
    Relocate(&'e Relocate),
    /// Gives posts work, groups, a superior or a lead.
    Assign(&'e Assign),
    /// Makes several one.
    Merge(&'e Merge),
    /// Makes one several.
    Split(&'e Split),
    /// Changes a name or an id.
    Rename(&'e Rename),
    /// Gives a unit a head.
    Appoint(&'e Appoint),
    /// Adds posts.
    Recruit(&'e Recruit),
    /// Takes posts away.
    Reduce(&'e Reduce),
    /// Ends a function or a target group.
    Discontinue(&'e Discontinue),
    /// Ends a unit or a site.
    Close(&'e Close),
}

/// The kinds of event, by the keys they stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionKind {
    /// `establish`
    Establish,
    /// `move`
    Move,
    /// `relocate`
    Relocate,
    /// `assign`
    Assign,
    /// `merge`
    Merge,
    /// `split`
    Split,
    /// `rename`
    Rename,
    /// `appoint`
    Appoint,
    /// `recruit`
    Recruit,
    /// `reduce`
    Reduce,
    /// `discontinue`
    Discontinue,
    /// `close`
    Close,
}

impl ActionKind {
    /// Every kind, in the order of the format's description.
    pub const ALL: [ActionKind; 12] = [
        ActionKind::Establish,
        ActionKind::Move,
        ActionKind::Relocate,
        ActionKind::Assign,
        ActionKind::Merge,
        ActionKind::Split,
        ActionKind::Rename,
        ActionKind::Appoint,
        ActionKind::Recruit,
        ActionKind::Reduce,
        ActionKind::Discontinue,
        ActionKind::Close,
    ];

    /// The key it stands under.
    pub fn key(self) -> &'static str {
        match self {
            ActionKind::Establish => "establish",
            ActionKind::Move => "move",
            ActionKind::Relocate => "relocate",
            ActionKind::Assign => "assign",
            ActionKind::Merge => "merge",
            ActionKind::Split => "split",
            ActionKind::Rename => "rename",
            ActionKind::Appoint => "appoint",
            ActionKind::Recruit => "recruit",
            ActionKind::Reduce => "reduce",
            ActionKind::Discontinue => "discontinue",
            ActionKind::Close => "close",
        }
    }
}

impl Action<'_> {
    /// Its kind.
    pub fn kind(self) -> ActionKind {
        match self {
            Action::Establish(_) => ActionKind::Establish,
            Action::Move(_) => ActionKind::Move,
            Action::Relocate(_) => ActionKind::Relocate,
            Action::Assign(_) => ActionKind::Assign,
            Action::Merge(_) => ActionKind::Merge,
            Action::Split(_) => ActionKind::Split,
            Action::Rename(_) => ActionKind::Rename,
            Action::Appoint(_) => ActionKind::Appoint,
            Action::Recruit(_) => ActionKind::Recruit,
            Action::Reduce(_) => ActionKind::Reduce,
            Action::Discontinue(_) => ActionKind::Discontinue,
            Action::Close(_) => ActionKind::Close,
        }
    }
}

impl EventEntry {
    /// Every action stated; an event that can be applied has exactly one.
    pub fn actions(&self) -> impl Iterator<Item = Action<'_>> {
        [
            self.establish.as_deref().map(Action::Establish),
            self.moves.as_ref().map(Action::Move),
            self.relocate.as_ref().map(Action::Relocate),
            self.assign.as_ref().map(Action::Assign),
            self.merge.as_ref().map(Action::Merge),
            self.split.as_ref().map(Action::Split),
            self.rename.as_ref().map(Action::Rename),
            self.appoint.as_ref().map(Action::Appoint),
            self.recruit.as_deref().map(Action::Recruit),
            self.reduce.as_ref().map(Action::Reduce),
            self.discontinue.as_ref().map(Action::Discontinue),
            self.close.as_ref().map(Action::Close),
        ]
        .into_iter()
        .flatten()
    }

    /// The one action, where there is exactly one.
    pub fn action(&self) -> Option<Action<'_>> {
        let mut actions = self.actions();
        let first = actions.next()?;
        actions.next().is_none().then_some(first)
    }

    /// The reason, beside the action or inside it.
    pub fn because(&self) -> Option<&str> {
        let inside = match self.action()? {
            Action::Establish(action) => &action.because,
            Action::Move(action) => &action.because,
            Action::Relocate(action) => &action.because,
            Action::Assign(action) => &action.because,
            Action::Merge(action) => &action.because,
            Action::Split(action) => &action.because,
            Action::Rename(action) => &action.because,
            Action::Appoint(action) => &action.because,
            Action::Recruit(action) => &action.because,
            Action::Reduce(action) => &action.because,
            Action::Discontinue(action) => &action.because,
            Action::Close(action) => &action.because,
        };
        self.because.as_deref().or(inside.as_deref())
    }
}

/// Founds a unit, a site, a function or a target group, with the keys that such a thing has.
///
/// `unit` beside `site` founds a unit at that site; `site` without `unit` founds a site.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Establish {
    /// The id of a new unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The id of a new function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    /// The id of a new target group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_group: Option<TargetGroupId>,
    /// The id of a new site; beside `unit`, where the unit sits, or `undecided`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Of a unit: the unit it is part of, or `undecided`; none makes it a root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrUndecided<UnitId>>,
    /// Of a unit: the organisation's own level name.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub unit_type: Option<String>,
    /// Of a unit: a staff id, `vacant` or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// Of a unit: when it is founded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub established: Option<DateSpan>,
    /// Of a unit: when it ends, for a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateSpan>,
    /// Of a unit: its budget a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Quantity>,
    /// Of a unit: units it must never stand under.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub independent_of: Vec<UnitId>,
    /// Of a unit: another organisation, with all below it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub external: bool,
    /// Of a unit or function: what it is for (org:purpose).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Of a unit, site or function: its numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// Of a site: how many workplaces it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Quantity>,
    /// Of a site: minutes to other sites; both ways.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub travel: IndexMap<SiteId, Quantity>,
    /// Of a function: what kind of task it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<FunctionKind>,
    /// Of a function: KL's task number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kle: Option<String>,
    /// Of a function: the law asks for it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub statutory: bool,
    /// Of a function: a unit, or units by scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Responsible>,
    /// Of a function: the norm, cases for each performing post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases_per_post: Option<Quantity>,
    /// Of a function: how much of it there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<Volume>,
    /// Of a function: who decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<DecidedBy>,
    /// Why; of a function, why it lies where it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Of a function: unit types that must each have it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_in: Vec<String>,
    /// Of a function: sites where it is needed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needed_at: Vec<SiteId>,
    /// Of a function: who needs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<NeededBy>,
    /// Of a function: where it is done at another unit's place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosted_by: Vec<HostedBy>,
    /// Of a target group: how many citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citizens: Option<Quantity>,
    /// Of a target group: the functions the citizen meets, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pathway: Vec<FunctionId>,
    /// Of a target group: the unit first met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entrance: Option<OrUndecided<UnitId>>,
    /// Its ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<AnyId>,
    /// Rules that may speak of the new thing without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// The thing that an `establish` founds.
#[derive(Debug, Clone, PartialEq)]
pub enum Established {
    /// A unit.
    Unit(UnitId, Box<UnitEntry>),
    /// A site.
    Site(SiteId, Box<SiteEntry>),
    /// A function.
    Function(FunctionId, Box<FunctionEntry>),
    /// A target group.
    TargetGroup(TargetGroupId, Box<TargetGroupEntry>),
}

/// Of which kinds a key of `establish` is; the others do not take it.
const KEYS_OF: [(&str, &[&str]); 4] = [
    (
        "unit",
        &[
            "name",
            "also",
            "parent",
            "type",
            "site",
            "head",
            "established",
            "until",
            "budget",
            "independent_of",
            "external",
            "purpose",
            "identifiers",
            "previously",
            "allow",
        ],
    ),
    (
        "site",
        &[
            "name",
            "also",
            "capacity",
            "travel",
            "identifiers",
            "previously",
            "allow",
        ],
    ),
    (
        "function",
        &[
            "name",
            "also",
            "kind",
            "kle",
            "identifiers",
            "purpose",
            "statutory",
            "responsible",
            "cases_per_post",
            "volume",
            "decided_by",
            "because",
            "required_in",
            "needed_at",
            "needed_by",
            "hosted_by",
            "previously",
            "allow",
        ],
    ),
    (
        "target_group",
        &[
            "name",
            "also",
            "citizens",
            "pathway",
            "entrance",
            "previously",
            "allow",
        ],
    ),
];

impl Establish {
    /// The keys that a new thing takes, by the key that names it: `unit`, `site`, `function` or
    /// `target_group`.
    pub fn keys_of(named_by: &str) -> &'static [&'static str] {
        let found = KEYS_OF.iter().find(|(key, _)| *key == named_by);
        found.map_or(&[], |(_, keys)| keys)
    }

    /// The new thing; nothing where no key says what it is.
    pub fn established(&self) -> Option<Established> {
        fn ids<T: Id>(ids: &[AnyId]) -> Vec<T> {
            ids.iter().map(AnyId::to).collect()
        }
        let e = self.clone();
        if let Some(unit) = e.unit {
            let entry = UnitEntry {
                name: e.name,
                also: e.also,
                parent: e.parent,
                unit_type: e.unit_type,
                site: e.site,
                head: e.head,
                established: e.established,
                until: e.until,
                budget: e.budget,
                independent_of: e.independent_of,
                external: e.external,
                purpose: e.purpose,
                identifiers: e.identifiers,
                previously: ids(&e.previously),
                allow: e.allow,
            };
            return Some(Established::Unit(unit, Box::new(entry)));
        }
        if let Some(function) = e.function {
            let entry = FunctionEntry {
                name: e.name,
                also: e.also,
                kind: e.kind,
                kle: e.kle,
                identifiers: e.identifiers,
                purpose: e.purpose,
                statutory: e.statutory,
                responsible: e.responsible,
                cases_per_post: e.cases_per_post,
                volume: e.volume,
                decided_by: e.decided_by,
                because: e.because,
                required_in: e.required_in,
                needed_at: e.needed_at,
                needed_by: e.needed_by,
                hosted_by: e.hosted_by,
                previously: ids(&e.previously),
                allow: e.allow,
            };
            return Some(Established::Function(function, Box::new(entry)));
        }
        if let Some(group) = e.target_group {
            let entry = TargetGroupEntry {
                name: e.name,
                also: e.also,
                citizens: e.citizens,
                pathway: e.pathway,
                entrance: e.entrance,
                previously: ids(&e.previously),
                allow: e.allow,
            };
            return Some(Established::TargetGroup(group, Box::new(entry)));
        }
        let site = e.site?.id()?.clone();
        let entry = SiteEntry {
            name: e.name,
            also: e.also,
            capacity: e.capacity,
            travel: e.travel,
            identifiers: e.identifiers,
            previously: ids(&e.previously),
            allow: e.allow,
        };
        Some(Established::Site(site, Box::new(entry)))
    }
}

impl From<Established> for Establish {
    fn from(thing: Established) -> Self {
        fn any<T: Id>(ids: &[T]) -> Vec<AnyId> {
            ids.iter().map(AnyId::from_id).collect()
        }
        match thing {
            Established::Unit(unit, e) => Establish {
                unit: Some(unit),
                name: e.name,
                also: e.also,
                parent: e.parent,
                unit_type: e.unit_type,
                site: e.site,
                head: e.head,
                established: e.established,
                until: e.until,
                budget: e.budget,
                independent_of: e.independent_of,
                external: e.external,
                purpose: e.purpose,
                identifiers: e.identifiers,
                previously: any(&e.previously),
                allow: e.allow,
                ..Establish::default()
            },
            Established::Site(site, e) => Establish {
                site: Some(OrUndecided::Id(site)),
                name: e.name,
                also: e.also,
                capacity: e.capacity,
                travel: e.travel,
                identifiers: e.identifiers,
                previously: any(&e.previously),
                allow: e.allow,
                ..Establish::default()
            },
            Established::Function(function, e) => Establish {
                function: Some(function),
                name: e.name,
                also: e.also,
                kind: e.kind,
                kle: e.kle,
                identifiers: e.identifiers,
                purpose: e.purpose,
                statutory: e.statutory,
                responsible: e.responsible,
                cases_per_post: e.cases_per_post,
                volume: e.volume,
                decided_by: e.decided_by,
                because: e.because,
                required_in: e.required_in,
                needed_at: e.needed_at,
                needed_by: e.needed_by,
                hosted_by: e.hosted_by,
                previously: any(&e.previously),
                allow: e.allow,
                ..Establish::default()
            },
            Established::TargetGroup(group, e) => Establish {
                target_group: Some(group),
                name: e.name,
                also: e.also,
                citizens: e.citizens,
                pathway: e.pathway,
                entrance: e.entrance,
                previously: any(&e.previously),
                allow: e.allow,
                ..Establish::default()
            },
        }
    }
}

/// Moves posts to another unit, a function to another holder, or a unit under another parent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Move {
    /// The posts that move.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// The function that moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    /// The unit that moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Of posts: how many; without it, all of the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Amount>,
    /// Of a function: from whom; without it, from whoever holds that scope, or nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<UnitId>,
    /// The unit it moves to, or under, or `undecided`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<OrUndecided<UnitId>>,
    /// The site it moves to as well; without it, none changes site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// Of a part of a group: the id of that part; without it, `<staff>-<to>`.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub part: Option<StaffId>,
    /// Of a function: for these target groups; without it, for anyone.
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<TargetGroupId>,
    /// Of a function: at these sites; without it, anywhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<SiteId>,
    /// Of a function: how many of its cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Amount>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Moves a unit or posts to another site; the line stays.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Relocate {
    /// The unit, with every unit and post below it that sat at its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// The site, or `undecided`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<OrUndecided<SiteId>>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Gives posts functions and target groups besides those they have, and another superior or
/// professional lead.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Assign {
    /// The posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// Functions they perform as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub performs: Vec<FunctionId>,
    /// Target groups they serve as well.
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<TargetGroupId>,
    /// The post they report to from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<StaffId>,
    /// The post that leads them professionally from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub professional_lead: Option<StaffId>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Makes several units, target groups or functions one.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Merge {
    /// The units that are merged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// The target groups that are merged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroupId>,
    /// The functions that are merged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FunctionId>,
    /// What they become: one of them, one that is there, or a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub into: Option<AnyId>,
    /// Its name from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Of a unit: what it stands under; without it, a new unit gets the nearest common parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrUndecided<UnitId>>,
    /// Of a unit: its site; without it, a new unit gets the site if all share one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// Of a unit: its head; without it, a new unit's is vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Makes one unit several. What no part lists is left hanging, unless the unit is a part itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Split {
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// What it becomes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub into: Vec<SplitPart>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// One of the units that a unit becomes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SplitPart {
    /// Its id; that of the unit itself for the part that goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<UnitId>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it stands under; without it, what the unit stood under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrUndecided<UnitId>>,
    /// The organisation's own level name; without it, that of the unit.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub unit_type: Option<String>,
    /// Its site; without it, that of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// Its head; without it, the old head if it is among `staff`, else vacant where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// The posts that go to it, and how many.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub staff: IndexMap<StaffId, Amount>,
    /// The functions that go to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FunctionId>,
    /// The units below that go to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
}

macro_rules! rename {
    ($($(#[$doc:meta])* $kind:ident: $id:ty,)*) => {
        /// Gives a thing another name, another id, or both.
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct Rename {
            $(
                $(#[$doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $kind: Option<$id>,
            )*
            /// Its new name, or title.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub name: Option<String>,
            /// Its new id.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub id: Option<AnyId>,
            /// Why.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub because: Option<String>,
        }

        impl Rename {
            /// The keys of which exactly one says what is renamed.
            pub const THINGS: &'static [&'static str] = &[$(stringify!($kind),)*];

            /// Every thing that is named; an event that can be applied names exactly one.
            pub fn things(&self) -> Vec<Subject> {
                let mut things = Vec::new();
                $(things.extend(self.$kind.as_ref().map(Id::subject));)*
                things
            }
        }
    };
}

rename! {
    /// A unit.
    unit: UnitId,
    /// Posts.
    staff: StaffId,
    /// A function.
    function: FunctionId,
    /// A site.
    site: SiteId,
    /// A target group.
    target_group: TargetGroupId,
    /// A co-location.
    co_location: CoLocationId,
    /// An interface.
    interface: InterfaceId,
    /// A competence.
    competence: CompetenceId,
    /// A body.
    body: BodyId,
    /// A premise.
    premise: PremiseId,
    /// An open decision.
    open: OpenId,
    /// A commitment.
    commitment: CommitmentId,
    /// A step of the process.
    step: StepId,
}

/// Gives a unit a head.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Appoint {
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// A staff id, `vacant` or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Adds posts: new ones with the keys that posts have, or more of a group that is there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Recruit {
    /// The id of the new posts, or of the group that gets more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// What the post is called; without it, its id. Never a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The unit it belongs to, or `undecided`; without it, none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<OrUndecided<UnitId>>,
    /// Where it is based (org:basedAt), or `undecided`; without it, where its unit is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// How many posts; without it, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Quantity>,
    /// The functions these posts perform; left out, not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub performs: Option<Vec<FunctionId>>,
    /// The target groups they serve; without it, those of the unit's own responsibilities.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub serves: Option<Vec<TargetGroupId>>,
    /// The competences they hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub competences: Vec<CompetenceId>,
    /// The post they report to (org:reportsTo); without it, the head of their unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<StaffId>,
    /// The post that leads them professionally, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub professional_lead: Option<StaffId>,
    /// The groups these posts stand in for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers_for: Vec<StaffId>,
    /// Where they asked to go: how many to which unit.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub wishes: IndexMap<UnitId, Quantity>,
    /// Whether somebody is in the post; without it, yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filled: Option<bool>,
    /// The cost of each post a year, in the organisation's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Quantity>,
    /// Their numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// Their ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<StaffId>,
    /// Rules that may speak of them without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl Recruit {
    /// The posts, as a chart has them.
    pub fn entry(&self) -> StaffEntry {
        let Recruit {
            staff: _,
            title,
            unit,
            site,
            count,
            performs,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            wishes,
            filled,
            cost,
            identifiers,
            previously,
            allow,
            because: _,
        } = self.clone();
        StaffEntry {
            title,
            unit,
            site,
            count,
            performs,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            wishes,
            filled,
            cost,
            identifiers,
            previously,
            allow,
        }
    }

    /// The event that adds posts which a chart has.
    pub fn of(staff: StaffId, entry: StaffEntry) -> Self {
        let StaffEntry {
            title,
            unit,
            site,
            count,
            performs,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            wishes,
            filled,
            cost,
            identifiers,
            previously,
            allow,
        } = entry;
        Recruit {
            staff: Some(staff),
            title,
            unit,
            site,
            count,
            performs,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            wishes,
            filled,
            cost,
            identifiers,
            previously,
            allow,
            because: None,
        }
    }
}

/// Takes posts away on purpose.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reduce {
    /// The posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// By how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Amount>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Ends a function, here or everywhere, or a target group on purpose.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Discontinue {
    /// The function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    /// The target group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_group: Option<TargetGroupId>,
    /// Of a function: only at these sites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<SiteId>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Closes a unit or a site. What still names it is left hanging.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Close {
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}
