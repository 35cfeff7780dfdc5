//! The only file that knows petgraph: circles among edges, and a forest's numbers.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use super::lists::{List, Lists};

/// The circles among `edges` over `nodes` things, each from its least member, in order.
///
/// Kosaraju's algorithm is iterative, so a chain of any depth is safe.
pub(super) fn circles(
    nodes: usize,
    edges: impl Iterator<Item = (usize, usize)>,
) -> Vec<Vec<usize>> {
    let edges: Vec<(u32, u32)> = edges.map(|(a, b)| (a as u32, b as u32)).collect();
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(nodes, edges.len());
    for _ in 0..nodes {
        graph.add_node(());
    }
    graph.extend_with_edges(&edges);
    let mut circles: Vec<Vec<usize>> = kosaraju_scc(&graph)
        .into_iter()
        .filter(|part| part.len() > 1 || graph.contains_edge(part[0], part[0]))
        .map(|part| {
            let mut part: Vec<usize> = part
                .into_iter()
                .map(petgraph::graph::NodeIndex::index)
                .collect();
            part.sort_unstable();
            part
        })
        .collect();
    circles.sort_unstable();
    circles
}

/// Numbers of a forest: a node stands under another when its interval lies inside.
#[derive(Debug, Default)]
pub(super) struct Forest {
    /// Children of each node, in the order of the file.
    children: Vec<List>,
    lists: Lists,
    /// The number of each node in pre-order.
    pub(super) enter: Vec<u32>,
    /// One more than the greatest number below each node.
    pub(super) leave: Vec<u32>,
    /// The nodes in pre-order: parents before their children.
    pub(super) order: Vec<u32>,
    /// How many nodes stand above each.
    pub(super) depth: Vec<u32>,
}

impl Forest {
    /// The forest of a parent for each node; there must be no circle.
    pub(super) fn new(parents: &[Option<u32>]) -> Self {
        let n = parents.len();
        let below = parents.iter().zip(0..);
        let below = below.filter_map(|(parent, child)| Some(((*parent)?, child)));
        let mut lists = Lists::default();
        let children = lists.add_each(n, below);
        let (mut enter, mut leave, mut depth) = (vec![0; n], vec![0; n], vec![0; n]);
        let mut order: Vec<u32> = Vec::with_capacity(n);
        let mut stack: Vec<(u32, usize)> = Vec::new();
        for root in (0..n).filter(|&i| parents[i].is_none()) {
            stack.push((root as u32, 0));
            while let Some((node, next)) = stack.pop() {
                let at = node as usize;
                if next == 0 {
                    enter[at] = order.len() as u32;
                    order.push(node);
                    depth[at] = stack.len() as u32;
                }
                if let Some(&child) = lists[children[at]].get(next) {
                    stack.push((node, next + 1));
                    stack.push((child, 0));
                } else {
                    leave[at] = order.len() as u32;
                }
            }
        }
        Forest {
            children,
            lists,
            enter,
            leave,
            order,
            depth,
        }
    }

    /// The children of a node, in the order of the file.
    #[inline]
    pub(super) fn children(&self, node: u32) -> &[u32] {
        &self.lists[self.children[node as usize]]
    }

    /// Whether `below` is `above` or stands under it.
    #[inline]
    pub(super) fn contains(&self, above: u32, below: u32) -> bool {
        let (a, b) = (above as usize, below as usize);
        self.enter[a] <= self.enter[b] && self.enter[b] < self.leave[a]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forest_knows_who_stands_under_whom() {
        let forest = Forest::new(&[None, Some(0), Some(1), Some(0), None]);
        assert!(forest.contains(0, 2) && forest.contains(1, 2) && forest.contains(2, 2));
        assert!(!forest.contains(3, 2) && !forest.contains(0, 4) && !forest.contains(2, 1));
        assert_eq!(forest.depth, [0, 1, 2, 1, 0]);
        assert_eq!(forest.order, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_chain_of_a_million_needs_no_stack() {
        let n = 1_000_000_u32;
        let parents: Vec<Option<u32>> = (0..n).map(|i| i.checked_sub(1)).collect();
        let forest = Forest::new(&parents);
        assert_eq!(forest.depth[n as usize - 1], n - 1);
        let edges = (1..n as usize).map(|i| (i, i - 1));
        assert!(circles(n as usize, edges).is_empty());
    }

    #[test]
    fn circles_are_found_with_the_self_loop() {
        let edges = [(0, 1), (1, 2), (2, 0), (3, 3), (4, 0)];
        assert_eq!(circles(5, edges.into_iter()), [vec![0, 1, 2], vec![3]]);
    }
}
