//! What is found and made of two charts, in every format there is.

use rokade::{
    AssessmentFormat, ChartFormat, ComparisonFormat, Format, Options, open_named, render,
    render_assessment, render_chart, render_comparison,
};
use rokade::{OpenedAssessment, Report};

use super::given::{Given, policy};
use super::{number, well_formed};

/// The report on two charts in every format.
///
/// # Panics
/// When one is not well formed.
pub fn report(data: &[u8]) -> u64 {
    let given = Given::new(data);
    let [base, revision] = given.open();
    let policy = policy(data);
    let report = rokade::diff(&given.sources, &base, &revision, &policy);
    let report = report.expect("every sentence can be made");
    let options = Options {
        verbose: data.len().is_multiple_of(3),
        full: data.len().is_multiple_of(5),
        width: [40, 100, 200][data.len() % 3],
        unicode: !data.len().is_multiple_of(7),
        ..Options::default()
    };
    for format in Format::ALL {
        let mut out = Vec::new();
        render(format, &report, &options, &mut out).expect("it can be written");
        well_formed(format.name(), &out);
    }
    number(rules(&report))
}

fn rules(report: &Report) -> impl Iterator<Item = &'static str> {
    report.findings.iter().map(|finding| finding.rule)
}

/// The comparison, the assessment and the org chart of two charts in every format.
///
/// # Panics
/// When one is not well formed.
pub fn papers(data: &[u8]) -> u64 {
    let given = Given::new(data);
    let policy = policy(data);
    let hides = data.len().is_multiple_of(3);
    let named = || [&given.base, &given.revision].map(|chain| open_named(&given.sources, chain));

    let [base, proposal] = named();
    let made = rokade::compare(&given.sources, base, vec![proposal], &[], &policy, hides);
    let made = made.expect("every sentence can be made");
    for format in ComparisonFormat::ALL {
        let mut out = Vec::new();
        let options = Options::default();
        render_comparison(format, &made, &options, &mut out).expect("it can be written");
        well_formed(format.name(), &out);
    }

    let [base, proposal] = named();
    let opened = OpenedAssessment {
        base,
        proposals: vec![proposal],
        hearings: Vec::new(),
    };
    let made = rokade::assess(&given.sources, opened, &policy, hides);
    let assessed = made.expect("every sentence can be made");
    for format in AssessmentFormat::ALL {
        let mut out = Vec::new();
        render_assessment(format, &assessed, &mut out).expect("it can be written");
        well_formed(format.name(), &out);
    }

    let [base, proposal] = named();
    let drawn = rokade::draw(Some(base), proposal, policy.language, hides);
    let drawn = drawn.expect("every sentence can be made");
    for format in ChartFormat::ALL {
        let mut out = Vec::new();
        render_chart(format, &drawn, &mut out).expect("it can be written");
        well_formed(format.name(), &out);
    }
    number(assessed.proposals.iter().flat_map(|one| rules(&one.report)))
}
