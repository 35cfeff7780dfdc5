//! What a comparison says: first of all, of proposals that another is better than, of each two,
//! and of what could not be measured.

use std::cmp::Ordering;

use rokade_core::comparison::{Apart, Compared, Dominated, Standing};
use rokade_core::finding::Value;
use rokade_core::words::WordsError;

use super::ComparisonInput;
use super::cells::Tongue;
use super::order::Order;
use super::rows::Line;

/// What sets two apart, and how many are told of each side.
const TOLD: usize = 3;

/// Up to this many proposals, each two are told apart; beyond, each and the first.
const EACH_TWO: usize = 4;

pub(super) struct Said<'a> {
    pub(super) tongue: &'a Tongue,
    pub(super) base: &'a Compared,
    pub(super) proposals: &'a [Compared],
    pub(super) lines: &'a [Line],
}

impl Said<'_> {
    #[expect(
        clippy::indexing_slicing,
        reason = "a proposal is named by its place, and a line has a cell for each"
    )]
    fn mark(&self, at: usize) -> Value {
        self.proposals[at].mark.clone().into()
    }

    /// The lines in which one proposal is certainly better than another, those where they are
    /// furthest apart first.
    fn better(&self, first: usize, second: usize) -> Vec<&Line> {
        let mut better: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| line.order(first, second) == Order::Better)
            .collect();
        better.sort_by(|a, b| wider(a.gap(first, second), b.gap(first, second)));
        better
    }

    /// The proposals that another is certainly no worse than in anything, and better than in
    /// something.
    pub(super) fn dominated(&self) -> Result<Vec<Dominated>, WordsError> {
        let mut dominated = Vec::new();
        for proposal in 0..self.proposals.len() {
            for by in 0..self.proposals.len() {
                if by == proposal {
                    continue;
                }
                let directed = self.lines.iter().filter(|line| line.better().is_some());
                let orders: Vec<Order> = directed.map(|line| line.order(by, proposal)).collect();
                let no_worse = |order: &Order| matches!(order, Order::Alike | Order::Better);
                let better = orders
                    .iter()
                    .filter(|order| **order == Order::Better)
                    .count();
                if better > 0 && orders.iter().all(no_worse) {
                    let values = [
                        ("proposal", self.mark(proposal)),
                        ("by", self.mark(by)),
                        ("n", better.into()),
                    ];
                    dominated.push(Dominated {
                        proposal,
                        by,
                        text: self.tongue.say("dominated", &values)?,
                    });
                }
            }
        }
        Ok(dominated)
    }

    pub(super) fn summary(&self, dominated: &[Dominated]) -> Result<Vec<String>, WordsError> {
        let mut sentences = vec![self.overview()?];
        if self.proposals.iter().any(|proposal| !proposal.complete) || !self.base.complete {
            // What could be read is not the whole picture, and nothing is concluded of it.
            sentences.push(self.tongue.say("incomplete", &[])?);
            return Ok(sentences);
        }
        if self.proposals.len() > 1 {
            sentences.push(match dominated.first() {
                Some(first) => first.text.clone(),
                None => self.most_often_best()?,
            });
        }
        sentences.push(self.hanging()?);
        Ok(sentences)
    }

    fn overview(&self) -> Result<String, WordsError> {
        use rokade_core::comparison::RowKind;
        let known = self
            .lines
            .iter()
            .filter(|line| line.kind() != RowKind::Unknown);
        let told = |kinds: &[RowKind]| {
            let of_kind = self
                .lines
                .iter()
                .filter(|line| kinds.contains(&line.kind()));
            of_kind.count()
        };
        let values = [
            ("n", Value::from(self.proposals.len())),
            ("base", self.base.title.clone().into()),
            ("rows", known.count().into()),
            ("differs", told(&[RowKind::Differs]).into()),
            ("changes", told(&[RowKind::Differs, RowKind::Alike]).into()),
        ];
        let key = match self.proposals.len() {
            1 => "overview-one",
            _ => "overview",
        };
        self.tongue.say(key, &values)
    }

    fn most_often_best(&self) -> Result<String, WordsError> {
        let mut best: Vec<(usize, usize)> = (0..self.proposals.len())
            .map(|at| {
                let is_best = |line: &&Line| line.standing(at) == Some(Standing::Best);
                (self.lines.iter().filter(is_best).count(), at)
            })
            .filter(|(n, _)| *n > 0)
            .collect();
        best.sort_by_key(|&(n, at)| (std::cmp::Reverse(n), at));
        let mut parts = Vec::with_capacity(best.len());
        for (n, at) in best {
            let values = [("proposal", self.mark(at)), ("n", n.into())];
            let key = if parts.is_empty() {
                "best-first"
            } else {
                "best-next"
            };
            parts.push(self.tongue.say(key, &values)?);
        }
        if parts.is_empty() {
            return self.tongue.say("none-best", &[]);
        }
        self.tongue.say("best", &[("parts", Value::Texts(parts))])
    }

    fn hanging(&self) -> Result<String, WordsError> {
        let mut parts = Vec::new();
        for (at, proposal) in self.proposals.iter().enumerate() {
            if proposal.errors > 0 {
                let values = [("proposal", self.mark(at)), ("n", proposal.errors.into())];
                parts.push(self.tongue.say("hangs-in", &values)?);
            }
        }
        let all = Value::from(self.proposals.len());
        if parts.is_empty() {
            return self.tongue.say("hangs-nowhere", &[("n", all)]);
        }
        self.tongue.say("hangs", &[("parts", Value::Texts(parts))])
    }

    /// What sets each two apart; of many proposals, each and the first.
    #[expect(
        clippy::indexing_slicing,
        reason = "a proposal is named by its place, and a line has a cell for each"
    )]
    pub(super) fn apart(&self) -> Result<Vec<Apart>, WordsError> {
        let n = self.proposals.len();
        let mut apart = Vec::new();
        for first in 0..n {
            for second in first + 1..n {
                let is_told = n <= EACH_TWO || first == 0;
                let are_read = self.proposals[first].complete && self.proposals[second].complete;
                if is_told && are_read && self.base.complete {
                    apart.push(Apart {
                        of: [first, second],
                        text: self.sets_apart(first, second)?,
                    });
                }
            }
        }
        Ok(apart)
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a proposal is named by its place, and a line has a cell for each"
    )]
    fn sets_apart(&self, first: usize, second: usize) -> Result<String, WordsError> {
        let [of_first, of_second] = [(first, second), (second, first)]
            .map(|(one, other)| (self.better(one, other), one, other));
        let are_alike = self.lines.iter().all(|line| {
            let (one, other) = (&line.cells[first], &line.cells[second]);
            one.value == other.value && one.difference == other.difference
        });
        let key = match (are_alike, of_first.0.len(), of_second.0.len()) {
            (true, ..) => "apart-alike",
            (_, 0, 0) => "apart-open",
            (_, 0, _) => "apart-second",
            (_, _, 0) => "apart-first",
            _ => "apart",
        };
        let values = [
            ("first", self.mark(first)),
            ("second", self.mark(second)),
            ("in_first", self.told(&of_first)?.into()),
            ("in_second", self.told(&of_second)?.into()),
        ];
        self.tongue.say(key, &values)
    }

    /// Lines in a sentence, each with both numbers: those furthest apart, and how many more.
    fn told(&self, (lines, one, other): &(Vec<&Line>, usize, usize)) -> Result<String, WordsError> {
        let mut parts = Vec::new();
        for line in lines.iter().take(TOLD) {
            let values = [
                ("label", small(&line.name()).into()),
                ("one", self.tongue.told(line, *one)?.into()),
                ("other", self.tongue.told(line, *other)?.into()),
            ];
            parts.push(self.tongue.say("apart-in", &values)?);
        }
        let more = lines.len().saturating_sub(TOLD);
        if more > 0 {
            let rest = self.tongue.say("apart-more", &[("n", more.into())])?;
            return Ok(format!("{} {rest}", parts.join(", ")));
        }
        let values = [("parts", Value::Texts(parts))];
        self.tongue.say("apart-all", &values)
    }

    /// What could not be measured, and what to add.
    #[expect(
        clippy::indexing_slicing,
        reason = "a proposal is named by its place, and a line has a cell for each"
    )]
    pub(super) fn not_judged(
        &self,
        input: &ComparisonInput<'_>,
    ) -> Result<Vec<String>, WordsError> {
        let mut sentences = Vec::new();
        if !self.base.complete {
            let source = self.base.source.clone();
            let values = [("source", source.into())];
            return Ok(vec![self.tongue.say("base-not-read", &values)?]);
        }
        for (at, (chart, _)) in input.proposals.iter().enumerate() {
            let key = match (chart.complete, chart.judged) {
                (false, _) => "not-read",
                (true, false) => "not-followed",
                (true, true) => continue,
            };
            let values = [
                ("proposal", self.mark(at)),
                ("source", self.proposals[at].source.clone().into()),
            ];
            sentences.push(self.tongue.say(key, &values)?);
        }
        for line in self.lines {
            let add = format!("add-{}", line.measure.name.replace('_', "-"));
            // Where the proposal itself is not known, that has been said.
            let silent = |at: &usize| input.proposals[*at].0.complete && line.ends(*at).is_none();
            let silent: Vec<usize> = (0..self.proposals.len()).filter(silent).collect();
            if silent.is_empty() || !self.tongue.has(&add) {
                continue;
            }
            let of: Vec<String> = silent
                .iter()
                .map(|&at| self.proposals[at].mark.clone())
                .collect();
            let all = silent.len() == self.proposals.len();
            let values = [
                ("label", line.name().into()),
                ("add", self.tongue.say(&add, &[])?.into()),
                ("of", Value::Texts(of)),
            ];
            let key = if all { "silent" } else { "silent-of" };
            sentences.push(self.tongue.say(key, &values)?);
        }
        Ok(sentences)
    }
}

/// The wider of two gaps first.
fn wider(a: (i128, i128), b: (i128, i128)) -> Ordering {
    (b.0 * a.1).cmp(&(a.0 * b.1))
}

/// A label in the middle of a sentence.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
