//! Every name a chart states, with its place.
//!
//! Nothing here reads a name; what makes two of them one is the rules' to say.

use super::Entries;
use crate::ids::{Id, Subject};
use crate::span::{PathStep, Place};

/// A name as a chart states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedName<'a> {
    /// What has it.
    pub subject: Subject,
    /// The key it stands at: `name`, `title` or `also`.
    pub key: &'static str,
    /// Which of several other names, from 0.
    pub item: Option<usize>,
    /// The name.
    pub text: &'a str,
}

impl StatedName<'_> {
    /// Where it stands.
    pub fn place(&self) -> Place {
        let item = self.item.map(PathStep::Item);
        Place {
            subject: self.subject.clone(),
            path: std::iter::once(self.key.into()).chain(item).collect(),
        }
    }
}

impl Entries {
    /// Every name of every entity, kind by kind in the order of the files, other names after
    /// the first.
    pub fn names(&self) -> impl Iterator<Item = StatedName<'_>> {
        macro_rules! of {
            ($section:ident) => {
                self.$section.iter().flat_map(|(id, entry)| {
                    let entry = &entry.value;
                    let also = entry
                        .also
                        .iter()
                        .enumerate()
                        .map(|(item, text)| StatedName {
                            subject: id.subject(),
                            key: "also",
                            item: Some(item),
                            text,
                        });
                    let name = named(id.subject(), "name", entry.name.as_deref());
                    name.into_iter().chain(also)
                })
            };
        }
        macro_rules! ended {
            ($section:ident) => {
                self.ended
                    .$section
                    .iter()
                    .filter_map(|(id, entry)| named(id.subject(), "name", entry.name.as_deref()))
            };
        }
        let staff = self.staff.iter();
        let steps = self.process.steps.iter();
        of!(sites)
            .chain(of!(units))
            .chain(staff.filter_map(|(id, entry)| {
                named(id.subject(), "title", entry.value.title.as_deref())
            }))
            .chain(of!(functions))
            .chain(of!(target_groups))
            .chain(of!(competences))
            .chain(of!(bodies))
            .chain(ended!(units))
            .chain(ended!(sites))
            .chain(ended!(functions))
            .chain(ended!(target_groups))
            .chain(ended!(staff))
            .chain(steps.filter_map(|step| {
                named(step.id.as_ref()?.subject(), "name", step.name.as_deref())
            }))
    }
}

fn named<'a>(subject: Subject, key: &'static str, text: Option<&'a str>) -> Option<StatedName<'a>> {
    text.map(|text| StatedName {
        subject,
        key,
        item: None,
        text,
    })
}
