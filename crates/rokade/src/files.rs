//! Which files of a folder make which chart.
//!
//! A folder is one chart when at most one of its files has `organization`; otherwise each file
//! is taken by itself. Proposals and hearings are never parts of a chart.

use rokade_core::span::{SourceId, Syntax};
use rokade_load::FileKind;

use crate::open::{Sources, syntax_of};

/// The files of one chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartFiles(pub Vec<SourceId>);

/// A file of a folder that is no part of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub file: SourceId,
    /// Why.
    pub part: Part,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A chart, or a part of one.
    Chart,
    /// A proposal: events on another chart.
    Proposal,
    /// A hearing.
    Hearing,
}

/// A folder, sorted into charts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The charts: one, unless several files are whole charts.
    pub charts: Vec<ChartFiles>,
    /// The files that are whole charts, where there are several.
    pub whole: Vec<SourceId>,
    /// What is no part of a chart.
    pub skipped: Vec<Skipped>,
}

impl Part {
    /// What a file is, by its top-level keys.
    pub fn of(sources: &Sources, file: SourceId) -> Part {
        if sources.get(file).syntax == Syntax::Csv {
            return Part::Chart;
        }
        match sources.links(file).kind {
            FileKind::Chart => Part::Chart,
            FileKind::Proposal { .. } => Part::Proposal,
            FileKind::Hearing => Part::Hearing,
        }
    }

    /// What syntax a file name stands for, where it can be a part of a chart: `*.yaml`,
    /// `*.yml`, `*.json` and `staff.csv`.
    pub fn syntax(name: &str) -> Option<Syntax> {
        syntax_of(name)
    }
}

/// Sorts the files of one folder.
pub fn sort_folder(sources: &Sources, files: &[SourceId]) -> Parts {
    let mut parts = Vec::new();
    let mut skipped = Vec::new();
    for &file in files {
        match Part::of(sources, file) {
            Part::Chart => parts.push(file),
            part => skipped.push(Skipped { file, part }),
        }
    }
    let whole: Vec<SourceId> = parts
        .iter()
        .copied()
        .filter(|&file| {
            sources.get(file).syntax == Syntax::Yaml && sources.links(file).has_organization
        })
        .collect();
    let charts = if whole.len() > 1 {
        parts
            .into_iter()
            .map(|file| ChartFiles(vec![file]))
            .collect()
    } else if parts.is_empty() {
        Vec::new()
    } else {
        vec![ChartFiles(parts)]
    };
    Parts {
        charts,
        whole: if whole.len() > 1 { whole } else { Vec::new() },
        skipped,
    }
}
