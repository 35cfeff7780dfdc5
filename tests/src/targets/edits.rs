//! Edits to bytes that need not know what they mean: some by the byte, most by the line and the
//! word, which are what the format is made of.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rokade_core::ids::RESERVED;
use serde_json::Value;

/// Numbers one after the other, the same from the same start.
pub struct Numbers(u64);

impl Numbers {
    /// Numbers from a start.
    pub fn new(start: u64) -> Self {
        Numbers(start)
    }

    /// The next number, by Steele, Lea and Flood's `splitmix64`.
    #[expect(clippy::should_implement_trait, reason = "it has no end")]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`; nought where there is none.
    pub fn below(&mut self, n: usize) -> usize {
        let next = usize::try_from(self.next() >> 33).unwrap_or(0);
        next.checked_rem(n).unwrap_or(0)
    }

    /// One of these.
    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// Longer files take longer and show no more.
pub const MOST: usize = 16 * 1024;

/// Edits some bytes, some of which can come from others.
pub fn edit(bytes: &[u8], others: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut edited = bytes.to_vec();
    for _ in 0..=numbers.below(6) {
        edited = match numbers.below(16) {
            0 => byte(edited, numbers),
            1 => cut(edited, numbers),
            2 => again(edited, numbers),
            3..=6 => word(edited, numbers),
            7 | 8 => word_of_its_own(edited, numbers),
            9 | 10 => lines(&edited, numbers),
            11..=13 => line_of(edited, others, numbers),
            14 => indented(edited, numbers),
            _ => spliced(edited, others, numbers),
        };
    }
    edited.truncate(MOST);
    edited
}

/// Another byte.
fn byte(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let at = numbers.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte = numbers.next().to_le_bytes()[0];
    }
    bytes
}

fn some(of: usize, most: usize, numbers: &mut Numbers) -> std::ops::Range<usize> {
    let from = numbers.below(of + 1);
    let to = (from + numbers.below(most)).min(of);
    from..to
}

/// Fewer bytes.
fn cut(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let some = some(bytes.len(), 32, numbers);
    bytes.drain(some);
    bytes
}

/// Some bytes again, elsewhere.
fn again(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let some = bytes[some(bytes.len(), 64, numbers)].to_vec();
    let at = numbers.below(bytes.len() + 1);
    bytes.splice(at..at, some);
    bytes
}

/// What the format is made of, and what is odd in any file.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let odd = [
        "~",
        "null",
        "{}",
        "[]",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        ", ",
        "#",
        "|",
        ">",
        "&a",
        "*a",
        "!!str",
        "---",
        "...",
        "%",
        "\"",
        "'",
        "\\",
        "\t",
        "\r",
        "\u{feff}",
        "\u{202e}",
        "\u{0}",
        "\u{85}",
        "æ",
        "A\u{30a}",
        "0",
        "-1",
        "ca. 10",
        "30-35",
        "ca. 0.5-1",
        "50%",
        "9999999999999999",
        "0.001",
        "1e9",
        "2017-06-20",
        "2015-W53",
        "2021-H1",
        "2021",
        "2017-02-30",
        "true",
        "false",
        "\n%%%%\n",
        "rokade: 1\n",
        "base: a\n",
        "hearing: {}\n",
        "kanal@by.dk",
        "0101011234",
        "<b>",
        "=1+1",
    ];
    let odd = odd.into_iter().chain(RESERVED);
    let mut words: BTreeSet<String> = odd.map(str::to_owned).collect();
    let mut left = vec![rokade::schema()];
    while let Some(value) = left.pop() {
        match value {
            Value::Object(map) => {
                if let Some(properties) = map.get("properties").and_then(Value::as_object) {
                    words.extend(properties.keys().map(|key| format!("{key}: ")));
                }
                left.extend(map.into_iter().map(|(_, value)| value));
            }
            Value::Array(items) => left.extend(items),
            Value::String(word) if !word.contains([' ', '^', '/']) => {
                words.insert(word);
            }
            _ => {}
        }
    }
    words.into_iter().collect()
});

/// The words to put in, for those who bring their own way of editing.
pub fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(String::as_str)
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"-_.".contains(&byte)
}

/// The word at or after a place.
fn word_at(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let is = |at: &usize| bytes.get(*at).copied().is_some_and(is_of_word);
    let from = (at..bytes.len()).find(is).unwrap_or(bytes.len());
    let from = (0..from).rev().take_while(is).last().unwrap_or(from);
    let to = (from..bytes.len()).take_while(is).last();
    from..to.map_or(from, |last| last + 1)
}

/// A word of the format in the place of one, or before it.
fn word(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let at = word_at(&bytes, numbers.below(bytes.len()));
    let at = if numbers.below(3) == 0 {
        at.start..at.start
    } else {
        at
    };
    let word = WORDS[numbers.below(WORDS.len())].bytes();
    bytes.splice(at, word);
    bytes
}

/// A word of the file in the place of another.
fn word_of_its_own(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let from = word_at(&bytes, numbers.below(bytes.len()));
    let to = word_at(&bytes, numbers.below(bytes.len()));
    let word = bytes[from].to_vec();
    bytes.splice(to, word);
    bytes
}

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|&byte| byte == b'\n').collect()
}

/// Lines left out, twice, or in another order.
fn lines(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut all = split(bytes);
    let some = some(all.len(), 4, numbers);
    match numbers.below(3) {
        0 => drop(all.drain(some)),
        1 => {
            let again = all[some].to_vec();
            let at = numbers.below(all.len() + 1);
            all.splice(at..at, again);
        }
        _ if all.len() > 1 => {
            let (one, other) = (numbers.below(all.len()), numbers.below(all.len()));
            all.swap(one, other);
        }
        _ => {}
    }
    all.concat()
}

/// A line or some of another file.
fn line_of(bytes: Vec<u8>, others: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let Some(other) = others.get(numbers.below(others.len())) else {
        return bytes;
    };
    let theirs = split(other);
    let some = theirs[some(theirs.len(), 4, numbers)].to_vec();
    let mut all = split(&bytes);
    let at = numbers.below(all.len() + 1);
    let to = (at + numbers.below(2)).min(all.len());
    all.splice(at..to, some);
    all.concat()
}

/// A line further in or out.
fn indented(bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let mut all = split(&bytes);
    let at = numbers.below(all.len());
    let Some(line) = all.get_mut(at) else {
        return bytes;
    };
    let blanks: &[u8] = numbers.pick(&[&b"  "[..], b" ", b"    ", b"\t", b"- "]);
    let moved = match line.strip_prefix(b"  ") {
        Some(rest) if numbers.below(2) == 0 => rest.to_vec(),
        _ => [blanks, *line].concat(),
    };
    *line = &moved;
    all.concat()
}

/// Its beginning and the end of another.
fn spliced(bytes: Vec<u8>, others: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let Some(other) = others.get(numbers.below(others.len())) else {
        return bytes;
    };
    let (own, theirs) = (split(&bytes), split(other));
    let own = &own[..numbers.below(own.len() + 1)];
    let theirs = &theirs[numbers.below(theirs.len() + 1)..];
    [own.concat(), theirs.concat()].concat()
}
