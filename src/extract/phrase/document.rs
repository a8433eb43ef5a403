//! The texts a sentence speaks of: which are joint, which were really issued, and whose they are.

use super::foreseen::{is_dated, is_foreseen};
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
    /// Whether its noun alone means a text for the world, not only a note.
    pub firm: bool,
    /// Whether it is one party's own: "the ministry's statement", "in its letter".
    pub owned: bool,
    /// The parties its own adjectives and "with" name: "a Franco-German statement".
    pub parties: PartyList,
}

/// How far behind a slip of paper the words may stand that say who signed it, in pieces.
const BEHIND: usize = 12;

/// Every document of a sentence.
#[must_use]
pub fn documents(words: Words<'_, '_>) -> Vec<Document> {
    (0..words.pieces.len()).filter(|&at| words.is_document(at)).filter_map(|at| document(words, at)).collect()
}

fn document(words: Words<'_, '_>, at: usize) -> Option<Document> {
    let start = noun_phrase_start(words, at);
    let joint_at = (start..at).rev().find(|&at| words.is_one_of(at, words.table.joint));
    // "The collective leadership's pledge"
    let owners = |joint: &usize| !(*joint..at).any(|at| words.kind(at) == Some(PieceKind::Possessive));
    let joint_at = joint_at.filter(owners);
    let mut parties = qualifiers(words, start, at);
    let forum = |(party, _): &(Party, Span)| matches!(party, Party::Organisation(_));
    let several = parties.parties.len() > 1 || parties.parties.iter().any(forum);
    // "Senators and a bishop co-signed an appeal"
    let verb = start.wrapping_sub(1);
    let cosigned = words.is_one_of(verb, words.table.joint) && words.is_one_of(verb, words.table.signing);
    let joint = joint_at.is_some() || several || cosigned || is_signed_by_all(words, at);
    // "A and B, by a joint letter, denounced"
    let aside = words.lower(start.wrapping_sub(1)) == "by" && words.is_mark(start.wrapping_sub(2), ",");
    let governed = words.is_one_of(start.wrapping_sub(1), words.table.instrument) || aside;
    // "Came out with a paper", but not "with a paper in his hand".
    let out = words.classes(start.wrapping_sub(2)).any(Classes::ADVERB.or(Classes::PREPOSITION));
    let stated = governed && (words.lower(start - 1) != "with" || out);
    if !is_strong(words, at, stated) && !joint || is_routine(words, start, at) {
        return None;
    }
    if !several {
        parties = PartyList::default();
    }
    let behind = words.lower(at + 1);
    // "Refused to sign a joint letter with Peru": Peru may not have signed it either.
    let refused = start > 2 && words.is_one_of(start - 3, words.table.declining);
    if joint && behind == "with" && !refused {
        parties.merge(&phrase_from(words, at + 2).list);
    }
    let determined = joint || words.classes(start).any(Classes::DETERMINER.or(Classes::POSSESSIVE));
    let instrument =
        determined && governed && (joint || words.lower(start - 1) != "with" || out || is_opened(words, start));
    let tells = (at + 1..at + 4).any(|at| words.lower(at) == "in" && words.lower(at + 1) == "which");
    let opener = words.lower(start);
    let counted = start > 0 && number(&opener).is_some() && words.is_one_of(start - 1, words.table.definite);
    let definite = counted || words.is_one_of(start, words.table.definite);
    let capital = |at: usize| starts_upper(words.text(at));
    let titled = start > 0 && capital(at) && joint_at.map_or(parties.parties.len() > 1, capital);
    let listed = definite && words.text(at).ends_with('s') && !words.is_finite(at + 1);
    // "Put out joint statements on rights", "statements from both"
    let behind = words.lower(at + 1);
    let many =
        !definite && words.text(at).ends_with('s') && (joint_at.is_some() || matches!(behind.as_ref(), "by" | "from"));
    let real =
        !many && !((titled || listed) && definite || is_dated(words, start, at) || is_foreseen(words, start, at));
    let firm = joint || words.is_one_of(at, words.table.document) || is_cosigned(words, at);
    let owned = !joint && is_owned(words, start, at);
    Some(Document { at, start, joint, real, instrument, tells, definite, firm, owned, parties })
}

/// "With a letter A and B opened": whether what is done with the text that begins at `start` opens the sentence.
fn is_opened(words: Words<'_, '_>, start: usize) -> bool {
    (0..start - 1).all(|at| !words.is_finite(at))
}

/// Whether the noun at `at` means a text that is issued, not only a plan or a slip of paper; `governed` says
/// whether something is said in it.
fn is_strong(words: Words<'_, '_>, at: usize, governed: bool) -> bool {
    let authored = || governed && words.is_one_of(at, words.table.authored);
    words.is_one_of(at, words.table.document) || authored() || is_cosigned(words, at)
}

/// "A note they signed together", "a protest lodged jointly by", "a message released by A, B and C".
#[must_use]
pub fn is_cosigned(words: Words<'_, '_>, at: usize) -> bool {
    if !words.is_one_of(at, words.table.paper) {
        return false;
    }
    let clause = |at: usize| words.kind(at).is_none() || matches!(words.text(at), ";" | ":" | "." | "(");
    let behind = || (at + 1..at + BEHIND).take_while(|&at| !clause(at));
    let verb = |at: usize| {
        let classes = words.classes(at);
        (words.is_finite(at) || classes.any(Classes::PARTICIPLE)) && !classes.any(Classes::ING)
    };
    let jointly = |at: usize| words.is_one_of(at, words.table.together) && (verb(at - 1) || verb(at - 2));
    let signed =
        |at: usize| words.is_one_of(at, words.table.signing) && !words.classes(at).any(Classes::ING) || jointly(at);
    let issued = || behind().any(|at| words.classes(at).any(Classes::PARTICIPLE));
    let by = |at: usize| words.lower(at) == "by" && phrase_from(words, at + 1).list.is_several();
    behind().any(signed) || issued() && behind().any(by)
}

/// "A message they all signed", "a paper that each of them initialled".
fn is_signed_by_all(words: Words<'_, '_>, at: usize) -> bool {
    let open = |at: &usize| words.kind(*at).is_some_and(|kind| kind != PieceKind::Mark);
    let all = (at + 1..at + 4).take_while(open).find(|&at| words.is_one_of(at, words.table.whole));
    let Some(all) = all else { return false };
    let inside = |at: usize| matches!(words.lower(at).as_ref(), "of" | "them" | "they") || words.number(at).is_some();
    let verb = (all + 1..all + 4).find(|&at| !inside(at)).unwrap_or(all + 1);
    words.is_one_of(verb, words.table.signing) || words.is_one_of(verb, words.table.deeds)
}

/// Whether a word beside the document that ends at `at` makes it no statement.
fn is_routine(words: Words<'_, '_>, start: usize, at: usize) -> bool {
    // "A paper of their own"
    let theirs = |own: usize| words.lower(own.wrapping_sub(1)) == "their" && !words.text(at).ends_with('s');
    // "A separate text" may be signed by many.
    let single = |word: usize| words.is_one_of(word, words.table.separately) && !words.text(at).ends_with('s');
    // "Took no questions during a joint statement"
    if words.lower(start.wrapping_sub(1)) == "during" {
        return true;
    }
    // "A memorandum of understanding that both signed" is a contract.
    if words.lower(at + 1) == "of" && words.is_one_of(at + 2, words.table.routine) {
        return true;
    }
    let routine = |at: usize| words.is_one_of(at, words.table.routine) && !theirs(at) && !single(at);
    !is_cosigned(words, at) && (start.saturating_sub(2)..at + 3).any(routine)
}

/// Whether a name, an office of one state or a singular pronoun owns the document that ends at `at`.
fn is_owned(words: Words<'_, '_>, start: usize, at: usize) -> bool {
    let possessor =
        |at: usize| words.kind(at + 1) == Some(PieceKind::Possessive) && !words.classes(at).any(Classes::TIME);
    let one = |at: usize| {
        let many = words.is_one_of(at, words.table.collective) && words.text(at).ends_with('s')
            || words.is_one_of(at, words.table.group);
        match words.kind(at) {
            Some(PieceKind::Name(_)) => match words.meaning(at) {
                Some(Meaning::Organisation { id, .. }) => {
                    let row = words.reading.knowledge.organisations().get(id);
                    row.is_none_or(|row| row.kind != OrganisationKind::Forum)
                }
                // "The Lima Declaration"
                Some(Meaning::Country { kind: NameUse::City | NameUse::Capital, .. }) => possessor(at),
                _ => true,
            },
            _ => !many && (words.is_proper(at) || words.is_one_of(at, words.table.organ)),
        }
    };
    // "In its communique" may be a group's.
    let own = matches!(words.lower(start).as_ref(), "his" | "her" | "your" | "my");
    // "A statement from Acme"
    let issuer = matches!(words.lower(at + 1).as_ref(), "by" | "from") && words.is_proper(at + 2);
    let lone = issuer && !phrase_from(words, at + 2).list.is_several() && !words.is_one_of(at, words.table.paper);
    own || lone || (start..at).any(|at| one(at) && (possessor(at) || words.kind(at) != Some(PieceKind::Word)))
}

/// The first piece of the noun phrase that ends with the noun at `at`.
fn noun_phrase_start(words: Words<'_, '_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < 8 {
        let before = start - 1;
        let inside = match words.kind(before) {
            Some(PieceKind::Name(_) | PieceKind::Possessive | PieceKind::Number) => true,
            Some(PieceKind::Mark) => {
                // "The leaders' statement"
                let owners =
                    matches!(words.text(before), "'" | "\u{2019}") && words.text(before.wrapping_sub(1)).ends_with('s');
                words.is_dash(before) || words.text(before) == "/" || owners
            }
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
