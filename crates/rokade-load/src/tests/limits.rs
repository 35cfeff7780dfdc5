//! Files that are no charts: large, deep, full of faults.

#![expect(
    clippy::disallowed_types,
    reason = "what must not hang is timed, and nothing else"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use rokade_core::fault::{FaultKind, SyntaxFault};

use super::{faults_of, load_chart, load_yaml};

/// Generous, since tests run unoptimised beside each other; what it guards against is minutes.
fn quick<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{what} took {took:?}");
    result
}

#[test]
fn nesting_has_an_end() {
    let deep = |levels: usize| {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        load_chart(&format!("units: {{ a: {{ also: {open}{close} }} }}\n"))
    };
    // Lists in `also` are wrong, but not too deep.
    assert!(deep(20).complete);
    let loaded = deep(40);
    assert!(!loaded.complete);
    let too_deep = |kind: &FaultKind| matches!(kind, FaultKind::Syntax(SyntaxFault::TooDeep(32)));
    assert!(loaded.faults.iter().any(|fault| too_deep(&fault.kind)));
    let block: String = (0..40).fold(String::from("rokade: 1\n"), |mut text, i| {
        let _ = writeln!(text, "{:i$}a:", "");
        text
    });
    let faults = faults_of(&block);
    assert!(
        faults.iter().any(|fault| fault.contains("TooDeep")),
        "{faults:?}"
    );
}

#[test]
fn nested_brackets_do_not_hang() {
    for (name, piece) in [
        ("lists", "["),
        ("maps", "{"),
        ("maps of maps", "{a: "),
        ("keys", "? "),
        ("items", "- "),
        ("keys in lists", "[? "),
        ("closed lists", "[],"),
        ("tags", "!a "),
        ("anchors", "&a "),
        ("quotes", "\""),
        ("colons", ": "),
        ("commas", ","),
    ] {
        let text = format!("rokade: 1\nunits: {}", piece.repeat(200_000 / piece.len()));
        let loaded = quick(name, || load_yaml(&text));
        assert!(!loaded.faults.is_empty(), "{name}");
        quick(name, || load_yaml(&piece.repeat(200_000 / piece.len())));
    }
}

#[test]
fn an_entity_has_at_most_so_many_faults() {
    let keys: Vec<String> = (0..100).map(|i| format!("wrong{i}xxxxxxxx: 1")).collect();
    let loaded = load_chart(&format!(
        "units: {{ a: {{ {} }}, b: {{ nmae: B }} }}\n",
        keys.join(", ")
    ));
    assert_eq!(loaded.faults.len(), 65);
    // It is there, so what names it is not unknown.
    assert_eq!(loaded.entries.units.len(), 2);
}

#[test]
fn a_file_has_at_most_so_many_faults() {
    let mut text = String::from("units:\n");
    for i in 0..12_000 {
        let _ = writeln!(text, "  a{i}: {{ nmae: A }}");
    }
    let loaded = quick("faults", || load_chart(&text));
    // The last says that the rest is unread.
    assert_eq!(loaded.faults.len(), 10_001);
    assert_eq!(
        loaded.faults[10_000].kind,
        FaultKind::Syntax(SyntaxFault::TooManyFaults(10_000))
    );
    assert_eq!(loaded.entries.units.len(), 10_000);
    assert!(!loaded.complete);
}

#[test]
fn duplicates_on_one_long_line_do_not_hang() {
    let mut text = String::from("{\"rokade\": 1, \"units\": {");
    for i in 0..40_000 {
        let _ = write!(text, "\"a{}\": {{\n\"name\": \"A\"}}, ", i % 20_000);
    }
    text.push_str("\"z\": {}}}");
    let text = text.replace('\n', "");
    let loaded = quick("duplicates", || load_yaml(&text));
    assert_eq!(loaded.entries.units.len(), 20_000);
    assert_eq!(loaded.faults.len(), 10_001);
}

#[test]
fn many_values_that_are_nothing_do_not_hang() {
    let pairs: String = (0..20_000).fold(String::new(), |mut text, i| {
        let _ = write!(text, "a{i}: ~, ");
        text
    });
    let loaded = quick("nothing", || {
        load_chart(&format!(
            "staff: {{ a: {{ wishes: {{ {pairs} b: 1 }} }} }}\n"
        ))
    });
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.entries.staff["a"].value.wishes.len(), 1);
    quick("dates", || {
        load_chart(&format!(
            "process: {{ clarified_by: {{ {pairs} b: 2017 }} }}\n"
        ))
    });
    let repeated: String = (0..50_000).fold(String::new(), |mut text, i| {
        let _ = writeln!(text, "k{i}: 1");
        text
    });
    quick("keys", || load_chart(&repeated));
}
