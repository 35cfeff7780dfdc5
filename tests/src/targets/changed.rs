//! Proposals applied, charts compared, and the script from one chart to another.

use std::collections::BTreeSet;

use rokade::{Fault, FaultKind};
use rokade_change::{apply as applied, plain, same, script as script_of};
use rokade_core::chart::Chart;
use rokade_core::ids::Kind;
use rokade_load::load_proposal;

use super::given::{Given, policy};
use super::number;
use super::read::{placed, sound};
use super::written::reads_again;

/// A proposal applied to a chart: what cannot be applied has a place and does nothing, and what
/// comes of it can be written.
///
/// # Panics
/// When it is not so.
pub fn apply(data: &[u8]) -> u64 {
    let given = Given::new(data);
    let [base, revision] = given.open();
    placed(&given.sources, &base);
    placed(&given.sources, &revision);
    let Some(&file) = given.revision.proposals.first() else {
        return 0;
    };
    let proposal = load_proposal(file, given.sources.get(file)).proposal;
    let entries = base.chart.entries();
    let done = applied(entries, &proposal, &BTreeSet::new());
    let refused = done.acts.iter().filter(|act| !act.done).count();
    let is_faulty = proposal.events.iter().filter(|event| event.is_faulty);
    let of_events = done.faults.iter().filter(|fault| is_of_event(fault));
    assert_eq!(refused, of_events.count() + is_faulty.count(), "{done:?}");
    reads_again(&done.entries);
    // What was not done does nothing.
    let undone = done.acts.iter().enumerate().filter(|(_, act)| !act.done);
    let undone: BTreeSet<usize> = undone.map(|(at, _)| at).collect();
    let without = applied(entries, &proposal, &undone);
    assert_eq!(without.entries, done.entries);
    number(
        done.acts
            .iter()
            .map(|act| format!("{:?} {}", act.kind, act.done)),
    )
}

/// Whether an event cannot be applied; else what it leaves has too little in it.
fn is_of_event(fault: &Fault) -> bool {
    let is_of_event = fault.subject.as_ref().map(|of| of.kind) == Some(Kind::Event);
    let too_little = matches!(
        fault.kind,
        FaultKind::Missing { .. } | FaultKind::TooFewMembers
    );
    assert!(is_of_event != too_little, "{fault:?}");
    is_of_event
}

/// Two charts compared: every line balances, the way back is the mirror, and the report says what
/// stands in the files.
///
/// # Panics
/// When it is not so.
pub fn diff(data: &[u8]) -> u64 {
    let given = Given::new(data);
    let [base, revision] = given.open();
    let there = rokade::changes(&base.chart, &revision.chart);
    let back = rokade::changes(&revision.chart, &base.chart);
    assert!(there.balance.holds(), "{:?}", there.balance);
    assert!(back.balance.holds(), "{:?}", back.balance);
    let units = |changes: &rokade::ChangeSet, mirrored: bool| -> BTreeSet<[String; 2]> {
        let pairs = changes.lineage.units.pairs();
        let pairs = pairs.map(|(a, b)| if mirrored { [b, a] } else { [a, b] });
        pairs.map(|pair| pair.map(ToString::to_string)).collect()
    };
    assert_eq!(units(&there, false), units(&back, true));
    let report = rokade::diff(&given.sources, &base, &revision, &policy(data));
    let report = report.expect("every sentence can be made");
    sound(&report);
    let found = report.findings.iter().map(|finding| finding.rule);
    let changed = there.changes.iter().map(|change| change.kind.name());
    number(found.chain(changed))
}

/// The script from one chart to another leads there when it is applied.
///
/// # Panics
/// When it does not.
pub fn script(data: &[u8]) -> u64 {
    let given = Given::new(data);
    let [base, revision] = given.open();
    let is_sound = base.faults.is_empty() && revision.faults.is_empty();
    let mut kinds = BTreeSet::new();
    for (from, to) in [
        (&base.chart, &revision.chart),
        (&revision.chart, &base.chart),
    ] {
        let script = script_of(from, to);
        let written = rokade::write_proposal(&script);
        let done = applied(from.entries(), &script, &BTreeSet::new());
        // What has too little in it where it leads to has so on the way.
        let refused = done
            .faults
            .iter()
            .find(|fault| is_sound || is_of_event(fault));
        assert!(refused.is_none(), "{refused:?}\n{written}");
        let result = Chart::build(done.entries).0;
        assert!(
            same(&result, to),
            "{}\n{}\n{written}",
            rokade::write_chart(&plain(&result)),
            rokade::write_chart(&plain(to))
        );
        kinds.extend(done.acts.iter().map(|act| format!("{:?}", act.kind)));
    }
    number(kinds)
}
