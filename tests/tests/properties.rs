//! What holds of every organisation and every restructuring of it, tried on random ones.
//!
//! `PROPTEST_CASES=5000 cargo test -p rokade-tests --test properties` tries harder.

use std::collections::BTreeSet;
use std::fmt;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseResult, TestRunner};
use rokade::{Language, Policy, Report, Sources, Syntax};
use rokade_change::{ChangeKind, Tracks, UnitVerdict};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::ids::{Id, Kind, Subject};
use rokade_tests::generate::{Dice, naive, renamed, shuffled};
use rokade_tests::properties;
use rokade_tests::random::{file, one, planned, revised, rolls, two};
use rokade_tests::said::{chart, diff, report, sound, told, without_words};

properties! {
    fn a_report_on_two_charts_is_sound_in_both_languages(two in two()) {
        let (base, revision) = (chart(&two.base), chart(&two.revision));
        let changes = rokade::changes(&base, &revision);
        prop_assert!(changes.balance.holds(), "{:?}", changes.balance);
        let [da, en] = [Language::Da, Language::En].map(|language| {
            report(Some((&base, &changes)), &revision, language)
        });
        sound(&da, Some(&base), &revision)?;
        sound(&en, Some(&base), &revision)?;
        prop_assert_eq!(without_words(&da), without_words(&en));
        prop_assert_eq!(da.not_judged.len(), en.not_judged.len());
    }

    fn a_report_on_one_chart_is_sound_in_both_languages(one in revised()) {
        let chart = chart(&one.0);
        let [da, en] = [Language::Da, Language::En].map(|language| {
            report(None, &chart, language)
        });
        sound(&da, None, &chart)?;
        sound(&en, None, &chart)?;
        prop_assert_eq!(without_words(&da), without_words(&en));
    }

    fn a_chart_does_not_differ_from_itself(one in revised()) {
        let chart = chart(&one.0);
        let report = diff(&chart, &chart);
        prop_assert!(report.findings.is_empty(), "{:#?}", told(&report, true));
        prop_assert!(report.changes.is_empty(), "{:#?}", report.changes);
        let balance = rokade::changes(&chart, &chart).balance;
        prop_assert!(balance.holds());
        prop_assert_eq!(balance.functions.stayed, balance.functions.all);
    }

    fn base_and_revision_swapped_are_the_mirror(two in two()) {
        swapped(&chart(&two.base), &chart(&two.revision))?;
    }

    fn a_base_and_what_a_proposal_made_swapped_are_the_mirror(planned in planned()) {
        let base = chart(&planned.base);
        swapped(&base, &chart(&planned.sound().applied().entries))?;
    }

    fn the_order_of_entries_says_nothing(two in two(), dice in rolls(0..200)) {
        let mut dice = Dice::new(&dice);
        let before = diff(&chart(&two.base), &chart(&two.revision));
        let (base, revision) = (shuffled(&two.base, &mut dice), shuffled(&two.revision, &mut dice));
        let after = diff(&chart(&base), &chart(&revision));
        prop_assert_eq!(told(&before, true), told(&after, true));
        let order = |report: &Report| -> Vec<String> {
            report.findings.iter().map(|f| f.fingerprint.to_string()).collect()
        };
        prop_assert_eq!(order(&before), order(&after));
        let check = |org: &Entries| told(&report(None, &chart(org), Language::En), true);
        prop_assert_eq!(check(&two.revision), check(&revision));
    }

    fn ids_are_only_names(two in two(), sites in any::<bool>(), units in any::<bool>()) {
        let kinds = [(sites, Kind::Site), (units, Kind::Unit)];
        let kinds: Vec<Kind> = kinds.into_iter().filter(|(on, _)| *on).map(|(_, kind)| kind).collect();
        let before = diff(&chart(&two.base), &chart(&two.revision));
        let (base, revision) = (renamed(&two.base, &kinds), renamed(&two.revision, &kinds));
        let after = diff(&chart(&base), &chart(&revision));
        let mut after: Vec<String> =
            told(&after, false).into_iter().map(|line| line.replace("-ny", "")).collect();
        let mut before = told(&before, false);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }

    fn what_is_written_is_what_is_read(two in two()) {
        let mut sources = Sources::default();
        let [base, revision] = [&two.base, &two.revision].map(|org| {
            let id = sources.add("chart.json", file(org).as_bytes(), Syntax::Yaml);
            let opened = rokade::open(&sources, &[id]);
            assert!(opened.complete && opened.faults.is_empty(), "{:?}", opened.faults);
            assert_eq!(file(opened.chart.entries()), file(org));
            opened
        });
        let report = rokade::diff(&sources, &base, &revision, &Policy::default());
        let report = report.expect("every sentence can be made");
        for label in report.findings.iter().flat_map(|finding| &finding.labels) {
            let source = &report.sources[label.span.source.0 as usize];
            prop_assert!(source.text.get(label.span.range()).is_some_and(|text| !text.is_empty()));
        }
        let by_entries = diff(&chart(&two.base), &chart(&two.revision));
        let fingerprints = |report: &Report| -> Vec<String> {
            report.findings.iter().map(|f| format!("{} {}", f.fingerprint, f.message)).collect()
        };
        prop_assert_eq!(fingerprints(&report), fingerprints(&by_entries));
    }

    fn views_agree_with_what_is_written(one in one()) {
        naive::agrees(&chart(&one.0));
    }
}

/// Whether the way back is the mirror of the way there, and both can be told.
fn swapped(base: &Chart, revision: &Chart) -> TestCaseResult {
    let there = rokade::changes(base, revision);
    let back = rokade::changes(revision, base);
    prop_assert!(back.balance.holds(), "{:?}", back.balance);
    mirrored(&there.lineage.sites, &back.lineage.sites)?;
    mirrored(&there.lineage.units, &back.lineage.units)?;
    mirrored(&there.lineage.staff, &back.lineage.staff)?;
    mirrored(&there.lineage.functions, &back.lineage.functions)?;
    mirrored(&there.lineage.groups, &back.lineage.groups)?;
    for (one, other) in [(&there, &back), (&back, &there)] {
        let closed = one
            .units
            .iter()
            .filter(|unit| unit.verdict == UnitVerdict::Closed);
        let closed: BTreeSet<Subject> = closed.map(|unit| unit.unit.subject()).collect();
        let founded = other
            .changes
            .iter()
            .filter(|c| c.kind == ChangeKind::UnitFounded);
        let founded: BTreeSet<Subject> = founded.flat_map(|c| c.revision.clone()).collect();
        prop_assert_eq!(closed, founded);
    }
    // Whatever it says of the way back, it can say it.
    sound(&diff(revision, base), Some(revision), base)?;
    Ok(())
}

fn mirrored<I: Id + fmt::Debug>(there: &Tracks<I>, back: &Tracks<I>) -> Result<(), TestCaseError> {
    let pairs = |tracks: &Tracks<I>| -> BTreeSet<(I, I)> {
        tracks
            .pairs()
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect()
    };
    let back: BTreeSet<(I, I)> = pairs(back).into_iter().map(|(a, b)| (b, a)).collect();
    prop_assert_eq!(pairs(there), back, "{:?}", I::KIND);
    Ok(())
}

#[test]
fn random_restructurings_reach_every_kind_of_change() {
    let mut runner = TestRunner::deterministic();
    let mut missed: BTreeSet<ChangeKind> = ChangeKind::ALL.iter().copied().collect();
    for _ in 0..2000 {
        let two = two()
            .new_tree(&mut runner)
            .expect("nothing is rejected")
            .current();
        let changes = rokade::changes(&chart(&two.base), &chart(&two.revision)).changes;
        for change in changes {
            missed.remove(&change.kind);
        }
        if missed.is_empty() {
            return;
        }
    }
    panic!("never seen: {missed:?}");
}
