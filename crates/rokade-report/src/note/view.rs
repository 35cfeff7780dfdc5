//! What every format for people shows of a note, and in what order: the table that committees
//! know, questions without an answer, what nobody raised, and the counter-proposals.

use std::collections::BTreeSet;

use rokade_core::entry::Language;
use rokade_core::finding::Value;
use rokade_core::note::{HearingNote, NoteFinding, NotePoint, NoteResponse, PointAt};
use rokade_core::quantity::Certainty;
use rokade_core::words::{Words, WordsError};

/// A note as people read it.
pub(super) struct View<'n> {
    pub(super) note: &'n HearingNote,
    words: Words,
    at_terminal: bool,
    /// What stands before the number of a finding.
    mark: &'n str,
    pub(super) title: String,
    /// Before the table.
    pub(super) lead: Vec<String>,
    /// What the columns are called.
    pub(super) columns: [String; 4],
    pub(super) rows: Vec<Row>,
    /// After the table.
    pub(super) sections: Vec<Section>,
    /// Last of all.
    pub(super) closing: Vec<String>,
}

/// A row of the table: what stands in each column, paragraph by paragraph.
pub(super) struct Row {
    /// The point that it tells; none of a response that has none.
    pub(super) at: Option<PointAt>,
    pub(super) cells: [Vec<Paragraph>; 4],
}

/// Some text in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// What comes first, and stands out.
    pub(super) strong: Option<String>,
    pub(super) text: String,
    /// Whether it is about the text above it.
    pub(super) is_aside: bool,
    /// The number of the finding that it tells.
    pub(super) finding: Option<usize>,
}

/// A part of the note below the table.
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) blocks: Vec<Block>,
}

/// What a section is made of.
pub(super) enum Block {
    Paragraph(String),
    /// What is told of each of some things, with a line before them where one is needed.
    List(Option<String>, Vec<Paragraph>),
}

impl Paragraph {
    fn plain(text: impl Into<String>) -> Self {
        Paragraph {
            strong: None,
            text: text.into(),
            is_aside: false,
            finding: None,
        }
    }

    fn strong(strong: impl Into<String>, text: impl Into<String>) -> Self {
        Paragraph {
            strong: Some(strong.into()),
            ..Paragraph::plain(text)
        }
    }

    fn aside(text: impl Into<String>) -> Self {
        Paragraph {
            is_aside: true,
            ..Paragraph::plain(text)
        }
    }
}

impl<'n> View<'n> {
    /// `at_terminal` says whether to name the command that shows the rest.
    pub(super) fn new(note: &'n HearingNote, at_terminal: bool) -> Result<Self, WordsError> {
        View::marked(note, at_terminal, "")
    }

    /// A view in which numbers of findings stand after a mark, such as a proposal's letter.
    pub(super) fn marked(
        note: &'n HearingNote,
        at_terminal: bool,
        mark: &'n str,
    ) -> Result<Self, WordsError> {
        let text = match note.language {
            Language::Da => include_str!("da.ftl"),
            Language::En => include_str!("en.ftl"),
        };
        let words = Words::new(note.language, text)?;
        let say = |key: &str| words.say(key, &[]);
        let title = match note.proposal.as_str() {
            "" => say("title")?,
            proposal => words.say("title-of", &[("proposal", proposal.into())])?,
        };
        let columns = [
            say("column-party")?,
            say("column-said")?,
            say("column-answer")?,
            say("column-shown")?,
        ];
        let mut view = View {
            note,
            words,
            title,
            lead: note.summary.clone(),
            columns,
            rows: Vec::new(),
            sections: Vec::new(),
            closing: Vec::new(),
            at_terminal,
            mark,
        };
        view.rows = view.all_rows()?;
        view.sections = view.all_sections()?;
        if note.hides_small_groups {
            view.closing.push(view.say("small-groups", &[])?);
        }
        let version = [("version", env!("CARGO_PKG_VERSION").into())];
        view.closing.push(view.say("made-by", &version)?);
        Ok(view)
    }

    pub(super) fn say(
        &self,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<String, WordsError> {
        self.words.say(key, values)
    }

    fn all_rows(&self) -> Result<Vec<Row>, WordsError> {
        // What was told in full once is told by its title from then on.
        let mut told = BTreeSet::new();
        let mut rows = Vec::new();
        for (of, response) in self.note.responses.iter().enumerate() {
            for (at, point) in response.points.iter().enumerate() {
                rows.push(Row {
                    at: Some((of, at)),
                    cells: [
                        self.party(response, point, at == 0)?,
                        said(point),
                        self.answer(point)?,
                        self.shown(point, &mut told)?,
                    ],
                });
            }
            if response.points.is_empty() {
                let empty = vec![Paragraph::aside(self.say("no-points", &[])?)];
                let party = self.sender(response, true)?;
                rows.push(Row {
                    at: None,
                    cells: [party, empty, Vec::new(), Vec::new()],
                });
            }
        }
        Ok(rows)
    }

    /// Who answered, and when: that once a response.
    pub(super) fn sender(
        &self,
        response: &NoteResponse,
        is_first: bool,
    ) -> Result<Vec<Paragraph>, WordsError> {
        let mut party = vec![Paragraph::plain(&response.from)];
        if let Some(received) = response.received.as_deref().filter(|_| is_first) {
            party.push(Paragraph::aside(
                self.say("received", &[("date", received.into())])?,
            ));
        }
        Ok(party)
    }

    fn party(
        &self,
        response: &NoteResponse,
        point: &NotePoint,
        is_first: bool,
    ) -> Result<Vec<Paragraph>, WordsError> {
        let mut party = self.sender(response, is_first)?;
        party.extend(self.asked_by(point)?);
        Ok(party)
    }

    pub(super) fn asked_by(&self, point: &NotePoint) -> Result<Option<Paragraph>, WordsError> {
        let who = point.asked_by.as_deref();
        who.map(|who| {
            Ok(Paragraph::aside(
                self.say("asked-by", &[("who", who.into())])?,
            ))
        })
        .transpose()
    }

    /// What was answered, decided and changed; or that nothing was.
    pub(super) fn answer(&self, point: &NotePoint) -> Result<Vec<Paragraph>, WordsError> {
        let mut answer = Vec::new();
        answer.extend(point.answer.as_deref().map(Paragraph::plain));
        if let Some(who) = &point.answered_by {
            let text = self.say("answered-by", &[("who", who.as_str().into())])?;
            answer.push(Paragraph::aside(text));
        }
        answer.extend(point.decision.as_deref().map(Paragraph::plain));
        answer.extend(point.changed.as_deref().map(Paragraph::plain));
        if point.is_unanswered {
            answer.push(Paragraph::strong(self.say("unanswered", &[])?, ""));
        }
        Ok(answer)
    }

    /// What the model shows, and what a counter-proposal makes of it.
    pub(super) fn shown(
        &self,
        point: &NotePoint,
        told: &mut BTreeSet<usize>,
    ) -> Result<Vec<Paragraph>, WordsError> {
        let mut shown = vec![Paragraph::plain(&point.shown.text)];
        for finding in &point.shown.findings {
            shown.push(match finding.number {
                Some(number) if !told.insert(number) => self.again(finding, number)?,
                _ => self.finding(finding)?,
            });
        }
        let settled = point.settled.iter();
        shown.extend(settled.map(|settled| Paragraph::plain(&settled.text)));
        Ok(shown)
    }

    /// A finding in full.
    pub(super) fn finding(&self, finding: &NoteFinding) -> Result<Paragraph, WordsError> {
        let values = [
            ("number", self.number(finding.number.unwrap_or_default())),
            ("severity", Value::Word(finding.severity.name())),
            ("certainty", Value::Word(certainty(finding.certainty))),
        ];
        let key = match finding.number {
            Some(_) => "finding",
            None => "finding-unnumbered",
        };
        Ok(Paragraph {
            finding: finding.number,
            ..Paragraph::strong(self.say(key, &values)?, &finding.message)
        })
    }

    /// The number of a finding, after the mark.
    fn number(&self, number: usize) -> Value {
        match self.mark {
            "" => number.into(),
            mark => Value::Text(format!("{mark}{number}")),
        }
    }

    /// A finding that was told before.
    fn again(&self, finding: &NoteFinding, number: usize) -> Result<Paragraph, WordsError> {
        let values = [("number", self.number(number))];
        let title = [("title", finding.title.as_str().into())];
        Ok(Paragraph {
            finding: Some(number),
            ..Paragraph::strong(
                self.say("finding-again", &values)?,
                self.say("see-above", &title)?,
            )
        })
    }

    fn all_sections(&self) -> Result<Vec<Section>, WordsError> {
        let note = self.note;
        let mut sections = vec![self.unanswered()?, self.unraised()?];
        for counter in &note.counter_proposals {
            let title = [("title", counter.title.as_str().into())];
            let mut blocks = vec![Block::Paragraph(counter.text.clone())];
            for (key, points) in [
                ("counter-wholly", &counter.wholly),
                ("counter-partly", &counter.partly),
                ("counter-not", &counter.not_at_all),
            ] {
                if !points.is_empty() {
                    let points = points.iter().filter_map(|at| self.point(*at)).collect();
                    blocks.push(Block::List(Some(self.say(key, &[])?), points));
                }
            }
            if !counter.added.is_empty() {
                let added = counter.added.iter().map(|finding| self.finding(finding));
                let added = added.collect::<Result<_, _>>()?;
                blocks.push(Block::List(Some(self.say("counter-added", &[])?), added));
            }
            sections.push(Section {
                heading: self.say("counter", &title)?,
                blocks,
            });
        }
        if !note.not_judged.is_empty() {
            let sentences = note.not_judged.iter().map(Paragraph::plain).collect();
            sections.push(Section {
                heading: self.say("not-judged", &[])?,
                blocks: vec![Block::List(None, sentences)],
            });
        }
        Ok(sections)
    }

    /// A point in a list below the table: who said it, and what.
    fn point(&self, at: PointAt) -> Option<Paragraph> {
        let (response, point) = self.note.point(at)?;
        let who = match self.note.responses.len() {
            1 => point
                .kind_name
                .clone()
                .unwrap_or_else(|| response.from.clone()),
            _ => response.from.clone(),
        };
        Some(Paragraph::strong(format!("{who}:"), words_of(point)))
    }

    fn unanswered(&self) -> Result<Section, WordsError> {
        let note = self.note;
        let questions: Vec<Paragraph> = note
            .unanswered
            .iter()
            .filter_map(|at| note.point(*at))
            .map(|(response, point)| {
                let who = point.asked_by.as_ref().unwrap_or(&response.from);
                Paragraph::strong(format!("{who}:"), words_of(point))
            })
            .collect();
        Ok(Section {
            heading: self.say("section-unanswered", &[])?,
            blocks: vec![if questions.is_empty() {
                Block::Paragraph(self.say("none-unanswered", &[])?)
            } else {
                Block::List(None, questions)
            }],
        })
    }

    fn unraised(&self) -> Result<Section, WordsError> {
        let note = self.note;
        let findings = note.unraised.iter().map(|finding| self.finding(finding));
        let findings: Vec<Paragraph> = findings.collect::<Result<_, _>>()?;
        let mut blocks = Vec::new();
        if !findings.is_empty() {
            blocks.push(Block::List(None, findings));
        } else if note.complete {
            blocks.push(Block::Paragraph(self.say("none-unraised", &[])?));
        } else {
            blocks.push(Block::Paragraph(self.say("unraised-unread", &[])?));
        }
        if note.unraised_notes > 0 {
            let flag = if self.at_terminal { "diff" } else { "none" };
            let values = [
                ("n", note.unraised_notes.into()),
                ("flag", Value::Word(flag)),
            ];
            blocks.push(Block::Paragraph(self.say("unraised-notes", &values)?));
        }
        Ok(Section {
            heading: self.say("section-unraised", &[])?,
            blocks,
        })
    }
}

/// What a point says, after what kind of point it is.
fn said(point: &NotePoint) -> Vec<Paragraph> {
    vec![match &point.kind_name {
        Some(kind) => Paragraph::strong(format!("{kind}:"), words_of(point)),
        None => Paragraph::plain(words_of(point)),
    }]
}

/// The text of a point, or its id where it says nothing.
pub(super) fn words_of(point: &NotePoint) -> &str {
    match point.text.as_str() {
        "" => &point.id,
        text => text,
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
    }
}
