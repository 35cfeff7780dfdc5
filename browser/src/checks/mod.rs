//! What is looked at on every page. Each check gives what is wrong, in a sentence each; nothing here
//! decides that something wrong is allowed.

pub mod paper;
pub mod screen;
pub mod scripts;

use std::fs;
use std::path::{Path, PathBuf};

use crate::axe::Axe;
use crate::chromium::Chromium;
use crate::pages::{Kind, Page};
use crate::tab::{Tab, View};
use crate::trouble::Result;

/// What pages are looked at with.
pub struct Tools {
    /// The browser.
    pub chromium: Chromium,
    /// The accessibility checker, where it has been fetched.
    pub axe: Option<Axe>,
    /// The program that reads PDFs, where there is one.
    pub pdf_reader: Option<PathBuf>,
}

/// What was seen of a page.
#[derive(Debug, Default)]
pub struct Seen {
    /// What is wrong, in a sentence each.
    pub faults: Vec<String>,
    /// How many sheets of A4 it prints on.
    pub sheets: usize,
}

/// The widths of a window: a planner's screen, and a phone's.
pub const WIDTHS: [u32; 2] = [1280, 400];

/// What WCAG asks to be read without scrolling to the side.
const NARROWEST: u32 = 320;
/// The smallest text that a drawing may have there, in pixels: it shrinks with the window.
const SMALLEST_THERE: f64 = 9.0;

/// Looks at a page in every way there is, and leaves its pictures and its PDF in a folder of its own.
pub fn look(tools: &Tools, page: &Page, pictures: &Path) -> Result<Seen> {
    let mut seen = Seen::default();
    let pictures = pictures.join(&page.name);
    let _ = fs::remove_dir_all(&pictures);
    fs::create_dir_all(&pictures)?;
    let open = |view: View| Tab::open(&tools.chromium, &page.file, view);
    let wide = View::wide(WIDTHS[0]);

    if page.kind == Kind::Drawing {
        let tab = open(wide)?;
        let mut faults = screen::drawing(&tab)?;
        screen::keep(&tab, WIDTHS[0], &pictures.join("drawing"))?;
        faults.extend(tab.trouble()?);
        seen.add("by itself", faults);
        return Ok(seen);
    }

    let has_parts = page.kind == Kind::Report;
    let mut lines = Vec::new();
    for width in WIDTHS {
        let tab = open(View::wide(width))?;
        if width == WIDTHS[0] {
            lines = tab.sentences(scripts::LINES)?;
        }
        let mut faults = screen::faults(&tab, screen::SMALLEST)?;
        screen::keep(&tab, width, &pictures.join(width.to_string()))?;
        faults.extend(scripts::keyboard(&tab, has_parts)?);
        if has_parts {
            faults.extend(scripts::filter(&tab)?);
        }
        faults.extend(tab.trouble()?);
        seen.add(&format!("{width} wide"), faults);
        screen::unfold(&tab)?;
        seen.add(
            &format!("{width} wide, unfolded"),
            screen::faults(&tab, screen::SMALLEST)?,
        );
        if width == WIDTHS[1] {
            tab.widen(NARROWEST)?;
            let faults = screen::faults(&tab, SMALLEST_THERE)?;
            seen.add(&format!("{NARROWEST} wide"), faults);
        }
    }

    let pdf = pictures.join("a4.pdf");
    let printed = paper::print(tools, &open(wide)?, &pdf, has_parts)?;
    seen.sheets = printed.sheets;
    seen.add("on paper", printed.faults);

    let without = View {
        scripts: false,
        ..wide
    };
    seen.add(
        "without scripts",
        scripts::switched_off(&open(without)?, &lines)?,
    );

    if let Some(axe) = &tools.axe {
        let view = View {
            without_policy: true,
            ..wide
        };
        let tab = open(view)?;
        screen::unfold(&tab)?;
        for width in WIDTHS {
            tab.widen(width)?;
            seen.add(&format!("{width} wide"), axe.violations(&tab)?);
        }
    }
    Ok(seen)
}

/// How much is told of a fault: what the browser quotes can be a picture as text.
const LONGEST: usize = 300;

impl Seen {
    fn add(&mut self, how: &str, faults: Vec<String>) {
        for fault in faults {
            let short: String = fault.chars().take(LONGEST).collect();
            self.faults
                .push(format!("{how}: {}", short.replace('\n', " ")));
        }
    }
}
