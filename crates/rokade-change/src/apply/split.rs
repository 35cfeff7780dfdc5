//! Making one unit several.

use std::collections::{HashMap, HashSet};

use rokade_core::entry::{
    FunctionEntry, Head, MoreOfUnit, OrUndecided, ResponsibleScope, SiteEntry, Split, SplitPart,
    StaffEntry, UnitEntry,
};
use rokade_core::fault::NotApplicable;
use rokade_core::ids::{FunctionId, Id, StaffId, UnitId};
use rokade_core::quantity::{Amount, Quantity};
use rokade_core::span::PathStep;

use super::staff::{Taking, Transfer, count_of, incomplete, part_id, taking};
use super::state::{Done, Refused, State};
use super::tidy::tidy;

/// Posts that a part gets, by the id they get in it.
#[derive(Debug)]
struct Posts {
    staff: StaffId,
    taking: Taking,
    part: StaffId,
}

/// A part as it is to be.
#[derive(Debug)]
struct Part<'e> {
    id: UnitId,
    stated: &'e SplitPart,
    posts: Vec<Posts>,
}

impl State {
    pub(super) fn split(&mut self, action: &Split) -> Done {
        let Some(unit) = &action.unit else {
            return Err(incomplete("split", &["unit"]));
        };
        if action.into.is_empty() {
            return Err(incomplete("split", &["into"]));
        }
        self.find::<UnitEntry>(unit, &["split".into(), "unit".into()])?;
        let parts = self.parts(action, unit)?;
        let Some(old) = self.get::<UnitEntry>(unit.as_str()).cloned() else {
            return Ok(());
        };
        let goes_on = parts.iter().any(|part| part.id == *unit);
        let old_site = self.site_of_unit(unit);
        let given_away: HashSet<&StaffId> = parts
            .iter()
            .filter(|part| part.id != *unit)
            .flat_map(|part| &part.posts)
            .filter(|posts| posts.part == posts.staff)
            .map(|posts| &posts.staff)
            .collect();
        for part in &parts {
            let head = head_of(part, &old, *unit == part.id, &given_away);
            self.make_part(part, unit, &old, old_site.as_ref(), head);
        }
        for part in &parts {
            let to = OrUndecided::Id(part.id.clone());
            for posts in &part.posts {
                let transfer = Transfer {
                    staff: &posts.staff,
                    taking: posts.taking,
                    to: &to,
                    site: None,
                };
                self.transfer(&transfer, &posts.part);
            }
            for child in &part.stated.units {
                self.put_under(child, Some(&to));
            }
        }
        self.split_functions(unit, &parts);
        if !goes_on {
            self.close_unit(unit);
        }
        Ok(())
    }

    /// Looks up all that the parts name, before anything is changed.
    fn parts<'e>(&mut self, action: &'e Split, unit: &UnitId) -> Result<Vec<Part<'e>>, Refused> {
        let mut parts: Vec<Part<'e>> = Vec::with_capacity(action.into.len());
        let ids: HashSet<&UnitId> = action.into.iter().filter_map(|p| p.id.as_ref()).collect();
        let mut taken: HashMap<&StaffId, Quantity> = HashMap::new();
        let mut made: HashSet<StaffId> = HashSet::new();
        for (i, stated) in action.into.iter().enumerate() {
            let at = |key: &str| vec!["split".into(), "into".into(), i.into(), PathStep::from(key)];
            let Some(id) = &stated.id else {
                return Err(Refused::new(
                    NotApplicable::Incomplete { needs: &["id"] },
                    vec!["split".into(), "into".into(), i.into()],
                ));
            };
            if parts.iter().any(|part| part.id == *id) {
                let thing = id.subject();
                return Err(Refused::new(NotApplicable::Exists { thing }, at("id")));
            }
            if id != unit {
                self.vacant::<UnitEntry>(id, &at("id"))?;
            }
            if let Some(OrUndecided::Id(parent)) = &stated.parent {
                if !ids.contains(parent) || parent == unit {
                    self.find::<UnitEntry>(parent, &at("parent"))?;
                }
                if id == unit {
                    self.no_circle(unit, parent, &at("parent"))?;
                }
            }
            self.find_decided::<SiteEntry>(stated.site.as_ref(), &at("site"))?;
            if let Some(Head::Post(post)) = &stated.head {
                self.find::<StaffEntry>(post, &at("head"))?;
            }
            for (u, child) in stated.units.iter().enumerate() {
                let mut path = at("units");
                path.push(u.into());
                self.find::<UnitEntry>(child, &path)?;
                // What the part stands under cannot come to stand under the part.
                if self.is_under(unit, child) {
                    let (unit, under) = (child.clone(), id.clone());
                    let why = NotApplicable::ParentCircle { unit, under };
                    return Err(Refused::new(why, path));
                }
                if let Some(OrUndecided::Id(parent)) = &stated.parent
                    && self.is_under(parent, child)
                {
                    let (unit, under) = (child.clone(), id.clone());
                    let why = NotApplicable::ParentCircle { unit, under };
                    return Err(Refused::new(why, path));
                }
            }
            self.held_functions(unit, stated, &at("functions"))?;
            let mut posts = Vec::with_capacity(stated.staff.len());
            for (staff, amount) in &stated.staff {
                let mut path = at("staff");
                path.push(PathStep::from(staff.as_str()));
                posts.push(self.posts_of_part(staff, *amount, id, &mut taken, &mut made, &path)?);
            }
            parts.push(Part {
                id: id.clone(),
                stated,
                posts,
            });
        }
        no_circle_among(&parts, action)?;
        Ok(parts)
    }

    fn held_functions(&mut self, unit: &UnitId, stated: &SplitPart, path: &[PathStep]) -> Done {
        for (f, function) in stated.functions.iter().enumerate() {
            let mut path = path.to_vec();
            path.push(f.into());
            self.find::<FunctionEntry>(function, &path)?;
            if !self.holds(unit, function) {
                let (function, unit) = (function.clone(), unit.clone());
                let why = NotApplicable::NotHeld { function, unit };
                return Err(Refused::new(why, path));
            }
        }
        Ok(())
    }

    /// What a part takes of a group: a percentage is of the whole group, whatever other parts
    /// take.
    fn posts_of_part<'e>(
        &mut self,
        staff: &'e StaffId,
        amount: Amount,
        to: &UnitId,
        taken: &mut HashMap<&'e StaffId, Quantity>,
        made: &mut HashSet<StaffId>,
        path: &[PathStep],
    ) -> Result<Posts, Refused> {
        self.find::<StaffEntry>(staff, path)?;
        let has = self
            .get::<StaffEntry>(staff.as_str())
            .map_or(Quantity::ONE, count_of);
        let refused = |why| Refused::new(why, path.to_vec());
        let taking = match taken.get(staff) {
            None => taking(&staff.subject(), has, Some(amount)).map_err(refused)?,
            Some(earlier) => {
                let so_much = amount.of(has);
                let all = *earlier + so_much;
                taking(&staff.subject(), has, Some(all.into())).map_err(refused)?;
                let rest = has.less(*earlier);
                taking(&staff.subject(), rest, Some(so_much.into())).map_err(refused)?
            }
        };
        *taken.entry(staff).or_default() += amount.of(has);
        let part = match taking {
            Taking::All => staff.clone(),
            Taking::Part { .. } => part_id(staff, Some(&OrUndecided::Id(to.clone()))),
        };
        let is_free = part == *staff || self.vacant::<StaffEntry>(&part, path).is_ok();
        if !is_free || !made.insert(part.clone()) {
            let thing = part.subject();
            return Err(refused(NotApplicable::Exists { thing }));
        }
        Ok(Posts {
            staff: staff.clone(),
            taking,
            part,
        })
    }

    fn make_part(
        &mut self,
        part: &Part<'_>,
        unit: &UnitId,
        old: &UnitEntry,
        old_site: Option<&OrUndecided<rokade_core::ids::SiteId>>,
        head: Option<Head>,
    ) {
        let stated = part.stated;
        if part.id == *unit {
            self.go_on(unit, stated, head);
            return;
        }
        let parent = stated.parent.clone().or_else(|| old.parent.clone());
        let mut previously = old.previously.clone();
        previously.retain(|id| *id != part.id);
        previously.push(unit.clone());
        let is_settled = stated.site.is_none() && old.site.is_none();
        let more = MoreOfUnit {
            external: old.external,
            previously,
            ..MoreOfUnit::default()
        };
        let entry = UnitEntry {
            name: stated.name.clone(),
            parent,
            unit_type: stated.unit_type.clone().or_else(|| old.unit_type.clone()),
            site: stated.site.clone().or_else(|| old_site.cloned()),
            head,
            more: more.into(),
        };
        self.make(part.id.clone(), entry);
        if is_settled {
            self.settled_sites.insert(part.id.subject());
        }
    }

    /// The unit itself, where it is one of the parts.
    fn go_on(&mut self, unit: &UnitId, stated: &SplitPart, head: Option<Head>) {
        let children = self.children(unit);
        let children: Vec<_> = children
            .iter()
            .map(|child| self.unit_before(child))
            .collect();
        let posts = self.posts(unit);
        let posts: Vec<_> = posts.iter().map(|post| self.site_before(post)).collect();
        if stated.parent.is_some() {
            self.put_under(unit, stated.parent.as_ref());
        }
        self.edit::<UnitEntry>(unit.as_str(), |entry| {
            if stated.name.is_some() {
                entry.name.clone_from(&stated.name);
            }
            if stated.unit_type.is_some() {
                entry.unit_type.clone_from(&stated.unit_type);
            }
            if stated.site.is_some() {
                entry.site.clone_from(&stated.site);
            }
            entry.head = head;
        });
        for child in &children {
            self.settle_unit(child);
        }
        for post in &posts {
            self.settle_post(post);
        }
    }

    /// Gives the parts the functions they list; one that several list is shared by them.
    fn split_functions(&mut self, unit: &UnitId, parts: &[Part<'_>]) {
        let mut listed: indexmap::IndexMap<&FunctionId, Vec<&UnitId>> = indexmap::IndexMap::new();
        for part in parts {
            for function in &part.stated.functions {
                let holders = listed.entry(function).or_default();
                if !holders.contains(&&part.id) {
                    holders.push(&part.id);
                }
            }
        }
        for (function, holders) in listed {
            for holder in &holders {
                if !self.holds(holder, function) {
                    self.gain(holder, function);
                }
            }
            self.edit::<FunctionEntry>(function.as_str(), |entry| {
                let Some(scopes) = &mut entry.responsible else {
                    return;
                };
                scopes.0 = std::mem::take(&mut scopes.0)
                    .into_iter()
                    .flat_map(|scope| given(scope, unit, &holders))
                    .collect();
                tidy(&mut scopes.0);
            });
            if !holders.contains(&unit) {
                self.lose(unit.clone(), function);
            }
        }
    }
}

/// A responsibility of the unit, as the parts hold it.
fn given(scope: ResponsibleScope, unit: &UnitId, holders: &[&UnitId]) -> Vec<ResponsibleScope> {
    if scope.unit.as_ref().and_then(OrUndecided::id) != Some(unit) {
        return vec![scope];
    }
    let several = holders.len() > 1;
    let holders = holders.iter().map(|&holder| ResponsibleScope {
        unit: Some(OrUndecided::Id(holder.clone())),
        // How the cases are divided is not said.
        cases: scope
            .cases
            .map(|cases| if several { cases.any_part() } else { cases }),
        shared: scope.shared || several,
        ..scope.clone()
    });
    holders.collect()
}

/// The head of a part: as stated; else the old head, if it goes there or the unit goes on with
/// it; else a vacant one, where the unit had a head.
fn head_of(
    part: &Part<'_>,
    old: &UnitEntry,
    goes_on: bool,
    given_away: &HashSet<&StaffId>,
) -> Option<Head> {
    if part.stated.head.is_some() {
        return part.stated.head.clone();
    }
    match &old.head {
        Some(Head::Post(post)) => {
            let goes_there = part
                .posts
                .iter()
                .any(|posts| posts.staff == *post && posts.part == *post);
            let stays = goes_on && !given_away.contains(post);
            Some(if goes_there || stays {
                Head::Post(post.clone())
            } else {
                Head::Vacant
            })
        }
        other => other.clone(),
    }
}

/// Parts that are to stand under each other must not do so in a circle.
fn no_circle_among(parts: &[Part<'_>], action: &Split) -> Done {
    let parent = |id: &UnitId| {
        let part = parts.iter().find(|part| part.id == *id)?;
        part.stated.parent.as_ref()?.id()
    };
    for (i, part) in parts.iter().enumerate() {
        let mut at = parent(&part.id);
        for _ in 0..action.into.len() {
            let Some(above) = at else { break };
            if *above == part.id {
                let (unit, under) = (part.id.clone(), above.clone());
                return Err(Refused::new(
                    NotApplicable::ParentCircle { unit, under },
                    vec!["split".into(), "into".into(), i.into(), "parent".into()],
                ));
            }
            at = parent(above);
        }
    }
    Ok(())
}
