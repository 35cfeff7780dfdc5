//! What stands around units, posts and functions: who must sit together, who works together,
//! competences, bodies, premises, and what is open or has ended.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rokade_core::entry::{
    About, BodyEntry, BodyKind, CoLocationEntry, CompetenceEntry, EndedEntry, HostedBy,
    InterfaceEntry, NeededBy, OpenEntry, PremiseEntry, PremiseKind, Strength,
};
use rokade_core::ids::{CoLocationId, FunctionId, Id, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::Entry;

use super::super::{date, words};
use super::build::Builder;
use super::{Team, TeamKind, made};

impl Builder<'_> {
    /// Makes everything that needs the units and the posts to be there.
    pub(super) fn rest(&mut self) {
        self.pathways();
        self.capacities();
        self.co_locations();
        self.interfaces();
        self.competences();
        self.bodies();
        self.papers();
        self.independence();
        let drafts = std::mem::replace(
            &mut self.drafts,
            super::tasks::Drafts::new(self.town.suffix.clone()),
        );
        drafts.write(self.entries, self.dice);
        self.needs();
    }

    fn id<T: Id>(&self, key: &str) -> T {
        made(&format!("{key}{}", self.town.suffix))
    }

    /// Workplaces: some more than there are posts, and not stated everywhere.
    fn capacities(&mut self) {
        for (site, &posts) in &self.seats {
            let is_house = self.town.houses.contains(site);
            if !is_house && !self.dice.percent(40) {
                continue;
            }
            let room = posts * self.dice.between(112, 140) / 100 + 2;
            if let Some(site) = self.entries.sites.get_mut(site.as_str()) {
                site.value.capacity = Some(Quantity::exact(room.div_ceil(5) * 5));
            }
        }
    }

    /// Steps of a pathway that are next to each other, where they are done in one house.
    fn co_locations(&mut self) {
        let mut made_up = Vec::new();
        for group in &self.town.groups {
            let Some(entry) = self.entries.target_groups.get(group.as_str()) else {
                continue;
            };
            for pair in entry.value.pathway.windows(2) {
                let (Some(one), Some(other)) =
                    (self.met(&pair[0], group), self.met(&pair[1], group))
                else {
                    continue;
                };
                if one.site == other.site && one.id != other.id {
                    made_up.push((group.clone(), [pair[0].clone(), pair[1].clone()]));
                    break;
                }
            }
        }
        for (group, functions) in made_up {
            let id: CoLocationId = made(&format!("sammen-om-{group}"));
            let entry = CoLocationEntry {
                id: Some(id.clone()),
                functions: functions.to_vec(),
                groups: vec![group],
                because: Some("Hurtig afklaring, når kolleger deler adresse".to_owned()),
                ..CoLocationEntry::default()
            };
            self.entries.co_locations.insert(id, Entry::computed(entry));
        }
    }

    /// The team where citizens of a group certainly meet a function.
    fn met(&self, function: &FunctionId, group: &TargetGroupId) -> Option<&Team> {
        self.town.teams.iter().find(|team| {
            team.kind == TeamKind::Office
                && self.drafts.is_performed_in(function, &team.id)
                && team.holds.iter().any(|hold| {
                    hold.function == *function
                        && (hold.groups.is_empty() || hold.groups.contains(group))
                })
        })
    }

    /// Teams that work together, most often in one house.
    fn interfaces(&mut self) {
        let offices = self
            .town
            .teams
            .iter()
            .filter(|team| team.kind == TeamKind::Office);
        let offices: Vec<&Team> = offices.collect();
        let reasons = [
            "Fælles borgere",
            "Fælles sager",
            "Fælles vagtplan",
            "Fælles data",
        ];
        for pair in offices.chunks(3) {
            let (Some(one), Some(other)) = (pair.first(), pair.last()) else {
                continue;
            };
            if one.id == other.id {
                continue;
            }
            let id: rokade_core::ids::InterfaceId = made(&format!("{}-og-{}", one.id, other.id));
            let strength = match self.dice.below(4) {
                0 => Strength::Monthly,
                1 => Strength::Daily,
                _ => Strength::Weekly,
            };
            let because = self.dice.pick(&reasons).map(|&text| text.to_owned());
            let entry = InterfaceEntry {
                id: Some(id.clone()),
                units: vec![one.id.clone(), other.id.clone()],
                strength: Some(strength),
                because,
                ..InterfaceEntry::default()
            };
            self.entries.interfaces.insert(id, Entry::computed(entry));
        }
    }

    fn competences(&mut self) {
        for (&name, &posts) in &self.skills {
            let entry = CompetenceEntry {
                name: Some(name.into()),
                critical_mass: (posts > 0).then(|| Quantity::exact(posts.min(3))),
                ..CompetenceEntry::default()
            };
            let id = made(&format!("{}{}", words::slug(name), self.town.suffix));
            self.entries.competences.insert(id, Entry::computed(entry));
        }
    }

    /// The committees that decide, and those in which staff are heard.
    fn bodies(&mut self) {
        let mut bodies: Vec<(String, String, BodyKind, Vec<UnitId>)> = Vec::new();
        let root = self.town.root.iter().cloned().collect();
        bodies.push((
            "byraadet".to_owned(),
            "Byrådet".to_owned(),
            BodyKind::Council,
            Vec::new(),
        ));
        bodies.push((
            "hoved-med".to_owned(),
            "Hoved-MED".to_owned(),
            BodyKind::MainMed,
            root,
        ));
        bodies.push((
            "hk-kommunal".to_owned(),
            "HK Kommunal".to_owned(),
            BodyKind::Union,
            Vec::new(),
        ));
        let name = |unit: &UnitId| {
            let unit = self.entries.units.get(unit.as_str());
            unit.and_then(|unit| unit.value.name.clone())
                .unwrap_or_default()
        };
        for branch in &self.town.branches {
            let called = name(&branch.id);
            let committee = branch.committee.clone();
            bodies.push((
                words::slug(&committee),
                committee,
                BodyKind::Committee,
                Vec::new(),
            ));
            let key = format!("sektor-med-{}", words::slug(&called));
            let units = vec![branch.id.clone()];
            bodies.push((
                key,
                format!("Sektor-MED {called}"),
                BodyKind::SectorMed,
                units,
            ));
        }
        if self.size >= 60 {
            for department in &self.town.departments {
                let key = format!("lmu-{}", words::slug(&department.name));
                let units = vec![department.id.clone()];
                bodies.push((
                    key,
                    format!("LMU {}", department.name),
                    BodyKind::LocalMed,
                    units,
                ));
            }
        }
        for (key, name, kind, covers) in bodies {
            let entry = BodyEntry {
                name: Some(name.into()),
                kind: Some(kind),
                covers,
                ..BodyEntry::default()
            };
            let id = self.id(&key);
            self.entries.bodies.insert(id, Entry::computed(entry));
        }
    }

    /// Laws, goals, what is still open, and a task that was given up some time ago.
    fn papers(&mut self) {
        let laws = [
            (
                "flygtninge",
                "integrationsloven",
                "Integrationsloven: intensiv indsats i det første år",
            ),
            (
                "udsatte-boern",
                "barnets-lov",
                "Barnets lov: barnet høres, før der træffes afgørelse",
            ),
            (
                "sygemeldte",
                "sygedagpengeloven",
                "Sygedagpengeloven: første samtale inden otte uger",
            ),
        ];
        for (group, key, text) in laws {
            let group: TargetGroupId = self.id(group);
            if !self.town.groups.contains(&group) {
                continue;
            }
            let about = About {
                target_groups: vec![group],
                ..About::default()
            };
            self.premise(key, PremiseKind::Law, text, Some(about));
        }
        self.premise(
            "ledelsesspaend",
            PremiseKind::Principle,
            "En leder har mellem 10 og 25 medarbejdere",
            None,
        );

        let mut teams = self
            .town
            .teams
            .iter()
            .filter(|team| team.kind == TeamKind::Office);
        let team = teams
            .next_back()
            .map(|team| (team.id.clone(), team.name.clone(), team.department));
        if let Some((team, name, department)) = team.filter(|_| self.town.departments.len() > 1) {
            let branch = self.town.departments[department].branch;
            let near = self
                .town
                .departments
                .iter()
                .filter(|other| other.branch == branch);
            let others = near.filter(|other| other.id != self.town.departments[department].id);
            let own = std::iter::once(&self.town.departments[department]);
            let departments = own.chain(others).take(2);
            let called = &self.town.departments[department].name;
            let entry = OpenEntry {
                id: Some(self.id("hvor-hoerer-teamet-til")),
                about: Some(About {
                    units: vec![team],
                    ..About::default()
                }),
                text: Some(format!("Hører {name} bedst til i {called}?")),
                options: departments
                    .map(|department| department.id.to_string())
                    .collect(),
                decide_by: date("2026"),
                allow: Vec::new(),
            };
            let id = self.id("hvor-hoerer-teamet-til");
            self.entries.open.insert(id, Entry::computed(entry));
        }
        let ended = EndedEntry {
            name: Some("Skrivestue".into()),
            date: date("2019"),
            because: Some("Ingen benytter den".to_owned()),
            ..EndedEntry::default()
        };
        let id = self.id("skrivestue");
        self.entries.ended.functions.insert(id, ended);
    }

    fn premise(&mut self, key: &str, kind: PremiseKind, text: &str, about: Option<About>) {
        let entry = PremiseEntry {
            id: Some(self.id(key)),
            kind: Some(kind),
            text: Some(text.to_owned()),
            about,
            ..PremiseEntry::default()
        };
        let id = self.id(key);
        self.entries.premises.insert(id, Entry::computed(entry));
    }

    /// Whoever hears complaints stands under none of those whom they are about.
    fn independence(&mut self) {
        let id: UnitId = self.id("borgerraadgiveren");
        let branches: Vec<UnitId> = self
            .town
            .branches
            .iter()
            .map(|branch| branch.id.clone())
            .filter(|branch| !branch.as_str().starts_with("stabe"))
            .collect();
        if let Some(unit) = self.entries.units.get_mut(id.as_str()) {
            unit.value.independent_of = branches;
        }
    }

    /// Who needs a function besides those at its own place, and where it is done as a guest.
    fn needs(&mut self) {
        let functions: BTreeMap<&str, FunctionId> = ["integrationsprogram", "familiekonsulenter"]
            .into_iter()
            .map(|key| (key, self.id(key)))
            .filter(|(_, id): &(&str, FunctionId)| self.entries.functions.contains_key(id.as_str()))
            .collect();
        let group: TargetGroupId = self.id("flygtninge");
        let has_group = self.town.groups.contains(&group);
        let interpreting: FunctionId = self.id("tolk");
        if let Some(function) = self.entries.functions.get_mut(interpreting.as_str()) {
            function.value.needed_by = Some(NeededBy {
                functions: functions.into_values().collect(),
                target_groups: has_group.then_some(group).into_iter().collect(),
                ..NeededBy::default()
            });
        }
        let library: UnitId = self.id("udlaanet");
        let help: FunctionId = self.id("digital-hjaelp");
        if self.entries.units.contains_key(library.as_str())
            && let Some(function) = self.entries.functions.get_mut(help.as_str())
        {
            function.value.hosted_by = vec![HostedBy {
                unit: Some(library),
                site: None,
            }];
        }
        let reasons: IndexMap<&str, &str> = IndexMap::from([
            ("loen", "Stordrift"),
            ("rengoering", "Stordrift"),
            ("bpa", "Få sager, der kræver særlig viden"),
        ]);
        for (key, because) in reasons {
            let id: FunctionId = self.id(key);
            if let Some(function) = self.entries.functions.get_mut(id.as_str()) {
                function.value.because = Some(because.to_owned());
            }
        }
    }
}
