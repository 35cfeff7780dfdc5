//! What holds of every organisation and every restructuring of it, tried on random ones.
//!
//! `PROPTEST_CASES=5000 cargo test -p rokade-tests --test properties` tries harder.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rokade::{ChangeSet, Language, Policy, Report, Sources, Syntax};
use rokade_change::{ChangeKind, Tracks, UnitVerdict};
use rokade_core::chart::{Chart, FunctionView, GroupView, Holder, SiteView, StaffView, UnitView};
use rokade_core::entry::{Entries, OrUndecided};
use rokade_core::finding::Side;
use rokade_core::ids::{Id, Kind, SiteId, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::{SourceId, Span};
use rokade_rules::{ChartInput, Input};
use rokade_tests::generate::{Dice, edited, organisation, renamed, shuffled};
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
fn sound(report: &Report, base: Option<&Chart>, revision: &Chart) {
    let mut marks = BTreeSet::new();
    let mut causes = BTreeSet::new();
    for finding in &report.findings {
        let texts = [Some(&finding.message), finding.help.as_ref()]
            .into_iter()
            .flatten();
        for text in texts.chain(finding.labels.iter().map(|label| &label.text)) {
            assert!(!text.contains(['{', '}', '$']), "{}: {text}", finding.rule);
            assert!(!text.trim().is_empty(), "{} says nothing", finding.rule);
        }
        let mark = finding.fingerprint.as_str();
        assert!(
            marks.insert(mark),
            "two findings are marked {mark}: {}",
            finding.message
        );
        let part = finding.data.get("part");
        let cause = format!("{} {:?} {part:?} {}", finding.rule, finding.cause, mark);
        assert!(
            causes.insert(cause),
            "{} says it twice: {}",
            finding.rule,
            finding.message
        );
        assert!(
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
            assert!(
                has(chart, subject),
                "{}: no {subject} in {side:?}",
                finding.rule
            );
            assert!(
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
            assert!(exists, "{}: {subject} is nowhere", finding.rule);
        }
    }
    for text in report.summary.iter().chain(&report.not_judged) {
        assert!(!text.contains(['{', '}', '$']), "{text}");
    }
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_on_two_charts_is_sound_in_both_languages(two in two()) {
        let (base, revision) = (chart(&two.base), chart(&two.revision));
        let changes = rokade::compare(&base, &revision);
        prop_assert!(changes.balance.holds(), "{:?}", changes.balance);
        let [da, en] = [Language::Da, Language::En].map(|language| {
            let report = report(Some((&base, &changes)), &revision, language);
            sound(&report, Some(&base), &revision);
            report
        });
        prop_assert_eq!(without_words(&da), without_words(&en));
        prop_assert_eq!(da.not_judged.len(), en.not_judged.len());
    }

    #[test]
    fn a_report_on_one_chart_is_sound_in_both_languages(one in revised()) {
        let chart = chart(&one.0);
        let [da, en] = [Language::Da, Language::En].map(|language| {
            let report = report(None, &chart, language);
            sound(&report, None, &chart);
            report
        });
        prop_assert_eq!(without_words(&da), without_words(&en));
    }

    #[test]
    fn a_chart_does_not_differ_from_itself(one in revised()) {
        let chart = chart(&one.0);
        let mut report = diff(&chart, &chart);
        // An allowance that covers nothing is one in both.
        report.findings.retain(|finding| finding.rule != "unused-allow");
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
        sound(&diff(&revision, &base), Some(&revision), &base);
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
        let chart = chart(&one.0);
        for unit in chart.units() {
            units_agree(&chart, &one.0, unit);
        }
        for post in chart.staff() {
            posts_agree(&chart, &one.0, post);
        }
        for function in chart.functions() {
            functions_agree(&chart, &one.0, function);
        }
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

/// The units above one, the nearest first, by the entries alone.
fn above(org: &Entries, id: &UnitId) -> Vec<UnitId> {
    let mut line = Vec::new();
    let mut at = id.clone();
    while let Some(OrUndecided::Id(parent)) = &org.units[&at].value.parent {
        if !org.units.contains_key(parent) {
            break;
        }
        line.push(parent.clone());
        at = parent.clone();
    }
    line
}

fn units_agree(chart: &Chart, org: &Entries, unit: UnitView<'_>) {
    let line = above(org, unit.id());
    let ids: Vec<&UnitId> = unit.ancestors().map(UnitView::id).collect();
    assert_eq!(ids, line.iter().collect::<Vec<_>>());
    assert_eq!(unit.depth() as usize, line.len());
    for other in chart.units() {
        let within = other == unit || line.contains(other.id());
        assert_eq!(unit.is_within(other), within, "{unit:?} within {other:?}");
        assert_eq!(other.subtree().any(|below| below == unit), within);
        let child = line.first() == Some(other.id());
        assert_eq!(other.children().any(|child| child == unit), child);
        let theirs = above(org, other.id());
        let common = std::iter::once(unit.id())
            .chain(&line)
            .find(|id| *id == other.id() || theirs.contains(id));
        assert_eq!(unit.nearest_common(other).map(UnitView::id), common);
    }
    let own = |id: &UnitId| {
        org.units[id]
            .value
            .site
            .as_ref()
            .filter(|s| org.sites.contains_key(*s))
    };
    let site = std::iter::once(unit.id()).chain(&line).find_map(own);
    assert_eq!(unit.site().map(SiteView::id), site);
    let external = std::iter::once(unit.id())
        .chain(&line)
        .any(|id| org.units[id].value.external);
    assert_eq!(unit.is_external(), external);
    let below = org.staff.values().filter(|post| match &post.value.unit {
        Some(OrUndecided::Id(of)) if org.units.contains_key(of) => {
            of == unit.id() || above(org, of).contains(unit.id())
        }
        _ => false,
    });
    let posts: Quantity = below
        .map(|post| post.value.count.unwrap_or(Quantity::ONE))
        .sum();
    assert_eq!(unit.posts_below(), posts);
}

/// A responsibility by the entries alone: its holder, if that is a unit that is there, its site
/// and its target group.
type NaiveCell = (Option<UnitId>, Option<SiteId>, Option<TargetGroupId>);

fn cells(org: &Entries, function: FunctionView<'_>) -> Vec<NaiveCell> {
    let scopes = function
        .entry()
        .responsible
        .iter()
        .flat_map(|scopes| &scopes.0);
    let scopes = scopes.filter(|scope| {
        scope
            .site
            .as_ref()
            .is_none_or(|site| org.sites.contains_key(site))
    });
    scopes
        .flat_map(|scope| {
            let unit = scope.unit.as_ref().and_then(OrUndecided::id);
            let unit = unit.filter(|unit| org.units.contains_key(*unit)).cloned();
            let groups: BTreeSet<Option<TargetGroupId>> = if scope.groups.is_empty() {
                BTreeSet::from([None])
            } else {
                scope.groups.iter().cloned().map(Some).collect()
            };
            groups
                .into_iter()
                .map(move |group| (unit.clone(), scope.site.clone(), group))
        })
        .collect()
}

/// The cells that answer for one site and one target group; `None` is one that no cell names.
fn answering<'a>(
    cells: &'a [NaiveCell],
    site: Option<&SiteId>,
    group: Option<&TargetGroupId>,
) -> Vec<&'a NaiveCell> {
    let specificity =
        |cell: &&NaiveCell| usize::from(cell.1.is_some()) + usize::from(cell.2.is_some());
    let all = cells.iter().filter(|(_, at, of)| {
        at.as_ref().is_none_or(|at| Some(at) == site)
            && of.as_ref().is_none_or(|of| Some(of) == group)
    });
    let all: Vec<&NaiveCell> = all.collect();
    let most = all.iter().map(specificity).max();
    all.into_iter()
        .filter(|cell| Some(specificity(cell)) == most)
        .collect()
}

fn posts_agree(chart: &Chart, org: &Entries, post: StaffView<'_>) {
    let entry = post.entry();
    let unit = entry
        .unit
        .as_ref()
        .and_then(OrUndecided::id)
        .and_then(|id| chart.unit(id));
    assert_eq!(post.unit(), unit);
    let own = entry.site.as_ref().and_then(|site| chart.site(site));
    let site = own.or_else(|| unit.and_then(UnitView::site));
    assert_eq!(post.site(), site);
    for group in chart.groups() {
        let serves = match (&entry.serves, unit) {
            (Some(groups), _) => groups.contains(group.id()),
            (None, None) => true,
            (None, Some(unit)) => {
                let held = chart.functions().flat_map(|function| cells(org, function));
                let held = held.filter(|(holder, _, _)| holder.as_ref() == Some(unit.id()));
                let held: Vec<Option<TargetGroupId>> = held.map(|(_, _, group)| group).collect();
                held.is_empty() || held.contains(&None) || held.contains(&Some(group.id().clone()))
            }
        };
        assert_eq!(post.serves_group(Some(group)), serves, "{post:?} {group:?}");
    }
    for function in chart.functions() {
        let does = entry
            .performs
            .iter()
            .flatten()
            .any(|id| id == function.id());
        assert_eq!(post.does(function), does);
        assert_eq!(
            function.performers().any(|performer| performer == post),
            does
        );
    }
}

fn functions_agree(chart: &Chart, org: &Entries, function: FunctionView<'_>) {
    let cells = cells(org, function);
    // One that no cell names stands for all the others.
    let sites: Vec<Option<&SiteId>> = org.sites.keys().map(Some).chain([None]).collect();
    let groups: Vec<Option<&TargetGroupId>> =
        org.target_groups.keys().map(Some).chain([None]).collect();
    for site in chart.sites() {
        for group in chart.groups() {
            let found: BTreeSet<(Option<UnitId>, usize)> = function
                .responsible_for(Some(site), Some(group))
                .iter()
                .map(|cell| {
                    (
                        cell.holder.unit().map(|u| u.id().clone()),
                        cell.specificity(),
                    )
                })
                .collect();
            let naive: BTreeSet<(Option<UnitId>, usize)> =
                answering(&cells, Some(site.id()), Some(group.id()))
                    .into_iter()
                    .map(|(unit, at, of)| {
                        (
                            unit.clone(),
                            usize::from(at.is_some()) + usize::from(of.is_some()),
                        )
                    })
                    .collect();
            assert_eq!(found, naive, "{function:?} at {site:?} for {group:?}");
        }
    }
    for site in chart.sites().map(Some).chain([None]) {
        for group in chart.groups().map(Some).chain([None]) {
            let at = |named: Option<&SiteId>| site.is_none_or(|site| Some(site.id()) == named);
            let of =
                |named: Option<&TargetGroupId>| group.is_none_or(|group| Some(group.id()) == named);
            let held = sites.iter().filter(|named| at(**named)).any(|at| {
                groups.iter().filter(|named| of(**named)).any(|of| {
                    answering(&cells, *at, *of)
                        .iter()
                        .any(|(unit, _, _)| unit.is_some())
                })
            });
            assert_eq!(
                function.is_held(site, group),
                held,
                "{function:?} {site:?} {group:?}"
            );
        }
    }
    for group in chart.groups() {
        let found: BTreeMap<SiteId, Quantity> = function
            .met(Some(group))
            .into_iter()
            .map(|met| (met.site.id().clone(), met.posts))
            .collect();
        assert_eq!(
            found,
            met(chart, org, function, group, &cells),
            "{function:?} for {group:?}"
        );
    }
    assert_eq!(
        function
            .cells()
            .filter(|cell| matches!(cell.holder, Holder::Unit(_)))
            .count(),
        cells.iter().filter(|(unit, _, _)| unit.is_some()).count()
    );
}

/// Where a function is met for one target group, by the entries and the format's own words.
fn met(
    chart: &Chart,
    org: &Entries,
    function: FunctionView<'_>,
    group: GroupView<'_>,
    cells: &[NaiveCell],
) -> BTreeMap<SiteId, Quantity> {
    let mut sites: BTreeMap<SiteId, Quantity> = BTreeMap::new();
    let hosts = &function.entry().hosted_by;
    let hosted: BTreeSet<SiteId> = hosts
        .iter()
        .filter_map(|host| match &host.site {
            Some(site) => Some(site.clone()).filter(|site| org.sites.contains_key(site)),
            None => Some(chart.unit(host.unit.as_ref()?)?.site()?.id().clone()),
        })
        .collect();
    for post in chart
        .staff()
        .filter(|post| post.does(function) && post.is_filled())
    {
        let undecided = post.entry().unit == Some(OrUndecided::Undecided);
        let none = post.count().high() == Some(0);
        if none || !post.serves_group(Some(group)) || (post.unit().is_none() && !undecided) {
            continue;
        }
        let based: BTreeSet<SiteId> = post
            .site()
            .map(|site| site.id().clone())
            .into_iter()
            .collect();
        let at = if hosts.is_empty() { &based } else { &hosted };
        let theirs = |site: &SiteId| {
            answering(cells, Some(site), Some(group.id()))
                .iter()
                .any(|(holder, _, _)| {
                    holder.as_ref().is_some_and(|holder| {
                        post.unit().is_none_or(|unit| {
                            unit.id() == holder || above(org, unit.id()).contains(holder)
                        })
                    })
                })
        };
        let at: Vec<&SiteId> = at.iter().filter(|site| theirs(site)).collect();
        let count = if at.len() > 1 {
            post.count().any_part()
        } else {
            post.count()
        };
        for site in at {
            let sum = sites.entry(site.clone()).or_insert(Quantity::ZERO);
            *sum += count;
        }
    }
    sites
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
