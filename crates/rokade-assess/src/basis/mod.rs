//! What an assessment builds on, and what nobody knows yet.
//!
//! It quotes what the charts say of it, and judges nothing.

mod open;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use rokade_core::assessment::Assumption;
use rokade_core::chart::StaffView;
use rokade_core::date::DateSpan;
use rokade_core::entry::{Keep, PremiseKind};
use rokade_core::finding::Value;
use rokade_core::ids::Id;
use rokade_core::report::{Allowed, ReportFinding};
use rokade_core::words::{WordsError, by_name};

use crate::Input;
use crate::tongue::Tongue;

/// How many names a list has before it is cut.
const NAMES: usize = 10;

fn tongue<'a>(input: &Input<'a>) -> Result<Tongue<'a>, WordsError> {
    let tongue = Tongue::new(input, include_str!("da.ftl"), include_str!("en.ftl"))?;
    Ok(tongue.in_full(NAMES))
}

/// Goals, law, precedents, risks, limits, estimates: what is taken as given.
///
/// # Errors
/// When a sentence cannot be made, which the tests rule out.
pub fn assumptions(input: &Input<'_>) -> Result<Vec<Assumption>, WordsError> {
    let basis = Basis {
        input: *input,
        tongue: tongue(input)?,
    };
    let mut assumptions = basis.premises()?;
    assumptions.extend(basis.commitments()?);
    assumptions.extend(basis.allowed()?);
    assumptions.extend(basis.limits()?);
    assumptions.extend(basis.estimates()?);
    Ok(assumptions)
}

/// What is unknown or undecided, in a sentence each.
///
/// # Errors
/// See [`assumptions`].
pub fn unknowns(input: &Input<'_>) -> Result<Vec<String>, WordsError> {
    open::unknowns(input, &tongue(input)?)
}

struct Basis<'a> {
    input: Input<'a>,
    tongue: Tongue<'a>,
}

impl Basis<'_> {
    fn assumption(
        &self,
        kind: &str,
        text: String,
        about: Vec<String>,
    ) -> Result<Assumption, WordsError> {
        Ok(Assumption {
            kind: self.tongue.say(kind, &[])?,
            text,
            about,
        })
    }

    /// What the charts quote: goals, principles, law and the rest, kind by kind.
    fn premises(&self) -> Result<Vec<Assumption>, WordsError> {
        let premises = self.input.revision.entries().premises.values();
        let mut premises: Vec<_> = premises.map(|premise| &premise.value).collect();
        premises.sort_by_key(|premise| KINDS.iter().position(|kind| *kind == premise.kind));
        let mut told = Vec::new();
        for premise in premises {
            let text = premise.text.as_deref().map_or("", str::trim);
            if text.is_empty() {
                continue;
            }
            let source = premise.source.as_deref().map_or("", str::trim);
            let text = if source.is_empty() {
                text.to_owned()
            } else {
                let values = [("text", text.into()), ("source", source.into())];
                self.tongue.say("with-source", &values)?
            };
            let about = premise.about.as_ref();
            let about = about
                .map(|about| self.tongue.about(about))
                .unwrap_or_default();
            told.push(self.assumption(premise_key(premise.kind), text, about)?);
        }
        Ok(told)
    }

    /// What the proposal promises.
    fn commitments(&self) -> Result<Vec<Assumption>, WordsError> {
        let commitments = self.input.revision.entries().commitments.values();
        let mut told = Vec::new();
        for commitment in commitments.map(|commitment| &commitment.value) {
            let text = commitment.text.as_deref().map_or("", str::trim);
            if text.is_empty() {
                continue;
            }
            let keep = commitment.keep.as_ref();
            let about = keep.map(|keep| self.kept(keep)).unwrap_or_default();
            told.push(self.assumption("commitment", text.to_owned(), about)?);
        }
        Ok(told)
    }

    fn kept(&self, keep: &Keep) -> Vec<String> {
        let unit = keep.unit.iter().map(Id::subject);
        let function = keep.function.iter().map(Id::subject);
        let sites = keep.at.iter().map(Id::subject);
        let together = keep.co_location.iter().map(Id::subject);
        let things = unit.chain(function).chain(sites).chain(together);
        things
            .filter_map(|thing| self.tongue.name(&thing))
            .collect()
    }

    /// What is found and does not count, with why.
    fn allowed(&self) -> Result<Vec<Assumption>, WordsError> {
        // One reason for several findings of a rule is one thing that is assumed.
        let mut reasons: IndexMap<String, IndexSet<&str>> = IndexMap::new();
        for finding in &self.input.report.findings {
            if let Some(allowed) = &finding.allowed {
                let about = reasons
                    .entry(self.allowance(finding, allowed)?)
                    .or_default();
                let names: BTreeSet<&str> = finding.members.iter().map(|one| &*one.name).collect();
                about.extend(names);
            }
        }
        let told = reasons.into_iter().map(|(text, about)| {
            let mut about: Vec<String> = about.into_iter().map(str::to_owned).collect();
            about.sort_by(|a, b| by_name(self.input.language, a, b));
            self.assumption("allowance", text, about)
        });
        told.collect()
    }

    fn allowance(&self, finding: &ReportFinding, allowed: &Allowed) -> Result<String, WordsError> {
        let because = allowed.because.as_deref().map_or("", str::trim);
        let until: Option<DateSpan> = allowed.until.as_deref().and_then(|date| date.parse().ok());
        let word = |is: bool| Value::Word(if is { "yes" } else { "no" });
        let values = [
            ("title", Value::Quotes(vec![finding.title.clone()])),
            ("reasoned", word(!because.is_empty())),
            ("because", because.into()),
            ("ends", word(until.is_some())),
            ("until", until.unwrap_or(DateSpan::UNKNOWN).into()),
        ];
        self.tongue.say("allowed", &values)
    }

    /// What findings are measured against.
    fn limits(&self) -> Result<Vec<Assumption>, WordsError> {
        let limits = [
            ("limit-span", self.input.limits.span_max),
            ("limit-hearing", self.input.limits.hearing_min_days),
        ];
        let told = limits.into_iter().map(|(key, limit)| {
            let text = self.tongue.say(key, &[("limit", limit.into())])?;
            self.assumption("limit", text, Vec::new())
        });
        told.collect()
    }

    /// That numbers are rough, and how many of them are.
    fn estimates(&self) -> Result<Option<Assumption>, WordsError> {
        let charts = [self.input.base, self.input.revision];
        let of = |is_so: fn(StaffView<'_>) -> bool| {
            charts.map(|chart| chart.staff().filter(|post| is_so(*post)).count())
        };
        let [before, now] = of(|post| post.count().is_approximate());
        let [all_before, all_now] = of(|_| true);
        if before + now == 0 {
            return Ok(None);
        }
        let values = [
            ("before", before.into()),
            ("all_before", all_before.into()),
            ("now", now.into()),
            ("all_now", all_now.into()),
        ];
        let text = self.tongue.say("estimates", &values)?;
        self.assumption("estimate", text, Vec::new()).map(Some)
    }
}

/// The kinds of premise, in the order in which they are told.
const KINDS: [Option<PremiseKind>; 7] = [
    Some(PremiseKind::Goal),
    Some(PremiseKind::Principle),
    Some(PremiseKind::Law),
    Some(PremiseKind::Precedent),
    Some(PremiseKind::Figure),
    Some(PremiseKind::Risk),
    None,
];

fn premise_key(kind: Option<PremiseKind>) -> &'static str {
    match kind {
        Some(PremiseKind::Goal) => "goal",
        Some(PremiseKind::Principle) => "principle",
        Some(PremiseKind::Law) => "law",
        Some(PremiseKind::Precedent) => "precedent",
        Some(PremiseKind::Figure) => "figure",
        Some(PremiseKind::Risk) => "risk",
        None => "premise",
    }
}
