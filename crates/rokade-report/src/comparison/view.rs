//! What every format for people shows of a comparison, and in what order: the rows in which
//! proposals differ, those in which they change the same, and the rest by name alone.

use rokade_core::comparison::{
    Compared, ComparedCell, ComparedRow, ComparedTotal, Comparison, RowKind, Standing,
};
use rokade_core::quantity::Certainty;
use rokade_core::words::{Words, WordsError};

/// A comparison as people read it.
pub(super) struct View<'c> {
    pub(super) comparison: &'c Comparison,
    pub(super) words: Words,
    /// The parts that are tables: a heading and rows.
    pub(super) tables: Vec<(String, Vec<&'c ComparedRow>)>,
    /// Sentences for the rows that a short view leaves out, measure by measure.
    pub(super) folded: Vec<String>,
    /// The names of what does not change.
    pub(super) unchanged: Vec<String>,
    /// The names of what nobody knows.
    pub(super) unknown: Vec<String>,
}

impl<'c> View<'c> {
    /// The whole of it, or what is read at a glance. `flag` says whether to name the option that
    /// shows the rest.
    pub(super) fn new(
        comparison: &'c Comparison,
        words: Words,
        full: bool,
        flag: bool,
    ) -> Result<Self, WordsError> {
        let of = |kind: RowKind| comparison.rows.iter().filter(move |row| row.kind == kind);
        let shown = |kind: RowKind| of(kind).filter(|row| full || !row.is_folded).collect();
        let names = |kind: RowKind| of(kind).map(name).collect();
        let alike = match comparison.proposals.len() {
            1 => "alike-one",
            _ => "alike",
        };
        let tables = [("differs", RowKind::Differs), (alike, RowKind::Alike)];
        let mut view = View {
            comparison,
            tables: Vec::new(),
            folded: Vec::new(),
            unchanged: names(RowKind::Unchanged),
            unknown: names(RowKind::Unknown),
            words,
        };
        for (key, kind) in tables {
            let rows: Vec<&ComparedRow> = shown(kind);
            if !rows.is_empty() {
                view.tables.push((view.say(key, &[])?, rows));
            }
        }
        if !full {
            let is_folded = |row: &&ComparedRow| {
                row.is_folded && matches!(row.kind, RowKind::Differs | RowKind::Alike)
            };
            let folded: Vec<&ComparedRow> = comparison.rows.iter().filter(is_folded).collect();
            for rows in folded.chunk_by(|a, b| a.measure == b.measure) {
                let Some(first) = rows.first() else { continue };
                let values = [
                    ("label", first.label.as_str().into()),
                    ("n", rows.len().into()),
                    ("flag", if flag { "full" } else { "none" }.into()),
                ];
                let sentence = view.say("folded", &values)?;
                view.folded.push(sentence);
            }
        }
        Ok(view)
    }

    pub(super) fn say(
        &self,
        key: &str,
        values: &[(&'static str, rokade_core::finding::Value)],
    ) -> Result<String, WordsError> {
        self.words.say(key, values)
    }

    /// What was found in a chart.
    pub(super) fn found(&self, one: &Compared) -> Result<String, WordsError> {
        if !one.complete {
            return self.say("found-unread", &[]);
        }
        let values = [
            ("errors", one.errors.into()),
            ("warnings", one.warnings.into()),
            ("notes", one.notes.into()),
        ];
        self.say("found-all", &values)
    }

    /// The base of a row: what it is today, or all that can change.
    pub(super) fn base(&self, row: &ComparedRow) -> Result<String, WordsError> {
        match (&row.base, &row.whole) {
            (Some(base), _) => Ok(base.text.clone()),
            (None, Some(whole)) => self.say("of-all", &[("whole", whole.text.as_str().into())]),
            // It is of today too, and nobody knows.
            (None, None) if row.cells.iter().any(|cell| cell.difference.is_some()) => {
                self.say("unknown", &[])
            }
            (None, None) => self.say("changes-only", &[]),
        }
    }

    /// What a proposal comes to: `63–68 (+20–21)`.
    pub(super) fn cell(&self, cell: &ComparedCell) -> Result<String, WordsError> {
        let value = self.value(cell)?;
        Ok(match &cell.difference {
            Some(difference) => format!("{value} ({difference})"),
            None => value,
        })
    }

    /// What a proposal comes to, without how it differs.
    pub(super) fn value(&self, cell: &ComparedCell) -> Result<String, WordsError> {
        match &cell.value {
            Some(value) => Ok(value.text.clone()),
            None => self.say("unknown", &[]),
        }
    }

    /// How a proposal stands, in a word.
    pub(super) fn standing(&self, cell: &ComparedCell) -> Result<Option<String>, WordsError> {
        let key = match cell.standing {
            Some(Standing::Best) => "best",
            Some(Standing::Worst) => "worst",
            None => return Ok(None),
        };
        self.say(key, &[]).map(Some)
    }

    /// A weighted sum, with what is not in it and whether it is the lowest.
    pub(super) fn total(&self, total: &ComparedTotal) -> Result<String, WordsError> {
        let mut parts = vec![total.text.clone()];
        if !total.left_out.is_empty() {
            let names = rokade_core::finding::Value::Text(total.left_out.join(", "));
            parts.push(self.say("left-out", &[("names", names)])?);
        }
        let key = match total.best {
            Some(Certainty::Certain) => Some("lowest-certain"),
            Some(Certainty::Possible) => Some("lowest-possible"),
            None => None,
        };
        if let Some(key) = key {
            parts.push(self.say(key, &[])?);
        }
        Ok(parts.join(" · "))
    }

    /// What each two proposals are told apart by, unless the summary has said it.
    pub(super) fn dominated(&self) -> Vec<&'c str> {
        let comparison = self.comparison;
        let said = |text: &&str| !comparison.summary.iter().any(|sentence| sentence == text);
        let dominated = comparison.dominated.iter().map(|one| one.text.as_str());
        dominated.filter(said).collect()
    }
}

/// What a row is called, and of what.
pub(super) fn name(row: &ComparedRow) -> String {
    match &row.of {
        Some(of) => format!("{}: {of}", row.label),
        None => row.label.clone(),
    }
}
