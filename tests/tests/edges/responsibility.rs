//! Responsibility: what is told of a function, and of many at once.

use std::fmt::Write as _;

use rokade::{Fingerprint, Value};

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

/// Houses, all of which must have a company-oriented effort.
fn houses(groups: &str, units: &str, staff: &str, responsible: &str) -> String {
    format!(
        "target_groups: {{ {groups} }}
units: {{ {units} }}
staff: {{ {staff} }}
functions: {{ f: {{ name: Indsats, responsible: [{responsible}], required_in: [hus] }} }}
"
    )
}

const NORD_AND_SYD: &str =
    "nord: { name: Nord, type: hus }, syd: { name: Syd, type: hus }, stab: { name: Stab }";

#[test]
fn a_house_serves_those_who_come_to_it_or_to_a_team_of_it_first() {
    let told = |entrance: &str| {
        one(check(
            "coverage-gap",
            &houses(
                &format!("unge: {{ name: Unge, entrance: {entrance} }}"),
                &format!("{NORD_AND_SYD}, team: {{ name: Team, parent: syd }}"),
                "",
                "nord",
            ),
        ))
        .message
    };
    let for_unge = "Syd lacks Indsats for Unge, which every unit of the type hus must have for the target groups it serves.";
    assert_eq!(told("syd"), for_unge);
    assert_eq!(told("team"), for_unge);
    assert_eq!(
        told("stab"),
        "Syd lacks Indsats, which every unit of the type hus must have."
    );
}

#[test]
fn who_is_responsible_for_anyone_lacks_nothing_for_those_it_serves() {
    let chart = |responsible: &str| {
        houses(
            "unge: { name: Unge }",
            NORD_AND_SYD,
            "r: { title: Rådgiver, unit: syd, count: 2, for: [unge] }",
            responsible,
        )
    };
    assert_eq!(
        messages(&check("coverage-gap", &chart("nord, syd"))),
        [""; 0]
    );
    assert_eq!(messages(&check("coverage-gap", &chart("nord"))).len(), 1);
}

#[test]
fn staff_of_another_house_are_no_staff_of_this_one() {
    let chart = |unit: &str| {
        houses(
            "",
            NORD_AND_SYD,
            &format!("r: {{ title: Rådgiver, unit: {unit}, count: 2, performs: [f] }}"),
            "nord",
        )
    };
    assert_eq!(messages(&check("coverage-gap", &chart("stab"))).len(), 1);
    assert_eq!(messages(&check("coverage-gap", &chart("syd"))), [""; 0]);
}

#[test]
fn houses_that_lack_something_for_different_groups_are_told_each_with_its_own() {
    let finding = one(check(
        "coverage-gap",
        &houses(
            "unge: { name: Unge, entrance: nord }, voksne: { name: Voksne, entrance: syd }",
            NORD_AND_SYD,
            "",
            "stab",
        ),
    ));
    assert_eq!(
        finding.message,
        "Nord (Unge) and Syd (Voksne) lack Indsats, which every unit of the type hus must have for the target groups it serves."
    );
}

#[test]
fn where_nobody_may_be_there_for_one_group_that_alone_is_only_possible() {
    let chart = houses(
        "unge: { name: Unge, entrance: syd }, voksne: { name: Voksne, entrance: syd }",
        NORD_AND_SYD,
        "r: { title: Rådgiver, unit: syd, count: 0-2, performs: [f], for: [voksne] }",
        "nord",
    );
    let report = check("coverage-gap", &chart);
    let mut told: Vec<_> = report
        .findings
        .iter()
        .map(|one| (one.certainty, one.message.as_str(), &one.fingerprint))
        .collect();
    told.sort();
    let mark = |part: &str| Fingerprint::of(["coverage-gap", "itself", part, "unit:syd"]);
    assert_eq!(
        told,
        [
            (
                Certainty::Possible,
                "Syd may lack Indsats for Voksne, which every unit of the type hus must have for the target groups it serves.",
                &mark("voksne possible"),
            ),
            (
                Certainty::Certain,
                "Syd lacks Indsats for Unge, which every unit of the type hus must have for the target groups it serves.",
                &mark("unge"),
            ),
        ]
    );
}

#[test]
fn of_citizens_whom_another_house_serves_too_only_some_lack_something() {
    let citizens = |staff: &str, responsible: &str| {
        let chart = houses(
            "unge: { name: Unge, citizens: 300 }, voksne: { name: Voksne, citizens: 40 }",
            NORD_AND_SYD,
            staff,
            responsible,
        );
        let citizens = one(check("coverage-gap", &chart)).citizens;
        citizens.map(|citizens| (citizens.min, citizens.max))
    };
    let some = |min: u32, max: u32| Some((min.into(), Some(max.into())));
    let syd = "s: { title: Rådgiver, unit: syd, for: [unge] }";
    let both = &format!("{syd}, n: {{ title: Rådgiver, unit: nord, for: [unge] }}");
    let apart = &format!("{syd}, n: {{ title: Rådgiver, unit: nord, for: [voksne] }}");
    assert_eq!(citizens(syd, "nord"), some(300, 300));
    assert_eq!(citizens(apart, "nord"), some(300, 300));
    assert_eq!(citizens(both, "nord"), some(0, 300));
    assert_eq!(citizens(both, "stab"), some(300, 300));
}

#[test]
fn a_function_that_ends_names_who_performs_it_and_on_whose_way_it_is() {
    let chart = |functions: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, region: {{ name: Regionen, external: true }} }}
target_groups: {{ unge: {{ name: Unge, citizens: 300, pathway: [f, g] }}, voksne: {{ name: Voksne, citizens: 40, pathway: [g] }} }}
staff:
  r: {{ title: Rådgiver, unit: job, count: 2, performs: [f] }}
  l: {{ title: Læge, unit: region, count: 3, performs: [f] }}
{functions}"
        )
    };
    let g = "g: { name: Ydelse, responsible: job }";
    let finding = one(diff(
        "discontinued-function",
        &chart(&format!(
            "functions: {{ f: {{ name: Vejledning, responsible: job }}, {g} }}\n"
        )),
        &chart(&format!(
            "functions: {{ {g} }}\nended: {{ functions: {{ f: {{ name: Vejledning }} }} }}\n"
        )),
    ));
    assert_eq!(
        finding.message,
        "Vejledning ends, and no reason is given. Today Jobcenter is responsible. Performed today by Rådgiver (2). It is a step on the pathway of Unge."
    );
    assert_eq!(
        finding.citizens.map(|citizens| citizens.max),
        Some(Some(300.into()))
    );
}

#[test]
fn who_performs_what_ends_at_a_site_is_who_sits_there_whatever_becomes_of_the_site() {
    let chart = |sites: &str, kaj: &str, rest: &str| {
        format!(
            "sites: {{ torv: {{ name: Torvet }}, {sites} }}
units: {{ job: {{ name: Jobcenter, site: torv }} }}
functions: {{ f: {{ name: Vejledning, responsible: job }} }}
staff:
  k: {{ title: Kajvejleder, unit: job, site: {kaj}, performs: [f] }}
  t: {{ title: Torvevejleder, unit: job, count: 2, performs: [f] }}
{rest}"
        )
    };
    let base = chart("kaj: { name: Kajen }", "kaj", "");
    let staff = |revision: &str| {
        let message = one(diff("discontinued-function", &base, revision)).message;
        message
            .split_once("Performed today by ")
            .map(|(_, staff)| staff.to_owned())
    };
    let only = Some("Kajvejleder (1).".to_owned());
    let ends = "ended: { functions: { f: { at: [kaj] } } }\n";
    let stays = chart("kaj: { name: Kajen }", "kaj", ends);
    assert_eq!(staff(&stays), only);
    let renamed = chart(
        "havn: { name: Havnen, previously: [kaj] }",
        "havn",
        &ends.replace("kaj", "havn"),
    );
    assert_eq!(staff(&renamed), only);
    let closed = chart(
        "bro: { name: Broen }",
        "torv",
        "ended: { sites: { kaj: { name: Kajen } }, functions: { f: { at: [kaj] } } }\n",
    );
    assert_eq!(staff(&closed), only);
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
fn a_function_that_others_join_is_called_what_the_proposal_calls_it() {
    let base = held(FOUR, "f: { name: Telefon, responsible: job }");
    let revision = held(
        FOUR,
        "ny: { name: Telefon, responsible: [job, hus], previously: [f] }",
    );
    let finding = one(diff("joined-function", &base, &revision));
    assert_eq!(members(&finding), ["ny"]);
}

/// Interpreters, needed by advisers.
fn interpreters(needed: &str, staff: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ {staff} }}
functions:
  job: {{ name: Jobindsats, kind: citizen, responsible: job }}
  tolk: {{ name: Tolkning, kind: support, responsible: job{needed} }}
"
    )
}

#[test]
fn where_perhaps_nobody_sits_a_function_is_perhaps_needed() {
    let needed = ", needed_by: { functions: [job] }";
    let at_one = "r: { title: Rådgiver, unit: job, count: 10, performs: [job] }";
    let certainty = |count: &str| {
        let others = format!(
            "{at_one}, u: {{ title: Udsendt, unit: job, site: torv, count: {count}, performs: [job] }}"
        );
        let finding = one(diff(
            "needs-split-across-sites",
            &interpreters(needed, at_one),
            &interpreters(needed, &others),
        ));
        finding.certainty
    };
    assert_eq!(certainty("0-2"), Certainty::Possible);
    assert_eq!(certainty("1-2"), Certainty::Certain);
    assert_eq!(certainty("unknown"), Certainty::Certain);
}

#[test]
fn what_only_the_proposal_says_who_needs_is_no_lack_of_what_is_stated() {
    let needed = ", needed_by: { functions: [job] }";
    let not_judged = |base: &str, revision: &str| {
        let report = diff(
            "needs-split-across-sites",
            &interpreters(base, ""),
            &interpreters(revision, ""),
        );
        assert_eq!(messages(&report), [""; 0]);
        report.not_judged.len()
    };
    assert_eq!(not_judged("", needed), 0);
    assert_eq!(not_judged(needed, ""), 0);
    assert_eq!(not_judged(needed, needed), 1);
}

#[test]
fn a_function_is_needed_elsewhere_because_those_who_need_it_move() {
    let chart = |site: &str, own: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: {site} }} }}
staff:
  r: {{ title: Rådgiver, unit: job, count: 10, performs: [job] }}
  v: {{ title: Vejleder, unit: job, count: 2{own}, performs: [job] }}
functions:
  job: {{ name: Jobindsats, kind: citizen, responsible: job }}
  tolk: {{ name: Tolkning, kind: support, responsible: job, needed_by: {{ functions: [job], units: [hus] }} }}
"
        )
    };
    let base = chart("kaj", "");
    let cause = |revision: &str| {
        let finding = one(diff("needs-split-across-sites", &base, revision));
        let subjects = finding.cause.subjects.iter();
        let subjects: Vec<String> = subjects.map(ToString::to_string).collect();
        (finding.cause.kind, subjects.join(" "))
    };
    let told = |kind: &str, subject: &str| (kind.to_owned(), subject.to_owned());
    assert_eq!(
        cause(&chart("torv", "")),
        told("unit-relocated", "unit:hus")
    );
    assert_eq!(
        cause(&chart("kaj", ", site: torv")),
        told("transfer", "unit:job")
    );
}

#[test]
fn it_is_told_where_somebody_performs_what_is_needed_at_new_sites() {
    let chart = |sites: &str, staff: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }}, havn: {{ name: Havnen }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ {staff} }}
functions: {{ tolk: {{ name: Tolkning, kind: support, responsible: job, needed_at: [{sites}] }} }}
"
        )
    };
    let told = |at: &[&str]| {
        let staff: Vec<String> = at
            .iter()
            .map(|site| {
                format!("t-{site}: {{ title: Tolk, unit: job, site: {site}, performs: [tolk] }}")
            })
            .collect();
        let revision = chart("kaj, torv, havn", &staff.join(", "));
        let finding = one(diff(
            "needs-split-across-sites",
            &chart("kaj", ""),
            &revision,
        ));
        let performed = match finding.data.get("performed") {
            Some(Value::Word(word)) => (*word).to_owned(),
            other => format!("{other:?}"),
        };
        let (_, there) = finding.message.split_once(". ").expect("a sentence more");
        (performed, there.to_owned())
    };
    let sentence = |word: &str, there: &str| (word.to_owned(), there.to_owned());
    let of_both = "At Havnen and Torvet there is nobody to perform Tolkning.";
    assert_eq!(
        told(&[]),
        sentence(
            "not-stated",
            "The proposal does not say who is to perform it there."
        )
    );
    assert_eq!(told(&["kaj"]), sentence("none", of_both));
    assert_eq!(
        told(&["torv"]),
        sentence("some", "At Havnen there is nobody to perform Tolkning.")
    );
    assert_eq!(
        told(&["torv", "havn"]),
        sentence("all", "There are staff to perform it there.")
    );
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

#[test]
fn the_citizens_of_what_a_unit_cannot_do_are_those_it_is_for_or_on_whose_way_it_is() {
    let chart = |f: &str, p: &str| {
        format!(
            "target_groups: {{ unge: {{ name: Unge, citizens: 300 }}, voksne: {{ name: Voksne, citizens: 40, pathway: [p] }} }}
units: {{ job: {{ name: Jobcenter, head: vacant }}, hus: {{ name: Huset, head: a }} }}
staff: {{ a: {{ title: Husleder, unit: hus, performs: [f, p] }} }}
functions:
  f: {{ name: Ydelse, kind: citizen, responsible: {f} }}
  p: {{ name: Visitation, kind: citizen, responsible: {p} }}
"
        )
    };
    for rule in [
        "responsibility-without-head",
        "responsibility-without-staff",
    ] {
        let told = |f: &str, p: &str| {
            let citizens = one(check(rule, &chart(f, p))).citizens;
            citizens.map(|citizens| (citizens.min, citizens.max))
        };
        let exactly = |n: u32| Some((n.into(), Some(n.into())));
        let both = "[{ unit: job, for: [unge] }, { unit: hus, for: [voksne] }]";
        assert_eq!(told(both, "hus"), exactly(300), "{rule}");
        assert_eq!(told("hus", "job"), exactly(40), "{rule}");
        assert_eq!(told("job", "hus"), None, "{rule}");
    }
}

/// Sites, and a unit whose staff perform something.
fn at_kajen(staff: &str, functions: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
target_groups: {{ unge: {{ name: Unge }}, voksne: {{ name: Voksne }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: torv }} }}
staff: {{ r: {{ title: Rådgiver, unit: job, count: 2, performs: [job] }}{staff} }}
functions:
  job: {{ name: Jobindsats, responsible: job }}
  {functions}
"
    )
}

#[test]
fn where_nobody_performs_a_function_at_all_one_place_more_says_nothing() {
    let told = |staff: &str, scope: &str, [base, revision]: [&str; 2]| {
        let chart = |sites: &str| {
            let function = format!(
                "f: {{ name: Ydelse, kind: citizen, responsible: {{ unit: job{scope} }}, needed_at: [{sites}] }}"
            );
            at_kajen(staff, &function)
        };
        let report = diff(
            "responsibility-without-staff",
            &chart(base),
            &chart(revision),
        );
        messages(&report).join(" ")
    };
    let at_kaj = ", y: { title: Yder, unit: job, performs: [f] }";
    assert_eq!(
        told(at_kaj, "", ["kaj", "kaj, torv"]),
        "Under Jobcenter nobody performs Ydelse at Torvet. It is performed only elsewhere or for other citizens: Yder (1)."
    );
    assert_eq!(told("", "", ["", "kaj"]), "");
    assert_eq!(told("", "", ["kaj", "kaj, torv"]), "");
    assert_eq!(told("", ", site: kaj", ["", "kaj"]), "");
}

#[test]
fn of_two_entries_that_say_the_same_that_which_says_no_more_is_pointed_at() {
    let entries = [
        "{ unit: job, for: [unge, voksne] }",
        "{ unit: job, for: [unge] }",
    ];
    let pointed_at = |entries: [&str; 2]| {
        let responsible = entries.join(", ");
        let function =
            format!("f: {{ name: Ydelse, kind: citizen, responsible: [{responsible}] }}");
        let chart = format!("rokade: 1\n{}", at_kajen("", &function));
        let finding = one(check_text(&chart, &only("responsibility-without-staff")));
        let labels = finding.labels.iter();
        let mut places: Vec<String> = labels
            .map(|label| chart[label.span.range()].to_owned())
            .collect();
        places.sort_unstable();
        places
    };
    let [wide, narrow] = entries;
    assert_eq!(pointed_at([wide, narrow]), entries);
    assert_eq!(pointed_at([narrow, wide]), entries);
}

#[test]
fn what_is_needed_at_a_site_lacks_staff_there_for_each_group_it_is_held_for() {
    let told = |staff: &str, responsible: &str| {
        let functions = format!(
            "f: {{ name: Tolkning, kind: support, responsible: {responsible}, needed_at: [kaj] }}"
        );
        let report = check("responsibility-without-staff", &at_kajen(staff, &functions));
        messages(&report).join(" ")
    };
    let interpreter = ", t: { title: Tolk, unit: job, performs: [f] }";
    for responsible in ["job", "{ unit: job, for: [unge] }"] {
        assert_eq!(
            told("", responsible),
            "Under Jobcenter nobody performs Tolkning at Kajen."
        );
        assert_eq!(told(interpreter, responsible), "");
    }
}

#[test]
fn where_nobody_is_said_to_perform_anything_nothing_is_lacking() {
    let told = |staff: &str| {
        let chart = format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff: {{ {staff} }}
functions: {{ f: {{ name: Ydelse, kind: citizen, responsible: job }} }}
"
        );
        let report = check("responsibility-without-staff", &chart);
        (report.findings.len(), report.not_judged.len())
    };
    assert_eq!(told(""), (0, 1));
    assert_eq!(
        told("r: { title: Rådgiver, unit: hus, performs: [f] }"),
        (1, 0)
    );
}

#[test]
fn those_who_sit_where_a_responsibility_is_perform_it() {
    let told = |site: &str| {
        let staff = format!(", v: {{ title: Vejleder, unit: job, site: {site}, performs: [f] }}");
        let function = "f: { name: Ydelse, kind: citizen, responsible: { unit: job, site: torv } }";
        let report = check("responsibility-without-staff", &at_kajen(&staff, function));
        messages(&report).join(" ")
    };
    assert_eq!(told("torv"), "");
    assert_eq!(
        told("kaj"),
        "Under Jobcenter nobody performs Ydelse at Torvet. It is performed only elsewhere or for other citizens: Vejleder (1)."
    );
}

#[test]
fn where_those_who_sit_there_do_not_say_what_they_perform_nobody_is_only_possible() {
    let certainty = |site: &str| {
        let staff = format!(", v: {{ title: Vejleder, unit: job, site: {site} }}");
        let function = "f: { name: Tolkning, kind: support, responsible: job, needed_at: [torv] }";
        one(check(
            "responsibility-without-staff",
            &at_kajen(&staff, function),
        ))
        .certainty
    };
    assert_eq!(certainty("torv"), Certainty::Possible);
    assert_eq!(certainty("kaj"), Certainty::Certain);
}

#[test]
fn what_a_closed_unit_still_holds_is_mended_where_it_says_so() {
    let pointed_at = |responsible: &str| {
        let chart = format!(
            "rokade: 1
units: {{ job: {{ name: Jobcenter }} }}
functions: {{ f: {{ name: Ydelse, statutory: true{responsible} }} }}
ended: {{ units: {{ hus: {{ name: Huset }} }} }}
"
        );
        let finding = one(check_text(&chart, &only("unassigned-responsibility")));
        let labels = finding.labels.iter();
        let places: Vec<&str> = labels.map(|label| &chart[label.span.range()]).collect();
        (finding.message, places.join(" "))
    };
    let told = |message: &str, place: &str| (message.to_owned(), place.to_owned());
    assert_eq!(
        pointed_at(", responsible: hus"),
        told(
            "Nobody is responsible for Ydelse: Huset, which was, has closed.",
            "hus"
        )
    );
    assert_eq!(
        pointed_at(""),
        told(
            "Nobody is responsible for Ydelse, although the law asks for it.",
            "f"
        )
    );
}

#[test]
fn posts_that_perform_what_nobody_is_responsible_for_count_where_they_serve_those_who_need_it() {
    let posts = |groups: &str| {
        let chart = format!(
            "target_groups: {{ unge: {{ name: Unge }}, voksne: {{ name: Voksne }} }}
units: {{ job: {{ name: Jobcenter }} }}
staff:
  u: {{ title: Ungerådgiver, unit: job, count: 3, performs: [f], for: [unge] }}
  v: {{ title: Voksenrådgiver, unit: job, count: 5, performs: [f], for: [voksne] }}
functions: {{ f: {{ name: Ydelse, responsible: [{{ unit: job }}, {{ unit: hus, for: [{groups}] }}] }} }}
ended: {{ units: {{ hus: {{ name: Huset }} }} }}
"
        );
        let posts = one(check("unassigned-responsibility", &chart)).posts;
        posts.map(|posts| (posts.min, posts.max))
    };
    let exactly = |n: u32| Some((n.into(), Some(n.into())));
    assert_eq!(posts("unge"), exactly(3));
    assert_eq!(posts("unge, voksne"), exactly(8));
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
