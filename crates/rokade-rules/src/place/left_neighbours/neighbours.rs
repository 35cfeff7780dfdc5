//! Those who stay when others move. There can be very many, whom each mover leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rokade_core::finding::{KEPT_OF_A_LIST, Side, Value, sorted};
use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;

use crate::people::most_first;

/// All who are directly part of a unit and stay at a site.
#[derive(Default)]
pub(super) struct Staying {
    posts: BTreeMap<Subject, Quantity>,
    /// Those with posts, the most first.
    counted: Vec<(Subject, Quantity)>,
    /// Those of whom no posts are stated.
    uncounted: Vec<Subject>,
}

impl Staying {
    pub(super) fn new(all: impl Iterator<Item = (Subject, Quantity)>) -> Self {
        let posts: BTreeMap<Subject, Quantity> = all.collect();
        let (counted, uncounted): (Vec<_>, Vec<_>) = posts
            .iter()
            .map(|(who, posts)| (who.clone(), *posts))
            .partition(|(_, posts)| is_counted(*posts));
        Staying {
            counted: most_first(counted),
            uncounted: uncounted.into_iter().map(|(who, _)| who).collect(),
            posts,
        }
    }
}

fn is_counted(posts: Quantity) -> bool {
    posts.high() != Some(0)
}

/// All of those, but for some.
#[derive(Default)]
pub(super) struct Neighbours {
    all: Rc<Staying>,
    but: BTreeSet<Subject>,
}

impl Neighbours {
    pub(super) fn of(all: &Rc<Staying>) -> Self {
        Neighbours {
            all: Rc::clone(all),
            but: BTreeSet::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.posts.len() == self.but.len()
    }

    pub(super) fn leave_out(&mut self, one: &Subject) {
        if self.all.posts.contains_key(one) {
            self.but.insert(one.clone());
        }
    }

    /// Those whom one of two has, who both are part of the same.
    pub(super) fn join(&mut self, other: Neighbours) {
        if self.is_empty() {
            *self = other;
        } else if !other.is_empty() {
            self.but.retain(|one| other.but.contains(one));
        }
    }

    /// With those that they work with: who has posts, and of whom none are stated.
    pub(super) fn with(&self, partners: &BTreeMap<Subject, Quantity>) -> [Value; 2] {
        let has = |who: &Subject| self.all.posts.contains_key(who) && !self.but.contains(who);
        let left_out = self.but.iter().filter_map(|who| self.all.posts.get(who));
        let counted_out = left_out.filter(|posts| is_counted(**posts)).count();
        let partners = partners.iter().filter(|(who, _)| !has(who));
        let (counted_beside, beside): (Vec<_>, Vec<_>) = partners
            .map(|(who, posts)| (who.clone(), *posts))
            .partition(|(_, posts)| is_counted(*posts));

        let all = self.all.counted.len() - counted_out + counted_beside.len();
        let counted = self.all.counted.iter().filter(|(who, _)| has(who));
        let counted = counted.take(KEPT_OF_A_LIST).cloned();
        let first = most_first(counted.chain(counted_beside));
        let counted = Value::first_of(Value::Amounts(Side::Base, first), all);

        let all = self.all.uncounted.len() - (self.but.len() - counted_out) + beside.len();
        let uncounted = self.all.uncounted.iter().filter(|who| has(who));
        let uncounted = uncounted.take(KEPT_OF_A_LIST).cloned();
        let first = sorted(uncounted.chain(beside.into_iter().map(|(who, _)| who)));
        [
            counted,
            Value::first_of(Value::Things(Side::Base, first), all),
        ]
    }
}
