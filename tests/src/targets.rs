//! What is tried on any bytes at all: the public functions, each with what must hold of it. A
//! target panics where it does not hold.
//!
//! The tests run them on edited seeds, and `fuzz/` on what a coverage-guided fuzzer comes up with.
//! Nothing here catches a panic or chooses bytes: that is for whoever runs a target.

mod changed;
pub mod edits;
mod given;
mod heard;
mod printed;
mod read;
pub mod seeds;
mod well_formed;
mod written;

pub use changed::{apply, diff, script};
pub use heard::{extract, note};
pub use printed::{papers, report};
pub use read::{load, table};
pub use well_formed::well_formed;
pub use written::rewrite;

/// A function that is tried on any bytes.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name: that of the program in `fuzz/` and of the folder of what once failed.
    pub name: &'static str,
    /// Tries it, and tells in a number what came of it: bytes with another number did something
    /// else.
    pub run: fn(&[u8]) -> u64,
    /// What is edited to make more.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// How many of a thousand executions it gets: the quicker, the more.
    pub share: u32,
}

/// Every target.
pub const ALL: [Target; 10] = [
    Target {
        name: "load",
        run: load,
        seeds: seeds::files,
        share: 330,
    },
    Target {
        name: "table",
        run: table,
        seeds: seeds::tables,
        share: 150,
    },
    Target {
        name: "rewrite",
        run: rewrite,
        seeds: seeds::files,
        share: 200,
    },
    Target {
        name: "apply",
        run: apply,
        seeds: seeds::pairs,
        share: 110,
    },
    Target {
        name: "diff",
        run: diff,
        seeds: seeds::pairs,
        share: 40,
    },
    Target {
        name: "script",
        run: script,
        seeds: seeds::pairs,
        share: 60,
    },
    Target {
        name: "extract",
        run: extract,
        seeds: seeds::responses,
        share: 50,
    },
    Target {
        name: "note",
        run: note,
        seeds: seeds::hearings,
        share: 25,
    },
    Target {
        name: "report",
        run: report,
        seeds: seeds::pairs,
        share: 25,
    },
    Target {
        name: "papers",
        run: papers,
        seeds: seeds::pairs,
        share: 10,
    },
];

/// A number for what came of bytes: the same for the same words, in whatever order they came.
pub(crate) fn number<T: std::hash::Hash + Ord>(words: impl IntoIterator<Item = T>) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let words: std::collections::BTreeSet<T> = words.into_iter().collect();
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
