//! The case of Aalborg: its events make the charts that were first written out in full.

use super::{done, entries, is_same};

macro_rules! case {
    ($file:literal) => {
        include_str!(concat!("../../../../../orgs/aalborg-integration/", $file))
    };
}

macro_rules! in_full {
    ($file:literal) => {
        include_str!(concat!("../../../../../tests/in-full/", $file))
    };
}

#[test]
fn the_events_of_the_proposal_make_its_full_chart() {
    let result = done(case!("current.yaml"), case!("proposal.yaml"));
    is_same(result, entries(in_full!("aalborg-proposal.yaml")));
}

#[test]
fn the_events_of_the_counter_proposal_make_its_full_chart() {
    let result = done(case!("current.yaml"), case!("counter-proposal.yaml"));
    is_same(result, entries(in_full!("aalborg-counter-proposal.yaml")));
}
