//! How findings tell a stated co-location: its reason, its members and where they are.

use rokade_core::chart::{Chart, Named};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{CoLocationId, Id, Subject};

use crate::place::sharing::{Party, Seen};
use crate::rule::Draft;

/// Points at the co-location itself, with its reason where it has one.
pub(super) fn label_stated(draft: Draft, chart: &Chart, side: Side, id: &CoLocationId) -> Draft {
    let because = chart
        .co_location(id)
        .and_then(|stated| stated.entry().because.as_deref());
    match because {
        None => draft.at(side, id.subject(), [], "label-stated"),
        Some(because) => draft
            .at(side, id.subject(), [], "label-because")
            .label_set("because", because),
    }
}

/// Tells where the members of a stated co-location are, in the one chart that states it.
pub(super) fn with_places(
    draft: Draft,
    chart: &Chart,
    side: Side,
    id: &CoLocationId,
    seen: &Seen<'_>,
) -> Draft {
    let mut draft = draft
        .posts(seen.all.total())
        .things("parties", side, seen.members())
        .things("groups", side, seen.groups.iter().map(Named::subject))
        .set(
            "places",
            Value::Names(seen.parties.iter().map(Party::told).collect()),
        )
        .set("sites", Value::Amounts(side, seen.by_site()));
    if let Some(citizens) = seen.citizens() {
        draft = draft.citizens(citizens);
    }
    draft = label_stated(draft, chart, side, id);
    for party in &seen.parties {
        let at: Vec<Subject> = party.presence.sites().map(|site| site.subject()).collect();
        for member in &party.members {
            draft = draft
                .at(side, member.subject(), [], "label-member")
                .label_set("at", Value::Things(side, at.clone()));
        }
    }
    draft
}
