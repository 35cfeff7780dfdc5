//! Posts that went elsewhere, were given work, are new or fewer, as events.

use std::collections::BTreeSet;

use rokade_core::chart::StaffView;
use rokade_core::entry::{
    Assign, EventEntry, Move, OrUndecided, Recruit, Reduce, Relocate, Rename, StaffEntry,
};
use rokade_core::ids::{AnyId, Id, StaffId};
use rokade_core::quantity::{Amount, Certainty, Quantity};

use super::candidates::{Writer, became, called, dated};
use super::event;
use crate::lineage::Tracks;

impl Writer<'_> {
    /// Posts that went elsewhere, whole groups and parts of them, and what they were given.
    pub(super) fn staff(&self, events: &mut Vec<EventEntry>) {
        let tracks = &self.changes.lineage.staff;
        for before in self.base.staff() {
            let to = tracks.descendants(before.id());
            let alone: Vec<&StaffId> = to
                .iter()
                .filter(|id| tracks.ancestors(id).len() == 1)
                .collect();
            // What goes on under its own id takes what the parts leave; else the last part does.
            let rest = alone.iter().copied().find(|id| *id == before.id());
            let rest = rest.or(alone.last().copied());
            let is_divided = to.len() > 1;
            for id in &alone {
                let Some(now) = self.revision.post(id) else {
                    continue;
                };
                if is_divided && Some(*id) != rest {
                    self.moved(before.id(), before.entry(), now.entry(), Some(id), events);
                }
            }
            let Some(id) = rest else { continue };
            let Some(now) = self.revision.post(id) else {
                continue;
            };
            if is_divided && id != before.id() {
                events.push(event(None, |event| {
                    event.rename = Some(Rename {
                        staff: Some(before.id().clone()),
                        id: Some(AnyId::from_id(id)),
                        ..Rename::default()
                    });
                }));
            }
            self.moved(id, before.entry(), now.entry(), None, events);
            for id in alone {
                let Some(now) = self.revision.post(id) else {
                    continue;
                };
                self.assigned(id, before.entry(), now.entry(), events);
            }
        }
    }

    /// Posts of a group that are in another unit or at another site.
    fn moved(
        &self,
        staff: &StaffId,
        before: &StaffEntry,
        now: &StaffEntry,
        part: Option<&StaffId>,
        events: &mut Vec<EventEntry>,
    ) {
        let lineage = &self.changes.lineage;
        let unit = before.unit.as_ref().map(|unit| match unit {
            OrUndecided::Id(id) => OrUndecided::Id(called(&lineage.units, id).clone()),
            OrUndecided::Undecided => OrUndecided::Undecided,
        });
        let view = part.unwrap_or(staff);
        let at = |post: Option<StaffView<'_>>| {
            let site = post.and_then(StaffView::site)?;
            Some(site.id().clone())
        };
        let sits = at(self.revision.post(view));
        let before_it = lineage.staff.ancestors(view).first();
        let earlier = before_it.and_then(|old| at(self.base.post(old)));
        let earlier = earlier.map(|id| called(&lineage.sites, &id).clone());
        let new_site = match &now.site {
            Some(OrUndecided::Undecided) => Some(OrUndecided::Undecided),
            _ => sits
                .filter(|site| earlier.as_ref() != Some(site))
                .map(OrUndecided::Id),
        };
        let is_elsewhere = part.is_some() || unit != now.unit;
        let new_site =
            new_site.filter(|_| before.site != now.site || earlier.is_none() || is_elsewhere);
        match now.unit.clone() {
            Some(to) if part.is_some() || unit.as_ref() != Some(&to) => {
                events.push(event(None, |event| {
                    event.moves = Some(Move {
                        staff: Some(staff.clone()),
                        count: part.map(|_| Amount::from(count(now))),
                        to: Some(to),
                        site: new_site,
                        part: part.cloned(),
                        ..Move::default()
                    });
                }));
            }
            _ => {
                if let Some(to) = new_site.filter(|_| part.is_none()) {
                    events.push(event(None, |event| {
                        event.relocate = Some(Relocate {
                            staff: Some(staff.clone()),
                            to: Some(to),
                            ..Relocate::default()
                        });
                    }));
                }
            }
        }
    }

    /// Functions, groups, a superior or a lead that posts were given.
    fn assigned(
        &self,
        staff: &StaffId,
        before: &StaffEntry,
        now: &StaffEntry,
        events: &mut Vec<EventEntry>,
    ) {
        let lineage = &self.changes.lineage;
        let another = |before: Option<&StaffId>, now: Option<&StaffId>| {
            let before = before.map(|id| called(&lineage.staff, id));
            now.filter(|now| before != Some(now)).cloned()
        };
        let assign = Assign {
            staff: Some(staff.clone()),
            performs: more(
                &lineage.functions,
                before.performs.as_ref(),
                now.performs.as_ref(),
            ),
            serves: match (&before.serves, &now.serves) {
                (Some(before), Some(now)) => more(&lineage.groups, Some(before), Some(now)),
                _ => Vec::new(),
            },
            reports_to: another(before.reports_to.as_ref(), now.reports_to.as_ref()),
            professional_lead: another(
                before.professional_lead.as_ref(),
                now.professional_lead.as_ref(),
            ),
            because: None,
        };
        let bare = Assign {
            staff: Some(staff.clone()),
            ..Assign::default()
        };
        if assign != bare {
            events.push(event(None, |event| event.assign = Some(assign)));
        }
    }

    /// New posts.
    pub(super) fn recruited(&self, events: &mut Vec<EventEntry>) {
        for (id, post) in &self.revision.entries().staff {
            if self.changes.lineage.staff.ancestors(id).is_empty() {
                events.push(event(None, |event| {
                    event.recruit = Some(Box::new(Recruit::of(id.clone(), post.value.clone())));
                }));
            }
        }
    }

    /// More posts of a group that is there.
    pub(super) fn enlarged(&self, events: &mut Vec<EventEntry>) {
        let tracks = &self.changes.lineage.staff;
        for before in self.base.staff() {
            let now = became(tracks, before.id()).and_then(|id| self.revision.post(id));
            let Some(now) = now else { continue };
            let (had, has) = (before.count(), now.count());
            let more = has.less(had);
            if has.greater_than(had) == Some(Certainty::Certain) && had + more == has {
                events.push(event(None, |event| {
                    event.recruit = Some(Box::new(Recruit {
                        staff: Some(now.id().clone()),
                        count: Some(more),
                        ..Recruit::default()
                    }));
                }));
            }
        }
    }

    /// Posts that ended on purpose.
    pub(super) fn reduced(&self, events: &mut Vec<EventEntry>) {
        let before = &self.base.entries().ended.staff;
        for (id, ended) in &self.revision.entries().ended.staff {
            if before.get(id) == Some(ended) {
                continue;
            }
            let staff = called(&self.changes.lineage.staff, id);
            let all = "100%".parse().ok();
            events.push(dated(ended, |event| {
                event.reduce = Some(Reduce {
                    staff: Some(staff.clone()),
                    by: ended.by.or(all),
                    because: ended.because.clone(),
                });
            }));
        }
    }
}

fn count(post: &StaffEntry) -> Quantity {
    post.count.unwrap_or(Quantity::ONE)
}

/// What is named now and was not.
fn more<I: Id>(tracks: &Tracks<I>, before: Option<&Vec<I>>, now: Option<&Vec<I>>) -> Vec<I> {
    let had: BTreeSet<&I> = before
        .into_iter()
        .flatten()
        .map(|id| called(tracks, id))
        .collect();
    let has = now.into_iter().flatten();
    has.filter(|id| !had.contains(id)).cloned().collect()
}
