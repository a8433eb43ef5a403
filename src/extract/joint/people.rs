//! People who issue a text for several, or for no state at all.

use crate::extract::phrase::{Phrase, SentenceView};
use crate::extract::reading::{PieceKind, starts_upper};
use crate::knowledge::{Classes, Meaning};
use crate::text::Span;

/// "Their presidents", "52 former envoys", "airlines from A and B": people who speak for several, or for no
/// state at all.
pub(super) fn is_of_several(view: &SentenceView<'_, '_>, phrase: &Phrase) -> bool {
    let words = view.words;
    let theirs = words.lower(phrase.range.start) == "their" && phrase.list.collective.is_some();
    let counted = phrase.list.count.is_some() || phrase.list.out_of.is_some() || phrase.list.some.is_some();
    // A family name may end like a plural: "Jones said in a statement".
    let plural = |span: Span| {
        let word = words.reading.words(span);
        word.ends_with('s') && (counted || !starts_upper(word))
    };
    let headed = |span: Span| {
        let end = words.piece_from(span.end);
        end >= phrase.range.end || words.classes(end).any(Classes::PREPOSITION.or(Classes::RELATIVE))
    };
    let lone = |at: usize| matches!(words.meaning(at), Some(Meaning::Office(_))) && !words.text(at).ends_with('s');
    // "Former presidents A of Chile, B of Peru"
    let opens = phrase.list.unofficial.is_some_and(|span| words.piece_from(span.start) < phrase.range.start + 4);
    let one = words.lower(phrase.range.start) == "one"
        || phrase.range.clone().any(lone)
        || phrase.range.clone().any(|at| words.is_mark(at, ",")) && !opens && !are_two(view, phrase);
    // "Smith's lawyers", "its managers": they speak for one.
    let apostrophe = |at: usize| matches!(words.text(at), "'" | "\u{2019}") && words.text(at - 1).ends_with('s');
    let possessor = |at: usize| words.kind(at) == Some(PieceKind::Possessive) || at > 0 && apostrophe(at);
    let owned = phrase.range.clone().any(possessor) || words.classes(phrase.range.start).any(Classes::POSSESSIVE);
    theirs
        || !one
            && (!owned || counted)
            && phrase.list.parties.is_empty()
            && phrase.list.unofficial.is_some_and(|span| plural(span) && headed(span))
}

/// "A Smith and B Jones, the former presidents of C and D": whether two are named first.
fn are_two(view: &SentenceView<'_, '_>, phrase: &Phrase) -> bool {
    let words = view.words;
    let named = |at: usize| words.is_proper(at) || matches!(words.kind(at), Some(PieceKind::Name(_)));
    let opener = phrase.range.clone().take_while(|&at| named(at) || words.is_mark(at, ",") || words.lower(at) == "and");
    named(phrase.range.start) && opener.into_iter().any(|at| words.lower(at) == "and")
}
