//! `chart`: an organisation drawn.

use std::path::Path;

use rokade::{Chain, ChartFormat, Fault, Named};

use super::RunError;
use super::document::{format_of, write_document};
use super::report::tell_skipped;
use crate::args::ChartArgs;
use crate::input::Input;
use crate::progress::{self, Step};
use crate::settings::Languages;

/// Draws a chart, or what a proposal makes of its base.
pub(super) fn chart(path: &Path, args: &ChartArgs, languages: Languages) -> Result<bool, RunError> {
    // What cannot be done is said before anything is read.
    let output = args.output.as_deref();
    let format = format_of(
        args.format,
        output,
        ChartFormat::of_extension,
        ChartFormat::Svg,
    )?;
    let mut input = Input::default();
    let (chain, mut skipped) = input.read_one(path)?;
    let base = match &args.base {
        Some(base) => {
            let (base, of_base) = input.read_one(base)?;
            skipped.extend(of_base);
            Some(base)
        }
        None if chain.proposals.is_empty() => None,
        None => Some(chain.base()),
    };
    let open = |chain: &Chain| rokade::open_named(&input.sources, chain);
    let (base, drawn) = (base.as_ref().map(open), open(&chain));
    let language = languages.choose(drawn.opened.language()).value;
    tell_skipped(&skipped, language)?;
    let is_sound =
        |named: &Named| named.opened.complete && !named.opened.faults.iter().any(Fault::spoils);
    let are_sound = base.as_ref().is_none_or(is_sound) && is_sound(&drawn);
    progress::at(Step::Judge);
    let chart = rokade::draw(base, drawn, language, !args.show_small_groups)?;
    write_document(output, |out| rokade::render_chart(format, &chart, out))?;
    Ok(are_sound)
}
