//! Rewrites a source file so that all its mutants are there at once, each asked for by its number.
//!
//! What is written stays where it is, line for line: pieces are put around it. Thus what the
//! compiler says of a place is found again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use anyhow::{Context as _, Result};
use syn::visit::{self, Visit};

use crate::list::{Genre, Mutant};

/// A file with all its mutants in it.
#[derive(Debug, Default)]
pub(crate) struct Rewritten {
    pub(crate) text: String,
    /// Where the mutants stand in it.
    pub(crate) places: Vec<Placed>,
    /// Those that have found no place, by number.
    pub(crate) left_out: Vec<u32>,
    /// Those that are no Rust, by number, and why.
    pub(crate) refused: Vec<(u32, &'static str)>,
}

/// Bytes of the rewritten file, and whose they are.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) range: Range<usize>,
    pub(crate) mutants: Vec<u32>,
    /// The mutant itself, and not what was put around all of one place.
    pub(crate) exact: bool,
}

/// Rewrites one file; each mutant has its number.
pub(crate) fn rewrite(source: &str, mutants: &[(u32, &Mutant)]) -> Result<Rewritten> {
    let file = syn::parse_file(source).context("cannot be parsed")?;
    let mut finder = Finder {
        source,
        wanted: BTreeMap::new(),
        edits: Vec::new(),
        refused: Vec::new(),
        matches: Vec::new(),
        returns: Vec::new(),
    };
    let lines: Vec<usize> = std::iter::once(0)
        .chain(source.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    for &(number, mutant) in mutants {
        let place = mutant.span.start;
        let line = *lines
            .get(place.line.saturating_sub(1))
            .with_context(|| format!("{}: no such line", mutant.name))?;
        let before = source[line..].chars().take(place.column.saturating_sub(1));
        let start = line + before.map(char::len_utf8).sum::<usize>();
        let of = finder.wanted.entry((mutant.genre, start)).or_default();
        of.push((number, mutant.replacement.clone()));
    }
    finder.visit_file(&file);
    let Finder {
        mut edits,
        refused,
        wanted,
        ..
    } = finder;
    // What is around comes before what is within; of two that are the same, the first found is around.
    edits.sort_by_key(|edit| (edit.range.start, usize::MAX - edit.range.end));
    let mut writer = Writer {
        source,
        edits: &edits,
        text: String::with_capacity(source.len() * 2),
        places: Vec::new(),
    };
    writer.source(0..source.len(), 0);
    Ok(Rewritten {
        text: writer.text,
        places: writer.places,
        refused,
        left_out: wanted
            .into_values()
            .flatten()
            .map(|(number, _)| number)
            .collect(),
    })
}

/// What stands in the place of some bytes of the source.
struct Edit {
    range: Range<usize>,
    parts: Vec<Part>,
    mutants: Vec<u32>,
}

enum Part {
    Text(String),
    /// Of the source, with the edits that lie in it.
    Source(Range<usize>),
    /// Of the source, as it is written: where only one mutant can be on, there is no other.
    Plain(Range<usize>),
    /// What a mutant does.
    Mutant(u32, Vec<Part>),
}

fn text(text: impl Into<String>) -> Part {
    Part::Text(text.into())
}

struct Writer<'a> {
    source: &'a str,
    edits: &'a [Edit],
    text: String,
    places: Vec<Placed>,
}

impl Writer<'_> {
    /// Bytes of the source, with all edits in them from one on.
    fn source(&mut self, range: Range<usize>, first: usize) {
        let mut at = range.start;
        for (place, edit) in self.edits.iter().enumerate().skip(first) {
            if edit.range.start >= range.end && edit.range != range {
                break;
            }
            if edit.range.start < at || edit.range.end > range.end {
                continue;
            }
            self.text.push_str(&self.source[at..edit.range.start]);
            let start = self.text.len();
            self.parts(&edit.parts, place + 1);
            self.places.push(Placed {
                range: start..self.text.len(),
                mutants: edit.mutants.clone(),
                exact: false,
            });
            at = edit.range.end;
        }
        self.text.push_str(&self.source[at..range.end]);
    }

    fn parts(&mut self, parts: &[Part], first: usize) {
        for part in parts {
            match part {
                Part::Text(text) => self.text.push_str(text),
                Part::Source(range) => self.source(range.clone(), first),
                Part::Plain(range) => self.text.push_str(&self.source[range.clone()]),
                Part::Mutant(number, parts) => {
                    let start = self.text.len();
                    self.parts(parts, first);
                    self.places.push(Placed {
                        range: start..self.text.len(),
                        mutants: vec![*number],
                        exact: true,
                    });
                }
            }
        }
    }
}

/// Finds the places of the mutants.
struct Finder<'a> {
    source: &'a str,
    /// By what they change and where it begins; what is found is taken out.
    wanted: BTreeMap<(Genre, usize), Vec<(u32, String)>>,
    edits: Vec<Edit>,
    refused: Vec<(u32, &'static str)>,
    /// Of each match around, whether something at its end takes all.
    matches: Vec<bool>,
    /// Of each function or closure around, how deep what it returns is put into `Either`.
    returns: Vec<usize>,
}

fn bytes(node: &impl syn::spanned::Spanned) -> Range<usize> {
    node.span().byte_range()
}

/// What an iterator gives, where a function says no more of it.
fn item(output: &syn::ReturnType) -> Option<&syn::Type> {
    let syn::ReturnType::Type(_, returned) = output else {
        return None;
    };
    let syn::Type::ImplTrait(opaque) = &**returned else {
        return None;
    };
    opaque.bounds.iter().find_map(|bound| {
        let syn::TypeParamBound::Trait(bound) = bound else {
            return None;
        };
        let last = bound.path.segments.last()?;
        let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        arguments.args.iter().find_map(|argument| match argument {
            syn::GenericArgument::AssocType(of) if of.ident == "Item" => Some(&of.ty),
            _ => None,
        })
    })
}

/// Whether an expression is a condition with `let` in it, which stands nowhere but in one.
fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl Finder<'_> {
    fn take(&mut self, genre: Genre, start: usize) -> Vec<(u32, String)> {
        self.wanted.remove(&(genre, start)).unwrap_or_default()
    }

    fn edit(&mut self, range: Range<usize>, mutants: &[(u32, String)], parts: Vec<Part>) {
        self.edits.push(Edit {
            range,
            parts,
            mutants: mutants.iter().map(|(number, _)| *number).collect(),
        });
    }

    fn refuse(&mut self, mutants: &[(u32, String)], why: &'static str) {
        let refused = mutants.iter().map(|(number, _)| (*number, why));
        self.refused.extend(refused);
    }

    /// A function: what it gives instead is returned at its beginning.
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let Some(first) = block.stmts.first() else {
            self.returns.push(0);
            return;
        };
        let mutants = if signature.constness.is_some() {
            Vec::new()
        } else {
            self.take(Genre::FnValue, bytes(first).start)
        };
        let open = bytes(&block.brace_token.span.open()).end;
        let close = bytes(&block.brace_token.span.close()).start;
        let is_opaque = matches!(
            &signature.output,
            syn::ReturnType::Type(_, returned) if matches!(**returned, syn::Type::ImplTrait(_))
        );
        let item = item(&signature.output).map(|item| &self.source[bytes(item)]);
        let mut before = Vec::new();
        for (at, (number, replacement)) in mutants.iter().enumerate() {
            before.push(text(format!(" if ::mutant::on({number}) {{ return ")));
            let mut value = Part::Mutant(*number, vec![text(replacement)]);
            if is_opaque {
                // So that what does not fit is refused here, and not where the function says what it gives.
                if let Some(item) = item {
                    let fits = format!("::mutant::gives::<{item}, _>({replacement})");
                    value = Part::Mutant(*number, vec![text(fits)]);
                }
                before.push(text(format!(
                    "{}::mutant::Either::Left(",
                    "::mutant::Either::Right(".repeat(at)
                )));
                before.push(value);
                before.push(text(")".repeat(at + 1)));
            } else {
                before.push(value);
            }
            before.push(text("; }"));
        }
        let depth = if is_opaque { mutants.len() } else { 0 };
        self.returns.push(depth);
        if mutants.is_empty() {
            return;
        }
        if depth == 0 {
            self.edit(open..open, &mutants, before);
        } else {
            before.push(text(format!(
                " {}{{",
                "::mutant::Either::Right(".repeat(depth)
            )));
            before.push(Part::Source(open..close));
            before.push(text(format!("}}{}", ")".repeat(depth))));
            self.edit(open..close, &mutants, before);
        }
    }

    /// `==`, `<` and their like: both sides are asked once.
    fn comparison(&mut self, node: &syn::ExprBinary, mutants: &[(u32, String)]) {
        let written = &self.source[bytes(&node.op)];
        let mut says = vec![text(format!("*__l {written} *__r"))];
        for (number, replacement) in mutants {
            let mutated = vec![text(format!("|| *__l {replacement} *__r"))];
            says.insert(0, text(format!("::mutant::pick({number}, ")));
            says.extend([text(", "), Part::Mutant(*number, mutated), text(")")]);
        }
        let mut parts = vec![
            text("(match (&("),
            Part::Source(bytes(&node.left)),
            text("), &("),
            Part::Source(bytes(&node.right)),
            text(")) { (__l, __r) => "),
        ];
        parts.extend(says);
        parts.push(text(" })"));
        self.edit(bytes(node), mutants, parts);
    }

    /// `+` and its like.
    fn arithmetic(&mut self, node: &syn::ExprBinary, mutants: &[(u32, String)]) {
        let mut parts = vec![
            text("(match (("),
            Part::Source(bytes(&node.left)),
            text("), ("),
            Part::Source(bytes(&node.right)),
            text(")) { (__l, __r) => "),
        ];
        for (number, replacement) in mutants {
            parts.extend([
                text(format!("if ::mutant::on({number}) {{ ")),
                Part::Mutant(*number, vec![text(format!("__l {replacement} __r"))]),
                text(" } else "),
            ]);
        }
        let written = &self.source[bytes(&node.op)];
        parts.push(text(format!("{{ __l {written} __r }} }})")));
        self.edit(bytes(node), mutants, parts);
    }

    /// `+=` and its like: what is added is worked out first.
    fn assignment(&mut self, node: &syn::ExprBinary, mutants: &[(u32, String)]) {
        let mut parts = vec![
            text("(match ("),
            Part::Source(bytes(&node.right)),
            text(") { __r => "),
        ];
        for (number, replacement) in mutants {
            let mutated = vec![
                Part::Plain(bytes(&node.left)),
                text(format!(" {replacement} __r")),
            ];
            parts.extend([
                text(format!("if ::mutant::on({number}) {{ ")),
                Part::Mutant(*number, mutated),
                text(" } else "),
            ]);
        }
        let written = &self.source[bytes(&node.op)];
        parts.extend([
            text("{ "),
            Part::Source(bytes(&node.left)),
            text(format!(" {written} __r }} }})")),
        ]);
        self.edit(bytes(node), mutants, parts);
    }

    /// `&&` and `||`: the right side is asked at most once, and only where it would be.
    fn lazy(&mut self, node: &syn::ExprBinary, mutants: &[(u32, String)]) {
        // What the right side says where the other operator would have said the opposite without asking it.
        let (asks, differs) = match node.op {
            syn::BinOp::And(_) => ("and", "false"),
            _ => ("or", "true"),
        };
        // Each has one mutant, the other.
        let Some((number, _)) = mutants.first() else {
            return;
        };
        let parts = vec![
            text("({ let __l: bool = "),
            Part::Source(bytes(&node.left)),
            text(format!(
                "; if ::mutant::{asks}({number}, __l) {{ let __r: bool = "
            )),
            Part::Source(bytes(&node.right)),
            text(format!(
                "; ::mutant::right({number}, __r, {differs}) }} else {{ __l }} }})"
            )),
        ];
        self.edit(bytes(node), mutants, parts);
    }

    /// A field that is left to what the rest is taken from.
    fn fields(&mut self, node: &syn::ExprStruct) {
        let mut all = Vec::new();
        let mut parts = vec![text("(")];
        for field in node.fields.pairs() {
            let value = field.value();
            let whole = bytes(node);
            let start = bytes(value).start;
            let end = field
                .punct()
                .map_or(bytes(value).end, |comma| bytes(comma).end);
            for (number, replacement) in self.take(Genre::StructField, start) {
                let without = vec![Part::Plain(whole.start..start), Part::Plain(end..whole.end)];
                parts.extend([
                    text(format!("if ::mutant::on({number}) {{ ")),
                    Part::Mutant(number, without),
                    text(" } else "),
                ]);
                all.push((number, replacement));
            }
        }
        if !all.is_empty() {
            parts.extend([text("{ "), Part::Source(bytes(node)), text(" })")]);
            self.edit(bytes(node), &all, parts);
        }
    }

    /// A guard that always or never holds.
    fn guard(&mut self, guard: &syn::Expr) {
        // The key is the guard's first byte, which a lookup in an arm with `let` would find as well.
        if has_let(guard) {
            return;
        }
        let mutants = self.take(Genre::MatchArmGuard, bytes(guard).start);
        if mutants.is_empty() {
            return;
        }
        let of = |value: &str| {
            let found = mutants.iter().find(|(_, replacement)| replacement == value);
            found.map_or(0, |(number, _)| *number)
        };
        let (always, never) = (of("true"), of("false"));
        let parts = vec![
            text(format!(
                "(match ::mutant::forced({always}, {never}) {{ Some(__g) => __g, None => ::mutant::asked({always}, {never}, "
            )),
            Part::Source(bytes(guard)),
            text(") })"),
        ];
        self.edit(bytes(guard), &mutants, parts);
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    // What is worked out when it is compiled asks no environment.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_type_array(&mut self, _: &'ast syn::TypeArray) {}
    fn visit_expr_repeat(&mut self, _: &'ast syn::ExprRepeat) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_generics(&mut self, _: &'ast syn::Generics) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_variant(&mut self, _: &'ast syn::Variant) {}

    fn visit_item_fn(&mut self, node: &'ast syn::ItemFn) {
        if node.sig.constness.is_none() {
            self.function(&node.sig, &node.block);
            visit::visit_item_fn(self, node);
            self.returns.pop();
        }
    }

    fn visit_impl_item_fn(&mut self, node: &'ast syn::ImplItemFn) {
        if node.sig.constness.is_none() {
            self.function(&node.sig, &node.block);
            visit::visit_impl_item_fn(self, node);
            self.returns.pop();
        }
    }

    fn visit_trait_item_fn(&mut self, node: &'ast syn::TraitItemFn) {
        if let Some(block) = &node.default {
            self.function(&node.sig, block);
            visit::visit_trait_item_fn(self, node);
            self.returns.pop();
        }
    }

    fn visit_expr_closure(&mut self, node: &'ast syn::ExprClosure) {
        self.returns.push(0);
        visit::visit_expr_closure(self, node);
        self.returns.pop();
    }

    fn visit_expr_return(&mut self, node: &'ast syn::ExprReturn) {
        let depth = self.returns.last().copied().unwrap_or(0);
        if let Some(value) = node.expr.as_deref().filter(|_| depth > 0) {
            let parts = vec![
                text("::mutant::Either::Right(".repeat(depth)),
                Part::Source(bytes(value)),
                text(")".repeat(depth)),
            ];
            self.edit(bytes(value), &[], parts);
        }
        visit::visit_expr_return(self, node);
    }

    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        use syn::BinOp as Op;

        let is_lazy = matches!(node.op, Op::And(_) | Op::Or(_));
        let mutants = self.take(Genre::BinaryOperator, bytes(&node.op).start);
        if !mutants.is_empty() {
            if is_lazy && (has_let(&node.left) || has_let(&node.right)) {
                self.refuse(&mutants, "a condition with `let` knows no `||`");
            } else {
                match node.op {
                    Op::And(_) | Op::Or(_) => self.lazy(node, &mutants),
                    Op::Eq(_) | Op::Ne(_) | Op::Lt(_) | Op::Le(_) | Op::Gt(_) | Op::Ge(_) => {
                        self.comparison(node, &mutants);
                    }
                    Op::AddAssign(_)
                    | Op::SubAssign(_)
                    | Op::MulAssign(_)
                    | Op::DivAssign(_)
                    | Op::RemAssign(_)
                    | Op::BitXorAssign(_)
                    | Op::BitAndAssign(_)
                    | Op::BitOrAssign(_)
                    | Op::ShlAssign(_)
                    | Op::ShrAssign(_) => self.assignment(node, &mutants),
                    _ => self.arithmetic(node, &mutants),
                }
            }
        }
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        let mutants = self.take(Genre::UnaryOperator, bytes(&node.op).start);
        if let Some((number, _)) = mutants.first() {
            let written = &self.source[bytes(&node.op)];
            let parts = vec![
                text("(match ("),
                Part::Source(bytes(&node.expr)),
                text(format!(") {{ __v => if ::mutant::on({number}) {{ ")),
                Part::Mutant(*number, vec![text("__v")]),
                text(format!(" }} else {{ {written}__v }} }})")),
            ];
            self.edit(bytes(node), &mutants, parts);
        }
        visit::visit_expr_unary(self, node);
    }

    fn visit_expr_match(&mut self, node: &'ast syn::ExprMatch) {
        self.visit_expr(&node.expr);
        let takes_all = |arm: &syn::Arm| match &arm.pat {
            syn::Pat::Wild(_) => arm.guard.is_none(),
            syn::Pat::Ident(name) => {
                let name = name.ident.to_string();
                arm.guard.is_none() && !name.starts_with(char::is_uppercase)
            }
            _ => false,
        };
        self.matches.push(node.arms.iter().any(takes_all));
        for arm in &node.arms {
            self.visit_arm(arm);
        }
        self.matches.pop();
    }

    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        let pattern = bytes(&node.pat);
        let start = node
            .attrs
            .first()
            .map_or(pattern.start, |first| bytes(first).start);
        let mut mutants = self.take(Genre::MatchArm, start);
        if mutants.is_empty() {
            mutants = self.take(Genre::MatchArm, pattern.start);
        }
        // A guard leaves something unmatched, as does an arm that is not there.
        if node.guard.is_none() && self.matches.last() == Some(&false) {
            self.refuse(&mutants, "without the arm, not all is matched");
        } else if let Some((number, _)) = mutants.first() {
            let mut parts = Vec::new();
            if let Some((_, guard)) = &node.guard {
                let (open, close) = if has_let(guard) { ("", "") } else { ("(", ")") };
                parts.extend([
                    text(format!(" if {open}")),
                    Part::Source(bytes(&**guard)),
                    text(format!("{close} && ")),
                ]);
            } else {
                parts.push(text(" if "));
            }
            let mut asks = String::new();
            let _ = write!(asks, "!::mutant::on({number}) ");
            parts.push(Part::Mutant(*number, vec![text(asks)]));
            self.edit(
                pattern.end..bytes(&node.fat_arrow_token).start,
                &mutants,
                parts,
            );
        }
        if let Some((_, guard)) = &node.guard {
            self.guard(guard);
        }
        visit::visit_arm(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast syn::ExprStruct) {
        if node.rest.is_some() {
            self.fields(node);
        }
        visit::visit_expr_struct(self, node);
    }
}

#[cfg(test)]
mod tests {
    use super::rewrite;
    use crate::list::{Genre, Mutant, Place, Span};

    /// A mutant at the first place of some text.
    fn mutant(source: &str, genre: Genre, at: &str, replacement: &str) -> Mutant {
        let before = source.find(at).map_or("", |at| &source[..at]);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Mutant {
            name: at.to_owned(),
            package: String::new(),
            file: String::new(),
            genre,
            replacement: replacement.to_owned(),
            span: Span {
                start: Place {
                    line: before.matches('\n').count() + 1,
                    column: line.chars().count() + 1,
                },
            },
            diff: String::new(),
        }
    }

    fn rewritten(source: &str, mutants: &[(Genre, &str, &str)]) -> String {
        let mutants: Vec<Mutant> = mutants
            .iter()
            .map(|(genre, at, replacement)| mutant(source, *genre, at, replacement))
            .collect();
        let numbered: Vec<(u32, &Mutant)> = (1..).zip(&mutants).collect();
        let rewritten = rewrite(source, &numbered).unwrap_or_default();
        assert!(rewritten.left_out.is_empty());
        rewritten.text
    }

    #[test]
    fn a_comparison_asks_both_sides_once() {
        let source = "fn f(å: u8) -> bool { g(å) < å }";
        let mutants = [
            (Genre::BinaryOperator, "<", "=="),
            (Genre::BinaryOperator, "<", ">"),
        ];
        assert_eq!(
            rewritten(source, &mutants),
            "fn f(å: u8) -> bool { (match (&(g(å)), &(å)) { (__l, __r) => ::mutant::pick(2, \
             ::mutant::pick(1, *__l < *__r, || *__l == *__r), || *__l > *__r) }) }"
        );
    }

    #[test]
    fn what_is_nested_is_there_once() {
        let source = "fn f(a: bool) -> bool { !a && a }";
        let mutants = [
            (Genre::FnValue, "!a", "true"),
            (Genre::BinaryOperator, "&&", "||"),
            (Genre::UnaryOperator, "!", ""),
        ];
        assert_eq!(
            rewritten(source, &mutants),
            "fn f(a: bool) -> bool { if ::mutant::on(1) { return true; } ({ let __l: bool = (match \
             (a) { __v => if ::mutant::on(3) { __v } else { !__v } }); if ::mutant::and(2, __l) { \
             let __r: bool = a; ::mutant::right(2, __r, false) } else { __l } }) }"
        );
    }

    #[test]
    fn an_arm_and_its_guard_can_be_gone() {
        let source = "fn f(a: u8) {\n match a { 1 if g() => {}\n _ => {} } }";
        let mutants = [
            (Genre::MatchArm, "1 if", ""),
            (Genre::MatchArmGuard, "g()", "true"),
        ];
        assert_eq!(
            rewritten(source, &mutants),
            "fn f(a: u8) {\n match a { 1 if ((match ::mutant::forced(2, 0) { Some(__g) => __g, None => \
             ::mutant::asked(2, 0, g()) })) && !::mutant::on(1) => {}\n _ => {} } }"
        );
    }

    #[test]
    fn an_iterator_is_one_of_two() {
        let source = "fn f() -> impl Iterator<Item = u8> { once(1) }";
        assert_eq!(
            rewritten(source, &[(Genre::FnValue, "once", "empty()")]),
            "fn f() -> impl Iterator<Item = u8> { if ::mutant::on(1) { return \
             ::mutant::Either::Left(::mutant::gives::<u8, _>(empty())); } \
             ::mutant::Either::Right({ once(1) })}"
        );
    }

    #[test]
    fn a_field_is_left_to_the_rest() {
        let source = "fn f() -> A { A { a: 1, b: 2, ..g() } }";
        assert_eq!(
            rewritten(source, &[(Genre::StructField, "a: 1", "")]),
            "fn f() -> A { (if ::mutant::on(1) { A {  b: 2, ..g() } } else { A { a: 1, b: 2, ..g() } }) }"
        );
    }
}
