//! The folder of a new rule, from a template, and its two lines in the family's list.

use std::fs;
use std::path::Path;

use crate::ChoreError;

const CODE: &str = r#"//! `NAME`: …

use rokade_core::finding::Severity;

use crate::rule::{Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "NAME",
    family: Family::FAMILY,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::New,
    replaces: &[],
    follows: &[],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(_context: &PairContext<'_>, _sink: &mut Sink<'_>) {}
"#;

const SENTENCES: &str = "title = …\nmessage = …\nhelp = …\nlabel = …\n";

const EN: &str = "# NAME\n\n…\n\n## Why\n\n…\n\n## How to mend\n\n…\n\n## Fails\n\n\
    ```yaml base\nrokade: 1\n```\n\n```yaml revision\nrokade: 1 # finding\n```\n\n## Passes\n\n\
    ```yaml base\nrokade: 1\n```\n\n```yaml revision\nrokade: 1\n```\n";

/// Makes the folder; what is there already is left alone.
pub(crate) fn run(root: &Path, family: &str, name: &str) -> Result<(), ChoreError> {
    let words = name
        .split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()));
    if !words {
        return Err(ChoreError::Rule(format!(
            "`{name}` is no rule's name: lower-case words joined by `-`"
        )));
    }
    let module = name.replace('-', "_");
    let folder = root.join("crates/rokade-rules/src").join(family);
    let list = folder.join("mod.rs");
    let code = fs::read_to_string(&list).map_err(|error| ChoreError::File(list.clone(), error))?;
    let rule = folder.join(&module);
    if rule.exists() {
        return Err(ChoreError::Rule(format!(
            "there is a rule `{name}` already"
        )));
    }
    let mut variant = family.to_owned();
    if let Some(first) = variant.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let fill = |text: &str| text.replace("NAME", name).replace("FAMILY", &variant);
    let da = EN
        .replace("## Why", "## Hvorfor")
        .replace("## How to mend", "## Sådan rettes det")
        .replace("## Fails", "## Giver fund")
        .replace("## Passes", "## Giver ingen fund");
    let files = [
        ("mod.rs", fill(CODE)),
        ("en.md", fill(EN)),
        ("da.md", fill(&da)),
        ("en.ftl", SENTENCES.to_owned()),
        ("da.ftl", SENTENCES.to_owned()),
    ];
    fs::create_dir_all(&rule).map_err(|error| ChoreError::File(rule.clone(), error))?;
    for (file, text) in files {
        let path = rule.join(file);
        fs::write(&path, text).map_err(|error| ChoreError::File(path.clone(), error))?;
    }
    let code = listed(&code, &module).ok_or_else(|| {
        ChoreError::Rule(format!("{} has no list of rules to add to", list.display()))
    })?;
    fs::write(&list, code).map_err(|error| ChoreError::File(list.clone(), error))
}

/// The family's `mod.rs` with the two lines of a new rule, in the order of the alphabet.
fn listed(code: &str, module: &str) -> Option<String> {
    let declared = format!("mod {module};");
    let listed = format!("    &{module}::RULE,");
    let insert = |lines: &mut Vec<String>, starts: &str, ends: &str, line: String| -> Option<()> {
        let of = |l: &String| l.starts_with(starts) && l.ends_with(ends);
        let first = lines.iter().position(of)?;
        let later = lines[first..].iter().position(|l| !of(l) || *l > line)?;
        lines.insert(first + later, line);
        Some(())
    };
    let mut lines: Vec<String> = code.lines().map(str::to_owned).collect();
    insert(&mut lines, "mod ", ";", declared)?;
    insert(&mut lines, "    &", "::RULE,", listed)?;
    Some(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn a_rule_is_listed_in_its_place() {
        let code = "use x;\n\nmod a;\nmod c;\n\nstatic R: &[&Rule] = &[\n    &a::RULE,\n    &c::RULE,\n];\n";
        let with = "use x;\n\nmod a;\nmod b;\nmod c;\n\nstatic R: &[&Rule] = &[\n    &a::RULE,\n    &b::RULE,\n    &c::RULE,\n];\n";
        assert_eq!(listed(code, "b").as_deref(), Some(with));
        assert_eq!(listed("", "b"), None);
    }
}
