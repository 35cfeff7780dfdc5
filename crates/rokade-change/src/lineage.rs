//! What became of what: each entity of the base followed to its descendants.
//!
//! Two passes so far. P0: what `previously` declares, read both ways. P1: the same id, where
//! ids of that kind can be trusted. Names never decide.

use std::collections::{BTreeMap, HashSet};

use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, OrUndecided, Section};
use rokade_core::ids::{FunctionId, Id, Kind, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::name::words_of;
use rokade_core::quantity::Certainty;

/// Why two entities are held to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Evidence {
    /// `previously` says so.
    Declared,
    /// They have the same id.
    SameId,
}

impl Evidence {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Declared => "declared",
            Evidence::SameId => "same-id",
        }
    }
}

/// The descendants and ancestors of every entity of a kind.
#[derive(Debug, Clone)]
pub struct Tracks<I> {
    forward: BTreeMap<I, Vec<I>>,
    backward: BTreeMap<I, Vec<I>>,
    evidence: BTreeMap<(I, I), Evidence>,
    gate: Gate,
}

/// Whether enough of a kind could be followed for its rules to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Entities of the smaller side.
    pub smaller: usize,
    /// How many of that side were followed.
    pub followed: usize,
}

/// Below this many entities nothing is concluded from how many could be followed.
const FEW: usize = 8;

impl Gate {
    /// Under half of the smaller side of eight or more could be followed.
    pub fn is_shut(self) -> bool {
        self.smaller >= FEW && self.followed * 2 < self.smaller
    }
}

/// Whose `previously` can be about the other chart: not that of the earlier one, whose past is
/// older than both.
#[derive(Debug, Clone, Copy)]
struct Speaks {
    base: bool,
    revision: bool,
}

impl Speaks {
    fn new(base: &Entries, revision: &Entries) -> Self {
        let certainly_before = |a: &Entries, b: &Entries| {
            let (a, b) = (a.header.as_of, b.header.as_of);
            let before = a.zip(b).and_then(|(a, b)| a.before(b));
            before == Some(Certainty::Certain)
        };
        Speaks {
            base: !certainly_before(base, revision),
            revision: !certainly_before(revision, base),
        }
    }
}

impl<I: Id> Tracks<I> {
    fn new<E>(
        base: &Section<I, E>,
        revision: &Section<I, E>,
        speaks: Speaks,
        previously: impl Fn(&E) -> &[I],
        kept: impl Fn(&E, &E) -> bool,
    ) -> Self {
        let mut tracks = Tracks {
            forward: BTreeMap::new(),
            backward: BTreeMap::new(),
            evidence: BTreeMap::new(),
            gate: Gate {
                smaller: base.len().min(revision.len()),
                followed: 0,
            },
        };
        // What a chart says of its past, and the other does not say already: a chart that says
        // the same of the same thing was written after it, and it is past for both.
        let declared = |later: &Section<I, E>, earlier: &Section<I, E>| -> Vec<(I, I)> {
            let pairs = later.iter().flat_map(|(id, entry)| {
                let said = earlier
                    .get(id)
                    .map_or(&[][..], |entry| previously(&entry.value));
                let past = previously(&entry.value).iter();
                past.filter(|old| earlier.contains_key(*old) && !said.contains(old))
                    .map(|old| (old.clone(), id.clone()))
            });
            pairs.collect()
        };
        if speaks.revision {
            for (old, id) in declared(revision, base) {
                tracks.add(&old, &id, Evidence::Declared);
            }
        }
        // The mirror: the base is the later chart, and says what it was before.
        if speaks.base {
            for (old, id) in declared(base, revision) {
                tracks.add(&id, &old, Evidence::Declared);
            }
        }
        let common: Vec<(&I, &E, &E)> = base
            .iter()
            .filter_map(|(id, b)| Some((id, &b.value, &revision.get(id)?.value)))
            .collect();
        let agree = common.iter().filter(|(_, b, r)| kept(b, r)).count();
        if common.len() < FEW || agree * 2 >= common.len() {
            for (id, _, _) in common {
                // An id that has come to name another thing is declared on both sides.
                let became = tracks.forward.contains_key(id.as_str());
                let is_left = !became || !tracks.backward.contains_key(id.as_str());
                if is_left {
                    tracks.add(id, id, Evidence::SameId);
                }
            }
        }
        for list in tracks
            .forward
            .values_mut()
            .chain(tracks.backward.values_mut())
        {
            list.sort();
            list.dedup();
        }
        tracks.gate.followed = tracks.forward.len().min(tracks.backward.len());
        tracks
    }

    fn add(&mut self, from: &I, to: &I, evidence: Evidence) {
        self.forward
            .entry(from.clone())
            .or_default()
            .push(to.clone());
        self.backward
            .entry(to.clone())
            .or_default()
            .push(from.clone());
        self.evidence
            .entry((from.clone(), to.clone()))
            .or_insert(evidence);
    }

    /// What an entity of the base became; sorted.
    pub fn descendants(&self, base: &I) -> &[I] {
        self.forward.get(base.as_str()).map_or(&[], Vec::as_slice)
    }

    /// What an entity of the revision came from; sorted.
    pub fn ancestors(&self, revision: &I) -> &[I] {
        self.backward
            .get(revision.as_str())
            .map_or(&[], Vec::as_slice)
    }

    /// Whether one of the revision came from one of the base.
    pub fn follows(&self, base: &I, revision: &I) -> bool {
        self.descendants(base).binary_search(revision).is_ok()
    }

    /// Why the two are held to be one.
    pub fn evidence(&self, base: &I, revision: &I) -> Option<Evidence> {
        self.evidence
            .get(&(base.clone(), revision.clone()))
            .copied()
    }

    /// Every pair, by the base's id.
    pub fn pairs(&self) -> impl Iterator<Item = (&I, &I)> {
        self.forward
            .iter()
            .flat_map(|(from, to)| to.iter().map(move |to| (from, to)))
    }

    /// Whether enough could be followed.
    pub fn gate(&self) -> Gate {
        self.gate
    }
}

/// The lineage of every kind that has one.
#[derive(Debug, Clone)]
pub struct Lineage {
    /// Units.
    pub units: Tracks<UnitId>,
    /// Posts and groups.
    pub staff: Tracks<StaffId>,
    /// Functions.
    pub functions: Tracks<FunctionId>,
    /// Sites.
    pub sites: Tracks<SiteId>,
    /// Target groups.
    pub groups: Tracks<TargetGroupId>,
}

impl Lineage {
    pub(crate) fn new(base: &Chart, revision: &Chart) -> Self {
        let (b, r) = (base.entries(), revision.entries());
        let speaks = Speaks::new(b, r);
        let named = |a: Option<&str>, b: Option<&str>| match (a, b) {
            (Some(a), Some(b)) => similarity(a, b) >= 0.6,
            // Without names the ids are the names.
            (None, None) => true,
            _ => false,
        };
        Lineage {
            sites: Tracks::new(
                &b.sites,
                &r.sites,
                speaks,
                |e| &e.previously,
                |b, r| named(b.name.as_deref(), r.name.as_deref()),
            ),
            units: Tracks::new(
                &b.units,
                &r.units,
                speaks,
                |e| &e.previously,
                |b, r| named(b.name.as_deref(), r.name.as_deref()) || b.parent == r.parent,
            ),
            functions: Tracks::new(
                &b.functions,
                &r.functions,
                speaks,
                |e| &e.previously,
                |b, r| {
                    let unit = |e: &rokade_core::entry::FunctionEntry| -> Vec<UnitId> {
                        let scopes = e.responsible.iter().flat_map(|r| &r.0);
                        scopes
                            .filter_map(|s| s.unit.as_ref().and_then(OrUndecided::id).cloned())
                            .collect()
                    };
                    let (before, after) = (unit(b), unit(r));
                    named(b.name.as_deref(), r.name.as_deref())
                        || b.identifiers.iter().any(|id| r.identifiers.contains(id))
                        || before.iter().any(|id| after.contains(id))
                },
            ),
            staff: Tracks::new(
                &b.staff,
                &r.staff,
                speaks,
                |e| &e.previously,
                |b, r| named(b.title.as_deref(), r.title.as_deref()) || b.unit == r.unit,
            ),
            groups: Tracks::new(
                &b.target_groups,
                &r.target_groups,
                speaks,
                |e| &e.previously,
                |b, r| named(b.name.as_deref(), r.name.as_deref()),
            ),
        }
    }

    /// The gate of each kind, in the order of a file.
    pub fn gates(&self) -> [(Kind, Gate); 5] {
        [
            (Kind::Site, self.sites.gate()),
            (Kind::Unit, self.units.gate()),
            (Kind::Staff, self.staff.gate()),
            (Kind::Function, self.functions.gate()),
            (Kind::TargetGroup, self.groups.gate()),
        ]
    }
}

/// How alike two names are, from 0 to 1: the Dice coefficient of their trigrams.
fn similarity(a: &str, b: &str) -> f64 {
    let trigrams = |name: &str| -> HashSet<[char; 3]> {
        let padded: Vec<char> = format!("  {} ", normalized_name(name)).chars().collect();
        padded.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
    };
    let (a, b) = (trigrams(a), trigrams(b));
    let shared = a.intersection(&b).count();
    #[expect(
        clippy::cast_precision_loss,
        reason = "names have far fewer than 2^52 trigrams"
    )]
    let dice = 2.0 * shared as f64 / (a.len() + b.len()).max(1) as f64;
    dice
}

/// A name without what is no part of it: case, punctuation, blanks, word order, `&` for "og".
pub fn normalized_name(name: &str) -> String {
    let mut words = words_of(name);
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::{Header, UnitEntry};
    use rokade_core::span::Entry;

    fn chart(as_of: &str, units: &[(&str, &[&str])]) -> Chart {
        let id = |id: &str| UnitId::parse(id).expect("an id");
        let unit = |&(name, past): &(&str, &[&str])| {
            let entry = UnitEntry {
                previously: past.iter().map(|past| id(past)).collect(),
                ..UnitEntry::default()
            };
            (id(name), Entry::computed(entry))
        };
        let header = Header {
            as_of: as_of.parse().ok(),
            ..Header::default()
        };
        let (chart, _) = Chart::build(Entries {
            header,
            units: units.iter().map(unit).collect(),
            ..Entries::default()
        });
        chart
    }

    fn units(base: &Chart, revision: &Chart) -> Vec<String> {
        let lineage = Lineage::new(base, revision);
        lineage
            .units
            .pairs()
            .map(|(a, b)| format!("{a}>{b}"))
            .collect()
    }

    #[test]
    fn what_both_charts_say_of_their_past_is_past() {
        let split = chart("unknown", &[("a", &[]), ("b", &["a"])]);
        assert_eq!(units(&split, &split), ["a>a", "b>b"]);
    }

    #[test]
    fn the_past_of_the_earlier_chart_is_older_than_both() {
        let whole = chart("2016", &[("a", &[])]);
        let split = chart("2017", &[("a", &[]), ("b", &["a"])]);
        let tidied = chart("2018", &[("a", &[]), ("b", &[])]);
        assert_eq!(units(&whole, &split), ["a>a", "a>b"]);
        assert_eq!(units(&split, &whole), ["a>a", "b>a"]);
        assert_eq!(units(&split, &tidied), ["a>a", "b>b"]);
        assert_eq!(units(&tidied, &split), ["a>a", "b>b"]);
    }

    #[test]
    fn an_id_that_names_another_thing_follows_what_is_declared() {
        let before = chart("2016", &[("a", &[]), ("b", &[])]);
        let after = chart("2017", &[("a", &["b"]), ("b", &["a"])]);
        assert_eq!(units(&before, &after), ["a>b", "b>a"]);
        assert_eq!(units(&after, &before), ["a>b", "b>a"]);
    }

    #[test]
    fn a_name_is_the_same_however_it_is_set() {
        let name = normalized_name("Center for Voksne & Velfærd");
        assert_eq!(name, normalized_name("center  for velfærd og voksne."));
        assert_ne!(name, normalized_name("Center for Voksne"));
    }

    #[test]
    fn similarity_is_of_whole_names() {
        assert!(similarity("Jobcenter Integration", "Jobcenter Integration") > 0.99);
        assert!(similarity("Jobcenter Integration", "Job Integration") > 0.5);
        assert!(similarity("Jobcenter Integration", "Kantine") < 0.2);
    }
}
