//! The chart: an organisation as a typed graph.
//!
//! A chart is made of [`Entries`](crate::entry::Entries) once and never changed. Everything
//! outside asks it through views, which carry typed ids; indices and petgraph stay in here.

#![expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a chart is its own arena: every number in it is that of a thing of the same chart, looked up once when it is built"
)]

mod build;
mod counted;
mod function;
mod graph;
mod hearing;
mod lists;
mod names;
mod order;
mod place;
mod presence;
mod process;
mod resolve;
mod scopes;
mod staff;
#[cfg(test)]
mod tests;
mod tracked;
mod unit;

pub use build::Chart;
pub use function::{Cell, FunctionView, Holder, Met, Need, NeedReason, Needing};
pub use hearing::unresolved;
pub use names::Named;
pub use place::{CoLocationView, Entrance, GroupView, SiteView};
pub use presence::{MemberRef, Presence};
pub use process::{BodyView, ProcessView, StepView};
pub use staff::{Placement, Serves, StaffView, Superior};
pub use tracked::Tracked;
pub use unit::{HeadState, ParentState, UnitView};
