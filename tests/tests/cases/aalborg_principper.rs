//! Aalborg, the same principles in every house: nobody moves, and what is to be seen is what is
//! missing, and the order in which everybody is heard.

use std::sync::LazyLock;

use rokade::Severity;
use rokade_core::ids::Id;

use crate::case::{Case, Edit, Said, checked, ids};

const CASE: &str = "aalborg-principper";

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
fn no_error_comes_of_the_principles_and_nobody_moves() {
    let case = Case::of(CASE, "proposal");
    let said = case.said();
    said.has_only_errors([]);
    said.is_silent_on([
        "moved-staff",
        "moved-function",
        "moved-unit",
        "changed-head",
    ]);
    assert_eq!(case.measure("posts_moved", None).1.as_deref(), Some("0"));
}

#[test]
fn one_house_has_no_company_oriented_effort() {
    let said = proposal();
    let words = ["Sygedagpengehuset", "Virksomhedsrettet indsats", "hus"];
    said.finds("coverage-gap", ["sygedagpengehuset"], words);
    assert_eq!(said.all_about("coverage-gap"), ids(["sygedagpengehuset"]));
    // The agreement of that house closes the gap, and takes nothing from the others.
    let followed: [(&str, &[Edit<'_>]); 2] = [("proposal", &[]), ("follow-up", &[])];
    let said = Case::edited(CASE, &[], &followed).said();
    said.has_only_errors([]);
    said.is_silent_on(["coverage-gap"]);
    let words = ["Sygedagpengehuset", "afgiver ikke"];
    said.finds("joined-function", ["virksomhedsindsats"], words);
}

#[test]
fn nobody_falls_between_two_stools() {
    proposal().is_silent_on([
        "pathway-gap",
        "unassigned-responsibility",
        "group-without-successor",
    ]);
    let cell = "{ unit: sygedagpengehuset, for: [sygemeldte] }, { unit: jobcenter-integration, for: [flygtninge] } ] }, because: \"Princip 3\" }";
    let without =
        "{ unit: jobcenter-integration, for: [flygtninge] } ] }, because: \"Princip 3\" }";
    let said = proposal_with(&[(cell, without)]);
    let words = ["Koordinering på tværs", "Sygedagpengemodtagere", "forløb"];
    said.finds("unassigned-responsibility", ["koordinering"], words);
    said.has_only_errors([("unassigned-responsibility", &["koordinering"])]);
}

#[test]
fn the_least_that_the_law_gives_is_given_in_every_house() {
    let drop = (
        "set:\n  functions:\n",
        "  - discontinue: { function: ret-og-pligt, because: \"Lokal prioritering\" }\n\nset:\n  functions:\n",
    );
    let said = proposal_with(&[drop, ("    ret-og-pligt: { required_in: [hus] }\n", "")]);
    let finding = said.finding("discontinued-function", ["ret-og-pligt"]);
    assert_eq!(finding.severity, Severity::Error);
    proposal().is_silent_on(["discontinued-function"]);
}

#[test]
fn somebody_evaluates_the_offers() {
    proposal().is_silent_on(["unassigned-responsibility", "absent-function"]);
    let held = "name: Evaluering af tilbud, kind: support, responsible: sekretariatet }";
    let nobodys = (held, "name: Evaluering af tilbud, kind: support }");
    let said = checked(CASE, "current", &[nobodys]);
    said.finding("unassigned-responsibility", ["evaluering"]);
}

#[test]
fn the_hearings_come_before_the_decision_and_one_day_is_unknown() {
    let said = proposal();
    said.is_silent_on([
        "late-hearing",
        "short-hearing",
        "unheard-body",
        "step-out-of-order",
    ]);
    said.finds(
        "undated-step",
        ["", "lbr-orientering"],
        ["orienteres", "træder i kraft"],
    );
    let process = Case::of(CASE, "proposal")
        .revision
        .chart
        .entries()
        .process
        .clone();
    let told: Vec<String> = process
        .steps
        .iter()
        .map(|step| {
            let days = [step.date, step.from, step.to];
            let days: Vec<String> = days.iter().flatten().map(ToString::to_string).collect();
            format!(
                "{} {}",
                step.body.as_ref().map_or("-", |body| body.as_str()),
                days.join(" ")
            )
        })
        .collect();
    let expected = [
        "jc-ledergruppen 2015-09-08",
        "fl 2015-09-09",
        "bsu 2015-09-22",
        "lmu 2015-09-28 2015-11-06",
        "lbr 2015-10-21",
        "amu 2015-11-10",
        "- 2015-11-11 2015-11-18",
        "jc-ledergruppen 2015-11-26",
        "- 2015-W49 2016-W04",
        "leverandoerer 2016-W04",
        "fl 2016-W06",
        "bsu 2016-W08",
        "lbr unknown",
    ];
    assert_eq!(told, expected);
    let decision = process.decision.expect("there is one");
    assert_eq!(
        decision.date.map(|day| day.to_string()).as_deref(),
        Some("2016-02-16")
    );
    assert_eq!(decision.identifiers, ["Sagsnr. 2015-031143"]);
    let absent = process.steps[2].absent.map(|absent| absent.to_string());
    assert_eq!(absent.as_deref(), Some("2"));
}

#[test]
fn a_route_in_another_order_is_found() {
    let decided = ("bsu, date: 2016-02-16", "bsu, date: 2015-11-01");
    let said = proposal_with(&[decided]);
    let finding = said.finding("late-hearing", ["hoering-lmu"]);
    assert_eq!(finding.severity, Severity::Error);
    let gathered = (
        "from: 2015-11-11, to: 2015-11-18",
        "from: 2015-11-02, to: 2015-11-05",
    );
    let about = proposal_with(&[gathered]).all_about("step-out-of-order");
    assert!(about.contains("samling"), "{about:?}");
    let unheard = (
        "name: AMU drøfter principperne, kind: discussion, body: amu,",
        "name: AMU drøfter principperne, kind: discussion,",
    );
    let said = proposal_with(&[
        unheard,
        (
            "required_in: [hus] }\n    samtaler",
            "required_in: [hus], responsible: sekretariatet }\n    samtaler",
        ),
    ]);
    assert!(
        said.all_about("unheard-body").contains("amu"),
        "{:?}",
        said.about("unheard-body")
    );
}

#[test]
fn the_frame_is_to_be_divided_among_the_houses() {
    let said = proposal();
    said.finds("open-decision", ["ramme"], ["26. november 2015"]);
    // The amounts are not in the document, and so nothing can be said of them.
    said.is_silent_on(["budget-over-frame"]);
    let not_judged = &said.0.not_judged;
    assert!(
        not_judged.iter().any(|told| told.contains("budget")),
        "{not_judged:?}"
    );
    let frame = (
        "    purpose: \"Ledige kommer videre mod job eller uddannelse\"\n    budget: unknown ",
        "    purpose: \"Ledige kommer videre mod job eller uddannelse\"\n    budget: 100000000 ",
    );
    let house = |head: &str| {
        let line = |budget: &str| format!("head: {head}, budget: {budget}");
        (line("unknown"), line("30000000"))
    };
    let houses = [
        "leder-jobhuset",
        "leder-uddannelseshuset",
        "leder-sygedagpengehuset",
        "leder-integration",
    ]
    .map(house);
    let mut edits = vec![frame];
    edits.extend(houses.iter().map(|(old, new)| (old.as_str(), new.as_str())));
    let said = checked(CASE, "current", &edits);
    let words = ["120.000.000", "100.000.000", "20.000.000"];
    said.finds("budget-over-frame", ["jobcenter-aalborg"], words);
}
