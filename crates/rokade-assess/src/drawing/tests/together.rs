//! Who is to sit together, before and after.

use rokade_core::drawing::{CoLocationMap, CoLocationStanding, DrawnCoLocation};
use rokade_core::entry::Language;
use rokade_core::finding::{Fingerprint, Rank, Severity, Side};
use rokade_core::ids::{CoLocationId, Id};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::report::{Command, Report, ReportCause, ReportFinding, ReportMember};

use super::super::co_locations;
use super::{Pair, at, chart};
use crate::{Input, Limits};

const BASE: &str = "
sites: { vej: { name: Kastetvej }, hus: { name: Huset } }
units:
  job: { name: Job, site: vej }
  ydelse: { name: Ydelse, site: vej }
staff:
  jobfolk: { title: Jobrådgiver, unit: job, count: 9, performs: [jobindsats] }
  raadgivere: { title: Ydelsesrådgiver, unit: ydelse, count: 12, performs: [ydelser] }
functions:
  jobindsats: { name: Jobindsats, responsible: job }
  ydelser: { name: Ydelser, responsible: ydelse }
target_groups: { unge: { name: Unge } }
";

const STATED: &str = "
co_locations:
  - { id: sammen, functions: [ydelser, jobindsats], because: \"Hurtig afklaring\" }
";

/// The map, where these co-locations are found to be weakened.
pub(super) fn map(pair: &Pair, weakened: &[&str]) -> Option<CoLocationMap> {
    let report = report(weakened);
    let input = Input {
        base: &pair.base,
        revision: &pair.revision,
        changes: &pair.changes,
        report: &report,
        hearings: &[],
        limits: Limits {
            span_max: Quantity::exact(20),
            hearing_min_days: Quantity::exact(14),
        },
        language: Language::Da,
    };
    co_locations(&input).expect("words")
}

fn report(weakened: &[&str]) -> Report {
    let fingerprint = || Fingerprint::of(["weakened"]);
    let finding = |id: &&str| ReportFinding {
        rule: "weakened-co-location",
        title: "Samlokaliseringer, der svækkes".to_owned(),
        topic: Rank::Places,
        severity: Severity::Warning,
        certainty: Certainty::Certain,
        cause: ReportCause {
            kind: "itself".to_owned(),
            subjects: Vec::new(),
        },
        caused_by: Vec::new(),
        caused_by_others: 0,
        members: vec![ReportMember {
            subject: CoLocationId::parse(id).expect("an id").subject(),
            side: Side::Revision,
            name: (*id).to_owned(),
            part: String::new(),
            fingerprint: fingerprint(),
            allowed: false,
            known: false,
        }],
        labels: Vec::new(),
        data: indexmap::IndexMap::new(),
        message: String::new(),
        help: None,
        posts: None,
        citizens: None,
        fingerprint: fingerprint(),
        allowed: None,
        known: None,
    };
    Report {
        command: Command::Diff,
        language: Language::Da,
        sources: Vec::new(),
        summary: Vec::new(),
        balance: None,
        findings: weakened.iter().map(finding).collect(),
        changes: Vec::new(),
        not_judged: Vec::new(),
        complete: true,
    }
}

fn stated(base: &str, proposal: &str) -> Pair {
    Pair::proposed(&format!("{base}{STATED}"), proposal)
}

/// A map of one co-location.
fn only(pair: &Pair, weakened: &[&str]) -> (CoLocationMap, DrawnCoLocation) {
    let map = map(pair, weakened).expect("one is stated");
    let one = map.co_locations[0].clone();
    assert_eq!(map.co_locations.len(), 1);
    (map, one)
}

/// Each member with where it is before and after.
pub(super) fn members(map: &CoLocationMap) -> Vec<String> {
    let members = map.co_locations.iter().flat_map(|one| &one.members);
    let told = members.map(|member| {
        let at = |drawn| at(&map.sites, drawn).join(" + ");
        format!(
            "{}: {} > {}",
            member.name,
            at(&member.before),
            at(&member.after)
        )
    });
    told.collect()
}

#[test]
fn nothing_is_drawn_where_nobody_is_stated_to_sit_together() {
    assert_eq!(map(&Pair::proposed(BASE, "events: []"), &[]), None);
}

#[test]
fn those_who_stay_keep_it() {
    let (map, one) = only(&stated(BASE, "events: []"), &[]);
    assert_eq!(one.standing, CoLocationStanding::Kept);
    assert_eq!(
        (one.word.as_str(), one.name.as_str()),
        ("bevares", "Jobindsats og Ydelser")
    );
    assert_eq!(one.because.as_deref(), Some("Hurtig afklaring"));
    assert_eq!(
        members(&map),
        [
            "Jobindsats: Kastetvej: 9 stillinger > Kastetvej: 9 stillinger",
            "Ydelser: Kastetvej: 12 stillinger > Kastetvej: 12 stillinger",
        ]
    );
    assert_eq!(
        map.description,
        "Diagrammet viser 1 samlokalisering: 1 bevares."
    );
}

#[test]
fn members_that_no_longer_share_a_site_break_it() {
    let pair = stated(BASE, "events: [{ relocate: { unit: ydelse, to: hus } }]");
    let (map, one) = only(&pair, &[]);
    assert_eq!(one.standing, CoLocationStanding::Broken);
    assert_eq!(one.word, "brydes");
    assert_eq!(
        members(&map)[1],
        "Ydelser: Kastetvej: 12 stillinger > Huset: 12 stillinger"
    );
}

#[test]
fn a_proposal_that_drops_what_it_breaks_breaks_it_all_the_same() {
    let pair = stated(
        BASE,
        "events: [{ relocate: { unit: ydelse, to: hus } }]
set: { co_locations: { sammen: ~ } }",
    );
    assert_eq!(only(&pair, &[]).1.standing, CoLocationStanding::Broken);
    let kept = stated(BASE, "set: { co_locations: { sammen: ~ } }");
    let (map, one) = only(&kept, &[]);
    assert_eq!(
        (one.standing, one.word.as_str()),
        (CoLocationStanding::Dropped, "bortfalder")
    );
    // Where they are is told all the same.
    assert_eq!(
        members(&map)[1],
        "Ydelser: Kastetvej: 12 stillinger > Kastetvej: 12 stillinger"
    );
}

#[test]
fn what_is_found_to_be_weakened_is_weakened_and_nothing_else_is() {
    let pair = stated(
        BASE,
        "events: [{ move: { staff: raadgivere, count: 8, to: ydelse, site: hus, as: flyttede } }]",
    );
    let (map, one) = only(&pair, &["sammen"]);
    assert_eq!(
        (one.standing, one.word.as_str()),
        (CoLocationStanding::Weakened, "svækkes")
    );
    assert_eq!(
        members(&map)[1],
        "Ydelser: Kastetvej: 12 stillinger > Kastetvej: 4 stillinger + Huset: 8 stillinger"
    );
    assert_eq!(
        only(&pair, &["noget-andet"]).1.standing,
        CoLocationStanding::Kept
    );
    // Worse than weakened.
    let broken = stated(BASE, "events: [{ relocate: { unit: ydelse, to: hus } }]");
    assert_eq!(
        only(&broken, &["sammen"]).1.standing,
        CoLocationStanding::Broken
    );
}

#[test]
fn those_who_never_sat_together_are_brought_together_or_not() {
    let apart = BASE.replace(
        "ydelse: { name: Ydelse, site: vej }",
        "ydelse: { name: Ydelse, site: hus }",
    );
    let proposed = |events: &str| {
        let stated =
            "set: { co_locations: { ny: { functions: [ydelser, jobindsats], for: [unge] } } }";
        Pair::proposed(&apart, &format!("{events}\n{stated}"))
    };
    let (_, one) = only(&proposed("events: []"), &[]);
    assert_eq!(
        (one.standing, one.word.as_str()),
        (CoLocationStanding::Apart, "ikke opfyldt")
    );
    assert_eq!(one.name, "Jobindsats og Ydelser for Unge");
    let (_, one) = only(
        &proposed("events: [{ relocate: { unit: ydelse, to: vej } }]"),
        &[],
    );
    assert_eq!(
        (one.standing, one.word.as_str()),
        (CoLocationStanding::Made, "opfyldes")
    );
}

#[test]
fn nothing_is_said_where_nothing_says_where_they_are() {
    let nobody = BASE.replace(", performs: [ydelser]", "");
    let (map, one) = only(&stated(&nobody, "events: []"), &[]);
    assert_eq!(
        (one.standing, one.word.as_str()),
        (CoLocationStanding::Unknown, "ukendt")
    );
    assert_eq!(members(&map)[1], "Ydelser:  > ");
}

#[test]
fn members_are_followed_under_other_ids_and_sites_under_other_names() {
    let base = chart(&format!("{BASE}{STATED}"));
    let revision = format!("{BASE}{STATED}")
        .replace(
            "vej: { name: Kastetvej }",
            "gade: { name: Kastetgade, previously: [vej] }",
        )
        .replace("site: vej", "site: gade")
        .replace("  ydelser: {", "  forsoergelse: { previously: [ydelser],")
        .replace("[ydelser]", "[forsoergelse]")
        .replace("previously: [forsoergelse]", "previously: [ydelser]")
        .replace("[ydelser, jobindsats]", "[forsoergelse, jobindsats]");
    let (map, one) = only(&Pair::new(base, chart(&revision)), &[]);
    assert_eq!(one.standing, CoLocationStanding::Kept);
    assert_eq!(map.sites, ["Kastetgade (før: Kastetvej)"]);
    assert_eq!(one.members.len(), 2);
}
