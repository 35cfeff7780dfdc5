//! Shows what an organisational restructuring will do before it is decided.
//!
//! Give [`Sources`] the files, [`open`] the charts among them, and [`check`] one or [`diff`]
//! two; [`render`] prints the report. This crate does no I/O: whoever calls it reads the files.
//!
//! ```
//! use rokade::{Policy, Sources, Syntax};
//!
//! let mut sources = Sources::default();
//! let chart = sources.add("org.yaml", b"rokade: 1\nunits: { a: { parrent: b } }", Syntax::Yaml);
//! let chart = rokade::open(&sources, &[chart]);
//! let report = rokade::check(&sources, &chart, &Policy::default())?;
//! assert_eq!(report.findings[0].rule, "unknown-key");
//! # Ok::<(), rokade::WordsError>(())
//! ```

mod assess;
mod causes;
mod compare;
mod files;
mod hearing;
mod known;
mod note;
mod open;
mod proposal;
mod render;
mod report;

pub use assess::{OpenedAssessment, assess, draw};
pub use compare::{Named, NoBase, common_base, compare, hide_small_groups, open_named, source_of};
pub use files::{ChartFiles, Part, Parts, Skipped, sort_folder};
pub use hearing::{
    Answered, AnsweredHearing, Checked, Referred, check_each, check_hearing, counter_proposals_of,
    open_answered, open_hearings, proposal_of,
};
pub use known::{Aside, KnownFindings, fingerprints, gone, known_since, with_asides};
pub use note::{OpenedNote, note, open_note};
pub use open::{Opened, OpenedHearing, Sources, open, open_hearing};
pub use proposal::{Chain, open_chain, open_two};
pub use render::render;
pub use report::{check, check_all, diff, heard};
pub use rokade_change::{ChangeSet, diff as changes, same, script};
pub use rokade_core::assessment::Assessment;
pub use rokade_core::chart::Chart;
pub use rokade_core::comparison::Comparison;
pub use rokade_core::date::{DateSpan, parse_day};
pub use rokade_core::drawing::OrgChart;
pub use rokade_core::entry::{Language, Proposal};
pub use rokade_core::fault::{AnsweredFault, BaseFault, Fault, FaultKind};
pub use rokade_core::finding::{Fingerprint, Severity, Value};
pub use rokade_core::nearest::nearest_of;
pub use rokade_core::note::HearingNote;
pub use rokade_core::quantity::{Certainty, Quantity};
pub use rokade_core::report::{Known, Report, ReportFinding, RuleInfo};
pub use rokade_core::span::{SourceId, Span, Syntax};
pub use rokade_core::words::{Words, WordsError};
pub use rokade_hearing::extract::{
    CUES, Cue, Extracted, MAX_BYTES as MAX_RESPONSE_BYTES, ReadError, extract,
    read as read_response,
};
pub use rokade_load::{
    FileKind, Links, MAX_BYTES, schema, write_chart, write_hearing, write_proposal,
};
pub use rokade_report::{
    AssessmentFormat, ChartFormat, ComparisonFormat, Format, NoteFormat, Options, RenderError,
    comparison_schema, note_schema, render_assessment, render_chart, render_comparison,
    render_note, report_schema, terminal,
};
pub use rokade_rules::comparison::{Weighed, WeightError, parse_weights};
pub use rokade_rules::reference::Reference;
pub use rokade_rules::{Limits, Policy, catalogue};
