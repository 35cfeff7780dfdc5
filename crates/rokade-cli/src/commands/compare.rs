//! `compare`: proposals side by side.

use std::path::PathBuf;

use rokade::{Chain, Named};

use super::RunError;
use super::document::{refuse_terminal, write_document};
use super::report::tell_skipped;
use crate::args::CompareArgs;
use crate::input::{Input, Skipped};
use crate::output::options;
use crate::settings::{Settings, SettingsFile};

/// Compares proposals with their base and with each other.
pub(super) fn compare(
    paths: &[PathBuf],
    args: &CompareArgs,
    file: &SettingsFile,
) -> Result<bool, RunError> {
    // What cannot be done is said before anything is read.
    let weights = rokade::parse_weights(args.weights.iter().map(String::as_str))?;
    if args.format.is_binary() {
        refuse_terminal(args.output.as_deref(), args.format.name())?;
    }
    let mut input = Input::default();
    let mut skipped = Vec::new();
    let (base, proposals) = chains(paths, args, &mut input, &mut skipped)?;
    let sources = &input.sources;
    let open = |chain: &Chain| rokade::open_named(sources, chain);
    let base = open(&base);
    let proposals: Vec<Named> = proposals.iter().map(open).collect();
    let report_args = args.as_report();
    let settings = Settings::new(&report_args, file);
    let opened = || std::iter::once(&base).chain(&proposals);
    let chart = opened().find_map(|one| one.opened.language());
    let language = settings.languages.choose(chart).value;
    tell_skipped(&skipped, language)?;
    let policy = settings.policy(&report_args, language);
    let hides = args.hides_small_groups();
    let comparison = rokade::compare(sources, base, proposals, &weights, &policy, hides)?;
    let options = options(&report_args);
    write_document(args.output.as_deref(), |out| {
        rokade::render_comparison(args.format, &comparison, &options, out)
    })?;
    Ok(comparison.complete)
}

/// What to compare with, and what to compare.
fn chains(
    paths: &[PathBuf],
    args: &CompareArgs,
    input: &mut Input,
    skipped: &mut Vec<Skipped>,
) -> Result<(Chain, Vec<Chain>), RunError> {
    let mut chains = Vec::with_capacity(paths.len());
    let mut read = |path: &PathBuf| -> Result<Chain, RunError> {
        let (chain, of_path) = input.read_one(path)?;
        skipped.extend(of_path);
        Ok(chain)
    };
    for path in paths {
        chains.push(read(path)?);
    }
    if let Some(base) = &args.base {
        return Ok((read(base)?, chains));
    }
    let is_chart = |chain: &Chain| chain.proposals.is_empty();
    match (chains.first(), &chains[..]) {
        (Some(first), [_]) if is_chart(first) => Err(RunError::NothingToCompare(paths[0].clone())),
        (Some(first), _) if is_chart(first) => {
            let base = chains.remove(0);
            Ok((base, chains))
        }
        _ => match rokade::common_base(&input.sources, &chains)? {
            Some(base) => Ok((base, chains)),
            None => Err(RunError::NothingToCompare(paths[0].clone())),
        },
    }
}
