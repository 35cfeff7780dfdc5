//! Charts in which nobody can be recognised by a number: small groups of posts become ranges
//! before anything is counted, so that every sum is a range too.
//!
//! A reader who knows a whole and all of its parts but one knows that part as well. So where the
//! groups that a restructuring joins or divides have a small one among them, one of the others
//! becomes a range that is just as wide. Posts that lead a unit alone are known to everybody, and
//! stay as they are. Titles, texts and all other numbers are the chart's own.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, StaffView};
use rokade_core::entry::{Entries, Head};
use rokade_core::ids::StaffId;
use rokade_core::quantity::{Amount, Quantity};

use crate::lineage::{Lineage, Tracks};

/// A group of fewer posts than this is small, in hundredths.
const SMALL: i64 = 5_00;

/// The most that a small group is said to be.
const MOST: i64 = 4_00;

/// The least that a small group is said to be, where none is less than a post.
const LEAST: i64 = 1_00;

/// What the numbers of a chart become.
#[derive(Debug, Clone, Default)]
pub struct SmallGroups {
    least: i64,
    /// Groups by what they have, and what they are said to have.
    counts: BTreeMap<StaffId, (Quantity, Quantity)>,
    /// How many posts are said to have ended, where that is a small number.
    ended: BTreeMap<StaffId, Quantity>,
}

/// What the numbers of a base and of each of its revisions become, so that no small group of one
/// can be worked out from any of them: the base's first, then the revisions' in their order.
#[expect(
    clippy::indexing_slicing,
    reason = "the base comes first, and after it each proposal"
)]
pub fn small_groups(base: &Chart, revisions: &[&Chart]) -> Vec<SmallGroups> {
    let charts = || std::iter::once(base).chain(revisions.iter().copied());
    // One chart with a part of a post makes all small groups begin at nothing: were it told of
    // that group alone, it would tell that it is one.
    let any_part = charts().any(|chart| {
        let heads = heads(chart.entries());
        let mut small = small(chart, &heads);
        small.any(|(_, count)| count.low() < LEAST)
    });
    let least = if any_part { 0 } else { LEAST };
    let mut all: Vec<SmallGroups> = charts()
        .map(|chart| SmallGroups::of(chart, least))
        .collect();
    for groups in &mut all {
        groups.ended.retain(|id, _| !is_exempt(base, id));
    }
    let lineages: Vec<Tracks<StaffId>> = revisions
        .iter()
        .map(|revision| Lineage::new(base, revision).staff)
        .collect();
    for (at, (revision, tracks)) in revisions.iter().zip(&lineages).enumerate() {
        let (of_base, of_revision) = {
            let (first, rest) = all.split_at_mut(1);
            (&mut first[0], &mut rest[at])
        };
        for kin in kin(base, revision, tracks) {
            kin.hide(of_base, of_revision);
        }
    }
    // What is as it was is said to be as it was.
    for (at, (revision, tracks)) in revisions.iter().zip(&lineages).enumerate() {
        let of_base = all[0].counts.clone();
        for (id, (count, said)) in of_base {
            let [now] = tracks.descendants(&id) else {
                continue;
            };
            let same = revision.post(now).filter(|post| post.count() == count);
            if same.is_some() && tracks.ancestors(now).len() == 1 && !is_exempt(revision, now) {
                all[at + 1].counts.insert(now.clone(), (count, said));
            }
        }
    }
    all
}

impl SmallGroups {
    fn of(chart: &Chart, least: i64) -> Self {
        let heads = heads(chart.entries());
        let mut groups = SmallGroups {
            least,
            counts: BTreeMap::new(),
            ended: BTreeMap::new(),
        };
        let small: Vec<_> = small(chart, &heads).collect();
        for (id, count) in small {
            let said = groups.range(count);
            groups.counts.insert(id.clone(), (count, said));
        }
        // Of what ended earlier there is no chart that knows more.
        for (id, ended) in &chart.entries().ended.staff {
            if let Some(Amount::Absolute(by)) = ended.by.filter(|_| !heads.contains(id)) {
                groups.end(id, by);
            }
        }
        groups
    }

    /// Notes how many posts are said to have ended.
    fn end(&mut self, id: &StaffId, by: Quantity) {
        self.ended.remove(id);
        if is_small(by) {
            let said = self.range(by);
            self.ended.insert(id.clone(), said);
        }
    }

    /// What a small number is said to be.
    fn range(&self, count: Quantity) -> Quantity {
        let high = count.high().map(|high| high.max(MOST));
        let approximate = count.is_approximate() && high.is_none_or(|high| high > MOST);
        Quantity::from_hundredths(self.least, high, approximate).unwrap_or(Quantity::UNKNOWN)
    }

    /// What a group of so many posts is said to have.
    fn said(&self, id: &StaffId, count: Quantity) -> Quantity {
        match self.counts.get(id) {
            Some((of, said)) if *of == count => *said,
            _ => count,
        }
    }

    /// The same entries with these numbers. Groups that are not those of the chart it was made
    /// for, or have another number there, are ranges where they are small.
    #[must_use]
    pub fn hide(&self, entries: &Entries) -> Entries {
        let mut hidden = entries.clone();
        hidden.hides_small_groups = true;
        let heads = heads(entries);
        for (id, entry) in &mut hidden.staff {
            let post = &mut entry.value;
            let count = post.count.unwrap_or(Quantity::ONE);
            let mut said = self.said(id, count);
            if said == count && is_small(count) && !is_head(&heads, id, count) {
                said = self.range(count);
            }
            if said != count {
                post.count = Some(said);
            }
            // Who asked for what is told by no fewer than the group is.
            let asked = post.wishes.values().any(|asked| is_small(*asked));
            if asked || said != count {
                for asked in post.wishes.values_mut() {
                    *asked = said.any_part();
                }
            }
        }
        for (id, ended) in &mut hidden.ended.staff {
            if let Some(said) = self.ended.get(id) {
                ended.by = ended.by.map(|_| Amount::Absolute(*said));
            }
        }
        hidden
    }
}

/// Groups that hang together by what they became.
struct Kin {
    /// Groups of the base, each with what it has and whether it stays as it is.
    before: Vec<(StaffId, Quantity, bool)>,
    now: Vec<(StaffId, Quantity, bool)>,
    /// How many of them ended, but for those known to everybody.
    ended: Vec<(StaffId, Quantity)>,
}

impl Kin {
    /// Makes one of the others a range as wide as the small ones are, where the sum would tell
    /// what they are.
    fn hide(&self, base: &mut SmallGroups, revision: &mut SmallGroups) {
        for (id, by) in &self.ended {
            revision.end(id, *by);
        }
        // What alone became another says nothing of it by a sum.
        if self.before.len() + self.now.len() + self.ended.len() < 3 {
            return;
        }
        let slack = |said: Quantity, is: Quantity| {
            let up = said.high().zip(is.high()).map_or(0, |(said, is)| said - is);
            (is.low() - said.low(), up)
        };
        let of = |groups: &SmallGroups, all: &[(StaffId, Quantity, bool)]| {
            let each = all
                .iter()
                .map(|(id, count, _)| slack(groups.said(id, *count), *count));
            each.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
        };
        let ended = self.ended.iter().filter(|(_, by)| is_small(*by));
        let ended = ended
            .map(|(_, by)| slack(revision.range(*by), *by))
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let (of_before, of_now) = (of(base, &self.before), of(revision, &self.now));
        let of_now = (of_now.0 + ended.0, of_now.1 + ended.1);
        if of_before == (0, 0) && of_now == (0, 0) {
            return;
        }
        // Of the revision rather than of the base, which other revisions are compared with; and
        // the largest, of which the least is lost.
        let largest = |all: &[(StaffId, Quantity, bool)]| {
            let open = all.iter().filter(|(_, _, exempt)| !exempt);
            let most =
                open.max_by_key(|(id, count, _)| (count.low(), std::cmp::Reverse(id.clone())));
            most.map(|(id, count, _)| (id.clone(), *count))
        };
        let is_large = |one: &Option<(StaffId, Quantity)>| {
            one.as_ref().is_some_and(|(_, count)| !is_small(*count))
        };
        let (now, before) = (largest(&self.now), largest(&self.before));
        // What is in several parts has no fewer posts than parts, those that ended among them: that is known of it, so
        // of small ones it is the side with fewer that is made wider.
        let parts = self.now.len() + self.ended.len();
        let of_revision = is_large(&now) || (!is_large(&before) && parts <= self.before.len());
        let (groups, one, same, other) = if of_revision {
            (revision, now, of_now, of_before)
        } else {
            (base, before, of_before, of_now)
        };
        let Some((id, count)) = one else { return };
        let said = groups.said(&id, count);
        let own = slack(said, count);
        let (down, up) = (other.0 + same.1 - own.1, other.1 + same.0 - own.0);
        let least = groups.least.min(count.low());
        let low = (count.low() - down).min(said.low()).max(least);
        let high = count.high().map(|high| {
            let said = said.high().unwrap_or(high);
            (high + up).max(said)
        });
        let wide =
            Quantity::from_hundredths(low, high, said.is_approximate() || count.is_approximate());
        groups
            .counts
            .insert(id, (count, wide.unwrap_or(Quantity::UNKNOWN)));
    }
}

/// Every group of the base with its kin, by the least id.
fn kin(base: &Chart, revision: &Chart, tracks: &Tracks<StaffId>) -> Vec<Kin> {
    let mut ids: Vec<&StaffId> = base.staff().map(StaffView::id).collect();
    ids.sort();
    let mut seen: BTreeSet<StaffId> = BTreeSet::new();
    let mut all = Vec::new();
    for id in ids {
        if seen.contains(id) {
            continue;
        }
        let (mut before, mut now) = (BTreeSet::new(), BTreeSet::new());
        let mut open: Vec<StaffId> = vec![id.clone()];
        while let Some(id) = open.pop() {
            if before.insert(id.clone()) {
                for to in tracks.descendants(&id) {
                    if now.insert(to.clone()) {
                        open.extend(tracks.ancestors(to).iter().cloned());
                    }
                }
            }
        }
        let told = |chart: &Chart, ids: &BTreeSet<StaffId>| {
            let posts = ids.iter().filter_map(|id| chart.post(id));
            let told =
                posts.map(|post| (post.id().clone(), post.count(), is_exempt(chart, post.id())));
            told.collect()
        };
        let ended = &revision.entries().ended.staff;
        let ended = before.iter().filter_map(|id| {
            let by = ended.get(id)?.by.filter(|_| !is_exempt(base, id))?;
            Some((id.clone(), by.of(base.post(id)?.count())))
        });
        let ended: Vec<(StaffId, Quantity)> = ended.collect();
        all.push(Kin {
            before: told(base, &before),
            now: told(revision, &now),
            ended,
        });
        seen.extend(before);
    }
    all
}

/// Small groups that are not exempt, with what they have.
fn small<'c>(
    chart: &'c Chart,
    heads: &'c BTreeSet<StaffId>,
) -> impl Iterator<Item = (&'c StaffId, Quantity)> {
    let posts = chart.staff().map(|post| (post.id(), post.count()));
    posts.filter(|(id, count)| is_small(*count) && !is_head(heads, id, *count))
}

/// Whether a number is under five: not where it is nothing, or not known at all.
fn is_small(count: Quantity) -> bool {
    count.low() < SMALL && count.high() != Some(0) && !count.is_unknown()
}

fn is_head(heads: &BTreeSet<StaffId>, id: &StaffId, count: Quantity) -> bool {
    count == Quantity::ONE && heads.contains(id)
}

fn is_exempt(chart: &Chart, id: &StaffId) -> bool {
    chart
        .post(id)
        .is_some_and(|post| post.is_head() && post.count() == Quantity::ONE)
}

/// The posts that are named as heads.
fn heads(entries: &Entries) -> BTreeSet<StaffId> {
    let heads = entries
        .units
        .values()
        .filter_map(|unit| match &unit.value.head {
            Some(Head::Post(id)) => Some(id.clone()),
            _ => None,
        });
    heads.collect()
}

#[cfg(test)]
mod tests {
    use rokade_core::ids::Id;
    use rokade_core::span::{Source, SourceId, Syntax};
    use rokade_load::load;

    use super::*;

    fn chart(text: &str) -> Chart {
        let source = Source::new("chart.yaml", format!("rokade: 1\n{text}"), Syntax::Yaml);
        let loaded = load(&[(SourceId(0), &source)]);
        assert_eq!(loaded.faults, [], "in the chart:\n{text}");
        Chart::build(loaded.entries).0
    }

    /// What a group of a chart is said to have.
    fn said(groups: &SmallGroups, chart: &Chart, id: &str) -> String {
        let hidden = Chart::build(groups.hide(chart.entries())).0;
        let id = StaffId::from_checked(id.into());
        let post = hidden.post(&id).expect("it is there");
        format!("{:?}", post.count())
    }

    fn quantity(text: &str) -> String {
        format!("{:?}", text.parse::<Quantity>().expect("a number"))
    }

    #[test]
    fn what_another_chart_says_of_a_group_is_told_of_that_chart() {
        let chart_of = |count: &str| {
            chart(&format!(
                "units: {{ a: {{}} }}\nstaff: {{ x: {{ unit: a, count: {count} }} }}"
            ))
        };
        let base = chart_of("3");
        let groups = small_groups(&base, &[]);
        assert_eq!(said(&groups[0], &base, "x"), quantity("1-4"));
        assert_eq!(said(&groups[0], &chart_of("40"), "x"), quantity("40"));
        assert_eq!(said(&groups[0], &chart_of("2"), "x"), quantity("1-4"));
    }

    /// Everybody knows who leads a unit.
    #[test]
    fn one_who_becomes_the_head_is_one() {
        let base = chart("units: { a: { head: vacant } }\nstaff: { x: { unit: a } }");
        let revision = chart("units: { a: { head: x } }\nstaff: { x: { unit: a } }");
        let groups = small_groups(&base, &[&revision]);
        assert_eq!(said(&groups[0], &base, "x"), quantity("1-4"));
        assert_eq!(said(&groups[1], &revision, "x"), quantity("1"));
    }
}
