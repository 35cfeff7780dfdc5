//! What comes to a unit and goes from it, in a few words.

use rokade_change::{ChangeSet, StaffChange};
use rokade_core::chart::StaffView;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::Id;
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use super::said::{Tense, joined, shown};
use super::tally::Tally;
use crate::tongue::Tongue;

/// Tells tallies.
pub(super) struct Telling<'a, 'c> {
    pub(super) said: &'a Tongue<'c>,
    pub(super) changes: &'a ChangeSet,
    pub(super) tense: Tense,
}

impl Telling<'_, '_> {
    /// What a unit gives up, gets and loses: of one in both charts, by what it was and what it
    /// is.
    pub(super) fn changed(
        &self,
        was: Option<&Tally<'_>>,
        now: Option<&Tally<'_>>,
    ) -> Result<Vec<String>, WordsError> {
        let mut parts = Vec::new();
        if let Some(was) = was {
            self.hanging(was, &mut parts)?;
            let given = self.given(was)?;
            self.what("gives", given, &mut parts)?;
        }
        if let Some(now) = now {
            let mut got = self.goods(
                now.functions_got.len(),
                now.units_got,
                self.sum(&now.posts_got),
            )?;
            self.count("units-new", now.units_new, &mut got)?;
            self.amount(
                "posts-new",
                shown(self.said, now.posts_new, false),
                &mut got,
            )?;
            self.what("gets", got, &mut parts)?;
        }
        if let Some(was) = was {
            self.ends(was, &mut parts)?;
            self.count("units-close", was.units_closed, &mut parts)?;
            self.count("functions-join", was.functions_joined, &mut parts)?;
            self.count("functions-relocate", was.functions_relocated, &mut parts)?;
            self.amount("posts-relocate", self.sum(&was.posts_relocated), &mut parts)?;
            self.amount("posts-led", self.sum(&was.posts_led), &mut parts)?;
        }
        Ok(parts)
    }

    /// Where what a unit had goes that is no more, and what is left hanging.
    pub(super) fn closed(&self, was: &Tally<'_>) -> Result<Vec<String>, WordsError> {
        let mut parts = Vec::new();
        let given = self.given(was)?;
        if !given.is_empty() {
            let heirs = was.heirs.iter().map(Id::subject).collect();
            let values = [
                ("what", joined(self.said, given).into()),
                ("units", Value::Things(Side::Revision, heirs)),
            ];
            parts.push(self.said.say("goes", &values)?);
        }
        self.hanging(was, &mut parts)?;
        self.ends(was, &mut parts)?;
        Ok(parts)
    }

    /// What a new unit has.
    pub(super) fn new_unit(&self, now: &Tally<'_>) -> Result<Vec<String>, WordsError> {
        let posts = self.changes.posts(now.posts_got.iter().copied()) + now.posts_new;
        let posts = shown(self.said, posts, false);
        let units = now.units_got + now.units_new;
        let has = self.goods(now.functions_got.len(), units, posts)?;
        let mut parts = Vec::new();
        self.what("with", has, &mut parts)?;
        Ok(parts)
    }

    /// What went along with what was split off; empty where nothing did.
    pub(super) fn along(&self, tallies: &[&Tally<'_>]) -> Result<String, WordsError> {
        let functions = tallies.iter().map(|one| one.functions_along.len()).sum();
        let posts = tallies.iter().flat_map(|one| &one.posts_along).copied();
        let posts: Vec<&StaffChange> = posts.collect();
        let goods = self.goods(functions, 0, self.sum(&posts))?;
        Ok(joined(self.said, goods))
    }

    fn given(&self, was: &Tally<'_>) -> Result<Vec<String>, WordsError> {
        let posts = self.sum(&was.posts_given);
        self.goods(was.functions_given, was.units_given, posts)
    }

    fn hanging(&self, was: &Tally<'_>, parts: &mut Vec<String>) -> Result<(), WordsError> {
        self.count("functions-hang", was.functions_hanging, parts)?;
        self.amount("posts-hang", self.sum(&was.posts_hanging), parts)
    }

    fn ends(&self, was: &Tally<'_>, parts: &mut Vec<String>) -> Result<(), WordsError> {
        self.count("functions-end", was.functions_ended, parts)?;
        self.count("functions-absent", was.functions_absent, parts)?;
        self.amount("posts-end", self.sum(&was.posts_ended), parts)
    }

    /// How many posts these are, as far as it is told. That a head moves or ends is known to
    /// everybody.
    fn sum(&self, list: &[&StaffChange]) -> Quantity {
        let head = match list {
            [only] => self
                .said
                .speaker
                .base
                .and_then(|base| base.post(&only.staff)),
            _ => None,
        };
        let is_known = head.is_some_and(StaffView::is_head);
        shown(
            self.said,
            self.changes.posts(list.iter().copied()),
            is_known,
        )
    }

    fn goods(
        &self,
        functions: usize,
        units: usize,
        posts: Quantity,
    ) -> Result<Vec<String>, WordsError> {
        let mut goods = Vec::new();
        self.count("functions", functions, &mut goods)?;
        self.count("units", units, &mut goods)?;
        self.amount("posts", posts, &mut goods)?;
        Ok(goods)
    }

    fn what(
        &self,
        key: &str,
        goods: Vec<String>,
        parts: &mut Vec<String>,
    ) -> Result<(), WordsError> {
        if !goods.is_empty() {
            let what = joined(self.said, goods);
            parts.push(self.say(key, ("what", what.into()))?);
        }
        Ok(())
    }

    fn count(&self, key: &str, n: usize, parts: &mut Vec<String>) -> Result<(), WordsError> {
        if n > 0 {
            parts.push(self.say(key, ("n", n.into()))?);
        }
        Ok(())
    }

    fn amount(
        &self,
        key: &str,
        posts: Quantity,
        parts: &mut Vec<String>,
    ) -> Result<(), WordsError> {
        if posts.high() != Some(0) {
            parts.push(self.say(key, ("posts", posts.into()))?);
        }
        Ok(())
    }

    fn say(&self, key: &str, value: (&'static str, Value)) -> Result<String, WordsError> {
        self.said.say(key, &[value, ("tense", self.tense.value())])
    }
}
