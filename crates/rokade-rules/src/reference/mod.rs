//! The rule reference: each rule's page with what is known of the rule, and the words for that.
//!
//! It makes text and writes no file. `rokade explain` prints a page as it is here; the pages under
//! `docs/rules` are the same page for a forge.

mod prose;

use std::fmt::Write as _;

use rokade_core::entry::Language;
use rokade_core::finding::{Severity, Value};
use rokade_core::report::{RuleCertainty, RuleScope};
use rokade_core::words::{Words, WordsError};

use crate::measures::{Better, Counts, Measure};
use crate::rule::{Family, Rule};

/// The words of the reference in one language.
pub struct Reference {
    language: Language,
    words: Words,
}

impl Reference {
    /// The reference in a language.
    ///
    /// # Errors
    /// When its words cannot be read, which a test rules out.
    pub fn new(language: Language) -> Result<Self, WordsError> {
        let text = match language {
            Language::Da => include_str!("da.ftl"),
            Language::En => include_str!("en.ftl"),
        };
        let words = Words::new(language, text)?;
        Ok(Reference { language, words })
    }

    /// A heading, or another text without values.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn say(&self, key: &str) -> Result<String, WordsError> {
        self.words.say(key, &[])
    }

    /// What a family is called.
    ///
    /// # Errors
    /// See [`Reference::new`]; so for all below.
    pub fn family(&self, family: Family) -> Result<String, WordsError> {
        self.word("family", "family", family.name())
    }

    /// What a severity is called.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn severity(&self, severity: Severity) -> Result<String, WordsError> {
        self.word("severity", "severity", severity.name())
    }

    /// How many charts a rule looks at.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn scope(&self, scope: RuleScope) -> Result<String, WordsError> {
        let word = match scope {
            RuleScope::Chart => "chart",
            RuleScope::Pair => "pair",
            RuleScope::Both => "both",
        };
        self.word("scope", "scope", word)
    }

    /// How certain the findings of a rule are.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn certainty(&self, certainty: RuleCertainty) -> Result<String, WordsError> {
        let word = match certainty {
            RuleCertainty::Certain => "certain",
            RuleCertainty::Possible => "possible",
            RuleCertainty::Either => "either",
        };
        self.word("certainty", "certainty", word)
    }

    /// Which way of a measure is better.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn better(&self, measure: &Measure) -> Result<String, WordsError> {
        let word = match measure.better {
            Some(Better::Lower) => "lower",
            Some(Better::Higher) => "higher",
            None => "neither",
        };
        self.word("better", "better", word)
    }

    /// What a measure counts.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn counts(&self, measure: &Measure) -> Result<String, WordsError> {
        let word = match measure.counts {
            Counts::Posts => "posts",
            Counts::Citizens => "citizens",
            Counts::Money => "money",
            Counts::Things => "things",
        };
        self.word("counts", "counts", word)
    }

    /// What a measure is of: an organisation, or a change of one.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn measured(&self, measure: &Measure) -> Result<String, WordsError> {
        let word = if measure.is_of_one_chart() {
            "chart"
        } else {
            "pair"
        };
        self.word("measured", "measured", word)
    }

    /// What a rule looks for, in one line.
    ///
    /// # Errors
    /// When the rule's sentences cannot be read, which a test rules out.
    pub fn title(&self, rule: &Rule) -> Result<String, WordsError> {
        let words = Words::new(self.language, rule.sentences.get(self.language))?;
        words.say("title", &[])
    }

    /// A rule's page: under its name what is known of it, and where it fails what the mark means.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn page(&self, rule: &Rule) -> Result<String, WordsError> {
        let facts = [
            ("page-family", self.family(rule.family)?),
            ("page-severity", self.severity_and_key(rule.severity)?),
            ("page-scope", self.scope(rule.scope())?),
            ("page-certainty", self.certainty(rule.certainty)?),
        ];
        let (mark, heading) = (self.say("page-mark")?, self.say("page-fails")?);
        let mut page = String::new();
        let mut fenced = false;
        for line in rule.page.get(self.language).lines() {
            fenced ^= line.starts_with("```");
            page.push_str(line);
            page.push('\n');
            if fenced {
                continue;
            }
            if line.starts_with("# ") {
                page.push('\n');
                for (key, fact) in &facts {
                    let label = self.say(key)?;
                    let _ = writeln!(page, "- {label}: {fact}");
                }
            } else if line.strip_prefix("## ") == Some(&heading) {
                let _ = writeln!(page, "\n{mark}");
            }
        }
        Ok(page)
    }

    /// What a rule finds, in a paragraph without markup.
    pub fn what(&self, rule: &Rule) -> String {
        prose::what(rule.page.get(self.language))
    }

    /// What a rule finds, why, and how to mend it, in paragraphs without markup.
    ///
    /// # Errors
    /// See [`Reference::new`].
    pub fn help(&self, rule: &Rule) -> Result<String, WordsError> {
        let page = rule.page.get(self.language);
        Ok(prose::help(page, &self.say("page-fails")?))
    }

    /// A severity with the word by which files and the command line name it.
    fn severity_and_key(&self, severity: Severity) -> Result<String, WordsError> {
        let (word, key) = (self.severity(severity)?, severity.name());
        Ok(if word == key {
            word
        } else {
            format!("{word} (`{key}`)")
        })
    }

    fn word(
        &self,
        key: &str,
        name: &'static str,
        word: &'static str,
    ) -> Result<String, WordsError> {
        self.words.say(key, &[(name, Value::Word(word))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures;
    use crate::rule::{Question, Texts};

    fn rule() -> Rule {
        Rule {
            name: "vacant-lot",
            family: Family::Place,
            severity: Severity::Warning,
            certainty: RuleCertainty::Either,
            rank: crate::rule::Rank::Places,
            replaces: &[],
            follows: &[],
            question: Question::Pair(|_, _| {}),
            page: Texts {
                da: "# vacant-lot\n\nEn grund er *tom*.\n\n## Hvorfor\n\nDen koster.\n\n```yaml\n# Grunden\na: 1\n```\n\n## Giver fund\n\n```yaml\n# finding\n## Giver fund\n```\n",
                en: "# vacant-lot\n\nA site is *empty*.\n\n## Gives findings\n\n```yaml\na: 1\n```\n",
            },
            sentences: Texts {
                da: "title = En grund er tom\n",
                en: "title = A site is empty\n",
            },
        }
    }

    fn reference(language: Language) -> Reference {
        Reference::new(language).expect("its words are Fluent")
    }

    #[test]
    fn a_page_has_what_is_known_of_its_rule_and_what_the_mark_means() {
        let page = |language| {
            reference(language)
                .page(&rule())
                .expect("every word is there")
        };
        // Lines of an example are no headings, whatever they look like.
        assert_eq!(
            page(Language::Da),
            "# vacant-lot\n\n- Emne: Adresser\n- Alvor: advarsel (`warning`)\n- Ser på: to diagrammer\n\
             - Fund: sikre eller mulige\n\nEn grund er *tom*.\n\n## Hvorfor\n\nDen koster.\n\n\
             ```yaml\n# Grunden\na: 1\n```\n\n## Giver fund\n\n\
             Fundene er ved de linjer, der er mærket `# finding`.\n\n\
             ```yaml\n# finding\n## Giver fund\n```\n"
        );
        // The word that files use is said where it is another.
        assert_eq!(
            page(Language::En),
            "# vacant-lot\n\n- Family: Sites\n- Severity: warning\n- Looks at: two charts\n\
             - Findings: certain or possible\n\nA site is *empty*.\n\n## Gives findings\n\n\
             The findings are at the lines marked `# finding`.\n\n```yaml\na: 1\n```\n"
        );
    }

    #[test]
    fn a_rule_is_told_in_a_line_a_paragraph_and_in_full() {
        let [da, en] = [Language::Da, Language::En].map(reference);
        let title = |reference: &Reference| reference.title(&rule()).expect("it is there");
        assert_eq!(title(&da), "En grund er tom");
        assert_eq!(title(&en), "A site is empty");
        assert_eq!(da.what(&rule()), "En grund er tom.");
        assert_eq!(en.what(&rule()), "A site is empty.");
        let help = |reference: &Reference| reference.help(&rule()).expect("it is there");
        assert!(help(&da).starts_with("En grund er tom.\n\nHvorfor\n\nDen koster."));
        assert_eq!(help(&en), "A site is empty.");
    }

    #[test]
    fn each_thing_that_is_known_has_its_word() {
        let en = reference(Language::En);
        let scopes = [RuleScope::Chart, RuleScope::Pair, RuleScope::Both];
        let scopes = scopes.map(|scope| en.scope(scope).expect("it is there"));
        assert_eq!(scopes, ["one chart", "two charts", "one chart and two"]);
        let certainties = [RuleCertainty::Certain, RuleCertainty::Possible];
        let certainties = certainties.map(|one| en.certainty(one).expect("it is there"));
        assert_eq!(certainties, ["certain", "possible"]);
        let told = |name: &str| {
            let measure = measures::find(name).expect("it is a measure");
            let words = [en.better(measure), en.counts(measure), en.measured(measure)];
            words.map(|word| word.expect("it is there"))
        };
        assert_eq!(told("posts_moved"), ["lower", "posts", "a change"]);
        assert_eq!(told("co_locations_made"), ["higher", "number", "a change"]);
        assert_eq!(told("sites_used"), ["neither", "number", "a chart"]);
        assert_eq!(told("cost_a_year")[1], "money a year");
        assert_eq!(told("citizens_with_more_advisers")[1], "citizens");
    }
}
