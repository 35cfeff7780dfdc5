//! Random organisations and what becomes of them, shown as files when a property fails.
//!
//! What they are made of comes from `generate`; here they become strategies that shrink.

use std::collections::BTreeSet;
use std::fmt;

use proptest::prelude::*;
use rokade_change::{Applied, apply};
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, Proposal};
use rokade_core::ids::{Id, Subject};
use serde_json::json;

use crate::generate::{Dice, edited, organisation, plan, proposed};

/// Rolls of dice, which proptest shrinks to fewer and lower ones.
pub fn rolls(some: std::ops::Range<usize>) -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), some)
}

/// A base and its revision, shown as the files they would be.
#[derive(Clone)]
pub struct Two {
    /// Before.
    pub base: Entries,
    /// After.
    pub revision: Entries,
}

impl Two {
    /// What becomes of rolls: of an organisation, of edits to it, and of how it is to be done.
    pub fn of(base: &[u16], edits: &[u16], plans: &[u16]) -> Self {
        let mut base = organisation(&mut Dice::new(base));
        let mut revision = edited(&base, &mut Dice::new(edits));
        let before = base.clone();
        plan(&mut revision, &before, &mut Dice::new(plans));
        // Now and then the base is such a proposal itself.
        if plans.len().is_multiple_of(3) {
            plan(&mut base, &before, &mut Dice::new(plans));
        }
        Two { base, revision }
    }
}

impl fmt::Debug for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "base:\n{}\nrevision:\n{}",
            file(&self.base),
            file(&self.revision)
        )
    }
}

/// One organisation, shown as the file it would be.
#[derive(Clone)]
pub struct One(pub Entries);

impl fmt::Debug for One {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&file(&self.0))
    }
}

/// An organisation.
pub fn one() -> impl Strategy<Value = One> {
    rolls(500..900).prop_map(|rolls| One(organisation(&mut Dice::new(&rolls))))
}

/// A revision, which has what an organisation seldom begins with: `previously` and `ended`.
pub fn revised() -> impl Strategy<Value = One> {
    two().prop_map(|two| One(two.revision))
}

/// An organisation and a restructuring of it.
pub fn two() -> impl Strategy<Value = Two> {
    let rolls = (rolls(500..900), rolls(10..60), rolls(0..200));
    rolls.prop_map(|(base, edits, plans)| Two::of(&base, &edits, &plans))
}

/// The file of an organisation, as JSON with a line for each entity.
pub fn file(org: &Entries) -> String {
    let mut file = vec!["\"rokade\": 1".to_owned()];
    file.push(format!(
        "\"organization\": {}",
        json!(org.header.organization)
    ));
    let mut section = |name: &str, ends: [char; 2], entities: Vec<String>| {
        if !entities.is_empty() {
            let [open, close] = ends;
            file.push(format!(
                "{name:?}: {open}\n  {}\n{close}",
                entities.join(",\n  ")
            ));
        }
    };
    macro_rules! map {
        ($name:ident) => {
            let entities = org.$name.iter();
            let entities =
                entities.map(|(id, entry)| format!("{:?}: {}", id.as_str(), json!(entry.value)));
            section(stringify!($name), ['{', '}'], entities.collect());
        };
    }
    macro_rules! list {
        ($name:ident) => {
            let entities = org
                .$name
                .values()
                .map(|entry| json!(entry.value).to_string());
            section(stringify!($name), ['[', ']'], entities.collect());
        };
    }
    map!(sites);
    map!(units);
    map!(staff);
    map!(functions);
    map!(target_groups);
    list!(co_locations);
    list!(interfaces);
    map!(competences);
    map!(bodies);
    list!(premises);
    list!(open);
    list!(commitments);
    if json!(org.process) != json!({}) {
        file.push(format!("\"process\": {}", json!(org.process)));
    }
    if let Some(date) = org.header.as_of {
        file.push(format!("\"as_of\": {}", json!(date)));
    }
    if json!(org.ended) != json!({}) {
        file.push(format!("\"ended\": {}", json!(org.ended)));
    }
    format!("{{\n{}\n}}\n", file.join(",\n"))
}

/// A base and a proposal upon it, shown as the files they would be.
#[derive(Clone)]
pub struct Planned {
    /// Before.
    pub base: Entries,
    /// What is to happen.
    pub proposal: Proposal,
}

impl Planned {
    /// What comes of it.
    pub fn applied(&self) -> Applied {
        apply(&self.base, &self.proposal, &BTreeSet::new())
    }

    /// The same without the events that cannot be applied, which do nothing.
    #[must_use]
    pub fn applicable(mut self) -> Self {
        loop {
            let refused: BTreeSet<Subject> = self
                .applied()
                .faults
                .into_iter()
                .filter_map(|fault| fault.subject)
                .collect();
            let before = self.proposal.events.len();
            let mut at = 0;
            self.proposal.events.retain(|event| {
                at += 1;
                !refused.contains(&event.subject(at - 1))
            });
            if self.proposal.events.len() == before {
                return self;
            }
        }
    }
}

impl Planned {
    /// The same without what cannot be applied, and without what takes out things that others
    /// still name: what comes of it has no faults.
    #[must_use]
    pub fn sound(self) -> Self {
        let mut sound = self.applicable();
        while !Chart::build(sound.applied().entries).1.is_empty() {
            if sound.proposal.set.pop().is_none() && sound.proposal.events.pop().is_none() {
                sound.proposal.own = Entries::default();
            }
            sound = sound.applicable();
        }
        sound
    }
}

impl fmt::Debug for Planned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let proposal = rokade::write_proposal(&self.proposal);
        write!(f, "base:\n{}\nproposal:\n{proposal}", file(&self.base))
    }
}

/// A base and a proposal upon it; the base is as often what a restructuring left as not.
pub fn planned() -> impl Strategy<Value = Planned> {
    (two(), any::<bool>(), rolls(10..150)).prop_map(|(two, later, rolls)| {
        let base = if later { two.revision } else { two.base };
        let proposal = proposed(&base, &mut Dice::new(&rolls));
        Planned { base, proposal }
    })
}
