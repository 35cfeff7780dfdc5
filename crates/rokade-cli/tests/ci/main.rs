//! What is there for continuous integration, tried by running it: the steps of `action.yml`, the
//! pre-commit hooks, the lines for GitLab, what a release packs, and the examples of `docs/ci`.
//!
//! Each runs in a scratch repository made of `docs/ci/example`. GitHub, cargo and code scanning are
//! stood in for by stubs that write down what they were asked; nothing leaves the machine.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot be set up fails"
)]

mod action;
mod docs;
mod expression;
mod gitlab;
mod install;
mod pre_commit;
mod release;
mod runner;
mod scratch;
