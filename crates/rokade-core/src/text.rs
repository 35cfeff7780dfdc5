//! Texts of a chart: ids, names, and what else an entity says.
//!
//! Nearly every text of a chart stands in its file just so, and the file's text is held anyway,
//! since findings show it. So a text is a piece of a whole that it keeps, and is copied without
//! copying a letter. Nothing here knows what a text means.

use std::borrow::{Borrow, Cow};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::expected::Expected;

/// A text that is cheap to copy: a piece of a whole.
#[derive(Clone)]
pub struct Text {
    whole: Arc<String>,
    start: u32,
    end: u32,
}

thread_local! {
    /// What is being read on this thread.
    static WHOLE: RefCell<Option<Arc<String>>> = const { RefCell::new(None) };
}

/// Reads a whole: each text that is decoded meanwhile, on this thread, out of the whole itself
/// is a piece of it. Serde hands over a text alone and not what it stands in, hence this.
pub fn reading<R>(whole: &Arc<String>, read: impl FnOnce() -> R) -> R {
    let before = WHOLE.replace(Some(Arc::clone(whole)));
    let done = read();
    WHOLE.set(before);
    done
}

impl Text {
    /// The text.
    #[inline]
    pub fn as_str(&self) -> &str {
        let range = self.start as usize..self.end as usize;
        self.whole.get(range).unwrap_or_default()
    }

    /// Its letters, of which there is no need to see that they are whole.
    #[inline]
    fn bytes(&self) -> &[u8] {
        let range = self.start as usize..self.end as usize;
        self.whole.as_bytes().get(range).unwrap_or_default()
    }

    /// A text that was decoded: a piece of the whole that is being [read](reading), where it
    /// stands in it.
    #[inline]
    pub fn decoded(text: &str) -> Self {
        let piece = WHOLE.with_borrow(|whole| Text::piece(whole.as_ref()?, text));
        piece.unwrap_or_else(|| text.into())
    }

    /// The piece of a whole that has these very bytes, not only bytes like them.
    #[inline]
    fn piece(whole: &Arc<String>, text: &str) -> Option<Self> {
        let start = text.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
        let end = start + text.len();
        (end <= whole.len()).then(|| Text {
            whole: Arc::clone(whole),
            start: start as u32,
            end: end as u32,
        })
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let end = text.len() as u32;
        Text {
            whole: Arc::new(text),
            start: 0,
            end,
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            return Text::default();
        }
        text.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl FromIterator<char> for Text {
    fn from_iter<I: IntoIterator<Item = char>>(letters: I) -> Self {
        String::from_iter(letters).into()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl Default for Text {
    fn default() -> Self {
        static EMPTY: LazyLock<Text> = LazyLock::new(|| String::new().into());
        EMPTY.clone()
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    #[inline]
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    #[inline]
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Text {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let is_one_piece = self.start == other.start && Arc::ptr_eq(&self.whole, &other.whole);
        (is_one_piece && self.end == other.end) || self.bytes() == other.bytes()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes().cmp(other.bytes())
    }
}

// As that of a `str`, by which maps are asked.
impl Hash for Text {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.bytes());
        state.write_u8(0xff);
    }
}

impl PartialEq<str> for Text {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    #[inline]
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for str {
    #[inline]
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Text> for &str {
    #[inline]
    fn eq(&self, other: &Text) -> bool {
        *self == other.as_str()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Letters;

        impl Visitor<'_> for Letters {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Expected::Text.code())
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::decoded(text))
            }
        }

        deserializer.deserialize_str(Letters)
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decoded_of_a_whole_is_a_piece_of_it() {
        let whole = Arc::new(String::from("unit: børnehuset"));
        let part = &whole[6..];
        let piece = reading(&whole, || Text::decoded(part));
        assert!(Arc::ptr_eq(&piece.whole, &whole));
        assert_eq!(piece, "børnehuset");
        assert_eq!(piece, Text::from("børnehuset"));
    }

    #[test]
    fn what_stands_elsewhere_is_a_text_of_its_own() {
        let whole = Arc::new(String::from("a: b"));
        let other = String::from("a");
        for text in [
            reading(&whole, || Text::decoded(&other)),
            Text::decoded(&whole[..1]),
        ] {
            assert!(!Arc::ptr_eq(&text.whole, &whole));
            assert_eq!(text, "a");
        }
    }

    #[test]
    fn a_map_is_asked_by_letters() {
        use std::collections::{HashMap, HashSet};
        let of_std: HashSet<Text> = ["hus", "h\u{f8}jhus", ""].map(Text::from).into();
        let ours: HashMap<Text, u8, foldhash::fast::RandomState> =
            of_std.iter().cloned().zip(0..).collect();
        for letters in ["hus", "h\u{f8}jhus", ""] {
            assert!(
                of_std.contains(letters) && ours.contains_key(letters),
                "{letters}"
            );
        }
        assert!(!of_std.contains("hu") && !ours.contains_key("hu"));
    }

    #[test]
    fn a_text_is_no_larger_than_two_words() {
        assert_eq!(size_of::<Option<Text>>(), 16);
    }

    #[test]
    fn a_text_is_that_of_whatever_it_is_made_of() {
        let text = Text::from("hus");
        let string = String::from("hus");
        assert_eq!(Text::from(&string), text);
        assert_eq!(Text::from(Cow::Borrowed("hus")), text);
        assert_eq!("hus".chars().collect::<Text>(), text);
        assert_eq!(String::from(text.clone()), string);
        assert_eq!(
            (text.as_ref(), Borrow::<str>::borrow(&text)),
            ("hus", "hus")
        );
        assert_eq!(Text::from("").as_str(), "");
        assert_eq!(
            (text.to_string(), format!("{text:?}")),
            (string.clone(), "\"hus\"".to_owned())
        );
        for other in ["hus", "hos"] {
            let same = other == "hus";
            assert_eq!(
                [text == *other, text == other, *other == text, other == text],
                [same; 4]
            );
            let owned = other.to_owned();
            assert_eq!(text == owned, same);
        }
    }

    #[test]
    fn pieces_of_one_whole_are_equal_where_they_say_the_same() {
        let whole = Arc::new(String::from("aab"));
        let piece =
            |range: std::ops::Range<usize>| reading(&whole, || Text::decoded(&whole[range]));
        assert_eq!(piece(0..1), piece(0..1));
        assert_eq!(piece(0..1), piece(1..2));
        assert_ne!(piece(0..1), piece(0..2));
        assert_ne!(piece(0..2), piece(1..2));
        assert_eq!(piece(0..1).cmp(&piece(2..3)), Ordering::Less);
        let other = Arc::new(String::from("aab"));
        assert_eq!(piece(1..3), reading(&other, || Text::decoded(&other[1..3])));
        assert_ne!(piece(0..2), reading(&other, || Text::decoded(&other[1..3])));
    }
}
