//! The catalogue: every rule is a folder with its pages, sentences and examples in both languages,
//! and is heard somewhere; every folder is a rule of the catalogue.
//!
//! A rule is heard when it finds something on a case of `orgs` or a pair of `tests/pairs`. What is
//! wrong in a file itself is heard on `tests/bad`, since cases and pairs are good files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rokade::{
    Certainty, FileKind, Language, Opened, Policy, Reference, Report, Sources, Syntax, catalogue,
};
use rokade_rules::rule::{Question, Rule, RuleCertainty};
use rokade_tests::generate::{pairs, read};
use rokade_tests::{examples, open_path, root};

const LANGUAGES: [Language; 2] = [Language::Da, Language::En];

/// Where a rule has found something, and how certainly.
type Heard = BTreeMap<&'static str, BTreeMap<Certainty, BTreeSet<String>>>;

fn hear(heard: &mut Heard, place: &str, report: &Report) {
    for finding in &report.findings {
        let certainties = heard.entry(finding.rule).or_default();
        let places = certainties.entry(finding.certainty).or_default();
        places.insert(place.to_owned());
    }
}

/// Files and folders in a folder, by name.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "yaml")
}

fn kind(path: &Path) -> FileKind {
    let mut sources = Sources::default();
    let bytes = fs::read(path).expect("it was listed");
    let file = sources.add(&name(path), &bytes, Syntax::Yaml);
    sources.links(file).kind
}

/// The pairs and the cases: each chart by itself, each with its revision or proposal, and with
/// what was answered to it.
fn on_cases_and_pairs() -> Heard {
    let mut heard = Heard::new();
    let policy = Policy::default();
    let told = "every sentence can be made";
    for pair in pairs() {
        let mut sources = Sources::default();
        let base = open_path(&mut sources, &pair.base);
        let revision = open_path(&mut sources, &pair.revision);
        let report = rokade::diff(&sources, &base, &revision, &policy).expect(told);
        hear(&mut heard, &pair.name, &report);
        for chart in [&base, &revision] {
            let report = rokade::check(&sources, chart, &policy).expect(told);
            hear(&mut heard, &pair.name, &report);
        }
    }
    for folder in within(&root().join("orgs")) {
        let case = name(&folder);
        let files: Vec<PathBuf> = within(&folder).into_iter().filter(|f| is_yaml(f)).collect();
        let hearings = files
            .iter()
            .filter(|f| matches!(kind(f), FileKind::Hearing));
        let hearings: Vec<&PathBuf> = hearings.collect();
        for file in &files {
            let mut sources = Sources::default();
            let current = open_path(&mut sources, &folder.join("current.yaml"));
            match kind(file) {
                FileKind::Hearing => {}
                FileKind::Chart => {
                    let chart = open_path(&mut sources, file);
                    let report = rokade::check(&sources, &chart, &policy).expect(told);
                    hear(&mut heard, &case, &report);
                }
                FileKind::Proposal { .. } => {
                    let proposal = open_path(&mut sources, file);
                    let charts: Vec<&Opened> = vec![&proposal, &current];
                    let answers = hearings.iter().map(|file| {
                        let text = read(file);
                        let id = sources.add(&name(file), text.as_bytes(), Syntax::Yaml);
                        rokade::open_hearing(&sources, id, &charts)
                    });
                    let answers: Vec<_> = answers.collect();
                    let base = Some(&current);
                    let report = rokade::heard(&sources, base, &proposal, &answers, &policy);
                    hear(&mut heard, &case, &report.expect(told));
                    let report = rokade::check(&sources, &proposal, &policy).expect(told);
                    hear(&mut heard, &case, &report);
                }
            }
        }
    }
    heard
}

/// The bad files that are single charts or proposals.
fn on_bad_files() -> Heard {
    let mut heard = Heard::new();
    for file in within(&root().join("tests/bad"))
        .iter()
        .filter(|f| is_yaml(f))
    {
        let mut sources = Sources::default();
        let chart = open_path(&mut sources, file);
        let report = rokade::check(&sources, &chart, &Policy::default());
        hear(
            &mut heard,
            &name(file),
            &report.expect("every sentence can be made"),
        );
    }
    heard
}

fn on_pages() -> Heard {
    let mut heard = Heard::new();
    for rule in catalogue::rules() {
        let policy = Policy {
            only: Some(vec![rule.name]),
            ..Policy::default()
        };
        for example in examples(rule.page.en) {
            hear(&mut heard, rule.name, &example.run(&policy));
        }
    }
    heard
}

fn is_of_files(rule: &Rule) -> bool {
    matches!(rule.question, Question::Faults(_) | Question::Allows(_))
}

#[test]
fn every_rule_is_heard_on_a_case_or_a_pair() {
    let heard = on_cases_and_pairs();
    let bad = on_bad_files();
    let silent = catalogue::rules().filter(|rule| {
        let on_files = is_of_files(rule) && bad.contains_key(rule.name);
        !on_files && !heard.contains_key(rule.name)
    });
    let silent: Vec<&str> = silent.map(|rule| rule.name).collect();
    assert!(silent.is_empty(), "these rules find nothing: {silent:?}");
}

#[test]
fn every_rule_is_as_certain_as_the_catalogue_says() {
    let mut wrong = Vec::new();
    let places = [on_pages(), on_cases_and_pairs(), on_bad_files()];
    for rule in catalogue::rules() {
        let all = places.iter().filter_map(|heard| heard.get(rule.name));
        let seen: BTreeSet<Certainty> = all.flat_map(|places| places.keys().copied()).collect();
        let said: BTreeSet<Certainty> = match rule.certainty {
            RuleCertainty::Certain => [Certainty::Certain].into(),
            RuleCertainty::Possible => [Certainty::Possible].into(),
            RuleCertainty::Either => [Certainty::Certain, Certainty::Possible].into(),
        };
        if seen != said {
            wrong.push(format!("{}: says {said:?}, and is {seen:?}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_page_and_sentences_in_both_languages() {
    let mut wrong = Vec::new();
    for rule in catalogue::rules() {
        for language in LANGUAGES {
            let missing = |what: &str| format!("{} {}: {what}", rule.name, language.code());
            let page = rule.page.get(language);
            let headings: Vec<&str> = page.lines().filter_map(|l| l.strip_prefix("## ")).collect();
            if headings != headings_in(language) {
                wrong.push(missing(&format!("the page has {headings:?}")));
            }
            let examples = examples(page);
            let under = |heading: &str| examples.iter().filter(|e| e.heading == heading).count();
            let [.., fails, passes] = headings_in(language);
            if under(fails) == 0 || under(passes) == 0 {
                wrong.push(missing("no failing, or no passing example"));
            }
            if let Err(error) = Reference::new(language).and_then(|words| words.page(rule)) {
                wrong.push(missing(&error.to_string()));
            }
        }
        if rule.page.da == rule.page.en || rule.sentences.da == rule.sentences.en {
            wrong.push(format!("{}: the Danish is English", rule.name));
        }
    }
    for language in LANGUAGES {
        let rules = catalogue::info(language).expect("every title can be made");
        let untitled = rules.iter().filter(|rule| rule.title.trim().is_empty());
        wrong.extend(untitled.map(|rule| format!("{}: no title", rule.name)));
        let mut titles = BTreeMap::new();
        for rule in &rules {
            if let Some(other) = titles.insert(&rule.title, &rule.name) {
                wrong.push(format!(
                    "{other} and {} are both “{}”",
                    rule.name, rule.title
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The headings of a page, in their order; the last two have the examples.
fn headings_in(language: Language) -> [&'static str; 4] {
    match language {
        Language::En => ["Why", "How to mend", "Fails", "Passes"],
        Language::Da => [
            "Hvorfor",
            "Sådan rettes det",
            "Giver fund",
            "Giver ingen fund",
        ],
    }
}

#[test]
fn every_folder_is_a_rule_and_every_rule_a_folder() {
    let source = root().join("crates/rokade-rules/src");
    let mut folders = BTreeSet::new();
    for family in within(&source).iter().filter(|path| path.is_dir()) {
        for folder in within(family).iter().filter(|path| path.is_dir()) {
            folders.insert(format!("{}/{}", name(family), name(folder)));
            let files: BTreeSet<String> = within(folder).iter().map(|file| name(file)).collect();
            for file in ["da.ftl", "da.md", "en.ftl", "en.md", "mod.rs"] {
                assert!(files.contains(file), "{} has no {file}", folder.display());
            }
        }
    }
    let rules = catalogue::rules();
    let rules = rules.map(|rule| format!("{}/{}", rule.family.name(), rule.name.replace('-', "_")));
    assert_eq!(folders, rules.collect());
}

#[test]
fn every_name_stands_once_and_names_rules_that_there_are() {
    let mut names = BTreeSet::new();
    for rule in catalogue::rules() {
        assert!(names.insert(rule.name), "{} stands twice", rule.name);
        for other in rule.replaces {
            let known = catalogue::find(other).is_some();
            assert!(known, "{} replaces {other}, which is no rule", rule.name);
        }
    }
}
