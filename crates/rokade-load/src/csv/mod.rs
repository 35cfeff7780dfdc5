//! `staff.csv`: one row a post or a group of like posts.
//!
//! Cells become the same nodes that YAML becomes, so every fault and every message is the same.

mod rows;
mod staff;

pub(crate) use rows::{Cell, Rows, delimiter, pieces};
pub(crate) use staff::{is_list, read};
