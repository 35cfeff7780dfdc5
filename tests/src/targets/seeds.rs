//! What is edited to find more: the files of the repository and the examples on rule pages, the
//! smaller ones, and what was found to matter before (`fuzz/corpus`, `fuzz/regressions`).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rokade::{NoteFormat, Options, Policy, Sources, Syntax, catalogue};

use super::edits::Numbers;
use super::given::{CUT, ROLLS, policy};
use super::read::{BASE, referred};
use crate::generate::pairs as written_pairs;
use crate::{Example, examples, root};

/// Of the smaller ones more can be tried.
const MOST: usize = 6 * 1024;

/// What was found before for a target: what adds to the seeds, and what once failed.
pub fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for folder in ["corpus", "regressions"] {
        let folder = root().join("fuzz").join(folder).join(target);
        all.extend(within(&folder).into_iter().filter_map(|path| {
            let bytes = std::fs::read(&path).ok()?;
            Some((path, bytes))
        }));
    }
    all
}

/// Files of YAML: charts, proposals and hearings, good and bad.
pub fn files() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for folder in ["orgs", "tests/pairs", "tests/bad", "tests/hearing"] {
        all.extend(below(&root().join(folder), &["yaml", "yml", "json"]));
    }
    for example in rule_examples() {
        let texts = [example.base, Some(example.revision), example.hearing];
        all.extend(texts.into_iter().flatten().map(String::into_bytes));
    }
    distinct(all)
}

/// Tables of staff.
pub fn tables() -> Vec<Vec<u8>> {
    let mut all = below(&root().join("tests/bad"), &["csv"]);
    let examples = rule_examples().into_iter();
    all.extend(examples.filter_map(|example| example.csv.map(String::into_bytes)));
    for table in [
        "id,title,unit\nleder,Leder,a\nvejleder,\"Vejleder, unge\",b\n",
        "id;title;unit;count;performs;filled\r\nleder;Leder;a;1;ydelse|ydelse;ja\r\n",
        "\u{feff}id\ttitle\tunit\tcost\nleder\tLeder\ta\tca. 500000\n",
    ] {
        all.push(table.as_bytes().to_vec());
    }
    distinct(all)
}

/// Two files each, a chart and another or a proposal upon it; or rolls of dice.
pub fn pairs() -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = rule_examples()
        .into_iter()
        .filter_map(|example| {
            let base = example.base?;
            Some([base.as_bytes(), CUT, example.revision.as_bytes()].concat())
        })
        .collect();
    for pair in written_pairs() {
        let [base, revision] = [&pair.base, &pair.revision].map(std::fs::read);
        if let (Ok(base), Ok(revision)) = (base, revision) {
            all.push([&base, CUT, &revision].concat());
        }
    }
    for proposal in below(&root().join("tests/bad"), &["yaml"]) {
        if proposal.starts_with(b"rokade: 1\nbase: ../bad-base.yaml") {
            all.push([BASE.as_bytes(), CUT, &proposal].concat());
        }
    }
    let mut all = distinct(all);
    let mut numbers = Numbers::new(1);
    for length in 0..64 {
        let rolls = (0..length * 24 + 8).flat_map(|_| numbers.next().to_le_bytes()[..2].to_vec());
        all.push([ROLLS].into_iter().chain(rolls).collect());
    }
    all
}

/// Hearings.
pub fn hearings() -> Vec<Vec<u8>> {
    let mut all = files();
    all.retain(|file| file.windows(8).any(|some| some == b"hearing:"));
    all
}

/// Responses, as texts and as documents.
pub fn responses() -> Vec<Vec<u8>> {
    let mut all = below(&root().join("tests/hearing"), &["txt"]);
    // A part of each finds as much as all of it, and sooner.
    let parts: Vec<Vec<u8>> = all.iter().flat_map(|text| paragraphs(text)).collect();
    all.extend(parts);
    let text = "Hvem leder kantinen på Kastetvej?\n\n- Vi frygter, at det går ud over ydelsen.\n";
    all.push([BASE.as_bytes(), CUT, text.as_bytes()].concat());
    for hearing in hearings().iter().step_by(10) {
        let mut sources = Sources::default();
        let file = sources.add("hearing.yaml", hearing, Syntax::Yaml);
        let referred = referred(&mut sources, file);
        let opened = rokade::open_note(&sources, file, &referred, None, &[]);
        let Ok(note) = rokade::note(&sources, opened, &policy(hearing), false) else {
            continue;
        };
        let mut document = Vec::new();
        let options = Options::default();
        if rokade::render_note(NoteFormat::Docx, &note, &options, &mut document).is_ok() {
            all.push(document);
        }
    }
    distinct(all)
}

/// A text in pieces of some paragraphs.
fn paragraphs(text: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(text);
    let all: Vec<&str> = text.split("\n\n").collect();
    all.chunks(4)
        .map(|some| some.join("\n\n").into_bytes())
        .collect()
}

fn rule_examples() -> Vec<Example> {
    let rules = catalogue::rules();
    rules
        .flat_map(|rule| examples(rule.page.get(Policy::default().language)))
        .collect()
}

/// The small ones, each once.
fn distinct(all: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let mut seen = BTreeSet::new();
    let mut all = all;
    all.retain(|one| one.len() <= MOST && seen.insert(one.clone()));
    all
}

/// The files of a folder, in the order of their names; none where there is no folder.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
}

/// The files below a folder whose names end so.
fn below(folder: &Path, ends: &[&str]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for path in within(folder) {
        if path.is_dir() {
            all.extend(below(&path, ends));
        } else if path
            .extension()
            .is_some_and(|end| ends.iter().any(|one| end == *one))
        {
            all.extend(std::fs::read(&path).ok());
        }
    }
    all
}
