//! A target of `rokade_tests::targets` for the fuzzer: what it runs, and how bytes are edited.

pub use libfuzzer_sys;

use rokade_tests::targets::edits::{edit, Numbers};

/// Edits bytes by the line and the word, as the tests do; the fuzzer's own edits know neither.
pub fn edited(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut numbers = Numbers::new(u64::from(seed));
    // Half of all are the fuzzer's own, which come of what it has learnt.
    if numbers.below(2) == 0 {
        return libfuzzer_sys::fuzzer_mutate(data, size, most);
    }
    let edited = edit(&data[..size], &[], &mut numbers);
    let length = edited.len().min(most).min(data.len());
    data[..length].copy_from_slice(&edited[..length]);
    length
}

/// The program of a target.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        $crate::libfuzzer_sys::fuzz_target!(|data: &[u8]| {
            rokade_tests::targets::$name(data);
        });
        $crate::libfuzzer_sys::fuzz_mutator!(|data: &mut [u8],
                                              size: usize,
                                              max_size: usize,
                                              seed: u32| {
            $crate::edited(data, size, max_size, seed)
        });
    };
}
