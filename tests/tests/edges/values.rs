//! Dates, quantities, ids, words and places: what charts are made of.

use std::fmt::Write as _;

use super::*;
use rokade_core::chart::Chart;
use rokade_core::entry::{ClarifiedBy, FunctionEntry, UnitEntry};
use rokade_core::finding::Value;
use rokade_core::ids::{FunctionId, Id, SiteId, StaffId, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Difference, Quantity, json_number};
use rokade_core::text::Text;
use rokade_core::words::Speaker;

fn opened(chart: &str) -> rokade::Opened {
    let text = format!("rokade: 1\n{chart}");
    open_yaml(&mut Sources::default(), "chart.yaml", &text)
}

fn chart(text: &str) -> Chart {
    let opened = opened(text);
    assert_eq!(opened.faults, []);
    opened.chart
}

fn quantity(text: &str) -> Quantity {
    text.parse().expect("it is a quantity")
}

/// Why a text in JSON is no such value.
fn refused<T: serde::de::DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
    let refused = serde_json::from_str::<T>(json);
    refused.expect_err("it is no such value").to_string()
}

/// One who speaks of no chart.
fn speaker(language: Language) -> Speaker<'static> {
    Speaker {
        language,
        base: None,
        revision: None,
        all_names: false,
    }
}

#[test]
fn both_halves_of_a_year_are_told_as_they_are() {
    let halves = |language| {
        ["2021-H1", "2021-H2"].map(|date| {
            let date = date.parse().expect("it is a date");
            speaker(language).date(date)
        })
    };
    assert_eq!(
        halves(Language::En),
        ["first half of 2021", "second half of 2021"]
    );
    assert_eq!(halves(Language::Da), ["1. halvår 2021", "2. halvår 2021"]);
}

#[test]
fn a_list_that_was_cut_counts_those_that_were_left_out() {
    let texts = ["a", "b", "c", "d", "e"].map(String::from).to_vec();
    let cut = Value::Cut {
        first: Box::new(Value::Texts(texts[..3].to_vec())),
        others: 7,
    };
    let told = |value| {
        let words = rokade::Words::new(Language::En, "x = { $list }").expect("it is Fluent");
        words.say("x", &[("list", value)]).expect("it has a list")
    };
    assert_eq!(told(cut), "a, b, c +7");
    let longer = Value::Cut {
        first: Box::new(Value::Texts(texts)),
        others: 7,
    };
    assert_eq!(told(longer), "a, b, c, d +8");
}

#[test]
fn numbers_below_nothing_keep_their_sign_in_json() {
    let json = |hundredths| json_number(hundredths).to_string();
    assert_eq!(
        [-250, -200, -100, -50, 0, 5, 100, 250].map(json),
        ["-2.5", "-2", "-1", "-0.5", "0", "0.05", "1", "2.5"]
    );
}

#[test]
fn what_two_differences_leave_is_about_right_where_one_of_them_is() {
    let exact = Difference::between(quantity("4"), quantity("6-8"));
    let about = Difference::between(quantity("ca. 4"), quantity("6-9"));
    for common in [exact.common(about), about.common(exact)] {
        assert_eq!(
            common,
            Difference {
                low: Some(200),
                high: Some(400),
                approximate: true,
            }
        );
    }
    assert!(!exact.common(exact).approximate);
}

#[test]
fn what_is_printed_to_find_a_fault_has_the_values() {
    assert_eq!(
        format!("{:?}", quantity("ca. 6-8")),
        "Quantity { low: 600, high: Some(800), approximate: true }"
    );
    let unit: UnitEntry =
        serde_json::from_str(r#"{ "also": ["Job Integration"] }"#).expect("it is a unit");
    let printed = format!("{unit:?}");
    assert!(
        printed.contains(r#"also: ["Job Integration"]"#),
        "{printed}"
    );
}

#[test]
fn a_value_that_does_not_fit_is_told_by_what_its_key_takes() {
    for (refused, expected) in [
        (refused::<Text>("[]"), "text"),
        (
            refused::<FunctionEntry>(r#"{ "responsible": 5 }"#),
            "responsible",
        ),
        (refused::<ClarifiedBy>("[]"), "date"),
    ] {
        let expected = format!(", expected {expected} at");
        assert!(refused.contains(&expected), "{refused}");
    }
    let finding = one(check("wrong-type", "process: { clarified_by: hurtigt }\n"));
    assert!(
        finding.message.contains("`hurtigt`, but takes a date"),
        "{}",
        finding.message
    );
}

#[test]
fn the_schema_takes_a_text_for_a_name_and_says_so_in_its_place() {
    let schema = rokade_load::schema();
    let takes = |name: serde_json::Value| {
        let chart = serde_json::json!({ "rokade": 1, "units": { "job": { "name": name } } });
        jsonschema::draft202012::is_valid(&schema, &chart)
    };
    assert!(takes("Jobcenter".into()));
    // Without quotes a year is read as text too.
    assert!(takes(2017.into()));
    assert!(!takes(serde_json::json!(["Jobcenter"])));
    assert!(!takes(serde_json::json!({ "da": "Jobcenter" })));
    let name = &schema["$defs"]["SiteEntry"]["properties"]["name"];
    assert!(name.get("type").is_some(), "{name}");
}

#[test]
fn a_circle_is_told_once_round() {
    let report = check(
        "parent-cycle",
        "units:
  a: { name: Afdelingen, parent: b }
  b: { name: Borgerservice, parent: c }
  c: { name: Centret, parent: a }
",
    );
    let finding = one(report);
    assert!(
        finding
            .message
            .starts_with("Afdelingen, Borgerservice and Centret stand"),
        "{}",
        finding.message
    );
}

#[test]
fn a_unit_whose_parent_is_misspelt_has_not_moved_to_the_top() {
    let chart = |parent: &str| {
        format!(
            "units:
  forvaltningen: {{ name: Forvaltningen }}
  job: {{ name: Jobcenter{parent} }}
staff: {{ vejledere: {{ title: Vejleder, unit: job, count: 4 }} }}
"
        )
    };
    let base = chart(", parent: forvaltningen");
    let told = |parent: &str| diff("moved-unit", &base, &chart(parent)).findings.len();
    assert_eq!(told(""), 1);
    assert_eq!(told(", parent: forvaltning"), 0);
}

#[test]
fn nobody_heads_a_unit_at_the_top_that_is_to_have_no_head() {
    let chart = chart(
        "units:
  hus: { name: Huset, head: none }
  team: { name: Teamet, parent: hus, head: none }
  uvist: { name: Uvist }
",
    );
    for unit in ["hus", "team", "uvist"] {
        let unit = chart.unit(&id::<UnitId>(unit)).expect("it is there");
        assert_eq!(unit.headed(), None);
    }
    let units = |head: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: {head} }} }}
staff:
  leder: {{ title: Leder, unit: job }}
  vejledere: {{ title: Vejleder, unit: job, count: 4 }}
"
        )
    };
    let finding = one(diff("abolished-head", &units("leder"), &units("none")));
    assert!(
        finding.message.contains("No head above it is stated."),
        "{}",
        finding.message
    );
}

#[test]
fn what_has_ended_keeps_its_name() {
    let chart = chart(
        "ended:
  units: { job: { name: Jobcenter } }
  staff: { vejledere: { name: Vejledere } }
  functions: { kantine: { name: Kantinen } }
  sites: { kaj: { name: Kajen } }
  target_groups: { unge: { name: Unge under 30 } }
",
    );
    let ended: [(Subject, &str); 5] = [
        (id::<UnitId>("job").subject(), "Jobcenter"),
        (id::<StaffId>("vejledere").subject(), "Vejledere"),
        (id::<FunctionId>("kantine").subject(), "Kantinen"),
        (id::<SiteId>("kaj").subject(), "Kajen"),
        (id::<TargetGroupId>("unge").subject(), "Unge under 30"),
    ];
    for (subject, name) in &ended {
        assert_eq!(chart.name_of(subject), *name);
    }
}

#[test]
fn an_entrance_that_has_closed_is_none_and_one_that_is_misspelt_is_a_fault() {
    let chart = |entrance: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, ydelse: {{ name: Ydelse }} }}
target_groups:
  unge: {{ name: Unge, citizens: 40, entrance: {entrance} }}
  gamle: {{ name: Gamle, citizens: 60, entrance: job }}
ended: {{ units: {{ hus: {{ name: Huset }} }} }}
"
        )
    };
    let base = chart("job");
    let finding = one(diff("more-entrances", &base, &chart("hus")));
    assert!(
        finding.message.starts_with("Unge has no entrance then"),
        "{}",
        finding.message
    );
    let misspelt = diff("more-entrances", &base, &chart("jop"));
    assert_eq!(messages(&misspelt), [""; 0]);
}

#[test]
fn who_is_no_longer_named_anywhere_lacks_nobody_who_is_responsible() {
    let chart = |responsible: &str, unge: &str, also: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}
functions:
  vejledning: {{ name: Vejledning, responsible: [{responsible}{{ unit: job, for: [gamle] }}] }}
  ydelse: {{ name: Ydelse, responsible: {{ unit: job{also} }} }}
target_groups: {{ unge: {{ name: Unge{unge} }}, gamle: {{ name: Gamle }} }}
"
        )
    };
    let base = chart("{ unit: job, for: [unge] }, ", "", "");
    let told = |unge: &str, also: &str, staff: &str| {
        let revision = chart("", unge, also) + staff;
        let report = diff("unassigned-responsibility", &base, &revision);
        let told = report.findings.iter();
        told.filter(|finding| finding.message.contains("Vejledning for Unge"))
            .count()
    };
    assert_eq!(told("", "", ""), 0);
    assert_eq!(told(", pathway: [ydelse]", "", ""), 1);
    assert_eq!(told("", ", for: [unge]", ""), 1);
    let staff = "staff: { mentor: { title: Mentor, for: [unge] } }\n";
    assert_eq!(told("", "", staff), 1);
}

#[test]
fn a_co_location_for_citizens_who_are_no_more_is_broken_by_nobody() {
    let chart = |site: &str, group: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, ydelse: {{ name: Ydelse, site: {site} }} }}
target_groups: {{ unge: {{ name: Unge }} }}
co_locations: [{{ id: c, units: [job, ydelse], for: [{group}], because: Borgeren mødes af begge }}]
ended: {{ target_groups: {{ gamle: {{ name: Gamle }} }} }}
"
        )
    };
    let told = |group: &str| {
        let (base, revision) = (chart("kaj", group), chart("torv", group));
        (
            diff("broken-co-location", &base, &revision).findings.len(),
            check("broken-co-location", &revision).findings.len(),
        )
    };
    assert_eq!(told("unge"), (1, 1));
    assert_eq!(told("gamle"), (0, 0));
}

#[test]
fn only_a_step_that_decides_has_the_day_of_the_decision() {
    let report = check(
        "late-hearing",
        "process:
  steps:
    - { id: hoering, name: Høringen, kind: hearing, from: 2017-05-01, to: 2017-06-25 }
    - { id: beslutning, kind: decision, date: 2017-06-20 }
    - { id: flytning, kind: move, date: 2017-10-01 }
",
    );
    let finding = one(report);
    assert!(
        finding
            .message
            .contains("the day of the decision, 20 June 2017, or after it"),
        "{}",
        finding.message
    );
    assert_eq!(
        labels(&finding),
        ["ends 25 June 2017", "the decision is made 20 June 2017"]
    );
}

#[test]
fn what_a_premise_is_about_is_looked_up() {
    let chart = |about: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, ydelse: {{ name: Ydelse }} }}
co_locations: [{{ id: sammen, units: [job, ydelse], because: Borgeren }}]
premises: [{{ id: lov, kind: law, text: Loven, about: {about} }}]
open: [{{ id: sted, about: {about} }}]
"
        )
    };
    let told = |about: &str| check("unknown-reference", &chart(about));
    let known = told("{ units: [job], co_locations: [sammen] }");
    assert_eq!(messages(&known), [""; 0]);
    for (about, kind, word) in [
        ("{ units: [jobb] }", "unit", "jobb"),
        ("{ co_locations: [samen] }", "co-location", "samen"),
    ] {
        let unknown = told(about);
        assert_eq!(unknown.findings.len(), 2, "{:#?}", unknown.findings);
        for message in messages(&unknown) {
            assert!(
                message.contains(&format!("refers under `about` to the {kind} `{word}`")),
                "{message}"
            );
        }
    }
}

#[test]
fn of_very_many_references_that_lead_nowhere_a_hundred_have_what_was_meant() {
    let mut text = "units:\n  jobcenter: { name: Jobcenter }\n".to_owned();
    for i in 0..103 {
        let _ = writeln!(text, "  team-{i}: {{ name: Team {i}, parent: jobcentr }}");
    }
    let meant: Vec<Option<String>> = opened(&text)
        .faults
        .into_iter()
        .filter_map(|fault| match fault.kind {
            rokade::FaultKind::UnknownReference { nearest, .. } => Some(nearest),
            _ => None,
        })
        .collect();
    assert_eq!(meant.len(), 103);
    let (first, others) = meant.split_at(100);
    assert!(
        first
            .iter()
            .all(|meant| meant.as_deref() == Some("jobcenter"))
    );
    assert!(others.iter().all(Option::is_none));
}

#[test]
fn a_step_that_is_met_twice_is_one_step() {
    let steps: Vec<String> = (1..=16).map(|i| format!("trin-{i}")).collect();
    let chart = |staff: &str| {
        let mut text = format!("units: {{ job: {{ name: Jobcenter }} }}\n{staff}functions:\n");
        for step in &steps {
            let _ = writeln!(text, "  {step}: {{ name: {step}, responsible: job }}");
        }
        // The way ends where it began.
        let way = steps.join(", ");
        let _ = writeln!(
            text,
            "target_groups: {{ unge: {{ name: Unge, citizens: 40, pathway: [{way}, trin-1] }} }}"
        );
        text
    };
    let staff = |all: &[(&str, &[String])]| {
        let mut text = "staff:\n".to_owned();
        for (id, performs) in all {
            let performs = performs.join(", ");
            let _ = writeln!(
                text,
                "  {id}: {{ title: {id}, unit: job, performs: [{performs}] }}"
            );
        }
        text
    };
    let base = chart(&staff(&[("vejledere", &steps)]));
    let revision = chart(&staff(&[
        ("mentorer", &steps[8..]),
        ("vejledere", &steps[..8]),
    ]));
    let finding = one(diff("more-advisers", &base, &revision));
    // Beyond sixteen steps the number would be an estimate.
    assert_eq!(finding.certainty, Certainty::Certain);
}
