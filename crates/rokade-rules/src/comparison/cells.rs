//! Lines as rows in finished words: numbers as the language sets them, differences with their
//! signs, and which way is better.

use rokade_core::comparison::{ComparedCell, ComparedRow, ComparedValue};
use rokade_core::entry::Language;
use rokade_core::finding::Value;
use rokade_core::quantity::{Difference, DifferenceWords, Quantity, QuantityJson};
use rokade_core::words::{SMALL_GROUP, Words, WordsError, currency_name, with_currency};

use super::rows::{Cell, Line};

/// What a comparison is told with.
pub(super) struct Tongue {
    pub(super) language: Language,
    words: Words,
    hides_small_groups: bool,
}

impl Tongue {
    pub(super) fn new(language: Language, words: Words, hides_small_groups: bool) -> Self {
        Tongue {
            language,
            words,
            hides_small_groups,
        }
    }

    pub(super) fn say(
        &self,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<String, WordsError> {
        self.words.say(key, values)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.words.has(key)
    }

    /// The decimal sign, and what separates thousands.
    fn signs(&self) -> (char, &'static str) {
        match self.language {
            Language::Da => (',', "."),
            Language::En => ('.', ","),
        }
    }

    /// A number that stands by itself.
    pub(super) fn quantity(&self, quantity: Quantity) -> Result<String, WordsError> {
        if self.hides_small_groups && quantity.is_small_group() {
            return Ok(SMALL_GROUP.to_owned());
        }
        let (decimal, thousands) = self.signs();
        let unknown = self.say("unknown", &[])?;
        let at_least = self.say("at-least", &[])?;
        Ok(quantity.localized(decimal, &unknown, &at_least, thousands))
    }

    pub(super) fn difference(&self, difference: Difference) -> Result<Option<String>, WordsError> {
        let (decimal, thousands) = self.signs();
        let [unchanged, to, at_least, at_most] =
            ["unchanged", "to", "at-least", "at-most"].map(|key| self.say(key, &[]));
        Ok(difference.localized(DifferenceWords {
            decimal,
            thousands,
            to: &to?,
            at_least: &at_least?,
            at_most: &at_most?,
            unchanged: &unchanged?,
        }))
    }

    /// How a cell differs: of what not all state, whether anything stated does.
    pub(super) fn cell_difference(&self, cell: &Cell) -> Result<Option<String>, WordsError> {
        let Some(difference) = cell.difference else {
            return Ok(None);
        };
        let unstated = cell.unstated.is_some_and(|posts| posts != Quantity::ZERO);
        if unstated && difference.is_none() {
            return self.say("none-stated", &[]).map(Some);
        }
        self.difference(difference)
    }

    /// A cell in a sentence that compares it with another: the number it is told apart by.
    #[expect(
        clippy::indexing_slicing,
        reason = "a line has a cell for each proposal"
    )]
    pub(super) fn told(&self, line: &Line, at: usize) -> Result<String, WordsError> {
        let cell = &line.cells[at];
        let difference = match cell.difference.filter(|_| line.is_by_difference()) {
            // No currency changes it.
            Some(none) if none.is_none() => {
                return Ok(self.cell_difference(cell)?.unwrap_or_default());
            }
            Some(difference) => self.difference(difference)?,
            None => None,
        };
        let number = match difference {
            Some(text) => text,
            None => self.quantity(cell.value.unwrap_or(Quantity::UNKNOWN))?,
        };
        Ok(match &line.currency {
            Some(currency) => with_currency(self.language, &number, currency),
            None => number,
        })
    }
}

pub(super) fn rows(lines: &[Line], tongue: &Tongue) -> Result<Vec<ComparedRow>, WordsError> {
    lines.iter().map(|line| row(line, tongue)).collect()
}

fn row(line: &Line, tongue: &Tongue) -> Result<ComparedRow, WordsError> {
    let value = |quantity: Option<Quantity>| -> Result<Option<ComparedValue>, WordsError> {
        let known = quantity.filter(|quantity| !quantity.is_unknown());
        known
            .map(|quantity| {
                Ok(ComparedValue {
                    quantity: QuantityJson::from(quantity),
                    text: tongue.quantity(quantity)?,
                })
            })
            .transpose()
    };
    let mut cells = Vec::with_capacity(line.cells.len());
    for (at, cell) in line.cells.iter().enumerate() {
        cells.push(ComparedCell {
            value: value(cell.value)?,
            difference: tongue.cell_difference(cell)?,
            difference_ends: cell.difference,
            standing: line.standing(at),
        });
    }
    Ok(ComparedRow {
        measure: line.measure.name,
        label: match &line.currency {
            Some(code) => format!("{} ({})", line.label, currency_name(tongue.language, code)),
            None => line.label.to_owned(),
        },
        of: line.of.clone(),
        better: line.better(),
        base: value(line.base)?,
        whole: value(line.whole)?,
        cells,
        kind: line.kind(),
        is_folded: line.is_folded,
    })
}
