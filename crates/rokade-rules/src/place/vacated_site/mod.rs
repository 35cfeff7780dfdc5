//! `vacated-site`: the last who sat at a site have left it, and nobody has closed it.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{FunctionView, Named, SiteView, StaffView, UnitView};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::place::used::{Use, seated, sites, staff};
use crate::responsibility::holding::LABELLED;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "vacated-site",
    family: Family::Place,
    severity: Severity::Note,
    certainty: RuleCertainty::Either,
    rank: Rank::Places,
    replaces: &[],
    follows: &[Kind::Site, Kind::Unit, Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a site.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let now = sites(context.revision);
    // Few sites are vacated, and mostly none.
    let needed = LazyCell::new(|| needed(context));
    for (site, before) in sites(context.base) {
        if before == Use::Empty {
            continue;
        }
        let live = context.changes.lineage.sites.now(site, context.revision);
        let live: Vec<(SiteView<'_>, Use)> = live
            .filter_map(|site| Some((site, *now.get(&site)?)))
            .collect();
        let used = live.iter().map(|(_, used)| *used).max();
        let certainty = match (before, used) {
            (Use::Used, Some(Use::Empty)) => Certainty::Certain,
            (Use::Used, Some(Use::Perhaps)) | (Use::Perhaps, Some(Use::Empty)) => {
                Certainty::Possible
            }
            // In use, closed, or no longer in the chart.
            _ => continue,
        };
        let there = There::at(site);
        if there.is_ours() {
            let live: Vec<SiteView<'_>> = live.into_iter().map(|(site, _)| site).collect();
            sink.report(vacated(context, site, &live, &there, &needed, certainty));
        }
    }
}

/// Those who were at a site.
struct There<'c> {
    staff: Vec<StaffView<'c>>,
    seated: Vec<UnitView<'c>>,
    /// The topmost units that sat there, and the groups that belong to none of them.
    told: BTreeSet<Subject>,
}

impl<'c> There<'c> {
    fn at(site: SiteView<'c>) -> Self {
        let staff: Vec<StaffView<'c>> = staff(site).collect();
        let seated: Vec<UnitView<'c>> = seated(site).collect();
        let mut whole: BTreeSet<UnitView<'c>> = BTreeSet::new();
        // The units told, and those below them that have been come by.
        let mut seen: BTreeSet<UnitView<'c>> = BTreeSet::new();
        let units = staff.iter().filter_map(|post| post.unit());
        for unit in units.chain(seated.iter().copied()) {
            // A unit is told for those below it where it sits there itself.
            let sits_there = |unit: &UnitView<'_>| unit.site() == Some(site);
            let line = unit.line().take_while(sits_there);
            let top = line.take_while(|unit| seen.insert(*unit)).last();
            let top = top.filter(|top| !top.parent().is_some_and(|above| sits_there(&above)));
            whole.extend(top);
        }
        let within = |unit: UnitView<'c>| {
            let mut line = unit.line();
            line.any(|unit| seen.contains(&unit))
        };
        let by_themselves = staff
            .iter()
            .filter(|post| !post.unit().is_some_and(within))
            .map(Named::subject);
        let told = by_themselves.chain(whole.iter().map(Named::subject));
        There {
            told: told.collect(),
            staff,
            seated,
        }
    }

    /// Where other organisations sit is theirs.
    fn is_ours(&self) -> bool {
        let staff = self.staff.iter();
        let mut staff = staff.map(|post| post.unit().is_some_and(UnitView::is_external));
        let mut units = self.seated.iter().map(|unit| unit.is_external());
        staff.any(|external| !external) || units.any(|external| !external)
    }

    fn posts(&self) -> Quantity {
        self.staff.iter().map(|post| post.count()).sum()
    }
}

#[expect(clippy::indexing_slicing, reason = "at least one site has the name")]
fn vacated(
    context: &PairContext<'_>,
    site: SiteView<'_>,
    live: &[SiteView<'_>],
    there: &There<'_>,
    needed: &BTreeMap<SiteView<'_>, BTreeSet<FunctionView<'_>>>,
    certainty: Certainty,
) -> Draft {
    let needed: BTreeSet<FunctionView<'_>> = live
        .iter()
        .filter_map(|site| needed.get(site))
        .flatten()
        .copied()
        .collect();
    let posts = there.posts();
    let mut to: BTreeSet<Subject> = BTreeSet::new();
    let mut causes: BTreeSet<Cause> = BTreeSet::new();
    for post in &there.staff {
        for change in context.changes.staff_at(*post) {
            to.extend(change.to_site.as_ref().map(Id::subject));
            causes.extend(change.cause.clone());
        }
    }
    for unit in &there.seated {
        let change = context.changes.unit(unit.id());
        to.extend(
            change
                .and_then(|change| change.to_site.as_ref())
                .map(Id::subject),
        );
        causes.extend(change.and_then(rokade_change::UnitChange::cause));
    }
    let subject = site.subject();
    if certainty == Certainty::Possible {
        // Then some may stay, and the sentence would say of all of them that they go.
        to.clear();
    }
    let mut draft = Draft::new(
        causes
            .into_iter()
            .next()
            .unwrap_or_else(|| Cause::itself(subject.clone())),
    )
    .part(site.id().as_str())
    .certainty(certainty)
    .member(member(Side::Base, subject.clone(), posts))
    .posts(posts)
    .thing("site", Side::Revision, live[0].subject())
    .things("there", Side::Base, there.told.iter().cloned())
    .things("to", Side::Revision, to)
    .things("needed", Side::Revision, needed.iter().map(Named::subject))
    .word(
        "posts_are",
        match posts.high() {
            Some(0) => "not-stated",
            _ => "stated",
        },
    );
    if !needed.is_empty() {
        draft = draft.severity(Severity::Warning).help("help-needed");
    }
    for site in live {
        draft = draft.at(Side::Revision, site.subject(), [], "label-now");
    }
    for function in needed.iter().take(LABELLED) {
        draft = draft.at(Side::Revision, function.subject(), [], "label-needed");
    }
    for one in there.told.iter().take(LABELLED) {
        draft = draft.at(Side::Base, one.clone(), ["site".into()], "label-before");
    }
    draft
}

/// The functions of the revision that are needed at each site, or that somebody is, or was,
/// responsible for there. That posts perform it where they sit is no need of the site.
fn needed<'c>(context: &PairContext<'c>) -> BTreeMap<SiteView<'c>, BTreeSet<FunctionView<'c>>> {
    let mut needed: BTreeMap<SiteView<'_>, BTreeSet<FunctionView<'_>>> = BTreeMap::new();
    for function in context.revision.functions() {
        let cells = function.cells().filter_map(|cell| cell.site);
        let stated = function.entry().needed_at.iter();
        let stated = stated.filter_map(|id| context.revision.site(id));
        for site in cells.chain(stated).chain(function.needed_by_at()) {
            needed.entry(site).or_default().insert(function);
        }
    }
    needed
}
