//! Assessments built by hand, for tests.

use rokade_core::assessment::{
    AssessedProposal, Assessment, Assumption, ChangeLine, MedQuestion, StaffMove, UnitFact,
    UnitFunction, UnitPage, Withheld,
};
use rokade_core::comparison::ComparedValue;
use rokade_core::drawing::{
    CoLocationMap, CoLocationStanding, DrawnCoLocation, DrawnMember, DrawnSite, DrawnUnit, Mark,
    Marked, OrgChart,
};
use rokade_core::entry::Language;
use rokade_core::finding::{Rank, Severity, Side, Value};
use rokade_core::ids::Kind;
use rokade_core::note::HearingNote;
use rokade_core::quantity::{Certainty, Quantity, QuantityJson};
use rokade_core::report::{Command, Report, ReportBalance, ReportFinding};

use crate::comparison::fixture as compared;
use crate::fixture::{allowed, finding, label, member, report, source};
use crate::note::fixture as noted;

/// A number as it is written.
pub(super) fn value(text: &str) -> ComparedValue {
    ComparedValue {
        quantity: QuantityJson::from(text.parse::<Quantity>().unwrap()),
        text: text.to_owned(),
    }
}

/// An assessment of so many proposals in which everything that a chart can name is this.
pub(super) fn assessment(text: &str, proposals: usize) -> Assessment {
    let mut comparison = compared::comparison(text);
    comparison.weighing = None;
    let marks = ["A", "B"];
    Assessment {
        language: Language::Da,
        organization: Some(text.to_owned()),
        proposals: marks[..proposals]
            .iter()
            .map(|mark| proposal(text, mark))
            .collect(),
        comparison,
        hearings: vec![note(text)],
        complete: false,
        hides_small_groups: true,
    }
}

fn note(text: &str) -> HearingNote {
    let mut note = noted::note(text);
    // What the note tells first is what the proposal's third finding is.
    let fingerprint = findings(text)[2].fingerprint.clone();
    for response in &mut note.responses {
        for point in &mut response.points {
            point.shown.findings[0].fingerprint = fingerprint.clone();
            "hemmeligt-id".clone_into(&mut point.id);
        }
    }
    // One that says nothing has no name but its id.
    note.responses[0].points[0].text.clear();
    note
}

fn proposal(text: &str, mark: &str) -> AssessedProposal {
    let some = || Some(text.to_owned());
    AssessedProposal {
        mark: mark.to_owned(),
        title: text.to_owned(),
        source: "/hjem/planlaegger/forslag.yaml".to_owned(),
        report: told(text),
        withheld: vec![Withheld {
            rule: "small-rule",
            title: text.to_owned(),
            findings: 2,
        }],
        faults: 1,
        before: chart(text),
        after: chart(text),
        co_locations: Some(map(text)),
        units: vec![
            unit(text, vec![0, 2]),
            unit(text, vec![2]),
            unit(text, vec![]),
        ],
        questions: vec![MedQuestion {
            question: text.to_owned(),
            answers: vec![text.to_owned()],
            missing: vec![text.to_owned()],
        }],
        changes: vec![ChangeLine {
            topic: Rank::Units,
            topic_name: text.to_owned(),
            what: text.to_owned(),
            kind: text.to_owned(),
            from: some(),
            to: some(),
            posts: Some(value("ca. 2-3")),
        }],
        moves: vec![staff(text)],
        assumptions: vec![Assumption {
            kind: text.to_owned(),
            text: text.to_owned(),
            about: vec![text.to_owned()],
        }],
        unknowns: vec![text.to_owned()],
    }
}

/// What is found: an error, a warning and a note.
pub(super) fn findings(text: &str) -> Vec<ReportFinding> {
    let sources = [source("/hjem/current.yaml", "rokade: 1\nunits:\n  a: {}\n")];
    let mut found = Vec::new();
    for (rule, severity) in [
        ("unassigned-responsibility", Severity::Error),
        ("left-neighbours", Severity::Warning),
        ("moved-unit", Severity::Note),
    ] {
        let place = label(&sources, Side::Base, 0, ("units", "a: {}"), text);
        // The first has no name but its id.
        let name = |n: usize| match n {
            0 => "hemmeligt-id-0".to_owned(),
            _ => format!("{text} {n}"),
        };
        let members = (0..7).map(|n| member(Kind::Unit, &format!("hemmeligt-id-{n}"), &name(n)));
        found.push(ReportFinding {
            title: text.to_owned(),
            certainty: Certainty::Possible,
            members: members.collect(),
            labels: vec![place],
            data: [("units", Value::Texts(vec!["hemmeligt-id".to_owned()]))].into(),
            help: Some(text.to_owned()),
            posts: Some("ca. 2-3".parse::<Quantity>().unwrap().into()),
            ..finding(rule, severity, text)
        });
    }
    found[1].allowed = Some(allowed(Some(text), Some("2027-01-31")));
    found
}

fn told(text: &str) -> Report {
    Report {
        command: Command::Diff,
        sources: vec![source("/hjem/current.yaml", "rokade: 1\nunits:\n  a: {}\n")],
        summary: vec![text.to_owned(), text.to_owned()],
        balance: Some(ReportBalance {
            functions: [("all".to_owned(), 9)].into(),
            posts: [("all".to_owned(), value("12").quantity)].into(),
            sentences: vec![text.to_owned()],
        }),
        not_judged: vec![text.to_owned()],
        complete: false,
        ..report(findings(text))
    }
}

fn site(site: usize, text: &str) -> DrawnSite {
    DrawnSite {
        site,
        posts: Some(text.to_owned()),
    }
}

/// Two units, the second below the first.
pub(super) fn chart(text: &str) -> OrgChart {
    let unit = |parent| DrawnUnit {
        id: "hemmeligt-id".to_owned(),
        parent,
        name: text.to_owned(),
        level: Some(text.to_owned()),
        head: Some(text.to_owned()),
        posts: Some(text.to_owned()),
        sites: vec![site(0, text)],
        below: None,
        marks: vec![Marked {
            mark: Mark::Moved,
            word: "flyttes".to_owned(),
            text: Some(text.to_owned()),
        }],
        is_external: true,
    };
    OrgChart {
        language: Language::Da,
        title: text.to_owned(),
        description: text.to_owned(),
        units: vec![unit(None), unit(Some(0))],
        sites: vec![text.to_owned()],
    }
}

fn map(text: &str) -> CoLocationMap {
    CoLocationMap {
        language: Language::Da,
        title: text.to_owned(),
        description: text.to_owned(),
        sites: vec![text.to_owned()],
        co_locations: vec![DrawnCoLocation {
            name: text.to_owned(),
            because: Some(text.to_owned()),
            standing: CoLocationStanding::Broken,
            word: "brydes".to_owned(),
            members: vec![DrawnMember {
                name: text.to_owned(),
                before: vec![site(0, text)],
                after: Vec::new(),
            }],
        }],
    }
}

/// A group of posts that goes somewhere else.
pub(super) fn staff(text: &str) -> StaffMove {
    let some = || Some(text.to_owned());
    StaffMove {
        title: text.to_owned(),
        new_title: some(),
        posts: value("ca. 2-3"),
        fate: text.to_owned(),
        changes: true,
        from_unit: some(),
        to_unit: Some(format!("{text} 2")),
        from_site: some(),
        to_site: some(),
        from_head: None,
        to_head: some(),
    }
}

/// A unit to which something happens.
pub(super) fn unit(text: &str, findings: Vec<usize>) -> UnitPage {
    UnitPage {
        name: text.to_owned(),
        before: Some(0),
        after: Some(0),
        mark: Mark::Moved,
        word: "flyttes".to_owned(),
        sentences: vec![text.to_owned()],
        facts: vec![UnitFact {
            label: text.to_owned(),
            before: Some(text.to_owned()),
            after: None,
            changes: true,
        }],
        staff: vec![staff(text)],
        functions: vec![UnitFunction {
            name: text.to_owned(),
            text: text.to_owned(),
            changes: true,
        }],
        findings,
        heard: vec![text.to_owned()],
        points: vec![(0, (0, 1))],
    }
}
