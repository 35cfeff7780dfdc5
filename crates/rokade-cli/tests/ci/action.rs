//! `action.yml`: what it says on pushes and pull requests, and that its inputs are never commands.

use std::fs;

use serde_yaml::Value;

use crate::runner::{Done, Job, steps};
use crate::scratch::{BREAKS, Scratch, text, yaml};

/// A repository with a commit on its main branch that has a warning, the head post that is vacant,
/// and one upon it that breaks something else.
fn broken(name: &str) -> (Scratch, String) {
    let scratch = Scratch::new(name);
    let base = scratch.git(&["rev-parse", "HEAD"]);
    scratch.append("orgs/proposal.yaml", BREAKS);
    scratch.commit();
    (scratch, base)
}

/// The calls of a stub with these first arguments.
fn calls(scratch: &Scratch, first: &[&str]) -> Vec<Vec<String>> {
    let mut asked = scratch.asked();
    asked.retain(|call| call.iter().zip(first).filter(|(a, b)| a == b).count() == first.len());
    asked
}

fn annotations(done: &Done, level: &str) -> usize {
    let start = format!("::{level} file=orgs/");
    done.log
        .lines()
        .filter(|line| line.starts_with(&start))
        .count()
}

#[test]
fn what_a_pull_request_breaks_is_told_in_every_way() {
    let (scratch, base) = broken("breaks");
    let done = Job::new().on_pull_request(&base).run(&scratch);
    assert_eq!(done.code, 1, "{}", done.log);
    assert_eq!(done.outputs["exit-code"], "1");
    assert!(annotations(&done, "error") > 0, "{}", done.log);
    // To code scanning.
    let [(action, with)] = &*done.handed else {
        panic!("{:?}", done.handed)
    };
    assert!(action.starts_with("github/codeql-action/upload-sarif@"));
    assert_eq!(with["category"], "rokade");
    assert_eq!(with["sarif_file"], done.outputs["sarif"]);
    let sarif = fs::read_to_string(&with["sarif_file"]).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result["level"] == "error"));
    // As a comment, which begins with what it is known by, and as the summary of the run.
    let written = calls(&scratch, &["gh", "pr", "comment", "7", "--body-file"]);
    let [call] = &*written else {
        panic!("{:?}", scratch.asked())
    };
    assert_eq!(call.last(), Some(&done.outputs["markdown"]));
    let comment = fs::read_to_string(&done.outputs["markdown"]).unwrap();
    let found = comment.strip_prefix("<!-- rokade: rokade -->\n\n").unwrap();
    assert!(found.contains("proposal.yaml"), "{found}");
    assert_eq!(done.summary, found);
}

#[test]
fn what_the_base_has_too_does_not_count() {
    let scratch = Scratch::new("known");
    let base = scratch.git(&["rev-parse", "HEAD"]);
    scratch.append("orgs/current.yaml", "# Only said.\n");
    scratch.commit();
    let strict = || Job::new().input("fail-on", "warning");
    let pushed = strict().run(&scratch);
    assert_eq!(pushed.code, 1, "{}", pushed.log);
    assert!(annotations(&pushed, "warning") > 0, "{}", pushed.log);
    let asked = strict().on_pull_request(&base).run(&scratch);
    assert_eq!(asked.code, 0, "{}", asked.log);
    // And it is shown all the same.
    let sarif = fs::read_to_string(&asked.outputs["sarif"]).unwrap();
    assert!(sarif.contains("\"suppressions\""), "{sarif}");
    let named = strict().input("base", "HEAD~1").run(&scratch);
    assert_eq!(named.code, 0, "{}", named.log);
}

#[test]
fn a_push_is_checked_and_not_commented_on() {
    let scratch = Scratch::new("push");
    let done = Job::new().run(&scratch);
    assert_eq!(done.code, 0, "{}", done.log);
    assert_eq!(done.handed.len(), 1);
    assert_eq!(calls(&scratch, &["gh"]), [] as [Vec<String>; 0]);
    scratch.append("orgs/proposal.yaml", BREAKS);
    assert_eq!(Job::new().run(&scratch).code, 1);
    assert_eq!(Job::new().input("fail-on", "never").run(&scratch).code, 0);
}

#[test]
fn the_language_can_be_asked_for() {
    let (scratch, base) = broken("language");
    let run = |language: &str| {
        let job = Job::new()
            .on_pull_request(&base)
            .input("language", language);
        job.run(&scratch).summary
    };
    assert_eq!(run("da"), run(""));
    assert_ne!(run("da"), run("en"));
}

#[test]
fn a_comment_of_its_own_is_edited() {
    let (scratch, base) = broken("sticky");
    let comment = |number: u32, own: bool, body: &str| {
        serde_json::json!({
            "url": format!("https://example.org/pull/7#issuecomment-{number}"),
            "viewerDidAuthor": own,
            "body": body,
        })
    };
    let comments = serde_json::json!({ "comments": [
        comment(11, true, "Another workflow"),
        comment(12, true, "<!-- rokade: rokade -->\r\n\r\nFound before"),
        comment(13, true, "<!-- rokade: other -->\n\nAnother use"),
        comment(14, false, "<!-- rokade: rokade -->\n\nSomebody else"),
        comment(15, true, "Another workflow\n<!-- rokade: rokade -->"),
    ] });
    fs::write(scratch.home.join("comments.json"), comments.to_string()).unwrap();
    let done = Job::new().on_pull_request(&base).run(&scratch);
    assert_eq!(done.code, 1, "{}", done.log);
    let edited = calls(&scratch, &["gh", "api"]);
    let path = "repos/eksempel/organisation/issues/comments/12";
    let body = format!("body=@{}", done.outputs["markdown"]);
    let call = [
        "gh", "api", "--silent", "--method", "PATCH", path, "--field", &*body,
    ];
    assert_eq!(edited, [call]);
    assert_eq!(calls(&scratch, &["gh", "pr", "comment"]).len(), 0);
    let job = Job::new().on_pull_request(&base).input("category", "third");
    assert_eq!(job.run(&scratch).handed[0].1["category"], "third");
    assert_eq!(calls(&scratch, &["gh", "pr", "comment"]).len(), 1);
}

#[test]
fn comment_and_code_scanning_can_be_left_out() {
    let (scratch, base) = broken("quiet");
    let job = Job::new().on_pull_request(&base);
    let done = job
        .input("comment", "false")
        .input("upload-sarif", "false")
        .run(&scratch);
    assert_eq!(done.code, 1, "{}", done.log);
    assert_eq!((done.handed.len(), calls(&scratch, &["gh"]).len()), (0, 0));
    // From a fork nothing can be written, and that is no reason to fail.
    let job = Job::new().on_pull_request(&base);
    let done = job
        .github(
            "event.pull_request.head.repo.full_name",
            "fork/organisation",
        )
        .run(&scratch);
    assert_eq!((done.code, calls(&scratch, &["gh"]).len()), (1, 0));
    assert_eq!(done.handed, []);
    assert!(done.summary.contains("proposal.yaml"));
}

#[test]
fn a_run_that_fails_does_not_read_as_clean() {
    let (scratch, base) = broken("fails");
    let job = Job::new()
        .on_pull_request(&base)
        .input("paths", "nowhere.yaml");
    let done = job.run(&scratch);
    assert_eq!(done.code, 2, "{}", done.log);
    assert_eq!(
        (
            done.outputs["exit-code"].as_str(),
            done.outputs["sarif"].as_str()
        ),
        ("2", "")
    );
    assert_eq!(done.handed, []);
    assert!(
        done.summary.contains("could not check anything"),
        "{}",
        done.summary
    );
    assert_eq!(calls(&scratch, &["gh", "pr", "comment"]).len(), 1);
    // A base that is nowhere: nothing is checked without it.
    let done = Job::new().input("base", "no-such-branch").run(&scratch);
    assert_ne!(done.code, 0);
    assert_eq!(done.outputs["exit-code"], "");
}

#[test]
fn a_base_that_is_not_checked_out_is_fetched() {
    let (scratch, base) = broken("shallow");
    // The runner has the last commit alone.
    let origin = format!("file://{}", scratch.repo.display());
    let mut shallow = Scratch::new("shallow-clone");
    shallow.repo = shallow.home.join("clone");
    fs::create_dir(&shallow.repo).unwrap();
    shallow.git(&["clone", "--quiet", "--depth=1", &origin, "."]);
    assert_eq!(shallow.git(&["rev-list", "--count", "HEAD"]), "1");
    let done = Job::new().on_pull_request(&base).run(&shallow);
    assert_eq!(done.code, 1, "{}", done.log);
    assert!(annotations(&done, "error") > 0, "{}", done.log);
    // By the name of a branch too, which a checkout of one commit does not know either.
    scratch.git(&["branch", "before", &base]);
    let done = Job::new().input("base", "before").run(&shallow);
    assert_eq!(done.code, 1, "{}", done.log);
}

#[test]
fn names_with_blanks_and_patterns_are_paths() {
    let scratch = Scratch::new("paths");
    let chart = fs::read_to_string(scratch.repo.join("orgs/current.yaml")).unwrap();
    scratch.write("Børn og Unge/current.yaml", &chart);
    scratch.write("-v.yaml", &chart);
    scratch.append("Børn og Unge/current.yaml", "unist: {}\n");
    scratch.commit();
    let run = |paths: &str| Job::new().input("paths", paths).run(&scratch);
    let done = run("orgs/*.yaml\nBørn og Unge\n");
    assert_eq!(done.code, 1, "{}", done.log);
    assert_eq!(run("-v.yaml").code, 0);
    // What matches nothing is no chart that is in order.
    assert_eq!(run("orgs/*.yml").code, 2);
    assert_eq!(run("").code, 2);
}

#[test]
fn an_input_is_never_a_command() {
    let (scratch, base) = broken("injection");
    let wrong = [
        "$(touch pwned)",
        "`touch pwned`",
        "x; touch pwned",
        "x\ntouch pwned",
        "--upload-pack=touch pwned",
        "' && touch pwned && '",
        "\" && touch pwned && \"",
    ];
    // A step that fails ends the run: what comes first is tried by itself.
    let together = ["paths", "fail-on", "language", "category"];
    for names in [&["version"][..], &["base"], &together] {
        for wrong in wrong {
            let job = Job::new().on_pull_request(&base);
            let job = names.iter().fold(job, |job, name| job.input(name, wrong));
            let done = job.run(&scratch);
            let pwned = scratch.repo.join("pwned").exists();
            assert!(!pwned, "{names:?}: {wrong}: {}", done.log);
            assert_ne!(done.code, 0, "{names:?}: {wrong}: {}", done.log);
        }
    }
}

/// All files that GitHub reads.
const FILES: [&str; 4] = [
    "action.yml",
    ".github/workflows/ci.yml",
    ".github/workflows/release.yml",
    "docs/ci/example/.github/workflows/rokade.yml",
];

/// All steps of a file, of an action or a workflow.
fn all_steps(file: &Value) -> Vec<&Value> {
    let Some(jobs) = file.get("jobs").and_then(Value::as_mapping) else {
        return steps(file).collect();
    };
    let jobs = jobs.values().filter_map(|job| job["steps"].as_sequence());
    jobs.flatten().collect()
}

#[test]
fn scripts_take_nothing_but_variables() {
    for name in FILES {
        let file = yaml(name);
        for step in all_steps(&file) {
            let run = step.get("run").and_then(Value::as_str).unwrap_or_default();
            assert!(!run.contains("${{"), "{name}: {run}");
        }
    }
}

#[test]
fn other_actions_are_pinned_to_a_commit() {
    for name in FILES {
        let file = yaml(name);
        for step in all_steps(&file) {
            let Some(uses) = step.get("uses").and_then(Value::as_str) else {
                continue;
            };
            if uses == concat!("OWNER/rokade@v", env!("CARGO_PKG_VERSION")) {
                continue;
            }
            let (_, commit) = uses.split_once('@').expect(uses);
            assert!(
                commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()),
                "{uses}"
            );
            // With the version that it is, for those who read it and for what updates it.
            let line = text(name)
                .lines()
                .find(|line| line.contains(uses))
                .unwrap()
                .to_owned();
            assert!(line.contains(" # v"), "{line}");
        }
    }
}

#[test]
fn a_workflow_may_do_no_more_than_it_needs() {
    for name in &FILES[1..] {
        let file = yaml(name);
        assert_eq!(file["permissions"]["contents"], "read", "{name}");
    }
    // Every input of the action is used, so none says what it does not do.
    let action = text("action.yml");
    for input in yaml("action.yml")["inputs"].as_mapping().unwrap().keys() {
        let used = format!("inputs.{}", input.as_str().unwrap());
        assert!(action.contains(&used), "{used}");
    }
}
