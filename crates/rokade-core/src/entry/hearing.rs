//! A hearing: what was answered to a proposal, point by point, and what became of it.
//!
//! A hearing stands in a file of its own. What it is about, and who speaks, are things of the
//! charts it is read with.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{About, Allow, Decision, RuleName};
use crate::date::DateSpan;
use crate::ids::{BodyId, EventId, Id, Kind, PointId, ResponseId, Subject};
use crate::span::{Entry, Origin, PathStep, Place};

/// What a hearing's file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hearing {
    /// The path of the proposal it answers, as written.
    pub proposal: Option<String>,
    /// The responses, in the order written.
    pub responses: IndexMap<ResponseId, Entry<ResponseEntry>>,
    /// Where each key of the top level stands.
    pub keys: IndexMap<String, Origin>,
    /// The points of each response that were left out because another has their id: their places
    /// among its points as written, from 0, in order.
    pub left_out: IndexMap<ResponseId, Vec<usize>>,
}

/// What one body answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ResponseEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ResponseId>,
    /// The body that answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<BodyId>,
    /// When it was received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<DateSpan>,
    /// What it says, point by point.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<PointEntry>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// A question, an objection or the like.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PointEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PointId>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// What kind of point it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PointKind>,
    /// Who asked, where it is not the body that answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<String>,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The rules that find the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raises: Vec<RuleName>,
    /// What was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Who answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// What was decided because of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The events of the proposal that were revised because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<EventId>,
    /// The path of another proposal, made because of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counter_proposal: Option<String>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// The kinds of point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PointKind {
    /// It asks, and wants an answer.
    Question,
    /// It is against.
    Objection,
    /// It is for.
    Support,
    /// It proposes something else.
    CounterProposal,
    /// It asks for something to be done.
    Request,
}

impl Hearing {
    /// Every point with the response it is part of, in the order written.
    pub fn points(&self) -> impl Iterator<Item = (&ResponseEntry, &PointEntry)> {
        let responses = self.responses.values();
        responses.flat_map(|response| {
            let points = response.value.points.iter();
            points.map(|point| (&response.value, point))
        })
    }

    /// The place of a point of a response among its points as written, where some of those were
    /// left out.
    pub fn written_at(&self, response: &str, mut at: usize) -> usize {
        for left_out in self.left_out.get(response).into_iter().flatten() {
            if *left_out <= at {
                at += 1;
            }
        }
        at
    }

    /// Leaves out the points of each response that are not to be kept: told each with the id of
    /// its response and its place among the points as written.
    pub fn keep_points(&mut self, keep: &mut dyn FnMut(&ResponseId, usize, &PointEntry) -> bool) {
        for (id, response) in &mut self.responses {
            let gone = self.left_out.get(id).cloned().unwrap_or_default();
            let points = response.value.points.len() + gone.len();
            let mut places = (0..points).filter(|place| !gone.contains(place));
            let mut now_gone = gone.clone();
            response.value.points.retain(|point| {
                let Some(place) = places.next() else {
                    return true;
                };
                let kept = keep(id, place, point);
                if !kept {
                    now_gone.push(place);
                }
                kept
            });
            if now_gone.len() > gone.len() {
                now_gone.sort_unstable();
                self.left_out.insert(id.clone(), now_gone);
            }
        }
    }

    /// Every response and point that has an id, in the order written.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let responses = self.responses.iter();
        responses.flat_map(|(id, response)| {
            let points = response.value.points.iter();
            let points = points.filter_map(|point| Some(point.id.as_ref()?.subject()));
            std::iter::once(id.subject()).chain(points)
        })
    }

    /// The `allow` list of a response or a point.
    pub fn allow_of(&self, subject: &Subject) -> &[Allow] {
        let id = subject.id.as_str();
        let is_it = |point: &PointEntry| point.id.as_ref().is_some_and(|own| own.as_str() == id);
        match subject.kind {
            Kind::Response => self.responses.get(id).map(|r| &r.value.allow),
            Kind::Point => {
                let mut points = self.points().map(|(_, point)| point);
                points.find(|point| is_it(point)).map(|point| &point.allow)
            }
            _ => None,
        }
        .map_or(&[], Vec::as_slice)
    }

    /// Every entry of `allow` in it.
    pub fn allows(&self) -> impl Iterator<Item = &Allow> {
        let responses = self.responses.values();
        responses.flat_map(|response| {
            let of_points = response.value.points.iter();
            let of_points = of_points.flat_map(|point| &point.allow);
            response.value.allow.iter().chain(of_points)
        })
    }

    /// The bytes in which a place of a response or a point is to be looked for, and the path to
    /// follow from there.
    pub fn root_of(&self, place: &Place) -> Option<(Origin, Vec<PathStep>)> {
        let id = place.subject.id.as_str();
        match place.subject.kind {
            Kind::Response => {
                let origin = self.responses.get(id)?.origin?;
                Some((origin, place.path.clone()))
            }
            Kind::Point => self.responses.iter().find_map(|(of, response)| {
                let mut points = response.value.points.iter();
                let at = points.position(|p| p.id.as_ref().is_some_and(|p| p.as_str() == id))?;
                let at = self.written_at(of.as_str(), at);
                let mut path = vec!["points".into(), at.into()];
                // The id alone stands for a point that is named without a field.
                if place.path.is_empty() {
                    path.push("id".into());
                }
                path.extend(place.path.iter().cloned());
                Some((response.origin?, path))
            }),
            _ => None,
        }
    }
}
