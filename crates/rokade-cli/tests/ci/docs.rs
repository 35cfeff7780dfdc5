//! `docs/ci/README.md`: its examples are the files beside it, and its commands can be run.

use crate::scratch::{Scratch, text};

/// The fenced blocks of a language, in the order written.
fn blocks(language: &str) -> Vec<String> {
    let readme = text("docs/ci/README.md");
    let fence = format!("```{language}\n");
    let blocks = readme.split(&*fence).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn the_examples_are_the_files() {
    let files = [
        "docs/ci/example/.github/workflows/rokade.yml",
        "docs/ci/gitlab-ci.yml",
        "docs/ci/example/.pre-commit-config.yaml",
    ];
    let written = blocks("yaml");
    assert_eq!(written.len(), files.len());
    for (block, file) in written.iter().zip(files) {
        assert_eq!(*block, text(file), "{file}");
    }
    assert_eq!(blocks("toml"), [text("docs/ci/example/rokade.toml")]);
}

/// Where nothing is broken all of them pass; where something is, the first fails.
#[test]
fn the_commands_can_be_run() {
    let scratch = Scratch::new("docs").installed();
    scratch.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let bash = ["bash", "-eo", "pipefail"];
    let blocks = blocks("sh");
    assert!(!blocks.is_empty());
    for block in &blocks {
        let done = scratch.shell(&bash, block, &[]);
        assert_eq!(done.code, 0, "{block}{}", done.log);
    }
    scratch.append("orgs/proposal.yaml", crate::scratch::BREAKS);
    let done = scratch.shell(&bash, &blocks[0], &[]);
    assert_eq!(done.code, 1, "{}", done.log);
}

/// The table of inputs has each input of the action.
#[test]
fn every_input_is_told_of() {
    let readme = text("docs/ci/README.md");
    let action = crate::scratch::yaml("action.yml");
    for input in action["inputs"].as_mapping().unwrap().keys() {
        let row = format!("\n| `{}` |", input.as_str().unwrap());
        assert!(readme.contains(&row), "{row}");
    }
}
