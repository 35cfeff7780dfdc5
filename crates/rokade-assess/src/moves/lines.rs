//! Every difference between two charts as a line: what it is about, what happens to it, from
//! where and to where.

use rokade_change::{
    Change, ChangeKind, FunctionChange, PostFate, Rename, Renaming, StaffChange, Unplaced,
};
use rokade_core::assessment::ChangeLine;
use rokade_core::chart::{
    FunctionView, HeadState, Named, ParentState, StaffView, Superior, UnitView,
};
use rokade_core::comparison::ComparedValue;
use rokade_core::finding::{Rank, Side, Value, sorted};
use rokade_core::ids::{FunctionId, Id, Kind, Subject, UnitId};
use rokade_core::words::{WordsError, by_name};

use crate::Input;
use crate::passing::{Passed, Passing};
use crate::tongue::Tongue;

/// Every kind of line with its topic, in the order in which they are told.
const KINDS: &[(&str, Rank)] = &[
    ("unit-closed", Rank::Units),
    ("unit-merged", Rank::Units),
    ("unit-split", Rank::Units),
    ("unit-founded", Rank::Units),
    ("unit-moved", Rank::Units),
    ("unit-relocated", Rank::Units),
    ("unit-renamed", Rank::Units),
    ("unit-respelt", Rank::Units),
    ("function-unassigned", Rank::Functions),
    ("function-ended", Rank::Functions),
    ("function-absent", Rank::Functions),
    ("function-divided", Rank::Functions),
    ("function-absorbed", Rank::Functions),
    ("function-moved", Rank::Functions),
    ("function-relocated", Rank::Functions),
    ("function-split", Rank::Functions),
    ("function-joined", Rank::Functions),
    ("function-founded", Rank::Functions),
    ("function-renamed", Rank::Functions),
    ("function-respelt", Rank::Functions),
    ("site-closed", Rank::Places),
    ("site-opened", Rank::Places),
    ("site-renamed", Rank::Places),
    ("site-respelt", Rank::Places),
    ("co-location-dropped", Rank::Places),
    ("co-location-stated", Rank::Places),
    ("target-group-renamed", Rank::Citizens),
    ("target-group-respelt", Rank::Citizens),
    ("staff-unplaced", Rank::People),
    ("staff-ended", Rank::People),
    ("staff-moved", Rank::People),
    ("staff-relocated", Rank::People),
    ("staff-led", Rank::People),
    ("staff-added", Rank::People),
    ("staff-renamed", Rank::People),
    ("staff-respelt", Rank::People),
    ("head-changed", Rank::Leadership),
];

/// A line before its kind is told in words.
struct Line {
    /// Its place among the kinds.
    kind: usize,
    what: String,
    from: Option<String>,
    to: Option<String>,
    posts: Option<ComparedValue>,
}

impl Line {
    fn new(kind: &str, what: String) -> Self {
        let known = KINDS.iter().position(|(known, _)| *known == kind);
        Line {
            kind: known.unwrap_or(KINDS.len() - 1),
            what,
            from: None,
            to: None,
            posts: None,
        }
    }

    fn between(mut self, from: Option<String>, to: Option<String>) -> Self {
        (self.from, self.to) = (from, to);
        self
    }
}

/// All lines: by topic, then by kind, then by name.
pub(super) fn lines(input: &Input<'_>) -> Result<Vec<ChangeLine>, WordsError> {
    let teller = Teller {
        input: *input,
        tongue: super::tongue(input)?,
        passing: Passing::new(input.base, input.revision, input.changes),
    };
    let changes = input.changes;
    let mut lines = Vec::new();
    for change in &changes.changes {
        lines.extend(teller.change(change)?);
    }
    lines.extend(changes.functions.iter().filter_map(|f| teller.function(f)));
    for change in &changes.staff {
        lines.extend(teller.staff(change)?);
    }
    lines.extend(changes.renames.iter().filter_map(|r| teller.rename(r)));
    lines.sort_by(|a, b| {
        let told = |line: &Line| (line.from.clone(), line.to.clone());
        a.kind
            .cmp(&b.kind)
            .then_with(|| by_name(input.language, &a.what, &b.what))
            .then_with(|| told(a).cmp(&told(b)))
    });
    let told = lines.into_iter().map(|line| {
        #[expect(
            clippy::indexing_slicing,
            reason = "a line's kind is a place in the list of kinds"
        )]
        let (kind, topic) = KINDS[line.kind];
        Ok(ChangeLine {
            topic,
            topic_name: teller.tongue.say(&format!("topic-{}", topic.name()), &[])?,
            kind: teller.tongue.say(kind, &[])?,
            what: line.what,
            from: line.from,
            to: line.to,
            posts: line.posts,
        })
    });
    told.collect()
}

struct Teller<'a> {
    input: Input<'a>,
    tongue: Tongue<'a>,
    passing: Passing<'a>,
}

impl Teller<'_> {
    /// Names in a list; none where there are none.
    fn names(&self, side: Side, things: impl IntoIterator<Item = Subject>) -> Option<String> {
        let things = sorted(things);
        let mut names: Vec<String> = things
            .iter()
            .map(|thing| self.tongue.speaker.name(side, thing))
            .collect();
        names.sort_by(|a, b| by_name(self.input.language, a, b));
        (!names.is_empty()).then(|| self.tongue.speaker.list(names))
    }

    fn units<'u>(&self, side: Side, units: impl IntoIterator<Item = &'u UnitId>) -> Option<String> {
        self.names(side, units.into_iter().map(Id::subject))
    }

    /// Differences of units, sites and co-locations, and what is new. Of functions and posts of
    /// the base more is known than the list of differences has.
    fn change(&self, change: &Change) -> Result<Option<Line>, WordsError> {
        use ChangeKind as K;
        let kind = change.kind.name();
        let name = |side, thing: Option<&Subject>| match thing {
            Some(thing) if thing.kind == Kind::CoLocation => self.tongue.together(thing),
            Some(thing) => Some(self.tongue.speaker.name(side, thing)),
            None => None,
        };
        let is_new = change.base.is_none();
        let what = match &change.base {
            Some(base) => name(Side::Base, Some(base)),
            None => name(Side::Revision, change.revision.first()),
        };
        let Some(what) = what else { return Ok(None) };
        let line = Line::new(kind, what);
        Ok(Some(match change.kind {
            K::UnitClosed
            | K::SiteOpened
            | K::SiteClosed
            | K::CoLocationStated
            | K::CoLocationDropped => line,
            K::UnitMerged | K::UnitSplit => {
                let to = self.names(Side::Revision, change.revision.iter().cloned());
                line.between(None, to)
            }
            K::UnitRelocated => line.between(
                name(Side::Base, change.from.first()),
                name(Side::Revision, change.to.first()),
            ),
            K::UnitMoved | K::HeadChanged | K::UnitFounded => {
                let [before, now] = self.unit_of(change);
                let told = |unit: Option<UnitView<'_>>| match unit {
                    Some(unit) if change.kind == K::HeadChanged => head_text(unit, &self.tongue),
                    Some(unit) => parent_text(unit, &self.tongue),
                    None => Ok(None),
                };
                line.between(told(before)?, told(now)?)
            }
            K::FunctionFounded => {
                let id = change.revision.first().map(|thing| thing.id.clone());
                let id = id.map(FunctionId::from_checked);
                let function = id.and_then(|id| self.input.revision.function(&id));
                let holders = function.map(FunctionView::holders).unwrap_or_default();
                let to = self.units(Side::Revision, holders.iter().map(|unit| unit.id()));
                line.between(None, to)
            }
            K::StaffAdded if is_new => {
                let posts = change.posts.map(|posts| self.tongue.number(posts));
                let line = line.between(None, self.names(Side::Revision, change.to.clone()));
                Line { posts, ..line }
            }
            _ => return Ok(None),
        }))
    }

    /// The unit that a difference is of, in the base and in the revision.
    fn unit_of(&self, change: &Change) -> [Option<UnitView<'_>>; 2] {
        let (base, revision) = (self.input.base, self.input.revision);
        let id = |thing: &Subject| UnitId::from_checked(thing.id.clone());
        match &change.base {
            None => {
                let new = change.revision.first().map(id);
                [None, new.and_then(|id| revision.unit(&id))]
            }
            Some(old) => {
                let of_unit = self.input.changes.unit(&id(old));
                of_unit.map_or([None; 2], |unit| [unit.before(base), unit.now(revision)])
            }
        }
    }

    fn function(&self, change: &FunctionChange) -> Option<Line> {
        let kind = change.kind()?;
        let is_relocated = kind == ChangeKind::FunctionMoved && !change.unit_changed;
        let key = if is_relocated {
            "function-relocated"
        } else {
            kind.name()
        };
        let name = self
            .tongue
            .speaker
            .name(Side::Base, &change.function.subject());
        let line = Line::new(key, name);
        let from = match (&change.given_up, &change.joined) {
            (Some(part), _) | (None, Some(part)) => &part.from,
            (None, None) => &change.from,
        };
        Some(match kind {
            ChangeKind::FunctionAbsorbed | ChangeKind::FunctionDivided => line.between(
                self.units(Side::Base, from),
                self.names(Side::Revision, change.to.iter().map(Id::subject)),
            ),
            _ if is_relocated => line.between(
                self.names(Side::Base, change.from_sites.iter().map(Id::subject)),
                self.names(Side::Revision, change.to_sites.iter().map(Id::subject)),
            ),
            ChangeKind::FunctionJoined => {
                let into = change
                    .joined
                    .as_ref()
                    .map_or(&change.into, |part| &part.into);
                line.between(
                    self.units(Side::Base, from),
                    self.units(Side::Revision, into),
                )
            }
            _ => {
                let passed = self.passing.of(&change.function);
                let into = passed.map(Passed::into).unwrap_or_default();
                line.between(
                    self.units(Side::Base, from),
                    self.units(Side::Revision, &into),
                )
            }
        })
    }

    fn staff(&self, change: &StaffChange) -> Result<Option<Line>, WordsError> {
        let kind = match change.fate {
            PostFate::Stayed => return Ok(None),
            PostFate::Moved if change.unit_changed => "staff-moved",
            PostFate::Moved if change.site_changed => "staff-relocated",
            PostFate::Moved => "staff-led",
            PostFate::Ended => "staff-ended",
            PostFate::Unplaced => "staff-unplaced",
        };
        let before = self.input.base.post(&change.staff);
        let Some(before) = before.filter(|_| change.posts.high() != Some(0)) else {
            return Ok(None);
        };
        let now = change.to.as_ref();
        let now = now.and_then(|id| self.input.revision.post(id));
        let line = Line {
            posts: Some(self.tongue.number(change.posts)),
            ..Line::new(kind, before.name().to_owned())
        };
        let head = |post: StaffView<'_>| match post.superior() {
            Superior::Post(head) => Some(head.name().to_owned()),
            _ => None,
        };
        Ok(Some(match kind {
            "staff-relocated" => line.between(
                self.names(Side::Base, change.from_site.iter().map(Id::subject)),
                self.names(Side::Revision, change.to_site.iter().map(Id::subject)),
            ),
            "staff-led" => line.between(head(before), now.and_then(head)),
            _ => {
                let to = match change.unplaced {
                    Some(Unplaced::Undecided) => Some(self.tongue.say("undecided", &[])?),
                    _ => self.units(Side::Revision, &change.to_unit),
                };
                line.between(self.units(Side::Base, &change.from_unit), to)
            }
        }))
    }

    /// A new name; that only an id is new says nothing to a reader.
    fn rename(&self, rename: &Rename) -> Option<Line> {
        let (renamed, respelt) = match rename.base.kind {
            Kind::Unit => ("unit-renamed", "unit-respelt"),
            Kind::Function => ("function-renamed", "function-respelt"),
            Kind::Site => ("site-renamed", "site-respelt"),
            Kind::TargetGroup => ("target-group-renamed", "target-group-respelt"),
            Kind::Staff => ("staff-renamed", "staff-respelt"),
            _ => return None,
        };
        let kind = match rename.name {
            Renaming::None => return None,
            Renaming::Respelt => respelt,
            Renaming::Renamed => renamed,
        };
        let speaker = &self.tongue.speaker;
        let before = speaker.name(Side::Base, &rename.base);
        let now = speaker.name(Side::Revision, &rename.revision);
        Some(Line::new(kind, before.clone()).between(Some(before), Some(now)))
    }
}

/// What a unit stands under, in words; none where it stands under nothing.
pub(crate) fn parent_text(
    unit: UnitView<'_>,
    tongue: &Tongue<'_>,
) -> Result<Option<String>, WordsError> {
    match unit.parent_state() {
        ParentState::Unit(parent) => Ok(Some(parent.name().to_owned())),
        ParentState::Undecided => tongue.say("undecided", &[]).map(Some),
        ParentState::Ended => tongue.say("under-ended", &[]).map(Some),
        ParentState::Root | ParentState::Unknown => Ok(None),
    }
}

/// Who leads a unit, in words; none where the chart does not say.
pub(crate) fn head_text(
    unit: UnitView<'_>,
    tongue: &Tongue<'_>,
) -> Result<Option<String>, WordsError> {
    match unit.head() {
        HeadState::NotStated => Ok(None),
        HeadState::None => tongue.say("head-none", &[]).map(Some),
        HeadState::Vacant => tongue.say("head-vacant", &[]).map(Some),
        HeadState::Unfilled(post) => {
            let values = [("title", Value::from(post.name()))];
            tongue.say("head-unfilled", &values).map(Some)
        }
        HeadState::Post(post) => Ok(Some(post.name().to_owned())),
    }
}
