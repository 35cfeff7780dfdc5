//! Small groups are hidden: nobody is told by a number, or by what numbers add up to, and what
//! goes wrong in a restructuring is found all the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rokade::{Certainty, Named, Opened, Policy, Quantity, Report, Severity, Sources};
use rokade_core::chart::{Chart, StaffView};
use rokade_core::entry::Entries;
use rokade_core::ids::{Id as _, StaffId};
use rokade_tests::generate::{Dice, edited, organisation, plan};
use rokade_tests::{config, open_path, open_yaml, root};

/// A sum of groups that a reader knows to be the same before and after: the groups of the base,
/// and what came of them, each with what it is said to have and whether it is small.
struct Sum {
    before: Vec<Number>,
    now: Vec<Number>,
}

struct Number {
    id: String,
    said: Quantity,
    is: Quantity,
    is_hidden: bool,
}

const FIVE: i64 = 5_00;

fn is_small(count: Quantity) -> bool {
    count.low() < FIVE && count.high() != Some(0) && !count.is_unknown()
}

/// Every group of the base with its kin, by what is true and by what is said.
fn sums(base: (&Chart, &Chart), revision: (&Chart, &Chart)) -> Vec<Sum> {
    let changes = rokade::changes(base.0, revision.0);
    let tracks = &changes.lineage.staff;
    let mut seen: BTreeSet<StaffId> = BTreeSet::new();
    let mut sums = Vec::new();
    for post in base.0.staff() {
        let (mut before, mut now) = (BTreeSet::new(), BTreeSet::new());
        let mut open = vec![post.id().clone()];
        while let Some(id) = open.pop() {
            if before.insert(id.clone()) {
                for to in tracks.descendants(&id) {
                    if now.insert(to.clone()) {
                        open.extend(tracks.ancestors(to).iter().cloned());
                    }
                }
            }
        }
        if !seen.insert(post.id().clone())
            || before.iter().any(|id| id != post.id() && seen.contains(id))
        {
            continue;
        }
        seen.extend(before.iter().cloned());
        let number = |(is, said): (&Chart, &Chart), id: &StaffId| {
            let own = is.post(id).expect("it is followed");
            Number {
                id: id.as_str().to_owned(),
                said: said.post(id).expect("it is in both").count(),
                is: own.count(),
                is_hidden: is_small(own.count())
                    && !(own.is_head() && own.count() == Quantity::ONE),
            }
        };
        let mut sum = Sum {
            before: before.iter().map(|id| number(base, id)).collect(),
            now: now.iter().map(|id| number(revision, id)).collect(),
        };
        for id in &before {
            let by = |chart: &Chart, of: &Chart| {
                let ended = chart.entries().ended.staff.get(id)?;
                Some(ended.by?.of(of.post(id)?.count()))
            };
            let head = base
                .0
                .post(id)
                .is_some_and(|post| post.is_head() && post.count() == Quantity::ONE);
            if let (Some(is), Some(said)) = (by(revision.0, base.0), by(revision.1, base.1)) {
                sum.now.push(Number {
                    id: format!("{} (ended)", id.as_str()),
                    said,
                    is,
                    is_hidden: is_small(is) && !head,
                });
            }
        }
        sums.push(sum);
    }
    sums
}

/// What a reader who knows all that is said can work out of one number of a sum: its least and
/// its most.
fn worked_out(sum: &Sum, at: usize, in_base: bool) -> (i64, i64) {
    const MOST: i64 = 1_000_000_000_000;
    let total = |numbers: &[Number], without: Option<usize>| {
        let others = numbers
            .iter()
            .enumerate()
            .filter(|(i, _)| Some(*i) != without);
        others.fold((0_i64, 0_i64), |(low, high), (_, one)| {
            let most = one.said.high().unwrap_or(MOST);
            (low + one.said.low(), (high + most).min(MOST))
        })
    };
    let (own_side, other_side) = if in_base {
        (&sum.before, &sum.now)
    } else {
        (&sum.now, &sum.before)
    };
    let own = &own_side[at];
    let (same, other) = (total(own_side, Some(at)), total(other_side, None));
    let low = own.said.low().max(other.0 - same.1);
    let high = own.said.high().unwrap_or(MOST).min(other.1 - same.0);
    (low, high)
}

/// Whether no small group is told, neither by itself nor by a sum.
fn assert_hidden(base: (&Chart, &Chart), revisions: &[(&Chart, &Chart)]) {
    for &(is, said) in revisions.iter().chain([&base]) {
        for post in is.staff() {
            let shown = said.post(post.id()).expect("it is in both").count();
            let count = post.count();
            // What is true is always possible.
            assert!(
                shown.low() <= count.low(),
                "{:?} {count} {shown}",
                post.id()
            );
            assert!(
                shown
                    .high()
                    .is_none_or(|high| count.high().is_some_and(|own| own <= high))
            );
            if is_small(count) && !(post.is_head() && count == Quantity::ONE) {
                assert!(
                    shown.low() <= 1_00 && shown.high().is_none_or(|high| high >= 4_00),
                    "{:?} {shown}",
                    post.id()
                );
            }
        }
    }
    for &revision in revisions {
        for sum in sums(base, revision) {
            let number_of = sum.before.len() + sum.now.len();
            let total = |numbers: &[Number]| numbers.iter().map(|one| one.is).sum();
            // Where more come than there were, or fewer, there is no sum to know them by.
            if !Quantity::balances(total(&sum.now), total(&sum.before)) {
                continue;
            }
            let sides = [(&sum.before, true), (&sum.now, false)];
            for (numbers, in_base) in sides {
                for (at, number) in numbers.iter().enumerate() {
                    // What a post known to everybody became is known; and what alone became
                    // another is in no sum.
                    let others = if in_base { &sum.now } else { &sum.before };
                    let is_known = others
                        .iter()
                        .all(|one| !one.is_hidden && one.is.low() <= 1_00);
                    if !number.is_hidden || number_of < 3 || is_known {
                        continue;
                    }
                    let (low, high) = worked_out(&sum, at, in_base);
                    let told: Vec<String> = sum
                        .before
                        .iter()
                        .chain(&sum.now)
                        .map(|one| format!("{} {} ({})", one.id, one.said, one.is))
                        .collect();
                    // A group that is divided has no fewer posts than parts; that it is as wide
                    // as one to four all the same is what matters. What can be anything from three to seven, and
                    // is then seen to be five at least, is no small group.
                    assert!(
                        high - low >= 3_00 || low >= FIVE,
                        "{}: {low} {high} of {told:#?}",
                        number.id
                    );
                }
            }
        }
    }
}

fn hidden(opened: &[Opened]) -> Vec<Chart> {
    let charts: Vec<&Chart> = opened.iter().map(|one| &one.chart).collect();
    hide(charts[0], &charts[1..])
}

fn hide(base: &Chart, revisions: &[&Chart]) -> Vec<Chart> {
    let groups = rokade_change::small_groups(base, revisions);
    let charts = std::iter::once(base).chain(revisions.iter().copied());
    charts
        .zip(groups)
        .map(|(chart, groups)| Chart::build(groups.hide(chart.entries())).0)
        .collect()
}

/// Every case: its folder, what it is today, and the proposals.
fn cases() -> Vec<(PathBuf, Vec<PathBuf>)> {
    let folder = root().join("orgs");
    let files = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.expect("it can be read").path())
            .collect();
        paths.sort();
        paths
    };
    let mut cases = Vec::new();
    for case in files(&folder).into_iter().filter(|path| path.is_dir()) {
        let yaml = files(&case)
            .into_iter()
            .filter(|path| path.extension().is_some_and(|e| e == "yaml"));
        let is_proposal = |path: &PathBuf| {
            let text = std::fs::read_to_string(path).expect("it can be read");
            text.lines().any(|line| line.starts_with("base:"))
        };
        let proposals: Vec<PathBuf> = yaml.filter(is_proposal).collect();
        cases.push((case.join("current.yaml"), proposals));
    }
    cases
}

#[test]
fn no_case_tells_a_small_group() {
    let mut told = 0;
    for (base, proposals) in cases() {
        let mut sources = Sources::default();
        let mut opened = vec![open_path(&mut sources, &base)];
        opened.extend(proposals.iter().map(|path| open_path(&mut sources, path)));
        let said = hidden(&opened);
        let pairs: Vec<(&Chart, &Chart)> = opened.iter().map(|one| &one.chart).zip(&said).collect();
        assert_hidden(pairs[0], &pairs[1..]);
        told += proposals.len();
    }
    assert!(told >= 7, "{told}");
}

/// A base of groups and what became of them, as lines of `staff`.
fn small(base: &str, revision: &str, ended: &str) {
    let chart = |staff: &str, ended: &str| {
        let text = format!(
            "rokade: 1\nunits: {{ a: {{ name: A, head: h }}, b: {{ name: B }} }}\nstaff:\n  h: {{ title: Leder, unit: a }}\n{staff}{ended}"
        );
        let mut sources = Sources::default();
        let opened = open_yaml(&mut sources, "chart.yaml", &text);
        assert!(opened.faults.is_empty(), "{:?}", opened.faults);
        opened.chart
    };
    let (base, revision) = (chart(base, ""), chart(revision, ended));
    let said = hide(&base, &[&revision]);
    assert_hidden((&base, &said[0]), &[(&revision, &said[1])]);
    let head = said[0]
        .staff()
        .find(|post| post.id().as_str() == "h")
        .expect("it is there");
    assert_eq!(head.count(), Quantity::ONE);
}

#[test]
fn what_is_left_tells_nobody() {
    // Divided: the rest of six is one.
    small(
        "  x: { unit: a, count: 6 }\n",
        "  x: { unit: a, count: 5 }\n  y: { unit: b, count: 1, previously: [x] }\n",
        "",
    );
    // Joined: nineteen and one are twenty.
    small(
        "  x: { unit: a, count: 19 }\n  y: { unit: b, count: 1 }\n",
        "  x: { unit: a, count: 20, previously: [x, y] }\n",
        "",
    );
    // Divided into small ones alone: eight are four and four.
    small(
        "  x: { unit: a, count: 8 }\n",
        "  x: { unit: a, count: 4 }\n  y: { unit: b, count: 4, previously: [x] }\n",
        "",
    );
    // Four become four of one.
    small(
        "  x: { unit: a, count: 4 }\n",
        "  x: { unit: a, count: 1 }\n  y: { unit: b, previously: [x] }\n  z: { unit: b, previously: [x] }\n  w: { unit: b, previously: [x] }\n",
        "",
    );
    // Reduced: of six, two end and four are left.
    small(
        "  x: { unit: a, count: 6 }\n",
        "  x: { unit: a, count: 4 }\n",
        "ended: { staff: { x: { by: 2 } } }\n",
    );
    // Reduced to a small group by a small number: it had no fewer than two.
    for (count, left, by) in [("4", "1", "3"), ("ca. 4", "ca. 1", "3"), ("3", "2", "1")] {
        small(
            &format!("  x: {{ unit: a, count: {count} }}\n"),
            &format!("  x: {{ unit: a, count: {left} }}\n"),
            &format!("ended: {{ staff: {{ x: {{ by: {by} }} }} }}\n"),
        );
    }
    // Half a post is not told by beginning lower than the others.
    small(
        "  x: { unit: a, count: 3 }\n  y: { unit: b, count: 0.5 }\n",
        "  x: { unit: a, count: 3 }\n  y: { unit: b, count: 0.5 }\n",
        "",
    );
}

#[test]
fn what_does_not_change_is_not_said_to() {
    let text = "rokade: 1\nunits: { a: { name: A }, b: { name: B } }\nstaff: { x: { unit: a, count: 8 }, y: { unit: b, count: 2 } }";
    let divided = "rokade: 1\nunits: { a: { name: A }, b: { name: B } }\nstaff: { x: { unit: a, count: 4 }, z: { unit: b, count: 4, previously: [x] }, y: { unit: b, count: 2 } }";
    let mut sources = Sources::default();
    let [base, same, other] =
        [text, text, divided].map(|text| open_yaml(&mut sources, "chart.yaml", text));
    let said = hide(&base.chart, &[&same.chart, &other.chart]);
    let counts = |chart: &Chart| -> Vec<Quantity> { chart.staff().map(StaffView::count).collect() };
    assert_eq!(counts(&said[0]), counts(&said[1]));
    assert_ne!(counts(&said[0]), counts(&base.chart));
}

fn errors(report: &Report) -> BTreeMap<String, Certainty> {
    let mut errors = BTreeMap::new();
    for finding in report
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Error && f.allowed.is_none())
    {
        for member in &finding.members {
            let key = format!(
                "{} {} {:?} {}",
                finding.rule, member.subject, member.side, member.part
            );
            errors.insert(key, finding.certainty);
        }
    }
    errors
}

#[test]
fn every_error_of_a_case_is_found_all_the_same() {
    let mut found = 0;
    for (base, proposals) in cases() {
        for path in &proposals {
            let mut sources = Sources::default();
            let named = |opened: Opened, source: &str| Named {
                opened,
                source: source.to_owned(),
            };
            let mut base = named(open_path(&mut sources, &base), "base");
            let mut proposal = named(open_path(&mut sources, path), "proposal");
            let policy = Policy::default();
            let diff = |base: &Opened, proposal: &Opened| {
                rokade::diff(&sources, base, proposal, &policy).expect("every sentence can be made")
            };
            let plain = errors(&diff(&base.opened, &proposal.opened));
            rokade::hide_small_groups(&mut [&mut base, &mut proposal]);
            let hidden = errors(&diff(&base.opened, &proposal.opened));
            for (error, certainty) in &plain {
                let told = hidden.get(error);
                assert!(told.is_some(), "{}: {error} vanishes", path.display());
                assert!(
                    told <= Some(certainty),
                    "{}: {error} is surer than it is",
                    path.display()
                );
            }
            for (error, certainty) in &hidden {
                let is_new = !plain.contains_key(error);
                assert!(
                    !is_new || *certainty == Certainty::Possible,
                    "{}: {error} is new",
                    path.display()
                );
            }
            found += plain.len();
        }
    }
    assert!(found > 3, "{found}");
}

/// A restructuring is measured by nearly every rule, several times.
fn few() -> ProptestConfig {
    let config = config();
    ProptestConfig {
        cases: config.cases / 2,
        ..config
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn nobody_is_told_by_any_sum(
        rolls in prop::collection::vec(any::<u16>(), 300..600),
        revisions in prop::collection::vec(
            (prop::collection::vec(any::<u16>(), 10..60), prop::collection::vec(any::<u16>(), 0..60)),
            1..3,
        ),
    ) {
        let org = organisation(&mut Dice::new(&rolls));
        let chart = |org: &Entries| Chart::build(org.clone()).0;
        let revised = revisions.iter().map(|(edits, plans)| {
            let mut revision = edited(&org, &mut Dice::new(edits));
            plan(&mut revision, &org, &mut Dice::new(plans));
            chart(&revision)
        });
        let (base, revised) = (chart(&org), revised.collect::<Vec<_>>());
        let said = hide(&base, &revised.iter().collect::<Vec<_>>());
        let pairs: Vec<(&Chart, &Chart)> = revised.iter().zip(&said[1..]).collect();
        assert_hidden((&base, &said[0]), &pairs);
    }
}
