//! Good files made bad, by more than a thousand changes that are wrong for certain: charts,
//! proposals, hearings and `staff.csv`. Each is refused with a place and a way out in both
//! languages, and within a second; without optimisation a third of them within ten.
//!
//! `CASE=word` tries those with that in their names.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rokade::{Checked, KnownFindings, Language, Part, Policy, Report, SourceId, Sources, Syntax};
use rokade_tests::mutate::{Mutant, mutants};
use rokade_tests::{open_instead, refused, root};

/// Without optimisation some take more than a second.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
/// Without optimisation one of so many is tried.
const OF: usize = if cfg!(debug_assertions) { 3 } else { 1 };

/// A bad file in the place of a good one.
struct Bad {
    path: PathBuf,
    mutant: Mutant,
}

/// The good files: every case, the pairs, and what the bad files and the hearings stand on.
fn good() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["bad-base.yaml", "bad-proposal.yaml"]
        .map(|name| root().join("tests").join(name))
        .into();
    let within = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect()
    };
    for folder in ["orgs", "tests/pairs"] {
        for case in within(&root().join(folder)) {
            files.extend(within(&case));
        }
    }
    files.retain(|file| file.extension().is_some_and(|end| end == "yaml"));
    files.sort();
    files
}

fn corpus() -> Vec<Bad> {
    let only = std::env::var("CASE").ok();
    let mut seen: BTreeSet<Vec<u8>> = BTreeSet::new();
    let mut all = Vec::new();
    for path in good() {
        let text = std::fs::read_to_string(&path).expect("it was listed");
        for mutant in mutants(&text) {
            let named = format!("{} in {}", mutant.name, path.display());
            if only.as_deref().is_none_or(|only| named.contains(only))
                && seen.insert(mutant.bytes.clone())
            {
                all.push(Bad {
                    path: path.clone(),
                    mutant,
                });
            }
        }
    }
    all
}

/// The reports on a file in both languages, made as the command line makes them.
fn reports(path: &Path, bytes: &[u8]) -> [Report; 2] {
    let mut sources = Sources::default();
    let opened = open_instead(&mut sources, path, bytes);
    told(&sources, opened)
}

fn told(sources: &Sources, opened: Checked) -> [Report; 2] {
    let opened = [(opened, KnownFindings::new())];
    [Language::En, Language::Da].map(|language| {
        let policy = Policy {
            language,
            ..Policy::default()
        };
        rokade::check_each(sources, &opened, &policy).expect("every sentence can be made")
    })
}

/// What is wrong with how a file is refused.
fn wrong(bad: &Bad) -> Option<String> {
    let begun = Instant::now();
    let name = format!("{}: {}", bad.path.display(), bad.mutant.name);
    let made = catch_unwind(|| reports(&bad.path, &bad.mutant.bytes));
    let Ok([en, da]) = made else {
        return Some(format!("{name} panics"));
    };
    if begun.elapsed() > SOON {
        return Some(format!("{name} takes {:?}", begun.elapsed()));
    }
    let refused = refused([&en, &da], &bad.path.display().to_string());
    refused.err().map(|why| format!("{name} {why}"))
}

#[test]
fn every_bad_file_is_refused_soon_with_a_place_and_a_way_out() {
    let all: Vec<Bad> = corpus().into_iter().step_by(OF).collect();
    assert!(
        all.len() > 1000 || std::env::var_os("CASE").is_some(),
        "{} files",
        all.len()
    );
    let (one, other) = all.split_at(all.len() / 2);
    let tried = |some: &[Bad]| some.iter().filter_map(wrong).collect::<Vec<_>>();
    let wrong = std::thread::scope(|scope| {
        let one = scope.spawn(|| tried(one));
        let other = tried(other);
        [one.join().expect("panics are caught"), other].concat()
    });
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        all.len(),
        wrong.join("\n")
    );
}

#[test]
fn there_are_more_than_a_thousand_of_every_kind() {
    if std::env::var_os("CASE").is_some() {
        return;
    }
    let all = corpus();
    let mut sources = Sources::default();
    let mut of = |wanted: &Part| {
        let is_one = |bad: &&Bad| {
            let text = std::fs::read(&bad.path).expect("it was listed");
            let file = sources.add("x.yaml", text, Syntax::Yaml);
            Part::of(&sources, file) == *wanted
        };
        all.iter().filter(is_one).count()
    };
    let (charts, proposals, hearings) = (of(&Part::Chart), of(&Part::Proposal), of(&Part::Hearing));
    assert!(charts >= 1000, "{charts} charts");
    assert!(proposals >= 250, "{proposals} proposals");
    assert!(hearings >= 50, "{hearings} hearings");
    let tables = tables().len();
    assert!(tables >= 20, "{tables} tables");
}

#[test]
fn the_good_files_are_good() {
    for path in good() {
        let text = std::fs::read(&path).expect("it was listed");
        let [en, da] = reports(&path, &text);
        let name = path.display().to_string();
        assert!(
            refused([&en, &da], &name).is_err(),
            "{name} is bad as it is"
        );
    }
}

const STAFF: &str = "\
id,title,unit,count,performs,reports_to
leder,Leder,jobcenter,1,,
vejledere,\"Vejleder, unge\",jobcenter,4,jobindsats|ydelse,leder
raadgivere,Rådgiver,ydelse,ca. 3-5,ydelse,leder
";
const BESIDE: &str = "\
rokade: 1
units: { jobcenter: { name: Jobcenter }, ydelse: { name: Ydelse, parent: jobcenter } }
functions: { ydelse: { responsible: ydelse }, jobindsats: { responsible: jobcenter } }
";

/// Bad tables: what is replaced, and what by.
fn tables() -> Vec<(String, Vec<u8>)> {
    let replaced = [
        ("id,title", "navn,title"),
        ("id,title", "id,titel"),
        ("id,title", "id,id"),
        ("title,unit", "title,title"),
        ("id,title,unit", "id;title;unit"),
        ("id,title", "id\ttitle"),
        ("leder,Leder,jobcenter,1,,\n", "leder,Leder,jobcenter,1\n"),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Leder,jobcenter,1,,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Leder, social,jobcenter,1,,\n",
        ),
        ("leder,Leder,jobcenter,1,,\n", ",Leder,jobcenter,1,,\n"),
        (
            "leder,Leder,jobcenter,1,,\n",
            "Den Leder,Leder,jobcenter,1,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Leder,findes-ikke,1,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Leder,jobcenter,mange,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Leder,jobcenter,-1,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Leder,jobcenter,9-4,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Le\u{7}der,jobcenter,1,,\n",
        ),
        (
            "leder,Leder,jobcenter,1,,\n",
            "leder,Le\0der,jobcenter,1,,\n",
        ),
        ("\"Vejleder, unge\"", "Vejleder, unge"),
        ("\"Vejleder, unge\"", "\"Vejleder, unge"),
        ("jobindsats|ydelse", "jobindsats|findes-ikke"),
        ("jobindsats|ydelse", "jobindsats,ydelse"),
        ("jobindsats|ydelse", "Jobindsats Her"),
        ("raadgivere,", "leder,"),
        ("ydelse,leder\n", "ydelse,findes-ikke\n"),
    ];
    let mut all: Vec<(String, Vec<u8>)> = replaced
        .iter()
        .map(|(from, to)| {
            (
                format!("{from:?} by {to:?}"),
                STAFF.replacen(from, to, 1).into_bytes(),
            )
        })
        .collect();
    let latin = STAFF
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
    all.push(("Windows-1252".to_owned(), latin.collect()));
    let wide = STAFF.encode_utf16().flat_map(u16::to_le_bytes);
    all.push((
        "UTF-16".to_owned(),
        [0xff, 0xfe].into_iter().chain(wide).collect(),
    ));
    all.push(("empty".to_owned(), Vec::new()));
    all
}

#[test]
fn every_bad_table_is_refused() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, bytes) in tables() {
        assert!(
            bytes != STAFF.as_bytes() && seen.insert(bytes.clone()),
            "{name} changes nothing"
        );
        let mut sources = Sources::default();
        let files: [SourceId; 2] = [
            sources.add("chart.yaml", BESIDE.as_bytes(), Syntax::Yaml),
            sources.add("staff.csv", bytes, Syntax::Csv),
        ];
        let opened = Checked::Chart(Box::new(rokade::open(&sources, &files)));
        let [en, da] = told(&sources, opened);
        if let Err(why) = refused([&en, &da], "staff.csv") {
            wrong.push(format!("{name} {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
