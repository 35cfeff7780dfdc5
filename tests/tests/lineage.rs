//! What became of what when no id and no `previously` says it: every id of the revision is
//! another, by a bijection that keeps nothing of it. No pair may be wrong, and enough are found.
//!
//! And what is said of it: the lines of the pairs of charts that are about lineage.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use rokade::{Language, Opened, Policy, Sources};
use rokade_change::{Evidence, Lineage, Tracks};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::ids::{Id, Kind};
use rokade_tests::generate::{Dice, Pair, edited, organisation, pairs, shuffled, whole_charts};
use rokade_tests::random::{One, Two, one, rolls};
use rokade_tests::{holds, open_path};

/// The kinds that are followed.
const KINDS: [Kind; 5] = [
    Kind::Site,
    Kind::Unit,
    Kind::Staff,
    Kind::Function,
    Kind::TargetGroup,
];

/// A chart as if another system had made it: every id is another, and none is said.
struct Scrambled {
    chart: Chart,
    /// The new id of each thing, by kind and old id.
    new: BTreeMap<(Kind, String), String>,
}

fn scrambled(org: &Entries) -> Scrambled {
    let mut new = BTreeMap::new();
    for subject in org.subjects() {
        if KINDS.contains(&subject.kind) && org.is_live(&subject) {
            // FNV: nothing of the order or the letters is left.
            let mut hash = 0xcbf2_9ce4_8422_2325_u64;
            for byte in subject.to_string().bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
            let id = format!("{hash:x}-{}", hash % 7);
            new.insert((subject.kind, subject.id.to_string()), id);
        }
    }
    let ids: BTreeSet<&String> = new.values().collect();
    assert_eq!(ids.len(), new.len(), "it is a bijection");
    let mut org = org.clone();
    org.map_ids(
        &|kind, id| {
            let new = new.get(&(kind, id.to_owned()));
            Some(new.map_or_else(|| id.into(), |new| new.as_str().into()))
        },
        false,
    );
    macro_rules! forget {
        ($($kind:ident),*) => {$(
            for entry in org.$kind.values_mut() {
                entry.value.previously.clear();
            }
        )*};
    }
    forget!(sites, units, staff, functions, target_groups);
    let (chart, faults) = Chart::build(org);
    assert!(faults.is_empty(), "{faults:?}");
    Scrambled { chart, new }
}

/// How many of those to be found were found, and what was found that is wrong.
#[derive(Debug, Default)]
struct Score {
    found: usize,
    of: usize,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.found += other.found;
        self.of += other.of;
        self.wrong.extend(other.wrong);
    }

    fn percent(&self) -> usize {
        self.found * 100 / self.of.max(1)
    }
}

/// Follows a base into a revision whose ids are scrambled; `truth` is what ids and `previously`
/// say. Of what came to nothing they say nothing: where it can be found again, it is not wrong.
fn score(base: &Chart, revision: &Scrambled, truth: &Lineage) -> Score {
    fn of<I: Id>(
        truth: &Tracks<I>,
        tracks: &Tracks<I>,
        new: &BTreeMap<(Kind, String), String>,
        score: &mut Score,
    ) {
        let by_new = |id: &I| {
            let old = new.iter().find(|(_, new)| new.as_str() == id.as_str());
            old.map(|((_, old), _)| old.as_str())
        };
        for (from, to, evidence) in tracks.same_pairs() {
            let was = by_new(to).and_then(|old| I::parse(old).ok());
            let became = truth.descendants(from);
            if was.as_ref().is_some_and(|was| became.contains(was)) {
                score.found += 1;
            } else if !became.is_empty() {
                let was = was.map(|was| was.to_string());
                score.wrong.push(format!(
                    "{}: {from} is no {was:?} ({})",
                    I::KIND.name(),
                    evidence.name()
                ));
            }
        }
        score.of += truth.same_pairs().count();
    }
    let changes = rokade::changes(base, &revision.chart);
    let (lineage, new) = (&changes.lineage, &revision.new);
    let mut score = Score::default();
    of(&truth.sites, &lineage.sites, new, &mut score);
    of(&truth.units, &lineage.units, new, &mut score);
    of(&truth.staff, &lineage.staff, new, &mut score);
    of(&truth.functions, &lineage.functions, new, &mut score);
    of(&truth.groups, &lineage.groups, new, &mut score);
    score
}

fn open(pair: &Pair) -> (Opened, Opened) {
    let mut sources = Sources::default();
    let base = open_path(&mut sources, &pair.base);
    let revision = open_path(&mut sources, &pair.revision);
    (base, revision)
}

#[test]
fn written_charts_are_followed_without_ids() {
    let mut all = Score::default();
    for file in whole_charts() {
        let base = open_path(&mut Sources::default(), &file).chart;
        let truth = rokade::changes(&base, &base).lineage;
        all.add(score(&base, &scrambled(base.entries()), &truth));
    }
    assert_eq!(all.wrong, [""; 0]);
    assert!(
        all.of > 500 && all.percent() >= 98,
        "{} of {}",
        all.found,
        all.of
    );
}

#[test]
fn written_pairs_are_followed_without_ids() {
    let mut all = Score::default();
    for pair in pairs() {
        let (base, revision) = open(&pair);
        let truth = rokade::changes(&base.chart, &revision.chart).lineage;
        let mut one = score(&base.chart, &scrambled(revision.chart.entries()), &truth);
        for wrong in &mut one.wrong {
            wrong.insert_str(0, &format!("{}: ", pair.name));
        }
        all.add(one);
    }
    assert_eq!(all.wrong, [""; 0]);
    assert!(
        all.of > 400 && all.percent() >= 95,
        "{} of {}",
        all.found,
        all.of
    );
}

/// An organisation in which no two things have the same name.
fn with_names(mut org: Entries) -> Entries {
    macro_rules! name {
        ($($kind:ident: $field:ident),*) => {$(
            for (id, entry) in &mut org.$kind {
                let name = entry.value.$field.take().unwrap_or_default();
                entry.value.$field = Some(format!("{name} {}", id.as_str()).into());
            }
        )*};
    }
    name!(sites: name, units: name, staff: title, functions: name, target_groups: name);
    org
}

fn two_with_names() -> impl Strategy<Value = Two> {
    (rolls(500..900), rolls(10..60)).prop_map(|(base, edits)| {
        let base = with_names(organisation(&mut Dice::new(&base)));
        let revision = edited(&base, &mut Dice::new(&edits));
        Two { base, revision }
    })
}

fn chart(org: &Entries) -> Chart {
    let (chart, faults) = Chart::build(org.clone());
    assert!(faults.is_empty(), "{faults:?}");
    chart
}

#[test]
fn random_organisations_are_followed_without_ids() {
    holds(
        "an organisation is found again without ids",
        &one(),
        |One(org)| {
            let base = chart(&with_names(org));
            let truth = rokade::changes(&base, &base).lineage;
            let score = score(&base, &scrambled(base.entries()), &truth);
            prop_assert_eq!(&score.wrong, &[""; 0]);
            prop_assert_eq!(score.found, score.of, "everything has a name of its own");
            Ok(())
        },
    );
}

#[test]
fn random_restructurings_are_followed_without_ids() {
    let total = std::cell::RefCell::new(Score::default());
    holds(
        "a restructuring is followed without ids",
        &two_with_names(),
        |two| {
            let (base, revision) = (chart(&two.base), chart(&two.revision));
            let truth = rokade::changes(&base, &revision).lineage;
            let score = score(&base, &scrambled(revision.entries()), &truth);
            prop_assert_eq!(&score.wrong, &[""; 0]);
            total.borrow_mut().add(score);
            Ok(())
        },
    );
    let total = total.into_inner();
    assert!(total.percent() >= 90, "{} of {}", total.found, total.of);
}

/// Every pair of a lineage, by kind; of a mirror, the other way round.
fn all_pairs(lineage: &Lineage, back: bool) -> BTreeSet<String> {
    fn of<I: Id>(tracks: &Tracks<I>, back: bool, found: &mut BTreeSet<String>) {
        for (a, b) in tracks.pairs() {
            let same = tracks.is_same(a, b);
            let (a, b) = if back { (b, a) } else { (a, b) };
            found.insert(format!("{} {a} {b} {same}", I::KIND.name()));
        }
    }
    let mut found = BTreeSet::new();
    of(&lineage.sites, back, &mut found);
    of(&lineage.units, back, &mut found);
    of(&lineage.staff, back, &mut found);
    of(&lineage.functions, back, &mut found);
    of(&lineage.groups, back, &mut found);
    found
}

#[test]
fn the_way_back_is_the_mirror_without_ids() {
    let strategy = (rolls(500..900), rolls(10..60), rolls(0..200), any::<bool>());
    let strategy = strategy.prop_map(|(base, edits, mix, names)| {
        let base = organisation(&mut Dice::new(&base));
        let base = if names { with_names(base) } else { base };
        let revision = edited(&base, &mut Dice::new(&edits));
        (Two { base, revision }, mix)
    });
    holds(
        "base and revision swapped are the mirror",
        &strategy,
        |(two, mix)| {
            let base = chart(&two.base);
            let revision = scrambled(&chart(&two.revision).entries().clone()).chart;
            let there = rokade::changes(&base, &revision).lineage;
            let back = rokade::changes(&revision, &base).lineage;
            prop_assert_eq!(all_pairs(&there, false), all_pairs(&back, true));
            // And the order of entries says nothing.
            let mut dice = Dice::new(&mix);
            let mixed = rokade::changes(
                &chart(&shuffled(base.entries(), &mut dice)),
                &chart(&shuffled(revision.entries(), &mut dice)),
            );
            prop_assert_eq!(all_pairs(&there, false), all_pairs(&mixed.lineage, false));
            Ok(())
        },
    );
}

/// Pairs of charts that are about what became of what.
const ABOUT_LINEAGE: [&str; 11] = [
    "everything-re-keyed",
    "everything-re-keyed-unsaid",
    "functions-by-identifiers",
    "respelt",
    "same-name-elsewhere",
    "unit-re-keyed",
    "unit-renamed",
    "unit-renamed-with-all",
    "unit-scattered",
    "unit-split-by-contents",
    "units-merged-by-contents",
];

fn about_lineage() -> Vec<Pair> {
    let pairs = pairs().into_iter();
    let pairs: Vec<Pair> = pairs
        .filter(|pair| ABOUT_LINEAGE.contains(&pair.name.as_str()))
        .collect();
    assert_eq!(pairs.len(), ABOUT_LINEAGE.len());
    pairs
}

#[test]
fn the_lines_say_what_became_of_what() {
    let mut said = String::new();
    for pair in about_lineage() {
        for language in [Language::Da, Language::En] {
            let mut sources = Sources::default();
            let base = open_path(&mut sources, &pair.base);
            let revision = open_path(&mut sources, &pair.revision);
            let policy = Policy {
                language,
                ..Policy::default()
            };
            let report = rokade::diff(&sources, &base, &revision, &policy);
            let report = report.unwrap_or_else(|error| panic!("{}: {error}", pair.name));
            let _ = writeln!(said, "{}", pair.name);
            let balance = report.balance.expect("both charts are whole");
            for sentence in balance.sentences {
                let _ = writeln!(said, "  {sentence}");
            }
        }
    }
    insta::assert_snapshot!("lines", said);
}

#[test]
fn a_unit_renamed_with_all_it_has_is_one_change() {
    for name in ["unit-re-keyed", "unit-renamed-with-all"] {
        let pair = pairs().into_iter().find(|pair| pair.name == name);
        let (base, revision) = open(&pair.expect("it is written"));
        let changes = rokade::changes(&base.chart, &revision.chart);
        let kinds: Vec<&str> = changes.changes.iter().map(|c| c.kind.name()).collect();
        assert_eq!(kinds, ["unit-renamed"], "{name}");
        let functions = &changes.balance.functions;
        assert_eq!(functions.stayed, functions.all, "{name}");
    }
}

#[test]
fn the_evidence_is_in_the_changes() {
    let pair = pairs()
        .into_iter()
        .find(|pair| pair.name == "unit-renamed-with-all");
    let (base, revision) = open(&pair.expect("it is written"));
    let changes = rokade::changes(&base.chart, &revision.chart).changes;
    match &changes[0].evidence[..] {
        [Evidence::Contents(contents)] => {
            let of_base = contents.of_base;
            assert_eq!((of_base.held.functions, of_base.of.functions), (6, 6));
        }
        other => panic!("{other:?}"),
    }
}
