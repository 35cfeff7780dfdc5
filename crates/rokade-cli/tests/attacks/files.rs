//! The files, made when they are needed: most are far larger than what a repository should hold.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Without optimisation everything is tried on a thirty-second of its size.
const SHARE: usize = if cfg!(debug_assertions) { 32 } else { 1 };
/// 64 MiB.
pub(crate) const LONG: usize = (64 << 20) / SHARE;
/// A million.
pub(crate) const MANY: usize = 1_000_000 / SHARE;
/// A hundred thousand.
pub(crate) const SOME: usize = 100_000 / SHARE;

/// A part of a file.
#[derive(Clone, Copy)]
pub(crate) enum Piece {
    /// These bytes.
    Bytes(&'static [u8]),
    /// These bytes, so many times.
    Times(&'static [u8], usize),
    /// A text so many times, with `#` for its number and `@` for the one before.
    Numbered(&'static str, usize),
    /// A key on each line, each deeper than the last.
    Stairs(usize),
    /// A text as UTF-16, with its mark.
    Wide(&'static str, usize),
}

use Piece::{Bytes, Numbered, Stairs, Times, Wide};

impl Piece {
    fn write(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Bytes(bytes) => out.write_all(bytes),
            Times(bytes, times) => {
                // Not one by one: most are a single byte.
                let some = bytes.repeat(4096);
                for _ in 0..times / 4096 {
                    out.write_all(&some)?;
                }
                out.write_all(&bytes.repeat(times % 4096))
            }
            Numbered(text, times) => {
                for at in 1..=times {
                    let text = text.replace('#', &at.to_string());
                    out.write_all(text.replace('@', &(at - 1).to_string()).as_bytes())?;
                }
                Ok(())
            }
            Stairs(times) => {
                for at in 0..times {
                    writeln!(out, "{:at$}a:", "")?;
                }
                Ok(())
            }
            Wide(text, times) => {
                out.write_all(&[0xff, 0xfe])?;
                let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                for _ in 0..times {
                    out.write_all(&wide)?;
                }
                Ok(())
            }
        }
    }
}

pub(crate) fn write(path: &Path, pieces: &[Piece]) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for piece in pieces {
        piece.write(&mut out)?;
    }
    out.flush()
}

const HEAD: Piece = Bytes(b"rokade: 1\n");

/// An attack: a file, or the `staff.csv` of a chart, and the rule that refuses it.
pub(crate) type Attack = (&'static str, &'static str, Vec<Piece>);

/// Shortcuts of YAML, which are refused.
pub(crate) fn shortcuts() -> Vec<Attack> {
    let bomb = "b#: &b# [*b@, *b@, *b@, *b@, *b@, *b@, *b@, *b@, *b@]\n";
    let merge = "a#: &a# { <<: *a@ }\n";
    vec![
        (
            "alias bomb",
            "syntax",
            vec![HEAD, Bytes(b"b0: &b0 [x, x, x]\n"), Numbered(bomb, 20)],
        ),
        (
            "self alias",
            "syntax",
            vec![HEAD, Bytes(b"units: &a { a: *a }\n")],
        ),
        (
            "merge keys",
            "syntax",
            vec![HEAD, Bytes(b"a0: &a0 {}\n"), Numbered(merge, SOME)],
        ),
        (
            "aliases",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units: &a {}\nsites: ["),
                Times(b"*a, ", MANY),
                Bytes(b"]\n"),
            ],
        ),
        (
            "anchors",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units: ["),
                Numbered("&a# x, ", SOME),
                Bytes(b"]\n"),
            ],
        ),
        (
            "tags",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units: ["),
                Times(b"!a b, ", MANY),
                Bytes(b"]\n"),
            ],
        ),
    ]
}

/// What takes a reader's stack.
pub(crate) fn deep() -> Vec<Attack> {
    vec![
        (
            "deep lists in brackets",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units: "),
                Times(b"[", MANY),
                Times(b"]", MANY),
            ],
        ),
        (
            "deep maps in brackets",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units: "),
                Times(b"{a: ", MANY),
                Times(b"}", MANY),
            ],
        ),
        ("brackets alone", "syntax", vec![Times(b"[", MANY)]),
        (
            "deep items",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units:\n  "),
                Times(b"- ", MANY),
                Bytes(b"a\n"),
            ],
        ),
        (
            "deep keys",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units:\n  "),
                Times(b"? ", MANY),
                Bytes(b"a\n"),
            ],
        ),
        // A million would be a file of 500 GB, since each line is indented further.
        ("deep blocks", "syntax", vec![HEAD, Stairs(5_000)]),
    ]
}

/// The same again and again.
pub(crate) fn repeated() -> Vec<Attack> {
    vec![
        (
            "documents",
            "syntax",
            vec![Times(b"---\nrokade: 1\n", SOME)],
        ),
        (
            "keys of a unit",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units:\n  a:\n"),
                Numbered("    k#: 1\n", MANY.max(300_000)),
            ],
        ),
        (
            "keys at the top",
            "unknown-key",
            vec![HEAD, Numbered("k#: 1\n", MANY)],
        ),
        (
            "one id",
            "duplicate-id",
            vec![HEAD, Bytes(b"units:\n"), Times(b"  a: {}\n", MANY)],
        ),
        (
            "one key at the top",
            "duplicate-id",
            vec![HEAD, Times(b"rokade: 1\n", MANY)],
        ),
        (
            "numbers of persons",
            "personal-data",
            vec![
                HEAD,
                Bytes(b"units:\n"),
                Numbered("  u#: { name: 310799-4321 }\n", SOME),
            ],
        ),
        (
            "references to nothing",
            "unknown-reference",
            vec![
                HEAD,
                Bytes(b"staff:\n  a: { performs: ["),
                Numbered("f#, ", SOME),
                Bytes(b"] }\n"),
            ],
        ),
    ]
}

/// Proposals upon `base.yaml`.
pub(crate) fn proposals() -> Vec<Attack> {
    let events = Bytes(b"base: base.yaml\nevents:\n");
    let attack = |name, rule, event| (name, rule, vec![HEAD, events, event]);
    vec![
        attack(
            "faulty events",
            "unknown-key",
            Times(b"  - clsoe: { unit: a }\n", MANY),
        ),
        attack(
            "events that are none",
            "wrong-type",
            Times(b"  - 1\n", MANY),
        ),
        attack(
            "events",
            "syntax",
            Times(b"  - rename: { unit: a, name: B }\n", MANY.max(70_000)),
        ),
        attack(
            "events that cannot be applied",
            "event-not-applicable",
            Numbered("  - close: { unit: u# }\n", MANY.min(60_000)),
        ),
    ]
}

/// What is long, and what is no text.
pub(crate) fn long_and_odd() -> Vec<Attack> {
    let block = b"      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";
    vec![
        (
            "long quoted text",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units: { a: { name: \""),
                Times(b"a", LONG),
                Bytes(b"\" } }\n"),
            ],
        ),
        (
            "long plain text",
            "syntax",
            vec![HEAD, Bytes(b"title: "), Times(b"a", LONG), Bytes(b"\n")],
        ),
        (
            "long block text",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units:\n  a:\n    name: |\n"),
                Times(block, LONG / block.len()),
            ],
        ),
        (
            "long id",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units:\n  "),
                Times(b"a", LONG),
                Bytes(b": {}\n"),
            ],
        ),
        (
            "long reference",
            "syntax",
            vec![
                HEAD,
                Bytes(b"units:\n  a: { parent: "),
                Times(b"a", LONG),
                Bytes(b" }\n"),
            ],
        ),
        ("quotes", "syntax", vec![Times(b"\"", LONG)]),
        ("blanks", "syntax", vec![Times(b" ", LONG)]),
        ("empty lines", "syntax", vec![Times(b"\n", LONG)]),
        (
            "items without a text",
            "syntax",
            vec![Times(b"-\n", LONG / 2)],
        ),
        ("colons", "syntax", vec![Times(b": ", LONG / 2)]),
        ("NUL", "syntax", vec![Times(b"\0", LONG)]),
        (
            "NUL in a text",
            "syntax",
            vec![HEAD, Bytes(b"title: \"a\0b\"\n")],
        ),
        ("no UTF-8", "syntax", vec![HEAD, Times(b"\xff", LONG)]),
        (
            "no UTF-8 here and there",
            "syntax",
            vec![HEAD, Bytes(b"units:\n"), Times(b"  a\xe6: {}\n", MANY)],
        ),
        ("UTF-16", "syntax", vec![Wide("rokade: 1\n", LONG / 20)]),
        (
            "byte order marks",
            "syntax",
            vec![Times(b"\xef\xbb\xbf", LONG / 3)],
        ),
        ("directives", "syntax", vec![Times(b"%a\n", MANY)]),
    ]
}

/// `staff.csv` beside a chart.
pub(crate) fn tables() -> Vec<Attack> {
    vec![
        (
            "ragged rows",
            "syntax",
            vec![Bytes(b"id,title\n"), Times(b"a,b,c\n", MANY)],
        ),
        (
            "an open quote",
            "syntax",
            vec![Bytes(b"id,title\na,\""), Times(b"x\n", LONG / 2)],
        ),
        (
            "two delimiters",
            "syntax",
            vec![Bytes(b"id;title,unit\n"), Times(b"a,b;c\n", MANY)],
        ),
        (
            "one id in a table",
            "duplicate-id",
            vec![Bytes(b"id,title\n"), Times(b"a,b\n", MANY)],
        ),
        (
            "columns",
            "unknown-key",
            vec![Bytes(b"id"), Numbered(",c#", MANY), Bytes(b"\na\n")],
        ),
        (
            "long cell",
            "syntax",
            vec![Bytes(b"id,title\na,"), Times(b"x", LONG), Bytes(b"\n")],
        ),
        (
            "Windows-1252",
            "syntax",
            vec![Bytes(b"id,title\n"), Times(b"a,R\xe5dgiver\n", MANY)],
        ),
    ]
}
