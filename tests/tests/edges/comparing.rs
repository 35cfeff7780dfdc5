//! Proposals side by side, and what is measured of them.

use std::fmt::Write as _;

use rokade_core::comparison::{ComparedRow, RowKind};

use super::*;

/// The rows of a measure.
fn rows<'c>(compared: &'c Comparison, measure: &str) -> Vec<&'c ComparedRow> {
    let rows = compared.rows.iter();
    rows.filter(|row| row.measure == measure).collect()
}

/// Rows as `of: base > value (difference)`, with each proposal's.
fn told(rows: &[&ComparedRow]) -> String {
    let mut all = String::new();
    for row in rows {
        let base = row.base.as_ref().map_or("-", |value| &value.text);
        let _ = write!(all, "{}: {base}", row.of.as_deref().unwrap_or("all"));
        for cell in &row.cells {
            let value = cell.value.as_ref().map_or("-", |value| &value.text);
            let difference = cell.difference.as_deref().unwrap_or("-");
            let _ = write!(all, " > {value} ({difference})");
        }
        all.push('\n');
    }
    all
}

/// A measure of one revision.
fn measured(measure: &str, base: &str, revision: &str) -> String {
    told(&rows(&compared(base, &[revision]), measure))
}

const STAFF: &str = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff:
  a: { title: Rådgiver, unit: job, count: 8 }
  b: { title: Vejleder, unit: job, count: 2 }
";

#[test]
fn what_neither_proposal_states_keeps_neither_from_being_the_better() {
    let one = STAFF.replace("unit: job, count: 2", "unit: hus, count: 2");
    let more = STAFF.replace("unit: job", "unit: hus");
    let compared = compared(STAFF, &[&one, &more]);
    assert_eq!(rows(&compared, "cost_a_year")[0].kind, RowKind::Unknown);
    let dominated = compared.dominated.iter();
    let dominated: Vec<_> = dominated.map(|one| (one.proposal, one.by)).collect();
    assert_eq!(dominated, [(1, 0)]);
}

#[test]
fn costs_that_come_to_the_same_differ_where_they_do_not_differ_alike_from_today() {
    let chart = |id: &str, title: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}
staff:
  {id}: {{ title: {title}, unit: job, count: 4-6, cost: 10 }}
  b: {{ title: Vejleder, unit: job, count: 2 }}
"
        )
    };
    let base = chart("a", "Rådgiver");
    let kind = |others: &str| rows(&compared(&base, &[&base, others]), "cost_a_year")[0].kind;
    assert_eq!(kind(&base), RowKind::Unchanged);
    assert_eq!(kind(&chart("m", "Mentor")), RowKind::Differs);
}

#[test]
fn a_unit_that_only_a_group_of_no_posts_leaves_is_as_it_was_though_nobody_knew_how_many() {
    let chart = |count: &str, unit: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff:
  a: {{ title: Rådgiver, unit: job, count: {count} }}
  b: {{ title: Vejleder, unit: {unit}, count: 0 }}
  c: {{ title: Mentor, unit: hus, count: 2 }}
"
        )
    };
    let now = chart("5", "hus");
    let compared = compared(&chart("unknown", "job"), &[&now, &now]);
    let rows = rows(&compared, "unit_headcount");
    assert_eq!(
        told(&rows),
        "Huset: 2 > 2 (unchanged) > 2 (unchanged)\nJobcenter: - > 5 (unchanged) > 5 (unchanged)\n"
    );
    assert!(rows.iter().all(|row| row.kind == RowKind::Unchanged));
}

#[test]
fn of_more_than_five_units_the_four_that_change_most_are_shown() {
    let folded = |units: usize| {
        let chart = |extra: usize| {
            let (mut all, mut staff) = ("units:\n".to_owned(), "staff:\n".to_owned());
            for i in 1..=units {
                let _ = writeln!(all, "  u{i}: {{ name: Unit {i} }}");
                let count = 10 + extra * i;
                let _ = writeln!(
                    staff,
                    "  s{i}: {{ title: Post {i}, unit: u{i}, count: {count} }}"
                );
                if extra > 0 {
                    let _ = writeln!(staff, "  n{i}: {{ title: Ny {i}, unit: u{i}, count: {i} }}");
                }
            }
            all + &staff
        };
        let compared = compared(&chart(0), &[&chart(1)]);
        let rows = rows(&compared, "unit_headcount");
        let folded = rows
            .iter()
            .map(|row| (row.of.clone().unwrap_or_default(), row.is_folded));
        folded.collect::<Vec<_>>()
    };
    let row = |i: usize, is_folded: bool| (format!("Unit {i}"), is_folded);
    assert_eq!(
        folded(6),
        [
            row(6, false),
            row(5, false),
            row(4, false),
            row(3, false),
            row(2, true),
            row(1, true)
        ]
    );
    assert!(folded(5).iter().all(|(_, is_folded)| !is_folded));
}

#[test]
fn a_unit_that_gets_another_id_is_one_line_with_itself() {
    let fewer = STAFF.replace("count: 8", "count: 6");
    let renamed = STAFF
        .replace(
            "job: { name: Jobcenter }",
            "center: { name: Center, previously: [job] }",
        )
        .replace("unit: job", "unit: center")
        .replace("count: 8", "count: 5");
    assert_eq!(
        told(&rows(
            &compared(STAFF, &[&fewer, &renamed]),
            "unit_headcount"
        )),
        "Jobcenter: 10 > 8 (-2) > 7 (-3)\n"
    );
}

#[test]
fn how_many_more_there_are_is_told_as_closely_as_it_is_known() {
    let chart = |a: &str, b: &str, more: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff:
  a: {{ title: Rådgiver, unit: job, count: {a} }}
  b: {{ title: Vejleder, unit: job, count: {b} }}
{more}"
        )
    };
    let told = |base: &str, revision: &str| {
        let told = measured("unit_headcount", base, revision);
        let of_job = told.lines().find(|line| line.starts_with("Jobcenter"));
        of_job.map(str::to_owned).unwrap_or_default()
    };
    // Those that are as many as they were are left out of it, however many they are.
    assert_eq!(
        told(&chart("8-12", "2", ""), &chart("8-12", "4", "")),
        "Jobcenter: 10–14 > 12–16 (+2)"
    );
    // Three left of those that nobody has counted closely, and two came.
    let moved = "  c: { title: Rådgiver, unit: hus, count: 3, previously: [a] }\n  d: { title: Mentor, unit: job, count: 2 }\n";
    assert_eq!(
        told(&chart("10-12", "2", ""), &chart("7-9", "2", moved)),
        "Jobcenter: 12–14 > 11–13 (-1)"
    );
}

#[test]
fn what_is_new_and_needed_counts_as_nobodys() {
    let chart = |functions: &str| {
        format!("units: {{ job: {{ name: Jobcenter }} }}\nfunctions: {{ {functions} }}\n")
    };
    let own = "f: { name: Jobplaner, responsible: job }";
    let new = format!("{own}, g: {{ name: Samtaler, statutory: true }}");
    let told =
        |revision: &str| measured("unassigned_responsibilities", &chart(own), &chart(revision));
    assert_eq!(told(own), "all: - > 0 (-)\n");
    assert_eq!(told(&new), "all: - > 1 (-)\n");
}

#[test]
fn a_vacant_head_is_a_head_post() {
    let chart = |hus: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }}, hus: {{ name: Huset, head: {hus} }}, afd: {{ name: Afdelingen, head: {hus} }} }}
staff: {{ leder: {{ title: Leder, unit: job }} }}
"
        )
    };
    assert_eq!(
        measured("head_posts", &chart("none"), &chart("vacant")),
        "all: 1 > 3 (+2)\n"
    );
}

#[test]
fn posts_that_have_no_workplace_are_counted_at_each_site() {
    let chart = |count: u32| {
        format!(
            "sites: {{ kaj: {{ name: Kajen, capacity: 8 }}, torv: {{ name: Torvet, capacity: 20 }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: torv }} }}
staff:
  a: {{ title: Rådgiver, unit: job, count: {count} }}
  b: {{ title: Vejleder, unit: hus, count: 4 }}
"
        )
    };
    assert_eq!(
        measured("posts_over_capacity", &chart(8), &chart(11)),
        "all: 0 > 3 (+3)\n"
    );
}

#[test]
fn wishes_unmet_are_of_those_that_were_stated_before_or_else_now() {
    let chart = |wishes: u32, unit: &str| {
        let wishes = match wishes {
            0 => String::new(),
            n => format!(", wishes: {{ hus: {n} }}"),
        };
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff: {{ a: {{ title: Rådgiver, unit: {unit}, count: 8{wishes} }} }}
"
        )
    };
    let whole = |base: u32, now: u32| {
        let compared = compared(&chart(base, "job"), &[&chart(now, "job")]);
        let whole = rows(&compared, "wishes_unmet")[0].whole.clone();
        whole.map(|whole| whole.text)
    };
    assert_eq!(whole(5, 3).as_deref(), Some("5"));
    assert_eq!(whole(0, 3).as_deref(), Some("3"));
}
