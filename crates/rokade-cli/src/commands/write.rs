//! `apply` and `script`: the commands that write a file of the format.

use std::path::Path;

use rokade::{Fault, Format, Opened, Policy, Sources};

use super::RunError;
use crate::input::Input;
use crate::output::{print, report_to_stderr};
use crate::progress::{self, Step};
use crate::settings::Languages;

/// Writes the chart that a proposal makes of its base.
pub(super) fn apply(proposal: &Path, languages: Languages) -> Result<bool, RunError> {
    let mut input = Input::default();
    let chain = input.read_proposal(proposal)?;
    let opened = rokade::open_chain(&input.sources, &chain);
    if !is_sound(&input.sources, &[&opened], languages)? {
        return Ok(false);
    }
    let chart = rokade::write_chart(opened.chart.entries());
    print(|out| out.write_all(chart.as_bytes()))?;
    Ok(true)
}

/// Writes the proposal that makes one chart of another.
pub(super) fn script(base: &Path, revision: &Path, languages: Languages) -> Result<bool, RunError> {
    let mut input = Input::default();
    let (from, _) = input.read_one(base)?;
    let (to, _) = input.read_one(revision)?;
    let (from, to) = rokade::open_two(&input.sources, &from, &to);
    if !is_sound(&input.sources, &[&from, &to], languages)? {
        return Ok(false);
    }
    progress::at(Step::Judge);
    let mut proposal = rokade::script(&from.chart, &to.chart);
    proposal.base = Some(base.display().to_string());
    let proposal = rokade::write_proposal(&proposal);
    print(|out| out.write_all(proposal.as_bytes()))?;
    Ok(true)
}

/// Whether charts have no faults; those they have are reported, and nothing is made of them.
pub(super) fn is_sound(
    sources: &Sources,
    charts: &[&Opened],
    languages: Languages,
) -> Result<bool, RunError> {
    let sound = |chart: &&Opened| chart.complete && !chart.faults.iter().any(Fault::spoils);
    let language = charts.iter().find_map(|chart| chart.language());
    let policy = Policy {
        language: languages.choose(language).value,
        only: Some(rokade::catalogue::of_faults()),
        ..Policy::default()
    };
    for chart in charts.iter().filter(|chart| !sound(chart)) {
        let report = rokade::check(sources, chart, &policy)?;
        report_to_stderr(Format::Text, &report)?;
    }
    Ok(charts.iter().all(sound))
}
