//! A note for people at a terminal: point by point, since four columns of sentences do not fit.

use std::collections::BTreeSet;
use std::io::Write;

use rokade_core::note::NotePoint;
use rokade_core::words::WordsError;

use super::view::{Block, Paragraph, View, words_of};
use crate::format::RenderError;
use crate::options::Options;
use crate::sheet::Sheet;

/// So many names of what a point is about are told, unless all are asked for.
const NAMES: usize = 4;

/// Prints a note as text.
pub(super) fn render(
    view: &View<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let mut printer = Printer {
        view,
        sheet: Sheet::new(options),
        full: options.full,
    };
    printer.page()?;
    out.write_all(printer.sheet.text.as_bytes())?;
    out.flush()?;
    Ok(())
}

struct Printer<'v> {
    view: &'v View<'v>,
    sheet: Sheet,
    full: bool,
}

impl Printer<'_> {
    fn page(&mut self) -> Result<(), WordsError> {
        let view = self.view;
        self.sheet.lines(&view.title, "", "");
        self.sheet.blank();
        for sentence in &view.lead {
            self.sheet.lines(sentence, "", "");
        }
        let mut told = BTreeSet::new();
        for response in &view.note.responses {
            let sender = view.sender(response, true)?;
            let sender: Vec<&str> = sender.iter().map(|one| one.text.as_str()).collect();
            self.heading(&sender.join(" · "));
            if response.points.is_empty() {
                let none = view.say("no-points", &[])?;
                self.sheet.lines(&none, "", "");
            }
            for point in &response.points {
                self.point(point, &mut told)?;
            }
        }
        for section in &view.sections {
            self.heading(&section.heading);
            for block in &section.blocks {
                self.block(block);
            }
        }
        self.sheet.blank();
        for sentence in &view.closing {
            self.sheet.lines(sentence, "", "");
        }
        Ok(())
    }

    fn point(&mut self, point: &NotePoint, told: &mut BTreeSet<usize>) -> Result<(), WordsError> {
        let view = self.view;
        self.sheet.blank();
        let said = match &point.kind_name {
            Some(kind) => format!("{kind}: {}", words_of(point)),
            None => words_of(point).to_owned(),
        };
        let bullet = self.sheet.bullet();
        self.sheet.lines(&said, bullet, "  ");
        if let Some(who) = view.asked_by(point)? {
            self.sheet.lines(&who.text, "  ", "  ");
        }
        if !point.about.is_empty() {
            let word = view.say("about", &[])?;
            let names = if self.full { point.about.len() } else { NAMES };
            let mut about: Vec<&str> = point.about.iter().map(String::as_str).collect();
            about.truncate(names);
            let more = match point.about.len() - about.len() {
                0 => String::new(),
                more => format!(" +{more}"),
            };
            let about = format!("{}{more}", about.join("; "));
            self.sheet.lines(&format!("{word} {about}"), "  ", "    ");
        }
        let word = view.say("answer", &[])?;
        for (at, paragraph) in view.answer(point)?.iter().enumerate() {
            match at {
                0 => self
                    .sheet
                    .lines(&format!("{word} {}", one_line(paragraph)), "  ", "    "),
                _ => self.sheet.lines(&one_line(paragraph), "    ", "    "),
            }
        }
        for paragraph in view.shown(point, told)? {
            let indent = if paragraph.strong.is_some() {
                "    "
            } else {
                "  "
            };
            self.sheet.lines(&one_line(&paragraph), indent, "    ");
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) {
        let bullet = self.sheet.bullet();
        match block {
            Block::Paragraph(text) => self.sheet.lines(text, "", ""),
            Block::List(lead, items) => {
                if let Some(lead) = lead {
                    self.sheet.blank();
                    self.sheet.lines(lead, "", "");
                }
                for item in items {
                    self.sheet.lines(&one_line(item), bullet, "  ");
                }
            }
        }
    }

    fn heading(&mut self, text: &str) {
        let dash = self.sheet.dash();
        self.sheet.blank();
        self.sheet
            .lines(&format!("{text} {dash}"), &format!("{dash} "), "   ");
    }
}

fn one_line(paragraph: &Paragraph) -> String {
    match &paragraph.strong {
        Some(strong) if paragraph.text.is_empty() => strong.clone(),
        Some(strong) => format!("{strong} {}", paragraph.text),
        None => paragraph.text.clone(),
    }
}
