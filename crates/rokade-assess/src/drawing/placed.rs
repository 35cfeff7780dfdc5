//! Where a unit stands, where it sits and who leads it: what changes of that, as marks.

use rokade_core::chart::{HeadState, Named, ParentState, StaffView, UnitView};
use rokade_core::drawing::{Mark, Marked};
use rokade_core::entry::OrUndecided;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::Id;
use rokade_core::words::WordsError;

use super::marks::{Pair, Teller};

impl Teller<'_> {
    pub(super) fn moved(&self, pair: Pair<'_>) -> Result<Marked, WordsError> {
        let (from_kind, from) = self.stands(pair.before);
        let (to_kind, to) = self.stands(pair.now);
        let values = [
            ("tense", pair.tense.value()),
            ("from_kind", from_kind),
            ("from", from),
            ("to_kind", to_kind),
            ("to", to),
        ];
        let text = self.said.say("moved", &values)?;
        self.mark(Mark::Moved, "moved", pair.tense, &[text])
    }

    /// What a unit stands under, with the word that sentences choose by.
    fn stands(&self, unit: UnitView<'_>) -> (Value, Value) {
        let (kind, name) = match unit.parent_state() {
            ParentState::Unit(parent) => ("unit", parent.name().to_owned()),
            ParentState::Undecided => ("undecided", String::new()),
            ParentState::Ended => {
                let id = unit.entry().parent.as_ref().and_then(OrUndecided::id);
                let was = id.map(|id| match self.base.unit(id) {
                    Some(unit) => unit.name().to_owned(),
                    None => self.revision.name_of(&id.subject()).to_owned(),
                });
                ("ended", was.unwrap_or_default())
            }
            ParentState::Root | ParentState::Unknown => ("top", String::new()),
        };
        (Value::Word(kind), Value::Text(name))
    }

    pub(super) fn relocated(&self, pair: Pair<'_>) -> Result<Option<Marked>, WordsError> {
        let change = pair.change;
        let Some(from) = &change.from_site else {
            return Ok(None);
        };
        let is_open = change.to_site.is_none() && self.without_site.contains(pair.now.id());
        let moves = change.site_changed && !self.lineage().sites.gate().is_shut();
        if !moves && !is_open {
            return Ok(None);
        }
        let to = change.to_site.as_ref().map(Id::subject);
        let values = [
            ("tense", pair.tense.value()),
            ("from", Value::Thing(Side::Base, from.subject())),
            (
                "to",
                Value::Things(Side::Revision, to.into_iter().collect()),
            ),
        ];
        let text = self.said.say("relocated", &values)?;
        let word = if is_open { "site-open" } else { "relocated" };
        self.mark(Mark::Relocated, word, pair.tense, &[text])
            .map(Some)
    }

    pub(super) fn new_head(&self, pair: Pair<'_>) -> Result<Option<Marked>, WordsError> {
        let staff = &self.lineage().staff;
        let (before, now) = (pair.before.head(), pair.now.head());
        let stated = before != HeadState::NotStated && now != HeadState::NotStated;
        if !stated || staff.gate().is_shut() {
            return Ok(None);
        }
        let filled = |head| match head {
            HeadState::Post(post) => Some(post),
            _ => None,
        };
        let (word, old, new) = match (filled(before), filled(now)) {
            (Some(old), Some(new)) if staff.follows(old, new) => return Ok(None),
            (old, Some(new)) => ("new-head", old, Some(new)),
            (Some(old), None) => ("head-lost", Some(old), None),
            // Nobody leads it before or after; there may be a post to be filled.
            (None, None) => match (before.is_vacant(), now.is_vacant()) {
                (false, true) => ("head-post-new", None, None),
                (true, false) => ("head-post-gone", None, None),
                _ => return Ok(None),
            },
        };
        let title = |post: Option<StaffView<'_>>| {
            post.map(|post| post.name().to_owned()).unwrap_or_default()
        };
        let way = match (old, new) {
            (Some(old), Some(new)) if old.name() == new.name() => "same-title",
            (Some(_), Some(_)) => "instead",
            (None, Some(_)) => "first",
            (Some(_), None) if now.is_vacant() => "vacant",
            _ if now.is_vacant() => "vacant-new",
            _ => "none",
        };
        let values = [
            ("tense", pair.tense.value()),
            ("way", Value::Word(way)),
            ("old", title(old).into()),
            ("new", title(new).into()),
        ];
        let text = self.said.say("head-text", &values)?;
        self.mark(Mark::NewHead, word, pair.tense, &[text])
            .map(Some)
    }
}
