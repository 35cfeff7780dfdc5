//! How many cases, or enquiries, those who perform a function have each. It reports nothing.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Cell, FunctionView, StaffView, UnitView};
use rokade_core::ids::{Id, StaffId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

/// Work, and those who share it.
pub(super) struct Load<'c> {
    /// The entries of `responsible` that it stands in; several where the same posts have them.
    pub(super) entries: BTreeSet<usize>,
    /// The responsibilities of these entries.
    pub(super) cells: Vec<Cell<'c>>,
    /// The cases or enquiries.
    pub(super) work: Quantity,
    posts: BTreeMap<&'c StaffId, (StaffView<'c>, Quantity)>,
}

impl<'c> Load<'c> {
    fn new() -> Self {
        Load {
            entries: BTreeSet::new(),
            cells: Vec::new(),
            work: Quantity::ZERO,
            posts: BTreeMap::new(),
        }
    }

    /// How many posts share it.
    pub(super) fn posts(&self) -> Quantity {
        self.posts.values().map(|(_, count)| *count).sum()
    }

    /// Those who do.
    pub(super) fn staff(&self) -> impl Iterator<Item = StaffView<'c>> {
        self.posts.values().map(|(post, _)| *post)
    }

    /// How much there is for each of them.
    pub(super) fn each(&self) -> Quantity {
        self.work.for_each(self.posts())
    }

    /// The units responsible, each once, by id.
    pub(super) fn units(&self) -> Vec<UnitView<'c>> {
        let units = self.cells.iter().filter_map(|cell| cell.holder.unit());
        let mut units: Vec<UnitView<'c>> = units.collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Whether it is above a norm; `Err` where that hangs on a number that nobody knows.
    fn is_over(&self, norm: Quantity) -> Result<Option<Certainty>, ()> {
        let posts = self.posts();
        if posts.high() == Some(0) {
            // That nobody is there is another matter.
            return Ok(None);
        }
        // Of the product, and not of the quotient, which would have to be rounded.
        let approximate = self.work.is_approximate() || posts.is_approximate();
        let (low, high) = (self.work.low(), self.work.high());
        let work = Quantity::from_hundredths(low, high, approximate).unwrap_or(self.work);
        let over = work.exceeds(posts.of_each(norm));
        let is_open = work.high().is_none() || posts.high().is_none();
        if over == Some(Certainty::Possible) && is_open {
            return Err(());
        }
        Ok(over)
    }

    fn join(&mut self, other: Load<'c>) {
        self.entries.extend(other.entries);
        self.cells.extend(other.cells);
        self.work += other.work;
        self.posts.extend(other.posts);
    }
}

/// What is above the norm for a function.
#[derive(Default)]
pub(super) struct Judged<'c> {
    /// Each load that is.
    pub(super) over: Vec<(Load<'c>, Certainty)>,
    /// Whether of some of it the chart says too little.
    pub(super) unknown: bool,
}

/// The cases of each scope for each post that performs it there, against a norm.
///
/// Posts that work in several scopes cannot give each of them all their time: these scopes are
/// judged together as well. Where the whole of them is above the norm at least as surely as any
/// one of them is, that is what is said.
pub(super) fn cases<'c>(function: FunctionView<'c>, norm: Quantity) -> Judged<'c> {
    let mut judged = Judged::default();
    let mut scopes: BTreeMap<usize, (Option<Quantity>, Load<'c>)> = BTreeMap::new();
    for cell in function.cells() {
        if cell.holder.unit().is_none_or(UnitView::is_external) {
            continue;
        }
        let (_, load) = scopes
            .entry(cell.entry)
            .or_insert_with(|| (cell.cases, Load::new()));
        load.entries.insert(cell.entry);
        load.cells.push(cell);
        load.work = cell.cases.unwrap_or(Quantity::ZERO);
    }
    for (post, count) in performers(function) {
        for cell in function.performed_under(post) {
            if let Some((_, load)) = scopes.get_mut(&cell.entry) {
                load.posts.insert(post.id(), (post, count));
            }
        }
    }
    let is_stated = function.performers_are_stated();
    let mut loads: Vec<Load<'c>> = Vec::new();
    for (cases, load) in scopes.into_values() {
        if cases.is_none() || (load.posts.is_empty() && !is_stated) {
            judged.unknown = true;
        } else if !load.posts.is_empty() {
            loads.push(load);
        }
    }
    for pool in pools(loads) {
        judged.add(pool, norm);
    }
    judged
}

/// The enquiries of a whole function for each post that performs it, against a norm.
pub(super) fn enquiries(
    function: FunctionView<'_>,
    enquiries: Quantity,
    norm: Quantity,
) -> Judged<'_> {
    let mut judged = Judged::default();
    let mut load = Load::new();
    load.work = enquiries;
    for cell in function.cells() {
        if cell.holder.unit().is_some_and(|unit| !unit.is_external()) {
            load.entries.insert(cell.entry);
            load.cells.push(cell);
        }
    }
    for (post, count) in performers(function) {
        let under = function.performed_under(post);
        if under.iter().any(|cell| load.entries.contains(&cell.entry)) {
            load.posts.insert(post.id(), (post, count));
        }
    }
    if load.cells.is_empty() {
        return judged;
    }
    if load.posts.is_empty() {
        judged.unknown = !function.performers_are_stated();
    } else {
        judged.add(vec![load], norm);
    }
    judged
}

/// Those who are in their posts: any part of them where nobody has placed them yet.
fn performers(function: FunctionView<'_>) -> impl Iterator<Item = (StaffView<'_>, Quantity)> {
    let there = function.performers().filter(|post| post.is_filled());
    let there = there.map(|post| match post.unit() {
        Some(_) => (post, post.count()),
        None => (post, post.count().any_part()),
    });
    there.filter(|(_, count)| count.high() != Some(0))
}

/// Loads that share posts, together: directly, or by others that do.
#[expect(clippy::indexing_slicing, reason = "there is a place for each load")]
fn pools(loads: Vec<Load<'_>>) -> Vec<Vec<Load<'_>>> {
    fn first(of: &[usize], mut load: usize) -> usize {
        while of[load] != load {
            load = of[load];
        }
        load
    }
    let mut with: Vec<usize> = (0..loads.len()).collect();
    let mut whose: BTreeMap<&StaffId, usize> = BTreeMap::new();
    for (i, load) in loads.iter().enumerate() {
        for post in load.posts.keys() {
            let other = *whose.entry(post).or_insert(i);
            let (one, other) = (first(&with, i), first(&with, other));
            with[one.max(other)] = one.min(other);
        }
    }
    let mut pools: BTreeMap<usize, Vec<Load<'_>>> = BTreeMap::new();
    for (i, load) in loads.into_iter().enumerate() {
        pools.entry(first(&with, i)).or_default().push(load);
    }
    pools.into_values().collect()
}

impl<'c> Judged<'c> {
    fn add(&mut self, mut pool: Vec<Load<'c>>, norm: Quantity) {
        pool.sort_by_key(|load| load.entries.first().copied());
        let alone: Vec<_> = pool.iter().map(|load| load.is_over(norm)).collect();
        let worst = alone.iter().filter_map(|over| over.ok().flatten()).max();
        let mut unknown = alone.iter().any(Result::is_err);
        if pool.len() > 1 {
            let mut whole = Load::new();
            for load in &pool {
                whole.join(Load {
                    entries: load.entries.clone(),
                    cells: load.cells.clone(),
                    work: load.work,
                    posts: load.posts.clone(),
                });
            }
            let over = whole.is_over(norm);
            unknown |= over.is_err();
            if let Ok(Some(over)) = over
                && Some(over) >= worst
            {
                self.over.push((whole, over));
                return;
            }
        }
        for (load, over) in pool.into_iter().zip(alone) {
            if let Ok(Some(over)) = over {
                self.over.push((load, over));
            }
        }
        self.unknown |= unknown;
    }
}

/// How each load is told apart from the others of its function: by its unit where it is the only
/// one there, else by its target groups or its site.
pub(super) fn names(loads: &[&Load<'_>]) -> Vec<Vec<Subject>> {
    let mut times: BTreeMap<&UnitId, usize> = BTreeMap::new();
    for unit in loads.iter().flat_map(|load| load.units()) {
        *times.entry(unit.id()).or_default() += 1;
    }
    let name = |load: &&Load<'_>| -> Vec<Subject> {
        let units = load.units();
        let own = || units.iter().map(|unit| unit.id().subject()).collect();
        if units.iter().all(|unit| times.get(unit.id()) == Some(&1)) {
            return own();
        }
        let groups = load.cells.iter().filter_map(|cell| cell.group);
        let groups: BTreeSet<Subject> = groups.map(|group| group.id().subject()).collect();
        let sites = load.cells.iter().filter_map(|cell| cell.site);
        let sites: BTreeSet<Subject> = sites.map(|site| site.id().subject()).collect();
        match (groups.is_empty(), sites.is_empty()) {
            (false, _) => groups.into_iter().collect(),
            (true, false) => sites.into_iter().collect(),
            (true, true) => own(),
        }
    };
    loads.iter().map(name).collect()
}
