//! What is followed from one chart to another: the views of it, as one kind of thing.

use super::build::Chart;
use super::function::FunctionView;
use super::place::{GroupView, SiteView};
use super::staff::StaffView;
use super::unit::UnitView;
use crate::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};

/// A thing of a chart that something may become of in another.
pub trait Tracked<'c>: Copy + 'c {
    /// What the chart calls it.
    type Id: Id;

    /// Its id.
    fn id(self) -> &'c Self::Id;

    /// Its place among those of its kind, from 0, in the order of the file.
    fn position(self) -> usize;

    /// The thing at a [place](Tracked::position).
    fn at(chart: &'c Chart, position: usize) -> Option<Self>;

    /// The thing of an id.
    fn of(chart: &'c Chart, id: &Self::Id) -> Option<Self>;
}

macro_rules! tracked {
    ($($view:ident, $id:ident: $section:ident, $of:ident;)*) => {$(
        impl<'c> Tracked<'c> for $view<'c> {
            type Id = $id;

            #[inline]
            fn id(self) -> &'c $id {
                $view::id(self)
            }

            #[inline]
            fn position(self) -> usize {
                self.ix as usize
            }

            #[inline]
            fn at(chart: &'c Chart, position: usize) -> Option<Self> {
                let is_there = position < chart.entries.$section.len();
                is_there.then_some($view { chart, ix: position as u32 })
            }

            #[inline]
            fn of(chart: &'c Chart, id: &$id) -> Option<Self> {
                chart.$of(id)
            }
        }
    )*};
}

tracked! {
    UnitView, UnitId: units, unit;
    StaffView, StaffId: staff, post;
    FunctionView, FunctionId: functions, function;
    SiteView, SiteId: sites, site;
    GroupView, TargetGroupId: target_groups, group;
}
