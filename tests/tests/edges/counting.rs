//! Norms, promises, names and spans: what is counted, and held against what.

use super::*;
