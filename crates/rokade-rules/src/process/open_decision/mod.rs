//! `open-decision`: something that is not decided, and should have been.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, StaffView, UnitView};
use rokade_core::date::DateSpan;
use rokade_core::entry::{About, OpenEntry, OrUndecided};
use rokade_core::finding::{Cause, Member, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, StaffId, Subject};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::PathStep;

use crate::process::steps::at_effective;
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "open-decision",
    family: Family::Process,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Process,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// How a decision stands against its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    /// There is time left, or nothing says when.
    Left,
    /// Past the day it was to be decided.
    Deadline(Certainty),
    /// It has taken effect.
    InForce(Certainty),
    /// It is to be decided only after it has taken effect.
    AfterEffect(Certainty),
}

impl Time {
    fn of(context: &ChartContext<'_>, open: Option<&OpenEntry>) -> Self {
        let (today, effective) = (context.today(), context.chart.process().effective());
        let decide_by = open.and_then(|open| open.decide_by);
        let decide_by = decide_by.filter(|day| !day.is_unknown());
        let past = decide_by.zip(today).and_then(|(by, day)| day.after(by));
        let in_force = effective.zip(today);
        let in_force = in_force.and_then(|(from, day)| day.on_or_after(from));
        let planned = decide_by.zip(effective);
        // A coarse day that may lie on either side is no warning: most decisions have one.
        let planned = planned.and_then(|(by, from)| by.after(from));
        let planned = planned.filter(|certainty| *certainty == Certainty::Certain);
        let times = [
            past.map(|certainty| (certainty, Time::Deadline(certainty))),
            in_force.map(|certainty| (certainty, Time::InForce(certainty))),
            planned.map(|certainty| (certainty, Time::AfterEffect(certainty))),
        ];
        // The first of the surest.
        let times: Vec<(Certainty, Time)> = times.into_iter().flatten().collect();
        let surest = times.iter().map(|(certainty, _)| *certainty).max();
        let found = times.iter().find(|(own, _)| Some(*own) == surest);
        found.map_or(Time::Left, |(_, time)| *time)
    }

    fn word(self) -> &'static str {
        match self {
            Time::Left => "left",
            Time::Deadline(_) => "deadline",
            Time::InForce(_) => "in-force",
            Time::AfterEffect(_) => "after-effect",
        }
    }

    /// More when it is late, so that what is late now is new.
    fn amount(self) -> Quantity {
        match self {
            Time::Left => Quantity::ZERO,
            _ => Quantity::ONE,
        }
    }

    fn graded(self, draft: Draft, side: Side) -> Draft {
        let draft = draft.word("time", self.word());
        let draft = match self {
            Time::Left => draft.severity(Severity::Note),
            Time::Deadline(certainty) | Time::InForce(certainty) | Time::AfterEffect(certainty) => {
                draft.certainty(certainty)
            }
        };
        match self {
            Time::InForce(_) | Time::AfterEffect(_) => at_effective(draft, side),
            _ => draft,
        }
    }
}

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut open: Vec<_> = context.chart.entries().open.iter().collect();
    open.sort_by_key(|(id, _)| *id);
    let mut told: BTreeSet<Subject> = BTreeSet::new();
    for (id, open) in open {
        let open = &open.value;
        told.extend(open.about.iter().flat_map(things));
        let subject = id.subject();
        let time = Time::of(context, Some(open));
        if context.is_faulty(&subject) {
            continue;
        }
        if let Some(member) = sink.member(subject.clone(), "", time.amount()) {
            let draft = one_open(context.chart, sink.side(), &subject, open);
            sink.report(time.graded(dated(draft, context, open).member(member), sink.side()));
        }
    }
    undecided(context, &told, sink);
}

fn one_open(chart: &Chart, side: Side, subject: &Subject, open: &OpenEntry) -> Draft {
    let about: Vec<Subject> = open.about.iter().flat_map(things).collect();
    let text = open.text.as_deref().map_or("", str::trim);
    // What can be chosen is a unit, or words.
    let options = open.options.iter().map(|option| {
        let unit = Subject::new(Kind::Unit, option);
        chart.name_of(&unit).to_owned()
    });
    let mut options: Vec<String> = options.collect();
    options.sort();
    let draft = Draft::new(Cause::itself(subject.clone()))
        .word("what", if text.is_empty() { "things" } else { "text" })
        .set("text", text)
        .things(
            "about",
            side,
            if about.is_empty() {
                vec![subject.clone()]
            } else {
                about
            },
        )
        .set("options", Value::Names(options))
        .at(side, subject.clone(), ["decide_by".into()], "label");
    let draft = match posts(chart, open.about.as_ref()) {
        Some(posts) => draft.posts(posts),
        None => draft,
    };
    let groups = open.about.iter().flat_map(|about| &about.target_groups);
    let citizens: Vec<Quantity> = groups
        .filter_map(|id| chart.group(id)?.citizens())
        .collect();
    if citizens.is_empty() {
        draft
    } else {
        draft.citizens(citizens.iter().sum())
    }
}

/// Says by when it was to be decided.
fn dated(draft: Draft, context: &ChartContext<'_>, open: &OpenEntry) -> Draft {
    let effective = context.chart.process().effective();
    let known = |date: Option<DateSpan>| date.filter(|date| !date.is_unknown());
    draft
        .word(
            "by",
            if known(open.decide_by).is_some() {
                "known"
            } else {
                "unknown"
            },
        )
        .set("decide_by", open.decide_by.unwrap_or(DateSpan::UNKNOWN))
        .set("effective", effective.unwrap_or(DateSpan::UNKNOWN))
}

/// The things that `about` names.
fn things(about: &About) -> Vec<Subject> {
    fn of<I: Id>(ids: &[I]) -> impl Iterator<Item = Subject> + '_ {
        ids.iter().map(Id::subject)
    }
    of(&about.units)
        .chain(of(&about.staff))
        .chain(of(&about.functions))
        .chain(of(&about.sites))
        .chain(of(&about.target_groups))
        .chain(of(&about.co_locations))
        .chain(of(&about.steps))
        .collect()
}

/// The posts it is about, each once; nothing where it is about none.
fn posts(chart: &Chart, about: Option<&About>) -> Option<Quantity> {
    let about = about?;
    let units = about.units.iter().filter_map(|id| chart.unit(id));
    let below = units.flat_map(UnitView::subtree).flat_map(UnitView::staff);
    let mut ids: BTreeSet<&StaffId> = below.map(StaffView::id).collect();
    ids.extend(about.staff.iter());
    let counts = ids.iter().filter_map(|id| Some(chart.post(id)?.count()));
    let counts: Vec<Quantity> = counts.collect();
    (!counts.is_empty()).then(|| counts.iter().sum())
}

/// What stands as `undecided`, and is told by no other finding.
#[derive(Default)]
struct Undecided<'c> {
    /// Posts without a unit.
    staff: Vec<(Subject, Quantity)>,
    /// Units that stand under nothing yet.
    units: Vec<Subject>,
    /// Units and posts that have no address yet.
    seats: Vec<Subject>,
    /// Target groups that nobody meets first yet.
    groups: Vec<Subject>,
    members: Vec<Member>,
    fields: Vec<(Subject, &'static str)>,
    posts: BTreeMap<&'c StaffId, Quantity>,
}

impl Undecided<'_> {
    /// Whether a field is undecided, and that is new.
    fn is<I>(
        &mut self,
        field: Option<&OrUndecided<I>>,
        (subject, key): (&Subject, &'static str),
        time: Time,
        sink: &mut Sink<'_>,
    ) -> bool {
        if !matches!(field, Some(OrUndecided::Undecided)) {
            return false;
        }
        let Some(member) = sink.member(subject.clone(), key, time.amount()) else {
            return false;
        };
        self.members.push(member);
        self.fields.push((subject.clone(), key));
        true
    }
}

/// One finding a chart. That nobody has been decided to be responsible for a function is
/// unassigned-responsibility's; that posts of the base have no unit is unplaced-staff's.
fn undecided(context: &ChartContext<'_>, told: &BTreeSet<Subject>, sink: &mut Sink<'_>) {
    let time = Time::of(context, None);
    let chart = context.chart;
    let mut found = Undecided::default();
    let units = chart.units_by_id();
    for unit in units.filter(|unit| !unit.is_external()) {
        let (subject, entry) = (unit.id().subject(), unit.entry());
        if told.contains(&subject) {
            continue;
        }
        if found.is(entry.parent.as_ref(), (&subject, "parent"), time, sink) {
            found.units.push(subject.clone());
            let below = unit.subtree().flat_map(UnitView::staff);
            found
                .posts
                .extend(below.map(|post| (post.id(), post.count())));
        }
        if found.is(entry.site.as_ref(), (&subject, "site"), time, sink) {
            found.seats.push(subject);
        }
    }
    let is_undecided = |post: &StaffView<'_>| {
        let (unit, site) = (&post.entry().unit, &post.entry().site);
        *unit == Some(OrUndecided::Undecided) || *site == Some(OrUndecided::Undecided)
    };
    for post in chart.staff_by_id().filter(is_undecided) {
        let (subject, entry) = (post.id().subject(), post.entry());
        if told.contains(&subject) {
            continue;
        }
        let is_old = context
            .base
            .is_some_and(|(_, changes)| !changes.lineage.staff.is_new(post));
        if !is_old && found.is(entry.unit.as_ref(), (&subject, "unit"), time, sink) {
            found.staff.push((subject.clone(), post.count()));
            found.posts.insert(post.id(), post.count());
        }
        if found.is(entry.site.as_ref(), (&subject, "site"), time, sink) {
            found.seats.push(subject);
            found.posts.insert(post.id(), post.count());
        }
    }
    for group in chart.groups_by_id() {
        let (subject, entry) = (group.id().subject(), group.entry());
        let entrance = (&subject, "entrance");
        if !told.contains(&subject) && found.is(entry.entrance.as_ref(), entrance, time, sink) {
            found.groups.push(subject.clone());
        }
    }
    if found.members.is_empty() {
        return;
    }
    sink.report(time.graded(all_undecided(context, found, sink.side()), sink.side()));
}

fn all_undecided(context: &ChartContext<'_>, found: Undecided<'_>, side: Side) -> Draft {
    let effective = context.chart.process().effective();
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .message("message-undecided")
        .help("help-undecided")
        .set("effective", effective.unwrap_or(DateSpan::UNKNOWN))
        .set("staff", Value::Amounts(side, found.staff))
        .things("units", side, found.units)
        .things("seats", side, found.seats)
        .things("groups", side, found.groups)
        .members(found.members);
    for (subject, key) in found.fields {
        draft = draft.at(side, subject, [PathStep::from(key)], "label-undecided");
    }
    if found.posts.is_empty() {
        draft
    } else {
        draft.posts(found.posts.values().sum())
    }
}
