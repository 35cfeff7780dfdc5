//! Good files made bad: every change here makes a file wrong for certain, whatever the file says.
//!
//! A change is made at a field (`key: value`), at a line or to the whole file; each is known by
//! its name. What is made is always the same.

mod fields;
mod lines;

use std::collections::BTreeSet;

pub use fields::{Field, fields};

/// What was made of a good file.
pub struct Mutant {
    /// The change, and where it was made.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// At most so many of one change are made to a file, spread over it.
const OF_EACH: usize = if cfg!(debug_assertions) { 1 } else { 4 };

/// All that is made of a good file of YAML, each with another text.
pub fn mutants(text: &str) -> Vec<Mutant> {
    let mut all = Vec::new();
    let mut seen: BTreeSet<Vec<u8>> = [text.as_bytes().to_vec()].into();
    let mut add = |name: String, bytes: Vec<u8>| {
        if seen.insert(bytes.clone()) {
            all.push(Mutant { name, bytes });
        }
    };
    let found = fields(text);
    for change in fields::CHANGES {
        let made: Vec<(usize, String)> = found
            .iter()
            .filter_map(|field| Some((field.line, (change.make)(text, field)?)))
            .collect();
        for (line, text) in spread(made) {
            add(format!("{} in line {line}", change.name), text.into_bytes());
        }
    }
    for change in lines::CHANGES {
        let lines = text.lines().enumerate();
        let made = lines.filter_map(|(at, line)| Some((at + 1, (change.make)(line)?)));
        for (at, line) in spread(made.collect()) {
            add(
                format!("{} in line {at}", change.name),
                lines::with(text, at, &line),
            );
        }
    }
    for (name, make) in lines::WHOLE {
        add((*name).to_owned(), make(text));
    }
    all
}

/// Some of many, from all over.
fn spread<T>(all: Vec<T>) -> Vec<T> {
    let count = all.len();
    let chosen = |at: &usize| (0..OF_EACH).any(|n| n * count / OF_EACH == *at);
    let all = all.into_iter().enumerate();
    all.filter(|(at, _)| chosen(at))
        .map(|(_, one)| one)
        .collect()
}
