//! What stands on each sheet of a PDF, as poppler's `pdftotext` reads it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::{Result, Trouble};

/// A sheet of paper, measured in points from its top left corner.
#[derive(Debug)]
pub struct Sheet {
    /// From edge to edge.
    pub width: f64,
    /// From edge to edge.
    pub height: f64,
    /// What stands on it, in the order of the file.
    pub words: Vec<Word>,
}

/// A word on a sheet.
#[derive(Debug)]
pub struct Word {
    /// Its box: left, top, right, bottom.
    pub at: [f64; 4],
    /// What it says.
    pub text: String,
}

/// The program that reads PDFs, where there is one.
pub fn reader() -> Option<PathBuf> {
    let path = PathBuf::from("/usr/bin/pdftotext");
    path.is_file().then_some(path)
}

/// Reads a PDF.
pub fn read(reader: &Path, file: &Path) -> Result<Vec<Sheet>> {
    let output = Command::new(reader)
        .args(["-bbox", "-q"])
        .arg(file)
        .arg("-")
        .output()?;
    if !output.status.success() {
        return Err(Trouble(format!("{} is no PDF", file.display())));
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line = line.trim();
        if line.starts_with("<page ") {
            sheets.push(Sheet {
                width: number(line, "width"),
                height: number(line, "height"),
                words: Vec::new(),
            });
        } else if line.starts_with("<word ")
            && let Some(sheet) = sheets.last_mut()
        {
            let at = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name));
            sheet.words.push(Word {
                at,
                text: text(line),
            });
        }
    }
    Ok(sheets)
}

fn number(line: &str, name: &str) -> f64 {
    let value = line
        .split_once(&format!("{name}=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .and_then(|(value, _)| value.parse().ok());
    value.unwrap_or(f64::NAN)
}

fn text(line: &str) -> String {
    let inner = line
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</word>"))
        .map_or("", |(inner, _)| inner);
    let plain = inner.replace("&lt;", "<").replace("&gt;", ">");
    let plain = plain.replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&apos;", "'").replace("&amp;", "&")
}

impl Sheet {
    /// Whether it is A4, standing or lying.
    pub fn is_a4(&self) -> bool {
        let near = |one: f64, other: f64| (one - other).abs() < 1.0;
        let (short, long) = (595.28, 841.89);
        near(self.width, short) && near(self.height, long)
            || near(self.width, long) && near(self.height, short)
    }

    /// What stands on it, as one text.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}
