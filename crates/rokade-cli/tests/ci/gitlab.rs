//! `docs/ci/gitlab-ci.yml`: its lines, run as GitLab's runner does.

use serde_yaml::Value;

use crate::scratch::{BREAKS, Run, Scratch, yaml};

/// The lines of the job as one script.
fn script(job: &Value) -> String {
    let of = |key: &str| job[key].as_sequence().expect("a list").iter();
    let lines = of("before_script").chain(of("script"));
    let lines: Vec<_> = lines.map(|line| line.as_str().expect("a line")).collect();
    lines.join("\n")
}

/// Runs the job, in a merge request where there is a base.
fn run(scratch: &Scratch, shell: &[&str], base: Option<&str>) -> Run {
    let job = &yaml("docs/ci/gitlab-ci.yml")["rokade"];
    let variables = job["variables"].as_mapping().unwrap().iter();
    let mut variables: Vec<_> = variables
        .map(|(name, value)| (name.as_str().unwrap(), value.as_str().unwrap()))
        .collect();
    let repo = scratch.repo.to_string_lossy();
    variables.push(("CI_PROJECT_DIR", &*repo));
    variables.extend(base.map(|base| ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)));
    scratch.shell(shell, &script(job), &variables)
}

#[test]
fn its_lines_check_and_write_both_reports() {
    let job = &yaml("docs/ci/gitlab-ci.yml")["rokade"];
    // An image has bash, or a plain shell.
    for (name, shell) in [
        ("gitlab-bash", &["bash", "-eo", "pipefail"][..]),
        ("gitlab-sh", &["sh", "-e"]),
    ] {
        let scratch = Scratch::new(name).installed();
        let base = scratch.git(&["rev-parse", "HEAD"]);
        assert_eq!(run(&scratch, shell, None).code, 0);
        scratch.append("orgs/proposal.yaml", BREAKS);
        scratch.commit();
        for base in [Some(&*base), None] {
            let done = run(&scratch, shell, base);
            assert_eq!(done.code, 1, "{}", done.log);
            let report = |name: &str| {
                let file = job["artifacts"]["reports"][name].as_str().unwrap();
                std::fs::read_to_string(scratch.repo.join(file)).expect(file)
            };
            let found: serde_json::Value = serde_json::from_str(&report("codequality")).unwrap();
            let mut found = found.as_array().unwrap().iter();
            let told = found.find(|found| found["check_name"] == "unassigned-responsibility");
            let path = told.expect("what is broken")["location"]["path"].as_str();
            assert!(path.unwrap().starts_with("orgs/"), "{path:?}");
            assert!(report("junit").contains("<failure"));
        }
    }
    assert_eq!(job["artifacts"]["when"], "always");
}

#[test]
fn what_the_target_branch_has_does_not_count() {
    let scratch = Scratch::new("gitlab-known").installed();
    scratch.write("rokade.toml", "fail-on = \"warning\"\n");
    let base = scratch.commit();
    let shell = ["bash", "-eo", "pipefail"];
    assert_eq!(run(&scratch, &shell, None).code, 1, "a post is vacant");
    let done = run(&scratch, &shell, Some(&base));
    assert_eq!(done.code, 0, "{}", done.log);
}

#[test]
fn the_tool_is_installed_where_it_is_not_there() {
    let scratch = Scratch::new("gitlab-install");
    let done = run(&scratch, &["bash", "-eo", "pipefail"], None);
    assert_eq!(done.code, 0, "{}", done.log);
    let asked = scratch.asked();
    let version = env!("CARGO_PKG_VERSION");
    let call = format!("cargo install --locked --root .rokade --version {version} rokade-cli");
    assert_eq!(asked, [call.split(' ').collect::<Vec<_>>()]);
    let job = &yaml("docs/ci/gitlab-ci.yml")["rokade"];
    assert_eq!(job["cache"]["paths"][0], ".rokade/");
    assert_eq!(env!("CARGO_PKG_NAME"), "rokade-cli");
}
