//! A goal as a row: a figure of Rokade's, another's, and how many times that it may be.

use super::measure::{Outcome, Usage};

/// What is compared of two runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Cpu,
    Wall,
    Rss,
}

impl Figure {
    fn of(self, usage: Usage) -> f64 {
        match self {
            Figure::Cpu => usage.cpu,
            Figure::Wall => usage.wall,
            Figure::Rss => usage.rss,
        }
    }
}

/// A goal, or a part of one: a figure that is at most so many times another.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) goal: u8,
    pub(super) what: String,
    pub(super) figure: Figure,
    /// Rokade's figure, or why there is none.
    pub(super) ours: Result<f64, String>,
    /// What it is held against.
    pub(super) peer: String,
    pub(super) theirs: Result<f64, String>,
    pub(super) most: f64,
    /// Whether it is only hoped for.
    pub(super) stretch: bool,
}

/// Whether a goal is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Holds,
    Missed,
    /// Nothing to hold it against.
    Open,
}

impl Row {
    pub(super) fn ratio(&self) -> Option<f64> {
        Some(self.ours.as_ref().ok()? / self.theirs.as_ref().ok()?)
    }

    pub(super) fn verdict(&self) -> Verdict {
        match (&self.ours, self.ratio()) {
            (_, Some(ratio)) if ratio <= self.most => Verdict::Holds,
            (Ok(_), None) => Verdict::Open,
            _ => Verdict::Missed,
        }
    }

    /// The same, but only hoped for.
    pub(super) fn stretch(mut self) -> Self {
        self.stretch = true;
        self
    }
}

/// Two programs of which one is Rokade, after a race.
pub(super) struct Pair<'a> {
    pub(super) goal: u8,
    pub(super) what: &'a str,
    pub(super) ours: &'a Outcome,
    pub(super) peer: &'a str,
    /// Nothing where it is not installed.
    pub(super) theirs: Option<&'a Outcome>,
}

impl Pair<'_> {
    pub(super) fn row(&self, figure: Figure, most: f64) -> Row {
        let theirs = self.theirs.map(|outcome| number(outcome, figure));
        Row {
            goal: self.goal,
            what: self.what.to_owned(),
            figure,
            ours: number(self.ours, figure),
            peer: self.peer.to_owned(),
            theirs: theirs.unwrap_or_else(|| Err("not installed".to_owned())),
            most,
            stretch: false,
        }
    }
}

/// What one program took, or why that is not known.
pub(super) fn number(outcome: &Outcome, figure: Figure) -> Result<f64, String> {
    match outcome {
        Outcome::Done(usage) => Ok(figure.of(*usage)),
        Outcome::TooLong(limit) => Err(format!("over {limit} s")),
        Outcome::Failed(why) => Err(format!("failed: {why}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ours: Result<f64, String>, theirs: Result<f64, String>) -> Row {
        Row {
            goal: 1,
            what: String::new(),
            figure: Figure::Cpu,
            ours,
            peer: String::new(),
            theirs,
            most: 2.0,
            stretch: false,
        }
    }

    #[test]
    fn a_goal_holds_up_to_its_ratio() {
        assert_eq!(row(Ok(4.0), Ok(2.0)).verdict(), Verdict::Holds);
        assert_eq!(row(Ok(4.1), Ok(2.0)).verdict(), Verdict::Missed);
    }

    #[test]
    fn without_a_peer_it_is_open_and_without_an_answer_of_ours_missed() {
        let absent = || Err("not installed".to_owned());
        assert_eq!(row(Ok(1.0), absent()).verdict(), Verdict::Open);
        assert_eq!(row(absent(), Ok(1.0)).verdict(), Verdict::Missed);
        assert_eq!(row(absent(), absent()).verdict(), Verdict::Missed);
    }
}
