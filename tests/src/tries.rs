//! How often a property is tried, and saying so when it is done.
//!
//! An ordinary run tries a few hundred cases, a release run ten thousand, always the same ones:
//! what turns it red is then a change. `PROPTEST_CASES` tries as many as it says, and others.

use std::cell::Cell;
use std::fmt::Debug;
use std::io::Write as _;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseResult, TestRunner};

/// Cases of an ordinary run.
const ORDINARY: u32 = 200;
/// Cases of a release run.
const RELEASE: u32 = 10_000;

/// How often, and from which seed.
#[must_use]
pub fn config() -> ProptestConfig {
    let config = ProptestConfig {
        failure_persistence: None,
        // Some properties are of few organisations alone.
        max_global_rejects: 100 * RELEASE,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return ProptestConfig {
            rng_seed: RngSeed::Random,
            ..config
        };
    }
    ProptestConfig {
        cases: if cfg!(debug_assertions) {
            ORDINARY
        } else {
            RELEASE
        },
        rng_seed: RngSeed::Fixed(1),
        ..config
    }
}

/// Tries a property, and says on how many cases it held.
///
/// # Panics
/// When it does not hold, with the smallest case found of which it does not.
pub fn holds<S>(name: &str, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    let held = Cell::new(0_u32);
    let tried = TestRunner::new(config()).run(strategy, |value| {
        test(value)?;
        held.set(held.get() + 1);
        Ok(())
    });
    if let Err(failed) = tried {
        panic!("{name}: {failed}");
    }
    // The harness swallows what is printed; what it was tried on is to be seen.
    let _ = writeln!(std::io::stderr(), "{name}: {} cases", held.get());
}

/// Properties, written as `fn name(value in strategy) { … }`; each becomes a test.
#[macro_export]
macro_rules! properties {
    ($($(#[$meta:meta])* fn $name:ident($($value:pat in $strategy:expr),+ $(,)?) $body:block)*) => {$(
        $(#[$meta])*
        #[test]
        fn $name() {
            $crate::holds(stringify!($name), &($($strategy,)+), |($($value,)+)| {
                $body
                Ok(())
            });
        }
    )*};
}
