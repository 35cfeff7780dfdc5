//! What the repository's chores share with its tests and benchmarks.

pub mod gen_org;
pub mod package;
