//! Every id an organisation refers to: renaming them, taking them out, and putting what is left
//! in order.
//!
//! A reference that is missed here makes an organisation invalid, which a property shows.

use rokade_core::entry::{Entries, OrUndecided, Section};
use rokade_core::ids::{Id, Kind};

use super::Dice;

/// What an id of a kind becomes; `None` takes it out.
pub(crate) type Map<'a> = dyn Fn(Kind, &str) -> Option<String> + 'a;

/// Renames or takes out ids, where they are defined and wherever they are referred to.
///
/// `previously` names things of an earlier chart, and is left alone unless `past` is set.
pub(crate) fn remap(org: &mut Entries, map: &Map<'_>, past: bool) {
    org.map_ids(&|kind, id| map(kind, id).map(Into::into), past);
    for commitment in org.commitments.values_mut() {
        // Of what it kept nothing may be left.
        commitment.value.keep.take_if(|keep| {
            keep.unit.is_none() && keep.function.is_none() && keep.co_location.is_none()
        });
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

/// The same organisation with a word after every id of a kind: a bijection that keeps the order of
/// ids, on which nothing but ties may depend, also beside names where an id stands for one.
#[must_use]
pub fn renamed(org: &Entries, kinds: &[Kind]) -> Entries {
    let mut org = org.clone();
    let map = |kind: Kind, id: &str| {
        Some(if kinds.contains(&kind) {
            format!("{id}-ny")
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
    section(&mut org.bodies, dice);
    section(&mut org.premises, dice);
    section(&mut org.open, dice);
    section(&mut org.commitments, dice);
    dice.mix(&mut org.process.steps);
    for step in &mut org.process.steps {
        dice.mix(&mut step.after);
        dice.mix(&mut step.parallel_with);
    }
    for body in org.bodies.values_mut() {
        dice.mix(&mut body.value.covers);
    }
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
