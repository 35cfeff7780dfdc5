//! The event that founds something, and the thing that it founds.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::{
    Allow, DecidedBy, FunctionEntry, FunctionKind, Head, HostedBy, MoreOfUnit, NeededBy,
    OrUndecided, Responsible, SiteEntry, TargetGroupEntry, UnitEntry, Volume,
};
use crate::date::DateSpan;
use crate::ids::{AnyId, FunctionId, Id, SiteId, TargetGroupId, UnitId};
use crate::quantity::Quantity;
use crate::text::Text;

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
    pub name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Of a unit: the unit it is part of, or `undecided`; none makes it a root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrUndecided<UnitId>>,
    /// Of a unit: the organisation's own level name.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub unit_type: Option<Text>,
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
    pub kle: Option<Text>,
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
            let more = MoreOfUnit {
                also: e.also,
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
            let entry = UnitEntry {
                name: e.name,
                parent: e.parent,
                unit_type: e.unit_type,
                site: e.site,
                head: e.head,
                more: more.into(),
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
            Established::Unit(unit, e) => {
                let more = e.more.into_inner();
                Establish {
                    unit: Some(unit),
                    name: e.name,
                    also: more.also,
                    parent: e.parent,
                    unit_type: e.unit_type,
                    site: e.site,
                    head: e.head,
                    established: more.established,
                    until: more.until,
                    budget: more.budget,
                    independent_of: more.independent_of,
                    external: more.external,
                    purpose: more.purpose,
                    identifiers: more.identifiers,
                    previously: any(&more.previously),
                    allow: more.allow,
                    ..Establish::default()
                }
            }
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
