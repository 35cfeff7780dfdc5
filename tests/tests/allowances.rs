//! `allow` on the events of proposals: it covers what the event alone causes, and what covers
//! nothing is found at the event.

use rokade::{Chain, Opened, Policy, Report, SourceId, Sources, Syntax};

const BASE: &str = "rokade: 1
units:
  kommune: { name: Kommunen, head: direktoer }
  jobcenter: { name: Jobcenter, parent: kommune, head: leder-job }
  ydelse: { name: Ydelse, parent: kommune, head: leder-ydelse }
staff:
  direktoer: { title: Direktør, unit: kommune }
  leder-job: { title: Leder, unit: jobcenter }
  leder-ydelse: { title: Leder, unit: ydelse }
  raadgivere: { title: Rådgiver, unit: jobcenter, count: 6 }
  vejledere: { title: Vejleder, unit: jobcenter, count: 4 }
";

struct Files {
    sources: Sources,
    root: SourceId,
}

impl Files {
    fn new() -> Self {
        let mut sources = Sources::default();
        let root = sources.add("base.yaml", BASE.as_bytes(), Syntax::Yaml);
        Files { sources, root }
    }

    fn add(&mut self, name: &str, events: &str) -> SourceId {
        let text = format!("rokade: 1\nbase: base.yaml\nevents:\n{events}");
        self.sources.add(name, text.as_bytes(), Syntax::Yaml)
    }

    fn open(&self, proposals: &[SourceId]) -> Opened {
        let chain = Chain {
            root: Ok(vec![self.root]),
            proposals: proposals.to_vec(),
        };
        let opened = rokade::open_chain(&self.sources, &chain);
        assert!(opened.faults.is_empty(), "{:?}", opened.faults);
        opened
    }

    fn diff(&self, base: &[SourceId], revision: &[SourceId]) -> Vec<String> {
        let (base, revision) = (self.open(base), self.open(revision));
        let report = rokade::diff(&self.sources, &base, &revision, &Policy::default());
        unused(&report.expect("every sentence can be made"))
    }
}

/// What is said of `unused-allow`, each as `file:line message`.
fn unused(report: &Report) -> Vec<String> {
    let findings = report.findings.iter();
    let unused = findings.filter(|finding| finding.rule == "unused-allow");
    unused
        .map(|finding| {
            let span = finding.labels[0].span;
            let source = &report.sources[span.source.0 as usize];
            let at = source.line_column(span.range().start);
            format!("{}:{} {}", source.name, at.line, finding.message)
        })
        .collect()
}

#[test]
fn what_the_event_alone_causes_is_allowed_and_nothing_is_unused() {
    let mut files = Files::new();
    let proposal = files.add(
        "proposal.yaml",
        "  - { move: { staff: raadgivere, to: ydelse }, allow: [{ rule: moved-staff, because: Aftalt }] }\n",
    );
    let (base, revision) = (files.open(&[]), files.open(&[proposal]));
    let report = rokade::diff(&files.sources, &base, &revision, &Policy::default());
    let report = report.expect("every sentence can be made");
    let moved = report.findings.iter().find(|f| f.rule == "moved-staff");
    let because = moved.and_then(|finding| finding.allowed.as_ref());
    let because = because.and_then(|allowed| allowed.because.as_deref());
    assert_eq!(because, Some("Aftalt"));
    assert_eq!(unused(&report), [""; 0]);
}

#[test]
fn nothing_to_find_is_an_allowance_too_many_even_where_nothing_is_found_at_all() {
    let mut files = Files::new();
    let proposal = files.add(
        "proposal.yaml",
        "  - id: stilling\n    recruit: { staff: vikar, title: Vikar, unit: ydelse }\n    allow:\n      - { rule: moved-staff }\n      - { rule: moved-staf }\n",
    );
    assert_eq!(
        files.diff(&[], &[proposal]),
        [
            "proposal.yaml:7 The event `stilling` allows `moved-staff`, but the rule finds nothing that comes of it.",
            "proposal.yaml:8 The event `stilling` allows `moved-staf`, but there is no rule of that name.",
        ]
    );
}

#[test]
fn what_comes_of_two_events_together_is_not_one_s_to_allow() {
    let mut files = Files::new();
    let proposal = files.add(
        "proposal.yaml",
        "  - { move: { staff: raadgivere, to: ydelse }, allow: [{ rule: empty-unit }] }\n  - { move: { staff: vejledere, to: ydelse } }\n",
    );
    assert_eq!(
        files.diff(&[], &[proposal]),
        [
            "proposal.yaml:4 Event no. 1 allows `empty-unit`, but what the rule finds comes of several events together, and an allowance on one of them does not cover it."
        ]
    );
}

#[test]
fn what_is_not_compared_is_not_known_to_be_unused() {
    let mut files = Files::new();
    let first = files.add(
        "first.yaml",
        "  - { move: { staff: raadgivere, to: ydelse }, allow: [{ rule: moved-staff }] }\n",
    );
    let second = files.add(
        "second.yaml",
        "  - { move: { staff: vejledere, to: ydelse }, allow: [{ rule: moved-staff }] }\n",
    );
    let other = files.add(
        "other.yaml",
        "  - { move: { staff: raadgivere, to: ydelse } }\n",
    );
    // Beside another proposal that does the same, nothing changes.
    assert_eq!(files.diff(&[other], &[first]), [""; 0]);
    // Beside the proposal it stands on, what that allows is not the upper one's.
    assert_eq!(files.diff(&[first], &[first, second]), [""; 0]);
    assert_eq!(files.diff(&[], &[first, second]), [""; 0]);
    // A rule on two charts is not asked about one.
    let alone = rokade::check(&files.sources, &files.open(&[first]), &Policy::default());
    assert_eq!(unused(&alone.expect("told")), [""; 0]);
}

#[test]
fn a_rule_on_one_chart_is_asked_of_a_proposal_by_itself() {
    let mut files = Files::new();
    let proposal = files.add(
        "proposal.yaml",
        "  - { appoint: { unit: ydelse, head: vacant }, allow: [{ rule: reports-to-nobody }] }\n",
    );
    let report = rokade::check(&files.sources, &files.open(&[proposal]), &Policy::default());
    assert_eq!(
        unused(&report.expect("told")),
        [
            "proposal.yaml:4 Event no. 1 allows `reports-to-nobody`, but the rule finds nothing that comes of it."
        ]
    );
}
