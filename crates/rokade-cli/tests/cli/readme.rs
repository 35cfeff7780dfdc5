//! The examples of the README hold: the chart, the proposal upon it, the hearing of that, and the
//! settings.

use crate::place::Place;

const README: &str = include_str!("../../../../README.md");

/// The fenced blocks of a language, in the order written.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    let blocks = README.split(&*fence).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .collect()
}

#[test]
fn the_examples_can_be_followed() {
    let place = Place::new("readme");
    let (yaml, toml) = (blocks("yaml"), blocks("toml"));
    assert_eq!((yaml.len(), toml.len()), (3, 1));
    for (name, text) in ["org.yaml", "proposal.yaml", "hearing.yaml"]
        .into_iter()
        .zip(yaml)
    {
        place.write(name, text);
    }
    assert_eq!(place.run("check org.yaml").code, 0);
    assert_eq!(place.run("check proposal.yaml").code, 0);
    let asked = |line: &str| {
        let run = place.run(&format!("{line} --format json"));
        let report: serde_json::Value = serde_json::from_str(&run.out).expect(&run.err);
        let findings = report["findings"].as_array().unwrap();
        let asked = findings.iter();
        let asked = asked.filter(|finding| finding["rule"] == "unanswered-question");
        (asked.count(), findings.len(), run.code)
    };
    assert_eq!(asked("check hearing.yaml"), (1, 1, 0), "the first question");
    assert_eq!(asked("diff proposal.yaml --hearing hearing.yaml").0, 1);
    assert_eq!(asked("diff proposal.yaml").0, 0);
    place.write("rokade.toml", toml[0]);
    assert_eq!(asked("check hearing.yaml"), (1, 1, 1), "a warning fails");
}
