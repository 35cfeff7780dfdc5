//! `unassigned-responsibility`: a function that is needed and that nobody is responsible for.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{FunctionChange, FunctionFate, Scope, Unassigned};
use rokade_core::chart::{
    Chart, FunctionView, GroupView, Holder, Need, NeedReason, SiteView, UnitView,
};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, SiteId, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::responsibility::holding::{
    LABELLED, Posts, citizens, performed_by, share, sum, with_citizens,
};
use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member,
    texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unassigned-responsibility",
    family: Family::Responsibility,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Functions,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A function of one chart, with the scopes in which it is needed and nobody is responsible.
struct Lacking<'c> {
    function: FunctionView<'c>,
    member: Member,
    needs: Vec<Need>,
}

/// One finding a closed unit that still holds functions; else one a function.
fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let chart = context.chart;
    let mut lines: BTreeMap<Cause, Vec<Lacking<'_>>> = BTreeMap::new();
    for function in chart.functions_by_id() {
        let subject = function.id().subject();
        if context.is_faulty(&subject) {
            continue;
        }
        let needs = function.unmet_needs();
        if needs.is_empty() {
            continue;
        }
        // It is worse when it lacks in more scopes, not when more perform it.
        let scopes: BTreeSet<_> = needs.iter().map(|need| (&need.site, &need.group)).collect();
        let amount = Quantity::exact(scopes.len() as u32);
        let Some(member) = sink.member(subject.clone(), "", amount) else {
            continue;
        };
        let cause = match closed_holder(function) {
            Some(unit) => Cause::new(CauseKind::UnitClosed, [unit.subject()]),
            None => Cause::itself(subject),
        };
        let lacking = Lacking {
            function,
            member,
            needs,
        };
        lines.entry(cause).or_default().push(lacking);
    }
    for (cause, lacking) in lines {
        let draft = one_line_of_chart(chart, sink.side(), cause, lacking);
        sink.report(draft);
    }
}

/// The closed unit that the function, or a part of it, still lies with: the first by id.
fn closed_holder(function: FunctionView<'_>) -> Option<&UnitId> {
    let closed = function.cells().filter_map(|cell| match cell.holder {
        Holder::Ended(unit) => Some(unit),
        _ => None,
    });
    closed.min()
}

fn one_line_of_chart(chart: &Chart, side: Side, cause: Cause, lacking: Vec<Lacking<'_>>) -> Draft {
    let needs = || lacking.iter().flat_map(|one| &one.needs);
    let groups = needs().filter_map(|need| need.group.as_ref());
    let citizens = citizens(chart, groups.clone());
    let mut draft = Draft::new(cause.clone())
        .things(
            "functions",
            side,
            lacking.iter().map(|one| one.function.id().subject()),
        )
        .things(
            "sites",
            side,
            needs().filter_map(|need| need.site.as_ref().map(Id::subject)),
        )
        .things("groups", side, groups.map(Id::subject))
        .word(
            "sites_are",
            share(
                lacking
                    .iter()
                    .map(|one| one.needs.iter().all(|need| need.site.is_some())),
            ),
        )
        .word(
            "groups_are",
            share(
                lacking
                    .iter()
                    .map(|one| one.needs.iter().all(|need| need.group.is_some())),
            ),
        )
        .word("reason", reason(needs()).word());
    draft = match cause.kind {
        CauseKind::UnitClosed => draft
            .part("hanging")
            .message("hanging")
            .help("help-hanging")
            .things("units", side, cause.subjects),
        _ => draft.message("alone").help("help-alone"),
    };
    let mut posts = Posts::new();
    for (i, one) in lacking.into_iter().enumerate() {
        posts.extend(performed_for(chart, &one));
        let subject = one.function.id().subject();
        draft = draft.member(one.member);
        if i < LABELLED {
            let hangs = reason(&one.needs) == NeedReason::LeftHanging;
            draft = if hangs {
                draft.at(side, subject, ["responsible".into()], "label-needed")
            } else {
                draft.at(side, subject, [], "label-needed")
            };
        }
    }
    with_citizens(performed_by(draft, side, posts), citizens)
}

/// The first of the reasons, in the order of their weight.
fn reason<'n>(needs: impl IntoIterator<Item = &'n Need>) -> NeedReason {
    let reasons = needs.into_iter().map(|need| need.reason);
    reasons.min().unwrap_or(NeedReason::Performed)
}

/// A function of the base, with the scopes of one last unit in which nobody holds it now.
struct Lost<'a> {
    change: &'a FunctionChange,
    scopes: Vec<&'a Unassigned>,
}

impl Lost<'_> {
    fn certainty(&self) -> Certainty {
        let certainty = self.scopes.iter().map(|one| one.certainty).max();
        certainty.unwrap_or(Certainty::Possible)
    }

    /// Why the revision needs it; `none` where only the base says so.
    fn reason(&self) -> &'static str {
        let reasons = self.scopes.iter().filter_map(|one| one.reason);
        reasons.min().map_or("none", NeedReason::word)
    }
}

/// Who performs a function for those it lacks somebody responsible for; who performs it for others
/// alone is not concerned.
fn performed_for(chart: &Chart, one: &Lacking<'_>) -> Posts {
    let concerned = one.function.performers().filter(|post| {
        let groups = one.needs.iter().map(|need| need.group.as_ref());
        let mut groups = groups.map(|id| id.and_then(|id| chart.group(id)));
        groups.any(|group| post.serves_group(group))
    });
    concerned
        .map(|post| (post.id().subject(), post.count()))
        .collect()
}

/// One finding a cause and last unit, with the staff who performed the functions.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<(&Cause, UnitId), BTreeMap<&FunctionId, Lost<'_>>> = BTreeMap::new();
    for change in &context.changes.functions {
        let (FunctionFate::Unassigned, Some(cause)) = (change.fate, &change.cause) else {
            continue;
        };
        let Some(before) = context.base.function(&change.function) else {
            continue;
        };
        for scope in &change.unassigned {
            let Some(unit) = last_unit(context, before, &scope.scope, cause) else {
                continue;
            };
            let line = lines.entry((cause, unit)).or_default();
            let lost = line.entry(&change.function).or_insert(Lost {
                change,
                scopes: Vec::new(),
            });
            lost.scopes.push(scope);
        }
    }
    for ((cause, unit), lost) in lines {
        let lost: Vec<Lost<'_>> = lost.into_values().collect();
        sink.report(one_line(context, cause, &unit, &lost));
    }
}

/// The unit of the base that was responsible for a scope; of several, the one that the cause is
/// about, else the first by id.
fn last_unit(
    context: &PairContext<'_>,
    before: FunctionView<'_>,
    scope: &Scope,
    cause: &Cause,
) -> Option<UnitId> {
    let (sites, groups) = scope_in_base(context, scope);
    let mut units: BTreeSet<&UnitId> = BTreeSet::new();
    for &site in &sites {
        for &group in &groups {
            let cells = before.responsible_for(site, group).into_iter();
            units.extend(
                cells
                    .filter_map(|cell| cell.holder.unit())
                    .map(UnitView::id),
            );
        }
    }
    if units.is_empty() {
        units.extend(before.holders().into_iter().map(UnitView::id));
    }
    let of_cause = |unit: &&&UnitId| cause.subjects.first() == Some(&unit.subject());
    units
        .iter()
        .find(of_cause)
        .or(units.first())
        .map(|unit| (*unit).clone())
}

/// A scope of the revision as the base has it; `None` is any, also for what is new.
fn scope_in_base<'c>(
    context: &PairContext<'c>,
    scope: &Scope,
) -> (Vec<Option<SiteView<'c>>>, Vec<Option<GroupView<'c>>>) {
    let lineage = &context.changes.lineage;
    let site = |id: &SiteId| {
        let old = lineage.sites.ancestors(id).iter();
        old.filter_map(|id| context.base.site(id))
            .map(Some)
            .collect::<Vec<_>>()
    };
    let group = |id: &TargetGroupId| {
        let old = lineage.groups.ancestors(id).iter();
        old.filter_map(|id| context.base.group(id))
            .map(Some)
            .collect::<Vec<_>>()
    };
    let sites = scope
        .site
        .as_ref()
        .map(site)
        .filter(|sites| !sites.is_empty());
    let groups = scope
        .group
        .as_ref()
        .map(group)
        .filter(|groups| !groups.is_empty());
    (sites.unwrap_or(vec![None]), groups.unwrap_or(vec![None]))
}

fn one_line(context: &PairContext<'_>, cause: &Cause, unit: &UnitId, lost: &[Lost<'_>]) -> Draft {
    let scopes = || {
        lost.iter()
            .flat_map(|one| one.scopes.iter().map(|one| &one.scope))
    };
    let certainty = lost
        .iter()
        .map(Lost::certainty)
        .max()
        .unwrap_or(Certainty::Possible);
    let sites = scopes().filter_map(|scope| scope.site.as_ref().map(Id::subject));
    let groups = scopes().filter_map(|scope| scope.group.as_ref());
    let citizens = citizens(context.revision, groups.clone());
    // Said of those alone that are less sure than the rest.
    let possible = lost
        .iter()
        .filter(|one| one.certainty() < certainty)
        .map(|one| one.change.function.subject());
    let is_undecided = |one: &&Lost<'_>| {
        let now = one.change.to.iter();
        let mut now = now.filter_map(|id| context.revision.function(id));
        now.any(|now| now.cells().any(|cell| cell.holder == Holder::Undecided))
    };
    let undecided = lost.iter().filter(is_undecided);
    let undecided = undecided.map(|one| one.change.function.subject());
    let is_its = cause.subjects.first() == Some(&unit.subject());
    let mut draft = Draft::new(cause.clone())
        .part(if is_its { "" } else { unit.as_str() })
        .certainty(certainty)
        .things(
            "functions",
            Side::Base,
            lost.iter().map(|one| one.change.function.subject()),
        )
        .things("units", Side::Base, [unit.subject()])
        .things("undecided_functions", Side::Base, undecided)
        .things("sites", Side::Revision, sites)
        .things("groups", Side::Revision, groups.map(Id::subject))
        .word(
            "sites_are",
            share(
                lost.iter()
                    .map(|one| one.scopes.iter().all(|one| one.scope.site.is_some())),
            ),
        )
        .word(
            "groups_are",
            share(
                lost.iter()
                    .map(|one| one.scopes.iter().all(|one| one.scope.group.is_some())),
            ),
        )
        .things("possible_functions", Side::Base, possible)
        .word(
            "cause",
            if is_its {
                cause.kind.name()
            } else {
                CauseKind::Left.name()
            },
        );
    let mut posts = Posts::new();
    for (i, one) in lost.iter().enumerate() {
        let Some(before) = context.base.function(&one.change.function) else {
            continue;
        };
        let performers = performed_there(context, before, &one.scopes);
        let subject = one.change.function.subject();
        // By its name in the revision, so that this one and the revision's own are not both said.
        let (side, named) = match &one.change.to[..] {
            [now] => (Side::Revision, now.subject()),
            _ => (Side::Base, subject.clone()),
        };
        draft = draft.member(member(side, named, sum(&performers)));
        posts.extend(performers);
        if i >= LABELLED {
            continue;
        }
        // The revision's own words come first: that is where it is mended.
        for id in &one.change.to {
            draft = draft
                .at(Side::Revision, id.subject(), [], "label-revision")
                .label_set("reason", Value::Word(one.reason()));
        }
        draft = draft.at(Side::Base, subject, ["responsible".into()], "label-base");
    }
    with_citizens(performed_by(draft, Side::Base, posts), citizens)
}

/// Who performed a function in some scopes.
fn performed_there(
    context: &PairContext<'_>,
    before: FunctionView<'_>,
    scopes: &[&Unassigned],
) -> Posts {
    let mut posts = Posts::new();
    for one in scopes {
        let (sites, groups) = scope_in_base(context, &one.scope);
        for post in before.performers() {
            let there = sites
                .iter()
                .any(|site| site.is_none() || *site == post.site());
            if there && groups.iter().any(|&group| post.serves_group(group)) {
                posts.insert(post.id().subject(), post.count());
            }
        }
    }
    posts
}
