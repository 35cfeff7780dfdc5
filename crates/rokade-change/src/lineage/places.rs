//! Where two things that are compared stand in their charts.

use rokade_core::chart::{Chart, Tracked};

/// Where something of the base is, and where in the revision what it is compared with, if there
/// is such a thing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    base: u32,
    revision: Option<u32>,
}

impl Places {
    pub(crate) fn of<'b, 'r>(before: impl Tracked<'b>, now: Option<impl Tracked<'r>>) -> Self {
        Places {
            base: before.position() as u32,
            revision: now.map(|now| now.position() as u32),
        }
    }

    /// Where it is in the base.
    pub(crate) fn position(self) -> usize {
        self.base as usize
    }

    /// What is at that place of the base that was compared.
    pub(crate) fn before<'c, V: Tracked<'c>>(self, base: &'c Chart) -> Option<V> {
        V::at(base, self.position())
    }

    /// What it is compared with, of the revision that was compared.
    pub(crate) fn now<'c, V: Tracked<'c>>(self, revision: &'c Chart) -> Option<V> {
        V::at(revision, self.revision? as usize)
    }
}
