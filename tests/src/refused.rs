//! What it is to refuse a file: an error with a place in it and a way out, in both languages.

use rokade::{Report, ReportFinding, Severity, catalogue};

/// Says why a file is not refused by the reports on it, in one language and the other.
///
/// # Errors
/// When a report reads as clean, or has no error of a rule on files that stands in the file and
/// says how to mend it.
pub fn refused(reports: [&Report; 2], file: &str) -> Result<(), String> {
    let rules = catalogue::of_faults();
    for report in reports {
        let language = report.language.code();
        if report.complete && report.count(Severity::Error) == 0 {
            return Err(format!("reads as clean in {language}"));
        }
        let mut errors = report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error && rules.contains(&finding.rule));
        let Some(first) = errors.find(|finding| stands_in(report, finding, file)) else {
            return Err(format!("no error stands in {file} in {language}"));
        };
        let help = first.help.as_deref().unwrap_or_default();
        if first.message.trim().is_empty() || help.trim().is_empty() {
            return Err(format!("{} says nothing in {language}", first.rule));
        }
    }
    Ok(())
}

/// Whether a finding has a place in a file, with a line and a column.
fn stands_in(report: &Report, finding: &ReportFinding, file: &str) -> bool {
    let Some(label) = finding.labels.first() else {
        return false;
    };
    let source = &report.sources[label.span.source.0 as usize];
    let at = source.line_column(label.span.start as usize);
    *source.name == *file
        && label.span.end as usize <= source.text.len()
        && at.line >= 1
        && at.column >= 1
}
