//! The rules of the family `place`, each a folder.

use crate::rule::Rule;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[];
