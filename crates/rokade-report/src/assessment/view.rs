//! What both formats show of an assessment: its words, the numbers of what is found, which units
//! each finding is about, where it stands in the files, and what a page leaves out.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use rokade_core::assessment::{AssessedProposal, Assessment};
use rokade_core::drawing::DrawnSite;
use rokade_core::entry::Language;
use rokade_core::finding::{Fingerprint, Rank, Severity, Value};
use rokade_core::note::{HearingNote, NoteFinding, PointAt};
use rokade_core::quantity::Certainty;
use rokade_core::report::{Allowed, ReportFinding, ReportLabel, ReportMember};
use rokade_core::words::{NAMES_IN_A_SENTENCE, Words, WordsError, by_name};

use crate::fold::{Detail, Entry, Group, fold};
use crate::place::{Places, file_name};
use crate::words::Frame;

/// How many sentences on its places are told of a finding.
const REASONS: usize = 6;
/// How many members of a finding are named.
const MEMBERS: usize = 40;

/// An assessment as people read it.
pub(super) struct View<'a> {
    pub(super) assessment: &'a Assessment,
    /// The words of this folder.
    words: Words,
    /// The words of every report.
    frame: Frame,
    pub(super) proposals: Vec<Proposed<'a>>,
}

/// A proposal of it.
pub(super) struct Proposed<'a> {
    pub(super) proposal: &'a AssessedProposal,
    /// What stands in ids of the page: `a`, `b`. It is not of the chart.
    pub(super) letter: String,
    /// What stands before numbers: the proposal's mark where there are several.
    pub(super) mark: &'a str,
    /// The findings that a page tells, in their order.
    pub(super) told: Vec<Told<'a>>,
    is_told: Vec<bool>,
    units_of: Vec<Vec<usize>>,
    places: Places<'a>,
}

/// What a page tells of findings.
pub(super) enum Told<'a> {
    /// What those that follow have in common.
    Group(Group),
    /// A finding, by its place in the report.
    Finding(usize),
    /// How many more there are of a kind.
    More(&'a str, usize),
}

/// Why something is found: what is to be seen, and where.
pub(super) struct Reason<'a> {
    pub(super) text: &'a str,
    /// Places such as `current.yaml, linje 12 og 14`.
    pub(super) places: Vec<String>,
}

impl<'a> View<'a> {
    pub(super) fn new(assessment: &'a Assessment) -> Result<Self, WordsError> {
        let text = match assessment.language {
            Language::Da => include_str!("da.ftl"),
            Language::En => include_str!("en.ftl"),
        };
        let is_alone = assessment.proposals.len() == 1;
        let proposals = assessment.proposals.iter().enumerate();
        Ok(View {
            assessment,
            words: Words::new(assessment.language, text)?,
            frame: Frame::new(assessment.language)?,
            proposals: proposals
                .map(|(at, proposal)| Proposed::new(proposal, at, is_alone))
                .collect(),
        })
    }

    pub(super) fn say(
        &self,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<String, WordsError> {
        self.words.say(key, values)
    }

    /// A word that says nothing of anything.
    pub(super) fn word(&self, key: &str) -> Result<String, WordsError> {
        self.words.say(key, &[])
    }

    /// A sentence of every report.
    pub(super) fn framed(
        &self,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<String, WordsError> {
        self.frame.say(key, values)
    }

    /// Whether there is more than one proposal.
    pub(super) fn has_several(&self) -> bool {
        self.proposals.len() > 1
    }

    /// What the whole is called.
    pub(super) fn title(&self) -> Result<String, WordsError> {
        match &self.proposals[..] {
            [one] => {
                let title = one.proposal.title.as_str().into();
                self.say("title-one", &[("proposal", title)])
            }
            all => self.say("title-all", &[("n", all.len().into())]),
        }
    }

    /// A heading, with the proposal that it is of where there are several.
    pub(super) fn of(&self, one: &Proposed<'_>, key: &str) -> Result<String, WordsError> {
        self.of_proposal(one, self.word(key)?)
    }

    /// Words of the frame as a heading, with the proposal where there are several.
    pub(super) fn of_proposal(
        &self,
        one: &Proposed<'_>,
        heading: String,
    ) -> Result<String, WordsError> {
        if one.mark.is_empty() {
            return Ok(heading);
        }
        let values = [("mark", one.mark.into()), ("heading", heading.into())];
        self.say("of-proposal", &values)
    }

    /// How much a finding matters, in words.
    pub(super) fn severity(
        &self,
        severity: Severity,
        certainty: Certainty,
    ) -> Result<String, WordsError> {
        let possibly = match certainty {
            Certainty::Certain => "",
            Certainty::Possible => "possible-",
        };
        self.word(&format!("{possibly}{}", severity.name()))
    }

    /// What findings that stand together are about.
    pub(super) fn group(&self, group: Group) -> Result<String, WordsError> {
        match group {
            Group::Errors => self.framed("group-errors", &[]),
            Group::About(topic) => self.topic(topic),
        }
    }

    /// What something is about.
    pub(super) fn topic(&self, topic: Rank) -> Result<String, WordsError> {
        self.framed(&format!("group-{}", topic.name()), &[])
    }

    /// Why something does not count.
    pub(super) fn allowed(&self, allowed: &Allowed) -> Result<String, WordsError> {
        let text = |text: &Option<String>| Value::Text(text.clone().unwrap_or_default());
        let key = match (&allowed.because, &allowed.until) {
            (Some(_), Some(_)) => "allowed-because-until",
            (Some(_), None) => "allowed-because",
            (None, Some(_)) => "allowed-until",
            (None, None) => "allowed-plain",
        };
        let values = [
            ("because", text(&allowed.because)),
            ("until", text(&allowed.until)),
        ];
        self.framed(key, &values)
    }

    /// Why something is found, as much as is told of it, and how many places that leaves out.
    pub(super) fn reasons<'f>(
        &self,
        one: &Proposed<'_>,
        finding: &'f ReportFinding,
    ) -> Result<(Vec<Reason<'f>>, usize), WordsError> {
        let mut all: IndexMap<&str, Vec<&ReportLabel>> = IndexMap::new();
        for label in &finding.labels {
            all.entry(&label.text).or_default().push(label);
        }
        let left_out = all.values().skip(REASONS).map(Vec::len).sum();
        let mut reasons = Vec::new();
        for (text, labels) in all.into_iter().take(REASONS) {
            let places = self.places(one, labels)?;
            reasons.push(Reason { text, places });
        }
        Ok((reasons, left_out))
    }

    /// The files and the lines of places: `current.yaml, linje 12 og 14`.
    pub(super) fn places<'l>(
        &self,
        one: &Proposed<'_>,
        labels: impl IntoIterator<Item = &'l ReportLabel>,
    ) -> Result<Vec<String>, WordsError> {
        let mut files: IndexMap<&str, BTreeSet<u32>> = IndexMap::new();
        for label in labels {
            if let Some(file) = one.places.file(label.span) {
                let lines = files.entry(file_name(&file.source.name)).or_default();
                lines.insert(file.line_column(label.span.start as usize).line);
            }
        }
        let said = files.into_iter().map(|(file, lines)| {
            // A line is no amount: it takes no separators.
            let lines = lines.iter().map(ToString::to_string).collect();
            let values = [("file", file.into()), ("lines", Value::Texts(lines))];
            self.say("place", &values)
        });
        said.collect()
    }

    /// The names of what a finding is about, in the order of the language. What has no name but an
    /// id is left out.
    pub(super) fn names<'f>(&self, finding: &'f ReportFinding) -> Vec<&'f str> {
        let has_name = |member: &&ReportMember| member.name != *member.subject.id;
        let members = finding.members.iter().filter(has_name);
        let mut names: Vec<&str> = members.map(|member| member.name.as_str()).collect();
        names.sort_by(|a, b| by_name(self.assessment.language, a, b));
        names.dedup();
        names
    }

    /// The names of what a finding is about, where its sentence cannot have told them all.
    pub(super) fn members(&self, finding: &ReportFinding) -> Option<String> {
        let mut names = self.names(finding);
        if names.len() <= NAMES_IN_A_SENTENCE {
            return None;
        }
        let more = names.len().saturating_sub(MEMBERS);
        names.truncate(MEMBERS);
        let names = names.join(", ");
        Some(if more > 0 {
            format!("{names} +{more}")
        } else {
            names
        })
    }

    /// A hearing's note whose findings have the numbers of the page, and the proposal that was
    /// heard, where it is one of these.
    pub(super) fn renumbered(&self, note: &HearingNote) -> (HearingNote, Option<&Proposed<'a>>) {
        let mut note = note.clone();
        let heard = self
            .proposals
            .iter()
            .find(|one| one.proposal.title == note.proposal);
        let numbers: BTreeMap<&Fingerprint, usize> = heard
            .into_iter()
            .flat_map(|one| one.proposal.findings())
            .map(|(at, finding)| (&finding.fingerprint, at + 1))
            .collect();
        let renumber = |finding: &mut NoteFinding| {
            finding.number = finding
                .number
                .and_then(|_| numbers.get(&finding.fingerprint).copied());
        };
        for response in &mut note.responses {
            for point in &mut response.points {
                // A point that says nothing would be told by it.
                point.id.clear();
                point.shown.findings.iter_mut().for_each(renumber);
            }
        }
        note.unraised.iter_mut().for_each(renumber);
        (note, heard)
    }
}

impl<'a> Proposed<'a> {
    fn new(proposal: &'a AssessedProposal, at: usize, is_alone: bool) -> Self {
        let findings = &proposal.report.findings;
        let mut is_told = vec![false; findings.len()];
        let mut told = Vec::new();
        // What is told stands in the report's order.
        let mut left = findings.iter().zip(&mut is_told).enumerate();
        let mut title = "";
        for entry in fold(&proposal.report, Detail::Notes).entries {
            match entry {
                Entry::Group(group) => told.push(Told::Group(group)),
                Entry::Finding(finding) => {
                    let found = left.find(|(_, (one, _))| std::ptr::eq(*one, finding));
                    if let Some((at, (one, is_told))) = found {
                        *is_told = true;
                        title = &one.title;
                        told.push(Told::Finding(at));
                    }
                }
                Entry::More(more) => told.push(Told::More(title, more.findings)),
            }
        }
        let mut units_of = vec![Vec::new(); findings.len()];
        for (unit, page) in proposal.units.iter().enumerate() {
            for &finding in &page.findings {
                if let Some(units) = units_of.get_mut(finding) {
                    units.push(unit);
                }
            }
        }
        Proposed {
            proposal,
            letter: letter(at),
            mark: if is_alone { "" } else { &proposal.mark },
            told,
            is_told,
            units_of,
            places: Places::new(&proposal.report.sources),
        }
    }

    /// The number of a finding, as it is read: `3`, `B3`.
    pub(super) fn number(&self, finding: usize) -> String {
        format!("{}{}", self.mark, finding + 1)
    }

    /// Whether a page tells a finding, and does not only count it.
    pub(super) fn tells(&self, finding: usize) -> bool {
        self.is_told.get(finding).copied().unwrap_or_default()
    }

    /// So many of the units to which something happens, by their place: those to which the most
    /// important happens, in their order.
    pub(super) fn most_changed(&self, most: usize) -> Vec<usize> {
        let units = &self.proposal.units;
        let mut units: Vec<_> = units.iter().enumerate().collect();
        units.sort_by_key(|(_, unit)| unit.mark);
        let mut places: Vec<usize> = units.iter().take(most).map(|&(at, _)| at).collect();
        places.sort_unstable();
        places
    }

    /// The units that a finding is about, by their place.
    pub(super) fn units_of(&self, finding: usize) -> &[usize] {
        self.units_of.get(finding).map_or(&[], Vec::as_slice)
    }

    /// The id of a part of the page.
    pub(super) fn id(&self, part: &str) -> String {
        format!("{part}-{}", self.letter)
    }

    /// The id of one of many. Ids are Danish and numbered: links to a report stay good when its
    /// language is another, and say nothing of its chart.
    pub(super) fn id_of(&self, part: &str, at: usize) -> String {
        format!("{part}-{}-{}", self.letter, at + 1)
    }
}

/// The id of a point of a hearing.
pub(super) fn point_id(hearing: usize, (response, point): PointAt) -> String {
    format!("svar-{}-{}-{}", hearing + 1, response + 1, point + 1)
}

/// `a`, `b` … `z`, `aa` …
fn letter(at: usize) -> String {
    let last = char::from(b'a' + (at % 26) as u8);
    match at / 26 {
        0 => last.to_string(),
        before => format!("{}{last}", letter(before - 1)),
    }
}

/// Sites by name, with how many are there.
pub(super) fn sites(of: &[DrawnSite], names: &[String]) -> Option<String> {
    joined(of.iter().filter_map(|one| {
        let name = names.get(one.site)?;
        Some(match &one.posts {
            Some(posts) => format!("{name} ({posts})"),
            None => name.clone(),
        })
    }))
}

/// Texts in a row; none where there are none.
pub(super) fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
