//! Files as the rest of a pipeline names them: by their path from the root of a repository, or
//! as a URI. Files are never looked for: a name is all there is.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A file's name as the path of a repository has it: `/` between folders, and no `./`.
pub(crate) fn plain(name: &str) -> Cow<'_, str> {
    let name = if cfg!(windows) && name.contains('\\') {
        Cow::Owned(name.replace('\\', "/"))
    } else {
        Cow::Borrowed(name)
    };
    let is_here = |part: &str| part == ".";
    if !name.split('/').any(is_here) {
        return name;
    }
    let parts: Vec<&str> = name.split('/').filter(|part| !is_here(part)).collect();
    Cow::Owned(parts.join("/"))
}

/// A file as a URI.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Uri {
    /// What stands in a document.
    pub(crate) text: String,
    /// Whether it says where the file is only from a root that it does not name.
    pub(crate) is_relative: bool,
}

/// The URI of a file. A name that has a root is a `file:` URI; any other is relative.
pub(crate) fn uri(name: &str) -> Uri {
    let path = plain(name);
    let drive = path.split_at_checked(3).filter(|(drive, _)| {
        let letter = drive.strip_suffix(":/");
        cfg!(windows)
            && letter.is_some_and(|letter| letter.starts_with(|c: char| c.is_ascii_alphabetic()))
    });
    let is_relative = !path.starts_with('/') && drive.is_none();
    let mut text = String::with_capacity(path.len() + 8);
    let mut rest = &*path;
    if let Some((drive, below)) = drive {
        let _ = write!(text, "file:///{drive}");
        rest = below;
    } else if !is_relative {
        // `//` before a name is a host to Windows and nothing to others.
        let host = if cfg!(windows) && path.starts_with("//") {
            "file://"
        } else {
            "file:///"
        };
        text.push_str(host);
        rest = path.trim_start_matches('/');
    }
    for byte in rest.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    Uri { text, is_relative }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_begins_at_the_root_of_the_repository() {
        for (name, path) in [
            ("orgs/a.yaml", "orgs/a.yaml"),
            ("./orgs/./a.yaml", "orgs/a.yaml"),
            ("../a.yaml", "../a.yaml"),
            ("/srv/a.yaml", "/srv/a.yaml"),
            ("-", "-"),
        ] {
            assert_eq!(plain(name), path);
        }
    }

    #[test]
    fn a_uri_has_nothing_that_means_something_else_in_one() {
        for (name, uri_text, is_relative) in [
            ("orgs/a.yaml", "orgs/a.yaml", true),
            ("./orgs/høring 1.yaml", "orgs/h%C3%B8ring%201.yaml", true),
            // Else a scheme.
            ("git:main:a.yaml", "git%3Amain%3Aa.yaml", true),
            ("a#b?c%.yaml", "a%23b%3Fc%25.yaml", true),
            ("<stdin>", "%3Cstdin%3E", true),
            ("/srv/å.yaml", "file:///srv/%C3%A5.yaml", false),
        ] {
            let expected = Uri {
                text: uri_text.to_owned(),
                is_relative,
            };
            assert_eq!(uri(name), expected);
        }
    }

    #[cfg(windows)]
    #[test]
    fn a_drive_is_part_of_the_uri() {
        assert_eq!(uri(r"C:\orgs\a b.yaml").text, "file:///C:/orgs/a%20b.yaml");
        assert_eq!(uri(r"orgs\a.yaml").text, "orgs/a.yaml");
    }
}
