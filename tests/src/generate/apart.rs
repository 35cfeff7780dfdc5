//! Two organisations that have nothing to do with each other, in one chart.

use rokade_core::entry::Entries;
use rokade_core::text::Text;

use super::refs::remap;

/// The same organisation in Cyrillic letters: no id, no name, no type and no number of it is one of an
/// organisation in Latin letters, and all are as alike among themselves as they were.
#[must_use]
pub fn in_cyrillic(org: &Entries) -> Entries {
    let mut org = org.clone();
    remap(&mut org, &|_, id| Some(cyrillic(id)), true);
    let of_text = |text: &mut Option<Text>| {
        if let Some(text) = text {
            *text = cyrillic(text).as_str().into();
        }
    };
    let of_texts = |texts: &mut Vec<String>| {
        for text in texts {
            *text = cyrillic(text);
        }
    };
    for site in org.sites.values_mut().map(|entry| &mut entry.value) {
        of_text(&mut site.name);
        of_texts(&mut site.also);
        of_texts(&mut site.identifiers);
    }
    for unit in org.units.values_mut().map(|entry| &mut entry.value) {
        of_text(&mut unit.name);
        of_text(&mut unit.unit_type);
        if let Some(more) = unit.more.said_mut() {
            of_texts(&mut more.also);
            of_texts(&mut more.identifiers);
        }
    }
    for post in org.staff.values_mut().map(|entry| &mut entry.value) {
        of_text(&mut post.title);
        if let Some(more) = post.more.said_mut() {
            of_texts(&mut more.identifiers);
        }
    }
    for function in org.functions.values_mut().map(|entry| &mut entry.value) {
        of_text(&mut function.name);
        function.kle = function.kle.take().map(|_| "27.18".into());
        of_texts(&mut function.also);
        of_texts(&mut function.identifiers);
        of_texts(&mut function.required_in);
    }
    for group in org.target_groups.values_mut().map(|entry| &mut entry.value) {
        of_text(&mut group.name);
        of_texts(&mut group.also);
    }
    for body in org.bodies.values_mut().map(|entry| &mut entry.value) {
        of_text(&mut body.name);
        of_texts(&mut body.also);
    }
    let ended = &mut org.ended;
    let ended = (ended.units.values_mut())
        .chain(ended.sites.values_mut())
        .chain(ended.functions.values_mut())
        .chain(ended.target_groups.values_mut())
        .chain(ended.staff.values_mut());
    for thing in ended {
        of_text(&mut thing.name);
    }
    org
}

/// Each letter as another, in the same order.
fn cyrillic(text: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' => char::from_u32(u32::from(c) - u32::from('a') + u32::from('а')),
        'A'..='Z' => char::from_u32(u32::from(c) - u32::from('A') + u32::from('А')),
        _ => None,
    };
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// Two organisations in one chart, which says what the first says of itself.
#[must_use]
pub fn both(one: &Entries, other: &Entries) -> Entries {
    let mut both = one.clone();
    macro_rules! add {
        ($($section:ident),*) => {$(
            both.$section.extend(other.$section.clone());
        )*};
    }
    add!(
        sites,
        units,
        staff,
        functions,
        target_groups,
        co_locations,
        interfaces,
        competences,
        bodies,
        premises,
        open
    );
    macro_rules! add_ended {
        ($($section:ident),*) => {$(
            both.ended.$section.extend(other.ended.$section.clone());
        )*};
    }
    add_ended!(units, sites, functions, target_groups, staff);
    both
}
