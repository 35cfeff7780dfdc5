//! What may stand in a place of a file, as data.
//!
//! Serde tells a reader what was expected in English prose. Messages are Danish as well, so
//! every hand-written `Deserialize` of the format names one of these instead, and the reader
//! turns it back with [`Expected::from_code`].

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

macro_rules! expected {
    ($($(#[$doc:meta])* $variant:ident = $code:literal;)*) => {
        /// What may stand in a place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Expected {
            $($(#[$doc])* $variant,)*
        }

        impl Expected {
            /// Every one, for the test that each has its words in both languages.
            pub const ALL: &'static [Expected] = &[$(Expected::$variant,)*];

            /// The word that stands for it in messages' keys and in serde's errors.
            pub fn code(self) -> &'static str {
                match self {
                    $(Expected::$variant => $code,)*
                }
            }

            /// Reads a code, or what serde's own visitors call the same thing.
            pub fn from_code(code: &str) -> Option<Expected> {
                match code {
                    $($code => Some(Expected::$variant),)*
                    "a string" | "a character" => Some(Expected::Text),
                    "a boolean" => Some(Expected::YesNo),
                    "a map" => Some(Expected::Map),
                    "a sequence" => Some(Expected::List),
                    _ if code.starts_with("struct ") || code.starts_with("map") => {
                        Some(Expected::Map)
                    }
                    _ => None,
                }
            }
        }
    };
}

expected! {
    /// A line or block of text.
    Text = "text";
    /// `true` or `false`.
    YesNo = "yes-no";
    /// Keys with values.
    Map = "map";
    /// A list.
    List = "list";
    /// An id.
    Id = "id";
    /// A quantity: `6`, `30-35`, `ca. 10`, `unknown`.
    Quantity = "quantity";
    /// A quantity or a percentage.
    Amount = "amount";
    /// A date, or a coarser one.
    Date = "date";
    /// The version of the format, `1`.
    Version = "version";
    /// A staff id, `vacant` or `none`.
    Head = "head";
    /// A unit id or `undecided`.
    UnitOrUndecided = "unit-or-undecided";
    /// A site id or `undecided`.
    SiteOrUndecided = "site-or-undecided";
    /// A unit, a map with `unit`, or a list of such maps.
    Responsible = "responsible";
    /// `performers`, `head`, a unit, or `{ staff: id }`.
    DecidedBy = "decided-by";
    /// A language, `da` or `en`.
    Language = "language";
    /// A rule's name.
    RuleName = "rule-name";
}

impl serde::de::Expected for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Reads a scalar by its text: quoting never changes a meaning, so `"6"` is `6`.
///
/// # Errors
/// When there is no text, or `read` refuses it.
pub fn from_text<'de, D, T>(
    deserializer: D,
    expected: Expected,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    struct Text<F>(Expected, F);

    impl<T, F: Fn(&str) -> Option<T>> Visitor<'_> for Text<F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0.code())
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            (self.1)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self.0))
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }
    }

    // Not `deserialize_str`: JSON has numbers, and `6` is `"6"` here.
    deserializer.deserialize_any(Text(expected, read))
}
