//! Where each of many has many others, what a finding carries of them does not grow with them.

use std::fmt::Write as _;

use rokade::{Chain, Policy, Report, ReportFinding, Sources, Syntax};
use rokade_tests::{check_text, diff_text};

/// The finding of a rule that is about one thing.
fn one<'r>(report: &'r Report, rule: &str, id: &str) -> &'r ReportFinding {
    let mut all = report.findings.iter().filter(|finding| {
        finding.rule == rule && finding.members.iter().any(|one| &*one.subject.id == id)
    });
    all.next().expect("it is found")
}

fn list(finding: &ReportFinding, key: &str) -> (Vec<String>, u64) {
    let data = serde_json::to_value(&finding.data[key]).expect("data are JSON");
    let first = data["first"].as_array().expect("a list");
    let ids = first
        .iter()
        .map(|one| one["id"].as_str().expect("an id").to_owned());
    (ids.collect(), data["others"].as_u64().expect("a number"))
}

/// One adviser in each of some units, and several in two: the one at the end is the largest.
fn advisers(units: usize) -> String {
    let mut text = String::from(
        "rokade: 1\nsites: { hus: { name: Huset } }\nfunctions:\n  ydelse: { name: Ydelse, kind: citizen, responsible: u0 }\nunits:\n",
    );
    for at in 0..units {
        let _ = writeln!(text, "  u{at}: {{ name: Enhed {at}, site: hus }}");
    }
    text.push_str("staff:\n");
    for at in 0..units {
        let count = if at + 1 == units { 9 } else { 1 };
        let _ = writeln!(
            text,
            "  s{at}: {{ title: Rådgiver {at}, unit: u{at}, count: {count}, performs: [ydelse] }}"
        );
    }
    text
}

#[test]
fn those_who_do_the_same_elsewhere_are_counted_beyond_the_largest() {
    let report = check_text(&advisers(60), &Policy::default());
    let (first, others) = list(one(&report, "isolated-specialists", "s0"), "elsewhere");
    assert_eq!(first.len() as u64 + others, 59);
    assert_eq!((first.len(), first[0].as_str()), (20, "s59"));
    let finding = one(&report, "isolated-specialists", "s0");
    assert!(finding.message.contains("+55"), "{}", finding.message);

    let few = check_text(&advisers(4), &Policy::default());
    let (first, others) = list(one(&few, "isolated-specialists", "s0"), "elsewhere");
    assert_eq!((first.join(" "), others), ("s3 s1 s2".to_owned(), 0));
}

/// Teams of one house under one unit; each that has moved sits in the other house. One has no
/// posts, and the first works with the second.
fn teams(teams: usize, moved: &[usize]) -> String {
    let mut text = String::from(
        "rokade: 1\nsites: { hus: { name: Huset }, nyt: { name: Det nye } }\nunits:\n  alle: { name: Alle, site: hus }\n",
    );
    for at in 0..teams {
        let site = if moved.contains(&at) { "nyt" } else { "hus" };
        let _ = writeln!(
            text,
            "  t{at}: {{ name: Team {at}, parent: alle, site: {site} }}"
        );
    }
    text.push_str("staff:\n");
    for at in 0..teams - 1 {
        let count = at + 1;
        let _ = writeln!(
            text,
            "  s{at}: {{ title: Medarbejder {at}, unit: t{at}, count: {count} }}"
        );
    }
    text.push_str("interfaces:\n  - { id: sammen, units: [t0, t1], strength: daily }\n");
    text
}

#[test]
fn those_who_stay_are_counted_beyond_the_largest() {
    let report = diff_text(&teams(60, &[]), &teams(60, &[0, 5]), &Policy::default());
    // It works with one of the 57 others who stay and have posts.
    let finding = one(&report, "left-neighbours", "t0");
    let (first, others) = list(finding, "stay");
    assert_eq!((first.len(), first.len() as u64 + others), (20, 57));
    assert_eq!(first[0], "t58");
    let (none, others) = list(finding, "stay_uncounted");
    assert_eq!((none.join(" "), others), ("t59".to_owned(), 0));

    // Without the rest, each who stays is named; the one it works with is told in its own words.
    let report = diff_text(&teams(4, &[]), &teams(4, &[0]), &Policy::default());
    let finding = one(&report, "left-neighbours", "t0");
    assert_eq!(list(finding, "stay").0.join(" "), "t2 t1");
    assert!(finding.message.contains("Team 1"), "{}", finding.message);
}

/// Teams that all do one thing beside the other, and a proposal that moves each by an event of its own.
fn leaving(teams: usize) -> (String, String) {
    let mut base = String::from(
        "rokade: 1\nsites: { hus: { name: Huset }, nyt: { name: Det nye } }\nco_locations:\n  - { id: sammen, functions: [ydelse, tolk] }\nunits:\n  alle: { name: Alle, site: hus }\n",
    );
    let mut proposal = String::from("rokade: 1\nbase: base.yaml\nevents:\n");
    for at in 0..teams {
        let _ = writeln!(
            base,
            "  t{at}: {{ name: Team {at}, parent: alle, site: hus }}"
        );
        let _ = writeln!(proposal, "  - relocate: {{ unit: t{at}, to: nyt }}");
    }
    base.push_str("staff:\n  tolke: { title: Tolk, unit: alle, count: 9, performs: [tolk] }\n");
    for at in 0..teams {
        let _ = writeln!(
            base,
            "  s{at}: {{ title: Rådgiver {at}, unit: t{at}, count: 1, performs: [ydelse] }}"
        );
    }
    base.push_str("functions:\n  ydelse: { name: Ydelse, kind: citizen, responsible: alle }\n  tolk: { name: Tolkning, kind: support, responsible: alle }\n");
    (base, proposal)
}

/// The report on a proposal beside the chart that it stands on.
fn proposal_text(base: &str, proposal: &str) -> Report {
    let mut sources = Sources::default();
    let mut add = |name: &str, text: &str| sources.add(name, text.as_bytes(), Syntax::Yaml);
    let (file, events) = (add("base.yaml", base), add("proposal.yaml", proposal));
    let base = rokade::open(&sources, &[file]);
    let chain = Chain {
        root: Ok(vec![file]),
        proposals: vec![events],
    };
    let revision = rokade::open_chain(&sources, &chain);
    let report = rokade::diff(&sources, &base, &revision, &Policy::default());
    report.expect("every sentence can be made")
}

#[test]
fn events_that_cause_it_together_are_counted_beyond_the_first() {
    let caused = |teams: usize| {
        let (base, proposal) = leaving(teams);
        let report = proposal_text(&base, &proposal);
        let broken = report
            .findings
            .iter()
            .find(|finding| finding.rule == "broken-co-location");
        let finding = broken.expect("none of them is there any more");
        (finding.caused_by.len(), finding.caused_by_others)
    };
    assert_eq!(caused(4), (4, 0));
    assert_eq!(caused(60), (20, 40));
}

#[test]
fn personal_data_are_counted_beyond_the_places_that_are_kept() {
    let found = |addresses: usize| {
        let mut text = String::from("rokade: 1\nunits:\n");
        for at in 0..addresses {
            let _ = writeln!(
                text,
                "  u{at}: {{ name: Enhed {at} }} # post{at}@kommune.dk"
            );
        }
        let report = check_text(&text, &Policy::default());
        let finding = report
            .findings
            .iter()
            .find(|one| one.rule == "personal-data");
        let finding = finding.expect("they are addresses");
        let marks: Vec<&str> = finding
            .members
            .iter()
            .map(|one| one.part.as_str())
            .collect();
        let last = marks.last().copied().unwrap_or_default().to_owned();
        (finding.message.clone(), finding.labels.len(), last)
    };
    let (message, labels, _) = found(1_000);
    assert!(message.starts_with("1000 "), "{message}");
    assert_eq!(labels, 1_000);
    let (message, labels, last) = found(1_234);
    assert!(message.starts_with("1234 "), "{message}");
    assert_eq!((labels, last.as_str()), (1_000, "email +234"));
}

/// What is written of many does not grow with their square.
#[test]
fn twice_as_many_make_a_report_twice_as_long() {
    let length = |units: usize| {
        let report = check_text(&advisers(units), &Policy::default());
        let data = report.findings.iter().map(|finding| &finding.data);
        let written = data.map(|data| serde_json::to_string(data).expect("data are JSON").len());
        written.sum::<usize>()
    };
    let (some, twice) = (length(200), length(400));
    assert!(twice < some * 5 / 2, "{some} bytes became {twice}");
}
