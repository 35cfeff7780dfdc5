//! The file itself, and what a report of several files says.

use std::fmt::Write as _;

use super::*;

#[test]
fn a_unit_that_had_only_units_below_it_becomes_empty() {
    let chart = |parent: &str| {
        format!(
            "units:
  kommune: {{ name: Kommunen }}
  afd: {{ name: Afdelingen, parent: kommune }}
  job: {{ name: Jobcenter, parent: {parent} }}
staff: {{ vejledere: {{ title: Vejleder, unit: job, count: 8 }} }}
"
        )
    };
    let finding = one(diff("empty-unit", &chart("afd"), &chart("kommune")));
    assert_eq!(members(&finding), ["afd"]);
    assert_eq!(
        finding.data["units_before"],
        rokade_core::finding::Value::Number(1)
    );
}

#[test]
fn of_several_charts_errors_come_first_and_none_is_complete_alone() {
    let policy = Policy {
        language: Language::En,
        ..Policy::default()
    };
    let warned = check_text(
        "rokade: 1\nunits: { a: { name: ' A' }, b: { name: B, parent: a } }\n",
        &policy,
    );
    let broken = check_text("rokade: 1\nunits: { a: [\n", &policy);
    assert!(warned.complete && !broken.complete);
    let severities = |report: &Report| -> Vec<Severity> {
        let findings = report.findings.iter();
        findings.map(|finding| finding.severity).collect()
    };
    let (first, last) = (severities(&warned), severities(&broken));
    assert!(
        !first.is_empty() && !first.contains(&Severity::Error),
        "{first:?}"
    );
    for reports in [vec![warned.clone(), broken.clone()], vec![broken, warned]] {
        let merged = rokade_rules::merge(reports, &policy).expect("every sentence can be made");
        assert!(!merged.complete);
        assert_eq!(severities(&merged), [last.clone(), first.clone()].concat());
    }
}

#[test]
fn an_allowance_counts_until_its_day_is_past() {
    let told = |until: &str, as_of: &str| {
        let report = check(
            "budget-over-frame",
            &format!(
                "{as_of}units:
  job: {{ name: Jobcenter, budget: 40, allow: [{{ rule: budget-over-frame, until: {until}, because: Aftalt }}] }}
  hus: {{ name: Huset, parent: job, budget: 50 }}
"
            ),
        );
        one(report).allowed.is_some()
    };
    assert!(told("2021-06-30", "as_of: 2021-06-30\n"));
    assert!(!told("2021-06-29", "as_of: 2021-06-30\n"));
    // Of a month some day of which is still to come nothing is past.
    assert!(told("2021-06", "as_of: 2021-06-30\n"));
    assert!(told("2021-06-29", ""));
}

#[test]
fn a_large_chart_that_does_not_line_up_is_not_judged_either() {
    let chart = |prefix: &str, title: &str| {
        let mut text = "units: { job: { name: Jobcenter } }\nstaff:\n".to_owned();
        for i in 0..5_000 {
            let _ = writeln!(text, "  {prefix}{i}: {{ title: {title} {i}, unit: job }}");
        }
        text
    };
    let (base, other) = (chart("r", "Rådgiver"), chart("v", "Vejleder"));
    assert!(diff("moved-staff", &base, &base).complete);
    assert!(!diff("moved-staff", &base, &other).complete);
}

/// The helps of a rule on the file.
fn helps(report: &Report) -> Vec<&str> {
    let findings = report.findings.iter();
    findings
        .filter_map(|finding| finding.help.as_deref())
        .collect()
}

#[test]
fn a_key_that_is_not_there_is_told_with_what_was_likely_meant() {
    let told = |chart: &str| {
        let report = check("unknown-key", chart);
        (messages(&report).join("; "), helps(&report).join("; "))
    };
    let key = |key: &str| format!("The format has no key `{key}` here.");
    let (message, help) = told("units: { job: { nmae: Jobcenter } }\n");
    assert_eq!(
        (message, help),
        (key("nmae"), "Did you mean `name`?".to_owned())
    );
    let (message, help) = told("units: { job: { name: Jobcenter, qqqqq: 1 } }\n");
    assert_eq!(message, key("qqqqq"));
    assert!(help.starts_with("Take it out"), "{help}");
    for proposal in ["events", "set"] {
        let (message, help) = told(&format!("{proposal}: []\n"));
        assert_eq!(message, key(proposal));
        assert!(help.starts_with("Only a proposal has"), "{help}");
    }
    // The rest of a title that fell apart may be somebody's name; that of a unit is none.
    let (message, help) = told("staff: { r: { title: Rådgiver, faglig leder } }\n");
    assert_eq!(message, key("…"));
    assert!(help.starts_with("A text fell apart at a comma"), "{help}");
    let (message, _) = told("units: { job: { name: Job, Ydelse og mere } }\n");
    assert_eq!(message, key("Ydelse og mere"));
    let (message, _) = told("staff: { r: { title: Rådgiver, qqqqq: 1 } }\n");
    assert_eq!(message, key("qqqqq"));
}

#[test]
fn a_section_at_the_top_of_a_proposal_is_shown_where_it_goes() {
    let mut sources = Sources::default();
    let base = "rokade: 1\nunits: { job: { name: Jobcenter } }\n";
    let base = sources.add("base.yaml", base.as_bytes(), Syntax::Yaml);
    let proposal = "rokade: 1\nbase: base.yaml\nsett: {}\nunits: { hus: { name: Huset } }\n";
    let proposal = sources.add("proposal.yaml", proposal.as_bytes(), Syntax::Yaml);
    let chain = Chain {
        root: Ok(vec![base]),
        proposals: vec![proposal],
    };
    let opened = rokade::open_chain(&sources, &chain);
    let report = rokade::check(&sources, &opened, &only("unknown-key"));
    let report = report.expect("every sentence can be made");
    let helps = helps(&report);
    assert_eq!(helps.len(), 2, "{helps:?}");
    assert!(helps.contains(&"Did you mean `set`?"), "{helps:?}");
    let of_section = helps.iter().find(|help| help.starts_with("In a proposal"));
    assert!(
        of_section.is_some_and(|help| help.contains("`units` goes under `set`")),
        "{helps:?}"
    );
}

#[test]
fn a_word_of_the_language_in_place_of_an_id_is_told_as_the_formats() {
    let help = |chart: &str| {
        let report = check("unknown-reference", chart);
        helps(&report).join("; ")
    };
    let word = |word: &str| format!("Did you mean `{word}`? It is the format's word for that.");
    assert_eq!(
        help("units: { a: { name: A, head: ledig } }\n"),
        word("vacant")
    );
    assert_eq!(
        help("units: { a: { name: A, head: ingen } }\n"),
        word("none")
    );
    assert_eq!(
        help("units: { a: { name: A, parent: uafklaret } }\n"),
        word("undecided")
    );
    assert_eq!(
        help("units: { a: { name: A, site: uafklaret } }\n"),
        word("undecided")
    );
    assert_eq!(
        help("staff: { r: { title: R, unit: uafklaret } }\n"),
        word("undecided")
    );
    let decided = "units: { a: { name: A } }\nfunctions: { f: { name: F, responsible: a, decided_by: medarbejderne } }\n";
    assert_eq!(help(decided), word("performers"));
    // It is meant as a word where the format has one there.
    assert!(help("units: { a: { name: A, parent: ingen } }\n").starts_with("Mend the id"));
    // Units end; bodies do not.
    let ended = "put it under `ended`";
    let units = help("units: { a: { name: A, parent: qqqqq } }\n");
    assert!(units.contains(ended), "{units}");
    let steps = "process: { steps: [{ id: s, kind: hearing, body: qqqqq, from: 2021-02-01 }] }\n";
    let bodies = help(steps);
    assert!(!bodies.is_empty() && !bodies.contains(ended), "{bodies}");
}

#[test]
fn what_stands_in_place_of_a_number_of_posts_may_be_a_name_and_is_not_told() {
    let told = |chart: &str| {
        let report = check("wrong-type", chart);
        (messages(&report).join("; "), helps(&report).join("; "))
    };
    let (message, _) = told("staff: { r: { title: R, count: faglig leder } }\n");
    assert!(
        !message.is_empty() && !message.contains("faglig"),
        "{message}"
    );
    // A number is no name, whatever it stood in.
    let (_, help) = told("staff: { r: { title: R, count: 10 stillinger } }\n");
    assert!(help.contains("`10`"), "{help}");
    let (_, help) = told("staff: { r: { title: R, count: cirka 10 } }\n");
    assert!(!help.contains("ca. 10"), "{help}");
    let (_, help) = told("target_groups: { g: { name: G, citizens: cirka 10 } }\n");
    assert!(help.contains("`ca. 10`"), "{help}");
    let (message, _) = told("functions: { f: { name: F, kind: faglig leder } }\n");
    assert!(message.contains("faglig leder"), "{message}");
    let few =
        told("units: { a: { name: A }, b: { name: B } }\ninterfaces: [{ id: i, units: [a] }]\n");
    let same = told(
        "units: { a: { name: A }, b: { name: B } }\nco_locations: [{ id: i, units: [a], because: X }]\n",
    );
    assert_ne!(few, same);
}
