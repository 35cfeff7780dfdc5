//! What is not shown of a line of a file: comments, values of keys that the format does not have,
//! numbers in other systems, and among staff all that could be a person's name but the title.
//!
//! A line is read by itself, and so never more than is near a mark: what a value belongs to is
//! told by its key alone. Where that is not seen, the value is not shown.

use std::ops::Range;

use rokade_core::personal::{find, is_word};
use rokade_core::span::{Source, Syntax, edges};

use super::excerpt::floor;

/// How far from a mark a line is read, which is farther than is ever shown.
const REACH: usize = 2048;

/// How many lines up the key of a value is looked for.
const UP: usize = 40;

/// The keys of the format whose values are shown, in order: all but `identifiers`.
const KEYS: [&str; 129] = [
    "about",
    "absent",
    "after",
    "allow",
    "also",
    "answer",
    "answered_by",
    "appoint",
    "as",
    "as_of",
    "asked_by",
    "assign",
    "at",
    "at_least",
    "at_most",
    "base",
    "because",
    "bodies",
    "body",
    "budget",
    "by",
    "capacity",
    "cases",
    "cases_per_post",
    "changed",
    "citizens",
    "clarified_by",
    "close",
    "co_location",
    "co_locations",
    "commitment",
    "commitments",
    "competence",
    "competences",
    "cost",
    "count",
    "counter_proposal",
    "covers",
    "covers_for",
    "critical_mass",
    "currency",
    "date",
    "decide_by",
    "decided_by",
    "decision",
    "discontinue",
    "done",
    "effective",
    "ended",
    "enquiries",
    "entrance",
    "establish",
    "established",
    "events",
    "external",
    "filled",
    "for",
    "from",
    "function",
    "functions",
    "head",
    "hearing",
    "hosted_by",
    "id",
    "independent_of",
    "interface",
    "interfaces",
    "into",
    "keep",
    "kind",
    "kle",
    "language",
    "merge",
    "move",
    "name",
    "needed_at",
    "needed_by",
    "open",
    "options",
    "organization",
    "parallel_with",
    "parent",
    "pathway",
    "per",
    "per_post",
    "performs",
    "points",
    "premise",
    "premises",
    "previously",
    "process",
    "professional_lead",
    "proposal",
    "purpose",
    "raises",
    "received",
    "recruit",
    "reduce",
    "relocate",
    "rename",
    "reports_to",
    "required_in",
    "responses",
    "responsible",
    "rokade",
    "rule",
    "set",
    "shared",
    "site",
    "sites",
    "source",
    "split",
    "staff",
    "statutory",
    "step",
    "steps",
    "strength",
    "target_group",
    "target_groups",
    "text",
    "title",
    "to",
    "travel",
    "type",
    "unit",
    "units",
    "until",
    "volume",
    "wishes",
];

/// How much of a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// All of it.
    All,
    /// Ids, numbers, dates and words of the format.
    Words,
    /// Small numbers and what means nothing.
    Nothing,
}

/// How much is shown of the value of a key.
fn of_key(key: &str, of_staff: bool) -> Shown {
    match key {
        _ if KEYS.binary_search(&key).is_err() => Shown::Nothing,
        "title" | "because" => Shown::All,
        _ if of_staff => Shown::Words,
        _ => Shown::All,
    }
}

/// Where the lines of staff begin and end in a file: the bytes from which on staff are described, or
/// no longer.
#[derive(Debug)]
pub(crate) struct Sections(Vec<(usize, bool)>);

impl Sections {
    /// The sections of a file, by the keys at the edge of its lines.
    pub(crate) fn of(source: &Source) -> Self {
        if source.syntax == Syntax::Csv || source.text.trim_ascii_start().starts_with(['{', '[']) {
            // A table of staff; or JSON, whose keys stand anywhere.
            return Sections(vec![(0, true)]);
        }
        let mut sections: Vec<(usize, bool)> = Vec::new();
        for at in edges(&source.text) {
            if let Some(key) = key_at(&source.text, at) {
                let of_staff = matches!(key, "staff" | "set" | "ended");
                if sections.last().is_none_or(|&(_, last)| last != of_staff) {
                    sections.push((at, of_staff));
                }
            }
        }
        Sections(sections)
    }

    /// Whether staff may be described in the line that begins with this byte.
    fn of_staff(&self, start: usize) -> bool {
        let after = self.0.partition_point(|&(first, _)| first <= start);
        let above = after.checked_sub(1).and_then(|last| self.0.get(last));
        above.is_none_or(|&(_, of_staff)| of_staff)
    }
}

/// The key that a line begins with, as far as it is read.
#[expect(clippy::string_slice, reason = "it begins where a line does")]
fn key_at(text: &str, start: usize) -> Option<&str> {
    let line = &text[start..floor(text, start + REACH)];
    let begins = |c: char| c.is_alphabetic() || matches!(c, '"' | '\'');
    let key = line
        .split([':', '\n'])
        .next()
        .filter(|key| key.starts_with(begins))?;
    Some(key.trim().trim_matches(['"', '\'']))
}

/// What is not shown of a line of a file (from 0), near the marks in it: bytes of the line, in
/// order, and apart.
#[expect(
    clippy::string_slice,
    reason = "a part is near a mark, and ends where characters do"
)]
pub(super) fn hidden(
    source: &Source,
    sections: &Sections,
    line: usize,
    marks: impl Iterator<Item = usize>,
) -> Vec<Range<usize>> {
    let text = source.line(line);
    let mut hidden = Vec::new();
    for mark in std::iter::once(0).chain(marks) {
        let near = floor(text, mark.saturating_sub(REACH))..floor(text, mark + REACH);
        let (start, part) = (near.start, &text[near]);
        let private = match source.syntax {
            Syntax::Csv => cells(header(source), part, start > 0 || line == 0),
            Syntax::Yaml => {
                let of_staff =
                    sections.of_staff(source.line_range(line).start) || part.contains("recruit");
                let shown = if start > 0 {
                    Shown::Nothing
                } else {
                    owner(source, line, of_staff)
                };
                values(part, shown, of_staff, start > 0)
            }
        };
        let found = find(part).into_iter().map(|(range, _)| range);
        let ranges = private.into_iter().chain(found);
        hidden.extend(ranges.map(|range| start + range.start..start + range.end));
    }
    hidden.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(hidden.len());
    for range in hidden {
        match apart.last_mut().filter(|last| range.start < last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// How much is shown of a value that a line starts with: what the key above it says.
fn owner(source: &Source, line: usize, of_staff: bool) -> Shown {
    let text = |line: usize| source.line(line);
    let indent = |line: &str| line.len() - line.trim_ascii_start().len();
    let mut most =
        indent(text(line)) + usize::from(text(line).trim_ascii_start().starts_with("- "));
    for above in (line.saturating_sub(UP)..line).rev() {
        let above = text(above);
        if above.trim_ascii().is_empty() || indent(above) >= most {
            continue;
        }
        most = indent(above) + usize::from(above.trim_ascii_start().starts_with("- "));
        if let Some(key) = last_key(above.split_at(floor(above, REACH)).0) {
            return of_key(key, of_staff);
        }
    }
    Shown::Nothing
}

/// The key that the end of a line belongs to.
fn last_key(line: &str) -> Option<&str> {
    let before = match line.rsplit_once(": ") {
        Some((before, _)) => before,
        None => line.trim_end().strip_suffix(':')?,
    };
    let key = before.rsplit(['{', ',', ' ', '\t']).next()?;
    Some(key.trim_matches(['"', '\'']))
}

/// What is not shown of a part of a line of YAML. `shown` is of the value it starts with, and
/// `inside` whether that stands within braces.
#[expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "every place is that of a byte not yet read, of a sign of one byte, or where a value ends"
)]
fn values(text: &str, mut shown: Shown, of_staff: bool, inside: bool) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut hidden = Vec::new();
    // Each bracket that is open: whether it is a map, and what was shown before it.
    let mut open: Vec<(bool, Shown)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b' ' | b'\t' => {}
            b'#' if at == 0 || matches!(bytes[at - 1], b' ' | b'\t') => {
                let words = text[at + 1..].trim();
                let start = text.len() - text[at + 1..].trim_start().len();
                hidden.extend((!words.is_empty()).then(|| start..start + words.len()));
                break;
            }
            bracket @ (b'{' | b'[') => open.push((bracket == b'{', shown)),
            b'}' | b']' => shown = open.pop().map_or(shown, |(_, before)| before),
            b',' => {
                if open.last().is_none_or(|&(is_map, _)| is_map) {
                    shown = Shown::Nothing;
                }
            }
            b'-' if matches!(bytes.get(at + 1), None | Some(b' ')) => {}
            _ => {
                let value = scalar(text, at, inside || !open.is_empty());
                let after = text[value.end..].trim_start();
                let written = text[value.clone()].trim_matches(['"', '\'']);
                if let Some(rest) = after.strip_prefix(':') {
                    // No key of the format has blanks, and no id.
                    let is_name = of_staff && written.contains(char::is_whitespace);
                    hidden.extend(is_name.then(|| value.clone()));
                    shown = of_key(written, of_staff);
                    at = text.len() - rest.len();
                } else {
                    hidden.extend((!may_show(written, shown)).then(|| value.clone()));
                    at = value.end;
                }
                continue;
            }
        }
        at += 1;
    }
    hidden
}

/// The bytes of a text that starts here, with its quotes.
#[expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "it begins where a character does and is within the text"
)]
fn scalar(text: &str, start: usize, inside: bool) -> Range<usize> {
    let bytes = text.as_bytes();
    let quote = Some(bytes[start]).filter(|quote| matches!(quote, b'"' | b'\''));
    let mut at = start + 1;
    while at < bytes.len() {
        let is_last = match (quote, bytes[at]) {
            (Some(b'"'), b'\\') => {
                at += 2;
                continue;
            }
            (Some(quote), byte) if byte == quote => return start..at + 1,
            (Some(_), _) => false,
            (None, b':') => matches!(bytes.get(at + 1), None | Some(b' ' | b'\t')),
            (None, b'#') => matches!(bytes[at - 1], b' ' | b'\t'),
            (None, byte) => inside && matches!(byte, b',' | b']' | b'}'),
        };
        if is_last {
            break;
        }
        at += 1;
    }
    let first = text[start..].chars().next().map_or(1, char::len_utf8);
    let end = floor(text, at).max(start + first);
    // A blank that YAML knows for none is a text too, and is not passed over for ever.
    start..(start + text[start..end].trim_end().len()).max(start + first)
}

/// Whether a value is shown.
fn may_show(value: &str, shown: Shown) -> bool {
    // An amount such as `ca. 100-150`, and nothing as long as a telephone number, with hyphens or
    // without.
    let amount = value.strip_prefix("ca. ").unwrap_or(value);
    let is_range = |(low, high): (&str, &str)| low.len() <= 3 && high.len() <= 3;
    let is_short = amount.len() <= 6 || amount.split_once('-').is_some_and(is_range);
    let means_nothing = is_short && !amount.contains(char::is_alphabetic);
    let is_of_format = matches!(value, "unknown" | "null" | "true" | "false" | "undecided");
    match shown {
        Shown::All => true,
        Shown::Words => is_word(value),
        Shown::Nothing => means_nothing || is_of_format,
    }
}

/// The first line of a table.
fn header(source: &Source) -> &str {
    source
        .text
        .lines()
        .find(|line| !line.is_empty())
        .unwrap_or_default()
}

/// What is not shown of a row: nothing of the header, and no cell of a row whose columns are not
/// known, as those of a header are that is longer than a row is read.
#[expect(clippy::string_slice, reason = "a row is divided at its own signs")]
fn cells(header: &str, row: &str, is_apart: bool) -> Vec<Range<usize>> {
    let is_long = header.len() > REACH;
    if row == header && !is_long {
        return Vec::new();
    }
    let header = &header[..floor(header, REACH)];
    let delimiter = [';', ',', '\t']
        .into_iter()
        .max_by_key(|&delimiter| header.matches(delimiter).count())
        .unwrap_or(',');
    let columns: Vec<Shown> = split(header, delimiter)
        .map(|at| of_key(header[at].trim().trim_matches('"'), true))
        .collect();
    let cells: Vec<Range<usize>> = split(row, delimiter).collect();
    let is_known = !is_apart && !is_long && cells.len() == columns.len();
    let shown = columns.iter().copied().filter(|_| is_known);
    let shown = shown.chain(std::iter::repeat(Shown::Nothing));
    let cells = cells
        .into_iter()
        .zip(shown)
        .filter(|(cell, shown)| !may_show(row[cell.clone()].trim().trim_matches('"'), *shown));
    cells.map(|(cell, _)| cell).collect()
}

/// The cells of a row.
fn split(row: &str, delimiter: char) -> impl Iterator<Item = Range<usize>> {
    let mut quoted = false;
    let mut ends: Vec<usize> = row
        .char_indices()
        .filter_map(|(at, c)| {
            quoted ^= c == '"';
            (c == delimiter && !quoted).then_some(at)
        })
        .collect();
    ends.push(row.len());
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let cell = start..end;
        start = end + 1;
        cell
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line of a file as it is shown.
    fn shown(text: &str, syntax: Syntax) -> String {
        let source = Source::new("file", text, syntax);
        let sections = Sections::of(&source);
        let lines = (0..text.lines().count()).map(|line| {
            let mut seen = source.text[source.line_range(line)].to_owned();
            for range in hidden(&source, &sections, line, std::iter::empty())
                .iter()
                .rev()
            {
                seen.replace_range(range.clone(), "…");
            }
            seen
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_key_of_the_format_is_shown_but_one() {
        let schema = include_str!("../../../../../schema/rokade.schema.json");
        let schema: serde_json::Value = serde_json::from_str(schema).expect("it is JSON");
        let mut keys = std::collections::BTreeSet::new();
        let mut rest = vec![&schema];
        while let Some(value) = rest.pop() {
            if let Some(properties) = value.get("properties").and_then(|it| it.as_object()) {
                keys.extend(properties.keys().map(String::as_str));
            }
            rest.extend(value.as_object().into_iter().flat_map(|map| map.values()));
            rest.extend(value.as_array().into_iter().flatten());
        }
        assert!(keys.remove("identifiers"));
        assert_eq!(keys.into_iter().collect::<Vec<_>>(), KEYS);
    }

    #[test]
    fn what_is_known_of_lines_is_no_longer_than_what_changes() {
        let sections = |text: &str| Sections::of(&Source::new("file", text, Syntax::Yaml)).0;
        let text = "a: 1\nb: 2\n\n  staff: 3\n'staff' : 4\nset: 5\n# staff\n\u{e5}: 6\n";
        assert_eq!(sections(text), [(0, false), (22, true), (49, false)]);
        assert_eq!(sections(&"a\n".repeat(1000)), [(0, false)]);
        assert_eq!(sections("{ staff: 1 }\na: 2\n"), [(0, true)]);
    }

    #[test]
    fn of_a_row_under_a_header_too_long_to_read_nothing_is_shown() {
        let header = (0..1000).fold("id,title".to_owned(), |header, n| format!("{header},c{n}"));
        let table = format!("{header}\nx,Ane\n");
        let row = shown(&table, Syntax::Csv);
        assert_eq!(row.lines().last(), Some("…,…"));
        assert_eq!(shown("id,title\nx,Ane\n", Syntax::Csv), "id,title\nx,Ane");
    }

    #[test]
    fn what_may_be_a_person_is_not_shown() {
        let text = "\
units:
  job: { name: Job Nord, parent: top } # Åse Holm
staff:
  leder: { title: Leder, Åse Holm, name: Åse Holm, unit: job, count: ca. 6, identifiers: [Åse, 7] }
  raad:
    title: Rådgiver i job
    unit: Åse Holm
    navn: Åse Holm
    identifiers:
      - Åse Holm
    performs:
      - ydelse
      - Åse Holm
    allow: [{ rule: a, because: Aftalt i MED }]
    tlf: 12345678
    mobil: 12-34-56-78
    lokal: 1234-5678
    # Åse Holm
";
        insta::assert_snapshot!(shown(text, Syntax::Yaml), @r"
        units:
          job: { name: Job Nord, parent: top } # …
        staff:
          leder: { title: Leder, …, name: …, unit: job, count: ca. 6, identifiers: […, 7] }
          raad:
            title: Rådgiver i job
            unit: …
            navn: …
            identifiers:
              - …
            performs:
              - ydelse
              - …
            allow: [{ rule: a, because: Aftalt i MED }]
            tlf: …
            mobil: …
            lokal: …
            # …
        ");
    }

    #[test]
    fn what_is_of_the_chart_is_shown() {
        let text = "\
organization: { id: a, name: Aalborg Kommune }
events:
  - { id: flyt, move: { staff: raad, to: job }, because: \"Ro, orden\" }
sites:
  vej: { name: 'Kastet vej', capacity: 90, travel: { torv: ca. 7-12, havn: 100-150 } }
";
        assert_eq!(shown(text, Syntax::Yaml), text.trim_end());
    }

    #[test]
    fn blanks_of_other_kinds_end() {
        for blank in ["\u{a0}", "\u{b}", "\u{85}", "\u{3000}x", "a\u{a0}"] {
            shown(
                &format!("staff:\n  a: {{ title: b, {blank} }}\n{blank}\n"),
                Syntax::Yaml,
            );
        }
    }

    #[test]
    fn json_and_tables_are_read_too() {
        let json = r#"{"staff":{"a":{"title":"Leder","name":"Åse Holm","unit":"job"}}}"#;
        assert_eq!(
            shown(json, Syntax::Yaml),
            r#"{"staff":{"a":{"title":"Leder","name":…,"unit":"job"}}}"#
        );
        let table = "id;title;Navn;unit;identifiers\na;Leder;Åse Holm;job;Åse\nb;\"Le;der\";x\n";
        assert_eq!(
            shown(table, Syntax::Csv),
            "id;title;Navn;unit;identifiers\na;Leder;…;job;…\n…;…;…"
        );
    }
}
