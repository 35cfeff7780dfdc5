//! How a random organisation hears, decides, promises and pays.
//!
//! What is promised, and who is heard, is the same of a base and its revision, so that one set
//! of dice makes it for both.

use rokade_core::date::DateSpan;
use rokade_core::entry::{
    About, BodyEntry, BodyKind, ClarifiedBy, CommitmentEntry, Decision, Entries, Keep, OpenEntry,
    StepEntry, StepKind,
};
use rokade_core::ids::{BodyId, CommitmentId, OpenId, StepId};
use rokade_core::quantity::Amount;
use rokade_core::span::Entry;

use super::{Dice, Known, id};

const DATES: [&str; 10] = [
    "2017-04-01",
    "2017-04-10",
    "2017-05-01",
    "2017-05-15",
    "2017-05",
    "2017-06-20",
    "2017-W26",
    "2017-H2",
    "2018",
    "unknown",
];
const MEASURES: [&str; 8] = [
    "posts_moved",
    "posts_at_other_site",
    "unit_headcount",
    "citizens_with_more_advisers",
    "co_locations_broken",
    "layers",
    "cost_a_year",
    "unassigned_responsibilities",
];

fn date(dice: &mut Dice<'_>) -> Option<DateSpan> {
    let date = dice.pick(&DATES).filter(|_| !dice.one_in(5))?;
    Some(date.parse().expect("a test writes dates"))
}

/// Gives an organisation bodies, a process, open decisions and promises. `base` is what it was,
/// or itself: what is named is there, or was.
pub fn plan(org: &mut Entries, base: &Entries, dice: &mut Dice<'_>) {
    if !dice.one_in(2) {
        return;
    }
    let known = Known::of(base);
    org.header.as_of = date(dice);
    costs(org, dice);
    let bodies: Vec<BodyId> = (0..dice.below(4)).map(id).collect();
    let kinds = [
        None,
        Some(BodyKind::LocalMed),
        Some(BodyKind::Committee),
        Some(BodyKind::External),
    ];
    for body in &bodies {
        let covers = dice.some(&known.units, 3);
        let entry = BodyEntry {
            name: dice.one_in(2).then(|| "LMU".into()),
            kind: dice.pick(&kinds).flatten(),
            covers: live(covers, |id| org.units.contains_key(id)),
            ..BodyEntry::default()
        };
        org.bodies.insert(body.clone(), Entry::computed(entry));
    }
    process(org, &bodies, dice);
    for n in 0..dice.below(3) {
        let id: OpenId = id(n);
        let units = dice.few(2, &known.units, 2);
        let staff = dice.few(3, &known.staff, 2);
        let groups = dice.few(3, &known.groups, 2);
        let open = OpenEntry {
            id: Some(id.clone()),
            text: dice.one_in(3).then(|| "Hvor det skal ligge".to_owned()),
            about: Some(About {
                units: live(units, |id| org.units.contains_key(id)),
                staff: live(staff, |id| org.staff.contains_key(id)),
                target_groups: live(groups, |id| org.target_groups.contains_key(id)),
                ..About::default()
            }),
            decide_by: date(dice),
            ..OpenEntry::default()
        };
        org.open.insert(id, Entry::computed(open));
    }
    for n in 0..dice.below(4) {
        let id: CommitmentId = id(n);
        let commitment = promise(id.clone(), &known, dice);
        org.commitments.insert(id, Entry::computed(commitment));
    }
}

/// What is still there of what was picked in the base.
fn live<I>(mut ids: Vec<I>, is_live: impl Fn(&I) -> bool) -> Vec<I> {
    ids.retain(is_live);
    ids
}

fn costs(org: &mut Entries, dice: &mut Dice<'_>) {
    for post in org.staff.values_mut() {
        post.value.cost = dice.one_in(2).then(|| dice.quantity());
    }
}

fn process(org: &mut Entries, bodies: &[BodyId], dice: &mut Dice<'_>) {
    let process = &mut org.process;
    process.steps.clear();
    if dice.one_in(2) {
        process.decision = Some(Decision {
            body: dice.pick(bodies),
            date: date(dice),
            ..Decision::default()
        });
    }
    process.effective = date(dice);
    process.clarified_by = match dice.below(4) {
        1 => date(dice).map(ClarifiedBy::Date),
        2 => {
            let dates = ["ishoej", "vallensbaek"].map(|of| Some((of.to_owned(), date(dice)?)));
            Some(ClarifiedBy::PerOrganization(
                dates.into_iter().flatten().collect(),
            ))
        }
        _ => None,
    };
    let kinds = [
        StepKind::Hearing,
        StepKind::Discussion,
        StepKind::Hearing,
        StepKind::Clarification,
        StepKind::Decision,
        StepKind::Move,
    ];
    let steps: Vec<StepId> = (0..dice.below(6)).map(id).collect();
    for step in &steps {
        process.steps.push(StepEntry {
            id: Some(step.clone()),
            name: dice.one_in(3).then(|| "Et trin".into()),
            kind: dice.pick(&kinds),
            body: dice.pick(bodies).filter(|_| !dice.one_in(3)),
            date: date(dice).filter(|_| dice.one_in(3)),
            from: date(dice),
            to: date(dice),
            parallel_with: dice.few(3, &steps, 2),
            after: dice.few(3, &steps, 2),
            ..StepEntry::default()
        });
    }
}

fn promise(id: CommitmentId, known: &Known, dice: &mut Dice<'_>) -> CommitmentEntry {
    let mut promise = CommitmentEntry {
        id: Some(id),
        text: dice.one_in(2).then(|| "Det bliver godt".to_owned()),
        ..CommitmentEntry::default()
    };
    if dice.one_in(2) {
        promise.keep = Some(Keep {
            unit: dice.perhaps(2, &known.units),
            function: dice.perhaps(2, &known.functions),
            at: dice.few(2, &known.sites, 2),
            co_location: None,
        });
    }
    let limit = |dice: &mut Dice<'_>| {
        let name = dice.pick(&MEASURES)?.to_owned();
        let amount = if dice.one_in(2) {
            "10%".parse().expect("a test writes amounts")
        } else {
            Amount::Absolute(dice.quantity())
        };
        Some((name, amount))
    };
    promise.at_most = (0..dice.below(3)).filter_map(|_| limit(dice)).collect();
    promise.at_least = (0..dice.below(2)).filter_map(|_| limit(dice)).collect();
    promise
}
