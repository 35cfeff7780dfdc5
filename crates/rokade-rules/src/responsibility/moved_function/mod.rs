//! `moved-function`: another unit is responsible for a function, or it is done at another site.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{FunctionChange, FunctionFate};
use rokade_core::chart::{FunctionView, StaffView, UnitView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, SiteId, Subject, UnitId};

use crate::responsibility::gathering::{comes_to_one_unit, same_fate};
use crate::responsibility::holding::{
    LABELLED, Posts, holders, is_external, performed_by, share, subjects, sum,
};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "moved-function",
    family: Family::Responsibility,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Functions,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a cause; functions that stay with their unit and merely change site have one of
/// their own, for they are told in other words, and so have those that come from several units
/// to one, for they are told as merged.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<(&Cause, &str), Vec<&FunctionChange>> = BTreeMap::new();
    for change in &context.changes.functions {
        let (FunctionFate::Moved, Some(cause)) = (change.fate, &change.cause) else {
            continue;
        };
        let before = holders(context.base, std::slice::from_ref(&change.function));
        let now = holders(context.revision, &change.to);
        if is_external(&before) && is_external(&now) {
            continue;
        }
        let part = if !change.unit_changed {
            "site"
        } else if comes_to_one_unit(context, change) {
            "gathered"
        } else {
            ""
        };
        lines.entry((cause, part)).or_default().push(change);
    }
    for ((cause, part), moved) in lines {
        sink.report(one_line(context, cause, part, &moved));
    }
}

fn one_line(
    context: &PairContext<'_>,
    cause: &Cause,
    part: &str,
    moved: &[&FunctionChange],
) -> Draft {
    let before = |change: &FunctionChange| {
        subjects(&holders(
            context.base,
            std::slice::from_ref(&change.function),
        ))
    };
    let now = |change: &FunctionChange| subjects(&holders(context.revision, &change.to));
    // A unit that gave it up, and where nobody came instead, those that have it still.
    let from = moved.iter().flat_map(|change| match &change.from[..] {
        [] => before(change),
        lost => lost.iter().map(Id::subject).collect(),
    });
    let into = moved.iter().flat_map(|change| match &change.into[..] {
        [] => now(change),
        gained => gained.iter().map(Id::subject).collect(),
    });
    let sites = |of: fn(&FunctionChange) -> &[SiteId]| {
        moved
            .iter()
            .flat_map(move |change| of(change).iter().map(Id::subject))
    };
    let heads = |of: fn(&FunctionChange) -> Option<&UnitId>| {
        moved
            .iter()
            .filter_map(move |change| of(change).map(Id::subject))
    };
    let those = |changed: fn(&FunctionChange) -> bool| {
        let changed = moved.iter().filter(move |change| changed(change));
        changed.map(|change| change.function.subject())
    };
    let share =
        |changed: fn(&FunctionChange) -> bool| share(moved.iter().map(|change| changed(change)));

    let kept = moved.iter().all(|change| change.into.is_empty());
    let mut draft = Draft::new(cause.clone())
        .part(part)
        .message(match (part, kept) {
            ("site", _) => "place",
            (_, true) => "kept",
            (_, false) => "message",
        })
        .things(
            "functions",
            Side::Base,
            moved.iter().map(|f| f.function.subject()),
        )
        .things("from", Side::Base, from)
        .things("into", Side::Revision, into)
        .word("cause", cause.kind.name())
        .word("unit_changed", share(|change| change.unit_changed))
        .word("site_changed", share(|change| change.site_changed))
        .word("head_changed", share(|change| change.head_changed))
        .things(
            "site_functions",
            Side::Base,
            those(|change| change.site_changed),
        )
        .things(
            "head_functions",
            Side::Base,
            those(|change| change.head_changed),
        )
        .things("from_sites", Side::Base, sites(|change| &change.from_sites))
        .things("to_sites", Side::Revision, sites(|change| &change.to_sites))
        .things(
            "from_heads",
            Side::Base,
            heads(|change| change.from_head.as_ref()),
        )
        .things(
            "to_heads",
            Side::Revision,
            heads(|change| change.to_head.as_ref()),
        );
    draft = with_reason(context, draft, cause, moved);
    let mut posts = Posts::new();
    for (i, change) in moved.iter().enumerate() {
        let Some(function) = context.base.function(&change.function) else {
            continue;
        };
        let performers = who_performed_it(function, change);
        let subject = change.function.subject();
        draft = draft.member(member(Side::Base, subject, sum(&performers)));
        posts.extend(performers);
        if i < LABELLED {
            draft = labels(draft, change, before(change), &now(change));
        }
    }
    performed_by(draft, Side::Base, posts)
}

/// Why it moved: what became of the units that gave it up. Units named once are not named again.
fn with_reason(
    context: &PairContext<'_>,
    draft: Draft,
    cause: &Cause,
    moved: &[&FunctionChange],
) -> Draft {
    let gave = || moved.iter().flat_map(|change| &change.from);
    let alike = same_fate(context, cause, gave());
    let all: BTreeSet<Subject> = gave().map(Id::subject).collect();
    let reason = match &alike[..] {
        [] => "none",
        alike if alike.len() == all.len() && alike.iter().all(|one| all.contains(one)) => "of-them",
        _ => "of-units",
    };
    draft
        .word("reason_is", reason)
        .things("units", Side::Base, alike)
}

/// Who performed what was moved: under the unit that gave it up, or at the site it left.
fn who_performed_it(function: FunctionView<'_>, change: &FunctionChange) -> Posts {
    let had_it = |post: &StaffView<'_>| {
        if !change.unit_changed {
            return post
                .site()
                .is_some_and(|site| change.from_sites.contains(site.id()));
        }
        let mut line = post.unit().into_iter().flat_map(UnitView::line);
        line.any(|unit| change.from.contains(unit.id()))
    };
    let posts = function.performers().filter(had_it);
    posts
        .map(|post| (post.id().subject(), post.count()))
        .collect()
}

fn labels(
    mut draft: Draft,
    change: &FunctionChange,
    before: Vec<Subject>,
    now: &[Subject],
) -> Draft {
    let sites = |ids: &[SiteId]| ids.iter().map(Id::subject).collect();
    for id in &change.to {
        let at = |key| draft.at(Side::Revision, id.subject(), ["responsible".into()], key);
        draft = if change.unit_changed || change.to_sites.is_empty() {
            at("label-revision").label_set("holders", Value::Things(Side::Revision, now.to_vec()))
        } else {
            let sites = Value::Things(Side::Revision, sites(&change.to_sites));
            at("label-revision-place").label_set("sites", sites)
        };
    }
    let at = |key| {
        draft.at(
            Side::Base,
            change.function.subject(),
            ["responsible".into()],
            key,
        )
    };
    if change.unit_changed {
        at("label-base").label_set("holders", Value::Things(Side::Base, before))
    } else {
        let sites = Value::Things(Side::Base, sites(&change.from_sites));
        at("label-base-place").label_set("sites", sites)
    }
}
