//! Every sentence of "What events do", event by event: a base, the events, and the full chart
//! that they make of it.

mod aalborg;
mod functions;
mod moves;
mod result;
mod units;

use std::collections::BTreeSet;

use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, Proposal};
use rokade_core::fault::{Fault, FaultKind, FaultPlace, NotApplicable};
use rokade_core::ids::{Kind, Subject};
use rokade_core::span::{PathStep, Source, SourceId, Syntax};
use rokade_load::{load, load_proposal};

use super::{Applied, apply};
use crate::plain::{plain, same};

/// A chart from YAML; `rokade: 1` stands in front of it.
pub(super) fn entries(text: &str) -> Entries {
    let source = Source::new("base.yaml", headed(text), Syntax::Yaml);
    let loaded = load(&[(SourceId(0), &source)]);
    assert_eq!(loaded.faults, [], "in the chart:\n{text}");
    loaded.entries
}

pub(super) fn chart(text: &str) -> Chart {
    Chart::build(entries(text)).0
}

pub(super) fn proposal(text: &str) -> Proposal {
    let text = if text.contains("\nbase:") {
        text.to_owned()
    } else {
        format!("base: base.yaml\n{text}")
    };
    let source = Source::new("proposal.yaml", headed(&text), Syntax::Yaml);
    let loaded = load_proposal(SourceId(1), &source);
    assert_eq!(loaded.faults, [], "in the proposal:\n{text}");
    loaded.proposal
}

fn headed(text: &str) -> String {
    if text.starts_with("rokade:") {
        text.to_owned()
    } else {
        format!("rokade: 1\n{text}")
    }
}

pub(super) fn applied(base: &str, events: &str) -> Applied {
    apply(&entries(base), &proposal(events), &BTreeSet::new())
}

/// Applies events without a fault.
pub(super) fn done(base: &str, events: &str) -> Entries {
    let applied = applied(base, events);
    assert_eq!(applied.faults, [], "of:\n{events}");
    applied.entries
}

/// The events make this chart of the base.
#[track_caller]
pub(super) fn gives(base: &str, events: &str, full: &str) {
    is_same(done(base, events), entries(full));
}

#[track_caller]
pub(super) fn is_same(result: Entries, full: Entries) {
    let (result, full) = (Chart::build(result).0, Chart::build(full).0);
    if same(&result, &full) {
        return;
    }
    let (result, full) = (plain(&result), plain(&full));
    macro_rules! differences {
        ($($section:ident),*) => {$(
            for (id, entry) in &full.$section {
                let now = result.$section.get(id).map(|entry| &entry.value);
                assert_eq!(now, Some(&entry.value), "{id}");
            }
            for id in result.$section.keys() {
                assert!(full.$section.contains_key(id), "{id} is there");
            }
        )*};
    }
    differences!(
        sites,
        units,
        staff,
        functions,
        target_groups,
        co_locations,
        interfaces,
        competences,
        bodies,
        premises,
        open,
        commitments
    );
    assert_eq!(result, full);
}

/// What is wrong with events: which one, at which path, and why.
pub(super) fn refused(base: &str, events: &str) -> Vec<(String, String, NotApplicable)> {
    let applied = applied(base, events);
    applied.faults.into_iter().map(told).collect()
}

fn told(fault: Fault) -> (String, String, NotApplicable) {
    let Fault { kind, at, subject } = fault;
    let FaultKind::NotApplicable { why, .. } = kind else {
        panic!("{kind:?}");
    };
    let FaultPlace::Place(place) = at else {
        panic!("{at:?}");
    };
    assert_eq!(Some(&place.subject), subject.as_ref());
    let path: Vec<String> = place
        .path
        .iter()
        .map(|step| match step {
            PathStep::Key(key) | PathStep::KeyName(key) => key.clone(),
            PathStep::Item(item) => item.to_string(),
        })
        .collect();
    (place.subject.id.to_string(), path.join("/"), why)
}

pub(super) fn thing(kind: Kind, id: &str) -> Subject {
    Subject {
        kind,
        id: id.into(),
    }
}
