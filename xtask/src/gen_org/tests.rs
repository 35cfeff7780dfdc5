//! Organisations of all sizes: what is asked for is there, and the change can be made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use rokade::{Policy, Severity, Sources};
use rokade_change::{Applied, apply, same};
use rokade_core::chart::Chart;
use rokade_core::entry::{Action, ActionKind};
use rokade_core::span::{Source, SourceId, Syntax};
use rokade_core::text::Text;
use rokade_load::{load, load_proposal};

use super::{GenOrgError, Generated, Request, Shape, organisation, rekeyed, run};

fn municipality(staff: usize, seed: u64) -> Generated {
    organisation(Shape::Municipality, staff, seed)
}

fn changed(generated: &Generated) -> Applied {
    apply(&generated.base, &generated.proposal, &BTreeSet::new())
}

#[test]
fn there_are_as_many_entries_as_asked_for() {
    for staff in (10..260).chain([1000, 3333, 6000, 6001, 20_000]) {
        assert_eq!(municipality(staff, 1).base.staff.len(), staff);
    }
}

#[test]
fn the_same_seed_gives_the_same_and_another_another() {
    let (one, again, other) = (
        municipality(300, 5),
        municipality(300, 5),
        municipality(300, 6),
    );
    assert_eq!(one, again);
    assert_ne!(one.base, other.base);
    assert_ne!(one.proposal, other.proposal);
}

/// What an organisation refers to is there, today and when it has been changed.
fn all_is_there(generated: &Generated, which: &str) {
    let (_, faults) = Chart::build(generated.base.clone());
    assert_eq!(faults, [], "{which}");
    let applied = changed(generated);
    assert_eq!(applied.faults, [], "{which}");
    let (_, faults) = Chart::build(applied.entries);
    assert_eq!(faults, [], "{which}, changed");
}

#[test]
fn what_is_referred_to_is_there() {
    for staff in (10..260).step_by(5).chain([700, 1000, 7000]) {
        for seed in 0..6 {
            let generated = municipality(staff, seed);
            all_is_there(&generated, &format!("{staff} {seed}"));
        }
    }
}

#[test]
fn every_kind_of_event_occurs_from_two_hundred_on() {
    for staff in [200, 250, 400, 1000] {
        for seed in 0..5 {
            let proposal = municipality(staff, seed).proposal;
            let actions = proposal
                .events
                .iter()
                .filter_map(|event| event.entry.action());
            let kinds: BTreeSet<ActionKind> = actions.map(Action::kind).collect();
            assert_eq!(kinds, BTreeSet::from(ActionKind::ALL), "{staff} {seed}");
            assert!(!proposal.set.is_empty());
        }
    }
    assert!(!municipality(10, 0).proposal.events.is_empty());
}

#[test]
fn today_nothing_is_left_hanging() {
    for (staff, seed) in [
        (10, 1),
        (60, 2),
        (130, 3),
        (200, 4),
        (450, 5),
        (1000, 6),
        (6100, 7),
    ] {
        let text = rokade_load::write_chart(&municipality(staff, seed).base);
        let mut sources = Sources::default();
        let file = sources.add("base.yaml", text.as_bytes(), Syntax::Yaml);
        let opened = rokade::open(&sources, &[file]);
        let report = rokade::check(&sources, &opened, &Policy::default()).unwrap();
        let errors = report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        let errors: Vec<&str> = errors.map(|finding| &*finding.message).collect();
        assert_eq!(errors, Vec::<&str>::new(), "{staff} {seed}");
        let spans = report
            .findings
            .iter()
            .filter(|finding| finding.rule == "span-of-control");
        assert_eq!(spans.count(), 0, "{staff} {seed}");
    }
}

#[test]
fn a_closed_secretariat_leaves_canteen_and_caretaker_hanging() {
    let generated = municipality(200, 1);
    let entries = changed(&generated).entries;
    let hanging: Vec<&str> = entries
        .functions
        .iter()
        .filter(|(_, function)| {
            let scopes = function
                .value
                .responsible
                .iter()
                .flat_map(|scopes| &scopes.0);
            let mut units = scopes.filter_map(|scope| scope.unit.as_ref()?.id());
            units.any(|unit| entries.ended.units.contains_key(unit))
        })
        .map(|(id, _)| rokade_core::ids::Id::as_str(id))
        .collect();
    assert_eq!(hanging, ["kantine", "pedel"]);
}

/// A folder of the test's own, that is removed when it is done.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("rokade-gen-org-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Scratch(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn source(path: &Path) -> Source {
    let syntax = match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => Syntax::Csv,
        _ => Syntax::Yaml,
    };
    let text = fs::read_to_string(path).unwrap();
    Source::new(&path.display().to_string(), &text, syntax)
}

fn loaded(paths: &[PathBuf]) -> Chart {
    let sources: Vec<Source> = paths.iter().map(|path| source(path)).collect();
    let sources: Vec<(SourceId, &Source)> = (0..).map(SourceId).zip(&sources).collect();
    let loaded = load(&sources);
    assert_eq!(loaded.faults, []);
    assert!(loaded.complete);
    let (chart, faults) = Chart::build(loaded.entries);
    assert_eq!(faults, []);
    chart
}

/// Reads back what was written, and makes the change once more.
fn agrees(request: &Request) {
    let charts: [Vec<PathBuf>; 2] = ["base", "revision"].map(|name| {
        if request.csv {
            let folder = request.out.join(name);
            vec![folder.join("organisation.yaml"), folder.join("staff.csv")]
        } else {
            vec![request.out.join(format!("{name}.yaml"))]
        }
    });
    let [base, revision] = charts.map(|paths| loaded(&paths));
    let generated = organisation(request.shape, request.staff, request.seed);
    let (made, _) = Chart::build(generated.base.clone());
    assert!(same(&made, &base));
    let proposal = load_proposal(SourceId(9), &source(&request.out.join("proposal.yaml")));
    assert_eq!(proposal.faults, []);
    let name = if request.csv { "base" } else { "base.yaml" };
    assert_eq!(proposal.proposal.base.as_deref(), Some(name));
    assert_eq!(
        proposal.proposal.events.len(),
        generated.proposal.events.len()
    );
    let applied = apply(base.entries(), &proposal.proposal, &BTreeSet::new());
    assert_eq!(applied.faults, []);
    let (applied, _) = Chart::build(applied.entries);
    assert!(same(&applied, &revision));
}

#[test]
fn what_is_written_reads_back_and_the_revision_is_the_proposal_applied() {
    let scratch = Scratch::new("forms");
    let mut request = Request {
        shape: Shape::Municipality,
        staff: 250,
        seed: 3,
        out: scratch.0.clone(),
        csv: false,
    };
    run(&request).unwrap();
    agrees(&request);
    // And nothing of how it was written.
    assert_eq!(fs::read_dir(&scratch.0).unwrap().count(), 3);
    let first = fs::read(scratch.0.join("revision.yaml")).unwrap();
    run(&request).unwrap();
    assert_eq!(fs::read(scratch.0.join("revision.yaml")).unwrap(), first);
    // The other form takes the place of the first.
    request.csv = true;
    run(&request).unwrap();
    assert!(!scratch.0.join("base.yaml").exists());
    agrees(&request);
    request.csv = false;
    run(&request).unwrap();
    assert!(!scratch.0.join("base").exists());
}

#[test]
fn a_folder_with_something_else_in_it_is_left_alone() {
    let scratch = Scratch::new("others");
    let request = Request {
        shape: Shape::Municipality,
        staff: 10,
        seed: 1,
        out: scratch.0.clone(),
        csv: false,
    };
    for (folder, name) in [("", "base.yaml"), ("", "notes.txt"), ("base", "staff.csv")] {
        let path = scratch.0.join(folder).join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "rokade: 1\n").unwrap();
        assert!(
            matches!(run(&request), Err(GenOrgError::Foreign(_))),
            "{name}"
        );
        assert_eq!(fs::read(&path).unwrap(), b"rokade: 1\n");
        assert_eq!(fs::read_dir(&scratch.0).unwrap().count(), 1);
        fs::remove_dir_all(&scratch.0).unwrap();
    }
}

/// The shapes that are changed by events.
const SHAPES: [Shape; 4] = [Shape::Chain, Shape::Wide, Shape::Sites, Shape::Events];

#[test]
fn the_shapes_are_valid_and_can_be_changed() {
    for shape in SHAPES {
        for staff in [10, 100, 2000] {
            let generated = organisation(shape, staff, 4);
            assert_eq!(generated.base.staff.len(), staff, "{shape}");
            assert_eq!(generated, organisation(shape, staff, 4));
            all_is_there(&generated, &format!("{shape} {staff}"));
        }
    }
}

#[test]
fn a_chain_is_deep_and_another_organisation_wide() {
    let under = |shape: Shape| {
        let entries = organisation(shape, 300, 1).base;
        let mut below = std::collections::BTreeMap::<String, usize>::new();
        for unit in entries.units.values() {
            if let Some(parent) = unit.value.parent.as_ref().and_then(|unit| unit.id()) {
                *below.entry(parent.to_string()).or_default() += 1;
            }
        }
        (below.len(), below.into_values().max())
    };
    assert_eq!(under(Shape::Chain), (299, Some(1)));
    assert_eq!(under(Shape::Wide), (1, Some(299)));
}

#[test]
fn one_function_has_many_sites() {
    let base = organisation(Shape::Sites, 500, 1).base;
    let function = &base.functions.values().next().unwrap().value;
    let scopes = function.responsible.as_ref().map(|scopes| scopes.0.len());
    assert_eq!((base.sites.len(), scopes), (500, Some(500)));
}

#[test]
fn many_events_are_one_for_some_ten_entries() {
    let generated = organisation(Shape::Events, 5000, 2);
    let events = generated.proposal.events.len();
    assert!((400..700).contains(&events), "{events}");
}

#[test]
fn other_ids_are_other_everywhere_and_the_rest_is_as_it_was() {
    let base = municipality(700, 2).base;
    let other = rekeyed(&base, 2);
    let (_, faults) = Chart::build(other.clone());
    assert_eq!(faults, []);
    for (one, two) in [
        (base.units.len(), other.units.len()),
        (base.staff.len(), other.staff.len()),
        (base.functions.len(), other.functions.len()),
        (base.sites.len(), other.sites.len()),
    ] {
        assert_eq!(one, two);
    }
    let kept = |id: &&str| base.units.contains_key(*id) || base.staff.contains_key(*id);
    let units = other.units.keys().map(rokade_core::ids::Id::as_str);
    let staff = other.staff.keys().map(rokade_core::ids::Id::as_str);
    assert_eq!(units.chain(staff).find(kept), None);
    let titles = |entries: &rokade_core::entry::Entries| -> Vec<Option<Text>> {
        let staff = entries.staff.values();
        staff.map(|entry| entry.value.title.clone()).collect()
    };
    assert_eq!(titles(&base), titles(&other));
}

#[test]
fn a_shape_is_written_as_any_other() {
    let scratch = Scratch::new("shapes");
    let mut request = Request {
        shape: Shape::Chain,
        staff: 120,
        seed: 3,
        out: scratch.0.clone(),
        csv: false,
    };
    run(&request).unwrap();
    agrees(&request);
    // What has no proposal leaves none of another shape.
    request.shape = Shape::Rekeyed;
    run(&request).unwrap();
    assert!(!scratch.0.join("proposal.yaml").exists());
    let [base, revision] = ["base.yaml", "revision.yaml"].map(|name| scratch.0.join(name));
    assert!(!same(&loaded(&[base]), &loaded(&[revision])));
}
