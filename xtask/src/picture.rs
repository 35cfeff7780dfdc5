//! The README's picture: the first lines that a terminal shows of a real run.

use std::fs;
use std::path::Path;

use rokade::{Chain, Format, Language, Options, Policy, Sources, Syntax};

use crate::ChoreError;

/// As many lines as a tall terminal shows.
const LINES: usize = 58;

const CASE: &str = "orgs/aalborg-integration";

/// The proposal of the Aalborg case, as an SVG of a terminal.
pub(crate) fn diff(root: &Path) -> Result<String, ChoreError> {
    let mut sources = Sources::default();
    let mut open = |file: &str| -> Result<_, ChoreError> {
        let name = format!("{CASE}/{file}");
        let path = root.join(&name);
        let bytes = fs::read(&path).map_err(|error| ChoreError::File(path.clone(), error))?;
        Ok(sources.add(&name, &bytes, Syntax::Yaml))
    };
    let chain = Chain {
        root: Ok(vec![open("current.yaml")?]),
        proposals: vec![open("proposal.yaml")?],
    };
    let base = rokade::open_chain(&sources, &chain.base());
    let revision = rokade::open_chain(&sources, &chain);
    let policy = Policy {
        language: Language::Da,
        ..Policy::default()
    };
    let failed = |error: &dyn std::error::Error| ChoreError::Report(error.to_string());
    let report = rokade::diff(&sources, &base, &revision, &policy).map_err(|e| failed(&e))?;
    let options = Options {
        color: true,
        width: 100,
        ..Options::default()
    };
    let mut text = Vec::new();
    rokade::render(Format::Text, &report, &options, &mut text).map_err(|e| failed(&e))?;
    let text = String::from_utf8(text).map_err(|e| failed(&e))?;
    let command = format!("$ rokade diff {CASE}/current.yaml {CASE}/proposal.yaml\n\n");
    let shown: Vec<&str> = text.lines().take(LINES).collect();
    let svg = anstyle_svg::Term::new().render_svg(&(command + &shown.join("\n") + "\n…\n"));
    Ok(svg.trim_end().to_owned() + "\n")
}
