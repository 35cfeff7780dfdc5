//! What rules say at the edges of what charts state: where numbers may be nothing, where several
//! things happen at once, and how much of a long list is pointed at. A rule's page has what it is
//! for; this has what its sentences must not get wrong.

use std::fmt::Write as _;

use rokade::{
    Certainty, Chain, Language, Policy, Report, ReportFinding, Severity, Sources, Syntax,
};
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

/// The units of whoever has functions, and twelve of these.
fn twelve(units: &str, function: impl Fn(usize) -> String) -> String {
    let mut text = format!("{units}functions:\n");
    for i in 1..=12 {
        let _ = writeln!(text, "{}", function(i));
    }
    text
}

/// Twelve functions that the same units are responsible for.
fn twelve_of(responsible: &str) -> String {
    twelve(UNITS, |i| {
        format!("  f{i:02}: {{ name: Opgave {i}, kind: citizen, responsible: {responsible} }}")
    })
}

const UNITS: &str = "units: { job: { name: Jobcenter, head: none }, hus: { name: Huset } }
target_groups: { unge: { name: Unge } }
staff: { r: { title: Rådgiver, unit: hus, count: 2, performs: [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12] } }
";

#[test]
fn many_functions_are_all_told_and_some_pointed_at() {
    let job = twelve_of("job");
    let (mut ended, mut gone) = (UNITS.replace(", performs", ", was"), String::new());
    ended = ended
        .lines()
        .filter(|line| !line.starts_with("staff"))
        .fold(String::new(), |all, line| all + line + "\n");
    gone.push_str(&ended);
    gone.push_str("functions: { rest: { name: Resten, responsible: hus } }\n");
    ended.push_str("ended:\n  functions:\n");
    for i in 1..=12 {
        let _ = writeln!(ended, "    f{i:02}: {{}}");
    }
    let merged = UNITS.to_owned()
        + "functions: { alt: { name: Alt, responsible: job, previously: [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12] } }\n";
    let merged = merged.replace(
        "performs: [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12]",
        "performs: [alt]",
    );
    let shared = twelve_of("[{ unit: job, shared: true }, { unit: hus, shared: true }]");
    let divided = twelve_of("[job, { unit: hus, for: [unge] }]");
    let both = twelve_of("[job, hus]");
    let hus = twelve_of("hus");
    let closed = hus
        .replace(
            ", hus: { name: Huset } }",
            " }\nended: { units: { hus: { name: Huset } } }",
        )
        .replace("unit: hus, count", "unit: job, count");
    for (report, labels) in [
        (diff("absent-function", &job, &gone), 8),
        (diff("centralised-without-reason", &both, &hus), 16),
        (diff("discontinued-function", &job, &ended), 16),
        (diff("joined-function", &job, &shared), 16),
        (diff("merged-function", &job, &merged), 16),
        (diff("moved-function", &job, &hus), 16),
        (diff("split-function", &job, &divided), 16),
        (check("overlapping-responsibility", &both), 16),
        // The vacant head as well.
        (
            check(
                "responsibility-without-head",
                &job.replace("none", "vacant"),
            ),
            9,
        ),
        (check("responsibility-without-staff", &job), 8),
        (check("unassigned-responsibility", &closed), 8),
    ] {
        let finding = one(report);
        let told = (finding.members.len(), finding.labels.len());
        assert_eq!(told, (12, labels), "{}", finding.rule);
    }
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
  holdet: { name: Teamet, parent: omraade, previously: [team] }
staff: { vejledere: { title: Vejleder, unit: holdet, count: 8 } }
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

#[test]
fn a_unit_that_is_divided_into_others_was_not_kept() {
    let base = "units: { a: { name: Enheden }, b: { name: Resten } }\n";
    let kept = "commitments: [{ id: c, text: Enheden består, keep: { unit: a } }]\n";
    let others = "units: { x: { name: Øst, previously: [a] }, y: { name: Vest, previously: [a] }, b: { name: Resten } }\n";
    let finding = one(diff("broken-commitment", base, &format!("{others}{kept}")));
    assert_eq!(finding.certainty, Certainty::Certain);
    let stays = "units: { a: { name: Enheden }, y: { name: Vest, previously: [a] }, b: { name: Resten } }\n";
    let finding = one(diff("broken-commitment", base, &format!("{stays}{kept}")));
    assert_eq!(finding.certainty, Certainty::Possible);
}

#[test]
fn a_function_that_perhaps_nobody_does_at_a_site_is_perhaps_not_kept() {
    let chart = |count: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ r: {{ title: Rådgiver, unit: job, count: {count}, performs: [f] }} }}
functions: {{ f: {{ name: Vejledning, responsible: job }} }}
"
        )
    };
    let kept = "commitments: [{ id: c, text: Der er stadig vejledning, keep: { function: f, at: [kaj] } }]\n";
    let told = |count: &str| {
        diff(
            "broken-commitment",
            &chart("3"),
            &format!("{}{kept}", chart(count)),
        )
    };
    assert_eq!(one(told("0-3")).certainty, Certainty::Possible);
    assert_eq!(messages(&told("1-3")), [""; 0]);
    // Those whom merely nobody has counted are there.
    assert_eq!(messages(&told("unknown")), [""; 0]);
}

#[test]
fn of_several_units_the_one_that_is_surely_beyond_a_limit_is_told() {
    let chart = |a: &str, b: &str| {
        format!(
            "units: {{ a: {{ name: Øst }}, b: {{ name: Vest }} }}
staff: {{ r: {{ title: Rådgiver, unit: a, count: {a} }}, s: {{ title: Vejleder, unit: b, count: {b} }} }}
"
        )
    };
    let promised = "commitments: [{ id: c, text: Små enheder, at_most: { unit_headcount: 10 } }]\n";
    for (a, b, name) in [
        ("8-12", "20", "Vest"),
        ("20", "8-12", "Øst"),
        ("20", "30", "Øst"),
    ] {
        let revision = chart(a, b) + promised;
        let finding = one(diff("broken-commitment", &chart("5", "5"), &revision));
        assert_eq!(finding.certainty, Certainty::Certain);
        assert!(finding.message.contains(name), "{}", finding.message);
    }
}

#[test]
fn enquiries_that_nobody_is_said_to_take_are_not_judged() {
    let chart = |staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
{staff}functions: {{ telefon: {{ name: Telefonen, responsible: job, volume: {{ enquiries: 60, per: day, per_post: 12 }} }} }}
"
        )
    };
    assert_eq!(check("caseload-over-norm", &chart("")).not_judged.len(), 1);
    // That those of another unit take them is told as that, and is no lack of what is stated.
    let elsewhere = "staff: { r: { title: Rådgiver, unit: hus, count: 2, performs: [telefon] } }\n";
    assert_eq!(
        check("caseload-over-norm", &chart(elsewhere)).not_judged,
        [""; 0]
    );
}

#[test]
fn what_had_ended_at_a_site_is_not_told_again_when_the_site_gets_another_id() {
    let chart = |site: &str, also: &str, at: &str| {
        format!(
            "sites: {{ {site}: {{ name: Kajen{also} }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: torv }} }}
functions: {{ f: {{ name: Vejledning, responsible: job }} }}
ended: {{ functions: {{ f: {{ at: [{at}] }} }} }}
"
        )
    };
    let base = chart("kaj", "", "kaj");
    let told = |revision: &str| messages(&diff("discontinued-function", &base, revision)).len();
    assert_eq!(told(&chart("kaj", "", "kaj")), 0);
    assert_eq!(told(&chart("kajen", ", previously: [kaj]", "kajen")), 0);
    assert_eq!(told(&chart("kaj", "", "kaj, torv")), 1);
}

#[test]
fn of_charts_that_do_not_line_up_nobody_says_that_staff_must_know_their_place() {
    let units = |prefix: &str, names: [&str; 8]| {
        let mut text = "sites: { kaj: { name: Kajen }, torv: { name: Torvet } }\nunits:\n  k: { name: Kommunen }\n".to_owned();
        for (i, name) in names.iter().enumerate() {
            let _ = writeln!(text, "  {prefix}{i}: {{ name: {name}, parent: k }}");
        }
        text
    };
    let base = units(
        "a",
        [
            "Jobcenter",
            "Ydelse",
            "Social",
            "Borgerservice",
            "Kultur",
            "Miljø",
            "Idræt",
            "Skole",
        ],
    ) + "staff: { r: { title: Rådgiver, unit: k, site: kaj, count: 5 } }\n";
    let moved = |units: String| {
        units
            + "staff: { r: { title: Rådgiver, unit: k, site: torv, count: 5 } }\nprocess: { effective: 2022-01-01 }\n"
    };
    let other = moved(units(
        "x",
        [
            "Øst", "Vest", "Nord", "Syd", "Havnen", "Skoven", "Engen", "Fjorden",
        ],
    ));
    let same = moved(units(
        "a",
        [
            "Jobcenter",
            "Ydelse",
            "Social",
            "Borgerservice",
            "Kultur",
            "Miljø",
            "Idræt",
            "Skole",
        ],
    ));
    assert_eq!(messages(&diff("late-clarification", &base, &same)).len(), 1);
    assert_eq!(
        messages(&diff("late-clarification", &base, &other)),
        [""; 0]
    );
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

#[test]
fn the_sites_of_those_who_surely_are_there_are_told() {
    let chart = |staff: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff:
  a: {{ title: Jobrådgiver, unit: job, count: 8, performs: [plan] }}
{staff}functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }} }}
target_groups: {{ ledige: {{ name: Ledige, citizens: 400, pathway: [plan, ydelse] }} }}
"
        )
    };
    let base = chart("  b: { title: Ydelsesrådgiver, unit: job, count: 4, performs: [ydelse] }\n");
    let revision = chart(
        "  b: { title: Ydelsesrådgiver, unit: job, site: torv, count: 4, performs: [ydelse] }
  c: { title: Vikar, unit: job, count: 0-1, performs: [ydelse] }
",
    );
    let finding = one(diff("more-sites-to-visit", &base, &revision));
    assert_eq!(finding.certainty, Certainty::Possible);
    assert!(
        finding
            .message
            .ends_with("Then: Kajen and Torvet. New site: Torvet."),
        "{}",
        finding.message
    );
}

#[test]
fn more_advisers_are_put_down_to_what_happened_to_those_who_can_no_longer_do_all() {
    let chart = |units: &str, staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}{units} }}
staff: {{ {staff} }}
functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }} }}
target_groups: {{ ledige: {{ name: Ledige, citizens: 400, pathway: [plan, ydelse] }} }}
"
        )
    };
    let base = chart(
        ", hus: { name: Huset }",
        "a: { title: Rådgiver, unit: hus, count: 4, performs: [plan, ydelse] }",
    );
    let revision = chart(
        "",
        "a: { title: Rådgiver, unit: job, count: 4, performs: [plan] }, b: { title: Ydelsesrådgiver, unit: job, count: 2, performs: [ydelse] }",
    ) + "ended: { units: { hus: { name: Huset } } }\n";
    let finding = one(diff("more-advisers", &base, &revision));
    assert_eq!(finding.cause.subjects[0].id, "hus", "{:?}", finding.cause);
}

#[test]
fn posts_that_are_hosted_at_two_sites_are_partly_where_the_others_are() {
    let chart = |site: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: kaj }}, park: {{ name: Parken, site: torv }} }}
staff:
  a: {{ title: Jobrådgiver, unit: job, count: 8, performs: [plan] }}
  b: {{ title: Ydelsesrådgiver, unit: hus, count: 6, performs: [ydelse] }}
functions:
  plan: {{ name: Jobplan, responsible: job }}
  ydelse: {{ name: Ydelse, responsible: hus{site} }}
co_locations: [{{ id: c, functions: [plan, ydelse], because: Borgeren }}]
"
        )
    };
    let hosted = ", hosted_by: [{ unit: job, site: kaj }, { unit: park, site: torv }]";
    let report = diff("weakened-co-location", &chart(""), &chart(hosted));
    let finding = one(report);
    assert_eq!(finding.certainty, Certainty::Possible);
    let told = "8–14 of 14 posts share a site, against 14 of 14 today";
    assert!(finding.message.contains(told), "{}", finding.message);
}

#[test]
fn on_a_way_too_long_to_be_counted_out_nothing_is_certain() {
    let chart = |steps: usize, staff: &str| {
        let mut functions = String::new();
        for i in 1..=17 {
            let _ = write!(
                functions,
                "f{i:02}: {{ name: Opgave {i}, responsible: job }}, "
            );
        }
        let steps = |from: usize| {
            (from..=steps)
                .map(|i| format!("f{i:02}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let staff = staff.replace("ALL", &steps(1)).replace("REST", &steps(2));
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ {staff} }}
functions: {{ {functions} }}
target_groups: {{ ledige: {{ name: Ledige, citizens: 400, pathway: [{}] }} }}
",
            steps(1)
        )
    };
    let alone = "a: { title: Rådgiver, unit: job, count: 4, performs: [ALL] }";
    let divided = "a: { title: Rådgiver, unit: job, count: 4, performs: [f01] }, b: { title: Vejleder, unit: job, site: torv, count: 4, performs: [REST] }";
    for rule in ["more-advisers", "more-sites-to-visit"] {
        let certainty =
            |before, now| one(diff(rule, &chart(before, alone), &chart(now, divided))).certainty;
        assert_eq!(certainty(16, 16), Certainty::Certain, "{rule}");
        assert_eq!(certainty(2, 17), Certainty::Possible, "{rule}");
        assert_eq!(certainty(17, 2), Certainty::Possible, "{rule}");
        assert_eq!(certainty(17, 17), Certainty::Possible, "{rule}");
    }
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
    let (message, help) = told("staff: { r: { title: Rådgiver, Anna Hansen } }\n");
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
    let (message, _) = told("staff: { r: { title: R, count: Anna Hansen } }\n");
    assert!(
        !message.is_empty() && !message.contains("Anna"),
        "{message}"
    );
    // A number is no name, whatever it stood in.
    let (_, help) = told("staff: { r: { title: R, count: 10 stillinger } }\n");
    assert!(help.contains("`10`"), "{help}");
    let (_, help) = told("staff: { r: { title: R, count: cirka 10 } }\n");
    assert!(!help.contains("ca. 10"), "{help}");
    let (_, help) = told("target_groups: { g: { name: G, citizens: cirka 10 } }\n");
    assert!(help.contains("`ca. 10`"), "{help}");
    let (message, _) = told("functions: { f: { name: F, kind: Anna Hansen } }\n");
    assert!(message.contains("Anna Hansen"), "{message}");
    let few =
        told("units: { a: { name: A }, b: { name: B } }\ninterfaces: [{ id: i, units: [a] }]\n");
    let same = told(
        "units: { a: { name: A }, b: { name: B } }\nco_locations: [{ id: i, units: [a], because: X }]\n",
    );
    assert_ne!(few, same);
}
