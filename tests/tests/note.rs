//! The note on a hearing: the cases, read before they were accepted, and what must hold of any
//! hearing on any two charts.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rokade::{
    Answered, AnsweredFault, Chain, HearingNote, Language, NoteFormat, Options, Policy, Referred,
    Severity, SourceId, Sources, Syntax, catalogue,
};
use rokade_core::entry::Entries;
use rokade_core::finding::Fingerprint;
use rokade_core::ids::Id;
use rokade_core::note::{NotePoint, Settled, ShownAs, WhyNot};
use rokade_tests::random::{file, two};
use rokade_tests::{config, root};

fn policy(language: Language) -> Policy {
    Policy {
        language,
        ..Policy::default()
    }
}

/// The note on the hearing of a case.
fn case(folder: &str, counters: &[&str], language: Language) -> HearingNote {
    let mut sources = Sources::default();
    let mut add = |name: &str| {
        let path = root().join("orgs").join(folder).join(name);
        let bytes = std::fs::read(&path).expect("the case has it");
        sources.add(name, &bytes, Syntax::Yaml)
    };
    let current = add("current.yaml");
    let mut chain = |name: &str| Chain {
        root: Ok(vec![current]),
        proposals: vec![add(name)],
    };
    let referred = Referred {
        proposal: Some(Ok(chain("proposal.yaml"))),
        counter_proposals: counters
            .iter()
            .map(|name| ((*name).to_owned(), Ok(chain(name))))
            .collect(),
    };
    let hearing = add("hearing.yaml");
    let opened = rokade::open_note(&sources, hearing, &referred, None, &[]);
    rokade::note(&sources, opened, &policy(language), false).expect("every sentence can be made")
}

fn aalborg(language: Language) -> HearingNote {
    case("aalborg-integration", &["counter-proposal.yaml"], language)
}

fn slagelse(language: Language) -> HearingNote {
    case("slagelse-arbejdsmarked", &[], language)
}

fn text(note: &HearingNote) -> String {
    let mut out = Vec::new();
    let options = Options::default();
    rokade::render_note(NoteFormat::Text, note, &options, &mut out)
        .expect("a vector takes all that is written to it");
    String::from_utf8(out).expect("text is text")
}

#[test]
fn the_notes_on_the_cases() {
    for (language, code) in [(Language::Da, "da"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("aalborg_{code}"), text(&aalborg(language)));
        insta::assert_snapshot!(format!("slagelse_{code}"), text(&slagelse(language)));
    }
}

fn point<'n>(note: &'n HearingNote, id: &str) -> &'n NotePoint {
    let mut points = note.points().map(|(_, point)| point);
    points
        .find(|point| point.id == id)
        .expect("the hearing has it")
}

fn rules(point: &NotePoint) -> Vec<&str> {
    let findings = point.shown.findings.iter();
    findings.map(|finding| finding.rule).collect()
}

/// What the README of the case says of each worry, and which point it is that worries.
#[test]
fn each_point_of_the_committee_is_tied_to_what_it_worries_about() {
    let note = aalborg(Language::Da);
    assert!(note.complete);
    assert_eq!(note.points().count(), 29);
    for (id, of_rules, words) in [
        (
            "kantine-pedel",
            &["unassigned-responsibility", "unplaced-staff"][..],
            "Kantine",
        ),
        (
            "serviceniveau",
            &["weakened-co-location", "left-neighbours", "left-neighbours"],
            "24–25 af ca. 36–38",
        ),
        (
            "afstand-servicelov",
            &["broken-co-location"],
            "Forvaltningens hus",
        ),
        (
            "specialviden-i-centret",
            &["diluted-competence", "diluted-competence"],
            "18–20 af ca. 23–25",
        ),
        (
            "sprog-og-kultur",
            &["diluted-competence", "diluted-competence"],
            "23–25 af ca. 23–25",
        ),
        ("to-steder", &["more-sites-to-visit"], "mindst 2 adresser"),
        ("tolkning", &["needs-split-across-sites"], "Tolkning"),
        (
            "ikke-faa-borgere",
            &["broken-commitment", "more-advisers"],
            "350–450",
        ),
        (
            "faerrest-raadgivere",
            &["more-advisers", "more-handovers", "more-handovers"],
            "350–450",
        ),
        (
            "ledelse-af-ydelse",
            &[
                "unplaced-staff",
                "line-differs-from-place",
                "line-differs-from-place",
            ],
            "ca. 7",
        ),
        (
            "familiekonsulenter-adskilles",
            &["lost-site-and-head"],
            "dagligt",
        ),
        (
            "bredere-felt",
            &["span-of-control", "wider-field"],
            "ca. 28",
        ),
        (
            "god-ledelse",
            &["span-of-control", "wider-field"],
            "fra 1 til 4",
        ),
    ] {
        let point = point(&note, id);
        assert_eq!(rules(point), of_rules, "{id}");
        assert_eq!(point.shown.standing, ShownAs::Shown, "{id}");
        assert!(point.shown.not_found.is_empty(), "{id}");
        let mut findings = point.shown.findings.iter();
        assert!(findings.any(|f| f.message.contains(words)), "{id}: {words}");
    }
    for (id, standing) in [
        ("samling-stoettes", ShownAs::Supports),
        ("smidigt-samarbejde", ShownAs::Beside),
        ("inddragelse", ShownAs::NothingBeside),
    ] {
        assert_eq!(point(&note, id).shown.standing, standing, "{id}");
    }
    // Every question is open, and nothing else is.
    assert_eq!(note.unanswered.len(), 11);
    let asked = note.points().filter(|(_, point)| point.is_unanswered);
    assert_eq!(asked.count(), 11);
    let unraised: Vec<&str> = note.unraised.iter().map(|finding| finding.rule).collect();
    assert_eq!(
        unraised,
        ["centralised-without-reason", "late-clarification"]
    );
}

/// What the README says of the counter-proposal: no cure for everything.
#[test]
fn the_counter_proposal_settles_the_places_and_not_the_advisers() {
    let note = aalborg(Language::Da);
    let [counter] = &note.counter_proposals[..] else {
        panic!("one counter-proposal: {:?}", note.counter_proposals);
    };
    assert!(counter.complete);
    for (id, settled) in [
        ("serviceniveau", Settled::Wholly),
        ("afstand-servicelov", Settled::Wholly),
        ("tolkning", Settled::Wholly),
        ("kantine-pedel", Settled::Wholly),
        ("to-steder", Settled::Wholly),
        // They keep the house in common, and still lose the common head.
        ("familiekonsulenter-adskilles", Settled::Partly),
        ("overvej-stederne", Settled::Partly),
        // Still three groups; that it makes no promise keeps none.
        ("faerrest-raadgivere", Settled::NotAtAll),
        ("helhed-groenland", Settled::NotAtAll),
        ("ikke-faa-borgere", Settled::NotAtAll),
        ("bredere-felt", Settled::NotAtAll),
    ] {
        let [one] = &point(&note, id).settled[..] else {
            panic!("{id}");
        };
        assert_eq!(one.settled, settled, "{id}: {}", one.text);
        assert!(one.remaining <= one.of);
    }
    let added: BTreeSet<&str> = counter.added.iter().map(|finding| finding.rule).collect();
    assert!(added.contains("distant-management"), "{added:?}");
    assert!(point(&note, "inddragelse").settled.is_empty());
}

#[test]
fn an_answered_hearing_has_its_answers() {
    let note = slagelse(Language::Da);
    assert_eq!(
        rules(point(&note, "oek-inddragelse")),
        ["step-out-of-order"]
    );
    let [asked] = note.unanswered[..] else {
        panic!("one question is open: {:?}", note.unanswered);
    };
    let (_, asked) = note.point(asked).expect("it is there");
    assert_eq!(asked.id, "avs-spoergsmaal");
    let told = text(&note);
    for words in [
        "Svar fra Forvaltningen",
        "Slagelse Byråd besluttede 26. juni 2017",
    ] {
        assert!(told.contains(words), "{words}");
    }
}

/// Two charts of one function each, with a hearing of these points.
fn small(points: &str, proposal: &str) -> HearingNote {
    let mut sources = Sources::default();
    let mut add = |name: &str, text: &str| sources.add(name, text.as_bytes(), Syntax::Yaml);
    let base = add(
        "base.yaml",
        "rokade: 1
sites: { torvet: { name: Torvet }, havnen: { name: Havnen } }
units:
  kommune: { name: Kommunen }
  social: { name: Socialcenter, parent: kommune, site: torvet, head: leder }
  job: { name: Jobcenter, parent: kommune, site: torvet }
staff:
  leder: { title: Leder, unit: social }
  hemmelig-stilling: { unit: social, count: 3, performs: [kantine] }
functions:
  kantine: { name: Kantine, kind: support, responsible: social, needed_at: [torvet] }
bodies: { lmu: { name: LMU, kind: local_med, covers: [social] } }
",
    );
    let proposal = add("forslag.yaml", proposal);
    let hearing = add(
        "hearing.yaml",
        &format!(
            "rokade: 1\nhearing:\n  proposal: forslag.yaml\n  responses:\n    - id: svar\n      from: lmu\n      points:\n{points}"
        ),
    );
    let chain = Chain {
        root: Ok(vec![base]),
        proposals: vec![proposal],
    };
    let referred = Referred {
        proposal: Some(Ok(chain)),
        counter_proposals: Vec::new(),
    };
    let opened = rokade::open_note(&sources, hearing, &referred, None, &[]);
    rokade::note(&sources, opened, &policy(Language::Da), false)
        .expect("every sentence can be made")
}

const CLOSES: &str =
    "rokade: 1\nbase: base.yaml\nevents:\n  - { id: luk, close: { unit: social } }\n";

#[test]
fn what_is_raised_and_not_found_is_said() {
    let note = small(
        "        - { id: ikke, kind: objection, text: A, raises: [lost-competence] }
        - { id: andetsteds, kind: objection, text: B, about: { units: [job] }, raises: [unassigned-responsibility] }
        - { id: noget, kind: objection, text: C, about: { units: [social] }, raises: [unassigned-responsibility, lost-competence] }
        - { id: tavst, kind: request, text: D }
        - { id: haendelse, kind: objection, text: E, about: { events: [luk] }, raises: [unassigned-responsibility] }
        - { id: alt, kind: objection, text: F, raises: [unassigned-responsibility] }
        - { id: ved-siden, kind: request, text: G, about: { functions: [kantine] } }
        - { id: intet, kind: request, text: H, about: { sites: [havnen] } }
",
        CLOSES,
    );
    let of = |id: &str| {
        let shown = &point(&note, id).shown;
        let why: Vec<WhyNot> = shown.not_found.iter().map(|one| one.why).collect();
        (shown.standing, why)
    };
    assert_eq!(of("ikke"), (ShownAs::NotShown, vec![WhyNot::Nowhere]));
    assert_eq!(
        of("andetsteds"),
        (ShownAs::NotShown, vec![WhyNot::Elsewhere])
    );
    assert_eq!(of("noget"), (ShownAs::Partly, vec![WhyNot::Nowhere]));
    assert_eq!(of("tavst"), (ShownAs::Silent, vec![]));
    for id in ["haendelse", "alt"] {
        assert_eq!(of(id), (ShownAs::Shown, vec![]), "{id}");
    }
    assert_eq!(of("ved-siden").0, ShownAs::Beside);
    assert_eq!(of("intet").0, ShownAs::NothingBeside);
    let said = &point(&note, "ikke").shown.text;
    assert!(
        said.starts_with("Modellen viser det ikke. Ikke fundet: »"),
        "{said}"
    );
    assert_eq!(
        point(&note, "tavst").shown.text,
        "Modellen siger ikke noget om det."
    );
}

#[test]
fn what_could_not_be_read_is_not_taken_to_be_well() {
    let points = "        - { id: p, kind: question, text: Hvorfor?, raises: [unassigned-responsibility] }\n";
    let note = small(points, "rokade: 1\nbase: base.yaml\nevents: [ {");
    assert!(!note.complete && !note.not_judged.is_empty());
    assert_eq!(point(&note, "p").shown.standing, ShownAs::NotJudged);
    assert!(point(&note, "p").is_unanswered);
    // A proposal with a fault in it is read, and the note says that it is not all there.
    let faulty = small(points, &CLOSES.replace("close:", "clsoe:"));
    assert!(!faulty.complete);
    assert!(
        faulty
            .not_judged
            .iter()
            .any(|told| told.contains("rokade check")),
        "{faulty:?}"
    );
}

#[test]
fn a_hearing_that_answers_nothing_keeps_its_points() {
    let mut sources = Sources::default();
    let text = "rokade: 1\nhearing:\n  responses:\n    - { id: svar, from: lmu, points: [{ id: p, kind: objection, text: Nej, raises: [moved-unit] }] }\n";
    let hearing = sources.add("hearing.yaml", text.as_bytes(), Syntax::Yaml);
    for referred in [
        Referred::default(),
        Referred {
            proposal: Some(Err(AnsweredFault::Missing)),
            counter_proposals: vec![("x.yaml".to_owned(), Err(AnsweredFault::Missing))],
        },
    ] {
        let opened = rokade::open_note(&sources, hearing, &referred, None, &[]);
        let note = rokade::note(&sources, opened, &policy(Language::En), false);
        let note = note.expect("every sentence can be made");
        assert!(!note.complete && !note.not_judged.is_empty());
        assert_eq!(point(&note, "p").shown.standing, ShownAs::NotJudged);
        assert!(text_has(&note, "Nej"));
    }
}

fn text_has(note: &HearingNote, words: &str) -> bool {
    text(note).contains(words)
}

/// A hearing of so many points, about things of a chart, raising rules that there are.
fn hearing(org: &Entries, rolls: &[u16]) -> String {
    use std::fmt::Write as _;
    let mut rolls = rolls.iter().copied().cycle();
    let mut roll = |of: usize| usize::from(rolls.next().unwrap_or(0)) % of.max(1);
    let rules: Vec<&str> = catalogue::rules().map(|rule| rule.name).collect();
    let mut text = "rokade: 1\nhearing:\n  responses:\n".to_owned();
    let sections: [(&str, Vec<&str>); 5] = [
        ("units", org.units.keys().map(Id::as_str).collect()),
        ("staff", org.staff.keys().map(Id::as_str).collect()),
        ("functions", org.functions.keys().map(Id::as_str).collect()),
        ("sites", org.sites.keys().map(Id::as_str).collect()),
        (
            "target_groups",
            org.target_groups.keys().map(Id::as_str).collect(),
        ),
    ];
    let kinds = [
        "question",
        "objection",
        "support",
        "counter-proposal",
        "request",
    ];
    for response in 0..2 {
        let _ = write!(text, "    - id: svar-{response}\n      points:\n");
        for at in 0..6 {
            let kind = kinds[roll(kinds.len())];
            let _ = write!(
                text,
                "        - id: p-{response}-{at}\n          kind: {kind}\n"
            );
            let mut about: BTreeMap<&str, &str> = BTreeMap::new();
            for _ in 0..roll(3) {
                let (section, ids) = &sections[roll(sections.len())];
                if !ids.is_empty() {
                    about.insert(section, ids[roll(ids.len())]);
                }
            }
            if !about.is_empty() {
                let about: Vec<String> = about
                    .iter()
                    .map(|(key, id)| format!("{key}: [\"{id}\"]"))
                    .collect();
                let _ = writeln!(text, "          about: {{ {} }}", about.join(", "));
            }
            let raises: Vec<&str> = (0..roll(4)).map(|_| rules[roll(rules.len())]).collect();
            if !raises.is_empty() {
                let _ = writeln!(text, "          raises: [{}]", raises.join(", "));
            }
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 4, ..config() })]

    #[test]
    fn nothing_raised_and_nothing_found_is_lost(
        two in two(),
        rolls in prop::collection::vec(any::<u16>(), 40..120),
    ) {
        let mut sources = Sources::default();
        let mut add = |name: &str, text: &str| sources.add(name, text.as_bytes(), Syntax::Yaml);
        let files: [SourceId; 2] = [
            add("base.yaml", &file(&two.base)),
            add("revision.yaml", &file(&two.revision)),
        ];
        let said = hearing(&two.base, &rolls);
        let answers = add("hearing.yaml", &said);
        let chart = |at: usize| Chain { root: Ok(vec![files[at]]), proposals: Vec::new() };
        let answered: Answered = Ok(chart(1));
        let referred = Referred {
            proposal: Some(answered),
            // The proposal, against itself, settles nothing.
            counter_proposals: vec![("revision.yaml".to_owned(), Ok(chart(1)))],
        };
        let opened = rokade::open_note(&sources, answers, &referred, Some(&chart(0)), &[]);
        let policy = policy(Language::En);
        let note = rokade::note(&sources, opened, &policy, false).expect("every sentence can be made");

        let [base, revision] = [0, 1].map(|at| rokade::open_chain(&sources, &chart(at)));
        let report = rokade::diff(&sources, &base, &revision, &policy).expect("it can be told");
        let faults = catalogue::of_faults();
        let all: Vec<_> = report.findings.iter().filter(|f| !faults.contains(&f.rule)).collect();

        // Every point is there, in the order written.
        let ids: Vec<&str> = note.points().map(|(_, point)| point.id.as_str()).collect();
        let written: Vec<String> =
            (0..2).flat_map(|r| (0..6).map(move |p| format!("p-{r}-{p}"))).collect();
        prop_assert_eq!(&ids, &written.iter().map(String::as_str).collect::<Vec<_>>());

        // Every error and warning is tied to a point, or nobody raised it: never both, nor neither.
        let tied: BTreeSet<&Fingerprint> = note
            .points()
            .flat_map(|(_, point)| &point.shown.findings)
            .map(|finding| &finding.fingerprint)
            .collect();
        let unraised: BTreeSet<&Fingerprint> =
            note.unraised.iter().map(|finding| &finding.fingerprint).collect();
        let mut notes = 0;
        for finding in &all {
            let is_tied = tied.contains(&finding.fingerprint);
            let is_unraised = unraised.contains(&finding.fingerprint);
            if finding.severity >= Severity::Warning {
                prop_assert!(is_tied != is_unraised, "{}: {}", finding.rule, finding.message);
            } else {
                prop_assert!(!is_unraised);
                notes += usize::from(!is_tied);
            }
        }
        prop_assert_eq!(notes, note.unraised_notes);

        // A rule that is raised is found, or said not to be; and nothing else is tied to it.
        for (_, point) in note.points() {
            let entry = said.split(&format!("id: {}\n", point.id)).nth(1).unwrap_or_default();
            let entry = entry.split("        - id:").next().unwrap_or_default();
            let raised = entry.split("raises: [").nth(1).and_then(|rest| rest.split(']').next());
            let raised: BTreeSet<&str> = raised.into_iter().flat_map(|all| all.split(", ")).collect();
            let found: BTreeSet<&str> = point.shown.findings.iter().map(|f| f.rule).collect();
            let missing: BTreeSet<&str> =
                point.shown.not_found.iter().map(|one| one.rule.as_str()).collect();
            if raised.is_empty() {
                prop_assert!(missing.is_empty());
            } else {
                prop_assert!(found.is_disjoint(&missing));
                let both: BTreeSet<&str> = found.union(&missing).copied().collect();
                prop_assert_eq!(both, raised);
            }
            prop_assert_eq!(point.shown.standing == ShownAs::Partly,
                            !found.is_empty() && !missing.is_empty());
            // A proposal does not settle what it does itself.
            for settled in &point.settled {
                prop_assert_eq!(settled.settled, Settled::NotAtAll, "{:?}", point);
            }
        }

        // Each finding has one number, from 1 on, in the order of the report.
        let mut numbers: BTreeMap<usize, &Fingerprint> = BTreeMap::new();
        let told = note.points().flat_map(|(_, point)| &point.shown.findings).chain(&note.unraised);
        for finding in told {
            let number = finding.number.expect("what the proposal does is numbered");
            let same = *numbers.entry(number).or_insert(&finding.fingerprint);
            prop_assert_eq!(same, &finding.fingerprint);
        }
        prop_assert!(numbers.keys().copied().eq(1..=numbers.len()));
        let order: Vec<_> = numbers
            .values()
            .map(|mark| all.iter().position(|finding| finding.fingerprint == **mark))
            .collect();
        prop_assert!(order.is_sorted(), "{:?}", order);
    }
}
