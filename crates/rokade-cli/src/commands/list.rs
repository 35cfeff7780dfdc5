//! `rules`, `explain` and `schema`: what the tool knows, printed.

use rokade::{Language, catalogue};

use super::RunError;
use crate::args::ListFormat;
use crate::output::print;
use crate::tongue;

pub(super) fn rules(format: ListFormat, asked: Option<Language>) -> Result<bool, RunError> {
    let rules = catalogue::info(tongue::choose(asked, None))?;
    match format {
        ListFormat::Json => {
            let text = serde_json::to_string_pretty(&rules)?;
            print(|out| writeln!(out, "{text}"))?;
        }
        ListFormat::Text => {
            let longest = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
            print(|out| {
                for rule in &rules {
                    let severity = rule.severity.name();
                    writeln!(out, "{:longest$}  {severity:7}  {}", rule.name, rule.title)?;
                }
                Ok(())
            })?;
        }
    }
    Ok(true)
}

pub(super) fn explain(name: &str, asked: Option<Language>) -> Result<bool, RunError> {
    let Some(rule) = catalogue::find(name) else {
        return Err(RunError::NoSuchRule {
            rule: name.to_owned(),
            nearest: catalogue::nearest(name),
        });
    };
    let page = rule.page.get(tongue::choose(asked, None));
    print(|out| out.write_all(page.as_bytes()))?;
    Ok(true)
}

pub(super) fn schema(report: bool) -> Result<bool, RunError> {
    let schema = if report {
        rokade::report_schema()
    } else {
        rokade::schema()
    };
    let text = serde_json::to_string_pretty(&schema)?;
    print(|out| writeln!(out, "{text}"))?;
    Ok(true)
}
