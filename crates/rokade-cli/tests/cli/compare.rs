//! `compare`: what is compared with what, what is written where, and what fails.

use std::fs;

use crate::place::Place;

const ORG: &str = "rokade: 1
organization: { id: by, name: By Kommune, language: da }
title: I dag
units:
  kommune: { name: By Kommune }
  jobcenter: { name: Jobcenter, parent: kommune, head: leder }
  borger: { name: Borgerservice, parent: kommune }
staff:
  leder: { title: Leder, unit: jobcenter }
  raadgivere: { title: Rådgiver, unit: jobcenter, count: 12 }
  hemmeligt-id: { unit: jobcenter, count: 2 }
";

fn moves(base: &str, title: &str, count: u32) -> String {
    format!(
        "rokade: 1\nbase: {base}\ntitle: {title}\nevents:\n  - move: {{ staff: raadgivere, count: {count}, to: borger, as: flyttet }}\n"
    )
}

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write("org.yaml", ORG);
    place.write(
        "other.yaml",
        &ORG.replace("title: I dag", "title: Et andet"),
    );
    place.write("a.yaml", &moves("org.yaml", "Nogle flytter", 6));
    place.write("b.yaml", &moves("org.yaml", "Flere flytter", 7));
    place.write("elsewhere.yaml", &moves("other.yaml", "Andetsteds", 5));
    place.write("unfounded.yaml", &moves("nowhere.yaml", "Uden grund", 5));
    place.write(
        "in-full.yaml",
        &ORG.replace("title: I dag", "title: Skrevet ud"),
    );
    place
}

#[test]
fn the_base_is_the_first_chart_or_what_all_start_from() {
    let place = place("compare_base");
    let same = place.ok("compare a.yaml b.yaml").out;
    assert!(
        same.contains("2 forslag sammenlignes med »I dag«"),
        "{same}"
    );
    assert_eq!(place.ok("compare org.yaml a.yaml b.yaml").out, same);
    assert_eq!(place.ok("compare a.yaml b.yaml --base org.yaml").out, same);
    let one = place.ok("compare a.yaml").out;
    assert!(one.contains("Ét forslag sammenlignes med »I dag«"), "{one}");
    let other = place
        .ok("compare a.yaml elsewhere.yaml --base other.yaml")
        .out;
    assert!(other.contains("»Et andet«"), "{other}");
    // A chart written out in full is as good a proposal.
    let full = place.ok("compare org.yaml in-full.yaml a.yaml").out;
    assert!(full.contains("Skrevet ud (in-full.yaml)"), "{full}");
    place.ok("compare in-full.yaml a.yaml --base org.yaml");
    // And a proposal can be what others are compared with.
    let base = place.ok("compare b.yaml --base a.yaml").out;
    assert!(base.contains("»Nogle flytter«"), "{base}");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let place = place("compare_fails");
    for (line, why) in [
        (
            "compare org.yaml",
            "org.yaml is a full chart, and there is nothing else",
        ),
        (
            "compare a.yaml org.yaml",
            "org.yaml is a full chart, and it is not said",
        ),
        (
            "compare a.yaml elsewhere.yaml",
            "a.yaml and elsewhere.yaml start from different charts. Say by --base",
        ),
        (
            "compare nowhere.yaml a.yaml",
            "no file or folder nowhere.yaml",
        ),
        (
            "compare a.yaml --weights post_moved=1",
            "Did you mean `posts_moved`?",
        ),
        ("compare a.yaml --weights posts_moved=-1", "below nothing"),
        ("compare a.yaml --weights sites_used=1", "cannot be weighed"),
        ("compare a.yaml --weights posts_moved", "is no weight"),
        (
            "compare a.yaml -o no/such/folder.md",
            "could not be written",
        ),
    ] {
        let run = place.run(&format!("{line} --lang en"));
        assert_eq!((run.code, &*run.out), (2, ""), "{line}");
        assert!(run.err.contains(why), "{line}: {}", run.err);
        let danish = place.run(&format!("{line} --lang da"));
        assert_eq!(danish.code, 2);
        assert_ne!(danish.err, run.err, "{line}");
    }
    // What cannot be read leaves the rest to be compared.
    for line in [
        "compare a.yaml unfounded.yaml",
        "compare org.yaml broken.yaml a.yaml",
    ] {
        let run = place.run(line);
        assert_eq!((run.code, &*run.err), (1, ""), "{line}\n{}", run.out);
        assert!(run.out.contains("kunne ikke læses til ende"), "{}", run.out);
        assert!(run.out.contains("Se `rokade check "), "{}", run.out);
    }
}

#[test]
fn weights_are_given_one_by_one_or_in_a_list() {
    let place = place("compare_weights");
    let plain = place.ok("compare a.yaml b.yaml").out;
    assert!(!plain.contains("Vægtet sum"), "{plain}");
    let list = place
        .ok("compare a.yaml b.yaml --weights posts_moved=2,layers=10")
        .out;
    let each = "compare a.yaml b.yaml --weights posts_moved=2 --weights layers=10";
    assert_eq!(place.ok(each).out, list);
    // 2 × 6 + 10 × 2, and 2 × 7 + 10 × 2.
    assert!(list.contains("A  32 · lavest\nB  34\n"), "{list}");
}

#[test]
fn files_are_written_whole() {
    let place = place("compare_files");
    for format in ["text", "json", "markdown", "html", "xlsx"] {
        place.write("out", "what was there before");
        let line = format!("compare a.yaml b.yaml --format {format}");
        let to_file = place.ok(&format!("{line} -o out"));
        assert_eq!(to_file.out, "");
        let written = fs::read(place.0.join("out")).unwrap();
        let printed = place.command(line.split(' ')).output().unwrap();
        assert_eq!(printed.stdout, written, "{format}");
    }
    let left = fs::read_dir(&place.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = left
        .filter(|name| name.to_string_lossy().ends_with(".part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_is_made_for_readers_tells_of_nobody() {
    let place = place("compare_small");
    let out = |flags: &str| place.ok(&format!("compare a.yaml b.yaml {flags}")).out;
    // Fifteen posts, of which two and one are few; twelve divide into six and six.
    assert!(
        out("").contains("af 15\n") || out("").contains("af 15 "),
        "{}",
        out("")
    );
    for readers in ["--format markdown", "--format html"] {
        let hidden = out(readers);
        assert!(
            hidden.contains("af 14–17") && !hidden.contains("af 15"),
            "{hidden}"
        );
        assert!(hidden.contains("under fem stillinger"), "{hidden}");
        assert!(!hidden.contains("hemmeligt-id"), "{hidden}");
        let shown = out(&format!("{readers} --show-small-groups"));
        assert!(
            shown.contains("af 15") && !shown.contains("hemmeligt-id"),
            "{shown}"
        );
    }
    let json = out("--format json --hide-small-groups");
    assert!(
        json.contains("\"hides_small_groups\": true") && json.contains("14–17"),
        "{json}"
    );
    assert_eq!(
        place.code("compare a.yaml --hide-small-groups --show-small-groups"),
        2
    );
}
