//! Pieces of work that know nothing of each other, on two threads.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What both come to, the first made on a thread of its own.
pub fn both<A: Send, B>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        let first = first.join();
        (first.unwrap_or_else(|panic| resume_unwind(panic)), second)
    })
}

/// What each of some things comes to, in their order. Each thread takes the next that is left:
/// some may take much longer than others.
pub fn each<T: Sync, R: Send>(things: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else {
                return done;
            };
            done.push((at, of(thing)));
        }
    };
    let (mut done, rest) = both(work, work);
    done.extend(rest);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, done)| done).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_in_the_order_of_the_things() {
        let things: Vec<usize> = (0..100).collect();
        assert_eq!(
            each(&things, |thing| thing * 2),
            things.iter().map(|thing| thing * 2).collect::<Vec<_>>()
        );
        assert_eq!(each(&[], |thing: &usize| *thing), [0; 0]);
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }
}
