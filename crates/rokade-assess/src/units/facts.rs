//! A unit before and after: what it stands under, who leads it, where it is, how many.

use rokade_core::assessment::UnitFact;
use rokade_core::chart::{GroupView, Named, Serves, SiteView, StaffView, UnitView};
use rokade_core::finding::{Side, Value};
use rokade_core::quantity::Quantity;
use rokade_core::words::WordsError;

use super::{Context, Subject};
use crate::moves::{head_text, parent_text};
use crate::outline::Outline;

impl<'a> Context<'a> {
    pub(super) fn facts(&self, subject: Subject<'a>) -> Result<Vec<UnitFact>, WordsError> {
        let units = [subject.base, subject.now];
        let has =
            |ask: &dyn Fn(UnitView<'_>) -> bool| units.iter().flatten().any(|unit| ask(*unit));
        let [before, now] = units.map(|unit| unit.map(|unit| unit.name().to_owned()));
        let mut facts = Vec::new();
        if before.zip(now).is_some_and(|(before, now)| before != now) {
            let name = |unit: UnitView<'a>, _| Ok(unit.name().to_owned());
            facts.push(self.fact("fact-name", subject, &name)?);
        }
        let parent = |unit: UnitView<'a>, _| match parent_text(unit, &self.rows_tongue)? {
            Some(parent) => Ok(parent),
            None => self.tongue.say("parent-none", &[]),
        };
        facts.push(self.fact("fact-parent", subject, &parent)?);
        let head = |unit: UnitView<'a>, _| match head_text(unit, &self.rows_tongue)? {
            Some(head) => Ok(head),
            None => self.tongue.say("not-stated", &[]),
        };
        facts.push(self.fact("fact-head", subject, &head)?);
        let sites = |unit: UnitView<'a>, side| self.sites(unit, side);
        facts.push(self.fact("fact-sites", subject, &sites)?);
        let posts = |unit: UnitView<'a>, _| self.posts(unit.staff().map(StaffView::count).sum());
        facts.push(self.fact("fact-posts", subject, &posts)?);
        if has(&|unit| unit.children().len() > 0) {
            let below = |unit: UnitView<'a>, side| self.posts(self.outline(side).posts(unit));
            facts.push(self.fact("fact-posts-below", subject, &below)?);
            let units = |unit: UnitView<'a>, side| {
                let below = unit.children().map(|unit| unit.subject()).collect();
                self.list(Value::Things(side, below))
            };
            facts.push(self.fact("fact-units", subject, &units)?);
        }
        let functions = |unit: UnitView<'a>, _| {
            let values = [("n", Value::from(unit.functions().len()))];
            self.tongue.say("count", &values)
        };
        facts.push(self.fact("fact-functions", subject, &functions)?);
        let groups = |unit: UnitView<'a>, side| self.groups(unit, side);
        facts.push(self.fact("fact-groups", subject, &groups)?);
        if has(&|unit| unit.entry().until.is_some()) {
            let until = |unit: UnitView<'a>, _| match unit.entry().until {
                Some(date) => Ok(self.tongue.speaker.date(date)),
                None => self.tongue.say("not-stated", &[]),
            };
            facts.push(self.fact("fact-until", subject, &until)?);
        }
        Ok(facts)
    }

    fn fact(
        &self,
        key: &str,
        subject: Subject<'a>,
        tell: &dyn Fn(UnitView<'a>, Side) -> Result<String, WordsError>,
    ) -> Result<UnitFact, WordsError> {
        let told = |unit: Option<UnitView<'a>>, side| unit.map(|unit| tell(unit, side)).transpose();
        let before = told(subject.base, Side::Base)?;
        let after = told(subject.now, Side::Revision)?;
        Ok(UnitFact {
            label: self.tongue.say(key, &[])?,
            changes: before != after,
            before,
            after,
        })
    }

    fn outline(&self, side: Side) -> &Outline<'a> {
        match side {
            Side::Base => &self.before,
            Side::Revision => &self.now,
        }
    }

    /// Things in a list, or that there are none.
    fn list(&self, things: Value) -> Result<String, WordsError> {
        self.tongue.say("list", &[("things", things)])
    }

    fn posts(&self, posts: Quantity) -> Result<String, WordsError> {
        if posts == Quantity::ZERO {
            return self.tongue.say("count", &[("n", Value::from(0_u64))]);
        }
        Ok(self.tongue.number(posts).text)
    }

    /// Its own site, and those of its posts.
    fn sites(&self, unit: UnitView<'_>, side: Side) -> Result<String, WordsError> {
        let of_posts = unit.staff().filter_map(StaffView::site);
        let sites = unit.site().into_iter().chain(of_posts);
        let mut sites: Vec<_> = sites.map(|site: SiteView<'_>| site.subject()).collect();
        sites.sort();
        sites.dedup();
        if sites.is_empty() {
            return self.tongue.say("not-stated", &[]);
        }
        self.list(Value::Things(side, sites))
    }

    /// Whom its own functions are for.
    fn groups(&self, unit: UnitView<'_>, side: Side) -> Result<String, WordsError> {
        match unit.serves() {
            Serves::Groups(groups) => {
                let groups = groups.iter().map(GroupView::subject).collect();
                self.list(Value::Things(side, groups))
            }
            Serves::Anyone if unit.functions().is_empty() => {
                self.list(Value::Things(side, Vec::new()))
            }
            Serves::Anyone => self.tongue.say("groups-anyone", &[]),
        }
    }
}
