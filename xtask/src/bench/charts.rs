//! The charts that are measured: made once, by `gen-org` from a fixed seed, and kept.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::gen_org::Shape;

use super::BenchError;

/// The seed of all of them.
pub(crate) const SEED: u64 = 7;

/// Where they are kept.
#[derive(Debug)]
pub(super) struct Charts {
    /// `xtask` in release: a million entries take a while.
    pub(super) xtask: PathBuf,
    pub(super) folder: PathBuf,
}

impl Charts {
    /// A file of an organisation of this shape, with so many entries of staff.
    pub(super) fn file(
        &self,
        shape: Shape,
        staff: usize,
        name: &str,
    ) -> Result<PathBuf, BenchError> {
        Ok(self.organisation(shape, staff, false)?.join(name))
    }

    /// The two charts of a municipality.
    pub(super) fn pair(&self, shape: Shape, staff: usize) -> Result<[PathBuf; 2], BenchError> {
        let folder = self.organisation(shape, staff, false)?;
        Ok(["base.yaml", "revision.yaml"].map(|name| folder.join(name)))
    }

    /// The staff of a municipality alone: as `staff.csv`, and the same as YAML.
    pub(super) fn staff(&self, staff: usize) -> Result<[PathBuf; 2], BenchError> {
        let folder = self.organisation(Shape::Municipality, staff, true)?;
        let csv = folder.join("base/staff.csv");
        let chart = self.file(Shape::Municipality, staff, "base.yaml")?;
        let yaml = self.folder.join(format!("staff-{staff}.yaml"));
        if !yaml.exists() {
            let failed = |error| BenchError::File(yaml.clone(), error);
            cut_staff(&chart, &yaml).map_err(failed)?;
        }
        Ok([csv, yaml])
    }

    fn organisation(&self, shape: Shape, staff: usize, csv: bool) -> Result<PathBuf, BenchError> {
        let form = if csv { "-csv" } else { "" };
        let folder = self.folder.join(format!("{shape}-{staff}{form}"));
        let revision = if csv {
            "revision/staff.csv"
        } else {
            "revision.yaml"
        };
        if !folder.join(revision).exists() {
            super::say(&format!("making {shape} of {staff}{form}"));
            let mut command = Command::new(&self.xtask);
            command.args(["gen-org", "--seed", &SEED.to_string()]);
            command.args(["--shape", &shape.to_string()]);
            command.args(["--staff", &staff.to_string()]);
            command.args(csv.then_some(OsStr::new("--csv")));
            command.arg("--out").arg(&folder);
            super::must(&mut command)?;
        }
        Ok(folder)
    }
}

/// Writes the staff of a chart as a chart without anything else.
fn cut_staff(chart: &Path, to: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(fs::File::create(to)?);
    writeln!(out, "rokade: 1")?;
    let mut inside = false;
    for line in BufReader::new(fs::File::open(chart)?).lines() {
        let line = line?;
        if !line.starts_with([' ', '#']) && !line.is_empty() {
            inside = line == "staff:";
        }
        if inside {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}
