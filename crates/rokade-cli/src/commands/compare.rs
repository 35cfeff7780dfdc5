//! `compare`: proposals side by side.

use std::path::{Path, PathBuf};

use rokade::{Chain, ComparisonFormat, Named};

use super::RunError;
use super::document::{format_of, refuse_terminal, write_document};
use super::report::tell_skipped;
use crate::args::CompareArgs;
use crate::input::{Input, Skipped};
use crate::output::options;
use crate::progress::{self, Step};
use crate::settings::{Settings, SettingsFile};

/// Compares proposals with their base and with each other.
pub(super) fn compare(
    paths: &[PathBuf],
    args: &CompareArgs,
    file: &SettingsFile,
) -> Result<bool, RunError> {
    // What cannot be done is said before anything is read.
    let weights = rokade::parse_weights(args.weights.iter().map(String::as_str))?;
    let output = args.output.as_deref();
    let format = format_of(
        args.format,
        output,
        ComparisonFormat::of_extension,
        ComparisonFormat::Text,
    )?;
    if format.is_binary() {
        refuse_terminal(output, format.name())?;
    }
    let mut input = Input::default();
    let mut skipped = Vec::new();
    let (base, proposals) = chains(paths, args.base.as_deref(), &mut input, &mut skipped)?;
    let sources = &input.sources;
    let open = |chain: &Chain| rokade::open_named(sources, chain);
    let base = open(&base);
    let proposals: Vec<Named> = proposals.iter().map(open).collect();
    let report_args = args.document.as_report(args.full);
    let settings = Settings::new(&report_args, file);
    let opened = || std::iter::once(&base).chain(&proposals);
    let chart = opened().find_map(|one| one.opened.language());
    let language = settings.languages.choose(chart).value;
    tell_skipped(&skipped, language)?;
    let policy = settings.policy(&report_args, language);
    let hides = args.document.hides_small_groups(format.is_for_readers());
    progress::at(Step::Judge);
    let comparison = rokade::compare(sources, base, proposals, &weights, &policy, hides)?;
    let options = options(&report_args);
    write_document(output, |out| {
        rokade::render_comparison(format, &comparison, &options, out)
    })?;
    Ok(comparison.complete)
}

/// What to compare with, and what to compare.
pub(super) fn chains(
    paths: &[PathBuf],
    base: Option<&Path>,
    input: &mut Input,
    skipped: &mut Vec<Skipped>,
) -> Result<(Chain, Vec<Chain>), RunError> {
    let mut chains = Vec::with_capacity(paths.len());
    let mut read = |path: &Path| -> Result<Chain, RunError> {
        let (chain, of_path) = input.read_one(path)?;
        skipped.extend(of_path);
        Ok(chain)
    };
    for path in paths {
        chains.push(read(path)?);
    }
    if let Some(base) = base {
        return Ok((read(base)?, chains));
    }
    let is_chart = |chain: &Chain| chain.proposals.is_empty();
    let nothing = || RunError::NothingToCompare(paths.first().cloned().unwrap_or_default());
    match (chains.first(), &chains[..]) {
        (Some(first), [_]) if is_chart(first) => Err(nothing()),
        (Some(first), _) if is_chart(first) => {
            let base = chains.remove(0);
            Ok((base, chains))
        }
        _ => match rokade::common_base(&input.sources, &chains)? {
            Some(base) => Ok((base, chains)),
            None => Err(nothing()),
        },
    }
}
