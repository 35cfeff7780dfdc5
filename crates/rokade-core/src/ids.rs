//! Typed ids: what a chart calls its things.
//!
//! An id is text in NFC. Ids of different kinds are different
//! types, so a site can never be looked up among the units. Nothing here knows a chart.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::expected::Expected;
use crate::text::Text;

/// Words that mean something else where an id may stand, and so are not ids.
pub const RESERVED: [&str; 6] = [
    "none",
    "vacant",
    "undecided",
    "unknown",
    "performers",
    "head",
];

/// The kinds of thing that have ids.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The chart as a whole; its id is the organisation's, or empty.
    Chart,
    /// org:OrganizationalUnit.
    Unit,
    /// org:Post, or a group of like posts.
    Staff,
    /// A task somebody must be responsible for.
    Function,
    /// org:Site.
    Site,
    /// The citizens a function is for.
    TargetGroup,
    /// Members who must sit together.
    CoLocation,
    /// Two units or groups who work together.
    Interface,
    /// A skill posts hold.
    Competence,
    /// Who is heard, who decides, who asks.
    Body,
    /// A goal, principle, law, precedent or figure.
    Premise,
    /// A decision not yet made.
    Open,
    /// What a proposal promises.
    Commitment,
    /// A step of the process.
    Step,
    /// An event of a proposal.
    Event,
    /// What a body answered in a hearing.
    Response,
    /// A question, an objection or the like in such an answer.
    Point,
}

impl Kind {
    /// Every kind, in the order sections stand in a file.
    pub const ALL: [Kind; 17] = [
        Kind::Chart,
        Kind::Site,
        Kind::Unit,
        Kind::Staff,
        Kind::Function,
        Kind::TargetGroup,
        Kind::CoLocation,
        Kind::Interface,
        Kind::Competence,
        Kind::Body,
        Kind::Premise,
        Kind::Open,
        Kind::Commitment,
        Kind::Step,
        Kind::Event,
        Kind::Response,
        Kind::Point,
    ];

    /// The key of the section that holds entities of this kind.
    pub fn section(self) -> &'static str {
        match self {
            Kind::Chart => "",
            Kind::Site => "sites",
            Kind::Unit => "units",
            Kind::Staff => "staff",
            Kind::Function => "functions",
            Kind::TargetGroup => "target_groups",
            Kind::CoLocation => "co_locations",
            Kind::Interface => "interfaces",
            Kind::Competence => "competences",
            Kind::Body => "bodies",
            Kind::Premise => "premises",
            Kind::Open => "open",
            Kind::Commitment => "commitments",
            Kind::Step => "steps",
            Kind::Event => "events",
            Kind::Response => "responses",
            Kind::Point => "points",
        }
    }

    /// The name used in JSON and in fingerprints.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chart => "chart",
            Kind::Unit => "unit",
            Kind::Staff => "staff",
            Kind::Function => "function",
            Kind::Site => "site",
            Kind::TargetGroup => "target_group",
            Kind::CoLocation => "co_location",
            Kind::Interface => "interface",
            Kind::Competence => "competence",
            Kind::Body => "body",
            Kind::Premise => "premise",
            Kind::Open => "open",
            Kind::Commitment => "commitment",
            Kind::Step => "step",
            Kind::Event => "event",
            Kind::Response => "response",
            Kind::Point => "point",
        }
    }
}

/// A thing in a chart: its kind and its id.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// What the chart calls it.
    pub id: Text,
}

impl Subject {
    /// The chart as a whole.
    pub fn chart() -> Self {
        Subject {
            kind: Kind::Chart,
            id: Text::default(),
        }
    }

    /// Its id, where it is a thing of that kind.
    pub fn to<I: Id>(&self) -> Option<I> {
        (self.kind == I::KIND).then(|| I::from_checked(self.id.clone()))
    }

    /// An event without an id, which is known by its number in its proposal, from 1.
    pub fn numbered_event(number: usize) -> Self {
        Subject {
            kind: Kind::Event,
            id: Text::from(format!("#{number}")),
        }
    }

    /// The number of an event that has no id.
    pub fn event_number(&self) -> Option<u32> {
        let number = self.id.strip_prefix('#')?;
        (self.kind == Kind::Event).then(|| number.parse().ok())?
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.name(), self.id)
    }
}

/// Why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// There is nothing in it.
    #[error("an id cannot be empty")]
    Empty,
    /// One of [`RESERVED`].
    #[error("this word has a meaning of its own and cannot be an id")]
    Reserved,
    /// Something else than lower-case letters and digits joined by `-`.
    #[error("an id is lower-case words of letters and digits joined by `-`")]
    Shape,
}

/// Reads an id: NFC, lower-case words of letters (any script) and digits joined by `-`.
///
/// # Errors
/// When the text is empty, a reserved word, or of another shape.
pub fn parse_id(text: &str) -> Result<Text, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if RESERVED.contains(&text) {
        return Err(IdError::Reserved);
    }
    if text.is_ascii() {
        return if is_plain_id(text.as_bytes()) {
            Ok(Text::decoded(text))
        } else {
            Err(IdError::Shape)
        };
    }
    let id = if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Text::decoded(text)
    } else {
        text.nfc().collect()
    };
    let word = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || is_mark(c))
            && !word.starts_with(is_mark)
    };
    if id.split('-').all(word) {
        Ok(id)
    } else {
        Err(IdError::Shape)
    }
}

/// Whether ASCII, which nearly all ids are, has the shape of one.
fn is_plain_id(text: &[u8]) -> bool {
    let mut at_word = false;
    for &byte in text {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => at_word = true,
            b'-' if at_word => at_word = false,
            _ => return false,
        }
    }
    at_word
}

/// Combining marks, which some scripts need inside a word; NFC has composed the rest.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Makes a near id out of a text that is none, for "did you mean".
pub fn suggest_id(text: &str) -> Option<Text> {
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || is_mark(c)))
        .filter(|w| !w.is_empty())
        .collect();
    parse_id(&words.join("-")).ok()
}

/// What [`parse_id`] takes, but for the reserved words.
const ID_PATTERN: &str = r"^[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+)*$";

/// What every typed id can do.
pub trait Id: Clone + Eq + Ord + std::hash::Hash + Borrow<str> + fmt::Display + 'static {
    /// The kind of thing it names.
    const KIND: Kind;

    /// Wraps a text that is known to be an id of this kind.
    fn from_checked(text: Text) -> Self;

    /// The text, which is cheap to copy.
    fn text(&self) -> &Text;

    /// The text.
    #[inline]
    fn as_str(&self) -> &str {
        self.text()
    }

    /// The id with its kind.
    #[inline]
    fn subject(&self) -> Subject {
        Subject {
            kind: Self::KIND,
            id: self.text().clone(),
        }
    }

    /// Reads an id.
    ///
    /// # Errors
    /// See [`parse_id`].
    fn parse(text: &str) -> Result<Self, IdError> {
        parse_id(text).map(Self::from_checked)
    }
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident = $kind:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Text);

        impl Id for $name {
            const KIND: Kind = Kind::$kind;

            #[inline]
            fn from_checked(text: Text) -> Self {
                $name(text)
            }

            #[inline]
            fn text(&self) -> &Text {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::expected::from_text(deserializer, Expected::Id, |text| $name::parse(text).ok())
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": ["string", "integer"],
                    "pattern": ID_PATTERN,
                    "description": concat!("The id of a ", stringify!($kind), ": lower-case words of letters and digits joined by `-`.")
                })
            }
        }
    )*};
}

typed_ids! {
    /// The id of a unit.
    UnitId = Unit;
    /// The id of a post, or of a group of like posts.
    StaffId = Staff;
    /// The id of a function.
    FunctionId = Function;
    /// The id of a site.
    SiteId = Site;
    /// The id of a target group.
    TargetGroupId = TargetGroup;
    /// The id of a co-location.
    CoLocationId = CoLocation;
    /// The id of an interface.
    InterfaceId = Interface;
    /// The id of a competence.
    CompetenceId = Competence;
    /// The id of a body.
    BodyId = Body;
    /// The id of a premise.
    PremiseId = Premise;
    /// The id of an open decision.
    OpenId = Open;
    /// The id of a commitment.
    CommitmentId = Commitment;
    /// The id of a step of the process.
    StepId = Step;
    /// The id of an event of a proposal.
    EventId = Event;
    /// The id of a response in a hearing.
    ResponseId = Response;
    /// The id of a point of such a response.
    PointId = Point;
}

/// An id whose kind the place in the file decides: what a merge makes, what a rename gives.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnyId(Text);

impl AnyId {
    /// The id as one of a kind.
    pub fn to<T: Id>(&self) -> T {
        T::from_checked(self.0.clone())
    }

    /// An id, whatever its kind.
    pub fn from_id<T: Id>(id: &T) -> Self {
        AnyId(id.text().clone())
    }

    /// The text.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an id.
    ///
    /// # Errors
    /// See [`parse_id`].
    pub fn parse(text: &str) -> Result<Self, IdError> {
        parse_id(text).map(AnyId)
    }
}

impl Serialize for AnyId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for AnyId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::expected::from_text(deserializer, Expected::Id, |text| AnyId::parse(text).ok())
    }
}

impl JsonSchema for AnyId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AnyId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "integer"],
            "pattern": ID_PATTERN,
            "description": "An id: lower-case words of letters and digits joined by `-`."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_joined_by_hyphens() {
        for good in [
            "a",
            "jobcenter-integration",
            "ydelse-2",
            "grønlændere",
            "6",
            "17-a",
            "ⲁⲃ",
        ] {
            assert_eq!(parse_id(good).as_deref(), Ok(good));
        }
        for bad in [
            "A",
            "a b",
            "a--b",
            "-a",
            "a-",
            "a_b",
            "a.b",
            "Ærø",
            "a\u{202e}b",
            "a\0",
        ] {
            assert_eq!(parse_id(bad), Err(IdError::Shape), "{bad:?}");
        }
        assert_eq!(parse_id(""), Err(IdError::Empty));
        for word in RESERVED {
            assert_eq!(parse_id(word), Err(IdError::Reserved));
        }
    }

    #[test]
    fn ids_are_compared_in_nfc() {
        assert_eq!(parse_id("a\u{30a}r"), parse_id("år"));
        // A mark that goes into no letter is part of its word, and begins none.
        assert_eq!(parse_id("x\u{301}-y").as_deref(), Ok("x\u{301}-y"));
        assert_eq!(parse_id("x-\u{301}y"), Err(IdError::Shape));
        assert_eq!(suggest_id("X\u{301} y").as_deref(), Some("x\u{301}-y"));
    }

    #[test]
    fn an_id_of_any_kind_is_its_text() {
        let unit = UnitId::parse("team").unwrap();
        let any = AnyId::from_id(&unit);
        assert_eq!((any.as_str(), any.to::<UnitId>()), ("team", unit.clone()));
        assert_eq!(unit.subject(), Subject::new(Kind::Unit, "team"));
        assert_eq!(
            (unit.subject().to::<UnitId>(), unit.subject().to::<SiteId>()),
            (Some(unit), None)
        );
        assert_eq!(
            Subject::new(Kind::TargetGroup, "unge").to_string(),
            "target_group:unge"
        );
    }

    #[test]
    fn a_near_id_is_made_of_a_title() {
        assert_eq!(
            suggest_id("Job- og Socialcenter").as_deref(),
            Some("job-og-socialcenter")
        );
        assert_eq!(suggest_id("??"), None);
    }
}
