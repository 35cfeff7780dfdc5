//! Random merge patches: keys taken out and put in, nested ones, new entities, lists with ids.

use rokade_core::entry::Patch;
use rokade_core::ids::{
    BodyId, CoLocationId, CompetenceId, Id, InterfaceId, OpenId, PremiseId, StaffId, StepId, UnitId,
};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Dice;
use super::proposal::{Draft, because, date};

/// One to four patches, each of something else.
pub(super) fn set(draft: &mut Draft<'_>, dice: &mut Dice<'_>) -> Vec<Patch> {
    let mut set: Vec<Patch> = Vec::new();
    for _ in 0..=dice.below(4) {
        let Some(patch) = one(draft, dice) else {
            continue;
        };
        let is_of = |other: &Patch| other.key == patch.key && other.id == patch.id;
        if !set.iter().any(is_of) {
            set.push(patch);
        }
    }
    // A writer puts a section together, so that its patches are one after the other.
    set.sort_by_key(|patch| patch.key);
    set
}

fn of<T: Id>(key: &'static str, id: Option<T>, mut value: Json) -> Option<Patch> {
    // A list of nothing is no list: a reader takes it as the key taken out.
    if let Some(keys) = value.as_object_mut() {
        keys.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    }
    Some(Patch {
        key,
        id: Some(id?.as_str().into()),
        value,
        origin: None,
    })
}

fn on(key: &'static str, value: Json) -> Patch {
    Patch {
        key,
        id: None,
        value,
        origin: None,
    }
}

/// One of some keys with their values; one that is nothing takes the key out.
fn keys(dice: &mut Dice<'_>, all: &[(&str, Json)]) -> Json {
    let mut map = serde_json::Map::new();
    for (key, value) in dice.some(all, 3) {
        map.insert(key.to_owned(), value);
    }
    Json::Object(map)
}

fn value(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

fn one(draft: &mut Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    match dice.below(20) {
        0 | 1 => unit(draft, dice),
        2 | 3 => staff(draft, dice),
        4 | 5 => function(draft, dice),
        6 => {
            let sites = &draft.known.sites;
            let other = dice.pick(sites)?;
            let travel = json!({ other.as_str(): 12 });
            let all = [
                ("capacity", Json::Null),
                ("capacity", value(&dice.quantity())),
                ("name", json!("Sundhedshuset, nord")),
                ("travel", travel),
                ("travel", json!({ other.as_str(): null })),
            ];
            of("sites", dice.pick(sites), keys(dice, &all))
        }
        7 => {
            let all = [
                ("citizens", value(&dice.quantity())),
                ("pathway", value(&dice.some(&draft.known.functions, 3))),
                ("entrance", json!("undecided")),
                ("name", Json::Null),
            ];
            of(
                "target_groups",
                dice.pick(&draft.known.groups),
                keys(dice, &all),
            )
        }
        8 => new(draft, dice),
        9 => together(draft, dice),
        10 => gone(draft, dice),
        11 => {
            let id: CompetenceId = draft.fresh();
            let patch = json!({ "name": "Ydelse til flygtninge", "critical_mass": 3 });
            of("competences", Some(id), patch)
        }
        12 => {
            let id: BodyId = draft.fresh();
            let covers = dice.some(&draft.known.units, 2);
            let patch = json!({ "name": "LMU", "kind": "local_med", "covers": covers });
            of("bodies", Some(id), patch)
        }
        13 => {
            let id: PremiseId = draft.fresh();
            let units = dice.some(&draft.known.units, 2);
            let mut patch = json!({ "kind": "law", "text": "Første år" });
            // An empty list says as much as none, and is read as none.
            if !units.is_empty() {
                patch["about"] = json!({ "units": units });
            }
            of("premises", Some(id), patch)
        }
        14 => {
            let id: OpenId = draft.fresh();
            let patch = json!({ "options": ["ny-enhed"], "decide_by": "2022" });
            of("open", Some(id), patch)
        }
        15 => Some(on(
            "organization",
            json!({ "currency": "DKK", "name": null }),
        )),
        16 => Some(on("as_of", value(&date(dice)))),
        17 => Some(on("title", json!("Efter høringen"))),
        18 => {
            let units = draft.base.ended.units.keys().next();
            let units = units.map_or(json!({}), |id| json!({ id.as_str(): null }));
            let functions = dice.pick(&draft.known.functions);
            let at = dice.some(&draft.known.sites, 2);
            let functions = functions.filter(|_| !at.is_empty());
            let functions = functions.map_or(json!({}), |id| json!({ id.as_str(): { "at": at } }));
            let ended = json!({ "units": units, "functions": functions });
            Some(on("ended", ended))
        }
        _ => {
            let steps = draft.base.process.steps.iter();
            let steps: Vec<StepId> = steps.filter_map(|step| step.id.clone()).collect();
            let id = dice.pick(&steps).unwrap_or_else(|| draft.fresh());
            let step = json!({ "kind": "evaluation", "from": "2023-01", "done": false });
            let process = json!({ "effective": date(dice), "steps": { id.as_str(): step } });
            Some(on("process", process))
        }
    }
}

fn unit(draft: &Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    let known = &draft.known;
    let all = [
        ("name", Json::Null),
        ("name", json!("Enheden for børn, unge: nord")),
        ("head", json!("vacant")),
        ("head", Json::Null),
        ("type", Json::Null),
        ("budget", json!(42_000_000)),
        (
            "site",
            dice.pick(&known.sites)
                .map_or(Json::Null, |site| value(&site)),
        ),
        ("site", Json::Null),
        ("also", json!(["Enheden"])),
    ];
    of("units", dice.pick(&known.units), keys(dice, &all))
}

fn staff(draft: &Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    let known = &draft.known;
    let all = [
        ("count", value(&dice.quantity())),
        ("cost", json!("ca. 900000")),
        ("performs", value(&dice.some(&known.functions, 2))),
        ("performs", Json::Null),
        ("for", Json::Null),
        ("for", value(&dice.some(&known.groups, 2))),
        ("site", Json::Null),
        (
            "unit",
            dice.pick(&known.units)
                .map_or(Json::Null, |unit| value(&unit)),
        ),
        ("reports_to", Json::Null),
        ("filled", json!(false)),
        ("title", json!("Rådgiver")),
    ];
    of("staff", dice.pick(&known.staff), keys(dice, &all))
}

fn function(draft: &Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    let known = &draft.known;
    let unit = dice.pick(&known.units)?;
    let all = [
        ("statutory", json!(true)),
        ("kind", Json::Null),
        ("volume", json!({ "enquiries": "ca. 40", "per": "day" })),
        ("volume", json!({ "per": null })),
        ("needed_at", value(&dice.some(&known.sites, 2))),
        ("responsible", json!(unit)),
        ("responsible", json!([{ "unit": unit, "cases": 40 }])),
        ("because", json!("stordrift")),
        ("needed_by", Json::Null),
        ("decided_by", json!("performers")),
    ];
    of("functions", dice.pick(&known.functions), keys(dice, &all))
}

fn new(draft: &mut Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    if dice.one_in(2) {
        let id: UnitId = draft.fresh();
        let parent = dice.pick(&draft.known.units);
        draft.known.units.push(id.clone());
        let patch = parent.map_or(json!({}), |parent| json!({ "parent": parent }));
        of("units", Some(id), patch)
    } else {
        let id: StaffId = draft.fresh();
        let unit = dice.pick(&draft.known.units)?;
        draft.known.staff.push(id.clone());
        let patch = json!({ "title": "Leder", "unit": unit, "filled": false });
        of("staff", Some(id), patch)
    }
}

fn together(draft: &mut Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    let units = dice.some(&draft.known.units, 2);
    let staff = dice.some(&draft.known.staff, 2);
    if units.len() + staff.len() < 2 {
        return None;
    }
    let mut patch = json!({ "units": units, "staff": staff });
    if let Some(because) = because(dice) {
        patch["because"] = json!(because);
    }
    if dice.one_in(2) {
        let id: CoLocationId = draft.fresh();
        return of("co_locations", Some(id), patch);
    }
    let id: InterfaceId = draft.fresh();
    patch["strength"] = json!("daily");
    of("interfaces", Some(id), patch)
}

/// Something that is taken out without a word.
fn gone(draft: &Draft<'_>, dice: &mut Dice<'_>) -> Option<Patch> {
    let loose = draft.loose();
    match dice.below(6) {
        0 => of("co_locations", dice.pick(&loose.co_locations), Json::Null),
        1 => of("interfaces", dice.pick(&loose.interfaces), Json::Null),
        2 => of("premises", dice.pick(&loose.premises), Json::Null),
        3 => of("open", dice.pick(&loose.open), Json::Null),
        // What names these then names nothing, unless nobody does.
        4 => of("staff", dice.pick(&draft.known.staff), Json::Null),
        _ => of("functions", dice.pick(&draft.known.functions), Json::Null),
    }
}
