//! Which findings and which points of hearings are about which unit: about the unit itself, its
//! posts, its functions, or a co-location or a promise that has them among its members.
//!
//! It ties by ids and by what became of what, and reads no sentence.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::Tracks;
use rokade_core::assessment::UnitPage;
use rokade_core::chart::{Chart, CoLocationView, FunctionView, MemberRef, StaffView, UnitView};
use rokade_core::entry::About;
use rokade_core::finding::Side;
use rokade_core::ids::{CoLocationId, Id, Kind, Subject as Thing, UnitId};

use super::Subject;
use crate::Input;

/// Notes on each page what is found of it and what was said of it, in their order.
#[expect(
    clippy::indexing_slicing,
    reason = "a page is named by its place among the pages"
)]
pub(super) fn tie(input: &Input<'_>, subjects: &[Subject<'_>], pages: &mut [UnitPage]) {
    let ties = Ties::new(input, subjects);
    for (i, finding) in input.report.findings.iter().enumerate() {
        let mut about = BTreeSet::new();
        // A function that nobody holds at a thousand sites is a thousand members.
        let members = finding.members.iter();
        let things: BTreeSet<_> = members.map(|one| (one.side, &one.subject)).collect();
        for (side, thing) in things {
            ties.thing(side, thing, &mut about);
        }
        for subject in &finding.cause.subjects {
            // A cause has the ids of the base where it has any.
            ties.either(subject, &mut about);
        }
        for page in about {
            pages[page].findings.push(i);
        }
    }
    for (at, (hearing, _)) in input.hearings.iter().enumerate() {
        for (i, response) in hearing.responses.values().enumerate() {
            for (j, point) in response.value.points.iter().enumerate() {
                let mut about = BTreeSet::new();
                if let Some(of) = &point.about {
                    ties.about(of, &mut about);
                }
                for page in about {
                    pages[page].points.push((at, (i, j)));
                }
            }
        }
    }
}

/// Where the page of each unit is.
struct Ties<'a> {
    input: Input<'a>,
    of_base: BTreeMap<&'a UnitId, usize>,
    of_revision: BTreeMap<&'a UnitId, usize>,
}

/// The pages that something is about.
type Pages = BTreeSet<usize>;

impl<'a> Ties<'a> {
    fn new(input: &Input<'a>, subjects: &[Subject<'a>]) -> Self {
        let mut ties = Ties {
            input: *input,
            of_base: BTreeMap::new(),
            of_revision: BTreeMap::new(),
        };
        for (page, subject) in subjects.iter().enumerate() {
            if let Some(unit) = subject.base {
                ties.of_base.insert(unit.id(), page);
            }
            if let Some(unit) = subject.now {
                ties.of_revision.insert(unit.id(), page);
            }
        }
        ties
    }

    fn chart(&self, side: Side) -> &'a Chart {
        match side {
            Side::Base => self.input.base,
            Side::Revision => self.input.revision,
        }
    }

    fn unit(&self, side: Side, unit: &UnitId, pages: &mut Pages) {
        let of = match side {
            Side::Base => &self.of_base,
            Side::Revision => &self.of_revision,
        };
        pages.extend(of.get(unit));
    }

    /// A thing of one chart, and what it is or was in the other.
    fn thing(&self, side: Side, thing: &Thing, pages: &mut Pages) {
        let lineage = &self.input.changes.lineage;
        match thing.kind {
            Kind::Unit => Self::both(side, thing, &lineage.units, pages, &|side, id, pages| {
                self.unit(side, id, pages);
            }),
            Kind::Staff => Self::both(side, thing, &lineage.staff, pages, &|side, id, pages| {
                self.posts(side, self.chart(side).post(id), pages);
            }),
            Kind::Function => {
                Self::both(
                    side,
                    thing,
                    &lineage.functions,
                    pages,
                    &|side, id, pages| {
                        self.function(side, self.chart(side).function(id), pages);
                    },
                );
            }
            _ => self.group(side, thing, pages),
        }
    }

    /// What has others for members, by what is told of those.
    fn group(&self, side: Side, thing: &Thing, pages: &mut Pages) {
        let chart = self.chart(side);
        let entries = chart.entries();
        let id = thing.id.as_str();
        match thing.kind {
            Kind::CoLocation => {
                let id = CoLocationId::from_checked(thing.id.clone());
                let members = chart.co_location(&id).map(CoLocationView::members);
                for member in members.into_iter().flatten() {
                    match member {
                        MemberRef::Unit(unit) => self.unit(side, unit.id(), pages),
                        MemberRef::Staff(post) => self.posts(side, Some(post), pages),
                        MemberRef::Function(one) => self.function(side, Some(one), pages),
                    }
                }
            }
            Kind::Interface => {
                let Some(entry) = entries.interfaces.get(id) else {
                    return;
                };
                for unit in &entry.value.units {
                    self.unit(side, unit, pages);
                }
                for post in &entry.value.staff {
                    self.posts(side, chart.post(post), pages);
                }
            }
            Kind::Body => {
                let covers = entries.bodies.get(id).map(|body| &body.value.covers);
                for unit in covers.into_iter().flatten() {
                    self.unit(side, unit, pages);
                }
            }
            Kind::Open => {
                let about = entries
                    .open
                    .get(id)
                    .and_then(|one| one.value.about.as_ref());
                if let Some(about) = about {
                    self.about(about, pages);
                }
            }
            Kind::Commitment => {
                let keep = entries.commitments.get(id);
                let Some(keep) = keep.and_then(|one| one.value.keep.as_ref()) else {
                    return;
                };
                if let Some(unit) = &keep.unit {
                    self.either(&unit.subject(), pages);
                }
                if let Some(function) = &keep.function {
                    self.either(&function.subject(), pages);
                }
            }
            _ => {}
        }
    }

    /// The same in both charts, by what became of what.
    fn both<I: Id>(
        side: Side,
        thing: &Thing,
        tracks: &Tracks<I>,
        pages: &mut Pages,
        tie: &dyn Fn(Side, &I, &mut Pages),
    ) {
        let id = I::from_checked(thing.id.clone());
        tie(side, &id, pages);
        let (other, others) = match side {
            Side::Base => (Side::Revision, tracks.descendants(&id)),
            Side::Revision => (Side::Base, tracks.ancestors(&id)),
        };
        for one in others {
            tie(other, one, pages);
        }
    }

    fn posts(&self, side: Side, post: Option<StaffView<'_>>, pages: &mut Pages) {
        let Some(post) = post else { return };
        for unit in post.unit().into_iter().chain(post.heads()) {
            self.unit(side, unit.id(), pages);
        }
    }

    fn function(&self, side: Side, function: Option<FunctionView<'_>>, pages: &mut Pages) {
        let holders = function.map(FunctionView::holders);
        for unit in holders.into_iter().flatten() {
            self.unit(side, UnitView::id(unit), pages);
        }
    }

    /// A thing that has an id of the base, or else of the revision.
    fn either(&self, thing: &Thing, pages: &mut Pages) {
        let side = if self.has(Side::Base, thing) {
            Side::Base
        } else {
            Side::Revision
        };
        self.thing(side, thing, pages);
    }

    fn has(&self, side: Side, thing: &Thing) -> bool {
        let (entries, id) = (self.chart(side).entries(), thing.id.as_str());
        match thing.kind {
            Kind::Unit => entries.units.contains_key(id),
            Kind::Staff => entries.staff.contains_key(id),
            Kind::Function => entries.functions.contains_key(id),
            Kind::CoLocation => entries.co_locations.contains_key(id),
            Kind::Interface => entries.interfaces.contains_key(id),
            _ => false,
        }
    }

    /// What a point or an open decision names, which may be of either chart.
    fn about(&self, about: &About, pages: &mut Pages) {
        let of_units = [Kind::Unit, Kind::Staff, Kind::Function, Kind::CoLocation];
        let all = about
            .things()
            .filter(|thing| of_units.contains(&thing.kind));
        for thing in all {
            for side in [Side::Base, Side::Revision] {
                self.thing(side, &thing, pages);
            }
        }
    }
}
