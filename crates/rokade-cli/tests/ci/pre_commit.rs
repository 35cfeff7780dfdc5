//! `.pre-commit-hooks.yaml`: each hook's entry, run on what is staged.

use std::io::Write as _;
use std::process::Stdio;

use serde_yaml::Value;

use crate::scratch::{BREAKS, Run, Scratch, text, yaml};

/// What is staged and the hook wants: pre-commit's patterns and grep's are one here.
fn wanted(scratch: &Scratch, hook: &Value) -> Vec<String> {
    let staged = scratch.git(&["diff", "--cached", "--name-only", "--diff-filter=ACMR"]);
    let mut grep = scratch.command("grep");
    grep.args(["-E", hook["files"].as_str().unwrap()]);
    let mut grep = grep
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    grep.stdin
        .take()
        .unwrap()
        .write_all(staged.as_bytes())
        .unwrap();
    let output = grep.wait_with_output().unwrap();
    let wanted = String::from_utf8(output.stdout).unwrap();
    wanted.lines().map(str::to_owned).collect()
}

/// Runs a hook; none where there is nothing for it.
fn run(scratch: &Scratch, hook: &Value) -> Option<Run> {
    let files = wanted(scratch, hook);
    let mut entry = hook["entry"].as_str().unwrap().split(' ');
    assert_eq!(hook["pass_filenames"], true);
    let mut command = scratch.command(entry.next().unwrap());
    command.args(entry).args(&files);
    (!files.is_empty()).then(|| Run::of(&mut command))
}

#[test]
fn a_hook_checks_what_is_staged() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    for hook in hooks.as_sequence().unwrap() {
        let id = hook["id"].as_str().unwrap();
        let scratch = Scratch::new(&format!("hook-{id}")).installed();
        let stage = |name: &str, text: &str| {
            scratch.append(name, text);
            scratch.git(&["add", "--all"]);
            run(&scratch, hook)
        };
        // What is no chart is passed over, YAML or not.
        assert!(
            stage(".github/workflows/rokade.yml", "# Only said.\n").is_none(),
            "{id}"
        );
        let done = stage("orgs/current.yaml", "# Only said.\n").unwrap();
        assert_eq!(done.code, 0, "{id}: {}", done.log);
        let done = stage("orgs/proposal.yaml", BREAKS).unwrap();
        assert_eq!(done.code, 1, "{id}: {}", done.log);
        assert!(
            done.log.contains("orgs/proposal.yaml"),
            "{id}: {}",
            done.log
        );
    }
}

#[test]
fn the_example_names_a_hook_that_is_there() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let ids: Vec<_> = hooks
        .as_sequence()
        .unwrap()
        .iter()
        .map(|hook| &hook["id"])
        .collect();
    let used = yaml("docs/ci/example/.pre-commit-config.yaml");
    let used = &used["repos"][0];
    assert_eq!(used["rev"], concat!("v", env!("CARGO_PKG_VERSION")));
    let used = &used["hooks"][0]["id"];
    assert!(ids.contains(&used), "{used:?}");
}

/// pre-commit has pip build the hook that is no `system` one.
#[test]
fn pip_builds_the_crate_of_the_tool() {
    let project = text("pyproject.toml");
    assert!(project.contains("manifest-path = \"crates/rokade-cli/Cargo.toml\""));
    assert!(project.contains("build-backend = \"maturin\""));
    let hooks = yaml(".pre-commit-hooks.yaml");
    assert_eq!(hooks[0]["language"], "python");
}
