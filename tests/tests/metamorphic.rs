//! What a change to a chart must do to what is found, and what it must not, tried on random charts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rokade::Report;
use rokade_change::{apply, same, script};
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, OrUndecided, ResponsibleScope, UnitEntry};
use rokade_core::ids::{FunctionId, Id as _, UnitId};
use rokade_core::span::Entry;
use rokade_tests::generate::{Dice, edited};
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

properties! {
    fn one_change_after_the_other_leads_to_the_last(two in two(), dice in rolls(10..60)) {
        let last = edited(&two.revision, &mut Dice::new(&dice));
        let [first, second, third] =
            [two.base, two.revision, last].map(|entries| Chart::build(entries).0);
        let nothing = BTreeSet::new();
        let there = apply(first.entries(), &script(&first, &second), &nothing);
        let end = apply(&there.entries, &script(&second, &third), &nothing);
        prop_assert!(same(&Chart::build(end.entries).0, &third));
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
}
