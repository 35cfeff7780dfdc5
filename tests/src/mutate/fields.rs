//! Fields of a file as people write them, and changes to one.

use std::ops::Range;

/// A key with its value, in brackets or on a line.
#[derive(Debug)]
pub struct Field {
    /// The line, from 1.
    pub line: usize,
    /// Where the key stands.
    pub key: Range<usize>,
    /// Where the value stands; empty where it follows on further lines.
    pub value: Range<usize>,
    /// Whether it stands in braces.
    pub in_braces: bool,
    /// The key that the braces around it belong to, where that is on the same line.
    pub within: Option<String>,
}

/// A change to a field.
pub(super) struct Change {
    pub(super) name: &'static str,
    /// The file with the change, where the field is one that it makes wrong.
    pub(super) make: fn(&str, &Field) -> Option<String>,
}

const NAMES: [&str; 6] = ["name", "title", "because", "text", "purpose", "type"];
const REFERENCES: [&str; 4] = ["parent", "head", "site", "entrance"];
const QUANTITIES: [&str; 3] = ["count", "citizens", "capacity"];
const DATES: [&str; 5] = ["as_of", "date", "effective", "clarified_by", "received"];
const WORDS: [&str; 2] = ["kind", "strength"];
/// Keys that every entry of a chart, proposal or hearing has only in one meaning.
const KEYS: [&str; 33] = [
    "name",
    "title",
    "because",
    "text",
    "parent",
    "head",
    "site",
    "count",
    "citizens",
    "kind",
    "performs",
    "responsible",
    "pathway",
    "as_of",
    "received",
    "units",
    "functions",
    "staff",
    "sites",
    "target_groups",
    "co_locations",
    "organization",
    "events",
    "move",
    "establish",
    "close",
    "rename",
    "appoint",
    "raises",
    "about",
    "responses",
    "points",
    "competences",
];

pub(super) const CHANGES: &[Change] = &[
    Change {
        name: "misspelt key",
        make: |text, field| {
            let key = &text[field.key.clone()];
            let misspelt = format!("{}{}{}", &key[1..2], &key[..1], &key[2..]);
            (KEYS.contains(&key) && misspelt != key).then(|| replaced(text, &field.key, &misspelt))
        },
    },
    Change {
        name: "key with a letter too many",
        make: |text, field| {
            let key = &text[field.key.clone()];
            KEYS.contains(&key)
                .then(|| replaced(text, &field.key, &format!("{key}x")))
        },
    },
    Change {
        name: "list for a text",
        make: |text, field| value_of(text, field, &NAMES, "[a, b]"),
    },
    Change {
        name: "map for a text",
        make: |text, field| value_of(text, field, &NAMES, "{ a: b }"),
    },
    Change {
        name: "unknown id",
        make: |text, field| {
            let made = field.within.as_deref() == Some("establish")
                && &text[field.key.clone()] != "parent";
            if made {
                None
            } else {
                value_of(text, field, &REFERENCES, "findes-ikke-nogen-steder")
            }
        },
    },
    Change {
        name: "list for an id",
        make: |text, field| value_of(text, field, &["parent", "head"], "[a, b]"),
    },
    Change {
        name: "id with capitals",
        make: |text, field| value_of(text, field, &REFERENCES, "Ikke Et Id"),
    },
    Change {
        name: "words for a number",
        make: |text, field| value_of(text, field, &QUANTITIES, "mange"),
    },
    Change {
        name: "negative number",
        make: |text, field| value_of(text, field, &QUANTITIES, "-3"),
    },
    Change {
        name: "range the wrong way",
        make: |text, field| value_of(text, field, &QUANTITIES, "9-4"),
    },
    Change {
        name: "day that is none",
        make: |text, field| value_of(text, field, &DATES, "2017-02-30"),
    },
    Change {
        name: "month that is none",
        make: |text, field| value_of(text, field, &DATES, "2017-13"),
    },
    Change {
        name: "day in another shape",
        make: |text, field| value_of(text, field, &DATES, "30/6 2017"),
    },
    Change {
        name: "unknown word",
        make: |text, field| value_of(text, field, &WORDS, "ukendt-slags"),
    },
    Change {
        name: "key twice",
        make: |text, field| {
            let whole = &text[field.key.start..field.value.end];
            let fits = field.in_braces && !field.value.is_empty();
            fits.then(|| {
                replaced(
                    text,
                    &(field.value.end..field.value.end),
                    &format!(", {whole}"),
                )
            })
        },
    },
    Change {
        name: "unknown key beside it",
        make: |text, field| {
            let known = KEYS.contains(&&text[field.key.clone()]) && field.in_braces;
            known.then(|| replaced(text, &(field.key.start..field.key.start), "zzukendt: 1, "))
        },
    },
    Change {
        name: "allowance without a rule",
        make: |text, field| {
            let allow = "allow: [{ because: Aftalt }], ";
            let named =
                &text[field.key.clone()] == "name" && field.in_braces && field.within.is_none();
            named.then(|| replaced(text, &(field.key.start..field.key.start), allow))
        },
    },
    Change {
        name: "alias for a value",
        make: |text, field| any_value(text, field, "*andet"),
    },
    Change {
        name: "anchor at a value",
        make: |text, field| before_value(text, field, "&her "),
    },
    Change {
        name: "tag at a value",
        make: |text, field| before_value(text, field, "!slags "),
    },
    Change {
        name: "merge key",
        make: |text, field| {
            let at = field.key.start..field.key.start;
            field.in_braces.then(|| replaced(text, &at, "<<: *andet, "))
        },
    },
    Change {
        name: "reserved sign",
        make: |text, field| any_value(text, field, "@andet"),
    },
    Change {
        name: "open quote",
        make: |text, field| any_value(text, field, "\"åben"),
    },
    Change {
        name: "unknown escape",
        make: |text, field| any_value(text, field, "\"a\\qb\""),
    },
    Change {
        name: "colon in a text",
        make: |text, field| {
            (!field.in_braces)
                .then(|| any_value(text, field, "a: b: c"))
                .flatten()
        },
    },
    Change {
        name: "control character",
        make: |text, field| any_value(text, field, "a\u{7}b"),
    },
    Change {
        name: "NUL",
        make: |text, field| any_value(text, field, "\"a\0b\""),
    },
    Change {
        name: "cut off in a quote",
        make: |text, field| {
            let begins = text[field.value.clone()].starts_with('"') && field.value.len() > 4;
            begins.then(|| text[..boundary(text, field.value.start + 3)].to_owned())
        },
    },
    Change {
        name: "cut off in brackets",
        make: |text, field| {
            let inside = field.in_braces && !field.value.is_empty();
            inside.then(|| text[..=field.key.end].to_owned())
        },
    },
];

fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

fn replaced(text: &str, at: &Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..at.start], &text[at.end..])
}

fn value_of(text: &str, field: &Field, keys: &[&str], value: &str) -> Option<String> {
    keys.contains(&&text[field.key.clone()])
        .then(|| any_value(text, field, value))
        .flatten()
}

fn any_value(text: &str, field: &Field, value: &str) -> Option<String> {
    (!field.value.is_empty()).then(|| replaced(text, &field.value, value))
}

fn before_value(text: &str, field: &Field, word: &str) -> Option<String> {
    let at = field.value.start..field.value.start;
    (!field.value.is_empty()).then(|| replaced(text, &at, word))
}

/// The fields of a file that is written on lines, with braces that end on theirs.
pub fn fields(text: &str) -> Vec<Field> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        of_line(text, start..start + line.trim_end().len(), at + 1, &mut all);
        start += line.len();
    }
    all
}

fn of_line(text: &str, line: Range<usize>, number: usize, all: &mut Vec<Field>) {
    let bytes = text.as_bytes();
    let end = without_comment(text, &line);
    let mut open: Vec<Option<String>> = Vec::new();
    let mut braces: Vec<bool> = Vec::new();
    let mut at = line.start;
    let mut may_begin = true;
    let mut last = None;
    while at < end {
        match bytes[at] {
            b' ' => {}
            b'-' if may_begin && open.is_empty() => {}
            b'"' => {
                at = closed(bytes, at, end);
                may_begin = false;
            }
            byte @ (b'{' | b'[') => {
                open.push(last.take());
                braces.push(byte == b'{');
                may_begin = byte == b'{';
            }
            b'}' | b']' => {
                open.pop();
                braces.pop();
                may_begin = false;
            }
            b',' => may_begin = braces.last().copied().unwrap_or(false),
            _ if may_begin => {
                may_begin = false;
                let length = key_length(&bytes[at..end]);
                if length > 0 {
                    let key = at..at + length;
                    let value = value(bytes, key.end + 1, end, !open.is_empty());
                    last = Some(text[key.clone()].to_owned());
                    all.push(Field {
                        line: number,
                        key,
                        value,
                        in_braces: !open.is_empty(),
                        within: open.last().cloned().flatten(),
                    });
                    at += length;
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// The letters of a key of the format, with a colon behind; none where no such key begins.
fn key_length(bytes: &[u8]) -> usize {
    let length = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_lowercase() || **byte == b'_')
        .count();
    let ends =
        bytes.get(length) == Some(&b':') && matches!(bytes.get(length + 1), None | Some(b' '));
    if ends && length > 1 { length } else { 0 }
}

/// The value behind a colon.
fn value(bytes: &[u8], colon_end: usize, end: usize, in_braces: bool) -> Range<usize> {
    let mut start = colon_end;
    while start < end && bytes[start] == b' ' {
        start += 1;
    }
    let (mut at, mut depth) = (start, 0);
    while at < end {
        match bytes[at] {
            b'"' if at == start || depth > 0 => at = closed(bytes, at, end),
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => break,
            b'}' | b']' => depth -= 1,
            b',' if depth == 0 && in_braces => break,
            _ => {}
        }
        at += 1;
    }
    let at = at.min(end);
    let kept = bytes[start..at].iter().rposition(|&byte| byte != b' ');
    start..kept.map_or(start, |last| start + last + 1)
}

/// The quote that closes one.
fn closed(bytes: &[u8], open: usize, end: usize) -> usize {
    let mut at = open + 1;
    while at < end && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(end)
}

fn without_comment(text: &str, line: &Range<usize>) -> usize {
    let written = &text[line.clone()];
    let mut quoted = false;
    for (at, c) in written.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted && (at == 0 || written[..at].ends_with(' ')) => {
                return line.start + written[..at].trim_end().len();
            }
            _ => {}
        }
    }
    line.end
}
