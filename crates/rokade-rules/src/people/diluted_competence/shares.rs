//! How large a share holders are of those who do the same, and whether it more than halved.
//! Counting with ranges, of which only the ends are known; it knows no chart.

use rokade_core::quantity::{Certainty, Quantity};

/// Those who hold a competence, and the others who perform the same function there.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) holders: Quantity,
    pub(super) others: Quantity,
}

impl Share {
    pub(super) fn all(self) -> Quantity {
        self.holders + self.others
    }
}

/// Whether a share is less than half of what it was.
///
/// h/(h+o) is below half of H/(H+O) when h·(H+2·O) is less than o·H.
pub(super) fn more_than_halved(before: Share, now: Share) -> Option<Certainty> {
    let halved = |was: i64, others_were: i64, is: i64, others_are: i64| {
        let [was, others_were, is, others_are] = [was, others_were, is, others_are].map(i128::from);
        is * (was + 2 * others_were) < others_are * was
    };
    let (was, others_were) = (before.holders, before.others);
    let (is, others_are) = (now.holders, now.others);
    let certain = match (others_were.high(), is.high()) {
        (Some(others_were), Some(is)) => halved(was.low(), others_were, is, others_are.low()),
        _ => false,
    };
    if certain {
        return Some(Certainty::Certain);
    }
    // The same posts are loosely counted in both charts: end against end.
    let low = halved(was.low(), others_were.low(), is.low(), others_are.low());
    let high = match (was.high(), others_were.high(), is.high(), others_are.high()) {
        (Some(was), Some(others_were), Some(is), Some(others_are)) => {
            halved(was, others_were, is, others_are)
        }
        // What is not known decides nothing.
        _ => return None,
    };
    (low || high).then_some(Certainty::Possible)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn halved(before: (&str, &str), now: (&str, &str)) -> Option<Certainty> {
        let share = |(holders, others): (&str, &str)| Share {
            holders: holders.parse().unwrap(),
            others: others.parse().unwrap(),
        };
        more_than_halved(share(before), share(now))
    }

    #[test]
    fn a_share_is_halved_when_it_is_less_than_half() {
        let certain = Some(Certainty::Certain);
        assert_eq!(halved(("18", "0"), ("18", "80")), certain);
        assert_eq!(halved(("18-20", "5"), ("12-13", "40-44")), certain);
        assert_eq!(halved(("10", "0"), ("10", "11")), certain);
        assert_eq!(halved(("10", "0"), ("10", "10")), None);
        assert_eq!(halved(("10", "10"), ("10", "29")), None);
        assert_eq!(halved(("10", "10"), ("10", "31")), certain);
        assert_eq!(halved(("0", "10"), ("0", "40")), None);
    }

    #[test]
    fn ranges_make_it_possible_and_the_unknown_silent() {
        let possible = Some(Certainty::Possible);
        assert_eq!(halved(("10", "0"), ("10", "8-12")), possible);
        assert_eq!(halved(("10-12", "0-30"), ("10-12", "0-30")), None);
        assert_eq!(halved(("10", "0"), ("10", "unknown")), None);
        assert_eq!(halved(("10", "0"), ("unknown", "20")), None);
    }
}
