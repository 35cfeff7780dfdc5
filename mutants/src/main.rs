//! Mutation testing with all mutants in one program, each switched on by its number: what would
//! take one build for each takes one for all. README.md says how it is used.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::build::{Known, Work};
use crate::run::{Again, Asked};

mod build;
mod list;
mod report;
mod rewrite;
mod run;
mod tests;

const HELP: &str = "\
mutants COMMAND [OPTION]… [NAME]…

  build    list the mutants, copy the repository, rewrite the copy, and build its tests
  run      try the mutants that have not been tried
  report   the score of each crate
  show     the change of a mutant, its number, and what came of it

NAME is a part of the name of a mutant; without one, all are meant.

  --repository FOLDER  the repository (the folder it is run in)
  --work FOLDER        what is kept (mutants/target/work in the repository)
  -p CRATE             build: the crates that are mutated (rokade-core, rokade-change, rokade-rules)
  --jobs N             tests side by side (2); of a build, what is compiled side by side
  --again missed|all   run: those too that have been tried
  --budget SECONDS     run: how long the tests of one mutant may take unmutated (20)
  --tests PART         run: the tests alone whose program and name hold this; what they miss stays as it was
  --missed             report: the names of what no test noticed
";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let Some(command) = arguments.next() else {
        bail!("{HELP}");
    };
    let mut repository = PathBuf::from(".");
    let mut folder = None;
    let mut packages = Vec::new();
    let mut names = Vec::new();
    let mut jobs = 2;
    let mut budget = 20.0;
    let mut again = None;
    let mut missed = false;
    let mut tests = None;
    while let Some(argument) = arguments.next() {
        let mut value = || {
            let value = arguments.next();
            value.with_context(|| format!("{argument} needs a value"))
        };
        match argument.as_str() {
            "--repository" => repository = value()?.into(),
            "--work" => folder = Some(PathBuf::from(value()?)),
            "-p" => packages.push(value()?),
            "--jobs" => jobs = value()?.parse().context("--jobs is a number")?,
            "--budget" => budget = value()?.parse().context("--budget is a number")?,
            "--tests" => tests = Some(value()?),
            "--missed" => missed = true,
            "--again" => {
                again = Some(match value()?.as_str() {
                    "missed" => Again::Missed,
                    "all" => Again::All,
                    other => bail!("--again {other}: missed or all"),
                });
            }
            option if option.starts_with('-') => bail!("{option} is no option\n\n{HELP}"),
            _ => names.push(argument),
        }
    }
    if packages.is_empty() {
        packages = ["rokade-core", "rokade-change", "rokade-rules"]
            .map(str::to_owned)
            .to_vec();
    }
    let folder = folder.unwrap_or_else(|| repository.join("mutants/target/work"));
    std::fs::create_dir_all(&folder)?;
    let work = Work {
        repository: repository.canonicalize()?,
        folder: folder.canonicalize()?,
    };
    match command.as_str() {
        "build" => build::build(&work, &packages, &jobs.to_string()),
        "run" => run::run(
            &work,
            &Asked {
                names,
                again,
                budget,
                tests,
                jobs,
            },
        ),
        "report" => print(&report::report(&work, &names, missed)?),
        "show" => show(&work, &names),
        _ => bail!("{command} is no command\n\n{HELP}"),
    }
}

fn print(text: &str) -> Result<()> {
    Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
}

fn show(work: &Work, names: &[String]) -> Result<()> {
    let all: Vec<Known> = work.read("mutants.json")?;
    let results = run::results(work);
    for known in all {
        if !names.iter().any(|name| known.name.contains(name.as_str())) {
            continue;
        }
        let mut text = format!("{}\nMUTANT={}\n", known.name, known.number);
        if let Some(without) = known.without {
            let said = known.said.unwrap_or_default();
            writeln!(text, "{without:?}: {said}")?;
        }
        if let Some(tried) = results.get(&known.name) {
            let by = tried.by.as_deref().unwrap_or("by none");
            let (run, of) = (tried.run, tried.of);
            writeln!(text, "{:?}: {run} of {of} tests, {by}", tried.outcome)?;
        }
        print(&format!("{text}{}\n", known.diff))?;
    }
    Ok(())
}
