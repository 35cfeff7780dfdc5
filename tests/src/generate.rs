//! Charts to test with: the written pairs, and random organisations with random edits.
//!
//! Randomness comes in as rolls of dice, so that whoever tests can shrink them: fewer and lower
//! rolls make a smaller organisation. What is made is valid: every reference leads to something
//! that is there or has ended. Nothing here knows a rule.

mod apart;
mod besides;
mod edit;
mod events;
pub mod naive;
mod patch;
mod process;
mod proposal;
mod refs;
mod written;

pub use apart::{both, in_cyrillic};
pub use edit::edited;
pub use process::plan;
pub use proposal::{kinds, proposed};
pub use refs::{renamed, shuffled};
pub use written::{Pair, pairs, read, whole_charts};

use rokade_core::entry::{
    Allow, CoLocationEntry, CompetenceEntry, DecidedBy, EndedEntry, Entries, FunctionEntry,
    FunctionKind, Head, HostedBy, InterfaceEntry, MoreOfStaff, NeededBy, OneOrMany, OrUndecided,
    Organization, Responsible, ResponsibleScope, SiteEntry, StaffEntry, Strength, TargetGroupEntry,
    UnitEntry,
};
use rokade_core::ids::{
    CoLocationId, CompetenceId, FunctionId, Id, InterfaceId, SiteId, StaffId, TargetGroupId, UnitId,
};
use rokade_core::quantity::Quantity;
use rokade_core::span::Entry;
use rokade_core::text::Text;

/// Rolls that were made beforehand; when they run out, every roll is nought.
pub struct Dice<'a> {
    rolls: std::slice::Iter<'a, u16>,
}

impl<'a> Dice<'a> {
    /// Dice that will show these rolls.
    pub fn new(rolls: &'a [u16]) -> Self {
        Dice {
            rolls: rolls.iter(),
        }
    }

    /// A number below `n`; nought for the lowest roll.
    pub fn below(&mut self, n: usize) -> usize {
        let roll = self.rolls.next().copied().unwrap_or(0);
        usize::from(roll).checked_rem(n).unwrap_or(0)
    }

    /// True one time in `n`, and never for the lowest roll.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) + 1 == n
    }

    /// One of these, if there are any.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        let at = self.below(from.len());
        from.get(at).cloned()
    }

    /// At most so many of these, each once; at least one if there are any.
    pub fn some<T: Clone + PartialEq>(&mut self, from: &[T], most: usize) -> Vec<T> {
        let mut picked: Vec<T> = Vec::new();
        for _ in 0..=self.below(most) {
            picked.extend(self.pick(from).filter(|one| !picked.contains(one)));
        }
        picked
    }

    /// One of these one time in `n`, else none.
    pub fn perhaps<T: Clone>(&mut self, n: usize, from: &[T]) -> Option<T> {
        if self.one_in(n) {
            self.pick(from)
        } else {
            None
        }
    }

    /// At most so many of these one time in `n`, else none.
    pub fn few<T: Clone + PartialEq>(&mut self, n: usize, from: &[T], most: usize) -> Vec<T> {
        if self.one_in(n) {
            self.some(from, most)
        } else {
            Vec::new()
        }
    }

    /// Puts items in another order; the lowest rolls leave them.
    pub fn mix<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, i - self.below(i + 1));
        }
    }

    /// A quantity of every shape the format knows.
    pub fn quantity(&mut self) -> Quantity {
        let mut roll = |n| i64::try_from(self.below(n)).unwrap_or(0);
        let (low, wide) = (roll(12) + 1, roll(6));
        let (low, high, approximate) = match self.below(12) {
            0..=5 => (low * 100, Some(low * 100), false),
            6 => (low * 100, Some((low + wide) * 100), false),
            7 => (low * 100, Some((low + wide) * 100), true),
            8 => (low * 50, Some(low * 50), false),
            9 => (low * 100, Some(low * 100), true),
            10 => (0, Some(0), false),
            _ => (0, None, false),
        };
        Quantity::from_hundredths(low, high, approximate).unwrap_or(Quantity::UNKNOWN)
    }
}

/// Ids of every kind, alike on purpose: what is looked up among the wrong kind is then found.
pub(crate) fn id<T: Id>(n: usize) -> T {
    T::parse(&format!("t{n}")).expect("a letter and a number are an id")
}

fn ids<T: Id>(count: usize) -> Vec<T> {
    (0..count).map(id).collect()
}

/// The ids an organisation has to refer to.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) sites: Vec<SiteId>,
    pub(crate) units: Vec<UnitId>,
    pub(crate) staff: Vec<StaffId>,
    pub(crate) functions: Vec<FunctionId>,
    pub(crate) groups: Vec<TargetGroupId>,
    pub(crate) competences: Vec<CompetenceId>,
}

impl Known {
    /// What an organisation has now.
    pub(crate) fn of(org: &Entries) -> Self {
        Known {
            sites: org.sites.keys().cloned().collect(),
            units: org.units.keys().cloned().collect(),
            staff: org.staff.keys().cloned().collect(),
            functions: org.functions.keys().cloned().collect(),
            groups: org.target_groups.keys().cloned().collect(),
            competences: org.competences.keys().cloned().collect(),
        }
    }
}

const TYPES: [&str; 3] = ["afdeling", "team", "institution"];
const UNITS: [&str; 9] = [
    "Jobcentret",
    "jobcentret.",
    "Jobcentret  Vest",
    "Borgerservice",
    "Ydelsesteamet",
    "Familie- og Handicapafdelingen",
    "Park & Vej",
    "Bibliotek, Kultur og Fritid",
    "Hjemmeplejen",
];
const TITLES: [&str; 5] = [
    "Sagsbehandler",
    "Teamleder",
    "Pedel",
    "Rådgiver, unge",
    "Sygeplejerske",
];
const TASKS: [&str; 6] = [
    "Ydelse",
    "Visitation",
    "Tolkning",
    "Kantine",
    "Jobindsats",
    "Rengøring",
];
const SITES: [&str; 4] = [
    "Rådhuset",
    "Kastetvej 12",
    "Materielgården",
    "Sundhedshuset",
];
const GROUPS: [&str; 3] = ["Ledige", "Ældre", "Familier med børn"];

/// A name of a list, now and then none.
pub(crate) fn name(dice: &mut Dice<'_>, names: &[&str]) -> Option<Text> {
    let name = dice.pick(names).map(Text::from);
    name.filter(|_| !dice.one_in(12))
}

/// A random organisation.
pub fn organisation(dice: &mut Dice<'_>) -> Entries {
    let known = Known {
        sites: ids(1 + dice.below(3)),
        units: ids(1 + dice.below(8)),
        staff: ids(dice.below(12)),
        functions: ids(dice.below(8)),
        groups: ids(dice.below(4)),
        competences: ids(dice.below(3)),
    };
    let mut org = Entries::default();
    org.header.organization = Some(Organization {
        name: Some("Prøveby Kommune".into()),
        ..Organization::default()
    });
    for (n, id) in known.units.iter().enumerate() {
        let unit = unit(dice, &known, n);
        org.units.insert(id.clone(), Entry::computed(unit));
    }
    for id in &known.staff {
        let post = post(dice, &known);
        org.staff.insert(id.clone(), Entry::computed(post));
    }
    for id in &known.functions {
        let function = function(dice, &known);
        org.functions.insert(id.clone(), Entry::computed(function));
    }
    for id in &known.groups {
        let group = group(dice, &known);
        org.target_groups.insert(id.clone(), Entry::computed(group));
    }
    for id in &known.sites {
        let site = site(dice, &known);
        org.sites.insert(id.clone(), Entry::computed(site));
    }
    for id in &known.competences {
        let competence = CompetenceEntry {
            critical_mass: dice.one_in(2).then(|| dice.quantity()),
            ..CompetenceEntry::default()
        };
        org.competences
            .insert(id.clone(), Entry::computed(competence));
    }
    give_work(dice, &mut org);
    together(dice, &known, &mut org);
    // A unit that ended long ago and that something still names.
    if dice.one_in(4) {
        let gone: UnitId = id(90);
        let post = dice.pick(&known.staff).filter(|_| dice.one_in(2));
        if let Some(post) = post.and_then(|id| org.staff.get_mut(&id)) {
            post.value.unit = Some(OrUndecided::Id(gone.clone()));
        }
        let function = dice.pick(&known.functions).filter(|_| dice.one_in(2));
        if let Some(function) = function.and_then(|id| org.functions.get_mut(&id)) {
            function.value.responsible = Some(held_by(&gone));
        }
        let ended = EndedEntry {
            name: name(dice, &UNITS),
            ..EndedEntry::default()
        };
        org.ended.units.insert(gone, ended);
    }
    besides::add(dice, &known, &mut org);
    refs::tidy(&mut org);
    org
}

/// Makes units responsible for what their own posts perform, and lets citizens meet what one
/// group performs, mostly: by chance alone hardly any function would be met anywhere.
fn give_work(dice: &mut Dice<'_>, org: &mut Entries) {
    for (id, function) in &mut org.functions {
        let performs = |post: &&Entry<StaffEntry>| work(post).contains(id);
        let posts = org.staff.values().filter(performs);
        let units: Vec<UnitId> = posts
            .filter_map(|post| post.value.unit.as_ref()?.id().cloned())
            .collect();
        if let Some(unit) = dice.pick(&units).filter(|_| !dice.one_in(4)) {
            function.value.responsible = Some(held_by(&unit));
        }
    }
    let all: Vec<Vec<FunctionId>> = org.staff.values().map(|post| work(post).to_vec()).collect();
    for group in org.target_groups.values_mut() {
        if let Some(work) = dice.pick(&all).filter(|_| dice.one_in(2)) {
            group.value.pathway.extend(work);
        }
    }
}

fn work(post: &Entry<StaffEntry>) -> &[FunctionId] {
    post.value.performs.as_deref().unwrap_or_default()
}

/// The whole of a function held by one unit.
pub(crate) fn held_by(unit: &UnitId) -> Responsible {
    OneOrMany(vec![ResponsibleScope {
        unit: Some(OrUndecided::Id(unit.clone())),
        ..ResponsibleScope::default()
    }])
}

pub(crate) fn unit(dice: &mut Dice<'_>, known: &Known, n: usize) -> UnitEntry {
    let above = &known.units[..n];
    let mut unit = UnitEntry {
        parent: match dice.below(12) {
            0..=9 => dice.pick(above).map(OrUndecided::Id),
            10 => None,
            _ => dice.one_in(3).then_some(OrUndecided::Undecided),
        },
        name: name(dice, &UNITS),
        unit_type: dice
            .one_in(2)
            .then(|| dice.pick(&TYPES).unwrap_or_default().into()),
        site: seat(dice, 2, known),
        head: head(dice, known),
        ..UnitEntry::default()
    };
    unit.independent_of = dice.few(10, above, 1);
    unit.external = dice.one_in(16);
    unit.allow = allow(dice);
    unit
}

/// A site one time in `n`, and now and then an undecided one, else none.
fn seat(dice: &mut Dice<'_>, n: usize, known: &Known) -> Option<OrUndecided<SiteId>> {
    let site = dice.perhaps(n, &known.sites)?;
    let decided = !dice.one_in(12);
    Some(if decided {
        OrUndecided::Id(site)
    } else {
        OrUndecided::Undecided
    })
}

/// Every state a head can have.
pub(crate) fn head(dice: &mut Dice<'_>, known: &Known) -> Option<Head> {
    match dice.below(6) {
        0 => None,
        1 => Some(Head::None),
        2 => Some(Head::Vacant),
        _ => dice.pick(&known.staff).map(Head::Post),
    }
}

pub(crate) fn post(dice: &mut Dice<'_>, known: &Known) -> StaffEntry {
    let mut post = StaffEntry {
        unit: match dice.below(12) {
            0..=9 => dice.pick(&known.units).map(OrUndecided::Id),
            10 => None,
            _ => dice.one_in(2).then_some(OrUndecided::Undecided),
        },
        title: name(dice, &TITLES),
        count: dice.one_in(2).then(|| dice.quantity()),
        performs: (!dice.one_in(4)).then(|| dice.some(&known.functions, 3)),
        ..StaffEntry::default()
    };
    let more = MoreOfStaff {
        serves: dice.one_in(3).then(|| dice.some(&known.groups, 2)),
        site: seat(dice, 4, known),
        competences: dice.few(3, &known.competences, 2),
        reports_to: dice.perhaps(5, &known.staff),
        professional_lead: dice.perhaps(5, &known.staff),
        covers_for: dice.few(12, &known.staff, 2),
        wishes: {
            let to = dice.few(10, &known.units, 2);
            to.into_iter().map(|unit| (unit, dice.quantity())).collect()
        },
        filled: dice.one_in(6).then(|| dice.one_in(2)),
        ..MoreOfStaff::default()
    };
    post.more = more.into();
    post.cost = dice.one_in(6).then(|| dice.quantity());
    post.allow = allow(dice);
    post
}

pub(crate) fn function(dice: &mut Dice<'_>, known: &Known) -> FunctionEntry {
    FunctionEntry {
        responsible: responsible(dice, known),
        name: name(dice, &TASKS),
        kind: match dice.below(4) {
            0 => None,
            1 => Some(FunctionKind::Support),
            2 => Some(FunctionKind::Management),
            _ => Some(FunctionKind::Citizen),
        },
        statutory: dice.one_in(4),
        kle: dice.one_in(8).then(|| "32.24".into()),
        needed_at: dice.few(4, &known.sites, 2),
        needed_by: dice.one_in(3).then(|| NeededBy {
            functions: dice.some(&known.functions, 2),
            target_groups: dice.few(2, &known.groups, 2),
            units: dice.few(3, &known.units, 1),
            staff: dice.few(3, &known.staff, 1),
        }),
        required_in: dice
            .few(8, &TYPES, 1)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        hosted_by: if dice.one_in(8) {
            vec![HostedBy {
                unit: dice.pick(&known.units),
                site: dice.perhaps(2, &known.sites),
            }]
        } else {
            Vec::new()
        },
        decided_by: match dice.below(10) {
            6 => Some(DecidedBy::Performers),
            7 => Some(DecidedBy::Head),
            8 => dice.pick(&known.units).map(DecidedBy::Unit),
            9 => dice.pick(&known.staff).map(DecidedBy::Staff),
            _ => None,
        },
        cases_per_post: dice.one_in(5).then(|| dice.quantity()),
        because: dice.one_in(6).then(|| "Stordrift".to_owned()),
        allow: allow(dice),
        ..FunctionEntry::default()
    }
}

/// One unit for all, nobody, or up to three by scope.
pub(crate) fn responsible(dice: &mut Dice<'_>, known: &Known) -> Option<Responsible> {
    match dice.below(6) {
        0..=2 => return dice.pick(&known.units).map(|unit| held_by(&unit)),
        3 => return None,
        _ => {}
    }
    let mut scopes = Vec::new();
    for _ in 0..=dice.below(3) {
        let unit = dice.pick(&known.units).map(OrUndecided::Id);
        scopes.push(ResponsibleScope {
            unit: unit
                .filter(|_| !dice.one_in(12))
                .or(Some(OrUndecided::Undecided)),
            site: dice.perhaps(2, &known.sites),
            groups: dice.few(2, &known.groups, 2),
            cases: dice.one_in(3).then(|| dice.quantity()),
            shared: dice.one_in(6),
        });
    }
    Some(OneOrMany(scopes))
}

pub(crate) fn group(dice: &mut Dice<'_>, known: &Known) -> TargetGroupEntry {
    TargetGroupEntry {
        name: name(dice, &GROUPS),
        citizens: dice.one_in(2).then(|| dice.quantity()),
        // In any order, and the same twice: a citizen may come back to where they began.
        pathway: (0..dice.below(5))
            .filter_map(|_| dice.pick(&known.functions))
            .collect(),
        entrance: dice.perhaps(2, &known.units).map(OrUndecided::Id),
        ..TargetGroupEntry::default()
    }
}

pub(crate) fn site(dice: &mut Dice<'_>, known: &Known) -> SiteEntry {
    SiteEntry {
        name: name(dice, &SITES),
        capacity: dice.one_in(3).then(|| dice.quantity()),
        travel: {
            let to = dice.few(3, &known.sites, 2);
            to.into_iter().map(|site| (site, dice.quantity())).collect()
        },
        ..SiteEntry::default()
    }
}

/// Who must sit together, and who works together.
fn together(dice: &mut Dice<'_>, known: &Known, org: &mut Entries) {
    for n in 0..dice.below(3) {
        let id: CoLocationId = id(n);
        // What the posts of one unit perform is met at one place to begin with.
        let unit = dice.pick(&known.units).map(OrUndecided::Id);
        let posts = org.staff.values().filter(|post| post.value.unit == unit);
        let mut functions: Vec<FunctionId> = posts.flat_map(work).cloned().collect();
        functions.sort();
        functions.dedup();
        if dice.one_in(4) {
            functions = dice.some(&known.functions, 3);
        }
        let stated = CoLocationEntry {
            id: Some(id.clone()),
            functions,
            units: dice.few(3, &known.units, 2),
            staff: dice.few(3, &known.staff, 2),
            groups: dice.few(2, &known.groups, 2),
            ..CoLocationEntry::default()
        };
        org.co_locations.insert(id, Entry::computed(stated));
    }
    for n in 0..dice.below(3) {
        let id: InterfaceId = id(n);
        let strength = [Strength::Daily, Strength::Weekly, Strength::Monthly];
        let stated = InterfaceEntry {
            id: Some(id.clone()),
            units: dice.some(&known.units, 3),
            staff: dice.few(3, &known.staff, 2),
            strength: dice.pick(&strength),
            ..InterfaceEntry::default()
        };
        org.interfaces.insert(id, Entry::computed(stated));
    }
}

fn allow(dice: &mut Dice<'_>) -> Vec<Allow> {
    let rules = [
        "moved-staff",
        "moved-unit",
        "moved-function",
        "vacant-head",
        "no-such-rule",
    ];
    if !dice.one_in(50) {
        return Vec::new();
    }
    vec![Allow {
        rule: dice.pick(&rules).map(str::to_owned),
        because: dice.one_in(2).then(|| "Aftalt".to_owned()),
        until: None,
    }]
}
