//! What happens to those in a unit and to what it does, in a sentence each: first what is left
//! hanging, then who and what goes, who and what comes, and what stays.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rokade_core::chart::UnitView;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Id, Subject as Thing, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use super::functions::{Told, Way as FunctionWay};
use super::{Context, Subject};
use crate::moves::{Row, Way};

/// How many places that posts or functions go to, or come from, are told one by one.
const TOLD: usize = 5;

/// Where posts go: to which unit, and to which site. A site that they stay at is `false`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    unit: Option<Thing>,
    site: Option<(bool, Thing)>,
}

impl<'a> Context<'a> {
    pub(super) fn sentences(
        &self,
        subject: Subject<'a>,
        rows: &[&Row<'a>],
        functions: &[Told],
    ) -> Result<Vec<String>, WordsError> {
        let base = subject.base.map(UnitView::id);
        let is_own = |row: &Row<'_>| base.is_some() && row.from.map(UnitView::id) == base;
        let own = |way: Way| -> Vec<&Row<'a>> {
            let of_way = rows.iter().filter(|row| is_own(row) && row.way == way);
            of_way.copied().collect()
        };
        let come: Vec<&Row<'a>> = rows.iter().filter(|row| !is_own(row)).copied().collect();
        let (moves, stays_in): (Vec<_>, Vec<_>) = own(Way::Moves).into_iter().partition(|row| {
            let change = row.change;
            change.is_some_and(|change| change.unit_changed)
        });

        let mut told = self.of_unit(subject)?;
        told.extend(self.posts_in("posts-unplaced", &own(Way::Unplaced))?);
        told.extend(self.functions_in("functions-hang", functions, &FunctionWay::Hanging)?);
        told.extend(self.posts_to("posts-go", "posts-go-more", &moves)?);
        told.extend(self.posts_in("posts-end", &own(Way::Ends))?);
        told.extend(self.functions_to(functions)?);
        told.extend(self.parts_to(functions)?);
        told.extend(self.functions_in("functions-end", functions, &FunctionWay::Ends)?);
        told.extend(self.functions_in("functions-absent", functions, &FunctionWay::Absent)?);
        told.extend(self.units_below(subject)?);
        told.extend(self.posts_from(&come)?);
        let new: Vec<&Row<'a>> = come.into_iter().filter(|row| row.way == Way::New).collect();
        told.extend(self.posts_in("posts-new", &new)?);
        told.extend(self.functions_from(functions)?);
        told.extend(self.parts_from(functions)?);
        told.extend(self.functions_in("functions-new", functions, &FunctionWay::New)?);
        told.extend(self.posts_to("posts-follow", "posts-follow-more", &own(Way::Follows))?);
        told.extend(self.posts_to("posts-sit", "posts-sit-more", &stays_in)?);
        told.extend(self.posts_in("posts-led", &own(Way::Led))?);
        told.extend(self.posts_in("posts-stay", &own(Way::Stays))?);
        Ok(told)
    }

    /// How many posts these are, each counted once.
    fn sum(&self, rows: &[&Row<'a>]) -> Quantity {
        let changes = rows.iter().filter_map(|row| row.change);
        let new = rows.iter().filter(|row| row.change.is_none());
        let new: Quantity = new.map(|row| row.posts).sum();
        self.input.changes.posts(changes) + new
    }

    /// Posts in one sentence, with their titles.
    fn posts_in(&self, key: &str, rows: &[&Row<'a>]) -> Result<Option<String>, WordsError> {
        if rows.is_empty() {
            return Ok(None);
        }
        let values = [("posts", self.sum(rows).into()), ("staff", titles(rows))];
        self.tongue.say(key, &values).map(Some)
    }

    /// Posts by where they go, the most first; many places in one sentence at last.
    fn posts_to(
        &self,
        key: &str,
        more: &str,
        rows: &[&Row<'a>],
    ) -> Result<Vec<String>, WordsError> {
        let mut places: BTreeMap<Place, Vec<&Row<'a>>> = BTreeMap::new();
        for row in rows {
            places.entry(place_of(row)).or_default().push(row);
        }
        let mut told = Vec::new();
        let [first, rest] = self.most_first(places);
        for (place, rows) in first {
            let (stands, site) = match place.site {
                Some((true, site)) => ("new", site),
                Some((false, site)) => ("same", site),
                None => ("none", Thing::chart()),
            };
            let unit = place.unit.unwrap_or_else(Thing::chart);
            let values = [
                ("posts", self.sum(&rows).into()),
                ("staff", titles(&rows)),
                ("unit", Value::Thing(Side::Revision, unit.clone())),
                (
                    "to",
                    Value::Word(if unit == Thing::chart() { "no" } else { "yes" }),
                ),
                ("place", Value::Word(stands)),
                ("site", Value::Thing(Side::Revision, site)),
            ];
            told.push(self.tongue.say(key, &values)?);
        }
        if !rest.is_empty() {
            let places = rest.iter().map(|(place, _)| place);
            let of = |ask: fn(&Place) -> Option<Thing>| {
                let mut things: Vec<Thing> = places.clone().filter_map(ask).collect();
                things.sort();
                things.dedup();
                Value::Things(Side::Revision, things)
            };
            let rows: Vec<&Row<'a>> = rest.iter().flat_map(|(_, rows)| rows.clone()).collect();
            let values = [
                ("posts", self.sum(&rows).into()),
                ("units", of(|place| place.unit.clone())),
                (
                    "sites",
                    of(|place| place.site.clone().map(|(_, site)| site)),
                ),
            ];
            told.push(self.tongue.say(more, &values)?);
        }
        Ok(told)
    }

    /// Posts that come to a unit, by the unit that they come from.
    fn posts_from(&self, rows: &[&Row<'a>]) -> Result<Vec<String>, WordsError> {
        let mut units: BTreeMap<Option<Thing>, Vec<&Row<'a>>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.way != Way::New) {
            let from = row.from.map(|unit| unit.id().subject());
            units.entry(from).or_default().push(row);
        }
        let mut told = Vec::new();
        let [first, rest] = self.most_first(units);
        for (unit, rows) in first {
            let key = if unit.is_some() {
                "posts-come"
            } else {
                "posts-placed"
            };
            let unit = unit.unwrap_or_else(Thing::chart);
            let values = [
                ("posts", self.sum(&rows).into()),
                ("staff", titles(&rows)),
                ("unit", Value::Thing(Side::Base, unit)),
            ];
            told.push(self.tongue.say(key, &values)?);
        }
        if !rest.is_empty() {
            let units = rest.iter().filter_map(|(unit, _)| unit.clone()).collect();
            let rows: Vec<&Row<'a>> = rest.iter().flat_map(|(_, rows)| rows.clone()).collect();
            let values = [
                ("posts", self.sum(&rows).into()),
                ("units", Value::Things(Side::Base, units)),
            ];
            told.push(self.tongue.say("posts-come-more", &values)?);
        }
        Ok(told)
    }

    /// The places with most posts, and the rest of them where there are many.
    fn most_first<'r, K: Ord>(
        &self,
        places: BTreeMap<K, Vec<&'r Row<'a>>>,
    ) -> [Vec<(K, Vec<&'r Row<'a>>)>; 2] {
        let mut places: Vec<_> = places.into_iter().collect();
        places.sort_by_cached_key(|(_, rows)| Reverse(self.sum(rows).low()));
        let told = if places.len() > TOLD + 1 {
            TOLD
        } else {
            places.len()
        };
        let rest = places.split_off(told);
        [places, rest]
    }

    /// Functions that share a fate, in one sentence.
    fn functions_in(
        &self,
        key: &str,
        functions: &[Told],
        way: &FunctionWay,
    ) -> Result<Option<String>, WordsError> {
        let of_way = functions.iter().filter(|one| one.way == *way);
        let names: Vec<String> = of_way.map(|one| one.told.name.clone()).collect();
        if names.is_empty() {
            return Ok(None);
        }
        let values = [("functions", Value::Names(names))];
        self.tongue.say(key, &values).map(Some)
    }

    /// Functions by the units that they go to.
    fn functions_to(&self, functions: &[Told]) -> Result<Vec<String>, WordsError> {
        let to = |way: &FunctionWay| match way {
            FunctionWay::Goes(units) => Some(units.clone()),
            _ => None,
        };
        self.functions_by(
            "functions-go",
            "functions-go-more",
            Side::Revision,
            functions,
            &to,
        )
    }

    /// Functions of which a part goes, by the units that it goes to.
    fn parts_to(&self, functions: &[Told]) -> Result<Vec<String>, WordsError> {
        let to = |way: &FunctionWay| match way {
            FunctionWay::GoesPartly(units) => Some(units.clone()),
            _ => None,
        };
        self.functions_by("parts-go", "parts-go-more", Side::Revision, functions, &to)
    }

    /// Functions of which a part comes, by the units that it comes from.
    fn parts_from(&self, functions: &[Told]) -> Result<Vec<String>, WordsError> {
        let from = |way: &FunctionWay| match way {
            FunctionWay::ComesPartly(units) => Some(units.clone()),
            _ => None,
        };
        self.functions_by(
            "parts-come",
            "parts-come-more",
            Side::Base,
            functions,
            &from,
        )
    }

    /// Functions by the units that they come from.
    fn functions_from(&self, functions: &[Told]) -> Result<Vec<String>, WordsError> {
        let from = |way: &FunctionWay| match way {
            FunctionWay::Comes(units) => Some(units.clone()),
            _ => None,
        };
        self.functions_by(
            "functions-come",
            "functions-come-more",
            Side::Base,
            functions,
            &from,
        )
    }

    fn functions_by(
        &self,
        key: &str,
        more: &str,
        side: Side,
        functions: &[Told],
        units: &dyn Fn(&FunctionWay) -> Option<Vec<UnitId>>,
    ) -> Result<Vec<String>, WordsError> {
        let mut places: BTreeMap<Vec<UnitId>, Vec<String>> = BTreeMap::new();
        for one in functions {
            if let Some(units) = units(&one.way) {
                places.entry(units).or_default().push(one.told.name.clone());
            }
        }
        let mut places: Vec<_> = places.into_iter().collect();
        places.sort_by_key(|(_, names)| Reverse(names.len()));
        let told = if places.len() > TOLD + 1 {
            TOLD
        } else {
            places.len()
        };
        let rest = places.split_off(told);
        let say = |key: &str, units: Vec<UnitId>, names: Vec<String>| {
            let mut units: Vec<Thing> = units.iter().map(Id::subject).collect();
            units.sort();
            units.dedup();
            let values = [
                ("functions", Value::Names(names)),
                ("units", Value::Things(side, units)),
            ];
            self.tongue.say(key, &values)
        };
        let mut sentences = Vec::new();
        for (units, names) in places {
            sentences.push(say(key, units, names)?);
        }
        if !rest.is_empty() {
            let (units, names): (Vec<_>, Vec<_>) = rest.into_iter().unzip();
            sentences.push(say(more, units.concat(), names.concat())?);
        }
        Ok(sentences)
    }
}

/// Where posts are now: the unit where it is another, and the site.
fn place_of(row: &Row<'_>) -> Place {
    let change = row.change;
    let to_site = change.and_then(|change| change.to_site.as_ref());
    let goes = row.way == Way::Moves && change.is_some_and(|change| change.unit_changed);
    let follows = row.way == Way::Follows && row.told.from_unit != row.told.to_unit;
    let unit = row.to.filter(|_| goes || follows);
    Place {
        unit: unit.map(|unit| unit.id().subject()),
        site: to_site
            .filter(|_| row.site_changed || unit.is_some())
            .map(|site| (row.site_changed, site.subject())),
    }
}

/// The titles of posts, with how many of each where there are several: titles have commas in them.
fn titles(rows: &[&Row<'_>]) -> Value {
    let side = if rows.iter().all(|row| row.change.is_none()) {
        Side::Revision
    } else {
        Side::Base
    };
    let mut groups: BTreeMap<Thing, Quantity> = BTreeMap::new();
    for row in rows {
        let base = row.change.map(|change| change.staff.subject());
        let group = base.or_else(|| row.now.map(|post| post.id().subject()));
        if let Some(group) = group {
            *groups.entry(group).or_default() += row.posts;
        }
    }
    if groups.len() == 1 {
        return Value::Things(side, groups.into_keys().collect());
    }
    Value::Amounts(side, groups.into_iter().collect())
}
