//! Makes the pictures of `docs/images/`: the top of each case's report, down to its org charts.

use std::fs;

use rokade_browser::chromium::{self, Chromium};
use rokade_browser::pages;
use rokade_browser::tab::{Tab, View};
use rokade_browser::trouble::{Result, Trouble};

/// How wide the window is.
const WIDTH: u32 = 1280;

/// How high a picture may be: what stands in a README is not scrolled through for long.
const HIGHEST: u32 = 3200;

/// How many bytes it may have.
const LARGEST: usize = 430_000;

/// Where a picture can end, the best first: below both charts, below the first, below the first part
/// of it, or where it is long enough.
const ENDS: &str = "(() => {
    const figures = [...document.querySelectorAll('figure')].slice(0, 2).reverse();
    const part = [...document.querySelectorAll('figure svg')].find(svg => svg.checkVisibility());
    const ends = [...figures, part].map(end => end?.getBoundingClientRect().bottom + 8);
    return [...ends, 2400].map(Math.ceil);
})()";

fn main() -> Result<()> {
    let program = chromium::find().ok_or_else(|| Trouble::new("there is no Chromium here"))?;
    let scratch = pages::scratch();
    let chromium = Chromium::start(&program, &scratch)?;
    let folder = pages::root().join("docs/images");
    for page in pages::make("report-", &scratch.join("pictured"))? {
        let Some(case) = &page.pictures else {
            continue;
        };
        let tab = Tab::open(&chromium, &page.file, View::wide(WIDTH))?;
        let ends = tab.evaluate(ENDS)?;
        let ends = ends.as_array().into_iter().flatten();
        let mut fitting = ends
            .filter_map(|end| u32::try_from(end.as_u64()?).ok())
            .filter(|end| *end <= HIGHEST)
            .map(|end| tab.picture(WIDTH, end))
            .filter(|picture| !matches!(picture, Ok(bytes) if bytes.len() > LARGEST));
        let Some(picture) = fitting.next().transpose()? else {
            return Err(Trouble(format!("no picture of {case} is small enough")));
        };
        let file = folder.join(format!("report-{case}.png"));
        println!("{}: {} kB", file.display(), picture.len() / 1000);
        fs::write(file, picture)?;
    }
    Ok(())
}
