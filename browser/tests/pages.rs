//! Every page that Rokade makes of the cases, in a real browser. Ends with a line that says what was
//! looked at; where a program is missing, with a line that says what was not.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use rokade_browser::axe::Axe;
use rokade_browser::checks::{self, Tools, WIDTHS};
use rokade_browser::chromium::{self, Chromium};
use rokade_browser::pages::{self, Kind, Page};
use rokade_browser::pdf;
use rokade_browser::trouble::{Result, Trouble};

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(faults) => {
            println!("browser: {faults} faults; pictures and PDFs are in browser/target/pictures");
            ExitCode::FAILURE
        }
        Err(trouble) => {
            println!("browser: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<usize> {
    let Some(program) = chromium::find() else {
        println!("skipped: no Chromium here, so no page was looked at in a browser");
        return Ok(0);
    };
    let scratch = pages::scratch();
    let pictures = scratch.join("pictures");
    fs::create_dir_all(&pictures)?;
    let tools = Tools {
        chromium: Chromium::start(&program, &scratch)?,
        axe: Axe::find()?,
        pdf_reader: pdf::reader(),
    };
    let unseen = unseen(&tools, &pictures)?;
    if !unseen.is_empty() {
        for fault in &unseen {
            println!("checks: {fault}");
        }
        return Ok(unseen.len());
    }
    let only = std::env::var("PAGE").unwrap_or_default();
    let pages = pages::make(&only, &scratch.join("pages"))?;
    if pages.is_empty() {
        return Err(Trouble(format!("no page has \"{only}\" in its name")));
    }
    let (mut sheets, mut faults) = (0, 0);
    for page in &pages {
        let seen = checks::look(&tools, page, &pictures)?;
        sheets += seen.sheets;
        faults += seen.faults.len();
        for fault in &seen.faults {
            println!("{}: {fault}", page.name);
        }
    }
    closing(&tools, pages.len(), sheets, faults)?;
    Ok(faults)
}

/// What is wrong with the pages of `tests/faulty/`, as the checks tell it.
const ON_SCREEN: [&str; 26] = [
    "1280 wide: is 1408 wide where there is room for 1280: div.wide",
    "320 wide: is 1408 wide where there is room for 320: div.wide",
    "cuts off div.cut",
    "400 wide: breaks 1 words in two: \"Brokenword\"",
    "1280 wide: shows 2 of 2 hands of a drawing",
    "has a drawing without a title",
    "has no description in the drawing \"Other hand\"",
    "has \"Longer than its box\" in the drawing \"\" beyond its box",
    "has \"Over another\" in the drawing \"\" over \"Longer than its box\"",
    "has \"Outside\" in the drawing \"\" outside it",
    "has 1 texts that are too small: \"Small\" in the drawing \"\" at 6.0 pixels",
    "has \"Faint\" in the drawing \"\" in rgb(153, 153, 153)",
    "shows no focus: a \"Focus unseen\"",
    "has the focus out of sight: a \"Focus away\"",
    "does not begin with a link past its head",
    "asks for file:",
    "writes to the console: said to the console",
    "fails: Uncaught Error: thrown",
    "has the issue ContentSecurityPolicyIssue",
    "without scripts: \"Only by script\" is there 0 times, with them 1 times",
    "without scripts: a button is shown that does nothing",
    "1280 wide: axe-core: image-alt",
    "400 wide: axe-core: image-alt",
    "400 wide: filter 1: with a unit chosen, 2 findings are shown",
    "400 wide: filter 1: with no severity chosen, 2 findings are shown",
    "on paper: asks for file:",
];

/// The same of what they are on paper.
const ON_PAPER: [&str; 10] = [
    "wide where there is room for 657: p.off",
    "is 420 by 594",
    ": is blank",
    "\"Offthesheet\" is on no sheet",
    "\"Unprinted\" is on no sheet",
    "goes on without its head",
    "has a drawing cut in two",
    "ends with a heading",
    "does not say that it is number 1",
    "has a sheet with no running head",
];

/// The mistakes that the checks do not see: a check that finds nothing in a page full of them would
/// find nothing in any.
fn unseen(tools: &Tools, pictures: &Path) -> Result<Vec<String>> {
    let mut unseen = Vec::new();
    for (name, wanted) in [("screen", &ON_SCREEN[..]), ("paper", &ON_PAPER[..])] {
        let file = format!("{}/tests/faulty/{name}.html", env!("CARGO_MANIFEST_DIR"));
        let page = Page {
            name: format!("faulty-{name}"),
            file: file.into(),
            kind: Kind::Report,
            pictures: None,
        };
        let seen = checks::look(tools, &page, pictures)?;
        let is_seen = |one: &str| seen.faults.iter().any(|fault| fault.contains(one));
        let is_asked = |one: &str| {
            let of_axe = one.contains("axe-core") && tools.axe.is_none();
            let of_pdf = name == "paper" && tools.pdf_reader.is_none();
            !of_axe && !of_pdf
        };
        let missed = wanted.iter().filter(|one| is_asked(one) && !is_seen(one));
        unseen.extend(missed.map(|one| format!("{} has no fault \"{one}\"", page.name)));
    }
    Ok(unseen)
}

fn closing(tools: &Tools, pages: usize, sheets: usize, faults: usize) -> Result<()> {
    if tools.axe.is_none() {
        println!(
            "skipped: axe-core is not in browser/target/axe, so accessibility was not checked"
        );
    }
    if tools.pdf_reader.is_none() {
        println!("skipped: no pdftotext here (poppler-utils), so the PDFs were not read");
    }
    if faults > 0 {
        return Ok(());
    }
    let mut looked = vec![
        tools.chromium.version()?,
        format!("{pages} pages"),
        format!("{} and {} px", WIDTHS[0], WIDTHS[1]),
    ];
    if tools.pdf_reader.is_some() {
        looked.push(format!("{sheets} sheets of A4"));
    }
    if let Some(axe) = &tools.axe {
        looked.push(format!("axe-core {}", axe.version));
    }
    println!("browser: {}: no violation", looked.join(", "));
    Ok(())
}
