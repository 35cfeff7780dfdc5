//! Names that files have and only the rules know: measures in commitments, rules in hearings, and
//! what a commitment keeps, which can be in either of two charts. What nothing has is a fault of
//! its file, found here and told as any other.

use rokade_core::chart::Chart;
use rokade_core::entry::{Hearing, Keep};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, Fault, FaultKind, FaultPlace, Found};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::nearest::nearest_of;
use rokade_core::span::{PathStep, Place};

use crate::{catalogue, measures};

/// The measures that the commitments of a chart name and that do not exist. What they keep is
/// looked for only where two charts are compared: what a proposal drops is in its base alone.
pub(crate) fn in_commitments(chart: &Chart, base: Option<&Chart>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (id, commitment) in &chart.entries().commitments {
        let (owner, commitment) = (id.subject(), &commitment.value);
        for (key, limits) in [
            ("at_most", &commitment.at_most),
            ("at_least", &commitment.at_least),
        ] {
            for name in limits.keys().filter(|name| !measures::is_measure(name)) {
                let kind = FaultKind::UnknownKey {
                    key: name.clone(),
                    nearest: measures::nearest(name).map(str::to_owned),
                    known: &[],
                    fallen_apart: false,
                };
                let path = vec![key.into(), PathStep::KeyName(name.clone())];
                faults.push(fault(kind, &owner, path));
            }
        }
        // What the base promises in the same words is an earlier proposal's, and may be about
        // something that was gone before.
        let is_new = |base: &&Chart| {
            let before = base.entries().commitments.get(id);
            before.is_none_or(|before| before.value != *commitment)
        };
        if let (Some(base), Some(keep)) = (base.filter(is_new), &commitment.keep) {
            unknown_keep(keep, [chart, base], &owner, &mut faults);
        }
    }
    faults
}

/// The rules that the points of a hearing name and that do not exist.
pub(crate) fn in_hearing(hearing: &Hearing) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, point) in hearing.points() {
        let Some(owner) = point.id.as_ref().map(Id::subject) else {
            continue;
        };
        for (i, rule) in point.raises.iter().enumerate() {
            if catalogue::find(rule).is_none() {
                let kind = FaultKind::WrongType {
                    key: Some("raises".to_owned()),
                    found: Found::Text(rule.clone()),
                    expected: Expectation::Shape(Expected::RuleName),
                    nearest: catalogue::nearest(rule).map(str::to_owned),
                };
                faults.push(fault(kind, &owner, vec!["raises".into(), i.into()]));
            }
        }
    }
    faults
}

fn unknown_keep(keep: &Keep, charts: [&Chart; 2], owner: &Subject, faults: &mut Vec<Fault>) {
    let mut look = |kind: Kind, id: &str, path: Vec<PathStep>| {
        let known = charts.map(|chart| ids(chart, kind));
        let known = known.concat();
        if !known.contains(&id) {
            let unknown = FaultKind::UnknownReference {
                kind,
                id: id.to_owned(),
                nearest: nearest_of(id, known).map(str::to_owned),
            };
            faults.push(fault(unknown, owner, path));
        }
    };
    let at = |key: &str| vec!["keep".into(), PathStep::from(key)];
    if let Some(unit) = &keep.unit {
        look(Kind::Unit, unit.as_str(), at("unit"));
    }
    if let Some(function) = &keep.function {
        look(Kind::Function, function.as_str(), at("function"));
    }
    for (i, site) in keep.at.iter().enumerate() {
        let mut path = at("at");
        path.push(i.into());
        look(Kind::Site, site.as_str(), path);
    }
    if let Some(stated) = &keep.co_location {
        look(Kind::CoLocation, stated.as_str(), at("co_location"));
    }
}

/// Every id of a kind that a chart has or had.
fn ids(chart: &Chart, kind: Kind) -> Vec<&str> {
    fn of<'c, I: Id + 'c>(ids: impl Iterator<Item = &'c I>) -> Vec<&'c str> {
        ids.map(Id::as_str).collect()
    }
    let entries = chart.entries();
    let ended = &entries.ended;
    match kind {
        Kind::Unit => of(entries.units.keys().chain(ended.units.keys())),
        Kind::Function => of(entries.functions.keys().chain(ended.functions.keys())),
        Kind::Site => of(entries.sites.keys().chain(ended.sites.keys())),
        Kind::CoLocation => of(entries.co_locations.keys()),
        _ => Vec::new(),
    }
}

fn fault(kind: FaultKind, owner: &Subject, path: Vec<PathStep>) -> Fault {
    Fault {
        kind,
        at: FaultPlace::Place(Place {
            subject: owner.clone(),
            path,
        }),
        subject: Some(owner.clone()),
    }
}
