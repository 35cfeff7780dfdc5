//! Comparisons built by hand, for tests.

use rokade_core::comparison::{
    Apart, Compared, ComparedCell, ComparedRow, ComparedTotal, ComparedValue, Comparison,
    Direction, Dominated, RowKind, Standing, Weighing, Weight,
};
use rokade_core::entry::Language;
use rokade_core::quantity::{Certainty, Difference, Quantity, QuantityJson};

fn value(text: &str) -> ComparedValue {
    ComparedValue {
        quantity: QuantityJson::from(text.parse::<Quantity>().unwrap()),
        text: text.to_owned(),
    }
}

fn compared(mark: &str, title: &str) -> Compared {
    Compared {
        mark: mark.to_owned(),
        title: title.to_owned(),
        source: format!("/hjem/{title}/forslag.yaml"),
        errors: 1,
        warnings: 2,
        notes: 3,
        complete: true,
    }
}

fn row(
    of: Option<&str>,
    kind: RowKind,
    values: [(&str, Option<&str>, Option<Standing>); 2],
) -> ComparedRow {
    let cells = values.map(|(number, difference, standing)| ComparedCell {
        value: (!number.is_empty()).then(|| value(number)),
        difference: difference.map(str::to_owned),
        difference_ends: difference.map(|_| Difference::NONE),
        standing,
    });
    ComparedRow {
        measure: "posts_moved",
        label: "Stillinger, der flytter".to_owned(),
        of: of.map(str::to_owned),
        better: Some(Direction::Lower),
        base: Some(value("ca. 30.5")),
        whole: None,
        cells: cells.into(),
        kind,
        is_folded: false,
    }
}

/// A comparison in which everything that a chart can name is this.
pub(crate) fn comparison(name: &str) -> Comparison {
    let sentence = format!("Forslag »{name}« er bedre.");
    let best = ("6", Some("-24,5"), Some(Standing::Best));
    let worst = ("7+", Some("+7–9"), Some(Standing::Worst));
    Comparison {
        language: Language::Da,
        base: compared("I dag", name),
        proposals: vec![compared("A", name), compared("B", name)],
        summary: vec![sentence.clone()],
        rows: vec![
            row(Some(name), RowKind::Differs, [best, worst]),
            row(None, RowKind::Alike, [best, best]),
            row(Some(name), RowKind::Unchanged, [best, best]),
            row(
                Some(name),
                RowKind::Unknown,
                [("", None, None), ("", None, None)],
            ),
        ],
        dominated: vec![Dominated {
            proposal: 1,
            by: 0,
            text: format!("{sentence} 2"),
        }],
        apart: vec![Apart {
            of: [0, 1],
            text: sentence.clone(),
        }],
        weighing: Some(Weighing {
            weights: vec![Weight {
                measure: "posts_moved",
                label: name.to_owned(),
                weight: 150,
                text: "1,5".to_owned(),
            }],
            totals: vec![total(name, Some(Certainty::Certain)), total(name, None)],
        }),
        not_judged: vec![sentence],
        complete: false,
        hides_small_groups: true,
    }
}

fn total(name: &str, best: Option<Certainty>) -> ComparedTotal {
    ComparedTotal {
        ends: Difference {
            low: Some(9_00),
            high: None,
            approximate: false,
        },
        text: "mindst 9".to_owned(),
        left_out: vec![name.to_owned()],
        best,
    }
}
