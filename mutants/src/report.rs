//! What came of all of them.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::build::{Known, Without, Work};
use crate::run::{self, Outcome};

#[derive(Default)]
struct Row {
    all: usize,
    caught: usize,
    timeout: usize,
    missed: usize,
    unreached: usize,
    not_building: usize,
    left_out: usize,
    untried: usize,
}

/// The score of each crate, and on demand the names of what was missed.
pub(crate) fn report(work: &Work, names: &[String], missed: bool) -> Result<String> {
    use std::fmt::Write as _;

    let all: Vec<Known> = work.read("mutants.json")?;
    let results = run::results(work);
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut text = String::new();
    for known in &all {
        let is_named = names.iter().any(|name| known.name.contains(name.as_str()));
        if !names.is_empty() && !is_named {
            continue;
        }
        let outcome = results.get(&known.name).map(|tried| tried.outcome);
        for package in [known.package.as_str(), "total"] {
            let row = rows.entry(package).or_default();
            row.all += 1;
            let of = match (known.without, outcome) {
                (Some(Without::NotBuilding), _) => &mut row.not_building,
                (Some(Without::LeftOut), _) => &mut row.left_out,
                (None, Some(Outcome::Caught)) => &mut row.caught,
                (None, Some(Outcome::Timeout)) => &mut row.timeout,
                (None, Some(Outcome::Missed)) => &mut row.missed,
                (None, Some(Outcome::Unreached)) => &mut row.unreached,
                (None, None) => &mut row.untried,
            };
            *of += 1;
        }
        let is_missed = matches!(outcome, Some(Outcome::Missed | Outcome::Unreached));
        if missed && is_missed && known.without.is_none() {
            let unreached = if outcome == Some(Outcome::Unreached) {
                " (reached by no test)"
            } else {
                ""
            };
            writeln!(text, "{}{unreached}", known.name)?;
        }
    }
    if missed {
        return Ok(text);
    }
    writeln!(
        text,
        "{:16}{:>8}{:>8}{:>8}{:>8}{:>10}{:>10}{:>9}{:>8}{:>8}",
        "",
        "all",
        "caught",
        "timeout",
        "missed",
        "unreached",
        "no build",
        "left out",
        "untried",
        "score"
    )?;
    for (package, row) in &rows {
        let noticed = row.caught + row.timeout;
        let tried = noticed + row.missed + row.unreached;
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let score = 100.0 * noticed as f64 / tried.max(1) as f64;
        writeln!(
            text,
            "{package:16}{:>8}{:>8}{:>8}{:>8}{:>10}{:>10}{:>9}{:>8}{score:>7.1}%",
            row.all,
            row.caught,
            row.timeout,
            row.missed,
            row.unreached,
            row.not_building,
            row.left_out,
            row.untried,
        )?;
    }
    Ok(text)
}
