//! Balances: one line for each kind of change.

use super::*;
