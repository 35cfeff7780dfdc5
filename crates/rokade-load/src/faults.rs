//! The list of faults a load collects, at most so many a file, in the order of the text.
//!
//! Nothing here decides what a fault is.

use std::ops::Range;

use rokade_core::fault::{Fault, FaultKind, FaultPlace, SyntaxFault};
use rokade_core::ids::Subject;
use rokade_core::span::{SourceId, Span};

use crate::limits::MAX_FAULTS;
use crate::reader::Stop;

/// The faults of one file.
#[derive(Debug)]
pub(crate) struct Faults {
    source: SourceId,
    list: Vec<Fault>,
}

impl Faults {
    /// None yet.
    pub(crate) fn new(source: SourceId) -> Self {
        Faults {
            source,
            list: Vec::new(),
        }
    }

    /// A range of this file.
    pub(crate) fn span(&self, range: &Range<u32>) -> Span {
        Span {
            source: self.source,
            start: range.start,
            end: range.end,
        }
    }

    /// Whether the file has had its share, so that a further fault need not be made.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= MAX_FAULTS
    }

    /// Ends a file that has had its share, and says so once, where it is read as far as.
    pub(crate) fn end_if_full(&mut self, end: u32) -> Result<(), Stop> {
        if !self.is_full() {
            return Ok(());
        }
        if self.list.len() == MAX_FAULTS {
            let fault = SyntaxFault::TooManyFaults(MAX_FAULTS as u64);
            self.put(&(end..end), FaultKind::Syntax(fault), None);
        }
        Err(Stop)
    }

    /// Records a fault, unless the file has had its share.
    pub(crate) fn push(&mut self, at: &Range<u32>, kind: FaultKind, subject: Option<Subject>) {
        if !self.is_full() {
            self.put(at, kind, subject);
        }
    }

    fn put(&mut self, at: &Range<u32>, kind: FaultKind, subject: Option<Subject>) {
        let at = FaultPlace::Span(self.span(at));
        self.list.push(Fault { kind, at, subject });
    }

    /// Records why a file, or a part of it, cannot be read.
    pub(crate) fn syntax(&mut self, at: &Range<u32>, fault: SyntaxFault) {
        self.push(at, FaultKind::Syntax(fault), None);
    }

    /// How many there are, for [`Faults::belong_to`].
    pub(crate) fn mark(&self) -> usize {
        self.list.len()
    }

    /// Names the entity that the faults since a mark are in; it is known only after its value
    /// has been read.
    pub(crate) fn belong_to(&mut self, mark: usize, subject: Option<&Subject>) {
        if let Some(subject) = subject {
            for fault in self.list.iter_mut().skip(mark) {
                fault.subject.get_or_insert_with(|| subject.clone());
            }
        }
    }

    /// All of them, in the order of the text.
    pub(crate) fn in_order(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|fault| match &fault.at {
            FaultPlace::Span(span) => span.start,
            FaultPlace::Place(_) => 0,
        });
        self.list
    }
}
