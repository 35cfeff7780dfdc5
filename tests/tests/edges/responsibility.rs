//! Responsibility: what is told of a function, and of many at once.

use std::fmt::Write as _;

use super::*;

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
fn what_no_unit_held_and_is_no_longer_named_is_told_in_one_line() {
    let kept = "units: { job: { name: Jobcenter } }
functions:
  a: { name: Vejledning, responsible: job }
  b: { name: Ydelse, responsible: job }
";
    let base = format!("{kept}  c: {{ name: Telefon }}\n  d: {{ name: Skranke }}\n");
    assert_eq!(
        messages(&diff("absent-function", &base, kept)),
        [
            "The proposal no longer names 2 functions that no unit is responsible for today, nor does it say that they end: Skranke and Telefon."
        ]
    );
}

/// Units of ours, each under a head of its own, and another organisation.
fn twice(functions: &str) -> String {
    format!(
        "units:
  job: {{ name: Jobcenter, head: a }}
  hus: {{ name: Huset, head: b }}
  region: {{ name: Regionen, external: true }}
staff: {{ a: {{ title: Jobchef, unit: job }}, b: {{ title: Husleder, unit: hus }} }}
functions: {{ {functions} }}
"
    )
}

#[test]
fn what_stands_twice_is_told_by_what_the_two_have_in_common() {
    let told = |job: &str, hus: &str| {
        let functions =
            format!("f: {{ responsible: job, {job} }}, g: {{ responsible: hus, {hus} }}");
        one(check("duplicated-function", &twice(&functions))).message
    };
    assert_eq!(
        told("name: Visitation", "name: Visitation, kle: 27.03"),
        "2 functions are called “Visitation” and lie under heads of whom none is above another: Huset and Jobcenter."
    );
    assert_eq!(
        told(
            "name: Visitation, kle: 27.03",
            "name: Visitation, kle: 27.03"
        ),
        "2 functions are called “Visitation” (KLE 27.03) and lie under heads of whom none is above another: Huset and Jobcenter."
    );
    assert_eq!(
        told(
            "name: Mentorstøtte, kle: 15.20",
            "name: Kontaktperson, kle: 15.20"
        ),
        "Kontaktperson and Mentorstøtte have the same KLE number (15.20) and lie under heads of whom none is above another: Huset and Jobcenter."
    );
}

#[test]
fn what_two_organisations_do_is_told_as_that() {
    let finding = one(check(
        "duplicated-function",
        &twice(
            "f: { name: Visitation, responsible: job }, g: { name: Visitation, responsible: region }",
        ),
    ));
    assert_eq!(
        finding.message,
        "2 functions are called “Visitation” and lie under different organisations: Jobcenter and Regionen."
    );
}

#[test]
fn functions_that_are_the_same_by_way_of_a_third_have_no_common_name() {
    let finding = one(check(
        "duplicated-function",
        &twice(
            "f: { name: Mentor, kle: 15.20, responsible: job }, g: { name: Kontaktperson, kle: 15.20, responsible: hus }, h: { name: Kontaktperson, responsible: job }",
        ),
    ));
    assert_eq!(
        finding.message,
        "Kontaktperson, Kontaktperson and Mentor share a name or a KLE number and lie under heads of whom none is above another: Huset and Jobcenter."
    );
}

#[test]
fn several_tasks_of_the_same_units_are_each_told_by_a_name() {
    let finding = one(check(
        "duplicated-function",
        &twice(
            "f: { name: Visitation, responsible: job }, g: { name: Visitation, responsible: hus }, h: { name: Mentor, kle: 15.20, responsible: job }, i: { name: Kontaktperson, kle: 15.20, responsible: hus }",
        ),
    ));
    assert_eq!(
        finding.message,
        "2 functions are there more than once (Mentor and Visitation) and lie under heads of whom none is above another: Huset and Jobcenter."
    );
}

#[test]
fn the_name_or_the_number_that_is_the_same_is_pointed_at() {
    let chart = format!(
        "rokade: 1\n{}",
        twice(
            "f: { name: Visitation, responsible: job }, g: { name: Visitation, responsible: hus }, h: { name: Mentor, kle: 15.20, responsible: job }, i: { name: Kontaktperson, kle: 15.20, responsible: hus }",
        )
    );
    let finding = one(check_text(&chart, &only("duplicated-function")));
    let places = finding
        .labels
        .iter()
        .map(|label| &chart[label.span.range()]);
    assert_eq!(
        places.collect::<Vec<_>>(),
        ["Visitation", "Visitation", "15.20", "15.20"]
    );
}

#[test]
fn a_function_that_was_the_same_by_its_name_is_no_more_so_by_its_number() {
    let chart = |kle: &str| {
        twice(&format!(
            "f: {{ name: Visitation, kle: 27.03, responsible: job }}, g: {{ name: Visitation, {kle}responsible: hus }}"
        ))
    };
    let (base, revision) = (chart(""), chart("kle: 27.03, "));
    assert_eq!(
        messages(&diff("duplicated-function", &base, &revision)),
        [""; 0]
    );
    assert_eq!(messages(&check("duplicated-function", &base)).len(), 1);
}

/// Units, with the functions that they are responsible for.
fn held(units: &str, functions: &str) -> String {
    format!("units: {{ {units} }}\nfunctions: {{ {functions} }}\n")
}

const FOUR: &str =
    "job: { name: Jobcenter }, hus: { name: Huset }, ny: { name: Nyhuset }, ko: { name: Kontoret }";

#[test]
fn what_nobody_holds_a_part_of_any_more_is_not_gathered() {
    let chart = |responsible: &str| {
        format!(
            "target_groups: {{ unge: {{ name: Unge }}, voksne: {{ name: Voksne, pathway: [f] }} }}\n{}",
            held(
                FOUR,
                &format!("f: {{ name: Ydelse, responsible: [{responsible}] }}")
            )
        )
    };
    let base = chart("{ unit: job, for: [unge] }, { unit: hus, for: [voksne] }");
    let told = |responsible: &str| {
        let report = diff("merged-function", &base, &chart(responsible));
        messages(&report).len()
    };
    assert_eq!(told("{ unit: ny, for: [unge] }"), 0);
    assert_eq!(told("ny"), 1);
}

#[test]
fn a_function_of_two_units_that_becomes_part_of_another_is_told_as_that() {
    let base = held(
        FOUR,
        "f: { name: Telefon, responsible: [job, hus] }, g: { name: Skranke, responsible: ny }",
    );
    let revision = held(
        FOUR,
        "g: { name: Skranke, responsible: ny, previously: [f] }",
    );
    assert_eq!(
        messages(&diff("merged-function", &base, &revision)),
        ["Telefon becomes part of Skranke, with Nyhuset."]
    );
}

#[test]
fn why_a_function_moves_is_what_became_of_the_units_that_had_it() {
    let base = held(
        FOUR,
        "f: { name: Telefon, responsible: job }, g: { name: Skranke, responsible: ny }",
    );
    let told = |units: &str, functions: &str| {
        let revision = held(units, functions);
        one(diff("moved-function", &base, &revision)).message
    };
    let functions = "f: { name: Telefon, responsible: ko }, g: { name: Skranke, responsible: ny }";
    assert_eq!(
        told(
            "a: { name: Nord, previously: [job] }, b: { name: Syd, previously: [job] }, hus: { name: Huset }, ny: { name: Nyhuset }, ko: { name: Kontoret }",
            functions
        ),
        "Telefon moves from Jobcenter, which is split, to Kontoret."
    );
    assert_eq!(
        told(
            "a: { name: Jobhus, previously: [job, hus] }, ny: { name: Nyhuset }, ko: { name: Kontoret }",
            functions
        ),
        "Telefon moves from Jobcenter, which is merged with others, to Kontoret."
    );
}

#[test]
fn only_the_unit_that_was_split_is_told_as_split_where_two_give_a_function_up() {
    let base = held(FOUR, "f: { name: Telefon, responsible: [job, hus] }");
    let revision = held(
        "a: { name: Nord, previously: [job] }, b: { name: Syd, previously: [job] }, hus: { name: Huset }, ny: { name: Nyhuset }, ko: { name: Kontoret }",
        "f: { name: Telefon, responsible: [ny, ko] }",
    );
    assert_eq!(
        messages(&diff("moved-function", &base, &revision)),
        [
            "Telefon moves from Huset and Jobcenter to Kontoret and Nyhuset because Jobcenter is split."
        ]
    );
}

#[test]
fn where_one_part_has_a_unit_that_closes_that_is_why_all_of_it_is_gathered() {
    let base = held(
        FOUR,
        "a: { name: Telefon, responsible: job }, b: { name: Skranke, responsible: hus }",
    );
    let told = |closed: &str| {
        let units: Vec<&str> = FOUR
            .split_inclusive("}, ")
            .filter(|unit| !unit.starts_with(closed))
            .collect();
        let revision = held(
            &units.concat(),
            "c: { name: Modtagelse, responsible: ny, previously: [a, b] }",
        ) + &format!("ended: {{ units: {{ {closed}: {{}} }} }}\n");
        one(diff("merged-function", &base, &revision)).message
    };
    assert_eq!(
        told("hus"),
        "Skranke and Telefon become one function: Modtagelse, with Nyhuset, because Huset closes."
    );
    assert_eq!(
        told("job"),
        "Skranke and Telefon become one function: Modtagelse, with Nyhuset, because Jobcenter closes."
    );
}

#[test]
fn what_two_units_of_ours_give_another_organisation_is_gathered_there() {
    let units = &format!("{FOUR}, region: {{ name: Regionen, external: true }}");
    let base = held(units, "f: { name: Telefon, responsible: [job, hus] }");
    let revision = held(units, "f: { name: Telefon, responsible: region }");
    assert_eq!(
        messages(&diff("merged-function", &base, &revision)),
        ["Telefon is gathered with Regionen. Today Huset and Jobcenter have it."]
    );
}

#[test]
fn who_joins_within_other_organisations_is_theirs_to_say() {
    let units = &format!(
        "{FOUR}, region: {{ name: Regionen, external: true }}, sygehus: {{ name: Sygehuset, parent: region }}"
    );
    let chart = |responsible: &str| {
        held(
            units,
            &format!("f: {{ name: Telefon, responsible: [{responsible}] }}"),
        )
    };
    let base = chart("region");
    let told = |responsible: &str| {
        let report = diff("joined-function", &base, &chart(responsible));
        messages(&report).len()
    };
    assert_eq!(told("region, sygehus"), 0);
    assert_eq!(told("region, job"), 1);
}

#[test]
fn of_functions_that_move_together_only_those_with_another_site_are_told_with_it() {
    let chart = |unit: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: torv }} }}
functions:
  f: {{ name: Telefon, responsible: {unit} }}
  g: {{ name: Skranke, responsible: {{ unit: {unit}, site: kaj }} }}
"
        )
    };
    let finding = one(diff("moved-function", &chart("job"), &chart("hus")));
    assert_eq!(
        finding.message,
        "2 functions move from Jobcenter to Huset: Skranke and Telefon. Telefon is then done at Torvet and not at Kajen."
    );
    let mut labels = labels(&finding);
    labels.sort_unstable();
    assert_eq!(
        labels,
        [
            "then: Huset",
            "then: Huset",
            "today: Jobcenter",
            "today: Jobcenter"
        ]
    );
}

#[test]
fn what_units_hold_together_without_saying_so_is_told_apart_from_what_they_share() {
    let places = "sites: { kaj: { name: Kajen } }\ntarget_groups: { unge: { name: Unge } }\n";
    let chart = |also: [&str; 4]| {
        let [beside, shared, half, elsewhere] = also;
        let functions = format!(
            "f: {{ name: Telefon, responsible: [job{beside}] }},
  g: {{ name: Skranke, responsible: [{{ unit: job, shared: true }}{shared}] }},
  h: {{ name: Ydelse, responsible: [{{ unit: job, shared: true }}{half}] }},
  i: {{ name: Tolkning, responsible: [{{ unit: job, site: kaj }}{elsewhere}] }}"
        );
        format!("{places}{}", held(FOUR, &functions))
    };
    let report = diff(
        "joined-function",
        &chart([""; 4]),
        &chart([
            ", hus",
            ", { unit: hus, shared: true }",
            ", hus",
            // Both have it for the young at Kajen, each by another scope.
            ", { unit: hus, for: [unge] }",
        ]),
    );
    let mut told: Vec<_> = report.findings.iter().map(members).collect();
    told.sort_unstable();
    assert_eq!(told, [["f", "h"], ["g", "i"]]);
}

#[test]
fn where_others_do_what_nobody_did_there_the_place_is_told() {
    let sites = "sites: { kaj: { name: Kajen }, torv: { name: Torvet } }\n";
    let chart = |also: &str| {
        let function =
            format!("f: {{ name: Telefon, responsible: [{{ unit: job, site: kaj }}{also}] }}");
        format!("{sites}{}", held(FOUR, &function))
    };
    let revision = chart(", { unit: hus, site: torv }");
    assert_eq!(
        messages(&diff("joined-function", &chart(""), &revision)),
        [
            "Huset becomes responsible for Telefon at Torvet beside Jobcenter, which gives up none of it."
        ]
    );
}

#[test]
fn a_function_that_others_join_is_called_what_the_proposal_calls_it() {
    let base = held(FOUR, "f: { name: Telefon, responsible: job }");
    let revision = held(
        FOUR,
        "ny: { name: Telefon, responsible: [job, hus], previously: [f] }",
    );
    let finding = one(diff("joined-function", &base, &revision));
    assert_eq!(members(&finding), ["ny"]);
}

#[test]
fn a_third_unit_with_the_same_responsibility_is_news() {
    let chart = |functions: &str| held(FOUR, functions);
    let two = chart("f: { name: Telefon, responsible: [job, hus] }");
    let three = chart("f: { name: Telefon, responsible: [job, hus, ny] }");
    let told = |base: &str, revision: &str| {
        messages(&diff("overlapping-responsibility", base, revision)).len()
    };
    assert_eq!(told(&two, &two), 0);
    assert_eq!(told(&two, &three), 1);
}

/// What is told of functions that nobody is responsible for any more.
fn lost(base: &str, revision: &str) -> String {
    messages(&diff("unassigned-responsibility", base, revision)).join("\n")
}

#[test]
fn of_units_that_gave_a_function_up_the_one_that_closes_is_told() {
    let base = held(
        FOUR,
        "f: { name: Ydelse, statutory: true, responsible: [hus, job] }",
    );
    let told = |closed: &str| {
        let units: Vec<&str> = FOUR
            .split_inclusive("}, ")
            .filter(|unit| !unit.starts_with(closed))
            .collect();
        let revision = held(&units.concat(), "f: { name: Ydelse, statutory: true }")
            + &format!("ended: {{ units: {{ {closed}: {{}} }} }}\n");
        lost(&base, &revision)
    };
    assert_eq!(
        told("hus"),
        "Nobody is responsible for Ydelse: Huset closes."
    );
    assert_eq!(
        told("job"),
        "Nobody is responsible for Ydelse: Jobcenter closes."
    );
}

/// Two units, each responsible for a part of a function.
fn parts(of_hus: &str, of_job: &str, staff: &str, rest: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
target_groups: {{ unge: {{ name: Unge, pathway: [f] }}, voksne: {{ name: Voksne }} }}
units: {{ hus: {{ name: Huset, site: torv }}, job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ {staff} }}
functions: {{ f: {{ name: Ydelse, responsible: [{{ unit: hus, {of_hus} }}{of_job}]{rest} }} }}
"
    )
}

#[test]
fn a_unit_that_has_it_elsewhere_under_another_id_has_given_up_where_it_had_it() {
    let chart = |unit: &str, site: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ {unit} }}
functions: {{ f: {{ name: Ydelse, responsible: [{{ unit: {}, site: {site} }}], needed_at: [kaj, torv] }} }}
",
            &unit[..3]
        )
    };
    let base = chart("job: { name: Jobcenter }", "kaj");
    let revision = chart("nyt: { name: Nyt jobcenter, previously: [job] }", "torv");
    assert_eq!(
        lost(&base, &revision),
        "Nobody is responsible for Ydelse at Kajen: Jobcenter no longer is."
    );
}

#[test]
fn a_part_that_nobody_has_any_more_was_that_of_the_unit_that_had_just_that() {
    let told = |of_hus: &str, of_job: &str, staff: &str, rest: &str| {
        let base = parts(of_hus, &format!(", {{ unit: job, {of_job} }}"), staff, rest);
        lost(&base, &parts(of_hus, "", staff, rest))
    };
    assert_eq!(
        told(
            "site: torv",
            "site: kaj",
            "k: { title: Kajvejleder, unit: hus, site: kaj, performs: [f] }, t: { title: Torvevejleder, unit: hus, performs: [f] }",
            ", needed_at: [kaj, torv]"
        ),
        "Nobody is responsible for Ydelse at Kajen: Jobcenter no longer is. Performed today by Kajvejleder (1)."
    );
    assert_eq!(
        told(
            "for: [voksne]",
            "for: [unge]",
            "u: { title: Ungevejleder, unit: hus, performs: [f], for: [unge] }, v: { title: Voksenvejleder, unit: hus, performs: [f], for: [voksne] }",
            ""
        ),
        "Nobody is responsible for Ydelse for Unge: Jobcenter no longer is. Performed today by Ungevejleder (1)."
    );
}

#[test]
fn what_perhaps_nobody_needs_is_told_apart_from_what_is_needed() {
    let base = held(
        FOUR,
        "f: { name: Ydelse, statutory: true, responsible: job }, g: { name: Telefon, responsible: job }",
    );
    let revision = held(
        FOUR,
        "f: { name: Ydelse, statutory: true }, g: { name: Telefon }",
    );
    assert_eq!(
        lost(&base, &revision),
        "Nobody is responsible for Telefon and Ydelse: Jobcenter no longer is. For Telefon this is only possible: nothing in the proposal says whether it is still needed."
    );
}

#[test]
fn what_nobody_is_responsible_for_is_called_what_the_proposal_calls_it() {
    let base = held(
        FOUR,
        "f: { name: Ydelse, statutory: true, responsible: job }",
    );
    let revision = held(
        FOUR,
        "ny: { name: Ydelse, statutory: true, previously: [f] }",
    );
    let finding = one(diff("unassigned-responsibility", &base, &revision));
    assert_eq!(members(&finding), ["ny"]);
}
