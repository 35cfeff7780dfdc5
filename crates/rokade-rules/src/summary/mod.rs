//! What it means, first of all: three sentences at most, for somebody who reads no further.

mod lines;

use std::fmt::Write as _;

use indexmap::IndexMap;
use rokade_change::{ChangeSet, Renaming, UnitVerdict};
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

pub(crate) fn sentences(
    report: &Report,
    titles: &[String],
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

    let units = |verdict: UnitVerdict| -> usize {
        changes
            .units
            .iter()
            .filter(|u| u.verdict == verdict)
            .count()
    };
    let moved = changes
        .units
        .iter()
        .filter(|u| u.parent_changed || u.relocated)
        .count();
    let balance = &changes.balance;
    let mut sentences = vec![say(
        "what-changes",
        &[
            ("closed", Value::from(units(UnitVerdict::Closed))),
            (
                "joined",
                Value::from(units(UnitVerdict::Merged) + units(UnitVerdict::Split)),
            ),
            ("moved", Value::from(moved)),
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
    unassigned.sort();
    unassigned.dedup();
    let no_posts = balance.posts.unplaced.high() == Some(0);
    let key = match (unassigned.is_empty(), no_posts) {
        (true, true) => "hangs-nothing",
        (false, true) => "hangs-functions",
        (true, false) => "hangs-posts",
        (false, false) => "hangs-both",
    };
    sentences.push(say(
        key,
        &[
            ("functions", Value::Texts(unassigned)),
            ("posts", Value::from(balance.posts.unplaced)),
        ],
    )?);

    let key = if titles.is_empty() {
        "weigh-nothing"
    } else {
        "weigh"
    };
    let mut values = counts.to_vec();
    values.push(("titles", Value::Text(in_a_row(titles))));
    sentences.push(say(key, &values)?);
    Ok(sentences)
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
