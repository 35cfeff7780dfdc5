//! Slagelse, four projects in the adult department.

use std::sync::LazyLock;

use rokade::Certainty;

use crate::case::{Case, Said, checked, ids};

const CASE: &str = "slagelse-voksen";

fn proposal() -> &'static Said {
    static SAID: LazyLock<Said> = LazyLock::new(|| Case::of(CASE, "proposal").said());
    &SAID
}

#[test]
fn the_organisation_today_has_no_fault() {
    checked(CASE, "current", &[]).has_only_errors([]);
}

#[test]
fn the_only_error_is_a_promise_that_cannot_be_shown_to_hold() {
    let said = proposal();
    said.has_only_errors([("broken-commitment", &["faa-skift"])]);
    let finding = said.finding("broken-commitment", ["faa-skift"]);
    assert_eq!(finding.certainty, Certainty::Possible);
    said.finds(
        "broken-commitment",
        ["faa-skift"],
        ["20\u{a0}%", "ca. 2000"],
    );
}

#[test]
fn two_thousand_cases_and_four_projects_of_which_one_has_no_size() {
    let case = Case::of(CASE, "proposal");
    let groups = &case.revision.chart.entries().target_groups;
    let citizens = |id: &str| groups[id].value.citizens.map(|n| n.to_string());
    for (group, size) in [
        ("jobstart-borgere", "100"),
        ("tidlig-jobparate", "ca. 150"),
        ("afklaring-borgere", "ca. 100"),
        ("haandholdt-borgere", "unknown"),
    ] {
        assert_eq!(citizens(group).as_deref(), Some(size), "{group}");
    }
    let said = case.said();
    // 100 and ca. 150 and ca. 100 for certain; the fourth may be the rest.
    let words = ["350–2000 sager", "JobStart", "Håndholdt støtte"];
    said.finds("split-function", ["sagsbehandling"], words);
    let words = ["Hvor mange borgere"];
    said.finds("open-decision", ["haandholdt-stoerrelse"], words);
    // They are all still somebody's.
    said.is_silent_on(["undistributed-cases", "unassigned-responsibility"]);
}

#[test]
fn the_projects_themselves_change_caseworkers() {
    let said = proposal();
    said.finds(
        "changed-caseworker",
        ["sagsbehandling"],
        ["350–2000", "JobStart"],
    );
}

#[test]
fn one_adviser_has_several_roles_so_that_the_citizen_meets_few() {
    let case = Case::of(CASE, "proposal");
    let staff = &case.revision.chart.entries().staff;
    for group in [
        "kombi-team-1",
        "kombi-team-2",
        "kombi-team-3",
        "kombi-jobenheden",
    ] {
        let performs = staff[group].value.performs.as_ref();
        assert_eq!(performs.map(Vec::len), Some(3), "{group}");
    }
    case.said().is_silent_on(["more-advisers"]);
    // With one role each they would be more than those met today.
    let roles =
        "performs: [sagsbehandling, mentorstoette, virksomhedspraktik], for: [jobstart-borgere]";
    let one = |group: &str, title: &str, role: &str| {
        let line = |performs: &str| format!("{group}: {{ title: \"{title}\", {performs} }}");
        (
            line(roles),
            line(&format!("performs: [{role}], for: [jobstart-borgere]")),
        )
    };
    let edits = [
        one("kombi-team-1", "Kombimedarbejder, JobStart (fra Team 1)", "sagsbehandling"),
        one("kombi-team-2", "Kombimedarbejder, JobStart (fra Team 2)", "sagsbehandling"),
        one("kombi-team-3", "Kombimedarbejder, JobStart (fra Team 3)", "mentorstoette"),
        one("kombi-jobenheden", "Kombimedarbejder, JobStart (fra Jobenheden)", "virksomhedspraktik"),
        (
            "underviser: { title: \"Underviser og mentor, JobStart\", performs: [holdundervisning, mentorstoette]".to_owned(),
            "underviser: { title: \"Underviser og mentor, JobStart\", performs: [holdundervisning]".to_owned(),
        ),
    ];
    let edits: Vec<(&str, &str)> = edits
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let said = Case::edited(CASE, &[], &[("proposal", &edits)]).said();
    assert!(said.all_about("more-advisers").contains("aktivitetsparate"));
    assert!(
        said.all_about("broken-commitment")
            .contains("faa-medarbejdere")
    );
}

#[test]
fn permanent_staff_go_into_the_projects_and_temps_cover() {
    let case = Case::of(CASE, "proposal");
    let said = case.said();
    let moved = said.all_about("moved-staff");
    let from = ids([
        "jobkonsulenter",
        "mentorer",
        "sagsbehandlere-1",
        "sagsbehandlere-2",
        "sagsbehandlere-3",
    ]);
    assert_eq!(moved, from);
    assert_eq!(
        case.measure("posts_moved", None).1.as_deref(),
        Some("ca. 17")
    );
    let staff = &case.revision.chart.entries().staff;
    let covered: Vec<String> = ["vikarer-1", "vikarer-2"]
        .iter()
        .flat_map(|temps| &staff[*temps].value.covers_for)
        .map(ToString::to_string)
        .collect();
    let expected = [
        "kombi-team-1",
        "coaches",
        "afklarere",
        "kombi-team-2",
        "kombi-team-3",
        "kombi-haandholdt",
    ];
    assert_eq!(covered, expected);
    // Knowledge stays in the house, but one team is left with temps for half of it.
    said.is_silent_on(["lost-competence", "unplaced-staff"]);
    said.finds(
        "diluted-competence",
        ["borgerkendskab"],
        ["Team 1", "7 af ca. 15", "16 af ca. 16"],
    );
}

#[test]
fn the_specialists_are_shared_and_the_department_has_them() {
    let said = proposal();
    let words = ["fra 2 til 7", "Karriererådgivning"];
    said.finds("wider-field", ["voksenafdelingen"], words);
    said.is_silent_on(["needs-split-across-sites", "responsibility-without-staff"]);
    let gone = "  - recruit: { staff: bankraadgiver, title: Bankrådgiver, unit: voksenafdelingen, performs: [gaeldsraad] }\n";
    let said = Case::edited(CASE, &[], &[("proposal", &[(gone, "")])]).said();
    let without = said.all_about("responsibility-without-staff");
    assert!(without.contains("gaeldsraad"), "{without:?}");
}

#[test]
fn projects_have_no_leader_so_the_head_of_department_leads_them_all() {
    let words = ["fra 3 til ca. 19"];
    proposal().finds("span-of-control", ["afdelingschef"], words);
}

#[test]
fn what_is_running_what_is_planned_and_what_is_being_prepared() {
    let said = proposal();
    let undated = ids([
        "grunddata",
        "haandholdt-start",
        "planlaegning-boern-unge",
        "tidlig-aktivitetsparate",
    ]);
    assert_eq!(said.all_about("undated-step"), undated);
    let open = ids([
        "afvikling",
        "boern-unge",
        "haandholdt-stoerrelse",
        "tidlig-aktivitetsparate",
    ]);
    assert_eq!(said.all_about("open-decision"), open);
    said.is_silent_on(["step-out-of-order"]);
    said.finds("late-clarification", [""], ["ca. 17"]);
}

#[test]
fn the_staff_have_had_their_say_at_the_department_meeting() {
    proposal().is_silent_on(["unheard-body"]);
    let workshops = [
        "    - { id: workshop-2014, name: Workshop om forbedringer, kind: discussion, body: afdelingsmoedet, date: 2014-H2, done: true, text: \"Forslag, der er arbejdet videre med\" }\n",
        "    - { id: workshops-2015, name: Workshops over året, kind: discussion, body: afdelingsmoedet, from: 2015-01-01, to: 2015-12-31, after: [workshop-2014] }\n",
    ];
    let none = workshops.map(|workshop| (workshop, ""));
    let said = Case::edited(CASE, &[], &[("proposal", &none)]).said();
    said.finding("unheard-body", ["afdelingsmoedet"]);
}
