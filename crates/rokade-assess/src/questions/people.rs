//! For whom it is: units, posts, and citizens by target group.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeKind, FunctionFate, PostFate, StaffChange};
use rokade_core::chart::{FunctionView, GroupView, Named};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Id, Subject, TargetGroupId};
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use super::{Asked, Said};
use crate::moves::led_anew;
use crate::units;

impl Asked<'_> {
    /// Whom it is for.
    pub(super) fn whom(&self) -> Result<Said, WordsError> {
        let mut said = Said::default();
        if !self.input.lines_up() {
            said.missing.push(self.say("not-followed", &[])?);
            return Ok(said);
        }
        let units = units::affected(&self.input)?;
        let values = [("n", units.len().into()), ("names", Value::Texts(units))];
        said.answers.push(self.say("affected-units", &values)?);
        self.posts(&mut said)?;
        self.citizens(&mut said)?;
        Ok(said)
    }

    /// How many posts some changes of staff are about, each counted once.
    pub(super) fn count(&self, is_so: impl Fn(&StaffChange) -> bool) -> Quantity {
        let changes = self.input.changes;
        if !self.input.lines_up() {
            return Quantity::ZERO;
        }
        changes.posts(changes.staff.iter().filter(|change| is_so(change)))
    }

    /// A sentence on some posts; none where there are none.
    pub(super) fn of_posts(
        &self,
        key: &str,
        posts: Quantity,
    ) -> Result<Option<String>, WordsError> {
        if posts.high() == Some(0) {
            return Ok(None);
        }
        self.say(key, &[("posts", posts.into())]).map(Some)
    }

    fn posts(&self, said: &mut Said) -> Result<(), WordsError> {
        let changes = self.input.changes;
        let input = &self.input;
        let new = changes.changes.iter();
        let new = new.filter(|change| change.kind == ChangeKind::StaffAdded);
        let new: Quantity = new.filter_map(|change| change.posts).sum();
        let parts = [
            (
                "posts-unplaced",
                self.count(|one| one.fate == PostFate::Unplaced),
            ),
            ("posts-ended", self.count(|one| one.fate == PostFate::Ended)),
            ("posts-in-other-unit", self.count(|one| one.unit_changed)),
            ("posts-led-anew", self.count(|one| led_anew(input, one))),
            ("posts-at-other-site", self.count(|one| one.site_changed)),
            ("posts-new", new),
        ];
        let before = said.answers.len();
        for (key, posts) in parts {
            said.answers.extend(self.of_posts(key, posts)?);
        }
        if said.answers.len() == before {
            said.answers.push(self.say("posts-none", &[])?);
        }
        Ok(())
    }

    /// Target groups, each with the functions it meets and of which something changes.
    fn citizens(&self, said: &mut Said) -> Result<(), WordsError> {
        let base = self.input.base;
        let mut changed: BTreeSet<Subject> = BTreeSet::new();
        let mut met: BTreeMap<&TargetGroupId, BTreeSet<Subject>> = BTreeMap::new();
        for change in &self.input.changes.functions {
            let stays = change.fate == FunctionFate::Stayed && change.joined.is_none();
            if stays && change.into.is_empty() {
                continue;
            }
            changed.insert(change.function.subject());
            let cells = base.function(&change.function);
            for cell in cells.into_iter().flat_map(FunctionView::cells) {
                if let Some(group) = cell.group {
                    let functions = met.entry(group.id()).or_default();
                    functions.insert(change.function.subject());
                }
            }
        }
        let mut unknown = Vec::new();
        for group in base.groups() {
            let own = met.remove(group.id()).unwrap_or_default();
            let on_the_way = group.pathway().map(|function| function.subject());
            let on_the_way = on_the_way.filter(|function| changed.contains(function));
            let functions: BTreeSet<Subject> = own.into_iter().chain(on_the_way).collect();
            if functions.is_empty() {
                continue;
            }
            let citizens = self.citizens_of(group);
            if citizens.is_none() {
                unknown.push(group.name().to_owned());
            }
            let counted = if citizens.is_some() { "yes" } else { "no" };
            let functions = functions.into_iter().collect();
            let values = [
                ("group", Value::Thing(Side::Base, group.subject())),
                ("counted", Value::Word(counted)),
                ("citizens", citizens.unwrap_or(Quantity::UNKNOWN).into()),
                ("functions", Value::Things(Side::Base, functions)),
            ];
            said.answers.push(self.say("citizens", &values)?);
        }
        said.missing
            .extend(self.names("citizens-unknown", unknown)?);
        if base.groups().len() == 0 && self.input.revision.groups().len() == 0 {
            said.missing.push(self.say("citizens-missing", &[])?);
        }
        Ok(())
    }

    /// How many citizens a group has, as far as somebody knows.
    fn citizens_of(&self, group: GroupView<'_>) -> Option<Quantity> {
        let now = self.input.revision.group(group.id());
        let stated = [now, Some(group)].into_iter().flatten();
        let mut stated = stated.filter_map(GroupView::citizens);
        stated.find(|citizens| !citizens.is_unknown())
    }
}
