//! Where posts go, and every other difference, as rows.
//!
//! It tells what was compared, and compares nothing itself but whom posts report to.

mod lines;
mod rows;
#[cfg(test)]
mod tests;

use rokade_core::assessment::{ChangeLine, StaffMove};
use rokade_core::words::WordsError;

use crate::Input;
use crate::tongue::Tongue;

pub(crate) use lines::{head_text, parent_text};
pub(crate) use rows::{Row, Rows, Way, led_anew};

/// The words of this part.
pub(crate) fn tongue<'a>(input: &Input<'a>) -> Result<Tongue<'a>, WordsError> {
    Tongue::new(input, include_str!("da.ftl"), include_str!("en.ftl"))
}

/// Where posts go: each group by what becomes of it, those that stay left out. Nothing where too
/// little could be followed from the one chart to the other.
///
/// # Errors
/// When a sentence cannot be made, which the tests rule out.
pub fn moves(input: &Input<'_>) -> Result<Vec<StaffMove>, WordsError> {
    if !input.lines_up() {
        return Ok(Vec::new());
    }
    let rows = Rows::new(input)?;
    let told = rows.all.into_iter().map(|row| row.told);
    Ok(told.filter(|row| row.changes).collect())
}

/// Every difference, in the order of a report. Nothing where too little could be followed from
/// the one chart to the other.
///
/// # Errors
/// See [`moves`].
pub fn changes(input: &Input<'_>) -> Result<Vec<ChangeLine>, WordsError> {
    if !input.lines_up() {
        return Ok(Vec::new());
    }
    lines::lines(input)
}
