//! Aalborg, jobcentres and benefits in one department: what the co-determination committee was
//! worried about comes out of the comparison, without the YAML saying it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rokade::{Certainty, Language, ReportFinding};
use rokade_core::entry::Hearing;
use rokade_core::finding::Value;
use rokade_core::ids::Subject;

use crate::case::{Case, Ids, Said, checked, ids, members};

const CASE: &str = "aalborg-integration";

fn proposal() -> &'static Said {
    static SAID: LazyLock<Said> = LazyLock::new(|| Case::of(CASE, "proposal").said());
    &SAID
}

fn counter_proposal() -> &'static Said {
    static SAID: LazyLock<Said> = LazyLock::new(|| Case::of(CASE, "counter-proposal").said());
    &SAID
}

#[test]
fn the_organisation_today_has_no_fault() {
    checked(CASE, "current", &[]).has_only_errors([]);
}

#[test]
fn job_and_benefits_come_into_one_department() {
    let said = proposal();
    let words = ["Socialafdelingen", "Job og Ydelse", "Adressen er den samme"];
    said.finds("moved-unit", ["central-ydelse"], words);
    let words = ["Central Ydelse", "Socialcenter Integration"];
    said.finds("merged-function", ["ydelse"], words);
}

#[test]
fn canteen_and_caretaker_are_on_nobodys_list() {
    let said = proposal();
    let about = ["kantine", "pedel"];
    let figures = ["Kastetvej", "Socialcenter Integration", "(ca. 2)", "1–2"];
    said.finds("unassigned-responsibility", about, figures);
    // Those who perform them are still there, in the unit that closes.
    let finding = said.finding("unassigned-responsibility", about);
    assert_eq!(finding.certainty, Certainty::Certain);
    let acts: Vec<_> = finding.caused_by.iter().map(|act| act.action).collect();
    assert_eq!(acts, ["close"]);
    let staff = ["kantinepersonale", "pedeller", "ydelsesraadgivere"];
    said.finds("unplaced-staff", staff, ["5–7", "introforløb (ca. 2–3)"]);
}

#[test]
fn most_of_the_benefits_staff_leave_the_house() {
    let words = ["24–25 af ca. 36–38", "12–13", "Ydelsescentret", "10–20 min"];
    proposal().finds("weakened-co-location", ["ydelse-jobindsats"], words);
}

#[test]
fn the_social_services_act_is_no_longer_in_the_same_house() {
    let words = [
        "ca. 4 stillinger",
        "Kastetvej (ca. 18)",
        "Forvaltningens hus",
    ];
    let said = proposal();
    said.finds("broken-co-location", ["servicelov-jobindsats"], words);
    // Both what is done and who does it went there, and either alone would have kept them.
    let finding = said.finding("broken-co-location", ["servicelov-jobindsats"]);
    let acts: Vec<_> = finding.caused_by.iter().map(|act| act.action).collect();
    assert_eq!(acts, ["move", "move"]);
}

#[test]
fn citizens_go_to_two_addresses_where_one_was_enough() {
    let words = [
        "mindst 2",
        "mod 1",
        "900–1200",
        "350–450",
        "Forvaltningens hus",
    ];
    proposal().finds(
        "more-sites-to-visit",
        ["flygtninge", "groenlaendere"],
        words,
    );
    counter_proposal().is_silent_on(["more-sites-to-visit"]);
}

#[test]
fn special_knowledge_drowns_in_a_larger_unit() {
    let said = proposal();
    let figures = ["12–13 af ca. 52–57", "18–20 af ca. 23–25"];
    said.finds("diluted-competence", ["flygtningeydelse"], figures);
    // Language and culture: all of the house have it today.
    let figures = ["12–13 af ca. 52–57", "23–25 af ca. 23–25"];
    said.finds("diluted-competence", ["sprog-kultur"], figures);
    said.is_silent_on(["lost-competence"]);
}

#[test]
fn interpreting_is_needed_at_two_sites() {
    let words = [
        "Kastetvej og Ydelsescentret",
        "i dag er det kun på Kastetvej",
    ];
    proposal().finds("needs-split-across-sites", ["tolk"], words);
}

#[test]
fn the_citizens_of_the_greenland_unit_meet_one_more_adviser_and_they_are_not_few() {
    let said = proposal();
    let figures = ["350–450", "mindst 3", "mod 2"];
    said.finds("more-advisers", ["groenlaendere"], figures);
    // The others meet as many groups of staff as today.
    assert_eq!(said.all_about("more-advisers"), ids(["groenlaendere"]));
    said.finds(
        "broken-commitment",
        ["faa-borgere"],
        ["350–450", "10\u{a0}%"],
    );
    for group in ["groenlaendere", "flygtninge"] {
        said.finds("more-handovers", [group], ["3 enheder", "mod 2"]);
    }
}

#[test]
fn nobody_has_counted_the_enquiries_that_those_who_stay_are_to_take() {
    let said = proposal();
    let not_judged = &said.0.not_judged;
    let is_it = |told: &String| told.contains("Råd og vejledning om ydelse");
    assert!(not_judged.iter().any(is_it), "{not_judged:?}");
}

#[test]
fn the_enquiries_could_be_judged_if_they_were_counted() {
    let counted = (
        "enquiries: unknown, per: day, per_post: ca. 8",
        "enquiries: 150, per: day, per_post: 8",
    );
    let said = Case::edited(CASE, &[counted], &[("proposal", &[])]).said();
    // Today 23-25 posts take them; 7 stay, and of 2-3 more nobody knows whose they are.
    said.finds(
        "caseload-over-norm",
        ["ydelsesvejledning"],
        ["150 henvendelser", "9–10"],
    );
}

#[test]
fn benefits_staff_left_at_kastetvej_are_led_from_elsewhere() {
    let said = proposal();
    let staff = ["groenlaender-ydelse", "ydelse-raad-vejledning"];
    let words = ["ca. 7", "Kastetvej", "Ydelsescentret"];
    said.finds("line-differs-from-place", staff, words);
    // And so is their professional sparring.
    let words = ["ca. 4", "faglige leder"];
    said.finds("line-differs-from-place", ["ydelse-raad-vejledning"], words);
}

#[test]
fn family_consultants_lose_house_and_leader_in_common() {
    let said = proposal();
    let words = ["dagligt", "Direktør", "4 led", "2 i dag"];
    said.finds("lost-site-and-head", ["familie-job"], words);
    // The pair is told once.
    said.is_silent_on(["distant-management"]);
}

#[test]
fn the_leaders_get_a_wider_field_and_more_staff() {
    let said = proposal();
    said.finds("span-of-control", ["leder-jci"], ["28", "21", "25"]);
    said.finds("span-of-control", ["leder-central-ydelse"], ["2", "10"]);
    let words = ["fra 1 til 4", "Tolkning", "Introforløb"];
    said.finds("wider-field", ["jobcenter-integration"], words);
}

#[test]
fn the_staff_are_not_told_when_they_will_know_and_no_day_is_set() {
    let said = proposal();
    said.finds("late-clarification", [""], ["45–49"]);
    said.finds("undated-step", ["", "hoering-lmu"], ["træder i kraft"]);
    // The committee of the jobcentre has been heard.
    said.is_silent_on(["unheard-body", "late-hearing"]);
}

#[test]
fn the_greenland_unit_is_kept() {
    let said = proposal();
    assert!(
        !said
            .all_about("broken-commitment")
            .contains("enheden-fastholdes")
    );
    let close = (
        "  - { id: socialcenter-nedlaegges",
        "  - close: { unit: groenlaenderenheden }\n  - { id: socialcenter-nedlaegges",
    );
    let said = Case::edited(CASE, &[], &[("proposal", &[close])]).said();
    assert!(
        said.all_about("broken-commitment")
            .contains("enheden-fastholdes")
    );
}

#[test]
fn no_other_error_comes_of_the_proposal() {
    proposal().has_only_errors([
        ("unassigned-responsibility", &["kantine", "pedel"]),
        ("broken-co-location", &["servicelov-jobindsats"]),
        (
            "unplaced-staff",
            &["kantinepersonale", "pedeller", "ydelsesraadgivere"],
        ),
        ("broken-commitment", &["faa-borgere"]),
    ]);
}

#[test]
fn the_counter_proposal_breaks_no_co_location_and_leaves_nobody_hanging() {
    let said = counter_proposal();
    said.has_only_errors([]);
    said.is_silent_on([
        "broken-co-location",
        "weakened-co-location",
        "needs-split-across-sites",
        "unassigned-responsibility",
        "unplaced-staff",
        "diluted-competence",
        "broken-commitment",
        "lost-site-and-head",
        "left-neighbours",
    ]);
}

#[test]
fn the_counter_proposal_is_no_cure_for_everything() {
    let said = counter_proposal();
    said.finds("more-advisers", ["groenlaendere"], ["mindst 3", "mod 2"]);
    said.finds("distant-management", ["familie-job"], ["4 led", "2 led"]);
    said.finds("span-of-control", ["leder-jci"], ["31–32", "21"]);
    let led: Vec<Ids> = said.about("line-differs-from-place").into_iter().collect();
    let expected = [
        ids(["bevilling", "groenlaender-social"]),
        ids(["groenlaender-ydelse", "teamleder-ydelse"]),
    ];
    assert_eq!(led, expected);
}

#[test]
fn in_the_counter_proposal_the_line_changes_and_nobodys_address_does() {
    let case = Case::of(CASE, "counter-proposal");
    let moved = |name: &str| case.measure(name, None).1;
    assert_eq!(moved("posts_at_other_site").as_deref(), Some("0"));
    assert_ne!(moved("posts_in_other_unit").as_deref(), Some("0"));
}

#[test]
fn what_the_group_needs_besides_is_somebodys() {
    proposal().is_silent_on(["coverage-gap", "absent-function"]);
    let held = "name: Bostøtte, kind: citizen, responsible: tilbud-serviceloven,";
    let nobodys = (held, "name: Bostøtte, kind: citizen,");
    let said = checked(CASE, "current", &[nobodys]);
    said.finding("unassigned-responsibility", ["bostoette"]);
}

#[test]
fn every_question_of_the_committee_stands_unanswered() {
    let said = Case::of(CASE, "proposal").heard(CASE).said();
    let questions = ids([
        "styrket-samarbejde",
        "alle-henvendelser",
        "to-steder",
        "specialviden-i-centret",
        "familiekonsulenter-adskilles",
        "borgerens-forstaaelse",
        "helhed-groenland",
        "tolkning",
        "kantine-pedel",
        "ledelse-af-ydelse",
        "god-ledelse",
    ]);
    assert_eq!(said.all_about("unanswered-question"), questions);
}

#[test]
fn what_a_point_raises_is_found_of_what_the_point_is_about() {
    let case = Case::of(CASE, "proposal").heard(CASE);
    let said = case.said();
    let mut raised = BTreeSet::new();
    for (_, point) in case.hearings().flat_map(Hearing::points) {
        // As a list of ids in quotes, whatever kinds they are of.
        let about = format!("{:?}", point.about);
        let is_about = |finding: &&ReportFinding| {
            let mut named: Vec<Subject> = finding.cause.subjects.clone();
            named.extend(finding.members.iter().map(|m| m.subject.clone()));
            let data = finding.data.values().flat_map(Value::things);
            named.extend(data.cloned());
            let mut named = named.iter().map(|thing| format!("\"{}\"", thing.id));
            // A promise names no thing but itself, and a hearing is not about promises.
            finding.rule == "broken-commitment" || named.any(|thing| about.contains(&thing))
        };
        for rule in point.raises.iter().map(|rule| &**rule) {
            let mut found = said.0.findings.iter().filter(|f| f.rule == rule);
            assert!(found.any(|f| is_about(&f)), "{:?} raises {rule}", point.id);
            raised.insert(rule.to_owned());
        }
    }
    // Every warning and error that the document has words for is raised by somebody.
    assert!(raised.len() >= 14, "{raised:?}");
}

#[test]
fn every_finding_of_a_proposal_has_a_cause() {
    for proposal in ["proposal", "counter-proposal"] {
        let said = Case::of(CASE, proposal).said();
        for finding in &said.0.findings {
            let message = &finding.message;
            assert!(!finding.caused_by.is_empty(), "{proposal}: {message}");
        }
    }
}

#[test]
fn both_languages_find_the_same() {
    let case = Case::of(CASE, "proposal");
    let [da, en] = [Language::Da, Language::En].map(|language| case.report(language));
    for (da, en) in da.0.findings.iter().zip(&en.0.findings) {
        assert_eq!(da.fingerprint.as_str(), en.fingerprint.as_str());
        assert_eq!(members(da), members(en));
        assert_eq!(da.data, en.data);
        assert_ne!(da.message, en.message);
    }
    assert_eq!(da.0.findings.len(), en.0.findings.len());
}
