//! The order of things by their ids, as numbers: it is asked for all the time, and an id is a text
//! somewhere in a file.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::build::Chart;
use super::function::FunctionView;
use super::place::{CoLocationView, GroupView, SiteView};
use super::staff::StaffView;
use super::unit::UnitView;
use crate::ids::Id;

/// The things of a section by their ids.
#[derive(Debug)]
pub(super) struct ById {
    /// Their places in the section, in this order.
    order: Vec<u32>,
    /// Of each place where it comes in this order.
    rank: Vec<u32>,
}

impl ById {
    fn new<'c, I: Id + 'c>(ids: impl Iterator<Item = &'c I>) -> Self {
        let ids: Vec<&I> = ids.collect();
        let first = ids.iter().map(|id| first_letters(id.as_str()));
        let mut all: Vec<([u64; 4], u32)> = first.zip(0..).collect();
        all.sort_unstable_by(|(first, place), (other_first, other)| {
            let by_all = || ids[*place as usize].cmp(ids[*other as usize]);
            first.cmp(other_first).then_with(by_all)
        });
        let order: Vec<u32> = all.into_iter().map(|(_, place)| place).collect();
        let mut rank = vec![0; order.len()];
        for (&place, number) in order.iter().zip(0..) {
            rank[place as usize] = number;
        }
        ById { order, rank }
    }
}

/// The first bytes of an id as numbers, by which most are told apart: an id has no zero bytes.
fn first_letters(id: &str) -> [u64; 4] {
    let mut first = [[0; 8]; 4];
    for (to, byte) in first.as_flattened_mut().iter_mut().zip(id.bytes()) {
        *to = byte;
    }
    first.map(u64::from_be_bytes)
}

/// The order of each kind of thing, made when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct Orders {
    units: OnceLock<ById>,
    staff: OnceLock<ById>,
    functions: OnceLock<ById>,
    sites: OnceLock<ById>,
    target_groups: OnceLock<ById>,
    co_locations: OnceLock<ById>,
}

macro_rules! by_id {
    ($($(#[$doc:meta])* $name:ident, $view:ident: $section:ident;)*) => {$(
        impl Chart {
            $(#[$doc])*
            pub fn $name(&self) -> impl ExactSizeIterator<Item = $view<'_>> {
                let order = $view::by_id(self).order.iter();
                order.map(|&ix| $view { chart: self, ix })
            }
        }

        impl $view<'_> {
            #[inline]
            fn by_id(chart: &Chart) -> &ById {
                let order = &chart.orders.$section;
                order.get_or_init(|| ById::new(chart.entries.$section.keys()))
            }
        }

        impl PartialEq for $view<'_> {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.ix == other.ix && std::ptr::eq(self.chart, other.chart)
            }
        }

        impl Eq for $view<'_> {}

        impl PartialOrd for $view<'_> {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        /// By id, among the things of one chart.
        impl Ord for $view<'_> {
            #[inline]
            fn cmp(&self, other: &Self) -> Ordering {
                if std::ptr::eq(self.chart, other.chart) {
                    if self.ix == other.ix {
                        return Ordering::Equal;
                    }
                    let rank = &Self::by_id(self.chart).rank;
                    rank[self.ix as usize].cmp(&rank[other.ix as usize])
                } else {
                    // Things of two charts are two, though they have one id.
                    let chart = |view: &Self| std::ptr::from_ref(view.chart);
                    let of_one_id = || chart(self).cmp(&chart(other));
                    self.id().cmp(other.id()).then_with(of_one_id)
                }
            }
        }
    )*};
}

by_id! {
    /// Every unit, by id.
    units_by_id, UnitView: units;
    /// Every post and group, by id.
    staff_by_id, StaffView: staff;
    /// Every function, by id.
    functions_by_id, FunctionView: functions;
    /// Every site, by id.
    sites_by_id, SiteView: sites;
    /// Every target group, by id.
    groups_by_id, GroupView: target_groups;
    /// Every stated co-location, by id.
    co_locations_by_id, CoLocationView: co_locations;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::entry::{Entries, SiteEntry};
    use crate::ids::SiteId;
    use crate::span::Entry;

    fn chart(sites: &[&str]) -> Chart {
        let site = |id: &&str| {
            (
                SiteId::parse(id).unwrap(),
                Entry::computed(SiteEntry::default()),
            )
        };
        let entries = Entries {
            sites: sites.iter().map(site).collect(),
            ..Entries::default()
        };
        Chart::build(entries).0
    }

    #[test]
    fn things_of_one_chart_stand_by_their_ids() {
        let long = ["b", "", "a"].map(|end| format!("en-bygning-med-et-meget-langt-navn{end}"));
        let [long_b, long, long_a] = &long;
        let chart = chart(&[
            "torvet", "aa", "\u{e5}en", long_b, "kajen", "a-b", long, long_a, "a",
        ]);
        let sorted: BTreeSet<SiteView<'_>> = chart.sites().collect();
        assert!(chart.sites_by_id().eq(sorted.iter().copied()));
        let ids: Vec<&str> = sorted.iter().map(|site| site.id().as_str()).collect();
        assert_eq!(
            ids,
            [
                "a", "a-b", "aa", long, long_a, long_b, "kajen", "torvet", "\u{e5}en"
            ]
        );
        for one in chart.sites() {
            for other in chart.sites() {
                assert_eq!(one.cmp(&other), one.id().cmp(other.id()));
                assert_eq!(one == other, one.id() == other.id());
            }
        }
    }

    #[test]
    fn things_of_two_charts_are_two() {
        let (before, now) = (chart(&["b", "a"]), chart(&["b"]));
        let all: BTreeSet<SiteView<'_>> = before.sites().chain(now.sites()).collect();
        let ids: Vec<&str> = all.iter().map(|site| site.id().as_str()).collect();
        assert_eq!(ids, ["a", "b", "b"]);
    }
}
