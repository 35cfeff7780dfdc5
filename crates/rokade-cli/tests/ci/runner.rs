//! Runs the steps of a composite action as GitHub's runner does.

use std::collections::BTreeMap;
use std::fs;

use serde_yaml::Value;

use crate::expression::{Names, filled, is_run};
use crate::scratch::{Scratch, yaml};

/// The options of `shell: bash`.
const BASH: [&str; 5] = ["bash", "--noprofile", "--norc", "-eo", "pipefail"];

/// What the action is run with.
#[derive(Default)]
pub(crate) struct Job {
    inputs: BTreeMap<String, String>,
    github: BTreeMap<String, String>,
}

/// What came of it.
pub(crate) struct Done {
    /// The exit code of the first step that failed.
    pub(crate) code: i32,
    pub(crate) log: String,
    pub(crate) outputs: BTreeMap<String, String>,
    /// What was handed to other actions: the action, and what with.
    pub(crate) handed: Vec<(String, BTreeMap<String, String>)>,
    /// The summary of the run.
    pub(crate) summary: String,
}

/// What the names of expressions stand for while it runs.
struct Context<'a> {
    job: &'a Job,
    declared: BTreeMap<String, String>,
    /// The outputs of each step that has an id.
    steps: BTreeMap<String, BTreeMap<String, String>>,
}

impl Names for Context<'_> {
    fn value(&self, path: &str) -> String {
        let (of, name) = path.split_once('.').expect(path);
        match of {
            "inputs" => {
                let default = self.declared.get(name).expect("an input that is declared");
                let given = self.job.inputs.get(name);
                given.cloned().unwrap_or_else(|| filled(default, self))
            }
            "github" => self.job.github.get(name).cloned().unwrap_or_default(),
            "steps" => {
                let (step, output) = name.split_once(".outputs.").expect(path);
                let outputs = self.steps.get(step).expect("a step that has an id");
                outputs.get(output).cloned().unwrap_or_default()
            }
            other => panic!("a context that is not known here: {other}"),
        }
    }
}

impl Job {
    /// A run on a push, of the example's files, with the action used from a checkout.
    pub(crate) fn new() -> Self {
        let top = crate::scratch::top();
        Job::default()
            .github("action_path", &top.to_string_lossy())
            .github("repository", "eksempel/organisation")
            .github("token", "a-token")
            .input("paths", "orgs/*.yaml\n")
    }

    /// On a pull request, from a branch of the repository itself.
    pub(crate) fn on_pull_request(self, base: &str) -> Self {
        let event = [
            ("number", "7"),
            ("base.sha", base),
            ("head.repo.full_name", "eksempel/organisation"),
        ];
        event.into_iter().fold(self, |job, (name, value)| {
            job.github(&format!("event.pull_request.{name}"), value)
        })
    }

    pub(crate) fn input(mut self, name: &str, value: &str) -> Self {
        self.inputs.insert(name.to_owned(), value.to_owned());
        self
    }

    pub(crate) fn github(mut self, name: &str, value: &str) -> Self {
        self.github.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Runs all steps.
    pub(crate) fn run(&self, scratch: &Scratch) -> Done {
        // A job has a machine of its own.
        let temp = scratch.home.join("temp");
        fs::remove_dir_all(&temp).unwrap();
        fs::create_dir(&temp).unwrap();
        let action = yaml("action.yml");
        let mut context = self.context(&action);
        let mut done = Done {
            code: 0,
            log: String::new(),
            outputs: BTreeMap::new(),
            handed: Vec::new(),
            summary: String::new(),
        };
        for step in steps(&action) {
            let text = |key: &str| step.get(key).and_then(Value::as_str);
            if !is_run(text("if"), done.code != 0, &context) {
                continue;
            }
            if let Some(other) = text("uses") {
                let with = pairs(step.get("with")).into_iter();
                let with = with.map(|(key, value)| (key, filled(&value, &context)));
                done.handed.push((other.to_owned(), with.collect()));
                continue;
            }
            let env = pairs(step.get("env")).into_iter();
            let env: Vec<_> = env
                .map(|(key, value)| (key, filled(&value, &context)))
                .collect();
            let said = run_step(scratch, text("run").unwrap(), &env, &mut done);
            if let Some(id) = text("id") {
                context.steps.insert(id.to_owned(), said);
            }
        }
        for (name, output) in pairs_of(action.get("outputs"), "value") {
            done.outputs.insert(name, filled(&output, &context));
        }
        done.summary = fs::read_to_string(temp.join("summary")).unwrap_or_default();
        done
    }

    fn context(&self, action: &Value) -> Context<'_> {
        let ids = steps(action).filter_map(|step| step.get("id")?.as_str());
        let declared = pairs_of(action.get("inputs"), "default");
        let unknown = |name: &&String| !declared.contains_key(*name);
        assert_eq!(self.inputs.keys().find(unknown), None);
        Context {
            job: self,
            steps: ids.map(|id| (id.to_owned(), BTreeMap::new())).collect(),
            declared,
        }
    }
}

/// Runs a script; what it says are its outputs.
fn run_step(
    scratch: &Scratch,
    script: &str,
    env: &[(String, String)],
    done: &mut Done,
) -> BTreeMap<String, String> {
    let temp = scratch.home.join("temp");
    let file = |name: &str| temp.join(name).to_string_lossy().into_owned();
    let output = temp.join("output");
    fs::write(&output, "").unwrap();
    // What earlier steps put on the path comes before all else.
    let added = fs::read_to_string(temp.join("path")).unwrap_or_default();
    let added = added.replace('\n', ":");
    let script = format!("PATH=\"$ADDED$PATH\"\n{script}");
    let (temp, output_name) = (temp.to_string_lossy().into_owned(), file("output"));
    let (path, summary) = (file("path"), file("summary"));
    let mut variables = vec![
        ("ADDED", &*added),
        ("RUNNER_OS", "Linux"),
        ("RUNNER_ARCH", "X64"),
        ("RUNNER_TEMP", &*temp),
        ("GITHUB_OUTPUT", &*output_name),
        ("GITHUB_PATH", &*path),
        ("GITHUB_STEP_SUMMARY", &*summary),
    ];
    variables.extend(env.iter().map(|(key, value)| (&**key, &**value)));
    let run = scratch.shell(&BASH, &script, &variables);
    done.log.push_str(&run.log);
    if done.code == 0 {
        done.code = run.code;
    }
    let said = fs::read_to_string(output).unwrap();
    let said = said.lines().map(|line| line.split_once('=').expect(line));
    said.map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

pub(crate) fn steps(action: &Value) -> impl Iterator<Item = &Value> {
    let steps = action["runs"]["steps"].as_sequence();
    steps.expect("an action has steps").iter()
}

/// The texts of a map.
fn pairs(map: Option<&Value>) -> BTreeMap<String, String> {
    let map = map.and_then(Value::as_mapping).into_iter().flatten();
    map.map(|(key, value)| {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        (text(key), text(value))
    })
    .collect()
}

/// One text of each entry of a map; empty where it has none.
fn pairs_of(map: Option<&Value>, key: &str) -> BTreeMap<String, String> {
    let map = map.and_then(Value::as_mapping).into_iter().flatten();
    map.map(|(name, entry)| {
        let text = entry.get(key).and_then(Value::as_str).unwrap_or_default();
        (name.as_str().unwrap().to_owned(), text.to_owned())
    })
    .collect()
}
