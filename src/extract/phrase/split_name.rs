//! "North and South Korea": the first half of a pair of names that share a word.

use crate::extract::reading::{Words, starts_upper};
use crate::knowledge::{Meaning, NameUse, Party};
use crate::text::Span;

/// The country whose name the word at `at` begins, where the one behind "and" ends it.
#[must_use]
pub fn split_name(words: Words<'_, '_>, at: usize) -> Option<(Party, Span)> {
    if !starts_upper(words.text(at)) || words.lower(at + 1) != "and" {
        return None;
    }
    let Some(Meaning::Country { kind: NameUse::Spelling, .. }) = words.meaning(at + 2) else { return None };
    let (_, rest) = words.text(at + 2).split_once(' ')?;
    let name = format!("{} {rest}", words.text(at));
    let code = words.reading.knowledge.country(&name).ok()?;
    Some((Party::Country(code), words.pieces[at].span))
}
