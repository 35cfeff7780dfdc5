//! What a run is doing, on standard error, where it takes longer than somebody at a terminal
//! waits without asking. Nothing is shown where nobody looks: not in a pipe, and not in a log.

use std::io::{self, IsTerminal as _};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rokade::Language;

use crate::tongue::Tongue;

/// Work of less than this needs no word.
const QUIET: Duration = Duration::from_secs(1);

/// How often the sign of life moves.
const TICK: Duration = Duration::from_millis(120);

/// What a run is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Reading a file.
    Read(String),
    /// Finding what changes, and what follows from it.
    Judge,
}

enum Told {
    Step(Step),
    /// Take it away, and say when it is gone.
    Clear(SyncSender<()>),
}

/// Where steps are told: a terminal is the process's, as its standard output is.
static TELL: OnceLock<Sender<Told>> = OnceLock::new();

/// From here on steps are shown, where somebody looks.
pub(crate) fn start(language: Language) {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if !io::stderr().is_terminal() || is_dumb {
        return;
    }
    let (tell, told) = channel();
    if TELL.set(tell).is_ok() {
        std::thread::spawn(move || {
            show(&told, language, QUIET, &ProgressDrawTarget::stderr);
        });
    }
}

/// Says what the run is doing now.
pub(crate) fn at(step: Step) {
    if let Some(tell) = TELL.get() {
        // Without the thread that shows it there is nobody to tell.
        let _ = tell.send(Told::Step(step));
    }
}

/// Takes away what is shown, before something else is printed.
pub(crate) fn clear() {
    let Some(tell) = TELL.get() else { return };
    let (done, wait) = sync_channel(1);
    if tell.send(Told::Clear(done)).is_ok() {
        let _ = wait.recv();
    }
}

/// Shows each step that is still going on after a while, until there is nobody left to tell it.
fn show(
    told: &Receiver<Told>,
    language: Language,
    quiet: Duration,
    target: &dyn Fn() -> ProgressDrawTarget,
) {
    let mut step: Option<Step> = None;
    let mut bar: Option<ProgressBar> = None;
    loop {
        let next = match (&step, &bar) {
            (Some(_), None) => told.recv_timeout(quiet),
            _ => told.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match next {
            Ok(Told::Step(now)) => {
                if let Some(bar) = &bar {
                    bar.set_message(said(&now, language));
                }
                step = Some(now);
            }
            Ok(Told::Clear(done)) => {
                if let Some(bar) = bar.take() {
                    bar.finish_and_clear();
                }
                step = None;
                // Who asked may have gone on.
                let _ = done.send(());
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(step) = &step {
                    let new = ProgressBar::with_draw_target(None, target()).with_style(style());
                    new.set_message(said(step, language));
                    new.enable_steady_tick(TICK);
                    bar = Some(new);
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// A sign of life, the step as far as there is room, and for how long.
fn style() -> ProgressStyle {
    let style = ProgressStyle::with_template("{spinner} {wide_msg} {elapsed}");
    style.unwrap_or_else(|_| ProgressStyle::default_spinner())
}

fn said(step: &Step, language: Language) -> String {
    let said = Tongue::new(language).and_then(|tongue| tongue.step(step));
    said.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    use indicatif::InMemoryTerm;

    /// What a terminal shows after some steps, each followed by a wait, and after clearing it.
    fn shown(steps: &[Step], language: Language, wait: Duration) -> (String, String) {
        let terminal = InMemoryTerm::new(4, 60);
        let (tell, told) = channel();
        let target = {
            let terminal = terminal.clone();
            move || ProgressDrawTarget::term_like(Box::new(terminal.clone()))
        };
        let thread = std::thread::spawn(move || {
            show(&told, language, Duration::from_millis(50), &target);
        });
        for step in steps {
            tell.send(Told::Step(step.clone())).expect("it listens");
            std::thread::sleep(wait);
        }
        let while_working = terminal.contents();
        let (done, cleared) = sync_channel(1);
        tell.send(Told::Clear(done)).expect("it listens");
        cleared.recv().expect("it answers");
        let afterwards = terminal.contents();
        drop(tell);
        thread.join().expect("it ends when nobody can tell it more");
        (while_working, afterwards)
    }

    #[test]
    fn long_work_is_shown_and_taken_away_again() {
        let steps = [Step::Read("org.yaml".to_owned()), Step::Judge];
        let (working, after) = shown(&steps[..1], Language::En, Duration::from_millis(400));
        assert!(working.contains("Reading org.yaml"), "{working}");
        assert_eq!(after, "");
        let (working, after) = shown(&steps, Language::Da, Duration::from_millis(400));
        assert!(working.contains("Finder konsekvenserne"), "{working}");
        assert_eq!(after, "");
    }

    #[test]
    fn short_work_is_not_shown() {
        let steps = [Step::Judge];
        let (working, _) = shown(&steps, Language::En, Duration::from_millis(1));
        assert_eq!(working, "");
    }

    #[test]
    fn what_a_file_is_called_moves_no_cursor() {
        let steps = [Step::Read("\u{1b}[2Jorg.yaml".to_owned())];
        let (working, _) = shown(&steps, Language::En, Duration::from_millis(400));
        assert!(working.contains("org.yaml"), "{working}");
        assert!(!said(&steps[0], Language::En).contains('\u{1b}'));
    }
}
