//! Every rule's page is its test: each example is run with the page's own rule alone, the lines
//! marked `# finding` are hit and no others.
//!
//! `RULE=name cargo test -p rokade-tests --test rule_pages` runs one page.

use std::collections::BTreeSet;

use rokade::{Language, Policy, catalogue};
use rokade_tests::{Example, examples};

fn policy(rule: &'static str, language: Language) -> Policy {
    Policy {
        language,
        only: Some(vec![rule]),
        ..Policy::default()
    }
}

fn chosen() -> impl Iterator<Item = &'static rokade_rules::Rule> {
    let only = std::env::var("RULE").ok();
    catalogue::rules().filter(move |rule| only.as_deref().is_none_or(|only| only == rule.name))
}

#[test]
fn marked_lines_are_hit_and_no_others() {
    let mut wrong = Vec::new();
    for rule in chosen() {
        for language in [Language::En, Language::Da] {
            for (i, example) in examples(rule.page.get(language)).iter().enumerate() {
                let report = example.run(&policy(rule.name, language));
                let marked = example.marked();
                let mut hit = BTreeSet::new();
                for (finding, lines) in report.findings.iter().zip(Example::hits(&report)) {
                    // In a pair, what a finding is about stands in both charts.
                    let shown = if example.base.is_some() {
                        lines.len()
                    } else {
                        1
                    };
                    if !lines.iter().take(shown).any(|line| marked.contains(line)) {
                        wrong.push(format!(
                            "{} {} example {}: no marked line at {lines:?}: {}",
                            rule.name,
                            language.code(),
                            i + 1,
                            finding.message
                        ));
                    }
                    hit.extend(lines.into_iter().take(shown));
                }
                for line in marked.difference(&hit) {
                    wrong.push(format!(
                        "{} {} example {}: nothing found at {line}",
                        rule.name,
                        language.code(),
                        i + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_pages_hold_the_same_examples() {
    for rule in chosen() {
        let [da, en] = [Language::Da, Language::En].map(|language| {
            let examples = examples(rule.page.get(language));
            let fence = |e: Example| (e.base, e.revision, e.is_proposal, e.csv, e.hearing);
            examples.into_iter().map(fence).collect::<Vec<_>>()
        });
        assert_eq!(da, en, "{}", rule.name);
    }
}

#[test]
fn every_page_fails_and_passes_an_example() {
    for rule in chosen() {
        let examples = examples(rule.page.en);
        let fails = examples.iter().any(|e| e.heading == "Fails");
        let passes = examples.iter().any(|e| e.heading == "Passes");
        assert!(fails && passes, "{} lacks an example", rule.name);
        for example in examples {
            let marked = !example.marked().is_empty();
            assert_eq!(marked, example.heading == "Fails", "{}", rule.name);
        }
        assert!(
            rule.page.en.starts_with(&format!("# {}\n", rule.name)),
            "{}",
            rule.name
        );
        assert!(
            rule.page.da.starts_with(&format!("# {}\n", rule.name)),
            "{}",
            rule.name
        );
    }
}

#[test]
fn examples_are_good_charts_but_for_their_own_rule() {
    let others: Vec<&'static str> = catalogue::rules()
        .filter(|rule| matches!(rule.question, rokade_rules::rule::Question::Faults(_)))
        .map(|rule| rule.name)
        .collect();
    let mut wrong = Vec::new();
    for rule in chosen().filter(|rule| !others.contains(&rule.name)) {
        for (i, example) in examples(rule.page.en).iter().enumerate() {
            let policy = Policy {
                only: Some(others.clone()),
                ..Policy::default()
            };
            for finding in example.run(&policy).findings {
                let message = finding.message;
                wrong.push(format!("{} example {}: {message}", rule.name, i + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
