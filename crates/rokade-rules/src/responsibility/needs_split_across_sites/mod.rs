//! `needs-split-across-sites`: a support function is needed at more sites than before.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::StaffChange;
use rokade_core::chart::{
    Chart, FunctionView, MemberRef, Named, Needing, SiteView, StaffView, UnitView,
};
use rokade_core::entry::FunctionKind;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, SiteId, StaffId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::responsibility::holding::{LABELLED, Posts, performed_by, sum};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "needs-split-across-sites",
    family: Family::Responsibility,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Places,
    // It says who serves the new sites, and who does not.
    replaces: &["responsibility-without-staff"],
    follows: &[Kind::Function, Kind::Site],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// Where a function is needed, and who needs it there.
#[derive(Default)]
struct Sites<'c> {
    by_site: BTreeMap<&'c SiteId, Site<'c>>,
}

#[derive(Default)]
struct Site<'c> {
    /// `needed_at` names it.
    stated: bool,
    needing: Vec<Needing<'c>>,
}

impl<'c> Sites<'c> {
    fn add(&mut self, chart: &'c Chart, function: FunctionView<'c>) {
        for site in function
            .entry()
            .needed_at
            .iter()
            .filter_map(|id| chart.site(id))
        {
            self.by_site.entry(site.id()).or_default().stated = true;
        }
        for needing in function.needed_by() {
            // A group of exactly no posts needs nothing.
            let nobody = |post: &StaffView<'_>| post.count().high() == Some(0);
            if needing.posts.is_empty() || !needing.posts.iter().all(nobody) {
                self.by_site
                    .entry(needing.site.id())
                    .or_default()
                    .needing
                    .push(needing);
            }
        }
    }

    /// How many they are: a range, where it is not certain that anybody is there.
    fn count(&self) -> Quantity {
        let certain = self
            .by_site
            .values()
            .filter(|site| site.is_certain())
            .count();
        let ends = |n: usize| i64::try_from(n).map_or(i64::MAX, |n| n.saturating_mul(100));
        Quantity::from_hundredths(ends(certain), Some(ends(self.by_site.len())), false)
            .unwrap_or(Quantity::UNKNOWN)
    }

    fn subjects(&self) -> Vec<Subject> {
        self.by_site.keys().map(|id| id.subject()).collect()
    }
}

impl Site<'_> {
    fn is_certain(&self) -> bool {
        // How many there are may be unknown; that the group is there, is stated.
        let there = |post: &StaffView<'_>| post.count().low() > 0 || post.count().is_unknown();
        self.stated
            || self
                .needing
                .iter()
                .any(|n| n.posts.is_empty() || n.posts.iter().any(there))
    }
}

/// A function that is needed at more sites.
struct Spread<'c> {
    now: FunctionView<'c>,
    olds: Vec<FunctionView<'c>>,
    before: Sites<'c>,
    after: Sites<'c>,
    certainty: Certainty,
}

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<(Cause, Vec<&SiteId>), Vec<Spread<'_>>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for now in context.revision.functions_by_id() {
        let lineage = &context.changes.lineage.functions;
        let olds: Vec<FunctionView<'_>> = lineage.before(now, context.base).collect();
        let mut kinds = std::iter::once(now)
            .chain(olds.iter().copied())
            .map(|f| f.entry().kind);
        if olds.is_empty() || kinds.find_map(|kind| kind) != Some(FunctionKind::Support) {
            continue;
        }
        let (mut before, mut after) = (Sites::default(), Sites::default());
        for &old in &olds {
            before.add(context.base, old);
        }
        after.add(context.revision, now);
        if before.by_site.is_empty() || after.by_site.is_empty() {
            let stated = |f: FunctionView<'_>| f.entry().needed_by.is_some();
            if stated(now) && olds.iter().copied().any(stated) {
                unknown.push(now.id().subject());
            }
            continue;
        }
        let Some(certainty) = after.count().grown_from(before.count()) else {
            continue;
        };
        let spread = Spread {
            now,
            olds,
            before,
            after,
            certainty,
        };
        let new = spread.new_sites(context);
        lines
            .entry((spread.cause(context, &new), new))
            .or_default()
            .push(spread);
    }
    for ((cause, new), spread) in lines {
        sink.report(one_line(context, cause, &new, &spread));
    }
    if !unknown.is_empty() {
        sink.not_judged(
            "not-judged",
            [("functions", Value::Things(Side::Revision, unknown))],
        );
    }
}

impl<'c> Spread<'c> {
    /// The sites that it was not needed at; all of them where one site merely became several.
    fn new_sites(&self, context: &PairContext<'_>) -> Vec<&'c SiteId> {
        let sites = &context.changes.lineage.sites;
        let was = |id: &SiteId| {
            sites
                .ancestors(id)
                .iter()
                .any(|old| self.before.by_site.contains_key(old))
        };
        let all = self.after.by_site.keys().copied();
        let new: Vec<&SiteId> = all.clone().filter(|id| !was(id)).collect();
        if new.is_empty() { all.collect() } else { new }
    }

    /// What happened to those who need it at the new sites; else it is needed for itself.
    fn cause(&self, context: &PairContext<'_>, new: &[&SiteId]) -> Cause {
        let sites = new.iter().filter_map(|id| self.after.by_site.get(id));
        let mut causes = Vec::new();
        for needing in sites.flat_map(|site| &site.needing) {
            if let MemberRef::Unit(unit) = needing.by {
                causes.extend(of_unit(context, unit));
            }
            for &post in &needing.posts {
                causes.extend(of_post(context, post));
            }
        }
        let itself = || {
            let first = self.olds.first().unwrap_or(&self.now);
            Cause::itself(first.id().subject())
        };
        causes.into_iter().min().unwrap_or_else(itself)
    }
}

/// Why a unit sits where it sits.
fn of_unit(context: &PairContext<'_>, now: UnitView<'_>) -> Option<Cause> {
    relocation(context, context.changes.lineage.units.ancestors(now.id()))
}

/// Why posts are where they are: they moved, or their unit did.
fn of_post(context: &PairContext<'_>, now: StaffView<'_>) -> Option<Cause> {
    let ancestors = context.changes.lineage.staff.ancestors(now.id());
    let changes: Vec<&StaffChange> = ancestors
        .iter()
        .flat_map(|old| context.changes.staff_of(old))
        .filter(|change| change.to.as_ref() == Some(now.id()))
        .collect();
    let own = changes
        .iter()
        .filter(|change| change.unit_changed || change.site_changed);
    let units = || {
        changes
            .iter()
            .filter_map(|change| change.from_unit.as_ref())
    };
    own.filter_map(|change| change.cause.clone())
        .min()
        .or_else(|| relocation(context, units()))
}

fn relocation<'a>(
    context: &PairContext<'_>,
    units: impl IntoIterator<Item = &'a UnitId>,
) -> Option<Cause> {
    let changes = units
        .into_iter()
        .filter_map(|unit| context.changes.unit(unit));
    let moved = changes.filter(|change| change.site_changed);
    moved.filter_map(rokade_change::UnitChange::cause).min()
}

fn one_line(
    context: &PairContext<'_>,
    cause: Cause,
    new: &[&SiteId],
    spread: &[Spread<'_>],
) -> Draft {
    let mut by: BTreeSet<Subject> = BTreeSet::new();
    let mut posts = Posts::new();
    let (mut unserved, mut unserved_sites) = (BTreeSet::new(), BTreeSet::new());
    let mut done = false;
    for one in spread {
        let served = served_at(one.now);
        for id in new {
            let Some(site) = one.after.by_site.get(id) else {
                continue;
            };
            by.extend(site.needing.iter().map(|needing| needing.by.subject()));
            let there = site.needing.iter().flat_map(|needing| &needing.posts);
            posts.extend(there.map(|post| (post.id().subject(), post.count())));
            if served.contains(id) {
                done = true;
            } else {
                unserved.insert(one.now.subject());
                unserved_sites.insert(id.subject());
            }
        }
    }
    let nobody_stated = spread.iter().all(|one| !one.now.performers_are_stated());
    let performed = match (unserved.is_empty(), done) {
        _ if nobody_stated => "not-stated",
        (true, _) => "all",
        (false, false) => "none",
        (false, true) => "some",
    };
    let certainty = spread.iter().map(|one| one.certainty).max();
    let before = spread.iter().flat_map(|one| one.before.subjects());
    let after = spread.iter().flat_map(|one| one.after.subjects());
    let part: Vec<&str> = new.iter().map(|id| id.as_str()).collect();
    let mut draft = Draft::new(cause)
        .part(part.join("+"))
        .certainty(certainty.unwrap_or(Certainty::Possible))
        .things(
            "functions",
            Side::Revision,
            spread.iter().map(|one| one.now.subject()),
        )
        .things("sites_before", Side::Base, before)
        .things("sites", Side::Revision, after)
        .things(
            "new_sites",
            Side::Revision,
            new.iter().map(|id| id.subject()),
        )
        .things("by", Side::Revision, by)
        .word("performed", performed)
        .things("unserved", Side::Revision, unserved)
        .things("unserved_sites", Side::Revision, unserved_sites)
        .members(spread.iter().map(|one| {
            let needing = new.iter().filter_map(|id| one.after.by_site.get(id));
            let posts = needing.flat_map(|site| site.needing.iter().flat_map(|n| &n.posts));
            let posts = posts
                .map(|post| (post.id().subject(), post.count()))
                .collect();
            member(Side::Revision, one.now.subject(), sum(&posts))
        }));
    for one in spread.iter().take(LABELLED) {
        draft = labels(draft, one, new);
    }
    for subject in posts.keys().take(LABELLED) {
        let post = StaffId::parse(&subject.id)
            .ok()
            .and_then(|id| context.revision.post(&id));
        if let Some(site) = post.and_then(StaffView::site) {
            let site = Value::Thing(Side::Revision, site.id().subject());
            draft = draft
                .at(Side::Revision, subject.clone(), [], "label-staff")
                .label_set("site", site);
        }
    }
    performed_by(draft, Side::Revision, posts)
}

/// The sites at which somebody performs it: there, or met there by the words of the format.
fn served_at(function: FunctionView<'_>) -> BTreeSet<&SiteId> {
    let based = function
        .performers()
        .filter(|post| post.is_filled())
        .filter_map(StaffView::site);
    based
        .chain(function.met(None).into_iter().map(|met| met.site))
        .map(SiteView::id)
        .collect()
}

fn labels(draft: Draft, one: &Spread<'_>, new: &[&SiteId]) -> Draft {
    let stated = new
        .iter()
        .all(|id| one.after.by_site.get(id).is_some_and(|site| site.stated));
    let sites = Value::Things(Side::Revision, one.after.subjects());
    let mut draft = draft
        .at(
            Side::Revision,
            one.now.subject(),
            [key(stated).into()],
            "label-revision",
        )
        .label_set("sites", sites);
    for old in &one.olds {
        let stated = old.entry().needed_by.is_none();
        let sites = Value::Things(Side::Base, one.before.subjects());
        let path = [key(stated).into()];
        draft = draft
            .at(Side::Base, old.subject(), path, "label-base")
            .label_set("sites", sites);
    }
    draft
}

fn key(stated: bool) -> &'static str {
    if stated { "needed_at" } else { "needed_by" }
}
