//! The catalogue: every rule there is.

use std::collections::BTreeSet;

use rokade_core::entry::Language;
use rokade_core::report::{RuleInfo, RulePage};
use rokade_core::words::{Words, WordsError};

use crate::reference::Reference;
use crate::rule::{Question, Rule};

static FAMILIES: &[&[&Rule]] = &[
    crate::responsibility::RULES,
    crate::place::RULES,
    crate::people::RULES,
    crate::leadership::RULES,
    crate::citizens::RULES,
    crate::process::RULES,
    crate::money::RULES,
    crate::file::RULES,
];

/// Every rule, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}

/// The names of the rules that tell what is wrong in a file.
pub fn of_faults() -> Vec<&'static str> {
    let of_faults = rules().filter(|rule| matches!(rule.question, Question::Faults(_)));
    of_faults.map(|rule| rule.name).collect()
}

/// These rules, as far as they look at charts, and those that say something in place of them.
pub fn with_replacing(names: &BTreeSet<&str>) -> Vec<&'static str> {
    let looks_at_charts =
        |rule: &&Rule| !matches!(rule.question, Question::Faults(_) | Question::Allows(_));
    let all = rules().filter(looks_at_charts).filter(|rule| {
        names.contains(rule.name) || rule.replaces.iter().any(|name| names.contains(name))
    });
    all.map(|rule| rule.name).collect()
}

/// The name of the rule that is nearest to a word.
pub fn nearest(word: &str) -> Option<&'static str> {
    rokade_core::nearest::nearest_of(word, rules().map(|rule| rule.name))
}

/// Every rule as data, with its title in a language.
///
/// # Errors
/// When a rule's sentences cannot be read, which a test rules out.
pub fn info(language: Language) -> Result<Vec<RuleInfo>, WordsError> {
    rules().map(|rule| info_of(rule, language)).collect()
}

/// Every rule with its page in a language.
///
/// # Errors
/// See [`info`].
pub fn pages(language: Language) -> Result<Vec<RulePage>, WordsError> {
    let reference = Reference::new(language)?;
    let page = |rule: &Rule| {
        Ok(RulePage {
            info: info_of(rule, language)?,
            what: reference.what(rule),
            help: reference.help(rule)?,
            page: reference.page(rule)?,
        })
    };
    rules().map(page).collect()
}

fn info_of(rule: &Rule, language: Language) -> Result<RuleInfo, WordsError> {
    let words = Words::new(language, rule.sentences.get(language))?;
    Ok(RuleInfo {
        name: rule.name.to_owned(),
        family: rule.family.name().to_owned(),
        severity: rule.severity,
        scope: rule.scope(),
        certainty: rule.certainty,
        title: words.say("title", &[])?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_rule_finds_the_nearest() {
        assert_eq!(nearest("moved-functoin"), Some("moved-function"));
        assert_eq!(nearest("something-else-altogether"), None);
    }

    #[test]
    fn every_rule_has_its_page_with_what_it_is_called() {
        let pages = pages(Language::En).expect("every sentence is there");
        assert!(
            rules()
                .map(|rule| rule.name)
                .eq(pages.iter().map(|page| &page.info.name))
        );
        for page in pages {
            assert!(
                page.page
                    .starts_with(&format!("# {}\n\n- Family: ", page.info.name))
            );
            assert!(page.help.starts_with(&page.what), "{}", page.info.name);
        }
    }
}
