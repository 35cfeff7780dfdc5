//! `discontinued-function`: a function that ends on purpose, everywhere or at a site.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{FunctionChange, FunctionFate};
use rokade_core::chart::{Chart, FunctionView, StaffView, UnitView};
use rokade_core::entry::EndedEntry;
use rokade_core::finding::{Cause, CauseKind, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, SiteId, Subject, TargetGroupId};
use rokade_core::span::PathStep;

use crate::responsibility::holding::{
    LABELLED, Posts, citizens, is_external, on_whose_way, performed_by, subjects, sum,
    with_citizens,
};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "discontinued-function",
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

/// How grave it is that a function ends, the gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gravity {
    /// There is a reason.
    Explained,
    /// There is none.
    Unexplained,
    /// The law asks for it.
    Statutory,
}

impl Gravity {
    fn severity(self) -> Severity {
        match self {
            Gravity::Explained => Severity::Note,
            Gravity::Unexplained => Severity::Warning,
            Gravity::Statutory => Severity::Error,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Gravity::Explained => "explained",
            Gravity::Unexplained => "unexplained",
            Gravity::Statutory => "statutory",
        }
    }
}

/// A function of the base that ends.
struct Ending<'a> {
    before: FunctionView<'a>,
    because: Option<&'a str>,
    /// Where it ends, in ids of the revision; empty is everywhere.
    at: Vec<&'a SiteId>,
}

/// One finding the units that had the functions, for each degree of gravity.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<(Cause, Gravity, bool), Vec<Ending<'_>>> = BTreeMap::new();
    for change in &context.changes.functions {
        let Some(before) = context.base.function(&change.function) else {
            continue;
        };
        if is_external(&before.holders()) {
            continue;
        }
        let Some(ending) = ending(context, change, before) else {
            continue;
        };
        let now = change
            .to
            .iter()
            .filter_map(|id| context.revision.function(id));
        let statutory = before.entry().statutory || now.clone().any(|f| f.entry().statutory);
        let gravity = match ending.because {
            _ if statutory => Gravity::Statutory,
            None => Gravity::Unexplained,
            Some(_) => Gravity::Explained,
        };
        let key = (cause(change, before), gravity, ending.at.is_empty());
        lines.entry(key).or_default().push(ending);
    }
    for ((cause, gravity, everywhere), ending) in lines {
        sink.report(one_line(context, &cause, gravity, everywhere, &ending));
    }
}

/// What ends of a function and had not ended in the base.
fn ending<'a>(
    context: &PairContext<'a>,
    change: &FunctionChange,
    before: FunctionView<'a>,
) -> Option<Ending<'a>> {
    let ended = |chart: &'a Chart| -> Option<&'a EndedEntry> {
        chart.entries().ended.functions.get(before.id())
    };
    let now = ended(context.revision)?;
    let at: Vec<&SiteId> = if now.at.is_empty() {
        if change.fate != FunctionFate::Ended {
            return None;
        }
        Vec::new()
    } else {
        let was = ended(context.base).map_or(&[][..], |was| &was.at);
        let is_old = |site: &&SiteId| {
            let ancestors = context.changes.lineage.sites.ancestors(site);
            was.contains(site) || was.iter().any(|old| ancestors.contains(old))
        };
        let new: BTreeSet<&SiteId> = now.at.iter().filter(|site| !is_old(site)).collect();
        if new.is_empty() {
            return None;
        }
        new.into_iter().collect()
    };
    let because = now.because.as_deref().map(str::trim);
    Some(Ending {
        before,
        because: because.filter(|because| !because.is_empty()),
        at,
    })
}

/// What became of the unit that had it; else that it is no longer with the units that had it.
fn cause(change: &FunctionChange, before: FunctionView<'_>) -> Cause {
    let of_unit = change.cause.clone().filter(|cause| {
        matches!(
            cause.kind,
            CauseKind::UnitClosed | CauseKind::UnitMerged | CauseKind::UnitSplit
        )
    });
    let holders = subjects(&before.holders());
    of_unit.unwrap_or_else(|| {
        if holders.is_empty() {
            Cause::new(CauseKind::FunctionLineage, [Subject::chart()])
        } else {
            Cause::new(CauseKind::Left, holders)
        }
    })
}

fn one_line(
    context: &PairContext<'_>,
    cause: &Cause,
    gravity: Gravity,
    everywhere: bool,
    ending: &[Ending<'_>],
) -> Draft {
    let ids = ending.iter().map(|one| one.before.id().subject());
    let units = ending
        .iter()
        .flat_map(|one| subjects(&one.before.holders()));
    let sites = ending
        .iter()
        .flat_map(|one| one.at.iter().map(|id| id.subject()));
    let reasons: BTreeSet<&str> = ending.iter().filter_map(|one| one.because).collect();
    let mut part = gravity.word().to_owned();
    // Whose way it is on is known only where it ends everywhere.
    let mut groups: Vec<&TargetGroupId> = Vec::new();
    if everywhere {
        let functions: Vec<FunctionView<'_>> = ending.iter().map(|one| one.before).collect();
        groups = on_whose_way(context.base, &functions);
    } else {
        part.push_str("-at");
    }
    let mut draft = Draft::new(cause.clone())
        .part(part)
        .severity(gravity.severity())
        .help(match gravity {
            Gravity::Explained => "help",
            Gravity::Unexplained => "help-unexplained",
            Gravity::Statutory => "help-statutory",
        })
        .word("gravity", gravity.word())
        .word("cause", cause.kind.name())
        .things("functions", Side::Base, ids)
        .things("units", Side::Base, units)
        .things("sites", Side::Revision, sites)
        .things("groups", Side::Base, groups.iter().map(|id| id.subject()))
        .set(
            "reasons",
            Value::Texts(reasons.iter().map(|&text| text.to_owned()).collect()),
        );
    let mut posts = Posts::new();
    for (i, one) in ending.iter().enumerate() {
        let performers = performers(context, one);
        let subject = one.before.id().subject();
        draft = draft.member(member(Side::Base, subject.clone(), sum(&performers)));
        posts.extend(performers);
        if i < LABELLED {
            // Where it ends at some sites alone, its own place is the function that goes on.
            draft = if everywhere {
                draft.at(Side::Revision, subject.clone(), [], "label-revision")
            } else {
                let name = PathStep::KeyName(subject.id.to_string());
                let path = ["ended".into(), "functions".into(), name];
                draft.at(Side::Revision, Subject::chart(), path, "label-revision")
            };
            draft = draft.at(Side::Base, subject, [], "label-base");
        }
    }
    let citizens = citizens(context.base, groups.into_iter());
    with_citizens(performed_by(draft, Side::Base, posts), citizens)
}

/// Who performs it today, where it ends.
fn performers(context: &PairContext<'_>, ending: &Ending<'_>) -> Posts {
    let sites = &context.changes.lineage.sites;
    let there = |post: &StaffView<'_>| {
        let was = |id: &SiteId| {
            ending
                .at
                .iter()
                .any(|now| *now == id || sites.follows_by_id(id, now))
        };
        ending.at.is_empty() || post.site().is_some_and(|site| was(site.id()))
    };
    let ours = |post: &StaffView<'_>| !post.unit().is_some_and(UnitView::is_external);
    let posts = ending.before.performers().filter(there).filter(ours);
    posts
        .map(|post| (post.id().subject(), post.count()))
        .collect()
}
