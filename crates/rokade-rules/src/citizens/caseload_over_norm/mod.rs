//! `caseload-over-norm`: more cases for each performing post than the norm says.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{FunctionView, Named, StaffView};
use rokade_core::entry::Per;
use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::{SiteId, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use self::load::{Judged, Load, cases, enquiries, names};
use crate::responsibility::holding::LABELLED;
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

mod load;

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "caseload-over-norm",
    family: Family::Citizens,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a function and how sure it is; its scopes are members.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut unknown: [BTreeSet<Subject>; 2] = Default::default();
    for function in context.chart.functions_by_id() {
        if context.is_faulty(&function.subject()) {
            continue;
        }
        let is_known = |norm: &Quantity| !norm.is_unknown();
        let entry = function.entry();
        if let Some(norm) = entry.cases_per_post.filter(is_known) {
            let judged = cases(function, norm);
            if tell(context, sink, (function, norm, Of::Cases), judged) {
                unknown[0].insert(function.subject());
            }
        }
        let Some(volume) = &entry.volume else {
            continue;
        };
        if let Some(norm) = volume.per_post.filter(is_known) {
            let judged = match volume.enquiries {
                Some(all) => enquiries(function, all, norm),
                None => Judged {
                    unknown: true,
                    ..Judged::default()
                },
            };
            if tell(
                context,
                sink,
                (function, norm, Of::Enquiries(volume.per)),
                judged,
            ) {
                unknown[1].insert(function.subject());
            }
        }
    }
    for (key, unknown) in ["not-judged-cases", "not-judged-enquiries"]
        .into_iter()
        .zip(unknown)
    {
        if !unknown.is_empty() {
            let functions = Value::Things(sink.side(), unknown.into_iter().collect());
            sink.not_judged(key, [("functions", functions)]);
        }
    }
}

/// What is counted.
#[derive(Clone, Copy)]
enum Of {
    Cases,
    Enquiries(Option<Per>),
}

/// Says what is above the norm; whether some of it could not be judged.
fn tell(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    (function, norm, of): (FunctionView<'_>, Quantity, Of),
    judged: Judged<'_>,
) -> bool {
    // What follows from a value that could not be read is no second finding.
    let is_sound = |load: &Load<'_>| {
        let units = load.units();
        let units = units.iter().map(Named::subject);
        let staff = load.staff().map(|post: StaffView<'_>| post.subject());
        !units.chain(staff).any(|one| context.is_faulty(&one))
    };
    let mut lines: BTreeMap<Certainty, Vec<Load<'_>>> = BTreeMap::new();
    for (load, certainty) in judged.over {
        if is_sound(&load) {
            lines.entry(certainty).or_default().push(load);
        }
    }
    for (certainty, loads) in lines {
        one_line(context, sink, (function, norm, of), certainty, loads);
    }
    judged.unknown
}

fn one_line(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    (function, norm, of): (FunctionView<'_>, Quantity, Of),
    certainty: Certainty,
    loads: Vec<Load<'_>>,
) {
    let side = sink.side();
    let subject = function.subject();
    let mut members = Vec::new();
    let mut told: Vec<Load<'_>> = Vec::new();
    for load in loads {
        let part = part(context, &load, of);
        if let Some(member) = sink.member(subject.clone(), &part, load.each()) {
            members.push(member);
            told.push(load);
        }
    }
    if told.is_empty() {
        return;
    }
    let names = names(&told.iter().collect::<Vec<_>>());
    let amounts = names.into_iter().zip(&told).flat_map(|(names, load)| {
        let each = rounded(load.each());
        names.into_iter().map(move |name| (name, each))
    });
    let work: Quantity = told.iter().map(|load| load.work).sum();
    let posts = {
        // Loads of one function that are told by themselves can still share posts.
        let staff = told.iter().flat_map(Load::staff);
        let all: BTreeMap<_, _> = staff.map(|post| (post.id(), post.count())).collect();
        all.into_values().sum::<Quantity>()
    };
    let (kind, per) = match of {
        Of::Cases => ("cases", None),
        Of::Enquiries(per) => ("enquiries", per),
    };
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .part(match certainty {
            Certainty::Certain => kind.to_owned(),
            Certainty::Possible => format!("{kind} possible"),
        })
        .certainty(certainty)
        .members(members)
        .posts(posts)
        .thing("function", side, subject.clone())
        .word("of", kind)
        .word(
            "per",
            match per {
                Some(Per::Day) => "day",
                Some(Per::Week) => "week",
                Some(Per::Month) => "month",
                Some(Per::Year) => "year",
                None => "not-stated",
            },
        )
        .set("norm", norm)
        .set("loads", Value::Amounts(side, amounts.collect()))
        .word("several", if told.len() > 1 { "yes" } else { "no" })
        .set("work", work)
        .set("needed", rounded(work.for_each(norm)));
    let mut labelled = 0;
    for load in &told {
        for &entry in &load.entries {
            labelled += 1;
            if labelled <= LABELLED {
                let path = match of {
                    Of::Cases => ["responsible".into(), entry.into()],
                    Of::Enquiries(_) => ["volume".into(), "per_post".into()],
                };
                draft = draft
                    .at(side, subject.clone(), path, "label")
                    .label_set("each", rounded(load.each()));
            }
            if matches!(of, Of::Enquiries(_)) {
                break;
            }
        }
    }
    sink.report(draft);
}

/// What a load is called, by ids of the base where there is one: so that it is known again.
fn part(context: &ChartContext<'_>, load: &Load<'_>, of: Of) -> String {
    if let Of::Enquiries(_) = of {
        return "enquiries".to_owned();
    }
    let lineage = context.base.map(|(_, changes)| &changes.lineage);
    let unit = |id: &UnitId| {
        let was = lineage.and_then(|lineage| lineage.units.ancestors(id).first());
        was.unwrap_or(id).to_string()
    };
    let site = |id: &SiteId| {
        let was = lineage.and_then(|lineage| lineage.sites.ancestors(id).first());
        was.unwrap_or(id).to_string()
    };
    let group = |id: &TargetGroupId| {
        let was = lineage.and_then(|lineage| lineage.groups.ancestors(id).first());
        was.unwrap_or(id).to_string()
    };
    let cells = load.cells.iter().map(|cell| {
        let unit = cell
            .holder
            .unit()
            .map_or_else(String::new, |holder| unit(holder.id()));
        let site = cell
            .site
            .map_or_else(String::new, |at| format!("@{}", site(at.id())));
        let group = cell
            .group
            .map_or_else(String::new, |of| format!(":{}", group(of.id())));
        format!("{unit}{site}{group}")
    });
    let cells: BTreeSet<String> = cells.collect();
    cells.into_iter().collect::<Vec<_>>().join(" ")
}

/// As it is told: what is exact to a tenth, upwards, so that it is never told as the norm itself
/// when it is more; what is rough to wholes.
fn rounded(quantity: Quantity) -> Quantity {
    let (low, high) = (quantity.low(), quantity.high());
    // An exact number whose hundredths do not come out even is told as one.
    let is_one = high.is_some_and(|high| high - low <= 1) && !quantity.is_approximate();
    let up = |end: i64, to: i64| (end + to - 1) / to * to;
    let (low, high) = if is_one {
        let one = up(low, 10);
        (one, Some(one))
    } else {
        (low / 100 * 100, high.map(|high| up(high, 100)))
    };
    Quantity::from_hundredths(low, high, quantity.is_approximate()).unwrap_or(quantity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_no_more_precise_than_what_is_known() {
        let told = |all: &str, of: &str| {
            let [all, of]: [Quantity; 2] = [all, of].map(|q| q.parse().unwrap());
            rounded(all.for_each(of)).to_string()
        };
        assert_eq!(told("1000", "16"), "62.5");
        assert_eq!(told("1000", "18"), "55.6");
        assert_eq!(told("1101", "20"), "55.1");
        assert_eq!(told("ca. 1000", "ca. 18-20"), "ca. 50-56");
        assert_eq!(told("ca. 1000", "16"), "ca. 62-63");
        assert_eq!(told("100", "0-3"), "33+");
    }
}
