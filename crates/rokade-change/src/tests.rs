//! What changed and why, between charts of a few lines.

use rokade_core::chart::Chart;
use rokade_core::ids::Id;
use rokade_core::span::{Source, SourceId, Syntax};
use rokade_load::load;

use crate::changes::{Change, diff};

const BASE: &str = "
sites: { raadhus: {}, havnen: {}, skolen: {} }
units:
  borger: { site: raadhus, head: chef }
  ydelse: { parent: borger, head: leder }
  job: { parent: borger, head: none }
  team: { parent: job, head: none }
staff:
  chef: { unit: borger }
  leder: { unit: ydelse }
  vejledere: { unit: job, count: 4 }
  konsulenter: { unit: job, count: 2, site: skolen }
  makkere: { unit: team, count: 3, reports_to: leder }
functions:
  samtaler: { responsible: job }
  kurser: { responsible: [{ unit: ydelse, site: raadhus }, { unit: ydelse, site: skolen }] }
";

fn chart(text: &str) -> Chart {
    let source = Source::new("chart.yaml", format!("rokade: 1{text}"), Syntax::Yaml);
    let loaded = load(&[(SourceId(0), &source)]);
    assert_eq!(loaded.faults, [], "in the chart:\n{text}");
    Chart::build(loaded.entries).0
}

/// What changed when some lines of the base are others: what, of which thing, from where to
/// where, and why.
fn changed(lines: &[(&str, &str)]) -> Vec<String> {
    let mut text = BASE.to_owned();
    for (old, new) in lines {
        assert!(text.contains(old), "the base has no {old:?}");
        text = text.replace(old, new);
    }
    let changes = diff(&chart(BASE), &chart(&text));
    assert!(changes.balance.holds());
    changes.changes.iter().map(told).collect()
}

fn told(change: &Change) -> String {
    let ids = |all: &[rokade_core::ids::Subject]| {
        let ids: Vec<&str> = all.iter().map(|thing| &*thing.id).collect();
        ids.join("+")
    };
    let mut told = vec![change.kind.name().to_owned()];
    let revision = ids(&change.revision);
    if let Some(base) = &change.base {
        told.push(format!(" {}", base.id));
    }
    if change.base.as_ref().is_none_or(|base| *base.id != revision) {
        told.push(format!(" = {revision}"));
    }
    if !change.from.is_empty() || !change.to.is_empty() {
        told.push(format!(": {} > {}", ids(&change.from), ids(&change.to)));
    }
    if let Some(posts) = change.posts {
        told.push(format!(", {posts} posts"));
    }
    if let Some(cause) = &change.cause {
        let of = ids(&cause.subjects);
        told.push(format!(", by {} of {of}", cause.kind.name()));
    }
    told.concat()
}

#[test]
fn nothing_changed() {
    assert_eq!(changed(&[]), [""; 0]);
}

#[test]
fn a_unit_that_moves_takes_its_posts_along() {
    assert_eq!(
        changed(&[("job: { parent: borger,", "job: { parent: ydelse,")]),
        ["unit-moved job: borger > ydelse, by unit-moved of job"]
    );
}

#[test]
fn posts_sit_with_their_unit_or_go_elsewhere_than_it_does() {
    let went = |posts: &str| {
        changed(&[
            (
                "job: { parent: borger,",
                "job: { parent: borger, site: havnen,",
            ),
            ("vejledere: { unit: job,", posts),
        ])
    };
    assert_eq!(
        went("vejledere: { unit: job,"),
        ["unit-relocated job: raadhus > havnen, by unit-relocated of job"]
    );
    assert_eq!(
        went("vejledere: { unit: job, site: skolen,"),
        [
            "unit-relocated job: raadhus > havnen, by unit-relocated of job",
            "staff-moved vejledere: job+raadhus > job+skolen, 4 posts, by unit-relocated of job"
        ]
    );
    assert_eq!(
        went("vejledere: { unit: job, site: raadhus,"),
        ["unit-relocated job: raadhus > havnen, by unit-relocated of job"]
    );
    // They never sat with it.
    assert_eq!(
        changed(&[
            (
                "job: { parent: borger,",
                "job: { parent: borger, site: havnen,"
            ),
            ("count: 2, site: skolen", "count: 2, site: raadhus"),
        ]),
        [
            "unit-relocated job: raadhus > havnen, by unit-relocated of job",
            "staff-moved konsulenter: job+skolen > job+raadhus, 2 posts, by transfer of job"
        ]
    );
    assert_eq!(
        changed(&[("count: 2, site: skolen", "count: 2")]),
        ["staff-moved konsulenter: job+skolen > job+raadhus, 2 posts, by transfer of job"]
    );
}

#[test]
fn posts_go_to_another_unit_or_to_none() {
    let now =
        |unit: &str| changed(&[("vejledere: { unit: job,", &format!("vejledere: {{ {unit}"))]);
    assert_eq!(
        now("unit: ydelse,"),
        ["staff-moved vejledere: job+raadhus > ydelse+raadhus, 4 posts, by transfer of job+ydelse"]
    );
    assert_eq!(
        now("unit: undecided,"),
        ["staff-unplaced vejledere: job+raadhus > , 4 posts, by left of job"]
    );
    assert_eq!(
        now(""),
        ["staff-unplaced vejledere: job+raadhus > , 4 posts, by left of job"]
    );
}

#[test]
fn posts_get_another_superior() {
    let now = |superior: &str| changed(&[(", reports_to: leder", superior)]);
    assert_eq!(
        now(""),
        ["staff-moved makkere: team+raadhus > team+raadhus, 3 posts, by transfer of team"]
    );
    assert_eq!(
        now(", reports_to: chef"),
        ["staff-moved makkere: team+raadhus > team+raadhus, 3 posts, by transfer of team"]
    );
    assert_eq!(
        changed(&[(
            "unit: job, count: 4",
            "unit: job, count: 4, reports_to: chef"
        )]),
        [""; 0]
    );
    assert_eq!(
        changed(&[(
            "unit: job, count: 4",
            "unit: job, count: 4, reports_to: leder"
        )]),
        ["staff-moved vejledere: job+raadhus > job+raadhus, 4 posts, by transfer of job"]
    );
    assert_eq!(
        changed(&[(
            "leder: { unit: ydelse }",
            "leder: { unit: ydelse, filled: false }"
        )]),
        [""; 0]
    );
}

#[test]
fn what_a_dissolved_unit_held_has_it_as_its_cause() {
    let closed = changed(&[
        ("  job: { parent: borger, head: none }\n", ""),
        ("team: { parent: job", "team: { parent: ydelse"),
        ("unit: job", "unit: ydelse"),
        ("responsible: job", "responsible: ydelse"),
        ("functions:", "ended: { units: { job: {} } }\nfunctions:"),
    ]);
    assert_eq!(
        closed,
        [
            "unit-closed job = , by unit-closed of job",
            "unit-moved team: job > ydelse, by unit-moved of team",
            "function-moved samtaler: job > ydelse, by unit-closed of job",
            "staff-moved konsulenter: job+skolen > ydelse+skolen, 2 posts, by unit-closed of job",
            "staff-moved vejledere: job+raadhus > ydelse+raadhus, 4 posts, by unit-closed of job",
        ]
    );
}

#[test]
fn functions_go_to_another_unit_or_to_none() {
    assert_eq!(
        changed(&[("unit: ydelse, site: skolen", "unit: ydelse, site: havnen")]),
        ["function-unassigned kurser, by left of ydelse"]
    );
    assert_eq!(
        changed(&[(", { unit: ydelse, site: skolen }", "")]),
        ["function-unassigned kurser, by left of ydelse"]
    );
    assert_eq!(
        changed(&[(
            "responsible: job",
            "responsible: { unit: job, site: havnen }"
        )]),
        [""; 0]
    );
    assert_eq!(
        changed(&[("responsible: job", "responsible: ydelse")]),
        ["function-moved samtaler: job > ydelse, by transfer of job+ydelse"]
    );
    assert_eq!(
        changed(&[("{ responsible: job }", "{}")]),
        ["function-unassigned samtaler: job > , by left of job"]
    );
    assert_eq!(
        changed(&[("  samtaler: { responsible: job }\n", "")]),
        ["function-absent samtaler = : job > , by left of job"]
    );
    assert_eq!(
        changed(&[
            ("  samtaler: { responsible: job }\n", ""),
            (
                "functions:",
                "ended: { functions: { samtaler: {} } }\nfunctions:"
            ),
        ]),
        ["function-ended samtaler = : job > , by function-lineage of samtaler"]
    );
}

/// Whether a unit that moves reports to somebody else: to the next head above who is stated.
#[test]
fn a_unit_that_moves_reports_to_the_next_head_above() {
    let line = |parent: &str, head_of_ydelse: &str| {
        let mut text = BASE.replace("team: { parent: job", &format!("team: {{ parent: {parent}"));
        text = text.replace("head: leder }", head_of_ydelse);
        let base = BASE.replace("head: leder }", head_of_ydelse);
        let changes = diff(&chart(&base), &chart(&text));
        let team = changes
            .units
            .iter()
            .find(|unit| unit.unit.as_str() == "team");
        let team = team.expect("it is in the base");
        (team.parent_changed, team.head_line_changed)
    };
    assert_eq!(line("job", "head: leder }"), (false, false));
    assert_eq!(line("ydelse", "head: leder }"), (true, true));
    // Who has no head reports to the same as before.
    assert_eq!(line("ydelse", "head: none }"), (true, false));
    assert_eq!(line("borger", "head: leder }"), (true, false));
    // Where nobody says whether there is one, nothing is concluded.
    assert_eq!(line("ydelse", "}"), (true, false));
}

#[test]
fn a_superior_who_is_not_there_yet_is_no_other_one() {
    let changed = changed(&[
        ("reports_to: leder", "reports_to: ny"),
        (
            "staff:\n",
            "staff:\n  ny: { unit: ydelse, filled: false }\n",
        ),
    ]);
    assert_eq!(changed, ["staff-added = ny:  > ydelse, 1 posts"]);
}
