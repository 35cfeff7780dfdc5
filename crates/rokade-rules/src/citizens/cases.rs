//! Where the cases of each function went: which nobody has now, and which changed unit or staff.
//! What the rules on cases have in common; it reports nothing.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{PostFate, StaffChange};
use rokade_core::chart::{FunctionView, GroupView, StaffView, Tracked as _, UnitView};
use rokade_core::finding::Cause;
use rokade_core::ids::{FunctionId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::PairContext;

/// Functions of the base whose cases are counted together, because they became one or several
/// of the revision.
pub(super) struct Book<'a, 'c> {
    context: &'a PairContext<'c>,
    pub(super) before: Vec<FunctionView<'c>>,
    now: Vec<FunctionView<'c>>,
    held_before: Holdings<'c>,
    held_now: Holdings<'c>,
}

/// The units that hold something, with the cases that are stated of each.
type Holdings<'c> = BTreeMap<&'c UnitId, Holding<'c>>;

struct Holding<'c> {
    unit: UnitView<'c>,
    cases: Vec<Quantity>,
    /// Whether it also holds a scope of which no cases are stated.
    open: bool,
    /// The target groups whose cases they are; none is anyone's.
    groups: Vec<GroupView<'c>>,
    for_anyone: bool,
}

/// Cases that no unit holds.
pub(super) struct Undistributed {
    pub(super) cases: Quantity,
    pub(super) certainty: Certainty,
}

/// Cases with another unit or other staff than before.
pub(super) struct Changed<'c> {
    pub(super) cases: Quantity,
    pub(super) certainty: Certainty,
    /// Units of the base that have fewer of them.
    pub(super) from: BTreeSet<&'c UnitId>,
    /// Units of the revision that have them and had not.
    pub(super) to: BTreeSet<&'c UnitId>,
    pub(super) staff: StaffAre,
    /// Whether some of them stay with their unit, where others have them then.
    pub(super) some_stay: bool,
    /// Groups of posts of the base that no longer do it there.
    pub(super) left: Vec<StaffView<'c>>,
    pub(super) cause: Option<Cause>,
}

/// Whether those who had the cases still have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StaffAre {
    /// The charts do not say.
    NotStated,
    /// All went along with the cases.
    Along,
    /// Some did.
    Some,
    /// None did.
    Others,
}

impl StaffAre {
    /// The word sentences choose by.
    pub(super) fn word(self) -> &'static str {
        match self {
            StaffAre::NotStated => "not-stated",
            StaffAre::Along => "along",
            StaffAre::Some => "some",
            StaffAre::Others => "others",
        }
    }
}

/// The functions of the base of which cases are stated and that did not end on purpose, those
/// that became one together.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each function"
)]
pub(super) fn books<'a, 'c>(context: &'a PairContext<'c>) -> Vec<Book<'a, 'c>> {
    let tracks = &context.changes.lineage.functions;
    let ended = &context.revision.entries().ended.functions;
    let mut is_seen = vec![false; context.base.functions().len()];
    let mut books = Vec::new();
    for function in context.base.functions_by_id() {
        let is_alone = tracks.kept(function, context.revision).is_some();
        if is_seen[function.position()] || (is_alone && !states_cases(function)) {
            continue;
        }
        let mut before: BTreeMap<&FunctionId, FunctionView<'c>> = BTreeMap::new();
        let mut now: BTreeMap<&FunctionId, FunctionView<'c>> = BTreeMap::new();
        let mut todo = vec![function];
        while let Some(one) = todo.pop() {
            if before.insert(one.id(), one).is_some() {
                continue;
            }
            for descendant in tracks.now(one, context.revision) {
                if now.insert(descendant.id(), descendant).is_none() {
                    todo.extend(tracks.before(descendant, context.base));
                }
            }
        }
        for one in before.values() {
            is_seen[one.position()] = true;
        }
        before.retain(|id, _| ended.get(*id).is_none_or(|ended| !ended.at.is_empty()));
        let before: Vec<FunctionView<'c>> = before.into_values().collect();
        let now: Vec<FunctionView<'c>> = now.into_values().collect();
        let book = Book {
            held_before: holdings(&before, |group| {
                let id = group.id();
                let has_ended = context
                    .revision
                    .entries()
                    .ended
                    .target_groups
                    .contains_key(id);
                !has_ended || !context.changes.lineage.groups.descendants(id).is_empty()
            }),
            held_now: holdings(&now, |_| true),
            context,
            before,
            now,
        };
        if book.held_before.values().any(|held| !held.cases.is_empty()) {
            books.push(book);
        }
    }
    books
}

/// Whether it is said of how many cases any part of a function is.
fn states_cases(function: FunctionView<'_>) -> bool {
    function.cells().any(|cell| cell.cases.is_some())
}

/// Who holds what of some functions. Other organisations are left out where they are the
/// holders before: what they gave up is not ours to judge.
fn holdings<'c>(
    functions: &[FunctionView<'c>],
    is_there: impl Fn(GroupView<'c>) -> bool,
) -> Holdings<'c> {
    let mut holdings: Holdings<'c> = BTreeMap::new();
    for function in functions {
        let mut counted = BTreeSet::new();
        for cell in function.cells() {
            let Some(unit) = cell.holder.unit() else {
                continue;
            };
            if cell.group.is_some_and(|group| !is_there(group)) {
                continue;
            }
            let held = holdings.entry(unit.id()).or_insert_with(|| Holding {
                unit,
                cases: Vec::new(),
                open: false,
                groups: Vec::new(),
                for_anyone: false,
            });
            match cell.group {
                Some(group) => held.groups.push(group),
                None => held.for_anyone = true,
            }
            // An entry for several target groups is a cell for each.
            if counted.insert(cell.entry) {
                held.cases.extend(cell.cases);
                held.open |= cell.cases.is_none();
            }
        }
    }
    holdings
}

impl<'c> Holding<'c> {
    fn sum(&self) -> Quantity {
        self.cases.iter().sum()
    }

    /// The groups of posts under it that do some functions for those whose cases they are.
    fn performers<'f>(
        &'f self,
        functions: &'f [FunctionView<'c>],
    ) -> impl Iterator<Item = StaffView<'c>> + 'f {
        let posts = functions.iter().flat_map(|f| f.performers());
        posts.filter(|post| {
            let serves = self.for_anyone || post.serves_any(&self.groups);
            let under = post.unit().is_some_and(|unit| unit.is_within(self.unit));
            serves && under && post.is_filled() && post.count().high() != Some(0)
        })
    }
}

/// Whether a number of cases has become less, by how surely it is known. What is merely written
/// more roughly is not less, and what is approximate must differ by more than a tenth.
fn fewer(now: Quantity, before: Quantity) -> Option<Certainty> {
    let certainty = before.grown_from(now)?;
    if !before.is_approximate() && !now.is_approximate() {
        return Some(certainty);
    }
    let by_a_tenth = |before: i64, now: i64| 10 * before > 11 * now;
    let most = |quantity: Quantity| quantity.high().unwrap_or(i64::MAX / 11);
    let differs = by_a_tenth(before.low(), now.low()) || by_a_tenth(most(before), most(now));
    let surely = by_a_tenth(before.low(), most(now));
    differs.then_some(if surely {
        certainty
    } else {
        Certainty::Possible
    })
}

/// A sum that holds a part of a number, with the rest of it, or with as much of that as may be. The part and the
/// rest come to the number, however roughly each is known; `None` where an end is not.
fn with_rest(sum: Quantity, part: Quantity, whole: Quantity, all: bool) -> Option<Quantity> {
    let low = sum.low() - part.low() + if all { whole.low() } else { part.low() };
    let high = sum.high()? - part.high()? + whole.high()?;
    let approximate = sum.is_approximate() || whole.is_approximate();
    Quantity::from_hundredths(low.clamp(0, high), Some(high), approximate)
}

/// Whether the staff are along, of several numbers of cases.
fn together(stated: &[StaffAre]) -> StaffAre {
    let is_one_of = |some: &[StaffAre]| stated.iter().all(|one| some.contains(one));
    match stated {
        [first, ..] if is_one_of(&[*first]) => *first,
        _ if is_one_of(&[StaffAre::NotStated, StaffAre::Others]) => StaffAre::NotStated,
        _ => StaffAre::Some,
    }
}

/// Takes out of both lists what is in both: the same number is the same cases, however little
/// is known of it.
fn without_same(before: Vec<Quantity>, now: Vec<Quantity>) -> (Quantity, Quantity) {
    let (before, now) = differing(before, now);
    (before.iter().sum(), now.iter().sum())
}

fn differing(mut before: Vec<Quantity>, now: Vec<Quantity>) -> (Vec<Quantity>, Vec<Quantity>) {
    let mut rest = Vec::new();
    for one in now {
        match before.iter().position(|other| *other == one) {
            Some(at) => {
                before.swap_remove(at);
            }
            None => rest.push(one),
        }
    }
    (before, rest)
}

impl<'c> Book<'_, 'c> {
    /// The cases that no unit holds; `Err` where it cannot be told, because a unit that had
    /// stated how many it holds no longer does.
    pub(super) fn undistributed(&self) -> Result<Option<Undistributed>, ()> {
        let ours = self
            .held_before
            .values()
            .filter(|held| !held.unit.is_external());
        let before = ours.flat_map(|held| held.cases.iter().copied()).collect();
        let now = self.held_now.values();
        let now = now.flat_map(|held| held.cases.iter().copied()).collect();
        let (before, now) = differing(before, now);
        let before: Quantity = before.iter().sum();
        let known: Quantity = now.iter().filter(|cases| !cases.is_unknown()).sum();
        let now: Quantity = now.iter().sum();
        // Parts that can make the whole balance: what one unit has an unknown number of, another
        // gave up. An unknown number makes up for nothing else.
        if Quantity::balances(known, before) {
            return Ok(None);
        }
        let Some(mut certainty) = fewer(now, before) else {
            return Ok(None);
        };
        let open = || self.held_now.values().filter(|held| held.open);
        if open().any(|now| self.was_stated(now.unit)) {
            return Err(());
        }
        let ended = &self.context.revision.entries().ended.functions;
        let ended_in_part = self.before.iter().any(|f| ended.contains_key(f.id()));
        if open().next().is_some() || ended_in_part {
            certainty = Certainty::Possible;
        }
        let cases = before.less(now);
        Ok(Some(Undistributed { cases, certainty }))
    }

    fn was_stated(&self, now: UnitView<'_>) -> bool {
        let mut ancestors = self
            .context
            .changes
            .lineage
            .units
            .ancestors(now.id())
            .iter();
        ancestors.any(|id| {
            let held = self.held_before.get(id);
            held.is_some_and(|held| !held.cases.is_empty())
        })
    }

    /// The units of the base that have fewer cases than they had, or whose cases nobody has.
    pub(super) fn losers(&self) -> BTreeSet<&'c UnitId> {
        self.kin()
            .into_iter()
            .filter(|kin| kin.lost(self).is_some())
            .flat_map(|kin| kin.before)
            .collect()
    }

    /// Why a function went where it went.
    pub(super) fn cause(&self) -> Option<Cause> {
        let causes = self.before.iter().filter_map(|before| {
            let change = self.context.changes.function(before.id())?;
            change.cause.clone()
        });
        causes.min()
    }

    /// The cases that other units or other staff have than before.
    pub(super) fn changed(&self) -> Option<Changed<'c>> {
        let kin = self.kin();
        let to = self.gainers(&kin);
        let mut changed = Changed {
            cases: Quantity::ZERO,
            certainty: Certainty::Possible,
            from: BTreeSet::new(),
            to,
            staff: StaffAre::NotStated,
            some_stay: false,
            left: Vec::new(),
            cause: self.cause(),
        };
        let mut lost = Quantity::ZERO;
        let mut stated = Vec::new();
        for kin in &kin {
            if let Some((cases, certainty)) = kin.lost(self) {
                lost += cases;
                changed.certainty = changed.certainty.max(certainty);
                changed.from.extend(kin.before.iter().copied());
                let others = self.held_now.keys().copied();
                let others = others.filter(|id| !kin.now.contains(id)).collect();
                stated.push(self.follow(kin, &others));
            }
        }
        // What nobody has now has no other caseworker either.
        let undistributed = self.undistributed().ok().flatten();
        if let Some(undistributed) = undistributed {
            lost = match undistributed.certainty {
                Certainty::Certain => lost.less(undistributed.cases),
                Certainty::Possible => lost.less(undistributed.cases.any_part()),
            };
        }
        if self.held_now.is_empty() {
            lost = Quantity::ZERO;
        }
        if lost.low() == 0 {
            changed.certainty = Certainty::Possible;
        }
        changed.cases = lost;
        if lost.high() == Some(0) {
            changed.from.clear();
            changed.to.clear();
            stated.clear();
        }
        for kin in &kin {
            self.other_staff(kin, &mut changed, &mut stated);
        }
        changed.staff = together(&stated);
        (changed.cases.high() != Some(0)).then_some(changed)
    }

    /// The units of the revision that hold it and did not, or have more cases than they had.
    fn gainers(&self, kin: &[Kin<'c>]) -> BTreeSet<&'c UnitId> {
        let is_kin = |id: &&UnitId| kin.iter().any(|kin| kin.now.contains(*id));
        let new = self.held_now.keys().copied().filter(|id| !is_kin(id));
        let more = kin.iter().filter(|kin| {
            let (now, _) = kin.stated_now(self);
            let (before, now) = without_same(kin.stated_before(self), now);
            fewer(before, now) == Some(Certainty::Certain)
        });
        let more = more.flat_map(|kin| kin.now.iter().copied());
        new.chain(more).collect()
    }

    /// Cases that stay with their unit, where others do it there now.
    fn other_staff(&self, kin: &Kin<'c>, changed: &mut Changed<'c>, stated: &mut Vec<StaffAre>) {
        let before: Quantity = kin.stated_before(self).iter().sum();
        let left = kin.lost(self).map_or(Quantity::ZERO, |(lost, _)| lost);
        let staying = before.less(left);
        let follow = self.follow(kin, &kin.now);
        let part = match follow {
            StaffAre::NotStated | StaffAre::Along => return,
            StaffAre::Some => staying.any_part(),
            StaffAre::Others => staying,
        };
        if part.high() == Some(0) {
            return;
        }
        if part.low() > 0 {
            changed.certainty = Certainty::Certain;
        }
        changed.some_stay = true;
        changed.cases = with_rest(changed.cases, left, before, follow == StaffAre::Others)
            .unwrap_or(changed.cases + part);
        changed.from.extend(kin.before.iter().copied());
        stated.push(follow);
        for post in self.performers(kin) {
            if !self.is_along(post, &kin.now) {
                changed.left.push(post);
                let causes = self.context.changes.staff_at(post).iter();
                let own = causes.filter_map(|change| change.cause.clone()).min();
                changed.cause = changed.cause.take().or(own);
            }
        }
    }

    fn performers(&self, kin: &Kin<'c>) -> Vec<StaffView<'c>> {
        let held = kin.before.iter().filter_map(|id| self.held_before.get(id));
        let mut posts: Vec<StaffView<'c>> = held
            .flat_map(|held| held.performers(&self.before))
            .collect();
        posts.sort_unstable();
        posts.dedup();
        posts
    }

    /// Whether those who did it under some units of the base do it under some of the revision.
    fn follow(&self, kin: &Kin<'c>, now: &BTreeSet<&UnitId>) -> StaffAre {
        let before = self.performers(kin);
        let held = self.held_now.iter().filter(|(id, _)| now.contains(*id));
        let someone = held.flat_map(|(_, held)| held.performers(&self.now)).next();
        if before.is_empty() || someone.is_none() {
            return StaffAre::NotStated;
        }
        let along = before
            .iter()
            .filter(|post| self.is_along(**post, now))
            .count();
        let whole = before.iter().all(|post| self.is_whole(*post, now));
        match along {
            0 => StaffAre::Others,
            n if n == before.len() && whole => StaffAre::Along,
            _ => StaffAre::Some,
        }
    }

    /// Whether any of some posts still do it, under some units of the revision.
    fn is_along(&self, post: StaffView<'_>, now: &BTreeSet<&UnitId>) -> bool {
        let lineage = &self.context.changes.lineage;
        let mut to = lineage.staff.now(post, self.context.revision);
        to.any(|post| self.does(post, now))
    }

    /// Whether all of some posts do, but those who leave the organisation: nobody takes the
    /// cases of a post that ended to another unit.
    fn is_whole(&self, post: StaffView<'_>, now: &BTreeSet<&UnitId>) -> bool {
        let along = |change: &StaffChange| {
            let to = change.to.as_ref();
            let to = to.and_then(|id| self.context.revision.post(id));
            change.fate == PostFate::Ended || to.is_some_and(|post| self.does(post, now))
        };
        let changes = self.context.changes.staff_at(post);
        changes.iter().filter(|c| c.posts.low() > 0).all(along)
    }

    fn does(&self, post: StaffView<'_>, now: &BTreeSet<&UnitId>) -> bool {
        let under = |unit: UnitView<'_>| unit.line().any(|unit| now.contains(unit.id()));
        self.now.iter().any(|f| post.does(*f)) && post.unit().is_some_and(under)
    }

    /// The units that had cases, each with those it became and those that became the same.
    fn kin(&self) -> Vec<Kin<'c>> {
        let tracks = &self.context.changes.lineage.units;
        let mut all: Vec<Kin<'c>> = Vec::new();
        for (id, held) in &self.held_before {
            if held.cases.is_empty() || held.unit.is_external() {
                continue;
            }
            let now = self.held_now.keys().copied();
            let mut kin = Kin {
                before: BTreeSet::from([*id]),
                now: now.filter(|now| tracks.follows_by_id(id, now)).collect(),
            };
            all.retain(|other| {
                let same = !other.now.is_disjoint(&kin.now);
                if same {
                    kin.before.extend(&other.before);
                    kin.now.extend(&other.now);
                }
                !same
            });
            all.push(kin);
        }
        all
    }
}

/// Units of the base, with the units of the revision that they became and that hold it still.
struct Kin<'c> {
    before: BTreeSet<&'c UnitId>,
    now: BTreeSet<&'c UnitId>,
}

impl<'c> Kin<'c> {
    fn stated_before(&self, book: &Book<'_, 'c>) -> Vec<Quantity> {
        let held = self.before.iter().filter_map(|id| book.held_before.get(id));
        held.flat_map(|held| held.cases.iter().copied()).collect()
    }

    /// The cases they state now, and whether they hold something of which none are stated.
    fn stated_now(&self, book: &Book<'_, 'c>) -> (Vec<Quantity>, bool) {
        let held = || self.now.iter().filter_map(|id| book.held_now.get(id));
        let cases = held().flat_map(|held| held.cases.iter().copied());
        (cases.collect(), held().any(|held| held.open))
    }

    /// How many cases fewer they have.
    fn lost(&self, book: &Book<'_, 'c>) -> Option<(Quantity, Certainty)> {
        let before = self.stated_before(book);
        let (now, open) = self.stated_now(book);
        if self.now.is_empty() {
            let before: Quantity = before.iter().sum();
            let certainty = match before.low() {
                0 => Certainty::Possible,
                _ => Certainty::Certain,
            };
            return (before.high() != Some(0)).then_some((before, certainty));
        }
        let (before, now) = without_same(before, now);
        let certainty = fewer(now, before)?;
        // Where not all is stated that they hold, only what others have tells.
        let others = || {
            let now = book
                .held_now
                .iter()
                .filter(|(id, _)| !self.now.contains(*id));
            now.filter(|(_, held)| !book.was_stated(held.unit))
        };
        if open {
            let has: Quantity = others().map(|(_, held)| held.sum()).sum();
            let least = has.high().is_some_and(|has| has > 0);
            return least.then_some((has.any_part(), Certainty::Possible));
        }
        Some((before.less(now), certainty))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_approximate_is_fewer_only_by_more_than_a_tenth() {
        let quantity = |text: &str| text.parse::<Quantity>().expect("a quantity");
        let fewer = |before, now| fewer(quantity(now), quantity(before));
        assert_eq!(fewer("110", "100"), Some(Certainty::Certain));
        assert_eq!(fewer("100", "100"), None);
        assert_eq!(fewer("100", "110"), None);
        assert_eq!(fewer("ca. 110", "100"), None);
        assert_eq!(fewer("110", "ca. 100"), None);
        assert_eq!(fewer("ca. 111", "ca. 100"), Some(Certainty::Certain));
        // One end is fewer by more than that, the other is not.
        assert_eq!(fewer("ca. 105-120", "ca. 100"), Some(Certainty::Possible));
        assert_eq!(fewer("ca. 120", "ca. 100-115"), Some(Certainty::Possible));
        // What is merely written more roughly is not fewer.
        assert_eq!(fewer("100-120", "100-130"), None);
    }

    #[test]
    fn the_same_number_is_the_same_cases() {
        let quantities = |texts: &[&str]| -> Vec<Quantity> {
            let texts = texts.iter();
            texts
                .map(|text| text.parse().expect("a quantity"))
                .collect()
        };
        let told = |before: &[&str], now: &[&str]| {
            let (before, now) = without_same(quantities(before), quantities(now));
            format!("{before} {now}")
        };
        assert_eq!(told(&["100-200", "40"], &["100-200", "30"]), "40 30");
        // Each stands for one of the other alone.
        assert_eq!(told(&["40", "40"], &["40"]), "40 0");
        assert_eq!(told(&["unknown"], &["unknown"]), "0 0");
    }
}
