//! What serde says went wrong, as data with the node it went wrong at.
//!
//! Serde's sentences are English and never shown: this keeps what they are made of.

use std::fmt;

use rokade_core::expected::Expected;
use serde::de;

use crate::arena::NodeId;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A key that is none of these.
    UnknownKey(&'static [&'static str]),
    /// A value that is none of these words.
    NotOneOf(&'static [&'static str]),
    /// A value of another shape; `None` where serde's own words say nothing of use.
    Wrong(Option<Expected>),
    /// A key that must be there.
    Missing(&'static str),
}

/// A problem and its place. Boxed, since every decoded field passes a `Result` of it.
#[derive(Debug)]
pub(crate) struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    problem: Problem,
    node: Option<NodeId>,
    map_value: bool,
}

impl Error {
    /// A problem without a place yet.
    pub(crate) fn new(problem: Problem) -> Self {
        Error(Box::new(Inner {
            problem,
            node: None,
            map_value: false,
        }))
    }

    /// The same at a node, unless it has one already: the innermost wins.
    pub(crate) fn at(mut self, node: NodeId) -> Self {
        self.0.node.get_or_insert(node);
        self
    }

    /// The same as the value of a map whose values are all alike.
    pub(crate) fn in_map_value(mut self, node: NodeId) -> Self {
        self.0.map_value = self.0.node == Some(node);
        self
    }

    /// What went wrong.
    pub(crate) fn problem(&self) -> Problem {
        self.0.problem
    }

    /// Where; the entity itself when nothing nearer is known.
    pub(crate) fn node(&self) -> NodeId {
        self.0.node.unwrap_or(0)
    }

    /// Whether the node itself is a value of a map whose values are all alike.
    pub(crate) fn is_map_value(&self) -> bool {
        self.0.map_value
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.0.problem, self.0.node)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Error::new(Problem::Wrong(None))
    }

    fn invalid_type(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Error::new(Problem::Wrong(Expected::from_code(&expected.to_string())))
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Error::new(Problem::NotOneOf(known))
    }

    fn unknown_field(_: &str, known: &'static [&'static str]) -> Self {
        Error::new(Problem::UnknownKey(known))
    }

    fn missing_field(key: &'static str) -> Self {
        Error::new(Problem::Missing(key))
    }
}
