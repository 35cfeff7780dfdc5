//! P4 to P6: the same name in the same line, the only one of its name, the same purpose.

use serde_json::{Value, json};

use super::found;

fn org(units: &Value, functions: &Value, staff: &Value) -> Value {
    let sites = json!({ "nord": { "name": "Nordvej 1" }, "syd": { "name": "Sydvej 2" } });
    json!({ "sites": sites, "units": units, "functions": functions, "staff": staff })
}

fn units(units: &Value) -> Value {
    org(units, &Value::Null, &Value::Null)
}

#[test]
fn a_name_is_followed_under_the_same_unit_at_the_same_site() {
    let base = units(&json!({
        "top": { "name": "Kommunen" },
        "a": { "name": "Job & Borger", "parent": "top", "site": "nord" },
        "andre": { "name": "Borger og job", "site": "syd" },
    }));
    let now = |unit: Value| {
        found(
            &base,
            &units(&json!({
                "top": { "name": "Kommunen" }, "x9": unit,
                "andre": { "name": "Borger og job", "site": "syd" },
            })),
        )
    };
    let same = json!({ "name": "borger  og Job.", "parent": "top", "site": "nord" });
    assert_eq!(now(same), ["a > x9 (name)"]);
    // Elsewhere in the line or at another site it might be the other one of that name.
    assert_eq!(
        now(json!({ "name": "Job og borger", "site": "nord" })),
        [""; 0]
    );
    let moved = json!({ "name": "Job og borger", "parent": "top", "site": "syd" });
    assert_eq!(now(moved), [""; 0]);
}

#[test]
fn where_one_chart_has_no_sites_they_tell_nothing() {
    let all = |sites: bool, office: [&str; 2]| {
        let mut json = json!({ "units": {
            "s": { "name": "Skolen" },
            "h": { "name": "Plejehjemmet" },
            office[0]: { "name": "Sekretariatet", "parent": "s" },
            office[1]: { "name": "Sekretariatet", "parent": "h" },
        } });
        if sites {
            json["sites"] = json!({ "nord": { "name": "Nordvej 1" } });
            for unit in office {
                json["units"][unit]["site"] = json!("nord");
            }
        }
        json
    };
    let expected = ["k > p5 (name)", "l > o9 (name)"];
    let (base, revision) = (all(false, ["k", "l"]), all(true, ["p5", "o9"]));
    assert_eq!(found(&base, &revision), expected);
}

#[test]
fn two_of_a_name_are_not_told_apart() {
    let two = |a: &str, b: &str| {
        units(&json!({
            "top": { "name": "Kommunen" },
            a: { "name": "Sekretariatet", "parent": "top" },
            b: { "name": "Sekretariatet", "parent": "top" },
        }))
    };
    assert_eq!(found(&two("a", "b"), &two("k7", "m2")), [""; 0]);
    // One of them is known: the other is the only one left.
    assert_eq!(found(&two("a", "b"), &two("a", "m2")), ["b > m2 (name)"]);
}

#[test]
fn names_are_followed_from_the_roots_down() {
    let all = |root: &str, school: &str, office: [&str; 2]| {
        units(&json!({
            root: { "name": "Kommunen" },
            school: { "name": "Skolen", "parent": root },
            "bo": { "name": "Bogskabet", "parent": root },
            office[0]: { "name": "Sekretariatet", "parent": school },
            office[1]: { "name": "Sekretariatet", "parent": "bo" },
        }))
    };
    assert_eq!(
        found(&all("a", "s", ["k", "l"]), &all("r8", "q2", ["p5", "o9"])),
        [
            "a > r8 (name)",
            "k > p5 (name)",
            "l > o9 (name)",
            "s > q2 (name)"
        ]
    );
}

#[test]
fn what_stands_under_a_unit_found_by_its_name_alone_is_found_by_its_line() {
    // The root has another name, so nothing under it has a line to begin with.
    let all = |root: [&str; 2], school: &str, home: &str, office: [&str; 2]| {
        units(&json!({
            root[0]: { "name": root[1] },
            school: { "name": "Skolen", "parent": root[0] },
            home: { "name": "Plejehjemmet", "parent": root[0] },
            office[0]: { "name": "Sekretariatet", "parent": school },
            office[1]: { "name": "Sekretariatet", "parent": home },
        }))
    };
    let base = all(["a", "Byen"], "s", "h", ["k", "l"]);
    let found = found(&base, &all(["r8", "Nykommune"], "q2", "w3", ["p5", "o9"]));
    assert!(
        found.contains(&"s > q2 (unique-name)".to_owned()),
        "{found:?}"
    );
    assert!(found.contains(&"k > p5 (name)".to_owned()), "{found:?}");
    assert!(found.contains(&"l > o9 (name)".to_owned()), "{found:?}");
}

#[test]
fn functions_are_followed_by_name_and_unit() {
    let units = json!({ "a": { "name": "Job" }, "b": { "name": "Social" } });
    let two = |x: [&str; 2], y: [&str; 2]| {
        let functions = json!({
            x[0]: { "name": "Kantine", "responsible": x[1] },
            y[0]: { "name": "Kantine", "responsible": y[1] },
        });
        org(&units, &functions, &Value::Null)
    };
    let base = two(["f", "a"], ["g", "b"]);
    assert_eq!(
        found(&base, &two(["m1", "b"], ["k2", "a"])),
        ["f > k2 (name)", "g > m1 (name)"]
    );
    // Both with one unit: which is which is not known.
    assert_eq!(found(&base, &two(["m1", "b"], ["k2", "b"])), [""; 0]);
}

#[test]
fn two_of_a_name_with_one_unit_leave_no_doubt_where_another_tells_them_apart() {
    let units = json!({ "a": { "name": "Job" }, "b": { "name": "Social" } });
    let kantine = |units: &[&str]| {
        let units: Vec<Value> = units.iter().map(|unit| json!({ "unit": unit })).collect();
        json!({ "name": "Kantine", "responsible": units })
    };
    let two = json!({ "f": kantine(&["a", "b"]), "g": kantine(&["b"]) });
    let one = json!({ "m1": kantine(&["a"]) });
    let base = org(&units, &two, &Value::Null);
    let revision = org(&units, &one, &Value::Null);
    assert_eq!(found(&base, &revision), ["f > m1 (name)"]);
}

#[test]
fn a_second_one_of_a_name_founded_elsewhere_is_no_move() {
    let units = json!({ "a": { "name": "Job" }, "b": { "name": "Social" } });
    let one = json!({ "f": { "name": "Kantine", "responsible": "a" } });
    let two = json!({
        "f": { "name": "Kantine", "responsible": "a" },
        "m1": { "name": "Kantine", "responsible": "b" },
    });
    let base = org(&units, &one, &Value::Null);
    assert_eq!(found(&base, &org(&units, &two, &Value::Null)), [""; 0]);
    // Where the first is gone, it is the one that moved.
    let moved = json!({ "m1": { "name": "Kantine", "responsible": "b" } });
    let revision = org(&units, &moved, &Value::Null);
    assert_eq!(found(&base, &revision), ["f > m1 (unique-name)"]);
}

#[test]
fn what_has_ended_on_purpose_is_nobodys_past() {
    let units = json!({ "a": { "name": "Job" }, "b": { "name": "Social" } });
    let one = json!({ "f": { "name": "Kantine", "responsible": "a" } });
    let moved = json!({ "m1": { "name": "Kantine", "responsible": "b" } });
    let base = org(&units, &one, &Value::Null);
    let mut revision = org(&units, &moved, &Value::Null);
    revision["ended"] = json!({ "functions": { "f": {} } });
    assert_eq!(found(&base, &revision), [""; 0]);
    // What has ended at one site is still there.
    revision["ended"] = json!({ "functions": { "f": { "at": ["nord"] } } });
    assert_eq!(found(&base, &revision), ["f > m1 (unique-name)"]);
}

#[test]
fn posts_are_followed_by_title_unit_and_site_and_then_by_what_they_do() {
    let units = json!({ "a": { "name": "Job", "site": "nord" }, "b": { "name": "Social" } });
    let functions = json!({ "f": { "name": "Ydelse" }, "g": { "name": "Samtaler" } });
    let posts = |x: [&str; 3], y: [&str; 3], site: &str| {
        let staff = json!({
            x[0]: { "title": "Rådgiver", "unit": x[1], "performs": [x[2]], "site": site },
            y[0]: { "title": "Rådgiver", "unit": y[1], "performs": [y[2]] },
        });
        org(&units, &functions, &staff)
    };
    let base = posts(["p", "a", "f"], ["q", "b", "f"], "nord");
    let expected = ["p > k2 (name)", "q > m1 (name)"];
    assert_eq!(
        found(&base, &posts(["k2", "a", "g"], ["m1", "b", "f"], "nord")),
        expected
    );
    // At another site: it may be other posts.
    assert_eq!(
        found(&base, &posts(["k2", "a", "g"], ["m1", "b", "f"], "syd")),
        ["q > m1 (name)"]
    );
    // Two of a title in one unit: by what they do, if that tells them apart.
    let base = posts(["p", "a", "f"], ["q", "a", "g"], "nord");
    assert_eq!(
        found(&base, &posts(["m1", "a", "g"], ["k2", "a", "f"], "nord")),
        expected
    );
    let base = posts(["p", "a", "f"], ["q", "a", "f"], "nord");
    assert_eq!(
        found(&base, &posts(["m1", "a", "f"], ["k2", "a", "f"], "nord")),
        [""; 0]
    );
}

#[test]
fn sites_and_target_groups_are_followed_by_name() {
    let base = json!({
        "sites": { "s": { "name": "Rådhuset" }, "t": { "name": "Huset" }, "u": { "name": "huset" } },
        "target_groups": { "g": { "name": "Ledige" } },
    });
    let revision = json!({
        "sites": { "x1": { "name": "RÅDHUSET" }, "y2": { "name": "Huset" } },
        "target_groups": { "z3": { "name": "ledige" } },
    });
    assert_eq!(found(&base, &revision), ["s > x1 (name)", "g > z3 (name)"]);
}

#[test]
fn a_purpose_of_six_words_is_a_sign() {
    let unit = |id: &str, name: &str, purpose: &str| {
        units(&json!({ id: { "name": name, "purpose": purpose } }))
    };
    let long = "Borgerne får hurtigt svar og rådgivning";
    let short = "Borgerne får hurtigt svar altid";
    let base = |purpose: &str| unit("a", "Borgerservice", purpose);
    let same = |purpose: &str| found(&base(purpose), &unit("k2", "Kontaktcentret", purpose));
    assert_eq!(same(long), ["a > k2 (purpose)"]);
    assert_eq!(same(short), [""; 0]);
    let mut two = base(long);
    two["units"]["b"] = json!({ "name": "Skranken", "purpose": long });
    assert_eq!(found(&two, &unit("k2", "Kontaktcentret", long)), [""; 0]);
}
