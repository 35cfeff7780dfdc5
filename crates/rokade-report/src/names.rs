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
