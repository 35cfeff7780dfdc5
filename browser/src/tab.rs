//! One page, open in the browser, and everything it told while it was.

use std::cell::RefCell;
use std::path::Path;

use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::trouble::{Result, Trouble};

/// How a page is opened.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// How wide the window is, in CSS pixels.
    pub width: u32,
    /// Whether the page's own scripts run.
    pub scripts: bool,
    /// Whether the page's policy is set aside, so that a test tool can be put into it. A page opened
    /// so says nothing of its policy.
    pub without_policy: bool,
}

impl View {
    /// As a reader opens it, in a window of this width.
    pub fn wide(width: u32) -> Self {
        View {
            width,
            scripts: true,
            without_policy: false,
        }
    }
}

/// A key that is pressed.
#[derive(Debug, Clone, Copy)]
pub enum Key {
    /// To the next thing that takes the keyboard.
    Tab,
    /// Follow a link, press a button.
    Enter,
    /// Press a button, tick a box.
    Space,
    /// The next of a list.
    Down,
    /// The first of a list.
    Home,
}

impl Key {
    /// Its name, its code for old pages, and what it types.
    fn told(self) -> (&'static str, u32, &'static str) {
        match self {
            Key::Tab => ("Tab", 9, ""),
            Key::Enter => ("Enter", 13, "\r"),
            Key::Space => ("Space", 32, " "),
            Key::Down => ("ArrowDown", 40, ""),
            Key::Home => ("Home", 36, ""),
        }
    }
}

/// A page in the browser. It is closed when it is dropped.
pub struct Tab<'c> {
    chromium: &'c Chromium,
    context: String,
    session: String,
    address: String,
    told: RefCell<Vec<Value>>,
}

impl<'c> Tab<'c> {
    /// Opens a file, in a profile that shares nothing with other pages, and waits until it is loaded.
    pub fn open(chromium: &'c Chromium, file: &Path, view: View) -> Result<Self> {
        let full = file.canonicalize();
        let file = full.map_err(|error| Trouble(format!("{}: {error}", file.display())))?;
        let text = |answer: &Value, key: &str| answer[key].as_str().unwrap_or_default().to_owned();
        let answer = chromium.ask(None, "Target.createBrowserContext", &json!({}))?;
        let context = text(&answer, "browserContextId");
        let blank = json!({ "url": "about:blank", "browserContextId": context });
        let target = text(
            &chromium.ask(None, "Target.createTarget", &blank)?,
            "targetId",
        );
        let attach = json!({ "targetId": target, "flatten": true });
        let answer = chromium.ask(None, "Target.attachToTarget", &attach)?;
        let mut tab = Tab {
            chromium,
            context,
            session: text(&answer, "sessionId"),
            address: format!("file://{}", file.display()),
            told: RefCell::default(),
        };
        for domain in ["Page", "Network", "Runtime", "Log", "Audits"] {
            tab.ask(&format!("{domain}.enable"), &json!({}))?;
        }
        tab.widen(view.width)?;
        tab.show_as("")?;
        if view.without_policy {
            tab.ask("Page.setBypassCSP", &json!({ "enabled": true }))?;
        }
        if !view.scripts {
            let off = json!({ "value": true });
            tab.ask("Emulation.setScriptExecutionDisabled", &off)?;
        }
        let answer = tab.ask("Page.navigate", &json!({ "url": tab.address }))?;
        if let Some(error) = answer["errorText"].as_str() {
            return Err(Trouble(format!("{}: {error}", tab.address)));
        }
        let is_loaded = |event: &Value| event["method"] == "Page.loadEventFired";
        chromium.wait(&tab.session, is_loaded)?;
        // As the browser writes it, with what a path may hold escaped.
        let address = tab.evaluate("location.href.split('#')[0]")?;
        address
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut tab.address);
        Ok(tab)
    }

    /// Makes the window another width.
    pub fn widen(&self, width: u32) -> Result<()> {
        self.resize(width, 900)
    }

    fn resize(&self, width: u32, height: u32) -> Result<()> {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", &size)?;
        Ok(())
    }

    /// Shows the page as it is printed.
    pub fn as_printed(&self) -> Result<()> {
        self.show_as("print")
    }

    /// Without movement: what is asked for is there at once.
    fn show_as(&self, medium: &str) -> Result<()> {
        let still = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        let given = json!({ "media": medium, "features": still });
        self.ask("Emulation.setEmulatedMedia", &given)?;
        Ok(())
    }

    /// What a script says, which runs in the page but is no part of it.
    pub fn evaluate(&self, script: &str) -> Result<Value> {
        let given = json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
        let answer = self.ask("Runtime.evaluate", &given)?;
        if let Some(error) = answer.get("exceptionDetails") {
            let what = error["exception"]["description"].as_str();
            let what = what.or(error["text"].as_str()).unwrap_or("a script failed");
            return Err(Trouble::new(what));
        }
        Ok(answer["result"]["value"].clone())
    }

    /// The sentences that a script gives.
    pub fn sentences(&self, script: &str) -> Result<Vec<String>> {
        let value = self.evaluate(script)?;
        let lines = value
            .as_array()
            .ok_or_else(|| Trouble::new("a script gave no list"))?;
        let texts = lines.iter().map(|line| line.as_str().unwrap_or_default());
        Ok(texts.map(str::to_owned).collect())
    }

    /// Presses a key, and lets it go.
    pub fn press(&self, key: Key) -> Result<()> {
        let (name, code, typed) = key.told();
        let named = if typed == " " { " " } else { name };
        let mut event = json!({
            "type": if typed.is_empty() { "rawKeyDown" } else { "keyDown" },
            "key": named, "code": name, "windowsVirtualKeyCode": code, "text": typed,
        });
        self.ask("Input.dispatchKeyEvent", &event)?;
        event["type"] = "keyUp".into();
        event["text"] = "".into();
        self.ask("Input.dispatchKeyEvent", &event)?;
        Ok(())
    }

    /// The page as PNG pictures, from its top to its bottom, none higher than `most` pixels.
    pub fn pictures(&self, width: u32, most: u32) -> Result<Vec<Vec<u8>>> {
        self.resize(width, most)?;
        let answer = self.ask("Page.getLayoutMetrics", &json!({}))?;
        let height = answer["cssContentSize"]["height"].as_f64();
        let height = height.unwrap_or_default();
        let mut pictures = Vec::new();
        let mut top = 0.0;
        while top < height {
            // As many windows as it takes: a window of the height of a long page is painted anew for
            // each part.
            self.evaluate(&format!("scrollTo(0, {top})"))?;
            let part = f64::from(most).min(height - top);
            let given = json!({
                "format": "png", "optimizeForSpeed": true,
                "clip": { "x": 0, "y": top, "width": width, "height": part, "scale": 1 },
            });
            pictures.push(decode(&self.ask("Page.captureScreenshot", &given)?)?);
            top += part;
        }
        self.evaluate("scrollTo(0, 0)")?;
        self.widen(width)?;
        Ok(pictures)
    }

    /// The top of the page, as PNG.
    pub fn picture(&self, width: u32, height: u32) -> Result<Vec<u8>> {
        self.resize(width, height)?;
        let given = json!({ "format": "png" });
        decode(&self.ask("Page.captureScreenshot", &given)?)
    }

    /// The page as the PDF that it prints to, with the settings that a browser prints with when
    /// nobody changes them: the page's own paper, and no backgrounds but those that the page asks for.
    pub fn print(&self) -> Result<Vec<u8>> {
        let given = json!({
            "preferCSSPageSize": true, "printBackground": false, "displayHeaderFooter": false,
        });
        decode(&self.ask("Page.printToPDF", &given)?)
    }

    /// What the page has asked for besides itself, and what it has complained of, in a sentence each.
    pub fn trouble(&self) -> Result<Vec<String>> {
        // An answer comes after everything told before it.
        self.evaluate("0")?;
        self.told
            .borrow_mut()
            .extend(self.chromium.told(&self.session));
        let told = self.told.borrow();
        Ok(told.iter().filter_map(|one| self.faulty(one)).collect())
    }

    fn faulty(&self, event: &Value) -> Option<String> {
        let given = &event["params"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let bare = |url: &Value| text(url).split('#').next().map(str::to_owned);
        match event["method"].as_str()? {
            "Network.requestWillBeSent" => {
                let url = bare(&given["request"]["url"])?;
                (url != self.address).then(|| format!("asks for {url}"))
            }
            "Network.webSocketCreated" | "Network.webTransportCreated" => {
                Some(format!("connects to {}", text(&given["url"])))
            }
            "Runtime.consoleAPICalled" => {
                let what = text(&given["args"][0]["value"]);
                Some(format!("writes to the console: {what}"))
            }
            "Runtime.exceptionThrown" => {
                let what = &given["exceptionDetails"];
                let thrown = text(&what["exception"]["description"]);
                Some(format!("fails: {} {thrown}", text(&what["text"])))
            }
            "Log.entryAdded" => {
                let what = text(&given["entry"]["text"]);
                Some(format!("has the browser complain: {what}"))
            }
            "Audits.issueAdded" => {
                let issue = &given["issue"];
                let details = serde_json::to_string(&issue["details"]).unwrap_or_default();
                Some(format!("has the issue {}: {details}", text(&issue["code"])))
            }
            _ => None,
        }
    }

    fn ask(&self, method: &str, given: &Value) -> Result<Value> {
        self.chromium.ask(Some(&self.session), method, given)
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        let given = json!({ "browserContextId": self.context });
        let _ = self
            .chromium
            .ask(None, "Target.disposeBrowserContext", &given);
        self.chromium.told(&self.session);
    }
}

fn decode(answer: &Value) -> Result<Vec<u8>> {
    let data = answer["data"].as_str().unwrap_or_default();
    let bytes = BASE64.decode(data.as_bytes());
    bytes.map_err(|error| Trouble(format!("no base64: {error}")))
}
