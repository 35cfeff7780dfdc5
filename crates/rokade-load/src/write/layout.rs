//! Where values go on the page: what is short stands on one line in braces, what is not in
//! blocks, an entity under the other.
//!
//! Nothing here knows the format, but that an event stands under the key of its action.

use serde_json::{Map, Value as Json};

use super::scalar::{Meaning, as_block, on_one_line};

/// How many columns a line may have that is put together in braces.
const WIDTH: usize = 110;

/// How many where a list of maps is put together: an item a line is easier to read and to add to.
const WIDTH_OF_LIST: usize = 72;

/// The most bytes a key may have without a sign in front that it is one; YAML has 1024
/// characters.
const LONGEST_KEY: usize = 1000;

/// A file that is being written.
#[derive(Debug, Default)]
pub(super) struct Layout {
    out: String,
}

impl Layout {
    /// The file.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A key of the top level with its value.
    pub(super) fn key(&mut self, key: &str, value: &Json) {
        self.pair(key, value, 0);
    }

    /// The key of a section, whose entities or items come next.
    pub(super) fn section(&mut self, key: &str) {
        self.out.push('\n');
        self.out.push_str(key);
        self.out.push_str(":\n");
    }

    /// An entity of a section.
    pub(super) fn entity(&mut self, id: &str, value: &Json) {
        self.indent(2);
        self.pair(id, value, 2);
    }

    /// An item of a section that is a list.
    pub(super) fn item(&mut self, item: &Json) {
        self.indent(2);
        self.list_item(item, Meaning::Value, 2);
    }

    /// An event: its action's key needs no braces where nothing stands beside it.
    pub(super) fn event(&mut self, event: &Json) {
        match event {
            Json::Object(keys) if keys.len() == 1 => {
                self.indent(2);
                self.out.push_str("- ");
                self.keys(keys, 4);
            }
            event => self.item(event),
        }
    }

    /// A list of maps, however short each on lines of its own, and so is the list of maps that
    /// each may have under a key.
    pub(super) fn in_full(&mut self, key: &str, items: &[Json], within: &str, indent: usize) {
        self.indent(indent);
        self.out.push_str(key);
        self.out.push_str(":\n");
        for item in items {
            self.indent(indent + 2);
            let Json::Object(keys) = item else {
                self.list_item(item, Meaning::Value, indent + 2);
                continue;
            };
            if keys.is_empty() {
                self.list_item(item, Meaning::Value, indent + 2);
            } else {
                self.out.push_str("- ");
            }
            for (at, (key, value)) in keys.iter().enumerate() {
                match value {
                    // An id comes first.
                    Json::Array(items) if at > 0 && key == within => {
                        self.in_full(key, items, "", indent + 4);
                    }
                    value => {
                        if at > 0 {
                            self.indent(indent + 4);
                        }
                        self.pair(key, value, indent + 4);
                    }
                }
            }
        }
    }

    fn indent(&mut self, columns: usize) {
        self.out.extend(std::iter::repeat_n(' ', columns));
    }

    /// The columns that are taken on the line being written.
    fn taken(&self) -> usize {
        let line = self.out.rsplit('\n').next();
        line.map_or(0, |line| line.chars().count())
    }

    /// Keys with values, each on a line of its own; the first line is indented already.
    fn keys(&mut self, keys: &Map<String, Json>, indent: usize) {
        for (at, (key, value)) in keys.iter().enumerate() {
            if at > 0 {
                self.indent(indent);
            }
            self.pair(key, value, indent);
        }
    }

    /// A key with its value, at so many columns.
    fn pair(&mut self, key: &str, value: &Json, indent: usize) {
        let written = on_one_line(key, Meaning::Value);
        if written.len() > LONGEST_KEY {
            self.out.push_str("? ");
            self.out.push_str(&written);
            self.out.push('\n');
            self.indent(indent);
        } else {
            self.out.push_str(&written);
        }
        self.out.push(':');
        self.value(value, Meaning::of(key), indent);
    }

    /// The value of a key that stands at so many columns, to the end of its last line.
    fn value(&mut self, value: &Json, meaning: Meaning, indent: usize) {
        if let Json::String(text) = value
            && let Some((sign, lines)) = as_block(text)
        {
            self.out.push(' ');
            self.out.push_str(sign);
            self.out.push('\n');
            for line in lines {
                if !line.is_empty() {
                    self.indent(indent + 2);
                    self.out.push_str(line);
                }
                self.out.push('\n');
            }
            return;
        }
        let (several, width) = match value {
            Json::Array(items) if items.iter().any(Json::is_object) => {
                (items.len() > 1, WIDTH_OF_LIST)
            }
            _ => (false, WIDTH),
        };
        if !several && self.in_line(value, meaning, width) {
            return;
        }
        self.out.push('\n');
        match value {
            Json::Object(keys) => {
                self.indent(indent + 2);
                self.keys(keys, indent + 2);
            }
            Json::Array(items) => {
                for item in items {
                    self.indent(indent + 2);
                    self.list_item(item, meaning, indent + 2);
                }
            }
            // One value always stands on the line of its key.
            _ => {}
        }
    }

    /// An item of a list, whose dash comes next.
    fn list_item(&mut self, item: &Json, meaning: Meaning, indent: usize) {
        self.out.push('-');
        match item {
            Json::Object(keys) if !keys.is_empty() => {
                if !self.in_line(item, meaning, WIDTH) {
                    self.out.push(' ');
                    self.keys(keys, indent + 2);
                }
            }
            item => self.value(item, meaning, indent),
        }
    }

    /// Writes a value on the line being written and ends it, where it fits. What is no map or
    /// list always does.
    fn in_line(&mut self, value: &Json, meaning: Meaning, width: usize) -> bool {
        let start = self.out.len();
        let room = width.saturating_sub(self.taken());
        self.out.push(' ');
        let is_one = !matches!(value, Json::Object(keys) if !keys.is_empty())
            && !matches!(value, Json::Array(items) if !items.is_empty());
        let fits = write_flow(&mut self.out, value, meaning, start + 4 * WIDTH)
            && self.out.split_at(start).1.chars().count() <= room;
        if is_one || fits {
            self.out.push('\n');
            return true;
        }
        self.out.truncate(start);
        false
    }
}

/// Writes a value in braces and brackets, unless a text in it is better shown in a block, or it
/// goes on beyond so many bytes.
fn write_flow(out: &mut String, value: &Json, meaning: Meaning, most: usize) -> bool {
    match value {
        Json::Null => out.push('~'),
        Json::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Json::Number(number) => out.push_str(&number.to_string()),
        Json::String(text) => {
            if as_block(text).is_some() {
                return false;
            }
            out.push_str(&on_one_line(text, meaning));
        }
        Json::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                if out.len() > most || !write_flow(out, item, meaning, most) {
                    return false;
                }
            }
            out.push(']');
        }
        Json::Object(keys) if keys.is_empty() => out.push_str("{}"),
        Json::Object(keys) => {
            out.push_str("{ ");
            for (at, (key, value)) in keys.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                let written = on_one_line(key, Meaning::Value);
                out.push_str(&written);
                out.push_str(": ");
                let fits = out.len() <= most
                    && written.len() <= LONGEST_KEY
                    && write_flow(out, value, Meaning::of(key), most);
                if !fits {
                    return false;
                }
            }
            out.push_str(" }");
        }
    }
    true
}
