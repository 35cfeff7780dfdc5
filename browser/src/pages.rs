//! The pages that are looked at: what `rokade` makes of every case under `orgs/`.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::trouble::{Result, Trouble};

/// A page that `rokade` makes.
#[derive(Debug)]
pub struct Page {
    /// What it is called in what is printed, and the name of its files.
    pub name: String,
    /// Where it is.
    pub file: PathBuf,
    /// What kind of page it is.
    pub kind: Kind,
    /// The case that it is the picture of, if it is.
    pub pictures: Option<String>,
}

/// What kind of page something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A report, which has org charts, a filter and parts to go to.
    Report,
    /// Another page to read.
    Text,
    /// A drawing that stands by itself.
    Drawing,
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where everything goes that is made here and not kept.
pub fn scratch() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target")
}

/// Makes every page of every case whose name holds a text, in a folder.
pub fn make(only: &str, folder: &Path) -> Result<Vec<Page>> {
    fs::create_dir_all(folder)?;
    let mut pages = Vec::new();
    for case in sorted(&root().join("orgs"))? {
        for (page, arguments) in of_case(&case, folder)? {
            if page.name.contains(only) {
                run(&arguments, &page.file)?;
                pages.push(page);
            }
        }
    }
    Ok(pages)
}

/// The pages of a case with their arguments: a report of each proposal; where there are several, or a
/// hearing, one of everything; and of the main case the other pages that are made for a browser. The
/// first is the picture of the case.
fn of_case(case: &Path, folder: &Path) -> Result<Vec<(Page, Vec<OsString>)>> {
    let short = stem(case);
    let files = sorted(case)?;
    let named = |starts: &[&str]| -> Vec<OsString> {
        let mut paths = Vec::new();
        for start in starts {
            let of = files.iter().filter(|path| stem(path).starts_with(start));
            paths.extend(of.map(|path| path.as_os_str().to_owned()));
        }
        paths
    };
    let proposals = named(&["proposal", "counter-proposal", "follow-up"]);
    let hearings = named(&["hearing"]);
    let mut pages = Vec::new();
    let mut add = |name: String, arguments: Vec<&OsStr>| {
        let (kind, ending) = match arguments[0].to_str() {
            Some("report") => (Kind::Report, "html"),
            Some("chart") => (Kind::Drawing, "svg"),
            _ => (Kind::Text, "html"),
        };
        let page = Page {
            file: folder.join(format!("{name}.{ending}")),
            kind,
            pictures: None,
            name,
        };
        let arguments = arguments.into_iter().map(OsStr::to_owned).collect();
        pages.push((page, arguments));
    };

    for proposal in &proposals {
        let name = format!("report-{short}-{}", stem(Path::new(proposal)));
        add(name, vec!["report".as_ref(), proposal]);
        if short == MAIN_CASE {
            let name = format!("chart-{short}-{}", stem(Path::new(proposal)));
            add(name, vec!["chart".as_ref(), proposal]);
        }
    }
    let all = || proposals.iter().map(OsString::as_os_str);
    if proposals.len() > 1 || !hearings.is_empty() {
        let mut arguments: Vec<&OsStr> = vec!["report".as_ref()];
        arguments.extend(all());
        for hearing in &hearings {
            arguments.extend(["--hearing".as_ref(), hearing.as_os_str()]);
        }
        add(format!("report-{short}"), arguments);
    }
    if short == MAIN_CASE {
        let mut arguments: Vec<&OsStr> = vec!["compare".as_ref()];
        arguments.extend(all());
        arguments.extend(["--format", "html"].map(OsStr::new));
        add(format!("compare-{short}"), arguments);
        for hearing in &hearings {
            let mut arguments = vec!["hearing".as_ref(), hearing.as_os_str()];
            arguments.extend(["--format", "html"].map(OsStr::new));
            add(format!("hearing-{short}"), arguments);
        }
    }
    if let Some((page, _)) = pages.first_mut() {
        page.pictures = Some(short);
    }
    Ok(pages)
}

/// The case that the README shows.
const MAIN_CASE: &str = "aalborg-integration";

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Runs `rokade`: what `ROKADE` names, or what the workspace builds.
fn run(arguments: &[OsString], file: &Path) -> Result<()> {
    let mut command = if let Some(program) = std::env::var_os("ROKADE") {
        Command::new(program)
    } else {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["run", "--release", "--quiet", "--locked", "--"]);
        cargo
    };
    command.args(arguments).arg("-o").arg(file);
    command.current_dir(root()).stdin(Stdio::null());
    let _ = fs::remove_file(file);
    let output = command.output()?;
    // 1 says that something was found, which is what these cases are for.
    if matches!(output.status.code(), Some(0 | 1)) && file.is_file() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    Err(Trouble(format!("{name} could not be made: {told}")))
}
