//! Where the boxes of an org chart stand, and the lines between them.
//!
//! Children stand side by side under the middle of their parent where the room allows it, in
//! several rows where there are many, and else below each other along a line at the left. It knows
//! how large boxes are and nothing of what is in them; it is linear in how many there are, and
//! nothing recurses.

#![expect(
    clippy::indexing_slicing,
    reason = "every list has one place for each unit of the tree, and every number is that of a unit of the same tree"
)]

mod place;
mod plan;

#[cfg(test)]
mod tests;

pub(super) use place::place;
pub(super) use plan::Plan;

/// Between boxes side by side.
const GAP: i32 = 20;
/// Between a row of boxes and the one below it.
const ROW_GAP: i32 = 30;
/// Between boxes below each other.
const STACK_GAP: i32 = 12;
/// From the top of a box to where a line from the left meets it.
const ATTACH: i32 = 20;
/// From the left of a box to the line along which those below it stand.
const SPINE: i32 = 8;
/// How far to the left of boxes the line runs where nothing can be indented any more.
pub(super) const GUTTER: i32 = 8;

/// Units as they stand under each other. One more than there are units, the last of all, has those
/// that stand under none.
#[derive(Debug)]
pub(super) struct Tree {
    parents: Vec<usize>,
    children: Vec<Vec<usize>>,
}

impl Tree {
    /// Each is named by its place and stands after its parent; one that does not stands under none.
    pub(super) fn new(parents: impl IntoIterator<Item = Option<usize>>) -> Tree {
        let parents: Vec<Option<usize>> = parents.into_iter().collect();
        let top = parents.len();
        let parents: Vec<usize> = parents
            .into_iter()
            .enumerate()
            .map(|(at, parent)| parent.filter(|&parent| parent < at).unwrap_or(top))
            .collect();
        let mut children = vec![Vec::new(); top + 1];
        for (at, &parent) in parents.iter().enumerate() {
            children[parent].push(at);
        }
        Tree { parents, children }
    }

    /// How many units there are.
    pub(super) fn len(&self) -> usize {
        self.parents.len()
    }

    /// The unit that one stands under.
    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        Some(self.parents[at]).filter(|&parent| parent < self.len())
    }

    /// Those that stand right under one.
    pub(super) fn children(&self, at: usize) -> &[usize] {
        &self.children[at]
    }

    /// The place of what has those that stand under none.
    fn top(&self) -> usize {
        self.len()
    }

    /// All, each after its parent.
    fn down(&self) -> impl Iterator<Item = usize> + use<> {
        std::iter::once(self.len()).chain(0..self.len())
    }

    /// All, each before its parent.
    fn up(&self) -> impl Iterator<Item = usize> + use<> {
        (0..self.len()).rev().chain(std::iter::once(self.len()))
    }
}

/// A box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spot {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Spot {
    fn middle(self) -> i32 {
        self.x + self.width / 2
    }

    pub(super) fn right(self) -> i32 {
        self.x + self.width
    }

    pub(super) fn bottom(self) -> i32 {
        self.y + self.height
    }
}

/// The line from a unit to one under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) parent: usize,
    pub(super) child: usize,
    pub(super) points: Vec<(i32, i32)>,
}

/// A chart laid out from (0, 0).
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) boxes: Vec<Spot>,
    pub(super) edges: Vec<Edge>,
    pub(super) height: i32,
}
