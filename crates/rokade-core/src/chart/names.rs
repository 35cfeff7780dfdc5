//! What a chart calls a thing.

use super::build::Chart;
use super::process::StepView;
use crate::ids::{Kind, Subject};

/// A thing that can be named.
pub trait Named {
    /// Its id with its kind.
    fn subject(&self) -> Subject;
    /// Its name, or its id where the chart gives none; text of the chart, to be escaped.
    fn name(&self) -> &str;
}

impl Chart {
    /// The name of a thing, or its id where the chart gives none or does not have it.
    pub fn name_of<'c>(&'c self, subject: &'c Subject) -> &'c str {
        let id = subject.id.as_str();
        let entries = &self.entries;
        let live = match subject.kind {
            Kind::Chart => entries.header.title.as_deref().or(entries
                .header
                .organization
                .as_ref()
                .and_then(|o| o.name.as_deref())),
            Kind::Unit => entries.units.get(id).and_then(|e| e.value.name.as_deref()),
            Kind::Staff => entries.staff.get(id).and_then(|e| e.value.title.as_deref()),
            Kind::Function => entries
                .functions
                .get(id)
                .and_then(|e| e.value.name.as_deref()),
            Kind::Site => entries.sites.get(id).and_then(|e| e.value.name.as_deref()),
            Kind::TargetGroup => entries
                .target_groups
                .get(id)
                .and_then(|e| e.value.name.as_deref()),
            Kind::Competence => entries
                .competences
                .get(id)
                .and_then(|e| e.value.name.as_deref()),
            Kind::Body => entries.bodies.get(id).and_then(|e| e.value.name.as_deref()),
            // A hearing without a name of its own is known by who is heard.
            Kind::Step => self.step_of(id).and_then(StepView::own_name),
            // What is open, and what is promised, is known by its words.
            Kind::Open => entries.open.get(id).and_then(|e| e.value.text.as_deref()),
            Kind::Commitment => entries
                .commitments
                .get(id)
                .and_then(|e| e.value.text.as_deref()),
            Kind::CoLocation
            | Kind::Interface
            | Kind::Premise
            | Kind::Event
            | Kind::Response
            | Kind::Point => None,
        };
        let ended = match subject.kind {
            Kind::Unit => entries.ended.units.get(id),
            Kind::Staff => entries.ended.staff.get(id),
            Kind::Function => entries.ended.functions.get(id),
            Kind::Site => entries.ended.sites.get(id),
            Kind::TargetGroup => entries.ended.target_groups.get(id),
            _ => None,
        };
        live.or_else(|| ended.and_then(|e| e.name.as_deref()))
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .unwrap_or(id)
    }
}
