//! What can be asked on the command line.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use rokade::{
    AssessmentFormat, ChartFormat, ComparisonFormat, DateSpan, Format, Language, NoteFormat,
    Severity,
};

use crate::input::GitArg;

/// Shows what an organisational restructuring will do before it is decided.
///
/// Reads the organisation and the proposals as YAML, and says what moves, which co-locations
/// break, which responsibilities nobody holds, and who is affected.
#[derive(Debug, Parser)]
#[command(name = "rokade", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing found at or above --fail-on
  1  findings at or above --fail-on, or something could not be checked
  2  the run failed: a file that cannot be read, or arguments that make no sense";

const COMPARE_HELP: &str = "\
HTML, Markdown and spreadsheets are made for readers: groups of under five posts are told as
\"under 5\" in them, and count as 1-4. Text and JSON show the numbers as they are.

Exit codes:
  0  compared
  1  something could not be read or judged
  2  the run failed: a file that cannot be read, or arguments that make no sense";

const REPORT_HELP: &str = "\
The report is made for readers: groups of under five posts are told as \"under 5\", posts by their
titles alone. The page stands by itself: it loads nothing and can be sent, printed and put on a
web site. The spreadsheet has every finding, change, measure and move as rows.

Exit codes:
  0  written
  1  written, and something could not be read or judged; the report says what
  2  the run failed: a file that cannot be read, or arguments that make no sense";

const CHART_HELP: &str = "\
Of a proposal, what it changes is marked. Groups of under five posts are told as \"under 5\".

Exit codes:
  0  drawn
  1  drawn, and the files have faults: `rokade check` tells them
  2  the run failed: a file that cannot be read, or arguments that make no sense";

const NOTE_HELP: &str = "\
HTML, Markdown and Word documents are made for readers: groups of under five posts are told as
\"under 5\" in them, and count as 1-4. Text and JSON show the numbers as they are.

Exit codes:
  0  the note is complete
  1  something could not be read or judged; the note says what
  2  the run failed: a file that cannot be read, or arguments that make no sense";

const EXTRACT_HELP: &str = "\
The text of a point is the response's own; what kind of point it is, what it is about and which
rules it raises is guessed from its words. Read the file and put it right before you use it.

Exit codes:
  0  written
  1  the chart has faults, and nothing was written
  2  the run failed: a file that cannot be read, or arguments that make no sense";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check charts, proposals and hearings: each file, or each folder as one chart
    #[command(after_help = EXIT_CODES)]
    Check {
        /// Charts, proposals or hearings: YAML or JSON files, folders with the parts of one chart, or
        /// `-` for standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Count only what is new against a version in git: `git:REF`, or `git:REF:PATH`
        #[arg(long, value_name = "git:REF[:PATH]")]
        against: Option<GitArg>,
        #[command(flatten)]
        report: ReportArgs,
    },
    /// Compare two charts, or a proposal with its base: what the second changes in the first
    #[command(after_help = EXIT_CODES)]
    Diff {
        /// The organisation as it is: a file or a folder; or a proposal alone, whose base is known
        #[arg(value_name = "BASE|PROPOSAL")]
        base: PathBuf,
        /// The organisation as proposed: a chart or a proposal
        revision: Option<PathBuf>,
        /// Compare with a version in git instead of another file: `git:REF`, or `git:REF:PATH`
        #[arg(long, value_name = "git:REF[:PATH]", conflicts_with = "revision")]
        against: Option<GitArg>,
        /// What was answered to the proposal in a hearing; can be given more than once
        #[arg(long = "hearing", value_name = "FILE")]
        hearings: Vec<PathBuf>,
        #[command(flatten)]
        report: ReportArgs,
    },
    /// Compare proposals side by side: what each comes to, and what sets them apart
    #[command(after_help = COMPARE_HELP)]
    Compare {
        /// Proposals or charts; the first, where it is a chart and there are more, is the base
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        comparison: CompareArgs,
    },
    /// Write the report a committee reads: what proposals do, for whom, and what is left hanging
    #[command(after_help = REPORT_HELP)]
    Report {
        /// Proposals or charts; the first, where it is a chart and there are more, is the base
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        assessment: AssessArgs,
    },
    /// Draw an organisation, or what a proposal makes of it, as an org chart
    #[command(after_help = CHART_HELP)]
    Chart {
        /// A chart or a proposal: a file or a folder
        #[arg(value_name = "PATH")]
        path: PathBuf,
        #[command(flatten)]
        chart: ChartArgs,
    },
    /// Answer a hearing: what was raised, tied to what the proposal does; or read a response
    #[command(
        after_help = NOTE_HELP,
        args_conflicts_with_subcommands = true,
        subcommand_negates_reqs = true
    )]
    Hearing(HearingArgs),
    /// Write the chart that a proposal makes of its base, as YAML
    Apply {
        /// The proposal: a file with `base` and `events`
        proposal: PathBuf,
        #[command(flatten)]
        language: LanguageArg,
    },
    /// Write the events that turn one chart into another, as a proposal to read and edit
    Script {
        /// The organisation as it is: a file or a folder
        base: PathBuf,
        /// The organisation as it is to be: a file or a folder
        revision: PathBuf,
        #[command(flatten)]
        language: LanguageArg,
    },
    /// Print the settings in force, and where each comes from
    Config {
        /// A file or folder whose settings are meant; without it, this folder
        path: Option<PathBuf>,
        #[command(flatten)]
        language: LanguageArg,
    },
    /// Explain a rule: what it asks, why, and how to mend what it finds
    Explain {
        /// The rule's name
        rule: String,
        #[command(flatten)]
        language: LanguageArg,
    },
    /// List the rules
    Rules {
        /// How to print them
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
        #[command(flatten)]
        language: LanguageArg,
    },
    /// Print the JSON Schema of the format, for completion in an editor
    Schema {
        /// Print the schema of `--format json` instead
        #[arg(long)]
        report: bool,
        /// Print the schema of `rokade compare --format json` instead
        #[arg(long, conflicts_with = "report")]
        comparison: bool,
        /// Print the schema of `rokade hearing --format json` instead
        #[arg(long, conflicts_with_all = ["report", "comparison"])]
        note: bool,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, for `man`
    Man {
        /// Write this page and one for each command into a folder instead
        #[arg(long, short, value_name = "FOLDER")]
        output: Option<PathBuf>,
    },
}

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct ReportArgs {
    /// How to print the report
    #[arg(long, value_parser = one_of(Format::ALL, Format::name), default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
    /// The least severity that makes the run fail; without it, rokade.toml's, or error
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
    /// Do not fail on findings that are only possible; without it, as rokade.toml says
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub(crate) certain_only: Option<bool>,
    /// Grade a rule otherwise, such as `vacant-head=error`; can be given more than once
    #[arg(long, value_parser = severity, value_name = "RULE=SEVERITY")]
    pub(crate) severity: Vec<(String, Severity)>,
    /// The day that `until` is measured against; without it, the chart's `as_of`
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) on: Option<DateSpan>,
    /// Tell notes one by one, and not only how many there are
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Say everything: all findings, all names, all places
    #[arg(long)]
    pub(crate) full: bool,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    /// Write the report to a file too, such as `sarif=a.sarif`; can be given more than once
    #[arg(long, value_parser = format_and_file, value_name = "FORMAT=FILE")]
    pub(crate) output: Vec<(Format, PathBuf)>,
    /// Print nothing; files are written, and the exit code says how it went
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Findings that are known, and since when: they are told and do not count
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write what would make the run fail to the baseline, keeping the reasons that are there
    #[arg(long, requires = "baseline")]
    pub(crate) write_baseline: bool,
    /// The file that `-`, standard input, stands for: what it names is looked for from there
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_name: Option<PathBuf>,
    /// Do it again whenever a file changes that was read
    #[arg(long, conflicts_with_all = ["write_baseline", "stdin_name"])]
    pub(crate) watch: bool,
}

/// What the commands share that make a document.
#[derive(Debug, ClapArgs)]
pub(crate) struct DocumentArgs {
    /// Show groups of under five posts as they are, also in what is made for readers
    #[arg(long, conflicts_with = "hide_small_groups")]
    pub(crate) show_small_groups: bool,
    /// Tell groups of under five posts as "under 5" and count them as 1-4, also in text and JSON
    #[arg(long)]
    pub(crate) hide_small_groups: bool,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
    /// Grade a rule otherwise, such as `vacant-head=error`; can be given more than once
    #[arg(long, value_parser = severity, value_name = "RULE=SEVERITY")]
    pub(crate) severity: Vec<(String, Severity)>,
    /// The day that `until` is measured against; without it, the chart's `as_of`
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) on: Option<DateSpan>,
}

impl Default for ReportArgs {
    /// What holds where nobody asks for anything else.
    fn default() -> Self {
        ReportArgs {
            format: Format::Text,
            language: LanguageArg { lang: None },
            fail_on: None,
            certain_only: None,
            severity: Vec::new(),
            on: None,
            verbose: false,
            full: false,
            color: Color::Never,
            output: Vec::new(),
            quiet: false,
            baseline: None,
            write_baseline: false,
            stdin_name: None,
            watch: false,
        }
    }
}

impl DocumentArgs {
    /// What grades and measures, as the commands that make a report have it.
    pub(crate) fn as_report(&self, full: bool) -> ReportArgs {
        ReportArgs {
            language: LanguageArg {
                lang: self.language.lang,
            },
            severity: self.severity.clone(),
            on: self.on,
            full,
            ..ReportArgs::default()
        }
    }

    /// Whether groups of under five posts are made ranges.
    pub(crate) fn hides_small_groups(&self, is_for_readers: bool) -> bool {
        self.hide_small_groups || (is_for_readers && !self.show_small_groups)
    }
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CompareArgs {
    /// What to compare with: a chart or a proposal; without it, the chart all proposals start from
    #[arg(long, value_name = "CHART")]
    pub(crate) base: Option<PathBuf>,
    /// How to print the comparison; without it, as the name of the file ends, or text
    #[arg(long, value_parser = one_of(ComparisonFormat::ALL, ComparisonFormat::name))]
    pub(crate) format: Option<ComparisonFormat>,
    /// The file to write; without it, standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Add measures up, each weighed: `cost_a_year=2`; can be given more than once
    #[arg(long, value_name = "MEASURE=WEIGHT", value_delimiter = ',')]
    pub(crate) weights: Vec<String>,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
    /// Say everything: every unit, also where little changes
    #[arg(long)]
    pub(crate) full: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct AssessArgs {
    /// What to compare with: a chart or a proposal; without it, the chart all proposals start from
    #[arg(long, value_name = "CHART")]
    pub(crate) base: Option<PathBuf>,
    /// What was answered in a hearing; can be given more than once
    #[arg(long = "hearing", value_name = "FILE")]
    pub(crate) hearings: Vec<PathBuf>,
    /// How to write the report; without it, as the name of the file ends, or html
    #[arg(long, value_parser = one_of(AssessmentFormat::ALL, AssessmentFormat::name))]
    pub(crate) format: Option<AssessmentFormat>,
    /// The file to write; without it, standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ChartArgs {
    /// What to mark changes against; without it, what a proposal itself starts from
    #[arg(long, value_name = "CHART")]
    pub(crate) base: Option<PathBuf>,
    /// How to draw it; without it, as the name of the file ends, or svg
    #[arg(long, value_parser = one_of(ChartFormat::ALL, ChartFormat::name))]
    pub(crate) format: Option<ChartFormat>,
    /// The file to write; without it, standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Show groups of under five posts as they are
    #[arg(long)]
    pub(crate) show_small_groups: bool,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct HearingArgs {
    #[command(subcommand)]
    pub(crate) command: Option<HearingCommand>,
    /// The hearing: a file with `hearing`, or a folder that holds one and no chart
    #[arg(required = true, value_name = "HEARING")]
    pub(crate) hearing: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) note: NoteArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NoteArgs {
    /// How to print the note; without it, as the name of the file ends, or text
    #[arg(long, value_parser = one_of(NoteFormat::ALL, NoteFormat::name))]
    pub(crate) format: Option<NoteFormat>,
    /// The file to write; without it, standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// A counter-proposal, besides those the hearing names; can be given more than once
    #[arg(long = "counter", value_name = "FILE")]
    pub(crate) counters: Vec<PathBuf>,
    /// What to compare with; without it, what the proposal itself starts from
    #[arg(long, value_name = "CHART")]
    pub(crate) base: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) document: DocumentArgs,
    /// Say everything: all names
    #[arg(long)]
    pub(crate) full: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum HearingCommand {
    /// Make a hearing file of a response, to read and edit: its questions and objections as points
    #[command(after_help = EXTRACT_HELP)]
    Extract(ExtractArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExtractArgs {
    /// The response: plain text in UTF-8, or a .docx document
    pub(crate) response: PathBuf,
    /// The organisation that the response speaks of: a file or a folder
    #[arg(long, value_name = "CHART")]
    pub(crate) base: PathBuf,
    /// The proposal that it answers; what is new in it is known by name too
    #[arg(long, value_name = "FILE")]
    pub(crate) proposal: Option<PathBuf>,
    /// The file to write, which must not be there yet; without it, standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct LanguageArg {
    /// The language; without it, `ROKADE_LANG`, rokade.toml's, the chart's, the locale's, or English
    #[arg(long, value_parser = language, value_name = "LANG")]
    pub(crate) lang: Option<Language>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl FailOn {
    /// Its word, on the command line and in rokade.toml.
    pub(crate) fn name(self) -> &'static str {
        match self {
            FailOn::Error => "error",
            FailOn::Warning => "warning",
            FailOn::Note => "note",
            FailOn::Never => "never",
        }
    }
}

/// Takes the names of formats, which the help lists.
fn one_of<F, const N: usize>(
    all: [F; N],
    name: fn(F) -> &'static str,
) -> impl TypedValueParser<Value = F>
where
    F: FromStr<Err: std::error::Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(name)).try_map(|name| name.parse::<F>())
}

fn format_and_file(text: &str) -> Result<(Format, PathBuf), String> {
    let (format, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("a format and a file, such as `json=report.json`")?;
    let format = format.parse::<Format>().map_err(|unknown| {
        let names = Format::ALL.map(Format::name).join(", ");
        format!("{unknown}; there are: {names}")
    })?;
    Ok((format, PathBuf::from(file)))
}

fn language(text: &str) -> Result<Language, String> {
    match text {
        "da" => Ok(Language::Da),
        "en" => Ok(Language::En),
        _ => Err("one of: da, en".to_owned()),
    }
}

fn severity(text: &str) -> Result<(String, Severity), String> {
    let (rule, level) = text
        .split_once('=')
        .ok_or("a rule and a severity, such as `vacant-head=error`")?;
    if rokade::catalogue::find(rule).is_none() {
        return Err(match rokade::catalogue::nearest(rule) {
            Some(nearest) => format!("there is no rule `{rule}`; did you mean `{nearest}`?"),
            None => format!("there is no rule `{rule}`; `rokade rules` lists them"),
        });
    }
    let mut levels = Severity::ALL.into_iter();
    let level = levels
        .find(|severity| severity.name() == level)
        .ok_or("a severity is one of: note, warning, error")?;
    Ok((rule.to_owned(), level))
}

fn day(text: &str) -> Result<DateSpan, String> {
    rokade::parse_day(text)
        .map(DateSpan::from)
        .ok_or_else(|| "a day, such as 2017-06-20".to_owned())
}
