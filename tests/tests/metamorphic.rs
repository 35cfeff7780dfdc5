//! What a change to a chart must do to what is found, and what it must not, tried on random charts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rokade::Report;
use rokade_change::{apply, plain, same, script};
use rokade_core::chart::{Chart, StaffView};
use rokade_core::entry::{
    CoLocationEntry, Entries, OrUndecided, Process, ResponsibleScope, SiteEntry, StaffEntry,
    UnitEntry,
};
use rokade_core::ids::{CoLocationId, FunctionId, Id as _, Kind, SiteId, StaffId, UnitId};
use rokade_core::span::Entry;
use rokade_tests::generate::{Dice, both, edited, in_cyrillic};
use rokade_tests::properties;
use rokade_tests::random::{revised, rolls, two};
use rokade_tests::said::{chart, diff};

/// The marks of the findings of some rules, with their sentences.
fn said(report: &Report, of: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let findings = report.findings.iter().filter(|finding| of(finding.rule));
    findings
        .map(|finding| {
            format!(
                "{} {} {}",
                finding.rule, finding.fingerprint, finding.message
            )
        })
        .collect()
}

/// How often it is said that nobody is responsible for a function.
fn unassigned(report: &Report, function: &FunctionId) -> usize {
    let findings = report.findings.iter();
    let of_rule = findings.filter(|finding| finding.rule == "unassigned-responsibility");
    let members = of_rule.flat_map(|finding| &finding.members);
    members
        .filter(|member| member.subject == function.subject())
        .count()
}

/// The functions for which one unit is responsible, anywhere and for anyone.
fn held_wholly_by_one(org: &Entries) -> Vec<FunctionId> {
    let functions = org.functions.iter().filter(|(_, entry)| {
        let scopes = entry.value.responsible.as_ref().map(|all| &all.0[..]);
        let Some([scope]) = scopes else { return false };
        let is_whole = scope.site.is_none() && scope.groups.is_empty();
        let unit = scope.unit.as_ref().and_then(OrUndecided::id);
        is_whole && unit.is_some_and(|unit| org.units.contains_key(unit))
    });
    functions.map(|(id, _)| id.clone()).collect()
}

/// Rules that tell of all of a chart in one finding, or ask what it says elsewhere: how many other
/// units are empty, whether it states any entrance.
const OF_THE_WHOLE: [&str; 8] = [
    "several-roots",
    "unknown-headcount",
    "open-decision",
    "empty-unit",
    "higher-cost",
    "more-entrances",
    "unmet-wishes",
    "untidy-name",
];

/// An organisation without what is said of all that stands in its chart: how it is decided, what
/// is promised, and when it is.
fn by_itself(mut org: Entries) -> Entries {
    org.process = Process::default();
    org.commitments.clear();
    org.header.as_of = None;
    org
}

/// A house that nobody is in.
fn new_house() -> SiteId {
    SiteId::parse("nyt-hus").expect("it is an id")
}

/// The same organisation, of whose posts every two that share a site must do so.
fn neighbours(mut org: Entries) -> Entries {
    org.co_locations.clear();
    for post in org.staff.values_mut() {
        post.value.count = None;
        if let Some(more) = post.value.more.said_mut() {
            more.filled = None;
        }
    }
    let house = Entry::computed(SiteEntry::default());
    org.sites.insert(new_house(), house);
    // Two who sit together, whoever else does.
    let site = SiteId::parse("t200").expect("it is an id");
    org.sites
        .insert(site.clone(), Entry::computed(SiteEntry::default()));
    for id in ["t200", "t201"] {
        let mut post = StaffEntry::default();
        post.more.site = Some(OrUndecided::Id(site.clone()));
        let id = StaffId::parse(id).expect("it is an id");
        org.staff.insert(id, Entry::computed(post));
    }
    let seen = chart(&org);
    let own = |post: &StaffView<'_>| post.unit().is_none_or(|unit| !unit.is_external());
    let posts: Vec<StaffView<'_>> = seen.staff().filter(own).collect();
    for (at, one) in posts.iter().enumerate() {
        for other in &posts[at + 1..] {
            let [site, others] =
                [one, other].map(|post| post.site().map(rokade_core::chart::SiteView::id));
            if site.is_none() || site != others {
                continue;
            }
            let id = CoLocationId::parse(&format!("par-{}", org.co_locations.len()));
            let id = id.expect("a word and a number are an id");
            let stated = CoLocationEntry {
                id: Some(id.clone()),
                staff: vec![one.id().clone(), other.id().clone()],
                ..CoLocationEntry::default()
            };
            org.co_locations.insert(id, Entry::computed(stated));
        }
    }
    org
}

/// The co-locations that are told not to hold any longer.
fn parted(report: &Report) -> BTreeSet<String> {
    let findings = report.findings.iter();
    let broken = findings.filter(|finding| finding.rule == "broken-co-location");
    let members = broken.flat_map(|finding| &finding.members);
    let members = members.filter(|member| member.subject.kind == Kind::CoLocation);
    members
        .map(|member| member.subject.id.to_string())
        .collect()
}

properties! {
    fn one_change_after_the_other_leads_to_the_last(two in two(), dice in rolls(10..60)) {
        let last = edited(&two.revision, &mut Dice::new(&dice));
        let [first, second, third] =
            [two.base, two.revision, last].map(|entries| Chart::build(entries).0);
        // What is written though it holds anyway, such as a site that is the unit's, says no more
        // until the unit moves: of two charts that say the same, one post then stays.
        let second = Chart::build(plain(&second)).0;
        let nothing = BTreeSet::new();
        let there = apply(first.entries(), &script(&first, &second), &nothing);
        prop_assume!(plain(&Chart::build(there.entries.clone()).0) == there.entries);
        let onwards = script(&second, &third);
        let end = Chart::build(apply(&there.entries, &onwards, &nothing).entries).0;
        prop_assert!(
            same(&end, &third),
            "{}\nleads to\n{}\nand not to\n{}",
            rokade::write_proposal(&onwards),
            rokade::write_chart(&plain(&end)),
            rokade::write_chart(&plain(&third))
        );
    }

    fn the_name_of_a_site_is_no_restructuring(one in revised(), dice in rolls(1..40)) {
        let mut dice = Dice::new(&dice);
        let mut other = one.0.clone();
        for entry in other.sites.values_mut() {
            if dice.one_in(2) {
                entry.value.name = Some(format!("Hus {}", dice.below(1000)).as_str().into());
            }
        }
        let report = diff(&chart(&one.0), &chart(&other));
        let of_names = ["near-duplicate-name", "untidy-name"];
        let others = said(&report, |rule| !of_names.contains(&rule));
        prop_assert_eq!(others, BTreeSet::new());
    }

    fn without_its_last_unit_a_function_is_unassigned_once(one in revised(), dice in rolls(1..10)) {
        let Some(function) = Dice::new(&dice).pick(&held_wholly_by_one(&one.0)) else {
            return Err(TestCaseError::reject("no such function"));
        };
        let mut without = one.0.clone();
        without.functions[&function].value.responsible = None;
        let report = diff(&chart(&one.0), &chart(&without));
        prop_assert_eq!(unassigned(&report, &function), 1, "{}", function);
        prop_assert_eq!(said(&report, |rule| rule == "unassigned-responsibility").len(), 1);
    }

    fn without_one_of_its_units_a_function_is_not(one in revised(), dice in rolls(1..10)) {
        let mut dice = Dice::new(&dice);
        let Some(function) = dice.pick(&held_wholly_by_one(&one.0)) else {
            return Err(TestCaseError::reject("no such function"));
        };
        let alone = one.0;
        let units: Vec<UnitId> = alone.units.keys().cloned().collect();
        let mut beside = alone.clone();
        let scopes = beside.functions[&function].value.responsible.as_mut();
        let scopes = &mut scopes.expect("a unit is responsible").0;
        let other = dice.pick(&units).filter(|unit| scopes[0].unit != Some(OrUndecided::Id(unit.clone())));
        let Some(other) = other else {
            return Err(TestCaseError::reject("no other unit"));
        };
        scopes.push(ResponsibleScope {
            unit: Some(OrUndecided::Id(other)),
            ..scopes[0].clone()
        });
        let report = diff(&chart(&beside), &chart(&alone));
        prop_assert_eq!(said(&report, |rule| rule == "unassigned-responsibility"), BTreeSet::new());
    }

    fn another_organisation_changes_nothing_of_ours(two in two()) {
        let with = |org: &Entries| {
            let mut org = org.clone();
            let mut unit = UnitEntry {
                name: Some("Ganske for sig".into()),
                ..UnitEntry::default()
            };
            unit.external = true;
            org.units.insert(UnitId::parse("ganske-for-sig").expect("it is an id"), Entry::computed(unit));
            chart(&org)
        };
        let without = diff(&chart(&two.base), &chart(&two.revision));
        let beside = diff(&with(&two.base), &with(&two.revision));
        prop_assert_eq!(said(&without, |_| true), said(&beside, |_| true));
    }

    fn two_unrelated_parts_say_together_what_each_says(one in two(), other in two()) {
        let [one, other] = [one, other].map(|two| [two.base, two.revision].map(by_itself));
        let other = other.map(|org| in_cyrillic(&org));
        let together = [0, 1].map(|at| both(&one[at], &other[at]));
        let [one, other, together] = [one, other, together].map(|[base, revision]| {
            said(&diff(&chart(&base), &chart(&revision)), |rule| !OF_THE_WHOLE.contains(&rule))
        });
        let each: BTreeSet<String> = one.union(&other).cloned().collect();
        prop_assert_eq!(each, together);
    }

    fn who_moves_alone_parts_and_who_moves_along_does_not(one in revised(), dice in rolls(2..10)) {
        let mut dice = Dice::new(&dice);
        let org = neighbours(one.0);
        let pairs: Vec<Vec<StaffId>> =
            org.co_locations.values().map(|entry| entry.value.staff.clone()).collect();
        let pair = dice.pick(&pairs).expect("two sit together");
        let [who, along] = &pair[..] else { panic!("{pair:?}") };
        let base = chart(&org);
        let told = |moved: &[&StaffId]| {
            let mut org = org.clone();
            for who in moved {
                org.staff[*who].value.more.site = Some(OrUndecided::Id(new_house()));
            }
            parted(&diff(&base, &chart(&org)))
        };
        let of_one = |who: &StaffId| -> BTreeSet<String> {
            let stated = org.co_locations.iter();
            let with = stated.filter(|(_, entry)| entry.value.staff.contains(who));
            with.map(|(id, _)| id.to_string()).collect()
        };
        prop_assert_eq!(told(&[who]), of_one(who));
        let apart: BTreeSet<String> = of_one(who).symmetric_difference(&of_one(along)).cloned().collect();
        prop_assert_eq!(told(&[who, along]), apart);
    }
}
