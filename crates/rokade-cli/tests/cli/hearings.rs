//! Hearings: checked by themselves, among charts, and along with a comparison.

use crate::place::{CLEAN, FAULTY, HEARING, Place, Run};

pub(crate) const ORG: &str = "rokade: 1
organization: { id: by, name: By Kommune, language: da }
as_of: 2017-01-01
units:
  kommune: { name: By Kommune }
  jobcenter: { name: Jobcenter, parent: kommune, head: none }
  socialcenter: { name: Socialcenter, parent: kommune, head: none }
functions:
  kantine: { name: Kantine, kind: support, responsible: socialcenter }
bodies:
  lmu: { name: LMU Socialcenter, kind: local_med, covers: [socialcenter] }
";

/// Leaves the canteen with nobody, which is its own error and no hearing's.
const PROPOSAL: &str = "rokade: 1
base: org.yaml
as_of: 2017-06-01
events:
  - { id: luk, close: { unit: socialcenter } }
";

fn hearing(points: &str) -> String {
    format!(
        "rokade: 1
hearing:
  proposal: proposal.yaml
  responses:
    - id: svar-lmu
      from: lmu
      points:
{points}"
    )
}

/// One question that is answered, of things that are in the base alone.
const GOOD: &str = "        - id: kantine
          about: { units: [socialcenter], functions: [kantine], events: [luk] }
          kind: question
          text: Hvor skal kantinen høre til?
          raises: [unassigned-responsibility]
          answer: Under jobcentret
          changed: [luk]
";
const OPEN: &str = "        - { id: ledelse, kind: question, text: Hvem skal lede? }\n";

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write("org.yaml", ORG);
    place.write("proposal.yaml", PROPOSAL);
    place.write("good.yaml", &hearing(GOOD));
    place.write("open.yaml", &hearing(OPEN));
    place
}

/// The rules of the findings, in the order told, and whether everything was checked.
fn found(run: &Run) -> (Vec<String>, bool) {
    let report: serde_json::Value = serde_json::from_str(&run.out).expect(&run.out);
    let findings = report["findings"].as_array().unwrap().iter();
    let rules = findings.map(|finding| finding["rule"].as_str().unwrap().to_owned());
    (rules.collect(), report["complete"].as_bool().unwrap())
}

fn check(place: &Place, line: &str) -> (i32, Vec<String>, bool) {
    let run = place.run(&format!("{line} --format json"));
    let (rules, complete) = found(&run);
    (run.code, rules, complete)
}

#[test]
fn a_hearing_is_checked_and_its_proposal_is_not() {
    let place = place("hearing-alone");
    assert_eq!(place.code("check proposal.yaml"), 1);
    let run = place.run("check good.yaml --fail-on note");
    assert_eq!((run.code, &*run.err), (0, ""), "{}", run.out);
    assert!(run.out.contains("Ingen fund"), "the chart's: {}", run.out);
    let run = place.run("check good.yaml --fail-on note --lang en");
    assert!(run.out.contains("Nothing found"), "{}", run.out);
    let open = |fails| (fails, vec!["unanswered-question".to_owned()], true);
    assert_eq!(check(&place, "check open.yaml"), open(0));
    assert_eq!(check(&place, "check open.yaml --fail-on warning"), open(1));
    let run = place.run("check open.yaml");
    assert!(run.out.contains("LMU Socialcenter"), "{}", run.out);
    assert!(run.out.contains("open.yaml:8:48"), "{}", run.out);
}

#[test]
fn what_a_hearing_names_is_looked_up() {
    let place = place("hearing-lookup");
    let points = "        - id: p
          about: { units: [jobcentret], events: [lukning] }
          kind: objection
          raises: [moved-units]
          allow: [{ rule: unanswered-question, because: Svares senere }]
          changed: [luk, lukket]
";
    place.write(
        "bad.yaml",
        &hearing(points).replace("from: lmu", "from: lmuu"),
    );
    let (code, mut rules, complete) = check(&place, "check bad.yaml");
    rules.sort();
    let unknown = ["unknown-reference"; 4].into_iter();
    let expected: Vec<&str> = unknown.chain(["unused-allow", "wrong-type"]).collect();
    assert_eq!((code, complete), (1, true));
    assert_eq!(rules, expected);
    let run = place.run("check bad.yaml");
    for words in [
        "bad.yaml:6:13",
        "Mente du `lmu`?",
        "bad.yaml:9:28",
        "Mente du `jobcenter`?",
        "bad.yaml:13:26",
    ] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    // The same is said where the charts are compared.
    let (code, rules, _) = check(&place, "diff proposal.yaml --hearing bad.yaml");
    assert_eq!(code, 1);
    for rule in expected {
        assert!(rules.iter().any(|found| found == rule), "{rule}: {rules:?}");
    }
}

#[test]
fn a_hearing_may_lie_in_another_folder_than_its_proposal() {
    let place = place("hearing-folder");
    let elsewhere = hearing(GOOD).replace("proposal.yaml", "../proposal.yaml");
    place.write("answers/good.yaml", &elsewhere);
    assert_eq!(place.code("check answers/good.yaml"), 0);
    // A folder of hearings alone is read hearing by hearing.
    place.write(
        "answers/open.yaml",
        &hearing(OPEN).replace("proposal.yaml", "../proposal.yaml"),
    );
    let run = place.run("check answers");
    assert_eq!((run.code, &*run.err), (0, ""), "{}", run.out);
    assert!(run.out.contains("open.yaml:8"), "{}", run.out);
    assert_eq!(place.code("diff answers proposal.yaml"), 2);
    // The proposal may stand on a proposal, or be a whole chart.
    place.write(
        "second.yaml",
        "rokade: 1\nbase: proposal.yaml\nevents:\n  - { id: nyt, rename: { unit: jobcenter, name: Job } }\n",
    );
    let second = hearing(
        "        - { id: p, kind: support, changed: [nyt], about: { units: [jobcenter] } }\n",
    );
    place.write(
        "of-second.yaml",
        &second.replace("proposal.yaml", "second.yaml"),
    );
    assert_eq!(check(&place, "check of-second.yaml"), (0, vec![], true));
    place.write(
        "whole.yaml",
        &hearing("        - { id: p, kind: support, about: { units: [socialcenter] } }\n")
            .replace("proposal.yaml", "org.yaml"),
    );
    assert_eq!(check(&place, "check whole.yaml"), (0, vec![], true));
}

#[test]
fn what_could_not_be_looked_up_is_not_clean() {
    let place = place("hearing-unread");
    place.write("broken.yaml", "rokade: 1\nbase: org.yaml\nevents: [ {\n");
    place.write("loop.yaml", "rokade: 1\nbase: loop.yaml\n");
    place.write("two/a.yaml", "rokade: 1\norganization: { id: a }\n");
    place.write("two/b.yaml", "rokade: 1\norganization: { id: b }\n");
    place.write("none/README.md", "");
    let mut told = String::new();
    for path in [
        "nowhere.yaml",
        "broken.yaml",
        "loop.yaml",
        "good.yaml",
        "two",
        "none",
    ] {
        place.write("asks.yaml", &hearing(OPEN).replace("proposal.yaml", path));
        for language in ["en", "da"] {
            let run = place.run(&format!("check asks.yaml --lang {language}"));
            assert_eq!((run.code, &*run.err), (1, ""), "{path}: {}", run.out);
            assert!(run.out.contains("asks.yaml:3:13"), "{path}: {}", run.out);
            told.push_str(&run.out);
        }
        // Nor does it pass when it is graded down. What needs no proposal is still said.
        let line = "check asks.yaml --severity unknown-reference=note --fail-on never";
        let (code, rules, complete) = check(&place, line);
        assert_eq!((code, complete), (1, false), "{path}");
        assert_eq!(
            rules,
            ["unknown-reference", "unanswered-question"],
            "{path}"
        );
    }
    for proposal in ["", "  proposal: ''\n", "  proposal: ~\n"] {
        let unsaid = hearing(OPEN).replace("  proposal: proposal.yaml\n", proposal);
        place.write("asks.yaml", &unsaid);
        let (code, rules, complete) = check(&place, "check asks.yaml --fail-on never");
        assert_eq!((code, complete), (1, false));
        assert_eq!(rules, ["unanswered-question"]);
    }
    for language in ["en", "da"] {
        let run = place.run(&format!("check asks.yaml --lang {language}"));
        told.push_str(&run.out);
    }
    insta::assert_snapshot!("unread", told.replace('\\', "/"));
    // In a comparison it is looked up in the charts that are compared.
    let run = place.run("diff proposal.yaml --hearing asks.yaml --format json");
    assert!(found(&run).1, "{}", run.out);
    // What names nothing needs no proposal.
    assert_eq!(check(&place, "check hearing.yaml"), (0, vec![], true));
    assert!(HEARING.contains("responses: []"));
}

#[test]
fn charts_proposals_and_hearings_are_checked_side_by_side() {
    let place = place("hearing-mix");
    place.write("clean.yaml", CLEAN);
    let run = place.run("check org.yaml good.yaml clean.yaml open.yaml --format json");
    assert_eq!(run.err, "");
    let (rules, complete) = found(&run);
    assert!(complete);
    let hearings = rules.iter().filter(|rule| *rule == "unanswered-question");
    assert_eq!(hearings.count(), 1, "{rules:?}");
    place.write("faulty.yaml", FAULTY);
    assert_eq!(place.code("check good.yaml org.yaml"), 0);
    assert_eq!(place.code("check good.yaml faulty.yaml"), 1);
    assert_eq!(place.code("check faulty.yaml good.yaml"), 1);
    assert_eq!(place.code("check good.yaml nowhere.yaml"), 2);
    // A broken hearing fails the run, and the others are still told.
    place.write("broken.yaml", "rokade: 1\nhearing: { responses: [ {\n");
    let (code, rules, complete) = check(&place, "check broken.yaml open.yaml");
    assert_eq!((code, complete), (1, false));
    assert_eq!(rules, ["syntax", "unanswered-question"]);
}

#[test]
fn a_folder_read_as_a_chart_skips_hearings_and_says_so() {
    let place = place("hearing-skipped");
    place.write("org/org.yaml", ORG);
    place.write("org/proposal.yaml", PROPOSAL);
    place.write("org/good.yaml", &hearing(GOOD));
    for (language, words) in [("en", "is a hearing"), ("da", "er en høring")] {
        let run = place.run(&format!("check org --lang {language}"));
        assert_eq!(run.code, 0, "{}", run.out);
        let told = run.err.lines().filter(|line| line.contains("good.yaml"));
        assert!(told.eq(run.err.lines().filter(|line| line.contains(words))));
        assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    }
    // It is not skipped where it is read along.
    let run = place.run("diff org org/proposal.yaml --hearing org/good.yaml --lang en");
    assert!(!run.err.contains("good.yaml"), "{}", run.err);
}

#[test]
fn hearings_are_read_along_with_a_comparison() {
    let place = place("hearing-diff");
    let rules = |line: &str| check(&place, line).1;
    let without = rules("diff proposal.yaml");
    assert!(!without.is_empty() && !without.contains(&"unanswered-question".to_owned()));
    // The same findings, and the hearing's besides.
    for line in [
        "diff proposal.yaml --hearing open.yaml",
        "diff org.yaml proposal.yaml --hearing open.yaml --hearing open.yaml",
    ] {
        let mut with = rules(line);
        let asked = with.iter().position(|rule| rule == "unanswered-question");
        with.remove(asked.expect(line));
        assert_eq!(with, without, "{line}");
    }
    assert_eq!(rules("diff proposal.yaml --hearing good.yaml"), without);
    let both = rules("diff proposal.yaml --hearing good.yaml --hearing open.yaml");
    // Both have a response of one id: what is said of it would point at the other file.
    assert_eq!(both.len(), without.len() + 1, "{both:?}");
    assert!(both.contains(&"duplicate-id".to_owned()), "{both:?}");
    place.write("other.yaml", &hearing(OPEN).replace("svar-lmu", "svar-to"));
    let two = rules("diff proposal.yaml --hearing good.yaml --hearing other.yaml");
    assert_eq!(two.len(), without.len() + 1, "{two:?}");
    assert!(two.contains(&"unanswered-question".to_owned()), "{two:?}");
}

#[test]
fn a_hearing_of_another_proposal_knows_its_own() {
    let place = place("hearing-other");
    place.write("other.yaml", &PROPOSAL.replace("luk,", "lukning,"));
    let run = place.run("diff other.yaml --hearing good.yaml --format json");
    let (rules, _) = found(&run);
    assert!(
        !rules.contains(&"unknown-reference".to_owned()),
        "{rules:?}"
    );
    let unsaid = hearing(GOOD).replace("  proposal: proposal.yaml\n", "");
    place.write("unsaid.yaml", &unsaid);
    let run = place.run("diff other.yaml --hearing unsaid.yaml --format json");
    let (rules, _) = found(&run);
    let unknown = rules.iter().filter(|rule| *rule == "unknown-reference");
    assert_eq!(unknown.count(), 2, "the event, twice: {rules:?}");
}

#[test]
fn a_question_can_be_allowed_to_wait() {
    let place = place("hearing-allow");
    let allowed = |until: &str| {
        hearing(&format!(
            "        - {{ id: p, kind: question, text: Hvem?, allow: [{{ rule: unanswered-question, because: Svares i HMU{until} }}] }}\n"
        ))
    };
    place.write("allowed.yaml", &allowed(""));
    let run = place.run("check allowed.yaml --fail-on note");
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("Svares i HMU"), "{}", run.out);
    place.write("past.yaml", &allowed(", until: 2017-05-01"));
    assert_eq!(place.code("check past.yaml --fail-on note"), 1);
    assert_eq!(
        place.code("check past.yaml --fail-on note --on 2017-04-01"),
        0
    );
}
