//! What the documents behind the cases raise comes out of a comparison, without the YAML saying
//! it; and no other error comes.

use std::collections::BTreeSet;

use rokade::{Certainty, Language, Policy, Report, Severity, Sources, Syntax};
use rokade_tests::{open_path, root};

fn add(sources: &mut Sources, file: &str) -> rokade::Opened {
    open_path(sources, &root().join("orgs").join(file))
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
    // Those who perform them are still there, in the unit that closes.
    assert_eq!(finding.certainty, Certainty::Certain);
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
            let name = path.display().to_string();
            let chart = open_path(&mut sources, &path);
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
fn the_proposal_in_the_readme_can_be_applied() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README is there");
    let blocks: Vec<&str> = readme
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect();
    let mut sources = Sources::default();
    let [org, proposal] = blocks[..] else {
        panic!("the README shows a chart and a proposal on it")
    };
    let chart = sources.add("org.yaml", org.as_bytes(), Syntax::Yaml);
    let proposal = sources.add("proposal.yaml", proposal.as_bytes(), Syntax::Yaml);
    let chain = rokade::Chain {
        root: Ok(vec![chart]),
        proposals: vec![proposal],
    };
    let opened = rokade::open_chain(&sources, &chain);
    assert!(
        opened.complete && opened.faults.is_empty(),
        "{:?}",
        opened.faults
    );
    let stays = opened.chart.entries().staff["raadgivere"].value.count;
    assert_eq!(
        stays.map(|count| count.to_string()).as_deref(),
        Some("11-14")
    );
}

#[test]
fn a_proposal_in_full_says_the_same_as_its_events() {
    for name in ["proposal", "counter-proposal"] {
        let mut sources = Sources::default();
        let current = add(&mut sources, "aalborg-integration/current.yaml");
        let events = add(&mut sources, &format!("aalborg-integration/{name}.yaml"));
        let full = root().join(format!("tests/in-full/aalborg-{name}.yaml"));
        let full = open_path(&mut sources, &full);
        assert!(rokade::same(&events.chart, &full.chart), "{name}");
        let said = |revision: &rokade::Opened| -> Vec<String> {
            let report = rokade::diff(&sources, &current, revision, &Policy::default());
            let report = report.expect("every sentence can be made");
            let findings = report.findings.iter();
            let said = findings.map(|f| format!("{} {} {:?}", f.fingerprint, f.message, f.members));
            said.chain(report.changes.iter().map(|change| format!("{change:?}")))
                .collect()
        };
        let (events, full) = (said(&events), said(&full));
        for (events, full) in events.iter().zip(&full) {
            assert_eq!(events, full, "{name}");
        }
        assert_eq!(events.len(), full.len(), "{name}");
    }
}

#[test]
fn what_is_applied_and_what_is_scripted_are_the_proposal() {
    for name in ["proposal", "counter-proposal"] {
        let mut sources = Sources::default();
        let current = add(&mut sources, "aalborg-integration/current.yaml");
        let events = add(&mut sources, &format!("aalborg-integration/{name}.yaml"));
        let nothing_differs = |sources: &Sources, made: &rokade::Opened, how: &str| {
            assert!(made.complete && made.faults.is_empty(), "{:?}", made.faults);
            assert!(rokade::same(&made.chart, &events.chart), "{how} {name}");
            let report = rokade::diff(sources, &events, made, &Policy::default()).expect("told");
            assert!(report.findings.is_empty() && report.changes.is_empty());
        };
        let full = rokade::write_chart(events.chart.entries());
        let full = sources.add("applied.yaml", full.as_bytes(), Syntax::Yaml);
        let full = rokade::open(&sources, &[full]);
        nothing_differs(&sources, &full, "apply");
        let script = rokade::script(&current.chart, &full.chart);
        let script = rokade::write_proposal(&rokade::Proposal {
            base: Some("current.yaml".to_owned()),
            ..script
        });
        let path = root().join("orgs/aalborg-integration/current.yaml");
        let current = std::fs::read(path).expect("it is there");
        let chain = rokade::Chain {
            root: Ok(vec![sources.add("current.yaml", &current, Syntax::Yaml)]),
            proposals: vec![sources.add("script.yaml", script.as_bytes(), Syntax::Yaml)],
        };
        let scripted = rokade::open_chain(&sources, &chain);
        nothing_differs(&sources, &scripted, "script");
    }
}

/// The numbers of the events that caused a finding.
fn caused_by(report: &Report, rule: &str) -> Vec<(&'static str, Option<usize>)> {
    let finding = report.findings.iter().find(|finding| finding.rule == rule);
    let acts = finding.into_iter().flat_map(|finding| &finding.caused_by);
    acts.map(|act| (act.action, act.number)).collect()
}

#[test]
fn closing_the_social_centre_leaves_canteen_and_caretaker_with_nobody() {
    let report = aalborg("proposal.yaml");
    assert_eq!(
        caused_by(&report, "unassigned-responsibility"),
        [("close", Some(24))]
    );
    // Both what is done and who does it went there, and either alone would have kept them.
    assert_eq!(
        caused_by(&report, "broken-co-location"),
        [("move", Some(11)), ("move", Some(12))]
    );
}

#[test]
fn every_finding_of_a_proposal_has_a_cause() {
    for proposal in ["proposal.yaml", "counter-proposal.yaml"] {
        let report = aalborg(proposal);
        for finding in &report.findings {
            assert!(
                !finding.caused_by.is_empty(),
                "{proposal}: {}",
                finding.message
            );
        }
    }
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
