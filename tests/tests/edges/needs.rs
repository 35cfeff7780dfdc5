//! What must be there: functions that every house must have, and staff who perform what is needed.

use rokade::{Fingerprint, Value};

use super::*;

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
    let cause =
        |revision: &str| super::cause(&one(diff("needs-split-across-sites", &base, revision)));
    assert_eq!(cause(&chart("torv", "")), "unit-relocated unit:hus");
    assert_eq!(cause(&chart("kaj", ", site: torv")), "transfer unit:job");
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
