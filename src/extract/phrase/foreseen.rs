//! Whether a text that a sentence names is old, lies ahead, or was only wished for.

use crate::extract::reading::{PieceKind, Words, starts_upper};
use crate::knowledge::Classes;

/// How far behind a text the verb may stand that says what became of it, in pieces.
const SUBJECT: usize = 18;

/// How far before a text the year of it may stand, in pieces.
const NAMED: usize = 7;

/// Whether a year of long ago stands beside the document at `at`.
pub(super) fn is_dated(words: Words<'_, '_>, start: usize, at: usize) -> bool {
    let year = words.reading.article.date().map_or(0, jiff::civil::Date::year);
    let old = |at: usize| {
        words.kind(at) == Some(PieceKind::Number)
            && words.text(at).len() == 4
            && words.text(at).parse::<i16>().is_ok_and(|number| (1800..2100).contains(&number) && number != year)
    };
    // "In 2008 A and B promised in a joint statement"
    let opener = words.lower(0) == "in" && old(1);
    let inside = |at: &usize| words.kind(*at) != Some(PieceKind::Mark) || words.is_dash(*at);
    opener
        || (start.saturating_sub(1).min(at.saturating_sub(3))..at).any(old)
        || (at.saturating_sub(NAMED)..at).rev().take_while(inside).any(old)
        || matches!(words.lower(at + 1).as_ref(), "of" | "in" | "from") && old(at + 2)
        || (at + 1..at + 8)
            .find(|&at| words.is_finite(at))
            .is_some_and(|verb| (verb + 1..verb + 6).any(|at| words.lower(at) == "in" && old(at + 1)))
}

/// Whether the words around a document only foresee, wish for or deny it.
pub(super) fn is_foreseen(words: Words<'_, '_>, start: usize, at: usize) -> bool {
    let table = words.table;
    if (start..at).any(|at| words.is_one_of(at, table.foreseen)) || is_long_ago(words, at) {
        return true;
    }
    let verb = Classes::BASE.or(Classes::VERB_OR_NOUN);
    let infinitive = start >= 2 && words.classes(start - 1).any(verb) && words.lower(start - 2) == "to";
    let clause = (0..start)
        .rev()
        .find(|&at| words.kind(at) == Some(PieceKind::Mark) && !words.is_dash(at) || words.is_quote(at));
    let from = clause.map_or(0, |mark| mark + 1);
    let near = from.max(start.saturating_sub(10));
    let denied = (0..start).any(|at| words.is_one_of(at, table.denial));
    // "To go before next summer": the text itself is not of then.
    let dated = |at: usize| words.classes(at + 1).any(Classes::TIME_UNIT);
    let ahead = |at: usize| words.is_one_of(at, table.foreseen) && !starts_upper(words.text(at)) && !dated(at);
    let before = (near..start).any(ahead) || (from..start).any(|at| words.lower(at) == "if");
    let behind = words.classes(at + 1).any(Classes::AUXILIARY)
        && ((at + 1..at + 5).any(|at| words.is_one_of(at, table.foreseen) || words.is_one_of(at, table.shelved)));
    infinitive && !before_ok(words, start) || denied || before || behind || is_missed(words, start, at)
}

/// "Were to have issued a joint appeal", "a joint text that A and B had hoped for was dropped": it never came.
fn is_missed(words: Words<'_, '_>, start: usize, at: usize) -> bool {
    let verb = start.wrapping_sub(1);
    let was_to = words.classes(verb.wrapping_sub(1)).any(Classes::HAVE) && words.lower(verb.wrapping_sub(2)) == "to";
    let behind = Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::THAT);
    let opens = start == 0 || words.is_dash(start - 1);
    let dropped = |at: usize| words.classes(at - 1).any(Classes::BE) && words.is_one_of(at, words.table.shelved);
    let subject = opens && words.classes(at + 1).any(behind);
    was_to && verb > 1 || subject && (at + 2..words.pieces.len().min(at + SUBJECT)).any(dropped)
}

/// "Ten years after", "two decades ago", "last year": what the document at `at` said is history.
fn is_long_ago(words: Words<'_, '_>, at: usize) -> bool {
    let unit = |at: usize| words.is_one_of(at, words.table.ages);
    let since = |at: usize| unit(at) && words.is_one_of(at + 1, words.table.since);
    let last = |at: usize| words.is_one_of(at, words.table.bygone) && unit(at + 1);
    // "Last month's declaration"
    let owned = |at: usize| {
        words.kind(at) == Some(PieceKind::Possessive) && words.is_one_of(at.wrapping_sub(2), words.table.bygone)
    };
    if (at.saturating_sub(4)..at).any(owned) {
        return true;
    }
    let clause = |from: usize| (from..at).all(|at| words.kind(at) != Some(PieceKind::Mark) || words.is_dash(at));
    (0..at).any(|at| since(at) && clause(at)) || (at + 1..at + 10).any(|at| since(at) || last(at))
}

/// "to sign a statement" lies ahead, unless what comes before says that it happened: "gathered to read".
fn before_ok(words: Words<'_, '_>, start: usize) -> bool {
    let refused = start >= 3 && words.is_one_of(start - 3, words.table.declining);
    refused || words.is_one_of(start - 1, words.table.delivering)
}
