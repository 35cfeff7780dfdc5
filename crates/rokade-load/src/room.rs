//! How many entities a section will have, as far as the lines of a file show it: room is made for
//! them once, for they are large, and moving them each time there are twice as many takes as long as
//! reading them.
//!
//! It is a guess, and decides nothing: entities that are written otherwise find their room as they come.

use rokade_core::entry::Entries;
use rokade_core::span::edges;

/// So many bytes are counted at a time; a byte can hold the number.
const CHUNK: usize = 64;

/// Room is made for no more than this: a file can look as if it had many more.
const MOST: usize = 1 << 20;

/// Makes room for what the sections of a text hold.
pub(crate) fn make_room(text: &str, entries: &mut Entries) {
    let mut edges = edges(text).peekable();
    while let Some(start) = edges.next() {
        let end = edges.peek().copied().unwrap_or(text.len());
        let part = text.get(start..end).unwrap_or_default();
        let things = || entities(part.as_bytes()).min(MOST);
        // Where there is no room now, there may be when it is needed.
        let _ = match part.split_once(':') {
            Some(("sites", _)) => entries.sites.try_reserve_exact(things()),
            Some(("units", _)) => entries.units.try_reserve_exact(things()),
            Some(("staff", _)) => entries.staff.try_reserve_exact(things()),
            Some(("functions", _)) => entries.functions.try_reserve_exact(things()),
            Some(("target_groups", _)) => entries.target_groups.try_reserve_exact(things()),
            _ => Ok(()),
        };
    }
}

/// Makes room for the staff of a table, which has a row for each and a header.
pub(crate) fn make_room_for_rows(text: &str, entries: &mut Entries) {
    let rows = text.bytes().filter(|byte| *byte == b'\n').count();
    let _ = entries.staff.try_reserve_exact(rows.min(MOST));
}

/// How many lines of a section are indented by just two blanks, as those are that entities begin with;
/// without its last bytes.
fn entities(part: &[u8]) -> usize {
    let from = |by: usize| part.get(by..).unwrap_or_default().as_chunks::<CHUNK>().0;
    let pairs = from(0).iter().zip(from(1)).zip(from(2)).zip(from(3));
    let counts = pairs.map(|(((end, one), two), first)| usize::from(begun(end, one, two, first)));
    counts.sum()
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are looked at at a time"
)]
fn begun(end: &[u8; CHUNK], one: &[u8; CHUNK], two: &[u8; CHUNK], first: &[u8; CHUNK]) -> u8 {
    let bytes = end.iter().zip(one).zip(two).zip(first);
    bytes.fold(0, |begun, (((end, one), two), first)| {
        let is_first = (*first > b' ') & (*first != b'#') & (*first != b'-');
        begun + u8::from((*end == b'\n') & (*one == b' ') & (*two == b' ') & is_first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_for_what_the_lines_show() {
        let staff = "  a:\n    title: A\n    # of\n  # b\n".repeat(1000);
        let text = format!("rokade: 1\nstaff:\n{staff}units:\n  b: {{}}\n");
        let mut entries = Entries::default();
        make_room(&text, &mut entries);
        assert!(
            (990..1010).contains(&entries.staff.capacity()),
            "{}",
            entries.staff.capacity()
        );
        assert!(entries.units.capacity() < 64);
    }

    #[test]
    fn room_is_made_for_each_row_of_a_table() {
        let mut entries = Entries::default();
        make_room_for_rows(&format!("id,title\n{}", "a,A\n".repeat(1000)), &mut entries);
        let room = entries.staff.capacity();
        assert!((1000..1010).contains(&room), "{room}");
    }

    #[test]
    fn no_more_room_is_made_than_a_large_chart_needs() {
        let mut entries = Entries::default();
        make_room(
            &format!("sites:\n{}", "  a\n".repeat(1 << 22)),
            &mut entries,
        );
        assert!(entries.sites.capacity() <= MOST * 2);
        for text in ["", "\n", "staff", "staff:", "staff:\n  a"] {
            make_room(text, &mut Entries::default());
        }
    }
}
