//! Promises that something stays: a unit, a function at its sites, a co-location.

use rokade_change::UnitVerdict;
use rokade_core::chart::{Cell, FunctionView, MemberRef, Named, SiteView, StaffView, UnitView};
use rokade_core::entry::Keep;
use rokade_core::finding::Side;
use rokade_core::ids::{CoLocationId, FunctionId, Id, SiteId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use super::{Part, of_part};
use crate::place::kept::{Held, held};
use crate::rule::{Draft, PairContext};

/// A finding for each thing that is to be kept and is not, or may not be. What neither chart
/// has is a fault of its own.
pub(super) fn broken(context: &PairContext<'_>, commitment: &Subject, keep: &Keep) -> Vec<Part> {
    let unit = keep.unit.as_ref();
    let unit = unit.and_then(|id| unit_gone(context, commitment, id));
    let function = keep.function.as_ref();
    let function = function.and_then(|id| function_gone(context, commitment, id, &keep.at));
    let stated = keep.co_location.as_ref();
    let stated = stated.and_then(|id| apart(context, commitment, id));
    unit.into_iter().chain(function).chain(stated).collect()
}

fn unit_gone(context: &PairContext<'_>, commitment: &Subject, id: &UnitId) -> Option<Part> {
    let before = context.base.unit(id)?;
    let change = context.changes.unit(id)?;
    let now = change.now(context.revision);
    let (reason, certainty) = match (change.verdict, now) {
        (UnitVerdict::Closed, _) => ("closed", Certainty::Certain),
        (UnitVerdict::Merged, _) => ("merged", Certainty::Certain),
        (UnitVerdict::Split, None) => ("split", Certainty::Certain),
        // It stays, and others were made of a part of it.
        (UnitVerdict::Split, Some(_)) => ("divided", Certainty::Possible),
        (_, Some(now)) if !is_empty(before) && is_empty(now) => ("emptied", Certainty::Certain),
        _ => return None,
    };
    let others = change.to.iter().filter(|to| *to != id);
    let mut draft = of_part(commitment, "unit", certainty)
        .message("message-unit")
        .help("help-unit")
        .thing("unit", Side::Base, id.subject())
        .word("reason", reason)
        .things("now", Side::Revision, others.map(Id::subject))
        .at(
            Side::Revision,
            commitment.clone(),
            ["keep".into(), "unit".into()],
            "label",
        )
        .at(Side::Base, id.subject(), [], "label-base");
    for to in &change.to {
        draft = draft.at(Side::Revision, to.subject(), [], "label-now");
    }
    let posts = before.posts_below();
    if posts.high() != Some(0) {
        draft = draft.posts(posts);
    }
    Some(Part::new("unit", certainty, draft))
}

/// Whether nobody is in a unit or below it, and it is responsible for nothing.
fn is_empty(unit: UnitView<'_>) -> bool {
    unit.posts_below().high() == Some(0) && unit.subtree().all(|unit| unit.functions().is_empty())
}

/// Why a function is not kept, the worse first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lost {
    /// It ended on purpose.
    Ended,
    /// It is no longer named.
    Absent,
    /// The site is no longer there.
    NoSite,
    /// Nobody is responsible for it.
    Unassigned,
    /// Nobody performs it there.
    NotMet,
    /// Somebody may perform it there.
    PerhapsMet,
    /// Nothing says who performs it.
    Unknown,
}

impl Lost {
    fn word(self) -> &'static str {
        match self {
            Lost::Ended => "ended",
            Lost::Absent => "absent",
            Lost::NoSite => "no-site",
            Lost::Unassigned => "unassigned",
            Lost::NotMet => "not-met",
            Lost::PerhapsMet => "perhaps-met",
            Lost::Unknown => "unknown",
        }
    }

    fn certainty(self) -> Certainty {
        match self {
            Lost::PerhapsMet | Lost::Unknown => Certainty::Possible,
            _ => Certainty::Certain,
        }
    }
}

fn function_gone(
    context: &PairContext<'_>,
    commitment: &Subject,
    id: &FunctionId,
    at: &[SiteId],
) -> Option<Part> {
    let in_base = context.base.function(id);
    let ended = context.revision.entries().ended.functions.get(id);
    let ids = match in_base {
        Some(_) => context.changes.lineage.functions.descendants(id),
        None => std::slice::from_ref(id),
    };
    let functions = ids.iter().filter_map(|id| context.revision.function(id));
    let functions: Vec<FunctionView<'_>> = functions.collect();
    // What neither chart has.
    if in_base.is_none() && functions.is_empty() && ended.is_none() {
        return None;
    }
    let mut lost: Vec<(Lost, Option<&SiteId>)> = Vec::new();
    if functions.is_empty() {
        let ended = ended.is_some_and(|entry| entry.at.is_empty());
        lost.push((if ended { Lost::Ended } else { Lost::Absent }, None));
    } else if at.is_empty() {
        if !functions
            .iter()
            .any(|function| function.is_held(None, None))
        {
            lost.push((Lost::Unassigned, None));
        }
    } else {
        let known = |site: &&SiteId| {
            let entries = [context.base.entries(), context.revision.entries()];
            entries.iter().any(|entries| {
                entries.sites.contains_key(*site) || entries.ended.sites.contains_key(*site)
            })
        };
        for site in at.iter().filter(known) {
            let ended_here = ended.is_some_and(|entry| entry.at.contains(site));
            let found = if ended_here {
                Some(Lost::Ended)
            } else {
                lost_at(context, &functions, site)
            };
            lost.extend(found.map(|lost| (lost, Some(site))));
        }
    }
    let worst = lost.iter().map(|(lost, _)| *lost).min()?;
    let sites = lost.iter().filter(|(lost, _)| *lost == worst);
    let sites: Vec<Subject> = sites
        .filter_map(|(_, site)| Some((*site)?.subject()))
        .collect();
    let draft = of_function(context, commitment, id, &functions, worst, sites);
    Some(Part::new("function", worst.certainty(), draft))
}

fn of_function(
    context: &PairContext<'_>,
    commitment: &Subject,
    id: &FunctionId,
    functions: &[FunctionView<'_>],
    lost: Lost,
    sites: Vec<Subject>,
) -> Draft {
    let before = context.base.function(id);
    let side = if before.is_some() {
        Side::Base
    } else {
        Side::Revision
    };
    let there = |site: &Subject| context.base.name_of(site) != site.id.as_str();
    let sites_side = if sites.iter().all(there) {
        Side::Base
    } else {
        Side::Revision
    };
    let mut draft = of_part(commitment, "function", lost.certainty())
        .message("message-function")
        .help("help-function")
        .thing("function", side, id.subject())
        .word("reason", lost.word())
        .word(
            "where",
            if sites.is_empty() {
                "anywhere"
            } else {
                "sites"
            },
        )
        .things("sites", sites_side, sites)
        .at(
            Side::Revision,
            commitment.clone(),
            ["keep".into(), "function".into()],
            "label",
        );
    if before.is_some() {
        draft = draft.at(Side::Base, id.subject(), [], "label-base");
    }
    for function in functions {
        draft = draft.at(Side::Revision, function.id().subject(), [], "label-now");
    }
    let posts: Quantity = match before {
        Some(before) => before.performers().map(StaffView::count).sum(),
        None => Quantity::ZERO,
    };
    if posts.high() == Some(0) {
        draft
    } else {
        draft.posts(posts)
    }
}

/// Why a function is not kept at a site; nothing where it is.
fn lost_at(
    context: &PairContext<'_>,
    functions: &[FunctionView<'_>],
    site: &SiteId,
) -> Option<Lost> {
    let ids = match context.base.site(site) {
        Some(_) => context.changes.lineage.sites.descendants(site),
        None => std::slice::from_ref(site),
    };
    let sites = ids.iter().filter_map(|id| context.revision.site(id));
    let sites: Vec<SiteView<'_>> = sites.collect();
    if sites.is_empty() {
        return Some(Lost::NoSite);
    }
    // It is kept where one of what it became is, at one of what the site became.
    let mut best: Option<Lost> = Some(Lost::Unassigned);
    for function in functions {
        for site in &sites {
            let found = lost_here(*function, *site);
            best = match (best, found) {
                (Some(best), Some(found)) => Some(best.max(found)),
                _ => None,
            };
        }
    }
    best
}

fn lost_here<'c>(function: FunctionView<'c>, site: SiteView<'c>) -> Option<Lost> {
    if !function.is_held(Some(site), None) {
        return Some(Lost::Unassigned);
    }
    if function.performers_are_stated() {
        return match function.presence(&[]).at(site) {
            None => Some(Lost::NotMet),
            Some(posts) if posts.low() == 0 && !posts.is_unknown() => Some(Lost::PerhapsMet),
            Some(_) => None,
        };
    }
    let is_there = |cell: Cell<'c>| {
        let unit = cell.holder.unit();
        unit.is_some_and(|unit| cell.site == Some(site) || unit.presence(&[]).is_at(site))
    };
    let mut cells = function.cells();
    (!cells.any(is_there)).then_some(Lost::Unknown)
}

fn apart(context: &PairContext<'_>, commitment: &Subject, id: &CoLocationId) -> Option<Part> {
    let in_revision = context.revision.co_location(id);
    let stated = in_revision.or_else(|| context.base.co_location(id))?;
    let side = if in_revision.is_some() {
        Side::Revision
    } else {
        Side::Base
    };
    let (reason, certainty) = match held(context, id).1 {
        Held::Yes => return None,
        Held::No => ("apart", Certainty::Certain),
        Held::Perhaps => ("perhaps", Certainty::Possible),
        Held::Unknown => ("unknown", Certainty::Possible),
    };
    let members = stated.members();
    let members: Vec<Subject> = members.iter().map(MemberRef::subject).collect();
    let draft = of_part(commitment, "co_location", certainty)
        .message("message-co-location")
        .help("help-co-location")
        .word("reason", reason)
        .things("together", side, members)
        .at(
            Side::Revision,
            commitment.clone(),
            ["keep".into(), "co_location".into()],
            "label",
        )
        .at(side, id.subject(), [], "label-stated");
    Some(Part::new("co_location", certainty, draft))
}
