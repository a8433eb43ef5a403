//! "North and South Korea": the first half of a pair of names that share a word.

use crate::extract::reading::{PieceKind, Words, starts_upper};
use crate::knowledge::{Meaning, NameUse, Party};
use crate::text::Span;

/// The country whose name the word at `at` begins, where the one behind "and" ends it.
#[must_use]
pub fn split_name(words: Words<'_, '_>, at: usize) -> Option<(Party, Span)> {
    let named = matches!(words.kind(at + 2), Some(PieceKind::Name(_))) && words.kind(at) == Some(PieceKind::Word);
    if !named || words.lower(at + 1) != "and" || !starts_upper(words.text(at)) {
        return None;
    }
    let Some(Meaning::Country { kind: NameUse::Spelling, .. }) = words.meaning(at + 2) else { return None };
    let (_, rest) = words.text(at + 2).split_once(' ')?;
    let name = format!("{} {rest}", words.text(at));
    let mut named = words.reading.knowledge.parties(&name);
    let country = named.pop().filter(|party| named.is_empty() && matches!(party, Party::Country(_)))?;
    Some((country, words.pieces[at].span))
}
