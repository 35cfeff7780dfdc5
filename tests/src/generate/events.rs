//! The events of random proposals, each with every key it takes.

use indexmap::IndexMap;
use rokade_core::entry::{
    Assign, Close, Discontinue, Establish, Established, Merge, Move, OrUndecided, Recruit, Reduce,
    Rename, Split, SplitPart,
};
use rokade_core::ids::{AnyId, FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::quantity::{Amount, Quantity};

use super::proposal::{Draft, because, date};
use super::{Dice, GROUPS, SITES, TASKS, TITLES, UNITS};

impl Draft<'_> {
    pub(super) fn found_unit(&mut self, dice: &mut Dice<'_>) -> Establish {
        let id: UnitId = self.fresh();
        let mut unit = super::unit(dice, &self.known, self.known.units.len());
        if dice.one_in(4) {
            unit.purpose = Some("Én indgang til kommunen".to_owned());
            unit.established = Some(date(dice));
            unit.budget = Some(dice.quantity());
            unit.also = vec!["Enheden".to_owned()];
            unit.identifiers = vec!["ORG-17".to_owned()];
        }
        self.known.units.push(id.clone());
        Establish::from(Established::Unit(id, Box::new(unit)))
    }

    pub(super) fn found(&mut self, dice: &mut Dice<'_>) -> Establish {
        let known = &self.known;
        match dice.below(3) {
            0 => {
                let site = super::site(dice, known);
                let id: SiteId = self.fresh();
                self.known.sites.push(id.clone());
                Establish::from(Established::Site(id, Box::new(site)))
            }
            1 => {
                let mut function = super::function(dice, known);
                function.hosted_by.retain(|host| host.unit.is_some());
                function.needed_by.take_if(|by| {
                    by.functions.is_empty() && by.units.is_empty() && by.staff.is_empty()
                });
                let id: FunctionId = self.fresh();
                self.known.functions.push(id.clone());
                Establish::from(Established::Function(id, Box::new(function)))
            }
            _ => {
                let group = super::group(dice, known);
                let id: TargetGroupId = self.fresh();
                self.known.groups.push(id.clone());
                Establish::from(Established::TargetGroup(id, Box::new(group)))
            }
        }
    }

    pub(super) fn move_group(&mut self, dice: &mut Dice<'_>) -> Option<Move> {
        let staff = Self::one(dice, &self.known.staff)?;
        let part = dice.one_in(8).then(|| self.fresh::<StaffId>());
        if let Some(part) = &part {
            self.renamed_staff(&staff, part);
        }
        Some(Move {
            staff: Some(staff),
            to: Some(Self::decided(dice, &self.known.units)?),
            site: self.new_site(dice),
            count: dice.one_in(8).then(|| "100%".parse().ok()).flatten(),
            part,
            because: because(dice),
            ..Move::default()
        })
    }

    pub(super) fn new_site(&self, dice: &mut Dice<'_>) -> Option<OrUndecided<SiteId>> {
        if dice.one_in(3) {
            Self::decided(dice, &self.known.sites)
        } else {
            None
        }
    }

    fn renamed_staff(&mut self, old: &StaffId, new: &StaffId) {
        self.known.staff.retain(|id| id != old);
        self.known.staff.push(new.clone());
        let count = self.counts.get(old).copied().unwrap_or(Quantity::ONE);
        self.counts.insert(new.clone(), count);
    }

    /// A part of a group, mostly no more than there is.
    fn amount(&self, dice: &mut Dice<'_>, of: &StaffId) -> Amount {
        let has = self.counts.get(of).copied().unwrap_or(Quantity::ONE);
        let low = has.low().max(0);
        let some = |n: usize, of: usize| {
            let share = i64::try_from(n).unwrap_or(0) * low / i64::try_from(of).unwrap_or(1);
            // Whole posts, where there are whole posts.
            if share >= 100 {
                share - share % 100
            } else {
                share
            }
        };
        let n = dice.below(8);
        match dice.below(10) {
            0..=5 => Quantity::from_hundredths(some(n + 1, 8), Some(some(n + 1, 8)), false),
            6 => Quantity::from_hundredths(some(n, 8), Some(some(n + 1, 8)), dice.one_in(2)),
            7 => return "50%".parse().unwrap_or(Amount::Absolute(Quantity::ONE)),
            8 => Some(dice.quantity()),
            _ => {
                return "ca. 20-60%"
                    .parse()
                    .unwrap_or(Amount::Absolute(Quantity::ONE));
            }
        }
        .map_or(Amount::Absolute(Quantity::ONE), Amount::Absolute)
    }

    pub(super) fn move_part(&mut self, dice: &mut Dice<'_>) -> Option<Move> {
        let staff = Self::one(dice, &self.known.staff)?;
        let count = self.amount(dice, &staff);
        let to = Self::decided(dice, &self.known.units)?;
        let part = dice.one_in(2).then(|| self.fresh::<StaffId>());
        let has = self.counts.get(&staff).copied().unwrap_or(Quantity::ONE);
        let taken = count.of(has);
        let unit = to.id().map_or("undecided", Id::as_str);
        let called = match &part {
            Some(part) => Some(part.clone()),
            None => StaffId::parse(&format!("{staff}-{unit}")).ok(),
        };
        if let Some(called) = called {
            self.counts.insert(staff.clone(), has.less(taken));
            self.counts.insert(called.clone(), taken);
            // If all of them go, the part is only the group by another name, or as before.
            if has.less(taken).high() != Some(0) {
                self.known.staff.push(called);
            }
        }
        Some(Move {
            staff: Some(staff),
            count: Some(count),
            to: Some(to),
            site: self.new_site(dice),
            part,
            because: because(dice),
            ..Move::default()
        })
    }

    pub(super) fn move_function(&mut self, dice: &mut Dice<'_>) -> Option<Move> {
        let function = Self::one(dice, &self.known.functions)?;
        let entry = self.base.functions.get(&function);
        let scopes = entry.and_then(|entry| entry.value.responsible.clone());
        let scopes = scopes.map_or_else(Vec::new, |scopes| scopes.0);
        let scope = dice.pick(&scopes).unwrap_or_default();
        let mut moves = Move {
            function: Some(function),
            to: Some(Self::decided(dice, &self.known.units)?),
            because: because(dice),
            ..Move::default()
        };
        if dice.one_in(2) {
            moves.from = scope.unit.as_ref().and_then(OrUndecided::id).cloned();
        }
        match dice.below(6) {
            // Just what somebody holds.
            1 | 2 => {
                moves.groups = scope.groups;
                moves.at = scope.site.into_iter().collect();
            }
            3 => moves.groups = dice.some(&self.known.groups, 2),
            4 => moves.at = dice.some(&self.known.sites, 2),
            5 => {
                moves.groups = dice.some(&self.known.groups, 2);
                moves.at = dice.some(&self.known.sites, 2);
            }
            _ => {}
        }
        if dice.one_in(5) {
            moves.cases = Some(if dice.one_in(3) {
                "40%".parse().ok()?
            } else {
                Amount::Absolute(dice.quantity())
            });
        }
        Some(moves)
    }

    pub(super) fn assign(&mut self, dice: &mut Dice<'_>) -> Option<Assign> {
        let staff = Self::one(dice, &self.known.staff)?;
        let known = &self.known;
        let assign = Assign {
            staff: Some(staff),
            performs: dice.some(&known.functions, 2),
            serves: dice.few(3, &known.groups, 2),
            reports_to: dice.perhaps(3, &known.staff),
            professional_lead: dice.perhaps(4, &known.staff),
            because: because(dice),
        };
        let nothing = Assign {
            staff: assign.staff.clone(),
            because: assign.because.clone(),
            ..Assign::default()
        };
        (assign != nothing).then_some(assign)
    }

    pub(super) fn merge_units(&mut self, dice: &mut Dice<'_>) -> Option<Merge> {
        let mut units = dice.some(&self.known.units, 3);
        if dice.one_in(40) {
            units.push(super::id(998));
        }
        let into: UnitId = match dice.below(4) {
            0 | 1 => self.fresh(),
            2 => dice.pick(&units)?,
            _ => dice.pick(&self.known.units)?,
        };
        // One that becomes itself is no merger.
        if units.is_empty() || units == [into.clone()] {
            return None;
        }
        self.known.units.retain(|unit| !units.contains(unit));
        let known = &self.known;
        let merge = Merge {
            units,
            into: Some(AnyId::from_id(&into)),
            name: dice.one_in(2).then(|| super::name(dice, &UNITS)).flatten(),
            parent: if dice.one_in(5) {
                Self::decided(dice, &known.units)
            } else {
                None
            },
            site: self.new_site(dice),
            head: dice.one_in(4).then(|| super::head(dice, known)).flatten(),
            because: because(dice),
            ..Merge::default()
        };
        self.known.units.retain(|unit| *unit != into);
        self.known.units.push(into);
        Some(merge)
    }

    pub(super) fn merge_others(&mut self, dice: &mut Dice<'_>) -> Option<Merge> {
        let mut merge = Merge {
            because: because(dice),
            ..Merge::default()
        };
        if dice.one_in(2) {
            merge.target_groups = dice.some(&self.known.groups, 3);
            let into = if dice.one_in(2) {
                dice.pick(&merge.target_groups)?
            } else {
                self.fresh()
            };
            if merge.target_groups == [into.clone()] {
                return None;
            }
            let merged = &merge.target_groups;
            self.known.groups.retain(|group| !merged.contains(group));
            self.known.groups.push(into.clone());
            merge.into = Some(AnyId::from_id(&into));
            merge.name = super::name(dice, &GROUPS);
        } else {
            merge.functions = dice.some(&self.known.functions, 3);
            let into = if dice.one_in(2) {
                dice.pick(&merge.functions)?
            } else {
                self.fresh()
            };
            if merge.functions == [into.clone()] {
                return None;
            }
            let merged = &merge.functions;
            self.known.functions.retain(|id| !merged.contains(id));
            self.known.functions.push(into.clone());
            merge.into = Some(AnyId::from_id(&into));
            merge.name = super::name(dice, &TASKS);
        }
        let is_empty = merge.functions.is_empty() && merge.target_groups.is_empty();
        (!is_empty).then_some(merge)
    }

    pub(super) fn split(&mut self, dice: &mut Dice<'_>) -> Option<Split> {
        let unit = Self::one(dice, &self.known.units)?;
        let mut into: Vec<SplitPart> = Vec::new();
        if dice.one_in(2) {
            into.push(self.part(&unit, unit.clone(), dice));
        }
        for _ in 0..=dice.below(3) {
            let id = self.fresh();
            into.push(self.part(&unit, id, dice));
        }
        self.known.units.retain(|known| *known != unit);
        let parts = into.iter().filter_map(|part| part.id.clone());
        self.known.units.extend(parts);
        Some(Split {
            unit: Some(unit),
            into,
            because: because(dice),
        })
    }

    fn part(&mut self, unit: &UnitId, id: UnitId, dice: &mut Dice<'_>) -> SplitPart {
        let is_in = |to: Option<&OrUndecided<UnitId>>| to.and_then(OrUndecided::id) == Some(unit);
        let base = self.base;
        let posts = base.staff.iter();
        let posts = posts.filter(|(_, post)| is_in(post.value.unit.as_ref()));
        let posts: Vec<StaffId> = posts.map(|(id, _)| id.clone()).collect();
        let holds = |id: &&FunctionId| {
            let scopes = base.functions[*id].value.responsible.iter();
            scopes
                .flat_map(|scopes| &scopes.0)
                .any(|scope| is_in(scope.unit.as_ref()))
        };
        let functions: Vec<FunctionId> = base.functions.keys().filter(holds).cloned().collect();
        let children = base.units.iter();
        let children = children.filter(|(_, child)| is_in(child.value.parent.as_ref()));
        let children: Vec<UnitId> = children.map(|(id, _)| id.clone()).collect();
        let mut staff = IndexMap::new();
        for post in dice.some(&posts, 3) {
            let amount = if dice.one_in(2) {
                self.amount(dice, &post)
            } else {
                Amount::Absolute(self.counts.get(&post).copied().unwrap_or(Quantity::ONE))
            };
            staff.insert(post, amount);
        }
        SplitPart {
            id: Some(id),
            name: super::name(dice, &UNITS),
            parent: if dice.one_in(4) {
                Self::decided(dice, &self.known.units)
            } else {
                None
            },
            unit_type: dice.one_in(6).then(|| "team".into()),
            site: self.new_site(dice),
            head: dice
                .one_in(5)
                .then(|| super::head(dice, &self.known))
                .flatten(),
            staff,
            functions: dice.some(&functions, 2),
            units: dice.few(2, &children, 2),
        }
    }

    pub(super) fn rename(&mut self, dice: &mut Dice<'_>) -> Option<Rename> {
        fn picked<'k, T: Id + 'k>(
            dice: &mut Dice<'_>,
            from: impl Iterator<Item = &'k T>,
        ) -> Option<T> {
            dice.pick(&from.cloned().collect::<Vec<_>>())
        }
        let mut rename = Rename {
            because: because(dice),
            ..Rename::default()
        };
        let with_id = dice.one_in(2);
        let base = self.base;
        let new: AnyId = {
            let id: UnitId = self.fresh();
            AnyId::from_id(&id)
        };
        macro_rules! known {
            ($key:ident, $known:ident, $names:expr) => {{
                let old = Self::one(dice, &self.known.$known)?;
                if with_id {
                    self.known.$known.retain(|id| *id != old);
                    self.known.$known.push(new.to());
                }
                rename.$key = Some(old);
                rename.name = super::name(dice, &$names);
            }};
        }
        match dice.below(16) {
            0..=2 => known!(unit, units, UNITS),
            3 | 4 => {
                let old = Self::one(dice, &self.known.staff)?;
                if with_id {
                    self.renamed_staff(&old, &new.to());
                }
                rename.staff = Some(old);
                rename.name = super::name(dice, &TITLES);
            }
            5 | 6 => known!(function, functions, TASKS),
            7 => known!(site, sites, SITES),
            8 => known!(target_group, groups, GROUPS),
            9 => known!(competence, competences, TASKS),
            10 => rename.co_location = Some(picked(dice, base.co_locations.keys())?),
            11 => rename.interface = Some(picked(dice, base.interfaces.keys())?),
            12 => {
                rename.body = Some(picked(dice, base.bodies.keys())?);
                rename.name = Some("LMU".into());
            }
            13 => rename.premise = Some(picked(dice, base.premises.keys())?),
            14 => rename.open = Some(picked(dice, base.open.keys())?),
            _ => {
                let steps = base.process.steps.iter();
                rename.step = Some(picked(dice, steps.filter_map(|step| step.id.as_ref()))?);
            }
        }
        if with_id || rename.name.is_none() {
            rename.id = Some(new);
        }
        Some(rename)
    }

    pub(super) fn recruit(&mut self, dice: &mut Dice<'_>) -> Recruit {
        if let Some(staff) = dice.perhaps(3, &self.known.staff) {
            return Recruit {
                staff: Some(staff),
                count: Some(dice.quantity()),
                ..Recruit::default()
            };
        }
        let id: StaffId = self.fresh();
        let post = super::post(dice, &self.known);
        self.counts
            .insert(id.clone(), post.count.unwrap_or(Quantity::ONE));
        self.known.staff.push(id.clone());
        Recruit {
            because: because(dice),
            ..Recruit::of(id, post)
        }
    }

    pub(super) fn reduce(&mut self, dice: &mut Dice<'_>) -> Option<Reduce> {
        let staff = Self::one(dice, &self.known.staff)?;
        let by = if dice.one_in(6) {
            "100%".parse().ok()?
        } else {
            self.amount(dice, &staff)
        };
        let has = self.counts.get(&staff).copied().unwrap_or(Quantity::ONE);
        self.counts.insert(staff.clone(), has.less(by.of(has)));
        Some(Reduce {
            staff: Some(staff),
            by: Some(by),
            because: because(dice),
        })
    }

    pub(super) fn discontinue(&mut self, dice: &mut Dice<'_>) -> Option<Discontinue> {
        let mut discontinue = Discontinue {
            because: because(dice),
            ..Discontinue::default()
        };
        if dice.one_in(4) {
            let group = Self::one(dice, &self.known.groups)?;
            self.known.groups.retain(|known| *known != group);
            discontinue.target_group = Some(group);
        } else {
            let function = Self::one(dice, &self.known.functions)?;
            if dice.one_in(3) {
                discontinue.at = dice.some(&self.known.sites, 2);
            } else {
                self.known.functions.retain(|known| *known != function);
            }
            discontinue.function = Some(function);
        }
        Some(discontinue)
    }

    pub(super) fn close(&mut self, dice: &mut Dice<'_>) -> Option<Close> {
        let mut close = Close {
            because: because(dice),
            ..Close::default()
        };
        if dice.one_in(4) {
            let site = Self::one(dice, &self.known.sites)?;
            self.known.sites.retain(|known| *known != site);
            close.site = Some(site);
        } else {
            let unit = Self::one(dice, &self.known.units)?;
            // What has ended can still be named by mistake.
            if !dice.one_in(6) {
                self.known.units.retain(|known| *known != unit);
            }
            close.unit = Some(unit);
        }
        Some(close)
    }
}
