//! How many perform a function in each unit and at each site.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;

use rokade_core::chart::{FunctionView, SiteView, StaffView, UnitView};
use rokade_core::quantity::Quantity;

/// A group of posts that performs a function, with its unit and its site.
#[derive(Clone, Copy)]
pub(super) struct Performer<'c> {
    pub(super) post: StaffView<'c>,
    pub(super) unit: UnitView<'c>,
    pub(super) site: SiteView<'c>,
}

impl<'c> Performer<'c> {
    /// A filled post of our own that says where it is.
    fn new(post: StaffView<'c>) -> Option<Self> {
        let (unit, site) = (post.unit()?, post.site()?);
        let counts = post.is_filled() && post.count().high() != Some(0);
        (counts && !unit.is_external()).then_some(Performer { post, unit, site })
    }

    /// Its site, and the number of its unit: what is below a unit comes right after it.
    fn place(&self) -> (usize, u32) {
        (self.site.position(), self.unit.span().start)
    }
}

/// Those who perform one function.
pub(super) struct Colleagues<'c> {
    pub(super) function: FunctionView<'c>,
    /// By place, so that all of a unit at a site stand together.
    performers: Vec<Performer<'c>>,
    /// The same, the most posts first.
    most_first: OnceCell<Vec<usize>>,
}

impl<'c> Colleagues<'c> {
    pub(super) fn new(function: FunctionView<'c>) -> Self {
        let mut performers: Vec<_> = function.performers().filter_map(Performer::new).collect();
        performers.sort_unstable_by_key(|one| (one.place(), one.post.position()));
        Colleagues {
            function,
            performers,
            most_first: OnceCell::new(),
        }
    }

    /// A post of its chart, where it is one of them.
    pub(super) fn performer(&self, post: StaffView<'c>) -> Option<Performer<'c>> {
        let performer = Performer::new(post)?;
        post.does(self.function).then_some(performer)
    }

    pub(super) fn all(&self) -> &[Performer<'c>] {
        &self.performers
    }

    /// Those in one unit and at one site, of each such place, with one of them.
    pub(super) fn by_place(&self) -> impl Iterator<Item = (&Performer<'c>, &[Performer<'c>])> {
        let performers = &self.performers;
        let together = performers.chunk_by(|one, next| one.place() == next.place());
        together.filter_map(|together| Some((together.first()?, together)))
    }

    /// Who performs it in a performer's unit and at its site, those themselves among them.
    pub(super) fn here(&self, performer: &Performer<'c>) -> Range<usize> {
        let (site, units) = (performer.site.position(), performer.unit.span());
        let until = |number| {
            let performers = &self.performers;
            performers.partition_point(|one| one.place() < (site, number))
        };
        until(units.start)..until(units.end)
    }

    /// The same, as they are.
    pub(super) fn all_here(&self, performer: &Performer<'c>) -> &[Performer<'c>] {
        self.performers.get(self.here(performer)).unwrap_or(&[])
    }

    /// How many they are.
    pub(super) fn posts_here(&self, performer: &Performer<'c>) -> Quantity {
        let here = self.all_here(performer).iter();
        here.map(|one| one.post.count()).sum()
    }

    /// All but those of a range, the most posts first.
    #[expect(
        clippy::indexing_slicing,
        reason = "all places are among the performers"
    )]
    pub(super) fn but(&self, here: Range<usize>) -> impl Iterator<Item = StaffView<'c>> {
        let posts = |at: usize| self.performers[at].post;
        let most_first = self.most_first.get_or_init(|| {
            let mut all: Vec<usize> = (0..self.performers.len()).collect();
            all.sort_unstable_by_key(|at| {
                let (post, count) = (posts(*at), posts(*at).count());
                let most = (count.low(), count.high().unwrap_or(i64::MAX));
                (Reverse(most), post.id())
            });
            all
        });
        let others = most_first.iter().filter(move |at| !here.contains(at));
        others.map(move |at| posts(*at))
    }
}
