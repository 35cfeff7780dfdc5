//! That no field is forgotten: where an entity is founded by an event, where ids are told and mapped, and where an
//! entity is looked up by its kind and id.

use indexmap::IndexMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use super::*;
use crate::ids::{Id, Kind, Subject};
use crate::span::{Entry, Origin, PathStep, Place, SourceId};
use crate::text::Text;

fn read<T: DeserializeOwned>(value: Json) -> T {
    serde_json::from_value(value).unwrap()
}

fn unit() -> Json {
    json!({
        "name": "Enhed", "also": ["E"], "parent": "p-unit", "type": "team", "site": "a-site", "head": "a-head",
        "established": "2020-01-01", "until": "2030-01-01", "budget": 100, "independent_of": ["i-unit"],
        "external": true, "purpose": "Formål", "identifiers": ["42"], "previously": ["old"],
        "allow": [{ "rule": "moved-unit" }],
    })
}

fn site() -> Json {
    json!({
        "name": "Hus", "also": ["H"], "capacity": 20, "travel": { "t-site": 5 }, "identifiers": ["7"],
        "previously": ["old"], "allow": [{ "rule": "vacated-site" }],
    })
}

fn function() -> Json {
    json!({
        "name": "Ydelse", "also": ["Y"], "kind": "citizen", "kle": "32.24", "identifiers": ["9"], "purpose": "Formål",
        "statutory": true, "responsible": [{ "unit": "r-unit", "site": "r-site", "for": ["r-group"], "cases": 3 }],
        "cases_per_post": 40, "volume": { "enquiries": 100, "per": "week", "per_post": 20 },
        "decided_by": { "staff": "d-post" }, "because": "Derfor", "required_in": ["afdeling"],
        "needed_at": ["n-site"],
        "needed_by": { "functions": ["b-function"], "target_groups": ["b-group"], "units": ["b-unit"], "staff": ["b-post"] },
        "hosted_by": [{ "unit": "h-unit", "site": "h-site" }], "previously": ["old"],
        "allow": [{ "rule": "moved-function" }],
    })
}

fn group() -> Json {
    json!({
        "name": "Unge", "also": ["U"], "citizens": 50, "pathway": ["w-function"], "entrance": "e-unit",
        "previously": ["old"], "allow": [{ "rule": "more-advisers" }],
    })
}

fn staff() -> Json {
    json!({
        "unit": "s-unit", "performs": ["s-function"], "site": "s-site", "for": ["s-group"],
        "competences": ["s-competence"], "reports_to": "s-post", "professional_lead": "l-post",
        "covers_for": ["c-post"], "wishes": { "w-unit": 2 }, "previously": ["old"],
    })
}

/// As it is written, with every key that was given.
fn written<T: Serialize>(entry: &T, given: &Json) -> Json {
    let written = serde_json::to_value(entry).unwrap();
    let keys = |value: &Json| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&written), keys(given));
    written
}

#[test]
fn what_an_event_establishes_has_all_that_the_thing_has() {
    let things = [
        (
            unit(),
            Established::Unit(read(json!("ny")), Box::new(read(unit()))),
        ),
        (
            site(),
            Established::Site(read(json!("nyt")), Box::new(read(site()))),
        ),
        (
            function(),
            Established::Function(read(json!("ny")), Box::new(read(function()))),
        ),
        (
            group(),
            Established::TargetGroup(read(json!("nye")), Box::new(read(group()))),
        ),
    ];
    for (given, thing) in things {
        let entry = match &thing {
            Established::Unit(_, entry) => written(&**entry, &given),
            Established::Site(_, entry) => written(&**entry, &given),
            Established::Function(_, entry) => written(&**entry, &given),
            Established::TargetGroup(_, entry) => written(&**entry, &given),
        };
        let event = Establish::from(thing.clone());
        assert_eq!(event.established(), Some(thing));
        // The event has the same keys with the same values, and the one that says what it is.
        let event = serde_json::to_value(&event).unwrap();
        let event = event.as_object().unwrap();
        let entry = entry.as_object().unwrap();
        assert_eq!(event.len(), entry.len() + 1);
        for (key, value) in entry {
            assert_eq!(event.get(key), Some(value), "{key}");
        }
    }
}

/// Every id that an entry names, as `kind:id`.
fn told(entry: &dyn References) -> Vec<String> {
    let mut told = Vec::new();
    entry.each_id(&mut |kind, id| told.push(format!("{}:{id}", kind.name())));
    told.sort();
    told
}

/// That these ids are told, that all of them are mapped and nothing else is, and that each is taken out.
fn check<T: References + Clone + PartialEq + std::fmt::Debug>(entry: &T, named: &[&str]) {
    let mut named: Vec<String> = named.iter().map(|&named| named.to_owned()).collect();
    named.sort();
    assert_eq!(told(entry), named, "{entry:?}");
    let mut same = entry.clone();
    same.map_ids(&mut |_, id| Some(id.into()));
    assert_eq!(&same, entry);
    let mut mapped = entry.clone();
    mapped.map_ids(&mut |kind, id| Some(format!("{id}-{}", kind.name().replace('_', "-")).into()));
    let with_kind = |named: &String| {
        let (kind, id) = named.split_once(':').unwrap();
        format!("{kind}:{id}-{}", kind.replace('_', "-"))
    };
    let mut expected: Vec<String> = named.iter().map(with_kind).collect();
    expected.sort();
    assert_eq!(told(&mapped), expected, "{mapped:?}");
    let mut without = entry.clone();
    without.map_ids(&mut |_, _| None);
    assert_eq!(told(&without), Vec::<String>::new(), "{without:?}");
}

#[test]
fn every_id_is_told_and_mapped() {
    check(
        &read::<UnitEntry>(unit()),
        &["unit:p-unit", "site:a-site", "staff:a-head", "unit:i-unit"],
    );
    check(&read::<SiteEntry>(site()), &["site:t-site"]);
    check(
        &read::<FunctionEntry>(function()),
        &[
            "unit:r-unit",
            "site:r-site",
            "target_group:r-group",
            "staff:d-post",
            "site:n-site",
            "function:b-function",
            "target_group:b-group",
            "unit:b-unit",
            "staff:b-post",
            "unit:h-unit",
            "site:h-site",
        ],
    );
    check(
        &read::<FunctionEntry>(json!({ "decided_by": "d-unit" })),
        &["unit:d-unit"],
    );
    check(
        &read::<FunctionEntry>(json!({ "decided_by": "performers" })),
        &[],
    );
    check(
        &read::<TargetGroupEntry>(group()),
        &["function:w-function", "unit:e-unit"],
    );
    check(
        &read::<StaffEntry>(staff()),
        &[
            "unit:s-unit",
            "function:s-function",
            "site:s-site",
            "target_group:s-group",
            "competence:s-competence",
            "staff:s-post",
            "staff:l-post",
            "staff:c-post",
            "unit:w-unit",
        ],
    );
    check(
        &read::<CoLocationEntry>(
            json!({ "functions": ["f"], "units": ["u"], "staff": ["s"], "for": ["g"] }),
        ),
        &["function:f", "unit:u", "staff:s", "target_group:g"],
    );
    check(
        &read::<InterfaceEntry>(json!({ "units": ["u"], "staff": ["s"] })),
        &["unit:u", "staff:s"],
    );
    check(&read::<BodyEntry>(json!({ "covers": ["u"] })), &["unit:u"]);
    let about = json!({
        "units": ["u"], "staff": ["s"], "functions": ["f"], "sites": ["h"], "target_groups": ["g"],
        "co_locations": ["c"], "steps": ["t"],
    });
    let named = [
        "unit:u",
        "staff:s",
        "function:f",
        "site:h",
        "target_group:g",
        "co_location:c",
        "step:t",
    ];
    check(&read::<PremiseEntry>(json!({ "about": about })), &named);
    check(
        &read::<OpenEntry>(
            json!({ "about": { "units": ["u"] }, "options": ["v", "Noget helt andet"] }),
        ),
        &["unit:u", "unit:v"],
    );
    check(
        &read::<CommitmentEntry>(
            json!({ "keep": { "unit": "u", "function": "f", "at": ["h"], "co_location": "c" } }),
        ),
        &["unit:u", "function:f", "site:h", "co_location:c"],
    );
    check(
        &read::<Process>(json!({
            "decision": { "body": "b" }, "clarified_by": { "o": "2020-01-01" },
            "steps": [{ "id": "one", "body": "c", "parallel_with": ["two"], "after": ["three"] }],
        })),
        &["body:b", "unit:o", "body:c", "step:two", "step:three"],
    );
}

#[test]
fn earlier_ids_are_mapped_apart() {
    fn past<T: References>(mut entry: T) -> T {
        entry.map_past(&mut |kind, id| {
            Some(format!("{id}-{}", kind.name().replace('_', "-")).into())
        });
        entry
    }
    fn ids<T: Id>(ids: &[T]) -> Vec<String> {
        ids.iter().map(|id| id.as_str().to_owned()).collect()
    }
    let one = |id: &str| vec![id.to_owned()];
    assert_eq!(
        ids(&past(read::<UnitEntry>(unit())).previously),
        one("old-unit")
    );
    assert_eq!(
        ids(&past(read::<StaffEntry>(staff())).previously),
        one("old-staff")
    );
    assert_eq!(
        ids(&past(read::<SiteEntry>(site())).previously),
        one("old-site")
    );
    assert_eq!(
        ids(&past(read::<FunctionEntry>(function())).previously),
        one("old-function")
    );
    assert_eq!(
        ids(&past(read::<TargetGroupEntry>(group())).previously),
        one("old-target-group")
    );
    let bare: InterfaceEntry = read(json!({ "units": ["u"] }));
    assert_eq!(past(bare.clone()), bare);
}

fn origin(start: u32) -> Origin {
    Origin {
        source: SourceId(0),
        start,
        end: start + 1,
    }
}

/// One entity of each kind, called by its kind, with an `allow` of a rule that is called so too; each stands at another byte.
fn one_of_each() -> Entries {
    fn section<K: Id, V: DeserializeOwned>(at: u32) -> Section<K, V> {
        let name = K::KIND.name().replace('_', "-");
        let value = read(json!({ "allow": [{ "rule": &name }] }));
        let entry = Entry {
            value,
            origin: Some(origin(at)),
        };
        std::iter::once((K::parse(&name).unwrap(), entry)).collect()
    }
    fn ended<K: Id>() -> IndexMap<K, EndedEntry> {
        let name = K::KIND.name().replace('_', "-");
        let entry = read(json!({ "allow": [{ "rule": format!("ended-{name}") }] }));
        IndexMap::from([(K::parse(&format!("gone-{name}")).unwrap(), entry)])
    }
    let mut entries = Entries {
        sites: section(1),
        units: section(2),
        staff: section(3),
        functions: section(4),
        target_groups: section(5),
        co_locations: section(6),
        interfaces: section(7),
        competences: section(8),
        bodies: section(9),
        premises: section(10),
        open: section(11),
        commitments: section(12),
        process: read(
            json!({ "steps": [{ "id": "before" }, { "id": "step", "allow": [{ "rule": "step" }] }] }),
        ),
        ..Entries::default()
    };
    entries.header.allow = read(json!([{ "rule": "chart" }]));
    entries.keys = IndexMap::from([
        ("title".into(), origin(100)),
        ("ended".into(), origin(101)),
        ("process".into(), origin(102)),
    ]);
    entries.ended.sites = ended();
    entries.ended.units = ended();
    entries.ended.staff = ended();
    entries.ended.functions = ended();
    entries.ended.target_groups = ended();
    entries
}

const SECTIONS: [Kind; 12] = [
    Kind::Site,
    Kind::Unit,
    Kind::Staff,
    Kind::Function,
    Kind::TargetGroup,
    Kind::CoLocation,
    Kind::Interface,
    Kind::Competence,
    Kind::Body,
    Kind::Premise,
    Kind::Open,
    Kind::Commitment,
];

/// Those that can end.
const ENDING: [Kind; 5] = [
    Kind::Site,
    Kind::Unit,
    Kind::Staff,
    Kind::Function,
    Kind::TargetGroup,
];

fn named(kind: Kind) -> Subject {
    Subject::new(kind, &kind.name().replace('_', "-"))
}

fn gone(kind: Kind) -> Subject {
    Subject::new(kind, &format!("gone-{}", kind.name().replace('_', "-")))
}

fn path(steps: &[&str]) -> Vec<PathStep> {
    steps.iter().map(|&step| step.into()).collect()
}

#[test]
fn an_entity_is_found_by_its_kind_and_id() {
    let entries = one_of_each();
    let root = |subject: Subject| {
        entries.root_of(&Place {
            subject,
            path: path(&["name"]),
        })
    };
    for (kind, at) in SECTIONS.into_iter().zip(1..) {
        assert_eq!(
            root(named(kind)),
            Some((origin(at), path(&["name"]))),
            "{kind:?}"
        );
        assert_eq!(root(Subject::new(kind, "nobody")), None, "{kind:?}");
    }
    for kind in ENDING {
        let way = [
            kind.section().into(),
            gone(kind).id.as_str().into(),
            "name".into(),
        ];
        assert_eq!(
            root(gone(kind)),
            Some((origin(101), way.to_vec())),
            "{kind:?}"
        );
    }
    let way = ["steps".into(), 1.into(), "name".into()];
    assert_eq!(root(named(Kind::Step)), Some((origin(102), way.to_vec())));
    for kind in [Kind::Event, Kind::Response, Kind::Point] {
        assert_eq!(root(named(kind)), None);
    }
}

#[test]
fn a_place_of_the_chart_is_looked_for_under_its_key() {
    let mut entries = one_of_each();
    let root = |entries: &Entries, path: Vec<PathStep>| {
        entries.root_of(&Place {
            subject: Subject::chart(),
            path,
        })
    };
    assert_eq!(root(&entries, Vec::new()), Some((origin(100), Vec::new())));
    assert_eq!(
        root(&entries, path(&["process", "decision"])),
        Some((origin(102), path(&["decision"])))
    );
    assert_eq!(root(&entries, path(&["nothing"])), None);
    // What has ended at some sites alone is still there, and where it ended is kept apart.
    let ended = |kind: Kind, key: &'static str, id: &str| {
        vec![
            key.into(),
            kind.section().into(),
            PathStep::KeyName(id.into()),
            "at".into(),
        ]
    };
    for (kind, at) in ENDING.into_iter().zip(200..) {
        entries.nested.insert(named(kind), origin(at));
    }
    for (kind, at) in ENDING.into_iter().zip(200..) {
        let id = named(kind).id;
        assert_eq!(
            root(&entries, ended(kind, "ended", &id)),
            Some((origin(at), path(&["at"]))),
            "{kind:?}"
        );
        let elsewhere = ended(kind, "process", &id);
        let rest = elsewhere[1..].to_vec();
        assert_eq!(root(&entries, elsewhere), Some((origin(102), rest)));
        let other = ended(kind, "ended", "other");
        let rest = other[1..].to_vec();
        assert_eq!(root(&entries, other), Some((origin(101), rest)));
    }
}

#[test]
fn what_is_allowed_is_what_its_own_entry_allows() {
    let entries = one_of_each();
    let rules = |subject: &Subject| -> Vec<String> {
        let allowed = entries.allow_of(subject).iter();
        allowed.filter_map(|allow| allow.rule.clone()).collect()
    };
    for kind in SECTIONS.into_iter().chain([Kind::Step]) {
        assert_eq!(rules(&named(kind)), [named(kind).id.as_str()], "{kind:?}");
        assert_eq!(
            rules(&Subject::new(kind, "nobody")),
            Vec::<String>::new(),
            "{kind:?}"
        );
    }
    for kind in ENDING {
        let name = format!("ended-{}", named(kind).id);
        assert_eq!(rules(&gone(kind)), [name], "{kind:?}");
    }
    assert_eq!(rules(&Subject::chart()), ["chart"]);
    for kind in [Kind::Event, Kind::Response, Kind::Point] {
        assert_eq!(rules(&named(kind)), Vec::<String>::new());
    }
}

#[test]
fn what_stands_in_its_section_is_live() {
    let entries = one_of_each();
    for kind in ENDING {
        assert!(entries.is_live(&named(kind)), "{kind:?}");
        assert!(!entries.is_live(&gone(kind)), "{kind:?}");
    }
    assert!(entries.is_live(&named(Kind::Body)));
}

#[test]
fn every_entity_with_an_id_is_among_the_subjects() {
    let entries = one_of_each();
    let mut all: Vec<Subject> = SECTIONS.into_iter().map(named).collect();
    all.extend(ENDING.into_iter().map(gone));
    all.extend([named(Kind::Step), Subject::new(Kind::Step, "before")]);
    let mut subjects: Vec<Subject> = entries.subjects().collect();
    all.sort();
    subjects.sort();
    assert_eq!(subjects, all);
}

#[test]
fn whatever_allows_something_is_there_with_what_it_allows() {
    let mut entries = one_of_each();
    let mut all: Vec<Subject> = SECTIONS.into_iter().map(named).collect();
    all.extend(ENDING.into_iter().map(gone));
    all.push(named(Kind::Step));
    let mut owners: Vec<Subject> = entries.allows().map(|(owner, _)| owner).collect();
    all.sort();
    owners.sort();
    assert_eq!(owners, all);
    for (owner, allows) in entries.allows() {
        assert_eq!(allows, entries.allow_of(&owner), "{owner}");
    }
    // What ends in part is still there, and it is its own entry that allows.
    let (id, still_there) = entries.units.get_index(0).unwrap();
    let (id, allow) = (id.clone(), still_there.value.allow.clone());
    let ended = entries.ended.units.values().next().unwrap().clone();
    entries.ended.units.insert(id.clone(), ended);
    let of_it: Vec<_> = entries
        .allows()
        .filter(|(s, _)| *s == id.subject())
        .collect();
    assert_eq!(of_it, [(id.subject(), &allow[..])]);
}

#[test]
fn ids_are_mapped_where_things_stand_and_wherever_they_are_named() {
    let mut entries = one_of_each();
    entries.nested = IndexMap::from([
        (gone(Kind::Unit), origin(7)),
        (named(Kind::Event), origin(8)),
    ]);
    entries.units[0].value.parent = Some(OrUndecided::Id(read(json!("unit"))));
    entries.units[0].value.more = read::<UnitEntry>(json!({ "previously": ["unit"] })).more;
    entries.ended.functions[0].at = vec![read(json!("site"))];
    let longer = |kind: Kind, id: &str| -> Option<Text> {
        (kind != Kind::Event).then(|| format!("{id}-x").into())
    };
    let mut mapped = entries.clone();
    mapped.map_ids(&longer, false);
    let mut all: Vec<String> = mapped
        .subjects()
        .map(|subject| subject.id.to_string())
        .collect();
    assert!(all.iter().all(|id| id.ends_with("-x")), "{all:?}");
    all.sort();
    let mut were: Vec<String> = entries
        .subjects()
        .map(|subject| format!("{}-x", subject.id))
        .collect();
    were.sort();
    assert_eq!(all, were);
    let moved = &mapped.units[0].value;
    assert_eq!(moved.parent, Some(OrUndecided::Id(read(json!("unit-x")))));
    assert_eq!(moved.previously, [read(json!("unit"))]);
    assert_eq!(mapped.ended.functions[0].at, [read(json!("site-x"))]);
    assert_eq!(
        mapped.co_locations[0].value.id,
        Some(read(json!("co-location-x")))
    );
    // What is taken out is nowhere any more.
    assert_eq!(
        mapped.nested.keys().cloned().collect::<Vec<_>>(),
        [Subject::new(Kind::Unit, "gone-unit-x")]
    );
    let mut with_past = entries.clone();
    with_past.map_ids(&longer, true);
    assert_eq!(with_past.units[0].value.previously, [read(json!("unit-x"))]);
}

/// A hearing of two responses, with a point or three.
fn hearing() -> Hearing {
    let response = |allow: &str, points: &[(&str, &str)]| -> Entry<ResponseEntry> {
        let points: Vec<Json> = points
            .iter()
            .map(|(id, allow)| json!({ "id": id, "allow": [{ "rule": allow }] }))
            .collect();
        Entry::computed(read(
            json!({ "allow": [{ "rule": allow }], "points": points }),
        ))
    };
    let responses = [
        (
            "med",
            response("of-med", &[("a", "of-a"), ("b", "of-b"), ("c", "of-c")]),
        ),
        ("raad", response("of-raad", &[("d", "of-d")])),
    ];
    let responses = responses.into_iter();
    Hearing {
        responses: responses
            .map(|(id, entry)| (read(json!(id)), entry))
            .collect(),
        ..Hearing::default()
    }
}

#[test]
fn points_that_are_left_out_leave_the_places_of_the_others_as_written() {
    let mut hearing = hearing();
    let kept = |hearing: &Hearing, response: &str| -> Vec<usize> {
        let points = hearing.responses[response].value.points.len();
        (0..points)
            .map(|at| hearing.written_at(response, at))
            .collect()
    };
    assert_eq!(kept(&hearing, "med"), [0, 1, 2]);
    let mut seen = Vec::new();
    hearing.keep_points(&mut |response, at, point| {
        seen.push((response.to_string(), at));
        point.id != Some(read(json!("b")))
    });
    let asked = [("med", 0), ("med", 1), ("med", 2), ("raad", 0)];
    assert_eq!(seen, asked.map(|(response, at)| (response.to_owned(), at)));
    assert_eq!(
        (kept(&hearing, "med"), kept(&hearing, "raad")),
        (vec![0, 2], vec![0])
    );
    assert!(!hearing.left_out.contains_key("raad"));
    // Those that are left are asked for by where they were written.
    hearing.keep_points(&mut |_, at, _| at != 0);
    assert_eq!(
        (kept(&hearing, "med"), kept(&hearing, "raad")),
        (vec![2], vec![])
    );
    assert_eq!(hearing.left_out["med"], [0, 1]);
    hearing.keep_points(&mut |_, at, _| at == 2);
    assert_eq!(kept(&hearing, "med"), [2]);
}

#[test]
fn a_response_and_a_point_have_their_own_allow() {
    let hearing = hearing();
    let rules = |allows: &[Allow]| -> Vec<String> {
        allows
            .iter()
            .filter_map(|allow| allow.rule.clone())
            .collect()
    };
    let of = |kind: Kind, id: &str| rules(hearing.allow_of(&Subject::new(kind, id)));
    assert_eq!(of(Kind::Response, "raad"), ["of-raad"]);
    assert_eq!(of(Kind::Point, "b"), ["of-b"]);
    assert_eq!(of(Kind::Point, "d"), ["of-d"]);
    assert_eq!(
        (
            of(Kind::Point, "med"),
            of(Kind::Response, "a"),
            of(Kind::Unit, "a")
        ),
        (vec![], vec![], vec![])
    );
    let all: Vec<Allow> = hearing.allows().cloned().collect();
    assert_eq!(
        rules(&all),
        ["of-med", "of-a", "of-b", "of-c", "of-raad", "of-d"]
    );
}

#[test]
fn a_language_is_told_by_the_first_part_of_its_tag() {
    for (tag, language) in [
        ("da", Some(Language::Da)),
        ("da-DK", Some(Language::Da)),
        ("en_GB.UTF-8", Some(Language::En)),
        ("en", Some(Language::En)),
        ("de", None),
        ("", None),
        ("dansk", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
}

/// What an editor is told of a key must not be that anything goes.
#[test]
fn values_with_a_form_of_their_own_have_a_schema() {
    fn schema<T: schemars::JsonSchema>() -> Json {
        schemars::SchemaGenerator::default()
            .into_root_schema_for::<T>()
            .to_value()
    }
    for (schema, says) in [
        (schema::<crate::date::DateSpan>(), "pattern"),
        (schema::<crate::quantity::Quantity>(), "pattern"),
        (schema::<crate::quantity::Amount>(), "pattern"),
        (schema::<crate::ids::UnitId>(), "pattern"),
        (schema::<crate::ids::AnyId>(), "pattern"),
        (schema::<Head>(), "anyOf"),
        (schema::<DecidedBy>(), "anyOf"),
        (schema::<ClarifiedBy>(), "anyOf"),
    ] {
        assert!(schema.get(says).is_some(), "{schema}");
    }
}
