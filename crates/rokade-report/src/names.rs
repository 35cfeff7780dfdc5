//! Formats by their names: one list, from which options, help and tests are made.

/// An enum of formats, the default first, each with the word for it in options.
macro_rules! names {
    (
        $(#[$doc:meta])*
        pub enum $format:ident {
            $($(#[$of:meta])* $variant:ident = $name:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $format {
            $($(#[$of])* $variant,)*
        }

        impl $format {
            /// Every format, the default first.
            pub const ALL: [$format; [$($name),*].len()] = [$($format::$variant),*];

            /// The word for it in options.
            pub fn name(self) -> &'static str {
                match self {
                    $($format::$variant => $name,)*
                }
            }

            /// How names of its files end.
            pub fn extension(self) -> &'static str {
                $crate::names::extension(self.name())
            }

            /// The format of files whose names end so, in whatever case.
            pub fn of_extension(extension: &str) -> Option<$format> {
                let mut formats = $format::ALL.into_iter();
                formats.find(|format| format.extension().eq_ignore_ascii_case(extension))
            }
        }

        impl std::fmt::Display for $format {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl std::str::FromStr for $format {
            type Err = $crate::format::UnknownFormat;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let format = $format::ALL.into_iter().find(|format| format.name() == name);
                format.ok_or_else(|| $crate::format::UnknownFormat(name.to_owned()))
            }
        }
    };
}

/// How names of files end that are in a format of this name.
pub(crate) fn extension(name: &'static str) -> &'static str {
    match name {
        "text" => "txt",
        "markdown" => "md",
        "mermaid" => "mmd",
        name => name,
    }
}
