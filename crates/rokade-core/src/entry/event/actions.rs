//! The events that change what is there, each with its keys.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::{Allow, Head, MoreOfStaff, OrUndecided, StaffEntry};
use crate::ids::{
    AnyId, BodyId, CoLocationId, CommitmentId, CompetenceId, FunctionId, Id, InterfaceId, OpenId,
    PremiseId, SiteId, StaffId, StepId, Subject, TargetGroupId, UnitId,
};
use crate::quantity::{Amount, Quantity};
use crate::text::Text;

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
    pub name: Option<Text>,
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
    pub name: Option<Text>,
    /// What it stands under; without it, what the unit stood under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrUndecided<UnitId>>,
    /// The organisation's own level name; without it, that of the unit.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub unit_type: Option<Text>,
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
            pub name: Option<Text>,
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
    pub title: Option<Text>,
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
        let more = MoreOfStaff {
            site,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            wishes,
            filled,
            identifiers,
            previously,
            allow,
        };
        StaffEntry {
            title,
            unit,
            count,
            performs,
            cost,
            more: more.into(),
        }
    }

    /// The event that adds posts which a chart has.
    pub fn of(staff: StaffId, entry: StaffEntry) -> Self {
        let StaffEntry {
            title,
            unit,
            count,
            performs,
            cost,
            more,
        } = entry;
        let MoreOfStaff {
            site,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            wishes,
            filled,
            identifiers,
            previously,
            allow,
        } = more.into_inner();
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
