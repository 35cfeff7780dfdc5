//! Charts without what says nothing: the order of maps, where things stand in files, and
//! defaults that are spelled out.

use indexmap::IndexMap;
use rokade_core::chart::{Chart, HeadState, StaffView, UnitView};
use rokade_core::entry::{
    About, Allow, EndedEntry, Entries, FunctionEntry, NeededBy, OneOrMany, OrUndecided,
    ResponsibleScope, Section, StaffEntry, UnitEntry, Volume,
};
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::Entry;
use rokade_core::text::Text;

/// What a chart says, in one form: entities in order of ids, no defaults spelled out, no places
/// in files.
pub fn plain(chart: &Chart) -> Entries {
    plain_in(chart.entries(), chart)
}

/// What entries say, in one form, where a chart decides what is a default: a unit's site and
/// whom it serves are those that the chart has.
pub(crate) fn plain_in(entries: &Entries, chart: &Chart) -> Entries {
    let mut entries = entries.clone();
    entries.keys = IndexMap::new();
    entries.nested = IndexMap::new();
    for (id, post) in &mut entries.staff {
        plain_post(chart, id, &mut post.value);
    }
    for (id, unit) in &mut entries.units {
        plain_unit(chart, id, &mut unit.value);
    }
    for (id, function) in &mut entries.functions {
        plain_function(chart, id.as_str(), &mut function.value);
    }
    for (id, site) in &mut entries.sites {
        let site = &mut site.value;
        unname(&mut site.name, id.as_str());
        set(&mut site.also);
        set(&mut site.identifiers);
        // At which of the two sites the minutes stand is kept: a patch is of one of them.
        site.travel.sort_keys();
        past(&mut site.previously, id);
    }
    for (id, group) in &mut entries.target_groups {
        let group = &mut group.value;
        unname(&mut group.name, id.as_str());
        set(&mut group.also);
        past(&mut group.previously, id);
    }
    for (id, competence) in &mut entries.competences {
        unname(&mut competence.value.name, id.as_str());
        set(&mut competence.value.also);
    }
    for (id, body) in &mut entries.bodies {
        unname(&mut body.value.name, id.as_str());
        set(&mut body.value.also);
        set(&mut body.value.covers);
    }
    plain_lists(&mut entries);
    plain_ended(&mut entries);
    plain_process(&mut entries);
    allows(&mut entries);
    in_order(&mut entries);
    entries
}

/// Whether two charts say the same.
pub fn same(one: &Chart, other: &Chart) -> bool {
    plain(one) == plain(other)
}

/// A list that is no order of anything, each once.
fn set<T: Ord>(list: &mut Vec<T>) {
    list.sort();
    list.dedup();
}

fn unname(name: &mut Option<Text>, id: &str) {
    name.take_if(|name| name == id);
}

/// What a thing was called earlier: not what it is called now.
fn past<T: Id>(previously: &mut Vec<T>, id: &T) {
    previously.retain(|old| old != id);
    set(previously);
}

/// The site stated nearest above, beginning with a unit.
fn stated_site(unit: Option<UnitView<'_>>) -> Option<OrUndecided<SiteId>> {
    unit?.line().find_map(|unit| unit.entry().site.clone())
}

fn plain_post(chart: &Chart, id: &StaffId, entry: &mut StaffEntry) {
    // Where the chart has them: that is what decides what they have by default.
    let unit = chart.post(id).and_then(StaffView::unit);
    unname(&mut entry.title, id.as_str());
    entry.count.take_if(|count| *count == Quantity::ONE);
    if entry.filled == Some(true) {
        entry.filled = None;
    }
    if entry.site.is_some() && entry.site == stated_site(unit) {
        entry.site = None;
    }
    // To perform nothing and not to say what one performs are read alike.
    entry.performs.take_if(|functions| functions.is_empty());
    if let Some(performs) = &mut entry.performs {
        set(performs);
    }
    if let Some(serves) = &mut entry.serves {
        set(serves);
        if unit.and_then(served_by) == Some(serves.clone()) {
            entry.serves = None;
        }
    }
    set(&mut entry.competences);
    set(&mut entry.covers_for);
    set(&mut entry.identifiers);
    past(&mut entry.previously, id);
    entry.wishes.sort_keys();
    let stated = entry.reports_to.as_ref();
    let stated = stated.and_then(|superior| chart.post(superior));
    if stated.is_some() && stated == head_above(unit, chart.post(id)) {
        entry.reports_to = None;
    }
}

/// The target groups of a unit's own responsibilities, sorted; nothing where one of them is for
/// anyone.
fn served_by(unit: UnitView<'_>) -> Option<Vec<rokade_core::ids::TargetGroupId>> {
    let mut groups = Vec::new();
    for function in unit.functions() {
        for cell in function.cells() {
            if cell.holder.unit() == Some(unit) {
                groups.push(cell.group?.id().clone());
            }
        }
    }
    set(&mut groups);
    (!groups.is_empty()).then_some(groups)
}

/// Whom posts report to where they do not state it.
fn head_above<'c>(
    unit: Option<UnitView<'c>>,
    post: Option<StaffView<'c>>,
) -> Option<StaffView<'c>> {
    // The topmost unit that it heads: it heads none above that.
    let start = match post.and_then(|post| post.heads().next()) {
        Some(headed) => headed.parent(),
        None => unit,
    };
    for unit in start?.line() {
        match unit.head() {
            HeadState::None => {}
            HeadState::Post(head) => return Some(head),
            HeadState::NotStated | HeadState::Vacant | HeadState::Unfilled(_) => return None,
        }
    }
    None
}

fn plain_unit(chart: &Chart, id: &UnitId, entry: &mut UnitEntry) {
    unname(&mut entry.name, id.as_str());
    set(&mut entry.also);
    set(&mut entry.independent_of);
    set(&mut entry.identifiers);
    past(&mut entry.previously, id);
    let parent = chart.unit(id).and_then(UnitView::parent);
    if entry.site.is_some() && entry.site == stated_site(parent) {
        entry.site = None;
    }
    if parent.is_some_and(UnitView::is_external) {
        entry.external = false;
    }
}

fn plain_function(chart: &Chart, id: &str, entry: &mut FunctionEntry) {
    unname(&mut entry.name, id);
    set(&mut entry.also);
    set(&mut entry.identifiers);
    set(&mut entry.required_in);
    set(&mut entry.needed_at);
    past(&mut entry.previously, &Id::from_checked(id.into()));
    entry.responsible = entry.responsible.take().and_then(plain_scopes);
    if let Some(NeededBy {
        functions,
        target_groups,
        units,
        staff,
    }) = &mut entry.needed_by
    {
        set(functions);
        set(target_groups);
        set(units);
        set(staff);
    }
    entry
        .needed_by
        .take_if(|needed_by| *needed_by == NeededBy::default());
    entry.volume.take_if(|volume| *volume == Volume::default());
    for host in &mut entry.hosted_by {
        let unit = host.unit.as_ref().and_then(|unit| chart.unit(unit));
        let at = stated_site(unit);
        host.site
            .take_if(|site| at.as_ref().and_then(OrUndecided::id) == Some(&*site));
    }
    entry
        .hosted_by
        .sort_by(|a, b| (&a.unit, &a.site).cmp(&(&b.unit, &b.site)));
    entry.hosted_by.dedup();
}

type ScopeKey = (Option<Option<UnitId>>, Option<SiteId>, bool);

fn scope_key(scope: &ResponsibleScope) -> ScopeKey {
    let unit = scope.unit.as_ref().map(|unit| unit.id().cloned());
    (unit, scope.site.clone(), scope.shared)
}

/// Responsibilities in one order. Those of one unit for some target groups and others are one,
/// as long as neither says how many cases it has.
fn plain_scopes(scopes: OneOrMany<ResponsibleScope>) -> Option<OneOrMany<ResponsibleScope>> {
    let mut united: IndexMap<ScopeKey, ResponsibleScope> = IndexMap::new();
    let mut all: Vec<ResponsibleScope> = Vec::new();
    for mut scope in scopes.0 {
        set(&mut scope.groups);
        if scope.cases.is_some() || scope.groups.is_empty() {
            all.push(scope);
            continue;
        }
        match united.entry(scope_key(&scope)) {
            indexmap::map::Entry::Occupied(mut earlier) => {
                let earlier = earlier.get_mut();
                earlier.groups.extend(scope.groups);
                set(&mut earlier.groups);
            }
            indexmap::map::Entry::Vacant(free) => drop(free.insert(scope)),
        }
    }
    all.extend(united.into_values());
    all.sort_by_cached_key(|scope| {
        let cases = scope.cases.map(|cases| cases.to_string());
        (scope_key(scope), scope.groups.clone(), cases)
    });
    all.dedup();
    (!all.is_empty()).then_some(OneOrMany(all))
}

fn plain_about(about: &mut Option<About>) {
    if let Some(About {
        units,
        staff,
        functions,
        sites,
        target_groups,
        co_locations,
        steps,
        events,
    }) = about
    {
        set(units);
        set(staff);
        set(functions);
        set(sites);
        set(target_groups);
        set(co_locations);
        set(steps);
        set(events);
    }
    about.take_if(|about| *about == About::default());
}

fn plain_lists(entries: &mut Entries) {
    for (id, stated) in &mut entries.co_locations {
        let stated = &mut stated.value;
        stated.id = Some(id.clone());
        set(&mut stated.functions);
        set(&mut stated.units);
        set(&mut stated.staff);
        set(&mut stated.groups);
    }
    for (id, stated) in &mut entries.interfaces {
        let stated = &mut stated.value;
        stated.id = Some(id.clone());
        set(&mut stated.units);
        set(&mut stated.staff);
    }
    for (id, premise) in &mut entries.premises {
        premise.value.id = Some(id.clone());
        plain_about(&mut premise.value.about);
    }
    for (id, open) in &mut entries.open {
        open.value.id = Some(id.clone());
        plain_about(&mut open.value.about);
        set(&mut open.value.options);
    }
    for (id, commitment) in &mut entries.commitments {
        let commitment = &mut commitment.value;
        commitment.id = Some(id.clone());
        if let Some(keep) = &mut commitment.keep {
            set(&mut keep.at);
        }
        commitment.at_most.sort_keys();
        commitment.at_least.sort_keys();
    }
}

fn plain_ended(entries: &mut Entries) {
    fn section<K: Id>(section: &mut IndexMap<K, EndedEntry>) {
        for (id, entry) in section.iter_mut() {
            unname(&mut entry.name, id.as_str());
            set(&mut entry.at);
        }
        section.sort_keys();
    }
    section(&mut entries.ended.units);
    section(&mut entries.ended.sites);
    section(&mut entries.ended.functions);
    section(&mut entries.ended.target_groups);
    section(&mut entries.ended.staff);
}

fn plain_process(entries: &mut Entries) {
    use rokade_core::entry::{ClarifiedBy, Decision};
    let process = &mut entries.process;
    process
        .decision
        .take_if(|decision| *decision == Decision::default());
    if let Some(ClarifiedBy::PerOrganization(dates)) = &mut process.clarified_by {
        dates.sort_keys();
    }
    for step in &mut process.steps {
        set(&mut step.after);
        set(&mut step.parallel_with);
    }
    process.steps.sort_by(|a, b| a.id.cmp(&b.id));
}

fn plain_allow(allow: &mut Vec<Allow>) {
    allow.sort_by(|a, b| (&a.rule, &a.because).cmp(&(&b.rule, &b.because)));
    allow.dedup();
}

/// Does the same for every section.
macro_rules! every_section {
    ($entries:ident, $do:ident) => {
        $do!(
            $entries: sites, units, staff, functions, target_groups, co_locations, interfaces,
            competences, bodies, premises, open, commitments
        )
    };
}

fn allows(entries: &mut Entries) {
    plain_allow(&mut entries.header.allow);
    macro_rules! sort {
        ($e:ident: $($section:ident),*) => {$(
            for entry in $e.$section.values_mut() {
                plain_allow(&mut entry.value.allow);
            }
        )*};
    }
    every_section!(entries, sort);
}

fn in_order(entries: &mut Entries) {
    fn order<K: Id, V>(section: &mut Section<K, V>) {
        for entry in section.values_mut() {
            let Entry { origin, .. } = entry;
            *origin = None;
        }
        section.sort_keys();
    }
    macro_rules! sort {
        ($e:ident: $($section:ident),*) => {$(order(&mut $e.$section);)*};
    }
    every_section!(entries, sort);
}
