//! How the action comes by the tool: a release, whose checksum must be right, or a checkout.

use std::fs;
use std::process::Command;

use crate::runner::Job;
use crate::scratch::{Run, Scratch};

const NAME: &str = "rokade-0.1.0-x86_64-unknown-linux-musl";

/// Puts a release where the stub of `gh` gets it from.
fn release(scratch: &Scratch) {
    let script = format!(
        "mkdir -p {NAME} && cp -L ../rokade {NAME}/rokade && tar -czf {NAME}.tar.gz {NAME} && rm -r {NAME}
        sha256sum -- {NAME}.tar.gz > SHA256SUMS && echo '0  another.zip' >> SHA256SUMS"
    );
    let mut bash = Command::new("bash");
    bash.args(["-euc", &script])
        .current_dir(scratch.home.join("release"));
    let made = Run::of(&mut bash);
    assert_eq!(made.code, 0, "{}", made.log);
}

fn of_release() -> Job {
    Job::new()
        .github("action_ref", "v0.1.0")
        .github("action_repository", "eksempel/rokade")
}

#[test]
fn a_checkout_is_built() {
    let scratch = Scratch::new("source");
    // Neither a branch nor a commit names a release.
    for reference in ["", "main", "v1", "3d3c42e5aac5ba805825da76410c181273ba90b1"] {
        let done = Job::new().github("action_ref", reference).run(&scratch);
        assert_eq!(done.code, 0, "{}", done.log);
        let asked = scratch.asked().pop().unwrap();
        assert_eq!(asked[..4], ["cargo", "install", "--locked", "--force"]);
        assert!(asked[5].ends_with("/crates/rokade-cli"), "{asked:?}");
        assert!(std::path::Path::new(&asked[5]).join("Cargo.toml").exists());
    }
}

#[test]
fn a_release_is_downloaded() {
    let scratch = Scratch::new("release");
    release(&scratch);
    let by_reference = of_release();
    let by_input = Job::new()
        .github("action_repository", "eksempel/rokade")
        .input("version", "0.1.0");
    for job in [by_reference, by_input] {
        let done = job.run(&scratch);
        assert_eq!(done.code, 0, "{}", done.log);
        let asked = scratch.asked().pop().unwrap();
        assert_eq!(asked[..4], ["gh", "release", "download", "v0.1.0"]);
        assert_eq!(asked[4..6], ["--repo", "eksempel/rokade"]);
        assert!(asked.contains(&format!("{NAME}.tar.gz")), "{asked:?}");
    }
    let source = of_release().input("version", "source").run(&scratch);
    assert_eq!(source.code, 0, "{}", source.log);
    assert_eq!(scratch.asked().pop().unwrap()[0], "cargo");
}

#[test]
fn a_release_with_another_checksum_is_not_run() {
    let scratch = Scratch::new("tampered");
    release(&scratch);
    let sums = scratch.home.join("release/SHA256SUMS");
    let right = fs::read_to_string(&sums).unwrap();
    let other = right.replacen(&right[..8], "00000000", 1);
    // A list that does not name the archive is no better than one that is wrong.
    for wrong in [&*other, "0  another.zip\n", ""] {
        fs::write(&sums, wrong).unwrap();
        let done = of_release().run(&scratch);
        assert_ne!(done.code, 0, "{wrong}: {}", done.log);
        assert_eq!(done.outputs["exit-code"], "", "{wrong}");
    }
    fs::write(&sums, right).unwrap();
    assert_eq!(of_release().run(&scratch).code, 0);
}
