//! Slagelse, departments by distance to the labour market: what the memo says is not settled, and
//! what its own principles ask.

use std::sync::LazyLock;

use rokade::{Certainty, Severity};

use crate::case::{Case, Edit, Said, checked, ids};

const CASE: &str = "slagelse-arbejdsmarked";

fn proposal() -> &'static Said {
    static SAID: LazyLock<Said> = LazyLock::new(|| Case::of(CASE, "proposal").said());
    &SAID
}

fn proposal_with(edits: &[Edit<'_>]) -> Said {
    Case::edited(CASE, &[], &[("proposal", edits)]).said()
}

#[test]
fn the_organisation_today_has_no_fault() {
    checked(CASE, "current", &[]).has_only_errors([]);
}

#[test]
fn no_other_error_comes_than_the_surplus_cases_and_the_promise_about_them() {
    proposal().has_only_errors([
        ("undistributed-cases", &["sagsbehandling"]),
        ("broken-commitment", &["alle-sager"]),
    ]);
}

#[test]
fn the_surplus_cases_lie_with_nobody() {
    let said = proposal();
    said.finds("undistributed-cases", ["sagsbehandling"], ["700 sager"]);
    let finding = said.finding("undistributed-cases", ["sagsbehandling"]);
    assert_eq!(finding.certainty, Certainty::Certain);
    said.finds("broken-commitment", ["alle-sager"], ["ca. 700", "højst 0"]);
    let words = ["overskydende sager", "30. juni 2017"];
    said.finds("open-decision", ["overskydende-sager"], words);
    // When all are given to somebody, nobody says anything.
    let given = (
        "for: [paa-kanten], cases: ca. 1450",
        "for: [paa-kanten], cases: ca. 2150",
    );
    proposal_with(&[given]).has_only_errors([]);
}

#[test]
fn cases_follow_people_into_new_departments() {
    let words = ["3600 sager", "Tæt på arbejdsmarkedet", "På kanten"];
    proposal().finds("changed-caseworker", ["sagsbehandling"], words);
}

#[test]
fn central_tasks_have_a_reason_or_are_found() {
    let said = proposal();
    let words = ["Køb af tilbud", "Centersekretariatet", "ikke hvorfor"];
    said.finds("centralised-without-reason", ["tilbudskoeb"], words);
    assert_eq!(
        said.all_about("centralised-without-reason"),
        ids(["tilbudskoeb"])
    );
    // One is done in bulk and one is rare: each has its reason, and is told of alone.
    let words = ["Centersekretariatet", "Klager", "refusion"];
    said.finds("merged-function", ["klager", "refusion"], words);
    let words = ["fra 1 til 4"];
    said.finds("wider-field", ["centersekretariatet"], words);
    let reason = ", because: \"Stordrift: samme regler og systemer for alle ydelser\"";
    let about = proposal_with(&[(reason, "")]).all_about("centralised-without-reason");
    assert_eq!(about, ids(["refusion", "tilbudskoeb"]));
}

#[test]
fn decisions_are_made_where_the_citizen_is_but_for_grants() {
    let said = proposal();
    let words = ["Bevilling af tilbud", "3 led oppe", "1 led oppe", "90–92"];
    said.finds("decision-moved-from-frontline", ["bevilling"], words);
    assert_eq!(
        said.all_about("decision-moved-from-frontline"),
        ids(["bevilling"])
    );
    let near = "      decided_by: centersekretariatet      # antaget: følger købet; se princippet om beslutninger\n";
    let said = proposal_with(&[(near, "      decided_by: performers\n")]);
    said.is_silent_on(["decision-moved-from-frontline"]);
}

#[test]
fn departments_go_by_distance_and_no_group_is_forgotten() {
    let said = proposal();
    said.is_silent_on(["group-without-successor", "pathway-gap", "more-advisers"]);
    let changes = format!("{:?}", said.0.changes);
    for unit in [
        "dagpengeafdelingen",
        "kontanthjaelpsafdelingen",
        "sygedagpengeafdelingen",
        "integrationsafdelingen",
    ] {
        assert!(changes.contains(unit), "{unit} closes: {changes}");
    }
    // Were the sick a group of their own still, nobody would have them.
    let ended = "  - discontinue: { target_group: sygemeldte, because: \"Deles efter afstand til arbejdsmarkedet\" }\n";
    let said = proposal_with(&[(ended, "")]);
    let tasks = [
        "bevilling",
        "sagsbehandling",
        "sanktion",
        "virksomhedsindsats",
    ];
    said.finds(
        "unassigned-responsibility",
        tasks,
        ["Sygedagpengemodtagere"],
    );
}

#[test]
fn each_department_runs_itself() {
    proposal().is_silent_on(["coverage-gap", "overlapping-responsibility"]);
    let one = (
        "    virksomhedsindsats:\n      decided_by: performers\n      required_in: [afdeling]\n      responsible:\n        - { unit: afdeling-taet-paa, for: [taet-paa] }\n",
        "    virksomhedsindsats:\n      decided_by: performers\n      required_in: [afdeling]\n      responsible:\n",
    );
    let said = proposal_with(&[one]);
    let words = ["Virksomhedsrettet indsats", "tæt på arbejdsmarkedet"];
    said.finds("unassigned-responsibility", ["virksomhedsindsats"], words);
}

#[test]
fn somebody_follows_up_on_operations_and_economy() {
    proposal().is_silent_on(["absent-function", "unassigned-responsibility"]);
    let held = "kind: management, responsible: centersekretariatet }";
    let said = checked(CASE, "current", &[(held, "kind: management }")]);
    said.finding("unassigned-responsibility", ["opfoelgning"]);
}

#[test]
fn knowledge_of_one_benefit_is_spread_thin() {
    let said = proposal();
    let words = ["8 af ca. 45", "16 af ca. 16"];
    said.finds("diluted-competence", ["sygedagpenge"], words);
    let words = ["5 af ca. 45", "12 af ca. 12"];
    said.finds("diluted-competence", ["integration"], words);
    said.is_silent_on(["lost-competence"]);
}

#[test]
fn the_finance_committee_came_after_the_council() {
    let words = ["22. maj 2017", "4. april 2017"];
    proposal().finds("step-out-of-order", ["merudgifter"], words);
    let asked = (
        "body: oekonomiudvalget, date: 2017-05-22",
        "body: oekonomiudvalget, date: 2017-04-03",
    );
    let drafted = (
        "body: direktionen, from: 2017-04-01, to: 2017-04-30",
        "body: direktionen, from: 2017-03-01, to: 2017-03-31",
    );
    proposal_with(&[asked, drafted]).is_silent_on(["step-out-of-order"]);
}

#[test]
fn the_staff_representatives_are_in_it_though_no_day_is_known() {
    let said = proposal();
    said.is_silent_on(["unheard-body", "late-hearing", "short-hearing"]);
    let undated = said.all_about("undated-step");
    assert!(
        undated.is_superset(&ids(["med-sektor", "med-lokal", "tr-kaffe", "kompetence"])),
        "{undated:?}"
    );
    let talk = "    - { id: med-lokal, name: Møder i lokalMED, kind: discussion, body: lokalmed, from: unknown, to: unknown, done: true }\n";
    let said = proposal_with(&[(talk, "")]);
    let finding = said.finding("unheard-body", ["lokalmed"]);
    assert_eq!(finding.severity, Severity::Error);
}

#[test]
fn the_staff_know_their_place_before_the_move_at_the_end_of_june() {
    proposal().is_silent_on(["late-clarification", "clarified-before-decided"]);
    let told = (
        "kind: clarification, to: 2017-05-15, done: true }",
        "kind: clarification, to: 2017-07-15, done: true }",
    );
    let about = proposal_with(&[told]).all_about("step-out-of-order");
    assert!(about.contains("flytning"), "{about:?}");
    let late = ("clarified_by: 2017-05-15", "clarified_by: 2017-07-15");
    let said = proposal_with(&[late]);
    assert!(!said.about("late-clarification").is_empty());
}

#[test]
fn who_is_released_is_not_decided() {
    let said = proposal();
    said.finds("open-decision", ["fritstillinger"], ["fritstilles"]);
    // Two to four posts go, as agreed; nobody else is without a place.
    said.is_silent_on(["unplaced-staff", "double-placed-staff"]);
    let open = ids(["fritstillinger", "overskydende-sager"]);
    assert_eq!(said.all_about("open-decision"), open);
}

#[test]
fn one_question_alone_has_no_answer() {
    let said = Case::of(CASE, "proposal").heard(CASE).said();
    assert_eq!(
        said.all_about("unanswered-question"),
        ids(["avs-spoergsmaal"])
    );
    // What Dansk Folkeparti asks of the order of steps, the program finds too.
    said.finds("step-out-of-order", ["merudgifter"], []);
}
