//! `hearing extract`: a response becomes a hearing file to read and edit.
//!
//! What is found is the library's; here stand the files, and the comments of the file that is
//! written: what it was made of, and what is for a person to fill in.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use rokade::{Extracted, Opened};

use super::RunError;
use super::write::is_sound;
use crate::args::ExtractArgs;
use crate::input::{Input, InputError};
use crate::output::{print, say};
use crate::save::save;
use crate::settings::Languages;
use crate::tongue::Tongue;

/// Makes a hearing file of a response.
pub(super) fn extract(args: &ExtractArgs, languages: Languages) -> Result<bool, RunError> {
    let bytes = bytes_of(&args.response)?;
    let text = rokade::read_response(&bytes)
        .map_err(|why| RunError::Response(args.response.clone(), why))?;
    if let Some(output) = &args.output
        && fs::symlink_metadata(output).is_ok()
    {
        return Err(RunError::Taken(output.clone()));
    }
    let mut input = Input::default();
    let mut opened: Vec<Opened> = Vec::new();
    for path in std::iter::once(&args.base).chain(&args.proposal) {
        let (chain, _) = input.read_one(path)?;
        opened.push(rokade::open_chain(&input.sources, &chain));
    }
    if !is_sound(
        &input.sources,
        &opened.iter().collect::<Vec<_>>(),
        languages,
    )? {
        return Ok(false);
    }
    let charts: Vec<_> = opened.iter().map(|opened| &opened.chart).collect();
    let mut extracted = rokade::extract(&text, &charts);
    extracted.hearing.proposal = args
        .proposal
        .as_ref()
        .map(|proposal| path_from(args.output.as_deref(), proposal))
        .transpose()?;
    let language = opened.iter().find_map(Opened::language);
    let tongue = Tongue::new(languages.choose(language).value)?;
    if extracted.places.is_empty() {
        say(&tongue.no_points(&args.response)?);
    }
    // The lines of a document are not those of its text.
    let lines = Some(&*text).filter(|text| bytes.ends_with(text.as_bytes()));
    let file = written(&extracted, lines, args, &tongue)?;
    match &args.output {
        Some(path) => {
            save(path, file.as_bytes()).map_err(|error| RunError::Save(path.clone(), error))?;
        }
        None => print(|out| out.write_all(file.as_bytes()))?,
    }
    Ok(true)
}

/// The bytes of a response; one more than can be read, so that the reader says that it is too much.
fn bytes_of(path: &Path) -> Result<Vec<u8>, InputError> {
    let failed = |source| InputError::Read {
        path: path.to_owned(),
        source,
    };
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(InputError::NotAFile(path.to_owned()));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| {
            let most = rokade::MAX_RESPONSE_BYTES as u64 + 1;
            file.take(most).read_to_end(&mut bytes)
        })
        .map_err(failed)?;
    Ok(bytes)
}

/// The path of the proposal as the hearing file has it: from its own folder.
fn path_from(output: Option<&Path>, proposal: &Path) -> io::Result<String> {
    let Some(output) = output else {
        // What goes to standard output is taken to be kept where one stands.
        return Ok(proposal.display().to_string());
    };
    let folder = match output.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder)?;
    let proposal = fs::canonicalize(proposal)?;
    let same = folder
        .components()
        .zip(proposal.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = folder.components().skip(same).map(|_| Component::ParentDir);
    let path: PathBuf = up.chain(proposal.components().skip(same)).collect();
    Ok(path.display().to_string())
}

/// The hearing file, with its comments.
fn written(
    extracted: &Extracted,
    lines: Option<&str>,
    args: &ExtractArgs,
    tongue: &Tongue,
) -> Result<String, RunError> {
    let hearing = &extracted.hearing;
    let mut file = String::new();
    let above = tongue.extracted(&name_of(&args.response), &name_of(&args.base))?;
    for line in above.lines() {
        file.extend(["# ", line, "\n"]);
    }
    file.push('\n');
    let mut responses = hearing.responses.values();
    let has_sender = responses.all(|response| response.value.from.is_some());
    let mut places = extracted.places.iter();
    // A byte of the response, and its line.
    let mut at = (0, 1);
    for line in rokade::write_hearing(hearing).lines() {
        file.push_str(line);
        // A point and a response begin at columns where nothing else does.
        if line.starts_with("        - id: ") {
            if let (Some(text), Some(place)) = (lines, places.next()) {
                // Points stand in the order of the response.
                let between = text.get(at.0..place.start).unwrap_or_default();
                at.1 += between.matches('\n').count();
                at.0 = place.start;
                file.extend(["   # ", &tongue.extracted_line(at.1)?]);
            }
        } else if line.starts_with("    - id: ") && !has_sender {
            let from = tongue.extracted_from()?;
            file.extend(["\n      # ", &from, "\n      # from:"]);
        } else if line == "hearing:" && hearing.proposal.is_none() {
            let proposal = tongue.extracted_proposal()?;
            file.extend(["\n  # ", &proposal, "\n  # proposal:"]);
        }
        file.push('\n');
    }
    Ok(file)
}

/// The name of a file or folder, on one line.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy()
        .chars()
        .map(|c| if c.is_control() { '?' } else { c })
        .collect()
}
