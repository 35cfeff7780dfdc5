//! The words of one part of an assessment, told of the two charts. It decides nothing.

use indexmap::{IndexMap, IndexSet};
use rokade_core::chart::{Chart, Named};
use rokade_core::comparison::ComparedValue;
use rokade_core::entry::{About, Language};
use rokade_core::finding::Value;
use rokade_core::ids::{CoLocationId, Id as _, Kind, Subject};
use rokade_core::quantity::Quantity;
use rokade_core::words::{NAMES_IN_A_SENTENCE, Speaker, Words, WordsError, by_name};

use crate::Input;

/// Says things in the language of an assessment.
pub(crate) struct Tongue<'a> {
    words: Words,
    pub(crate) speaker: Speaker<'a>,
    /// How long a list of names can be and still be told in full.
    in_full: usize,
}

impl<'a> Tongue<'a> {
    /// The sentences of a part, in Danish and in English.
    pub(crate) fn new(input: &Input<'a>, danish: &str, english: &str) -> Result<Self, WordsError> {
        let base = Some(input.base);
        Tongue::of(input.language, base, input.revision, [danish, english])
    }

    /// The same of a base and its revision, or of one chart.
    pub(crate) fn of(
        language: Language,
        base: Option<&'a Chart>,
        revision: &'a Chart,
        [danish, english]: [&str; 2],
    ) -> Result<Self, WordsError> {
        let text = match language {
            Language::Da => danish,
            Language::En => english,
        };
        Ok(Tongue {
            words: Words::new(language, text)?,
            speaker: Speaker {
                language,
                base,
                revision: Some(revision),
                all_names: false,
            },
            in_full: NAMES_IN_A_SENTENCE,
        })
    }

    /// The same words, with lists of so many names in full: a page has more room than a line.
    pub(crate) fn in_full(self, names: usize) -> Self {
        Tongue {
            in_full: names,
            ..self
        }
    }

    /// A sentence.
    pub(crate) fn say(
        &self,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<String, WordsError> {
        let longest = values.iter().filter_map(|(_, value)| value.listed()).max();
        let speaker = Speaker {
            all_names: self.speaker.all_names || longest.unwrap_or(0) <= self.in_full,
            ..self.speaker
        };
        let values: IndexMap<&'static str, Value> = values.iter().cloned().collect();
        self.words.format(key, &speaker.args([&values]))
    }

    /// A number, and as it is written.
    pub(crate) fn number(&self, quantity: Quantity) -> ComparedValue {
        ComparedValue {
            quantity: quantity.into(),
            text: self.speaker.quantity(quantity),
        }
    }

    /// The names of what something is about, each once, in the order written. Events have none.
    pub(crate) fn about(&self, about: &About) -> Vec<String> {
        let names: IndexSet<String> = about
            .things()
            .filter_map(|thing| self.name(&thing))
            .collect();
        names.into_iter().collect()
    }

    /// What a thing is called in the revision, or else in the base; none where it has no name:
    /// an id is no word for readers.
    pub(crate) fn name(&self, thing: &Subject) -> Option<String> {
        if thing.kind == Kind::CoLocation {
            return self.together(thing);
        }
        let charts = [self.speaker.revision, self.speaker.base];
        let mut names = charts.into_iter().flatten().map(|c| c.name_of(thing));
        names
            .find(|name| *name != thing.id.as_str())
            .map(str::to_owned)
    }

    /// A co-location, by the names of those who sit together.
    pub(crate) fn together(&self, thing: &Subject) -> Option<String> {
        let id = CoLocationId::from_checked(thing.id.clone());
        let charts = [self.speaker.revision, self.speaker.base];
        let mut stated = charts.into_iter().flatten();
        let stated = stated.find_map(|chart| chart.co_location(&id))?;
        let members = stated.members();
        let mut names: Vec<String> = members.iter().map(|one| one.name().to_owned()).collect();
        names.sort_by(|a, b| by_name(self.speaker.language, a, b));
        Some(self.speaker.list(names))
    }
}
