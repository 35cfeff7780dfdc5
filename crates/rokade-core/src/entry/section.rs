//! All that the files of one chart hold, entity by entity, in the order written.

use indexmap::IndexMap;

use super::{
    Allow, BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, Ended, FunctionEntry,
    InterfaceEntry, OpenEntry, Organization, PremiseEntry, Process, SiteEntry, StaffEntry,
    TargetGroupEntry, UnitEntry,
};
use crate::date::DateSpan;
use crate::ids::{
    BodyId, CoLocationId, CommitmentId, CompetenceId, FunctionId, Id, InterfaceId, Kind, OpenId,
    PremiseId, SiteId, StaffId, Subject, TargetGroupId, UnitId,
};
use crate::span::{Entry, Origin, PathStep, Place};

/// A section of a chart: entities by id, in the order written.
pub type Section<K, V> = IndexMap<K, Entry<V>, Hashed>;

/// How ids are hashed, of which a chart has many and looks up more.
pub type Hashed = foldhash::fast::RandomState;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// The organisation.
    pub organization: Option<Organization>,
    /// What the chart is called.
    pub title: Option<String>,
    /// The date it is true of.
    pub as_of: Option<DateSpan>,
    /// Rules that may speak of the chart as a whole without counting.
    pub allow: Vec<Allow>,
}

/// Everything that a chart's files hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entries {
    /// What the file says of itself.
    pub header: Header,
    /// Where each key of the top level stands, the first one where several files have it.
    pub keys: IndexMap<String, Origin>,
    /// Places.
    pub sites: Section<SiteId, SiteEntry>,
    /// Units.
    pub units: Section<UnitId, UnitEntry>,
    /// Posts and groups of posts.
    pub staff: Section<StaffId, StaffEntry>,
    /// Functions.
    pub functions: Section<FunctionId, FunctionEntry>,
    /// Target groups.
    pub target_groups: Section<TargetGroupId, TargetGroupEntry>,
    /// Who must sit together.
    pub co_locations: Section<CoLocationId, CoLocationEntry>,
    /// Who works together.
    pub interfaces: Section<InterfaceId, InterfaceEntry>,
    /// Skills.
    pub competences: Section<CompetenceId, CompetenceEntry>,
    /// Who is heard and who decides.
    pub bodies: Section<BodyId, BodyEntry>,
    /// Goals, principles, laws, precedents, figures.
    pub premises: Section<PremiseId, PremiseEntry>,
    /// Decisions not yet made.
    pub open: Section<OpenId, OpenEntry>,
    /// What has ended on purpose.
    pub ended: Ended,
    /// What is promised.
    pub commitments: Section<CommitmentId, CommitmentEntry>,
    /// How it is decided.
    pub process: Process,
    /// Where each thing stands that is in no section of its own: what has ended, the steps of
    /// the process, and the events of a proposal.
    pub nested: IndexMap<Subject, Origin>,
    /// Whether small groups of posts have been made ranges, for readers who are not to recognise
    /// anybody. No file says so.
    pub hides_small_groups: bool,
}

impl Entries {
    /// The bytes in which a place is to be looked for, and the path to follow from there.
    ///
    /// An entity is looked for in its section, then among what has ended, then in the process.
    pub fn root_of(&self, place: &Place) -> Option<(Origin, Vec<PathStep>)> {
        let id = place.subject.id.as_str();
        let entity = match place.subject.kind {
            Kind::Chart => {
                let Some((PathStep::Key(key) | PathStep::KeyName(key), rest)) =
                    place.path.split_first()
                else {
                    return self.keys.values().next().map(|&origin| (origin, vec![]));
                };
                return self
                    .ended_root(key, rest)
                    .or_else(|| self.keys.get(key).map(|&origin| (origin, rest.to_vec())));
            }
            Kind::Site => self.sites.get(id).map(|e| e.origin),
            Kind::Unit => self.units.get(id).map(|e| e.origin),
            Kind::Staff => self.staff.get(id).map(|e| e.origin),
            Kind::Function => self.functions.get(id).map(|e| e.origin),
            Kind::TargetGroup => self.target_groups.get(id).map(|e| e.origin),
            Kind::CoLocation => self.co_locations.get(id).map(|e| e.origin),
            Kind::Interface => self.interfaces.get(id).map(|e| e.origin),
            Kind::Competence => self.competences.get(id).map(|e| e.origin),
            Kind::Body => self.bodies.get(id).map(|e| e.origin),
            Kind::Premise => self.premises.get(id).map(|e| e.origin),
            Kind::Open => self.open.get(id).map(|e| e.origin),
            Kind::Commitment => self.commitments.get(id).map(|e| e.origin),
            // Those of a hearing stand in a file of their own.
            Kind::Step | Kind::Event | Kind::Response | Kind::Point => None,
        };
        if let Some(origin) = entity {
            return origin.map(|origin| (origin, place.path.clone()));
        }
        if let Some(&origin) = self.nested.get(&place.subject) {
            return Some((origin, place.path.clone()));
        }
        let (key, mut path) = self.elsewhere(place.subject.kind, id)?;
        path.extend(place.path.iter().cloned());
        self.keys.get(key).map(|&origin| (origin, path))
    }

    /// Where it stands that something has ended, at some sites or for some groups only, while
    /// the thing itself is still there.
    fn ended_root(&self, key: &str, path: &[PathStep]) -> Option<(Origin, Vec<PathStep>)> {
        let [PathStep::Key(section), PathStep::KeyName(id), rest @ ..] = path else {
            return None;
        };
        let mut kinds = [
            Kind::Unit,
            Kind::Site,
            Kind::Staff,
            Kind::Function,
            Kind::TargetGroup,
        ]
        .into_iter()
        .filter(|_| key == "ended");
        let kind = kinds.find(|kind| kind.section() == section)?;
        let origin = self.nested.get(&Subject::new(kind, id))?;
        Some((*origin, rest.to_vec()))
    }

    /// The path to an entity that stands in `ended` or `process`.
    fn elsewhere(&self, kind: Kind, id: &str) -> Option<(&'static str, Vec<PathStep>)> {
        let has_ended = match kind {
            Kind::Site => self.ended.sites.contains_key(id),
            Kind::Unit => self.ended.units.contains_key(id),
            Kind::Staff => self.ended.staff.contains_key(id),
            Kind::Function => self.ended.functions.contains_key(id),
            Kind::TargetGroup => self.ended.target_groups.contains_key(id),
            Kind::Step => {
                let at =
                    |step: &super::StepEntry| step.id.as_ref().is_some_and(|s| s.as_str() == id);
                let item = self.process.steps.iter().position(at)?;
                return Some(("process", vec!["steps".into(), item.into()]));
            }
            _ => false,
        };
        has_ended.then(|| ("ended", vec![kind.section().into(), id.into()]))
    }

    /// Whether a thing stands in its own section, and not among what has ended.
    pub fn is_live(&self, subject: &Subject) -> bool {
        let id = subject.id.as_str();
        match subject.kind {
            Kind::Unit => self.units.contains_key(id),
            Kind::Site => self.sites.contains_key(id),
            Kind::Staff => self.staff.contains_key(id),
            Kind::Function => self.functions.contains_key(id),
            Kind::TargetGroup => self.target_groups.contains_key(id),
            // The other kinds do not end.
            _ => true,
        }
    }

    /// The `allow` list of an entity, with the place of the list's owner.
    pub fn allow_of(&self, subject: &Subject) -> &[Allow] {
        let id = subject.id.as_str();
        let ended = |kind: Kind| match kind {
            Kind::Unit => self.ended.units.get(id),
            Kind::Site => self.ended.sites.get(id),
            Kind::Staff => self.ended.staff.get(id),
            Kind::Function => self.ended.functions.get(id),
            Kind::TargetGroup => self.ended.target_groups.get(id),
            _ => None,
        };
        let live = match subject.kind {
            Kind::Chart => Some(&self.header.allow),
            Kind::Site => self.sites.get(id).map(|e| &e.value.allow),
            Kind::Unit => self.units.get(id).map(|e| &e.value.allow),
            Kind::Staff => self.staff.get(id).map(|e| &e.value.allow),
            Kind::Function => self.functions.get(id).map(|e| &e.value.allow),
            Kind::TargetGroup => self.target_groups.get(id).map(|e| &e.value.allow),
            Kind::CoLocation => self.co_locations.get(id).map(|e| &e.value.allow),
            Kind::Interface => self.interfaces.get(id).map(|e| &e.value.allow),
            Kind::Competence => self.competences.get(id).map(|e| &e.value.allow),
            Kind::Body => self.bodies.get(id).map(|e| &e.value.allow),
            Kind::Premise => self.premises.get(id).map(|e| &e.value.allow),
            Kind::Open => self.open.get(id).map(|e| &e.value.allow),
            Kind::Commitment => self.commitments.get(id).map(|e| &e.value.allow),
            Kind::Step => self
                .process
                .steps
                .iter()
                .find(|s| s.id.as_ref().is_some_and(|s| s.as_str() == id))
                .map(|s| &s.allow),
            // Its `allow` is about what it causes, and is asked for where causes are known.
            // Those of a hearing stand in a file of their own.
            Kind::Event | Kind::Response | Kind::Point => None,
        };
        live.or_else(|| ended(subject.kind).map(|e| &e.allow))
            .map_or(&[], Vec::as_slice)
    }
}

impl Entries {
    /// Every entity that has an id of its own, kind by kind, in the order of the files.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> + '_ {
        fn of<'a, K: Id + 'a, V, S>(
            section: &'a IndexMap<K, V, S>,
        ) -> impl Iterator<Item = Subject> + 'a {
            section.keys().map(Id::subject)
        }
        let steps = self.process.steps.iter();
        of(&self.sites)
            .chain(of(&self.units))
            .chain(of(&self.staff))
            .chain(of(&self.functions))
            .chain(of(&self.target_groups))
            .chain(of(&self.co_locations))
            .chain(of(&self.interfaces))
            .chain(of(&self.competences))
            .chain(of(&self.bodies))
            .chain(of(&self.premises))
            .chain(of(&self.open))
            .chain(of(&self.ended.units))
            .chain(of(&self.ended.sites))
            .chain(of(&self.ended.functions))
            .chain(of(&self.ended.target_groups))
            .chain(of(&self.ended.staff))
            .chain(of(&self.commitments))
            .chain(steps.filter_map(|s| s.id.as_ref().map(Id::subject)))
    }

    /// Every list of `allow` that is not empty with the entity it stands on, kind by kind in the
    /// order of the files; that of the chart as a whole is in the header.
    pub fn allows(&self) -> impl Iterator<Item = (Subject, &[Allow])> {
        fn of<'a, K: Id + 'a, V: 'a, S>(
            section: &'a IndexMap<K, V, S>,
            allow: impl Fn(&'a V) -> &'a Vec<Allow>,
        ) -> impl Iterator<Item = (Subject, &'a [Allow])> {
            let all = section.iter().map(move |(id, value)| (id, allow(value)));
            let some = all.filter(|(_, allow)| !allow.is_empty());
            some.map(|(id, allow)| (id.subject(), allow.as_slice()))
        }
        let ended = of(&self.ended.units, |e| &e.allow)
            .chain(of(&self.ended.sites, |e| &e.allow))
            .chain(of(&self.ended.functions, |e| &e.allow))
            .chain(of(&self.ended.target_groups, |e| &e.allow))
            .chain(of(&self.ended.staff, |e| &e.allow));
        let steps = self.process.steps.iter();
        let steps = steps.filter(|step| !step.allow.is_empty());
        of(&self.sites, |e| &e.value.allow)
            .chain(of(&self.units, |e| &e.value.allow))
            .chain(of(&self.staff, |e| &e.value.allow))
            .chain(of(&self.functions, |e| &e.value.allow))
            .chain(of(&self.target_groups, |e| &e.value.allow))
            .chain(of(&self.co_locations, |e| &e.value.allow))
            .chain(of(&self.interfaces, |e| &e.value.allow))
            .chain(of(&self.competences, |e| &e.value.allow))
            .chain(of(&self.bodies, |e| &e.value.allow))
            .chain(of(&self.premises, |e| &e.value.allow))
            .chain(of(&self.open, |e| &e.value.allow))
            // What stands among what has ended and is still there has its own.
            .chain(ended.filter(|(subject, _)| !self.is_live(subject)))
            .chain(of(&self.commitments, |e| &e.value.allow))
            .chain(
                steps.filter_map(|step| Some((step.id.as_ref()?.subject(), step.allow.as_slice()))),
            )
    }
}
