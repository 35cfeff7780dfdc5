//! Events about posts: moving them or a part of them, giving them work, adding and reducing.

use rokade_core::entry::{
    Assign, EndedEntry, FunctionEntry, Move, OrUndecided, Recruit, Reduce, SiteEntry, StaffEntry,
    TargetGroupEntry, UnitEntry,
};
use rokade_core::fault::NotApplicable;
use rokade_core::ids::{Id, SiteId, StaffId, Subject, UnitId};
use rokade_core::quantity::{Amount, Quantity};
use rokade_core::span::PathStep;

use super::state::{Done, Refused, State};

/// How much of a whole is taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Taking {
    /// All of it, so that nothing is left.
    All,
    /// A part.
    Part {
        /// What is taken.
        taken: Quantity,
        /// What is left.
        left: Quantity,
    },
}

/// How much an amount takes of a whole; `None` is all.
///
/// More than there is can be taken only where that is not certain. An approximate number is
/// widened by a tenth of the whole, as against any limit.
pub(super) fn taking(
    of: &Subject,
    has: Quantity,
    amount: Option<Amount>,
) -> Result<Taking, NotApplicable> {
    let Some(amount) = amount else {
        return Ok(Taking::All);
    };
    if matches!(amount, Amount::Share(share) if share.is_whole()) {
        return Ok(Taking::All);
    }
    let taken = amount.of(has);
    let margin = if taken.is_approximate() || has.is_approximate() {
        11
    } else {
        10
    };
    if has
        .high()
        .is_some_and(|most| 10 * taken.low() > margin * most)
    {
        return Err(NotApplicable::TooMany {
            of: of.clone(),
            has,
            taken,
        });
    }
    let left = left_of(has, amount);
    Ok(if left.high() == Some(0) {
        Taking::All
    } else {
        Taking::Part { taken, left }
    })
}

/// What is left when an amount is taken: of a share, the rest of the very same whole.
pub(super) fn left_of(has: Quantity, amount: Amount) -> Quantity {
    match amount {
        Amount::Absolute(taken) => has.less(taken),
        Amount::Share(share) => has.scaled_percent(share.rest()),
    }
}

pub(super) fn count_of(post: &StaffEntry) -> Quantity {
    post.count.unwrap_or(Quantity::ONE)
}

/// The id of a part that gets none of its own.
pub(super) fn part_id(staff: &StaffId, to: Option<&OrUndecided<UnitId>>) -> StaffId {
    let to = to.and_then(OrUndecided::id);
    let to = to.map_or("undecided", Id::as_str);
    StaffId::from_checked(format!("{staff}-{to}").into())
}

/// Posts on their way to another unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Transfer<'e> {
    pub(super) staff: &'e StaffId,
    pub(super) taking: Taking,
    pub(super) to: &'e OrUndecided<UnitId>,
    pub(super) site: Option<&'e OrUndecided<SiteId>>,
}

impl State {
    pub(super) fn move_staff(&mut self, action: &Move, staff: &StaffId) -> Done {
        let at = |key: &str| [PathStep::from("move"), key.into()];
        let Some(to) = &action.to else {
            return Err(incomplete("move", &["to"]));
        };
        self.find::<StaffEntry>(staff, &at("staff"))?;
        self.find_decided::<UnitEntry>(Some(to), &at("to"))?;
        self.find_decided::<SiteEntry>(action.site.as_ref(), &at("site"))?;
        let Some(post) = self.get::<StaffEntry>(staff.as_str()) else {
            return Ok(());
        };
        let taking = taking(&staff.subject(), count_of(post), action.count)
            .map_err(|why| Refused::new(why, at("count").to_vec()))?;
        let part = match (&action.part, taking) {
            (Some(part), _) if part != staff => {
                self.vacant::<StaffEntry>(part, &at("as"))?;
                part.clone()
            }
            (_, Taking::All) => staff.clone(),
            (_, Taking::Part { .. }) => {
                let part = part_id(staff, Some(to));
                self.vacant::<StaffEntry>(&part, &at("staff"))?;
                part
            }
        };
        let site = action.site.as_ref();
        let transfer = Transfer {
            staff,
            taking,
            to,
            site,
        };
        self.transfer(&transfer, &part);
        Ok(())
    }

    /// Moves posts: all of a group under its own id or another, or a part under another.
    pub(super) fn transfer(&mut self, transfer: &Transfer<'_>, part: &StaffId) {
        let Transfer {
            staff,
            taking,
            to,
            site,
        } = *transfer;
        let mut before = self.post_before(staff);
        match taking {
            Taking::All => {
                if part != staff {
                    self.rename::<StaffEntry>(staff, part);
                }
            }
            Taking::Part { taken, left } => {
                self.divide(staff, part, to, taken, left);
            }
        }
        before.rename(part.clone());
        self.edit::<StaffEntry>(part.as_str(), |post| {
            post.unit = Some(to.clone());
            if site.is_some() {
                post.site = site.cloned();
            }
        });
        if site.is_some() {
            before.forget_site();
        }
        self.settle_post(&before);
        self.placed.insert(part.clone());
    }

    /// Makes a part of a group a group of its own, still where it was.
    fn divide(
        &mut self,
        staff: &StaffId,
        part: &StaffId,
        to: &OrUndecided<UnitId>,
        taken: Quantity,
        left: Quantity,
    ) {
        let Some(mut post) = self.get::<StaffEntry>(staff.as_str()).cloned() else {
            return;
        };
        // Those who asked to go there are among those who go.
        let goes_there = |unit: &UnitId| to.id().is_some_and(|to| to == unit);
        post.wishes.retain(|unit, _| goes_there(unit));
        post.count = Some(taken);
        if !post.previously.contains(staff) {
            post.previously.push(staff.clone());
        }
        self.make::<StaffEntry>(part.clone(), post);
        self.edit::<StaffEntry>(staff.as_str(), |rest| {
            rest.count = Some(left);
            rest.wishes.retain(|unit, _| !goes_there(unit));
        });
    }

    pub(super) fn assign(&mut self, action: &Assign) -> Done {
        let at = |key: &str| [PathStep::from("assign"), key.into()];
        let Some(staff) = &action.staff else {
            return Err(incomplete("assign", &["staff"]));
        };
        self.find::<StaffEntry>(staff, &at("staff"))?;
        self.find_all::<FunctionEntry>(&action.performs, &at("performs"))?;
        self.find_all::<TargetGroupEntry>(&action.serves, &at("for"))?;
        for (post, key) in [
            (&action.reports_to, "reports_to"),
            (&action.professional_lead, "professional_lead"),
        ] {
            if let Some(post) = post {
                self.find::<StaffEntry>(post, &at(key))?;
            }
        }
        // To whom they serve by default is added too. Who serves anyone serves these already.
        let mut served = self.groups_of_post(staff);
        if let Some(served) = &mut served {
            add_all(served, &action.serves);
        }
        self.edit::<StaffEntry>(staff.as_str(), |post| {
            if !action.performs.is_empty() {
                add_all(post.performs.get_or_insert_default(), &action.performs);
            }
            if !action.serves.is_empty() && served.is_some() {
                post.serves = served;
            }
            if action.reports_to.is_some() {
                post.reports_to.clone_from(&action.reports_to);
            }
            if action.professional_lead.is_some() {
                post.professional_lead.clone_from(&action.professional_lead);
            }
        });
        if !action.performs.is_empty() {
            self.placed.insert(staff.clone());
        }
        Ok(())
    }

    pub(super) fn recruit(&mut self, action: &Recruit) -> Done {
        let at = |key: &str| vec![PathStep::from("recruit"), key.into()];
        let Some(staff) = &action.staff else {
            return Err(incomplete("recruit", &["staff"]));
        };
        let entry = action.entry();
        let says_more = StaffEntry {
            count: None,
            ..entry.clone()
        } != StaffEntry::default();
        if !self.has::<StaffEntry>(staff.as_str()) || says_more {
            self.vacant::<StaffEntry>(staff, &at("staff"))?;
            self.name_all(&entry);
            if entry.performs.is_some() {
                self.placed.insert(staff.clone());
            }
            self.make(staff.clone(), entry);
            return Ok(());
        }
        self.name(staff.subject());
        let more = count_of(&entry);
        self.edit::<StaffEntry>(staff.as_str(), |post| {
            post.count = Some(count_of(post) + more);
        });
        Ok(())
    }

    pub(super) fn reduce(&mut self, action: &Reduce) -> Done {
        let at = |key: &str| [PathStep::from("reduce"), key.into()];
        let Some(staff) = &action.staff else {
            return Err(incomplete("reduce", &["staff"]));
        };
        self.find::<StaffEntry>(staff, &at("staff"))?;
        let Some(post) = self.get::<StaffEntry>(staff.as_str()) else {
            return Ok(());
        };
        let (has, title) = (count_of(post), post.title.clone());
        let taking = taking(&staff.subject(), has, action.by)
            .map_err(|why| Refused::new(why, at("by").to_vec()))?;
        let taken = match taking {
            Taking::All => has,
            Taking::Part { taken, .. } => taken,
        };
        let earlier = self.entries.ended.staff.get(staff.as_str()).cloned();
        let mut ended = earlier.unwrap_or_default();
        // Without `by` the entry said all of them; then these are new posts, and all again.
        ended.by = match ended.by {
            Some(Amount::Absolute(by)) => Some((by + taken).into()),
            Some(Amount::Share(_)) | None => Some(taken.into()),
        };
        ended.because = self.because.clone().or(ended.because);
        ended.date = self.date.or(ended.date);
        match taking {
            Taking::All => {
                ended.name = title;
                self.remove::<StaffEntry>(staff.as_str());
                self.write_ended(staff.subject(), ended);
            }
            Taking::Part { left, .. } => {
                self.edit::<StaffEntry>(staff.as_str(), |post| post.count = Some(left));
                self.reduced(staff, ended);
            }
        }
        Ok(())
    }

    /// Keeps that some of a group have ended, while the rest goes on.
    fn reduced(&mut self, staff: &StaffId, ended: EndedEntry) {
        self.entries.ended.staff.insert(staff.clone(), ended);
        self.wrote(staff.subject(), "by");
    }
}

pub(super) fn add_all<T: PartialEq + Clone>(list: &mut Vec<T>, more: &[T]) {
    for item in more {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}

/// An event that lacks one of these keys; a loaded one has been told of it.
pub(super) fn incomplete(action: &str, needs: &'static [&'static str]) -> Refused {
    Refused::new(NotApplicable::Incomplete { needs }, vec![action.into()])
}
