//! What bytes stand for: a file, two files one after the other, or rolls of dice of which two are
//! made.

use rokade::{Chain, Language, Opened, Part, Policy, SourceId, Sources, Syntax};

use crate::generate::{Dice, proposed};
use crate::random::Two;

/// Stands between two files.
pub(crate) const CUT: &[u8] = b"\n%%%%\n";

/// Stands before rolls of dice. No file that can be read begins so.
pub(crate) const ROLLS: u8 = 0;

/// A chart and a chart or proposal after it.
pub(crate) struct Given {
    pub(crate) sources: Sources,
    pub(crate) base: Chain,
    pub(crate) revision: Chain,
}

impl Given {
    /// The two that bytes stand for; whatever the first says, it is read as a chart. One alone is also what comes after it.
    pub(crate) fn new(data: &[u8]) -> Self {
        let [first, second] = two_files(data);
        let mut sources = Sources::default();
        let base = sources.add("base.yaml", first, Syntax::Yaml);
        let revision = sources.add("revision.yaml", second, Syntax::Yaml);
        let revision = match Part::of(&sources, revision) {
            Part::Proposal => Chain {
                proposals: vec![revision],
                ..alone(base)
            },
            _ => alone(revision),
        };
        Given {
            base: alone(base),
            revision,
            sources,
        }
    }

    /// Both, opened.
    pub(crate) fn open(&self) -> [Opened; 2] {
        [&self.base, &self.revision].map(|chain| rokade::open_chain(&self.sources, chain))
    }
}

/// A chart of one file.
pub(crate) fn alone(file: SourceId) -> Chain {
    Chain {
        root: Ok(vec![file]),
        proposals: Vec::new(),
    }
}

fn two_files(data: &[u8]) -> [Vec<u8>; 2] {
    if let [ROLLS, rolls @ ..] = data {
        return rolled(rolls);
    }
    match cut(data) {
        Some((first, second)) => [first.to_vec(), second.to_vec()],
        None => [data.to_vec(), data.to_vec()],
    }
}

/// The two parts that a line cuts.
pub(crate) fn cut(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = data.windows(CUT.len()).position(|some| some == CUT)?;
    Some((&data[..at], &data[at + CUT.len()..]))
}

/// A chart, and its revision or a proposal upon it, of which rolls of dice decide.
fn rolled(bytes: &[u8]) -> [Vec<u8>; 2] {
    // Turn by turn, so that what is put at the end changes nothing before it.
    let mut rolls: [Vec<u16>; 4] = Default::default();
    for (at, roll) in bytes.chunks_exact(2).enumerate() {
        let of = [0, 0, 0, 0, 0, 1, 2, 3][at % 8];
        rolls[of].push(u16::from_le_bytes([roll[0], roll[1]]));
    }
    let [base, edits, plans, events] = rolls;
    let is_proposal = events.len() % 2 == 1;
    let two = Two::of(&base, &edits, &plans);
    let revision = if is_proposal {
        let mut proposal = proposed(&two.base, &mut Dice::new(&events));
        proposal.base = Some("base.yaml".to_owned());
        rokade::write_proposal(&proposal)
    } else {
        rokade::write_chart(&two.revision)
    };
    [
        rokade::write_chart(&two.base).into_bytes(),
        revision.into_bytes(),
    ]
}

/// How to tell what is found: in one language and the other by turns.
pub(crate) fn policy(data: &[u8]) -> Policy {
    let language = if data.len().is_multiple_of(2) {
        Language::Da
    } else {
        Language::En
    };
    Policy {
        language,
        ..Policy::default()
    }
}
