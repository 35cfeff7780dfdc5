//! The lines that balance: every function and every post of the base, counted once.

use rokade_core::quantity::Quantity;

use crate::functions::{FunctionChange, FunctionFate};
use crate::staff::{Pools, PostFate, StaffChange};

/// functions = stayed + moved + split + absorbed + ended + unassigned + absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FunctionBalance {
    /// Functions of the base.
    pub all: usize,
    /// See [`FunctionFate`].
    pub stayed: usize,
    /// See [`FunctionFate`].
    pub moved: usize,
    /// See [`FunctionFate`].
    pub split: usize,
    /// See [`FunctionFate`].
    pub absorbed: usize,
    /// See [`FunctionFate`].
    pub ended: usize,
    /// See [`FunctionFate`].
    pub unassigned: usize,
    /// See [`FunctionFate`].
    pub absent: usize,
}

impl FunctionBalance {
    /// Whether the parts make the whole.
    pub fn holds(&self) -> bool {
        self.all
            == self.stayed
                + self.moved
                + self.split
                + self.absorbed
                + self.ended
                + self.unassigned
                + self.absent
    }
}

/// posts = stayed + moved + ended + unplaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostBalance {
    /// Posts of the base.
    pub all: Quantity,
    /// See [`PostFate`].
    pub stayed: Quantity,
    /// See [`PostFate`].
    pub moved: Quantity,
    /// See [`PostFate`].
    pub ended: Quantity,
    /// See [`PostFate`].
    pub unplaced: Quantity,
}

impl PostBalance {
    /// Whether the parts can make the whole.
    pub fn holds(&self) -> bool {
        let parts = self.stayed + self.moved + self.ended + self.unplaced;
        Quantity::balances(parts, self.all) || parts.is_unknown()
    }
}

/// Both lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Functions.
    pub functions: FunctionBalance,
    /// Posts.
    pub posts: PostBalance,
}

impl Balance {
    pub(crate) fn new(
        functions: &[FunctionChange],
        staff: &[StaffChange],
        pools: &Pools,
        posts: Quantity,
    ) -> Self {
        let count = |fate| functions.iter().filter(|f| f.fate == fate).count();
        let sum = |fate| pools.total(staff.iter().filter(|s| s.fate == fate));
        Balance {
            functions: FunctionBalance {
                all: functions.len(),
                stayed: count(FunctionFate::Stayed),
                moved: count(FunctionFate::Moved),
                split: count(FunctionFate::Split),
                absorbed: count(FunctionFate::Absorbed),
                ended: count(FunctionFate::Ended),
                unassigned: count(FunctionFate::Unassigned),
                absent: count(FunctionFate::Absent),
            },
            posts: PostBalance {
                all: posts,
                stayed: sum(PostFate::Stayed),
                moved: sum(PostFate::Moved),
                ended: sum(PostFate::Ended),
                unplaced: sum(PostFate::Unplaced),
            },
        }
    }

    /// Whether both lines hold.
    pub fn holds(&self) -> bool {
        self.functions.holds() && self.posts.holds()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balance(stayed: usize, posts: Quantity) -> Balance {
        Balance {
            functions: FunctionBalance {
                all: 2,
                stayed,
                ..FunctionBalance::default()
            },
            posts: PostBalance {
                all: Quantity::ONE,
                stayed: posts,
                moved: Quantity::ZERO,
                ended: Quantity::ZERO,
                unplaced: Quantity::ZERO,
            },
        }
    }

    #[test]
    fn both_lines_have_to_hold() {
        assert!(balance(2, Quantity::ONE).holds());
        assert!(!balance(1, Quantity::ONE).holds());
        assert!(!balance(2, Quantity::ZERO).holds());
        // Of posts that nobody has counted nothing is said.
        assert!(balance(2, Quantity::UNKNOWN).holds());
        assert!(!balance(1, Quantity::UNKNOWN).holds());
    }
}
