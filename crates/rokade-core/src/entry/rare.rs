//! What few things of a kind have, held apart from what most have.

use std::fmt;
use std::ops::{Deref, DerefMut};

/// What is rarely said.
pub trait Seldom: Clone + Default + PartialEq + 'static {
    /// What it is where nothing of it is said.
    fn unsaid() -> &'static Self;
}

/// What is rarely said of a thing: a box where something is, and read as if there always were one.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

impl<T: Seldom> Rare<T> {
    /// What is said, by itself.
    pub fn into_inner(self) -> T {
        self.0.map(|said| *said).unwrap_or_default()
    }
}

impl<T> Rare<T> {
    /// What is said, to be changed, where anything is.
    pub fn said_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }
}

impl<T: Seldom> From<T> for Rare<T> {
    fn from(said: T) -> Self {
        Rare((said != *T::unsaid()).then(|| Box::new(said)))
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Rare(None)
    }
}

impl<T: Seldom> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::unsaid())
    }
}

impl<T: Seldom> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

// A box in which nothing is said is none.
impl<T: Seldom> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Seldom + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// Makes of the form that a thing is written in, key by key, the thing that holds apart what is
/// seldom said, and back; and lets the thing be read as if all stood in one place.
macro_rules! held_apart {
    ($thing:ident { $($often:ident),* } $more:ident { $($seldom:ident),* } $written:ident) => {
        impl $crate::entry::rare::Seldom for $more {
            fn unsaid() -> &'static Self {
                static UNSAID: std::sync::LazyLock<$more> = std::sync::LazyLock::new($more::default);
                &UNSAID
            }
        }

        impl From<$written> for $thing {
            fn from(written: $written) -> Self {
                let more = $more { $($seldom: written.$seldom),* };
                $thing { $($often: written.$often,)* more: more.into() }
            }
        }

        impl From<$thing> for $written {
            fn from(thing: $thing) -> Self {
                let more = thing.more.into_inner();
                $written { $($often: thing.$often,)* $($seldom: more.$seldom),* }
            }
        }

        impl std::ops::Deref for $thing {
            type Target = $more;

            fn deref(&self) -> &$more {
                &self.more
            }
        }

        impl std::ops::DerefMut for $thing {
            fn deref_mut(&mut self) -> &mut $more {
                &mut self.more
            }
        }

        impl schemars::JsonSchema for $thing {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $written::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $written::json_schema(generator)
            }
        }
    };
}
pub(super) use held_apart;

#[cfg(test)]
mod tests {
    use crate::entry::StaffEntry;

    #[test]
    fn what_is_not_said_takes_no_room_and_reads_as_nothing() {
        let mut post = StaffEntry::default();
        assert!(post.covers_for.is_empty());
        post.filled = Some(false);
        assert_eq!(post.filled, Some(false));
        post.filled = None;
        assert_eq!(post, StaffEntry::default());
        assert!(size_of::<StaffEntry>() <= 128);
    }
}
