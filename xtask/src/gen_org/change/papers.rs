//! What a proposal says besides its events: corrections under `set`, promises, and how it is
//! heard and decided.

use std::collections::BTreeSet;

use rokade_core::entry::{
    ClarifiedBy, CommitmentEntry, Decision, Entries, Header, Keep, Process, StepEntry, StepKind,
};
use rokade_core::ids::{BodyId, Id, StepId, UnitId};
use rokade_core::span::Entry;

use super::super::base::{Town, made};
use super::super::{date, words};
use super::{Changer, Mark};

impl Changer<'_> {
    /// What is corrected by hand: numbers that were counted anew, who must sit together, who
    /// works together, and what staff asked for.
    pub(super) fn patches(&mut self) {
        let suffix = self.town.suffix.clone();
        let ours = |id: &str| id.ends_with(&*suffix);
        let group = self
            .town
            .groups
            .iter()
            .find(|id| !self.groups.contains(*id))
            .cloned();
        if let Some(group) = group {
            let citizens = format!("ca. {}", 10 * self.dice.between(3, 40));
            self.patch(
                "target_groups",
                group.as_str(),
                serde_json::json!({ "citizens": citizens }),
            );
        }
        let mut together = self.base.co_locations.keys().filter(|id| ours(id.as_str()));
        let (kept, dropped) = (together.next().cloned(), together.next().cloned());
        if let Some(id) = kept {
            let because = "Kolleger, der deler adresse, kan afklare en sag på gangen";
            self.patch(
                "co_locations",
                id.as_str(),
                serde_json::json!({ "because": because }),
            );
        }
        if let Some(id) = dropped {
            self.patch("co_locations", id.as_str(), serde_json::Value::Null);
        }
        // One that ends with a unit would be made anew, and without units.
        let ended = self.town.teams.iter().zip(&self.teams);
        let ended = ended.filter(|(_, mark)| **mark == Mark::Taken);
        let ended: BTreeSet<&UnitId> = ended.map(|(team, _)| &team.id).collect();
        let mut interfaces = self.base.interfaces.iter();
        let interface = interfaces.find(|(id, interface)| {
            ours(id.as_str())
                && !interface
                    .value
                    .units
                    .iter()
                    .any(|unit| ended.contains(unit))
        });
        if let Some((id, _)) = interface {
            let strength = serde_json::json!({ "strength": "daily" });
            self.patch("interfaces", id.as_str(), strength);
        }
        let wishing = self.town.teams.iter().enumerate().find_map(|(n, team)| {
            let group = team.groups.iter().find(|id| !self.staff.contains(*id))?;
            (self.teams[n] == Mark::Kept).then(|| (n, group.clone()))
        });
        let wish = wishing.and_then(|(n, group)| Some((group, self.receiver(n)?)));
        if let Some((group, to)) = wish {
            let unit = self.town.teams[to].id.as_str();
            let value = serde_json::json!({ "wishes": { unit: 1 } });
            self.patch("staff", group.as_str(), value);
        }
    }
}

/// The title, the promises and the process.
pub(super) fn own(base: &Entries, towns: &[Town], touched: &[BTreeSet<usize>]) -> Entries {
    let mut own = Entries {
        header: Header {
            title: Some("Forslag til ny organisering".to_owned()),
            as_of: date("2025-10-01"),
            ..Header::default()
        },
        ..Entries::default()
    };
    // The leadership of the first forvaltning is what everybody asks about.
    if let Some(branch) = towns.first().and_then(|town| town.branches.first()) {
        let id = made("forvaltningen-bestaar");
        let entry = CommitmentEntry {
            id: Some(id),
            text: Some("Forvaltningen består".to_owned()),
            keep: Some(Keep {
                unit: Some(branch.id.clone()),
                ..Keep::default()
            }),
            ..CommitmentEntry::default()
        };
        own.commitments
            .insert(made("forvaltningen-bestaar"), Entry::computed(entry));
    }
    let few = CommitmentEntry {
        id: Some(made("faa-borgere")),
        text: Some("Kun få borgere får en ekstra rådgiver".to_owned()),
        at_most: [("citizens_with_more_advisers".to_owned(), "10%".parse().ok())]
            .into_iter()
            .filter_map(|(key, amount)| Some((key, amount?)))
            .collect(),
        ..CommitmentEntry::default()
    };
    own.commitments
        .insert(made("faa-borgere"), Entry::computed(few));
    own.process = process(base, towns, touched);
    own
}

fn process(base: &Entries, towns: &[Town], touched: &[BTreeSet<usize>]) -> Process {
    let body = |key: &str, town: &Town| -> Option<BodyId> {
        let id: BodyId = made(&format!("{key}{}", town.suffix));
        base.bodies.contains_key(id.as_str()).then_some(id)
    };
    let mut heard: Vec<BodyId> = Vec::new();
    for (town, touched) in towns.iter().zip(touched) {
        heard.extend(body("hoved-med", town));
        let departments = touched.iter().map(|&at| &town.departments[at]);
        let branches: BTreeSet<usize> = departments.clone().map(|one| one.branch).collect();
        for branch in branches {
            let id = town.branches[branch].id.as_str();
            let name = base
                .units
                .get(id)
                .and_then(|unit| unit.value.name.as_deref());
            heard.extend(body(
                &format!("sektor-med-{}", words::slug(name.unwrap_or_default())),
                town,
            ));
        }
        for department in departments {
            heard.extend(body(
                &format!("lmu-{}", words::slug(&department.name)),
                town,
            ));
        }
    }
    let step = |id: StepId, kind| StepEntry {
        id: Some(id),
        kind: Some(kind),
        ..StepEntry::default()
    };
    let mut steps: Vec<StepEntry> = heard
        .into_iter()
        .map(|body| StepEntry {
            from: date("2025-04-01"),
            to: date("2025-05-15"),
            body: Some(body.clone()),
            ..step(made(&format!("hoering-{body}")), StepKind::Hearing)
        })
        .collect();
    let hearings: Vec<StepId> = steps
        .iter()
        .filter_map(|step| step.id.clone())
        .take(1)
        .collect();
    let council = towns.first().and_then(|town| body("byraadet", town));
    steps.push(StepEntry {
        date: date("2025-06-20"),
        body: council.clone(),
        after: hearings,
        ..step(made("beslutning"), StepKind::Decision)
    });
    steps.push(StepEntry {
        from: date("2025-09-01"),
        to: date("2025-10-01"),
        after: vec![made("beslutning")],
        ..step(made("flytning"), StepKind::Move)
    });
    Process {
        decision: Some(Decision {
            body: council,
            date: date("2025-06-20"),
            ..Decision::default()
        }),
        effective: date("2025-10-01"),
        clarified_by: date("2025-08-15").map(ClarifiedBy::Date),
        steps,
    }
}
