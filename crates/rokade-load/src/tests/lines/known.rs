//! Texts that are known to be read without granit, or to be easily read wrong.

use std::fmt::Write as _;

use super::{agree, load_agrees};

/// What of YAML is easily read wrong.
const TRICKY: &[&str] = &[
    "",
    "\n",
    "# a\n",
    "a",
    "a\n",
    "\"a\"",
    "[a]",
    "{ a: b }",
    "~",
    "- ",
    "a:",
    "a: b: c",
    "a: b:",
    "a: - b",
    "a:b",
    "a :b",
    "? a\n: b",
    "? a",
    ": a",
    "a: ? b",
    "a: : b",
    "a: @b",
    "a: `b`",
    "a: %b",
    "%YAML 1.2\n---\na: b",
    "---\na: b",
    "a: b\n---\nc: d",
    "a: b\n...\n",
    "--- a",
    "...",
    "a: ...",
    "a: ---",
    "-- : a",
    "a: b\n--- # c\n",
    "a: b\n c",
    "a: b\n  c\nd: e",
    "a:\n  b\n  c",
    "a:\n  \"b\"",
    "- a\n b",
    "- a\n - b",
    "a: # b\n  c",
    "a: b # c\n d",
    "a: b # c\n  d: e",
    "a:\n  b # c\n  d",
    "a: b#c",
    "a: b #c",
    "a:#b",
    "a: #b",
    "#a: b",
    "a: \"b\"#c",
    "a: \"b\" c",
    "a: 'b' c",
    "a: 'b'c",
    "'a'b: c",
    "\"a\":b",
    "\"a\"\n: b",
    "a\n: b",
    "a: \"b\n  c\"",
    "a: 'b\n\n  c'",
    "a: \"b",
    "a: 'b",
    "a: \"\\x41\\_\\0\"",
    "a: \"\\ud83d\\ude00\"",
    "a: \"\\ud800\"",
    "a: \"\\u+123\"",
    "a: \"\\q\"",
    "a: [b, c",
    "a: [b\n  c]",
    "a: [b,\n  c]",
    "a: [b] c",
    "a: [b]: c",
    "[a]: b",
    "{a}: b",
    "a: [,]",
    "a: [b,,c]",
    "a: [b: c]",
    "a: [b:c]",
    "a: [b:]",
    "a: [\"b\":c]",
    "a: [- b]",
    "a: [-b, -]",
    "a: [? b]",
    "a: [b #c]",
    "a: [b]#c",
    "a: [b}",
    "a: {b}",
    "a: {b, c}",
    "a: {b: , c}",
    "a: {b:}",
    "a: {b:c}",
    "a: {b: c d: e}",
    "a: {[b]: c}",
    "a: {: b}",
    "a: {b: [}]",
    "a: {{b: c}: d}",
    "a: &b c",
    "a: *b",
    "&a b: c",
    "*a : b",
    "<<: *a",
    "<<: { a: b }",
    "!a b: c",
    "a: !!str b",
    "a: ! b",
    "- !a\n- &b\n",
    "a: b\na: c",
    "a: b\n b: c",
    "  a: b\n c: d",
    "  a: b\nc: d",
    "a:\n    b: c\n  d: e",
    "a:\n- b\n - c",
    "a:\n  - b\n- c",
    "- a\nb: c",
    "a: b\n- c",
    "a:\n- b\nc",
    "-\n- a\n-",
    "-\na: b",
    "a:\n-\nb: c",
    "- # a\n  b: c",
    "a:\n- # b\n- c",
    "-a\n- b",
    "-\ta",
    "- \ta",
    "a:\tb",
    "a: b\tc",
    "a: b\t",
    "a: b\t# c",
    "\ta: b",
    "a:\n\tb: c",
    "a: b\n\t\nc: d",
    "a: b\n\t# c\n",
    "a: 'b\tc'",
    "a: b\rc: d\r",
    "a: b\r\nc: d\r\n",
    "# a\rb: c",
    "a: b\n\rc: d",
    "a: b\r",
    "a: |\r\n  b\r\n",
    "a: |\n  b\r\n  c\r",
    "\u{feff}a: b",
    "a: \u{feff}b",
    "a: b\u{feff}",
    "# \u{feff}\na: b",
    "a: \u{7}",
    "# \u{7}\na: b",
    "a: b\0",
    "a: \u{9f}",
    "a: \u{fffe}",
    "\u{85}a: b",
    "a: b\u{85}c: d",
    "a:\u{a0}b",
    "a:\u{2028}b",
    "-\u{a0}a",
    "a: b\u{a0}#c",
    "a: b\u{2028}",
    "\u{a0}: a",
    "a: |",
    "a: |\n",
    "a: |\nb: c",
    "a: |\n  \nb: c",
    "a: |\n\n  b\n",
    "a: |\n  b",
    "a: |-\n  b\n ",
    "a: |\n  b\n c\n",
    "a: |+\n  b\n\n",
    "a: |2\n   b\n",
    "a: | # b\n  c\n",
    "a: |#b\n  c\n",
    "a: | b\n",
    "a: |\n  b\n   \n  c\n",
    "a: |\n  b\n # c\nd: e",
    "a: >\n  b\n   c\n  d\n",
    "a: >\n  b\n\n\n  c\n\n",
    "a: >-\n  b  \n  c\n",
    "a: |\n  b\n  \tc\n",
    "a: >\n  b\n  \tc\n",
    "a: |\n  b\u{a0}\u{2028}\n",
    "- |\n a\n- >\n b\n",
    "|\n a",
    "- - |\n   a\n",
    "a: |\n  b\n\t\nc: d",
    "a:\n- |\n b\n",
    "a: 'b': c",
    "a: \"b\" : c",
    "a  : b",
    "a: b :c",
    "- a : b",
    "a: |\n  b\n\n \n",
];

#[test]
fn what_charts_have_needs_no_granit() {
    for text in [
        super::super::CHART,
        super::super::proposals::PROPOSAL,
        "a:\n  b:\n  c: ~\n\nd:\n- e\n-\n  f: 1 # g\n  h: 2\n",
        "a: b",
        "- - a\n  - b\n- [a, 'b', \"c\"]\n- {}\n",
        "a: { b: [c, { d: e }, ], f: \"g, h: i # j\" }   # k\n",
        "\"a b\" : 'it''s'\n\"\\u00e6\": \"\\\"\\\\\\/\\n\\t\"\n",
        "a: |\n  b\n\n    c: d\n  # e\n\nf: >-\n g\n h\n\n i\n",
        "base: ../a/b.yaml\nc: 10:30 a#b [c] {d}, 50 %\nd: å\u{a0}\u{85}\u{2028}\n",
        "a:\r\n  - b # c\r\n\r\n",
    ] {
        assert!(agree(text), "{text}");
    }
}

#[test]
fn what_is_easily_read_wrong_is_left_to_granit() {
    for text in TRICKY {
        agree(text);
        load_agrees(text);
    }
}

#[test]
fn what_is_long_or_deep_is_read_as_granit_reads_it() {
    for length in [1022, 1023, 1024, 1025, 2000] {
        let key = "a".repeat(length);
        let blanks = " ".repeat(length);
        for text in [
            format!("{key}: b"),
            format!("{}: b", "å".repeat(length)),
            format!("- {key}: b"),
            format!("\"{key}\": b\n"),
            format!("a: {{ {key}: b }}"),
            format!("a{blanks}: b"),
            format!("- [{blanks}]"),
            format!("a: {{ b:{blanks}c }}"),
        ] {
            agree(&text);
        }
    }
    for depth in 28..36 {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        let dashes = "- ".repeat(depth);
        let maps = (0..depth).fold(String::new(), |mut maps, at| {
            let _ = writeln!(maps, "{:at$}a:", "");
            maps
        });
        for text in [
            format!("a: {open}{close}"),
            format!("a:\n  - {open}{close}\n"),
            format!("a: {}b{}", "{ a: ".repeat(depth), " }".repeat(depth)),
            format!("{dashes}a"),
            format!("{dashes}a: [[b]]"),
            maps.clone(),
            format!("{maps}{:depth$}- b", ""),
        ] {
            agree(&text);
        }
    }
}

#[test]
fn a_line_without_end_is_not_kept() {
    let long = format!("a: [{}]\nb: c\n", "d, ".repeat(1 << 17));
    assert!(!agree(&long));
    let lines = "- d\n".repeat(1 << 17);
    assert!(agree(&format!("a:\n{lines}b: c\n")));
}
