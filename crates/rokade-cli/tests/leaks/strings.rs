//! Strings that would do something where they are printed as they are.

/// What stands beside every string, so that it is seen whether it came through at all.
pub(crate) const MARK: &str = "QZX";

/// The strings, without their marks.
const HOSTILE: &[&str] = &[
    // Terminals: colour, clear, cursor, title, links, clipboard, queries, bells.
    "\u{1b}[31mred",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}[1A\u{1b}[2K",
    "\u{1b}[?1049h",
    "\u{1b}[6n",
    "\u{1b}c",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://x.dk\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{1b}P$q\"p\u{1b}\\",
    "\u{1b}_apc\u{1b}\\",
    "\u{1b}^pm\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}0;title\u{9c}",
    "\u{90}$q\u{9c}",
    "\u{85}",
    "a\u{8}\u{8}b",
    "a\rb",
    "a\nb",
    "a\r\nfejl: b",
    "a\u{b}\u{c}b",
    "\u{7f}",
    "\u{7}",
    "\u{0}",
    // Directions, and what is not seen.
    "\u{202e}gnp.exe",
    "\u{202a}\u{202b}\u{202d}\u{202c}",
    "\u{2066}\u{2067}\u{2068}\u{2069}",
    "\u{200e}\u{200f}\u{61c}",
    "kan\u{200b}tine",
    "kan\u{ad}tine",
    "\u{200c}\u{200d}\u{2060}\u{feff}",
    "\u{e0041}\u{e0042}",
    "a\u{2028}b\u{2029}c",
    "\u{fffe}\u{ffff}",
    "\u{3164}\u{115f}",
    // Pages.
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><b>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[x]]>",
    "<?xml?>",
    "&lt;b&gt;&amp;",
    "&#60;b&#62;",
    "&xxe;",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "<a href=\"http://x.dk\">",
    "<iframe src=http://x.dk>",
    // Spreadsheets.
    "=1+1",
    "=HYPERLINK(\"http://x.dk\",\"y\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "_x0041_",
    "http://x.dk",
    "mailto:x",
    // Markdown, and what reads it.
    "| a | b |",
    "`code` ``x``",
    "```\nx\n```",
    "*b* _i_ ~~s~~ **x**",
    "# h",
    "- [ ] x",
    "1. x",
    "> x",
    "[x](http://x.dk)",
    "![x](http://x.dk)",
    "[x]: http://x.dk",
    "<http://x.dk>",
    "www.x.dk",
    "@somebody #1",
    "\\",
    "\\|",
    "$$x$$",
    "---",
    "a  \nb",
    // Fluent, and other ways to put something in.
    "{ $name }",
    "{ -term }",
    "{\"{\"}",
    "{ $n -> [one] x *[other] y }",
    "{0} {1} %s %d %n",
    // Annotations and paths.
    "::error file=x::y",
    "%0A::warning::y",
    "##[error]x",
    "../../etc/passwd",
    "..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "file:///etc/passwd",
    // Diagrams.
    "\"]; x [label=\"y",
    "\\N \\l \\G",
    "end; click x href \"http://x.dk\"",
    "%%{init: {}}%%",
    ":::x",
    "#quot; #35;",
];

/// All strings between marks, each in a text of its own; without optimisation, where a run takes
/// longer, several in one.
pub(crate) fn groups() -> Vec<String> {
    let group = |some: &[&str]| {
        let marked = some.iter().map(|text| format!("{MARK}{text}{MARK}"));
        marked.collect::<Vec<_>>().join(" ")
    };
    let of_each = if cfg!(debug_assertions) { 24 } else { 1 };
    HOSTILE.chunks(of_each).map(group).collect()
}

/// Texts of a hundred kilobytes, of words, of one word and of what is written otherwise; without
/// optimisation a thirty-second of that.
pub(crate) fn long() -> Vec<String> {
    let length = if cfg!(debug_assertions) {
        3_000
    } else {
        100_000
    };
    let of = |piece: &str| {
        let text: String = piece.chars().cycle().take(length).collect();
        format!("{MARK}{}{MARK}", text.trim())
    };
    ["ord i et navn ", "æ", "<b>&\"'", "\u{202e}", "a@b.dk "]
        .map(of)
        .into()
}

/// The strings that act at the start of a text, with nothing before them.
pub(crate) fn bare() -> Vec<String> {
    let begins = |text: &&&str| {
        text.starts_with([
            '=', '+', '-', '@', '\t', '\r', '#', '>', '1', '|', '`', ':', '%', '[',
        ])
    };
    HOSTILE
        .iter()
        .filter(begins)
        .map(|text| format!("{text}{MARK}"))
        .collect()
}

#[test]
fn there_are_many_and_each_is_there_once() {
    let mut strings = HOSTILE.to_vec();
    strings.sort_unstable();
    strings.dedup();
    assert!(strings.len() >= 60 && strings.len() == HOSTILE.len());
}
