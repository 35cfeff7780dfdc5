//! Bad files: each file or folder of `tests/bad` is a chart, a proposal or, where its name begins
//! with `hearing`, a hearing with faults, and says which.
//!
//! A proposal names its base as it would for the command line: another file of its folder, or
//! `../bad-base.yaml`, which has no faults. Of the proposals of a folder, those are opened that no
//! other stands on. A hearing names its proposal in the same way; `../bad-proposal.yaml` has no
//! faults either.
//!
//! A file says in comment lines, before or after its text, what is to be found in it:
//! `# expect: LINE:COLUMN rule ~word ~word`, one line a finding. The words are what the finding
//! must say, in both languages: the nearest known key or id, mostly. A finding without words
//! must suggest nothing. A file that cannot hold comments has the lines, without `# expect:`, in
//! a file beside it: `name.expect`. The list is exact for the rules on the file itself, so a
//! finding too many fails as well.
//!
//! `CASE=name cargo test -p rokade-tests --test bad_files` runs the cases with that in their
//! names and prints what is said of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rokade::{
    AnsweredFault, BaseFault, Chain, Checked, Fault, FaultKind, FileKind, KnownFindings, Language,
    Part, Policy, Referred, Report, ReportFinding, Severity, SourceId, Sources, Syntax, catalogue,
    open_chain, sort_folder,
};
use rokade_core::fault::{FaultPlace, SyntaxFault};
use rokade_core::span::Span;
use rokade_tests::{check_text, diff_text};

/// The rules on what a file says. Names that are untidy or too alike, and units that are empty,
/// are no faults of a file, and would only distract here.
const RULES: [&str; 10] = [
    "syntax",
    "unknown-key",
    "wrong-type",
    "duplicate-id",
    "unknown-reference",
    "parent-cycle",
    "event-not-applicable",
    "several-roots",
    "unused-allow",
    "personal-data",
];

/// How long a person waits for one file without noticing.
const SOON: Duration = Duration::from_secs(1);

/// How long ten thousand faults may take without optimisation; what grows with the square of a
/// file takes far longer.
const AT_LAST: Duration = Duration::from_secs(10);

/// A file or folder with what is to be found in it.
struct Case {
    name: String,
    folder: PathBuf,
    files: Vec<(String, Vec<u8>)>,
    expected: Vec<Expected>,
}

/// A finding that is to be made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    /// `file:line:column rule`.
    place: String,
    words: Vec<String>,
}

impl Expected {
    fn read(file: &str, line: &str) -> Self {
        let mut words = line.split('~').map(|word| word.trim().to_owned());
        let place = words.next().unwrap_or_default();
        Expected {
            place: format!("{file}:{place}"),
            words: words.collect(),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad")
}

/// The entries of a folder, in the order of their names.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| !name(path).starts_with('.'))
        .filter(|path| {
            path.extension()
                .is_none_or(|extension| extension != "expect")
        })
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Every case there is.
fn corpus() -> Vec<Case> {
    let case = |path: PathBuf| {
        let (folder, files) = if path.is_dir() {
            (path.clone(), entries(&path))
        } else {
            (folder(), vec![path.clone()])
        };
        let mut case = Case {
            name: name(&path),
            folder,
            files: Vec::new(),
            expected: Vec::new(),
        };
        for file in files {
            let bytes = fs::read(&file).unwrap();
            case.expected.extend(expected(&file, &bytes));
            case.files.push((name(&file), bytes));
        }
        case.expected.sort();
        case
    };
    entries(&folder()).into_iter().map(case).collect()
}

fn chosen() -> impl Iterator<Item = Case> {
    let only = std::env::var("CASE").ok();
    corpus()
        .into_iter()
        .filter(move |case| only.as_deref().is_none_or(|only| case.name.contains(only)))
}

/// What a file, or the one beside it, says is to be found in it.
fn expected(file: &Path, bytes: &[u8]) -> Vec<Expected> {
    let beside = file.with_file_name(format!("{}.expect", name(file)));
    if let Ok(lines) = fs::read_to_string(beside) {
        return lines
            .lines()
            .map(|line| Expected::read(&name(file), line))
            .collect();
    }
    let text = String::from_utf8_lossy(bytes);
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix("# expect: "));
    lines
        .map(|line| Expected::read(&name(file), line))
        .collect()
}

impl Case {
    /// The report, made as the command line makes it.
    fn report(&self, language: Language) -> Report {
        let mut sources = Sources::default();
        let files: Vec<SourceId> = self
            .files
            .iter()
            .map(|(name, bytes)| {
                let syntax = Part::syntax(name).unwrap_or(Syntax::Yaml);
                sources.add(name, bytes, syntax)
            })
            .collect();
        let charts = self.open(&mut sources, &files).into_iter();
        let charts: Vec<_> = charts.map(|chart| (chart, KnownFindings::new())).collect();
        let policy = Policy {
            language,
            ..Policy::default()
        };
        rokade::check_each(&sources, &charts, &policy).expect("every sentence can be made")
    }
}

impl Case {
    /// The charts of the case, or its proposals where it has any, or its hearing.
    fn open(&self, sources: &mut Sources, files: &[SourceId]) -> Vec<Checked> {
        if self.name.starts_with("hearing") {
            let is_hearing = |file: &&SourceId| Part::of(sources, **file) == Part::Hearing;
            let hearings: Vec<SourceId> = files.iter().filter(is_hearing).copied().collect();
            return hearings
                .into_iter()
                .map(|file| self.hearing(sources, files, file))
                .collect();
        }
        let parts = sort_folder(sources, files);
        let is_proposal = |file: &SourceId| Part::of(sources, *file) == Part::Proposal;
        let proposals: Vec<SourceId> = files.iter().copied().filter(is_proposal).collect();
        if proposals.is_empty() {
            assert!(
                parts.skipped.is_empty(),
                "{}: a file is no part of a chart",
                self.name
            );
            let charts = parts.charts.iter();
            return charts
                .map(|chart| Checked::Chart(Box::new(rokade::open(sources, &chart.0))))
                .collect();
        }
        let chains: Vec<Chain> = proposals
            .iter()
            .map(|&file| self.chain(sources, files, file))
            .collect();
        let stands_below = |file: &SourceId| {
            let mut others = chains.iter();
            others.any(|chain| {
                chain
                    .proposals
                    .split_last()
                    .is_some_and(|(_, below)| below.contains(file))
            })
        };
        let is_loop = |chain: &Chain| chain.root == Err(BaseFault::Loop);
        let tops = chains.iter().zip(&proposals);
        tops.filter(|(chain, file)| is_loop(chain) || !stands_below(file))
            .map(|(chain, _)| Checked::Chart(Box::new(open_chain(sources, chain))))
            .collect()
    }

    /// A hearing with the proposal it answers, as the command line finds it.
    fn hearing(&self, sources: &mut Sources, files: &[SourceId], hearing: SourceId) -> Checked {
        let proposal = rokade::proposal_of(sources, hearing);
        let counters = rokade::counter_proposals_of(sources, hearing);
        let mut answered = |path: &str| {
            let file = self.found(sources, files, path);
            let file = file.ok_or(AnsweredFault::Missing)?;
            match Part::of(sources, file) {
                Part::Hearing => Err(AnsweredFault::Hearing),
                _ => Ok(self.chain(sources, files, file)),
            }
        };
        let referred = Referred {
            proposal: proposal.map(|path| answered(&path)),
            counter_proposals: counters
                .into_iter()
                .map(|path| {
                    let found = answered(&path);
                    (path, found)
                })
                .collect(),
        };
        let hearing = rokade::open_answered(sources, hearing, &referred);
        Checked::Hearing(Box::new(hearing))
    }

    /// A file that another names: of the case, or beside it.
    fn found(&self, sources: &mut Sources, files: &[SourceId], path: &str) -> Option<SourceId> {
        let mut files = files.iter().copied();
        files.find(|&file| sources.name(file) == path).or_else(|| {
            match fs::read(self.folder.join(path)) {
                Ok(bytes) => Some(sources.add(path, &bytes, Syntax::Yaml)),
                Err(_) => None,
            }
        })
    }

    /// What a proposal stands on, as the command line finds it.
    fn chain(&self, sources: &mut Sources, files: &[SourceId], top: SourceId) -> Chain {
        let mut proposals = vec![top];
        let root = loop {
            let lowest = proposals[0];
            let FileKind::Proposal { base } = sources.links(lowest).kind else {
                proposals.remove(0);
                break Ok(vec![lowest]);
            };
            let beside = Path::new(sources.name(lowest)).parent();
            let base = beside.unwrap_or(Path::new("")).join(base);
            let Some(file) = self.found(sources, files, &base.to_string_lossy()) else {
                break Err(BaseFault::Missing);
            };
            match Part::of(sources, file) {
                Part::Chart => break Ok(vec![file]),
                Part::Hearing => break Err(BaseFault::Hearing),
                Part::Proposal if proposals.contains(&file) => break Err(BaseFault::Loop),
                Part::Proposal => proposals.insert(0, file),
            }
        };
        Chain { root, proposals }
    }
}

/// Where a finding is, with its rule.
fn place(report: &Report, finding: &ReportFinding) -> String {
    let Some(label) = finding.labels.first() else {
        return format!("nowhere {}", finding.rule);
    };
    let source = &report.sources[label.span.source.0 as usize];
    let at = source.line_column(label.span.start as usize);
    format!("{}:{}:{} {}", source.name, at.line, at.column, finding.rule)
}

/// What a finding says.
fn said(finding: &ReportFinding) -> String {
    format!(
        "{} {}",
        finding.message,
        finding.help.as_deref().unwrap_or_default()
    )
}

/// The findings of the rules on the file, by their places.
fn findings(report: &Report) -> Vec<(String, &ReportFinding)> {
    let of_file = report
        .findings
        .iter()
        .filter(|finding| RULES.contains(&finding.rule));
    let mut found: Vec<_> = of_file
        .map(|finding| (place(report, finding), finding))
        .collect();
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found
}

/// What is wrong with a report on a case.
fn differences(case: &Case, report: &Report) -> Vec<String> {
    let mut found: BTreeMap<String, Vec<&ReportFinding>> = BTreeMap::new();
    for (place, finding) in findings(report) {
        found.entry(place).or_default().push(finding);
    }
    let mut wrong = Vec::new();
    for expected in &case.expected {
        let at = found.entry(expected.place.clone()).or_default();
        if at.is_empty() {
            wrong.push(format!("  - {}", expected.place));
            continue;
        }
        let finding = at.remove(0);
        let text = said(finding);
        for word in expected.words.iter().filter(|&word| !text.contains(word)) {
            wrong.push(format!("  {} does not say {word}: {text}", expected.place));
        }
        if expected.words.is_empty() && finding.data.contains_key("nearest") {
            wrong.push(format!("  {} suggests something: {text}", expected.place));
        }
    }
    for (place, findings) in found {
        for finding in findings {
            wrong.push(format!("  + {place}: {}", said(finding)));
        }
    }
    wrong
}

#[test]
fn every_fault_is_found_in_its_place_and_no_others() {
    let mut wrong = String::new();
    for case in chosen() {
        for language in [Language::En, Language::Da] {
            let begun = Instant::now();
            let Ok(report) = catch_unwind(|| case.report(language)) else {
                let _ = writeln!(wrong, "{} panics", case.name);
                continue;
            };
            let taken = begun.elapsed();
            if taken > SOON {
                let _ = writeln!(wrong, "{} takes {taken:?}", case.name);
            }
            let differences = differences(&case, &report);
            if !differences.is_empty() {
                let _ = writeln!(wrong, "{} in {}:", case.name, language.code());
                let _ = writeln!(wrong, "{}", differences.join("\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "- is missing, + is too much\n{wrong}");
}

#[test]
fn every_finding_says_something_in_both_languages() {
    let mut wrong = Vec::new();
    for case in chosen() {
        let [en, da] = [Language::En, Language::Da].map(|language| case.report(language));
        let both = findings(&en).into_iter().zip(findings(&da));
        for ((place, en), (_, da)) in both {
            let help = |finding: &ReportFinding| finding.help.clone().unwrap_or_default();
            let labels = en
                .labels
                .iter()
                .chain(&da.labels)
                .map(|label| label.text.clone());
            let texts = [en.message.clone(), da.message.clone(), help(en), help(da)];
            let empty = |text: &String| text.trim().is_empty();
            if texts.iter().any(empty) || labels.into_iter().any(|text| empty(&text)) {
                wrong.push(format!("{} {place}: an empty text", case.name));
            }
            if en.message == da.message || help(en) == help(da) {
                wrong.push(format!(
                    "{} {place}: not translated: {}",
                    case.name, en.message
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a person reads, to be looked at with `CASE=name … -- --nocapture`.
#[test]
#[expect(clippy::print_stdout, reason = "it is asked for")]
fn what_is_said_can_be_looked_at() {
    if std::env::var_os("CASE").is_none() {
        return;
    }
    for case in chosen() {
        println!("{}", case.name);
        for language in [Language::En, Language::Da] {
            let report = case.report(language);
            for (place, finding) in findings(&report) {
                println!("  {place}: {}", said(finding));
            }
        }
    }
}

#[test]
fn every_case_fails_the_run_unless_it_only_warns() {
    let mut wrong = Vec::new();
    for case in chosen() {
        let report = case.report(Language::En);
        let fails = !report.complete || report.count(Severity::Error) > 0;
        let warns = |expected: &Expected| {
            expected.place.ends_with("several-roots") || expected.place.ends_with("unused-allow")
        };
        assert!(!case.expected.is_empty(), "{} expects nothing", case.name);
        // Every fault of `dates-everywhere` and the like counts, but for those that are allowed.
        if fails == case.expected.iter().all(warns) {
            wrong.push(case.name);
        }
    }
    assert!(
        wrong.is_empty(),
        "the other exit code: {}",
        wrong.join(", ")
    );
}

#[test]
fn there_are_many() {
    let cases = corpus();
    assert!(cases.len() >= 250, "{} bad files", cases.len());
    let hearings = cases.iter().filter(|case| case.name.starts_with("hearing"));
    assert!(hearings.count() >= 70, "too few hearings");
    let rules: Vec<&str> = cases
        .iter()
        .flat_map(|case| &case.expected)
        .filter_map(|expected| expected.place.rsplit(' ').next())
        .collect();
    for rule in RULES.iter().filter(|rule| catalogue::find(rule).is_some()) {
        assert!(rules.contains(rule), "no file for {rule}");
    }
    for rule in rules {
        assert!(RULES.contains(&rule), "{rule} is no rule on the file");
    }
}

#[test]
fn long_and_deep_files_are_refused_soon() {
    let head = "rokade: 1\nunits:\n";
    let repeated = |unit: &str| unit.repeat(200_000 / unit.len());
    let ids: String = (0..10_000).fold(String::new(), |mut text, i| {
        let _ = writeln!(text, "  e{i}: {{ parent: f{i} }}");
        text
    });
    let keys: String = (0..10_000).fold(String::new(), |mut text, i| {
        let _ = writeln!(text, "    k{i}: 1");
        text
    });
    for (name, text) in [
        ("[", repeated("[")),
        ("{", repeated("{")),
        ("{a: ", repeated("{a: ")),
        ("{? ", repeated("{? ")),
        ("[{", repeated("[{")),
        ("- ", repeated("- ")),
        ("? ", repeated("? ")),
        (
            "a:\\n",
            (0..600).fold(String::new(), |text, i| text + &" ".repeat(i) + "a:\n"),
        ),
        ("\"", repeated("\"")),
        ("&a ", repeated("&a ")),
        ("!a ", repeated("!a ")),
        ("*a,", format!("{head}  a: [{}]", repeated("*a,"))),
        ("%", repeated("%")),
        (": ", repeated(": ")),
        ("a", format!("{head}  {}: {{}}", repeated("a"))),
        ("unknown references", format!("{head}{ids}")),
        ("unknown keys", format!("{head}  a:\n{keys}")),
        ("one id", format!("{head}{}", repeated("  a: {}\n"))),
        (
            "one key",
            format!("{head}  a:\n{}", repeated("    name: A\n")),
        ),
        (
            "fallen apart",
            format!("{head}  a: {{ name: A{} }}", repeated(", b")),
        ),
    ] {
        let begun = Instant::now();
        let report = check_text(&text, &Policy::default());
        let taken = begun.elapsed();
        assert!(!report.findings.is_empty(), "nothing found in {name}");
        assert!(taken < AT_LAST, "{name} takes {taken:?}");
    }
}

#[test]
fn every_fault_of_syntax_has_its_words() {
    let faults = [
        SyntaxFault::Parser("did not find expected key".to_owned()),
        SyntaxFault::Encoding,
        SyntaxFault::ControlCharacter('\u{7}'),
        SyntaxFault::Empty,
        SyntaxFault::SeveralDocuments,
        SyntaxFault::NotAMap,
        SyntaxFault::Alias,
        SyntaxFault::Tag,
        SyntaxFault::TooLarge(300_000_000),
        SyntaxFault::TooDeep(32),
        SyntaxFault::TooLong(67_108_864),
        SyntaxFault::TooManyNodes(524_288),
        SyntaxFault::RaggedRow {
            cells: 3,
            columns: 4,
        },
        SyntaxFault::NoIdColumn,
    ];
    for language in [Language::En, Language::Da] {
        let mut messages = Vec::new();
        for fault in &faults {
            let mut sources = Sources::default();
            let file = sources.add("chart.yaml", b"rokade: 1\n", Syntax::Yaml);
            let mut chart = rokade::open(&sources, &[file]);
            chart.complete = false;
            chart.faults.push(Fault {
                kind: FaultKind::Syntax(fault.clone()),
                at: FaultPlace::Span(Span::new(file, 0..6)),
                subject: None,
            });
            let policy = Policy {
                language,
                ..Policy::default()
            };
            let report = rokade::check(&sources, &chart, &policy).expect("it can be said");
            let [finding] = &report.findings[..] else {
                panic!("{fault:?}: {} findings", report.findings.len());
            };
            assert_eq!(finding.rule, "syntax");
            assert!(
                finding.help.as_ref().is_some_and(|help| !help.is_empty()),
                "{fault:?}"
            );
            messages.push(finding.message.clone());
        }
        let all = messages.len();
        messages.sort();
        messages.dedup();
        assert_eq!(messages.len(), all, "two faults read alike: {messages:#?}");
    }
}

#[test]
fn a_comparison_reports_a_bad_base_and_a_bad_revision() {
    let good = "rokade: 1\nunits: { jobcenter: { name: Jobcenter } }\n";
    let misspelt = "rokade: 1\nunits: { jobcenter: { nmae: Jobcenter } }\n";
    let broken = "rokade: 1\nunits: { jobcenter: { name: @Jobcenter } }\n";
    let misspelt_in = |file: &str| format!("{file}:2:23 unknown-key");
    let broken_in = |file: &str| format!("{file}:2:29 syntax");
    let (base, revision) = ("base.yaml", "revision.yaml");
    for (before, after, complete, places) in [
        (misspelt, good, true, vec![misspelt_in(base)]),
        (good, misspelt, true, vec![misspelt_in(revision)]),
        (
            misspelt,
            misspelt,
            true,
            vec![misspelt_in(base), misspelt_in(revision)],
        ),
        (broken, good, false, vec![broken_in(base)]),
        (good, broken, false, vec![broken_in(revision)]),
        (
            misspelt,
            broken,
            false,
            vec![misspelt_in(base), broken_in(revision)],
        ),
    ] {
        let report = diff_text(before, after, &Policy::default());
        let found: Vec<String> = findings(&report)
            .into_iter()
            .map(|(place, _)| place)
            .collect();
        assert_eq!(found, places);
        assert_eq!(report.complete, complete, "{places:?}");
        assert!(report.count(Severity::Error) > 0, "{places:?}");
        if !complete {
            assert!(
                report.balance.is_none(),
                "what is unread does not balance: {places:?}"
            );
        }
    }
}
