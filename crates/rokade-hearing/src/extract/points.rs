//! The points of a response: which sentences make one, what it is about, and what it raises.
//!
//! A point's text is one sentence, or a few that stand together where one leans on the other. What
//! a sentence leaves unsaid is taken from the sentence before it, or from the heading it stands
//! under; from further away nothing is.

use std::ops::Range;

use rokade_core::chart::{Chart, MemberRef};
use rokade_core::entry::{About, PointEntry, PointKind};
use rokade_core::ids::{
    CoLocationId, FunctionId, Id as _, Kind, SiteId, StaffId, Subject, TargetGroupId, UnitId,
};

use super::cues::{self, raises};
use super::ids::Ids;
use super::kinds::{Said, denies, led_to, said};
use super::naming::{Named, Naming};
use super::pattern::any;
use super::sentences::sentences;
use super::tidy::{Block, BlockKind, Tidied};
use super::words::{Token, tokens};

/// The most words of a sentence that only comments on the one before it: "Det bekymrer os."
const COMMENT: usize = 7;

/// The most words of an item that says nothing without what leads to its list.
const BARE_ITEM: usize = 4;

/// The most blocks from a closing line to the end.
const CLOSING: usize = 8;

/// What a closing line begins with.
const CLOSES: &[&str] = &[
    "mvh",
    "med venlig hilsen",
    "venlig hilsen",
    "på vegne af",
    "kind regards",
    "yours",
    "on behalf of",
];

/// Words that point back.
const BACK: &[&str] = &[
    "denne",
    "dette",
    "disse",
    "sådan",
    "sådanne",
    "de nævnte",
    "this",
    "these",
    "those",
];

/// Words for where people sit, and what parts them.
const APART: &[&str] = &[
    "afstand*",
    "adskil*",
    "samme hus/adresse/sted",
    "samlokaliser*",
    "fysisk*",
    "geografisk*",
    "flytte*",
    "sidder",
    "sit hus",
    "same building/address/site",
    "apart",
    "move*",
];

/// A sentence.
struct Sentence {
    /// Its bytes in the tidied text.
    at: Range<usize>,
    words: Vec<Token>,
    named: Vec<Named>,
    said: Said,
}

/// A point with the sentences that make it.
struct Draft {
    kind: PointKind,
    at: Range<usize>,
    words: Vec<Token>,
    named: Vec<Subject>,
    /// What it may be about where it names nothing itself.
    context: Vec<Subject>,
}

/// The points of a response, each with the bytes it stands at.
pub(super) fn points(
    tidied: &Tidied,
    charts: &[&Chart],
    naming: &Naming<'_>,
) -> Vec<(PointEntry, Range<usize>)> {
    let mut drafts = Vec::new();
    let mut heading: Vec<Subject> = Vec::new();
    // What a heading such as "Bekymringer" makes of what stands under it.
    let mut under: Option<PointKind> = None;
    let mut lead: Option<Lead> = None;
    let mut at = 0;
    while let Some(block) = tidied.blocks.get(at) {
        let text = tidied.said(&block.at);
        let before = at
            .checked_sub(1)
            .and_then(|before| tidied.blocks.get(before));
        at += 1;
        let left = tidied.blocks.len() - at;
        if left <= CLOSING && is_closing(text) {
            break;
        }
        if block.kind == BlockKind::Heading {
            heading = subjects(&naming.named(text));
            let told = led_to(&tokens(text));
            under = told.filter(|kind| matches!(kind, PointKind::Objection | PointKind::Support));
            lead = None;
            // A heading can be a question, or what a list follows from.
            if !text.contains('?') {
                continue;
            }
        }
        if block.kind == BlockKind::Item
            && let Some(lead) = &lead
            && before.is_some_and(|before| before.at.end == lead.at.end)
        {
            let items = items_from(tidied, at - 1);
            if lead.kind.is_some() && items.iter().all(|item| is_bare(tidied.said(&item.at))) {
                // The items alone say nothing: the list is one point, with what leads to it.
                let end = items.last().map_or(block.at.end, |item| item.at.end);
                drafts.extend(lead.with_items(tidied, end, naming));
                at += items.len() - 1;
                continue;
            }
        }
        if block.kind != BlockKind::Item {
            lead = None;
        }
        let sentences = of_block(tidied, block, naming);
        let leads = text.trim_end().ends_with(':') && is_item(tidied.blocks.get(at));
        let count = sentences.len() - usize::from(leads);
        let from_list = lead.as_ref().filter(|_| block.kind == BlockKind::Item);
        drafts.extend(of_sentences(
            sentences.split_at(count).0,
            &heading,
            under,
            from_list,
        ));
        if leads && let Some(last) = sentences.last() {
            lead = Some(Lead {
                kind: led_to(&last.words),
                at: last.at.clone(),
                named: subjects(&last.named),
            });
        }
    }
    let mut ids = Ids::default();
    let entries = drafts.into_iter().map(|draft| {
        let place = tidied.source_of(&draft.at);
        (entry(draft, tidied, charts, &mut ids), place)
    });
    entries.collect()
}

/// The sentence that leads to a list.
struct Lead {
    kind: Option<PointKind>,
    at: Range<usize>,
    named: Vec<Subject>,
}

impl Lead {
    fn with_items(&self, tidied: &Tidied, end: usize, naming: &Naming<'_>) -> Option<Draft> {
        let at = self.at.start..end;
        let text = tidied.said(&at);
        Some(Draft {
            kind: self.kind?,
            words: tokens(text),
            named: subjects(&naming.named(text)),
            context: Vec::new(),
            at,
        })
    }
}

fn is_item(block: Option<&Block>) -> bool {
    block.is_some_and(|block| block.kind == BlockKind::Item)
}

fn items_from(tidied: &Tidied, at: usize) -> &[Block] {
    let from = tidied.blocks.get(at..).unwrap_or_default();
    let is_item = |block: &Block| block.kind == BlockKind::Item;
    let count = from.iter().take_while(|block| is_item(block)).count();
    from.split_at(count).0
}

fn is_bare(item: &str) -> bool {
    item.split(' ').count() <= BARE_ITEM && !item.contains('?')
}

/// Whether a block ends the answer: the greeting, and who signs it.
fn is_closing(text: &str) -> bool {
    let words = tokens(text);
    words.len() <= 12
        && CLOSES
            .iter()
            .any(|closes| super::pattern::position(closes, &words) == Some(0))
}

fn of_block(tidied: &Tidied, block: &Block, naming: &Naming<'_>) -> Vec<Sentence> {
    let text = tidied.said(&block.at);
    let all = sentences(text).into_iter().map(|at| {
        let sentence = text.get(at.clone()).unwrap_or_default();
        let words = tokens(sentence);
        Sentence {
            at: block.at.start + at.start..block.at.start + at.end,
            named: naming.named(sentence),
            said: said(sentence, &words),
            words,
        }
    });
    all.collect()
}

/// The points among the sentences of a block.
fn of_sentences(
    sentences: &[Sentence],
    heading: &[Subject],
    under: Option<PointKind>,
    lead: Option<&Lead>,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // The sentence before, and whether it is in a point already.
    let mut before: Option<(&Sentence, bool)> = None;
    for sentence in sentences {
        let kind = match sentence.said {
            Said::Point(kind) => Some(kind),
            Said::Follows if !raises_of(sentence).is_empty() => Some(PointKind::Objection),
            Said::Doubts
                if denies(&sentence.words)
                    || names_something(sentence)
                    || !raises_of(sentence).is_empty() =>
            {
                Some(PointKind::Objection)
            }
            Said::Follows | Said::Doubts | Said::Nothing => {
                let from_list = lead
                    .and_then(|lead| lead.kind)
                    .filter(|_| sentence.words.len() > 1);
                from_list.or(under.filter(|_| names_something(sentence)))
            }
        };
        let Some(kind) = kind else {
            before = Some((sentence, false));
            continue;
        };
        let comments = is_comment(sentence);
        // "Den mulighed" points back; "det" often points at nothing.
        let first = sentence.words.first().map(|word| word.lower.as_str());
        let leans = comments || matches!(first, Some("den" | "de")) || any(BACK, &sentence.words);
        if let Some((earlier, in_point)) = before
            && leans
        {
            let same = drafts.last_mut().filter(|_| in_point);
            if let Some(draft) = same {
                // It goes on with the point before: "Det bekymrer os.", or a question on what is missing.
                if comments || (draft.kind == kind && kind == PointKind::Question) {
                    draft.join(sentence);
                    before = Some((sentence, true));
                    continue;
                }
            } else if comments || sentence.named.is_empty() || earlier.said == Said::Follows {
                let mut draft = Draft::of(earlier, kind, heading, None, lead);
                draft.join(sentence);
                drafts.push(draft);
                before = Some((sentence, true));
                continue;
            }
        }
        // A question is put to what was just said; other points speak for themselves.
        let earlier = before.map(|(earlier, _)| earlier);
        let earlier = earlier.filter(|_| leans || kind == PointKind::Question);
        drafts.push(Draft::of(sentence, kind, heading, earlier, lead));
        before = Some((sentence, true));
    }
    drafts
}

fn names_something(sentence: &Sentence) -> bool {
    sentence
        .named
        .iter()
        .any(|named| named.subject.kind != Kind::Body)
}

/// Whether a sentence only says something of the one before it.
fn is_comment(sentence: &Sentence) -> bool {
    let first = sentence.words.first().map(|word| word.lower.as_str());
    sentence.words.len() <= COMMENT
        && sentence.named.is_empty()
        && matches!(first, Some("det" | "dette" | "this" | "that" | "it"))
        && sentence.said != Said::Point(PointKind::Question)
}

fn raises_of(sentence: &Sentence) -> Vec<&'static str> {
    raises(
        &sentence.words,
        None,
        named_kinds(&subjects(&sentence.named)),
    )
}

fn subjects(named: &[Named]) -> Vec<Subject> {
    let subjects = named.iter().map(|named| named.subject.clone());
    subjects
        .filter(|subject| subject.kind != Kind::Body)
        .collect()
}

fn named_kinds(subjects: &[Subject]) -> cues::Names {
    let has = |kind| subjects.iter().any(|subject| subject.kind == kind);
    cues::Names {
        functions: has(Kind::Function),
        staff: has(Kind::Staff),
        units: has(Kind::Unit),
    }
}

impl Draft {
    fn of(
        sentence: &Sentence,
        kind: PointKind,
        heading: &[Subject],
        before: Option<&Sentence>,
        lead: Option<&Lead>,
    ) -> Self {
        let near = [
            before.map(|before| subjects(&before.named)),
            lead.map(|lead| lead.named.clone()),
            Some(heading.to_vec()),
        ];
        let mut near = near.into_iter().flatten();
        Draft {
            kind,
            at: sentence.at.clone(),
            words: sentence.words.clone(),
            named: subjects(&sentence.named),
            context: near.find(|near| !near.is_empty()).unwrap_or_default(),
        }
    }

    /// Takes in the next sentence.
    fn join(&mut self, sentence: &Sentence) {
        self.at.end = sentence.at.end;
        self.words.extend(sentence.words.iter().cloned());
        for subject in subjects(&sentence.named) {
            if !self.named.contains(&subject) {
                self.named.push(subject);
            }
        }
    }
}

fn entry(draft: Draft, tidied: &Tidied, charts: &[&Chart], ids: &mut Ids) -> PointEntry {
    let named = if draft.named.is_empty() {
        draft.context
    } else {
        draft.named
    };
    let raises = raises(&draft.words, Some(draft.kind), named_kinds(&named));
    let mut about = About::default();
    for Subject { kind, id } in &named {
        let id = id.clone();
        match kind {
            Kind::Unit => about.units.push(UnitId::from_checked(id)),
            Kind::Staff => about.staff.push(StaffId::from_checked(id)),
            Kind::Function => about.functions.push(FunctionId::from_checked(id)),
            Kind::Site => about.sites.push(SiteId::from_checked(id)),
            Kind::TargetGroup => about.target_groups.push(TargetGroupId::from_checked(id)),
            _ => {}
        }
    }
    if any(APART, &draft.words) {
        about.co_locations = co_locations(charts, &named);
    }
    PointEntry {
        id: Some(ids.next(&named)),
        about: (about != About::default()).then_some(about),
        kind: Some(draft.kind),
        text: Some(tidied.said(&draft.at).to_owned()),
        raises: raises.into_iter().map(str::to_owned).collect(),
        ..PointEntry::default()
    }
}

/// The co-locations of which every member is named.
fn co_locations(charts: &[&Chart], named: &[Subject]) -> Vec<CoLocationId> {
    let mut found = Vec::new();
    for chart in charts {
        for co_location in chart.co_locations() {
            let members = co_location.members();
            let all_named = members
                .iter()
                .all(|member| named.contains(&subject_of(*member)));
            if all_named && !members.is_empty() && !found.contains(co_location.id()) {
                found.push(co_location.id().clone());
            }
        }
    }
    found
}

fn subject_of(member: MemberRef<'_>) -> Subject {
    match member {
        MemberRef::Unit(unit) => unit.id().subject(),
        MemberRef::Staff(post) => post.id().subject(),
        MemberRef::Function(function) => function.id().subject(),
    }
}
