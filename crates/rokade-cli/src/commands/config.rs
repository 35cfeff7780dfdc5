//! `config`: the settings in force, and where each comes from.

use std::fmt::Write as _;
use std::path::Path;

use super::RunError;
use crate::args::ReportArgs;
use crate::input::Input;
use crate::output::print;
use crate::settings::{FileError, Found, Languages, Origin, Settings, SettingsFile};
use crate::tongue::Tongue;

/// Prints what is in force for a path as a file of settings, each value with where it comes from.
pub(super) fn config(
    path: Option<&Path>,
    found: Option<Found>,
    languages: Languages,
) -> Result<bool, RunError> {
    let nothing = SettingsFile::default();
    let file = found.as_ref().map_or(&nothing, |found| &found.settings);
    let settings = Settings::new(&ReportArgs::default(), file);
    let chart = path.and_then(|path| {
        let mut input = Input::default();
        let charts = input.read(path).ok()?.charts;
        let mut languages = charts
            .iter()
            .map(|chain| rokade::open_chain(&input.sources, chain).language());
        languages.find_map(|language| language)
    });
    let language = languages.choose(chart);
    let tongue = Tongue::new(language.value)?;
    let mut lines: Vec<(String, Option<Origin>)> = Vec::new();
    let mut add = |line: String, origin| lines.push((line, origin));
    add(
        format!("language = \"{}\"", language.value.code()),
        Some(language.origin),
    );
    let fail_on = settings.fail_on;
    add(
        format!("fail-on = \"{}\"", fail_on.value.name()),
        Some(fail_on.origin),
    );
    let certain_only = settings.certain_only;
    add(
        format!("certain-only = {}", certain_only.value),
        Some(certain_only.origin),
    );
    add("\n[limits]".to_owned(), None);
    for (limit, set) in &settings.limits {
        add(format!("{} = {}", limit.name, set.value), Some(set.origin));
    }
    if !settings.severities.is_empty() {
        add("\n[severities]".to_owned(), None);
    }
    for (rule, set) in &settings.severities {
        add(
            format!("{rule} = \"{}\"", set.value.name()),
            Some(set.origin),
        );
    }
    let widest = lines.iter().map(|(line, _)| line.chars().count()).max();
    let mut text = match &found {
        Some(found) => tongue.config_file(&found.path)?,
        None => tongue.config_no_file()?,
    };
    text = format!("# {text}\n\n");
    for (line, origin) in &lines {
        let Some(origin) = origin else {
            let _ = writeln!(text, "{line}");
            continue;
        };
        let origin = tongue.origin(*origin)?;
        // A `String` takes all that is written to it.
        let width = widest.unwrap_or(0);
        let _ = writeln!(text, "{line:<width$}  # {origin}");
    }
    print(|out| out.write_all(text.as_bytes()))?;
    match found {
        Some(found) if !found.faults.is_empty() => Err(FileError::Faults(Box::new(found)).into()),
        _ => Ok(true),
    }
}
