//! The texts a sentence speaks of: which are joint, which were really issued, and whose they are.

use super::party_list::PartyList;
use super::reader::phrase_from;
use crate::extract::reading::{PieceKind, Words, number, starts_upper};
use crate::knowledge::{Classes, Meaning, NameUse, OrganisationKind, Party};
use crate::text::Span;

/// A noun for something that can be issued.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Document {
    /// Its piece.
    pub at: usize,
    /// The first piece of its noun phrase.
    pub start: usize,
    /// Whether it is joint by its own words.
    pub joint: bool,
    /// Whether it was issued, as far as the sentence says, and lately.
    pub real: bool,
    /// Whether something is said by means of it: "in a joint letter".
    pub instrument: bool,
    /// Whether a clause says what is in it: "a letter in which A and B ask".
    pub tells: bool,
    /// Whether it is spoken of as known: "the statement".
    pub definite: bool,
    /// The parties its own adjectives and "with" name: "a Franco-German statement".
    pub parties: PartyList,
}

/// Every document of a sentence.
#[must_use]
pub fn documents(words: Words<'_, '_>) -> Vec<Document> {
    (0..words.pieces.len()).filter(|&at| words.is_document(at)).filter_map(|at| document(words, at)).collect()
}

fn document(words: Words<'_, '_>, at: usize) -> Option<Document> {
    let start = noun_phrase_start(words, at);
    let joint_at = (start..at).rev().find(|&at| words.is_one_of(at, words.table.joint));
    let mut parties = qualifiers(words, start, at);
    let forum = |(party, _): &(Party, Span)| matches!(party, Party::Organisation(_));
    let several = parties.parties.len() > 1 || parties.parties.iter().any(forum);
    let joint = joint_at.is_some() || several;
    let governed = words.is_one_of(start.wrapping_sub(1), words.table.instrument);
    let authored = governed && words.is_one_of(at, words.table.authored);
    let strong = words.is_one_of(at, words.table.document) || authored;
    if !strong && !joint || (start.saturating_sub(2)..at + 3).any(|at| words.is_one_of(at, words.table.routine)) {
        return None;
    }
    if !several {
        parties = PartyList::default();
    }
    let behind = words.lower(at + 1);
    if joint && behind == "with" {
        parties.merge(&phrase_from(words, at + 2).list);
    }
    let determined = joint || words.classes(start).any(Classes::DETERMINER.or(Classes::POSSESSIVE));
    let instrument = determined && governed;
    let tells = (at + 1..at + 4).any(|at| words.lower(at) == "in" && words.lower(at + 1) == "which");
    let opener = words.lower(start);
    let counted = start > 0 && number(&opener).is_some() && words.is_one_of(start - 1, words.table.definite);
    let definite = counted || words.is_one_of(start, words.table.definite);
    let titled =
        joint_at.is_some_and(|joint| starts_upper(words.text(joint)) && starts_upper(words.text(at)) && start > 0);
    let listed = definite && words.text(at).ends_with('s') && !words.is_finite(at + 1);
    let real = !((titled || listed) && definite || is_dated(words, at) || is_foreseen(words, start, at));
    Some(Document { at, start, joint, real, instrument, tells, definite, parties })
}

/// The first piece of the noun phrase that ends with the noun at `at`.
fn noun_phrase_start(words: Words<'_, '_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < 8 {
        let before = start - 1;
        let inside = match words.kind(before) {
            Some(PieceKind::Name(_) | PieceKind::Possessive | PieceKind::Number) => true,
            Some(PieceKind::Mark) => words.is_dash(before) || words.text(before) == "/",
            Some(PieceKind::Word) => {
                let classes = words.classes(before);
                let adverb = |at: usize| words.lower(at).ends_with("ly");
                classes.any(Classes::DETERMINER.or(Classes::POSSESSIVE))
                    || start < at && adverb(before)
                    || before > 0 && adverb(before - 1) && words.lower(before).ends_with("ed")
                    || classes.any(Classes::ADJECTIVE)
                    || !words.closes_phrase(before)
                    || classes.any(Classes::VERB_OR_NOUN) && start < at
            }
            None => false,
        };
        if !inside {
            break;
        }
        start = before;
        if words.classes(before).any(Classes::DETERMINER.or(Classes::POSSESSIVE)) {
            break;
        }
    }
    start
}

/// The countries among the adjectives before a document.
fn qualifiers(words: Words<'_, '_>, start: usize, at: usize) -> PartyList {
    let mut list = PartyList::default();
    for piece in start..at {
        // "The G20 communique"
        if let Some(Meaning::Organisation { id, .. }) = words.meaning(piece)
            && words.reading.knowledge.organisations().get(id).is_some_and(|row| row.kind == OrganisationKind::Forum)
        {
            list.add(Party::Organisation(id.clone()), words.pieces[piece].span);
        }
        if let Some(Meaning::Country { code, kind }) = words.meaning(piece) {
            let initials = words.text(piece).chars().all(|c| c.is_uppercase() || c == '.');
            if matches!(kind, NameUse::Adjective | NameUse::Prefix) || initials && *kind == NameUse::Spelling {
                list.add(Party::Country(*code), words.pieces[piece].span);
            }
        }
    }
    list
}

/// Whether a year of long ago stands beside the document at `at`.
fn is_dated(words: Words<'_, '_>, at: usize) -> bool {
    let year = words.reading.article.date().map_or(0, jiff::civil::Date::year);
    let old = |at: usize| {
        words.kind(at) == Some(PieceKind::Number)
            && words.text(at).len() == 4
            && words.text(at).parse::<i16>().is_ok_and(|number| (1800..2100).contains(&number) && number != year)
    };
    old(at.wrapping_sub(1))
        || old(at.wrapping_sub(2))
        || old(at.wrapping_sub(3))
        || matches!(words.lower(at + 1).as_ref(), "of" | "in" | "from") && old(at + 2)
        || (at + 1..at + 8)
            .find(|&at| words.is_finite(at))
            .is_some_and(|verb| (verb + 1..verb + 6).any(|at| words.lower(at) == "in" && old(at + 1)))
}

/// Whether the words around a document only foresee, wish for or deny it.
fn is_foreseen(words: Words<'_, '_>, start: usize, at: usize) -> bool {
    let table = words.table;
    if (start..at).any(|at| words.is_one_of(at, table.foreseen)) {
        return true;
    }
    let infinitive = start >= 2 && words.classes(start - 1).any(Classes::BASE) && words.lower(start - 2) == "to";
    let clause = (0..start)
        .rev()
        .find(|&at| words.kind(at) == Some(PieceKind::Mark) && !words.is_dash(at) || words.is_quote(at));
    let from = clause.map_or(0, |mark| mark + 1);
    let near = from.max(start.saturating_sub(10));
    let denied = (0..start).any(|at| words.is_one_of(at, table.denial));
    let before = (near..start).any(|at| words.is_one_of(at, table.foreseen) && !starts_upper(words.text(at)))
        || (from..start).any(|at| words.lower(at) == "if");
    let behind = words.classes(at + 1).any(Classes::AUXILIARY)
        && ((at + 1..at + 5).any(|at| words.is_one_of(at, table.foreseen) || words.is_one_of(at, table.shelved)));
    infinitive && !before_ok(words, start) || denied || before || behind
}

/// "to sign a statement" lies ahead, unless what comes before says that it happened: "gathered to read".
fn before_ok(words: Words<'_, '_>, start: usize) -> bool {
    let refused = start >= 3 && words.is_one_of(start - 3, words.table.declining);
    refused || words.is_one_of(start - 1, words.table.delivering)
}
