//! Looking up what a hearing names, in the charts it is read with.

use super::build::Chart;
use super::resolve::ids_of;
use crate::entry::{About, Hearing, PointEntry};
use crate::fault::{Fault, FaultKind, FaultPlace};
use crate::ids::{Id, Kind, Subject};
use crate::nearest::nearest_of;
use crate::span::{PathStep, Place};

/// What a hearing names that none of these charts has: a proposal and its base, usually, for
/// what a proposal leaves out is often just what a hearing asks about.
pub fn unresolved(hearing: &Hearing, charts: &[&Chart]) -> Vec<Fault> {
    let mut lookup = Lookup {
        charts,
        faults: Vec::new(),
    };
    for (id, response) in &hearing.responses {
        let from = response.value.from.iter();
        lookup.all(from, &id.subject(), |_| vec!["from".into()]);
        for point in &response.value.points {
            if let Some(id) = &point.id {
                lookup.point(point, &id.subject());
            }
        }
    }
    lookup.faults
}

struct Lookup<'a> {
    charts: &'a [&'a Chart],
    faults: Vec<Fault>,
}

impl Lookup<'_> {
    fn point(&mut self, point: &PointEntry, owner: &Subject) {
        if let Some(about) = &point.about {
            self.about(about, owner);
        }
        let body = point.decision.iter().filter_map(|d| d.body.as_ref());
        let path = |_| vec!["decision".into(), "body".into()];
        self.all(body, owner, path);
        let path = |i: usize| vec!["changed".into(), i.into()];
        self.all(point.changed.iter(), owner, path);
    }

    fn about(&mut self, about: &About, owner: &Subject) {
        let at = |key: &'static str| move |i: usize| vec!["about".into(), key.into(), i.into()];
        self.all(about.units.iter(), owner, at("units"));
        self.all(about.staff.iter(), owner, at("staff"));
        self.all(about.functions.iter(), owner, at("functions"));
        self.all(about.sites.iter(), owner, at("sites"));
        self.all(about.target_groups.iter(), owner, at("target_groups"));
        self.all(about.co_locations.iter(), owner, at("co_locations"));
        self.all(about.steps.iter(), owner, at("steps"));
        for (i, id) in about.events.iter().enumerate() {
            self.one(Kind::Event, id, owner, at("events")(i));
        }
    }

    fn all<'i, I: Id + 'i>(
        &mut self,
        ids: impl Iterator<Item = &'i I>,
        owner: &Subject,
        path: impl Fn(usize) -> Vec<PathStep>,
    ) {
        for (i, id) in ids.enumerate() {
            self.one(I::KIND, id.as_str(), owner, path(i));
        }
    }

    fn one(&mut self, kind: Kind, id: &str, owner: &Subject, path: Vec<PathStep>) {
        let charts = self.charts.iter();
        let known = charts.flat_map(|chart| ids_of(chart.entries(), kind));
        let known: Vec<&str> = known.collect();
        if known.contains(&id) {
            return;
        }
        self.faults.push(Fault {
            kind: FaultKind::UnknownReference {
                kind,
                id: id.to_owned(),
                nearest: nearest_of(id, known).map(str::to_owned),
            },
            at: FaultPlace::Place(Place {
                subject: owner.clone(),
                path,
            }),
            subject: Some(owner.clone()),
        });
    }
}
