//! The organisation itself, its bodies, competences and premises.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{About, Allow};
use crate::ids::{PremiseId, UnitId};
use crate::quantity::Quantity;
use crate::text::Text;

/// The organisation a chart is of (org:Organization).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Organization {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<UnitId>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The language reports are written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The currency of every cost and budget, as ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// A language reports can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Danish.
    Da,
    /// English.
    #[default]
    En,
}

impl Language {
    /// The language's code, `da` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Da => "da",
            Language::En => "en",
        }
    }

    /// Reads a language tag such as `da`, `da-DK` or `en_GB.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.']).next() {
            Some("da") => Some(Language::Da),
            Some("en") => Some(Language::En),
            _ => None,
        }
    }
}

/// A skill that posts hold.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CompetenceEntry {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The least number of posts in one unit at one site that keeps it alive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub critical_mass: Option<Quantity>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// Who is heard, who decides, who asks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BodyEntry {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What kind of body it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<BodyKind>,
    /// The units it speaks for, with all below them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<UnitId>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// The kinds of body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// A local co-determination committee (LMU, lokalMED).
    LocalMed,
    /// A sector's co-determination committee (sektor-MED).
    SectorMed,
    /// The main co-determination committee (hoved-MED, HMU).
    MainMed,
    /// A political committee.
    Committee,
    /// The council.
    Council,
    /// A board.
    Board,
    /// A group of managers.
    Management,
    /// A meeting of all the staff of a unit.
    StaffMeeting,
    /// A union.
    Union,
    /// A political party.
    Party,
    /// Somebody outside the organisation.
    External,
}

/// A goal, principle, law, precedent, figure or risk: quoted and linked, not judged.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PremiseEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PremiseId>,
    /// What kind of premise it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PremiseKind>,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// The kinds of premise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PremiseKind {
    /// What the change is for.
    Goal,
    /// A principle that binds it.
    Principle,
    /// A law.
    Law,
    /// An earlier decision.
    Precedent,
    /// A figure.
    Figure,
    /// What may go wrong.
    Risk,
}
