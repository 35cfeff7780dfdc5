//! Any file is read to its end: it is whole, or refused in both languages with a place and a way
//! out; and every place it is told by stands in it.

use rokade::{
    AnsweredFault, Chain, Checked, Fault, FaultKind, KnownFindings, Language, Opened, Part, Policy,
    Referred, Report, SourceId, Sources, Syntax,
};
use rokade_core::fault::FaultPlace;

use super::given::alone;
use super::number;
use crate::refused;

/// What a proposal is read upon.
pub(crate) const BASE: &str = include_str!("../../bad-base.yaml");
/// What a hearing is read with.
pub(crate) const PROPOSAL: &str = include_str!("../../bad-proposal.yaml");

/// The chart that a table of staff stands beside.
const BESIDE: &str = "rokade: 1
units: { a: { name: A }, b: { name: B, parent: a } }
functions: { ydelse: { responsible: a } }
";

/// A chart, a proposal or a hearing.
///
/// # Panics
/// When it is not read as it should be.
pub fn load(data: &[u8]) -> u64 {
    let mut sources = Sources::default();
    let file = sources.add("file.yaml", data, Syntax::Yaml);
    let checked = match Part::of(&sources, file) {
        Part::Chart => Checked::Chart(Box::new(rokade::open(&sources, &[file]))),
        Part::Proposal => {
            let base = sources.add("base.yaml", BASE.as_bytes(), Syntax::Yaml);
            let chain = Chain {
                root: Ok(vec![base]),
                proposals: vec![file],
            };
            Checked::Chart(Box::new(rokade::open_chain(&sources, &chain)))
        }
        Part::Hearing => {
            let referred = referred(&mut sources, file);
            let hearing = rokade::open_answered(&sources, file, &referred);
            Checked::Hearing(Box::new(hearing))
        }
    };
    let chart = match &checked {
        Checked::Chart(chart) => Some(&**chart),
        Checked::Hearing(_) => None,
    };
    if let Some(chart) = chart {
        placed(&sources, chart);
    }
    let is_good = chart.is_some_and(|chart| chart.complete && !chart.faults.iter().any(is_error));
    if is_good {
        return number(["good"]);
    }
    let must_be_refused = chart.is_some();
    told(&sources, checked, "file.yaml", must_be_refused)
}

/// A table of staff.
///
/// # Panics
/// When it is not read as it should be.
pub fn table(data: &[u8]) -> u64 {
    let mut sources = Sources::default();
    let files = [
        sources.add("chart.yaml", BESIDE.as_bytes(), Syntax::Yaml),
        sources.add("staff.csv", data, Syntax::Csv),
    ];
    let chart = rokade::open(&sources, &files);
    placed(&sources, &chart);
    if chart.complete && !chart.faults.iter().any(is_error) {
        return number([format!("good {}", chart.chart.entries().staff.len())]);
    }
    let checked = Checked::Chart(Box::new(chart));
    told(&sources, checked, "staff.csv", true)
}

/// What a hearing names: a proposal that is there, and counter-proposals, of which every other is.
pub(crate) fn referred(sources: &mut Sources, hearing: SourceId) -> Referred {
    let base = sources.add("base.yaml", BASE.as_bytes(), Syntax::Yaml);
    let proposal = sources.add("proposal.yaml", PROPOSAL.as_bytes(), Syntax::Yaml);
    let chain = Chain {
        proposals: vec![proposal],
        ..alone(base)
    };
    let named = rokade::counter_proposals_of(sources, hearing).into_iter();
    let counters = named.enumerate().map(|(at, path)| {
        let is_there = at % 2 == 0;
        let answered = Ok(chain.clone()).and_then(|chain| {
            if is_there {
                Ok(chain)
            } else {
                Err(AnsweredFault::Missing)
            }
        });
        (path, answered)
    });
    let counter_proposals = counters.collect();
    Referred {
        proposal: rokade::proposal_of(sources, hearing).map(|_| Ok(chain)),
        counter_proposals,
    }
}

/// Whether something is an error by itself, wherever it stands.
fn is_error(fault: &Fault) -> bool {
    !matches!(fault.kind, FaultKind::PersonalData { .. })
}

/// Every fault stands somewhere, and what is not complete has one.
pub(crate) fn placed(sources: &Sources, opened: &Opened) {
    assert!(
        opened.complete || !opened.faults.is_empty(),
        "unread and no fault"
    );
    for fault in &opened.faults {
        if let FaultPlace::Span(span) = &fault.at {
            let text = &sources.get(span.source).text;
            assert!(
                text.get(span.range()).is_some(),
                "{fault:?} is not in its file"
            );
        }
    }
}

/// Every label of a report stands in its file, and every finding says something.
pub(crate) fn sound(report: &Report) {
    let mut marks = std::collections::BTreeSet::new();
    for finding in &report.findings {
        assert!(
            !finding.message.trim().is_empty(),
            "{} says nothing",
            finding.rule
        );
        let is_new = marks.insert(finding.fingerprint.as_str());
        assert!(is_new, "{} twice: {}", finding.rule, finding.message);
        for label in &finding.labels {
            let text = &report.sources[label.span.source.0 as usize].text;
            assert!(text.get(label.span.range()).is_some(), "{label:?}");
        }
    }
}

/// Tells what was found of a file in both languages, and tells it by the rules.
fn told(sources: &Sources, checked: Checked, file: &str, must_be_refused: bool) -> u64 {
    let checked = [(checked, KnownFindings::new())];
    let [en, da] = [Language::En, Language::Da].map(|language| {
        let policy = Policy {
            language,
            ..Policy::default()
        };
        rokade::check_each(sources, &checked, &policy).expect("every sentence can be made")
    });
    sound(&en);
    sound(&da);
    assert_eq!(en.findings.len(), da.findings.len());
    // What says of itself that it is allowed is told, and does not count.
    let is_allowed = en.findings.iter().any(|finding| finding.allowed.is_some());
    if must_be_refused
        && !is_allowed
        && let Err(why) = refused([&en, &da], file)
    {
        panic!("{why}");
    }
    let words = en.findings.iter().map(|finding| {
        let of = finding.data.keys().copied();
        format!("{} {}", finding.rule, of.collect::<Vec<_>>().join(" "))
    });
    number(words)
}
