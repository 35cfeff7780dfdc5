//! Changes to a line, and to all of a file.

/// A change to a line.
pub(super) struct Change {
    pub(super) name: &'static str,
    /// What stands in its place, where it is one that the change makes wrong.
    pub(super) make: fn(&str) -> Option<String>,
}

/// Whether a line is an entity of a section: `  id: { … }`, all on it.
fn is_entity(line: &str) -> bool {
    let Some(rest) = line
        .strip_prefix("  ")
        .filter(|rest| !rest.starts_with([' ', '-', '#']))
    else {
        return false;
    };
    let value = rest.split_once(':').map(|(_, value)| value.trim());
    value.is_some_and(|value| value.starts_with('{') && value.ends_with('}'))
}

/// Whether a line is an item of a list: `  - { … }`.
fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- {") && line.ends_with('}')
}

pub(super) const CHANGES: &[Change] = &[
    Change {
        name: "entity twice",
        make: |line| is_entity(line).then(|| format!("{line}\n{line}")),
    },
    Change {
        name: "id with a blank and a capital",
        make: |line| is_entity(line).then(|| line.replacen("  ", "  Ikke Et ", 1)),
    },
    Change {
        name: "tab for blanks",
        make: |line| is_entity(line).then(|| line.replacen("  ", "\t", 1)),
    },
    Change {
        name: "brace too few",
        make: |line| is_entity(line).then(|| line[..line.len() - 1].to_owned()),
    },
    Change {
        name: "brace too many",
        make: |line| (is_entity(line) || is_item(line)).then(|| format!("{line} }}")),
    },
    Change {
        name: "a line further in",
        make: |line| is_entity(line).then(|| format!("{line}\n   dybere: {{}}")),
    },
    Change {
        name: "text for an entity",
        make: |line| {
            is_entity(line)
                .then(|| line.split_once(':').map(|(id, _)| format!("{id}: tekst")))
                .flatten()
        },
    },
    Change {
        name: "list for an entity",
        make: |line| {
            is_entity(line)
                .then(|| line.split_once(':').map(|(id, _)| format!("{id}: [a, b]")))
                .flatten()
        },
    },
    Change {
        name: "no blank after a colon",
        make: |line| {
            let (id, value) = line.split_once(": ").filter(|_| is_entity(line))?;
            Some(format!("{id}:{}", value.trim_start()))
        },
    },
    Change {
        name: "text for an item",
        make: |line| {
            is_item(line)
                .then(|| {
                    line.split_once("- ")
                        .map(|(blanks, _)| format!("{blanks}- [[]]"))
                })
                .flatten()
        },
    },
    Change {
        name: "a second document",
        make: |line| is_entity(line).then(|| format!("{line}\n---\nrokade: 1")),
    },
    Change {
        name: "a line that says nothing",
        make: |line| is_entity(line).then(|| format!("{line}\nnoget helt andet")),
    },
    Change {
        name: "an unknown section",
        make: |line| {
            let is_top = !line.starts_with([' ', '#', '-']) && line.trim_end().ends_with(':');
            is_top.then(|| format!("ukendt_afsnit: {{ a: 1 }}\n{line}"))
        },
    },
    Change {
        name: "a section twice",
        make: |line| {
            let is_top = !line.starts_with([' ', '#', '-']) && line.trim_end().ends_with(':');
            is_top.then(|| format!("{line}\n{line}"))
        },
    },
    Change {
        name: "a base that is not there",
        make: |line| {
            line.starts_with("base: ")
                .then(|| "base: findes/ikke.yaml".to_owned())
        },
    },
    Change {
        name: "a base that is this file",
        make: |line| line.starts_with("base: ").then(|| "base: .".to_owned()),
    },
    Change {
        name: "a proposal that is not there",
        make: |line| {
            line.starts_with("  proposal: ")
                .then(|| "  proposal: findes/ikke.yaml".to_owned())
        },
    },
    Change {
        name: "no version",
        make: |line| line.starts_with("rokade: 1").then(|| "# intet".to_owned()),
    },
    Change {
        name: "another version",
        make: |line| {
            line.starts_with("rokade: 1")
                .then(|| "rokade: 2".to_owned())
        },
    },
    Change {
        name: "a version in words",
        make: |line| {
            line.starts_with("rokade: 1")
                .then(|| "rokade: første".to_owned())
        },
    },
];

/// The text with another line in place of one, from 1.
pub(super) fn with(text: &str, at: usize, line: &str) -> Vec<u8> {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(n, old)| if n + 1 == at { line } else { old });
    let mut text: String = lines.collect::<Vec<_>>().join("\n");
    text.push('\n');
    text.into_bytes()
}

/// A change to all of a file.
type Whole = (&'static str, fn(&str) -> Vec<u8>);

pub(super) const WHOLE: &[Whole] = &[
    ("UTF-16", |text| {
        let units = text.encode_utf16();
        [0xff, 0xfe]
            .into_iter()
            .chain(units.flat_map(u16::to_le_bytes))
            .collect()
    }),
    ("Windows-1252", |text| {
        let bytes = text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
        bytes.chain(*b"# bl\xe5b\xe6r\n").collect()
    }),
    ("half a letter at the end", |text| {
        [text.as_bytes(), b"# \xc3"].concat()
    }),
    ("a byte order mark in the middle", |text| {
        let half = text.find('\n').map_or(0, |end| end + 1);
        format!("{}\u{feff}: 1\n{}", &text[..half], &text[half..]).into_bytes()
    }),
    ("all of it in a list", |text| {
        text.lines()
            .fold(String::new(), |all, line| {
                let begins = if all.is_empty() { "- " } else { "  " };
                all + begins + line + "\n"
            })
            .into_bytes()
    }),
    ("all of it twice", |text| {
        format!("{text}\n{text}").into_bytes()
    }),
    ("nothing but comments", |text| {
        text.lines()
            .fold(String::new(), |all, line| all + "# " + line + "\n")
            .into_bytes()
    }),
    ("Mac line ends in front of a text", |text| {
        format!("tekst\r{text}").into_bytes()
    }),
];
