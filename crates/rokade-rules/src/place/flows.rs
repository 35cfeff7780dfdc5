//! Whether the share of posts that sit together fell: counting with ranges, of which only the
//! ends are known. It knows neither charts nor sites.

use rokade_core::quantity::{Certainty, Quantity};

use crate::place::sharing::Standing;

/// Posts by where they sat and where they sit.
#[derive(Debug, Default)]
pub(super) struct Flows {
    together: Quantity,
    left: Quantity,
    joined: Quantity,
    apart: Quantity,
    gone_from_together: Quantity,
    gone_from_apart: Quantity,
    new_together: Quantity,
    new_apart: Quantity,
}

impl Flows {
    pub(super) fn add(&mut self, was: Standing, is: Option<Standing>, posts: Quantity) {
        use Standing::{Apart, Partly, Together};
        let part = posts.any_part();
        match (was, is) {
            (Together, Some(Together)) => self.together += posts,
            (Together, Some(Apart)) => self.left += posts,
            (Apart, Some(Together)) => self.joined += posts,
            (Apart, Some(Apart)) => self.apart += posts,
            (Together, Some(Partly)) => {
                self.together += part;
                self.left += part;
            }
            (Partly, Some(Together)) => {
                self.together += part;
                self.joined += part;
            }
            (Apart, Some(Partly)) => {
                self.apart += part;
                self.joined += part;
            }
            (Partly, Some(Apart)) => {
                self.apart += part;
                self.left += part;
            }
            (Partly, Some(Partly)) => {
                self.together += part;
                self.apart += part;
            }
            (Together, None) => self.gone_from_together += posts,
            (Apart, None) => self.gone_from_apart += posts,
            (Partly, None) => {
                self.gone_from_together += part;
                self.gone_from_apart += part;
            }
        }
    }

    pub(super) fn add_new(&mut self, is: Standing, posts: Quantity) {
        match is {
            Standing::Together => self.new_together += posts,
            Standing::Apart => self.new_apart += posts,
            Standing::Partly => {
                self.new_together += posts.any_part();
                self.new_apart += posts.any_part();
            }
        }
    }

    /// Whether the share that sits together fell.
    ///
    /// It fell when together before × apart now is more than together now × apart before. What
    /// is left of the difference when both are written out has those who stayed together and
    /// those who stayed apart once each: they are the same posts before and now, so that what
    /// did not change never looks like a fall, however roughly it is counted.
    pub(super) fn share_fell(&self) -> Option<Certainty> {
        let Flows {
            together,
            left,
            joined,
            apart,
            gone_from_together,
            gone_from_apart,
            new_together,
            new_apart,
        } = *self;
        let of = Range::of;
        let fall = of(together) * (of(left + new_apart) - of(joined + gone_from_apart))
            + of(apart) * (of(left + gone_from_together) - of(joined + new_together))
            + of(left + gone_from_together) * of(left + new_apart)
            - of(joined + new_together) * of(joined + gone_from_apart);
        if fall.low.is_some_and(|low| low > 0) {
            return Some(Certainty::Certain);
        }
        fall.high
            .is_none_or(|high| high > 0)
            .then_some(Certainty::Possible)
    }
}

/// A range that may be below nothing, in hundredths or ten thousandths; an end that is `None`
/// is open.
#[derive(Debug, Clone, Copy)]
struct Range {
    low: Option<i128>,
    high: Option<i128>,
}

impl Range {
    fn of(quantity: Quantity) -> Self {
        Range {
            low: Some(i128::from(quantity.low())),
            high: quantity.high().map(i128::from),
        }
    }
}

impl std::ops::Add for Range {
    type Output = Range;

    fn add(self, other: Range) -> Range {
        let sum = |a: Option<i128>, b: Option<i128>| a.zip(b).map(|(a, b)| a + b);
        Range {
            low: sum(self.low, other.low),
            high: sum(self.high, other.high),
        }
    }
}

impl std::ops::Sub for Range {
    type Output = Range;

    fn sub(self, other: Range) -> Range {
        let difference = |a: Option<i128>, b: Option<i128>| a.zip(b).map(|(a, b)| a - b);
        Range {
            low: difference(self.low, other.high),
            high: difference(self.high, other.low),
        }
    }
}

/// A range of posts, which is never below nothing, times any range.
impl std::ops::Mul for Range {
    type Output = Range;

    fn mul(self, other: Range) -> Range {
        let least = self.low.unwrap_or(0);
        // The end of the posts that takes the product furthest: the upper one, where the
        // factor points that way, else the lower.
        let times = |factor: Option<i128>, outwards: bool| match (factor, self.high) {
            (_, Some(0)) | (Some(0), _) => Some(0),
            (Some(factor), most) if outwards => most.map(|most| factor * most),
            (Some(factor), _) => Some(factor * least),
            (None, _) => None,
        };
        Range {
            low: times(other.low, other.low.is_none_or(|low| low < 0)),
            high: times(other.high, other.high.is_none_or(|high| high > 0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Standing::{Apart, Partly, Together};

    fn fell(
        flows: &[(Standing, Option<Standing>, &str)],
        new: &[(Standing, &str)],
    ) -> Option<Certainty> {
        let mut all = Flows::default();
        for (was, is, posts) in flows {
            all.add(*was, *is, posts.parse().unwrap());
        }
        for (is, posts) in new {
            all.add_new(*is, posts.parse().unwrap());
        }
        all.share_fell()
    }

    #[test]
    fn what_did_not_change_did_not_fall() {
        let same = [
            (Together, Some(Together), "10-40"),
            (Apart, Some(Apart), "unknown"),
        ];
        assert_eq!(fell(&same, &[]), None);
        assert_eq!(fell(&[(Partly, Some(Partly), "4")], &[]), None);
    }

    #[test]
    fn posts_that_leave_make_it_fall_however_many_there_are() {
        let stay = (Together, Some(Together), "18-24");
        assert_eq!(
            fell(&[stay, (Together, Some(Apart), "12-13")], &[]),
            Some(Certainty::Certain)
        );
        let rough = [
            (Together, Some(Together), "20-40"),
            (Together, Some(Apart), "1"),
            (Apart, Some(Apart), "20-40"),
        ];
        assert_eq!(fell(&rough, &[]), Some(Certainty::Certain));
        assert_eq!(
            fell(&[stay, (Together, Some(Apart), "0-2")], &[]),
            Some(Certainty::Possible)
        );
        assert_eq!(
            fell(&[stay, (Together, Some(Partly), "2")], &[]),
            Some(Certainty::Possible)
        );
    }

    #[test]
    fn posts_that_join_make_it_rise() {
        let apart = (Apart, Some(Apart), "5");
        let stay = (Together, Some(Together), "10-12");
        assert_eq!(
            fell(&[stay, apart, (Apart, Some(Together), "2")], &[]),
            None
        );
        // As many each way.
        let leave = (Together, Some(Apart), "2");
        let join = (Apart, Some(Together), "2");
        assert_eq!(fell(&[stay, apart, leave, join], &[]), None);
        let join = (Apart, Some(Together), "1-3");
        assert_eq!(
            fell(&[stay, apart, leave, join], &[]),
            Some(Certainty::Possible)
        );
        let join = (Apart, Some(Together), "4");
        assert_eq!(
            fell(&[(Together, Some(Together), "10"), leave, join], &[]),
            None
        );
    }

    #[test]
    fn posts_that_come_and_go_count_too() {
        let stay = (Together, Some(Together), "10");
        assert_eq!(fell(&[stay], &[(Apart, "2")]), Some(Certainty::Certain));
        assert_eq!(fell(&[stay], &[(Together, "2")]), None);
        // Fewer, but still all of them.
        assert_eq!(fell(&[stay, (Together, None, "2")], &[]), None);
        let apart = (Apart, Some(Apart), "10");
        assert_eq!(
            fell(&[stay, apart, (Together, None, "2")], &[]),
            Some(Certainty::Certain)
        );
        assert_eq!(fell(&[stay, apart, (Apart, None, "2")], &[]), None);
    }
}
