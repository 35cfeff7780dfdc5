//! A municipality from top to team: units, sites and the posts at their head.

use std::collections::BTreeMap;

use rokade_core::entry::{Entries, Head, OrUndecided, SiteEntry, StaffEntry, UnitEntry};
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::Entry;

use super::super::catalogue::{self, House, Institution};
use super::super::{date, dice::Dice, words};
use super::plan::{BranchPlan, DepartmentPlan, InstitutionsPlan, Plan};
use super::tasks::Drafts;
use super::{Branch, Department, Town, made};

/// A municipality while it is being made.
pub(super) struct Builder<'a> {
    pub(super) entries: &'a mut Entries,
    pub(super) dice: &'a mut Dice,
    pub(super) town: Town,
    pub(super) drafts: Drafts,
    /// The most posts that there can be at each site.
    pub(super) seats: BTreeMap<SiteId, u32>,
    /// The least posts of the largest group with each competence.
    pub(super) skills: BTreeMap<&'static str, u32>,
    name: String,
    parent: Option<UnitId>,
    /// Which place something is named by first, and how many there are by now.
    places: (usize, usize),
    /// The entries of staff of the whole municipality.
    pub(super) size: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        entries: &'a mut Entries,
        dice: &'a mut Dice,
        name: &str,
        parent: Option<(usize, &UnitId)>,
    ) -> Self {
        let places = (dice.below(1000), 0);
        // Short, for it stands in every id.
        let suffix = parent.map_or_else(String::new, |(number, _)| format!("-k{number}"));
        Builder {
            entries,
            dice,
            town: Town {
                suffix: suffix.clone(),
                ..Town::default()
            },
            drafts: Drafts::new(suffix),
            seats: BTreeMap::new(),
            skills: BTreeMap::new(),
            name: name.to_owned(),
            parent: parent.map(|(_, unit)| unit.clone()),
            places,
            size: 0,
        }
    }

    /// Makes everything that a plan has; `neighbour` is the name of another municipality.
    pub(super) fn build(mut self, plan: &Plan, size: usize, neighbour: &str) -> Town {
        self.size = size;
        self.houses(plan);
        let root = self.unit(
            "kommunen",
            &format!("{} Kommune", self.name),
            |unit, this| {
                unit.parent = this.parent.clone().map(OrUndecided::Id);
                unit.unit_type = Some("kommune".into());
                unit.site = Some(OrUndecided::Id(this.town.houses[0].clone()));
            },
        );
        let hall = self.town.houses[0].clone();
        self.leader(&root, &hall, "Kommunaldirektør", 1500, true);
        self.town.root = Some(root.clone());
        for branch in &plan.branches {
            self.groups(branch);
        }
        for branch in &plan.branches {
            self.branch(branch, &root);
        }
        if plan.outside > 0 {
            self.outside(plan.outside, neighbour);
        }
        self.rest();
        self.town
    }

    /// A new unit; its id is what it is called here, with what tells municipalities apart.
    pub(super) fn unit(
        &mut self,
        key: &str,
        name: &str,
        fill: impl FnOnce(&mut UnitEntry, &mut Self),
    ) -> UnitId {
        let units = &self.entries.units;
        let id: UnitId = fresh(key, &self.town.suffix, |id| units.contains_key(id));
        let mut entry = UnitEntry {
            name: Some(name.into()),
            ..UnitEntry::default()
        };
        fill(&mut entry, self);
        self.entries
            .units
            .insert(id.clone(), Entry::computed(entry));
        id
    }

    /// A new site, so many minutes from the town hall.
    pub(super) fn site(&mut self, key: &str, name: &str, minutes: u32) -> SiteId {
        let sites = &self.entries.sites;
        let id: SiteId = fresh(key, &self.town.suffix, |id| sites.contains_key(id));
        let mut entry = SiteEntry {
            name: Some(name.into()),
            ..SiteEntry::default()
        };
        if let Some(hall) = self.town.houses.first() {
            let minutes = if self.dice.percent(30) {
                Quantity::from_hundredths(
                    i64::from(minutes) * 100,
                    Some(i64::from(minutes + 5) * 100),
                    true,
                )
            } else {
                Some(Quantity::exact(minutes))
            };
            entry
                .travel
                .extend(minutes.map(|minutes| (hall.clone(), minutes)));
        }
        self.entries
            .sites
            .insert(id.clone(), Entry::computed(entry));
        id
    }

    /// New posts.
    pub(super) fn post(&mut self, stem: &str, unit: &UnitId, entry: StaffEntry) -> StaffId {
        let staff = &self.entries.staff;
        let key = format!("{stem}-{unit}");
        let id: StaffId = fresh(&key, "", |id| staff.contains_key(id));
        self.entries
            .staff
            .insert(id.clone(), Entry::computed(entry));
        id
    }

    /// The head of a unit, who sits where the unit does.
    pub(super) fn leader(
        &mut self,
        unit: &UnitId,
        site: &SiteId,
        title: &str,
        cost: u32,
        filled: bool,
    ) -> StaffId {
        let mut entry = StaffEntry {
            title: Some(title.into()),
            unit: Some(OrUndecided::Id(unit.clone())),
            cost: Some(Quantity::exact(cost * 1000)),
            ..StaffEntry::default()
        };
        if !filled {
            entry.filled = Some(false);
        }
        let post = self.post("leder", unit, entry);
        *self.seats.entry(site.clone()).or_default() += 1;
        if let Some(unit) = self.entries.units.get_mut(unit.as_str()) {
            unit.value.head = Some(Head::Post(post.clone()));
        }
        post
    }

    /// A post of its own beside the head.
    fn adviser(&mut self, unit: &UnitId, site: &SiteId, title: &str, stem: &str, cost: u32) {
        let entry = StaffEntry {
            title: Some(title.into()),
            unit: Some(OrUndecided::Id(unit.clone())),
            cost: Some(Quantity::exact(cost * 1000)),
            ..StaffEntry::default()
        };
        self.post(stem, unit, entry);
        *self.seats.entry(site.clone()).or_default() += 1;
    }

    /// The name of a place that nothing here is named by yet.
    fn place(&mut self) -> String {
        let (start, n) = self.places;
        self.places.1 += 1;
        words::place(start, n)
    }

    fn houses(&mut self, plan: &Plan) {
        for house in &plan.houses {
            let (key, name) = house.name();
            let minutes = self.dice.between(4, 18);
            let id = self.site(key, name, minutes);
            if let Some(before) = self.town.houses[..].get(1..).and_then(<[SiteId]>::last) {
                let minutes = Quantity::exact(self.dice.between(3, 20));
                if let Some(site) = self.entries.sites.get_mut(id.as_str()) {
                    site.value.travel.insert(before.clone(), minutes);
                }
            }
            self.town.houses.push(id);
        }
        if plan.outside > 0 {
            let place = self.place();
            let name = format!("Kontorerne på {place}");
            let id = self.site(&format!("kontorerne-{}", words::slug(&place)), &name, 9);
            // Which team sits there is known when there is one.
            self.town.rented = Some((id, usize::MAX));
        }
    }

    /// Where a house is; all is in the town hall where the municipality has no other.
    fn house(&self, plan: House) -> SiteId {
        let (key, _) = plan.name();
        let id = format!("{key}{}", self.town.suffix);
        let house = self.town.houses.iter().find(|house| house.as_str() == id);
        house.unwrap_or(&self.town.houses[0]).clone()
    }

    fn branch(&mut self, plan: &BranchPlan, root: &UnitId) {
        let template = plan.template;
        let hall = self.town.houses[0].clone();
        let id = self.unit(template.key, template.name, |unit, _| {
            unit.parent = Some(OrUndecided::Id(root.clone()));
            unit.unit_type = Some("forvaltning".into());
        });
        self.leader(&id, &hall, "Direktør", 1250, true);
        if plan.has_adviser {
            self.adviser(&id, &hall, "Chefkonsulent", "chefkonsulent", 700);
        }
        self.town.branches.push(Branch {
            id,
            committee: template.committee.to_owned(),
        });
        for department in &plan.departments {
            self.department(department);
        }
        for institutions in &plan.institutions {
            self.institutions(institutions);
        }
    }

    /// An afdeling of the last forvaltning.
    fn department(&mut self, plan: &DepartmentPlan) {
        let template = plan.template;
        let site = self.house(template.house);
        let at = self.line(template.key, template.name, template.head, &site, true);
        let id = self.town.departments[at].id.clone();
        if let Some(unit) = self.entries.units.get_mut(id.as_str()) {
            unit.value.purpose = Some(template.purpose.to_owned());
        }
        if plan.has_secretary {
            self.adviser(&id, &site, "Sekretær", "sekretaer", 440);
        }
        for team in &plan.teams {
            self.team(at, team, template);
        }
    }

    /// A unit between forvaltning and team, with its head.
    fn line(&mut self, key: &str, name: &str, head: &str, site: &SiteId, office: bool) -> usize {
        let branch = self.town.branches.len() - 1;
        let parent = self.town.branches[branch].id.clone();
        let hall = self.town.houses[0].clone();
        let id = self.unit(key, name, |unit, this| {
            unit.parent = Some(OrUndecided::Id(parent));
            unit.unit_type = Some("afdeling".into());
            unit.site = (*site != hall).then(|| OrUndecided::Id(site.clone()));
            let millions = this.dice.between(6, 90);
            unit.budget = Some(Quantity::exact(millions * 1_000_000));
            if this.dice.percent(15) {
                unit.established = date(&this.dice.between(1998, 2021).to_string());
            }
            if office && this.dice.percent(30) {
                unit.also = vec![format!("{name} {}", this.name)];
            }
        });
        let head = self.leader(&id, site, head, 950, true);
        self.town.departments.push(Department {
            id,
            name: name.to_owned(),
            branch,
            site: site.clone(),
            head,
            is_office: office,
            teams: 0,
        });
        self.town.departments.len() - 1
    }

    /// The institutions of a kind: under the afdeling, or under its areas.
    fn institutions(&mut self, plan: &InstitutionsPlan) {
        let template = plan.template;
        let hall = self.town.houses[0].clone();
        let afdeling = self.line(template.key, template.name, template.head, &hall, false);
        let over = self.town.departments[afdeling].id.clone();
        self.adviser(&over, &hall, "Pædagogisk konsulent", "konsulent", 560);
        if let Some(post) = self.entries.staff.values_mut().next_back() {
            // Only where children are.
            if self.town.branches.len() != 3 {
                post.value.title = Some("Udviklingskonsulent".into());
            }
        }
        let areas = plan.areas();
        if areas == 0 {
            for one in &plan.ones {
                let named = self.place();
                self.institution(afdeling, template, one, "", &named);
            }
            self.institution_group(afdeling, template, "", plan.ones.len());
            return;
        }
        let each = plan.ones.len().div_ceil(areas);
        for (n, ones) in plan.ones.chunks(each).enumerate() {
            let area = words::area(n);
            let at = self.area(afdeling, template, &area);
            for one in ones {
                let named = self.place();
                self.institution(at, template, one, &area, &named);
            }
            self.institution_group(at, template, &area, ones.len());
        }
    }

    /// An area of institutions under an afdeling.
    fn area(&mut self, afdeling: usize, template: &Institution, area: &str) -> usize {
        let name = format!("{} {area}", template.name);
        let parent = self.town.departments[afdeling].id.clone();
        let site = self.town.departments[afdeling].site.clone();
        let id = self.unit(&words::slug(&name), &name, |unit, _| {
            unit.parent = Some(OrUndecided::Id(parent));
            unit.unit_type = Some("område".into());
        });
        let head = self.leader(&id, &site, "Områdeleder", 750, true);
        let branch = self.town.departments[afdeling].branch;
        self.town.departments.push(Department {
            id,
            name,
            branch,
            site,
            head,
            is_office: false,
            teams: 0,
        });
        self.town.departments.len() - 1
    }

    /// Posts in another organisation, with whom this one works.
    fn outside(&mut self, posts: usize, neighbour: &str) {
        let name = format!("{neighbour} Kommune");
        let id = self.unit(&words::slug(&name), &name, |unit, _| {
            unit.external = true;
        });
        for post in &catalogue::HOUSE_POSTS[..posts] {
            let entry = StaffEntry {
                title: Some(post.title.into()),
                unit: Some(OrUndecided::Id(id.clone())),
                count: Some(Quantity::exact(self.dice.between(3, 6))),
                ..StaffEntry::default()
            };
            let id = self.post(post.stem, &id, entry);
            self.town.outside.push(id);
        }
    }
}

/// An id that nothing has: the key and the suffix, with a number where that is taken.
pub(in super::super) fn fresh<T: Id>(key: &str, suffix: &str, taken: impl Fn(&str) -> bool) -> T {
    let mut id = format!("{key}{suffix}");
    let mut number = 1;
    while taken(&id) {
        number += 1;
        id = format!("{key}-{number}{suffix}");
    }
    made(&id)
}
