//! The goals: what Rokade is to be measured by, each as a ratio to something that was run in turn with it.

use std::path::{Path, PathBuf};

use xtask::gen_org::Shape;

use super::Bench;
use super::BenchError;
use super::measure::Task;
use super::peers::{Peers, Reader};
use super::row::{Figure, Pair, Row, number};

/// How many there are.
pub(crate) const GOALS: u8 = 7;

const CASE: &str = "orgs/aalborg-integration";
/// The reader of YAML that most programs in Rust use, and what it makes.
const PLAIN: &str = "serde_yaml, plain structs";
const LARGE: usize = 100_000;
const HUGE: usize = 1_000_000;

/// Measures one goal.
pub(super) fn measure(bench: &Bench, goal: u8) -> Result<Vec<Row>, BenchError> {
    match goal {
        1 | 2 => reading(bench, goal),
        3 => scripts(bench),
        4 => lines(bench),
        5 => {
            let mut rows = rules(bench)?;
            rows.extend(growth(bench)?);
            Ok(rows)
        }
        6 => tables(bench),
        _ => Ok(page(bench)),
    }
}

/// Sizes that are measured: without the largest when it has to be quick.
fn sizes(bench: &Bench) -> impl Iterator<Item = (usize, &'static str)> {
    let quick = bench.quick;
    [(LARGE, "100k"), (HUGE, "1M")]
        .into_iter()
        .filter(move |(staff, _)| !quick || *staff <= LARGE)
}

/// Goals 1 and 2: from a file to the finished chart.
fn reading(bench: &Bench, goal: u8) -> Result<Vec<Row>, BenchError> {
    let mut rows = Vec::new();
    for (staff, size) in sizes(bench) {
        if goal == 2 && staff > LARGE {
            continue;
        }
        let chart = bench.charts.file(Shape::Municipality, staff, "base.yaml")?;
        let peers = match goal {
            1 => vec![Reader::SerdeYaml],
            _ => vec![Reader::SerdeSaphyr, Reader::Events],
        };
        let mut tasks = vec![bench.probe("open", [&chart])];
        tasks.extend(peers.iter().map(|&how| bench.peers.read(how, &chart)));
        let outcomes = bench.track.race(&tasks);
        let what = format!("load {size}");
        let pair = |at: usize, peer| Pair {
            goal,
            what: &what,
            ours: &outcomes[0],
            peer,
            theirs: Some(&outcomes[at]),
        };
        if goal == 1 {
            let pair = pair(1, PLAIN);
            let (cpu, rss) = if staff == LARGE {
                (1.0, 1.0 / 3.0)
            } else {
                (1.2, 0.25)
            };
            rows.push(pair.row(Figure::Cpu, cpu));
            rows.push(pair.row(Figure::Rss, rss));
        } else {
            rows.push(pair(1, "serde-saphyr, Spanned ids").row(Figure::Cpu, 0.75));
            rows.push(pair(2, "granit-parser, events").row(Figure::Cpu, 1.5));
        }
    }
    Ok(rows)
}

/// Goal 3: against the scripts that one would write.
fn scripts(bench: &Bench) -> Result<Vec<Row>, BenchError> {
    let charts = bench.charts.pair(Shape::Municipality, LARGE)?;
    let peers = [
        (
            "PyYAML's C loader, dicts",
            bench.peers.python(&charts),
            20.0,
        ),
        ("js-yaml, microdiff", bench.peers.node(&charts), 2.0),
    ];
    let mut tasks = vec![bench.rokade("diff", &charts)];
    tasks.extend(peers.iter().filter_map(|(_, task, _)| task.clone()));
    let outcomes = bench.track.race(&tasks);
    let mut theirs = outcomes[1..].iter();
    let rows = peers.iter().map(|(peer, task, times)| {
        let pair = Pair {
            goal: 3,
            what: "diff 100k",
            ours: &outcomes[0],
            peer,
            theirs: task.as_ref().and_then(|_| theirs.next()),
        };
        pair.row(Figure::Cpu, 1.0 / times)
    });
    Ok(rows.collect())
}

/// Goal 4: against a diff of lines.
fn lines(bench: &Bench) -> Result<Vec<Row>, BenchError> {
    let Some((staff, size)) = sizes(bench).last() else {
        return Ok(Vec::new());
    };
    let charts = bench.charts.pair(Shape::Municipality, staff)?;
    let tasks = [bench.rokade("diff", &charts), Peers::lines(&charts)];
    let outcomes = bench.track.race(&tasks);
    let pair = Pair {
        goal: 4,
        what: &format!("diff {size}"),
        ours: &outcomes[0],
        peer: "GNU diff",
        theirs: Some(&outcomes[1]),
    };
    Ok(vec![
        pair.row(Figure::Wall, 2.0),
        pair.row(Figure::Rss, 1.0),
        pair.row(Figure::Wall, 0.5).stretch(),
    ])
}

/// Goal 5, the first half: all rules against what it takes to read the charts. That is a goal as others read
/// them, and only hoped for as Rokade does: the faster it reads, the further off.
fn rules(bench: &Bench) -> Result<Vec<Row>, BenchError> {
    let mut rows = Vec::new();
    for (staff, size) in sizes(bench) {
        let charts = bench.charts.pair(Shape::Municipality, staff)?;
        let reading = charts
            .each_ref()
            .map(|chart| bench.peers.read(Reader::SerdeYaml, chart));
        let read = bench.track.race(&reading);
        for (what, charts) in [("check", &charts[..1]), ("diff", &charts)] {
            let steps = steps(bench, charts);
            let of = |at: usize| steps.as_ref().map(|steps| steps[at]).ok_or_else(no_answer);
            let theirs = read.iter().take(charts.len());
            let theirs = theirs.map(|outcome| number(outcome, Figure::Cpu)).sum();
            let row = |peer: &str, theirs| Row {
                goal: 5,
                what: format!("all rules of {what} {size}"),
                figure: Figure::Cpu,
                ours: of(2),
                peer: peer.to_owned(),
                theirs,
                most: 0.5,
                stretch: false,
            };
            rows.push(row(PLAIN, theirs));
            rows.push(row("its load", of(0)).stretch());
        }
    }
    Ok(rows)
}

/// The CPU seconds of load, comparison and rules.
fn steps(bench: &Bench, charts: &[PathBuf]) -> Option<Vec<f64>> {
    let task = bench.probe("steps", charts);
    bench.track.numbers(&task, &["load", "compare", "rules"])
}

fn no_answer() -> String {
    "no answer in time".to_owned()
}

/// Goal 5, the second half: ten times as much takes at most twelve times as long, in any shape.
fn growth(bench: &Bench) -> Result<Vec<Row>, BenchError> {
    let shapes = [
        (Shape::Municipality, LARGE, HUGE),
        (Shape::Rekeyed, LARGE, HUGE),
        (Shape::Chain, 1000, 10_000),
        (Shape::Wide, 10_000, LARGE),
    ];
    let mut rows = Vec::new();
    for (shape, some, more) in shapes {
        let (some, more) = if bench.quick && more > LARGE {
            (some / 10, more / 10)
        } else {
            (some, more)
        };
        let [small, large] = [some, more].map(|staff| {
            let charts = bench.charts.pair(shape, staff)?;
            // Comparison and rules.
            let steps = steps(bench, &charts).map(|steps| steps[1] + steps[2]);
            Ok::<_, BenchError>(steps.ok_or_else(no_answer))
        });
        rows.push(Row {
            goal: 5,
            what: format!("comparison and rules, {shape} of {more}"),
            figure: Figure::Cpu,
            ours: large?,
            peer: format!("the same of {some}"),
            theirs: small?,
            most: 12.0,
            stretch: false,
        });
    }
    Ok(rows)
}

/// Goal 6: staff as a table, against the same as YAML: as others read it, and hoped for as Rokade does.
fn tables(bench: &Bench) -> Result<Vec<Row>, BenchError> {
    let Some((staff, size)) = sizes(bench).last() else {
        return Ok(Vec::new());
    };
    let [csv, yaml] = bench.charts.staff(staff)?;
    let outcomes = bench.track.race(&[
        bench.probe("read", [&csv]),
        bench.peers.read(Reader::SerdeYaml, &yaml),
        bench.probe("read", [&yaml]),
    ]);
    let what = format!("read staff.csv {size}");
    let row = |at: usize, peer| {
        let pair = Pair {
            goal: 6,
            what: &what,
            ours: &outcomes[0],
            peer,
            theirs: Some(&outcomes[at]),
        };
        pair.row(Figure::Cpu, 0.2)
    };
    Ok(vec![
        row(1, "serde_yaml, the same as YAML"),
        row(2, "the same as YAML").stretch(),
    ])
}

/// Goal 7: what is as small as a page is as good as at once.
fn page(bench: &Bench) -> Vec<Row> {
    let files = ["current.yaml", "proposal.yaml"].map(|name| Path::new(CASE).join(name));
    let tasks: [Task; 2] = [bench.rokade("diff", &files), Peers::git(&files)];
    // A few milliseconds each: what else the machine does shows, and more runs cost nothing.
    let track = bench.track.with_rounds(bench.track.rounds * 8);
    let outcomes = track.race(&tasks);
    let pair = Pair {
        goal: 7,
        what: "diff of the Aalborg case",
        ours: &outcomes[0],
        peer: "git diff --no-index",
        theirs: Some(&outcomes[1]),
    };
    vec![pair.row(Figure::Wall, 2.0)]
}
