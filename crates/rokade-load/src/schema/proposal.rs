//! The schema of a proposal: of its file, of `set`, and of what its events must say.
//!
//! Only shapes: which keys go with which kind of thing, the reader says better.

use std::borrow::Cow;

use indexmap::IndexMap;
use rokade_core::date::DateSpan;
use rokade_core::entry::ActionKind;
use rokade_core::entry::{
    Allow, BodyEntry, ClarifiedBy, CoLocationEntry, CommitmentEntry, CompetenceEntry, Decision,
    Ended, EventEntry, FunctionEntry, InterfaceEntry, OpenEntry, Organization, PremiseEntry,
    Process, Rename, SiteEntry, StaffEntry, StepEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::ids::{
    BodyId, CoLocationId, CommitmentId, CompetenceId, FunctionId, InterfaceId, OpenId, PremiseId,
    SiteId, StaffId, StepId, TargetGroupId, UnitId,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::Version;
use crate::proposal::FOUNDED;

/// A proposal: change events, applied in order to another chart or proposal.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Proposal")]
#[expect(
    dead_code,
    reason = "the keys of a proposal for its schema; files are read key by key"
)]
pub(super) struct Proposal {
    /// The version of the format.
    rokade: Version,
    /// The chart or proposal it changes, as a path from this file's folder.
    base: String,
    /// The organisation the result is of, where it is another.
    organization: Option<Organization>,
    /// What the proposal is called.
    title: Option<String>,
    /// The date the result is true of.
    as_of: Option<DateSpan>,
    /// What is to happen, in order.
    events: Option<Vec<EventEntry>>,
    /// What else is to be otherwise, merged into the result last; `~` removes.
    set: Option<Set>,
    /// What has ended on purpose besides what the events end.
    ended: Option<Ended>,
    /// What is promised.
    commitments: Option<Vec<CommitmentEntry>>,
    /// How it is heard, decided and carried out.
    process: Option<Process>,
    /// Rules that may speak of the result as a whole without counting.
    allow: Option<Vec<Allow>>,
}

/// A merge patch over what the events make of the base: only what is to be otherwise.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "the keys of `set` for its schema")]
struct Set {
    /// The organisation.
    organization: Option<Organization>,
    /// What the result is called.
    title: Option<String>,
    /// The date it is true of.
    as_of: Option<DateSpan>,
    /// Places.
    sites: Option<IndexMap<SiteId, Option<SiteEntry>>>,
    /// Units.
    units: Option<IndexMap<UnitId, Option<UnitEntry>>>,
    /// Posts, and groups of like posts.
    staff: Option<IndexMap<StaffId, Option<StaffEntry>>>,
    /// Functions.
    functions: Option<IndexMap<FunctionId, Option<FunctionEntry>>>,
    /// Target groups.
    target_groups: Option<IndexMap<TargetGroupId, Option<TargetGroupEntry>>>,
    /// Who must sit together.
    co_locations: Option<ById<CoLocationId, CoLocationEntry>>,
    /// Who works together.
    interfaces: Option<ById<InterfaceId, InterfaceEntry>>,
    /// Skills.
    competences: Option<IndexMap<CompetenceId, Option<CompetenceEntry>>>,
    /// Who is heard and who decides.
    bodies: Option<IndexMap<BodyId, Option<BodyEntry>>>,
    /// Goals, principles, laws, precedents and figures.
    premises: Option<ById<PremiseId, PremiseEntry>>,
    /// What is not yet decided.
    open: Option<ById<OpenId, OpenEntry>>,
    /// What has ended on purpose.
    ended: Option<Ended>,
    /// What is promised.
    commitments: Option<ById<CommitmentId, CommitmentEntry>>,
    /// How it is heard, decided and carried out.
    process: Option<SetProcess>,
    /// Rules that may speak of the result as a whole without counting.
    allow: Option<Vec<Allow>>,
}

/// What is to be otherwise in the process.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "the keys of `process` in `set` for its schema")]
struct SetProcess {
    /// Who decides, and when.
    decision: Option<Decision>,
    /// When it takes effect.
    effective: Option<DateSpan>,
    /// When every member of staff knows where they go.
    clarified_by: Option<ClarifiedBy>,
    /// The steps.
    steps: Option<ById<StepId, StepEntry>>,
}

/// Entities that a chart has in a list: a map by id, or such a list.
struct ById<K, V>(std::marker::PhantomData<(K, V)>);

impl<K: JsonSchema, V: JsonSchema> JsonSchema for ById<K, V> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}ById", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let map = generator.subschema_for::<IndexMap<K, Option<V>>>();
        let list = generator.subschema_for::<Vec<V>>();
        json_schema!({ "anyOf": [map, list] })
    }
}

/// Lets the schema say what an event must have; to its types every key is optional.
pub(super) fn require(definitions: &mut Map<String, Value>) {
    let actions = ActionKind::ALL.map(ActionKind::key);
    one_of(definitions, "EventEntry", "oneOf", &actions);
    // A unit may name its site, so two of these can stand there.
    one_of(definitions, "Establish", "anyOf", &FOUNDED);
    one_of(definitions, "Move", "oneOf", &["staff", "function", "unit"]);
    one_of(definitions, "Relocate", "oneOf", &["unit", "staff"]);
    let given = ["performs", "for", "reports_to", "professional_lead"];
    one_of(definitions, "Assign", "anyOf", &given);
    let merged = ["units", "target_groups", "functions"];
    one_of(definitions, "Merge", "oneOf", &merged);
    one_of(definitions, "Rename", "oneOf", Rename::THINGS);
    one_of(
        definitions,
        "Discontinue",
        "oneOf",
        &["function", "target_group"],
    );
    one_of(definitions, "Close", "oneOf", &["unit", "site"]);
    for (name, keys) in [
        ("Move", &["to"][..]),
        ("Relocate", &["to"]),
        ("Assign", &["staff"]),
        ("Merge", &["into"]),
        ("Split", &["unit", "into"]),
        ("SplitPart", &["id"]),
        ("Appoint", &["unit", "head"]),
        ("Recruit", &["staff"]),
        ("Reduce", &["staff", "by"]),
    ] {
        if let Some(Value::Object(definition)) = definitions.get_mut(name) {
            definition.insert("required".to_owned(), json!(keys));
        }
    }
}

fn one_of(definitions: &mut Map<String, Value>, name: &str, how: &str, keys: &[&str]) {
    if let Some(Value::Object(definition)) = definitions.get_mut(name) {
        let required = keys.iter().map(|key| json!({ "required": [key] }));
        definition.insert(how.to_owned(), required.collect());
    }
}
