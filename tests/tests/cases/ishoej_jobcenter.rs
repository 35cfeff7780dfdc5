//! Ishøj, a jobcentre of its own or part of another centre: the two proposals of the memo.

use std::sync::LazyLock;

use crate::case::{Case, Edit, Said, checked, ids};

const CASE: &str = "ishoej-jobcenter";
const OWN: &str = "proposal-own-centre";
const MERGED: &str = "proposal-merged-centre";

fn own() -> &'static Said {
    static SAID: LazyLock<Said> = LazyLock::new(|| Case::of(CASE, OWN).said());
    &SAID
}

fn merged() -> &'static Said {
    static SAID: LazyLock<Said> = LazyLock::new(|| Case::of(CASE, MERGED).said());
    &SAID
}

fn own_with(edits: &[Edit<'_>]) -> Said {
    Case::edited(CASE, &[], &[(OWN, edits)]).said()
}

#[test]
fn the_organisation_today_has_no_error_and_does_its_administration_twice() {
    let said = checked(CASE, "current", &[]);
    said.has_only_errors([]);
    let twice = [
        "budget-ishoej",
        "budget-vallensbaek",
        "politisk-ishoej",
        "politisk-vallensbaek",
    ];
    said.finds(
        "duplicated-function",
        twice,
        ["Ishøj Kommune", "Vallensbæk"],
    );
    said.finds("open-decision", ["ungdomsskolen"], ["2022"]);
}

#[test]
fn one_centre_has_two_names_and_the_chart_says_so() {
    checked(CASE, "current", &[]).is_silent_on(["near-duplicate-name"]);
    // As the memo has it, a reader cannot tell whether they are two; the other name is also
    // misspelt there.
    let also = "    also: [Center for Velfærd og Voksne]   # begge navne bruges i notatet\n";
    let two = (
        "  borgerraadgiveren:\n    name: Borgerrådgiveren",
        "  andet-center: { name: Center for Velfærd og Vokse, parent: direktoeromraade-bkm, head: none }\n  \
         borgerraadgiveren:\n    name: Borgerrådgiveren",
    );
    let said = checked(CASE, "current", &[(also, ""), two]);
    let both = ["andet-center", "center-voksne-velfaerd"];
    said.finds(
        "near-duplicate-name",
        both,
        ["Velfærd og Vokse", "Voksne og Velfærd"],
    );
}

#[test]
fn no_error_comes_of_either_proposal() {
    own().has_only_errors([]);
    merged().has_only_errors([]);
}

#[test]
fn thirty_to_thirty_five_ten_and_ten_to_twelve_come_to_fifty_to_fifty_seven() {
    for (proposal, centre) in [(OWN, "center-beskaeftigelse"), (MERGED, "jobcenter")] {
        let case = Case::of(CASE, proposal);
        let moved = Some("ca. 50-57".to_owned());
        assert_eq!(case.measure("posts_moved", None).1, moved, "{proposal}");
        // The new head's post is there too, and nobody is in it.
        let posts = if proposal == OWN {
            "ca. 51-58"
        } else {
            "ca. 50-57"
        };
        let count = case.measure("unit_headcount", Some(centre)).1;
        assert_eq!(count.as_deref(), Some(posts), "{proposal}");
        let said = case.said();
        let staff = ["afdelingsledere", "jobcentermedarbejdere"];
        // Two of the three heads of department are among them.
        let words = ["ca. 30–35", "Afdelingsleder i jobcentret (2)"];
        said.finds("moved-staff", staff, words);
        said.finds(
            "moved-unit",
            ["ydelsesteamet"],
            ["ca. 10 ", "Borgerservice"],
        );
        said.finds(
            "moved-unit",
            ["ishoej-uddannelse-job"],
            ["ca. 10–12", "Straksaktivering"],
        );
        let left = &case.revision.chart.entries().staff["afdelingsledere"].value;
        assert_eq!(left.count.map(|n| n.to_string()).as_deref(), Some("1"));
        // The jobcentre's head stays in Vallensbæk.
        let head = &case.revision.chart.entries().staff["jobcenterchef-vallensbaek"];
        assert_eq!(
            format!("{:?}", head.value.unit),
            format!("{:?}", {
                let base = &case.base.chart.entries().staff["jobcenterchef-vallensbaek"];
                base.value.unit.clone()
            })
        );
    }
}

#[test]
fn the_new_centre_has_no_head_and_the_other_one_has() {
    let words = ["50–57", "Centerchef, Beskæftigelse", "ikke besat"];
    own().finds("vacant-head", ["center-beskaeftigelse"], words);
    let said = merged();
    said.is_silent_on(["vacant-head"]);
    let words = ["ca. 52–59", "mod 2", "25"];
    said.finds("span-of-control", ["centerchef-voksne-velfaerd"], words);
}

#[test]
fn the_new_head_costs_a_million_a_year() {
    let words = ["1.000.000\u{a0}kr.", "om året"];
    own().finds("higher-cost", ["centerchef-beskaeftigelse"], words);
    merged().is_silent_on(["higher-cost"]);
}

#[test]
fn the_authority_is_taken_home_and_what_vallensbaek_does_itself_goes_back() {
    for said in [own(), merged()] {
        let home = ["jobindsats", "virksomhedskontakt"];
        said.finds("split-function", home, ["Vallensbæk", "28–33"]);
        let home = ["henvisning-straks", "sagsgange"];
        said.finds("moved-function", home, ["Vallensbæk"]);
        let back = ["genoptraening", "hjaelpemidler", "specialiseret-social"];
        said.finds("split-function", back, ["Vallensbæk Kommune"]);
        // Nobody is left without somebody responsible.
        said.is_silent_on(["unassigned-responsibility", "unplaced-staff", "pathway-gap"]);
    }
}

#[test]
fn school_guidance_and_its_staff_stay_where_they_are() {
    for proposal in [OWN, MERGED] {
        let case = Case::of(CASE, proposal);
        let said = case.said();
        for rule in ["moved-function", "split-function", "absent-function"] {
            let moved = said.all_about(rule);
            assert!(
                moved.is_disjoint(&ids(["grundskolevejledning", "dsi"])),
                "{rule}: {moved:?}"
            );
        }
        let moved = said.all_about("moved-staff");
        assert!(moved.is_disjoint(&ids(["grundskolevejledere", "dsi-medarbejdere"])));
        // Those who worked with them every week lose both house and leader in common.
        said.finds(
            "lost-site-and-head",
            ["unge-skole"],
            ["hver uge", "Kommunaldirektør"],
        );
        said.is_silent_on(["broken-commitment"]);
    }
}

#[test]
fn there_is_one_entrance_and_job_guidance_and_benefits_share_a_house() {
    for said in [own(), merged()] {
        said.is_silent_on(["more-entrances", "broken-commitment", "not-yet-co-located"]);
    }
    let stays = (
        "  - relocate: { unit: ydelsesteamet, to: jobcenter-ishoej }\n",
        "",
    );
    let said = own_with(&[stays]);
    assert!(said.all_about("broken-commitment").contains("en-indgang"));
}

#[test]
fn double_administration_ends() {
    let summary = |said: &Said| format!("{:?}", said.0.changes);
    for said in [own(), merged()] {
        let ended = ["budget-vallensbaek", "politisk-vallensbaek"];
        let changes = summary(said);
        for function in ended {
            assert!(changes.contains(function), "{function}: {changes}");
        }
        said.is_silent_on(["duplicated-function"]);
    }
}

#[test]
fn the_citizens_adviser_stands_under_no_centre_that_decides() {
    own().is_silent_on(["dependent-unit"]);
    let under = (
        "set:\n",
        "  - move: { unit: borgerraadgiveren, to: center-beskaeftigelse }\n\nset:\n",
    );
    let said = own_with(&[under]);
    assert_eq!(said.all_about("dependent-unit"), ids(["borgerraadgiveren"]));
}

#[test]
fn everyone_is_clarified_by_the_same_day_in_both_municipalities() {
    let unclear = ["late-clarification", "clarified-before-decided"];
    own().is_silent_on(unclear);
    let said = own_with(&[("vallensbaek: 2021-H1 }", "vallensbaek: 2021-H2 }")]);
    assert!(!said.about("late-clarification").is_empty());
    let said = own_with(&[(
        "clarified_by: { ishoej: 2021-H1, vallensbaek: 2021-H1 }",
        "clarified_by: 2022-H1",
    )]);
    assert!(!said.about("late-clarification").is_empty());
}

#[test]
fn the_hearings_are_parallel_and_nothing_has_a_day() {
    let said = own();
    said.is_silent_on(["step-out-of-order", "late-hearing", "unheard-body"]);
    let about = [
        "",
        "hoering-med",
        "hoering-ungdomsskolen-bestyrelse",
        "hoering-ungdomsskolen-med",
        "indretning",
        "intern-organisering",
        "it",
        "oensker",
        "opslag",
        "rekruttering",
    ];
    said.finds("undated-step", about, ["9 trin", "besluttes"]);
    let dated = |name: &str, from: &str, to: &str| {
        (
            format!("name: {name}, kind: hearing, body:"),
            format!("name: {name}, kind: hearing, from: {from}, to: {to}, body:"),
        )
    };
    let one = dated("Høring om jobcentret", "2021-03-01", "2021-03-31");
    let other = dated(
        "Høring om Ungdomsskolen i bestyrelsen",
        "2021-05-01",
        "2021-05-31",
    );
    let none = "from: unknown, to: unknown, after: [anbefaling] }";
    let nor =
        "from: unknown, to: unknown, parallel_with: [hoering-med, hoering-ungdomsskolen-med] }";
    let edits = [
        (one.0.as_str(), one.1.as_str()),
        (other.0.as_str(), other.1.as_str()),
        (none, "after: [anbefaling] }"),
        (nor, "parallel_with: [hoering-med] }"),
    ];
    let said = own_with(&edits);
    assert!(!said.about("step-out-of-order").is_empty());
}

#[test]
fn a_wish_to_stay_with_the_schools_would_be_counted() {
    own().is_silent_on(["unmet-wishes"]);
    let asked = (
        "wishes: { center-dagtilbud-uddannelse: unknown }",
        "wishes: { center-dagtilbud-uddannelse: 4 }",
    );
    let said = Case::edited(CASE, &[asked], &[(OWN, &[])]).said();
    said.finds("unmet-wishes", ["uddannelsesvejledere"], ["4"]);
    // Nor is there room for more than are counted, where the workplaces are.
    let room = (
        "name: Det nye jobcenter i Ishøj }",
        "name: Det nye jobcenter i Ishøj, capacity: 40 }",
    );
    let said = own_with(&[room]);
    said.finds("site-over-capacity", ["jobcenter-ishoej"], ["40", "51–58"]);
}

#[test]
fn both_municipalities_can_still_do_it_afterwards() {
    own().is_silent_on([
        "diluted-competence",
        "lost-competence",
        "isolated-specialists",
    ]);
    let mass = (
        "name: Myndighed på beskæftigelsesområdet, critical_mass: 5 }",
        "name: Myndighed på beskæftigelsesområdet, critical_mass: 45 }",
    );
    let said = Case::edited(CASE, &[mass], &[(OWN, &[])]).said();
    said.finding("diluted-competence", ["beskaeftigelsesret"]);
}

#[test]
fn what_is_not_decided_is_on_a_list() {
    let open = ids([
        "samarbejdsaftaler",
        "politik",
        "intern-organisering",
        "vaertssteder",
    ]);
    // Ungdomsskolen is no newer than today's chart: that is where it is told.
    assert_eq!(
        checked(CASE, "current", &[]).all_about("open-decision"),
        ids(["ungdomsskolen"])
    );
    for said in [own(), merged()] {
        assert_eq!(said.all_about("open-decision"), open);
        // Where the staff want to go, nobody has asked yet.
        said.is_silent_on(["unmet-wishes"]);
    }
}

#[test]
fn no_more_moves_than_is_needed() {
    own().is_silent_on(["broken-commitment"]);
    let said = own_with(&[(
        "at_most: { posts_moved: 65 }",
        "at_most: { posts_moved: 40 }",
    )]);
    said.finds("broken-commitment", ["hoejst-noedvendigt"], ["50–57", "40"]);
}

#[test]
fn activation_is_still_done_at_the_places_of_two_other_centres() {
    let case = Case::of(CASE, OWN);
    let function = &case.revision.chart.entries().functions["straksaktivering"].value;
    let hosts: Vec<String> = function
        .hosted_by
        .iter()
        .map(|host| format!("{host:?}"))
        .collect();
    assert_eq!(hosts.len(), 2);
    assert!(hosts[0].contains("center-park-vej-miljoe") && hosts[0].contains("dyreparken"));
    assert!(hosts[1].contains("center-ejendomme") && hosts[1].contains("malervaerkstedet"));
}
