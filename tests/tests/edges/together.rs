//! Who sits together: what breaks it, who left whom, and what is pointed at.

use rokade::{ReportFinding, Value};
use rokade_core::finding::Side;
use rokade_core::note::Settled;

use super::*;

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

fn assert_shown(finding: &ReportFinding, side: Side, chart: &str, (said, of): (&str, &str)) {
    let shown = shown(finding, side, chart);
    assert!(shown.contains(&(said.to_owned(), of)), "{shown:?}");
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
    assert_shown(&finding, Side::Base, &base, ("today at Kajen", "job"));
    assert_shown(
        &finding,
        Side::Revision,
        &revision,
        ("now at Torvet", "job"),
    );
}

#[test]
fn a_unit_that_moves_is_shown_where_its_site_is_said() {
    let base = together(BOTH, "", SAMMEN);
    let revision = base.replace("Ydelse, site: kaj", "Ydelse, site: torv");
    let finding = one(diff("broken-co-location", &base, &revision));
    assert_shown(&finding, Side::Base, &base, ("today at Kajen", "kaj"));
    assert_shown(
        &finding,
        Side::Revision,
        &revision,
        ("now at Torvet", "torv"),
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
    assert_eq!(cause(&finding), "unit-relocated unit:social");
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
