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

#[test]
fn a_unit_is_empty_where_half_of_the_others_are_not() {
    let told = |held: &str| {
        let report = check(
            "empty-unit",
            &format!(
                "units: {{ a: {{ name: A }}, b: {{ name: B }}, c: {{ name: C }} }}\nfunctions:\n{held}"
            ),
        );
        let told = report.findings.iter();
        let told = told.map(|finding| {
            let (_, others) = finding
                .message
                .split_once("for. ")
                .expect("others are told");
            format!("{}: {others}", members(finding).join(" "))
        });
        told.collect::<Vec<String>>()
    };
    let [a, b] =
        ["a", "b"].map(|id| format!("  {id}: {{ name: Opgave {id}, responsible: {id} }}\n"));
    let some = "1 of the 2 others with no units below them are not empty.";
    assert_eq!(told(&a), [format!("b: {some}"), format!("c: {some}")]);
    assert_eq!(
        told(&(a + &b)),
        ["c: The 2 others with no units below them are not empty."]
    );
}

#[test]
fn a_unit_with_a_fault_or_that_a_misspelt_word_means_is_not_told_as_empty() {
    let told = |team: &str, unit: &str| {
        let report = check(
            "empty-unit",
            &format!(
                "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }}, jobteam: {{ name: Teamet{team} }} }}
staff:
  a: {{ title: Rådgiver, unit: job }}
  b: {{ title: Vejleder, unit: hus }}
  c: {{ title: Mentor, unit: {unit} }}
"
            ),
        );
        let told = report.findings.iter();
        let told = told.map(|finding| members(finding).join(" "));
        told.collect::<Vec<String>>().join(" ")
    };
    assert_eq!(told("", "hus"), "jobteam");
    assert_eq!(told("", "jobtaem"), "");
    assert_eq!(told(", hoved: c", "hus"), "");
}

#[test]
fn what_became_empty_is_told_of_what_the_revision_states_at_all() {
    let chart = |unit: &str, staff: &str, functions: &str| {
        let mut text = format!(
            "units: {{ {unit}: {{ name: Jobcenter }}, hus: {{ name: Huset }}, c: {{ name: C }}, d: {{ name: D }} }}\n"
        );
        for (section, of) in [("staff", staff), ("functions", functions)] {
            if !of.is_empty() {
                let _ = writeln!(text, "{section}: {{ {of} }}");
            }
        }
        text.replace("job-2: { name", "job-2: { previously: [job], name")
    };
    let staff = |unit: &str| format!("v: {{ title: Vejleder, unit: {unit}, count: 8 }}");
    let function = |unit: &str| format!("f: {{ name: Jobplaner, responsible: {unit} }}");
    let told = |base: [&str; 2], unit: &str, now: [&str; 2]| {
        let report = diff(
            "empty-unit",
            &chart("job", base[0], base[1]),
            &chart(unit, now[0], now[1]),
        );
        let told = report.findings.iter();
        let told = told.map(|finding| {
            let cause = &finding.cause.subjects[0].id;
            format!("{cause}: {}", finding.message)
        });
        told.collect::<Vec<String>>().join(" ")
    };
    let (own, hus) = (staff("job"), staff("hus"));
    let posts = "job: Jobcenter becomes empty. Today there are 8 posts in it.";
    assert_eq!(told([&own, ""], "job", [&hus, ""]), posts);
    // That posts or functions are not stated does not say that they are gone.
    assert_eq!(told([&own, ""], "job", ["", &function("hus")]), "");
    // It is known by what it was, under whatever id.
    assert_eq!(told([&own, ""], "job-2", [&hus, ""]), posts);
    let functions = "job: Jobcenter becomes empty. Today it is responsible for 1 function.";
    let (own, other) = (function("job"), function("hus"));
    assert_eq!(told(["", &own], "job", ["", &other]), functions);
    assert_eq!(told(["", &own], "job", [&hus, ""]), "");
}

#[test]
fn an_event_is_known_by_its_id_or_by_its_number() {
    let mut sources = Sources::default();
    let base = "rokade: 1\nunits: { job: { name: Jobcenter } }\n";
    let base = sources.add("base.yaml", base.as_bytes(), Syntax::Yaml);
    let proposal = "rokade: 1\nbase: base.yaml
events:
  - rename: { unit: job, name: Jobhuset }
  - close: { unit: hus }
  - { id: luk-team, close: { unit: team } }
";
    let proposal = sources.add("proposal.yaml", proposal.as_bytes(), Syntax::Yaml);
    let chain = Chain {
        root: Ok(vec![base]),
        proposals: vec![proposal],
    };
    let opened = rokade::open_chain(&sources, &chain);
    let report = rokade::check(&sources, &opened, &only("event-not-applicable"));
    let report = report.expect("every sentence can be made");
    let told = messages(&report).into_iter();
    let told: Vec<&str> = told
        .filter_map(|message| message.split_once(" cannot"))
        .map(|(event, _)| event)
        .collect();
    assert_eq!(
        told,
        ["The closing (event no. 2)", "The closing (`luk-team`)"]
    );
}

#[test]
fn each_of_two_names_that_are_nearly_the_same_is_pointed_at() {
    let pointed_at = |units: &str| {
        let report = check("near-duplicate-name", &format!("units:\n{units}"));
        let text = report.sources[0].text.clone();
        let finding = one(report);
        let places = finding.labels.iter().map(|label| &text[label.span.range()]);
        places.map(str::to_owned).collect::<Vec<String>>()
    };
    let above = "  a: { name: Kommunen }\n  b: { name: Borgerservice, parent: a }\n";
    assert_eq!(
        pointed_at(&format!(
            "{above}  c: {{ name: Jobcenter Nord, parent: a }}\n  d: {{ name: Ydelse, also: [Job, Jobcenter nord], parent: b }}\n"
        )),
        ["Jobcenter Nord", "Jobcenter nord"]
    );
    // What has no name goes by its id.
    assert_eq!(
        pointed_at(&format!(
            "{above}  c: {{ name: Ungehuset, parent: a }}\n  ungehuset: {{ parent: b }}\n"
        )),
        ["Ungehuset", "ungehuset"]
    );
}

#[test]
fn an_address_is_one_thing_to_allow() {
    let told = |addresses: usize| {
        let mut chart = "units:\n".to_owned();
        for i in 0..addresses {
            let _ = writeln!(
                chart,
                "  u{i}: {{ name: Huset {i}, purpose: Skriv til post{i}@example.org }}"
            );
        }
        one(check("personal-data", &chart)).members.len()
    };
    assert_eq!(told(1), 1);
    assert_eq!(told(3), 3);
}

#[test]
fn an_allowance_that_covers_nothing_is_told_by_what_it_stands_on() {
    let told = |chart: &str| {
        let report = check("unused-allow", chart);
        one(report).message
    };
    let on = |rule: &str| format!("allow: [{{ rule: {rule}, because: Aftalt }}]");
    let unused = on("several-roots");
    assert_eq!(
        told(&format!(
            "{unused}\nunits: {{ job: {{ name: Jobcenter }} }}\n"
        )),
        "The file allows `several-roots`, but the rule finds nothing."
    );
    assert_eq!(
        told(&format!(
            "units: {{ job: {{ name: Jobcenter, {unused} }} }}\n"
        )),
        "Jobcenter allows `several-roots`, but the rule finds nothing there."
    );
    let unknown = "but there is no rule of that name.";
    let unit = |rule: &str| {
        told(&format!(
            "units: {{ job: {{ name: Job, {} }} }}\n",
            on(rule)
        ))
    };
    assert_eq!(unit("to ord"), format!("Job allows `to ord`, {unknown}"));
    // Two words among staff may be somebody's name; one that could be a rule's is none.
    let staff = |rule: &str| {
        told(&format!(
            "staff: {{ r: {{ title: Rådgiver, {} }} }}\n",
            on(rule)
        ))
    };
    assert_eq!(staff("to ord"), format!("Rådgiver allows `…`, {unknown}"));
    assert_eq!(
        staff("moved-staf"),
        format!("Rådgiver allows `moved-staf`, {unknown}")
    );
}

#[test]
fn what_may_be_a_name_leaves_no_trace_in_what_a_finding_is_known_by() {
    let known_by = |chart: &str| {
        let finding = one(check("wrong-type", chart));
        let member = finding.members.into_iter().next().expect("it has one");
        (member.part, member.fingerprint, finding.fingerprint)
    };
    let staff =
        |count: &str| known_by(&format!("staff: {{ r: {{ title: R, count: {count} }} }}\n"));
    assert_eq!(staff("faglig leder"), staff("anden leder"));
    // What can be told tells one fault from another.
    let function = |kind: &str| {
        known_by(&format!(
            "functions: {{ f: {{ name: F, kind: {kind} }} }}\n"
        ))
    };
    let (one, other) = (function("faglig"), function("anden"));
    assert!(
        one.0 != other.0 && one.1 != other.1 && one.2 != other.2,
        "{one:?} {other:?}"
    );
}

#[test]
fn a_measure_that_is_not_known_is_not_told_with_keys() {
    let finding = one(check(
        "unknown-key",
        "commitments: [{ id: c, text: Ingen flytter, at_most: { xyzzy: 3 } }]\n",
    ));
    let help = finding.help.expect("it says how to mend it");
    assert!(help.starts_with("Take it out, or see"), "{help}");
}
