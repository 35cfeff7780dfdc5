//! Who is heard on behalf of a unit, and when.

use std::collections::BTreeSet;

use rokade_core::chart::{BodyView, Named, UnitView};
use rokade_core::finding::Value;
use rokade_core::ids::BodyId;
use rokade_core::words::WordsError;

use super::{Context, Subject};

impl<'a> Context<'a> {
    /// Each body that speaks for the unit with what it takes part in, or that there is none.
    pub(super) fn heard(&self, subject: Subject<'a>) -> Result<Vec<String>, WordsError> {
        let process = self.input.revision.process();
        let mut told = Vec::new();
        for body in self.bodies(subject) {
            let steps = process.steps();
            let steps = steps.filter(|step| step.entry().body.as_ref() == Some(body.id()));
            let mut of_body = Vec::new();
            for step in steps {
                of_body.extend(self.steps.of_body(body, step)?);
            }
            let decides = process.is_decided_by(body.id());
            let key = match (of_body.is_empty(), decides) {
                (false, _) => None,
                (true, true) => Some("heard-decides"),
                (true, false) => Some("heard-not"),
            };
            if let Some(key) = key {
                of_body.push(
                    self.tongue
                        .say(key, &[("body", Value::from(body.name()))])?,
                );
            }
            told.append(&mut of_body);
        }
        if told.is_empty() {
            told.push(self.tongue.say("heard-nobody", &[])?);
        }
        Ok(told)
    }

    /// The bodies that speak for the unit as it is, or as it will be, in the order of the file.
    fn bodies(&self, subject: Subject<'a>) -> Vec<BodyView<'a>> {
        let units = [subject.base, subject.now].into_iter().flatten();
        let speaking: BTreeSet<&BodyId> =
            units.flat_map(UnitView::bodies).map(BodyView::id).collect();
        let (base, revision) = (self.input.base, self.input.revision);
        let gone = base.bodies().filter(|b| revision.body(b.id()).is_none());
        let all = revision.bodies().chain(gone);
        all.filter(|body| speaking.contains(body.id())).collect()
    }
}
