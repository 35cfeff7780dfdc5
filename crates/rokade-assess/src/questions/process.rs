//! How it is announced, how it is followed up, and when things happen.

use rokade_core::chart::{Named, StepView};
use rokade_core::date::DateSpan;
use rokade_core::entry::StepKind;
use rokade_core::finding::Value;
use rokade_core::ids::{Kind, Subject};
use rokade_core::words::WordsError;

use super::{Asked, Said};

impl<'a> Asked<'a> {
    /// How staff and others are told, and when.
    pub(super) fn announced(&self) -> Result<Said, WordsError> {
        let mut said = Said::default();
        let told = self.steps_of(&[StepKind::Information, StepKind::Clarification]);
        let has = |kind| told.iter().any(|step| step.kind() == Some(kind));
        let (informs, clarifies) = (has(StepKind::Information), has(StepKind::Clarification));
        self.steps(&told, &mut said)?;
        let deadlines = self.deadlines(&mut said)?;
        if !informs {
            said.missing.push(self.say("announced-missing", &[])?);
        }
        if !clarifies && !deadlines {
            said.missing.push(self.say("clarified-missing", &[])?);
        }
        said.missing.push(self.say("announced-by-missing", &[])?);
        Ok(said)
    }

    /// How the process is followed up.
    pub(super) fn followed_up(&self) -> Result<Said, WordsError> {
        let mut said = Said::default();
        let steps = self.steps_of(&[StepKind::Evaluation]);
        self.steps(&steps, &mut said)?;
        if steps.is_empty() {
            said.missing.push(self.say("followed-up-missing", &[])?);
        }
        let without_body = steps.iter().filter(|step| step.body().is_none());
        let without_body = without_body.map(|step| self.steps.name(*step));
        let without_body: Vec<String> = without_body.collect::<Result<_, _>>()?;
        let who = self.names("followed-up-by-missing", without_body)?;
        said.missing.extend(who);
        Ok(said)
    }

    /// When what happens.
    pub(super) fn horizon(&self) -> Result<Said, WordsError> {
        let mut said = Said::default();
        self.decision(&mut said)?;
        let process = self.input.revision.process();
        match process.effective() {
            Some(date) => {
                let values = [("on", self.steps.on(date)?.into())];
                said.answers.push(self.say("effective", &values)?);
            }
            None => said.missing.push(self.say("effective-missing", &[])?),
        }
        self.deadlines(&mut said)?;
        let (mut dated, undated): (Vec<StepView<'a>>, Vec<StepView<'a>>) = process
            .steps()
            .partition(|step| step.start().is_some() || step.end().is_some());
        dated.sort_by_key(|step| {
            let date = step.start().or(step.end());
            date.map(|date| (date.first(), date.last()))
        });
        for step in dated {
            said.answers.push(self.steps.sentence(step)?);
        }
        let undated = undated.into_iter().map(|step| self.steps.name(step));
        let undated: Vec<String> = undated.collect::<Result<_, _>>()?;
        said.missing.extend(self.names("steps-undated", undated)?);
        self.ends(&mut said)?;
        Ok(said)
    }

    /// Who decides, and when.
    fn decision(&self, said: &mut Said) -> Result<(), WordsError> {
        let process = self.input.revision.process();
        let decision = process.entry().decision.as_ref();
        let body = decision.and_then(|decision| decision.body.as_ref());
        let body = body.and_then(|id| self.input.revision.body(id));
        // A step that decides tells of itself.
        let step = process.deciding_step();
        let date = process.decided().filter(|_| step.is_none());
        let word = |is: bool| Value::Word(if is { "yes" } else { "no" });
        if body.is_some() || date.is_some() {
            let on = date.map(|date| self.steps.on(date)).transpose()?;
            let values = [
                ("by", word(body.is_some())),
                (
                    "body",
                    body.map_or_else(String::new, |body| body.name().to_owned())
                        .into(),
                ),
                ("dated", word(on.is_some())),
                ("on", on.unwrap_or_default().into()),
            ];
            said.answers.push(self.say("decision", &values)?);
        }
        let decides = step.is_some() || process.decided().is_some();
        let by = body.is_some() || step.is_some_and(|step| step.body().is_some());
        let key = match (by, decides) {
            (true, true) => return Ok(()),
            (true, false) => "decision-when-missing",
            (false, true) => "decision-who-missing",
            (false, false) => "decision-missing",
        };
        said.missing.push(self.say(key, &[])?);
        Ok(())
    }

    /// By when every member of staff knows their place; whether that is stated at all.
    fn deadlines(&self, said: &mut Said) -> Result<bool, WordsError> {
        let stated = self.input.revision.process().clarified_by();
        let known = stated.iter().filter(|(_, date)| !date.is_unknown());
        let mut of_some: Vec<(String, DateSpan)> = Vec::new();
        for (of, date) in known {
            match of {
                None => {
                    let values = [("date", Value::Date(*date))];
                    said.answers.push(self.say("clarified-by", &values)?);
                }
                Some(of) => of_some.push((self.organization(of), *date)),
            }
        }
        if !of_some.is_empty() {
            let values = [("organizations", Value::DatedTexts(of_some))];
            said.answers.push(self.say("clarified-by-each", &values)?);
        }
        Ok(!stated.is_empty())
    }

    /// What an organisation is called: that of the chart, a unit, or as it is written.
    fn organization(&self, id: &str) -> String {
        let chart = self.input.revision;
        let own = chart.entries().header.organization.as_ref();
        let own = own.filter(|own| own.id.as_ref().is_some_and(|own| own.to_string() == id));
        let own = own.and_then(|own| own.name.clone().map(String::from));
        own.unwrap_or_else(|| chart.name_of(&Subject::new(Kind::Unit, id)).to_owned())
    }

    /// Units that end on a day, and decisions that are to be made by a day.
    fn ends(&self, said: &mut Said) -> Result<(), WordsError> {
        let entries = self.input.revision.entries();
        for unit in self.input.revision.units() {
            let until = unit.entry().until.filter(|until| !until.is_unknown());
            if let Some(until) = until {
                let values = [
                    ("unit", Value::from(unit.name())),
                    ("date", Value::Date(until)),
                ];
                said.answers.push(self.say("unit-until", &values)?);
            }
        }
        let mut undated = Vec::new();
        for open in entries.open.values().map(|open| &open.value) {
            let text = open
                .text
                .as_deref()
                .map(str::trim)
                .filter(|text| !text.is_empty());
            let about = || open.about.as_ref().map(|about| self.tongue.about(about));
            let what = match text {
                Some(text) => text.to_owned(),
                None => self.tongue.speaker.list(about().unwrap_or_default()),
            };
            match open.decide_by.filter(|date| !date.is_unknown()) {
                _ if what.is_empty() => {}
                Some(date) => {
                    let values = [
                        ("what", Value::Quotes(vec![what])),
                        ("date", Value::Date(date)),
                    ];
                    said.answers.push(self.say("open-by", &values)?);
                }
                None => undated.push(what),
            }
        }
        if !undated.is_empty() {
            let values = [("what", Value::Quotes(undated))];
            said.missing.push(self.say("open-undated", &values)?);
        }
        Ok(())
    }

    /// The steps of some kinds, in the order of the file.
    fn steps_of(&self, kinds: &[StepKind]) -> Vec<StepView<'a>> {
        let steps = self.input.revision.process().steps();
        let of_kinds = steps.filter(|step| step.kind().is_some_and(|kind| kinds.contains(&kind)));
        of_kinds.collect()
    }

    /// Steps in a sentence each, and which of them nobody knows the day of.
    fn steps(&self, steps: &[StepView<'a>], said: &mut Said) -> Result<(), WordsError> {
        let mut undated = Vec::new();
        for step in steps {
            said.answers.push(self.steps.sentence(*step)?);
            if self.steps.when(*step)?.is_none() {
                undated.push(self.steps.name(*step)?);
            }
        }
        said.missing.extend(self.names("steps-undated", undated)?);
        Ok(())
    }
}
