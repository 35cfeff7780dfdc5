//! `rules`, `explain` and `schema`: what the tool knows, printed.

use std::fmt::Write as _;

use rokade::{Reference, catalogue};

use super::RunError;
use crate::args::ListFormat;
use crate::output::print;
use crate::settings::Languages;

pub(super) fn rules(format: ListFormat, languages: Languages) -> Result<bool, RunError> {
    let language = languages.choose(None).value;
    let text = match format {
        ListFormat::Json => serde_json::to_string_pretty(&catalogue::info(language)?)?,
        ListFormat::Text => listed(&Reference::new(language)?)?,
    };
    print(|out| writeln!(out, "{text}"))?;
    Ok(true)
}

/// The rules under their families, each with its severity and what it finds.
fn listed(reference: &Reference) -> Result<String, RunError> {
    let longest = |texts: &[String]| texts.iter().map(|text| text.chars().count()).max();
    let names: Vec<String> = catalogue::rules()
        .map(|rule| rule.name.to_owned())
        .collect();
    let severities = catalogue::rules().map(|rule| reference.severity(rule.severity));
    let severities: Vec<String> = severities.collect::<Result<_, _>>()?;
    let name = longest(&names).unwrap_or(0);
    let severity = longest(&severities).unwrap_or(0);
    let mut text = String::new();
    let mut family = None;
    for (rule, graded) in catalogue::rules().zip(&severities) {
        if family.replace(rule.family) != Some(rule.family) {
            let _ = writeln!(text, "{}", reference.family(rule.family)?);
        }
        let title = reference.title(rule)?;
        let _ = writeln!(text, "  {:name$}  {graded:severity$}  {title}", rule.name);
    }
    let _ = write!(text, "\n{}", reference.say("rules-more")?);
    Ok(text)
}

pub(super) fn explain(name: &str, languages: Languages) -> Result<bool, RunError> {
    let Some(rule) = catalogue::find(name) else {
        return Err(RunError::NoSuchRule {
            rule: name.to_owned(),
            nearest: catalogue::nearest(name),
        });
    };
    let page = Reference::new(languages.choose(None).value)?.page(rule)?;
    print(|out| out.write_all(page.as_bytes()))?;
    Ok(true)
}

pub(super) fn schema(report: bool, comparison: bool, note: bool) -> Result<bool, RunError> {
    let schema = match (report, comparison, note) {
        (true, ..) => rokade::report_schema(),
        (_, true, _) => rokade::comparison_schema(),
        (_, _, true) => rokade::note_schema(),
        _ => rokade::schema(),
    };
    let text = serde_json::to_string_pretty(&schema)?;
    print(|out| writeln!(out, "{text}"))?;
    Ok(true)
}
