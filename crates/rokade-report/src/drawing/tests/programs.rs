//! Org charts for programs that draw: Graphviz and Mermaid.

use rokade_core::drawing::OrgChart;

use super::fixture;
use crate::drawing::{ChartFormat, render_chart};

fn drawn(format: ChartFormat, chart: &OrgChart) -> String {
    let mut out = Vec::new();
    render_chart(format, chart, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_chart_is_a_graph() {
    insta::assert_snapshot!("dot", drawn(ChartFormat::Dot, &fixture::aalborg()));
}

#[test]
fn a_chart_is_a_flowchart() {
    insta::assert_snapshot!("mermaid", drawn(ChartFormat::Mermaid, &fixture::aalborg()));
}

/// A line with what stands in quotes taken out, and what that is.
fn without_quoted(line: &str) -> (String, Vec<String>) {
    let (mut rest, mut quoted, mut is_open, mut is_escaped) =
        (String::new(), Vec::new(), false, false);
    for c in line.chars() {
        if c == '"' && !is_escaped {
            is_open = !is_open;
            if is_open {
                quoted.push(String::new());
            }
        } else if is_open {
            quoted.last_mut().unwrap().push(c);
        } else {
            rest.push(c);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    assert!(!is_open, "quotes are closed on their line: {line}");
    (rest, quoted)
}

#[test]
fn hostile_texts_stay_in_the_quotes_of_graphviz() {
    let chart = fixture::hostile();
    let graph = drawn(ChartFormat::Dot, &chart);
    let lines: Vec<&str> = graph.lines().collect();
    // The frame, a line a unit, and a line to each but the first.
    assert_eq!(lines.len(), 5 + chart.units.len() * 2 - 1);
    for line in &lines[4..4 + chart.units.len()] {
        let (rest, quoted) = without_quoted(line);
        assert!(rest.trim_start().starts_with('n'), "{rest}");
        assert!(
            !rest.contains("evil") && !rest.contains(['<', '&', ';']),
            "{rest}"
        );
        for text in &quoted {
            // Only what ends a line within a label is an escape.
            let escapes = text
                .replace("\\\\", "")
                .replace("\\\"", "")
                .replace("\\n", "");
            assert!(!escapes.contains('\\'), "{text}");
            assert!(!text.replace("&amp;", "").contains('&'), "{text}");
        }
    }
}

#[test]
fn hostile_texts_stay_in_the_quotes_of_mermaid() {
    let chart = fixture::hostile();
    let flowchart = drawn(ChartFormat::Mermaid, &chart);
    let lines: Vec<&str> = flowchart.lines().collect();
    assert_eq!(
        (lines[0], lines[2], lines[3]),
        ("---", "---", "flowchart TB")
    );
    assert!(!lines[1].contains(['<', '>']), "{}", lines[1]);
    for line in &lines[4..4 + chart.units.len()] {
        let node = line.trim_start();
        assert!(node.starts_with('n'), "{node}");
        let (from, to) = (node.find('"').unwrap(), node.rfind('"').unwrap());
        let label = node[from + 1..to]
            .replace("<br/>", " ")
            .replace("<b>", "")
            .replace("</b>", "");
        assert!(
            !label.contains(['"', '<', '>', '`', '%', '&', '{', '}', '*', '_', ':']),
            "{label}"
        );
        // What begins with a number sign is an entity by number.
        for entity in label.split('#').skip(1) {
            let digits = entity.bytes().take_while(u8::is_ascii_digit).count();
            assert!(digits > 0 && entity[digits..].starts_with(';'), "{label}");
        }
    }
    let rest = lines[4 + chart.units.len()..].join("\n");
    assert!(!rest.contains("evil") && !rest.contains("click"), "{rest}");
}

#[test]
fn no_format_has_an_id() {
    let chart = fixture::aalborg();
    for format in ChartFormat::ALL {
        let text = drawn(format, &chart);
        for unit in &chart.units {
            assert!(
                !text.contains(&format!("\"{}\"", unit.id)),
                "{format}: {}",
                unit.id
            );
        }
        assert!(!text.contains("job-og-ydelse"), "{format}");
    }
}
