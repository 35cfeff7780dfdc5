//! Org charts (organisationsdiagrammer): the units of a chart, each after the one it stands
//! under.

use std::collections::BTreeMap;

use rokade_change::ChangeSet;
use rokade_core::chart::{Chart, HeadState, Named, ParentState, StaffView, UnitView};
use rokade_core::drawing::{DrawnSite, DrawnUnit, Mark, Marked, OrgChart};
use rokade_core::entry::Language;
use rokade_core::finding::Side;
use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use super::marks::Marks;
use super::said::{joined, posts, shown, tongue};
use super::sites::Sites;
use crate::outline::Outline;
use crate::tongue::Tongue;

/// A chart by itself.
pub(super) fn alone(chart: &Chart, language: Language) -> Result<OrgChart, WordsError> {
    let said = tongue(language, None, chart)?;
    let mut drawn = Drawing {
        said: &said,
        sites: &mut Sites::of(chart),
        side: Side::Revision,
        marks: &|_| &[],
    }
    .draw(chart)?;
    drawn.title = title(chart, &said, "untitled")?;
    drawn.description = said.say("shows", &[("n", drawn.units.len().into())])?;
    Ok(drawn)
}

/// A base and its revision, with what changes marked in both.
pub(super) fn both(
    base: &Chart,
    revision: &Chart,
    changes: &ChangeSet,
    language: Language,
) -> Result<[OrgChart; 2], WordsError> {
    let said = tongue(language, Some(base), revision)?;
    let marks = Marks::new(base, revision, changes, language)?;
    let mut sites = Sites::of_both(base, revision, changes);
    let mut before = Drawing {
        said: &said,
        sites: &mut sites,
        side: Side::Base,
        marks: &|unit| marks.of_base(unit.id()),
    }
    .draw(base)?;
    let mut after = Drawing {
        said: &said,
        sites: &mut sites,
        side: Side::Revision,
        marks: &|unit| marks.of_revision(unit.id()),
    }
    .draw(revision)?;
    before.sites = sites.names(Side::Base);
    after.sites = sites.names(Side::Revision);
    before.title = title(base, &said, "untitled-before")?;
    after.title = title(revision, &said, "untitled-after")?;
    let is_followed = !changes.lineage.units.gate().is_shut();
    for (drawn, when) in [(&mut before, "before"), (&mut after, "after")] {
        drawn.description = description(drawn, &said, when, is_followed)?;
    }
    Ok([before, after])
}

fn title(chart: &Chart, said: &Tongue<'_>, untitled: &str) -> Result<String, WordsError> {
    match chart.name_of(&Subject::chart()) {
        "" => said.say(untitled, &[]),
        title => Ok(title.to_owned()),
    }
}

/// How many units there are, and to how many what happens first of all.
fn description(
    drawn: &OrgChart,
    said: &Tongue<'_>,
    when: &str,
    is_followed: bool,
) -> Result<String, WordsError> {
    let mut sentences =
        vec![said.say(&format!("shows-{when}"), &[("n", drawn.units.len().into())])?];
    let mut counts: BTreeMap<Mark, usize> = BTreeMap::new();
    for mark in drawn.units.iter().filter_map(|unit| unit.marks.first()) {
        *counts.entry(mark.mark).or_default() += 1;
    }
    let marked: usize = counts.values().sum();
    if !is_followed {
        sentences.push(said.say("not-followed", &[])?);
    } else if marked == 0 {
        sentences.push(said.say("unchanged", &[])?);
    } else {
        let counts = counts.into_iter();
        let told: Vec<String> = counts
            .map(|(mark, n)| said.say(&format!("{}-{when}", mark.name()), &[("n", n.into())]))
            .collect::<Result<_, _>>()?;
        let told = joined(said, told);
        sentences.push(said.say("changes", &[("what", told.into())])?);
        if marked < drawn.units.len() {
            let rest = drawn.units.len() - marked;
            sentences.push(said.say("rest-unchanged", &[("n", rest.into())])?);
        }
    }
    Ok(sentences.join(" "))
}

struct Drawing<'a, 'c> {
    said: &'a Tongue<'c>,
    sites: &'a mut Sites<'c>,
    side: Side,
    marks: &'a dyn Fn(UnitView<'_>) -> &'a [Marked],
}

impl<'c> Drawing<'_, 'c> {
    /// The units; what the drawing is called is for its maker to say.
    fn draw(mut self, chart: &'c Chart) -> Result<OrgChart, WordsError> {
        let outline = Outline::new(chart);
        let mut units = Vec::with_capacity(outline.units().len());
        for unit in outline.units() {
            let parent = unit.parent().map(|parent| outline.place(Some(parent.id())));
            units.push(DrawnUnit {
                id: unit.id().to_string(),
                parent,
                name: unit.name().to_owned(),
                level: self.level(unit)?,
                head: self.head(unit)?,
                posts: self.posts(unit, outline.posts(unit))?,
                sites: self.sites_of(unit)?,
                below: None,
                marks: (self.marks)(unit).to_vec(),
                is_external: unit.is_external(),
            });
        }
        Ok(OrgChart {
            language: self.said.speaker.language,
            title: String::new(),
            description: String::new(),
            units,
            sites: self.sites.names(self.side),
        })
    }

    /// The organisation's own word; of a unit that stands by itself only because nobody has
    /// decided otherwise, that too.
    fn level(&self, unit: UnitView<'_>) -> Result<Option<String>, WordsError> {
        let own = unit.entry().unit_type.as_deref().map(str::trim);
        let own = own.filter(|own| !own.is_empty());
        let key = match unit.parent_state() {
            ParentState::Undecided => "parent-undecided",
            ParentState::Ended => "parent-ended",
            _ => return Ok(own.map(str::to_owned)),
        };
        let hangs = self.said.say(key, &[])?;
        Ok(Some(match own {
            Some(own) => format!("{own}; {hangs}"),
            None => hangs,
        }))
    }

    fn head(&self, unit: UnitView<'_>) -> Result<Option<String>, WordsError> {
        let text = match unit.head() {
            HeadState::NotStated => return Ok(None),
            HeadState::None => self.said.say("head-none", &[]),
            HeadState::Vacant | HeadState::Unfilled(_) => self.said.say("head-vacant", &[]),
            HeadState::Post(post) => self.led_by(post.name()),
        };
        text.map(Some)
    }

    /// Its head by title, which often says itself that it is one: `Leder, Ydelsescentret`.
    fn led_by(&self, title: &str) -> Result<String, WordsError> {
        let word = self.said.say("head-word", &[])?;
        let first = title.split(|c: char| !c.is_alphanumeric()).next();
        if first.is_some_and(|first| first.to_lowercase() == word) {
            return Ok(title.to_owned());
        }
        self.said.say("head", &[("post", title.into())])
    }

    /// The posts in it and below it, with a word that says so where there are any below.
    fn posts(&self, unit: UnitView<'_>, all: Quantity) -> Result<Option<String>, WordsError> {
        let own: Quantity = unit.staff().map(StaffView::count).sum();
        if own == all {
            return posts(self.said, own);
        }
        let values = [("posts", shown(self.said, all, true).into())];
        self.said.say("posts-in-all", &values).map(Some)
    }

    /// Its own site first, then the others that its own posts sit at.
    fn sites_of(&mut self, unit: UnitView<'c>) -> Result<Vec<DrawnSite>, WordsError> {
        let own = unit.site().map(|site| self.sites.place(self.side, site));
        let mut counts: BTreeMap<usize, Quantity> = BTreeMap::new();
        counts.extend(own.map(|at| (at, Quantity::ZERO)));
        for post in unit.staff().filter(|post| post.count().high() != Some(0)) {
            if let Some(site) = post.site() {
                let at = self.sites.place(self.side, site);
                *counts.entry(at).or_default() += post.count();
            }
        }
        let is_only = counts.len() == 1;
        let mut sites: Vec<(usize, Quantity)> = counts.into_iter().collect();
        sites.sort_by_key(|(at, _)| (Some(*at) != own, *at));
        let drawn = sites.into_iter().map(|(site, here)| {
            let posts = if is_only {
                None
            } else {
                posts(self.said, here)?
            };
            Ok(DrawnSite { site, posts })
        });
        drawn.collect()
    }
}
