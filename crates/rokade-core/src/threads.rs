//! Two pieces of work that know nothing of each other, at once.

use std::panic::resume_unwind;

/// What both come to, the first made on a thread of its own.
pub(crate) fn both<A: Send, B>(
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B,
) -> (A, B) {
    std::thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        let first = first.join();
        (first.unwrap_or_else(|panic| resume_unwind(panic)), second)
    })
}
