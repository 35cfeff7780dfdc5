//! How many others of the same task stand apart from a function, without comparing each with each.
//!
//! Functions whose units have the same heads are one kind, and whom a head leads has numbers within
//! its span; so the work grows with the kinds that are not apart.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rokade_core::chart::{StaffView, UnitView};
use rokade_core::entry::Hashed;

/// What it is of a unit that decides whom it is apart from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Standing {
    /// It is of another organisation.
    External,
    /// Who leads it is not stated, or nobody does.
    Unled,
    /// The head of the unit in this place leads it.
    Led(usize),
}

/// Functions whose units stand alike.
struct Kind<'c> {
    external: bool,
    unled: bool,
    /// The units whose heads lead theirs, each once.
    led: Vec<UnitView<'c>>,
    /// Which functions they are.
    functions: Vec<usize>,
}

/// Of each function the number of others, no unit of which has anything to do with any of its own:
/// they are of two organisations, or under two heads of whom neither is above the other.
///
/// A function is a list of units, at least one.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each kind, and a count for each function"
)]
pub(super) fn apart(functions: &[&[UnitView<'_>]]) -> Vec<usize> {
    let kinds = kinds(functions);
    let near = near(&kinds);
    let mut apart = vec![0; functions.len()];
    for (kind, near) in kinds.iter().zip(near) {
        for &function in &kind.functions {
            apart[function] = functions.len() - near;
        }
    }
    apart
}

fn kinds<'c>(functions: &[&[UnitView<'c>]]) -> Vec<Kind<'c>> {
    let mut kinds: IndexMap<Vec<Standing>, Kind<'c>, Hashed> = IndexMap::default();
    for (i, units) in functions.iter().enumerate() {
        let standing = |unit: &UnitView<'_>| match unit.headed() {
            _ if unit.is_external() => Standing::External,
            Some(headed) => Standing::Led(headed.position()),
            None => Standing::Unled,
        };
        let mut standings: Vec<Standing> = units.iter().map(standing).collect();
        standings.sort_unstable();
        standings.dedup();
        let kind = kinds.entry(standings).or_insert_with_key(|standings| {
            let ours = units.iter().filter(|unit| !unit.is_external());
            let mut led: Vec<UnitView<'c>> = ours.filter_map(|unit| unit.headed()).collect();
            led.sort_unstable_by_key(|unit| unit.position());
            led.dedup();
            Kind {
                external: standings.contains(&Standing::External),
                unled: standings.contains(&Standing::Unled),
                led,
                functions: Vec::new(),
            }
        });
        kind.functions.push(i);
    }
    kinds.into_values().collect()
}

/// Of each kind how many functions are not apart from it, its own among them.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each kind, and a count for each function"
)]
fn near(kinds: &[Kind<'_>]) -> Vec<usize> {
    let mut how_many: BTreeMap<(bool, bool, bool), usize> = BTreeMap::new();
    for kind in kinds {
        *how_many.entry(kind.sort()).or_default() += kind.functions.len();
    }
    let of_sort = |kind: &Kind<'_>| {
        let like = how_many.iter();
        let like = like.filter(|(sort, _)| are_near(kind.sort(), **sort));
        like.map(|(_, functions)| functions).sum()
    };
    let mut near: Vec<usize> = kinds.iter().map(of_sort).collect();
    let led = Led::new(kinds);
    // The last kind that each was found below.
    let mut seen = vec![usize::MAX; kinds.len()];
    for (i, one) in kinds.iter().enumerate() {
        for below in one.led.iter().flat_map(|head| led.by(*head)) {
            let other = &kinds[below];
            if seen[below] == i || are_near(one.sort(), other.sort()) {
                continue;
            }
            seen[below] = i;
            near[i] += other.functions.len();
            // Where each leads the other, each finds the other.
            if below != i && !other.leads(one) {
                near[below] += one.functions.len();
            }
        }
    }
    near
}

/// Whether functions of two sorts are never apart: both of other organisations, or both of ours
/// and one without anybody known to lead it.
fn are_near(one: (bool, bool, bool), other: (bool, bool, bool)) -> bool {
    let is_ours = |(_, unled, led): (bool, bool, bool)| unled || led;
    (one.0 && other.0) || (is_ours(one) && is_ours(other) && (one.1 || other.1))
}

impl Kind<'_> {
    /// Whether any unit is of another organisation, any is led by nobody known, and any is led.
    fn sort(&self) -> (bool, bool, bool) {
        (self.external, self.unled, !self.led.is_empty())
    }

    /// Whether a head of one of its units is that of one of another's, or stands above it.
    fn leads(&self, other: &Kind<'_>) -> bool {
        let leads = |one: &UnitView<'_>| {
            let mut led_by = led_by(*one);
            led_by.any(|top| other.led.iter().any(|other| other.is_within(top)))
        };
        self.led.iter().any(leads)
    }
}

/// The units that the head of a unit leads, with all that is below them: the unit itself, and
/// others where the same post heads several.
fn led_by(unit: UnitView<'_>) -> impl Iterator<Item = UnitView<'_>> {
    let others = unit.head().post().into_iter();
    let others = others.flat_map(StaffView::heads);
    std::iter::once(unit).chain(others.filter(move |other| *other != unit))
}

/// The units that lead the functions of each kind, by their numbers.
struct Led(Vec<(u32, usize)>);

impl Led {
    fn new(kinds: &[Kind<'_>]) -> Self {
        let mut led: Vec<(u32, usize)> = Vec::new();
        for (i, kind) in kinds.iter().enumerate() {
            led.extend(kind.led.iter().map(|unit| (unit.span().start, i)));
        }
        led.sort_unstable();
        Led(led)
    }

    /// The kinds of which a unit is led by the head of this one, or by one below it.
    fn by(&self, head: UnitView<'_>) -> impl Iterator<Item = usize> {
        led_by(head).flat_map(|top| {
            let span = top.span();
            let start = self.0.partition_point(|(number, _)| *number < span.start);
            let end = self.0.partition_point(|(number, _)| *number < span.end);
            let below = self.0.iter().take(end).skip(start);
            below.map(|(_, kind)| *kind)
        })
    }
}

#[cfg(test)]
mod tests {
    use rokade_core::chart::Chart;
    use rokade_core::entry::{Entries, Section};
    use rokade_core::ids::Id;
    use rokade_core::span::Entry;
    use serde::de::DeserializeOwned;
    use serde_json::{Map, Value, json};

    use super::*;

    fn section<K: Id + DeserializeOwned, V: DeserializeOwned>(
        all: Map<String, Value>,
    ) -> Section<K, V> {
        let plain: IndexMap<K, V> = serde_json::from_value(Value::Object(all)).unwrap();
        let entries = plain.into_iter();
        entries
            .map(|(id, value)| (id, Entry::computed(value)))
            .collect()
    }

    /// A chart of these units, with posts that head them.
    fn chart(units: Map<String, Value>, heads: usize) -> Chart {
        let post = |i| (format!("post{i}"), json!({}));
        Chart::build(Entries {
            units: section(units),
            staff: section((0..heads).map(post).collect()),
            ..Entries::default()
        })
        .0
    }

    /// Whether two units, at least one of them ours, are of two organisations or under two heads
    /// of whom neither is above the other.
    fn are_apart(a: UnitView<'_>, b: UnitView<'_>) -> bool {
        let leads = |one: UnitView<'_>, other: UnitView<'_>| {
            let head = one.head().post();
            let mut line = other.line();
            line.any(|unit| unit == one || (head.is_some() && unit.head().post() == head))
        };
        match (a.is_external(), b.is_external()) {
            (true, true) => false,
            (false, false) => match (a.headed(), b.headed()) {
                (Some(a), Some(b)) => !leads(a, b) && !leads(b, a),
                _ => false,
            },
            _ => true,
        }
    }

    #[test]
    fn it_counts_what_comparing_each_with_each_does() {
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..60 {
            let mut units = Map::new();
            for i in 0..30_u64 {
                let mut unit = Map::new();
                if i > 0 && random(8) > 0 {
                    unit.insert("parent".into(), json!(format!("u{}", random(i))));
                }
                match random(8) {
                    0 => {}
                    1 => drop(unit.insert("head".into(), json!("vacant"))),
                    2 | 3 => drop(unit.insert("head".into(), json!("none"))),
                    // Some head several units.
                    _ => drop(unit.insert("head".into(), json!(format!("post{}", random(20))))),
                }
                if random(10) == 0 {
                    unit.insert("external".into(), json!(true));
                }
                units.insert(format!("u{i}"), Value::Object(unit));
            }
            let chart = chart(units, 20);
            let all: Vec<UnitView<'_>> = chart.units().collect();
            let functions: Vec<Vec<UnitView<'_>>> = (0..25)
                .map(|_| (0..=random(2)).map(|_| all[random(30) as usize]).collect())
                .collect();
            let each = |i: usize| {
                let others = functions.iter().enumerate().filter(|(j, _)| *j != i);
                let is_apart = |other: &[UnitView<'_>]| {
                    let own = functions[i].iter();
                    own.copied().all(|a| other.iter().all(|b| are_apart(a, *b)))
                };
                others.filter(|(_, other)| is_apart(other)).count()
            };
            let expected: Vec<usize> = (0..functions.len()).map(each).collect();
            let functions: Vec<&[UnitView<'_>]> = functions.iter().map(Vec::as_slice).collect();
            assert_eq!(apart(&functions), expected);
        }
    }

    #[test]
    fn many_take_no_square_of_it() {
        let n = 50_000;
        let unit = |i| (format!("u{i}"), json!({ "head": format!("post{i}") }));
        let chart = chart((0..n).map(unit).collect(), n);
        let units: Vec<[UnitView<'_>; 1]> = chart.units().map(|unit| [unit]).collect();
        let functions: Vec<&[UnitView<'_>]> = units.iter().map(|unit| &unit[..]).collect();
        assert!(apart(&functions).iter().all(|&others| others == n - 1));
    }
}
