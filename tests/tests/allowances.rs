//! `allow` on the events of proposals: it covers what the event alone causes, and what covers
//! nothing is found at the event.

use rokade::{Chain, Opened, Policy, Report, Severity, SourceId, Sources, Syntax};

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

/// A finding is known when each of its members is, or is allowed; one that is not makes it count.
#[test]
fn what_is_known_does_not_count_until_there_is_more_of_it() {
    use rokade::{Known, KnownFindings};

    let org = |units: &str| format!("rokade: 1\nunits:\n  a: {{ name: A }}\n{units}");
    let vacant = |id: &str, more: &str| {
        format!("  {id}: {{ name: Enhed {id}, parent: a, head: vacant{more} }}\n")
    };
    let report = |text: &str, known: KnownFindings| {
        let policy = Policy {
            known,
            ..Policy::default()
        };
        rokade_tests::check_text(text, &policy)
    };
    let before = report(&org(&vacant("nord", "")), KnownFindings::new());
    assert_eq!(before.count(Severity::Warning), 1);
    let known = rokade::known_since(&before, "main");
    let same = report(&org(&vacant("nord", "")), known.clone());
    assert_eq!(
        (same.count(Severity::Warning), same.findings.len()),
        (0, before.findings.len())
    );
    let since = same.findings[0]
        .known
        .as_ref()
        .and_then(|known| known.since.as_deref());
    assert_eq!(since, Some("main"));
    assert!(rokade::gone(&same, known.keys()).is_empty());
    let more = org(&(vacant("nord", "") + &vacant("syd", "")));
    let more = report(&more, known.clone());
    assert_eq!(more.count(Severity::Warning), 1);
    let gone = report(
        &org("  nord: { name: Enhed nord, parent: a, head: none }\n"),
        known.clone(),
    );
    assert_eq!(rokade::gone(&gone, known.keys()).len(), known.len());
    // What is allowed is not said to be known.
    let allow = ", allow: [{ rule: vacant-head, because: aftalt }]";
    let allowed = report(&org(&vacant("nord", allow)), known);
    let told: Vec<(bool, Option<&Known>)> = allowed
        .findings
        .iter()
        .filter(|finding| finding.rule == "vacant-head")
        .map(|finding| (finding.allowed.is_some(), finding.known.as_ref()))
        .collect();
    assert_eq!(told, [(true, None)]);
}
