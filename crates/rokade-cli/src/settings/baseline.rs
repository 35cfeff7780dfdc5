//! What is known (a baseline): a file of findings that were there when it was written, each with
//! since when and why. They stay in every output, and do not make a run fail.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use rokade::Fingerprint;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::read_some;
use crate::input::InputError;

/// Far more than any organisation has.
const MAX_BYTES: usize = 64 << 20;

/// Of the file's form; it changes when a key means something else.
const VERSION: i64 = 1;

/// A file of what is known.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    /// Its text.
    pub(crate) text: String,
    pub(crate) entries: Vec<Entry>,
}

/// Something that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The file it was found in, from the folder of the baseline, with `/` between folders.
    pub(crate) file: String,
    pub(crate) rule: String,
    /// What it is about, for those who read the file.
    pub(crate) what: String,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) because: Option<String>,
    /// The day it was written.
    pub(crate) since: Option<String>,
    /// The bytes of its fingerprint in the file.
    pub(crate) span: (usize, usize),
}

/// Why a baseline cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BaselineError {
    /// It cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// It is no baseline: where, and why.
    #[error("line {line}: {reason}")]
    Wrong { line: usize, reason: BaselineFault },
}

/// What is wrong in a baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BaselineFault {
    #[error("{0}")]
    Syntax(String),
    #[error("not UTF-8")]
    NotUtf8,
    #[error("too large")]
    TooLarge,
    #[error("version {0}")]
    Version(String),
    #[error("unknown key {0}")]
    UnknownKey(String),
    #[error("{0} is missing or of the wrong kind")]
    Key(&'static str),
}

/// Reads a baseline.
pub(crate) fn read_baseline(path: &Path) -> Result<Baseline, BaselineError> {
    let bytes = read_some(path, MAX_BYTES)?;
    let wrong = |reason| BaselineError::Wrong { line: 1, reason };
    if bytes.len() > MAX_BYTES {
        return Err(wrong(BaselineFault::TooLarge));
    }
    let text = String::from_utf8(bytes).map_err(|_| wrong(BaselineFault::NotUtf8))?;
    match parse(&text) {
        Ok(entries) => Ok(Baseline { text, entries }),
        Err((at, reason)) => Err(BaselineError::Wrong {
            line: text.get(..at).unwrap_or(&text).matches('\n').count() + 1,
            reason,
        }),
    }
}

type Wrong = (usize, BaselineFault);
type Value<'t> = Spanned<DeValue<'t>>;

fn parse(text: &str) -> Result<Vec<Entry>, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, BaselineFault::Syntax(error.message().to_owned()))
    })?;
    let mut entries = Vec::new();
    let mut has_version = false;
    for (key, value) in table.get_ref() {
        let at = value.span().start;
        match (&**key.get_ref(), value.get_ref()) {
            ("version", DeValue::Integer(number)) => {
                if number.as_str().parse() != Ok(VERSION) {
                    return Err((at, BaselineFault::Version(number.as_str().to_owned())));
                }
                has_version = true;
            }
            ("finding", DeValue::Array(findings)) => {
                for finding in findings {
                    entries.push(entry(finding)?);
                }
            }
            ("version", _) => return Err((at, BaselineFault::Key("version"))),
            ("finding", _) => return Err((at, BaselineFault::Key("finding"))),
            (key_name, _) => {
                let at = key.span().start;
                return Err((at, BaselineFault::UnknownKey(key_name.to_owned())));
            }
        }
    }
    if !has_version {
        return Err((0, BaselineFault::Key("version")));
    }
    Ok(entries)
}

fn entry(value: &Value<'_>) -> Result<Entry, Wrong> {
    let at = value.span().start;
    let DeValue::Table(table) = value.get_ref() else {
        return Err((at, BaselineFault::Key("finding")));
    };
    let mut texts: BTreeMap<&'static str, (String, (usize, usize))> = BTreeMap::new();
    for (key, value) in table {
        let name = &**key.get_ref();
        let Some(known) = KEYS.into_iter().find(|known| *known == name) else {
            let at = key.span().start;
            return Err((at, BaselineFault::UnknownKey(name.to_owned())));
        };
        let span = value.span();
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(day) => day.to_string(),
            _ => return Err((span.start, BaselineFault::Key(known))),
        };
        texts.insert(known, (text, (span.start, span.end)));
    }
    let mut take = |key| {
        texts
            .remove(key)
            .filter(|(text, _)| !text.trim().is_empty())
    };
    let mut need = |key| take(key).ok_or((at, BaselineFault::Key(key)));
    let (file, rule) = (need("file")?.0, need("rule")?.0);
    let (mark, span) = need("fingerprint")?;
    let fingerprint =
        Fingerprint::parse(&mark).ok_or((span.0, BaselineFault::Key("fingerprint")))?;
    Ok(Entry {
        file,
        rule,
        what: take("what").map_or_else(String::new, |(text, _)| text),
        fingerprint,
        because: take("because").map(|(text, _)| text),
        since: take("since").map(|(text, _)| text),
        span,
    })
}

const KEYS: [&str; 6] = ["file", "rule", "what", "fingerprint", "because", "since"];

/// A baseline as a file, in one order whatever order it was found in; and how many it holds.
pub(crate) fn written(mut entries: Vec<Entry>) -> (String, usize) {
    entries.sort_by(|a, b| {
        let key = |entry: &Entry| {
            let (file, rule) = (entry.file.clone(), entry.rule.clone());
            (file, rule, entry.what.clone(), entry.fingerprint.clone())
        };
        key(a).cmp(&key(b))
    });
    entries.dedup_by(|a, b| a.file == b.file && a.fingerprint == b.fingerprint);
    let mut text = format!("version = {VERSION}\n");
    for entry in &entries {
        text.push_str("\n[[finding]]\n");
        let because = entry.because.as_deref().unwrap_or_default();
        let since = entry.since.as_deref().unwrap_or_default();
        let values = [
            ("file", entry.file.as_str()),
            ("rule", &entry.rule),
            ("what", &entry.what),
            ("fingerprint", entry.fingerprint.as_str()),
            ("because", because),
            ("since", since),
        ];
        for (key, value) in values {
            let value = toml_string(value);
            // A `String` takes all that is written to it.
            let _ = writeln!(text, "{key} = {value}");
        }
    }
    (text, entries.len())
}

/// A text as a basic string of TOML.
fn toml_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if rokade::terminal(c.encode_utf8(&mut [0; 4]), false) != c.to_string() => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(file: &str, what: &str, mark: char) -> Entry {
        Entry {
            file: file.to_owned(),
            rule: "vacant-head".to_owned(),
            what: what.to_owned(),
            fingerprint: Fingerprint::parse(&mark.to_string().repeat(16)).expect("a mark"),
            because: Some("aftalt i \"HMU\"".to_owned()),
            since: Some("2026-11-22".to_owned()),
            span: (0, 0),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let entries = vec![
            entry("b.yaml", "Nord\u{202e}\n\t\"\\", 'b'),
            entry("a.yaml", "Syd", 'a'),
            entry("a.yaml", "Syd", 'a'),
        ];
        let (text, findings) = written(entries.clone());
        assert_eq!(findings, 2);
        assert!(!text.contains('\u{202e}'), "{text}");
        let mut read = parse(&text).expect("it is a baseline");
        for entry in &mut read {
            let (start, end) = entry.span;
            assert_eq!(
                text[start..end].trim_matches('"'),
                entry.fingerprint.as_str()
            );
            entry.span = (0, 0);
        }
        assert_eq!(read, [entries[1].clone(), entries[0].clone()]);
        assert_eq!(written(read), (text, 2));
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        let finding =
            "[[finding]]\nfile = \"a\"\nrule = \"b\"\nfingerprint = \"aaaaaaaaaaaaaaaa\"\n";
        assert_eq!(
            parse(&format!("version = 1\n{finding}")).map(|all| all.len()),
            Ok(1)
        );
        for (text, fault) in [
            (finding.to_owned(), BaselineFault::Key("version")),
            (
                "version = 2".to_owned(),
                BaselineFault::Version("2".to_owned()),
            ),
            (
                format!("version = 1\n{finding}reason = \"x\""),
                BaselineFault::UnknownKey("reason".to_owned()),
            ),
            (
                format!("version = 1\n{}", finding.replace("aaaaaaaaaaaaaaaa", "zz")),
                BaselineFault::Key("fingerprint"),
            ),
            (
                "version = 1\n[[finding]]\nfile = \"a\"".to_owned(),
                BaselineFault::Key("rule"),
            ),
        ] {
            assert_eq!(
                parse(&text).map_err(|(_, fault)| fault),
                Err(fault),
                "{text}"
            );
        }
        assert!(matches!(
            parse("version ="),
            Err((_, BaselineFault::Syntax(_)))
        ));
    }
}
