//! The examples on a rule's page: its fences, and the lines marked `# finding`.

use std::collections::BTreeSet;

use rokade::{Chain, Opened, OpenedHearing, Policy, Report, Sources, Syntax};

/// An example: a chart, or a base and its revision, or a base and the proposal upon it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Under which heading of the page it stands.
    pub heading: String,
    /// The chart it starts from, where it compares two.
    pub base: Option<String>,
    /// The chart, the revision, or the proposal.
    pub revision: String,
    /// Whether that is a proposal: events upon the base.
    pub is_proposal: bool,
    /// Its staff.csv, where it has one.
    pub csv: Option<String>,
    /// What was answered to it in a hearing, where it was.
    pub hearing: Option<String>,
}

/// Every example of a page, in order.
pub fn examples(page: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let (mut heading, mut base) = (String::new(), None);
    let mut fence: Option<(String, String)> = None;
    for line in page.lines() {
        match &mut fence {
            Some((kind, text)) if line == "```" => {
                match kind.as_str() {
                    "yaml base" => base = Some(text.clone()),
                    "yaml revision" | "yaml proposal" => examples.push(Example {
                        heading: heading.clone(),
                        base: base.take(),
                        revision: text.clone(),
                        is_proposal: kind == "yaml proposal",
                        csv: None,
                        hearing: None,
                    }),
                    "yaml hearing" => {
                        if let Some(last) = examples.last_mut() {
                            last.hearing = Some(text.clone());
                        }
                    }
                    "csv" => {
                        if let Some(last) = examples.last_mut() {
                            last.csv = Some(text.clone());
                        }
                    }
                    _ => {}
                }
                fence = None;
            }
            Some((_, text)) => {
                text.push_str(line);
                text.push('\n');
            }
            None => {
                if let Some(kind) = line.strip_prefix("```") {
                    fence = Some((kind.to_owned(), String::new()));
                } else if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut heading);
                }
            }
        }
    }
    examples
}

impl Example {
    /// The report of one rule on this example.
    ///
    /// # Panics
    /// When a sentence cannot be made.
    pub fn run(&self, policy: &Policy) -> Report {
        let mut sources = Sources::default();
        let base = self
            .base
            .as_ref()
            .map(|text| sources.add("base.yaml", text.as_bytes(), Syntax::Yaml));
        let mut files = vec![sources.add(self.file(), self.revision.as_bytes(), Syntax::Yaml)];
        if let Some(csv) = &self.csv {
            files.push(sources.add("staff.csv", csv.as_bytes(), Syntax::Csv));
        }
        let revision = if self.is_proposal {
            let root = base.into_iter();
            let chain = Chain {
                root: Ok(root.collect()),
                proposals: files,
            };
            rokade::open_chain(&sources, &chain)
        } else {
            rokade::open(&sources, &files)
        };
        let base = base.map(|base| rokade::open(&sources, &[base]));
        let charts: Vec<&Opened> = base.iter().chain([&revision]).collect();
        let hearing = self.hearing.as_ref().map(|text| {
            let id = sources.add("hearing.yaml", text.as_bytes(), Syntax::Yaml);
            rokade::open_hearing(&sources, id, &charts)
        });
        let hearings: Vec<OpenedHearing> = hearing.into_iter().collect();
        rokade::heard(&sources, base.as_ref(), &revision, &hearings, policy)
            .expect("every sentence can be made")
    }

    /// The file that the chart, the revision or the proposal stands in.
    fn file(&self) -> &'static str {
        if self.is_proposal {
            "proposal.yaml"
        } else {
            "revision.yaml"
        }
    }

    /// The marked lines, as `file:line`.
    pub fn marked(&self) -> BTreeSet<String> {
        let base = self.base.iter().map(|text| ("base.yaml", text));
        let revision = std::iter::once((self.file(), &self.revision));
        let csv = self.csv.iter().map(|text| ("staff.csv", text));
        let hearing = self.hearing.iter().map(|text| ("hearing.yaml", text));
        base.chain(revision)
            .chain(csv)
            .chain(hearing)
            .flat_map(|(file, text)| {
                let lines = text.lines().enumerate();
                let marked = lines.filter(|(_, line)| line.trim_end().ends_with("# finding"));
                marked.map(move |(i, _)| format!("{file}:{}", i + 1))
            })
            .collect()
    }

    /// The lines that each finding points at, as `file:line`; the first label first.
    pub fn hits(report: &Report) -> Vec<Vec<String>> {
        let line = |label: &rokade_core::report::ReportLabel| {
            let source = &report.sources[label.span.source.0 as usize];
            let at = source.line_column(label.span.start as usize);
            format!("{}:{}", source.name, at.line)
        };
        report
            .findings
            .iter()
            .map(|finding| {
                if finding.labels.is_empty() {
                    vec!["revision.yaml:1".to_owned()]
                } else {
                    finding.labels.iter().map(line).collect()
                }
            })
            .collect()
    }
}
