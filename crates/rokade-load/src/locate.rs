//! Where a field of an entity stands, found by reading the entity's bytes again.
//!
//! A chart keeps one range for each entity; the span of a field is asked for only when a
//! finding names it. This never fails: it goes as far along the path as the file does.

use std::ops::Range;

use rokade_core::expected::Expected;
use rokade_core::span::{Origin, PathStep, Source, SourceId, Syntax};

use crate::arena::{Arena, NodeId, Shape};
use crate::attempt::first_line;
use crate::capture::same_key;
use crate::csv::{Cell, Rows, delimiter, is_list, pieces};
use crate::decode::boundary;
use crate::reader::{Key, Reader, Stop, Token};

/// An entity is indented as its file has it, up to so many columns; further right stands only
/// what is in brackets, where indentation means nothing.
const MARGIN: usize = 1024;

/// The bytes of a field of an entity.
///
/// A [`PathStep::Key`] leads to its value, a [`PathStep::KeyName`] to the key itself, and a
/// [`PathStep::Item`] to an item of a list, for which one value may stand in a list's place. A
/// step that cannot be followed ends the way. Without a step it is the entity's id alone.
pub fn locate(source: &Source, origin: Origin, path: &[PathStep]) -> Range<usize> {
    let mut found = locate_all(source, origin, &[path]);
    found.pop().unwrap_or(0..0)
}

/// The bytes of several fields of an entity, which is read once for all of them.
pub fn locate_all(source: &Source, origin: Origin, paths: &[&[PathStep]]) -> Vec<Range<usize>> {
    let text = &*source.text;
    let start = boundary(text, origin.start as usize);
    let end = boundary(text, origin.end as usize).max(start);
    match source.syntax {
        Syntax::Csv => locate_cells(text, &(start..end), paths),
        Syntax::Yaml => locate_fields(text, &(start..end), paths),
    }
}

#[expect(
    clippy::string_slice,
    reason = "an entity begins and ends where characters do"
)]
fn locate_fields(text: &str, entity: &Range<usize>, paths: &[&[PathStep]]) -> Vec<Range<usize>> {
    let slice = &text[entity.clone()];
    let margin = margin(text, entity);
    if margin == 0
        && paths.iter().all(|path| path.is_empty())
        && let Some(key) = key_of_section(slice)
    {
        return vec![entity.start..entity.start + key; paths.len()];
    }
    // Read as a block first; what stood in brackets may need brackets around it.
    let as_block = format!("{:margin$}{slice}", "");
    let found = find(&as_block, false, paths).map(|found| (found, margin));
    let bracketed = |Stop| find(&format!("{{{slice}}}"), true, paths).map(|found| (found, 1));
    let found = found.or_else(bracketed);
    let places: Vec<Range<usize>> = if let Ok((found, before)) = found {
        let place = |byte: u32| (byte as usize).saturating_sub(before) + entity.start;
        let places = found.into_iter();
        places.map(|at| place(at.start)..place(at.end)).collect()
    } else {
        let line = first_line(text, entity.start as u32..entity.end as u32);
        vec![line.start as usize..line.end as usize; paths.len()]
    };
    let within = |at: Range<usize>| {
        let start = boundary(text, at.start.min(entity.end));
        start..boundary(text, at.end.min(entity.end)).max(start)
    };
    places.into_iter().map(within).collect()
}

/// How long the key of a section is, where it stands by itself and all that follows is further in:
/// a section may have a million entries, and need not be read for that.
fn key_of_section(text: &str) -> Option<usize> {
    let (line, rest) = text.split_once('\n')?;
    let key = line.strip_suffix(':')?;
    let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
    let is_within = |line: &str| line.is_empty() || line.starts_with([' ', '#']);
    // What stands under `id` may be the id of an item.
    let is_section = !key.is_empty() && key.chars().all(is_word) && key != "id";
    // A lone carriage return ends a line as well.
    let is_alone = is_section && !rest.contains('\r') && rest.lines().all(is_within);
    is_alone.then_some(key.len())
}

/// How many columns stand before an entity on its line, where a further line depends on them.
#[expect(
    clippy::string_slice,
    reason = "an entity begins and ends where characters do"
)]
fn margin(text: &str, entity: &Range<usize>) -> usize {
    if !text[entity.clone()].contains(['\n', '\r']) {
        return 0;
    }
    let from = boundary(text, entity.start.saturating_sub(MARGIN));
    let before = &text[from..entity.start];
    let line = before
        .rfind(['\n', '\r'])
        .map_or(before, |end| &before[end + 1..]);
    line.chars().count()
}

/// Follows paths in a text that holds one entity, in brackets that were put around it or not.
fn find(text: &str, bracketed: bool, paths: &[&[PathStep]]) -> Result<Vec<Range<u32>>, Stop> {
    let mut reader = Reader::new(SourceId(0), text);
    let head = reader.next()?;
    let found = match head.token {
        // The key of a section may have the whole section as its value.
        Token::Map(false) if paths.iter().all(|path| path.is_empty()) => {
            vec![id_of_block(&mut reader, text)?; paths.len()]
        }
        Token::Map(flow) => {
            reader.capture(head)?;
            let arena = &reader.arena;
            let key = key_of_entity(arena).filter(|_| bracketed || !flow);
            if key.is_none() && bracketed {
                return Err(Stop);
            }
            let paths = paths.iter();
            paths
                .map(|path| from_entity(arena, text, key, path))
                .collect()
        }
        // A key without a value.
        Token::Text(..) => vec![head.at; paths.len()],
        _ => return Err(Stop),
    };
    match reader.next()?.token {
        Token::End => Ok(found),
        _ => Err(Stop),
    }
}

/// Follows a path from an entity, which has a key of its own or is an item of a list.
fn from_entity(
    arena: &Arena<'_>,
    text: &str,
    key: Option<(NodeId, NodeId)>,
    path: &[PathStep],
) -> Range<u32> {
    match key {
        Some((key, value)) if !is_of_item(arena, key, path) => {
            follow(arena, arena.node(key).range(), value, path)
        }
        _ => follow(arena, id_of_item(arena, text), 0, path),
    }
}

/// The id of an entity in a block, without keeping its values.
fn id_of_block(reader: &mut Reader<'_>, text: &str) -> Result<Range<u32>, Stop> {
    let mut first = None;
    let mut id = None;
    let mut keys = 0;
    loop {
        match reader.key(Expected::Text, None)? {
            Key::Done => break,
            Key::Refused => keys += 1,
            Key::Named(key, at) => {
                keys += 1;
                first.get_or_insert_with(|| at.clone());
                let value = reader.next()?;
                if key == "id" && matches!(value.token, Token::Text(..)) {
                    id.get_or_insert_with(|| value.at.clone());
                }
                reader.skip(&value)?;
            }
        }
    }
    let first = first.unwrap_or(0..0);
    // One key is the entity's own, unless it holds the id of an item that has no more.
    Ok(id.unwrap_or(if keys == 1 {
        first
    } else {
        first_line(text, first.start..reader.end())
    }))
}

/// The key that an entity stands under, and its value; none for an item of a list.
fn key_of_entity(arena: &Arena<'_>) -> Option<(NodeId, NodeId)> {
    let mut pairs = arena.pairs(0);
    let (key, value) = pairs.next()?;
    let is_text = matches!(arena.node(value).shape, Shape::Text { .. });
    let is_item = pairs.next().is_some() || (arena.node(key).text == "id" && is_text);
    (!is_item).then_some((key, value))
}

/// Whether a path begins at the only key of an item of a list, as that of an event without an
/// id does, and not within what stands under the key of an entity.
fn is_of_item(arena: &Arena<'_>, key: NodeId, path: &[PathStep]) -> bool {
    let Some(PathStep::Key(name) | PathStep::KeyName(name)) = path.first() else {
        return false;
    };
    let value = arena.past(key);
    same_key(&arena.node(key).text, name) && pair(arena, value, name).is_none()
}

/// The id of an item of a list, or its first line.
fn id_of_item(arena: &Arena<'_>, text: &str) -> Range<u32> {
    match arena.get(0, "id") {
        Some(id) if !arena.node(id).range().is_empty() => arena.node(id).range(),
        _ => first_line(text, arena.node(0).range()),
    }
}

/// Goes along a path as far as it leads.
fn follow(
    arena: &Arena<'_>,
    mut at: Range<u32>,
    mut node: NodeId,
    path: &[PathStep],
) -> Range<u32> {
    for step in path {
        match step {
            PathStep::Key(name) => {
                let Some((key, value)) = pair(arena, node, name) else {
                    return at;
                };
                node = value;
                at = arena.node(value).range();
                if at.is_empty() {
                    at = arena.node(key).range();
                }
            }
            PathStep::KeyName(name) => {
                return pair(arena, node, name).map_or(at, |(key, _)| arena.node(key).range());
            }
            PathStep::Item(item) => {
                let one = match arena.node(node).shape {
                    Shape::List => arena.items(node).nth(*item),
                    Shape::Text { .. } | Shape::Map { .. } if *item == 0 => Some(node),
                    _ => None,
                };
                let Some(one) = one else {
                    return at;
                };
                node = one;
                if !arena.node(one).range().is_empty() {
                    at = arena.node(one).range();
                }
            }
        }
    }
    at
}

fn pair(arena: &Arena<'_>, map: NodeId, name: &str) -> Option<(NodeId, NodeId)> {
    arena
        .pairs(map)
        .find(|&(key, _)| same_key(&arena.node(key).text, name))
}

fn locate_cells(text: &str, row: &Range<usize>, paths: &[&[PathStep]]) -> Vec<Range<usize>> {
    let delimiter = delimiter(text);
    let mut header = Vec::new();
    let mut cells = Vec::new();
    Rows::new(text, delimiter, 0).next(&mut header);
    Rows::new(text, delimiter, row.start).next(&mut cells);
    let cell = |name: &str| {
        let column = header.iter().position(|cell| cell.text.trim() == name);
        cells.get(column?)
    };
    let locate = |path: &&[PathStep]| {
        let found = match path {
            [PathStep::Key(name) | PathStep::KeyName(name), rest @ ..] => {
                cell(name).map(|cell| match rest {
                    [PathStep::Item(item), ..] if is_list(name) => pieces(cell)
                        .nth(*item)
                        .map_or(cell.at.clone(), |(_, at)| at),
                    _ => cell.at.clone(),
                })
            }
            _ => None,
        };
        let id = || cell("id").map(|cell: &Cell<'_>| cell.at.clone());
        let at = found.or_else(id);
        at.map_or(row.clone(), |at| at.start as usize..at.end as usize)
    };
    paths.iter().map(locate).collect()
}
