//! Every format, read back by what reads it: all have the same findings, hold to the schemas of
//! those who made them, and none reads as clean where something could not be checked.

mod read;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use quick_xml::events::Event;
use rokade::{FileKind, Format, Language, Options, Policy, Report, Sources, Syntax};
use rokade_core::report::{Allowed, Known};
use rokade_tests::{open_path, root};
use serde_json::Value;

use read::Told;

fn print(report: &Report, format: Format) -> String {
    // Formats for people tell everything only when asked to.
    let options = Options {
        full: true,
        ..Options::default()
    };
    let mut out = Vec::new();
    rokade::render(format, report, &options, &mut out).expect("printed");
    String::from_utf8(out).expect("is text")
}

fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths
}

fn kind(path: &Path) -> FileKind {
    let mut sources = Sources::default();
    let bytes = std::fs::read(path).expect("it was listed");
    let file = sources.add("x.yaml", &bytes, Syntax::Yaml);
    sources.links(file).kind
}

/// Names as they are given in a pipeline: from the root of the repository. Some have what the
/// formats have to escape.
fn renamed(mut report: Report) -> Report {
    for source in &mut report.sources {
        let name = source.name.rsplit('/').take(2).collect::<Vec<_>>();
        source.name = format!("{}/høring, 1 %/{}", name[1], name[0]).into();
    }
    report
}

/// Some of the findings allowed and some known, others not.
fn set_aside(mut report: Report) -> Report {
    for (at, finding) in report.findings.iter_mut().enumerate() {
        match at % 4 {
            0 => {
                finding.allowed = Some(Allowed {
                    because: (at % 8 == 0).then(|| "aftalt (i HMU)".to_owned()),
                    until: None,
                });
            }
            1 => {
                finding.known = Some(Known {
                    because: None,
                    since: (at % 8 == 1).then(|| "main".to_owned()),
                });
            }
            _ => {}
        }
    }
    report
}

/// The reports on every case: each chart checked, and each proposal compared with the chart of
/// today.
static REPORTS: LazyLock<Vec<(String, Report)>> = LazyLock::new(|| {
    let mut reports = Vec::new();
    for folder in within(&root().join("orgs")) {
        for file in within(&folder) {
            if file.extension().is_none_or(|end| end != "yaml") {
                continue;
            }
            let kind = kind(&file);
            if matches!(kind, FileKind::Hearing) {
                continue;
            }
            let mut sources = Sources::default();
            let chart = open_path(&mut sources, &file);
            let told = "every sentence can be made";
            let policy = |language| Policy {
                language,
                ..Policy::default()
            };
            let name = file.display().to_string();
            let report = rokade::check(&sources, &chart, &policy(Language::En)).expect(told);
            reports.push((format!("check {name}"), renamed(report)));
            if matches!(kind, FileKind::Proposal { .. }) {
                let current = open_path(&mut sources, &folder.join("current.yaml"));
                let danish = policy(Language::Da);
                let report = rokade::diff(&sources, &current, &chart, &danish).expect(told);
                reports.push((format!("diff {name}, some aside"), {
                    set_aside(renamed(report.clone()))
                }));
                reports.push((format!("diff {name}"), report));
            }
        }
    }
    assert!(reports.len() > 15, "{} reports", reports.len());
    reports
});

/// Reports on files that cannot be read to their end.
fn incomplete() -> Vec<(String, Report)> {
    let files = within(&root().join("tests/bad"));
    let files = files.into_iter().filter(|file| {
        let is_yaml = file.extension().is_some_and(|end| end == "yaml");
        is_yaml && matches!(kind(file), FileKind::Chart)
    });
    let reports = files.map(|file| {
        let mut sources = Sources::default();
        let chart = open_path(&mut sources, &file);
        let report = rokade::check(&sources, &chart, &Policy::default());
        let report = report.expect("every sentence can be made");
        (file.display().to_string(), renamed(report))
    });
    let reports: Vec<_> = reports.filter(|(_, report)| !report.complete).collect();
    assert!(reports.len() > 5, "{} reports", reports.len());
    reports
}

/// What a report has, as far as a format tells it.
fn expected(report: &Report, format: Format) -> Vec<Told> {
    let told = report.findings.iter().map(|finding| {
        let label = finding.labels.first().expect("every finding has a place");
        let source = &report.sources[label.span.source.0 as usize];
        let at = source.line_column(label.span.range().start);
        let aside = match (&finding.allowed, &finding.known) {
            (Some(_), _) => Some("allowed".to_owned()),
            (None, Some(_)) => Some("known".to_owned()),
            (None, None) => None,
        };
        let goes_on = source.line_of(label.span.range().end) + 1 != at.line as usize;
        let has_column = match format {
            Format::Gitlab => false,
            Format::Github => !goes_on,
            _ => true,
        };
        let has_severity = match format {
            Format::Concise => false,
            Format::Gitlab => aside.is_none(),
            _ => true,
        };
        Told {
            rule: finding.rule.to_owned(),
            severity: has_severity.then(|| finding.severity.name().to_owned()),
            aside,
            file: source.name.to_string(),
            line: at.line,
            column: has_column.then_some(at.column),
        }
    });
    told.collect()
}

#[test]
fn all_formats_have_the_same_findings() {
    for (name, report) in REPORTS.iter() {
        for format in Format::ALL {
            let text = print(report, format);
            let mut told = read::told(format, &text);
            let mut expected = expected(report, format);
            // Tests stand in suites, one a rule; all else is in the report's order.
            if format == Format::Junit {
                told.sort();
                expected.sort();
            }
            assert_eq!(told, expected, "{name} --format {format}");
        }
    }
}

fn schema(name: &str) -> String {
    let path = root().join("tests/schemas").join(name);
    std::fs::read_to_string(path).expect("the schema is there")
}

#[test]
fn sarif_holds_to_its_schema() {
    // One of its regular expressions has a bracket too many, and is none to those who are strict.
    let schema = schema("sarif-2.1.0.schema.json").replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("is JSON");
    // A URI that is none is an error.
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema).expect("is a schema");
    for (name, report) in REPORTS.iter().chain(&incomplete()) {
        let log: Value = serde_json::from_str(&print(report, Format::Sarif)).expect("is JSON");
        let errors = validator.iter_errors(&log);
        let errors = errors.map(|e| format!("{}: {e}", e.instance_path()));
        let errors: Vec<String> = errors.collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"]
            .as_array()
            .expect("is a list");
        assert_eq!(rules.len(), rokade::catalogue::rules().count());
        for result in run["results"].as_array().expect("is a list") {
            let index = result["ruleIndex"].as_u64().expect("has a rule");
            assert_eq!(rules[index as usize]["id"], result["ruleId"], "{name}");
        }
    }
    // It can tell.
    let (_, report) = &REPORTS[0];
    let log: Value = serde_json::from_str(&print(report, Format::Sarif)).expect("is JSON");
    for (pointer, wrong) in [
        ("/runs/0/results/0/level", "fatal"),
        ("/runs/0/artifacts/0/location/uri", "a b"),
        ("/runs/0/columnKind", "bytes"),
    ] {
        let mut log = log.clone();
        *log.pointer_mut(pointer).expect(pointer) = Value::from(wrong);
        assert!(!validator.is_valid(&log), "{pointer}");
    }
}

/// GitHub shows no more of a description than this, and refuses a rule without help.
#[test]
fn every_rule_has_a_page_in_sarif() {
    for language in [Language::Da, Language::En] {
        for rule in rokade::catalogue::pages(language).expect("every page is there") {
            let name = &rule.info.name;
            assert!(
                !rule.what.is_empty() && rule.what.chars().count() <= 1024,
                "{name}"
            );
            assert!(
                !rule.what.contains(['`', '#', '\n']),
                "{name}: {}",
                rule.what
            );
            assert!(
                rule.help.starts_with(&rule.what) && rule.help != rule.what,
                "{name}"
            );
            assert!(!rule.help.contains('`'), "{name}: {}", rule.help);
            let is_heading = |line: &str| line.starts_with('#');
            assert!(!rule.help.lines().any(is_heading), "{name}: {}", rule.help);
            assert!(rule.page.starts_with(&format!("# {name}\n")), "{name}");
            assert!(rule.page.contains("```yaml"), "{name}");
        }
    }
}

#[test]
fn junit_holds_to_the_schema_of_jenkins() {
    let schema = schema("jenkins-junit.xsd");
    let schema = uppsala::parse(&schema).expect("is XML");
    let validator = uppsala::XsdValidator::from_schema(&schema).expect("is a schema");
    let errors = |text: &str| -> Vec<String> {
        let document = uppsala::parse(text).expect("is XML");
        let errors = validator.validate(&document);
        errors.iter().map(ToString::to_string).collect()
    };
    for (name, report) in REPORTS.iter().chain(&incomplete()) {
        let text = print(report, Format::Junit);
        assert_eq!(errors(&text), [] as [String; 0], "{name}");
        counts_agree(&text);
    }
    let (_, report) = &REPORTS[0];
    let text = print(report, Format::Junit);
    for (right, wrong) in [
        ("<testcase name=", "<testcase title="),
        ("<testsuite name=", "<suite name="),
        ("system-out>", "output>"),
    ] {
        assert!(text.contains(right));
        let text = text.replace("</testsuite>", "</testsuite >");
        let text = match right {
            "<testsuite name=" => text.replace("</testsuite >", "</suite>"),
            _ => text,
        };
        assert!(!errors(&text.replace(right, wrong)).is_empty(), "{wrong}");
    }
}

/// What each suite says it holds is what it holds.
fn counts_agree(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut stated: Vec<(String, usize)> = Vec::new();
    let mut all: Vec<(String, usize)> = Vec::new();
    let mut seen = [0_usize; 4];
    loop {
        match reader.read_event().expect("is XML") {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                let counted = || {
                    let attributes = start.attributes().map(|a| a.expect("is an attribute"));
                    let numbers = attributes.filter_map(|a| {
                        let value = a.value.parse().ok()?;
                        Some((read::name_of(&a), value))
                    });
                    numbers.collect()
                };
                match read::tag_of(&start).as_str() {
                    "testsuites" => all = counted(),
                    "testsuite" => stated.extend::<Vec<_>>(counted()),
                    "testcase" => seen[0] += 1,
                    "failure" => seen[1] += 1,
                    "error" => seen[2] += 1,
                    "skipped" => seen[3] += 1,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    for (at, key) in ["tests", "failures", "errors", "skipped"]
        .iter()
        .enumerate()
    {
        let sum = |counts: &[(String, usize)]| -> usize {
            counts
                .iter()
                .filter(|(name, _)| name == key)
                .map(|(_, n)| n)
                .sum()
        };
        assert_eq!(sum(&stated), seen[at], "{key}");
        if *key != "skipped" {
            assert_eq!(sum(&all), seen[at], "{key}");
        }
    }
}

#[test]
fn nothing_reads_as_clean_that_is_not() {
    for (name, mut report) in incomplete() {
        // Not even where nothing was found.
        for findings in [report.findings.clone(), Vec::new()] {
            report.findings = findings;
            for format in Format::ALL {
                let text = print(&report, format);
                assert!(
                    !read::is_complete(format, &text),
                    "{name} --format {format}"
                );
            }
        }
    }
    for (name, report) in REPORTS.iter().filter(|(_, report)| report.complete) {
        for format in Format::ALL {
            let text = print(report, format);
            assert!(read::is_complete(format, &text), "{name} --format {format}");
        }
    }
}

#[test]
fn marks_in_gitlab_are_unique() {
    for (name, report) in REPORTS.iter() {
        // As if two charts had been checked that are about the same.
        let mut twice = report.clone();
        twice.findings.extend(report.findings.clone());
        let issues: Vec<Value> =
            serde_json::from_str(&print(&twice, Format::Gitlab)).expect("is JSON");
        let marks = issues
            .iter()
            .filter_map(|issue| issue["fingerprint"].as_str());
        let marks: std::collections::BTreeSet<&str> = marks.collect();
        assert_eq!(marks.len(), twice.findings.len(), "{name}");
    }
}
