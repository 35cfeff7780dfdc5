//! Change events (org:ChangeEvent): what a proposal says is to happen.
//!
//! Each event is one action, under its own key, with `id`, `because`, `date` and
//! `allow` beside it. What an action does to a chart is rokade-change's to say.

mod actions;
mod establish;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Allow;
use crate::date::DateSpan;
use crate::ids::EventId;

pub use actions::{
    Appoint, Assign, Close, Discontinue, Merge, Move, Recruit, Reduce, Relocate, Rename, Split,
    SplitPart,
};
pub use establish::{Establish, Established};

/// A change event (org:ChangeEvent): one action, with what stands beside it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EventEntry {
    /// Its id, by which a hearing's answer can name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<EventId>,
    /// A new unit, site, function or target group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub establish: Option<Box<Establish>>,
    /// Posts to another unit, a function to another holder, or a unit under another parent.
    #[serde(rename = "move", skip_serializing_if = "Option::is_none")]
    pub moves: Option<Move>,
    /// A unit or posts to another site, in the same line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relocate: Option<Relocate>,
    /// Functions, target groups, a superior or a professional lead for posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assign: Option<Assign>,
    /// Several units, target groups or functions made one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merge: Option<Merge>,
    /// One unit made several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
    /// Another name, another id, or both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rename: Option<Rename>,
    /// A head for a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appoint: Option<Appoint>,
    /// New posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recruit: Option<Box<Recruit>>,
    /// Fewer posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reduce: Option<Reduce>,
    /// A function, here or everywhere, or a target group ends on purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discontinue: Option<Discontinue>,
    /// A unit or a site is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close: Option<Close>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSpan>,
    /// Rules that may speak of what this event alone causes without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// What an event does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action<'e> {
    /// Founds a thing.
    Establish(&'e Establish),
    /// Moves posts, a function or a unit.
    Move(&'e Move),
    /// Moves to another site.
    Relocate(&'e Relocate),
    /// Gives posts work, groups, a superior or a lead.
    Assign(&'e Assign),
    /// Makes several one.
    Merge(&'e Merge),
    /// Makes one several.
    Split(&'e Split),
    /// Changes a name or an id.
    Rename(&'e Rename),
    /// Gives a unit a head.
    Appoint(&'e Appoint),
    /// Adds posts.
    Recruit(&'e Recruit),
    /// Takes posts away.
    Reduce(&'e Reduce),
    /// Ends a function or a target group.
    Discontinue(&'e Discontinue),
    /// Ends a unit or a site.
    Close(&'e Close),
}

/// The kinds of event, by the keys they stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionKind {
    /// `establish`
    Establish,
    /// `move`
    Move,
    /// `relocate`
    Relocate,
    /// `assign`
    Assign,
    /// `merge`
    Merge,
    /// `split`
    Split,
    /// `rename`
    Rename,
    /// `appoint`
    Appoint,
    /// `recruit`
    Recruit,
    /// `reduce`
    Reduce,
    /// `discontinue`
    Discontinue,
    /// `close`
    Close,
}

impl ActionKind {
    /// Every kind, in the order of the format's description.
    pub const ALL: [ActionKind; 12] = [
        ActionKind::Establish,
        ActionKind::Move,
        ActionKind::Relocate,
        ActionKind::Assign,
        ActionKind::Merge,
        ActionKind::Split,
        ActionKind::Rename,
        ActionKind::Appoint,
        ActionKind::Recruit,
        ActionKind::Reduce,
        ActionKind::Discontinue,
        ActionKind::Close,
    ];

    /// The key it stands under.
    pub fn key(self) -> &'static str {
        match self {
            ActionKind::Establish => "establish",
            ActionKind::Move => "move",
            ActionKind::Relocate => "relocate",
            ActionKind::Assign => "assign",
            ActionKind::Merge => "merge",
            ActionKind::Split => "split",
            ActionKind::Rename => "rename",
            ActionKind::Appoint => "appoint",
            ActionKind::Recruit => "recruit",
            ActionKind::Reduce => "reduce",
            ActionKind::Discontinue => "discontinue",
            ActionKind::Close => "close",
        }
    }
}

impl Action<'_> {
    /// Its kind.
    pub fn kind(self) -> ActionKind {
        match self {
            Action::Establish(_) => ActionKind::Establish,
            Action::Move(_) => ActionKind::Move,
            Action::Relocate(_) => ActionKind::Relocate,
            Action::Assign(_) => ActionKind::Assign,
            Action::Merge(_) => ActionKind::Merge,
            Action::Split(_) => ActionKind::Split,
            Action::Rename(_) => ActionKind::Rename,
            Action::Appoint(_) => ActionKind::Appoint,
            Action::Recruit(_) => ActionKind::Recruit,
            Action::Reduce(_) => ActionKind::Reduce,
            Action::Discontinue(_) => ActionKind::Discontinue,
            Action::Close(_) => ActionKind::Close,
        }
    }
}

impl EventEntry {
    /// Every action stated; an event that can be applied has exactly one.
    pub fn actions(&self) -> impl Iterator<Item = Action<'_>> {
        [
            self.establish.as_deref().map(Action::Establish),
            self.moves.as_ref().map(Action::Move),
            self.relocate.as_ref().map(Action::Relocate),
            self.assign.as_ref().map(Action::Assign),
            self.merge.as_ref().map(Action::Merge),
            self.split.as_ref().map(Action::Split),
            self.rename.as_ref().map(Action::Rename),
            self.appoint.as_ref().map(Action::Appoint),
            self.recruit.as_deref().map(Action::Recruit),
            self.reduce.as_ref().map(Action::Reduce),
            self.discontinue.as_ref().map(Action::Discontinue),
            self.close.as_ref().map(Action::Close),
        ]
        .into_iter()
        .flatten()
    }

    /// The one action, where there is exactly one.
    pub fn action(&self) -> Option<Action<'_>> {
        let mut actions = self.actions();
        let first = actions.next()?;
        actions.next().is_none().then_some(first)
    }

    /// The reason, beside the action or inside it.
    pub fn because(&self) -> Option<&str> {
        let inside = match self.action()? {
            Action::Establish(action) => &action.because,
            Action::Move(action) => &action.because,
            Action::Relocate(action) => &action.because,
            Action::Assign(action) => &action.because,
            Action::Merge(action) => &action.because,
            Action::Split(action) => &action.because,
            Action::Rename(action) => &action.because,
            Action::Appoint(action) => &action.because,
            Action::Recruit(action) => &action.because,
            Action::Reduce(action) => &action.because,
            Action::Discontinue(action) => &action.because,
            Action::Close(action) => &action.because,
        };
        self.because.as_deref().or(inside.as_deref())
    }
}
