//! What is drawn, beside what is found and what differs: neither contradicts the other, on every
//! pair of charts and on random ones.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use rokade::{Assessment, Language, Named, OpenedAssessment, Policy, Report, Sources};
use rokade_core::assessment::AssessedProposal;
use rokade_core::drawing::{CoLocationStanding, OrgChart};
use rokade_core::entry::Entries;
use rokade_core::finding::Side;
use rokade_core::ids::{Kind, Subject};
use rokade_core::report::ReportChange;
use rokade_tests::generate::{Dice, Pair, edited, organisation, pairs, read};
use rokade_tests::{config, open_yaml};

/// A pair of charts as text, compared and assessed.
fn assessed(base: &str, revision: &str) -> (Report, Assessment) {
    let mut sources = Sources::default();
    let mut named = |name: &str, text: &str| Named {
        opened: open_yaml(&mut sources, name, text),
        source: name.to_owned(),
    };
    let (base, revision) = (named("base.yaml", base), named("revision.yaml", revision));
    let policy = Policy {
        language: Language::Da,
        ..Policy::default()
    };
    let report = rokade::diff(&sources, &base.opened, &revision.opened, &policy);
    let opened = OpenedAssessment {
        base,
        proposals: vec![revision],
        hearings: Vec::new(),
    };
    let assessment = rokade::assess(&sources, opened, &policy, false);
    let told = "every sentence can be made";
    (report.expect(told), assessment.expect(told))
}

/// The co-locations that a rule finds something of, by name.
fn found(report: &Report, rules: &[&str]) -> BTreeSet<String> {
    let findings = report.findings.iter();
    let findings = findings.filter(|finding| rules.contains(&finding.rule));
    let members = findings.flat_map(|finding| &finding.members);
    let co_locations = members.filter(|member| member.subject.kind == Kind::CoLocation);
    co_locations
        .map(|member| member.subject.id.to_string())
        .collect()
}

/// What the map says of each co-location, by the number of each standing.
fn standings(proposal: &AssessedProposal) -> Vec<CoLocationStanding> {
    let map = proposal.co_locations.iter();
    map.flat_map(|map| &map.co_locations)
        .map(|one| one.standing)
        .collect()
}

/// What is found of co-locations is what is drawn of them: as many are broken and weakened, and
/// none is that nothing is found of.
#[track_caller]
fn assert_as_found(report: &Report, proposal: &AssessedProposal) {
    use CoLocationStanding::{Apart, Broken, Weakened};
    let drawn = standings(proposal);
    let count = |wanted: &[CoLocationStanding]| {
        let standings = drawn.iter();
        standings.filter(|one| wanted.contains(one)).count()
    };
    let weakened = found(report, &["weakened-co-location"]);
    assert_eq!(count(&[Weakened]), weakened.len(), "{drawn:?}");
    let broken = found(report, &["broken-co-location", "lost-site-and-head"]);
    assert!(count(&[Broken]) <= broken.len(), "{drawn:?} {broken:?}");
    let never = found(report, &["not-yet-co-located"]);
    assert!(
        count(&[Broken, Apart]) >= broken.union(&never).count(),
        "{drawn:?} {broken:?} {never:?}"
    );
}

/// Units that something comes to or goes from, by the list of differences.
fn touched(change: &ReportChange, side: Side) -> Vec<&Subject> {
    let kind = change.kind.as_str();
    let of_unit = kind.starts_with("unit-") || kind == "head-changed";
    let mut things: Vec<&Subject> = Vec::new();
    match side {
        Side::Base => {
            let own = change
                .base
                .iter()
                .filter(|_| of_unit && kind != "unit-renamed");
            things.extend(own);
            // Who held a function that stays is told by what it is joined by.
            if kind != "function-joined" {
                things.extend(&change.from);
            }
        }
        Side::Revision => {
            let own = change.revision.iter().filter(|_| kind == "unit-founded");
            things.extend(own);
            things.extend(&change.to);
        }
    }
    let no_posts = change.posts.as_ref().and_then(|posts| posts.max.clone());
    let is_nothing = no_posts.is_some_and(|most| most == 0.into());
    things.retain(|thing| thing.kind == Kind::Unit && !is_nothing);
    things
}

#[track_caller]
fn assert_marked(report: &Report, proposal: &AssessedProposal) {
    if report
        .findings
        .iter()
        .any(|one| one.rule == "charts-do-not-line-up")
    {
        return;
    }
    let is_marked = |drawn: &OrgChart, id: &str| {
        let mut units = drawn.units.iter();
        units.any(|unit| unit.id == id && !unit.marks.is_empty())
    };
    let heads = |drawn: &OrgChart, things: &[Subject]| -> Vec<Option<String>> {
        let units = drawn.units.iter();
        let units = units.filter(|unit| things.iter().any(|thing| *thing.id == *unit.id));
        units.map(|unit| unit.head.clone()).collect()
    };
    let vacant = Some("Lederstillingen er ledig".to_owned());
    for change in &report.changes {
        // A post that nobody is in is no other head than a post that is not stated.
        let base: Vec<Subject> = change.base.iter().cloned().collect();
        let heads = [
            heads(&proposal.before, &base),
            heads(&proposal.after, &change.revision),
        ];
        if change.kind == "head-changed" && heads.iter().flatten().all(|head| *head == vacant) {
            continue;
        }
        for (side, drawn) in [
            (Side::Base, &proposal.before),
            (Side::Revision, &proposal.after),
        ] {
            for unit in touched(change, side) {
                assert!(is_marked(drawn, &unit.id), "{unit} by {change:?}");
            }
        }
    }
}

#[track_caller]
fn assert_drawn_well(proposal: &AssessedProposal) {
    for drawn in [&proposal.before, &proposal.after] {
        for (at, unit) in drawn.units.iter().enumerate() {
            assert!(unit.parent.is_none_or(|parent| parent < at));
            assert!(unit.sites.iter().all(|one| one.site < drawn.sites.len()));
            assert!(unit.marks.is_sorted_by_key(|mark| mark.mark));
        }
        assert_eq!(drawn.sites.len(), proposal.before.sites.len());
    }
    if let Some(map) = &proposal.co_locations {
        let members = map.co_locations.iter().flat_map(|one| &one.members);
        let mut at = members.flat_map(|one| one.before.iter().chain(&one.after));
        assert!(at.all(|one| one.site < map.sites.len()));
        assert!(map.sites.len() >= proposal.before.sites.len());
    }
}

#[test]
fn what_is_drawn_of_the_pairs_is_what_is_found() {
    let mut co_locations = 0;
    for pair in pairs() {
        let (report, assessment) = assessed(&read(&pair.base), &read(&pair.revision));
        let proposal = &assessment.proposals[0];
        assert_as_found(&report, proposal);
        assert_marked(&report, proposal);
        assert_drawn_well(proposal);
        co_locations += standings(proposal).len();
    }
    assert!(co_locations > 5, "{co_locations}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_drawn_of_random_charts_is_what_is_found(
        rolls in prop::collection::vec(any::<u16>(), 20..300),
        edits in prop::collection::vec(any::<u16>(), 10..60),
    ) {
        let org = organisation(&mut Dice::new(&rolls));
        let revision = edited(&org, &mut Dice::new(&edits));
        assert_agrees(&org, &revision);
    }

    #[test]
    fn what_is_drawn_of_written_charts_edited_is_what_is_found(
        pair in any::<prop::sample::Index>(),
        edits in prop::collection::vec(any::<u16>(), 10..60),
    ) {
        let org = pair.get(&WRITTEN);
        let revision = edited(org, &mut Dice::new(&edits));
        assert_agrees(org, &revision);
    }
}

#[track_caller]
fn assert_agrees(base: &Entries, revision: &Entries) {
    let text = |entries: &Entries| rokade::write_chart(entries);
    let (report, assessment) = assessed(&text(base), &text(revision));
    let proposal = &assessment.proposals[0];
    assert_as_found(&report, proposal);
    assert_marked(&report, proposal);
    assert_drawn_well(proposal);
}

/// Charts that state who is to sit together.
static WRITTEN: LazyLock<Vec<Entries>> = LazyLock::new(written);

fn written() -> Vec<Entries> {
    let open = |pair: &Pair| {
        let mut sources = Sources::default();
        let opened = open_yaml(&mut sources, "base.yaml", &read(&pair.base));
        opened.chart.entries().clone()
    };
    let mut all: Vec<Entries> = pairs().iter().map(open).collect();
    all.retain(|entries| !entries.co_locations.is_empty());
    all
}
