//! What kind of source an utterance has, as far as joint statements are concerned.

use crate::extract::phrase::{PartyList, Phrase, SentenceView};
use crate::extract::reading::{PieceKind, number};
use crate::knowledge::Meaning;
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
        if !list.solo && list.is_several() || list.is_group(words.reading.knowledge.organisations()) {
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
                || number(&words.lower(at)).is_some_and(|count| count > 1)
                || matches!(words.meaning(at), Some(Meaning::Office(_))) && words.text(at).ends_with('s')
        });
        if definite && (counted || plural) && list.unofficial.is_none() {
            return Self::Anaphor(list);
        }
        Self::Single(list)
    }
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
