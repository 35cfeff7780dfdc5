//! Why two things are held to be one, and how much of a unit lies where.
//!
//! Plain data; the passes make it, reports print it.

use rokade_core::ids::UnitId;
use rokade_core::quantity::Quantity;

/// Why two things are held to be one: the pass that found them, with what it counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// `previously` says so.
    Declared,
    /// They have the same id.
    SameId,
    /// Their ids are alike but for a prefix or a suffix that a whole series has.
    Affix,
    /// They share numbers in other systems.
    Identifiers {
        /// How many they share.
        shared: usize,
        /// Of how many: those of the one that is part of the other, or became it.
        of: usize,
    },
    /// They have the same name in the same unit, or under the same one.
    Name,
    /// They have the same name, and nothing else of their kind has.
    UniqueName,
    /// They have the same purpose, and nothing else of their kind has.
    Purpose,
    /// What the one held, the other holds. In a box: there may be a million pairs, and few are
    /// found by contents.
    Contents(Box<Contents>),
}

impl Evidence {
    /// The word for it in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Evidence::Declared => "declared",
            Evidence::SameId => "same-id",
            Evidence::Affix => "affix",
            Evidence::Identifiers { .. } => "identifiers",
            Evidence::Name => "name",
            Evidence::UniqueName => "unique-name",
            Evidence::Purpose => "purpose",
            Evidence::Contents(_) => "contents",
        }
    }
}

/// What was counted of two units found by contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Contents {
    /// Of what the unit of the base held, what is in the unit of the revision.
    pub of_base: Part,
    /// Of what the unit of the revision holds, what came from the unit of the base.
    pub of_revision: Part,
}

/// Things that units hold: what they are responsible for, the posts in them, the units under
/// them; directly, not through what is below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Held {
    /// Functions, each counted once however many share it.
    pub functions: usize,
    /// Posts, by count.
    pub posts: Quantity,
    /// Units.
    pub units: usize,
}

impl Part {
    /// Whether it is at least half, by the mean over the kinds that there are.
    pub(crate) fn is_half(self) -> bool {
        let posts = |held: Held| {
            let low = held.posts.low();
            low.saturating_add(held.posts.high().unwrap_or(low))
        };
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let kinds = [
            (whole(self.held.functions), whole(self.of.functions)),
            (posts(self.held), posts(self.of)),
            (whole(self.held.units), whole(self.of.units)),
        ];
        let there = kinds.into_iter().filter(|(_, all)| *all > 0);
        #[expect(clippy::cast_precision_loss, reason = "a share needs no 64 bits")]
        let over_half: f64 = there
            .map(|(part, all)| part as f64 / all as f64 - 0.5)
            .sum();
        over_half >= 0.0
    }
}

/// Some of what a unit holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Part {
    /// How much.
    pub held: Held,
    /// Of how much.
    pub of: Held,
}

/// Where everything of a unit without a counterpart is in the other chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Whereabouts {
    /// All that it holds.
    pub of: Held,
    /// What of it the other chart does not have.
    pub nowhere: Held,
    /// What of it is in units of the other chart, the largest part first.
    pub units: Vec<(UnitId, Held)>,
}
