//! What kind of source an utterance has, as far as joint statements are concerned.

use crate::extract::phrase::{PartyList, Phrase, SentenceView};
use crate::extract::reading::{PieceKind, Words};
use crate::knowledge::{Classes, Meaning};
use crate::text::Span;

/// A source, read for the parties in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// Several parties, or a group of them: "ministers of A and B", "G7 leaders".
    Several(PartyList),
    /// A noun for several parties the article names elsewhere: "the ministers", "the two sides".
    Anaphor(PartyList),
    /// Nothing but a pronoun: "they", "it".
    Pronoun,
    /// Several parties that are only counted: "the leaders of eight countries".
    Counted(PartyList),
    /// A plural office without a party: "Arab leaders".
    Collective(PartyList),
    /// A document: "the statement", "a joint communique by A and B".
    Document(PartyList),
    /// Anything else: one person, one party, nobody named.
    Single(PartyList),
}

impl Source {
    /// Reads the source at `span`; `phrase` is the noun phrase of parties there, if there is one.
    #[must_use]
    pub fn read(view: &SentenceView<'_, '_>, span: Span, phrase: Option<&Phrase>) -> Self {
        let words = view.words;
        let table = words.table;
        let first = words.piece_from(span.start);
        let end = words.piece_from(span.end).max(first);
        let list = phrase.map(|phrase| phrase.list.clone()).unwrap_or_default();
        let head_end = (first..end).find(|&at| words.closes_phrase(at)).unwrap_or(end);
        if end - first <= 2 && words.is_one_of(first, table.pronoun) {
            return Self::Pronoun;
        }
        let document = (first..head_end).any(|at| words.is_document(at));
        if document && !starts_with_person(view, first) {
            return Self::Document(list);
        }
        if !list.is_solo() && list.is_several() || list.is_group(words.reading.knowledge.organisations()) {
            return Self::Several(list);
        }
        if !list.parties.is_empty() {
            return Self::Single(list);
        }
        let definite = words.is_one_of(first, table.definite);
        let counted = list.count.is_some_and(|(count, _)| count > 1);
        if counted && !definite {
            return Self::Counted(list);
        }
        let plural = (first..head_end).any(|at| {
            words.is_one_of(at, table.collective) && words.text(at).ends_with('s')
                || words.is_one_of(at, table.group)
                || words.number(at).is_some_and(|count| count > 1)
                || matches!(words.meaning(at), Some(Meaning::Office(_))) && words.text(at).ends_with('s')
        });
        if definite && (counted || plural) && list.unofficial.is_none() {
            return Self::Anaphor(list);
        }
        if list.collective.is_some() && !list.apart && list.unofficial.is_none() {
            return Self::Collective(list);
        }
        Self::Single(list)
    }
}

/// Whether the words at `span` can only be one source: nothing in them names a party, a number or people
/// who sign.
#[must_use]
pub fn is_one(words: Words<'_, '_>, span: Span) -> bool {
    let (first, end) = (words.piece_from(span.start), words.piece_from(span.end));
    let whole = first < end && words.pieces[first].span.start == span.start;
    whole && (first..end).all(|at| words.kind(at) == Some(PieceKind::Word) && !counts(words, at))
}

/// Whether no noun phrase can reach over the bounds of the source at `span`.
#[must_use]
pub fn stands_apart(words: Words<'_, '_>, span: Span) -> bool {
    let (first, end) = (words.piece_from(span.start), words.piece_from(span.end));
    let noun = Classes::NOUN.or(Classes::VERB_OR_NOUN);
    let verb = |at| words.is_finite(at) && !words.classes(at).any(noun);
    let opens = first == 0 || words.is_quote(first - 1) || verb(first - 1);
    opens && (end >= words.pieces.len() || verb(end) || words.is_mark(end, "."))
}

/// Whether the word at `at` can make a source several.
fn counts(words: Words<'_, '_>, at: usize) -> bool {
    let table = words.table;
    let lists = [table.collective, table.group, table.organ, table.plenty, table.each, table.joint];
    let marks = words.marks(at);
    lists.into_iter().any(|list| marks.is_in(list)) || words.is_document(at) || words.number(at).is_some()
}

fn starts_with_person(view: &SentenceView<'_, '_>, first: usize) -> bool {
    let pieces = view.words.pieces[first.min(view.words.pieces.len())..].iter().take(3);
    pieces.filter(|piece| matches!(piece.kind, PieceKind::Name(_))).any(|piece| match piece.kind {
        PieceKind::Name(name) => {
            let meaning = view.words.reading.names[name].meanings.first();
            matches!(meaning, Some(Meaning::Office(_) | Meaning::Holder(_)))
        }
        _ => false,
    })
}
