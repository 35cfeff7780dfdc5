//! Every rule on every pair of charts, one snapshot a rule: a rule that fires on another's pair
//! shows at once. The same chart twice gives nothing, and every line balances.
//!
//! `INSTA_UPDATE=always cargo test -p rokade-tests --test pairs` accepts what is found; read it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use rokade::{Certainty, Opened, Policy, Report, ReportFinding, Sources, Span, catalogue};
use rokade_tests::generate::{Pair, pairs, read, whole_charts};
use rokade_tests::open_yaml;

fn open(sources: &mut Sources, file: &Path) -> Opened {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    open_yaml(sources, &name, &read(file))
}

fn compare(pair: &Pair) -> (Sources, Opened, Opened, Report) {
    let mut sources = Sources::default();
    let base = open(&mut sources, &pair.base);
    let revision = open(&mut sources, &pair.revision);
    let report = rokade::diff(&sources, &base, &revision, &Policy::default());
    let report = report.unwrap_or_else(|error| panic!("{}: {error}", pair.name));
    (sources, base, revision, report)
}

/// `pair: severity certainty message [subjects]`, and under it all else that is said of it: what it
/// follows from, for how many, the places, what would mend it.
fn told(pair: &Pair, sources: &Sources, finding: &ReportFinding) -> String {
    let certainty = match finding.certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
    };
    let members = finding.members.iter().map(|member| {
        let part = if member.part.is_empty() { "" } else { "/" };
        format!("{}{part}{}", member.subject, member.part)
    });
    let mut text = format!(
        "{}: {} {certainty} {} [{}]\n",
        pair.name,
        finding.severity.name(),
        in_one_line(&finding.message),
        members.collect::<Vec<_>>().join(" "),
    );
    let mut more = |what: &str| {
        let _ = writeln!(text, "    {what}");
    };
    let subjects = finding.cause.subjects.iter();
    let subjects: Vec<String> = subjects.map(ToString::to_string).collect();
    more(&format!(
        "after {} {}",
        finding.cause.kind,
        subjects.join(" ")
    ));
    for (of, quantity) in [("posts", &finding.posts), ("citizens", &finding.citizens)] {
        if let Some(quantity) = quantity {
            more(&format!(
                "{of} {}",
                serde_json::to_string(quantity).expect("it is plain data")
            ));
        }
    }
    for label in &finding.labels {
        let place = place(sources, label.span);
        more(&format!("at {place} {}", in_one_line(&label.text)));
    }
    for act in &finding.caused_by {
        let place = act.span.map(|span| place(sources, span));
        more(&format!("by {} {}", act.action, place.unwrap_or_default()));
    }
    if let Some(help) = &finding.help {
        more(&format!("help: {}", in_one_line(help)));
    }
    text
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file and the line.
fn place(sources: &Sources, span: Span) -> String {
    let source = sources.get(span.source);
    let name = Path::new(&*source.name).file_name().unwrap_or_default();
    let line = source.line_column(span.start as usize).line;
    format!("{}:{line}", name.to_string_lossy())
}

#[test]
fn every_rule_on_every_pair() {
    let mut said: BTreeMap<&str, String> = catalogue::rules()
        .map(|rule| (rule.name, String::new()))
        .collect();
    for pair in pairs() {
        let (sources, _, _, report) = compare(&pair);
        for finding in &report.findings {
            let lines = said.entry(finding.rule).or_default();
            lines.push_str(&told(&pair, &sources, finding));
        }
    }
    // Every rule that differs is shown in one run, not the first alone.
    let differs: Vec<&str> = said
        .into_iter()
        .filter(|(rule, lines)| {
            let lines = if lines.is_empty() {
                "(nothing)"
            } else {
                lines.trim_end()
            };
            std::panic::catch_unwind(|| insta::assert_snapshot!(*rule, lines)).is_err()
        })
        .map(|(rule, _)| rule)
        .collect();
    assert!(
        differs.is_empty(),
        "these rules say something else: {differs:?}"
    );
}

#[test]
fn every_snapshot_is_of_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let rules: BTreeSet<&str> = catalogue::rules().map(|rule| rule.name).collect();
    let files = std::fs::read_dir(&folder).expect("there are snapshots");
    for file in files.filter_map(Result::ok) {
        let name = file.file_name().to_string_lossy().into_owned();
        let rule = name
            .strip_prefix("pairs__")
            .and_then(|name| name.strip_suffix(".snap"));
        if let Some(rule) = rule {
            assert!(rules.contains(rule), "{name} is of no rule");
        }
    }
}

#[test]
fn the_same_chart_twice_gives_nothing() {
    let mut wrong = Vec::new();
    for file in whole_charts() {
        let mut sources = Sources::default();
        let base = open(&mut sources, &file);
        let revision = open(&mut sources, &file);
        let report = rokade::diff(&sources, &base, &revision, &Policy::default());
        let report = report.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let findings = report
            .findings
            .iter()
            .map(|f| format!("{}: {}", f.rule, f.message));
        let changes = report.changes.iter().map(|change| format!("{change:?}"));
        wrong.extend(
            findings
                .chain(changes)
                .map(|what| format!("{}: {what}", file.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_line_balances() {
    for pair in pairs() {
        let (_, base, revision, report) = compare(&pair);
        let changes = rokade::changes(&base.chart, &revision.chart);
        assert!(
            changes.balance.holds(),
            "{}: {:?}",
            pair.name,
            changes.balance
        );
        let Some(balance) = report.balance else {
            // Nothing is counted where too little could be followed.
            let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule).collect();
            assert_eq!(rules, ["charts-do-not-line-up"], "{}", pair.name);
            continue;
        };
        let parts: u64 = balance
            .functions
            .iter()
            .filter(|(key, _)| *key != "all")
            .map(|(_, n)| n)
            .sum();
        assert_eq!(balance.functions["all"], parts, "{}", pair.name);
        assert_eq!(
            balance.functions["all"],
            base.chart.functions().len() as u64,
            "{}",
            pair.name
        );
        // Functions and posts, and then a line for each kind of change that has one.
        assert!(balance.sentences.len() >= 2, "{}", pair.name);
    }
}

#[test]
fn the_written_charts_are_good_files() {
    let faults = whole_charts().into_iter().flat_map(|file| {
        let opened = open(&mut Sources::default(), &file);
        assert!(opened.complete, "{} is read to its end", file.display());
        opened
            .faults
            .into_iter()
            .map(move |fault| format!("{}: {fault:?}", file.display()))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
