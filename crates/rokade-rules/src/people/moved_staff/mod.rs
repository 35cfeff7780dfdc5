//! `moved-staff`: posts that get another unit, another head or another site.

use std::collections::BTreeMap;

use rokade_change::{PostFate, StaffChange};
use rokade_core::chart::UnitView;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "moved-staff",
    family: Family::People,
    severity: Severity::Note,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a cause: posts that a closed unit sends to several units are one line.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_cause: BTreeMap<&Cause, Vec<&StaffChange>> = BTreeMap::new();
    for change in &context.changes.staff {
        if let (PostFate::Moved, Some(cause)) = (change.fate, &change.cause)
            && !is_outside(context, change)
            && change.posts.high() != Some(0)
        {
            by_cause.entry(cause).or_default().push(change);
        }
    }
    for (cause, changes) in by_cause {
        sink.report(one_cause(context, cause, &changes));
    }
}

/// What other organisations do with their own posts is not ours to tell.
fn is_outside(context: &PairContext<'_>, change: &StaffChange) -> bool {
    let from = change
        .from_unit
        .as_ref()
        .and_then(|id| context.base.unit(id));
    let to = change
        .to_unit
        .as_ref()
        .and_then(|id| context.revision.unit(id));
    from.is_none_or(UnitView::is_external) && to.is_none_or(UnitView::is_external)
}

fn one_cause(context: &PairContext<'_>, cause: &Cause, changes: &[&StaffChange]) -> Draft {
    let of = |which: Of| changes.iter().copied().filter(move |c| which(c));
    let posts = |which: Of| context.changes.posts(of(which));
    let share = |which: Of| match of(which).count() {
        0 => "none",
        n if n == changes.len() => "all",
        _ => "some",
    };
    let (unit, head, site) = (
        share(unit_changed),
        share(head_changed),
        share(site_changed),
    );
    let all = posts(|_| true);
    let staff = each(context, of(|_| true), |c| Some(c.staff.subject()));
    let to_units = each(context, of(unit_changed), |c| {
        c.to_unit.as_ref().map(Id::subject)
    });
    let to_sites = each(context, of(site_changed), |c| {
        c.to_site.as_ref().map(Id::subject)
    });
    let from_units = changes
        .iter()
        .filter_map(|c| c.from_unit.as_ref().map(Id::subject));
    let from_sites = of(site_changed).filter_map(|c| c.from_site.as_ref().map(Id::subject));
    let draft = Draft::new(cause.clone())
        .message(match (unit, site) {
            _ if changes.iter().all(|c| c.from_unit.is_none()) => "message-placed",
            ("none", "none") => "message-head",
            ("none", _) => "message-site",
            _ => "message",
        })
        .help(match (unit, site) {
            ("none", "none") => "help-head",
            _ => "help",
        })
        .word("cause", cause.kind.name())
        .word("unit", unit)
        .word("head", head)
        .word("site", site)
        .set("unit_posts", posts(unit_changed))
        .set("head_posts", posts(head_changed))
        .set("site_posts", posts(site_changed))
        .set("staff", Value::Amounts(Side::Base, staff.clone()))
        .things("from_units", Side::Base, from_units)
        .things(
            "to_units",
            Side::Revision,
            to_units.iter().map(|(unit, _)| unit.clone()),
        )
        .set("posts_by_unit", Value::Amounts(Side::Revision, to_units))
        .things("from_sites", Side::Base, from_sites)
        .things(
            "to_sites",
            Side::Revision,
            to_sites.iter().map(|(site, _)| site.clone()),
        )
        .set("posts_by_site", Value::Amounts(Side::Revision, to_sites))
        .members(
            staff
                .into_iter()
                .map(|(group, posts)| member(Side::Base, group, posts)),
        )
        .certainty(if all.low() > 0 {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
        .posts(all);
    labelled(draft, changes)
}

/// Each of the things that posts came to, with how many came; the most first.
fn each<'a>(
    context: &PairContext<'_>,
    changes: impl Iterator<Item = &'a StaffChange>,
    to: fn(&StaffChange) -> Option<Subject>,
) -> Vec<(Subject, Quantity)> {
    let mut by_thing: BTreeMap<Subject, Vec<&StaffChange>> = BTreeMap::new();
    for change in changes {
        if let Some(thing) = to(change) {
            by_thing.entry(thing).or_default().push(change);
        }
    }
    most_first(
        by_thing
            .into_iter()
            .map(|(thing, changes)| (thing, context.changes.posts(changes))),
    )
}

type Of = fn(&StaffChange) -> bool;

fn unit_changed(change: &StaffChange) -> bool {
    change.unit_changed
}

fn head_changed(change: &StaffChange) -> bool {
    change.head_changed
}

fn site_changed(change: &StaffChange) -> bool {
    change.site_changed
}

/// Where each group is now, then where it was; each once.
fn labelled(mut draft: Draft, changes: &[&StaffChange]) -> Draft {
    let (mut now, mut before) = (BTreeMap::new(), BTreeMap::new());
    for change in changes {
        let (field, text) = field(change);
        if let Some(to) = &change.to {
            now.entry(to).or_insert((field, text));
        }
        before.entry(&change.staff).or_insert(field);
    }
    for (group, (field, text)) in now {
        draft = draft.at(Side::Revision, group.subject(), [field.into()], text);
    }
    for (group, field) in before {
        draft = draft.at(Side::Base, group.subject(), [field.into()], "label-before");
    }
    draft
}

/// The field that says where posts are, with the text of a label on it.
fn field(change: &StaffChange) -> (&'static str, &'static str) {
    match (change.unit_changed, change.site_changed) {
        (true, _) => ("unit", "label-unit"),
        (false, true) => ("site", "label-site"),
        (false, false) => ("reports_to", "label-head"),
    }
}
