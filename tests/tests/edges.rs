//! What rules say at the edges of what charts state: where numbers may be nothing, where several
//! things happen at once, and how much of a long list is pointed at. A rule's page has what it is
//! for; this has what its sentences must not get wrong.

use std::fmt::Write as _;

use rokade::{Certainty, Language, Policy, Report, ReportFinding, Severity, Sources, Syntax};
use rokade_tests::{check_text, diff_text, open_yaml};

fn only(rule: &'static str) -> Policy {
    Policy {
        language: Language::En,
        only: Some(vec![rule]),
        ..Policy::default()
    }
}

fn diff(rule: &'static str, base: &str, revision: &str) -> Report {
    let [base, revision] = [base, revision].map(|text| format!("rokade: 1\n{text}"));
    diff_text(&base, &revision, &only(rule))
}

fn check(rule: &'static str, chart: &str) -> Report {
    check_text(&format!("rokade: 1\n{chart}"), &only(rule))
}

/// The one finding of a rule.
fn one(report: Report) -> ReportFinding {
    assert_eq!(report.findings.len(), 1, "{:#?}", report.findings);
    report.findings.into_iter().next().expect("there is one")
}

fn messages(report: &Report) -> Vec<&str> {
    let findings = report.findings.iter();
    findings.map(|finding| finding.message.as_str()).collect()
}

fn members(finding: &ReportFinding) -> Vec<&str> {
    let members = finding.members.iter();
    members.map(|member| member.subject.id.as_str()).collect()
}

fn labels(finding: &ReportFinding) -> Vec<&str> {
    let labels = finding.labels.iter();
    labels.map(|label| label.text.as_str()).collect()
}

#[test]
fn a_norm_for_enquiries_nobody_has_counted_is_not_judged() {
    let report = check(
        "caseload-over-norm",
        "units: { job: { name: Jobcenter } }
functions: { telefon: { name: Telefonen, responsible: job, volume: { per: day, per_post: 12 } } }
",
    );
    assert_eq!(messages(&report), [""; 0]);
    assert!(
        report.not_judged[0].contains("Telefonen"),
        "{:?}",
        report.not_judged
    );
}

/// A function whose cases are told by who holds how many.
fn cases(units: &str, responsible: &str) -> String {
    format!(
        "units: {{ {units} }}\nfunctions: {{ f: {{ name: Jobplaner, responsible: [{responsible}] }} }}\n"
    )
}

#[test]
fn what_a_unit_no_longer_counts_it_may_have_given_to_who_counts_now() {
    let units = "job: { name: Jobcenter }, unge: { name: Ungehus }";
    let base = cases(units, "{ unit: job, cases: 400 }");
    let others = cases(units, "{ unit: job }, { unit: unge, cases: 100 }");
    let changed = one(diff("changed-caseworker", &base, &others));
    assert_eq!(changed.certainty, Certainty::Possible);
    assert!(changed.message.contains("0–100"), "{}", changed.message);
    // Where nobody else has any, nothing says that it gave any up.
    let nobody = cases(units, "{ unit: job }");
    assert_eq!(
        messages(&diff("changed-caseworker", &base, &nobody)),
        [""; 0]
    );
    let three = "job: { name: Jobcenter }, unge: { name: Ungehus }, ny: { name: Nyhuset }";
    let base = cases(
        three,
        "{ unit: job, cases: 400 }, { unit: unge, cases: 100 }, { unit: ny, cases: 10 }",
    );
    let fewer = cases(
        three,
        "{ unit: job }, { unit: unge, cases: 40 }, { unit: ny, cases: 70 }",
    );
    let changed = one(diff("changed-caseworker", &base, &fewer));
    assert!(
        !changed.message.contains("Jobcenter"),
        "{}",
        changed.message
    );
}

#[test]
fn cases_that_may_be_none_are_no_certain_change() {
    let base = cases(
        "job: { name: Jobcenter }, unge: { name: Ungehus }",
        "{ unit: job, cases: ca. 105-120 }, { unit: unge, cases: 0-50 }",
    );
    let revision = cases(
        "job: { name: Jobcenter }, ny: { name: Nyhuset }",
        "{ unit: job, cases: ca. 100 }, { unit: ny, cases: 80 }",
    ) + "ended: { units: { unge: { name: Ungehus } } }\n";
    let changed = one(diff("changed-caseworker", &base, &revision));
    assert_eq!(
        changed.certainty,
        Certainty::Possible,
        "{}",
        changed.message
    );
}

#[test]
fn staff_of_whom_perhaps_none_stay_behind_go_along_with_their_cases() {
    let chart = |unit: &str, staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, unge: {{ name: Ungehus }} }}
staff: {{ {staff} }}
functions: {{ f: {{ name: Jobplaner, responsible: {{ unit: {unit}, cases: 400 }} }} }}
"
        )
    };
    let base = chart(
        "job",
        "r: { title: Rådgiver, unit: job, count: 10, performs: [f] }",
    );
    let told = |staff: &str| one(diff("changed-caseworker", &base, &chart("unge", staff))).message;
    let along = told("r: { title: Rådgiver, unit: unge, count: 10, performs: [f] }");
    let perhaps = told(
        "r: { title: Rådgiver, unit: unge, count: 8-10, performs: [f] }, s: { title: Sagsbehandler, previously: [r], unit: job, count: 0-2 }",
    );
    let some = told(
        "r: { title: Rådgiver, unit: unge, count: 8, performs: [f] }, s: { title: Sagsbehandler, previously: [r], unit: job, count: 2 }",
    );
    assert_eq!(perhaps, along);
    assert_ne!(some, along);
}

#[test]
fn many_target_groups_are_all_told_and_some_pointed_at() {
    let groups = |entrance: &str| {
        let mut text =
            "units: { job: { name: Jobcenter }, hus: { name: Huset } }\ntarget_groups:\n"
                .to_owned();
        for i in 1..=12 {
            let entrance = if i == 1 { entrance } else { "job" };
            let _ = writeln!(
                text,
                "  g{i:02}: {{ name: Gruppe {i}, citizens: 10, entrance: {entrance} }}"
            );
        }
        text
    };
    let finding = one(diff("more-entrances", &groups("job"), &groups("hus")));
    let pointed = |text: &str| {
        labels(&finding)
            .into_iter()
            .filter(|label| label.contains(text))
            .count()
    };
    assert_eq!(
        (pointed("then first meet"), pointed("the entrance today")),
        (8, 8)
    );
}

#[test]
fn many_functions_are_all_told_and_some_pointed_at() {
    let functions = |responsible: &str| {
        let mut text =
            "units: { job: { name: Jobcenter }, hus: { name: Huset } }\nfunctions:\n".to_owned();
        for i in 1..=12 {
            let _ = writeln!(
                text,
                "  f{i:02}: {{ name: Opgave {i}, responsible: {responsible} }}"
            );
        }
        text
    };
    let rest = "  rest: { name: Resten, responsible: hus }\n";
    let base = functions("job") + rest;
    let revision = format!(
        "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}\nfunctions:\n{rest}"
    );
    let absent = one(diff("absent-function", &base, &revision));
    assert_eq!((absent.members.len(), absent.labels.len()), (12, 8));
    let gathered = diff(
        "centralised-without-reason",
        &functions("[job, hus]"),
        &functions("hus"),
    );
    let gathered = one(gathered);
    assert_eq!((gathered.members.len(), gathered.labels.len()), (12, 16));
}

#[test]
fn a_layer_that_a_divided_unit_is_itself_is_no_new_one() {
    let base = "units:
  forv: { name: Forvaltningen }
  afd: { name: Afdelingen, parent: forv }
  team: { name: Teamet, parent: afd }
staff: { vejledere: { title: Vejleder, unit: team, count: 8 } }
";
    let revision = "units:
  forv: { name: Forvaltningen }
  afd: { name: Afdelingen, parent: forv }
  omraade: { name: Området, parent: afd, previously: [afd] }
  team: { name: Teamet, parent: omraade }
staff: { vejledere: { title: Vejleder, unit: team, count: 8 } }
";
    let finding = one(diff("more-layers", base, revision));
    assert!(
        finding
            .message
            .starts_with("Teamet gets one more layer of management above it."),
        "{}",
        finding.message
    );
    assert_eq!(finding.cause.subjects[0].id, "team");
    assert!(!labels(&finding).contains(&"a layer that was not above them"));
}

#[test]
fn a_new_head_has_no_number_of_today() {
    let base = "units: { job: { name: Jobcenter, head: leder } }
staff: { leder: { title: Leder, unit: job } }
";
    let revision = "units:
  job: { name: Jobcenter, head: leder }
  nyt: { name: Nyhuset, parent: job, head: ny }
  team: { name: Teamet, parent: nyt, head: teamleder }
staff:
  leder: { title: Leder, unit: job }
  ny: { title: Leder af Nyhuset, unit: nyt }
  teamleder: { title: Teamleder, unit: team }
  teamet: { title: Vejleder, unit: team, count: 4 }
  huset: { title: Rådgiver, unit: nyt, count: 30 }
";
    let finding = one(diff("span-of-control", base, revision));
    assert!(
        finding
            .message
            .starts_with("Leder af Nyhuset has 31 direct reports; the limit is 25."),
        "{}",
        finding.message
    );
}

#[test]
fn a_decision_is_told_by_those_it_goes_furthest_from() {
    let chart = |decided: &str| {
        format!(
            "units:
  forv: {{ name: Forvaltningen, head: direktoer }}
  job: {{ name: Jobcenter, parent: forv, head: leder }}
  team: {{ name: Teamet, parent: job, head: teamleder }}
staff:
  direktoer: {{ title: Direktør, unit: forv }}
  leder: {{ title: Leder, unit: job }}
  teamleder: {{ title: Teamleder, unit: team }}
  a: {{ title: Rådgiver, unit: job, performs: [plan] }}
  b: {{ title: Vejleder, unit: team, performs: [plan] }}
  c: {{ title: Mentor, unit: job, performs: [plan] }}
functions: {{ plan: {{ name: Jobplaner, responsible: job, decided_by: {decided} }} }}
"
        )
    };
    let finding = one(diff(
        "decision-moved-from-frontline",
        &chart("performers"),
        &chart("forv"),
    ));
    assert!(
        finding
            .message
            .contains(": 3 levels up, by the head of Forvaltningen."),
        "{}",
        finding.message
    );
}

#[test]
fn a_unit_without_posts_is_told_without_a_number_of_them() {
    let chart = |site: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  job: {{ name: Jobcenter, site: kaj }}
  ydelse: {{ name: Ydelse, site: {site} }}
interfaces: [{{ id: i, units: [job, ydelse], strength: daily }}]
co_locations: [{{ id: c, units: [job, ydelse], because: Borgeren mødes af begge }}]
"
        )
    };
    let told = |rule| one(diff(rule, &chart("kaj"), &chart("torv"))).message;
    let left = told("left-neighbours");
    assert!(
        left.starts_with("Ydelse moves from Kajen to Torvet."),
        "{left}"
    );
    let broken = told("broken-co-location");
    assert!(
        broken.contains("Ydelse moves from Kajen to Torvet."),
        "{broken}"
    );
}

/// Three who sit together under one head.
const THREE: &str =
    "sites: { kaj: { name: Kajen }, torv: { name: Torvet }, havn: { name: Havnen } }
units:
  forv: { name: Forvaltningen, head: direktoer, site: kaj }
  job: { name: Jobcenter, parent: forv, head: leder }
  ydelse: { name: Ydelse, parent: forv, head: leder-ydelse }
";

const HEADS: &str = "staff:
  direktoer: { title: Direktør, unit: forv }
  leder: { title: Leder, unit: job }
  leder-ydelse: { title: Leder af Ydelse, unit: ydelse }
  bliver: { title: Vejleder, unit: KEPT, count: 3 }
  andre: { title: Rådgiver, unit: MOVED, count: 4 }
  ude: { title: Mentor, unit: GONE, count: 5 }
";

/// One stays, one moves under another head, and one out of the organisation's line.
fn three(names: [&str; 3], also: &str) -> (String, String) {
    let [kept, moved, gone] = names;
    let unit =
        |id: &str, rest: &str| format!("  {id}: {{ name: Team {id}, head: none, {rest} }}\n");
    let staff = HEADS
        .replace("KEPT", kept)
        .replace("MOVED", moved)
        .replace("GONE", gone);
    let units = |kept: String, moved: String, gone: String| {
        let mut all = [kept, moved, gone];
        all.sort();
        format!("{THREE}{}{staff}{also}", all.concat())
    };
    let base = units(
        unit(kept, "parent: job"),
        unit(moved, "parent: job"),
        unit(gone, "parent: job"),
    );
    let revision = units(
        unit(kept, "parent: job"),
        unit(moved, "parent: ydelse, site: torv"),
        unit(gone, "site: havn"),
    );
    (base, revision)
}

#[test]
fn of_several_who_part_the_furthest_head_is_told() {
    let together =
        "co_locations: [{ id: sammen, units: [a, b, c], because: Borgeren mødes af alle }]\n";
    for names in [["a", "b", "c"], ["c", "b", "a"], ["a", "c", "b"]] {
        let (base, revision) = three(names, together);
        let finding = one(diff("lost-site-and-head", &base, &revision));
        assert!(
            finding.message.contains("then they have none."),
            "{names:?} {}",
            finding.message
        );
    }
}

#[test]
fn those_who_part_are_told_once_for_what_they_share() {
    let (base, revision) = three(
        ["a", "b", "c"],
        "interfaces: [{ id: alle, units: [a, b, c], strength: weekly }]\n",
    );
    let finding = one(diff("lost-site-and-head", &base, &revision));
    assert_eq!(members(&finding), ["alle"]);
    // Interfaces of others are findings of their own.
    let two = "interfaces: [{ id: ab, units: [a, b] }, { id: ac, units: [a, c] }]\n";
    let (base, revision) = three(["a", "b", "c"], two);
    let report = diff("lost-site-and-head", &base, &revision);
    let told: Vec<Vec<&str>> = report.findings.iter().map(members).collect();
    assert_eq!(told.concat().len(), 2, "{told:?}");
    assert_eq!(told.len(), 2);
    // Those of two that a co-location is about stand on its line.
    let both = "co_locations: [{ id: sammen, units: [a, b, c], because: Borgeren }]\ninterfaces: [{ id: ab, units: [a, b] }]\n";
    let (base, revision) = three(["a", "b", "c"], both);
    let finding = one(diff("lost-site-and-head", &base, &revision));
    assert_eq!(members(&finding), ["ab", "sammen"]);
}

const TWO: &str = "sites:
  kaj: { name: Kajen, travel: { torv: 10, havn: ca. 20 } }
  torv: { name: Torvet }
  havn: { name: Havnen }
units:
  job: { name: Jobcenter, site: kaj }
  ydelse: { name: Ydelse, site: SITE }
  social: { name: Social, site: kaj }
staff:
  vejledere: { title: Vejleder, unit: job, count: 8 }
  sociale: { title: Rådgiver, unit: social, count: 6 }
";

const TOGETHER: &str =
    "co_locations: [{ id: c, units: [job, ydelse], because: Borgeren mødes af begge }]\n";

#[test]
fn minutes_span_the_ways_of_all_who_move() {
    let base = TWO.replace("SITE", "kaj")
        + "  a: { title: A, unit: ydelse, count: 2 }\n  b: { title: B, unit: ydelse, count: 3 }\n"
        + TOGETHER;
    let revision = TWO.replace("SITE", "torv")
        + "  a: { title: A, unit: ydelse, count: 2 }\n  b: { title: B, unit: ydelse, count: 3, site: havn }\n"
        + TOGETHER;
    let finding = one(diff("broken-co-location", &base, &revision));
    assert!(
        finding.message.contains("ca. 10–20 minutes away"),
        "{}",
        finding.message
    );
}

#[test]
fn a_co_location_that_the_proposal_drops_is_told_as_dropped() {
    let staff = "  a: { title: A, unit: ydelse, count: 2 }\n";
    let base = TWO.replace("SITE", "kaj") + staff + TOGETHER;
    let revision = TWO.replace("SITE", "torv") + staff;
    let finding = one(diff("broken-co-location", &base, &revision));
    let dropped = "The proposal no longer says that they must sit together.";
    assert!(finding.message.contains(dropped), "{}", finding.message);
    let kept = one(diff("broken-co-location", &base, &(revision + TOGETHER)));
    assert!(!kept.message.contains(dropped), "{}", kept.message);
}

#[test]
fn a_co_location_that_is_narrowed_breaks_by_the_words_of_the_base() {
    let chart = |site: &str, social: &str, units: &str| {
        format!(
            "{}  a: {{ title: A, unit: ydelse, count: 2 }}\n{social}co_locations: [{{ id: c, units: [{units}], because: Borgeren }}]\n",
            TWO.replace("SITE", site)
        )
    };
    let base = chart(
        "kaj",
        "  flere: { title: Mentor, unit: social, count: 6 }\n",
        "job, social, ydelse",
    );
    let revision = chart(
        "torv",
        "  flere: { title: Mentor, unit: social, count: 6, site: havn }\n",
        "job, social",
    );
    let finding = one(diff("broken-co-location", &base, &revision));
    assert!(finding.message.contains("Ydelse"), "{}", finding.message);
    assert_eq!(
        messages(&diff("weakened-co-location", &base, &revision)),
        [""; 0]
    );
}

#[test]
fn what_held_and_is_dropped_and_cannot_be_seen_is_counted_as_not_judged() {
    let chart = |ydelse: &str, rest: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  job: {{ name: Jobcenter, site: kaj }}
  social: {{ name: Social, site: kaj }}
  langt: {{ name: Langt, site: torv }}
  ydelse: {{ name: Ydelse{ydelse} }}
{rest}"
        )
    };
    let told = |co_locations: &str| {
        let base = chart(", site: kaj", &format!("co_locations: [{co_locations}]\n"));
        let report = diff("broken-co-location", &base, &chart("", ""));
        report.not_judged.concat()
    };
    let held = "{ id: a, units: [job, ydelse], because: Borgeren }";
    let also = "{ id: b, units: [social, ydelse], because: Borgeren }";
    let apart = "{ id: d, units: [langt, ydelse], because: Borgeren }";
    let known = "{ id: e, units: [job, social], because: Borgeren }";
    assert!(
        told(held).starts_with("Whether 1 co-location holds"),
        "{}",
        told(held)
    );
    let two = told(&format!("{held}, {also}"));
    assert!(two.starts_with("Whether 2 co-locations hold"), "{two}");
    assert!(told(&format!("{held}, {apart}, {known}")).starts_with("Whether 1 co-location holds"));
    assert_eq!(told(&format!("{apart}, {known}")), "");
}

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
fn a_budget_without_an_upper_end_is_not_judged() {
    let report = check(
        "budget-over-frame",
        "units:
  job: { name: Jobcenter, budget: 400 }
  hus: { name: Huset, parent: job, budget: 100+ }
",
    );
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(report.not_judged.len(), 1);
}

#[test]
fn a_specialist_who_may_not_be_there_is_possibly_alone() {
    let chart = |count: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, ydelse: {{ name: Ydelse, site: kaj }} }}
staff:
  r: {{ title: Rådgiver, unit: job, count: {count}, performs: [f] }}
  andre: {{ title: Ydelsesrådgiver, unit: ydelse, count: 18, performs: [f] }}
functions: {{ f: {{ name: Ydelse, kind: citizen, responsible: job }} }}
"
        )
    };
    let certainty = |count| one(check("isolated-specialists", &chart(count))).certainty;
    assert_eq!(certainty("1"), Certainty::Certain);
    assert_eq!(certainty("0-1"), Certainty::Possible);
}

#[test]
fn an_organisation_is_called_by_its_name_where_its_day_is_told() {
    let report = check(
        "late-clarification",
        "organization: { id: ishoej, name: Ishøj Kommune }
units: { vallensbaek: { name: Vallensbæk Kommune, external: true } }
process:
  clarified_by: { ishoej: 2021-05-31, vallensbaek: 2021-06-30 }
  effective: 2022-01-01
",
    );
    let finding = one(report);
    let told = |name: &str| finding.message.matches(name).count();
    assert_eq!(
        (told("Ishøj Kommune"), told("Vallensbæk Kommune")),
        (1, 1),
        "{}",
        finding.message
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
fn a_question_is_told_with_who_asked_it_and_not_where_the_answer_may_be_misspelt() {
    let mut sources = Sources::default();
    let revision = open_yaml(
        &mut sources,
        "revision.yaml",
        "rokade: 1\nunits: { job: { name: Jobcenter } }\nbodies: { lmu: { name: LMU, kind: local_med, covers: [job] }, df: { name: DF, kind: party } }\n",
    );
    let hearing = "rokade: 1
hearing:
  responses:
    - id: svar-lmu
      from: lmu
      points: [{ id: a, kind: question, text: Hvor?, answr: Her }]
    - id: svar-df
      from: df
      points:
        - { id: b, kind: question, text: Hvem?, asked_by: Byrådsmedlem for DF }
        - { id: c, kind: question, text: Hvornår? }
";
    let id = sources.add("hearing.yaml", hearing.as_bytes(), Syntax::Yaml);
    let hearing = rokade::open_hearing(&sources, id, &[&revision]);
    let report = rokade::heard(
        &sources,
        None,
        &revision,
        &[hearing],
        &only("unanswered-question"),
    );
    let finding = one(report.expect("every sentence can be made"));
    assert_eq!(members(&finding), ["b", "c"]);
    assert_eq!(
        labels(&finding),
        [
            "asked by Byrådsmedlem for DF, and not answered",
            "not answered"
        ]
    );
}
