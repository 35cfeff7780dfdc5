//! Values of every key of the format, for what is written: a strategy for each type, which the
//! type itself reads.

use proptest::prelude::*;
use rokade_core::entry::{
    BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, Ended, EndedEntry, FunctionEntry,
    InterfaceEntry, OpenEntry, Organization, PremiseEntry, Process, SiteEntry, StaffEntry,
    StepEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::ids::parse_id;
use schemars::JsonSchema;
use serde_json::{Map, Value as Json, json};

pub(super) type Values = BoxedStrategy<Json>;

/// Texts that YAML may take for something else, or that a page shows badly, between `¦`.
const NASTY: &str = "¦ ¦  a¦a ¦~¦null¦Null¦NULL¦true¦False¦yes¦No¦on¦OFF¦y¦n¦N¦1¦0¦007¦0o17¦0x1f¦1e3¦1_000¦1.5¦.5¦1.¦-1¦+1¦.inf¦-.INF¦.nan¦nan¦12:30¦12:30:45¦2017-06-20¦2017-06-20 10:00¦<<¦=¦---¦--- a¦...¦... a¦-¦- a¦?¦? a¦:¦a:¦a: b¦a #b¦#¦a,b¦a, b¦[a]¦{a}¦{ a: b }¦&a¦*a¦!a¦!!str a¦|¦>¦%a¦@a¦`a`¦\"a\"¦'a'¦a\"b'c¦a\\b¦a\tb¦\ta¦Ærø – ø¦a\u{301}";

/// Texts of several lines, and characters that are not seen, between `¦`.
const SEVERAL: &str = "a\nb¦a\nb\n¦a\nb\n\n¦\na¦a\n¦\n¦\n\n¦ a\nb¦a\n  b¦a \nb¦a\n\tb¦a\n\nb¦a\r\nb¦a\rb¦a: b\n- c\n# d¦a\n---\nb¦a\u{85}b\nc¦a\u{2028}b¦\u{feff}a¦a\u{202e}b¦a\u{2066}b\nc¦a\u{200b}b¦a\0\u{1b}b¦\u{fffe}\u{ffff}\u{7f}";

fn between(texts: &'static str) -> BoxedStrategy<String> {
    let texts: Vec<&str> = texts.split('¦').collect();
    prop::sample::select(texts).prop_map(str::to_owned).boxed()
}

pub(super) fn words() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[A-ZÆØÅa-zæøå0-9 ]{0,30}",
        2 => between(NASTY),
        1 => between(SEVERAL),
        2 => "[ -~\n]{0,40}",
        1 => "\\PC{0,12}",
        1 => any::<String>(),
        1 => "([a-zæøå,:#]{1,9}[ \n]){0,30}",
    ]
    .boxed()
}

pub(super) fn an_id() -> BoxedStrategy<String> {
    prop_oneof![
        12 => "[a-zæøå]{1,3}(-[a-z0-9]{1,2}){0,2}",
        3 => between(NASTY),
        1 => "[a-z0-9ßłжあ]{1,4}",
        1 => "[a-z]{1020,1030}",
    ]
    .prop_filter_map("no id", |text| parse_id(&text).ok().map(String::from))
    .boxed()
}

pub(super) fn text() -> Values {
    words().prop_map(Json::from).boxed()
}

pub(super) fn id() -> Values {
    an_id().prop_map(Json::from).boxed()
}

pub(super) fn quantity() -> Values {
    let written = [
        "6",
        "0.5",
        "30-35",
        "ca. 10",
        "ca. 30-35.25",
        "6+",
        "unknown",
        "0",
    ];
    prop::sample::select(written.to_vec())
        .prop_map(Json::from)
        .boxed()
}

pub(super) fn amount() -> Values {
    prop_oneof![
        quantity(),
        prop::sample::select(vec!["50-100%", "ca. 12.5%", "110%"]).prop_map(Json::from)
    ]
    .boxed()
}

pub(super) fn date() -> Values {
    let written = [
        "2017-06-20",
        "2015-W49",
        "2015-04",
        "2021-H1",
        "2021",
        "unknown",
    ];
    prop::sample::select(written.to_vec())
        .prop_map(Json::from)
        .boxed()
}

fn flag() -> Values {
    any::<bool>().prop_map(Json::from).boxed()
}

fn one_of(of: &'static [&'static str]) -> Values {
    prop::sample::select(of).prop_map(Json::from).boxed()
}

pub(super) fn or_id(word: &'static str) -> Values {
    prop_oneof![4 => id(), 1 => Just(Json::from(word))].boxed()
}

pub(super) fn list(of: Values) -> Values {
    prop::collection::vec(of, 0..4).prop_map(Json::from).boxed()
}

pub(super) fn map(keys: BoxedStrategy<String>, of: Values) -> Values {
    prop::collection::btree_map(keys, of, 0..4)
        .prop_map(|map| Json::Object(map.into_iter().collect()))
        .boxed()
}

/// Some of these keys.
pub(super) fn keys(keys: Vec<(&'static str, Values)>) -> Values {
    let pairs: Vec<_> = keys
        .into_iter()
        .map(|(key, value)| {
            (prop::bool::weighted(0.3), value).prop_map(move |(there, value)| (there, key, value))
        })
        .collect();
    pairs
        .prop_map(|pairs| {
            let there = pairs.into_iter().filter(|(there, ..)| *there);
            Json::Object(
                there
                    .map(|(_, key, value)| (key.to_owned(), value))
                    .collect(),
            )
        })
        .boxed()
}

/// Some of these keys, which are all the keys of a type but for some.
pub(super) fn all_keys<T: JsonSchema>(but: &[&str], given: Vec<(&'static str, Values)>) -> Values {
    let schema = schemars::schema_for!(T).to_value();
    let of_type = schema["properties"].as_object().expect("a map of keys");
    let mut of_type: Vec<&str> = of_type.keys().map(String::as_str).collect();
    of_type.retain(|key| !but.contains(key));
    of_type.sort_unstable();
    let mut names: Vec<&str> = given.iter().map(|(key, _)| *key).collect();
    names.sort_unstable();
    assert_eq!(names, of_type);
    keys(given)
}

pub(super) fn allow() -> Values {
    list(keys(vec![
        ("rule", text()),
        ("because", text()),
        ("until", date()),
    ]))
}

pub(super) fn about() -> Values {
    keys(vec![
        ("units", list(id())),
        ("staff", list(id())),
        ("functions", list(id())),
        ("sites", list(id())),
        ("target_groups", list(id())),
        ("co_locations", list(id())),
        ("steps", list(id())),
        ("events", list(text())),
    ])
}

pub(super) fn organization() -> Values {
    all_keys::<Organization>(
        &[],
        vec![
            ("id", id()),
            ("name", text()),
            ("language", one_of(&["da", "en"])),
            ("currency", text()),
        ],
    )
}

pub(super) fn of_site() -> Vec<(&'static str, Values)> {
    vec![
        ("name", text()),
        ("also", list(text())),
        ("capacity", quantity()),
        ("travel", map(an_id(), quantity())),
        ("identifiers", list(text())),
        ("previously", list(id())),
        ("allow", allow()),
    ]
}

pub(super) fn of_unit() -> Vec<(&'static str, Values)> {
    vec![
        ("name", text()),
        ("also", list(text())),
        ("parent", or_id("undecided")),
        ("type", text()),
        ("site", or_id("undecided")),
        (
            "head",
            prop_oneof![id(), one_of(&["vacant", "none"])].boxed(),
        ),
        ("established", date()),
        ("until", date()),
        ("budget", quantity()),
        ("independent_of", list(id())),
        ("external", flag()),
        ("purpose", text()),
        ("identifiers", list(text())),
        ("previously", list(id())),
        ("allow", allow()),
    ]
}

pub(super) fn of_staff() -> Vec<(&'static str, Values)> {
    vec![
        ("title", text()),
        ("unit", or_id("undecided")),
        ("site", or_id("undecided")),
        ("count", quantity()),
        ("performs", list(id())),
        ("for", list(id())),
        ("competences", list(id())),
        ("reports_to", id()),
        ("professional_lead", id()),
        ("covers_for", list(id())),
        ("wishes", map(an_id(), quantity())),
        ("filled", flag()),
        ("cost", quantity()),
        ("identifiers", list(text())),
        ("previously", list(id())),
        ("allow", allow()),
    ]
}

pub(super) fn of_function() -> Vec<(&'static str, Values)> {
    let scope = keys(vec![
        ("unit", or_id("undecided")),
        ("site", id()),
        ("for", list(id())),
        ("cases", quantity()),
        ("shared", flag()),
    ]);
    let scope = prop_oneof![or_id("undecided"), scope].boxed();
    let decided = prop_oneof![
        id(),
        one_of(&["performers", "head"]),
        id().prop_map(|staff| json!({ "staff": staff }))
    ];
    vec![
        ("name", text()),
        ("also", list(text())),
        ("kind", one_of(&["citizen", "support", "management"])),
        ("kle", text()),
        ("identifiers", list(text())),
        ("purpose", text()),
        ("statutory", flag()),
        (
            "responsible",
            prop_oneof![scope.clone(), list(scope)].boxed(),
        ),
        ("cases_per_post", quantity()),
        (
            "volume",
            keys(vec![
                ("enquiries", quantity()),
                ("per", one_of(&["day", "year"])),
                ("per_post", quantity()),
            ]),
        ),
        ("decided_by", decided.boxed()),
        ("because", text()),
        ("required_in", list(text())),
        ("needed_at", list(id())),
        (
            "needed_by",
            keys(vec![
                ("functions", list(id())),
                ("target_groups", list(id())),
                ("units", list(id())),
                ("staff", list(id())),
            ]),
        ),
        (
            "hosted_by",
            list(keys(vec![("unit", id()), ("site", id())])),
        ),
        ("previously", list(id())),
        ("allow", allow()),
    ]
}

pub(super) fn of_target_group() -> Vec<(&'static str, Values)> {
    vec![
        ("name", text()),
        ("also", list(text())),
        ("citizens", quantity()),
        ("pathway", list(id())),
        ("entrance", or_id("undecided")),
        ("previously", list(id())),
        ("allow", allow()),
    ]
}

fn of_step() -> Vec<(&'static str, Values)> {
    vec![
        ("name", text()),
        ("kind", one_of(&["hearing", "move", "external"])),
        ("body", id()),
        ("date", date()),
        ("from", date()),
        ("to", date()),
        ("parallel_with", list(id())),
        ("after", list(id())),
        ("done", flag()),
        ("text", text()),
        ("identifiers", list(text())),
        ("absent", quantity()),
        ("allow", allow()),
    ]
}

/// Every section of a chart that has entities by id, with what an entity of it can say.
pub(super) fn sections() -> Vec<(&'static str, Values)> {
    let mut sections = of_maps();
    sections.extend(of_lists());
    sections
}

fn of_maps() -> Vec<(&'static str, Values)> {
    vec![
        ("sites", all_keys::<SiteEntry>(&[], of_site())),
        ("units", all_keys::<UnitEntry>(&[], of_unit())),
        ("staff", all_keys::<StaffEntry>(&[], of_staff())),
        ("functions", all_keys::<FunctionEntry>(&[], of_function())),
        (
            "target_groups",
            all_keys::<TargetGroupEntry>(&[], of_target_group()),
        ),
        (
            "competences",
            all_keys::<CompetenceEntry>(
                &[],
                vec![
                    ("name", text()),
                    ("also", list(text())),
                    ("critical_mass", quantity()),
                    ("allow", allow()),
                ],
            ),
        ),
        (
            "bodies",
            all_keys::<BodyEntry>(
                &[],
                vec![
                    ("name", text()),
                    ("also", list(text())),
                    ("kind", one_of(&["local_med", "union", "external"])),
                    ("covers", list(id())),
                    ("allow", allow()),
                ],
            ),
        ),
    ]
}

fn of_lists() -> Vec<(&'static str, Values)> {
    vec![
        (
            "co_locations",
            all_keys::<CoLocationEntry>(
                &["id"],
                vec![
                    ("functions", list(id())),
                    ("units", list(id())),
                    ("staff", list(id())),
                    ("for", list(id())),
                    ("because", text()),
                    ("allow", allow()),
                ],
            ),
        ),
        (
            "interfaces",
            all_keys::<InterfaceEntry>(
                &["id"],
                vec![
                    ("units", list(id())),
                    ("staff", list(id())),
                    ("strength", one_of(&["daily", "weekly", "monthly"])),
                    ("because", text()),
                    ("allow", allow()),
                ],
            ),
        ),
        (
            "premises",
            all_keys::<PremiseEntry>(
                &["id"],
                vec![
                    ("kind", one_of(&["goal", "law"])),
                    ("text", text()),
                    ("source", text()),
                    ("about", about()),
                    ("allow", allow()),
                ],
            ),
        ),
        (
            "open",
            all_keys::<OpenEntry>(
                &["id"],
                vec![
                    ("about", about()),
                    ("text", text()),
                    ("options", list(text())),
                    ("decide_by", date()),
                    ("allow", allow()),
                ],
            ),
        ),
        (
            "commitments",
            all_keys::<CommitmentEntry>(
                &["id"],
                vec![
                    ("text", text()),
                    (
                        "keep",
                        keys(vec![
                            ("unit", id()),
                            ("function", id()),
                            ("at", list(id())),
                            ("co_location", id()),
                        ]),
                    ),
                    ("at_most", map(words(), amount())),
                    ("at_least", map(words(), amount())),
                    ("allow", allow()),
                ],
            ),
        ),
    ]
}

pub(super) fn ended() -> Values {
    let entry = all_keys::<EndedEntry>(
        &[],
        vec![
            ("name", text()),
            ("at", list(id())),
            ("by", amount()),
            ("date", date()),
            ("because", text()),
            ("allow", allow()),
        ],
    );
    let section = map(an_id(), entry);
    all_keys::<Ended>(
        &[],
        ["units", "sites", "functions", "target_groups", "staff"]
            .map(|key| (key, section.clone()))
            .to_vec(),
    )
}

pub(super) fn process() -> Values {
    let step = all_keys::<StepEntry>(&["id"], of_step());
    let steps = prop::collection::btree_map(an_id(), step, 0..4).prop_map(|steps| {
        let with_id = |(id, step): (String, Json)| {
            let mut keys = Map::from_iter([("id".to_owned(), Json::from(id))]);
            keys.extend(step.as_object().cloned().unwrap_or_default());
            Json::Object(keys)
        };
        Json::Array(steps.into_iter().map(with_id).collect())
    });
    all_keys::<Process>(
        &[],
        vec![
            (
                "decision",
                keys(vec![
                    ("body", id()),
                    ("date", date()),
                    ("text", text()),
                    ("identifiers", list(text())),
                    ("absent", quantity()),
                ]),
            ),
            ("effective", date()),
            (
                "clarified_by",
                prop_oneof![date(), map(words(), date())].boxed(),
            ),
            ("steps", steps.boxed()),
        ],
    )
}

pub(super) fn header() -> Values {
    keys(vec![
        ("organization", organization()),
        ("title", text()),
        ("as_of", date()),
        ("allow", allow()),
    ])
}
