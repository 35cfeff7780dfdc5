//! How those under each unit are arranged, and how wide everything may be: decided from the top,
//! by how much room there is.

use super::{GAP, Tree};

/// How often a box can be indented, counted from where boxes begin to stand below each other.
const INDENTS: i32 = 6;
/// As many as are as well below each other as in two rows.
const FEW: usize = 4;

/// How those under a unit stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// In rows, below the middle of their parent.
    Rows,
    /// Below each other, indented.
    Stack,
    /// Below each other and no further in than their parent, for there is no more room.
    Flat,
}

/// How a chart is to be arranged.
#[derive(Debug)]
pub(in super::super) struct Plan {
    /// The room it is made for.
    pub(super) room: i32,
    /// How far in a box stands from its parent.
    pub(super) indent: i32,
    /// How wide each box is.
    pub(super) widths: Vec<i32>,
    pub(super) arrangements: Vec<Arrangement>,
    /// In which row under its parent each stands.
    pub(super) rows: Vec<usize>,
}

impl Plan {
    /// All boxes have one width.
    pub(in super::super) fn wide(tree: &Tree, width: i32, room: i32, indent: i32) -> Plan {
        let needs = Needs::new(tree, width, indent);
        let mut plan = Plan::empty(tree, room, indent);
        plan.widths = vec![width; tree.len()];
        let mut budgets = vec![0; tree.len() + 1];
        budgets[tree.top()] = room;
        for at in tree.down() {
            let (children, budget) = (tree.children(at), budgets[at]);
            let inner = budget - indent;
            let arrangement;
            if at == tree.top() {
                arrangement = Arrangement::Rows;
                let is_alone = |unit: usize| tree.children(unit).is_empty();
                let mut row = 0;
                for alike in children.chunk_by(|&a, &b| is_alone(a) == is_alone(b)) {
                    let width = |unit: usize| needs.natural[unit].min(room);
                    row = plan.flow_from(row, alike, width, room, usize::MAX);
                }
                for row in children.chunk_by(|&a, &b| plan.rows[a] == plan.rows[b]) {
                    needs.share(row, room, &mut budgets);
                }
            } else if children.is_empty()
                || (children.len() == 1 && !plan.is_stacked(tree, at))
                || (children.len() > 1 && needs.side_by_side(children) <= budget)
            {
                arrangement = Arrangement::Rows;
                needs.share(children, budget, &mut budgets);
            } else if inner < width {
                arrangement = Arrangement::Flat;
                for &child in children {
                    budgets[child] = budget;
                }
            } else if needs.are_few_leaves(children)
                || !plan.flow_evenly(children, |child| needs.least[child].min(inner), inner)
            {
                arrangement = Arrangement::Stack;
                for &child in children {
                    budgets[child] = inner;
                }
            } else {
                arrangement = Arrangement::Rows;
                for row in children.chunk_by(|&a, &b| plan.rows[a] == plan.rows[b]) {
                    needs.share(row, inner, &mut budgets);
                }
            }
            plan.arrangements[at] = arrangement;
        }
        plan
    }

    /// All stand below each other, each as wide as the room is.
    pub(in super::super) fn narrow(tree: &Tree, least: i32, room: i32, indent: i32) -> Plan {
        let mut plan = Plan::empty(tree, room, indent);
        plan.widths = vec![room; tree.len()];
        for at in tree.down() {
            if at == tree.top() {
                plan.flow(tree.children(at), |_| room, room);
                continue;
            }
            let inner = plan.widths[at] - indent;
            let (arrangement, width) = if inner < least {
                (Arrangement::Flat, plan.widths[at])
            } else {
                (Arrangement::Stack, inner)
            };
            plan.arrangements[at] = arrangement;
            for &child in tree.children(at) {
                plan.widths[child] = width;
            }
        }
        plan
    }

    fn empty(tree: &Tree, room: i32, indent: i32) -> Plan {
        Plan {
            room,
            indent,
            widths: Vec::new(),
            arrangements: vec![Arrangement::Rows; tree.len() + 1],
            rows: vec![0; tree.len()],
        }
    }

    /// How wide the box of a unit is.
    pub(in super::super) fn width(&self, at: usize) -> i32 {
        self.widths[at]
    }

    /// Whether a unit stands no further in than its parent, so that its place does not show which
    /// that is.
    pub(in super::super) fn is_flat(&self, tree: &Tree, at: usize) -> bool {
        let parent = tree.parent(at);
        parent.is_some_and(|parent| self.arrangements[parent] == Arrangement::Flat)
    }

    /// Whether a unit stands in a stack, where one right below it would look like the next.
    fn is_stacked(&self, tree: &Tree, at: usize) -> bool {
        let parent = tree.parent(at);
        parent.is_some_and(|parent| self.arrangements[parent] != Arrangement::Rows)
    }

    /// Sets units in rows, as many in each as there is room for, and tells how many rows.
    fn flow(&mut self, units: &[usize], width: impl Fn(usize) -> i32, room: i32) -> usize {
        self.flow_from(0, units, width, room, usize::MAX)
    }

    fn flow_from(
        &mut self,
        first: usize,
        units: &[usize],
        width: impl Fn(usize) -> i32,
        room: i32,
        most: usize,
    ) -> usize {
        let (mut row, mut used, mut in_row) = (first, 0, 0);
        for &unit in units {
            let wide = width(unit);
            if in_row > 0 && (used + GAP + wide > room || in_row == most) {
                (row, used, in_row) = (row + 1, 0, 0);
            }
            used += wide + if in_row > 0 { GAP } else { 0 };
            in_row += 1;
            self.rows[unit] = row;
        }
        row + 1
    }

    /// Sets units in as few rows as there is room for, about as many in each. False where that is
    /// one in each.
    fn flow_evenly(&mut self, units: &[usize], width: impl Fn(usize) -> i32, room: i32) -> bool {
        let rows = self.flow(units, &width, room);
        if rows == units.len() {
            return false;
        }
        let most = units.len().div_ceil(rows);
        if self.flow_from(0, units, &width, room, most) > rows {
            self.flow(units, width, room);
        }
        true
    }
}

/// How wide units are with all that is below them.
struct Needs {
    /// When all stand below each other.
    least: Vec<i32>,
    /// When they stand in a stack themselves.
    stacked: Vec<i32>,
    /// When the first that can stand side by side do.
    wished: Vec<i32>,
    /// When all stand side by side.
    natural: Vec<i32>,
    /// How many there are.
    counts: Vec<usize>,
}

impl Needs {
    fn new(tree: &Tree, width: i32, indent: i32) -> Needs {
        // Wider than any room, and far from what a sum could not hold.
        const ENDLESS: i32 = 1 << 24;
        let nothing = || vec![width; tree.len() + 1];
        let mut needs = Needs {
            least: nothing(),
            stacked: nothing(),
            wished: nothing(),
            natural: nothing(),
            counts: vec![1; tree.len() + 1],
        };
        let row = |children: &[usize], widths: &[i32]| {
            children
                .iter()
                .fold(-GAP, |sum, &child| (sum + GAP + widths[child]).min(ENDLESS))
        };
        for at in tree.up() {
            let children = tree.children(at);
            let widest = children.iter().map(|&child| needs.stacked[child]).max();
            let Some(widest) = widest else { continue };
            needs.counts[at] += children
                .iter()
                .map(|&child| needs.counts[child])
                .sum::<usize>();
            needs.stacked[at] = (widest + indent).clamp(width, width + INDENTS * indent);
            needs.least[at] = match children {
                [only] => needs.least[*only],
                _ => needs.stacked[at],
            };
            needs.natural[at] = row(children, &needs.natural).max(width);
            needs.wished[at] = match children {
                [only] => needs.wished[*only],
                _ => row(children, &needs.least).max(width),
            };
        }
        needs
    }

    /// How wide units are side by side when all below them stand below each other.
    fn side_by_side(&self, units: &[usize]) -> i32 {
        let wide = units.iter().map(|&unit| i64::from(self.least[unit] + GAP));
        i32::try_from(wide.sum::<i64>() - i64::from(GAP)).unwrap_or(i32::MAX)
    }

    fn are_few_leaves(&self, units: &[usize]) -> bool {
        units.len() <= FEW && units.iter().all(|&unit| self.counts[unit] == 1)
    }

    /// Shares a room among units side by side: what each must have; then what those below need to
    /// stand side by side, of all of them alike or of one that has most of the units; then the rest
    /// to those who can use it.
    fn share(&self, row: &[usize], room: i32, budgets: &mut [i32]) {
        let Some(&largest) = row.iter().max_by_key(|&&unit| self.counts[unit]) else {
            return;
        };
        for &unit in row {
            budgets[unit] = self.least[unit].min(room);
        }
        let mut left = room - self.side_by_side(row);
        let more = |unit: usize, of: &[i32], budgets: &[i32]| (of[unit] - budgets[unit]).max(0);
        let all = |of: &[i32], budgets: &[i32]| -> i64 {
            row.iter()
                .map(|&unit| i64::from(more(unit, of, budgets)))
                .sum()
        };
        if all(&self.wished, budgets) <= i64::from(left) {
            for &unit in row {
                let more = more(unit, &self.wished, budgets);
                (budgets[unit], left) = (budgets[unit] + more, left - more);
            }
        } else {
            let counts: usize = row.iter().map(|&unit| self.counts[unit]).sum();
            let more = more(largest, &self.wished, budgets);
            if self.counts[largest] * 2 > counts && more <= left {
                (budgets[largest], left) = (budgets[largest] + more, left - more);
            }
        }
        let wanting = |budgets: &[i32]| {
            let wanting = row
                .iter()
                .filter(|&&unit| more(unit, &self.natural, budgets) > 0);
            i32::try_from(wanting.count()).unwrap_or(i32::MAX)
        };
        if all(&self.natural, budgets) <= i64::from(left) {
            for &unit in row {
                budgets[unit] = budgets[unit].max(self.natural[unit]);
            }
        } else if left > 0 {
            let each = left / wanting(budgets).max(1);
            for &unit in row {
                budgets[unit] += more(unit, &self.natural, budgets).min(each);
            }
        }
    }
}
