//! Sites: who sits together, and who no longer does.

use super::*;

#[test]
fn a_unit_without_posts_is_told_without_a_number_of_them() {
    let chart = |site: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  job: {{ name: Jobcenter, site: kaj }}
  ydelse: {{ name: Ydelse, site: {site} }}
interfaces: [{{ id: i, units: [job, ydelse], strength: daily }}]
co_locations: [{{ id: c, units: [job, ydelse], because: Borgeren mødes af begge }}]
"
        )
    };
    let told = |rule| one(diff(rule, &chart("kaj"), &chart("torv"))).message;
    let left = told("left-neighbours");
    assert!(
        left.starts_with("Ydelse moves from Kajen to Torvet."),
        "{left}"
    );
    let broken = told("broken-co-location");
    assert!(
        broken.contains("Ydelse moves from Kajen to Torvet."),
        "{broken}"
    );
}

/// Three who sit together under one head.
const THREE: &str =
    "sites: { kaj: { name: Kajen }, torv: { name: Torvet }, havn: { name: Havnen } }
units:
  forv: { name: Forvaltningen, head: direktoer, site: kaj }
  job: { name: Jobcenter, parent: forv, head: leder }
  ydelse: { name: Ydelse, parent: forv, head: leder-ydelse }
";

const HEADS: &str = "staff:
  direktoer: { title: Direktør, unit: forv }
  leder: { title: Leder, unit: job }
  leder-ydelse: { title: Leder af Ydelse, unit: ydelse }
  bliver: { title: Vejleder, unit: KEPT, count: 3 }
  andre: { title: Rådgiver, unit: MOVED, count: 4 }
  ude: { title: Mentor, unit: GONE, count: 5 }
";

/// One stays, one moves under another head, and one out of the organisation's line.
fn three(names: [&str; 3], also: &str) -> (String, String) {
    let [kept, moved, gone] = names;
    let unit =
        |id: &str, rest: &str| format!("  {id}: {{ name: Team {id}, head: none, {rest} }}\n");
    let staff = HEADS
        .replace("KEPT", kept)
        .replace("MOVED", moved)
        .replace("GONE", gone);
    let units = |kept: String, moved: String, gone: String| {
        let mut all = [kept, moved, gone];
        all.sort();
        format!("{THREE}{}{staff}{also}", all.concat())
    };
    let base = units(
        unit(kept, "parent: job"),
        unit(moved, "parent: job"),
        unit(gone, "parent: job"),
    );
    let revision = units(
        unit(kept, "parent: job"),
        unit(moved, "parent: ydelse, site: torv"),
        unit(gone, "site: havn"),
    );
    (base, revision)
}

#[test]
fn of_several_who_part_the_furthest_head_is_told() {
    let together =
        "co_locations: [{ id: sammen, units: [a, b, c], because: Borgeren mødes af alle }]\n";
    for names in [["a", "b", "c"], ["c", "b", "a"], ["a", "c", "b"]] {
        let (base, revision) = three(names, together);
        let finding = one(diff("lost-site-and-head", &base, &revision));
        assert!(
            finding.message.contains("then they have none."),
            "{names:?} {}",
            finding.message
        );
    }
}

#[test]
fn those_who_part_are_told_once_for_what_they_share() {
    let (base, revision) = three(
        ["a", "b", "c"],
        "interfaces: [{ id: alle, units: [a, b, c], strength: weekly }]\n",
    );
    let finding = one(diff("lost-site-and-head", &base, &revision));
    assert_eq!(members(&finding), ["alle"]);
    // Interfaces of others are findings of their own.
    let two = "interfaces: [{ id: ab, units: [a, b] }, { id: ac, units: [a, c] }]\n";
    let (base, revision) = three(["a", "b", "c"], two);
    let report = diff("lost-site-and-head", &base, &revision);
    let told: Vec<Vec<&str>> = report.findings.iter().map(members).collect();
    assert_eq!(told.concat().len(), 2, "{told:?}");
    assert_eq!(told.len(), 2);
    // Those of two that a co-location is about stand on its line.
    let both = "co_locations: [{ id: sammen, units: [a, b, c], because: Borgeren }]\ninterfaces: [{ id: ab, units: [a, b] }]\n";
    let (base, revision) = three(["a", "b", "c"], both);
    let finding = one(diff("lost-site-and-head", &base, &revision));
    assert_eq!(members(&finding), ["ab", "sammen"]);
}

const TWO: &str = "sites:
  kaj: { name: Kajen, travel: { torv: 10, havn: ca. 20 } }
  torv: { name: Torvet }
  havn: { name: Havnen }
units:
  job: { name: Jobcenter, site: kaj }
  ydelse: { name: Ydelse, site: SITE }
  social: { name: Social, site: kaj }
staff:
  vejledere: { title: Vejleder, unit: job, count: 8 }
  sociale: { title: Rådgiver, unit: social, count: 6 }
";

const TOGETHER: &str =
    "co_locations: [{ id: c, units: [job, ydelse], because: Borgeren mødes af begge }]\n";

#[test]
fn minutes_span_the_ways_of_all_who_move() {
    let base = TWO.replace("SITE", "kaj")
        + "  a: { title: A, unit: ydelse, count: 2 }\n  b: { title: B, unit: ydelse, count: 3 }\n"
        + TOGETHER;
    let revision = TWO.replace("SITE", "torv")
        + "  a: { title: A, unit: ydelse, count: 2 }\n  b: { title: B, unit: ydelse, count: 3, site: havn }\n"
        + TOGETHER;
    let finding = one(diff("broken-co-location", &base, &revision));
    assert!(
        finding.message.contains("ca. 10–20 minutes away"),
        "{}",
        finding.message
    );
}

#[test]
fn a_co_location_that_the_proposal_drops_is_told_as_dropped() {
    let staff = "  a: { title: A, unit: ydelse, count: 2 }\n";
    let base = TWO.replace("SITE", "kaj") + staff + TOGETHER;
    let revision = TWO.replace("SITE", "torv") + staff;
    let finding = one(diff("broken-co-location", &base, &revision));
    let dropped = "The proposal no longer says that they must sit together.";
    assert!(finding.message.contains(dropped), "{}", finding.message);
    let kept = one(diff("broken-co-location", &base, &(revision + TOGETHER)));
    assert!(!kept.message.contains(dropped), "{}", kept.message);
}

#[test]
fn a_co_location_that_is_narrowed_breaks_by_the_words_of_the_base() {
    let chart = |site: &str, social: &str, units: &str| {
        format!(
            "{}  a: {{ title: A, unit: ydelse, count: 2 }}\n{social}co_locations: [{{ id: c, units: [{units}], because: Borgeren }}]\n",
            TWO.replace("SITE", site)
        )
    };
    let base = chart(
        "kaj",
        "  flere: { title: Mentor, unit: social, count: 6 }\n",
        "job, social, ydelse",
    );
    let revision = chart(
        "torv",
        "  flere: { title: Mentor, unit: social, count: 6, site: havn }\n",
        "job, social",
    );
    let finding = one(diff("broken-co-location", &base, &revision));
    assert!(finding.message.contains("Ydelse"), "{}", finding.message);
    assert_eq!(
        messages(&diff("weakened-co-location", &base, &revision)),
        [""; 0]
    );
}

#[test]
fn what_held_and_is_dropped_and_cannot_be_seen_is_counted_as_not_judged() {
    let chart = |ydelse: &str, rest: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  job: {{ name: Jobcenter, site: kaj }}
  social: {{ name: Social, site: kaj }}
  langt: {{ name: Langt, site: torv }}
  ydelse: {{ name: Ydelse{ydelse} }}
{rest}"
        )
    };
    let told = |co_locations: &str| {
        let base = chart(", site: kaj", &format!("co_locations: [{co_locations}]\n"));
        let report = diff("broken-co-location", &base, &chart("", ""));
        report.not_judged.concat()
    };
    let held = "{ id: a, units: [job, ydelse], because: Borgeren }";
    let also = "{ id: b, units: [social, ydelse], because: Borgeren }";
    let apart = "{ id: d, units: [langt, ydelse], because: Borgeren }";
    let known = "{ id: e, units: [job, social], because: Borgeren }";
    assert!(
        told(held).starts_with("Whether 1 co-location holds"),
        "{}",
        told(held)
    );
    let two = told(&format!("{held}, {also}"));
    assert!(two.starts_with("Whether 2 co-locations hold"), "{two}");
    assert!(told(&format!("{held}, {apart}, {known}")).starts_with("Whether 1 co-location holds"));
    assert_eq!(told(&format!("{apart}, {known}")), "");
}

#[test]
fn posts_that_are_hosted_at_two_sites_are_partly_where_the_others_are() {
    let chart = |site: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: kaj }}, park: {{ name: Parken, site: torv }} }}
staff:
  a: {{ title: Jobrådgiver, unit: job, count: 8, performs: [plan] }}
  b: {{ title: Ydelsesrådgiver, unit: hus, count: 6, performs: [ydelse] }}
functions:
  plan: {{ name: Jobplan, responsible: job }}
  ydelse: {{ name: Ydelse, responsible: hus{site} }}
co_locations: [{{ id: c, functions: [plan, ydelse], because: Borgeren }}]
"
        )
    };
    let hosted = ", hosted_by: [{ unit: job, site: kaj }, { unit: park, site: torv }]";
    let report = diff("weakened-co-location", &chart(""), &chart(hosted));
    let finding = one(report);
    assert_eq!(finding.certainty, Certainty::Possible);
    let told = "8–14 of 14 posts share a site, against 14 of 14 today";
    assert!(finding.message.contains(told), "{}", finding.message);
}

#[test]
fn who_may_still_sit_with_the_others_is_not_said_to_have_moved() {
    let chart = |hosts: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ site: kaj }}, ydelse: {{}}, park: {{}} }}
staff:
  konsulent: {{ title: Jobkonsulent, unit: job, count: 5, performs: [formidling] }}
  raadgiver: {{ title: Rådgiver, unit: ydelse, count: 3, performs: [bevilling] }}
functions:
  formidling: {{ name: Formidling, responsible: job }}
  bevilling: {{ name: Bevilling, responsible: ydelse, hosted_by: [{hosts}] }}
co_locations: [{{ id: c, functions: [formidling, bevilling] }}]
"
        )
    };
    let [kaj, torv] = ["kaj", "torv"].map(|site| format!("{{ unit: park, site: {site} }}"));
    let report = diff(
        "weakened-co-location",
        &chart(&kaj),
        &chart(&format!("{kaj}, {torv}")),
    );
    let finding = one(report);
    assert_eq!(finding.certainty, Certainty::Possible);
    assert_eq!(
        finding.message,
        "Bevilling and Formidling may sit less together than before: 5–8 of 8 posts share a site, against 8 of 8 today. \
         Rådgiver (3 posts) can then sit at Torvet as well."
    );
    assert!(
        labels(&finding).contains(&"can also sit at Torvet"),
        "{:?}",
        labels(&finding)
    );
}
