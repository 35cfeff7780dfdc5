//! What is in force in a run, and where each value comes from: a flag, the environment,
//! `rokade.toml`, the chart, the locale, or nothing but the default.
//!
//! Nothing is read here but the environment: the file is read in [`file`].

mod baseline;
mod check;
mod file;

use std::collections::BTreeMap;

use rokade::{Language, Limits, Policy, Quantity, Severity};

pub(crate) use baseline::{Baseline, BaselineError, BaselineFault, Entry, read_baseline, written};
pub(crate) use check::{Fault, FaultKind};
pub(crate) use file::{FileError, Found, SettingsFile, nearest};

use crate::args::{FailOn, ReportArgs};

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The command line.
    Flag,
    /// A variable of the environment.
    Environment,
    /// `rokade.toml`.
    File,
    /// The chart that is checked.
    Chart,
    /// The system's locale.
    Locale,
    /// Nothing says otherwise.
    Default,
}

/// A value with where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sourced<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

impl<T> Sourced<T> {
    fn new(origin: Origin, value: T) -> Self {
        Sourced { value, origin }
    }

    /// The first value that is given, in the order of who is heard first; else the default.
    fn first<const N: usize>(given: [(Origin, Option<T>); N], default: T) -> Self {
        let mut given = given.into_iter();
        given
            .find_map(|(origin, value)| value.map(|value| Sourced::new(origin, value)))
            .unwrap_or(Sourced::new(Origin::Default, default))
    }
}

/// A limit that can be set.
#[derive(Debug)]
pub(crate) struct Limit {
    /// Its name under `[limits]`.
    pub(crate) name: &'static str,
    /// The least and the most it can be.
    pub(crate) range: (u32, u32),
    field: fn(&mut Limits) -> &mut Quantity,
}

/// Every limit that rules measure against.
pub(crate) static LIMITS: [Limit; 2] = [
    Limit {
        name: "span.max",
        range: (1, 10_000),
        field: |limits| &mut limits.span_max,
    },
    Limit {
        name: "hearing.min_days",
        range: (0, 366),
        field: |limits| &mut limits.hearing_min_days,
    },
];

/// The languages that are asked for before it is known what the chart says.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Languages {
    /// On the command line.
    pub(crate) asked: Option<Language>,
    /// In `rokade.toml`.
    pub(crate) file: Option<Language>,
}

impl Languages {
    /// The language of a run on a chart.
    pub(crate) fn choose(self, chart: Option<Language>) -> Sourced<Language> {
        let named = |name: String| Language::from_tag(&name);
        let of_environment = std::env::var("ROKADE_LANG").ok().and_then(named);
        let given = [
            (Origin::Flag, self.asked),
            (Origin::Environment, of_environment),
            (Origin::File, self.file),
            (Origin::Chart, chart),
            (Origin::Locale, sys_locale::get_locale().and_then(named)),
        ];
        Sourced::first(given, Language::default())
    }
}

/// What is in force for a report.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) languages: Languages,
    pub(crate) fail_on: Sourced<FailOn>,
    pub(crate) certain_only: Sourced<bool>,
    /// The severities that are not the rules' own.
    pub(crate) severities: BTreeMap<String, Sourced<Severity>>,
    /// In the order of [`LIMITS`].
    pub(crate) limits: Vec<(&'static Limit, Sourced<Quantity>)>,
}

impl Settings {
    /// What the command line says, then the file.
    pub(crate) fn new(args: &ReportArgs, file: &SettingsFile) -> Self {
        let mut severities = BTreeMap::new();
        let of_file = file.severities.iter();
        severities.extend(of_file.map(|(rule, &severity)| {
            let set = Sourced::new(Origin::File, severity);
            (rule.clone(), set)
        }));
        let of_flags = args.severity.iter();
        severities.extend(of_flags.map(|(rule, severity)| {
            let set = Sourced::new(Origin::Flag, *severity);
            (rule.clone(), set)
        }));
        let mut default = Limits::default();
        let limits = LIMITS.iter().map(|limit| {
            let of_file = file.limits.get(limit.name).copied().map(Quantity::exact);
            let default = *(limit.field)(&mut default);
            (limit, Sourced::first([(Origin::File, of_file)], default))
        });
        Settings {
            languages: Languages {
                asked: args.language.lang,
                file: file.language,
            },
            fail_on: Sourced::first(
                [(Origin::Flag, args.fail_on), (Origin::File, file.fail_on)],
                FailOn::Error,
            ),
            certain_only: Sourced::first(
                [
                    (Origin::Flag, args.certain_only),
                    (Origin::File, file.certain_only),
                ],
                false,
            ),
            severities,
            limits: limits.collect(),
        }
    }

    /// How findings are graded and told.
    pub(crate) fn policy(&self, args: &ReportArgs, language: Language) -> Policy {
        let mut limits = Limits::default();
        for (limit, set) in &self.limits {
            *(limit.field)(&mut limits) = set.value;
        }
        let severities = self.severities.iter();
        Policy {
            language,
            severities: severities
                .map(|(rule, set)| (rule.clone(), set.value))
                .collect(),
            on: args.on,
            all_names: args.full,
            limits,
            ..Policy::default()
        }
    }
}

#[cfg(test)]
mod tests;
