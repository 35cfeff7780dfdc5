//! What it means, first of all: three sentences at most, for somebody who reads no further.

mod lines;

use std::fmt::Write as _;

use indexmap::IndexMap;
use rokade_change::{ChangeKind, ChangeSet, Renaming, UnitVerdict};
use rokade_core::entry::Language;
use rokade_core::finding::{Severity, Value};
use rokade_core::report::Report;
use rokade_core::words::{NAMES_IN_A_SENTENCE, Speaker, Words, WordsError};

pub(crate) use lines::{contents, evidence, lines};

/// The sentences of summaries.
pub(crate) fn words(language: Language) -> Result<Words, WordsError> {
    let text = match language {
        Language::Da => include_str!("da.ftl"),
        Language::En => include_str!("en.ftl"),
    };
    Words::new(language, text)
}

/// The rules whose errors a summary tells in words of its own: who is left hanging, and how many.
pub(crate) const TOLD_IN_WORDS: [&str; 2] = ["unassigned-responsibility", "unplaced-staff"];

/// The titles of the rules that have found something, worst first.
#[derive(Default)]
pub(crate) struct Titles {
    pub(crate) errors: Vec<String>,
    pub(crate) warnings: Vec<String>,
}

pub(crate) fn sentences(
    report: &Report,
    titles: &Titles,
    changes: Option<&ChangeSet>,
    speaker: &Speaker<'_>,
    words: &Words,
) -> Result<Vec<String>, WordsError> {
    let say = |key: &str, values: &[(&'static str, Value)]| {
        let values: IndexMap<&'static str, Value> = values.iter().cloned().collect();
        words.format(key, &speaker.args([&values]))
    };
    let counts = [
        ("errors", Value::from(report.count(Severity::Error))),
        ("warnings", Value::from(report.count(Severity::Warning))),
        ("notes", Value::from(report.count(Severity::Note))),
    ];
    if !report.complete {
        let strangers = report
            .findings
            .iter()
            .any(|f| f.rule == "charts-do-not-line-up");
        let key = if strangers { "strangers" } else { "incomplete" };
        return Ok(vec![say(key, &counts)?]);
    }
    let Some(changes) = changes else {
        let key = if report.findings.is_empty() {
            "check-clean"
        } else {
            "check-found"
        };
        return Ok(vec![say(key, &counts)?]);
    };
    let is_renamed = |rename: &rokade_change::Rename| rename.name == Renaming::Renamed;
    let says_the_same = changes.changes.is_empty() && !changes.renames.iter().any(is_renamed);
    if says_the_same && report.findings.is_empty() {
        return Ok(vec![say("nothing-changes", &[])?]);
    }

    let balance = &changes.balance;
    let of_units = of_units(changes, speaker, words)?;
    let mut sentences = vec![say(
        "what-changes",
        &[
            ("units", Value::Texts(of_units)),
            ("posts", Value::from(balance.posts.moved)),
            ("all_posts", Value::from(balance.posts.all)),
            (
                "functions",
                Value::from(balance.functions.moved + balance.functions.split),
            ),
            ("all_functions", Value::from(balance.functions.all)),
        ],
    )?];

    let hanging = report.findings.iter();
    let hanging = hanging.filter(|f| f.rule == "unassigned-responsibility");
    let mut unassigned: Vec<String> = hanging
        .flat_map(|finding| finding.members.iter().map(|member| member.name.clone()))
        .collect();
    unassigned.sort_unstable();
    unassigned.dedup();
    let mut parts = Vec::new();
    if !unassigned.is_empty() {
        let functions = Value::Names(unassigned);
        parts.push(say("hangs-functions", &[("functions", functions)])?);
    }
    if balance.posts.unplaced.high() != Some(0) {
        let posts = Value::from(balance.posts.unplaced);
        parts.push(say("hangs-posts", &[("posts", posts)])?);
    }
    if !titles.errors.is_empty() {
        parts.push(in_a_row(&titles.errors));
    }
    sentences.push(if parts.is_empty() {
        say("hangs-nothing", &[])?
    } else {
        say("hangs", &[("things", Value::Text(parts.join("; ")))])?
    });

    let key = if titles.warnings.is_empty() {
        "weigh-nothing"
    } else {
        "weigh"
    };
    let mut values = counts.to_vec();
    values.push(("titles", Value::Text(in_a_row(&titles.warnings))));
    sentences.push(say(key, &values)?);
    Ok(sentences)
}

/// What happened to units, one clause for each kind of change that there is.
fn of_units(
    changes: &ChangeSet,
    speaker: &Speaker<'_>,
    words: &Words,
) -> Result<Vec<String>, WordsError> {
    let verdict = |verdict: UnitVerdict| {
        let units = changes.units.iter();
        units.filter(|unit| unit.verdict == verdict).count()
    };
    let moved = changes.units.iter();
    let moved = moved.filter(|unit| unit.parent_changed || unit.relocated);
    let founded = changes.changes.iter();
    let founded = founded.filter(|change| change.kind == ChangeKind::UnitFounded);
    let joined = verdict(UnitVerdict::Merged) + verdict(UnitVerdict::Split);
    let mut clauses = Vec::new();
    for (key, number) in [
        ("unit-closed", verdict(UnitVerdict::Closed)),
        ("unit-joined", joined),
        ("unit-moved", moved.count()),
        ("unit-founded", founded.count()),
    ] {
        if number > 0 {
            let values: IndexMap<&'static str, Value> =
                [("units", Value::from(number))].into_iter().collect();
            clauses.push(words.format(key, &speaker.args([&values]))?);
        }
    }
    Ok(clauses)
}

/// Titles in the middle of a sentence, which have commas of their own.
fn in_a_row(titles: &[String]) -> String {
    let (told, rest) = titles.split_at(titles.len().min(NAMES_IN_A_SENTENCE));
    let small = |title: &String| {
        let mut letters = title.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.chain(letters).collect::<String>()
    };
    let mut row = told.iter().map(small).collect::<Vec<_>>().join("; ");
    if !rest.is_empty() {
        let _ = write!(row, " +{}", rest.len());
    }
    row
}
