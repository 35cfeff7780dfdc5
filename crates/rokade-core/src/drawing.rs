//! What is drawn of an organisation: its units as an org chart (organisationsdiagram), and who
//! sits together with whom, in finished words.
//!
//! Nothing here has a place on paper: formats lay it out, and decide nothing else.

use crate::entry::Language;

/// Units as they stand under each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgChart {
    /// The language its words are in.
    pub language: Language,
    /// What is drawn.
    pub title: String,
    /// What is to be seen in it, in a sentence or two: how many units, and which change.
    pub description: String,
    /// The units, each after the one that it stands under.
    pub units: Vec<DrawnUnit>,
    /// The sites that units refer to, in the order of the chart: the same site has the same place
    /// in the list before and after.
    pub sites: Vec<String>,
}

/// A unit, as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnUnit {
    /// Its id; for formats in which lines name what they join, and for nothing that is read.
    pub id: String,
    /// The unit that it stands under, by its place in the list.
    pub parent: Option<usize>,
    /// What the chart calls it.
    pub name: String,
    /// The organisation's own word for its level; none where the chart does not say.
    pub level: Option<String>,
    /// Who leads it (`Leder: Jobchef`, `Lederstillingen er ledig`); none where nothing says.
    pub head: Option<String>,
    /// How many posts are in it and below it (`ca. 18–20 stillinger`); none where it has none.
    pub posts: Option<String>,
    /// Where it is: its own site and those of its posts.
    pub sites: Vec<DrawnSite>,
    /// How much of what is below it is not drawn (`12 enheder under den er ikke tegnet`); none where
    /// all of it is.
    pub below: Option<String>,
    /// What changes of it, the most important first; empty where nothing does.
    pub marks: Vec<Marked>,
    /// Whether it is another organisation, or part of one.
    pub is_external: bool,
}

/// A site of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnSite {
    /// Which, by its place in the list of sites.
    pub site: usize,
    /// How many posts of the unit's own are there; none where there is only one site and nothing
    /// to tell apart. Of a member of a co-location, how many posts of it are there.
    pub posts: Option<String>,
}

/// A mark with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// What kind of change.
    pub mark: Mark,
    /// The kind in a word, for a badge: `lukkes`, `flyttes`, `ny`.
    pub word: String,
    /// What changes, in a few words (`til Job og Ydelse`, `fra Kastetvej til Ydelsescentret`).
    pub text: Option<String>,
}

/// What changes of a unit that is drawn, in the order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It is no more.
    Closed,
    /// It was not there before.
    New,
    /// It becomes, or is now, part of another with others.
    Merged,
    /// It becomes, or came of, several.
    Split,
    /// It stands under another unit.
    Moved,
    /// It is at another site.
    Relocated,
    /// It has another name.
    Renamed,
    /// It has another head, or none any longer.
    NewHead,
    /// What it does or who is in it changes.
    Changed,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Mark; 9] = [
        Mark::Closed,
        Mark::New,
        Mark::Merged,
        Mark::Split,
        Mark::Moved,
        Mark::Relocated,
        Mark::Renamed,
        Mark::NewHead,
        Mark::Changed,
    ];

    /// The word for it in classes and keys of sentences.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Closed => "closed",
            Mark::New => "new",
            Mark::Merged => "merged",
            Mark::Split => "split",
            Mark::Moved => "moved",
            Mark::Relocated => "relocated",
            Mark::Renamed => "renamed",
            Mark::NewHead => "new-head",
            Mark::Changed => "changed",
        }
    }
}

/// Who is stated to sit together, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoLocationMap {
    /// The language its words are in.
    pub language: Language,
    /// What is drawn.
    pub title: String,
    /// What is to be seen in it: how many are kept, broken, weakened, made.
    pub description: String,
    /// The sites, in the order of [`OrgChart::sites`].
    pub sites: Vec<String>,
    /// What is to be together.
    pub co_locations: Vec<DrawnCoLocation>,
}

/// A co-location (samlokalisering), before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnCoLocation {
    /// Who is to sit together, and for whom.
    pub name: String,
    /// Why.
    pub because: Option<String>,
    /// What becomes of it.
    pub standing: CoLocationStanding,
    /// That in a word.
    pub word: String,
    /// Its members.
    pub members: Vec<DrawnMember>,
}

/// What becomes of a co-location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoLocationStanding {
    /// Its members shared a site, and share none any longer.
    Broken,
    /// Fewer of its posts have all others at their own site.
    Weakened,
    /// They share no site, before or after.
    Apart,
    /// They share a site that they did not share before.
    Made,
    /// They share a site, as before.
    Kept,
    /// It is no longer stated, or its members are no more.
    Dropped,
    /// Nothing says where they are.
    Unknown,
}

impl CoLocationStanding {
    /// The word for it in classes and keys of sentences.
    pub fn name(self) -> &'static str {
        match self {
            CoLocationStanding::Broken => "broken",
            CoLocationStanding::Weakened => "weakened",
            CoLocationStanding::Apart => "apart",
            CoLocationStanding::Made => "made",
            CoLocationStanding::Kept => "kept",
            CoLocationStanding::Dropped => "dropped",
            CoLocationStanding::Unknown => "unknown",
        }
    }
}

/// A member of a co-location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnMember {
    /// What it is called.
    pub name: String,
    /// Where it is in the base.
    pub before: Vec<DrawnSite>,
    /// Where it is in the revision.
    pub after: Vec<DrawnSite>,
}
