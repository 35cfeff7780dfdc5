//! Faults: what is wrong in a file, seen while it is read or while a chart is made of it.
//!
//! A fault is data. The rules on the file turn each into a finding, with its sentence.

use crate::entry::ActionKind;
use crate::expected::Expected;
use crate::ids::{FunctionId, Id, Kind, Subject, UnitId};
use crate::personal::PersonalData;
use crate::quantity::Quantity;
use crate::span::{Place, Span};

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub at: FaultPlace,
    /// The entity it is in, where it is in one.
    pub subject: Option<Subject>,
}

impl Fault {
    /// The entities it is in: one, none where it is in no entity, or all that stand in a circle.
    pub fn subjects(&self) -> Vec<Subject> {
        match &self.kind {
            FaultKind::ParentCycle { units } => units.iter().map(Id::subject).collect(),
            _ => self.subject.iter().cloned().collect(),
        }
    }

    /// Whether what the file says is not known because of it. Personal data is to be taken out,
    /// but what it stands in can be read.
    pub fn spoils(&self) -> bool {
        !matches!(self.kind, FaultKind::PersonalData { .. })
    }
}

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FaultPlace {
    /// These bytes.
    Span(Span),
    /// This field of a chart's entity.
    Place(Place),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// The file cannot be read as YAML or CSV.
    Syntax(SyntaxFault),
    /// A key that the format does not have.
    UnknownKey {
        /// As written.
        key: String,
        /// The nearest one it has.
        nearest: Option<String>,
        /// Those that can stand there, where that is known.
        known: &'static [&'static str],
        /// It looks like the rest of a text that fell apart at a comma.
        fallen_apart: bool,
    },
    /// A value of another shape than its key takes.
    WrongType {
        /// The key, where there is one.
        key: Option<String>,
        /// What was found, as written, shortened.
        found: Found,
        /// What may stand there.
        expected: Expectation,
        /// A value that is near what was meant.
        nearest: Option<String>,
    },
    /// A key that must be there and is not.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// Fewer members than the two it takes.
    TooFewMembers,
    /// A key or an id that stands there already.
    Duplicate {
        /// As written.
        key: String,
        /// Where it stood first.
        first: Option<Span>,
        /// What kind of thing it is; `None` for a plain key.
        kind: Option<Kind>,
    },
    /// An id that nothing has.
    UnknownReference {
        /// What kind of thing was looked for.
        kind: Kind,
        /// As written.
        id: String,
        /// The nearest id of that kind.
        nearest: Option<String>,
    },
    /// Units that stand under each other in a circle.
    ParentCycle {
        /// From the first in the file, upwards.
        units: Vec<UnitId>,
    },
    /// A base that a proposal cannot be applied to.
    Base {
        /// The path, as written.
        path: String,
        /// Why not.
        why: BaseFault,
    },
    /// A proposal that a hearing answers, and that cannot be read with it.
    Answered {
        /// The path, as written.
        path: String,
        /// Why not.
        why: AnsweredFault,
    },
    /// A proposal that a point of a hearing says was made because of it, and that cannot be read.
    CounterProposal {
        /// The path, as written.
        path: String,
        /// Why not.
        why: AnsweredFault,
    },
    /// An event that cannot be applied.
    NotApplicable {
        /// What it is to do, where it says one thing.
        action: Option<ActionKind>,
        /// Why not.
        why: NotApplicable,
    },
    /// What looks like personal data, everywhere in a file: all that is of one kind.
    PersonalData {
        /// What it looks like.
        kind: PersonalData,
        /// Where, from the top of the file; never the text itself.
        spans: Vec<Span>,
        /// How many more there are.
        others: usize,
    },
}

/// Why a proposal has no base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaseFault {
    /// There is no such file or folder, or it cannot be read.
    Missing,
    /// It stands on this very proposal, perhaps by others.
    Loop,
    /// It is a hearing.
    Hearing,
    /// It is a folder that holds no chart.
    NoChart,
    /// It is a folder that holds several charts.
    SeveralCharts,
}

impl BaseFault {
    /// Every reason, for the test that each has its sentences in both languages.
    pub const ALL: [BaseFault; 5] = [
        BaseFault::Missing,
        BaseFault::Loop,
        BaseFault::Hearing,
        BaseFault::NoChart,
        BaseFault::SeveralCharts,
    ];

    /// The word that sentences choose by.
    pub fn word(self) -> &'static str {
        match self {
            BaseFault::Missing => "missing",
            BaseFault::Loop => "loop",
            BaseFault::Hearing => "hearing",
            BaseFault::NoChart => "no-chart",
            BaseFault::SeveralCharts => "several-charts",
        }
    }
}

/// Why a hearing cannot be read with the proposal it answers, or with a counter-proposal it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnsweredFault {
    /// There is no such file or folder, or it cannot be read.
    Missing,
    /// It is a hearing.
    Hearing,
    /// It is a folder that holds no chart.
    NoChart,
    /// It is a folder that holds several charts.
    SeveralCharts,
    /// It has faults, or what it stands on has, that keep it from being read to its end.
    Unread,
}

impl AnsweredFault {
    /// Every reason, for the test that each has its sentences in both languages.
    pub const ALL: [AnsweredFault; 5] = [
        AnsweredFault::Missing,
        AnsweredFault::Hearing,
        AnsweredFault::NoChart,
        AnsweredFault::SeveralCharts,
        AnsweredFault::Unread,
    ];

    /// The word that sentences choose by.
    pub fn word(self) -> &'static str {
        match self {
            AnsweredFault::Missing => "missing",
            AnsweredFault::Hearing => "hearing",
            AnsweredFault::NoChart => "no-chart",
            AnsweredFault::SeveralCharts => "several-charts",
            AnsweredFault::Unread => "unread",
        }
    }
}

/// Why an event cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NotApplicable {
    /// It says nothing that is to happen.
    NoAction,
    /// It says several things, each of which is an event of its own.
    SeveralActions {
        /// Their keys.
        actions: Vec<&'static str>,
    },
    /// It needs one of these keys.
    Incomplete {
        /// The keys.
        needs: &'static [&'static str],
    },
    /// A key that goes with another kind of event, or not with another key of this one.
    Unfit {
        /// The key.
        key: String,
    },
    /// There is no such thing when the event's turn comes.
    Unknown {
        /// What kind of thing was looked for.
        kind: Kind,
        /// As written.
        id: String,
        /// The nearest id of that kind.
        nearest: Option<String>,
    },
    /// The thing has ended.
    Ended {
        /// The thing.
        thing: Subject,
    },
    /// A thing has that id already.
    Exists {
        /// The thing.
        thing: Subject,
    },
    /// Certainly more is taken than there is: posts of a group, or cases of a function.
    TooMany {
        /// What it is taken from.
        of: Subject,
        /// How much there is.
        has: Quantity,
        /// How much is taken.
        taken: Quantity,
    },
    /// The unit would come to stand under itself.
    ParentCircle {
        /// The unit.
        unit: UnitId,
        /// What it would stand under.
        under: UnitId,
    },
    /// The unit does not hold this part of the function.
    NotHeld {
        /// The function.
        function: FunctionId,
        /// The unit.
        unit: UnitId,
    },
}

macro_rules! not_applicable_words {
    ($($reason:pat => $word:literal,)*) => {
        impl NotApplicable {
            /// Every word, for the test that each has its sentence in both languages.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word that sentences choose by.
            pub fn word(&self) -> &'static str {
                match self {
                    $($reason => $word,)*
                }
            }
        }
    };
}

not_applicable_words! {
    NotApplicable::NoAction => "no-action",
    NotApplicable::SeveralActions { .. } => "several-actions",
    NotApplicable::Incomplete { .. } => "incomplete",
    NotApplicable::Unfit { .. } => "unfit",
    NotApplicable::Unknown { .. } => "unknown",
    NotApplicable::Ended { .. } => "ended",
    NotApplicable::Exists { .. } => "exists",
    NotApplicable::TooMany { .. } => "too-many",
    NotApplicable::ParentCircle { .. } => "parent-circle",
    NotApplicable::NotHeld { .. } => "not-held",
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SyntaxFault {
    /// What the parser says, in English.
    Parser(String),
    /// Not UTF-8.
    Encoding,
    /// A control character that text cannot have.
    ControlCharacter(char),
    /// Nothing in it.
    Empty,
    /// More than one document.
    SeveralDocuments,
    /// Something else than keys at the top.
    NotAMap,
    /// An anchor, an alias or a merge key.
    Alias,
    /// A tag such as `!!binary`.
    Tag,
    /// Longer than can be read, in bytes.
    TooLarge(u64),
    /// A text longer than can be read, in bytes.
    TooLong(u64),
    /// Nested deeper than can be read.
    TooDeep(u32),
    /// More values than a file of its size holds.
    TooManyNodes(u64),
    /// More faults than are told of one file, of which the rest is unread.
    TooManyFaults(u64),
    /// A CSV row with another number of cells than its header.
    RaggedRow {
        /// Cells in the row.
        cells: usize,
        /// Columns in the header.
        columns: usize,
    },
    /// A CSV file without a header that names `id`.
    NoIdColumn,
}

macro_rules! syntax_words {
    ($($fault:pat => $word:literal,)*) => {
        impl SyntaxFault {
            /// Every word, for the test that each has its sentence in both languages.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word that sentences choose by.
            pub fn word(&self) -> &'static str {
                match self {
                    $($fault => $word,)*
                }
            }
        }
    };
}

syntax_words! {
    SyntaxFault::Parser(_) => "parser",
    SyntaxFault::Encoding => "encoding",
    SyntaxFault::ControlCharacter(_) => "control-character",
    SyntaxFault::Empty => "empty",
    SyntaxFault::SeveralDocuments => "several-documents",
    SyntaxFault::NotAMap => "not-a-map",
    SyntaxFault::Alias => "alias",
    SyntaxFault::Tag => "tag",
    SyntaxFault::TooLarge(_) => "too-large",
    SyntaxFault::TooLong(_) => "too-long",
    SyntaxFault::TooDeep(_) => "too-deep",
    SyntaxFault::TooManyNodes(_) => "too-many-nodes",
    SyntaxFault::TooManyFaults(_) => "too-many-faults",
    SyntaxFault::RaggedRow { .. } => "ragged-row",
    SyntaxFault::NoIdColumn => "no-id-column",
}

/// What was found where something else was expected.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Found {
    /// A text or a number, as written, shortened.
    Text(String),
    /// Nothing: `~`, `null` or an empty value.
    Nothing,
    /// A map.
    Map,
    /// A list.
    List,
}

/// What may stand in a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Expectation {
    /// A shape.
    Shape(Expected),
    /// One of these words.
    OneOf(&'static [&'static str]),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;

    fn fault(kind: FaultKind, subject: Option<Subject>) -> Fault {
        Fault {
            kind,
            at: FaultPlace::Span(Span::new(SourceId(0), 0..1)),
            subject,
        }
    }

    #[test]
    fn a_circle_is_in_all_its_units_and_other_faults_in_one_entity() {
        let units = vec![UnitId::parse("a").unwrap(), UnitId::parse("b").unwrap()];
        let own = units[0].subject();
        let circle = fault(
            FaultKind::ParentCycle {
                units: units.clone(),
            },
            Some(own.clone()),
        );
        assert_eq!(circle.subjects(), [units[0].subject(), units[1].subject()]);
        let personal = FaultKind::PersonalData {
            kind: PersonalData::Cpr,
            spans: Vec::new(),
            others: 0,
        };
        assert_eq!(fault(personal.clone(), Some(own.clone())).subjects(), [own]);
        assert_eq!(fault(personal.clone(), None).subjects(), []);
        assert!(!fault(personal, None).spoils() && circle.spoils());
    }
}
