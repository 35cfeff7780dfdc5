//! What pages say, of small charts and of the cases.

use rokade_core::drawing::Mark;
use rokade_core::entry::Language;

use super::*;
use crate::fixture::{CASES, Case, HEARING, case};

/// A page as a reader sees it, line by line.
fn printed(pages: &[UnitPage], case: &Case) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for page in pages {
        let _ = writeln!(text, "# {} [{}]", page.name, page.word);
        for sentence in &page.sentences {
            let _ = writeln!(text, "- {sentence}");
        }
        for fact in &page.facts {
            let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "·".to_owned());
            let mark = if fact.changes { "*" } else { " " };
            let (before, after) = (side(&fact.before), side(&fact.after));
            let _ = writeln!(text, "  {mark}{}: {before} | {after}", fact.label);
        }
        for row in &page.staff {
            let _ = writeln!(text, "  {}", row_text(row));
        }
        for function in &page.functions {
            let mark = if function.changes { "*" } else { " " };
            let _ = writeln!(text, "  {mark}{}: {}", function.name, function.text);
        }
        for &at in &page.findings {
            let _ = writeln!(text, "  ! {}", case.report.findings[at].rule);
        }
        for heard in &page.heard {
            let _ = writeln!(text, "  ? {heard}");
        }
        for point in &page.points {
            let _ = writeln!(text, "  » {point:?}");
        }
    }
    text
}

fn row_text(row: &StaffMove) -> String {
    let pair = |from: &Option<String>, to: &Option<String>| match (from, to) {
        (Some(from), Some(to)) if from == to => from.clone(),
        (from, to) => {
            let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "·".to_owned());
            format!("{} → {}", side(from), side(to))
        }
    };
    let title = match &row.new_title {
        Some(new) => format!("{} → {new}", row.title),
        None => row.title.clone(),
    };
    format!(
        "{}{title} ({}) {}: {}; {}; {}",
        if row.changes { "*" } else { " " },
        row.posts.text,
        row.fate,
        pair(&row.from_unit, &row.to_unit),
        pair(&row.from_site, &row.to_site),
        pair(&row.from_head, &row.to_head),
    )
}

fn told(case: &Case) -> Vec<UnitPage> {
    case.told(pages).expect("every sentence can be made")
}

fn of(base: &str, proposal: &str) -> Vec<UnitPage> {
    told(&Case::proposed(base, proposal))
}

fn names(pages: &[UnitPage]) -> Vec<&str> {
    pages.iter().map(|page| page.name.as_str()).collect()
}

fn page<'p>(pages: &'p [UnitPage], name: &str) -> &'p UnitPage {
    let found = pages.iter().find(|page| page.name == name);
    found.unwrap_or_else(|| panic!("{name} is not among {:?}", names(pages)))
}

fn fact<'p>(page: &'p UnitPage, label: &str) -> (Option<&'p str>, Option<&'p str>, bool) {
    let fact = page.facts.iter().find(|fact| fact.label == label);
    let fact = fact.expect("there is such a fact");
    (fact.before.as_deref(), fact.after.as_deref(), fact.changes)
}

const BASE: &str = r"
sites: { nord: { name: Nordhuset }, syd: { name: Sydhuset } }
target_groups: { unge: { name: Unge, citizens: 200 } }
units:
  center: { name: Centret, head: chef, site: nord }
  job: { name: Job, parent: center, head: leder-job }
  ydelse: { name: Ydelse, parent: center, head: leder-ydelse }
  kontor: { name: Kontoret, parent: center, head: leder-kontor, site: syd }
staff:
  chef: { title: Centerchef, unit: center }
  leder-job: { title: Leder af Job, unit: job }
  leder-ydelse: { title: Leder af Ydelse, unit: ydelse }
  leder-kontor: { title: Kontorleder, unit: kontor }
  raadgivere: { title: Rådgiver, unit: job, count: 12, performs: [samtaler] }
  medarbejdere: { title: Ydelsesmedarbejder, unit: ydelse, count: 8, performs: [udbetaling] }
  sekretaerer: { title: Sekretær, unit: kontor, count: 6, performs: [post] }
functions:
  samtaler: { name: Samtaler, responsible: job }
  udbetaling: { name: Udbetaling, responsible: ydelse }
  post: { name: Post og telefon, responsible: kontor }
  raad: { name: Gæld, responsible: job }
bodies:
  lmu: { name: LMU Job, kind: local_med, covers: [job] }
  udvalg: { name: Udvalget, kind: committee }
";

#[test]
fn a_unit_to_which_nothing_happens_has_no_page() {
    let proposal = "events: [ { move: { staff: raadgivere, count: 4, to: ydelse, as: nye } } ]";
    let pages = of(BASE, proposal);
    assert_eq!(names(&pages), ["Job", "Ydelse"]);
    assert_eq!(
        page(&pages, "Job").sentences,
        [
            "4 stillinger flytter til Ydelse og bliver siddende på Nordhuset: Rådgiver.",
            "9 stillinger bliver, hvor de er: Rådgiver (8) og Leder af Job (1).",
        ]
    );
    assert_eq!(
        page(&pages, "Ydelse").sentences,
        [
            "4 stillinger kommer fra Job: Rådgiver.",
            "9 stillinger bliver, hvor de er: Ydelsesmedarbejder (8) og Leder af Ydelse (1).",
        ]
    );
    assert_eq!(
        fact(page(&pages, "Job"), "Stillinger"),
        (Some("13"), Some("9"), true)
    );
    assert!(!fact(page(&pages, "Job"), "Leder").2);
    assert_eq!(names(&of(BASE, "events: []")), [""; 0]);
}

#[test]
fn a_unit_that_closes_says_what_is_left_hanging_first() {
    let proposal = "events:\n\
        - { move: { staff: raadgivere, count: 10, to: ydelse, site: syd } }\n\
        - { move: { function: samtaler, to: ydelse } }\n\
        - { reduce: { staff: leder-job, by: 1 } }\n\
        - { close: { unit: job } }\n";
    let pages = of(BASE, proposal);
    let closed = page(&pages, "Job");
    assert_eq!(
        (closed.mark, closed.word.as_str()),
        (Mark::Closed, "lukkes")
    );
    assert_eq!(
        closed.sentences,
        [
            "Enheden lukkes.",
            "2 stillinger har ingen plads i forslaget: Rådgiver.",
            "1 opgave har ingen ansvarlig: Gæld.",
            "10 stillinger flytter til Ydelse på Sydhuset: Rådgiver.",
            "1 stilling nedlægges: Leder af Job.",
            "1 opgave flytter til Ydelse: Samtaler.",
        ]
    );
    assert_eq!(fact(closed, "Adresse"), (Some("Nordhuset"), None, true));
    let functions = closed.functions.iter();
    let functions: Vec<String> = functions
        .map(|one| format!("{}: {}", one.name, one.text))
        .collect();
    assert_eq!(
        functions,
        ["Samtaler: flyttes til Ydelse", "Gæld: ingen har ansvaret"]
    );
}

#[test]
fn each_merged_unit_has_a_page_and_so_has_the_new_one() {
    let proposal = "events: [ { merge: { units: [job, ydelse], into: ny, name: Job og Ydelse, \
                    parent: center, head: leder-job, site: nord } } ]";
    let pages = of(BASE, proposal);
    assert_eq!(names(&pages), ["Job", "Ydelse", "Job og Ydelse"]);
    let old = page(&pages, "Ydelse");
    assert_eq!(old.mark, Mark::Merged);
    assert_eq!(
        old.sentences,
        [
            "Enheden bliver en del af Job og Ydelse sammen med Job.",
            "1 opgave flytter til Job og Ydelse: Udbetaling.",
            "9 stillinger følger med til Job og Ydelse og bliver siddende på Nordhuset: \
             Ydelsesmedarbejder (8) og Leder af Ydelse (1).",
        ]
    );
    assert_eq!(old.functions[0].text, "følger med til Job og Ydelse");
    let new = page(&pages, "Job og Ydelse");
    assert_eq!(new.mark, Mark::Merged);
    assert_eq!(
        new.sentences[0],
        "Enheden bliver dannet af Job og Ydelse og kommer til at høre under Centret."
    );
    assert_eq!(fact(new, "Stillinger"), (None, Some("22"), true));
    assert_eq!(new.staff.len(), 4);
}

#[test]
fn a_unit_that_others_become_part_of_has_one_page() {
    let proposal = "events: [ { merge: { units: [job, ydelse], into: job } } ]";
    let pages = of(BASE, proposal);
    let kept = page(&pages, "Job");
    assert_eq!(kept.sentences[0], "Ydelse bliver en del af enheden.");
    assert_eq!(
        page(&pages, "Ydelse").sentences[0],
        "Enheden bliver en del af Job."
    );
    assert_eq!(fact(kept, "Stillinger"), (Some("13"), Some("22"), true));
}

#[test]
fn a_unit_that_is_renamed_has_one_page_under_the_name_it_has_today() {
    let pages = of(
        BASE,
        "events: [ { rename: { unit: job, name: Jobhuset, id: jobhuset } } ]",
    );
    assert_eq!(names(&pages), ["Job"]);
    assert_eq!(pages[0].sentences[0], "Enheden skifter navn til Jobhuset.");
    assert_eq!(
        fact(&pages[0], "Navn"),
        (Some("Job"), Some("Jobhuset"), true)
    );
    assert!(pages[0].staff.iter().all(|row| !row.changes));
}

#[test]
fn new_units_stand_last_and_say_where_they_belong() {
    let proposal = "events:\n\
        - { establish: { unit: projekt, name: Projektet, parent: ydelse, site: syd, until: 2019 } }\n\
        - { recruit: { staff: projektleder, title: Projektleder, unit: projekt } }\n\
        - { establish: { function: hold, name: Holdene, responsible: projekt } }\n";
    let pages = of(BASE, proposal);
    let new = pages.last().expect("there are pages");
    assert_eq!((new.name.as_str(), new.mark), ("Projektet", Mark::New));
    assert_eq!(
        new.sentences,
        [
            "Enheden er ny og kommer til at høre under Ydelse.",
            "Der kommer 1 ny stilling: Projektleder.",
            "Der kommer 1 ny opgave: Holdene.",
        ]
    );
    assert_eq!(fact(new, "Ophører"), (None, Some("2019"), true));
}

#[test]
fn a_unit_that_is_split_says_into_what_and_so_do_its_parts() {
    let proposal = "events: [ { split: { unit: job, into: [ \
        { id: nord-job, name: Job Nord, parent: center, head: leder-job, staff: { raadgivere: 6, leder-job: 1 }, functions: [samtaler] }, \
        { id: syd-job, name: Job Syd, parent: center, head: none, staff: { raadgivere: 6 }, functions: [raad] } ] } } ]";
    let pages = of(BASE, proposal);
    let old = page(&pages, "Job");
    assert_eq!(old.sentences[0], "Enheden deles i Job Nord og Job Syd.");
    let part = page(&pages, "Job Syd");
    assert_eq!(
        part.sentences[0],
        "Enheden skilles ud af Job og kommer til at høre under Centret."
    );
    assert_eq!(part.functions[0].text, "kommer fra Job");
}

#[test]
fn a_head_who_goes_is_named() {
    let appointed = |head: &str| {
        let proposal = format!("events: [ {{ appoint: {{ unit: job, head: {head} }} }} ]");
        let pages = of(BASE, &proposal);
        page(&pages, "Job").sentences[0].clone()
    };
    assert_eq!(
        appointed("leder-ydelse"),
        "Enheden får en anden leder: Leder af Ydelse i stedet for Leder af Job."
    );
    assert_eq!(
        appointed("vacant"),
        "Lederstillingen bliver ledig: Leder af Job leder ikke længere enheden."
    );
    assert_eq!(
        appointed("none"),
        "Enheden får ikke længere sin egen leder: Leder af Job leder den ikke mere."
    );
}

#[test]
fn a_part_that_goes_is_told_as_a_part() {
    let proposal =
        "events: [ { move: { function: samtaler, from: job, to: ydelse, for: [unge] } } ]";
    let pages = of(BASE, proposal);
    let gives = page(&pages, "Job");
    assert_eq!(
        gives.functions[0].text,
        "bliver, men en del flyttes til Ydelse"
    );
    assert_eq!(
        gives.sentences[0],
        "En del af 1 opgave flytter til Ydelse: Samtaler."
    );
    let gets = page(&pages, "Ydelse");
    assert_eq!(
        gets.sentences[0],
        "En del af 1 opgave kommer fra Job: Samtaler."
    );
}

#[test]
fn units_below_are_told_of_above() {
    let proposal = "events: [ { move: { unit: kontor, to: job } } ]";
    let pages = of(BASE, proposal);
    assert_eq!(
        page(&pages, "Centret").sentences[0],
        "Kontoret hører ikke længere under enheden."
    );
    assert_eq!(
        page(&pages, "Job").sentences[0],
        "Kontoret kommer til at høre under enheden."
    );
    let below = fact(page(&pages, "Job"), "Stillinger med enhederne under den");
    assert_eq!(below, (Some("13"), Some("20"), true));
}

#[test]
fn who_is_heard_is_told_with_when() {
    let heard = |process: &str| {
        let events = "events: [ { move: { staff: raadgivere, count: 4, to: ydelse, as: nye } } ]";
        let pages = of(BASE, &format!("{events}\n{process}"));
        let job = page(&pages, "Job").heard.clone();
        (job, page(&pages, "Ydelse").heard.clone())
    };
    let (job, ydelse) = heard(
        "process: { steps: [ { id: h, kind: hearing, body: lmu, from: 2017-04-01, to: 2017-05-15 } ] }",
    );
    assert_eq!(job, ["LMU Job høres fra 1. april 2017 til 15. maj 2017."]);
    assert_eq!(
        ydelse,
        [
            "Det fremgår ikke, hvem der bliver hørt på enhedens vegne: Intet udvalg er oplyst for den."
        ]
    );
    let (job, _) = heard(
        "process: { steps: [ { id: d, kind: discussion, body: lmu, date: 2017-04, done: true } ] }",
    );
    assert_eq!(job, ["LMU Job har drøftet forslaget i april 2017."]);
    let (job, _) = heard("process: { decision: { body: udvalg, date: unknown } }");
    assert_eq!(
        job,
        ["LMU Job repræsenterer enheden, men det fremgår ikke, at udvalget bliver hørt."]
    );
}

#[test]
fn findings_and_points_are_tied_to_the_units_they_are_about() {
    let hearing = "rokade: 1\nhearing:\n  responses:\n    - id: svar\n      from: lmu\n      points:\n\
        \x20       - { id: et, kind: question, about: { staff: [raadgivere] }, text: Hvem? }\n\
        \x20       - { id: to, kind: question, about: { functions: [post] }, text: Hvad? }\n\
        \x20       - { id: tre, kind: question, about: { units: [job] }, text: Hvor? }\n";
    let proposal =
        "events: [ { move: { staff: raadgivere, to: ydelse } }, { close: { unit: job } } ]";
    let case = Case::proposed(BASE, proposal).heard(hearing);
    let pages = told(&case);
    let job = page(&pages, "Job");
    let rules = |page: &UnitPage| -> Vec<&'static str> {
        let findings = page.findings.iter();
        findings.map(|&at| case.report.findings[at].rule).collect()
    };
    assert!(rules(job).contains(&"unassigned-responsibility"));
    assert!(rules(job).contains(&"moved-staff"));
    assert!(rules(page(&pages, "Ydelse")).contains(&"moved-staff"));
    assert!(pages.iter().all(|page| page.findings.is_sorted()));
    assert_eq!(job.points, [(0, (0, 0)), (0, (0, 2))]);
    assert_eq!(page(&pages, "Ydelse").points, [(0, (0, 0))]);
}

#[test]
fn many_places_are_told_in_one_sentence_at_last() {
    use std::fmt::Write as _;
    let mut base = String::from("units:\n  a: { name: A }\n");
    let mut events = String::from("events:\n");
    for i in 0..8 {
        let _ = writeln!(base, "  u{i}: {{ name: Enhed {i} }}");
        let _ = writeln!(
            events,
            "- {{ move: {{ staff: s, count: {}, to: u{i}, as: s{i} }} }}",
            i + 1
        );
    }
    base.push_str("staff: { s: { title: Rådgiver, unit: a, count: 40 } }\n");
    let pages = of(&base, &events);
    let sentences = &page(&pages, "A").sentences;
    assert_eq!(sentences[0], "8 stillinger flytter til Enhed 7: Rådgiver.");
    assert_eq!(
        sentences[5],
        "6 stillinger flytter til andre enheder: Enhed 0, Enhed 1 og Enhed 2."
    );
    assert_eq!(sentences[6], "4 stillinger bliver, hvor de er: Rådgiver.");
}

#[test]
fn a_chart_can_be_very_deep() {
    use std::fmt::Write as _;
    let mut base = String::from("units:\n  u0: { name: Enhed 0 }\n");
    for i in 1..3000 {
        let _ = writeln!(base, "  u{i}: {{ name: Enhed {i}, parent: u{} }}", i - 1);
    }
    let pages = of(&base, "events: [ { rename: { unit: u0, name: Toppen } } ]");
    assert_eq!(names(&pages), ["Enhed 0"]);
}

#[test]
fn no_page_has_an_id_or_a_small_number() {
    for (name, base, proposal) in CASES {
        for language in [Language::Da, Language::En] {
            let case = Case::proposed(base, proposal).told_in(language).hidden();
            let pages = told(&case);
            let text = printed(&pages, &case);
            let of_charts = [&case.base, &case.revision].into_iter();
            let ids = of_charts.flat_map(|chart| chart.staff().map(|post| post.id().to_string()));
            for id in ids.filter(|id| id.contains('-')) {
                assert!(!text.contains(&format!(" {id} ")), "{name}: {id}");
            }
            for row in pages.iter().flat_map(|page| &page.staff) {
                let most = row.posts.quantity.max.as_ref().map(ToString::to_string);
                let is_small = most.is_some_and(|most| ["2", "3"].contains(&most.as_str()));
                assert!(!is_small, "{name}: {}", row_text(row));
            }
            for small in ["(2)", "(3)", "(4)", "ca. 2)", "ca. 3)", "ca. 4)", "1–2)"] {
                assert!(!text.contains(small), "{name}: {small}");
            }
        }
    }
}

#[test]
fn the_pages_of_the_main_case() {
    let case = case("aalborg-integration").heard(HEARING);
    insta::assert_snapshot!(printed(&told(&case), &case));
}

#[test]
fn the_pages_of_a_merger_in_english() {
    let case = case("ishoej-own").told_in(Language::En);
    insta::assert_snapshot!(printed(&told(&case), &case));
}

/// A finding about a function that nobody holds at thousands of sites has as many members, each of
/// which is about all units that held it.
#[test]
fn a_function_that_nobody_holds_anywhere_is_tied_to_each_that_held_it_once() {
    use std::fmt::Write as _;

    use rokade_core::finding::Side;
    use rokade_core::ids::{Kind, Subject};

    use crate::fixture::chart;

    const UNITS: usize = 3000;
    let written = |parent: &str, is_held: bool| {
        let mut text = String::from("units:\n  a: { name: A }\n  b: { name: B }\n");
        let mut held = String::new();
        for at in 0..UNITS {
            let _ = writeln!(text, "  u{at}: {{ name: Enhed {at}, parent: {parent} }}");
            let _ = write!(held, "{{ unit: u{at}, site: s{at} }}, ");
        }
        text.push_str("sites:\n");
        for at in 0..UNITS {
            let _ = writeln!(text, "  s{at}: {{ name: Hus {at} }}");
        }
        let held = if is_held { held } else { String::new() };
        let _ = writeln!(
            text,
            "functions:\n  f: {{ name: F, responsible: [{held}] }}"
        );
        chart(&text)
    };
    let (base, revision) = (written("a", true), written("b", false));
    let changes = rokade_change::diff(&base, &revision);
    let mut case = Case {
        changes,
        base,
        revision,
        report: case("aalborg-principper").report,
        hearing: None,
        language: Language::Da,
    };
    let mut finding = case.report.findings[0].clone();
    let mut member = finding.members[0].clone();
    member.subject = Subject::new(Kind::Function, "f");
    member.side = Side::Base;
    finding.members = vec![member; UNITS];
    finding.cause.subjects.clear();
    case.report.findings = vec![finding];
    let pages = told(&case);
    let tied = pages.iter().filter(|page| page.findings == [0]);
    assert_eq!(tied.count(), UNITS);
}
