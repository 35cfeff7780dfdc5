//! Staff as `staff.csv`: the columns of the format, one row a post or a group of like posts.
//!
//! What a cell cannot say stays in the YAML file beside it. Nothing here reads or writes files.

use csv_core::{WriteResult, Writer};
use rokade_core::entry::{MoreOfStaff, OrUndecided, Section, StaffEntry};
use rokade_core::ids::{Id, StaffId};
use rokade_core::span::Entry;

const HEADER: [&str; 15] = [
    "id",
    "title",
    "unit",
    "site",
    "count",
    "performs",
    "for",
    "competences",
    "reports_to",
    "professional_lead",
    "covers_for",
    "filled",
    "cost",
    "identifiers",
    "previously",
];

/// The staff that rows cannot hold.
pub(super) fn rest(staff: &Section<StaffId, StaffEntry>) -> Section<StaffId, StaffEntry> {
    let rest = staff.iter().filter(|(_, entry)| !fits(entry));
    rest.map(|(id, entry)| (id.clone(), entry.clone()))
        .collect()
}

/// Whether a row can hold posts: neither `wishes` nor `allow` are columns, and a cell with
/// nothing in it is not stated, which an empty list is.
fn fits(entry: &Entry<StaffEntry>) -> bool {
    let StaffEntry {
        performs, title, ..
    } = &entry.value;
    let MoreOfStaff {
        serves,
        wishes,
        allow,
        identifiers,
        ..
    } = &*entry.value.more;
    let stated = |list: Option<usize>| list != Some(0);
    wishes.is_empty()
        && allow.is_empty()
        && stated(performs.as_ref().map(Vec::len))
        && stated(serves.as_ref().map(Vec::len))
        && !identifiers
            .iter()
            .any(|text| text.contains(['|', ';']) || text.trim() != text)
        && title
            .as_ref()
            .is_none_or(|text| !text.is_empty() && text.trim() == text)
}

/// The staff that rows can hold, as rows with a header.
pub(super) fn rows(staff: &Section<StaffId, StaffEntry>) -> Vec<u8> {
    let mut rows = Rows::default();
    rows.row(HEADER);
    for (id, entry) in staff.iter().filter(|(_, entry)| fits(entry)) {
        let text = |value: Option<String>| value.unwrap_or_default();
        let StaffEntry {
            title,
            unit,
            count,
            performs,
            cost,
            more,
        } = &entry.value;
        let MoreOfStaff {
            site,
            serves,
            competences,
            reports_to,
            professional_lead,
            covers_for,
            // What does not fit in a cell was not taken.
            wishes: _,
            filled,
            identifiers,
            previously,
            allow: _,
        } = &**more;
        rows.row([
            id.as_str(),
            title.as_deref().unwrap_or_default(),
            &text(unit.as_ref().map(decided)),
            &text(site.as_ref().map(decided)),
            &text(count.map(|count| count.to_string())),
            &list(performs.as_deref().unwrap_or_default()),
            &list(serves.as_deref().unwrap_or_default()),
            &list(competences),
            reports_to.as_ref().map_or("", Id::as_str),
            professional_lead.as_ref().map_or("", Id::as_str),
            &list(covers_for),
            &text(filled.map(|filled| filled.to_string())),
            &text(cost.map(|cost| cost.to_string())),
            &list(identifiers),
            &list(previously),
        ]);
    }
    rows.text
}

fn decided<T: Id>(id: &OrUndecided<T>) -> String {
    id.id().map_or("undecided", Id::as_str).to_owned()
}

fn list(items: &[impl ToString]) -> String {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    items.join("|")
}

/// CSV while it is written.
#[derive(Default)]
struct Rows {
    writer: Writer,
    text: Vec<u8>,
}

impl Rows {
    fn row<const N: usize>(&mut self, cells: [&str; N]) {
        for (n, cell) in cells.into_iter().enumerate() {
            if n > 0 {
                self.put(|writer, buffer| {
                    let (result, written) = writer.delimiter(buffer);
                    (result, 0, written)
                });
            }
            let mut left = cell.as_bytes();
            self.put(|writer, buffer| {
                let (result, read, written) = writer.field(left, buffer);
                left = &left[read..];
                (result, read, written)
            });
        }
        self.put(|writer, buffer| {
            let (result, written) = writer.terminator(buffer);
            (result, 0, written)
        });
    }

    /// Writes until there is nothing left to write.
    fn put(
        &mut self,
        mut write: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize, usize),
    ) {
        let mut buffer = [0; 256];
        loop {
            let (result, _, written) = write(&mut self.writer, &mut buffer);
            self.text.extend_from_slice(&buffer[..written]);
            if matches!(result, WriteResult::InputEmpty) {
                return;
            }
        }
    }
}
