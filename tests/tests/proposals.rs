//! What holds of every proposal, and of the script between any two charts, tried on random ones.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseResult, TestRunner};
use rokade_change::{ActKind, Applied, apply, plain, same, script};
use rokade_core::chart::Chart;
use rokade_core::entry::{ActionKind, Entries, Event, Proposal};
use rokade_core::fault::FaultPlace;
use rokade_core::ids::Kind;
use rokade_tests::generate::{Dice, kinds, pairs, proposed, shuffled};
use rokade_tests::random::{Planned, one, planned, rolls, two};
use rokade_tests::{open_path, properties};

/// The chart of some entries, whatever is wrong in them.
fn built(entries: Entries) -> Chart {
    Chart::build(entries).0
}

fn applied(base: &Entries, proposal: &Proposal) -> Applied {
    apply(base, proposal, &BTreeSet::new())
}

/// Where two charts do not say the same, in the lines of their files.
fn difference(one: &Chart, other: &Chart) -> String {
    let [one, other] = [one, other].map(|chart| rokade::write_chart(&plain(chart)));
    let lines: [BTreeSet<&str>; 2] = [one.lines().collect(), other.lines().collect()];
    let [only_one, only_other] = [(0, 1), (1, 0)].map(|(a, b)| {
        let only = lines[a].difference(&lines[b]);
        only.copied().collect::<Vec<_>>().join("\n")
    });
    format!("only in one:\n{only_one}\nonly in the other:\n{only_other}")
}

/// Whether the script from one chart to another leads there, and there is nothing in it that
/// could be left out.
fn leads_there(from: &Chart, to: &Chart) -> TestCaseResult {
    let script = script(from, to);
    let Applied {
        entries,
        faults,
        acts,
        ..
    } = applied(from.entries(), &script);
    let written = rokade::write_proposal(&script);
    prop_assert!(faults.is_empty(), "{faults:?}\n{written}");
    prop_assert!(acts.iter().all(|act| act.done), "{acts:?}\n{written}");
    let result = built(entries);
    prop_assert!(same(&result, to), "{}\n{written}", difference(&result, to));
    // Of a long script an ordinary run tries some.
    let step = if cfg!(debug_assertions) {
        acts.len() / 10 + 1
    } else {
        1
    };
    let wanted = plain(to);
    for (act, what) in acts.iter().enumerate().step_by(step) {
        let without = apply(from.entries(), &script, &BTreeSet::from([act]));
        let result = plain(&built(without.entries));
        prop_assert!(result != wanted, "{what:?} can be left out\n{written}");
    }
    Ok(())
}

properties! {
    fn apply_of_script_is_the_revision(two in two()) {
        let (base, revision) = (built(two.base), built(two.revision));
        leads_there(&base, &revision)?;
    }

    fn apply_of_script_is_the_base_on_the_way_back(two in two()) {
        let (base, revision) = (built(two.base), built(two.revision));
        leads_there(&revision, &base)?;
    }

    fn apply_of_script_is_what_a_proposal_made(planned in planned()) {
        let result = built(planned.applied().entries);
        let base = built(planned.base);
        leads_there(&base, &result)?;
        leads_there(&result, &base)?;
    }

    fn apply_of_script_leads_from_any_organisation_to_any_other(a in one(), b in one()) {
        leads_there(&built(a.0), &built(b.0))?;
    }

    fn a_script_of_nothing_is_empty(planned in planned()) {
        for entries in [planned.applied().entries, planned.base] {
            let chart = built(entries);
            let script = script(&chart, &chart);
            prop_assert!(script.events.is_empty() && script.set.is_empty(), "{script:?}");
        }
    }

    fn the_order_of_the_base_is_nothing_to_a_proposal(planned in planned(), dice in rolls(0..200)) {
        let before = planned.applied();
        let base = shuffled(&planned.base, &mut Dice::new(&dice));
        let after = applied(&base, &planned.proposal);
        prop_assert_eq!(&before.faults, &after.faults);
        prop_assert_eq!(&before.acts, &after.acts);
        let (before, after) = (built(before.entries), built(after.entries));
        prop_assert!(same(&before, &after), "{}", difference(&before, &after));
    }

    fn what_cannot_be_applied_has_a_place_and_does_nothing(planned in planned()) {
        let all = planned.applied();
        for fault in &all.faults {
            let FaultPlace::Place(place) = &fault.at else {
                return Err(TestCaseError::fail(format!("{fault:?}")));
            };
            prop_assert_eq!(place.subject.kind, Kind::Event);
            prop_assert_eq!(Some(&place.subject), fault.subject.as_ref());
            let at = all.acts.iter().position(|act| act.subject == place.subject);
            let at = at.expect("a fault is of an event of the proposal");
            prop_assert!(!all.acts[at].done);
        }
        let refused = all.acts.iter().filter(|act| !act.done).count();
        prop_assert_eq!(refused, all.faults.len(), "{:?}", all.faults);
        let applicable = planned.applicable().applied();
        prop_assert!(applicable.faults.is_empty());
        prop_assert_eq!(applicable.entries, all.entries);
    }

    fn to_leave_an_act_out_is_to_leave_it_unwritten(planned in planned()) {
        let Planned { base, proposal } = planned;
        let acts = applied(&base, &proposal).acts.len();
        let events = proposal.events.len();
        for act in 0..acts.min(events + proposal.set.len()) {
            let mut unwritten = proposal.clone();
            if act < events {
                unwritten.events.remove(act);
            } else {
                unwritten.set.remove(act - events);
            }
            let left_out = apply(&base, &proposal, &BTreeSet::from([act]));
            prop_assert!(!left_out.acts[act].done);
            let unwritten = applied(&base, &unwritten);
            prop_assert_eq!(left_out.entries, unwritten.entries, "act {}", act);
            prop_assert_eq!(left_out.faults.len(), unwritten.faults.len());
        }
        let none: BTreeSet<usize> = (0..acts).collect();
        let left_out = apply(&base, &Proposal { own: Entries::default(), ..proposal }, &none);
        let nothing = applied(&base, &Proposal::default());
        prop_assert_eq!(left_out.entries, nothing.entries);
    }

    fn a_proposal_upon_a_proposal_is_applied_to_what_that_one_made(
        planned in planned(),
        dice in rolls(10..150),
    ) {
        let middle = planned.applied().entries;
        let second = proposed(&middle, &mut Dice::new(&dice));
        let result = built(applied(&middle, &second).entries);
        leads_there(&built(planned.base), &result)?;
    }
}

#[test]
fn a_script_leads_from_every_written_base_to_its_revision() {
    for pair in pairs() {
        let mut sources = rokade::Sources::default();
        let [base, revision] =
            [&pair.base, &pair.revision].map(|file| open_path(&mut sources, file).chart);
        if let Err(why) = leads_there(&base, &revision) {
            panic!("{}: {why}", pair.name);
        }
    }
}

/// Events that no reader lets through, and that apply must stand all the same.
#[test]
fn odd_events_are_refused() {
    let base = Entries::default();
    for kind in ActionKind::ALL {
        let entry = serde_json::from_value(serde_json::json!({ kind.key(): {} }));
        let entry = entry.expect("every key of an action is optional");
        let proposal = Proposal {
            events: vec![Event::computed(entry), Event::default()],
            ..Proposal::default()
        };
        let applied = applied(&base, &proposal);
        assert_eq!(applied.faults.len(), 2, "{kind:?}: {:?}", applied.faults);
        assert!(applied.acts.iter().all(|act| !act.done));
    }
}

#[test]
fn random_proposals_have_every_kind_of_event_mostly_applicable() {
    let mut runner = TestRunner::deterministic();
    let mut missed: BTreeSet<&str> = ActionKind::ALL.iter().map(|kind| kind.key()).collect();
    let (mut done, mut all, mut patches) = (0_usize, 0_usize, 0_usize);
    for _ in 0..500 {
        let planned = planned()
            .new_tree(&mut runner)
            .expect("nothing is rejected")
            .current();
        let events = kinds(&planned.proposal);
        missed.retain(|kind| !events.contains(kind));
        let acts = planned.applied().acts;
        let events = acts
            .iter()
            .filter(|act| matches!(act.kind, ActKind::Event(_)));
        all += events.clone().count();
        done += events.filter(|act| act.done).count();
        patches += planned.proposal.set.len();
    }
    assert!(missed.is_empty(), "never seen: {missed:?}");
    assert!(patches > 100, "{patches} patches");
    assert!(done * 10 > all * 7, "{done} of {all} could be applied");
    assert!(done < all, "all could be applied");
}
