//! What holds of every case: its files are sound, its lines balance, each document in the
//! repository says what is true of them, and a proposal is the same in every form.

use std::path::PathBuf;

use rokade::{Opened, Policy, Severity, Sources, Syntax};
use rokade_tests::{open_path, root};

/// Every chart and proposal of every case, in order of their paths.
fn files() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(root().join("orgs")).expect("the cases are there");
    let mut files = Vec::new();
    for folder in folders {
        let folder = folder.expect("can be read").path();
        for file in std::fs::read_dir(&folder).expect("can be read") {
            let path = file.expect("can be read").path();
            let is_yaml = path.extension().is_some_and(|end| end == "yaml");
            if is_yaml && path.file_name().is_some_and(|name| name != "hearing.yaml") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn is_current(path: &std::path::Path) -> bool {
    path.file_name().is_some_and(|file| file == "current.yaml")
}

fn aalborg(sources: &mut Sources, file: &str) -> Opened {
    open_path(sources, &root().join("orgs/aalborg-integration").join(file))
}

#[test]
fn every_chart_of_the_cases_is_sound() {
    let files = files();
    for path in &files {
        let mut sources = Sources::default();
        let name = path.display().to_string();
        let chart = open_path(&mut sources, path);
        let report = rokade::check(&sources, &chart, &Policy::default()).expect("told");
        // What a proposal breaks is what it is about; the file itself is sound.
        let of_the_file = |rule: &str| {
            let rule = rokade::catalogue::find(rule).expect("there is such a rule");
            rule.family == rokade_rules::Family::File
        };
        let errors: Vec<&str> = report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .filter(|finding| is_current(path) || of_the_file(finding.rule))
            .map(|finding| finding.message.as_str())
            .collect();
        assert!(report.complete && errors.is_empty(), "{name}: {errors:?}");
    }
    assert_eq!(files.iter().filter(|path| is_current(path)).count(), 5);
    assert!(files.len() >= 12, "{files:?}");
}

#[test]
fn every_line_balances() {
    for path in files().iter().filter(|path| !is_current(path)) {
        let mut sources = Sources::default();
        let current = path.with_file_name("current.yaml");
        let base = open_path(&mut sources, &current);
        let revision = open_path(&mut sources, path);
        let changes = rokade::changes(&base.chart, &revision.chart);
        let name = path.display();
        assert!(changes.balance.holds(), "{name}: {:?}", changes.balance);
    }
}

#[test]
fn every_readme_tells_what_is_the_documents_and_what_is_assumed() {
    for path in files().iter().filter(|path| is_current(path)) {
        let folder = path.parent().expect("it stands in a folder");
        let readme = std::fs::read_to_string(folder.join("README.md")).expect("there is one");
        for heading in ["\n## From the document\n", "\n## Assumed\n", "\n## Run\n"] {
            assert!(readme.contains(heading), "{}: {heading}", folder.display());
        }
        // Every file is in its list, and every rule it names is there.
        for file in std::fs::read_dir(folder).expect("can be read") {
            let file = file.expect("can be read").file_name();
            let file = file.to_string_lossy();
            let listed = readme.contains(&format!("| `{file}` |"));
            assert!(
                listed || file == "README.md",
                "{}: {file}",
                folder.display()
            );
        }
        assert!(!readme.contains("not there yet"), "{}", folder.display());
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
fn the_proposal_and_the_hearing_in_the_readme_can_be_read() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README is there");
    let blocks: Vec<&str> = readme
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect();
    let mut sources = Sources::default();
    let [org, proposal, hearing] = blocks[..] else {
        panic!("the README shows a chart, a proposal on it and a hearing of it")
    };
    let mut add = |name: &str, text: &str| sources.add(name, text.as_bytes(), Syntax::Yaml);
    let chart = add("org.yaml", org);
    let proposal = add("proposal.yaml", proposal);
    let hearing = add("hearing.yaml", hearing);
    let chain = rokade::Chain {
        root: Ok(vec![chart]),
        proposals: vec![proposal],
    };
    let base = rokade::open(&sources, &[chart]);
    let opened = rokade::open_chain(&sources, &chain);
    let faults = &opened.faults;
    assert!(opened.complete && faults.is_empty(), "{faults:?}");
    let stays = opened.chart.entries().staff["raadgivere"].value.count;
    assert_eq!(
        stays.map(|count| count.to_string()).as_deref(),
        Some("11-14")
    );
    let hearing = rokade::open_hearing(&sources, hearing, &[&opened, &base]);
    let faults = &hearing.faults;
    assert!(hearing.complete && faults.is_empty(), "{faults:?}");
    // As the README says, the first question has no answer.
    let policy = Policy::default();
    let report = rokade::heard(&sources, Some(&base), &opened, &[hearing], &policy);
    let report = report.expect("every sentence can be made");
    let rule = "unanswered-question";
    let unanswered = report.findings.iter().filter(|f| f.rule == rule);
    let members: Vec<_> = unanswered.flat_map(|f| &f.members).collect();
    assert_eq!(members.len(), 1, "{members:?}");
    assert_eq!(&*members[0].subject.id, "frokost");
}

#[test]
fn a_proposal_in_full_says_the_same_as_its_events() {
    for name in ["proposal", "counter-proposal"] {
        let mut sources = Sources::default();
        let current = aalborg(&mut sources, "current.yaml");
        let events = aalborg(&mut sources, &format!("{name}.yaml"));
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
        let current = aalborg(&mut sources, "current.yaml");
        let events = aalborg(&mut sources, &format!("{name}.yaml"));
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
