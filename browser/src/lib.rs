//! The pages that Rokade makes, looked at in a real browser.
//!
//! `tests/pages.rs` runs it, `examples/pictures.rs` makes the pictures of `docs/images/`.

pub mod axe;
pub mod checks;
pub mod chromium;
pub mod pages;
pub mod pdf;
pub mod tab;
pub mod trouble;
