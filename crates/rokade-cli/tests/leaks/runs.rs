//! Every command in every format, run over one set of files.

use rokade::{AssessmentFormat, ChartFormat, ComparisonFormat, Format, NoteFormat};

use crate::place::Place;

/// What a run wrote.
pub(crate) struct Written {
    /// The command line.
    pub(crate) line: String,
    pub(crate) format: String,
    pub(crate) code: i32,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

/// The commands that print what is for people or programs, over `org.yaml`, `proposal.yaml`,
/// which stands on it, and `hearing.yaml`, which answers that.
pub(crate) fn lines() -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut add = |line: &str, format: &str| {
        lines.push((format!("{line} --format {format}"), format.to_owned()));
    };
    for format in Format::ALL {
        let format = format.to_string();
        add("check org.yaml", &format);
        add("check org.yaml proposal.yaml hearing.yaml --full", &format);
        add("diff org.yaml proposal.yaml --verbose --full", &format);
    }
    for format in ComparisonFormat::ALL {
        add("compare proposal.yaml", &format.to_string());
    }
    for format in AssessmentFormat::ALL {
        add(
            "report proposal.yaml --hearing hearing.yaml",
            &format.to_string(),
        );
    }
    for format in ChartFormat::ALL {
        add("chart proposal.yaml", &format.to_string());
    }
    for format in NoteFormat::ALL {
        add("hearing hearing.yaml", &format.to_string());
    }
    lines
}

/// What one command writes, in a language.
pub(crate) fn run(place: &Place, line: &str, format: &str, language: &str) -> Written {
    let mut command = place.command(line.split_whitespace());
    let output = command.env("ROKADE_LANG", language).output().unwrap();
    Written {
        line: format!("{line} in {language}"),
        format: format.to_owned(),
        code: output.status.code().expect("it was not killed"),
        out: output.stdout,
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
