//! The note on a hearing: from files to what was raised, with what was found of it.

use rokade_change::{ChangeSet, diff as changes};
use rokade_core::chart::Chart;
use rokade_core::entry::{Hearing, Language};
use rokade_core::finding::Severity;
use rokade_core::note::HearingNote;
use rokade_core::report::Report;
use rokade_core::span::SourceId;
use rokade_core::words::WordsError;
use rokade_hearing::note::{Counter, Judged, NoteInput, RuleTitle, Unread};
use rokade_rules::{Found, Policy, catalogue};

use crate::assess::without_faults;
use crate::compare::{Named, hide_small_groups, open_named};
use crate::hearing::{Answered, AnsweredHearing, Referred, check_hearing, open_answered};
use crate::open::{Opened, Sources};
use crate::proposal::Chain;
use crate::report::{Truth, told_and_found};

/// A hearing with all that a note on it is made of.
#[derive(Debug)]
pub struct OpenedNote {
    answered: AnsweredHearing,
    file: SourceId,
    /// What the proposal is compared with.
    base: Option<Named>,
    /// The proposal; none where the hearing does not name one that there is.
    proposal: Option<Named>,
    /// The counter-proposals that are there.
    counters: Vec<Named>,
}

impl OpenedNote {
    /// The language that the charts ask for.
    pub fn language(&self) -> Option<Language> {
        let proposal = self.proposal.as_ref();
        let of_proposal = proposal.and_then(|proposal| proposal.opened.language());
        of_proposal.or(self.base.as_ref().and_then(|base| base.opened.language()))
    }

    /// Gives posts without a title a word for one, so that no sentence tells their ids: for what
    /// is made for readers.
    pub fn hide_staff_ids(&mut self, language: Language) {
        for named in self.charts() {
            name_untitled(&mut named.opened, language);
        }
    }

    /// The hearing, as it is written.
    pub(crate) fn hearing(&self) -> &Hearing {
        &self.answered.hearing.hearing
    }

    /// All its charts.
    pub(crate) fn charts(&mut self) -> impl Iterator<Item = &mut Named> {
        let of_proposal = self.base.iter_mut().chain(&mut self.proposal);
        of_proposal.chain(&mut self.counters)
    }

    /// What is found in its proposals.
    pub(crate) fn truths(
        &self,
        sources: &Sources,
        policy: &Policy,
    ) -> Result<Vec<Truth>, WordsError> {
        let base = self.base.as_ref();
        let proposals = self.proposal.iter().chain(&self.counters);
        let found = proposals.map(|named| {
            let changed = base.map(|base| changes(&base.opened.chart, &named.opened.chart));
            let compared = base.map(|base| &base.opened).zip(changed.as_ref());
            let told = told_and_found(sources, compared, &named.opened, &[], policy, None)?;
            Ok(Truth::of(&told.1))
        });
        found.collect()
    }
}

/// Opens a hearing, the proposal that it answers, and the counter-proposals that it names; with
/// others, and beside another base, where somebody asks for that.
pub fn open_note(
    sources: &Sources,
    file: SourceId,
    referred: &Referred,
    base: Option<&Chain>,
    counters: &[Chain],
) -> OpenedNote {
    let answered = open_answered(sources, file, referred);
    let chain = referred
        .proposal
        .as_ref()
        .and_then(|answered| answered.as_ref().ok());
    let own = chain
        .filter(|chain| !chain.proposals.is_empty())
        .map(Chain::base);
    let base = base.cloned().or(own);
    let named = referred.counter_proposals.iter();
    let named = named.filter_map(|(_, answered): &(String, Answered)| answered.as_ref().ok());
    let mut chains: Vec<&Chain> = Vec::new();
    for counter in named.chain(counters) {
        // One that is named twice is one.
        if !chains.contains(&counter) {
            chains.push(counter);
        }
    }
    OpenedNote {
        answered,
        file,
        base: base.map(|base| open_named(sources, &base)),
        proposal: chain.map(|chain| open_named(sources, chain)),
        counters: chains
            .into_iter()
            .map(|chain| open_named(sources, chain))
            .collect(),
    }
}

/// A proposal beside the base, with what was found of it.
struct Compared {
    changes: Option<ChangeSet>,
    report: Report,
    found: Found,
    unjudged: Vec<&'static str>,
    /// What is wrong in its files.
    faults: usize,
}

impl Compared {
    fn new(
        sources: &Sources,
        base: Option<&Opened>,
        proposal: &Opened,
        policy: &Policy,
        truth: Option<&Truth>,
    ) -> Result<Self, WordsError> {
        let changed = base.map(|base| changes(&base.chart, &proposal.chart));
        let compared = base.zip(changed.as_ref());
        let (mut report, found) = told_and_found(sources, compared, proposal, &[], policy, truth)?;
        let faults = without_faults(&mut report);
        let mut unjudged: Vec<&'static str> =
            found.not_judged.iter().map(|(rule, ..)| *rule).collect();
        unjudged.sort_unstable();
        unjudged.dedup();
        Ok(Compared {
            faults,
            changes: changed,
            report,
            found,
            unjudged,
        })
    }

    fn judged<'a>(&'a self, proposal: &'a Opened) -> Judged<'a> {
        Judged {
            chart: &proposal.chart,
            changes: self.changes.as_ref(),
            report: &self.report,
            facts: &self.found.findings,
            unjudged: &self.unjudged,
        }
    }
}

/// Makes the note on a hearing. With `hides_small_groups` every number of posts is of charts in which small groups are ranges;
/// what is found is as it is without.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn note(
    sources: &Sources,
    mut opened: OpenedNote,
    policy: &Policy,
    hides_small_groups: bool,
) -> Result<HearingNote, WordsError> {
    if !hides_small_groups {
        return told_note(sources, &opened, policy, None);
    }
    let truths = opened.truths(sources, policy)?;
    hide_small_groups(&mut opened.charts().collect::<Vec<_>>());
    told_note(sources, &opened, policy, Some(&truths))
}

/// The note on a hearing, with what is found in its proposals where something is hidden in them.
pub(crate) fn told_note(
    sources: &Sources,
    opened: &OpenedNote,
    policy: &Policy,
    truths: Option<&[Truth]>,
) -> Result<HearingNote, WordsError> {
    let base = opened.base.as_ref().map(|base| &base.opened);
    let proposals = opened.proposal.iter().chain(&opened.counters);
    let mut compared = proposals.enumerate().map(|(at, named)| {
        let truth = truths.and_then(|truths| truths.get(at));
        Compared::new(sources, base, &named.opened, policy, truth)
    });
    let proposal = match &opened.proposal {
        Some(_) => compared.next().transpose()?,
        None => None,
    };
    let counters: Vec<Compared> = compared.collect::<Result<_, _>>()?;
    let rules = titles(policy.language)?;
    let title = opened.proposal.as_ref().map_or_else(String::new, title_of);
    let counter_titles: Vec<String> = opened.counters.iter().map(title_of).collect();
    let mut unread = unread_hearing(sources, opened, policy)?;
    let all = proposal.iter().chain(&counters);
    let faults: usize = all.map(|compared| compared.faults).sum();
    if faults > 0 {
        unread.push(Unread::Faults(faults));
    }
    // A file that was not read to its end tells too little to say what is not in it.
    let judged = |(named, compared): (&'_ Named, &'_ Compared)| {
        named.opened.complete && compared.report.complete
    };
    let input = NoteInput {
        hearing: opened.hearing(),
        source: sources.name(opened.file),
        title: &title,
        base: base.map(|base| &base.chart),
        proposal: match (&opened.proposal, &proposal) {
            (Some(named), Some(compared)) if named.opened.complete => {
                Some(compared.judged(&named.opened))
            }
            _ => None,
        },
        counters: opened
            .counters
            .iter()
            .zip(&counters)
            .zip(&counter_titles)
            .map(|((named, compared), title)| Counter {
                title,
                source: &named.source,
                judged: judged((named, compared)).then(|| compared.judged(&named.opened)),
            })
            .collect(),
        rules: &rules,
        unread,
        hides_small_groups: opened
            .proposal
            .iter()
            .any(|named| named.opened.hides_small_groups()),
        language: policy.language,
    };
    rokade_hearing::note::note(&input)
}

/// What of the hearing could not be read, or has nothing to be read with.
fn unread_hearing(
    sources: &Sources,
    opened: &OpenedNote,
    policy: &Policy,
) -> Result<Vec<Unread>, WordsError> {
    let mut unread = Vec::new();
    let of_faults = catalogue::of_faults();
    let faults = Policy {
        only: Some(of_faults.clone()),
        ..policy.clone()
    };
    let checked = check_hearing(sources, &opened.answered, &faults)?;
    let wrong = checked.findings.iter();
    let wrong = wrong.filter(|finding| finding.severity == Severity::Error);
    let wrong = wrong.filter(|finding| of_faults.contains(&finding.rule));
    unread.extend(wrong.map(|finding| Unread::Sentence(finding.message.clone())));
    let hearing = &opened.answered.hearing;
    if hearing
        .hearing
        .proposal
        .as_deref()
        .is_none_or(|path| path.trim().is_empty())
    {
        unread.push(Unread::NoProposal);
    }
    if opened.proposal.is_some() && opened.base.is_none() {
        unread.push(Unread::NoBase);
    }
    Ok(unread)
}

/// Every rule, as a note speaks of it.
fn titles(language: Language) -> Result<Vec<RuleTitle>, WordsError> {
    let titles = catalogue::info(language)?.into_iter();
    let rules = catalogue::rules().zip(titles);
    Ok(rules
        .map(|(rule, info)| RuleTitle {
            name: rule.name,
            title: info.title,
            milder: rule.replaces,
        })
        .collect())
}

/// The title of a chart, or the name of its file.
pub(crate) fn title_of(named: &Named) -> String {
    let title = named.opened.chart.entries().header.title.as_deref();
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    let file = named.source.rsplit(['/', '\\']).next();
    title.or(file).unwrap_or_default().to_owned()
}

/// Gives posts without a title a word for one, since what has no name is told by its id.
pub(crate) fn name_untitled(opened: &mut Opened, language: Language) {
    let word = match language {
        Language::Da => "stilling uden titel",
        Language::En => "post without a title",
    };
    let is_blank = |title: Option<&str>| title.is_none_or(|title| title.trim().is_empty());
    let mut entries = opened.chart.entries().clone();
    for entry in entries.staff.values_mut() {
        if is_blank(entry.value.title.as_deref()) {
            entry.value.title = Some(word.into());
        }
    }
    for ended in entries.ended.staff.values_mut() {
        if is_blank(ended.name.as_deref()) {
            ended.name = Some(word.into());
        }
    }
    // What its files have wrong in them is known already.
    (opened.chart, _) = Chart::build(entries);
}
