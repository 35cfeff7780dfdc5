//! P7: what a unit holds, on both sides of each threshold.

use rokade_core::ids::{Id, UnitId};
use serde_json::{Value, json};

use super::super::evidence::Held;
use super::super::{Evidence, Lineage};
use super::{chart, found};
use crate::changes::diff;
use crate::units::UnitVerdict;

/// An organisation by what each unit is responsible for; a unit stands under `top`.
fn org(units: &[(&str, &str, &[&str])]) -> Value {
    let mut json = json!({ "units": { "top": { "name": "Kommunen" } }, "functions": {} });
    for (id, name, functions) in units {
        json["units"][id] = json!({ "name": name, "parent": "top" });
        for function in *functions {
            json["functions"][function] = json!({ "name": function, "responsible": id });
        }
    }
    json
}

#[test]
fn most_of_one_and_most_of_the_other_is_a_rename() {
    let base = org(&[("a", "Jobafdelingen", &["f1", "f2", "f3", "f4"])]);
    let now = |functions: &[&str]| found(&base, &org(&[("k2", "Vejen frem", functions)]));
    assert_eq!(now(&["f1", "f2"]), ["a > k2 (contents)"]);
    assert_eq!(now(&["f1", "f2", "n1", "n2"]), ["a > k2 (contents)"]);
    // Most of the old one, little of the new: a part of it. And the other way.
    assert_eq!(
        now(&["f1", "f2", "n1", "n2", "n3"]),
        ["a > k2 (contents, part)"]
    );
    let base = org(&[("a", "Jobafdelingen", &["f1", "f2", "f3", "f4", "f5"])]);
    let now = |functions: &[&str]| found(&base, &org(&[("k2", "Vejen frem", functions)]));
    assert_eq!(now(&["f1", "f2"]), ["a > k2 (contents, part)"]);
    assert_eq!(now(&["f1", "n1"]), [""; 0]);
}

#[test]
fn one_thing_is_a_rename_only_where_the_names_are_alike() {
    let base = org(&[("a", "Kantinen på rådhuset", &["f1"])]);
    let now = |name: &str| found(&base, &org(&[("k2", name, &["f1"])]));
    assert_eq!(now("Rådhusets kantine"), ["a > k2 (contents)"]);
    assert_eq!(now("Køkkenet"), [""; 0]);
}

#[test]
fn posts_count_for_a_rename_and_a_group_is_one_thing_elsewhere() {
    let posts = |count: u32, units: &Value, unit: &str| {
        let staff = json!({ "p": { "title": "Rådgiver", "unit": unit, "count": count } });
        json!({ "units": units, "staff": staff })
    };
    let base = |count| posts(count, &json!({ "a": { "name": "Job" } }), "a");
    let new = json!({ "k2": { "name": "Vejen" } });
    assert_eq!(
        found(&base(2), &posts(2, &new, "k2")),
        ["a > k2 (contents)"]
    );
    assert_eq!(found(&base(1), &posts(1, &new, "k2")), [""; 0]);
    // A group of eighteen that goes to a new unit, or to one that stands, has moved.
    let two = json!({ "a": { "name": "Job" }, "k2": { "name": "Vejen" } });
    assert_eq!(found(&base(18), &posts(18, &two, "k2")), [""; 0]);
    assert_eq!(
        found(&posts(18, &two, "a"), &posts(18, &new, "k2")),
        [""; 0]
    );
}

#[test]
fn a_unit_whose_most_lies_in_another_is_part_of_it() {
    let base = org(&[
        ("a", "Skatten", &["f1", "f2", "f3", "f4"]),
        ("b", "Økonomi", &["g1"]),
    ]);
    let now = |functions: &[&str]| found(&base, &org(&[("b", "Økonomi", functions)]));
    assert_eq!(now(&["g1", "f1", "f2"]), ["a > b (contents, part)"]);
    assert_eq!(now(&["g1", "f1"]), [""; 0]);
    // One thing is not enough, unless the names are alike.
    let base = org(&[("a", "Skatten", &["f1"]), ("b", "Økonomi", &["g1"])]);
    assert_eq!(
        found(&base, &org(&[("b", "Økonomi", &["g1", "f1"])])),
        [""; 0]
    );
    let base = org(&[("a", "Skatten", &["f1"]), ("b", "Skat", &["g1"])]);
    assert_eq!(
        found(&base, &org(&[("b", "Skat", &["g1", "f1"])])),
        ["a > b (contents, part)"]
    );
}

#[test]
fn half_of_a_unit_in_another_is_a_merger_and_less_is_what_was_split_off() {
    let became = |base: &Value, revision: &Value| -> Vec<UnitVerdict> {
        let changes = diff(&chart(base), &chart(revision));
        let units = changes.units.iter();
        let units = units.filter(|unit| unit.unit.as_str() == "a");
        units.map(|unit| unit.verdict).collect()
    };
    let base = org(&[("a", "Jobafdelingen", &["f1", "f2", "f3", "f4"])]);
    let half = org(&[("k2", "Vejen frem", &["f1", "f2", "n1", "n2", "n3"])]);
    assert_eq!(became(&base, &half), [UnitVerdict::Merged]);
    let mut more = base.clone();
    more["functions"]["f5"] = json!({ "name": "f5", "responsible": "a" });
    let two = org(&[("k2", "Vejen frem", &["f1", "f2"])]);
    assert_eq!(became(&more, &two), [UnitVerdict::Split]);
    // Of posts and functions together: a quarter of the functions with three of four posts.
    let posts = |mut org: Value, posts: &[(&str, &str, u32)]| {
        for (id, unit, count) in posts {
            org["staff"][id] = json!({ "title": id, "unit": unit, "count": count });
        }
        org
    };
    let base = posts(base, &[("p", "a", 3), ("q", "a", 1)]);
    let revision = org(&[("k2", "Vejen frem", &["f1", "n1", "n2", "n3"])]);
    let revision = |n: u32| posts(revision.clone(), &[("p", "k2", 3), ("r", "k2", n)]);
    assert_eq!(became(&base, &revision(4)), [UnitVerdict::Merged]);
}

#[test]
fn a_new_unit_that_came_mostly_from_another_was_split_off_it() {
    let base = org(&[("a", "Teknik", &["f1", "f2", "f3", "f4", "f5"])]);
    let now = |rest: &[&str], new: &[&str]| {
        found(&base, &org(&[("a", "Teknik", rest), ("k2", "Natur", new)]))
    };
    assert_eq!(
        now(&["f3", "f4", "f5"], &["f1", "f2", "n1", "n2"]),
        ["a > k2 (contents, part)"]
    );
    assert_eq!(
        now(&["f3", "f4", "f5"], &["f1", "f2", "n1", "n2", "n3"]),
        [""; 0]
    );
    assert_eq!(now(&["f2", "f3", "f4", "f5"], &["f1"]), [""; 0]);
}

#[test]
fn what_its_old_holder_still_has_flows_nowhere() {
    let mut base = org(&[("a", "Teknik", &["f1", "f2"])]);
    let mut revision = org(&[("a", "Teknik", &[]), ("k2", "Natur", &[])]);
    for function in ["f1", "f2"] {
        revision["functions"][function] =
            json!({ "name": function, "responsible": [{ "unit": "a" }, { "unit": "k2" }] });
    }
    assert_eq!(found(&base, &revision), [""; 0]);
    // A second entity of the name, founded elsewhere, is not it.
    base = org(&[("a", "Teknik", &["f1", "f2"])]);
    revision = org(&[
        ("a", "Teknik", &["f1", "f2"]),
        ("k2", "Natur", &["n1", "n2"]),
    ]);
    for (new, old) in [("n1", "f1"), ("n2", "f2")] {
        revision["functions"][new]["name"] = json!(old);
    }
    assert_eq!(found(&base, &revision), [""; 0]);
}

#[test]
fn a_unit_divided_among_new_ones_is_all_of_them_and_among_standing_ones_none() {
    let all: &[&str] = &["f1", "f2", "f3", "f4", "f5", "f6"];
    let base = org(&[("a", "Teknik", all)]);
    let three = |n: &[&str]| {
        let revision = org(&[
            (
                "k2",
                "Natur",
                &[&["f1", "f2", "n1", "n2", "n3"], n].concat(),
            ),
            ("m3", "Veje", &["f3", "f4", "n4", "n5", "n6"]),
        ]);
        found(&base, &revision)
    };
    // Two thirds of it, in two that are mostly new: divided. A third in one: nothing.
    assert_eq!(
        three(&[]),
        ["a > k2 (contents, part)", "a > m3 (contents, part)"]
    );
    let one = org(&[("k2", "Natur", &["f1", "f2", "n1", "n2", "n3"])]);
    assert_eq!(found(&base, &one), [""; 0]);
    // Given to units that stand: it has closed, and its things have moved.
    let base = org(&[
        ("a", "Teknik", all),
        ("b", "Miljø", &["g1"]),
        ("c", "By", &["g2"]),
        ("d", "Land", &["g3"]),
    ]);
    let given = org(&[
        ("b", "Miljø", &["g1", "f1", "f2"]),
        ("c", "By", &["g2", "f3", "f4"]),
        ("d", "Land", &["g3", "f5", "f6"]),
    ]);
    assert_eq!(found(&base, &given), [""; 0]);
}

#[test]
fn of_two_equal_halves_one_is_the_unit_and_the_other_a_part_of_it() {
    let base = org(&[("a", "Teknik", &["f1", "f2", "f3", "f4"])]);
    let halves = org(&[
        ("k2", "Natur", &["f1", "f2"]),
        ("m3", "Veje", &["f3", "f4"]),
    ]);
    assert_eq!(
        found(&base, &halves),
        ["a > k2 (contents)", "a > m3 (contents, part)"]
    );
}

#[test]
fn a_unit_is_divided_from_one_whole_thing_in_each_and_half_of_it_in_all() {
    let now = |base: &[&str], one: &[&str], other: &[&str]| {
        let base = org(&[("a", "Teknik", base)]);
        found(&base, &org(&[("k2", "Natur", one), ("m3", "Veje", other)]))
    };
    let divided = ["a > k2 (contents, part)", "a > m3 (contents, part)"];
    let (one, other): ([&str; 3], [&str; 3]) = (["f1", "n1", "n2"], ["f2", "n3", "n4"]);
    assert_eq!(now(&["f1", "f2"], &one, &other), divided);
    assert_eq!(now(&["f1", "f2", "f3", "f4"], &one, &other), divided);
    assert_eq!(now(&["f1", "f2", "f3", "f4", "f5"], &one, &other), [""; 0]);
    // A function that both have is half a thing in each, and makes nobody its heir.
    let base = org(&[("a", "Teknik", &["f1", "f2", "f3", "f4", "f5", "f6"])]);
    let mut revision = org(&[
        ("k2", "Natur", &["f1", "f2", "n1", "n2", "n3"]),
        ("m3", "Veje", &["n4"]),
    ]);
    revision["functions"]["f3"] =
        json!({ "name": "f3", "responsible": [{ "unit": "k2" }, { "unit": "m3" }] });
    assert_eq!(found(&base, &revision), [""; 0]);
}

#[test]
fn a_function_that_thousands_have_is_no_sign_of_who_took_over() {
    let now = |holders: usize| {
        let others: Vec<String> = (1..holders).map(|at| format!("u{at}")).collect();
        let org = |units: &[(&str, &str, &[&str])], held_by: Vec<&str>| {
            let mut org = org(units);
            for other in &others {
                org["units"][other] = json!({ "name": other, "parent": "top" });
            }
            org["functions"]["ferie"] = json!({ "name": "Ferie", "responsible": held_by });
            org
        };
        let all = others.iter().map(String::as_str).chain(["a"]).collect();
        let base = org(
            &[("a", "Skatten", &["f1", "f2"]), ("b", "Skat", &["g1"])],
            all,
        );
        found(&base, &org(&[("b", "Skat", &["g1", "f1"])], vec!["b"]))
    };
    // What it had of that function makes it half.
    assert_eq!(now(4096), ["a > b (contents, part)"]);
    assert_eq!(now(4097), [""; 0]);
}

#[test]
fn a_group_of_no_posts_is_no_sign() {
    let org = |id: &str, name: &str, count: u32| {
        let staff = json!({ "p": { "title": "Kok", "unit": id, "count": count } });
        json!({ "units": { id: { "name": name } }, "staff": staff })
    };
    let now = |count| {
        let base = org("a", "Kantinen på rådhuset", count);
        found(&base, &org("k2", "Rådhusets kantine", count))
    };
    assert_eq!(now(1), ["a > k2 (contents)"]);
    assert_eq!(now(0), [""; 0]);
}

#[test]
fn the_leaves_tell_the_roots() {
    // Departments hold nothing but teams, and teams nothing but functions; all have new names.
    let all = |d: &str, t: [&str; 2], names: [&str; 3]| {
        json!({
            "units": {
                "top": { "name": "Kommunen" },
                d: { "name": names[0], "parent": "top" },
                t[0]: { "name": names[1], "parent": d },
                t[1]: { "name": names[2], "parent": d },
            },
            "functions": {
                "f1": { "responsible": t[0] }, "f2": { "responsible": t[0] },
                "g1": { "responsible": t[1] }, "g2": { "responsible": t[1] },
            },
        })
    };
    let base = all("a", ["s", "t"], ["Teknik", "Veje", "Vand"]);
    let revision = all("k7", ["m2", "p4"], ["By og land", "Asfalt", "Åer"]);
    assert_eq!(
        found(&base, &revision),
        [
            "a > k7 (contents)",
            "s > m2 (contents)",
            "t > p4 (contents)"
        ]
    );
}

#[test]
fn what_became_of_the_teams_tells_what_became_of_their_department() {
    let org = |department: &str, teams: &[(&str, &[&str])]| {
        let teams: Vec<(&str, &str, &[&str])> =
            teams.iter().map(|(id, all)| (*id, *id, *all)).collect();
        let mut org = org(&teams);
        for (id, ..) in teams {
            org["units"][id]["parent"] = json!(department);
        }
        org["units"][department] = json!({ "name": department, "parent": "top" });
        org
    };
    let base = org(
        "teknik",
        &[
            ("veje", &["f1", "f2", "f3", "f4", "f5", "f6"]),
            ("vand", &["g1", "g2", "g3", "g4", "g5", "g6"]),
        ],
    );
    let department = |teams: &[(&str, &[&str])]| {
        let found = found(&base, &org("by", teams));
        found.contains(&"teknik > by (contents)".to_owned())
    };
    // Each is part of another team.
    assert!(department(&[
        ("asfalt", &["f1", "f2", "f3", "n1", "n2", "n3", "n4"]),
        ("kloak", &["g1", "g2", "g3", "m1", "m2", "m3", "m4"]),
    ]));
    // Each is divided among two.
    assert!(department(&[
        ("asfalt", &["f1", "f2", "n1", "n2", "n3"]),
        ("fortove", &["f3", "f4", "n4", "n5", "n6"]),
        ("kloak", &["g1", "g2", "m1", "m2", "m3"]),
        ("bade", &["g3", "g4", "m4", "m5", "m6"]),
    ]));
    assert!(!department(&[
        ("asfalt", &["f1", "n1"]),
        ("kloak", &["g1", "m1"])
    ]));
}

#[test]
fn a_layer_taken_out_or_put_in_is_no_merger() {
    let flat = json!({ "units": {
        "top": { "name": "Kommunen" },
        "s": { "name": "Veje", "parent": "top" }, "t": { "name": "Vand", "parent": "top" },
    } });
    let deep = json!({ "units": {
        "top": { "name": "Kommunen" }, "a": { "name": "Teknik", "parent": "top" },
        "s": { "name": "Veje", "parent": "a" }, "t": { "name": "Vand", "parent": "a" },
    } });
    assert_eq!(found(&deep, &flat), [""; 0]);
    assert_eq!(found(&flat, &deep), [""; 0]);
}

#[test]
fn what_has_ended_on_purpose_became_nothing() {
    let base = org(&[("a", "Skatten", &["f1", "f2"]), ("b", "Økonomi", &["g1"])]);
    let mut revision = org(&[("b", "Økonomi", &["g1", "f1", "f2"])]);
    revision["ended"] = json!({ "units": { "a": {} } });
    assert_eq!(found(&base, &revision), [""; 0]);
    let (base, revision) = (chart(&base), chart(&revision));
    let lineage = Lineage::new(&base, &revision);
    let closed: Vec<_> = lineage.of_closed.values().collect();
    assert_eq!(closed.len(), 1);
    assert_eq!(
        (closed[0].of.functions, closed[0].nowhere.functions),
        (2, 0)
    );
    assert_eq!(closed[0].units[0].0.to_string(), "b");
    assert_eq!(closed[0].units[0].1.functions, 2);
}

#[test]
fn nothing_is_split_off_what_has_ended_on_purpose() {
    let base = org(&[("a", "Skatten", &["f1", "f2", "f3", "f4", "f5"])]);
    let mut revision = org(&[("k2", "Gebyrer", &["f1", "f2"])]);
    assert_eq!(found(&base, &revision), ["a > k2 (contents, part)"]);
    revision["ended"] = json!({ "units": { "a": {} } });
    assert_eq!(found(&base, &revision), [""; 0]);
}

#[test]
fn the_evidence_is_counted() {
    let base = chart(&org(&[("a", "Teknik", &["f1", "f2", "f3"])]));
    let revision = chart(&org(&[("k2", "By og land", &["f1", "f2", "n1"])]));
    let lineage = Lineage::new(&base, &revision);
    let (from, to) = lineage
        .units
        .pairs()
        .find(|(from, _)| from.to_string() == "a")
        .expect("it is followed");
    match lineage.units.evidence(from, to) {
        Some(Evidence::Contents(contents)) => {
            let (of_base, of_revision) = (contents.of_base, contents.of_revision);
            assert_eq!((of_base.held.functions, of_base.of.functions), (2, 3));
            assert_eq!(
                (of_revision.held.functions, of_revision.of.functions),
                (2, 3)
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_closed_unit_held_is_told_by_where_it_is_and_what_is_nowhere() {
    let mut base = org(&[
        ("a", "Skatten", &["f1", "f2"]),
        ("b", "Økonomi", &["g1"]),
        ("c", "Løn", &["g2"]),
    ]);
    base["as_of"] = json!("2016");
    base["units"]["s"] = json!({ "name": "Inddrivelse", "parent": "a" });
    base["units"]["t"] = json!({ "name": "Bogholderi", "parent": "a" });
    let post = |unit: &str, count: u32| json!({ "title": "Post", "unit": unit, "count": count });
    base["staff"] = json!({
        "fewer": post("a", 4), "more": post("a", 5), "gone": post("a", 2),
        "divided": post("a", 6), "joined": post("a", 7), "other": post("b", 10),
    });
    let mut revision = org(&[("b", "Økonomi", &["g1", "f1"]), ("c", "Løn", &["g2"])]);
    revision["as_of"] = json!("2017");
    revision["units"]["s"] = json!({ "name": "Inddrivelse", "parent": "b" });
    let part = |unit: &str, count: u32, past: &[&str]| {
        let mut post = post(unit, count);
        post["previously"] = json!(past);
        post
    };
    revision["staff"] = json!({
        "fewer": post("b", 3), "more": post("b", 8),
        "one": part("b", 2, &["divided"]), "two": part("c", 4, &["divided"]),
        "all": part("c", 17, &["joined", "other"]),
    });
    revision["ended"] = json!({ "units": { "a": {} } });
    let lineage = Lineage::new(&chart(&base), &chart(&revision));
    let told = |held: Held| {
        let Held {
            functions,
            posts,
            units,
        } = held;
        format!("{functions} functions, {posts} posts, {units} units")
    };
    let id = UnitId::from_checked("a".into());
    let closed = lineage.of_closed(&id).expect("it is told");
    assert_eq!(told(closed.of), "2 functions, 24 posts, 2 units");
    assert_eq!(told(closed.nowhere), "1 functions, 2 posts, 1 units");
    let at = closed.units.iter();
    let at: Vec<String> = at
        .map(|(unit, held)| format!("{unit}: {}", told(*held)))
        .collect();
    assert_eq!(
        at,
        [
            "b: 1 functions, 10 posts, 1 units",
            "c: 0 functions, 11 posts, 0 units"
        ]
    );
}

#[test]
fn who_is_mostly_the_same_comes_before_who_is_partly() {
    let base = org(&[("a", "Teknik", &["f1", "f2", "f3", "f4"])]);
    let halves = org(&[
        ("k2", "Natur", &["f1", "f2", "n1"]),
        ("m3", "Veje", &["f3", "f4"]),
    ]);
    assert_eq!(
        found(&base, &halves),
        ["a > k2 (contents, part)", "a > m3 (contents)"]
    );
}
