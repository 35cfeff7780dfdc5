//! Which mutant is on, asked by the rewritten crates wherever there is one.
//!
//! `MUTANT=17` switches one on for the whole run; without it the program is the one that was
//! written. `MUTANT_REACHED=FILE` switches none on and writes down which ones a run would have
//! felt: four bytes a number, and `u32::MAX` where something panicked.

use std::fs::File;
use std::io::Write as _;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// The environment has not been asked yet.
const UNREAD: u32 = u32::MAX;
/// None is on, and what is reached is written down.
const RECORD: u32 = u32::MAX - 1;
/// As many as can be written down, in words of 64.
const WORDS: usize = 1024;

static STATE: AtomicU32 = AtomicU32::new(UNREAD);
static REACHED: [AtomicU64; WORDS] = [const { AtomicU64::new(0) }; WORDS];
static FILE: OnceLock<File> = OnceLock::new();

/// Whether a mutant is on; its code is reached.
#[inline]
#[must_use]
pub fn on(mutant: u32) -> bool {
    let state = STATE.load(Ordering::Relaxed);
    state == mutant || (state >= RECORD && slow(mutant))
}

#[cold]
fn slow(mutant: u32) -> bool {
    let state = state();
    if state == RECORD {
        reached(mutant);
    }
    state == mutant
}

/// What is on, without reaching anything.
#[inline]
fn state() -> u32 {
    match STATE.load(Ordering::Relaxed) {
        UNREAD => read(),
        state => state,
    }
}

#[cold]
fn read() -> u32 {
    let state = if let Some(path) = std::env::var_os("MUTANT_REACHED") {
        let file = File::options().create(true).append(true).open(path);
        match file {
            Ok(file) => {
                if FILE.set(file).is_ok() {
                    let before = std::panic::take_hook();
                    std::panic::set_hook(Box::new(move |info| {
                        write(u32::MAX);
                        before(info);
                    }));
                }
                RECORD
            }
            Err(_) => 0,
        }
    } else {
        let asked = std::env::var("MUTANT").ok();
        let on = asked.and_then(|asked| asked.parse().ok()).unwrap_or(0);
        // The first panic has noticed it: nothing more is tried, and no smallest case is sought.
        if on != 0 && std::env::var_os("MUTANT_PANICS").is_none() {
            std::panic::set_hook(Box::new(|info| {
                eprintln!("{info}");
                std::process::exit(101);
            }));
        }
        on
    };
    STATE.store(state, Ordering::Relaxed);
    state
}

fn reached(mutant: u32) {
    let Some(word) = REACHED.get(mutant as usize / 64) else {
        return;
    };
    let bit = 1 << (mutant % 64);
    if word.fetch_or(bit, Ordering::Relaxed) & bit == 0 {
        write(mutant);
    }
}

fn write(number: u32) {
    if let Some(mut file) = FILE.get() {
        let _ = file.write_all(&number.to_le_bytes());
    }
}

/// What an operator gives that says yes or no: as written, or as mutated. A mutant that would
/// say the same is not reached.
#[inline]
pub fn pick(mutant: u32, clean: bool, mutated: impl FnOnce() -> bool) -> bool {
    match state() {
        RECORD => {
            if mutated() != clean {
                reached(mutant);
            }
            clean
        }
        state if state == mutant => mutated(),
        _ => clean,
    }
}

/// Whether `&&` asks its right side, or as a mutant `||` does.
#[inline]
#[must_use]
pub fn and(mutant: u32, left: bool) -> bool {
    match state() {
        RECORD => {
            // The mutant would ask the right side, which may do anything.
            if !left {
                reached(mutant);
            }
            left
        }
        state => left != (state == mutant),
    }
}

/// Whether `||` asks its right side, or as a mutant `&&` does.
#[inline]
#[must_use]
pub fn or(mutant: u32, left: bool) -> bool {
    match state() {
        RECORD => {
            if left {
                reached(mutant);
            }
            !left
        }
        state => left == (state == mutant),
    }
}

/// The right side, as it is. A mutant is reached where it says `differs`: the other operator would
/// have said the opposite without asking it.
#[inline]
#[must_use]
pub fn right(mutant: u32, right: bool, differs: bool) -> bool {
    if state() == RECORD && right == differs {
        reached(mutant);
    }
    right
}

/// What a guard says when it is not asked.
#[inline]
#[must_use]
pub fn forced(always: u32, never: u32) -> Option<bool> {
    match state() {
        0 | RECORD => None,
        state if state == always => Some(true),
        state if state == never => Some(false),
        _ => None,
    }
}

/// What a guard, or a function, says when it is asked.
#[inline]
#[must_use]
pub fn asked(always: u32, never: u32, says: bool) -> bool {
    if state() == RECORD {
        reached(if says { never } else { always });
    }
    says
}

/// An iterator, if it gives this.
#[inline]
pub fn gives<T, I: Iterator<Item = T>>(iterator: I) -> I {
    iterator
}

/// One of two iterators, where a function says only that it gives one.
#[derive(Clone, Debug)]
pub enum Either<L, R> {
    /// A mutant's.
    Left(L),
    /// Another mutant's, or as written.
    Right(R),
}

impl<L: Iterator, R: Iterator<Item = L::Item>> Iterator for Either<L, R> {
    type Item = L::Item;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Either::Left(left) => left.next(),
            Either::Right(right) => right.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Either::Left(left) => left.size_hint(),
            Either::Right(right) => right.size_hint(),
        }
    }
}

impl<L, R> DoubleEndedIterator for Either<L, R>
where
    L: DoubleEndedIterator,
    R: DoubleEndedIterator<Item = L::Item>,
{
    fn next_back(&mut self) -> Option<Self::Item> {
        match self {
            Either::Left(left) => left.next_back(),
            Either::Right(right) => right.next_back(),
        }
    }
}

impl<L, R> ExactSizeIterator for Either<L, R>
where
    L: ExactSizeIterator,
    R: ExactSizeIterator<Item = L::Item>,
{
}
