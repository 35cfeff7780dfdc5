//! What a note says, in finished sentences.

use indexmap::IndexMap;
use rokade_core::chart::{Chart, Named};
use rokade_core::date::DateSpan;
use rokade_core::entry::{About, Decision, Language, PointEntry, PointKind, ResponseEntry};
use rokade_core::finding::Value;
use rokade_core::ids::{Id, Kind, ResponseId, Subject};
use rokade_core::note::{
    CounterProposal, HearingNote, NotFound, NoteFinding, NotePoint, Settled, Shown, ShownAs, WhyNot,
};
use rokade_core::quantity::Certainty;
use rokade_core::report::ReportFinding;
use rokade_core::words::{Speaker, Words, WordsError};

use super::settle::Rest;
use super::tie::Tied;
use super::{NoteInput, RuleTitle, Unread, is_unanswered};

/// Says things in the language of a note.
pub(super) struct Said<'a> {
    words: Words,
    speaker: Speaker<'a>,
    rules: &'a [RuleTitle],
    titles: Vec<&'a str>,
}

impl<'a> Said<'a> {
    pub(super) fn new(input: &NoteInput<'a>) -> Result<Self, WordsError> {
        let text = match input.language {
            Language::Da => include_str!("da.ftl"),
            Language::En => include_str!("en.ftl"),
        };
        Ok(Said {
            words: Words::new(input.language, text)?,
            speaker: Speaker {
                language: input.language,
                base: input.base,
                revision: input.proposal.map(|judged| judged.chart),
                all_names: false,
            },
            rules: input.rules,
            titles: input.counters.iter().map(|counter| counter.title).collect(),
        })
    }

    fn say(&self, key: &str, values: &[(&'static str, Value)]) -> Result<String, WordsError> {
        let values: IndexMap<&'static str, Value> = values.iter().cloned().collect();
        self.words.format(key, &self.speaker.args([&values]))
    }

    /// What a thing is called: in the proposal, or else in what it starts from. None where it has
    /// no name: an id is no word for readers.
    fn name(&self, thing: &Subject) -> Option<String> {
        let charts = [self.speaker.revision, self.speaker.base];
        let names = charts.into_iter().flatten();
        let mut names = names.map(|chart| chart.name_of(thing));
        names
            .find(|name| *name != thing.id.as_str())
            .map(str::to_owned)
    }

    /// A date; none where nobody knows it.
    pub(super) fn date(&self, date: DateSpan) -> Option<String> {
        (!date.is_unknown()).then(|| self.speaker.date(date))
    }

    /// Who answered.
    pub(super) fn sender(&self, id: &ResponseId, response: &ResponseEntry) -> String {
        let body = response.from.as_ref();
        let name = body.and_then(|body| self.name(&body.subject()));
        let id = || body.map_or(id.as_str(), Id::as_str).to_owned();
        name.unwrap_or_else(id)
    }

    /// A finding, with why it is allowed.
    pub(super) fn finding(
        &self,
        finding: &ReportFinding,
        number: Option<usize>,
    ) -> Result<NoteFinding, WordsError> {
        let mut message = finding.message.clone();
        if let Some(allowed) = &finding.allowed {
            let because = allowed.because.as_deref().map_or("", str::trim);
            let allowed = match because {
                "" => self.say("allowed", &[])?,
                _ => self.say("allowed-because", &[("because", because.into())])?,
            };
            message = format!("{message} {allowed}");
        }
        Ok(NoteFinding {
            number,
            rule: finding.rule,
            title: finding.title.clone(),
            severity: finding.severity,
            certainty: finding.certainty,
            message,
            fingerprint: finding.fingerprint.clone(),
            is_allowed: finding.allowed.is_some(),
        })
    }

    /// A point, with the findings that it is tied to.
    pub(super) fn point(
        &self,
        point: &PointEntry,
        tied: Option<&Tied<'_>>,
        findings: Vec<NoteFinding>,
    ) -> Result<NotePoint, WordsError> {
        let kind_name = point
            .kind
            .map(|kind| self.say(kind_key(kind), &[]))
            .transpose()?;
        let decision = match &point.decision {
            Some(decision) => self.decision(decision)?,
            None => None,
        };
        let changed: Vec<String> = point.changed.iter().map(ToString::to_string).collect();
        let changed = if changed.is_empty() {
            None
        } else {
            Some(self.say("changed", &[("events", Value::Texts(changed))])?)
        };
        let about = point.about.as_ref();
        Ok(NotePoint {
            id: point
                .id
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            kind: point.kind,
            kind_name,
            asked_by: some(point.asked_by.as_deref()),
            text: some(point.text.as_deref()).unwrap_or_default(),
            about: about.map(|about| self.about(about)).unwrap_or_default(),
            answer: some(point.answer.as_deref()),
            answered_by: some(point.answered_by.as_deref()),
            decision,
            changed,
            is_unanswered: is_unanswered(point),
            shown: self.shown(tied, findings)?,
            settled: Vec::new(),
        })
    }

    /// What a decision says, with who made it, and when.
    fn decision(&self, decision: &Decision) -> Result<Option<String>, WordsError> {
        let body = decision.body.as_ref().map(Id::subject);
        let body = body.as_ref().and_then(|body| self.name(body));
        let date = decision.date.and_then(|date| self.date(date));
        let text = some(decision.text.as_deref());
        let who = match (&body, &date) {
            (Some(_), Some(_)) => "body-date",
            (Some(_), None) => "body",
            (None, Some(_)) => "date",
            (None, None) => "nobody",
        };
        if text.is_none() && who == "nobody" {
            return Ok(None);
        }
        let key = if text.is_some() {
            "decision"
        } else {
            "decision-wordless"
        };
        let values = [
            ("who", Value::Word(who)),
            ("body", body.unwrap_or_default().into()),
            ("date", date.unwrap_or_default().into()),
            ("text", text.unwrap_or_default().into()),
        ];
        self.say(key, &values).map(Some)
    }

    /// The names of what a point is about. Events and steps have none of their own.
    fn about(&self, about: &About) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for thing in about.things() {
            let name = match thing.kind {
                Kind::CoLocation => self.together(&thing),
                _ => self.name(&thing),
            };
            names.extend(name.filter(|name| !names.contains(name)));
        }
        names
    }

    /// A co-location, by the names of those who sit together.
    fn together(&self, thing: &Subject) -> Option<String> {
        let charts = [self.speaker.base, self.speaker.revision];
        let names = |chart: &Chart| -> Option<Vec<String>> {
            let mut all = chart.co_locations();
            let one = all.find(|one| one.id().as_str() == thing.id.as_str())?;
            let members = one.members();
            let named = members.iter().map(|member| member.name().to_owned());
            Some(named.collect())
        };
        let names = charts.into_iter().flatten().find_map(names)?;
        Some(self.speaker.list(names))
    }

    fn shown(
        &self,
        tied: Option<&Tied<'_>>,
        findings: Vec<NoteFinding>,
    ) -> Result<Shown, WordsError> {
        let Some(tied) = tied else {
            return Ok(Shown {
                standing: ShownAs::NotJudged,
                findings,
                not_found: Vec::new(),
                text: self.say("unread", &[])?,
            });
        };
        let mut not_found = Vec::new();
        for (rule, why) in &tied.not_found {
            let title = self.rules.iter().find(|title| title.name == *rule);
            not_found.push(NotFound {
                rule: (*rule).to_owned(),
                title: title.map_or(*rule, |title| &title.title).to_owned(),
                why: *why,
            });
        }
        let only_possible = !findings.is_empty()
            && findings
                .iter()
                .all(|finding| finding.certainty == Certainty::Possible);
        let certainty = if only_possible { "possible" } else { "certain" };
        let values = [
            ("n", findings.len().into()),
            ("certainty", Value::Word(certainty)),
        ];
        let mut sentences = vec![self.say(shown_key(tied.standing), &values)?];
        for (why, key) in [
            (WhyNot::Nowhere, "nowhere"),
            (WhyNot::Elsewhere, "elsewhere"),
            (WhyNot::NotJudged, "not-judged"),
        ] {
            let of = not_found.iter().filter(|one| one.why == why);
            let titles: Vec<String> = of.map(|one| one.title.clone()).collect();
            if !titles.is_empty() {
                sentences.push(self.say(key, &[("titles", Value::Quotes(titles))])?);
            }
        }
        Ok(Shown {
            standing: tied.standing,
            findings,
            not_found,
            text: sentences.join(" "),
        })
    }

    /// How far a counter-proposal settles a point.
    pub(super) fn settled(&self, counter: usize, rest: &Rest) -> Result<String, WordsError> {
        let which = if self.titles.len() > 1 {
            "several"
        } else {
            "only"
        };
        let key = match rest.settled {
            Settled::Wholly => "settled-wholly",
            Settled::NotAtAll if rest.is_worse => "settled-worse",
            Settled::NotAtAll => "settled-not",
            Settled::Partly if rest.remaining == 0 => "settled-elsewhere",
            Settled::Partly if rest.remaining == rest.of => "settled-less",
            Settled::Partly => "settled-partly",
        };
        let title = self.titles.get(counter).copied().unwrap_or_default();
        let values = [
            ("which", Value::Word(which)),
            ("title", title.into()),
            ("remaining", rest.remaining.into()),
            ("of", rest.of.into()),
        ];
        self.say(key, &values)
    }

    /// What a counter-proposal settles of all that the proposal shows, and what it adds.
    pub(super) fn counter_proposal(&self, one: &CounterProposal) -> Result<String, WordsError> {
        if !one.complete {
            return self.say("counter-unread", &[("title", one.title.as_str().into())]);
        }
        let (wholly, partly, not) = (one.wholly.len(), one.partly.len(), one.not_at_all.len());
        let values = [
            ("points", Value::from(wholly + partly + not)),
            ("wholly", wholly.into()),
            ("partly", partly.into()),
            ("not", not.into()),
        ];
        let mut sentences = vec![self.say("counter-settles", &values)?];
        sentences.push(self.say("counter-adds", &[("n", one.added.len().into())])?);
        Ok(sentences.join(" "))
    }

    /// What could not be read, each in a sentence.
    pub(super) fn unread(&self, unread: &[Unread]) -> Result<Vec<String>, WordsError> {
        let told = unread.iter().map(|one| match one {
            Unread::NoProposal => self.say("no-proposal", &[]),
            Unread::NoBase => self.say("no-base", &[]),
            Unread::Faults(n) => self.say("faults", &[("n", (*n).into())]),
            Unread::Sentence(sentence) => Ok(sentence.clone()),
        });
        told.collect()
    }

    /// How many points the model shows, and what it makes of the others.
    fn parts(&self, note: &HearingNote) -> Result<Vec<String>, WordsError> {
        let points = note.points().count();
        let mut parts = Vec::new();
        for (key, standings) in [
            ("part-shown", &[ShownAs::Shown, ShownAs::Partly][..]),
            ("part-beside", &[ShownAs::Beside]),
            ("part-not", &[ShownAs::NotShown]),
            ("part-nothing", &[ShownAs::NothingBeside]),
            ("part-unjudged", &[ShownAs::NotJudged]),
            ("part-silent", &[ShownAs::Silent, ShownAs::Supports]),
        ] {
            let of = note.points().map(|(_, point)| point.shown.standing);
            let n = of.filter(|standing| standings.contains(standing)).count();
            // The first of them names the model, which the others speak of.
            if n > 0 || (parts.is_empty() && points > 1) {
                let values = [("n", n.into()), ("points", points.into())];
                parts.push(self.say(key, &values)?);
            }
            if parts.is_empty() {
                break;
            }
        }
        Ok(parts)
    }

    /// What the whole note comes to.
    pub(super) fn summary(&self, note: &HearingNote) -> Result<Vec<String>, WordsError> {
        let points = note.points().count();
        let values = [
            ("responses", Value::from(note.responses.len())),
            ("points", points.into()),
            ("title", note.proposal.as_str().into()),
            (
                "named",
                Value::Word(if note.proposal.is_empty() {
                    "no"
                } else {
                    "yes"
                }),
            ),
        ];
        let mut first = self.say("summary", &values)?;
        let parts = self.parts(note)?;
        if !parts.is_empty() {
            first = format!("{first}: {}", parts.join("; "));
        }
        first.push('.');
        let mut sentences = vec![first];
        if note.unanswered.is_empty() {
            sentences.push(self.say("summary-answered", &[])?);
        } else {
            let values = [("n", note.unanswered.len().into())];
            sentences.push(self.say("summary-unanswered", &values)?);
        }
        sentences.push(if note.complete {
            let values = [("n", note.unraised.len().into())];
            self.say("summary-unraised", &values)?
        } else {
            self.say("summary-incomplete", &[])?
        });
        Ok(sentences)
    }
}

fn kind_key(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Question => "kind-question",
        PointKind::Objection => "kind-objection",
        PointKind::Support => "kind-support",
        PointKind::CounterProposal => "kind-counter-proposal",
        PointKind::Request => "kind-request",
    }
}

fn shown_key(standing: ShownAs) -> &'static str {
    match standing {
        ShownAs::Shown => "shown",
        ShownAs::Partly => "shown-partly",
        ShownAs::NotShown => "not-shown",
        ShownAs::Beside => "beside",
        ShownAs::NothingBeside => "nothing-beside",
        ShownAs::Supports => "supports",
        ShownAs::Silent => "silent",
        ShownAs::NotJudged => "unjudged",
    }
}

/// A text that says something.
fn some(text: Option<&str>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(str::to_owned)
}
