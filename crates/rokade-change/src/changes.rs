//! The change set: everything that differs between two charts, each difference with its cause.

use rokade_core::chart::{Chart, HeadState, StaffView};
use rokade_core::finding::Cause;
use rokade_core::ids::{FunctionId, Id, Kind, StaffId, Subject, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::threads::both;

use crate::balance::Balance;
use crate::functions::{self, FunctionChange, FunctionFate};
use crate::lineage::{Evidence, Lineage, Rename, Tracks, Whereabouts};
use crate::staff::{self, Pools, PostFate, StaffChange, whole};
use crate::units::{self, UnitChange, UnitVerdict};

/// Everything that differs between a base and its revision.
#[derive(Debug, Clone)]
pub struct ChangeSet {
    /// What became of what.
    pub lineage: Lineage,
    /// Every unit of the base, by id.
    pub units: Vec<UnitChange>,
    /// Every function of the base, by id.
    pub functions: Vec<FunctionChange>,
    /// Every group of posts of the base, by id, one for each fate.
    pub staff: Vec<StaffChange>,
    /// The lines that balance.
    pub balance: Balance,
    /// The differences in one list, for those who read data.
    pub changes: Vec<Change>,
    /// What is the same under another id or another name, of every kind, in the order of a file.
    pub renames: Vec<Rename>,
    pools: Pools,
    /// Where in `staff` the changes of each group of the base are, by where it is in the base.
    of_staff: Vec<(u32, u32)>,
}

impl ChangeSet {
    /// How many posts some changes of staff are about. Where groups were merged into one with
    /// less room, nobody says whose posts are left over: what is so of each group alone is a
    /// range, and only what is so of all of them together is one number.
    pub fn posts<'a>(&self, changes: impl IntoIterator<Item = &'a StaffChange>) -> Quantity {
        self.pools.total(changes)
    }

    /// What became of a unit of the base.
    pub fn unit(&self, id: &UnitId) -> Option<&UnitChange> {
        let at = self
            .units
            .binary_search_by(|change| change.unit.cmp(id))
            .ok()?;
        self.units.get(at)
    }

    /// What became of a function of the base.
    pub fn function(&self, id: &FunctionId) -> Option<&FunctionChange> {
        let at = self
            .functions
            .binary_search_by(|change| change.function.cmp(id))
            .ok()?;
        self.functions.get(at)
    }

    /// What became of a group of posts of the base, one for each fate.
    #[expect(
        clippy::indexing_slicing,
        reason = "a change is named by its place, and a unit by its own"
    )]
    pub fn staff_of(&self, id: &StaffId) -> &[StaffChange] {
        let start = self.staff.partition_point(|change| change.staff < *id);
        let end = self.staff.partition_point(|change| change.staff <= *id);
        &self.staff[start..end]
    }

    /// What became of a group of posts of the base that was compared, one for each fate.
    #[expect(
        clippy::indexing_slicing,
        reason = "a change is named by its place, and a unit by its own"
    )]
    pub fn staff_at(&self, post: StaffView<'_>) -> &[StaffChange] {
        let &(start, end) = self.of_staff.get(post.position()).unwrap_or(&(0, 0));
        &self.staff[start as usize..end as usize]
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What kind of difference.
    pub kind: ChangeKind,
    /// What it is about, in the base.
    pub base: Option<Subject>,
    /// What it is about, in the revision.
    pub revision: Vec<Subject>,
    /// Where from, in the base.
    pub from: Vec<Subject>,
    /// Where to, in the revision.
    pub to: Vec<Subject>,
    /// How many posts, where it is about posts.
    pub posts: Option<Quantity>,
    /// What it follows from.
    pub cause: Option<Cause>,
    /// Why what it is about in the base is held to be, or to be part of, what it is about in the
    /// revision: one for each of those.
    pub evidence: Vec<Evidence>,
    /// Of a unit that closed or is new: where everything of it is in the other chart.
    pub contents: Option<Whereabouts>,
}

macro_rules! change_kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal;)*) => {
        /// The kinds of difference.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ChangeKind {
            $($(#[$doc])* $kind,)*
        }

        impl ChangeKind {
            /// Every kind.
            pub const ALL: &'static [ChangeKind] = &[$(ChangeKind::$kind,)*];

            /// The word for it in JSON.
            pub fn name(self) -> &'static str {
                match self {
                    $(ChangeKind::$kind => $name,)*
                }
            }
        }
    };
}

change_kinds! {
    /// A unit is gone.
    UnitClosed = "unit-closed";
    /// A unit is part of another.
    UnitMerged = "unit-merged";
    /// A unit became several.
    UnitSplit = "unit-split";
    /// A unit has another id or name.
    UnitRenamed = "unit-renamed";
    /// A unit has another parent.
    UnitMoved = "unit-moved";
    /// A unit has another site.
    UnitRelocated = "unit-relocated";
    /// A unit is new.
    UnitFounded = "unit-founded";
    /// A unit has another head, or none, or one where it had none.
    HeadChanged = "head-changed";
    /// A function has another unit, site or line.
    FunctionMoved = "function-moved";
    /// A part of a function went to another unit.
    FunctionSplit = "function-split";
    /// A function became several, and who held it holds them.
    FunctionDivided = "function-divided";
    /// A function is part of another.
    FunctionAbsorbed = "function-absorbed";
    /// A function ended on purpose.
    FunctionEnded = "function-ended";
    /// Nobody holds a function, or a part of it.
    FunctionUnassigned = "function-unassigned";
    /// A function is no longer named.
    FunctionAbsent = "function-absent";
    /// A function is new.
    FunctionFounded = "function-founded";
    /// More units are responsible for a function that nobody gave up.
    FunctionJoined = "function-joined";
    /// Posts are in another unit, at another site or in another line.
    StaffMoved = "staff-moved";
    /// Posts ended on purpose.
    StaffEnded = "staff-ended";
    /// Nobody has placed these posts.
    StaffUnplaced = "staff-unplaced";
    /// A group of posts is new, or has more posts than there were.
    StaffAdded = "staff-added";
    /// A site is new.
    SiteOpened = "site-opened";
    /// A site is gone.
    SiteClosed = "site-closed";
    /// A co-location is stated that was not.
    CoLocationStated = "co-location-stated";
    /// A co-location is no longer stated.
    CoLocationDropped = "co-location-dropped";
}

/// Compares two charts.
pub fn diff(base: &Chart, revision: &Chart) -> ChangeSet {
    let (lineage, renames) = Lineage::with_renames(base, revision);
    let units = units::compare(base, revision, &lineage);
    let functions = || functions::compare(base, revision, &lineage, &units);
    let staff = || staff::compare(base, revision, &lineage, &units);
    let (functions, staff) = if revision.is_large() {
        both(functions, staff)
    } else {
        (functions(), staff())
    };
    let posts = base.staff().map(StaffView::count).sum();
    let pools = Pools::new(&staff);
    let balance = Balance::new(&functions, &staff, &pools, posts);
    let changes = list(base, revision, &lineage, &units, &functions, &staff, &pools);
    let of_staff = of_each(base.staff().len(), &staff);
    ChangeSet {
        lineage,
        units,
        functions,
        staff,
        balance,
        changes,
        renames,
        pools,
        of_staff,
    }
}

/// Where among the changes, which are in the order of ids, those of each of so many groups are.
#[expect(
    clippy::indexing_slicing,
    reason = "a change is named by its place, and a unit by its own"
)]
fn of_each(groups: usize, staff: &[StaffChange]) -> Vec<(u32, u32)> {
    let mut of_each = vec![(0, 0); groups];
    let mut start = 0;
    for of_one in staff.chunk_by(|a, b| a.position() == b.position()) {
        let end = start + of_one.len() as u32;
        of_each[of_one[0].position()] = (start, end);
        start = end;
    }
    of_each
}

fn list(
    base: &Chart,
    revision: &Chart,
    lineage: &Lineage,
    units: &[UnitChange],
    functions: &[FunctionChange],
    staff: &[StaffChange],
    pools: &Pools,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for unit in units {
        of_unit(unit, base, revision, lineage, &mut changes);
    }
    changes.extend(
        units::founded(revision, lineage)
            .map(|unit| only(ChangeKind::UnitFounded, None, vec![unit])),
    );
    changes.extend(functions.iter().filter_map(of_function));
    for function in revision.functions_by_id() {
        if lineage.functions.is_new(function) {
            let new = vec![function.id().subject()];
            changes.push(only(ChangeKind::FunctionFounded, None, new));
        }
    }
    // Kind by kind and each by id, as they are sorted below: there may be a million.
    for (fate, kind) in [
        (PostFate::Moved, ChangeKind::StaffMoved),
        (PostFate::Ended, ChangeKind::StaffEnded),
        (PostFate::Unplaced, ChangeKind::StaffUnplaced),
    ] {
        let of_fate = staff.iter().filter(|change| change.fate == fate);
        changes.reserve(of_fate.clone().count());
        changes.extend(of_fate.map(|change| of_staff(kind, change)));
    }
    of_added_staff(base, revision, lineage, staff, pools, &mut changes);
    for site in base.sites_by_id() {
        if lineage.sites.descendants(site.id()).is_empty() {
            let old = Some(site.id().subject());
            changes.push(only(ChangeKind::SiteClosed, old, Vec::new()));
        }
    }
    for site in revision.sites_by_id() {
        if lineage.sites.is_new(site) {
            let new = vec![site.id().subject()];
            changes.push(only(ChangeKind::SiteOpened, None, new));
        }
    }
    for stated in base.co_locations() {
        if revision.co_location(stated.id()).is_none() {
            let old = Some(stated.id().subject());
            changes.push(only(ChangeKind::CoLocationDropped, old, Vec::new()));
        }
    }
    for stated in revision.co_locations() {
        if base.co_location(stated.id()).is_none() {
            let new = vec![stated.id().subject()];
            changes.push(only(ChangeKind::CoLocationStated, None, new));
        }
    }
    for change in &mut changes {
        change.evidence = evidence(change, lineage);
        change.contents = contents(change, lineage);
    }
    changes.sort_by(|a, b| {
        fn key(c: &Change) -> (ChangeKind, &Option<Subject>, &[Subject], &[Subject]) {
            (c.kind, &c.base, &c.revision, &c.to)
        }
        key(a).cmp(&key(b))
    });
    changes
}

fn only(kind: ChangeKind, base: Option<Subject>, revision: Vec<Subject>) -> Change {
    Change {
        kind,
        base,
        revision,
        from: Vec::new(),
        to: Vec::new(),
        posts: None,
        cause: None,
        evidence: Vec::new(),
        contents: None,
    }
}

/// Why a thing of the base is held to be, or to be part of, each of the revision.
fn evidence(change: &Change, lineage: &Lineage) -> Vec<Evidence> {
    fn of<I: Id>(tracks: &Tracks<I>, base: &Subject, revision: &[Subject]) -> Vec<Evidence> {
        let id = |subject: &Subject| I::from_checked(subject.id.clone());
        let base = id(base);
        let all = revision.iter();
        all.filter_map(|revision| tracks.evidence(&base, &id(revision)).cloned())
            .collect()
    }
    let Some(base) = &change.base else {
        return Vec::new();
    };
    match base.kind {
        Kind::Unit => of(&lineage.units, base, &change.revision),
        Kind::Staff => of(&lineage.staff, base, &change.revision),
        Kind::Function => of(&lineage.functions, base, &change.revision),
        _ => Vec::new(),
    }
}

/// Where everything is of a unit that closed or is new.
fn contents(change: &Change, lineage: &Lineage) -> Option<Whereabouts> {
    let unit = |subject: &Subject| UnitId::from_checked(subject.id.clone());
    match change.kind {
        ChangeKind::UnitClosed => lineage.of_closed(&unit(change.base.as_ref()?)),
        ChangeKind::UnitFounded => lineage.of_founded(&unit(change.revision.first()?)),
        _ => None,
    }
    .cloned()
}

fn of_unit(
    unit: &UnitChange,
    base: &Chart,
    revision: &Chart,
    lineage: &Lineage,
    changes: &mut Vec<Change>,
) {
    let subject = unit.unit.subject();
    let to: Vec<Subject> = unit.to.iter().map(Id::subject).collect();
    let mut push = |kind, from: Option<Subject>, now: Option<Subject>| {
        changes.push(Change {
            from: from.into_iter().collect(),
            to: now.into_iter().collect(),
            cause: unit.cause(),
            ..only(kind, Some(subject.clone()), to.clone())
        });
    };
    match unit.verdict {
        UnitVerdict::Kept => {}
        UnitVerdict::Renamed => push(ChangeKind::UnitRenamed, None, None),
        UnitVerdict::Merged => push(ChangeKind::UnitMerged, None, None),
        UnitVerdict::Split => push(ChangeKind::UnitSplit, None, None),
        UnitVerdict::Closed => push(ChangeKind::UnitClosed, None, None),
    }
    let (Some(before), Some(now)) = (unit.before(base), unit.now(revision)) else {
        return;
    };
    if unit.parent_changed {
        let parent = |u: Option<rokade_core::chart::UnitView<'_>>| u.map(|u| u.id().subject());
        push(
            ChangeKind::UnitMoved,
            parent(before.parent()),
            parent(now.parent()),
        );
    }
    if unit.relocated {
        let site = |id: &Option<rokade_core::ids::SiteId>| id.as_ref().map(Id::subject);
        push(
            ChangeKind::UnitRelocated,
            site(&unit.from_site),
            site(&unit.to_site),
        );
    }
    let head_changed = match (before.head(), now.head()) {
        (HeadState::NotStated, _) | (_, HeadState::NotStated) => false,
        (old, new) => match (old.post(), new.post()) {
            (Some(a), Some(b)) => !lineage.staff.follows(a, b),
            (None, None) => old != new,
            _ => true,
        },
    };
    if head_changed {
        let head = |state: HeadState<'_>| state.post().map(|post| post.id().subject());
        push(
            ChangeKind::HeadChanged,
            head(before.head()),
            head(now.head()),
        );
    }
}

impl FunctionChange {
    /// What kind of difference it is; `None` where there is none.
    pub fn kind(&self) -> Option<ChangeKind> {
        Some(match self.fate {
            FunctionFate::Stayed if !self.into.is_empty() || self.joined.is_some() => {
                ChangeKind::FunctionJoined
            }
            FunctionFate::Stayed if self.to.len() > 1 => ChangeKind::FunctionDivided,
            FunctionFate::Stayed => return None,
            FunctionFate::Moved => ChangeKind::FunctionMoved,
            FunctionFate::Split => ChangeKind::FunctionSplit,
            FunctionFate::Absorbed => ChangeKind::FunctionAbsorbed,
            FunctionFate::Ended => ChangeKind::FunctionEnded,
            FunctionFate::Unassigned => ChangeKind::FunctionUnassigned,
            FunctionFate::Absent => ChangeKind::FunctionAbsent,
        })
    }
}

fn of_function(function: &FunctionChange) -> Option<Change> {
    let kind = function.kind()?;
    let revision = function.to.iter().map(Id::subject).collect();
    let (from, into) = match (&function.given_up, &function.joined) {
        (Some(part), _) => (&part.from, &part.into),
        (None, Some(part)) => (&function.from, &part.into),
        (None, None) => (&function.from, &function.into),
    };
    Some(Change {
        from: from.iter().map(Id::subject).collect(),
        to: into.iter().map(Id::subject).collect(),
        cause: function.cause.clone(),
        ..only(kind, Some(function.function.subject()), revision)
    })
}

fn of_staff(kind: ChangeKind, staff: &StaffChange) -> Change {
    let from = [
        staff.from_unit.as_ref().map(Id::subject),
        staff.from_site.as_ref().map(Id::subject),
    ];
    let to = [
        staff.to_unit.as_ref().map(Id::subject),
        staff.to_site.as_ref().map(Id::subject),
    ];
    Change {
        from: from.into_iter().flatten().collect(),
        to: to.into_iter().flatten().collect(),
        posts: Some(staff.posts),
        cause: staff.cause.clone(),
        ..only(
            kind,
            Some(staff.staff.subject()),
            staff.to.iter().map(Id::subject).collect(),
        )
    }
}

/// Posts that came from no post of the base.
#[expect(
    clippy::indexing_slicing,
    reason = "a change is named by its place, and a unit by its own"
)]
fn of_added_staff(
    base: &Chart,
    revision: &Chart,
    lineage: &Lineage,
    staff: &[StaffChange],
    pools: &Pools,
    changes: &mut Vec<Change>,
) {
    use rokade_core::quantity::Certainty;
    // To nearly all groups of a large chart nobody came: they are there as they were.
    let mut is_as_it_was = vec![false; revision.staff().len()];
    let mut came: Vec<(StaffView<'_>, usize)> = Vec::new();
    for (at, change) in staff.iter().enumerate() {
        let before = change.before(base);
        match before.and_then(|before| whole(lineage, before, revision)) {
            Some(now) => is_as_it_was[now.position()] = true,
            None => came.extend(change.now(revision).map(|now| (now, at))),
        }
    }
    came.sort_unstable();
    let mut came = came.chunk_by(|a, b| a.0 == b.0).peekable();
    let posts = revision.staff_by_id();
    for post in posts.filter(|post| !is_as_it_was[post.position()]) {
        let changes_into = came.next_if(|some| some.first().is_some_and(|one| one.0 == post));
        let added = match changes_into {
            None => post.count(),
            Some(came) => {
                let came = pools.total(came.iter().map(|&(_, change)| &staff[change]));
                if post.count().greater_than(came) != Some(Certainty::Certain) {
                    continue;
                }
                post.count().less(came)
            }
        };
        let to = post.unit().map(|unit| unit.id().subject());
        changes.push(Change {
            to: to.into_iter().collect(),
            posts: Some(added),
            ..only(ChangeKind::StaffAdded, None, vec![post.id().subject()])
        });
    }
}
