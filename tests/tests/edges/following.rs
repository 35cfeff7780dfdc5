//! What a thing of one chart is in the next, and what is told of it.

use std::fmt::Write as _;

use rokade::{ChangeSet, Quantity};
use rokade_change::{Evidence, FunctionChange, FunctionFate, PostFate, StaffChange};
use rokade_core::ids::{FunctionId, Id, StaffId, UnitId};

use super::*;

fn changes(base: &str, revision: &str) -> ChangeSet {
    let mut sources = Sources::default();
    let [base, revision] =
        [("base.yaml", base), ("revision.yaml", revision)].map(|(name, text)| {
            let opened = open_yaml(&mut sources, name, &format!("rokade: 1\n{text}"));
            assert_eq!(opened.faults, [], "{text}");
            opened
        });
    rokade::changes(&base.chart, &revision.chart)
}

fn ids<I: Id>(ids: &[I]) -> Vec<&str> {
    ids.iter().map(Id::as_str).collect()
}

/// What changed, and of what: of what was there, or of what is new.
fn kinds(changes: &ChangeSet) -> Vec<String> {
    let told = |change: &rokade_change::Change| {
        let of = change.base.iter().chain(&change.revision).next();
        format!(
            "{} {}",
            change.kind.name(),
            of.map_or("", |subject| &*subject.id)
        )
    };
    changes.changes.iter().map(told).collect()
}

fn function<'c>(changes: &'c ChangeSet, of: &str) -> &'c FunctionChange {
    let change = changes.function(&id::<FunctionId>(of));
    change.expect("it is in the base")
}

/// The scopes of a function that nobody holds: the site or `-`, and the target group or `-`.
fn unassigned(change: &FunctionChange) -> Vec<String> {
    let scopes = change.unassigned.iter().map(|one| &one.scope);
    scopes.map(scope).collect()
}

fn scope(scope: &rokade_change::Scope) -> String {
    let site = scope.site.as_ref().map_or("-", Id::as_str);
    let group = scope.group.as_ref().map_or("-", Id::as_str);
    format!("{site} {group}")
}

/// What became of a group of posts, where all of it had one fate.
fn posts<'c>(changes: &'c ChangeSet, of: &str) -> &'c StaffChange {
    let all = changes.staff_of(&id::<StaffId>(of));
    assert_eq!(all.len(), 1, "{all:?}");
    &all[0]
}

fn cause(change: &StaffChange) -> String {
    let cause = change.cause.as_ref().expect("they moved");
    let of: Vec<&str> = cause.subjects.iter().map(|of| &*of.id).collect();
    format!("{} {}", cause.kind.name(), of.join(" "))
}

const PLACES: &str = "sites: { kaj: {}, torv: {}, havn: {} }
target_groups: { unge: {}, voksne: {} }
";

/// Units that sit at three places.
const UNITS: &str = "units: { job: { site: kaj }, hus: { site: torv }, ny: { site: havn } }\n";

/// Two charts with the same sites, target groups and units, and one function that is held so.
fn held(base: &str, revision: &str) -> ChangeSet {
    let [base, revision] = [base, revision]
        .map(|function| format!("{PLACES}{UNITS}functions: {{ f: {{ {function} }} }}\n"));
    changes(&base, &revision)
}

#[test]
fn posts_that_moved_under_another_id_have_why_they_are_the_same() {
    let base = "units: { job: {}, hus: {} }\nstaff: { gamle: { title: Vejledere, unit: job } }\n";
    let revision = base
        .replace("unit: job", "unit: hus")
        .replace("gamle", "nye");
    let changes = changes(base, &revision);
    assert_eq!(kinds(&changes), ["staff-moved gamle"]);
    assert_eq!(changes.changes[0].evidence, [Evidence::UniqueName]);
}

#[test]
fn who_holds_one_part_and_joins_in_another_is_told() {
    let two = "{ unit: job, for: [unge], shared: true }, { unit: hus, for: [voksne] }";
    let changes = held(
        &format!("responsible: [{two}]"),
        &format!("responsible: [{two}, {{ unit: hus, for: [unge], shared: true }}]"),
    );
    assert_eq!(kinds(&changes), ["function-joined f"]);
    assert_eq!(ids(&function(&changes, "f").into), [""; 0]);
}

#[test]
fn a_function_that_goes_to_a_unit_without_a_site_is_not_done_elsewhere() {
    let base = format!("{PLACES}{UNITS}functions: {{ f: {{ responsible: job }} }}\n");
    let revision = base
        .replace("hus: { site: torv }", "hus: {}")
        .replace("responsible: job", "responsible: hus");
    let changes = changes(&base, &revision);
    assert_eq!(kinds(&changes), ["function-moved f"]);
    assert!(!function(&changes, "f").site_changed);
}

#[test]
fn a_function_that_goes_elsewhere_than_its_unit_is_moved() {
    let base = format!(
        "{PLACES}{UNITS}functions: {{ f: {{ responsible: {{ unit: job, site: kaj }} }} }}\n"
    );
    let now = |site: &str| {
        let revision = base
            .replace("kaj: {}, ", "")
            .replace("job: { site: kaj", "job: { site: torv")
            .replace("site: kaj", &format!("site: {site}"));
        kinds(&changes(&base, &revision))
    };
    let unit = ["unit-relocated job", "site-closed kaj"];
    assert_eq!(now("torv"), unit);
    assert_eq!(now("havn"), [unit[0], "function-moved f", unit[1]]);
}

#[test]
fn of_the_sites_of_a_function_those_are_told_that_changed() {
    let chart = |unit: &str, site: &str| {
        format!(
            "{PLACES}{UNITS}functions: {{ f: {{ responsible: [{{ unit: {unit}, site: kaj }}, \
             {{ unit: {unit}, site: {site} }}] }} }}\n"
        )
    };
    let revision = chart("hus", "havn") + "ended: { functions: { f: { at: [torv] } } }\n";
    let changes = changes(&chart("job", "torv"), &revision);
    let f = function(&changes, "f");
    assert_eq!(f.fate, FunctionFate::Moved);
    assert_eq!(ids(&f.from_sites), ["torv"]);
    assert_eq!(ids(&f.to_sites), ["havn"]);
}

#[test]
fn a_function_is_done_nowhere_by_a_group_of_no_posts() {
    let chart = |unit: &str, site: &str, count: u8| {
        format!(
            "sites: {{ kaj: {{}}, torv: {{}} }}\nunits: {{ job: {{}}, hus: {{}} }}\n\
             functions: {{ f: {{ responsible: {unit} }} }}\nstaff:\n  \
             a: {{ unit: {unit}, site: kaj, performs: [f], count: 2 }}\n  \
             b: {{ unit: {unit}, site: {site}, performs: [f], count: {count} }}\n"
        )
    };
    let is_done_elsewhere = |count| {
        let changes = changes(&chart("job", "torv", count), &chart("hus", "kaj", count));
        function(&changes, "f").site_changed
    };
    assert!(!is_done_elsewhere(0));
    assert!(is_done_elsewhere(1));
}

#[test]
fn where_a_function_was_done_is_what_its_scope_says_where_the_new_one_has_no_scope() {
    let changes = held("responsible: { unit: job, site: torv }", "responsible: ny");
    let f = function(&changes, "f");
    assert_eq!(f.fate, FunctionFate::Moved);
    assert_eq!(ids(&f.from_sites), ["torv"]);
    assert_eq!(ids(&f.to_sites), ["havn"]);
}

#[test]
fn a_function_can_become_part_of_several_that_others_are_part_of_too() {
    let base = "units: { job: {} }
functions: { f: { responsible: job }, g: { responsible: job }, h: { responsible: job } }
";
    let revision = "units: { job: {} }
functions:
  x: { responsible: job, previously: [f, g] }
  y: { responsible: job, previously: [f, h] }
";
    let changes = changes(base, revision);
    assert_eq!(function(&changes, "f").fate, FunctionFate::Absorbed);
    // Divided among two that are nothing but parts of it, it is nobody else's.
    let revision = revision.replace(", g]", "]").replace(", h]", "]");
    let changes = self::changes(base, &revision);
    assert_eq!(function(&changes, "f").fate, FunctionFate::Stayed);
}

#[test]
fn that_nobody_holds_a_function_at_a_site_is_not_told_again_without_the_site() {
    let needed = "statutory: true, needed_at: [torv]";
    let changes = held(&format!("responsible: job, {needed}"), needed);
    let f = function(&changes, "f");
    assert_eq!(f.fate, FunctionFate::Unassigned);
    assert_eq!(unassigned(f), ["torv -"]);
}

#[test]
fn what_the_law_asks_for_is_not_merely_left_out() {
    let fate = |base: &str| {
        let base =
            format!("{PLACES}{UNITS}functions: {{ f: {{ {base} }}, g: {{ responsible: job }} }}\n");
        let revision = format!("{PLACES}{UNITS}functions: {{ g: {{ responsible: job }} }}\n");
        function(&changes(&base, &revision), "f").fate
    };
    assert_eq!(
        fate("responsible: job, statutory: true"),
        FunctionFate::Unassigned
    );
    assert_eq!(fate("responsible: job"), FunctionFate::Absent);
    assert_eq!(fate("statutory: true"), FunctionFate::Absent);
}

#[test]
fn what_nobody_held_before_is_not_lost_when_the_rest_moves() {
    let f =
        |unit: &str| format!("responsible: {{ unit: {unit}, site: kaj }}, needed_at: [kaj, torv]");
    let changes = held(&f("job"), &f("hus"));
    assert_eq!(function(&changes, "f").fate, FunctionFate::Moved);
}

#[test]
fn a_function_that_another_unit_holds_at_one_site_for_some_is_not_held_as_it_was() {
    let changes = held(
        "responsible: job, needed_at: [torv]",
        "responsible: { unit: hus, site: kaj, for: [unge] }, needed_at: [torv]",
    );
    let f = function(&changes, "f");
    assert_eq!(f.fate, FunctionFate::Unassigned);
    assert_eq!(unassigned(f), ["torv -"]);
}

#[test]
fn of_scopes_that_were_given_up_those_within_another_are_left_out() {
    for (wide, narrow) in [("site: kaj", "kaj -"), ("for: [unge]", "- unge")] {
        let changes = held(
            "responsible: job",
            &format!(
                "responsible: [job, {{ unit: hus, {wide} }}, {{ unit: hus, site: kaj, for: [unge] }}]"
            ),
        );
        let part = function(&changes, "f").given_up.as_ref();
        let part = part.expect("a part of it went to hus");
        let scopes: Vec<String> = part.scopes.iter().map(scope).collect();
        assert_eq!(scopes, [narrow]);
    }
}

#[test]
fn cases_that_became_fewer_went_nowhere_where_nobody_has_more() {
    let f = |job: u32, hus: u32| {
        format!(
            "responsible: [{{ unit: job, for: [unge], cases: {job} }}, {{ unit: hus, for: [voksne], cases: {hus} }}]"
        )
    };
    let fewer = held(&f(100, 50), &f(80, 50));
    assert_eq!(function(&fewer, "f").fate, FunctionFate::Stayed);
    let passed = held(&f(100, 50), &f(80, 70));
    let f = function(&passed, "f");
    assert_eq!(f.fate, FunctionFate::Split);
    let part = f.given_up.as_ref().expect("hus has more cases");
    assert_eq!(part.cases, Some(Quantity::exact(20)));
    assert_eq!(
        (ids(&part.from), ids(&part.into)),
        (vec!["job"], vec!["hus"])
    );
}

#[test]
fn how_many_cases_went_is_told_where_both_say_it() {
    let given_up = |job: &str, hus: &str| {
        let changes = held(
            "responsible: { unit: job, cases: 100 }",
            &format!("responsible: [{{ unit: job{job} }}, {{ unit: hus, site: kaj{hus} }}]"),
        );
        let part = function(&changes, "f").given_up.as_ref();
        part.expect("a part of it went to hus").cases
    };
    assert_eq!(given_up(", cases: 100", ", cases: 20"), None);
    assert_eq!(given_up(", cases: 80", ""), None);
    assert_eq!(
        given_up(", cases: 80", ", cases: 20"),
        Some(Quantity::exact(20))
    );
}

#[test]
fn cases_can_go_between_functions_that_one_was_divided_into() {
    let base = format!(
        "{PLACES}{UNITS}functions: {{ f: {{ responsible: [{{ unit: job, for: [unge], cases: 100 }}, \
         {{ unit: hus, for: [voksne], cases: 50 }}] }} }}\n"
    );
    let revision = format!(
        "{PLACES}{UNITS}functions:
  g: {{ responsible: {{ unit: job, for: [unge], cases: 80 }}, previously: [f] }}
  h: {{ responsible: {{ unit: hus, for: [voksne], cases: 70 }}, previously: [f] }}
"
    );
    let changes = changes(&base, &revision);
    let part = function(&changes, "f").given_up.as_ref();
    let part = part.expect("hus has more cases");
    assert_eq!(part.cases, Some(Quantity::exact(20)));
}

#[test]
fn who_is_left_over_of_merged_groups_is_counted_together() {
    let base =
        "units: { job: {} }\nstaff: { a: { unit: job, count: 10 }, b: { unit: job, count: 5 } }\n";
    let revision =
        "units: { job: {} }\nstaff: { c: { unit: job, count: 12, previously: [a, b] } }\n";
    let changes = changes(base, revision);
    let sum = |fate: PostFate| {
        let of = changes.staff.iter().filter(|change| change.fate == fate);
        changes.posts(of).to_string()
    };
    assert_eq!(sum(PostFate::Unplaced), "3");
    assert_eq!(sum(PostFate::Stayed), "12");
}

#[test]
fn what_is_known_roughly_of_one_side_is_known_roughly_of_both() {
    let chart = |unit: &str, count: &str| {
        format!(
            "units: {{ job: {{}}, hus: {{}} }}\nstaff: {{ r: {{ unit: {unit}, count: {count} }} }}\n"
        )
    };
    let moved = |base: &str, revision: &str| {
        let changes = changes(&chart("job", base), &chart("hus", revision));
        posts(&changes, "r").posts.to_string()
    };
    assert_eq!(moved("ca. 10-14", "12-16"), "ca. 12-14");
    assert_eq!(moved("10-14", "ca. 12-16"), "ca. 12-14");
    assert_eq!(moved("10-14", "12-16"), "12-14");
}

#[test]
fn a_group_of_no_posts_becomes_another_all_the_same() {
    let base = "units: { job: {}, hus: {} }\nstaff: { a: { unit: job, count: 0 } }\n";
    let revision =
        "units: { job: {}, hus: {} }\nstaff: { b: { unit: hus, count: 0, previously: [a] } }\n";
    let changes = changes(base, revision);
    let change = posts(&changes, "a");
    assert_eq!(change.to.as_ref().map(Id::as_str), Some("b"));
    assert_eq!(change.fate, PostFate::Moved);
}

#[test]
fn nobody_went_to_a_group_of_no_posts_that_others_of_them_did_not() {
    let base = "units: { job: {}, hus: {} }\nstaff: { a: { unit: job, count: 4 } }\n";
    let revision = "units: { job: {}, hus: {} }
staff:
  b: { unit: job, count: 4, previously: [a] }
  c: { unit: hus, count: 0, previously: [a] }
";
    let changes = changes(base, revision);
    assert_eq!(posts(&changes, "a").to.as_ref().map(Id::as_str), Some("b"));
}

/// A unit that is relocated from `kaj` to `torv`, and posts of it.
fn relocated(before: &str, now: &str) -> ChangeSet {
    let chart = |site: &str, post: &str| {
        format!(
            "{PLACES}units: {{ job: {{ site: {site}, head: none }}, hus: {{ site: havn, head: none }} }}
staff: {{ chef: {{ unit: hus, site: havn }}, r: {{ {post} }} }}\n"
        )
    };
    changes(&chart("kaj", before), &chart("torv", now))
}

#[test]
fn posts_that_come_to_where_their_unit_went_have_moved_if_they_were_not_with_it() {
    let moved = relocated("unit: job, site: havn", "unit: job, site: torv");
    let change = posts(&moved, "r");
    assert_eq!(change.fate, PostFate::Moved);
    assert_eq!(cause(change), "transfer job");
    let along = relocated("unit: job", "unit: job, site: torv");
    assert_eq!(posts(&along, "r").fate, PostFate::Stayed);
}

#[test]
fn posts_of_no_unit_before_and_after_are_not_unplaced() {
    let changes = relocated("unit: undecided", "unit: undecided");
    let change = posts(&changes, "r");
    assert_eq!(change.fate, PostFate::Stayed);
    assert_eq!(change.unplaced, None);
}

#[test]
fn posts_that_report_to_nobody_any_longer_have_another_line() {
    let chart = |post: &str| {
        format!(
            "units: {{ job: {{ head: none }}, hus: {{ head: none }} }}
staff: {{ chef: {{ unit: hus }}, r: {{ unit: job{post} }} }}\n"
        )
    };
    for (before, now) in [("", ", reports_to: chef"), (", reports_to: chef", "")] {
        let changes = changes(&chart(before), &chart(now));
        let change = posts(&changes, "r");
        assert_eq!(change.fate, PostFate::Moved);
        assert!(change.head_changed);
        assert_eq!(cause(change), "transfer job");
    }
}

#[test]
fn posts_that_leave_a_unit_when_it_is_relocated_leave_it_for_another_reason() {
    let went = |now: &str| cause(posts(&relocated("unit: job", now), "r"));
    assert_eq!(went("unit: hus"), "transfer job hus");
    assert_eq!(went("unit: hus, site: kaj"), "transfer job hus");
    assert_eq!(went("unit: job, site: havn"), "unit-relocated job");
    // They stay where they are, and report to somebody else.
    assert_eq!(
        went("unit: job, site: kaj, reports_to: chef"),
        "transfer job"
    );
}

#[test]
fn posts_that_go_elsewhere_when_their_unit_gets_another_parent_do_so_for_another_reason() {
    let chart = |parent: &str, site: &str| {
        format!(
            "{PLACES}units: {{ a: {{}}, b: {{}}, job: {{ parent: {parent}, site: kaj }} }}
staff: {{ r: {{ unit: job, site: {site} }} }}\n"
        )
    };
    let changes = changes(&chart("a", "kaj"), &chart("b", "havn"));
    assert_eq!(cause(posts(&changes, "r")), "transfer job");
}

#[test]
fn posts_that_say_they_report_to_the_head_of_their_unit_do_so_when_it_gets_another() {
    let chart = |head: &str| {
        format!(
            "units: {{ job: {{ head: {head} }} }}
staff: {{ gerd: {{ unit: job }}, hans: {{ unit: job }}, r: {{ unit: job, reports_to: {head} }} }}\n"
        )
    };
    let changes = changes(&chart("gerd"), &chart("hans"));
    assert_eq!(posts(&changes, "r").fate, PostFate::Stayed);
}

/// Units of two charts: one that is gone, and functions that it shared with one that is there
/// and another unit shares now.
fn shared_by(functions: usize) -> ChangeSet {
    let chart = |gone: &str, holder: &str| {
        let mut text = format!(
            "units: {{ {gone}yrsa: {{ name: Ydelse }}, xenia: {{ name: Kantine }} }}\nfunctions:\n"
        );
        for i in 1..=functions {
            let _ = writeln!(
                text,
                "  f{i}: {{ responsible: [{{ unit: {holder}, shared: true }}, {{ unit: yrsa, shared: true }}] }}"
            );
        }
        text
    };
    changes(
        &chart("alma: { name: Vejledning }, ", "alma"),
        &chart("", "xenia"),
    )
}

#[test]
fn what_two_units_share_counts_half_for_each() {
    assert_eq!(kinds(&shared_by(3))[0], "unit-closed alma");
    let merged = shared_by(4);
    assert_eq!(kinds(&merged)[0], "unit-merged alma");
    let to = &merged
        .unit(&id::<UnitId>("alma"))
        .expect("it is in the base")
        .to;
    assert_eq!(ids(to), ["xenia"]);
}

#[test]
fn a_unit_that_was_divided_is_still_one_thing_of_the_unit_above_it() {
    let base = "units: { top: { name: Forvaltning }, alma: { name: Kantine }, team: { name: Team, parent: top } }\n";
    let revision = "units:
  alma: { name: Kantine }
  nord: { name: Nord, parent: alma, previously: [team] }
  syd: { name: Syd, parent: alma, previously: [team] }
";
    let changes = changes(base, revision);
    assert_eq!(kinds(&changes)[0], "unit-closed top");
}

#[test]
fn what_a_unit_still_has_is_not_counted_as_gone_to_one_split_off_it() {
    let base = "units: { job: { name: Jobcenter } }
functions: { f: { responsible: job }, g: { responsible: job }, h: { responsible: job } }
";
    let revision = "units: { job: { name: Jobcenter }, ny: { name: Kantine } }
functions: { f: { responsible: ny }, g: { responsible: ny }, h: { responsible: [{ unit: job, shared: true }, { unit: ny, shared: true }] } }
";
    let changes = changes(base, revision);
    let tracks = &changes.lineage.units;
    let evidence = tracks.evidence(&id("job"), &id("ny"));
    let Some(Evidence::Contents(contents)) = evidence else {
        panic!("{evidence:?}");
    };
    let (held, of) = (contents.of_base.held, contents.of_base.of);
    assert_eq!((held.functions, of.functions), (2, 3));
}

/// Where the posts of a unit are that closed, as its change tells: how many, and in which unit.
fn whereabouts(base: &str, revision: &str) -> Vec<String> {
    let base = format!("units: {{ job: {{}}, hus: {{}}, park: {{}} }}\nstaff: {{ {base} }}\n");
    let revision = format!("units: {{ hus: {{}}, park: {{}} }}\nstaff: {{ {revision} }}\n");
    let changes = changes(&base, &revision);
    assert_eq!(kinds(&changes)[0], "unit-closed job");
    let contents = changes.changes[0].contents.as_ref();
    let units = contents.expect("it closed").units.iter();
    units
        .map(|(unit, held)| format!("{} in {}", held.posts, unit.as_str()))
        .collect()
}

#[test]
fn of_posts_that_were_divided_each_part_is_as_many_as_it_says() {
    let told = whereabouts(
        "a: { unit: job, count: 4 }",
        "b: { unit: hus, count: 2-5, previously: [a] }, c: { unit: park, count: 1, previously: [a] }",
    );
    assert_eq!(told, ["2-5 in hus", "1 in park"]);
    // One that others came to as well says nothing of how many are of this one.
    let told = whereabouts(
        "a: { unit: job, count: 4 }, x: { unit: hus, count: 8 }",
        "b: { unit: hus, count: 10, previously: [a, x] }, c: { unit: park, count: 2, previously: [a] }",
    );
    assert_eq!(told, ["4 in hus", "2 in park"]);
}

#[test]
fn a_series_that_got_other_ids_is_followed_where_all_names_begin_alike() {
    let chart = |ids: &str, name: &str| {
        let mut text = "units:\n".to_owned();
        let names = [
            "Solen", "Månen", "Skoven", "Engen", "Åen", "Bakken", "Dalen", "Fjorden",
        ];
        for (at, house) in names.iter().enumerate() {
            let _ = writeln!(text, "  {ids}{at}: {{ name: {name} {house} }}");
        }
        text
    };
    let changes = changes(
        &chart("b", "Daginstitutionen"),
        &chart("hus-", "Daginstitution"),
    );
    for at in 0..8 {
        let (old, new) = (format!("b{at}"), format!("hus-{at}"));
        let evidence = changes.lineage.units.evidence(&id(&old), &id(&new));
        assert_eq!(evidence, Some(&Evidence::Affix));
    }
}

#[test]
fn a_need_at_a_new_site_is_no_loss_where_the_function_was_held_at_another() {
    let base = format!(
        "{PLACES}{UNITS}functions: {{ f: {{ responsible: {{ unit: job, site: kaj }}, needed_at: [kaj] }} }}\n"
    );
    let revision = base
        .replace("torv: {}", "torv: {}, bro: {}")
        .replace("needed_at: [kaj]", "needed_at: [kaj, bro]");
    let changes = changes(&base, &revision);
    let f = function(&changes, "f");
    assert_eq!(f.fate, FunctionFate::Stayed);
    assert_eq!(unassigned(f), [""; 0]);
}

#[test]
fn posts_that_go_along_with_their_unit_and_get_another_head_get_that_for_another_reason() {
    let changes = relocated("unit: job", "unit: job, reports_to: chef");
    let change = posts(&changes, "r");
    assert_eq!(change.fate, PostFate::Moved);
    assert_eq!(cause(change), "transfer job");
}

#[test]
fn a_function_that_became_several_of_those_who_held_it_is_told_as_divided() {
    let units = "units: { job: { head: none }, hus: { head: none } }
target_groups: { unge: {}, voksne: {} }
";
    let whole = "functions: { f: { name: Vejledning, responsible: job } }\n";
    let parted = "functions: { f: { name: Vejledning, responsible: [{ unit: job, for: [unge] }, { unit: hus, for: [voksne] }] } }\n";
    let halves = |second: &str| {
        format!(
            "functions: {{ g: {{ name: Råd, responsible: job, previously: [f] }}, h: {{ name: Samtale, responsible: {second}, previously: [f] }} }}\n"
        )
    };
    for (base, second) in [(whole, "job"), (parted, "hus")] {
        let (base, revision) = (units.to_owned() + base, units.to_owned() + &halves(second));
        let changes = changes(&base, &revision);
        assert_eq!(kinds(&changes), ["function-divided f"]);
        assert_eq!(function(&changes, "f").fate, FunctionFate::Stayed);
        let [base, revision] = [base, revision].map(|text| format!("rokade: 1\n{text}"));
        let policy = Policy {
            language: Language::En,
            ..Policy::default()
        };
        let report = diff_text(&base, &revision, &policy);
        let balance = report.balance.expect("the charts line up");
        let line = "Divided into several functions: Vejledning → Råd and Samtale.";
        assert!(
            balance.sentences.iter().any(|sentence| sentence == line),
            "{:?}",
            balance.sentences
        );
    }
}

#[test]
fn what_names_itself_among_what_became_it_is_the_same_thing_still() {
    let base = "units: { job: { head: none } }
functions: { modtagelse: { responsible: job }, telefon: { responsible: job } }
";
    for past in ["telefon", "modtagelse, telefon"] {
        let revision = format!(
            "units: {{ job: {{ head: none }} }}\nfunctions: {{ modtagelse: {{ responsible: job, previously: [{past}] }} }}\n"
        );
        let changes = changes(base, &revision);
        assert_eq!(kinds(&changes), ["function-absorbed telefon"], "{past}");
        assert_eq!(
            function(&changes, "modtagelse").fate,
            FunctionFate::Stayed,
            "{past}"
        );
    }
}

#[test]
fn a_need_at_a_new_site_is_no_loss_where_another_unit_has_the_function_then() {
    let chart = |unit: &str, sites: &str, needed: &str| {
        format!(
            "sites: {{ kaj: {{}}{sites} }}
units: {{ job: {{ site: kaj, head: none }}, hus: {{ site: kaj, head: none }} }}
functions: {{ f: {{ responsible: {{ unit: {unit}, site: kaj }}, needed_at: [{needed}] }} }}
"
        )
    };
    let base = chart("job", "", "kaj");
    let changes = changes(&base, &chart("hus", ", bro: {}", "kaj, bro"));
    let f = function(&changes, "f");
    assert_eq!(f.fate, FunctionFate::Moved);
    assert_eq!(unassigned(f), [""; 0]);
}
