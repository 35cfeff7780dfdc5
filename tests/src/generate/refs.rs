//! Every id an organisation refers to: renaming them, taking them out, and putting what is left
//! in order.
//!
//! A reference that is missed here makes an organisation invalid, which a property shows.

use rokade_core::entry::{DecidedBy, Entries, Head, OrUndecided, Section};
use rokade_core::ids::{Id, Kind};

use super::Dice;

/// What an id of a kind becomes; `None` takes it out.
pub(crate) type Map<'a> = dyn Fn(Kind, &str) -> Option<String> + 'a;

fn to<T: Id>(id: &T, map: &Map<'_>) -> Option<T> {
    let id = map(T::KIND, id.as_str())?;
    Some(T::parse(&id).expect("a test renames to ids"))
}

fn one<T: Id>(id: &mut Option<T>, map: &Map<'_>) {
    *id = id.as_ref().and_then(|id| to(id, map));
}

fn list<T: Id>(ids: &mut Vec<T>, map: &Map<'_>) {
    *ids = ids.iter().filter_map(|id| to(id, map)).collect();
}

fn decided<T: Id>(id: &mut Option<OrUndecided<T>>, map: &Map<'_>) {
    if let Some(OrUndecided::Id(old)) = id {
        *id = to(old, map).map(OrUndecided::Id);
    }
}

/// Goes over the keys of a map, whatever kind of map it is.
macro_rules! keys {
    ($map:expr, $with:expr) => {
        $map = std::mem::take(&mut $map)
            .into_iter()
            .filter_map(|(id, value)| Some((to(&id, $with)?, value)))
            .collect()
    };
}

/// Renames or takes out ids, where they are defined and wherever they are referred to.
///
/// `previously` names things of an earlier chart, and is left alone unless `past` is set.
pub(crate) fn remap(org: &mut Entries, map: &Map<'_>, past: bool) {
    keys!(org.sites, map);
    keys!(org.units, map);
    keys!(org.staff, map);
    keys!(org.functions, map);
    keys!(org.target_groups, map);
    for site in org.sites.values_mut() {
        keys!(site.value.travel, map);
        if past {
            list(&mut site.value.previously, map);
        }
    }
    for unit in org.units.values_mut().map(|unit| &mut unit.value) {
        decided(&mut unit.parent, map);
        decided(&mut unit.site, map);
        if let Some(Head::Post(post)) = &unit.head {
            unit.head = to(post, map).map(Head::Post);
        }
        list(&mut unit.independent_of, map);
        if past {
            list(&mut unit.previously, map);
        }
    }
    for post in org.staff.values_mut().map(|post| &mut post.value) {
        decided(&mut post.unit, map);
        decided(&mut post.site, map);
        if let Some(functions) = &mut post.performs {
            list(functions, map);
        }
        if let Some(groups) = &mut post.serves {
            list(groups, map);
        }
        one(&mut post.reports_to, map);
        one(&mut post.professional_lead, map);
        list(&mut post.covers_for, map);
        keys!(post.wishes, map);
        if past {
            list(&mut post.previously, map);
        }
    }
    functions(org, map, past);
    for group in org.target_groups.values_mut().map(|group| &mut group.value) {
        list(&mut group.pathway, map);
        decided(&mut group.entrance, map);
        if past {
            list(&mut group.previously, map);
        }
    }
    for stated in org
        .co_locations
        .values_mut()
        .map(|stated| &mut stated.value)
    {
        list(&mut stated.functions, map);
        list(&mut stated.units, map);
        list(&mut stated.staff, map);
        list(&mut stated.groups, map);
    }
    for stated in org.interfaces.values_mut().map(|stated| &mut stated.value) {
        list(&mut stated.units, map);
        list(&mut stated.staff, map);
    }
    keys!(org.ended.units, map);
    keys!(org.ended.sites, map);
    keys!(org.ended.staff, map);
    keys!(org.ended.functions, map);
    keys!(org.ended.target_groups, map);
    for ended in org.ended.functions.values_mut() {
        list(&mut ended.at, map);
    }
}

fn functions(org: &mut Entries, map: &Map<'_>, past: bool) {
    for function in org
        .functions
        .values_mut()
        .map(|function| &mut function.value)
    {
        if let Some(scopes) = &mut function.responsible {
            // A scope that loses its unit, site or last group is no scope, and not a wider one.
            scopes.0.retain_mut(|scope| {
                let before = (scope.site.is_some(), scope.groups.is_empty());
                decided(&mut scope.unit, map);
                one(&mut scope.site, map);
                list(&mut scope.groups, map);
                scope.unit.is_some() && before == (scope.site.is_some(), scope.groups.is_empty())
            });
        }
        match &function.decided_by {
            Some(DecidedBy::Unit(unit)) => {
                function.decided_by = to(unit, map).map(DecidedBy::Unit);
            }
            Some(DecidedBy::Staff(staff)) => {
                function.decided_by = to(staff, map).map(DecidedBy::Staff);
            }
            _ => {}
        }
        list(&mut function.needed_at, map);
        if let Some(by) = &mut function.needed_by {
            list(&mut by.functions, map);
            list(&mut by.target_groups, map);
            list(&mut by.units, map);
            list(&mut by.staff, map);
        }
        for host in &mut function.hosted_by {
            one(&mut host.unit, map);
            one(&mut host.site, map);
        }
        if past {
            list(&mut function.previously, map);
        }
    }
}

/// Takes out what has become too small to be written, and cuts circles of parents.
pub(crate) fn tidy(org: &mut Entries) {
    for function in org
        .functions
        .values_mut()
        .map(|function| &mut function.value)
    {
        if function
            .responsible
            .as_ref()
            .is_some_and(|scopes| scopes.0.is_empty())
        {
            function.responsible = None;
        }
        function.hosted_by.retain(|host| host.unit.is_some());
        let nobody = |by: &rokade_core::entry::NeededBy| {
            by.functions.is_empty() && by.units.is_empty() && by.staff.is_empty()
        };
        if function.needed_by.as_ref().is_some_and(nobody) {
            function.needed_by = None;
        }
    }
    for post in org.staff.values_mut().map(|post| &mut post.value) {
        post.serves.take_if(|groups| groups.is_empty());
        post.performs.take_if(|functions| functions.is_empty());
    }
    org.co_locations.retain(|_, stated| {
        let stated = &stated.value;
        stated.functions.len() + stated.units.len() + stated.staff.len() >= 2
    });
    org.interfaces
        .retain(|_, stated| stated.value.units.len() + stated.value.staff.len() >= 2);
    let units: Vec<_> = org.units.keys().cloned().collect();
    for id in units {
        let mut at = id.clone();
        for _ in 0..=org.units.len() {
            match org
                .units
                .get(&at)
                .and_then(|unit| unit.value.parent.as_ref())
            {
                Some(OrUndecided::Id(parent)) => at = parent.clone(),
                _ => break,
            }
            if at == id {
                org.units[&id].value.parent = None;
                break;
            }
        }
    }
}

/// The same organisation with every id of a kind put in front of with a word: a bijection that
/// keeps the order of ids, on which nothing but ties may depend.
#[must_use]
pub fn renamed(org: &Entries, kinds: &[Kind]) -> Entries {
    let mut org = org.clone();
    let map = |kind: Kind, id: &str| {
        Some(if kinds.contains(&kind) {
            format!("ny-{id}")
        } else {
            id.to_owned()
        })
    };
    remap(&mut org, &map, true);
    org
}

/// The same organisation with the entities of every section in another order, and the lists
/// that are no order of anything.
#[must_use]
pub fn shuffled(org: &Entries, dice: &mut Dice<'_>) -> Entries {
    fn section<K: Id, V>(section: &mut Section<K, V>, dice: &mut Dice<'_>) {
        let mut all: Vec<_> = std::mem::take(section).into_iter().collect();
        dice.mix(&mut all);
        *section = all.into_iter().collect();
    }
    let mut org = org.clone();
    section(&mut org.sites, dice);
    section(&mut org.units, dice);
    section(&mut org.staff, dice);
    section(&mut org.functions, dice);
    section(&mut org.target_groups, dice);
    section(&mut org.co_locations, dice);
    section(&mut org.interfaces, dice);
    section(&mut org.competences, dice);
    for post in org.staff.values_mut().map(|post| &mut post.value) {
        if let Some(functions) = &mut post.performs {
            dice.mix(functions);
        }
        if let Some(groups) = &mut post.serves {
            dice.mix(groups);
        }
        dice.mix(&mut post.competences);
        dice.mix(&mut post.previously);
    }
    for function in org
        .functions
        .values_mut()
        .map(|function| &mut function.value)
    {
        if let Some(scopes) = &mut function.responsible {
            dice.mix(&mut scopes.0);
            for scope in &mut scopes.0 {
                dice.mix(&mut scope.groups);
            }
        }
        dice.mix(&mut function.needed_at);
        dice.mix(&mut function.previously);
    }
    for unit in org.units.values_mut().map(|unit| &mut unit.value) {
        dice.mix(&mut unit.previously);
        dice.mix(&mut unit.independent_of);
    }
    for stated in org
        .co_locations
        .values_mut()
        .map(|stated| &mut stated.value)
    {
        dice.mix(&mut stated.functions);
        dice.mix(&mut stated.units);
        dice.mix(&mut stated.staff);
        dice.mix(&mut stated.groups);
    }
    for stated in org.interfaces.values_mut().map(|stated| &mut stated.value) {
        dice.mix(&mut stated.units);
        dice.mix(&mut stated.staff);
    }
    org
}
