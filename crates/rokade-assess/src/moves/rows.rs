//! Groups of posts, each with what becomes of it: a row for each fate, in the order of the org
//! chart that they leave, and new posts after them.

use std::collections::BTreeMap;

use rokade_change::{ChangeKind, PostFate, StaffChange, Unplaced};
use rokade_core::assessment::StaffMove;
use rokade_core::chart::{Chart, Named, StaffView, Superior, UnitView};
use rokade_core::finding::Value;
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use crate::Input;
use crate::outline::Outline;
use crate::tongue::Tongue;

/// What becomes of posts, as those who are in them see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    /// Nothing.
    Stays,
    /// They stay in their unit and get another head.
    Led,
    /// They stay with their unit, which goes to another site or becomes another.
    Follows,
    /// They go to another unit, site or line.
    Moves,
    /// They end.
    Ends,
    /// Nobody has placed them.
    Unplaced,
    /// They are new.
    New,
}

impl Way {
    const ALL: [Way; 7] = [
        Way::Stays,
        Way::Led,
        Way::Follows,
        Way::Moves,
        Way::Ends,
        Way::Unplaced,
        Way::New,
    ];

    fn key(self) -> &'static str {
        match self {
            Way::Stays => "fate-stays",
            Way::Led => "fate-led",
            Way::Follows => "fate-follows",
            Way::Moves => "fate-moves",
            Way::Ends => "fate-ends",
            Way::Unplaced => "fate-unplaced",
            Way::New => "fate-new",
        }
    }
}

/// Posts that share a fate.
pub(crate) struct Row<'a> {
    /// What became of them; none of new posts.
    pub(crate) change: Option<&'a StaffChange>,
    /// The group they are in now.
    pub(crate) now: Option<StaffView<'a>>,
    /// Their unit in the base.
    pub(crate) from: Option<UnitView<'a>>,
    /// Their unit in the revision.
    pub(crate) to: Option<UnitView<'a>>,
    /// How many of them.
    pub(crate) posts: Quantity,
    /// What becomes of them.
    pub(crate) way: Way,
    /// They are at another site.
    pub(crate) site_changed: bool,
    /// All of that in words.
    pub(crate) told: StaffMove,
}

/// All groups of posts, and which of them leave a unit or come to it.
pub(crate) struct Rows<'a> {
    pub(crate) all: Vec<Row<'a>>,
    from: BTreeMap<&'a UnitId, Vec<usize>>,
    to: BTreeMap<&'a UnitId, Vec<usize>>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(input: &Input<'a>) -> Result<Self, WordsError> {
        let teller = Teller::new(input)?;
        let (before, now) = (Outline::new(input.base), Outline::new(input.revision));
        let mut changes: Vec<&StaffChange> = input.changes.staff.iter().collect();
        let at = |chart: &Chart, id: &StaffId| chart.entries().staff.get_index_of(id);
        changes.sort_by_cached_key(|change| {
            let to = change.to.as_ref().and_then(|to| at(input.revision, to));
            (
                before.place(change.from_unit.as_ref()),
                at(input.base, &change.staff),
                change.fate,
                to,
            )
        });
        let mut all = Vec::with_capacity(changes.len());
        for change in changes {
            all.extend(teller.row(change)?);
        }
        let added = input.changes.changes.iter();
        let added = added.filter(|change| change.kind == ChangeKind::StaffAdded);
        let mut added: Vec<(StaffView<'a>, Quantity)> = added
            .filter_map(|change| {
                let id = StaffId::from_checked(change.revision.first()?.id.clone());
                Some((input.revision.post(&id)?, change.posts?))
            })
            .collect();
        added.sort_by_cached_key(|(post, _)| {
            let unit = post.unit().map(UnitView::id);
            (now.place(unit), at(input.revision, post.id()))
        });
        for (post, posts) in added {
            all.extend(teller.new_posts(post, posts)?);
        }
        let mut rows = Rows {
            all,
            from: BTreeMap::new(),
            to: BTreeMap::new(),
        };
        for (i, row) in rows.all.iter().enumerate() {
            if let Some(unit) = row.from {
                rows.from.entry(unit.id()).or_default().push(i);
            }
            if let Some(unit) = row.to {
                rows.to.entry(unit.id()).or_default().push(i);
            }
        }
        Ok(rows)
    }

    /// The posts of a unit of the base.
    pub(crate) fn of(&self, unit: &UnitId) -> impl Iterator<Item = &Row<'a>> {
        let at = self.from.get(unit).into_iter().flatten();
        at.filter_map(|&i| self.all.get(i))
    }

    /// The posts of a unit of the revision.
    pub(crate) fn now_of(&self, unit: &UnitId) -> impl Iterator<Item = &Row<'a>> {
        let at = self.to.get(unit).into_iter().flatten();
        at.filter_map(|&i| self.all.get(i))
    }
}

struct Teller<'a> {
    input: Input<'a>,
    tongue: Tongue<'a>,
    /// What becomes of one post, and of several, in a word: there may be a great many rows.
    fates: BTreeMap<(Way, bool), String>,
}

impl<'a> Teller<'a> {
    fn new(input: &Input<'a>) -> Result<Self, WordsError> {
        let tongue = super::tongue(input)?;
        let mut fates = BTreeMap::new();
        for way in Way::ALL {
            for (is_one, posts) in [(true, Quantity::ONE), (false, Quantity::exact(2))] {
                let told = tongue.say(way.key(), &[("posts", posts.into())])?;
                fates.insert((way, is_one), told);
            }
        }
        Ok(Teller {
            input: *input,
            tongue,
            fates,
        })
    }

    fn row(&self, change: &'a StaffChange) -> Result<Option<Row<'a>>, WordsError> {
        let Input { base, revision, .. } = self.input;
        let from = change.from_unit.as_ref().and_then(|id| base.unit(id));
        let to = change.to_unit.as_ref().and_then(|id| revision.unit(id));
        let Some(before) = change.before(base) else {
            return Ok(None);
        };
        if is_outside(from, to) || change.posts.high() == Some(0) {
            return Ok(None);
        }
        let now = change.now(revision);
        let head_changed = led_anew(&self.input, change);
        let way = match change.fate {
            PostFate::Ended => Way::Ends,
            PostFate::Unplaced => Way::Unplaced,
            PostFate::Moved if change.unit_changed || change.site_changed => Way::Moves,
            PostFate::Moved => Way::Led,
            PostFate::Stayed if change.site_changed || self.is_another(from, to) => Way::Follows,
            PostFate::Stayed if head_changed => Way::Led,
            PostFate::Stayed => Way::Stays,
        };
        let title = before.name().to_owned();
        let new_title = now.map(|now| now.name().to_owned());
        let told = StaffMove {
            new_title: new_title.filter(|new| *new != title),
            title,
            posts: self.tongue.number(change.posts),
            fate: self.fate(way, change.posts),
            changes: way != Way::Stays,
            from_unit: from.map(|unit| unit.name().to_owned()),
            to_unit: match to {
                Some(unit) => Some(unit.name().to_owned()),
                None if change.unplaced == Some(Unplaced::Undecided) => {
                    Some(self.tongue.say("undecided", &[])?)
                }
                None => None,
            },
            from_site: site(base, change.from_site.as_ref()),
            to_site: site(revision, change.to_site.as_ref()),
            from_head: self.head(before)?,
            to_head: match now {
                Some(now) => self.head(now)?,
                None => None,
            },
        };
        Ok(Some(Row {
            change: Some(change),
            now,
            from,
            to,
            posts: change.posts,
            way,
            site_changed: change.site_changed,
            told,
        }))
    }

    fn new_posts(
        &self,
        post: StaffView<'a>,
        posts: Quantity,
    ) -> Result<Option<Row<'a>>, WordsError> {
        let to = post.unit();
        if is_outside(None, to) || posts.high() == Some(0) {
            return Ok(None);
        }
        let told = StaffMove {
            title: post.name().to_owned(),
            new_title: None,
            posts: self.tongue.number(posts),
            fate: self.fate(Way::New, posts),
            changes: true,
            from_unit: None,
            to_unit: to.map(|unit| unit.name().to_owned()),
            from_site: None,
            to_site: post.site().map(|site| site.name().to_owned()),
            from_head: None,
            to_head: self.head(post)?,
        };
        Ok(Some(Row {
            change: None,
            now: Some(post),
            from: None,
            to,
            posts,
            way: Way::New,
            site_changed: false,
            told,
        }))
    }

    fn fate(&self, way: Way, posts: Quantity) -> String {
        let told = self.fates.get(&(way, posts == Quantity::ONE));
        told.cloned().unwrap_or_default()
    }

    /// Whether their unit is no longer the one it was: part of another, or of several.
    fn is_another(&self, from: Option<UnitView<'_>>, to: Option<UnitView<'_>>) -> bool {
        let units = &self.input.changes.lineage.units;
        from.zip(to)
            .is_some_and(|(from, to)| !units.is_same(from.id(), to.id()))
    }

    /// Whom posts report to; none where nobody is stated.
    fn head(&self, post: StaffView<'_>) -> Result<Option<String>, WordsError> {
        let told = match post.superior() {
            Superior::Post(head) if head.is_filled() => return Ok(Some(head.name().to_owned())),
            Superior::Post(head) => {
                let values = [("title", Value::from(head.name()))];
                self.tongue.say("head-unfilled", &values)?
            }
            Superior::Waiting(unit) => {
                let values = [("unit", Value::from(unit.name()))];
                self.tongue.say("head-waiting", &values)?
            }
            Superior::Ended => self.tongue.say("head-ended", &[])?,
            Superior::Top | Superior::NotStated => return Ok(None),
        };
        Ok(Some(told))
    }
}

/// Whether posts report to another post than before, be it that all of their unit do, or to
/// nobody where they reported to somebody.
pub(crate) fn led_anew(input: &Input<'_>, change: &StaffChange) -> bool {
    change.reports_elsewhere(input.base, input.revision, &input.changes.lineage)
}

/// What other organisations do with their own posts is not ours to tell.
fn is_outside(from: Option<UnitView<'_>>, to: Option<UnitView<'_>>) -> bool {
    let mut units = from.into_iter().chain(to).peekable();
    units.peek().is_some() && units.all(UnitView::is_external)
}

fn site(chart: &Chart, id: Option<&SiteId>) -> Option<String> {
    let site = chart.site(id?)?;
    Some(site.name().to_owned())
}
