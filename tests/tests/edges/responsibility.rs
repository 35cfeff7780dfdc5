//! Responsibility: what is told of a function, and of many at once.

use std::fmt::Write as _;

use rokade::Fingerprint;

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
