//! Trees of every shape are laid out without anything standing on anything.

use proptest::prelude::*;

use super::*;

const ROOM: i32 = 1016;
const NARROW_ROOM: i32 = 316;

/// What is wrong with a layout; nothing where all is well.
fn mistakes(tree: &Tree, layout: &Layout, room: i32) -> Vec<String> {
    let mut wrong = Vec::new();
    let boxes = &layout.boxes;
    for (at, spot) in boxes.iter().enumerate() {
        if spot.x < 0 || spot.y < 0 || spot.right() > room || spot.bottom() > layout.height {
            wrong.push(format!("{at} stands outside: {spot:?}"));
        }
        for (other, next) in boxes[..at].iter().enumerate() {
            let apart = spot.right() <= next.x
                || next.right() <= spot.x
                || spot.bottom() <= next.y
                || next.bottom() <= spot.y;
            if !apart {
                wrong.push(format!("{at} and {other} overlap: {spot:?}, {next:?}"));
            }
        }
    }
    let on_border = |spot: Spot, (x, y): (i32, i32)| {
        let is_within =
            (spot.x..=spot.right()).contains(&x) && (spot.y..=spot.bottom()).contains(&y);
        is_within && (x == spot.x || y == spot.y || x == spot.right() || y == spot.bottom())
    };
    let joined: Vec<(Option<usize>, usize)> = layout
        .edges
        .iter()
        .map(|edge| (Some(edge.parent), edge.child))
        .collect();
    let stated: Vec<(Option<usize>, usize)> = (0..tree.len())
        .map(|at| (tree.parent(at), at))
        .filter(|(parent, _)| parent.is_some())
        .collect();
    if joined != stated {
        wrong.push(format!("the lines join {joined:?}"));
    }
    for edge in &layout.edges {
        let (first, last) = (edge.points[0], edge.points[edge.points.len() - 1]);
        if !on_border(boxes[edge.parent], first) || !on_border(boxes[edge.child], last) {
            wrong.push(format!("a line ends nowhere: {edge:?}"));
        }
        for two in edge.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (two[0], two[1]);
            if x0 != x1 && y0 != y1 {
                wrong.push(format!("a line is slanted: {edge:?}"));
            }
            if x0.min(x1) < -GUTTER || x0.max(x1) > room {
                wrong.push(format!("a line goes outside: {edge:?}"));
            }
            let crosses = |spot: &Spot| {
                x0.max(x1) > spot.x
                    && x0.min(x1) < spot.right()
                    && y0.max(y1) > spot.y
                    && y0.min(y1) < spot.bottom()
            };
            if let Some(at) = boxes.iter().position(crosses) {
                wrong.push(format!("a line crosses {at}: {edge:?}"));
            }
        }
    }
    wrong
}

fn wide(parents: &[Option<usize>], heights: &[i32], width: i32) -> (Tree, Layout) {
    let tree = Tree::new(parents.iter().copied());
    let plan = Plan::wide(&tree, width, ROOM, 24);
    let layout = place(&tree, &plan, heights);
    (tree, layout)
}

fn narrow(parents: &[Option<usize>], heights: &[i32]) -> (Tree, Layout) {
    let tree = Tree::new(parents.iter().copied());
    let plan = Plan::narrow(&tree, 236, NARROW_ROOM, 16);
    let layout = place(&tree, &plan, heights);
    (tree, layout)
}

/// Trees: how often a unit stands under the one before, under any before it, or under none.
fn trees() -> impl Strategy<Value = Vec<(Option<usize>, i32)>> {
    let unit = (0..10_u8, any::<prop::sample::Index>(), 38..220_i32);
    (prop::collection::vec(unit, 1..70), 0..10_u8).prop_map(|(units, chain)| {
        let mut parents = Vec::new();
        for (at, (kind, any, height)) in units.into_iter().enumerate() {
            let parent = match kind {
                _ if at == 0 => None,
                0 => None,
                kind if kind <= chain => Some(at - 1),
                _ => Some(any.index(at)),
            };
            parents.push((parent, height));
        }
        parents
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_and_lines_join_what_belongs_together(tree in trees(), width in 150..240_i32) {
        let (parents, heights): (Vec<_>, Vec<_>) = tree.into_iter().unzip();
        let (tree, layout) = wide(&parents, &heights, width);
        prop_assert_eq!(mistakes(&tree, &layout, ROOM), Vec::<String>::new());
        let (tree, layout) = narrow(&parents, &heights);
        prop_assert_eq!(mistakes(&tree, &layout, NARROW_ROOM), Vec::<String>::new());
    }
}

#[test]
fn children_stand_side_by_side_under_the_middle_of_their_parent() {
    let (_, layout) = wide(&[None, Some(0), Some(0), Some(0)], &[40; 4], 200);
    let [root, first, middle, last] = layout.boxes[..] else {
        panic!("{layout:?}")
    };
    assert_eq!((first.y, middle.y, last.y), (70, 70, 70));
    assert_eq!(root.middle(), middle.middle());
    assert_eq!(middle.x - first.right(), GAP);
}

#[test]
fn many_leaves_are_stacked_where_that_saves_width() {
    // Four areas of five teams each do not fit side by side; four stacks do.
    let mut parents = vec![None];
    for area in 0..4 {
        parents.push(Some(0));
        let at = 1 + area * 6;
        parents.extend([Some(at); 5]);
    }
    let (_, layout) = wide(&parents, &[40; 25], 200);
    let areas: Vec<Spot> = (0..4).map(|area| layout.boxes[1 + area * 6]).collect();
    assert!(areas.iter().all(|area| area.y == areas[0].y), "{areas:?}");
    for (area, spot) in areas.iter().enumerate() {
        for team in 0..5 {
            let team = layout.boxes[2 + area * 6 + team];
            assert_eq!(team.x, spot.x + 24);
        }
    }
}

#[test]
fn what_is_alike_is_arranged_alike() {
    // Three areas of three teams: there is room for one row of teams, so none is a row.
    let mut parents = vec![None];
    for area in 0..3 {
        parents.push(Some(0));
        parents.extend([Some(1 + area * 4); 3]);
    }
    let (_, layout) = wide(&parents, &[40; 13], 200);
    for area in 0..3 {
        let teams = &layout.boxes[2 + area * 4..5 + area * 4];
        assert!(teams.iter().all(|team| team.x == teams[0].x), "{teams:?}");
    }
}

#[test]
fn a_unit_by_itself_stands_beside_a_tree_where_there_is_room() {
    // Four below the root leave room beside it, but not beside themselves.
    let parents = [None, Some(0), Some(0), Some(0), Some(0), None];
    let (_, layout) = wide(&parents, &[60; 6], 228);
    assert_eq!((layout.boxes[5].y, layout.boxes[5].right()), (0, ROOM));
    // One higher than the root would stand on what is below it.
    let (_, layout) = wide(&parents, &[60, 60, 60, 60, 60, 100], 228);
    assert_eq!(layout.boxes[5].y, 60 + ROW_GAP + 60 + ROW_GAP);
}

#[test]
fn a_deep_chart_stops_indenting_and_says_so() {
    // Each unit has a leaf and one that goes on.
    let comb: Vec<Option<usize>> = (0..10_000)
        .map(|at: usize| at.checked_sub(1).map(|before| before / 2 * 2))
        .collect();
    for (tree, layout, plan) in [
        {
            let (tree, layout) = wide(&comb, &vec![40; 10_000], 200);
            let plan = Plan::wide(&tree, 200, ROOM, 24);
            (tree, layout, plan)
        },
        {
            let (tree, layout) = narrow(&comb, &vec![40; 10_000]);
            let plan = Plan::narrow(&tree, 236, NARROW_ROOM, 16);
            (tree, layout, plan)
        },
    ] {
        let flat = (0..tree.len())
            .filter(|&at| plan.is_flat(&tree, at))
            .count();
        assert!(flat > 9_900, "{flat}");
        assert!(
            layout
                .boxes
                .iter()
                .all(|spot| spot.x >= 0 && spot.right() <= plan.room)
        );
        assert!(layout.boxes.windows(2).all(|two| two[0] != two[1]));
    }
}

#[test]
fn a_chain_of_ten_thousand_is_one_column() {
    let chain: Vec<Option<usize>> = (0..10_000_usize).map(|at| at.checked_sub(1)).collect();
    let (_, layout) = wide(&chain, &vec![40; 10_000], 200);
    let first = layout.boxes[0];
    assert!(layout.boxes.iter().all(|spot| spot.x == first.x));
    let (_, layout) = narrow(&chain, &vec![40; 10_000]);
    assert_eq!(layout.boxes[9_999].right(), NARROW_ROOM);
}

#[test]
fn a_unit_that_names_no_earlier_parent_stands_under_none() {
    let tree = Tree::new([Some(7), Some(0), Some(2)]);
    assert_eq!([0, 1, 2].map(|at| tree.parent(at)), [None, Some(0), None]);
}
