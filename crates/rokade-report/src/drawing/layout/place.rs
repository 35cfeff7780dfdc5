//! From how a chart is arranged to where each box stands, and how lines run between them.

use super::plan::{Arrangement, Plan};
use super::{ATTACH, Edge, GAP, GUTTER, Layout, ROW_GAP, SPINE, STACK_GAP, Spot, Tree};

/// A unit with all that is below it, as a rectangle.
#[derive(Debug, Clone, Copy, Default)]
struct Block {
    width: i32,
    height: i32,
    /// How far in its own box stands.
    box_at: i32,
    /// Where it stands in its parent's block.
    x: i32,
    y: i32,
}

/// Places boxes that are so high.
pub(in super::super) fn place(tree: &Tree, plan: &Plan, heights: &[i32]) -> Layout {
    let slots = slots(tree, plan, heights);
    let mut blocks = vec![Block::default(); tree.len() + 1];
    for at in tree.up() {
        match plan.arrangements[at] {
            _ if at == tree.top() => roots(tree, plan, heights, &mut blocks),
            _ if tree.children(at).is_empty() => {
                blocks[at].width = plan.widths[at];
                blocks[at].height = heights[at];
            }
            Arrangement::Rows => rows(tree, plan, heights, &slots, &mut blocks, at),
            Arrangement::Stack => stack(tree, plan, heights, &mut blocks, at, plan.indent),
            Arrangement::Flat => stack(tree, plan, heights, &mut blocks, at, 0),
        }
    }
    let mut boxes = vec![Spot::default(); tree.len()];
    let mut corners = vec![(0, 0); tree.len() + 1];
    for at in 0..tree.len() {
        let block = blocks[at];
        let (x, y) = corners[tree.parents[at]];
        corners[at] = (x + block.x, y + block.y);
        boxes[at] = Spot {
            x: x + block.x + block.box_at,
            y: y + block.y,
            width: plan.widths[at],
            height: heights[at],
        };
    }
    Layout {
        edges: edges(tree, plan, &boxes, &corners),
        height: blocks[tree.top()].height,
        boxes,
    }
}

/// How high each box counts where rows begin below it: as its neighbours that have rows too, so that
/// all that is under them stands in one line.
fn slots(tree: &Tree, plan: &Plan, heights: &[i32]) -> Vec<i32> {
    let mut slots = heights.to_vec();
    for at in tree.down() {
        if plan.arrangements[at] != Arrangement::Rows {
            continue;
        }
        for row in tree
            .children(at)
            .chunk_by(|&a, &b| plan.rows[a] == plan.rows[b])
        {
            let has_rows = |&&unit: &&usize| {
                plan.arrangements[unit] == Arrangement::Rows && !tree.children(unit).is_empty()
            };
            let with_rows = || row.iter().filter(has_rows);
            let highest = with_rows().map(|&unit| heights[unit]).max().unwrap_or(0);
            with_rows().for_each(|&unit| slots[unit] = highest);
        }
    }
    slots
}

fn rows(tree: &Tree, plan: &Plan, heights: &[i32], slots: &[i32], blocks: &mut [Block], at: usize) {
    let children = tree.children(at);
    let is_one_row = children.last().is_none_or(|&last| plan.rows[last] == 0);
    let from = if is_one_row { 0 } else { plan.indent };
    let mut block = Block {
        height: heights[at],
        ..Block::default()
    };
    let mut y = slots[at] + ROW_GAP;
    for row in children.chunk_by(|&a, &b| plan.rows[a] == plan.rows[b]) {
        let (right, highest) = side_by_side(row, blocks, (from, y));
        block.width = block.width.max(right);
        block.height = y + highest;
        y += highest + ROW_GAP;
    }
    // Its own box stands over the middle of the first row.
    let middle = |&unit: &usize| {
        let child = blocks[unit];
        child.x + child.box_at + plan.widths[unit] / 2
    };
    let mut row = children.iter().take_while(|&&unit| plan.rows[unit] == 0);
    let first = row.next().map_or(0, middle);
    let last = row.last().map_or(first, middle);
    block.box_at = i32::midpoint(first, last) - plan.widths[at] / 2;
    let short = (-block.box_at).max(0);
    if short > 0 {
        for &unit in children {
            blocks[unit].x += short;
        }
        block.box_at += short;
        block.width += short;
    }
    block.width = block.width.max(block.box_at + plan.widths[at]);
    blocks[at] = block;
}

/// Places blocks side by side, and tells where they end and how high they are.
fn side_by_side(row: &[usize], blocks: &mut [Block], (mut x, y): (i32, i32)) -> (i32, i32) {
    let mut highest = 0;
    for &unit in row {
        (blocks[unit].x, blocks[unit].y) = (x, y);
        x += blocks[unit].width + GAP;
        highest = highest.max(blocks[unit].height);
    }
    (x - GAP, highest)
}

/// Places what stands under nothing: trees below each other, each in the middle, and units that
/// stand alone beside the tree before them where there is room.
fn roots(tree: &Tree, plan: &Plan, heights: &[i32], blocks: &mut [Block]) {
    let children = tree.children(tree.top());
    let mut bottom = 0;
    // A tree that has nothing beside it yet.
    let mut host: Option<usize> = None;
    for row in children.chunk_by(|&a, &b| plan.rows[a] == plan.rows[b]) {
        let wide = row
            .iter()
            .map(|&unit| blocks[unit].width + GAP)
            .sum::<i32>()
            - GAP;
        let highest = row
            .iter()
            .map(|&unit| blocks[unit].height)
            .max()
            .unwrap_or(0);
        let is_alone = |unit: usize| tree.children(unit).is_empty();
        if let Some(host) = host
            .take()
            .filter(|_| row.iter().all(|&unit| is_alone(unit)))
        {
            let block = blocks[host];
            let right = block.x + block.box_at + plan.widths[host];
            if highest <= heights[host] && right + 2 * GAP + wide <= plan.room {
                // Beside its topmost box.
                side_by_side(row, blocks, (plan.room - wide, block.y));
                continue;
            }
            if block.width + 2 * GAP + wide <= plan.room {
                // Beside all of it, which gives way.
                blocks[host].x = (plan.room - block.width - 2 * GAP - wide) / 2;
                let x = blocks[host].x + block.width + 2 * GAP;
                side_by_side(row, blocks, (x, block.y));
                bottom = bottom.max(block.y + highest);
                continue;
            }
        }
        let y = if bottom == 0 { 0 } else { bottom + ROW_GAP };
        side_by_side(row, blocks, ((plan.room - wide) / 2, y));
        bottom = y + highest;
        host = row
            .first()
            .copied()
            .filter(|&unit| row.len() == 1 && !is_alone(unit));
    }
    blocks[tree.top()].height = bottom;
}

fn stack(tree: &Tree, plan: &Plan, heights: &[i32], blocks: &mut [Block], at: usize, indent: i32) {
    let mut block = Block {
        width: plan.widths[at],
        height: heights[at],
        ..Block::default()
    };
    for &child in tree.children(at) {
        (blocks[child].x, blocks[child].y) = (indent, block.height + STACK_GAP);
        block.width = block.width.max(indent + blocks[child].width);
        block.height += STACK_GAP + blocks[child].height;
    }
    blocks[at] = block;
}

fn edges(tree: &Tree, plan: &Plan, boxes: &[Spot], corners: &[(i32, i32)]) -> Vec<Edge> {
    let mut edges = Vec::with_capacity(tree.len());
    for (child, spot) in boxes.iter().enumerate() {
        let Some(parent) = tree.parent(child) else {
            continue;
        };
        let from = boxes[parent];
        let side = spot.y + ATTACH;
        let mut points = match plan.arrangements[parent] {
            Arrangement::Stack => {
                let spine = from.x + SPINE;
                vec![(spine, from.bottom()), (spine, side), (spot.x, side)]
            }
            Arrangement::Flat => {
                let (spine, start) = (from.x - GUTTER, from.y + ATTACH);
                vec![
                    (from.x, start),
                    (spine, start),
                    (spine, side),
                    (spot.x, side),
                ]
            }
            Arrangement::Rows => {
                let first = tree.children(parent)[0];
                let bus = boxes[first].y - ROW_GAP / 2;
                let mut points = vec![(from.middle(), from.bottom()), (from.middle(), bus)];
                if plan.rows[child] > 0 {
                    let trunk = corners[parent].0 + SPINE;
                    points.extend([(trunk, bus), (trunk, spot.y - ROW_GAP / 2)]);
                }
                points.push((spot.middle(), spot.y - ROW_GAP / 2));
                points.push((spot.middle(), spot.y));
                points
            }
        };
        points.dedup();
        edges.push(Edge {
            parent,
            child,
            points,
        });
    }
    edges
}
