//! What holds of every organisation and every restructuring of it, tried on random ones.
//!
//! `PROPTEST_CASES=5000 cargo test -p rokade-tests --test properties` tries harder.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use rokade::{ChangeSet, Language, Policy, Report, Sources, Syntax};
use rokade_change::{ChangeKind, Tracks, UnitVerdict};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::finding::Side;
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::span::{SourceId, Span};
use rokade_rules::{ChartInput, Input};
use rokade_tests::generate::{Dice, edited, naive, organisation, renamed, shuffled};
use serde_json::{Map, Value as Json, json};

/// Rolls of dice, which proptest shrinks to fewer and lower ones.
fn rolls(some: std::ops::Range<usize>) -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), some)
}

/// A base and its revision, shown as the files they would be.
#[derive(Clone)]
struct Two {
    base: Entries,
    revision: Entries,
}

impl fmt::Debug for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "base:\n{}\nrevision:\n{}",
            file(&self.base),
            file(&self.revision)
        )
    }
}

/// One organisation, shown as the file it would be.
#[derive(Clone)]
struct One(Entries);

impl fmt::Debug for One {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&file(&self.0))
    }
}

fn one() -> impl Strategy<Value = One> {
    rolls(500..900).prop_map(|rolls| One(organisation(&mut Dice::new(&rolls))))
}

/// A revision, which has what an organisation seldom begins with: `previously` and `ended`.
fn revised() -> impl Strategy<Value = One> {
    two().prop_map(|two| One(two.revision))
}

fn two() -> impl Strategy<Value = Two> {
    (rolls(500..900), rolls(10..60)).prop_map(|(base, edits)| {
        let base = organisation(&mut Dice::new(&base));
        let revision = edited(&base, &mut Dice::new(&edits));
        Two { base, revision }
    })
}

/// The file of an organisation, as JSON with a line for each entity.
fn file(org: &Entries) -> String {
    let mut file = vec!["\"rokade\": 1".to_owned()];
    file.push(format!(
        "\"organization\": {}",
        json!(org.header.organization)
    ));
    let mut section = |name: &str, ends: [char; 2], entities: Vec<String>| {
        if !entities.is_empty() {
            let [open, close] = ends;
            file.push(format!(
                "{name:?}: {open}\n  {}\n{close}",
                entities.join(",\n  ")
            ));
        }
    };
    macro_rules! map {
        ($name:ident) => {
            let entities = org.$name.iter();
            let entities =
                entities.map(|(id, entry)| format!("{:?}: {}", id.as_str(), json!(entry.value)));
            section(stringify!($name), ['{', '}'], entities.collect());
        };
    }
    macro_rules! list {
        ($name:ident) => {
            let entities = org
                .$name
                .values()
                .map(|entry| json!(entry.value).to_string());
            section(stringify!($name), ['[', ']'], entities.collect());
        };
    }
    map!(sites);
    map!(units);
    map!(staff);
    map!(functions);
    map!(target_groups);
    list!(co_locations);
    list!(interfaces);
    map!(competences);
    if json!(org.ended) != json!({}) {
        file.push(format!("\"ended\": {}", json!(org.ended)));
    }
    format!("{{\n{}\n}}\n", file.join(",\n"))
}

/// The chart of an organisation that has no faults.
fn chart(org: &Entries) -> Chart {
    let (chart, faults) = Chart::build(org.clone());
    assert!(
        faults.is_empty(),
        "a generated organisation is valid: {faults:?}"
    );
    chart
}

/// The report on one chart, or on two; every label is told, wherever it points.
fn report(base: Option<(&Chart, &ChangeSet)>, revision: &Chart, language: Language) -> Report {
    let input = |chart| ChartInput {
        chart,
        faults: &[],
        complete: true,
    };
    let inputs = Input {
        base: base.map(|(chart, changes)| (input(chart), changes)),
        revision: input(revision),
    };
    let policy = Policy {
        language,
        ..Policy::default()
    };
    let somewhere = |_, _: &_| Some(Span::new(SourceId(0), 0..0));
    rokade_rules::report(&inputs, &policy, Vec::new(), &somewhere)
        .expect("every sentence can be made")
}

fn diff(base: &Chart, revision: &Chart) -> Report {
    report(
        Some((base, &rokade::compare(base, revision))),
        revision,
        Language::En,
    )
}

/// All that a report says of its findings, whatever their order, and of the changes.
fn told(report: &Report, fingerprints: bool) -> Vec<String> {
    let mut told: Vec<String> = report
        .findings
        .iter()
        .map(|f| {
            let members: Vec<String> = f
                .members
                .iter()
                .map(|m| format!("{:?} {} {}", m.side, m.subject, m.part))
                .collect();
            let data: BTreeMap<&str, &Json> = f.data.iter().map(|(k, v)| (*k, v)).collect();
            let labels: Vec<&str> = f.labels.iter().map(|label| label.text.as_str()).collect();
            let print = if fingerprints {
                f.fingerprint.as_str()
            } else {
                ""
            };
            format!(
                "{} {:?} {:?} {:?} {members:?} {data:?} {:?} {labels:?} {} / {:?} {print}",
                f.rule, f.severity, f.certainty, f.cause, f.allowed, f.message, f.help,
            )
        })
        .collect();
    told.sort();
    told.extend(report.changes.iter().map(|change| format!("{change:?}")));
    told.push(format!(
        "{:?} {:?} {:?}",
        report.summary, report.balance, report.not_judged
    ));
    told
}

/// Whether a chart has a thing, or had it until it ended.
fn has(chart: &Chart, subject: &Subject) -> bool {
    subject.kind == Kind::Chart || chart.entries().subjects().any(|known| known == *subject)
}

/// The things that data names by kind and id.
fn things(data: &Json, found: &mut Vec<Subject>) {
    match data {
        Json::Array(items) => items.iter().for_each(|item| things(item, found)),
        Json::Object(map) => {
            let thing = || -> Option<Subject> {
                let thing: Map<String, Json> = [("kind", map.get("kind")?), ("id", map.get("id")?)]
                    .map(|(key, value)| (key.to_owned(), value.clone()))
                    .into_iter()
                    .collect();
                serde_json::from_value(Json::Object(thing)).ok()
            };
            found.extend(thing());
            map.values().for_each(|value| things(value, found));
        }
        _ => {}
    }
}

/// What holds of every report: sentences without holes, distinct marks, things that exist.
fn sound(report: &Report, base: Option<&Chart>, revision: &Chart) -> Result<(), TestCaseError> {
    let mut marks = BTreeSet::new();
    let mut causes = BTreeSet::new();
    for finding in &report.findings {
        let texts = [Some(&finding.message), finding.help.as_ref()]
            .into_iter()
            .flatten();
        for text in texts.chain(finding.labels.iter().map(|label| &label.text)) {
            prop_assert!(!text.contains(['{', '}', '$']), "{}: {text}", finding.rule);
            prop_assert!(!text.trim().is_empty(), "{} says nothing", finding.rule);
        }
        let mark = finding.fingerprint.as_str();
        prop_assert!(
            marks.insert(mark),
            "two findings are marked {mark}: {}",
            finding.message
        );
        let part = finding.data.get("part");
        let cause = format!("{} {:?} {part:?} {}", finding.rule, finding.cause, mark);
        prop_assert!(
            causes.insert(cause),
            "{} says it twice: {}",
            finding.rule,
            finding.message
        );
        prop_assert!(
            !finding.members.is_empty(),
            "{} is about nothing: {}",
            finding.rule,
            finding.message
        );
        let mut members = BTreeSet::new();
        for member in &finding.members {
            let chart = match member.side {
                Side::Base => base.expect("only where two are compared is there a base"),
                Side::Revision => revision,
            };
            let (subject, side) = (&member.subject, member.side);
            prop_assert!(
                has(chart, subject),
                "{}: no {subject} in {side:?}",
                finding.rule
            );
            prop_assert!(
                members.insert((member.side, subject, &member.part)),
                "{}: {subject} {} is a member twice",
                finding.rule,
                member.part
            );
        }
        let mut named = finding.cause.subjects.clone();
        finding
            .data
            .values()
            .for_each(|value| things(value, &mut named));
        for subject in named {
            let exists = has(revision, &subject) || base.is_some_and(|base| has(base, &subject));
            prop_assert!(exists, "{}: {subject} is nowhere", finding.rule);
        }
    }
    for text in report.summary.iter().chain(&report.not_judged) {
        prop_assert!(!text.contains(['{', '}', '$']), "{text}");
    }
    Ok(())
}

/// What two languages must agree on.
fn without_words(report: &Report) -> Vec<String> {
    let findings = report.findings.iter();
    findings
        .map(|f| {
            format!(
                "{} {:?} {:?} {:?} {:?} {:?} {} {:?}",
                f.rule,
                f.severity,
                f.certainty,
                f.cause,
                f.members,
                f.data,
                f.fingerprint,
                f.allowed
            )
        })
        .collect()
}

/// The ordinary run tries the same cases every time: what turns it red is then a change.
fn config() -> ProptestConfig {
    let tries_harder = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig {
        rng_seed: if tries_harder {
            RngSeed::Random
        } else {
            RngSeed::Fixed(1)
        },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_report_on_two_charts_is_sound_in_both_languages(two in two()) {
        let (base, revision) = (chart(&two.base), chart(&two.revision));
        let changes = rokade::compare(&base, &revision);
        prop_assert!(changes.balance.holds(), "{:?}", changes.balance);
        let [da, en] = [Language::Da, Language::En].map(|language| {
            report(Some((&base, &changes)), &revision, language)
        });
        sound(&da, Some(&base), &revision)?;
        sound(&en, Some(&base), &revision)?;
        prop_assert_eq!(without_words(&da), without_words(&en));
        prop_assert_eq!(da.not_judged.len(), en.not_judged.len());
    }

    #[test]
    fn a_report_on_one_chart_is_sound_in_both_languages(one in revised()) {
        let chart = chart(&one.0);
        let [da, en] = [Language::Da, Language::En].map(|language| {
            report(None, &chart, language)
        });
        sound(&da, None, &chart)?;
        sound(&en, None, &chart)?;
        prop_assert_eq!(without_words(&da), without_words(&en));
    }

    #[test]
    fn a_chart_does_not_differ_from_itself(one in revised()) {
        let chart = chart(&one.0);
        let report = diff(&chart, &chart);
        prop_assert!(report.findings.is_empty(), "{:#?}", told(&report, true));
        prop_assert!(report.changes.is_empty(), "{:#?}", report.changes);
        let balance = rokade::compare(&chart, &chart).balance;
        prop_assert!(balance.holds());
        prop_assert_eq!(balance.functions.stayed, balance.functions.all);
    }

    #[test]
    fn base_and_revision_swapped_are_the_mirror(two in two()) {
        let (base, revision) = (chart(&two.base), chart(&two.revision));
        let there = rokade::compare(&base, &revision);
        let back = rokade::compare(&revision, &base);
        prop_assert!(back.balance.holds(), "{:?}", back.balance);
        mirrored(&there.lineage.sites, &back.lineage.sites)?;
        mirrored(&there.lineage.units, &back.lineage.units)?;
        mirrored(&there.lineage.staff, &back.lineage.staff)?;
        mirrored(&there.lineage.functions, &back.lineage.functions)?;
        mirrored(&there.lineage.groups, &back.lineage.groups)?;
        for (one, other) in [(&there, &back), (&back, &there)] {
            let closed = one.units.iter().filter(|unit| unit.verdict == UnitVerdict::Closed);
            let closed: BTreeSet<Subject> = closed.map(|unit| unit.unit.subject()).collect();
            let founded = other.changes.iter().filter(|c| c.kind == ChangeKind::UnitFounded);
            let founded: BTreeSet<Subject> = founded.flat_map(|c| c.revision.clone()).collect();
            prop_assert_eq!(closed, founded);
        }
        // Whatever it says of the way back, it can say it.
        sound(&diff(&revision, &base), Some(&revision), &base)?;
    }

    #[test]
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

    #[test]
    fn ids_are_only_names(two in two(), sites in any::<bool>(), units in any::<bool>()) {
        let kinds = [(sites, Kind::Site), (units, Kind::Unit)];
        let kinds: Vec<Kind> = kinds.into_iter().filter(|(on, _)| *on).map(|(_, kind)| kind).collect();
        let before = diff(&chart(&two.base), &chart(&two.revision));
        let (base, revision) = (renamed(&two.base, &kinds), renamed(&two.revision, &kinds));
        let after = diff(&chart(&base), &chart(&revision));
        let mut after: Vec<String> =
            told(&after, false).into_iter().map(|line| line.replace("ny-", "")).collect();
        let mut before = told(&before, false);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }

    #[test]
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

    #[test]
    fn views_agree_with_what_is_written(one in one()) {
        naive::agrees(&chart(&one.0));
    }
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
        let changes = rokade::compare(&chart(&two.base), &chart(&two.revision)).changes;
        for change in changes {
            missed.remove(&change.kind);
        }
        if missed.is_empty() {
            return;
        }
    }
    panic!("never seen: {missed:?}");
}
