//! Who leads how many, directly and in all.

use std::collections::HashSet;

use rokade_core::chart::{Chart, StaffView, Superior, UnitView};
use rokade_core::quantity::{Certainty, Quantity};

/// As what a post leads others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Line {
    Head,
    ProfessionalLead,
}

impl Line {
    pub(super) fn word(self) -> &'static str {
        match self {
            Line::Head => "head",
            Line::ProfessionalLead => "professional-lead",
        }
    }
}

/// Who leads, by id, and the groups each leads directly.
struct Leaders<'c> {
    all: Vec<(StaffView<'c>, Vec<StaffView<'c>>)>,
    /// Which of them each post is, by where it is in the chart.
    at: Vec<Option<u32>>,
}

/// The groups that each post leads directly.
pub(crate) struct Spans<'c> {
    heads: Leaders<'c>,
    professional_leads: Leaders<'c>,
}

impl<'c> Spans<'c> {
    pub(crate) fn new(chart: &'c Chart) -> Self {
        let head = |post: StaffView<'c>| match post.superior() {
            Superior::Post(head) => Some(head),
            _ => None,
        };
        Spans {
            heads: Leaders::new(chart, head),
            professional_leads: Leaders::new(chart, StaffView::professional_lead),
        }
    }

    fn of(&self, line: Line) -> &Leaders<'c> {
        match line {
            Line::Head => &self.heads,
            Line::ProfessionalLead => &self.professional_leads,
        }
    }

    /// Every post that leads others, by id within each line.
    pub(crate) fn leaders(&self) -> impl Iterator<Item = (StaffView<'c>, Line)> {
        let of = |line| {
            let all = self.of(line).all.iter();
            all.map(move |(leader, _)| (*leader, line))
        };
        of(Line::Head).chain(of(Line::ProfessionalLead))
    }

    /// The groups that a post leads directly.
    pub(super) fn reports(&self, leader: StaffView<'_>, line: Line) -> &[StaffView<'c>] {
        self.of(line).of(leader)
    }

    /// How many posts it leads directly; the head of a unit is one.
    pub(crate) fn direct(&self, leader: StaffView<'_>, line: Line) -> Quantity {
        let reports = self.reports(leader, line).iter();
        reports.map(|&post| reporting(post)).sum()
    }

    /// How many posts it leads, those of the units it heads among them, at any depth.
    pub(super) fn below(&self, leader: StaffView<'c>, line: Line) -> Quantity {
        let mut seen = HashSet::from([leader.position()]);
        let mut below = Quantity::ZERO;
        let mut open: Vec<StaffView<'_>> = self.reports(leader, line).to_vec();
        if line == Line::Head {
            let units = leader.heads().flat_map(UnitView::subtree);
            open.extend(units.flat_map(UnitView::staff));
        }
        while let Some(post) = open.pop() {
            if seen.insert(post.position()) {
                below += reporting(post);
                open.extend(self.reports(post, line));
            }
        }
        below
    }
}

impl<'c> Leaders<'c> {
    #[expect(
        clippy::indexing_slicing,
        reason = "there is a place for each post, and for each who leads"
    )]
    fn new(chart: &'c Chart, leader: impl Fn(StaffView<'c>) -> Option<StaffView<'c>>) -> Self {
        let mut at = vec![None; chart.staff().len()];
        let mut all: Vec<(StaffView<'_>, Vec<StaffView<'_>>)> = Vec::new();
        for post in chart.staff_by_id() {
            // A post that leads itself is another rule's.
            if let Some(leader) = leader(post).filter(|leader| *leader != post) {
                let at = at[leader.position()].get_or_insert(all.len() as u32);
                if *at as usize == all.len() {
                    all.push((leader, Vec::new()));
                }
                all[*at as usize].1.push(post);
            }
        }
        all.sort_unstable_by_key(|(leader, _)| *leader);
        for ((leader, _), place) in all.iter().zip(0..) {
            at[leader.position()] = Some(place);
        }
        Leaders { all, at }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "there is a place for each post, and for each who leads"
    )]
    fn of(&self, leader: StaffView<'_>) -> &[StaffView<'c>] {
        let at = self.at[leader.position()].and_then(|at| self.all.get(at as usize));
        at.map_or(&[], |(_, reports)| reports)
    }
}

/// How many a group counts for as a report.
pub(super) fn reporting(post: StaffView<'_>) -> Quantity {
    if post.is_head() {
        Quantity::ONE
    } else {
        post.count()
    }
}

/// Whether a span is above the limit; nothing where a count that is not known decides it.
pub(super) fn is_over(direct: Quantity, limit: Quantity) -> Option<Certainty> {
    match direct.exceeds(limit) {
        Some(Certainty::Possible) if direct.high().is_none() => None,
        over => over,
    }
}

/// The fewest direct reports that can be a jump, in hundredths.
const FEWEST_OF_A_JUMP: i64 = 1000;

/// Whether a span is too small for a jump, whatever it was.
pub(super) fn is_too_small_to_jump(now: Quantity) -> bool {
    now.high().is_some_and(|high| high < FEWEST_OF_A_JUMP)
}

/// Whether a span is 1.5 times what it was, at least 4 more, and at least 10.
pub(super) fn has_jumped(before: Quantity, now: Quantity) -> Option<Certainty> {
    let jumped = |before: Option<i64>, now: Option<i64>| match (before, now) {
        (Some(before), Some(now)) => {
            2 * now >= 3 * before && now - before >= 400 && now >= FEWEST_OF_A_JUMP
        }
        _ => false,
    };
    if jumped(before.high(), Some(now.low())) {
        return Some(Certainty::Certain);
    }
    // The same posts are loosely counted in both charts: end against end.
    let some = jumped(Some(before.low()), Some(now.low())) || jumped(before.high(), now.high());
    (some && now.has_risen_from(before)).then_some(Certainty::Possible)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    #[test]
    fn a_jump_is_half_as_many_again_and_four_more_and_ten() {
        let jumped = |before: &str, now: &str| has_jumped(q(before), q(now));
        assert_eq!(jumped("2", "10"), Some(Certainty::Certain));
        assert_eq!(jumped("8", "12"), Some(Certainty::Certain));
        assert_eq!(jumped("2", "9"), None);
        assert_eq!(jumped("7", "10"), None);
        assert_eq!(jumped("21", "28"), None);
        assert_eq!(jumped("2-9", "12-14"), Some(Certainty::Possible));
        assert_eq!(jumped("5-10", "5-10"), None);
        assert_eq!(jumped("unknown", "unknown"), None);
        assert_eq!(jumped("0", "12"), Some(Certainty::Certain));
    }

    #[test]
    fn what_is_not_known_decides_nothing() {
        assert_eq!(is_over(q("12"), q("25")), None);
        assert_eq!(is_over(q("24-26"), q("25")), Some(Certainty::Possible));
        assert_eq!(is_over(q("26"), q("25")), Some(Certainty::Certain));
        assert_eq!(is_over(q("12") + Quantity::UNKNOWN, q("25")), None);
        assert_eq!(
            is_over(q("26") + Quantity::UNKNOWN, q("25")),
            Some(Certainty::Certain)
        );
    }
}
