//! What bears on the working environment and belongs in an assessment of it. That assessment is
//! not made here.

use rokade_change::PostFate;
use rokade_core::entry::PremiseKind;
use rokade_core::finding::Value;
use rokade_core::words::WordsError;

use super::{Asked, Said};
use crate::moves::led_anew;

/// The rules whose findings are about how people work: with whom, under whom, at what distance.
pub(super) const BEARS_ON_IT: [&str; 14] = [
    "double-placed-staff",
    "isolated-specialists",
    "diluted-competence",
    "left-neighbours",
    "lost-site-and-head",
    "unmet-wishes",
    "span-of-control",
    "changed-head",
    "vacant-head",
    "distant-management",
    "reports-to-nobody",
    "line-differs-from-place",
    "caseload-over-norm",
    "site-over-capacity",
];

impl Asked<'_> {
    /// What belongs in an assessment of the working environment.
    pub(super) fn environment(&self) -> Result<Said, WordsError> {
        let input = &self.input;
        let mut said = Said::default();
        said.answers
            .push(self.say("environment-not-assessed", &[])?);
        let parts = [
            (
                "environment-led-anew",
                self.count(|one| led_anew(input, one)),
            ),
            (
                "environment-at-other-site",
                self.count(|one| one.site_changed),
            ),
            (
                "environment-unplaced",
                self.count(|one| one.fate == PostFate::Unplaced),
            ),
        ];
        for (key, posts) in parts {
            said.answers.extend(self.of_posts(key, posts)?);
        }
        // By the order of the report, each rule once.
        let mut titles: Vec<(&str, usize)> = Vec::new();
        let findings = input.report.findings.iter();
        let findings = findings.filter(|finding| finding.allowed.is_none());
        for finding in findings.filter(|finding| BEARS_ON_IT.contains(&finding.rule)) {
            match titles.iter_mut().find(|(title, _)| *title == finding.title) {
                Some((_, n)) => *n += 1,
                None => titles.push((&finding.title, 1)),
            }
        }
        if !titles.is_empty() {
            let told = titles.into_iter().map(|(title, n)| {
                let values = [("title", Value::from(title)), ("n", n.into())];
                self.say("environment-finding", &values)
            });
            let told: Vec<String> = told.collect::<Result<_, _>>()?;
            let values = [("findings", Value::Text(told.join("; ")))];
            said.answers
                .push(self.say("environment-findings", &values)?);
        }
        let premises = input.revision.entries().premises.values();
        let risks = premises.filter(|premise| premise.value.kind == Some(PremiseKind::Risk));
        let risks = risks.filter_map(|risk| risk.value.text.as_deref());
        let risks: Vec<String> = risks.map(|text| text.trim().to_owned()).collect();
        if !risks.is_empty() {
            let values = [("risks", Value::Quotes(risks))];
            said.answers.push(self.say("environment-risks", &values)?);
        }
        said.missing.push(self.say("environment-missing", &[])?);
        Ok(said)
    }
}
