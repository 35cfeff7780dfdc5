//! Writing to the terminal.

use std::io::{self, IsTerminal as _, Write};

use rokade::{Format, Options, RenderError, Report};

use crate::args::{Color, ReportArgs};
use crate::progress;

/// Columns of a report that goes to no terminal.
const WIDTH: u16 = 100;

/// How a report is printed on standard output.
pub(crate) fn options(args: &ReportArgs) -> Options {
    let terminal = io::stdout().is_terminal();
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let width = terminal_size::terminal_size().filter(|_| terminal);
    Options {
        // Lines longer than this are hard to read on the widest screen.
        width: width.map_or(WIDTH, |(width, _)| width.0.clamp(40, 120)),
        color: match args.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !plain,
        },
        verbose: args.verbose,
        full: args.full,
        ..Options::default()
    }
}

/// Prints a report on standard error, for a command whose output is something else.
pub(crate) fn report_to_stderr(format: Format, report: &Report) -> Result<(), RenderError> {
    let options = Options {
        width: WIDTH,
        ..Options::default()
    };
    progress::clear();
    rokade::render(format, report, &options, &mut io::stderr().lock())
}

/// Writes to standard output. A reader who has had enough, such as `head`, is no error.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    progress::clear();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = write(&mut out).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still in the buffer has no reader either.
            let _ = out.into_parts();
            Ok(())
        }
        written => written,
    }
}

/// Prints what is rendered on standard output.
pub(crate) fn print_rendered(
    render: impl FnOnce(&mut dyn Write) -> Result<(), RenderError>,
) -> io::Result<()> {
    print(|out| {
        render(out).map_err(|error| match error {
            RenderError::Io(error) => error,
            other @ RenderError::Words(_) => io::Error::other(other),
        })
    })
}

/// Whether standard output is a terminal.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Says something on standard error. That it cannot be said there can be said nowhere.
pub(crate) fn say(text: &str) {
    progress::clear();
    let _ = writeln!(io::stderr().lock(), "{}", rokade::terminal(text, true));
}
