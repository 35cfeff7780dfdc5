//! The forms of a chart and of a proposal: events, full charts, entries and files all say the
//! same, tried on random ones.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rokade::{Chain, Language, Opened, Policy, Report, ReportFinding, Sources, Syntax};
use rokade_change::{apply, same};
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, Event, Patch, Proposal, Section};
use rokade_core::finding::Finding;
use rokade_core::ids::Id;
use rokade_core::quantity::Quantity;
use rokade_core::span::SourceId;
use rokade_tests::properties;
use rokade_tests::random::{One, Planned, file, planned, revised, two};
use rokade_tests::said::{chart, diff, report, told};

/// Files that were opened.
#[derive(Default)]
struct Files(Sources);

impl Files {
    fn add(&mut self, name: &str, text: &str) -> SourceId {
        self.0.add(name, text.as_bytes(), Syntax::Yaml)
    }

    /// A chart that has no faults.
    fn chart(&mut self, text: &str) -> Opened {
        let id = self.add("chart.yaml", text);
        let opened = rokade::open(&self.0, &[id]);
        assert!(
            opened.complete && opened.faults.is_empty(),
            "{:?}\n{text}",
            opened.faults
        );
        opened
    }

    /// A base and what a proposal makes of it.
    fn chain(&mut self, base: &str, proposals: &[&str]) -> (Opened, Opened) {
        let base = self.add("base.yaml", base);
        let proposals = proposals.iter();
        let proposals =
            proposals.map(|text| self.0.add("proposal.yaml", text.as_bytes(), Syntax::Yaml));
        let chain = Chain {
            root: Ok(vec![base]),
            proposals: proposals.collect(),
        };
        let revision = rokade::open_chain(&self.0, &chain);
        (rokade::open(&self.0, &[base]), revision)
    }

    fn diff(&self, base: &Opened, revision: &Opened) -> Report {
        rokade::diff(&self.0, base, revision, &Policy::default())
            .expect("every sentence can be made")
    }
}

/// A proposal without where it stands.
fn nowhere(proposal: &Proposal) -> Proposal {
    fn section<K: Id, V>(section: &mut Section<K, V>) {
        section.values_mut().for_each(|entry| entry.origin = None);
    }
    let mut own = proposal.own.clone();
    own.keys.clear();
    own.nested.clear();
    section(&mut own.commitments);
    let event = |event: &Event| Event {
        is_faulty: event.is_faulty,
        ..Event::computed(event.entry.clone())
    };
    let patch = |patch: &Patch| Patch {
        origin: None,
        ..patch.clone()
    };
    Proposal {
        base: proposal.base.clone(),
        events: proposal.events.iter().map(event).collect(),
        set: proposal.set.iter().map(patch).collect(),
        own,
    }
}

/// Whether a proposal that is written and read again is what it was.
fn reads_back(proposal: &Proposal) -> Result<(), TestCaseError> {
    let text = rokade::write_proposal(proposal);
    let mut files = Files::default();
    let id = files.add("proposal.yaml", &text);
    let loaded = rokade_load::load_proposal(id, files.0.get(id));
    prop_assert!(loaded.faults.is_empty(), "{:?}\n{text}", loaded.faults);
    prop_assert!(loaded.complete);
    prop_assert_eq!(nowhere(&loaded.proposal), nowhere(proposal), "{}", text);
    prop_assert_eq!(rokade::write_proposal(&loaded.proposal), text);
    Ok(())
}

/// The same text with other ids throughout, in the same order, also beside names where an id stands
/// for one: no other word of it looks like an id of a test.
fn renamed(text: &str) -> String {
    let mut renamed = String::with_capacity(text.len());
    let mut before = ' ';
    let mut is_id = false;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if is_id && !c.is_ascii_digit() {
            renamed.push_str("-ny");
            is_id = false;
        }
        let begins = c == 't' && !before.is_alphanumeric();
        is_id |= begins && rest.peek().is_some_and(char::is_ascii_digit);
        renamed.push(c);
        before = c;
    }
    renamed
}

fn without_allowances(mut planned: Planned) -> Planned {
    for event in &mut planned.proposal.events {
        event.entry.allow.clear();
    }
    planned
}

/// A report without the acts that caused what it says, and without what labels say of them.
fn without_causes(mut report: Report) -> Report {
    for finding in &mut report.findings {
        finding.caused_by.clear();
        finding.caused_by_others = 0;
        for label in &mut finding.labels {
            let says_cause =
                |part: &&str| part.ends_with(" the cause") || part.ends_with(" of the causes");
            let parts = label.text.split("; ").filter(|part| !says_cause(part));
            label.text = parts.collect::<Vec<_>>().join("; ");
        }
        finding.labels.retain(|label| !label.text.is_empty());
    }
    report
}

fn planned_chart(planned: &Planned) -> Chart {
    chart(&planned.applied().entries)
}

properties! {
    fn a_script_reads_back_the_same(two in two()) {
        let (base, revision) = (chart(&two.base), chart(&two.revision));
        reads_back(&rokade::script(&base, &revision))?;
        reads_back(&rokade::script(&revision, &base))?;
    }

    fn a_proposal_reads_back_the_same(planned in planned()) {
        reads_back(&planned.proposal)?;
    }

    fn a_written_script_makes_the_revision(two in two()) {
        let (base, revision) = (chart(&two.base), chart(&two.revision));
        let script = rokade::script(&base, &revision);
        let script = Proposal { base: Some("base.yaml".to_owned()), ..script };
        let text = rokade::write_proposal(&script);
        let mut files = Files::default();
        let (_, opened) = files.chain(&file(&two.base), &[&text]);
        prop_assert!(opened.complete && opened.faults.is_empty(), "{:?}\n{text}", opened.faults);
        prop_assert!(same(&opened.chart, &revision), "{text}");
    }

    fn a_written_chart_reads_back_the_same(one in revised()) {
        written_reads_back(&one)?;
    }

    fn what_a_proposal_made_reads_back_the_same(planned in planned()) {
        written_reads_back(&One(planned.sound().applied().entries))?;
    }

    fn events_and_full_charts_give_the_same_findings(planned in planned()) {
        let planned = without_allowances(planned.sound());
        let mut files = Files::default();
        let (base, by_events) = files.chain(
            &file(&planned.base),
            &[&rokade::write_proposal(&planned.proposal)],
        );
        prop_assert!(by_events.complete && by_events.faults.is_empty(), "{:?}", by_events.faults);
        let in_full = rokade::write_chart(by_events.chart.entries());
        let in_full = files.chart(&in_full);
        let events = files.diff(&base, &by_events);
        let full = files.diff(&base, &in_full);
        prop_assert_eq!(told(&without_causes(events), true), told(&full, true));
        prop_assert!(full.findings.iter().all(|finding| finding.caused_by.is_empty()));
        let computed = diff(&chart(&planned.base), &planned_chart(&planned));
        prop_assert_eq!(told(&computed, true), told(&full, true));
    }

    fn what_was_applied_differs_in_nothing_from_the_proposal(planned in planned()) {
        // What an event allows for nothing is said of its file, whatever it is compared with.
        let planned = without_allowances(planned.sound());
        let mut files = Files::default();
        let proposal = rokade::write_proposal(&planned.proposal);
        let (_, proposed) = files.chain(&file(&planned.base), &[&proposal]);
        let applied = rokade::write_chart(proposed.chart.entries());
        let applied = files.chart(&applied);
        for report in [files.diff(&applied, &proposed), files.diff(&proposed, &applied)] {
            prop_assert!(report.findings.is_empty(), "{:#?}", told(&report, true));
            prop_assert!(report.changes.is_empty(), "{:#?}", report.changes);
        }
    }

    fn ids_are_only_names_in_proposals_too(planned in planned()) {
        let planned = planned.sound();
        let texts = [file(&planned.base), rokade::write_proposal(&planned.proposal)];
        let said = |texts: [&str; 2]| {
            let mut files = Files::default();
            let (base, proposed) = files.chain(texts[0], &[texts[1]]);
            assert!(proposed.faults.is_empty(), "{:?}", proposed.faults);
            let mut report = files.diff(&base, &proposed);
            // Which id is like one that is not there is a question of how they are spelt.
            report.findings.retain(|finding| finding.rule != "unknown-reference");
            let acts = |report: &Report| -> Vec<String> {
                let findings = report.findings.iter();
                let mut acts: Vec<String> = findings
                    .map(|finding| {
                        let acts = finding.caused_by.iter();
                        let acts: Vec<_> = acts.map(|act| (act.action, act.number)).collect();
                        format!("{} {:?}", finding.message, acts)
                    })
                    .collect();
                acts.sort();
                acts
            };
            let mut all = told(&report, false);
            all.extend(acts(&report));
            let mut all: Vec<String> = all.into_iter().map(|line| line.replace("-ny", "")).collect();
            all.sort();
            all
        };
        let before = said([&texts[0], &texts[1]]);
        let [base, proposal] = texts.each_ref().map(|text| renamed(text));
        prop_assert_eq!(before, said([&base, &proposal]));
    }

    fn every_line_balances_in_what_a_proposal_made(planned in planned()) {
        let (base, revision) = (chart(&planned.base), planned_chart(&planned.sound()));
        for (from, to) in [(&base, &revision), (&revision, &base), (&revision, &revision)] {
            let changes = rokade::changes(from, to);
            prop_assert!(changes.balance.holds(), "{:?}", changes.balance);
        }
        prop_assert!(rokade::changes(&revision, &revision).changes.is_empty());
        let alone = diff(&revision, &revision);
        prop_assert!(alone.findings.is_empty(), "{:#?}", told(&alone, true));
        let there = report(None, &revision, Language::Da);
        prop_assert!(there.findings.iter().all(|finding| !finding.message.is_empty()));
    }

    fn causes_are_acts_of_the_proposal_and_without_the_one_cause_members_go(planned in planned()) {
        let planned = planned.sound();
        let proposal = &planned.proposal;
        let base_text = file(&planned.base);
        let mut files = Files::default();
        let (base, proposed) = files.chain(&base_text, &[&rokade::write_proposal(proposal)]);
        let report = files.diff(&base, &proposed);
        let in_base = files.diff(&base, &base);
        prop_assert!(in_base.findings.is_empty());
        for finding in &report.findings {
            for act in &finding.caused_by {
                let span = act.span.as_ref().expect("a proposal that is read has places");
                let text = files.0.get(span.source).text.get(span.range());
                prop_assert!(text.is_some_and(|text| !text.trim().is_empty()), "{act:?}");
                prop_assert_eq!(files.0.name(span.source), "proposal.yaml");
                let Some(number) = act.number else {
                    prop_assert!(["set", "own"].contains(&act.action), "{act:?}");
                    continue;
                };
                let event = proposal.events.get(number - 1).expect("its number is an event's");
                let key = event.entry.action().map(|action| action.kind().key());
                prop_assert_eq!(key, Some(act.action));
                let id = event.entry.id.as_ref().map(Id::as_str);
                prop_assert_eq!(id, act.event.as_deref());
            }
            let [act] = &finding.caused_by[..] else { continue };
            let Some(number) = act.number else { continue };
            let stays = |without: &[usize]| {
                let without: BTreeSet<usize> = without.iter().copied().collect();
                still_found(&planned, &without, finding)
            };
            // Where two acts each suffice, none decides, and the one that wrote it is named.
            let acts = planned.applied().acts.len();
            let goes = !stays(&[number - 1])
                || (0..acts).any(|other| !stays(&[number - 1, other]));
            prop_assert!(goes, "{} stays without {act:?}", finding.message);
        }
    }
}

/// What ends at some sites alone has no place of its own in a proposal: the event is where it ends,
/// whatever becomes of the function then.
#[test]
fn a_function_that_ends_somewhere_ends_in_its_event() {
    let base = "rokade: 1\nsites: { hus: {}, nyt: {} }\nunits: { u: { site: hus } }\nfunctions: { f: { responsible: u } }\n";
    let ends = "rokade: 1\nbase: base.yaml\nevents:\n  - discontinue: { function: f, at: [nyt] }\n";
    let merged = format!("{ends}  - merge: {{ functions: [f], into: g, name: G }}\n");
    for proposal in [ends, &merged] {
        let mut files = Files::default();
        let (base, proposed) = files.chain(base, &[proposal]);
        let report = files.diff(&base, &proposed);
        let mut findings = report.findings.iter();
        let finding = findings.find(|finding| finding.rule == "discontinued-function");
        let label = &finding.expect("it ends at a site").labels[0];
        assert!(label.text.starts_with("ends here; "), "{}", label.text);
    }
}

/// Whether all members of a finding are still found, and as much of each, when some acts are left
/// out. Where a member is of several findings of its rule, it is the most that counts.
fn still_found(planned: &Planned, without: &BTreeSet<usize>, finding: &ReportFinding) -> bool {
    let before = found(planned, &BTreeSet::new());
    let mut before = before
        .iter()
        .filter(|one| one.fingerprint() == finding.fingerprint);
    let before = before.next().expect("it is found with all acts");
    let mut left: BTreeMap<String, Quantity> = BTreeMap::new();
    for other in found(planned, without)
        .iter()
        .filter(|one| one.rule == finding.rule)
    {
        for member in &other.members {
            let print = member.fingerprint(other.rule).to_string();
            let most = left.entry(print).or_insert(member.amount);
            if member.amount.has_risen_from(*most) {
                *most = member.amount;
            }
        }
    }
    before.members.iter().all(|member| {
        let left = left.get(&member.fingerprint(before.rule).to_string());
        left.is_some_and(|left| !member.amount.has_risen_from(*left))
    })
}

/// What is found when some acts are left out.
fn found(planned: &Planned, without: &BTreeSet<usize>) -> Vec<Finding> {
    let base = chart(&planned.base);
    let entries = apply(&planned.base, &planned.proposal, without).entries;
    let revision = Chart::build(entries).0;
    let changes = rokade::changes(&base, &revision);
    let input = |chart| rokade_rules::ChartInput {
        chart,
        faults: &[],
        complete: true,
    };
    let inputs = rokade_rules::Input {
        base: Some((input(&base), &changes)),
        revision: input(&revision),
        hearings: &[],
    };
    rokade_rules::run(&inputs, &rokade_rules::Limits::default(), None).findings
}

/// Whether a chart that is written and read again is what it was, and written the same.
fn written_reads_back(one: &One) -> Result<(), TestCaseError> {
    let before = chart(&one.0);
    let text = rokade::write_chart(&one.0);
    let opened = Files::default().chart(&text);
    prop_assert!(same(&before, &opened.chart), "{text}");
    let entries = opened.chart.entries();
    prop_assert_eq!(file(entries), file(&one.0));
    prop_assert_eq!(&entries.header, &one.0.header);
    let keys = |entries: &Entries| entries.subjects().collect::<Vec<_>>();
    prop_assert_eq!(keys(entries), keys(&one.0));
    prop_assert_eq!(rokade::write_chart(entries), text);
    Ok(())
}
