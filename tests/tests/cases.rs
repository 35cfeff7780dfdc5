//! What the documents behind the cases raise comes out of a comparison, without the YAML saying
//! it; and no other error comes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rokade::{Certainty, Language, Policy, Report, Severity, Sources, Syntax};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn add(sources: &mut Sources, file: &str) -> rokade::Opened {
    let bytes = std::fs::read(root().join("orgs").join(file)).expect("the case is there");
    let id = sources.add(file, &bytes, Syntax::Yaml);
    rokade::open(sources, &[id])
}

fn diff(base: &str, revision: &str, language: Language) -> Report {
    let mut sources = Sources::default();
    let base = add(&mut sources, base);
    let revision = add(&mut sources, revision);
    let policy = Policy {
        language,
        ..Policy::default()
    };
    rokade::diff(&sources, &base, &revision, &policy).expect("every sentence can be made")
}

fn aalborg(revision: &str) -> Report {
    let revision = format!("aalborg-integration/{revision}");
    diff("aalborg-integration/current.yaml", &revision, Language::Da)
}

/// The ids that findings of a rule are about.
fn subjects(report: &Report, rule: &str) -> BTreeSet<String> {
    report
        .findings
        .iter()
        .filter(|finding| finding.rule == rule)
        .flat_map(|finding| &finding.members)
        .map(|member| member.subject.id.to_string())
        .collect()
}

fn ids<const N: usize>(ids: [&str; N]) -> BTreeSet<String> {
    ids.map(str::to_owned).into()
}

#[test]
fn canteen_and_caretaker_are_on_nobodys_list() {
    let report = aalborg("proposal.yaml");
    assert_eq!(
        subjects(&report, "unassigned-responsibility"),
        ids(["kantine", "pedel"])
    );
    let finding = report
        .findings
        .iter()
        .find(|f| f.rule == "unassigned-responsibility");
    let finding = finding.expect("just seen");
    assert!(finding.message.contains("Kastetvej"), "{}", finding.message);
    assert_eq!(finding.severity, Severity::Error);
    // The proposal does not name them: nothing there says that they are needed.
    assert_eq!(finding.certainty, Certainty::Possible);
}

#[test]
fn benefits_and_job_effort_no_longer_sit_together_though_some_stay() {
    let report = aalborg("proposal.yaml");
    assert_eq!(
        subjects(&report, "weakened-co-location"),
        ids(["ydelse-jobindsats"])
    );
    assert_eq!(
        subjects(&report, "broken-co-location"),
        ids(["servicelov-jobindsats"])
    );
}

#[test]
fn interpreting_is_needed_at_two_sites() {
    let report = aalborg("proposal.yaml");
    assert_eq!(subjects(&report, "needs-split-across-sites"), ids(["tolk"]));
}

#[test]
fn the_citizens_of_the_greenland_unit_meet_one_more_adviser() {
    let report = aalborg("proposal.yaml");
    assert_eq!(subjects(&report, "more-advisers"), ids(["groenlaendere"]));
    let finding = report
        .findings
        .iter()
        .find(|f| f.rule == "more-advisers")
        .expect("just seen");
    assert_eq!(finding.citizens.as_ref().map(|c| c.approximate), Some(true));
}

#[test]
fn benefits_staff_have_their_line_elsewhere_or_no_place_at_all() {
    let report = aalborg("proposal.yaml");
    let led = subjects(&report, "line-differs-from-place");
    assert!(
        led.is_superset(&ids(["ydelse-raad-vejledning", "groenlaender-ydelse"])),
        "{led:?}"
    );
    let unplaced = subjects(&report, "unplaced-staff");
    assert!(
        unplaced.is_superset(&ids(["kantinepersonale", "pedeller"])),
        "{unplaced:?}"
    );
    let words: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.rule == "unplaced-staff")
        .map(|finding| finding.message.as_str())
        .collect();
    assert!(
        words.iter().any(|message| message.contains("introforløb")),
        "{words:?}"
    );
}

#[test]
fn no_other_error_comes_of_the_proposal() {
    let report = aalborg("proposal.yaml");
    let errors: BTreeSet<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.rule)
        .collect();
    let expected = [
        "broken-co-location",
        "unassigned-responsibility",
        "unplaced-staff",
    ];
    assert_eq!(errors, expected.into());
}

#[test]
fn the_counter_proposal_breaks_no_co_location_and_leaves_nobody_hanging() {
    let report = aalborg("counter-proposal.yaml");
    for rule in [
        "broken-co-location",
        "weakened-co-location",
        "needs-split-across-sites",
    ] {
        assert_eq!(subjects(&report, rule), BTreeSet::new(), "{rule}");
    }
    assert_eq!(report.count(Severity::Error), 0);
}

#[test]
fn every_chart_of_the_cases_is_sound() {
    let folders = std::fs::read_dir(root().join("orgs")).expect("the cases are there");
    let mut charts = 0;
    for folder in folders {
        let folder = folder.expect("can be read").path();
        for file in std::fs::read_dir(&folder).expect("can be read") {
            let path = file.expect("can be read").path();
            if path.extension().is_none_or(|end| end != "yaml") {
                continue;
            }
            let mut sources = Sources::default();
            let bytes = std::fs::read(&path).expect("can be read");
            let name = path.display().to_string();
            let id = sources.add(&name, &bytes, Syntax::Yaml);
            let chart = rokade::open(&sources, &[id]);
            let report = rokade::check(&sources, &chart, &Policy::default()).expect("told");
            // What a proposal breaks is what it is about; the file itself is sound.
            let is_current = path.file_name().is_some_and(|file| file == "current.yaml");
            let of_the_file = |rule: &str| {
                let rule = rokade::catalogue::find(rule).expect("there is such a rule");
                rule.family == rokade_rules::Family::File
            };
            let errors: Vec<&str> = report
                .findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error)
                .filter(|finding| is_current || of_the_file(finding.rule))
                .map(|finding| finding.message.as_str())
                .collect();
            assert!(report.complete && errors.is_empty(), "{name}: {errors:?}");
            charts += 1;
        }
    }
    assert!(charts >= 3, "{charts} charts");
}

#[test]
fn both_languages_find_the_same() {
    let files = (
        "aalborg-integration/current.yaml",
        "aalborg-integration/proposal.yaml",
    );
    let [da, en] = [Language::Da, Language::En].map(|language| diff(files.0, files.1, language));
    let mark = |report: &Report| -> Vec<String> {
        report
            .findings
            .iter()
            .map(|f| f.fingerprint.to_string())
            .collect()
    };
    assert_eq!(mark(&da), mark(&en));
    for (da, en) in da.findings.iter().zip(&en.findings) {
        assert_eq!(da.data, en.data);
        assert_ne!(da.message, en.message);
    }
}

#[test]
fn every_line_balances() {
    for revision in ["proposal.yaml", "counter-proposal.yaml"] {
        let mut sources = Sources::default();
        let base = add(&mut sources, "aalborg-integration/current.yaml");
        let revision = add(&mut sources, &format!("aalborg-integration/{revision}"));
        let changes = rokade::compare(&base.chart, &revision.chart);
        assert!(changes.balance.holds(), "{:?}", changes.balance);
    }
}

#[test]
fn the_chart_in_the_readme_is_sound() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README is there");
    let (_, rest) = readme
        .split_once("```yaml\n")
        .expect("the README shows a chart");
    let (chart, _) = rest.split_once("```").expect("the chart ends");
    let report = rokade_tests::check_text(chart, &Policy::default());
    let messages: Vec<&str> = report.findings.iter().map(|f| f.message.as_str()).collect();
    assert!(messages.is_empty() && report.complete, "{messages:?}");
}

#[test]
fn ci_runs_the_readmes_commands() {
    let read = |file: &str| std::fs::read_to_string(root().join(file)).expect("it is there");
    let (readme, ci) = (read("README.md"), read(".ci/run"));
    let diff = "diff orgs/aalborg-integration/current.yaml orgs/aalborg-integration/proposal.yaml";
    assert!(readme.contains(&format!("cargo run --release -- {diff}")));
    assert!(ci.contains(diff));
    assert!(readme.contains("\ncargo test --workspace\n"));
    assert!(ci.contains("\ncargo test --workspace"));
}
