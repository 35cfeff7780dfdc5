//! P0 to P3: what is declared, the same id, one series, the same numbers.

use serde_json::{Value, json};

use super::super::Lineage;
use super::{chart, found};

/// Units with what they were; each is named by its id.
fn units(as_of: &str, units: &[(&str, &[&str])]) -> Value {
    let units = units
        .iter()
        .map(|(id, past)| ((*id).to_owned(), json!({ "previously": past })));
    let units: serde_json::Map<String, Value> = units.collect();
    json!({ "as_of": as_of, "units": units })
}

fn pairs(base: &Value, revision: &Value) -> Vec<String> {
    let lineage = Lineage::new(&chart(base), &chart(revision));
    lineage
        .units
        .pairs()
        .map(|(a, b)| format!("{a}>{b}"))
        .collect()
}

#[test]
fn what_both_charts_say_of_their_past_is_past() {
    let split = units("unknown", &[("a", &[]), ("b", &["a"])]);
    assert_eq!(pairs(&split, &split), ["a>a", "b>b"]);
}

#[test]
fn the_past_of_the_earlier_chart_is_older_than_both() {
    let whole = units("2016", &[("a", &[])]);
    let split = units("2017", &[("a", &[]), ("b", &["a"])]);
    let tidied = units("2018", &[("a", &[]), ("b", &[])]);
    assert_eq!(pairs(&whole, &split), ["a>a", "a>b"]);
    assert_eq!(pairs(&split, &whole), ["a>a", "b>a"]);
    assert_eq!(pairs(&split, &tidied), ["a>a", "b>b"]);
    assert_eq!(pairs(&tidied, &split), ["a>a", "b>b"]);
}

#[test]
fn an_id_that_names_another_thing_follows_what_is_declared() {
    let before = units("2016", &[("a", &[]), ("b", &[])]);
    let after = units("2017", &[("a", &["b"]), ("b", &["a"])]);
    assert_eq!(pairs(&before, &after), ["a>b", "b>a"]);
    assert_eq!(pairs(&after, &before), ["a>b", "b>a"]);
}

#[test]
fn the_past_of_what_a_thing_was_is_past() {
    // b was split off a long ago, and is c now: an event writes what b said of itself along.
    let before = units("2016", &[("a", &[]), ("b", &["a"])]);
    let after = units("2017", &[("a", &[]), ("c", &["a", "b"])]);
    assert_eq!(pairs(&before, &after), ["a>a", "b>c"]);
    // But two that became one did, whatever the one was before: nothing else accounts for it.
    let merged = units("2017", &[("c", &["a", "b"])]);
    assert_eq!(pairs(&before, &merged), ["a>c", "b>c"]);
    // Ended on purpose is accounted for.
    let mut ended = merged.clone();
    ended["ended"] = json!({ "units": { "a": {} } });
    assert_eq!(pairs(&before, &ended), ["b>c"]);
}

#[test]
fn a_declared_rename_is_the_same_thing_and_a_merger_is_not() {
    let before = units("2016", &[("a", &[]), ("b", &[]), ("c", &[])]);
    let after = units("2017", &[("d", &["a"]), ("e", &["b", "c"])]);
    assert_eq!(
        found(&before, &after),
        [
            "a > d (declared)",
            "b > e (declared, part)",
            "c > e (declared, part)"
        ]
    );
    // What has its id still is the same, whatever else became part of it.
    let into_one = units("2017", &[("a", &["a", "b"]), ("c", &[])]);
    assert_eq!(
        found(&before, &into_one),
        ["a > a (declared)", "b > a (declared, part)"]
    );
}

#[test]
fn reused_keys_are_no_ids() {
    let all = |names: [&str; 8]| -> Value {
        let units = names.iter().enumerate();
        let units =
            units.map(|(n, name)| (format!("u{n}"), json!({ "name": name, "parent": null })));
        let units: serde_json::Map<String, Value> = units.collect();
        json!({ "units": units, "sites": {} })
    };
    // With the parent kept every id agrees; under another parent the names must.
    let under = |mut json: Value, parent: &str| {
        json["units"][parent] = json!({ "name": "Toppen" });
        for n in 0..8 {
            json["units"][format!("u{n}")]["parent"] = json!(parent);
        }
        json
    };
    let before = [
        "Havnen", "Kantinen", "Museet", "Skatten", "Plejen", "Vejen", "Skolen", "Voksne",
    ];
    let three = [
        "Havnen", "Kantinen", "Museet", "Plejen", "Vejen", "Skolen", "Voksne", "Skatten",
    ];
    let four = [
        "Havnen", "Kantinen", "Museet", "Skatten", "Vejen", "Skolen", "Voksne", "Plejen",
    ];
    let base = under(all(before), "top");
    let same = |names| {
        let pairs = pairs(&base, &under(all(names), "ny-top"));
        pairs.contains(&"u4>u4".to_owned())
    };
    assert!(same(four), "four of eight are half");
    assert!(!same(three), "three of eight are under half");
    // Where ids are not trusted, names are followed instead.
    let by_name = found(&base, &under(all(three), "ny-top"));
    assert!(
        by_name.contains(&"u3 > u7 (name)".to_owned()),
        "{by_name:?}"
    );
}

#[test]
fn ids_are_trusted_where_names_change_and_places_or_numbers_stay() {
    let org = |name: &str, unit: &str, number: &str| {
        let functions = (0..8).map(|at| {
            let function = json!({
                "name": format!("{name} {at}"), "responsible": unit, "identifiers": [format!("{number}{at}")],
            });
            (format!("f{at}"), function)
        });
        let functions: serde_json::Map<String, Value> = functions.collect();
        let staff = (0..8).map(|at| {
            (
                format!("s{at}"),
                json!({ "title": format!("{name} {at}"), "unit": unit }),
            )
        });
        let staff: serde_json::Map<String, Value> = staff.collect();
        let units = json!({ "a": { "name": "Veje" }, "b": { "name": "Natur" } });
        json!({ "units": units, "functions": functions, "staff": staff })
    };
    let same = |unit: &str, number: &str| {
        let (base, revision) = (org("Drift", "a", "1-"), org("Tilsyn", unit, number));
        let lineage = Lineage::new(&chart(&base), &chart(&revision));
        let functions = lineage.functions.pairs().filter(|(a, b)| a == b).count();
        (
            functions,
            lineage.staff.pairs().filter(|(a, b)| a == b).count(),
        )
    };
    assert_eq!(same("a", "2-"), (8, 8));
    assert_eq!(same("b", "1-"), (8, 0));
    assert_eq!(same("b", "2-"), (0, 0));
}

#[test]
fn a_whole_series_re_keyed_is_followed() {
    let units = |ids: [&str; 5], names: [&str; 5]| -> Value {
        let units = ids.iter().zip(names);
        let units = units.map(|(id, name)| ((*id).to_owned(), json!({ "name": name })));
        let units: serde_json::Map<String, Value> = units.collect();
        json!({ "units": units })
    };
    let names = ["Havnen", "Kantinen", "Museet", "Skatten", "Plejen"];
    let other = [
        "Lystbådehavnen",
        "Kantinen",
        "Museet",
        "Skattekontoret",
        "Aftenskolen",
    ];
    let base = units(["x17", "x18", "x19", "x20", "x35"], names);
    let followed = |ids, names| -> usize {
        let found = found(&base, &units(ids, names));
        found
            .iter()
            .filter(|pair| pair.ends_with("(affix)"))
            .count()
    };
    assert_eq!(followed(["17", "18", "19", "20", "35"], names), 5);
    assert_eq!(followed(["17-a", "18-a", "19-a", "20-a", "35-a"], other), 5);
    // Four of five are enough, three are not.
    assert_eq!(followed(["17", "18", "19", "20", "99"], names), 4);
    assert_eq!(followed(["17", "18", "19", "88", "99"], names), 0);
    // The same numbers on other things are no series.
    let mixed = ["Kantinen", "Museet", "Skatten", "Plejen", "Havnen"];
    assert_eq!(followed(["17", "18", "19", "20", "35"], mixed), 0);
}

#[test]
fn names_that_everybody_has_do_not_make_a_series() {
    let staff = |prefix: &str, order: [usize; 4], unit: &dyn Fn(usize) -> &'static str| -> Value {
        let posts = order.iter().enumerate().map(|(at, n)| {
            let id = format!("{prefix}{at}");
            (id, json!({ "title": "Pædagog", "unit": unit(*n) }))
        });
        let posts: serde_json::Map<String, Value> = posts.collect();
        let units = json!({ "a": { "name": "Myretuen" }, "b": { "name": "Solstrålen" } });
        json!({ "units": units, "staff": posts })
    };
    let unit = |n: usize| if n < 2 { "a" } else { "b" };
    let base = staff("x", [0, 1, 2, 3], &unit);
    let followed = |order| {
        let found = found(&base, &staff("y-", order, &unit));
        found
            .iter()
            .filter(|pair| pair.ends_with("(affix)"))
            .count()
    };
    // In line, a series; out of line, nothing tells who is who.
    assert_eq!(followed([0, 1, 2, 3]), 4);
    assert_eq!(followed([2, 3, 0, 1]), 0);
}

#[test]
fn functions_of_one_series_are_told_by_their_unit() {
    let functions = |prefix: &str, all: [(&str, &str); 4]| {
        let functions = all.iter().enumerate().map(|(at, (name, unit))| {
            let function = json!({ "name": name, "responsible": unit });
            (format!("{prefix}{at}"), function)
        });
        let functions: serde_json::Map<String, Value> = functions.collect();
        let units = json!({ "a": { "name": "Veje" }, "b": { "name": "Natur" } });
        json!({ "units": units, "functions": functions })
    };
    let before = [
        ("Drift af veje", "a"),
        ("Drift af fortove", "a"),
        ("Drift af parker", "b"),
        ("Drift af skove", "b"),
    ];
    let base = functions("x", before);
    let followed = |now| {
        let found = found(&base, &functions("y-", now));
        found
            .iter()
            .filter(|pair| pair.ends_with("(affix)"))
            .count()
    };
    // Two of four still have their names, and their units.
    let two = [
        ("Drift af veje", "a"),
        ("Drift af fortove", "a"),
        ("Tilsyn", "b"),
        ("Rådgivning", "b"),
    ];
    assert_eq!(followed(two), 4);
    // One of four is less than half, and other names in the same units are none.
    let one = [two[0], ("Budget", "a"), two[2], two[3]];
    assert_eq!(followed(one), 0);
    let none = [("Indkøb", "a"), ("Budget", "a"), two[2], two[3]];
    assert_eq!(followed(none), 0);
    // The names in the other units are those of other functions.
    assert_eq!(
        followed(before.map(|(name, unit)| (name, if unit == "a" { "b" } else { "a" }))),
        0
    );
    // Where nobody holds them, the names alone tell: they are too much alike.
    let unheld = |prefix: &str, names: [&str; 4]| {
        let mut json = functions(prefix, names.map(|name| (name, "a")));
        for (_, function) in json["functions"].as_object_mut().expect("a map") {
            function["responsible"] = Value::Null;
        }
        json
    };
    let base = unheld("x", before.map(|(name, _)| name));
    let now = unheld("y-", two.map(|(name, _)| name));
    assert!(
        !found(&base, &now)
            .iter()
            .any(|pair| pair.ends_with("(affix)"))
    );
}

#[test]
fn two_are_a_series_and_half_of_eight_is_half() {
    let series = |base: &Value, revision: &Value| {
        let found = found(base, revision);
        found
            .iter()
            .filter(|pair| pair.ends_with("(affix)"))
            .count()
    };
    let two = |ids: [&str; 2]| json!({ "units": { ids[0]: { "name": "Havnen" }, ids[1]: { "name": "Museet" } } });
    assert_eq!(series(&two(["x1", "x2"]), &two(["y-1", "y-2"])), 2);
    let eight = |prefix: &str, names: [&str; 8]| {
        let functions = names.iter().enumerate().map(|(at, name)| {
            let function = json!({ "name": name, "responsible": "a" });
            (format!("{prefix}{at}"), function)
        });
        let functions: serde_json::Map<String, Value> = functions.collect();
        json!({ "units": { "a": { "name": "Veje" } }, "functions": functions })
    };
    let drift = [
        "Drift af veje",
        "Drift af fortove",
        "Drift af broer",
        "Drift af stier",
        "Drift af parker",
        "Drift af skove",
        "Drift af strande",
        "Drift af havne",
    ];
    let mut now = drift;
    now[4..].copy_from_slice(&["Tilsyn", "Rådgivning", "Budget", "Indkøb"]);
    assert_eq!(series(&eight("x", drift), &eight("y-", now)), 8);
}

#[test]
fn where_nothing_has_a_name_the_ids_are_the_names() {
    let units = |parent: &str| {
        let units = (0..8).map(|at| (format!("u{at}"), json!({ "parent": parent })));
        let mut units: serde_json::Map<String, Value> = units.collect();
        units.insert(parent.to_owned(), json!({}));
        json!({ "units": units })
    };
    let pairs = pairs(&units("top"), &units("ny-top"));
    assert!(pairs.contains(&"u4>u4".to_owned()), "{pairs:?}");
}

#[test]
fn units_that_are_all_called_the_same_are_no_series() {
    let units = |prefix: &str| -> Value {
        let units = (0..4).map(|at| (format!("{prefix}{at}"), json!({ "name": "Børnehaven" })));
        let units: serde_json::Map<String, Value> = units.collect();
        json!({ "units": units })
    };
    assert_eq!(found(&units("x"), &units("y-")), [""; 0]);
}

fn numbered(functions: &[(&str, &str, &[&str])]) -> Value {
    let functions = functions.iter().map(|(id, name, numbers)| {
        let function = json!({ "name": name, "identifiers": numbers });
        ((*id).to_owned(), function)
    });
    let functions: serde_json::Map<String, Value> = functions.collect();
    json!({ "functions": functions })
}

#[test]
fn half_of_the_numbers_are_the_same_function() {
    let base = numbered(&[("f", "Bostøtte", &["1", "2", "3", "4"])]);
    let now = |numbers: &[&str]| found(&base, &numbered(&[("g", "Hjælp hjemme", numbers)]));
    assert_eq!(now(&["1", "2"]), ["f > g (identifiers)"]);
    assert_eq!(now(&["1", "2", "8", "9"]), ["f > g (identifiers)"]);
    // Half of one and less of the other: part of it.
    assert_eq!(
        now(&["1", "2", "7", "8", "9"]),
        ["f > g (identifiers, part)"]
    );
    assert_eq!(now(&["1"]), ["f > g (identifiers, part)"]);
    assert_eq!(now(&["1", "8", "9"]), [""; 0]);
}

#[test]
fn what_has_two_partners_is_neither_of_them() {
    let base = numbered(&[("f", "Bostøtte", &["1", "2", "3", "4"])]);
    let two = numbered(&[("g", "Hjælp", &["1", "2"]), ("h", "Støtte", &["3", "4"])]);
    assert_eq!(
        found(&base, &two),
        ["f > g (identifiers, part)", "f > h (identifiers, part)"]
    );
    // All that the one had, and less than half of what the other has.
    let base = numbered(&[("f", "Bostøtte", &["1"])]);
    let more = numbered(&[("g", "Hjælp", &["1", "8", "9"])]);
    assert_eq!(found(&base, &more), ["f > g (identifiers, part)"]);
}

#[test]
fn functions_are_absorbed_into_one_that_stands_and_split_off_one() {
    let base = numbered(&[
        ("f", "Ledsagelse", &["97"]),
        ("g", "Tilbud", &["1", "2", "3"]),
    ]);
    let revision = numbered(&[("g", "Tilbud", &["97", "1", "2"]), ("h", "Voksne", &["3"])]);
    let expected = ["f > g (identifiers, part)", "g > h (identifiers, part)"];
    assert_eq!(found(&base, &revision), expected);
}

#[test]
fn the_most_numbers_and_what_is_new_come_first() {
    let base = numbered(&[("f", "Bostøtte", &["1", "2", "3"]), ("g", "Tilbud", &["8"])]);
    // Two of three before one; of equals the new one, before the one that stands.
    let most = numbered(&[
        ("g", "Tilbud", &["8"]),
        ("h", "Hjemme", &["1", "2"]),
        ("i", "Ude", &["3", "9", "10"]),
    ]);
    assert_eq!(found(&base, &most), ["f > h (identifiers)"]);
    let new = numbered(&[
        ("g", "Tilbud", &["8", "1", "2"]),
        ("h", "Hjemme", &["2", "3"]),
    ]);
    assert_eq!(found(&base, &new), ["f > h (identifiers)"]);
}

#[test]
fn a_number_that_everything_has_is_none() {
    let followed = |all: usize| {
        let functions = |prefix: &str| {
            let ids = (0..all).map(|n| format!("{prefix}-{n}-{prefix}{}", n % 7));
            let functions: serde_json::Map<String, Value> = ids
                .map(|id| (id.clone(), json!({ "name": id, "identifiers": ["SEL"] })))
                .collect();
            json!({ "functions": functions })
        };
        !found(&functions("a"), &functions("b")).is_empty()
    };
    assert!(followed(32));
    assert!(!followed(33));
}
