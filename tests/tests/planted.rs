//! Planted edits that have nothing to do with each other: each is one change, as an event and as
//! an edit of the chart, and there are no others.
//!
//! An organisation of plots that name nothing of each other's; each plot gets one edit at most.

use std::collections::BTreeSet;
use std::fmt;

use proptest::prelude::*;
use rokade_change::{Change, ChangeKind, apply, script};
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, EventEntry, Proposal};
use rokade_core::ids::{Kind, Subject};
use rokade_tests::properties;
use rokade_tests::random::rolls;
use serde_json::{Value as Json, json};

/// What can be planted.
const EDITS: [&str; 21] = [
    "rename-id",
    "rename-name",
    "move-unit",
    "relocate-unit",
    "move-group",
    "move-part",
    "relocate-group",
    "move-function",
    "move-part-of-function",
    "function-to-nobody-known",
    "close-unit",
    "close-site",
    "new-unit",
    "new-site",
    "new-function",
    "new-posts",
    "more-posts",
    "reduce",
    "vacate-head",
    "discontinue",
    "end-group",
];

/// Which edit each plot gets; none leaves it as it is.
#[derive(Clone)]
struct Garden(Vec<Option<usize>>);

impl fmt::Debug for Garden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = self.0.iter().map(|edit| edit.map(|edit| EDITS[edit]));
        f.debug_list().entries(named).finish()
    }
}

fn garden() -> impl Strategy<Value = Garden> {
    rolls(1..14).prop_map(|rolls| {
        let edit = |roll: u16| {
            let edit = usize::from(roll) % (EDITS.len() + 4);
            Some(edit).filter(|edit| *edit < EDITS.len())
        };
        Garden(rolls.into_iter().map(edit).collect())
    })
}

/// A chart as JSON, to be edited as a person edits a file.
fn base(plots: usize) -> Json {
    let mut chart = json!({
        "sites": { "raadhus": { "name": "Rådhuset" } },
        "units": { "rod": { "name": "Prøveby", "site": "raadhus", "head": "none" } },
        "staff": {},
        "functions": {},
        "target_groups": {},
    });
    for n in 0..plots {
        let id = |kind: &str| format!("{kind}{n}");
        let mut add = |section: &str, key: &str, entry: Json| {
            chart[section][id(key)] = entry;
        };
        add("sites", "sted", json!({ "name": format!("Sted {n}0{n}") }));
        add("sites", "tomt", json!({ "name": format!("Tomt {n}1{n}") }));
        add(
            "units",
            "enhed",
            json!({ "name": format!("Enhed {n}2{n}"), "parent": "rod", "site": id("sted"), "head": id("leder") }),
        );
        add(
            "units",
            "blad",
            json!({ "name": format!("Blad {n}3{n}"), "parent": id("enhed"), "site": id("sted"), "head": "none" }),
        );
        let post = |title: &str, count: u32| json!({ "title": format!("{title} {n}4{n}"), "unit": id("enhed"), "count": count });
        add("staff", "leder", post("Leder", 1));
        add("staff", "gruppe", post("Sagsbehandler", 6));
        add(
            "functions",
            "opgave",
            json!({ "name": format!("Opgave {n}5{n}"), "responsible": id("enhed") }),
        );
        add(
            "target_groups",
            "borgere",
            json!({ "name": format!("Borgere {n}6{n}") }),
        );
    }
    chart
}

/// An edit of a plot: as an event, done to the chart, and as the change that it is.
#[expect(clippy::too_many_lines, reason = "one arm for each edit")]
fn edit(edit: &str, n: usize, chart: &mut Json) -> (Json, Expected) {
    let id = |kind: &str| format!("{kind}{n}");
    let (unit, leaf, group, function) = (id("enhed"), id("blad"), id("gruppe"), id("opgave"));
    let of = |kind: Kind, id: &str| subject(kind, id);
    let here = |kind: ChangeKind, of: Subject| Expected::new(kind, Some(of.clone()), &[of]);
    match edit {
        "rename-id" => {
            let new = id("nyt-blad");
            chart["units"][&new] = take(chart, "units", &leaf);
            chart["units"][&new]["previously"] = json!([leaf]);
            let event = json!({ "rename": { "unit": leaf, "id": new } });
            let (old, new) = (of(Kind::Unit, &leaf), of(Kind::Unit, &new));
            (
                event,
                Expected::new(ChangeKind::UnitRenamed, Some(old), &[new]),
            )
        }
        "rename-name" => {
            let name = format!("Omdøbt {n}7{n}");
            chart["units"][&leaf]["name"] = json!(name);
            let event = json!({ "rename": { "unit": leaf, "name": name } });
            (event, here(ChangeKind::UnitRenamed, of(Kind::Unit, &leaf)))
        }
        "move-unit" => {
            chart["units"][&leaf]["parent"] = json!("rod");
            let event = json!({ "move": { "unit": leaf, "to": "rod" } });
            (event, here(ChangeKind::UnitMoved, of(Kind::Unit, &leaf)))
        }
        "relocate-unit" => {
            chart["units"][&leaf]["site"] = json!("raadhus");
            let event = json!({ "relocate": { "unit": leaf, "to": "raadhus" } });
            (
                event,
                here(ChangeKind::UnitRelocated, of(Kind::Unit, &leaf)),
            )
        }
        "move-group" => {
            chart["staff"][&group]["unit"] = json!(leaf);
            let event = json!({ "move": { "staff": group, "to": leaf } });
            (event, here(ChangeKind::StaffMoved, of(Kind::Staff, &group)))
        }
        "move-part" => {
            let part = format!("{group}-{leaf}");
            chart["staff"][&part] = chart["staff"][&group].clone();
            chart["staff"][&part]["unit"] = json!(leaf);
            chart["staff"][&part]["count"] = json!(2);
            chart["staff"][&part]["previously"] = json!([group]);
            chart["staff"][&group]["count"] = json!(4);
            let event = json!({ "move": { "staff": group, "count": 2, "to": leaf } });
            let (old, new) = (of(Kind::Staff, &group), of(Kind::Staff, &part));
            (
                event,
                Expected::new(ChangeKind::StaffMoved, Some(old), &[new]),
            )
        }
        "relocate-group" => {
            chart["staff"][&group]["site"] = json!("raadhus");
            let event = json!({ "relocate": { "staff": group, "to": "raadhus" } });
            (event, here(ChangeKind::StaffMoved, of(Kind::Staff, &group)))
        }
        "move-function" => {
            chart["functions"][&function]["responsible"] = json!(leaf);
            let event = json!({ "move": { "function": function, "to": leaf } });
            (
                event,
                here(ChangeKind::FunctionMoved, of(Kind::Function, &function)),
            )
        }
        "move-part-of-function" => {
            let groups = json!([id("borgere")]);
            chart["functions"][&function]["responsible"] =
                json!([unit, { "unit": leaf, "for": groups }]);
            let event = json!({ "move": { "function": function, "to": leaf, "for": groups } });
            (
                event,
                here(ChangeKind::FunctionSplit, of(Kind::Function, &function)),
            )
        }
        "function-to-nobody-known" => {
            chart["functions"][&function]["responsible"] = json!("undecided");
            let event = json!({ "move": { "function": function, "to": "undecided" } });
            (
                event,
                here(
                    ChangeKind::FunctionUnassigned,
                    of(Kind::Function, &function),
                ),
            )
        }
        "close-unit" => {
            let gone = take(chart, "units", &leaf);
            chart["ended"]["units"][&leaf] = json!({ "name": gone["name"] });
            let event = json!({ "close": { "unit": leaf } });
            let old = of(Kind::Unit, &leaf);
            (event, Expected::new(ChangeKind::UnitClosed, Some(old), &[]))
        }
        "close-site" => {
            let site = id("tomt");
            let gone = take(chart, "sites", &site);
            chart["ended"]["sites"][&site] = json!({ "name": gone["name"] });
            let event = json!({ "close": { "site": site } });
            let old = of(Kind::Site, &site);
            (event, Expected::new(ChangeKind::SiteClosed, Some(old), &[]))
        }
        "new-unit" => {
            let new = id("ny-enhed");
            let entry = json!({ "name": format!("Nyt {n}8{n}"), "parent": unit, "head": "none" });
            founded(
                chart,
                "units",
                "unit",
                &new,
                &entry,
                ChangeKind::UnitFounded,
                Kind::Unit,
            )
        }
        "new-site" => {
            let new = id("nyt-sted");
            let entry = json!({ "name": format!("Opført {n}8{n}") });
            founded(
                chart,
                "sites",
                "site",
                &new,
                &entry,
                ChangeKind::SiteOpened,
                Kind::Site,
            )
        }
        "new-function" => {
            let new = id("ny-opgave");
            let entry = json!({ "name": format!("Ny opgave {n}8{n}"), "responsible": unit });
            let kind = ChangeKind::FunctionFounded;
            founded(
                chart,
                "functions",
                "function",
                &new,
                &entry,
                kind,
                Kind::Function,
            )
        }
        "new-posts" => {
            let new = id("nye");
            let entry = json!({ "title": format!("Nyansat {n}8{n}"), "unit": unit, "count": 2 });
            chart["staff"][&new] = entry.clone();
            let mut recruit = entry;
            recruit["staff"] = json!(new);
            let new = of(Kind::Staff, &new);
            (
                json!({ "recruit": recruit }),
                Expected::new(ChangeKind::StaffAdded, None, &[new]),
            )
        }
        "more-posts" => {
            chart["staff"][&group]["count"] = json!(9);
            let event = json!({ "recruit": { "staff": group, "count": 3 } });
            let more = of(Kind::Staff, &group);
            (event, Expected::new(ChangeKind::StaffAdded, None, &[more]))
        }
        "reduce" => {
            chart["staff"][&group]["count"] = json!(4);
            chart["ended"]["staff"][&group] = json!({ "by": 2 });
            let event = json!({ "reduce": { "staff": group, "by": 2 } });
            let old = of(Kind::Staff, &group);
            (event, Expected::new(ChangeKind::StaffEnded, Some(old), &[]))
        }
        "vacate-head" => {
            chart["units"][&unit]["head"] = json!("vacant");
            let event = json!({ "appoint": { "unit": unit, "head": "vacant" } });
            (event, here(ChangeKind::HeadChanged, of(Kind::Unit, &unit)))
        }
        "discontinue" => {
            let gone = take(chart, "functions", &function);
            chart["ended"]["functions"][&function] = json!({ "name": gone["name"] });
            let event = json!({ "discontinue": { "function": function } });
            let old = of(Kind::Function, &function);
            (
                event,
                Expected::new(ChangeKind::FunctionEnded, Some(old), &[]),
            )
        }
        "end-group" => {
            let gone = take(chart, "staff", &group);
            chart["ended"]["staff"][&group] = json!({ "name": gone["title"], "by": 6 });
            let event = json!({ "reduce": { "staff": group, "by": "100%" } });
            let old = of(Kind::Staff, &group);
            (event, Expected::new(ChangeKind::StaffEnded, Some(old), &[]))
        }
        other => panic!("{other} is no edit"),
    }
}

/// A change, as far as it is known beforehand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    kind: ChangeKind,
    base: Option<Subject>,
    revision: Vec<Subject>,
}

impl Expected {
    fn new(kind: ChangeKind, base: Option<Subject>, revision: &[Subject]) -> Self {
        Expected {
            kind,
            base,
            revision: revision.to_vec(),
        }
    }

    /// What of a change can be known beforehand.
    fn of(change: &Change) -> Self {
        Expected::new(change.kind, change.base.clone(), &change.revision)
    }
}

fn subject(kind: Kind, id: &str) -> Subject {
    Subject {
        kind,
        id: id.into(),
    }
}

fn take(chart: &mut Json, section: &str, id: &str) -> Json {
    let section = chart[section].as_object_mut();
    let section = section.expect("sections are maps");
    section
        .shift_remove(id)
        .expect("only what is there is taken out")
}

fn founded(
    chart: &mut Json,
    section: &str,
    key: &str,
    id: &str,
    entry: &Json,
    change: ChangeKind,
    kind: Kind,
) -> (Json, Expected) {
    chart[section][id] = entry.clone();
    let mut establish = entry.clone();
    establish[key] = json!(id);
    let new = subject(kind, id);
    (
        json!({ "establish": establish }),
        Expected::new(change, None, &[new]),
    )
}

/// The chart that a person wrote as JSON.
fn chart(written: &Json) -> Chart {
    let mut written = written.clone();
    written["rokade"] = json!(1);
    let mut sources = rokade::Sources::default();
    let text = written.to_string();
    let id = sources.add("chart.json", text.as_bytes(), rokade::Syntax::Yaml);
    let opened = rokade::open(&sources, &[id]);
    assert!(
        opened.complete && opened.faults.is_empty(),
        "{:?}",
        opened.faults
    );
    opened.chart
}

fn changes(base: &Chart, revision: &Chart) -> Vec<Expected> {
    let changes = rokade::changes(base, revision).changes;
    let mut changes: Vec<Expected> = changes.iter().map(Expected::of).collect();
    changes.sort();
    changes
}

properties! {
    fn planted_edits_are_so_many_changes(garden in garden()) {
        let before = base(garden.0.len());
        let mut after = before.clone();
        let mut events = Vec::new();
        let mut expected = Vec::new();
        for (n, planted) in garden.0.iter().enumerate() {
            let Some(planted) = planted else { continue };
            let (event, change) = edit(EDITS[*planted], n, &mut after);
            let event: EventEntry = serde_json::from_value(event).expect("it is an event");
            events.push(rokade_core::entry::Event::computed(event));
            expected.push(change);
        }
        expected.sort();
        let (before, edited) = (chart(&before), chart(&after));
        let planted = events.len();
        let proposal = Proposal { events, ..Proposal::default() };
        let applied = apply(before.entries(), &proposal, &BTreeSet::new());
        prop_assert!(applied.faults.is_empty(), "{:?}", applied.faults);
        let (applied, faults) = Chart::build(applied.entries);
        prop_assert!(faults.is_empty(), "{faults:?}");
        prop_assert_eq!(&changes(&before, &edited), &expected);
        prop_assert_eq!(&changes(&before, &applied), &expected);
        prop_assert!(
            rokade_change::same(&applied, &edited),
            "{}\n{}",
            rokade::write_chart(&rokade_change::plain(&applied)),
            rokade::write_chart(&rokade_change::plain(&edited))
        );
        let script = script(&before, &edited);
        let written = rokade::write_proposal(&script);
        prop_assert_eq!(script.events.len() + script.set.len(), planted, "{}", written);
    }
}

/// Each by itself, so that a failure names the edit.
#[test]
fn each_edit_is_one_change_and_one_event() {
    for planted in EDITS {
        let before = base(2);
        let mut after = before.clone();
        let (_, expected) = edit(planted, 1, &mut after);
        let (before, after) = (chart(&before), chart(&after));
        assert_eq!(changes(&before, &after), [expected], "{planted}");
        let script = script(&before, &after);
        let written = rokade::write_proposal(&script);
        assert_eq!(script.events.len(), 1, "{planted}\n{written}");
        assert!(script.set.is_empty(), "{planted}\n{written}");
        assert_eq!(script.own, Entries::default());
    }
}
