//! A note as a Word document: headings are headings, and the table repeats its head on each page.
//!
//! The same note gives the same bytes.

use std::io::{Cursor, Write};

use docx_rs::{
    Docx, LineSpacing, PageMargin, PageOrientationType, Paragraph as Para, Run, RunFonts, Shading,
    ShdType, Style, StyleType, Table, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::view::{Block, Paragraph, View};
use crate::escape::xml as safe;
use crate::format::RenderError;

/// A4 lying down, in twentieths of a point.
const PAGE: (u32, u32) = (16_838, 11_906);

/// The margins of the page.
const MARGIN: i32 = 850;

/// How wide the columns are: together what is left between the margins.
const COLUMNS: [usize; 4] = [1_900, 3_900, 3_138, 6_200];

/// What the library writes of a row that may not be divided between pages: of heads alone.
const HEAD: &str = "<w:trPr><w:cantSplit /></w:trPr>";

/// The same, repeated on each page, for which the library has no word.
const REPEATED_HEAD: &str = "<w:trPr><w:cantSplit /><w:tblHeader /></w:trPr>";

/// Prints a note as a Word document.
pub(super) fn render(view: &View<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    let mut parts = document(view).build();
    // No text can hold this: in a text, the first character of it is written as `&lt;`.
    let xml = String::from_utf8_lossy(&parts.document);
    parts.document = xml.replace(HEAD, REPEATED_HEAD).into_bytes();
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(std::io::Error::from)?;
    out.write_all(&bytes.into_inner())?;
    out.flush()?;
    Ok(())
}

fn document(view: &View<'_>) -> Docx {
    let mut pen = Pen::default();
    let (width, height) = PAGE;
    let mut docx = Docx::new()
        .page_size(width, height)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(
            PageMargin::new()
                .top(MARGIN)
                .bottom(MARGIN)
                .left(MARGIN)
                .right(MARGIN),
        )
        .default_fonts(
            RunFonts::new()
                .ascii("Calibri")
                .hi_ansi("Calibri")
                .cs("Calibri"),
        )
        .default_size(20)
        .default_line_spacing(LineSpacing::new().after(100));
    for style in styles() {
        docx = docx.add_style(style);
    }
    docx = docx.add_paragraph(pen.line("Title", &view.title));
    for sentence in &view.lead {
        docx = docx.add_paragraph(pen.line("Normal", sentence));
    }
    if !view.rows.is_empty() {
        docx = docx.add_table(table(view, &mut pen));
    }
    for section in &view.sections {
        docx = docx.add_paragraph(pen.line("Heading1", &section.heading));
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => docx = docx.add_paragraph(pen.line("Normal", text)),
                Block::List(lead, items) => {
                    if let Some(lead) = lead {
                        docx = docx.add_paragraph(pen.line("Heading2", lead));
                    }
                    for item in items {
                        docx = docx.add_paragraph(pen.paragraph("ListParagraph", item));
                    }
                }
            }
        }
    }
    for sentence in &view.closing {
        docx = docx.add_paragraph(pen.line("Aside", sentence));
    }
    docx
}

/// The styles of the document, under the names that Word knows its own by.
fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let space = |before, after| LineSpacing::new().before(before).after(after);
    vec![
        style("Title", "Title")
            .based_on("Normal")
            .size(36)
            .bold()
            .line_spacing(space(0, 200)),
        style("Heading1", "heading 1")
            .based_on("Normal")
            .next("Normal")
            .size(28)
            .bold()
            .outline_lvl(0)
            .line_spacing(space(360, 120)),
        style("Heading2", "heading 2")
            .based_on("Normal")
            .next("Normal")
            .size(22)
            .bold()
            .outline_lvl(1)
            .line_spacing(space(200, 80)),
        style("ListParagraph", "List Paragraph")
            .based_on("Normal")
            .indent(Some(360), None, None, None),
        style("Cell", "Cell")
            .based_on("Normal")
            .size(18)
            .line_spacing(space(0, 60)),
        style("Aside", "Aside")
            .based_on("Normal")
            .size(17)
            .color("505050")
            .line_spacing(space(0, 60)),
    ]
}

fn table(view: &View<'_>, pen: &mut Pen) -> Table {
    let heads = view.columns.iter().zip(COLUMNS).map(|(head, width)| {
        let shading = Shading::new()
            .shd_type(ShdType::Clear)
            .color("auto")
            .fill("F2F2F2");
        let text = Run::new().add_text(safe(head)).bold();
        let head = pen.blank("Cell").add_run(text);
        TableCell::new()
            .width(width, WidthType::Dxa)
            .shading(shading)
            .add_paragraph(head)
    });
    let mut rows = vec![TableRow::new(heads.collect()).cant_split()];
    for row in &view.rows {
        let cells = row.cells.iter().zip(COLUMNS).map(|(paragraphs, width)| {
            let mut cell = TableCell::new().width(width, WidthType::Dxa);
            for one in paragraphs {
                let style = if one.is_aside { "Aside" } else { "Cell" };
                cell = cell.add_paragraph(pen.paragraph(style, one));
            }
            // A cell without a paragraph is no cell.
            if paragraphs.is_empty() {
                cell = cell.add_paragraph(pen.blank("Cell"));
            }
            cell
        });
        rows.push(TableRow::new(cells.collect()));
    }
    Table::new(rows)
        .set_grid(COLUMNS.to_vec())
        .width(COLUMNS.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

/// Writes paragraphs, each with an id of its own; without one the library makes them up.
#[derive(Default)]
struct Pen {
    written: u32,
}

impl Pen {
    fn blank(&mut self, style: &str) -> Para {
        self.written += 1;
        Para::new().id(format!("{:08x}", self.written)).style(style)
    }

    fn line(&mut self, style: &str, text: &str) -> Para {
        self.blank(style).add_run(Run::new().add_text(safe(text)))
    }

    fn paragraph(&mut self, style: &str, one: &Paragraph) -> Para {
        let mut para = self.blank(style);
        if let Some(strong) = &one.strong {
            para = para.add_run(Run::new().add_text(safe(strong)).bold());
            if !one.text.is_empty() {
                para = para.add_run(Run::new().add_text(" "));
            }
        }
        if one.text.is_empty() {
            return para;
        }
        para.add_run(Run::new().add_text(safe(&one.text)))
    }
}
