//! What is found in hearing responses, measured against gold lists; and what holds for any text.

mod gold;
mod measure;

use std::io::Write as _;
use std::path::Path;

use proptest::prelude::*;
use rokade::{FaultKind, Opened, Sources, Syntax};
use rokade_core::chart::unresolved;
use rokade_core::entry::Hearing;
use rokade_core::span::{Source, SourceId};
use rokade_load::load_hearing;
use rokade_tests::{holds, open_path, root};

use gold::Gold;
use measure::{Figures, measure};

/// The path of the response to the Aalborg case, which is not in the repository.
const RESPONSE: &str = "ROKADE_RESPONSE";

/// Prints past the test harness, which swallows what is printed.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

fn chart(path: &Path) -> Opened {
    let opened = open_path(&mut Sources::default(), path);
    assert!(
        opened.complete && opened.faults.is_empty(),
        "{:?}",
        opened.faults
    );
    opened
}

fn measured(gold: &Gold, chart: &Opened, response: &str) -> Figures {
    let extracted = rokade::extract(response, &[&chart.chart]);
    let figures = measure(gold, response, &extracted, &chart.chart);
    say(&format!("{}\n{figures}", gold.document));
    let (_, answer) = extracted.hearing.responses.first().expect("one response");
    let from = answer.value.from.as_ref().map(ToString::to_string);
    assert_eq!(from, gold.from);
    let received = answer.value.received.map(|day| day.to_string());
    assert_eq!(received, gold.received);
    figures
}

/// The least of each hundred that is found, and the least of each hundred found that is right.
struct Floor {
    questions: usize,
    points: (usize, usize),
    things: (usize, usize),
}

impl Floor {
    #[track_caller]
    fn holds(&self, figures: &Figures) {
        assert!(figures.asked.reaches(self.questions), "{figures}");
        let (found, right) = figures.points;
        assert!(
            found.reaches(self.points.0) && right.reaches(self.points.1),
            "{figures}"
        );
        let (found, right) = figures.named;
        assert!(
            found.reaches(self.things.0) && right.reaches(self.things.1),
            "{figures}"
        );
    }
}

/// Measures an invented response, which is in the repository with its chart.
#[track_caller]
fn invented(name: &str, floor: &Floor) {
    let folder = root().join("tests/hearing");
    let gold = Gold::read(&folder.join(format!("{name}.gold.yaml")));
    let response =
        std::fs::read_to_string(folder.join(&gold.document)).expect("it is in the repository");
    floor.holds(&measured(
        &gold,
        &chart(&folder.join(&gold.chart)),
        &response,
    ));
}

#[test]
fn the_first_invented_response() {
    let floor = Floor {
        questions: 95,
        points: (95, 95),
        things: (90, 90),
    };
    invented("fjordby", &floor);
}

#[test]
fn the_second_invented_response() {
    let floor = Floor {
        questions: 95,
        points: (85, 95),
        things: (80, 90),
    };
    invented("birkelund", &floor);
}

#[test]
fn the_third_invented_response() {
    let floor = Floor {
        questions: 95,
        points: (90, 95),
        things: (80, 90),
    };
    invented("havnsoe", &floor);
}

#[test]
fn the_fourth_invented_response() {
    let floor = Floor {
        questions: 65,
        points: (50, 85),
        things: (50, 80),
    };
    invented("egeskov", &floor);
}

#[test]
fn the_response_to_the_aalborg_case() {
    let gold = Gold::read(&root().join("tests/hearing/aalborg.gold.yaml"));
    let Some(path) = std::env::var_os(RESPONSE) else {
        say(&format!(
            "skipped: {RESPONSE} does not say where {} is",
            gold.document
        ));
        return;
    };
    let response = std::fs::read_to_string(path).expect("the response can be read");
    let figures = measured(&gold, &chart(&root().join(&gold.chart)), &response);
    let floor = Floor {
        questions: 95,
        points: (95, 90),
        things: (85, 90),
    };
    floor.holds(&figures);
}

/// A response whose words are those of the Aalborg chart.
fn responses() -> impl Strategy<Value = String> {
    let pieces = [
        "Hvem leder kantinen på Kastetvej?",
        "Vi frygter, at det går ud over",
        "Job- og Socialcenter Integration",
        "# Tolkning",
        "Det bekymrer os.",
        "Vi spørger:",
        "- Hvor mange?",
        "\n",
        "\n\n",
        "ydelsesmedarbejderne",
        "“citat”: {a}, [b] # c",
        "LMU Jobcenter Integration",
        "3. maj 2017",
        "Disse funktioner?",
        "~",
        "null",
        "'",
        "\t",
        "\u{202e}",
    ];
    let piece = prop_oneof![3 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,20}"];
    prop::collection::vec(piece, 0..25).prop_map(|pieces| pieces.join(" "))
}

#[test]
fn what_is_extracted_reads_back_and_names_what_is_there() {
    let chart = chart(&root().join("orgs/aalborg-integration/current.yaml"));
    holds(
        "extracted hearings read back",
        &(responses(),),
        |(response,)| {
            let extracted = rokade::extract(&response, &[&chart.chart]);
            let written = rokade::write_hearing(&extracted.hearing);
            let source = Source::new("hearing.yaml", &written, Syntax::Yaml);
            let loaded = load_hearing(SourceId(0), &source);
            let faults = loaded
                .faults
                .iter()
                .filter(|fault| !matches!(fault.kind, FaultKind::Missing { key: "from" }));
            prop_assert_eq!(faults.count(), 0, "{}", written);
            let points = |hearing: &Hearing| -> Vec<_> {
                hearing.points().map(|(_, point)| point.clone()).collect()
            };
            prop_assert_eq!(points(&loaded.hearing), points(&extracted.hearing));
            prop_assert_eq!(
                unresolved(&loaded.hearing, &[&chart.chart]).len(),
                0,
                "{}",
                written
            );
            Ok(())
        },
    );
}

#[test]
fn every_rule_that_a_point_can_raise_is_a_rule() {
    for cue in rokade::CUES {
        assert!(rokade::catalogue::find(cue.rule).is_some(), "{}", cue.rule);
        assert!(!cue.phrases.is_empty(), "{}", cue.rule);
        for phrase in cue.phrases.iter().chain(cue.beside) {
            let words: Vec<&str> = phrase.split(' ').collect();
            let is_word = |word: &&str| {
                *word == ".."
                    || word
                        .chars()
                        .all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || "*/".contains(c))
            };
            assert!(words.iter().all(is_word) && words[0] != "..", "{phrase:?}");
        }
    }
}
