//! How findings on cases name the functions whose cases they are.

use rokade_core::finding::Side;
use rokade_core::ids::Id as _;
use rokade_core::quantity::Quantity;

use crate::citizens::cases::Book;
use crate::responsibility::holding::LABELLED;
use crate::rule::{Draft, PairContext, member};

/// Makes the functions of some books the members of a finding, and points at who held and holds
/// them. The cases of a book are those of all its functions together.
pub(super) fn with_books<'b, 'a: 'b, 'c: 'a>(
    context: &PairContext<'_>,
    mut draft: Draft,
    books: impl Iterator<Item = (&'b Book<'a, 'c>, Quantity)>,
) -> Draft {
    for (i, (book, cases)) in books.enumerate() {
        for (j, function) in book.before.iter().enumerate() {
            let amount = if j == 0 { cases } else { Quantity::ZERO };
            let subject = function.id().subject();
            draft = draft.member(member(Side::Base, subject.clone(), amount));
            if i >= LABELLED {
                continue;
            }
            for id in context.changes.lineage.functions.descendants(function.id()) {
                let path = ["responsible".into()];
                draft = draft.at(Side::Revision, id.subject(), path, "label-now");
            }
            draft = draft.at(Side::Base, subject, ["responsible".into()], "label-before");
        }
    }
    draft
}
