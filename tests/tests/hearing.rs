//! A hearing read with the proposal it answers: what it names is looked up in both charts, its
//! faults have their places, and what it allows is allowed.

use rokade::{Language, OpenedHearing, Policy, Report, Sources, Syntax};

const BASE: &str = "rokade: 1
sites: { kastetvej: { name: Kastetvej } }
units: { socialcenter: { name: Socialcenter }, jobcenter: { name: Jobcenter } }
functions: { kantine: { name: Kantine, responsible: socialcenter } }
bodies: { lmu: { name: LMU, covers: [socialcenter] } }
";
const PROPOSAL: &str = "rokade: 1
sites: { kastetvej: { name: Kastetvej } }
units: { jobcenter: { name: Jobcenter } }
ended: { functions: { kantine: { because: Ingen bruger den } } }
";

fn report(hearing: &str, with_base: bool) -> (Report, Sources) {
    let mut sources = Sources::default();
    let mut add = |name: &str, text: &str| sources.add(name, text.as_bytes(), Syntax::Yaml);
    let files = [add("base.yaml", BASE), add("proposal.yaml", PROPOSAL)];
    let hearing = add("hearing.yaml", hearing);
    let [base, proposal] = files.map(|file| rokade::open(&sources, &[file]));
    let mut charts = vec![&proposal];
    charts.extend(with_base.then_some(&base));
    let hearing: OpenedHearing = rokade::open_hearing(&sources, hearing, &charts);
    let policy = Policy {
        language: Language::Da,
        ..Policy::default()
    };
    let base = with_base.then_some(&base);
    let report = rokade::heard(&sources, base, &proposal, &[hearing], &policy);
    (report.expect("every sentence can be made"), sources)
}

/// The findings of some rules, each as `rule file:line message`.
fn told(hearing: &str, with_base: bool, rules: &[&str]) -> Vec<String> {
    let (report, _) = report(hearing, with_base);
    let findings = report.findings.iter();
    let findings = findings.filter(|finding| rules.contains(&finding.rule));
    findings
        .map(|finding| {
            let label = &finding.labels[0];
            let source = &report.sources[label.span.source.0 as usize];
            let at = source.line_column(label.span.range().start);
            let allowed = finding.allowed.as_ref().map_or("", |_| " (allowed)");
            format!(
                "{}{allowed} {}:{} {}",
                finding.rule, source.name, at.line, finding.message
            )
        })
        .collect()
}

#[test]
fn what_a_hearing_names_is_in_the_proposal_or_its_base() {
    let hearing = "rokade: 1
hearing:
  responses:
    - id: svar
      from: lmu
      points:
        - id: p
          kind: objection
          about:
            units: [socialcenter, jobcentret]
            functions: [kantine]
          changed: [flyt]
          raises: [moved-unit, moved-units]
";
    let rules = ["unknown-reference", "wrong-type"];
    assert_eq!(
        told(hearing, true, &rules),
        [
            "unknown-reference hearing.yaml:10 p henviser under `about` til enheden `jobcentret`, som ikke findes.",
            "unknown-reference hearing.yaml:12 p henviser under `changed` til ændringen `flyt`, som ikke findes.",
            "wrong-type hearing.yaml:13 p: Ved `raises` står `moved-units`, men der skal stå navnet på en regel, fx `several-roots`.",
        ]
    );
    // Without the base, what the proposal dropped without a word is not known either.
    assert_eq!(told(hearing, false, &["unknown-reference"]).len(), 4);
}

#[test]
fn a_question_can_be_allowed_to_wait_and_a_broken_hearing_is_not_clean() {
    let hearing = "rokade: 1
hearing:
  responses:
    - id: svar
      from: lmu
      points:
        - { id: p, kind: question, text: Hvorfor?, allow: [{ rule: unanswered-question, because: Svares i HMU }] }
        - { id: q, kind: support, allow: [{ rule: unanswered-question }] }
";
    assert_eq!(
        told(hearing, true, &["unanswered-question"]),
        [
            "unanswered-question (allowed) hearing.yaml:7 Et spørgsmål fra LMU er ikke besvaret: »Hvorfor?«."
        ]
    );
    // Where two charts are compared it is not known what would have been said of one.
    let unused = told(hearing, false, &["unused-allow"]);
    assert_eq!(unused.len(), 1, "{unused:?}");
    assert!(
        unused[0].starts_with("unused-allow hearing.yaml:8 "),
        "{unused:?}"
    );
    let (report, _) = report("rokade: 1\nhearing: { responses: [ {", true);
    assert!(!report.complete);
}
