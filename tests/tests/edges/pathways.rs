//! The ways of citizens: whom they meet, where they come in, and which sites they go to.

use std::collections::BTreeSet;

use rokade::Quantity;

use super::*;

/// Two steps, who does them, and the citizens who take them.
fn ways(staff: &str, groups: &str) -> String {
    format!(
        "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff: {{ {staff} }}
functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }}, tilbud: {{ name: Tilbud, responsible: job }} }}
target_groups: {{ {groups} }}
"
    )
}

const LEDIGE: &str = "ledige: { name: Ledige, pathway: [plan, ydelse] }";
const ALONE: &str = "a: { title: Rådgiver, unit: job, count: 4, performs: [plan, ydelse] }";
const DIVIDED: &str = "a: { title: Rådgiver, unit: job, count: 4, performs: [plan] }, b: { title: Ydelsesrådgiver, unit: job, count: 2, performs: [ydelse] }";

#[test]
fn a_pathway_stated_in_the_proposal_alone_cannot_be_compared() {
    let group = |pathway: &str| ways(ALONE, &format!("ledige: {{ name: Ledige{pathway} }}"));
    let stated = ", pathway: [plan, ydelse]";
    let not_judged = |before: &str, now: &str| {
        diff("more-advisers", &group(before), &group(now))
            .not_judged
            .len()
    };
    assert_eq!(not_judged("", ""), 0);
    assert_eq!(not_judged("", stated), 1);
    assert_eq!(not_judged(stated, ""), 1);
    assert_eq!(not_judged(stated, stated), 0);
}

#[test]
fn of_groups_that_were_merged_the_citizens_are_those_of_each_before() {
    let base = ways(
        ALONE,
        "unge: { name: Unge, citizens: 100, pathway: [plan, ydelse] }, voksne: { name: Voksne, citizens: 40, pathway: [plan, ydelse] }",
    );
    let told = |groups: &str| {
        let report = diff("more-advisers", &base, &ways(DIVIDED, groups));
        let told = report.findings.into_iter().map(|finding| {
            let (groups, _) = finding.message.split_once(" must").expect("they must");
            groups.to_owned()
        });
        told.collect::<Vec<_>>()
    };
    // Where it is the same group, it is the citizens of the proposal.
    let same = "unge: { name: Unge, citizens: 110, pathway: [plan, ydelse] }, voksne: { name: Voksne, citizens: 50, pathway: [plan, ydelse] }";
    assert_eq!(told(same), ["Unge (110)", "Voksne (50)"]);
    let merged = "ledige: { name: Ledige, citizens: 999, pathway: [plan, ydelse], previously: [unge, voksne] }";
    assert_eq!(told(merged), ["Ledige (100)", "Ledige (40)"]);
}

#[test]
fn findings_on_pathways_with_one_cause_are_told_apart_by_their_groups() {
    let base = ways(
        ALONE,
        "unge: { name: Unge, pathway: [plan, ydelse] }, voksne: { name: Voksne, pathway: [plan, ydelse] }",
    );
    let staff = "a: { title: Rådgiver, unit: hus, count: 4, performs: [plan] }, b: { title: Ydelsesrådgiver, unit: job, count: 2, performs: [ydelse] }, c: { title: Konsulent, unit: job, count: 2, performs: [tilbud] }";
    let told = |groups: &str| {
        let report = diff("more-advisers", &base, &ways(staff, groups));
        let marks = report.findings.iter().map(|finding| &finding.fingerprint);
        assert_eq!(marks.collect::<BTreeSet<_>>().len(), 2);
        let members = report.findings.iter().flat_map(|finding| &finding.members);
        let members = members.map(|member| format!("{} {}", member.subject.id, member.part));
        members.collect::<BTreeSet<_>>()
    };
    let set = |members: &[&str]| members.iter().map(|&one| one.to_owned()).collect();
    let two = told(
        "unge: { name: Unge, pathway: [plan, ydelse] }, voksne: { name: Voksne, pathway: [plan, ydelse, tilbud] }",
    );
    assert_eq!(two, set(&["unge ", "voksne "]));
    // Of what was divided, each part is something else.
    let divided = told(
        "unge: { name: Unge, pathway: [plan, ydelse] }, piger: { name: Piger, pathway: [plan, ydelse], previously: [voksne] }, drenge: { name: Drenge, pathway: [plan, ydelse, tilbud], previously: [voksne] }",
    );
    assert_eq!(divided, set(&["unge ", "voksne drenge", "voksne piger"]));
}

#[test]
fn who_may_not_be_there_is_not_relied_on() {
    let group = "ledige: { name: Ledige, pathway: [plan, ydelse] }";
    let perhaps = |count: &str| {
        let staff = format!(
            "{DIVIDED}, c: {{ title: Vikar, unit: job, count: {count}, performs: [plan, ydelse] }}"
        );
        diff("more-advisers", &ways(ALONE, group), &ways(&staff, group))
            .findings
            .len()
    };
    assert_eq!((perhaps("1-2"), perhaps("0-1")), (0, 1));
}

#[test]
fn more_advisers_tells_what_is_new_on_the_way_and_who_is_then_met() {
    let vikar = ", c: { title: Vikar, unit: job, count: 0-1, performs: [plan, ydelse] }";
    let before = format!("{DIVIDED}{vikar}");
    let now = format!("{before}, d: {{ title: Konsulent, unit: job, performs: [tilbud] }}");
    let finding = one(diff(
        "more-advisers",
        &ways(&before, "ledige: { name: Ledige, pathway: [plan, ydelse] }"),
        &ways(
            &now,
            "ledige: { name: Ledige, pathway: [plan, ydelse, tilbud] }",
        ),
    ));
    assert_eq!(finding.certainty, Certainty::Possible);
    assert!(
        finding
            .message
            .ends_with("Then: Konsulent (1) and Vikar (0–1). New on the pathway: Tilbud."),
        "{}",
        finding.message
    );
}

#[test]
fn who_may_not_be_there_is_not_told_where_that_is_all_that_makes_it_more() {
    let now = format!(
        "{DIVIDED}, c: {{ title: Vikar, unit: job, count: 0-1, performs: [plan, ydelse] }}"
    );
    let finding = one(diff(
        "more-advisers",
        &ways(ALONE, LEDIGE),
        &ways(&now, LEDIGE),
    ));
    assert_eq!(
        finding.message,
        "Ledige may come to see 1–2 different advisers, against 1 today, to get through the whole pathway. \
         Today: Rådgiver (4). Then: Rådgiver (4) and Ydelsesrådgiver (2)."
    );
}

#[test]
fn more_advisers_are_put_down_to_what_happened_to_who_did_it_all() {
    let told = |staff: &str| {
        let groups = format!("{LEDIGE}, andre: {{ name: Andre }}");
        let [base, revision] = [ALONE, staff].map(|staff| ways(staff, &groups));
        cause(&one(diff("more-advisers", &base, &revision)))
    };
    let elsewhere = DIVIDED.replacen("unit: job", "unit: hus", 1);
    assert_eq!(told(&elsewhere), "transfer unit:job unit:hus");
    let for_others = format!(
        "{}, c: {{ title: Jurist, unit: job, performs: [plan] }}, b: {{ title: Vikar, unit: job, performs: [ydelse] }}",
        ALONE.replace("unit: job", "unit: hus, for: [andre]")
    );
    assert_eq!(told(&for_others), "transfer unit:job unit:hus");
    assert_eq!(told(DIVIDED), "itself target_group:ledige");
}

#[test]
fn groups_that_shared_an_entrance_part_though_one_joins_another_group() {
    let chart = |groups: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}\ntarget_groups: {{ {groups} }}\n"
        )
    };
    let base = chart(
        "a: { name: Unge, entrance: job }, b: { name: Voksne, entrance: job }, c: { name: Ældre, entrance: hus }",
    );
    let revision = chart(
        "a: { name: Unge, entrance: job }, d: { name: Voksne og ældre, entrance: hus, previously: [b, c] }",
    );
    let finding = one(diff("more-entrances", &base, &revision));
    assert_eq!(
        finding.message,
        "Unge and Voksne have one entrance today: Jobcenter. Then there are 2: Huset and Jobcenter."
    );
}

#[test]
fn an_entrance_that_is_still_there_is_its_own_cause() {
    let chart = |units: &str, entrance: &str| {
        format!(
            "units: {{ forv: {{ name: Forvaltningen }}, hus: {{ name: Huset }}{units} }}
target_groups: {{ a: {{ name: Unge, entrance: {entrance} }}, b: {{ name: Voksne, entrance: hus }} }}
"
        )
    };
    let base = chart(", job: { name: Jobcenter }", "job").replace("entrance: hus", "entrance: job");
    let told = |revision: &str| cause(&one(diff("more-entrances", &base, revision)));
    let moved = chart(", job: { name: Jobcenter, parent: forv }", "job");
    assert_eq!(told(&moved), "itself unit:job");
    let closed = chart("", "forv") + "ended: { units: { job: { name: Jobcenter } } }\n";
    assert_eq!(told(&closed), "unit-closed unit:job");
}

#[test]
fn a_step_that_is_taken_twice_is_one_gap() {
    let finding = one(check(
        "pathway-gap",
        "units: { job: { name: Jobcenter } }
functions: { plan: { name: Jobplan }, ydelse: { name: Ydelse, responsible: job } }
target_groups: { ledige: { name: Ledige, pathway: [plan, ydelse, plan] } }
",
    ));
    let groups = finding.data["groups"].things();
    let groups: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(groups, ["ledige"]);
}

#[test]
fn cases_that_may_have_no_unit_are_told_by_how_many_it_can_be() {
    let chart = |responsible: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, unge: {{ name: Ungehus }} }}
functions: {{ f: {{ name: Jobplaner, responsible: [{responsible}] }} }}
"
        )
    };
    let base = chart("{ unit: job, cases: 380-400 }");
    let revision = chart("{ unit: job, cases: 300 }, { unit: unge }");
    let finding = one(diff("undistributed-cases", &base, &revision));
    assert_eq!(finding.certainty, Certainty::Possible);
    assert!(
        finding
            .message
            .starts_with("Up to 100 cases may be with no unit then"),
        "{}",
        finding.message
    );
}

#[test]
fn the_citizens_of_a_decision_are_those_who_meet_the_function() {
    let chart = |decided_by: &str, citizens: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }} }}
staff:
  leder: {{ title: Leder, unit: job }}
  a: {{ title: Rådgiver, unit: job, count: 4, performs: [plan] }}
functions:
  plan: {{ name: Jobplan, responsible: job, decided_by: {decided_by} }}
  ydelse: {{ name: Ydelse, responsible: job }}
target_groups:
  ledige: {{ name: Ledige, pathway: [plan, ydelse]{citizens} }}
  andre: {{ name: Andre, pathway: [ydelse], citizens: 30 }}
"
        )
    };
    let told = |citizens: &str| {
        let base = chart("performers", citizens);
        let revision = chart("head", citizens);
        one(diff("decision-moved-from-frontline", &base, &revision)).citizens
    };
    assert_eq!(told(", citizens: 100"), Some(Quantity::exact(100).into()));
    assert_eq!(told(""), None);
}

#[test]
fn posts_that_nobody_has_placed_still_cost_what_they_did() {
    let chart = |staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}\nstaff: {{ leder: {{ title: Leder, unit: job, cost: 900 }}{staff} }}\n"
        )
    };
    let base = chart(", a: { title: Rådgiver, unit: job, count: 4, cost: 500 }");
    let revision = chart(", ny: { title: Jurist, unit: job, count: 2, cost: 600 }");
    let finding = one(diff("higher-cost", &base, &revision));
    assert_eq!(
        finding.message,
        "Posts cost 1200 more a year: Jurist (1200)."
    );
}

#[test]
fn a_promise_that_is_broken_in_one_more_way_is_told_for_that() {
    let chart = |unge: &str, voksne: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: {unge} }} }}
sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
target_groups: {{ a: {{ name: Unge, entrance: job }}, b: {{ name: Voksne, entrance: {voksne} }} }}
commitments: [{{ id: samlet, text: Alt samlet, at_most: {{ entrances: 1, sites_used: 1 }} }}]
"
        )
    };
    let told = |base: (&str, &str)| {
        let report = diff(
            "broken-commitment",
            &chart(base.0, base.1),
            &chart("torv", "hus"),
        );
        report.findings.len()
    };
    assert_eq!(told(("kaj", "job")), 2);
    assert_eq!(told(("torv", "job")), 1);
    assert_eq!(told(("kaj", "hus")), 1);
    assert_eq!(told(("torv", "hus")), 0);
}

#[test]
fn a_frame_with_a_fault_in_it_is_not_judged_by_its_budgets() {
    let told = |above: &str, below: &str| {
        let report = check(
            "budget-over-frame",
            &format!(
                "units:
  forv: {{ name: Forvaltningen, budget: 100{above} }}
  job: {{ name: Jobcenter, parent: forv, budget: 150{below} }}
"
            ),
        );
        report.findings.len()
    };
    let fault = ", site: ukendt";
    assert_eq!(told("", ""), 1);
    assert_eq!((told(fault, ""), told("", fault)), (0, 0));
}

/// The steps of a pathway, each with who performs it where.
fn visits(steps: &str, posts: &[(&str, &str, &str)]) -> String {
    let staff = posts.iter().enumerate().map(|(i, (step, site, count))| {
        format!("p{i}: {{ title: Post {i}, unit: job, site: {site}, count: {count}, performs: [{step}] }}")
    });
    format!(
        "sites: {{ aa: {{ name: Åhuset }}, kaj: {{ name: Kajen }}, torv: {{ name: Torvet }}, havn: {{ name: Havnen }} }}
units: {{ job: {{ name: Jobcenter }} }}
staff: {{ {} }}
functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }}, tilbud: {{ name: Tilbud, responsible: job }} }}
target_groups: {{ ledige: {{ name: Ledige, pathway: [{steps}] }} }}
",
        staff.collect::<Vec<_>>().join(", ")
    )
}

fn visited(steps: &str, before: &[(&str, &str, &str)], now: &[(&str, &str, &str)]) -> String {
    let report = diff(
        "more-sites-to-visit",
        &visits(steps, before),
        &visits(steps, now),
    );
    messages(&report).concat()
}

#[test]
fn of_sites_that_serve_as_well_those_that_are_known_are_told() {
    let told = visited(
        "plan, ydelse",
        &[
            ("plan", "kaj", "1"),
            ("ydelse", "kaj", "1"),
            ("plan", "torv", "1"),
        ],
        &[
            ("plan", "kaj", "1"),
            ("ydelse", "aa", "1"),
            ("ydelse", "torv", "1"),
        ],
    );
    assert_eq!(
        told,
        "Ledige must go to at least 2 sites, against 1 today, to get through the whole pathway. Today: Kajen. Then: Kajen and Torvet."
    );
}

#[test]
fn sites_of_posts_that_may_be_none_are_relied_on_where_there_are_no_others() {
    let told = visited(
        "plan, ydelse, tilbud",
        &[("plan, ydelse, tilbud", "kaj", "1")],
        &[
            ("plan", "kaj", "1"),
            ("ydelse", "torv", "0-1"),
            ("tilbud", "kaj", "1"),
        ],
    );
    assert_eq!(
        told,
        "Ledige must go to at least 2 sites, against 1 today, to get through the whole pathway. Today: Kajen. Then: Kajen and Torvet. New site: Torvet (Ydelse)."
    );
}

#[test]
fn the_fewest_sites_are_told_with_all_who_may_be_there() {
    let told = visited(
        "plan, ydelse, tilbud",
        &[("plan, ydelse, tilbud", "kaj", "1")],
        &[
            ("plan", "kaj", "1"),
            ("ydelse", "torv", "1"),
            ("tilbud", "torv", "0-1"),
            ("tilbud", "havn", "1"),
        ],
    );
    assert_eq!(
        told,
        "Ledige must go to at least 2–3 sites, against 1 today, to get through the whole pathway. Today: Kajen. Then: Kajen and Torvet. New site: Torvet (Tilbud, Ydelse)."
    );
}

#[test]
fn where_a_step_is_met_at_one_more_site_they_may_have_to_go_there() {
    let told = visited(
        "plan, ydelse",
        &[("plan, ydelse", "kaj", "1")],
        &[
            ("plan, ydelse", "kaj", "1"),
            ("ydelse", "torv", "1"),
            ("ydelse", "havn", "0-1"),
        ],
    );
    assert_eq!(
        told,
        "Ledige may have to go to 3 sites, against 1 today, to get through the whole pathway. Today: Kajen. Then: Havnen, Kajen and Torvet. New sites: Havnen and Torvet."
    );
}
