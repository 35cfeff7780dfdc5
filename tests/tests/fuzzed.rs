//! The public functions on bytes that nobody would write: seeds edited, and what comes of them
//! edited again. What is tried is the same in every run.
//!
//! `EXECUTIONS=1000000 cargo test --release -p rokade-tests --test fuzzed` tries so many of all
//! targets together, and `TARGET=load` only those of one.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rokade_tests::targets::edits::{Numbers, edit};
use rokade_tests::targets::{self, Target, seeds};

/// Executions of all targets in an ordinary run, and in one with `--release`.
const EXECUTIONS: u64 = if cfg!(debug_assertions) {
    5_000
} else {
    100_000
};

/// How long one may take.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

/// Of what did something new, so many are edited again.
const POOL: usize = 3_000;

fn executions() -> u64 {
    let asked = std::env::var("EXECUTIONS").ok();
    asked.map_or(EXECUTIONS, |asked| asked.parse().expect("it is a number"))
}

/// Runs a target on some bytes; what is wrong, where something is. What takes long is run again: only what does so three
/// times is slow, for other programs run beside the tests.
fn run(target: Target, bytes: &[u8]) -> Result<u64, String> {
    let mut least = Duration::MAX;
    for _ in 0..3 {
        let begun = Instant::now();
        let run = catch_unwind(AssertUnwindSafe(|| (target.run)(bytes)));
        let number = run.map_err(|_| "panics".to_owned())?;
        least = least.min(begun.elapsed());
        if least <= SOON {
            return Ok(number);
        }
    }
    Err(format!("takes {least:?}"))
}

/// Keeps bytes that failed, to be made a regression.
fn keep(target: Target, bytes: &[u8], why: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-failed", target.name));
    std::fs::write(&path, bytes).expect("the folder can be written to");
    let _ = writeln!(
        std::io::stderr(),
        "{}: {why}: {}",
        target.name,
        path.display()
    );
    path
}

/// Tries a target on its seeds and on edits of them.
fn tried(name: &str) {
    if std::env::var("TARGET").is_ok_and(|only| only != name) {
        return;
    }
    let target = targets::ALL.into_iter().find(|target| target.name == name);
    let target = target.expect("it is a target");
    let begun = Instant::now();
    let mut pool = (target.seeds)();
    let kept = seeds::kept(name).into_iter();
    pool.extend(kept.map(|(_, bytes)| bytes));
    let seeds = pool.len();
    assert!(seeds > 0, "there is nothing to edit");
    let mut seen: BTreeSet<u64> = BTreeSet::new();
    let mut numbers = Numbers::new(u64::from(target.share));
    let share = executions() * u64::from(target.share) / 1000;
    let mut done = 0_u64;
    while done < share {
        let at = usize::try_from(done).unwrap_or(usize::MAX);
        let bytes = match pool.get(at).filter(|_| at < seeds) {
            Some(first) => first.clone(),
            None => edit(&pool[numbers.below(pool.len())], &pool, &mut numbers),
        };
        done += 1;
        match run(target, &bytes) {
            Ok(number) if seen.insert(number) && pool.len() < seeds + POOL => pool.push(bytes),
            Ok(_) => {}
            Err(why) => panic!("{why}: {}", keep(target, &bytes, &why).display()),
        }
    }
    assert_eq!(done, share);
    let _ = writeln!(
        std::io::stderr(),
        "{name}: {done} executions in {:.1?}, {} of them of another kind than any before",
        begun.elapsed(),
        seen.len()
    );
}

/// A test for each target, and one that none is without.
macro_rules! tries {
    ($($name:ident),+ $(,)?) => {
        $(#[test]
        fn $name() {
            tried(stringify!($name));
        })+

        #[test]
        fn every_target_is_tried() {
            let tried = [$(stringify!($name)),+];
            assert_eq!(targets::ALL.map(|target| target.name), tried);
            let shares: u32 = targets::ALL.iter().map(|target| target.share).sum();
            assert_eq!(shares, 1000);
        }
    };
}

tries!(
    load, table, rewrite, apply, diff, script, extract, note, report, papers
);

#[test]
fn what_once_failed_holds() {
    let mut wrong = Vec::new();
    for target in targets::ALL {
        for (path, bytes) in seeds::kept(target.name) {
            if let Err(why) = run(target, &bytes) {
                wrong.push(format!("{}: {why}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
