//! The tables, as Markdown: for the terminal, and between two marks of a page.

use std::fs;
use std::path::Path;

use super::BenchError;
use super::growth::Step;
use super::measure::{Outcome, Usage};
use super::row::{Figure, Row, Verdict};

/// What stands before a table of a page; its own end is at [`END`].
const START: &str = "<!-- table: ";
const END: &str = "<!-- end of table -->";

/// The goals, each with its ratio.
pub(super) fn goals(rows: &[Row]) -> String {
    let head = [
        "goal", "what", "Rokade", "against", "", "ratio", "at most", "",
    ];
    let rows = rows.iter().map(|row| {
        [
            row.goal.to_string(),
            format!("{}, {}", row.what, name(row.figure)),
            value(row.figure, &row.ours),
            row.peer.clone(),
            value(row.figure, &row.theirs),
            row.ratio().map_or("–".to_owned(), decimals),
            decimals(row.most),
            verdict(row).to_owned(),
        ]
    });
    table(&head, rows)
}

fn verdict(row: &Row) -> &'static str {
    match (row.verdict(), row.stretch) {
        (Verdict::Holds, false) => "holds",
        (Verdict::Holds, true) => "holds, and was hoped for",
        (Verdict::Missed, false) => "**missed**",
        (Verdict::Missed, true) => "hoped for",
        (Verdict::Open, _) => "not run",
    }
}

/// Time and memory, size by size.
pub(super) fn growth(steps: &[Step]) -> String {
    let head = [
        "what",
        "staff",
        "CPU",
        "wall",
        "memory",
        "times the CPU before",
    ];
    let rows = steps.iter().map(|step| {
        let of = |figure: Figure, number: fn(Usage) -> f64| match (&step.outcome, figure) {
            (Outcome::Done(usage), _) => value(figure, &Ok(number(*usage))),
            (Outcome::TooLong(limit), Figure::Wall) => format!("over {limit} s"),
            (Outcome::Failed(why), Figure::Wall) => value(figure, &Err(format!("failed: {why}"))),
            _ => "–".to_owned(),
        };
        [
            step.what.clone(),
            thousands(step.staff),
            of(Figure::Cpu, |usage| usage.cpu),
            of(Figure::Wall, |usage| usage.wall),
            of(Figure::Rss, |usage| usage.rss),
            step.times.map_or("–".to_owned(), decimals),
        ]
    });
    table(&head, rows)
}

fn name(figure: Figure) -> &'static str {
    match figure {
        Figure::Cpu => "CPU",
        Figure::Wall => "wall",
        Figure::Rss => "memory",
    }
}

fn value(figure: Figure, number: &Result<f64, String>) -> String {
    match (figure, number) {
        (_, Err(why)) => why.replace(['|', '\n'], " "),
        (Figure::Rss, Ok(bytes)) => format!("{:.0} MB", bytes / 1e6),
        (_, Ok(seconds)) if *seconds < 0.1 => format!("{:.1} ms", seconds * 1e3),
        (_, Ok(seconds)) => format!("{seconds:.2} s"),
    }
}

/// Three digits that count.
fn decimals(ratio: f64) -> String {
    match ratio {
        ..0.1 => format!("{ratio:.3}"),
        ..10.0 => format!("{ratio:.2}"),
        _ => format!("{ratio:.1}"),
    }
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// A table whose columns are as wide in the text as they need to be.
fn table<const N: usize>(head: &[&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut rows: Vec<[String; N]> = rows.into_iter().collect();
    rows.insert(0, head.map(str::to_owned));
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max();
    let widths: Vec<usize> = (0..N).map(|at| width(at).unwrap_or(0).max(3)).collect();
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(&widths);
            line(cells.map(|(cell, &w)| format!("{cell:w$}")).collect())
        })
        .collect();
    lines.insert(1, line(widths.iter().map(|&w| "-".repeat(w)).collect()));
    lines.concat()
}

/// Puts a table in its place on a page.
pub(super) fn write(page: &Path, name: &str, table: &str) -> Result<(), BenchError> {
    let failed = |error| BenchError::File(page.to_owned(), error);
    let text = fs::read_to_string(page).map_err(failed)?;
    let text = placed(&text, name, table).ok_or_else(|| BenchError::NoPlace(name.to_owned()))?;
    fs::write(page, text).map_err(failed)
}

/// A page with this table instead of the one that it has under this name.
fn placed(page: &str, name: &str, table: &str) -> Option<String> {
    let mark = format!("{START}{name} -->\n");
    let start = page.find(&mark)? + mark.len();
    let end = start + page[start..].find(END)?;
    Some(format!("{}\n{table}\n{}", &page[..start], &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            goal: 4,
            what: "diff 1M".to_owned(),
            figure: Figure::Wall,
            ours: Ok(3.0),
            peer: "GNU diff".to_owned(),
            theirs: Ok(4.0),
            most: 2.0,
            stretch: false,
        }
    }

    fn cells(line: &str) -> Vec<&str> {
        let line = line.trim_matches(['|', ' ']);
        line.split('|').map(str::trim).collect()
    }

    #[test]
    fn a_goal_is_a_row() {
        let text = goals(&[row()]);
        assert_eq!(
            cells(text.lines().last().unwrap()),
            [
                "4",
                "diff 1M, wall",
                "3.00 s",
                "GNU diff",
                "4.00 s",
                "0.75",
                "2.00",
                "holds"
            ]
        );
    }

    #[test]
    fn what_was_not_run_says_why() {
        let mut row = row();
        row.theirs = Err("not installed".to_owned());
        let text = goals(&[row]);
        assert!(
            text.contains("not installed") && text.contains("not run"),
            "{text}"
        );
    }

    #[test]
    fn a_step_that_took_too_long_says_so() {
        let step = |outcome, times| Step {
            what: "diff".to_owned(),
            staff: 1_000_000,
            outcome,
            times,
        };
        let usage = Usage {
            cpu: 12.0,
            wall: 6.04,
            rss: 3e8,
        };
        let text = growth(&[
            step(Outcome::Done(usage), Some(10.04)),
            step(Outcome::TooLong(300), None),
        ]);
        let rows: Vec<Vec<&str>> = text.lines().skip(2).map(cells).collect();
        assert_eq!(
            rows,
            [
                ["diff", "1 000 000", "12.00 s", "6.04 s", "300 MB", "10.0"],
                ["diff", "1 000 000", "–", "over 300 s", "–", "–"],
            ]
        );
    }

    #[test]
    fn a_table_goes_between_its_marks() {
        let page = "# Page\n<!-- table: goals -->\nold\n<!-- end of table -->\nrest\n";
        let with = placed(page, "goals", "new\n").unwrap();
        let marks = "# Page\n<!-- table: goals -->\n\nnew\n\n<!-- end of table -->\nrest\n";
        assert_eq!(with, marks);
        assert_eq!(placed(&with, "goals", "new\n").as_deref(), Some(marks));
        assert_eq!(placed(page, "growth", "new\n"), None);
    }
}
