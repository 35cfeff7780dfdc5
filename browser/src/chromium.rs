//! A browser without a window, spoken to over a pipe.
//!
//! The pipe carries the `DevTools` protocol: a JSON message and a zero byte. There is no port that anything
//! else could speak to, and a browser whose pipe is closed ends by itself.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::trouble::{Result, Trouble};

/// How long an answer may take. A page of a hundred A4 sheets takes two seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// What it is started with: nothing of its own on the network, nothing kept.
const FLAGS: [&str; 14] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-default-browser-check",
    "--no-first-run",
    // Pictures are the same on every machine, whatever its screen.
    "--force-color-profile=srgb",
];

/// A running browser. It ends, and its profile is removed, when it is dropped.
pub struct Chromium {
    child: Child,
    input: RefCell<Option<ChildStdin>>,
    output: Receiver<Value>,
    profile: PathBuf,
    /// Held as long as it runs: who comes next waits for it, since pages and pictures are written to one place.
    _turn: File,
    last: Cell<u64>,
    /// What it told while an answer was waited for, with nobody having read it yet.
    events: RefCell<VecDeque<Value>>,
}

/// Where a browser is, if there is one: what `CHROMIUM` names, or Debian's.
pub fn find() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let path = named.unwrap_or_else(|| PathBuf::from("/usr/bin/chromium"));
    path.is_file().then_some(path)
}

impl Chromium {
    /// Starts a browser with a fresh profile below `scratch`.
    pub fn start(program: &Path, scratch: &Path) -> Result<Self> {
        fs::create_dir_all(scratch)?;
        let turn = File::create(scratch.join("turn"))?;
        turn.lock()?;
        clear(scratch)?;
        let profile = scratch.join(format!("profile-{}", std::process::id()));
        fs::create_dir_all(&profile)?;
        let mut command = Command::new("/bin/sh");
        // The protocol is spoken on the descriptors 3 and 4, which a shell can hand over.
        command.args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null"#]);
        command.arg(program).args(FLAGS);
        command.arg(format!("--user-data-dir={}", profile.display()));
        // Its sandbox refuses to run as root.
        if fs::metadata(&profile)?.uid() == 0 {
            command.arg("--no-sandbox");
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let log = File::create(scratch.join("chromium.log"))?;
        let mut child = command.stderr(log).spawn()?;
        let input = child.stdin.take();
        let output = child
            .stdout
            .take()
            .ok_or_else(|| Trouble::new("no pipe from the browser"))?;
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let messages = BufReader::new(output).split(0);
            for message in messages.map_while(std::io::Result::ok) {
                let Ok(value) = serde_json::from_slice(&message) else {
                    return;
                };
                if sender.send(value).is_err() {
                    return;
                }
            }
        });
        Ok(Chromium {
            child,
            input: RefCell::new(input),
            output: receiver,
            profile,
            _turn: turn,
            last: Cell::new(0),
            events: RefCell::default(),
        })
    }

    /// What it calls itself, such as `Chromium 140.0`.
    pub fn version(&self) -> Result<String> {
        let answer = self.ask(None, "Browser.getVersion", &json!({}))?;
        let product = answer["product"].as_str().unwrap_or_default();
        let number = product
            .split_once('/')
            .map_or(product, |(_, number)| number);
        Ok(format!("Chromium {number}"))
    }

    /// Sends a command, to a page when a session is given, and waits for its answer.
    pub(crate) fn ask(&self, session: Option<&str>, method: &str, given: &Value) -> Result<Value> {
        let id = self.last.get() + 1;
        self.last.set(id);
        let mut message = json!({ "id": id, "method": method, "params": given });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.write(&message)?;
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = self
                .next(end)?
                .ok_or_else(|| Trouble::new(format!("the browser does not answer {method}")))?;
            if answer["id"] != id {
                self.events.borrow_mut().push_back(answer);
            } else if let Some(error) = answer.get("error") {
                return Err(Trouble(format!("{method}: {}", error["message"])));
            } else {
                return Ok(answer["result"].clone());
            }
        }
    }

    /// Waits until a page tells an event that is looked for; all others stay to be read.
    pub(crate) fn wait(&self, session: &str, wanted: impl Fn(&Value) -> bool) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        let here = |event: &Value| event["sessionId"] == session && wanted(event);
        if self.events.borrow().iter().any(here) {
            return Ok(());
        }
        loop {
            let event = self
                .next(end)?
                .ok_or_else(|| Trouble::new("the page does not get on"))?;
            let found = here(&event);
            self.events.borrow_mut().push_back(event);
            if found {
                return Ok(());
            }
        }
    }

    /// What a page has told since this was last asked.
    pub(crate) fn told(&self, session: &str) -> Vec<Value> {
        let mut events = self.events.borrow_mut();
        while let Ok(event) = self.output.try_recv() {
            events.push_back(event);
        }
        let (told, others) = events
            .drain(..)
            .partition(|event| event["sessionId"] == session);
        *events = others;
        Vec::from_iter::<VecDeque<Value>>(told)
    }

    fn write(&self, message: &Value) -> Result<()> {
        let mut input = self.input.borrow_mut();
        let pipe = input
            .as_mut()
            .ok_or_else(|| Trouble::new("the pipe to the browser is closed"))?;
        let mut bytes = serde_json::to_vec(message)?;
        bytes.push(0);
        pipe.write_all(&bytes)?;
        pipe.flush()?;
        Ok(())
    }

    fn next(&self, end: Instant) -> Result<Option<Value>> {
        let left = end.saturating_duration_since(Instant::now());
        match self.output.recv_timeout(left) {
            Ok(value) => Ok(Some(value)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(Trouble::new(
                "the browser has ended; browser/target/chromium.log may say why",
            )),
        }
    }
}

/// Removes the profiles of runs that were ended before they could.
fn clear(scratch: &Path) -> Result<()> {
    for entry in fs::read_dir(scratch)? {
        let entry = entry?;
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix("profile-"));
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Asked first, so that its own processes end with it and no file is left open.
        let close = json!({ "id": u32::MAX, "method": "Browser.close" });
        let asked = self.write(&close).is_ok();
        *self.input.borrow_mut() = None;
        let end = Instant::now() + Duration::from_secs(5);
        while asked && Instant::now() < end && !matches!(self.child.try_wait(), Ok(Some(_))) {
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        // One of them may still be writing its last file.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.profile).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}
