//! The schema of a hearing: of its file, and of what its responses and points must say.

use rokade_core::entry::ResponseEntry;
use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use super::Version;

/// A hearing: what was answered to a proposal, point by point.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "the keys of a hearing's file for its schema; files are read key by key"
)]
pub(super) struct HearingFile {
    /// The version of the format.
    rokade: Version,
    /// What was answered.
    hearing: Option<HearingBody>,
}

/// What was answered to a proposal.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "the keys of `hearing` for its schema")]
struct HearingBody {
    /// The proposal it answers, as a path from this file's folder.
    proposal: Option<String>,
    /// The responses, one for each body that answered.
    responses: Option<Vec<ResponseEntry>>,
}

/// Lets the schema say what a response and a point must have; to their types every key is
/// optional.
pub(super) fn require(definitions: &mut Map<String, Value>) {
    for (name, keys) in [
        ("ResponseEntry", ["id", "from"]),
        ("PointEntry", ["id", "kind"]),
    ] {
        if let Some(Value::Object(definition)) = definitions.get_mut(name) {
            definition.insert("required".to_owned(), json!(keys));
        }
    }
}
