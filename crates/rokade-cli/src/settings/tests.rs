//! What is in force, and where it is from; what a file can and cannot say.

use clap::Parser as _;
use rokade::{DateSpan, Language, Limits, Quantity, Severity};

use super::check::{Fault, FaultKind, Shape};
use super::file::parse;
use super::*;
use crate::args::{Args, Command, FailOn, ReportArgs};

fn report_args(line: &str) -> ReportArgs {
    let words = ["rokade", "check", "a.yaml"].into_iter();
    let args = Args::parse_from(words.chain(line.split_whitespace()));
    match args.command {
        Command::Check { report, .. } => report,
        other => panic!("{other:?}"),
    }
}

fn read(text: &str) -> SettingsFile {
    let (settings, faults) = parse(text.as_bytes());
    assert_eq!(faults, [], "{text}");
    settings
}

fn faults(text: &str) -> Vec<Fault> {
    parse(text.as_bytes()).1
}

const FULL: &str = "\
language = \"da\"
fail-on = \"warning\"
certain-only = true

[severities]
vacant-head = \"error\"
untidy-name = \"warning\"

[limits]
span.max = 20
hearing.min_days = 10
";

#[test]
fn each_value_says_where_it_is_from() {
    let file = read(FULL);
    let settings = Settings::new(&report_args(""), &SettingsFile::default());
    assert_eq!(
        (settings.fail_on, settings.certain_only),
        (
            Sourced::new(Origin::Default, FailOn::Error),
            Sourced::new(Origin::Default, false)
        )
    );
    let limits: Vec<_> = settings.limits.iter().map(|(_, limit)| *limit).collect();
    assert_eq!(
        limits,
        [25, 14].map(|n| Sourced::new(Origin::Default, Quantity::exact(n)))
    );
    assert!(settings.severities.is_empty());

    let settings = Settings::new(&report_args(""), &file);
    assert_eq!(
        settings.fail_on,
        Sourced::new(Origin::File, FailOn::Warning)
    );
    assert_eq!(settings.certain_only, Sourced::new(Origin::File, true));
    let limits: Vec<_> = settings.limits.iter().map(|(_, limit)| *limit).collect();
    assert_eq!(
        limits,
        [20, 10].map(|n| Sourced::new(Origin::File, Quantity::exact(n)))
    );

    let flags = "--fail-on never --certain-only=false --severity vacant-head=note";
    let args = report_args(flags);
    let settings = Settings::new(&args, &file);
    assert_eq!(settings.fail_on, Sourced::new(Origin::Flag, FailOn::Never));
    assert_eq!(settings.certain_only, Sourced::new(Origin::Flag, false));
    assert_eq!(
        settings.severities["vacant-head"],
        Sourced::new(Origin::Flag, Severity::Note)
    );
    assert_eq!(
        settings.severities["untidy-name"],
        Sourced::new(Origin::File, Severity::Warning)
    );
    let policy = settings.policy(&args, Language::Da);
    assert_eq!(policy.severities["vacant-head"], Severity::Note);
    assert_eq!(policy.limits.span_max, Quantity::exact(20));
    assert_eq!(policy.limits.hearing_min_days, Quantity::exact(10));
}

#[test]
fn the_language_is_asked_for_in_one_order() {
    let (da, en) = (Some(Language::Da), Some(Language::En));
    let choose = |asked, file, chart| Languages { asked, file }.choose(chart);
    assert_eq!(choose(da, en, en).origin, Origin::Flag);
    // The tests are run where nothing sets the language for the user.
    if std::env::var_os("ROKADE_LANG").is_none() {
        assert_eq!(
            choose(None, da, en),
            Sourced::new(Origin::File, Language::Da)
        );
        assert_eq!(
            choose(None, None, da),
            Sourced::new(Origin::Chart, Language::Da)
        );
        let last = choose(None, None, None).origin;
        assert!(matches!(last, Origin::Locale | Origin::Default));
    }
}

#[test]
fn every_limit_can_be_set() {
    // A limit that is new stands here too, and so among those that can be set.
    let Limits {
        span_max: _,
        hearing_min_days: _,
        on,
    } = Limits::default();
    assert_eq!(on, None::<DateSpan>);
    let (mut one, mut other) = (Limits::default(), Limits::default());
    for (i, limit) in LIMITS.iter().enumerate() {
        *(limit.field)(&mut one) = Quantity::exact(100 + i as u32);
        let default = *(limit.field)(&mut other);
        let (least, most) = limit.range;
        let can_be_set = (least..=most).any(|n| Quantity::exact(n) == default);
        assert!(can_be_set, "{}", limit.name);
    }
    assert_eq!(
        (one.span_max, one.hearing_min_days),
        (Quantity::exact(100), Quantity::exact(101))
    );
}

#[test]
fn a_limit_can_be_written_in_each_way_of_toml() {
    for text in [
        "[limits]\nspan.max = 20",
        "[limits.span]\nmax = 20",
        "limits.span.max = 20",
        "limits = { span = { max = 20 } }",
        "[limits]\n\"span.max\" = 2_0",
        "[limits]\nspan.max = 0x14",
        "\u{feff}[limits]\nspan.max = 20",
        "[limits]\r\nspan.max = 20\r\n",
    ] {
        assert_eq!(read(text).limits["span.max"], 20, "{text}");
    }
    assert_eq!(read(""), SettingsFile::default());
    assert_eq!(read("# nothing\n[severities]\n"), SettingsFile::default());
}

#[test]
fn every_mistake_is_found_at_its_place_in_one_run() {
    let text = "\
langauge = \"da\"
fail-on = \"warnings\"
certain-only = \"yes\"
ærø = 1

[severities]
vacant-haed = \"error\"
moved-unit = \"off\"

[limits]
span.maks = 3
span.max = 0
hearing = 14
";
    let places: Vec<(usize, usize)> = faults(text).iter().map(|f| (f.line, f.column)).collect();
    // TOML lets no key be bare that is not ASCII: a fault of the syntax hides all others.
    assert_eq!(places, [(4, 1)]);
    let found = faults(&text.replace("ærø = 1", "\"ærø\" = 1"));
    let told: Vec<(usize, usize, &FaultKind)> =
        found.iter().map(|f| (f.line, f.column, &f.kind)).collect();
    let unknown = |key: &str, nearest, known: &[&'static str]| FaultKind::UnknownKey {
        key: key.to_owned(),
        nearest,
        known: known.to_vec(),
    };
    let keys = [
        "language",
        "fail-on",
        "certain-only",
        "severities",
        "limits",
    ];
    let limits = ["span.max", "hearing.min_days"];
    assert_eq!(
        told,
        [
            (1, 1, &unknown("langauge", Some("language"), &keys)),
            (
                2,
                11,
                &FaultKind::NotOneOf {
                    key: "fail-on".to_owned(),
                    found: "\"warnings\"".to_owned(),
                    nearest: Some("warning"),
                    known: vec!["error", "warning", "note", "never"],
                }
            ),
            (
                3,
                16,
                &FaultKind::WrongType {
                    key: "certain-only".to_owned(),
                    found: "\"yes\"".to_owned(),
                    expected: Shape::Bool,
                }
            ),
            (4, 1, &unknown("ærø", None, &keys)),
            (
                7,
                1,
                &FaultKind::UnknownRule {
                    rule: "vacant-haed".to_owned(),
                    nearest: Some("vacant-head"),
                }
            ),
            (
                8,
                14,
                &FaultKind::NotOneOf {
                    key: "moved-unit".to_owned(),
                    found: "\"off\"".to_owned(),
                    nearest: None,
                    known: vec!["error", "warning", "note"],
                }
            ),
            (11, 6, &unknown("span.maks", Some("span.max"), &limits)),
            (
                12,
                12,
                &FaultKind::OutOfRange {
                    key: "span.max".to_owned(),
                    found: "0".to_owned(),
                    range: (1, 10_000),
                }
            ),
            (
                13,
                1,
                &unknown("hearing", Some("hearing.min_days"), &limits)
            ),
        ]
    );
}

#[test]
fn columns_are_counted_in_code_points() {
    let found = faults("fail-on = \"error\"\nlimits = { \"æøå\" = 1, b = 2 }");
    let places: Vec<(usize, usize)> = found.iter().map(|f| (f.line, f.column)).collect();
    assert_eq!(places, [(2, 12), (2, 23)]);
    let latin = parse(b"# \xe6\n").1;
    assert_eq!(
        latin,
        [Fault {
            line: 1,
            column: 3,
            byte: 2,
            kind: FaultKind::NotUtf8
        }]
    );
}

#[test]
fn numbers_that_are_none_or_too_large_are_refused() {
    for (value, is_number) in [
        ("-1", true),
        ("10001", true),
        ("99999999999999999999999", true),
        ("2.5", false),
        ("\"25\"", false),
        ("\"ca. 25\"", false),
        ("true", false),
        ("[25]", false),
        ("{}", false),
        ("2017-06-20", false),
    ] {
        let found = faults(&format!("limits.span.max = {value}"));
        let [fault] = &found[..] else {
            panic!("{value}: {found:?}");
        };
        let is_range = matches!(fault.kind, FaultKind::OutOfRange { .. });
        assert_eq!(is_range, is_number, "{value}: {fault:?}");
        assert_eq!((fault.line, fault.column), (1, 19), "{value}");
    }
    let twice = faults("[limits]\n\"span.max\" = 1\nspan.max = 2\n");
    assert!(matches!(
        twice[..],
        [Fault {
            kind: FaultKind::Twice { .. },
            ..
        }]
    ));
}
