//! What a reader of each format finds in it. Nothing here knows how a format is written: JSON and
//! XML are parsed, Markdown is read as a forge reads it, and lines are taken apart.

use pulldown_cmark::{Event as Part, Options as MarkdownOptions, Parser, Tag, TagEnd};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use rokade::{Format, catalogue};
use serde_json::Value;

/// What a format tells of a finding; `None` for what it has no word for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    pub(crate) rule: String,
    pub(crate) severity: Option<String>,
    /// `allowed` or `known`.
    pub(crate) aside: Option<String>,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: Option<u32>,
}

/// The findings of a text.
pub(crate) fn told(format: Format, text: &str) -> Vec<Told> {
    match format {
        Format::Text => of_text(text),
        Format::Json => of_json(text),
        Format::Sarif => of_sarif(text),
        Format::Junit => of_junit(text),
        Format::Github => text.lines().map(of_command).collect(),
        Format::Gitlab => of_gitlab(text),
        Format::Markdown => of_markdown(text),
        Format::Concise => text.lines().map(of_line).collect(),
    }
}

/// Whether a text says that everything could be checked: by what it says of it being not so.
pub(crate) fn is_complete(format: Format, text: &str) -> bool {
    let json = || -> Value { serde_json::from_str(text).expect("is JSON") };
    let says_so = |line: &str| {
        line.contains("Ikke alt kunne læses") || line.contains("Not everything could be read")
    };
    match format {
        Format::Text | Format::Markdown => !text.lines().any(says_so),
        Format::Json => json()["complete"] == true,
        Format::Sarif => {
            let invocation = json()["runs"][0]["invocations"][0].clone();
            let told = invocation["toolExecutionNotifications"]
                .as_array()
                .expect("is a list")
                .clone();
            let failed = told.iter().any(|one| one["level"] == "error");
            let is_successful = invocation["executionSuccessful"] == true;
            assert_ne!(is_successful, failed);
            is_successful
        }
        Format::Junit => !text.contains("<error type=\"incomplete\""),
        Format::Github => !text
            .lines()
            .any(|line| line.starts_with("::error title=rokade::") && says_so(line)),
        Format::Gitlab => json()
            .as_array()
            .expect("is a list")
            .iter()
            .all(|issue| issue["check_name"] != "incomplete"),
        Format::Concise => !text
            .lines()
            .any(|line| line.starts_with("rokade: ") && says_so(line)),
    }
}

fn string(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is text"))
        .to_owned()
}

fn number(value: &Value) -> u32 {
    let number = value
        .as_u64()
        .unwrap_or_else(|| panic!("{value} is a number"));
    u32::try_from(number).expect("is small")
}

/// A severity by its word in either language, with or without how certain it is.
fn severity(words: &str) -> String {
    let last = words.split(' ').next_back().unwrap_or_default();
    match last {
        "fejl" | "error" => "error",
        "advarsel" | "warning" => "warning",
        "bemærkning" | "note" => "note",
        _ => panic!("{words} is no severity"),
    }
    .to_owned()
}

/// Why a finding does not count, by its word in either language.
fn aside(word: &str) -> String {
    match word {
        "undtaget" | "allowed" => "allowed",
        "kendt" | "known" => "known",
        _ => panic!("{word} is no reason not to count"),
    }
    .to_owned()
}

/// What a sentence ends with where the finding does not count.
fn aside_at_end(sentence: &str) -> Option<String> {
    let words = ["undtaget", "allowed", "kendt", "known"];
    let ends = |word: &&str| sentence.ends_with(')') && sentence.contains(&format!(" ({word}: "));
    words.into_iter().find(ends).map(aside)
}

/// `file:line:column`.
fn place(text: &str) -> (String, u32, Option<u32>) {
    let mut parts = text.rsplitn(3, ':');
    let mut next = || parts.next().unwrap_or_else(|| panic!("{text} is a place"));
    let column = next().parse().expect("is a column");
    let line = next().parse().expect("is a line");
    (next().to_owned(), line, Some(column))
}

/// Each finding has a line of its own, `error · rule · allowed`, and below it its place: above an
/// excerpt, `╭─[file:line:column]`, or after a word for it.
fn of_text(text: &str) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for line in text.lines() {
        let mut parts = line.split(" · ");
        if let (Some(kind), Some(rule)) = (parts.next(), parts.next())
            && !line.starts_with(' ')
            && catalogue::find(rule).is_some()
        {
            told.push(Told {
                rule: rule.to_owned(),
                severity: Some(severity(kind)),
                aside: parts.next().map(aside),
                file: String::new(),
                line: 0,
                column: None,
            });
        }
        let excerpt = line
            .trim_start()
            .strip_prefix("╭─[")
            .and_then(|place| place.strip_suffix(']'));
        let words = ["  sted: ", "  place: "];
        let remark = words.into_iter().find_map(|word| line.strip_prefix(word));
        if let Some(at) = excerpt.or(remark)
            && let Some(last) = told.last_mut().filter(|last| last.line == 0)
        {
            (last.file, last.line, last.column) = place(at);
        }
    }
    told
}

fn of_json(text: &str) -> Vec<Told> {
    let report: Value = serde_json::from_str(text).expect("is JSON");
    let findings = report["findings"].as_array().expect("is a list");
    let told = findings.iter().map(|finding| {
        let span = &finding["spans"][0];
        let aside = ["allowed", "known"]
            .into_iter()
            .find(|key| !finding[key].is_null());
        Told {
            rule: string(&finding["rule"]),
            severity: Some(string(&finding["severity"])),
            aside: aside.map(str::to_owned),
            file: string(&span["source"]),
            line: number(&span["start"]["line"]),
            column: Some(number(&span["start"]["column"])),
        }
    });
    told.collect()
}

/// The file of a URI, relative or not.
fn file_of(location: &Value) -> String {
    let uri = string(&location["uri"]);
    let path = uri.strip_prefix("file://").unwrap_or_else(|| {
        assert_eq!(location["uriBaseId"], "%SRCROOT%");
        &uri
    });
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits =
                    [rest.next(), rest.next()].map(|digit| char::from(digit.expect("two digits")));
                let digits: String = digits.into_iter().collect();
                u8::from_str_radix(&digits, 16).expect("are digits")
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("is text")
}

fn of_sarif(text: &str) -> Vec<Told> {
    let log: Value = serde_json::from_str(text).expect("is JSON");
    let results = log["runs"][0]["results"].as_array().expect("is a list");
    let told = results.iter().map(|result| {
        let suppressions = result["suppressions"].as_array().expect("is a list");
        let aside = suppressions.first().map(|one| match one["kind"].as_str() {
            Some("inSource") => "allowed".to_owned(),
            Some("external") => "known".to_owned(),
            other => panic!("{other:?}"),
        });
        let place = &result["locations"][0]["physicalLocation"];
        Told {
            rule: string(&result["ruleId"]),
            severity: Some(string(&result["level"])),
            aside,
            file: file_of(&place["artifactLocation"]),
            line: number(&place["region"]["startLine"]),
            column: Some(number(&place["region"]["startColumn"])),
        }
    });
    told.collect()
}

pub(crate) fn tag_of(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_owned()
}

pub(crate) fn name_of(attribute: &Attribute<'_>) -> String {
    attribute.key.as_ref().to_owned()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().map(|one| one.expect("is an attribute"));
    let one = attributes.find(|one| name_of(one) == name)?;
    let value = one.normalized_value(quick_xml::XmlVersion::Explicit1_0);
    Some(value.expect("is text").into_owned())
}

/// A test a finding, but for those of the first suite; its place and kind begin its text.
fn of_junit(text: &str) -> Vec<Told> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut told: Vec<Told> = Vec::new();
    let (mut said, mut suite) = (String::new(), String::new());
    let mut result = None;
    loop {
        match reader.read_event().expect("is XML") {
            Event::Eof => return told,
            Event::Start(start) | Event::Empty(start) => {
                // What stands between elements.
                said.clear();
                match tag_of(&start).as_str() {
                    "testsuite" => suite = attribute(&start, "name").expect("has a name"),
                    "testcase" => {
                        let class = attribute(&start, "classname").expect("has a class");
                        assert_eq!(class, format!("rokade.{suite}"));
                        result = None;
                    }
                    "failure" => result = attribute(&start, "type"),
                    _ => {}
                }
            }
            Event::Text(part) => said.push_str(&part),
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                said.push_str(&quick_xml::escape::unescape(&name).expect("is known"));
            }
            Event::End(end) => {
                let text = std::mem::take(&mut said);
                match end.name().as_ref() {
                    _ if suite == "rokade" => {}
                    "skipped" => {
                        let word = text.split_once(": ").expect("has a reason").0;
                        result = Some(aside(word));
                    }
                    "failure" | "system-out" => {
                        told.push(of_test(&suite, result.take(), &text));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

fn of_test(rule: &str, result: Option<String>, text: &str) -> Told {
    let mut parts = text.splitn(3, ": ");
    let mut next = || parts.next().expect("begins with a place and a kind");
    let (file, line, column) = place(next());
    let severity = severity(next());
    let aside = match result.as_deref() {
        Some("allowed" | "known") => result,
        Some(failed) => {
            assert_eq!(failed, severity);
            None
        }
        None => {
            assert_eq!(severity, "note");
            None
        }
    };
    Told {
        rule: rule.to_owned(),
        severity: Some(severity),
        aside,
        file,
        line,
        column,
    }
}

/// `::level key=value,…::message`.
fn of_command(line: &str) -> Told {
    let (head, _) = line
        .strip_prefix("::")
        .and_then(|rest| rest.split_once("::"))
        .expect("is a command");
    let (level, properties) = head.split_once(' ').expect("has properties");
    let value = |key: &str| {
        let mut pairs = properties
            .split(',')
            .map(|pair| pair.split_once('=').expect("is a pair"));
        let (_, value) = pairs.find(|(name, _)| *name == key)?;
        Some(
            value
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%25", "%"),
        )
    };
    let title = value("title").expect("has a title");
    let mut words = title.split(" · ");
    let rule = words.next().expect("has a rule").to_owned();
    let kind = words.next().map(severity);
    let aside = words.next().map(aside);
    let severity = match (&aside, level) {
        (Some(_), _) => {
            assert_eq!(level, "notice");
            kind.expect("says what it would be")
        }
        (None, "notice") => "note".to_owned(),
        (None, level) => level.to_owned(),
    };
    Told {
        rule,
        severity: Some(severity),
        aside,
        file: value("file").expect("has a file"),
        line: value("line")
            .expect("has a line")
            .parse()
            .expect("is a number"),
        column: value("col").map(|column| column.parse().expect("is a number")),
    }
}

fn of_gitlab(text: &str) -> Vec<Told> {
    let issues: Vec<Value> = serde_json::from_str(text).expect("is a list");
    let told = issues.iter().map(|issue| {
        let aside = aside_at_end(&string(&issue["description"]));
        let severity = match issue["severity"].as_str() {
            Some("critical") => "error",
            Some("major") => "warning",
            Some("info") => "note",
            other => panic!("{other:?}"),
        };
        Told {
            rule: string(&issue["check_name"]),
            severity: aside.is_none().then(|| severity.to_owned()),
            aside,
            file: string(&issue["location"]["path"]),
            line: number(&issue["location"]["lines"]["begin"]),
            column: None,
        }
    });
    told.collect()
}

/// The rows of the one table.
fn of_markdown(text: &str) -> Vec<Told> {
    let (mut rows, mut cells, mut cell): (Vec<Vec<String>>, _, _) =
        (Vec::new(), Vec::new(), String::new());
    let mut tables = 0;
    for part in Parser::new_ext(text, MarkdownOptions::ENABLE_TABLES) {
        match part {
            Part::Start(Tag::Table(_)) => tables += 1,
            Part::Start(Tag::TableCell) => cell.clear(),
            Part::Text(text) => cell.push_str(&text),
            Part::End(TagEnd::TableCell) => cells.push(cell.clone()),
            Part::End(TagEnd::TableHead) => cells.clear(),
            Part::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut cells)),
            _ => {}
        }
    }
    assert!(tables <= 1);
    let told = rows.iter().enumerate().map(|(at, row)| {
        let [count, kind, rule, _, at_place] = &row[..] else {
            panic!("{row:?}");
        };
        assert_eq!(*count, (at + 1).to_string());
        let (kind, word) = match kind.split_once(" (") {
            Some((kind, word)) => (kind, Some(word.trim_end_matches(')'))),
            None => (kind.as_str(), None),
        };
        let (file, line, column) = place(at_place);
        Told {
            rule: rule.clone(),
            severity: Some(severity(kind)),
            aside: word.map(aside),
            file,
            line,
            column,
        }
    });
    told.collect()
}

/// `file:line:col: rule: message`.
fn of_line(text: &str) -> Told {
    let mut parts = text.splitn(3, ": ");
    let mut next = || {
        parts
            .next()
            .unwrap_or_else(|| panic!("{text} is a finding"))
    };
    let (file, line, column) = place(next());
    let rule = next().to_owned();
    Told {
        rule,
        severity: None,
        aside: aside_at_end(next()),
        file,
        line,
        column,
    }
}
