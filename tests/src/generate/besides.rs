//! What an organisation has besides its units, posts and work: who is heard, what is given,
//! what is open, what is promised, and how it is decided.

use rokade_core::entry::{
    About, BodyEntry, BodyKind, ClarifiedBy, CommitmentEntry, Decision, Entries, Keep, OpenEntry,
    PremiseEntry, PremiseKind, Process, StepEntry, StepKind,
};
use rokade_core::ids::{BodyId, CommitmentId, OpenId, PremiseId, StepId};
use rokade_core::span::Entry;

use super::proposal::{because, date};
use super::{Dice, Known};

/// Adds some of all that, to one organisation in three.
pub(super) fn add(dice: &mut Dice<'_>, known: &Known, org: &mut Entries) {
    if !dice.one_in(3) {
        return;
    }
    let bodies: Vec<BodyId> = (0..dice.below(3)).map(super::id).collect();
    for id in &bodies {
        let body = BodyEntry {
            kind: dice.one_in(2).then_some(BodyKind::LocalMed),
            covers: dice.some(&known.units, 2),
            name: dice.one_in(2).then(|| "LMU Jobcenter".into()),
            ..BodyEntry::default()
        };
        org.bodies.insert(id.clone(), Entry::computed(body));
    }
    for n in 0..dice.below(3) {
        let id: PremiseId = super::id(n);
        let premise = PremiseEntry {
            id: Some(id.clone()),
            kind: Some(PremiseKind::Goal),
            text: Some("Én indgang for borgeren".to_owned()),
            about: dice.one_in(2).then(|| about(dice, known)),
            ..PremiseEntry::default()
        };
        org.premises.insert(id, Entry::computed(premise));
    }
    for n in 0..dice.below(2) {
        let id: OpenId = super::id(n);
        let open = OpenEntry {
            id: Some(id.clone()),
            about: Some(about(dice, known)),
            options: vec!["Kultur og Fritid".to_owned(), "en ny enhed".to_owned()],
            decide_by: dice.one_in(2).then(|| date(dice)),
            ..OpenEntry::default()
        };
        org.open.insert(id, Entry::computed(open));
    }
    for n in 0..dice.below(2) {
        let id: CommitmentId = super::id(n);
        let entry = commitment(dice, known, &id);
        org.commitments.insert(id, entry);
    }
    let steps: Vec<StepId> = (0..dice.below(3)).map(super::id).collect();
    if dice.one_in(2) {
        org.process = process(dice, &bodies, &steps);
    }
}

fn about(dice: &mut Dice<'_>, known: &Known) -> About {
    About {
        units: dice.some(&known.units, 2),
        staff: dice.few(3, &known.staff, 2),
        functions: dice.few(3, &known.functions, 2),
        sites: dice.few(4, &known.sites, 1),
        target_groups: dice.few(4, &known.groups, 1),
        ..About::default()
    }
}

/// A promise to keep something, or that a measure stays low.
pub(super) fn commitment(
    dice: &mut Dice<'_>,
    known: &Known,
    id: &CommitmentId,
) -> Entry<CommitmentEntry> {
    let mut commitment = CommitmentEntry {
        id: Some(id.clone()),
        text: Some("Enheden fastholdes".to_owned()),
        ..CommitmentEntry::default()
    };
    let function = dice.pick(&known.functions);
    if dice.one_in(3) {
        let measure = "citizens_with_more_advisers".to_owned();
        commitment
            .at_most
            .extend("10%".parse().map(|most| (measure, most)));
    } else if function.is_some() && dice.one_in(2) {
        commitment.keep = Some(Keep {
            function,
            at: dice.few(2, &known.sites, 2),
            ..Keep::default()
        });
    } else {
        commitment.keep = dice.pick(&known.units).map(|unit| Keep {
            unit: Some(unit),
            ..Keep::default()
        });
    }
    Entry::computed(commitment)
}

/// How it is decided, by these bodies, in these steps.
pub(super) fn process(dice: &mut Dice<'_>, bodies: &[BodyId], steps: &[StepId]) -> Process {
    let mut process = Process {
        decision: dice.one_in(2).then(|| Decision {
            body: dice.pick(bodies),
            date: Some(date(dice)),
            ..Decision::default()
        }),
        effective: dice.one_in(2).then(|| date(dice)),
        clarified_by: match dice.below(4) {
            2 => Some(ClarifiedBy::Date(date(dice))),
            3 => Some(ClarifiedBy::PerOrganization(
                [("Prøveby".to_owned(), date(dice))].into_iter().collect(),
            )),
            _ => None,
        },
        steps: Vec::new(),
    };
    let kinds = [StepKind::Hearing, StepKind::Information, StepKind::Decision];
    for (n, id) in steps.iter().enumerate() {
        process.steps.push(StepEntry {
            id: Some(id.clone()),
            kind: dice.pick(&kinds),
            body: dice.perhaps(2, bodies),
            from: Some(date(dice)),
            after: dice.few(2, &steps[..n], 1),
            done: dice.one_in(3).then_some(true),
            text: because(dice),
            ..StepEntry::default()
        });
    }
    process
}
