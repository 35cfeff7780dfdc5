//! The impact assessment that a committee reads: from charts, proposals and hearings to what is
//! said of them.

use std::collections::BTreeSet;

use rokade_assess as parts;
use rokade_change::{ChangeSet, diff as changes};
use rokade_core::assessment::{AssessedProposal, Assessment, Withheld};
use rokade_core::drawing::OrgChart;
use rokade_core::entry::{Hearing, Language};
use rokade_core::finding::{Fingerprint, Severity};
use rokade_core::note::HearingNote;
use rokade_core::report::{Report, ReportFinding};
use rokade_core::words::WordsError;
use rokade_rules::{Policy, catalogue};

use crate::compare::{Counted, Named, hide_small_groups, side_by_side};
use crate::note::{OpenedNote, name_untitled, title_of, told_note};
use crate::open::Sources;
use crate::report::{Truth, check, told_and_found};

/// What an assessment is made of.
#[derive(Debug)]
pub struct OpenedAssessment {
    /// The organisation as it is.
    pub base: Named,
    /// The proposals.
    pub proposals: Vec<Named>,
    /// What was answered in hearings.
    pub hearings: Vec<OpenedNote>,
}

impl OpenedAssessment {
    /// The language that the charts ask for.
    pub fn language(&self) -> Option<Language> {
        let mut opened = std::iter::once(&self.base).chain(&self.proposals);
        opened.find_map(|named| named.opened.language())
    }

    /// All its charts, the base first.
    fn charts(&mut self) -> Vec<&mut Named> {
        let own = std::iter::once(&mut self.base).chain(&mut self.proposals);
        let of_hearings = self.hearings.iter_mut().flat_map(OpenedNote::charts);
        own.chain(of_hearings).collect()
    }

    /// What each proposal changes in the base.
    fn changes(&self) -> Vec<ChangeSet> {
        let proposals = self.proposals.iter();
        proposals
            .map(|proposal| changes(&self.base.opened.chart, &proposal.opened.chart))
            .collect()
    }
}

/// Makes an assessment. With `hides_small_groups` every number of posts is of charts in which
/// small groups are ranges; what is found is as it is without.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn assess(
    sources: &Sources,
    mut opened: OpenedAssessment,
    policy: &Policy,
    hides_small_groups: bool,
) -> Result<Assessment, WordsError> {
    for named in opened.charts() {
        name_untitled(&mut named.opened, policy.language);
    }
    let of_base = check(sources, &opened.base.opened, policy)?;
    let mut differences = opened.changes();
    let told = |opened: &OpenedAssessment, differences: &[ChangeSet], truths: Option<&[Truth]>| {
        let proposals = opened.proposals.iter().zip(differences).enumerate();
        let told = proposals.map(|(at, (proposal, changed))| {
            let compared = Some((&opened.base.opened, changed));
            let truth = truths.and_then(|truths| truths.get(at));
            told_and_found(sources, compared, &proposal.opened, &[], policy, truth)
        });
        told.collect::<Result<Vec<_>, _>>()
    };
    let truly = told(&opened, &differences, None)?;
    let counted: Vec<Counted> = truly
        .iter()
        .map(|(report, _)| Counted::of(report))
        .collect();
    let (truly, truths): (Vec<Report>, Vec<Truth>) = truly
        .into_iter()
        .map(|(report, found)| (report, Truth::of(&found)))
        .unzip();
    let mut of_hearings: Vec<Option<Vec<Truth>>> = vec![None; opened.hearings.len()];
    let mut reports = truly.clone();
    if hides_small_groups {
        for (hearing, truths) in opened.hearings.iter().zip(&mut of_hearings) {
            *truths = Some(hearing.truths(sources, policy)?);
        }
        hide_small_groups(&mut opened.charts());
        differences = opened.changes();
        let told = told(&opened, &differences, Some(&truths))?;
        reports = told.into_iter().map(|(report, _)| report).collect();
    }
    let hearings = opened.hearings.iter().zip(&of_hearings);
    let notes: Vec<HearingNote> = hearings
        .map(|(hearing, truths)| told_note(sources, hearing, policy, truths.as_deref()))
        .collect::<Result<_, _>>()?;
    let written = opened.hearings.iter().map(OpenedNote::hearing).zip(&notes);
    let written: Vec<(&Hearing, &HearingNote)> = written.collect();

    let side: Vec<_> = opened
        .proposals
        .iter()
        .zip(&counted)
        .zip(&differences)
        .map(|((proposal, counted), changed)| (proposal, counted, changed))
        .collect();
    let of_base = Counted::of(&of_base);
    let comparison = side_by_side((&opened.base, &of_base), &side, &[], policy)?;

    let mut proposals = Vec::with_capacity(opened.proposals.len());
    let all = opened.proposals.iter().zip(&comparison.proposals);
    let all = all.zip(&differences).zip(reports.into_iter().zip(&truly));
    for (((named, compared), changed), (mut report, truth)) in all {
        let withheld = withheld(truth, &report);
        let faults = without_faults(&mut report);
        let told = Told {
            named,
            mark: &compared.mark,
            changed,
            withheld,
            faults,
            report,
        };
        proposals.push(told.assessed(&opened.base, &written, policy)?);
    }
    let organization = opened
        .base
        .opened
        .chart
        .entries()
        .header
        .organization
        .as_ref();
    let complete = comparison.complete && notes.iter().all(|note| note.complete);
    Ok(Assessment {
        language: policy.language,
        organization: organization
            .and_then(|organization| organization.name.clone().map(String::from)),
        complete: complete && proposals.iter().all(|proposal| proposal.faults == 0),
        hides_small_groups: opened.base.opened.hides_small_groups(),
        proposals,
        comparison,
        hearings: notes,
    })
}

/// A proposal with what it changes and what is found of it.
struct Told<'a> {
    named: &'a Named,
    mark: &'a str,
    changed: &'a ChangeSet,
    withheld: Vec<Withheld>,
    faults: usize,
    report: Report,
}

impl Told<'_> {
    fn assessed(
        self,
        base: &Named,
        hearings: &[(&Hearing, &HearingNote)],
        policy: &Policy,
    ) -> Result<AssessedProposal, WordsError> {
        let limits = policy.limits_in_force();
        let input = parts::Input {
            base: &base.opened.chart,
            revision: &self.named.opened.chart,
            changes: self.changed,
            report: &self.report,
            hearings,
            limits: parts::Limits {
                span_max: limits.span_max,
                hearing_min_days: limits.hearing_min_days,
            },
            language: policy.language,
        };
        let [before, after] =
            parts::before_and_after(input.base, input.revision, self.changed, policy.language)?;
        Ok(AssessedProposal {
            mark: self.mark.to_owned(),
            title: title_of(self.named),
            source: self.named.source.clone(),
            withheld: self.withheld,
            faults: self.faults,
            before,
            after,
            co_locations: parts::co_locations(&input)?,
            units: parts::pages(&input)?,
            questions: parts::questions(&input)?,
            changes: parts::changes(&input)?,
            moves: parts::moves(&input)?,
            assumptions: parts::assumptions(&input)?,
            unknowns: parts::unknowns(&input)?,
            report: self.report,
        })
    }
}

/// Draws a chart by itself, or what a proposal makes of its base.
///
/// # Errors
/// See [`assess`].
pub fn draw(
    mut base: Option<Named>,
    mut drawn: Named,
    language: Language,
    hides_small_groups: bool,
) -> Result<OrgChart, WordsError> {
    let mut charts: Vec<&mut Named> = base.iter_mut().collect();
    charts.push(&mut drawn);
    for named in &mut charts {
        name_untitled(&mut named.opened, language);
    }
    if hides_small_groups {
        hide_small_groups(&mut charts);
    }
    let chart = &drawn.opened.chart;
    let Some(base) = &base else {
        return parts::org_chart(chart, language);
    };
    let changed = changes(&base.opened.chart, chart);
    let base = &base.opened.chart;
    let [_, after] = parts::before_and_after(base, chart, &changed, language)?;
    Ok(after)
}

/// What is found and cannot be told, since its numbers would give small groups away.
fn withheld(truly: &Report, told: &Report) -> Vec<Withheld> {
    let told = told.findings.iter().map(|finding| &finding.fingerprint);
    let told: BTreeSet<&Fingerprint> = told.collect();
    let is_told = |finding: &&ReportFinding| told.contains(&finding.fingerprint);
    let mut withheld: Vec<Withheld> = Vec::new();
    for finding in truly.findings.iter().filter(|finding| !is_told(finding)) {
        match withheld.iter_mut().find(|one| one.rule == finding.rule) {
            Some(one) => one.findings += 1,
            None => withheld.push(Withheld {
                rule: finding.rule,
                title: finding.title.clone(),
                findings: 1,
            }),
        }
    }
    withheld
}

/// Takes out what is wrong in the files, which is for their writer and no consequence of a
/// proposal; how many there were.
pub(crate) fn without_faults(report: &mut Report) -> usize {
    let of_faults = catalogue::of_faults();
    let findings = std::mem::take(&mut report.findings).into_iter();
    let (faults, findings): (Vec<_>, Vec<_>) =
        findings.partition(|finding| of_faults.contains(&finding.rule));
    report.findings = findings;
    faults.iter().filter(|fault| matters(fault)).count()
}

/// Whether a reader must know that this is wrong in a file. Personal data spoils nothing that is
/// told, so where it is allowed, or no more than a warning, there is nothing to tell.
fn matters(fault: &ReportFinding) -> bool {
    fault.rule != "personal-data" || (fault.counts() && fault.severity == Severity::Error)
}
