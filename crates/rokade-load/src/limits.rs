//! How much a file may hold before reading it is refused.
//!
//! The numbers are far above every real chart; they bound time and memory for what is none.
//! Nothing here reads.

/// The bytes of one file.
pub const MAX_BYTES: usize = 256 << 20;

/// How deep maps and lists may stand in each other. The format needs seven.
pub(crate) const MAX_DEPTH: u32 = 32;

/// The values in one entity: it is held in memory at a time, at some forty bytes a value, and read
/// again for each fault that is found in it later.
pub(crate) const MAX_NODES: usize = 1 << 19;

/// The events of one proposal, of which each takes some two kilobytes of memory: a restructuring of a
/// hundred thousand posts needs a sixth of these.
pub(crate) const MAX_EVENTS: usize = 1 << 16;

/// The bytes of one text: some four hundred pages.
pub(crate) const MAX_TEXT: usize = 1 << 20;

/// The faults after which an entity is given up.
pub(crate) const MAX_TRIES: usize = 64;

/// The faults after which a file is read no further.
pub(crate) const MAX_FAULTS: usize = 10_000;
