//! SARIF by itself; that it holds to its schema is tested with every rule there is.

use rokade_core::report::RuleInfo;
use serde_json::Value;

use super::*;
use crate::fixture::{HOSTILE, aalborg, hostile, known, report};

fn catalogue() -> Vec<RulePage> {
    let rule = |name: &str| RulePage {
        info: RuleInfo {
            name: name.to_owned(),
            family: "place".to_owned(),
            severity: Severity::Warning,
            scope: RuleScope::Pair,
            certainty: RuleCertainty::Either,
            title: format!("Hvad {name} finder"),
        },
        what: "Hvad.".to_owned(),
        help: "Hvad og hvorfor.".to_owned(),
        page: format!("# {name}\n\n```yaml\nunits: {{ a: {{}} }}\n```\n"),
    };
    ["moved-unit", "unplaced-staff"].map(rule).into()
}

fn run(report: &Report) -> Value {
    let mut out = Vec::new();
    render(report, &|_| Ok(catalogue()), &mut out).unwrap();
    let log: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    log["runs"][0].clone()
}

#[test]
fn a_finding_has_its_rule_and_its_places_in_both_charts() {
    let run = run(&aalborg(Language::Da));
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["language"], "da");
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[index as usize]["id"], result["ruleId"]);
        }
    }
    assert_eq!(results[3]["ruleIndex"], 0);
    assert_eq!(results[0].get("ruleIndex"), None);
    let first = &results[0];
    let own = &first["locations"][0];
    let file = &own["physicalLocation"]["artifactLocation"];
    assert_eq!(file["uri"], "orgs/aalborg-integration/proposal.yaml");
    assert_eq!(file["uriBaseId"], ROOT);
    assert_eq!(own["properties"]["side"], "revision");
    let artifact = &run["artifacts"][file["index"].as_u64().unwrap() as usize];
    assert_eq!(artifact["location"]["uri"], file["uri"]);
    let related = first["relatedLocations"].as_array().unwrap();
    assert_eq!(related.len(), 4);
    let base: Vec<&Value> = related
        .iter()
        .filter(|one| one["properties"]["side"] == "base")
        .collect();
    assert_eq!(base.len(), 3);
    assert_eq!(base[0]["message"]["text"], "har ansvaret i dag");
    let marks = &first["partialFingerprints"];
    let members = marks["rokadeMembers/v1"].as_str().unwrap();
    assert_eq!(members.split(' ').count(), 2);
}

#[test]
fn a_file_that_is_read_twice_is_one_artifact() {
    let mut report = aalborg(Language::Da);
    let (base, revision) = (report.sources[0].clone(), report.sources[1].clone());
    report.sources = vec![base.clone(), base, revision];
    for label in report.findings.iter_mut().flat_map(|f| &mut f.labels) {
        label.span.source.0 *= 2;
    }
    let run = run(&report);
    assert_eq!(run["artifacts"].as_array().unwrap().len(), 2);
    let own = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(own["index"], 1);
}

#[test]
fn what_does_not_count_is_suppressed_with_its_reason() {
    let mut report = aalborg(Language::En);
    report.findings[0].known = Some(known(None, Some("main")));
    let run = run(&report);
    let suppressions = |n: usize| run["results"][n]["suppressions"].as_array().unwrap();
    assert_eq!(suppressions(1).len(), 0);
    assert_eq!(suppressions(0)[0]["kind"], "external");
    assert_eq!(suppressions(0)[0]["justification"], "known since main");
    assert_eq!(suppressions(2)[0]["kind"], "inSource");
    let why = suppressions(2)[0]["justification"].as_str().unwrap();
    assert!(
        why.starts_with("agreed in the staff council (until 31 "),
        "{why}"
    );
}

#[test]
fn a_run_that_did_not_see_everything_failed() {
    let mut report = report(Vec::new());
    let invocation = |report: &Report| run(report)["invocations"][0].clone();
    let clean = invocation(&report);
    assert_eq!(clean["executionSuccessful"], true);
    assert_eq!(clean["toolExecutionNotifications"], serde_json::json!([]));
    report.complete = false;
    report.not_judged.push("Skriv `head`.".to_owned());
    let incomplete = invocation(&report);
    assert_eq!(incomplete["executionSuccessful"], false);
    let told = incomplete["toolExecutionNotifications"].as_array().unwrap();
    let levels: Vec<&Value> = told.iter().map(|one| &one["level"]).collect();
    assert_eq!(levels, ["error", "note"]);
}

#[test]
fn names_are_text_to_be_seen() {
    for name in HOSTILE
        .into_iter()
        .chain(["[a](1) {0} }", "{a}", "\u{7f}\u{2066}"])
    {
        let run = run(&hostile(name));
        let result = &run["results"][0];
        let text = result["locations"][0]["message"]["text"].as_str().unwrap();
        assert!(!text.contains("]("), "{text}");
        assert_eq!(text, escape::terminal(text, true));
        // Read as the standard says, it is the name again, but for the blank.
        let seen = escape::terminal(name, true).replace("](", "] (");
        let read = if text.contains("{{") {
            text.replace("{{", "{").replace("}}", "}")
        } else {
            text.to_owned()
        };
        assert_eq!(read, seen);
        assert_eq!(result["message"]["text"], format!("{text}\n\n{text}"));
        let file = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let uri = file["uri"].as_str().unwrap();
        assert!(
            uri.is_ascii() && !uri.contains([' ', '<', '#', '[', '\\', '"']),
            "{uri}"
        );
    }
}

#[test]
fn a_placeholder_is_no_placeholder() {
    assert_eq!(message("a {0} {b}").text, "a {{0}} {{b}}");
    assert_eq!(message("allow: [{ rule: x }]").text, "allow: [{ rule: x }]");
}
