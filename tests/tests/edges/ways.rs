//! The ways of citizens, and the sites that they and the staff go to.

use rokade::{Quantity, Value};
use rokade_core::finding::Side;
use rokade_core::note::Settled;

use super::*;

/// Two steps, who does them, and the citizens who take them.
fn ways(staff: &str, groups: &str) -> String {
    format!(
        "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff: {{ {staff} }}
functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }} }}
target_groups: {{ {groups} }}
"
    )
}

const LEDIGE: &str = "ledige: { name: Ledige, pathway: [plan, ydelse] }";
const ALONE: &str = "a: { title: Rådgiver, unit: job, count: 4, performs: [plan, ydelse] }";
const DIVIDED: &str = "a: { title: Rådgiver, unit: job, count: 4, performs: [plan] }, b: { title: Ydelsesrådgiver, unit: job, count: 2, performs: [ydelse] }";

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

/// What a finding is put down to, as `transfer job hus`.
fn cause(finding: &ReportFinding) -> String {
    let subjects = finding.cause.subjects.iter();
    let subjects = subjects.map(|subject| subject.id.as_str());
    let words = std::iter::once(finding.cause.kind.as_str()).chain(subjects);
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn more_advisers_are_put_down_to_what_happened_to_who_did_it_all() {
    let told = |staff: &str| {
        let groups = format!("{LEDIGE}, andre: {{ name: Andre }}");
        let [base, revision] = [ALONE, staff].map(|staff| ways(staff, &groups));
        cause(&one(diff("more-advisers", &base, &revision)))
    };
    let elsewhere = DIVIDED.replacen("unit: job", "unit: hus", 1);
    assert_eq!(told(&elsewhere), "transfer job hus");
    let for_others = format!(
        "{}, c: {{ title: Jurist, unit: job, performs: [plan] }}, b: {{ title: Vikar, unit: job, performs: [ydelse] }}",
        ALONE.replace("unit: job", "unit: hus, for: [andre]")
    );
    assert_eq!(told(&for_others), "transfer job hus");
    assert_eq!(told(DIVIDED), "itself ledige");
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
    assert_eq!(told(&moved), "itself job");
    let closed = chart("", "forv") + "ended: { units: { job: { name: Jobcenter } } }\n";
    assert_eq!(told(&closed), "unit-closed job");
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

/// Units and staff at three sites.
fn together(units: &str, staff: &str, rest: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }}, havn: {{ name: Havnen }} }}
units: {{ {units} }}
staff: {{ {staff} }}
{rest}"
    )
}

const BOTH: &str = "job: { name: Jobcenter, site: kaj }, ydelse: { name: Ydelse, site: kaj }";
const SAMMEN: &str = "co_locations: [{ id: sammen, units: [job, ydelse] }]\n";

#[test]
fn a_share_of_posts_that_may_be_none_perhaps_falls() {
    let a = "a: { title: Rådgiver, unit: job, count: 0-10 }";
    let now = format!("{a}, ny: {{ title: Jurist, unit: job, site: torv, count: 2 }}");
    let finding = one(diff(
        "weakened-co-location",
        &together(BOTH, a, SAMMEN),
        &together(BOTH, &now, SAMMEN),
    ));
    assert_eq!(finding.certainty, Certainty::Possible);
}

#[test]
fn posts_that_leave_those_who_sit_together_weigh_against_posts_that_sat_apart_and_end() {
    let stay = "a: { title: Rådgiver, unit: job, count: 0-10 }, d: { title: Leder, unit: ydelse }";
    let staff = |site: &str| {
        format!("{stay}, b: {{ title: Vejleder, unit: ydelse, site: {site}, count: 3 }}")
    };
    let base = staff("kaj") + ", c: { title: Mentor, unit: job, site: torv, count: COUNT }";
    let told = |apart: &str| {
        let base = together(BOTH, &base.replace("COUNT", apart), SAMMEN);
        let ended = format!("{SAMMEN}ended: {{ staff: {{ c: {{ by: {apart} }} }} }}\n");
        let revision = together(BOTH, &staff("torv"), &ended);
        let report = diff("weakened-co-location", &base, &revision);
        report.findings.first().map(|finding| finding.certainty)
    };
    // 4 to 14 of 5 to 15, then 1 to 11 of 4 to 14.
    assert_eq!(told("1"), Some(Certainty::Certain));
    // 4 of 9 then 1 of 4, or 14 of 19 then 11 of 14, which is more.
    assert_eq!(told("5"), Some(Certainty::Possible));
    assert_eq!(told("30"), None);
}

#[test]
fn a_promise_to_keep_a_co_location_is_kept_by_those_who_sit_together_though_it_is_dropped() {
    let told = |site: &str| {
        let base = together(BOTH, "", SAMMEN);
        let units = BOTH.replacen(
            "ydelse: { name: Ydelse, site: kaj",
            &format!("ydelse: {{ name: Ydelse, site: {site}"),
            1,
        );
        let promise =
            "commitments: [{ id: hus, text: Fælles hus, keep: { co_location: sammen } }]\n";
        let revision = together(&units, "", promise);
        let report = diff("broken-commitment", &base, &revision);
        messages(&report).concat()
    };
    assert_eq!(told("kaj"), "");
    assert_eq!(
        told("torv"),
        "“Fælles hus” does not hold: Jobcenter and Ydelse share no site."
    );
}

#[test]
fn those_who_part_are_told_by_their_names_in_the_proposal() {
    let base = together(BOTH, "", SAMMEN);
    let units = "job: { name: Jobcenter, site: kaj }, ydelse: { name: Ydelseshuset, site: torv }";
    let finding = one(diff(
        "broken-co-location",
        &base,
        &together(units, "", SAMMEN),
    ));
    // No posts are stated, and none are told of.
    assert_eq!(
        finding.message,
        "Jobcenter and Ydelseshuset no longer share a site: Ydelse moves from Kajen to Torvet."
    );
    assert_eq!(finding.data["stated"], Value::Word("both"));
}

/// Those who must sit together are two functions, for one target group.
fn by_function(staff: &str, groups: &str, serves: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ {staff} }}
functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }} }}
{groups}
co_locations: [{{ id: sammen, functions: [plan, ydelse]{serves} }}]
"
    )
}

/// What is pointed at in a chart, with what is said of it.
fn shown<'t>(finding: &ReportFinding, side: Side, chart: &'t str) -> Vec<(String, &'t str)> {
    let before = "rokade: 1\n".len();
    let labels = finding.labels.iter().filter(|label| label.side == side);
    labels
        .map(|label| {
            let range = label.span.range();
            let text = chart.get(range.start - before..range.end - before);
            (label.text.clone(), text.expect("it is in the chart"))
        })
        .collect()
}

#[test]
fn where_others_perform_a_function_elsewhere_it_is_shown_where_it_is_said_who_is_responsible() {
    let staff = "a: { title: A, unit: job, performs: [plan] }, b: { title: B, unit: job }, c: { title: C, unit: job, site: torv }";
    let performed = |of: &str| {
        let staff = staff.replace(of, &format!("{of}, performs: [ydelse]"));
        by_function(&staff, "", "")
    };
    let [base, revision] = ["B, unit: job", "C, unit: job"].map(performed);
    let finding = one(diff("broken-co-location", &base, &revision));
    let now = shown(&finding, Side::Revision, &revision);
    assert!(
        now.contains(&("now at Torvet".to_owned(), "job")),
        "{now:?}"
    );
    let before = shown(&finding, Side::Base, &base);
    assert!(
        before.contains(&("today at Kajen".to_owned(), "job")),
        "{before:?}"
    );
}

#[test]
fn a_unit_that_moves_is_shown_where_its_site_is_said() {
    let base = together(BOTH, "", SAMMEN);
    let revision = base.replace("Ydelse, site: kaj", "Ydelse, site: torv");
    let finding = one(diff("broken-co-location", &base, &revision));
    let now = shown(&finding, Side::Revision, &revision);
    assert!(
        now.contains(&("now at Torvet".to_owned(), "torv")),
        "{now:?}"
    );
    let before = shown(&finding, Side::Base, &base);
    assert!(
        before.contains(&("today at Kajen".to_owned(), "kaj")),
        "{before:?}"
    );
}

#[test]
fn a_co_location_for_citizens_who_are_not_in_both_charts_is_not_compared() {
    let staff = |site: &str| {
        format!(
            "a: {{ title: A, unit: job, performs: [plan] }}, b: {{ title: B, unit: job, site: {site}, performs: [ydelse] }}"
        )
    };
    let chart = |site: &str, groups: &str| by_function(&staff(site), groups, ", for: [unge]");
    let unge = "target_groups: { unge: { name: Unge } }";
    let ended = "ended: { target_groups: { unge: { name: Unge } } }";
    let found = |before: &str, now: &str| {
        let report = diff(
            "broken-co-location",
            &chart("kaj", before),
            &chart("torv", now),
        );
        report.findings.len()
    };
    assert_eq!(found(unge, unge), 1);
    // For nobody in either chart, or for those who are there no more.
    assert_eq!(found(ended, ended), 0);
    assert_eq!(found(unge, ended), 0);
}

#[test]
fn of_those_who_must_sit_together_two_must_be_in_both_charts() {
    let three = "social: { name: Social, site: torv }, ydelse: { name: Ydelse, site: SITE }";
    let chart = |site: &str, unit: &str, rest: &str| {
        let units = three.replace("SITE", site);
        together(
            &format!("{units}{unit}"),
            "",
            &format!("co_locations: [{{ id: sammen, units: [ydelse, job] }}]\n{rest}"),
        )
    };
    let base = chart("kaj", ", job: { name: Jobcenter, site: kaj }", "");
    let ended = "ended: { units: { job: { name: Jobcenter } } }\n";
    for rule in ["broken-co-location", "weakened-co-location"] {
        let report = diff(rule, &base, &chart("torv", "", ended));
        assert_eq!(messages(&report), [""; 0]);
    }
}

#[test]
fn who_sits_nowhere_that_is_said_has_not_left_the_others() {
    let base = together(BOTH, "", SAMMEN);
    let revision = base.replace("Ydelse, site: kaj", "Ydelse");
    for (before, now) in [(&base, &revision), (&revision, &base)] {
        let report = diff("broken-co-location", before, now);
        assert_eq!(messages(&report), [""; 0]);
    }
}

#[test]
fn those_who_part_because_a_unit_above_moves_are_put_down_to_that() {
    let chart = |site: &str| {
        let units = format!(
            "job: {{ name: Jobcenter, site: kaj }}, social: {{ name: Social, site: {site} }}, ydelse: {{ name: Ydelse, parent: social }}"
        );
        together(&units, "", SAMMEN)
    };
    let finding = one(diff("broken-co-location", &chart("kaj"), &chart("torv")));
    assert_eq!(cause(&finding), "unit-relocated social");
}

#[test]
fn a_co_location_is_judged_where_two_of_it_are_there_and_somebody_it_is_for() {
    let apart = BOTH.replacen("kaj", "torv", 1);
    let found = |units: &str, rest: &str| {
        let report = check("broken-co-location", &together(units, "", rest));
        (report.findings.len(), report.not_judged.len())
    };
    assert_eq!(found(&apart, SAMMEN), (1, 0));
    let unsaid = "job: { name: Jobcenter, site: kaj }, ydelse: { name: Ydelse }";
    assert_eq!(found(unsaid, SAMMEN), (0, 1));
    let ended = format!("{SAMMEN}ended: {{ units: {{ job: {{ name: Jobcenter }} }} }}\n");
    assert_eq!(found("ydelse: { name: Ydelse }", &ended), (0, 0));
    let nobody = SAMMEN.replace(" }]", ", for: [unge] }]");
    let nobody = format!("{nobody}ended: {{ target_groups: {{ unge: {{ name: Unge }} }} }}\n");
    assert_eq!(found(&apart, &nobody), (0, 0));
}

#[test]
fn those_who_share_no_site_are_told_with_where_they_are() {
    let apart = BOTH.replacen("kaj", "torv", 1);
    let finding = one(check("broken-co-location", &together(&apart, "", SAMMEN)));
    assert_eq!(
        finding.message,
        "Jobcenter and Ydelse must sit together but share no site: Jobcenter (Torvet) and Ydelse (Kajen)."
    );
}

#[test]
fn who_is_written_with_a_fault_is_not_said_to_sit_apart() {
    let apart = BOTH.replacen("kaj", "torv", 1);
    let units = format!("{apart}, social: {{ name: Social }}");
    let found = |units: &str, staff: &str, rest: &str| {
        let report = check("broken-co-location", &together(units, staff, rest));
        report.findings.len()
    };
    assert_eq!(found(&units, "", SAMMEN), 1);
    // A fault in another is none in them.
    let elsewhere = units.replace("name: Social", "name: Social, parent: ukendt");
    assert_eq!(found(&elsewhere, "", SAMMEN), 1);
    let in_member = units.replace("name: Ydelse", "name: Ydelse, parent: ukendt");
    assert_eq!(found(&in_member, "", SAMMEN), 0);
    let in_post = "a: { title: A, unit: job, performs: [ukendt] }";
    assert_eq!(found(&units, in_post, SAMMEN), 0);
    let in_itself = SAMMEN.replace(" }]", ", staff: [ukendt] }]");
    assert_eq!(found(&units, "", &in_itself), 0);
}

#[test]
fn a_counter_proposal_by_which_fewer_posts_lose_site_and_head_settles_that_in_part() {
    let chart = |site: &str, parent: &str, posts: &str| {
        format!(
            "rokade: 1
sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  forv: {{ name: Forvaltningen, head: direktoer, site: kaj }}
  job: {{ name: Jobcenter, parent: forv }}
  social: {{ name: Social, head: leder, site: torv }}
  ydelse: {{ name: Ydelse, parent: {parent}, site: {site} }}
staff:
  direktoer: {{ title: Direktør, unit: forv }}
  leder: {{ title: Leder, unit: social }}
  a: {{ title: Rådgiver, unit: job, count: 4 }}
  b: {{ title: Vejleder, unit: ydelse, count: {posts} }}
interfaces: [{{ id: ab, units: [job, ydelse], strength: weekly }}]
bodies: {{ lmu: {{ name: LMU, kind: local_med, covers: [ydelse] }} }}
"
        )
    };
    let hearing = "rokade: 1
hearing:
  responses:
    - id: svar
      from: lmu
      points:
        - { id: afstand, about: { units: [ydelse] }, kind: objection, text: Vi kommer langt fra hinanden, raises: [lost-site-and-head] }
";
    let settled = |counter: &str| {
        let mut sources = Sources::default();
        let mut add = |name: &str, text: &str| sources.add(name, text.as_bytes(), Syntax::Yaml);
        let mut chain = |name: &str, text: &str| Chain {
            root: Ok(vec![add(name, text)]),
            proposals: Vec::new(),
        };
        let base = chain("base.yaml", &chart("kaj", "forv", "5"));
        let referred = rokade::Referred {
            proposal: Some(Ok(chain("proposal.yaml", &chart("torv", "social", "5")))),
            counter_proposals: vec![(
                "counter.yaml".to_owned(),
                Ok(chain("counter.yaml", counter)),
            )],
        };
        let hearing = add("hearing.yaml", hearing);
        let opened = rokade::open_note(&sources, hearing, &referred, Some(&base), &[]);
        let note = rokade::note(&sources, opened, &only("lost-site-and-head"), false);
        let note = note.expect("every sentence can be made");
        let settled = note.points().flat_map(|(_, point)| &point.settled);
        settled.map(|one| one.settled).collect::<Vec<Settled>>()
    };
    assert_eq!(settled(&chart("torv", "social", "5")), [Settled::NotAtAll]);
    assert_eq!(settled(&chart("torv", "social", "2")), [Settled::Partly]);
    assert_eq!(settled(&chart("kaj", "social", "5")), [Settled::Wholly]);
}

#[test]
fn a_site_is_left_by_a_unit_with_no_posts_and_not_by_one_whose_posts_sit_elsewhere() {
    let chart = |site: &str, staff: &str| {
        let units =
            format!("job: {{ name: Jobcenter, site: havn }}, hus: {{ name: Huset, site: {site} }}");
        together(&units, staff, "")
    };
    let told = |staff: &str| {
        let report = diff("vacated-site", &chart("kaj", staff), &chart("torv", staff));
        messages(&report).concat()
    };
    let left = "Everybody leaves Kajen, and nobody has closed it. Today Huset sits there and goes to Torvet.";
    assert_eq!(told(""), left);
    assert_eq!(told("a: { title: Vejleder, unit: hus, count: 0 }"), left);
    assert_eq!(
        told("a: { title: Vejleder, unit: hus, site: havn, count: 5 }"),
        ""
    );
}

#[test]
fn only_those_who_work_together_daily_make_a_move_a_warning() {
    let units = |site: &str| {
        format!(
            "job: {{ name: Jobcenter, site: {site} }}, social: {{ name: Social, site: kaj }}, ydelse: {{ name: Ydelse, site: kaj }}"
        )
    };
    let told = |interfaces: &str| {
        let rest = format!("interfaces: [{interfaces}]\n");
        let base = together(&units("kaj"), "", &rest);
        let report = diff(
            "left-neighbours",
            &base,
            &together(&units("torv"), "", &rest),
        );
        report
            .findings
            .into_iter()
            .map(|f| (f.severity, f.message))
            .collect::<Vec<_>>()
    };
    let moves = "Jobcenter moves from Kajen to Torvet. Still at Kajen:";
    let daily = "{ id: a, units: [job, ydelse], strength: daily }";
    let weekly = "{ id: b, units: [job, social], strength: weekly }";
    assert_eq!(
        told(daily),
        [(
            Severity::Warning,
            format!("{moves} Ydelse. They work together daily with Ydelse.")
        )]
    );
    assert_eq!(
        told(weekly),
        [(
            Severity::Note,
            format!("{moves} Social. They work together with Social.")
        )]
    );
    // The others' interface is theirs.
    let others = "{ id: c, units: [social, ydelse], strength: daily }";
    assert_eq!(told(&format!("{weekly}, {others}")), told(weekly));
    assert_eq!(told(others), []);
    assert_eq!(told(&format!("{daily}, {weekly}"))[0].0, Severity::Warning);
}

#[test]
fn a_group_that_moves_leaves_those_it_works_with() {
    let chart = |site: &str| {
        let staff = format!(
            "a: {{ title: Rådgiver, unit: job, count: 4, site: {site} }}, b: {{ title: Vejleder, unit: ydelse, count: 3 }}"
        );
        together(
            BOTH,
            &staff,
            "interfaces: [{ id: ab, staff: [a, b], strength: weekly }]\n",
        )
    };
    let finding = one(diff("left-neighbours", &chart("kaj"), &chart("torv")));
    assert_eq!(
        finding.message,
        "Rådgiver (4 posts) moves from Kajen to Torvet. Still at Kajen: Vejleder (3). They work together with Vejleder."
    );
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
