//! The expressions of a workflow file, `${{ … }}`, as far as this repository's files use them.

/// What an expression comes to. What is not there is an empty text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Bool(bool),
    Text(String),
}

impl Value {
    pub(crate) fn is_true(&self) -> bool {
        match self {
            Value::Bool(yes) => *yes,
            Value::Text(text) => !text.is_empty(),
        }
    }

    fn into_text(self) -> String {
        match self {
            Value::Bool(yes) => yes.to_string(),
            Value::Text(text) => text,
        }
    }
}

/// What names of an expression stand for. A name that cannot be is a fault of the file.
pub(crate) trait Names {
    fn value(&self, path: &str) -> String;
}

/// A text with its expressions filled in.
pub(crate) fn filled(text: &str, names: &dyn Names) -> String {
    let mut rest = text;
    let mut filled = String::new();
    while let Some((before, after)) = rest.split_once("${{") {
        let (expression, after) = after.split_once("}}").expect("an expression ends");
        filled.push_str(before);
        filled.push_str(&evaluated(expression, names).into_text());
        rest = after;
    }
    filled + rest
}

/// Whether a step is run, from its `if`; `failed` is whether one before it failed.
pub(crate) fn is_run(condition: Option<&str>, failed: bool, names: &dyn Names) -> bool {
    let Some(condition) = condition else {
        return !failed;
    };
    let inner = condition.trim().strip_prefix("${{");
    let inner = inner.and_then(|inner| inner.strip_suffix("}}"));
    let condition = inner.unwrap_or(condition);
    // Without a word on how the job goes, success is part of every condition.
    let speaks_of_status = ["cancelled()", "always()", "failure()", "success()"]
        .into_iter()
        .any(|function| condition.contains(function));
    (speaks_of_status || !failed) && evaluated(condition, names).is_true()
}

pub(crate) fn evaluated(expression: &str, names: &dyn Names) -> Value {
    let mut parser = Parser {
        rest: expression.trim(),
        names,
    };
    let value = parser.or();
    assert_eq!(parser.rest, "", "{expression}");
    value
}

struct Parser<'a> {
    rest: &'a str,
    names: &'a dyn Names,
}

impl Parser<'_> {
    fn takes(&mut self, token: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(token) else {
            return false;
        };
        self.rest = rest.trim_start();
        true
    }

    /// One side or the other, and not whether one of them is true: that is how defaults are said.
    fn or(&mut self) -> Value {
        let mut value = self.and();
        while self.takes("||") {
            let other = self.and();
            value = if value.is_true() { value } else { other };
        }
        value
    }

    fn and(&mut self) -> Value {
        let mut value = self.equal();
        while self.takes("&&") {
            let other = self.equal();
            value = if value.is_true() { other } else { value };
        }
        value
    }

    fn equal(&mut self) -> Value {
        let value = self.one();
        let wanted = if self.takes("==") {
            true
        } else if self.takes("!=") {
            false
        } else {
            return value;
        };
        let (left, right) = (value.into_text(), self.one().into_text());
        Value::Bool(left.eq_ignore_ascii_case(&right) == wanted)
    }

    fn one(&mut self) -> Value {
        if self.takes("!") {
            return Value::Bool(!self.one().is_true());
        }
        if self.takes("(") {
            let value = self.or();
            assert!(self.takes(")"), "{}", self.rest);
            return value;
        }
        if let Some(rest) = self.rest.strip_prefix('\'') {
            let (text, rest) = rest.split_once('\'').expect("a text ends");
            self.rest = rest.trim_start();
            return Value::Text(text.to_owned());
        }
        let ends = |c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c));
        let (name, rest) = self
            .rest
            .split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest.trim_start();
        if self.takes("()") {
            return match name {
                "always" => Value::Bool(true),
                "cancelled" => Value::Bool(false),
                other => panic!("a function that is not known here: {other}"),
            };
        }
        assert!(!name.is_empty(), "{}", self.rest);
        Value::Text(self.names.value(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Two;

    impl Names for Two {
        fn value(&self, path: &str) -> String {
            match path {
                "inputs.one" => "1".to_owned(),
                "inputs.none" => String::new(),
                other => panic!("{other}"),
            }
        }
    }

    #[test]
    fn expressions_are_read_as_github_reads_them() {
        let text = |text| filled(text, &Two);
        assert_eq!(text("a ${{ inputs.one }} b ${{inputs.none}}"), "a 1 b ");
        assert_eq!(text("${{ inputs.none || inputs.one }}"), "1");
        assert_eq!(text("${{ inputs.one || inputs.none }}"), "1");
        assert_eq!(text("${{ inputs.one == 'x' && inputs.one }}"), "false");
        assert_eq!(text("${{ inputs.one != '' }}"), "true");
        assert_eq!(text("${{ (inputs.none || inputs.one) == '1' }}"), "true");
        assert!(is_run(None, false, &Two) && !is_run(None, true, &Two));
        assert!(!is_run(Some("inputs.one == '1'"), true, &Two));
        assert!(is_run(
            Some("${{ !cancelled() && inputs.one == '1' }}"),
            true,
            &Two
        ));
        assert!(!is_run(Some("inputs.none"), false, &Two));
    }
}
