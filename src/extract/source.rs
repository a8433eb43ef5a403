//! What kind of source an utterance has, as far as joint statements are concerned.

use super::party_list::{PartyList, PartyReader};
use super::reading::{Piece, PieceKind, Reading};
use crate::knowledge::{Meaning, OrganisationKind, Party};
use crate::text::Span;

/// A source, read for the parties in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// Several parties, or a group of them: "ministers of A and B", "G7 leaders".
    Several(PartyList),
    /// Several parties the article names elsewhere: "they", "the ministers", "the two sides".
    Anaphor(PartyList),
    /// Several parties that are only counted: "the leaders of eight countries".
    Counted(PartyList),
    /// A document: "the statement", "a joint communique by A and B".
    Document(PartyList),
    /// Anything else: one person, one party, nobody named.
    Single(PartyList),
}

impl Source {
    /// Reads the noun phrase with `pieces`.
    #[must_use]
    pub fn read(reading: &Reading<'_>, pieces: &[Piece]) -> Self {
        let reader = PartyReader::new(reading, pieces);
        let words = &reading.knowledge.signing().words;
        let list = reader.phrase(0..pieces.len());
        let is = |set: &std::collections::HashSet<String>| {
            (0..pieces.len()).any(|at| set.contains(reader.lower(at).as_ref()))
        };
        let first = reader.lower(0);
        if is(&words.document) && !starts_with_person(reading, pieces) {
            return Self::Document(list);
        }
        if list.is_several() || is_group(reading, &list) {
            return Self::Several(list);
        }
        if !list.parties.is_empty() {
            return Self::Single(list);
        }
        let definite = words.definite.contains(first.as_ref());
        if list.count.is_some_and(|(count, _)| count > 1) && !definite {
            return Self::Counted(list);
        }
        if words.plural.contains(first.as_ref()) && pieces.len() <= 2 {
            return Self::Anaphor(list);
        }
        if definite && (is(&words.collective) || is(&words.group) || list.count.is_some() || counts(&reader, pieces)) {
            return Self::Anaphor(list);
        }
        Self::Single(list)
    }
}

fn counts(reader: &PartyReader<'_, '_>, pieces: &[Piece]) -> bool {
    (0..pieces.len()).any(|at| super::party_list::number(&reader.lower(at)).is_some_and(|count| count > 1))
}

/// A forum, or an organisation with its members or ministers.
fn is_group(reading: &Reading<'_>, list: &PartyList) -> bool {
    let [(Party::Organisation(id), _)] = list.parties.as_slice() else { return false };
    let forum = reading.knowledge.organisations().get(id).is_some_and(|row| row.kind == OrganisationKind::Forum);
    (forum || list.collective.is_some()) && !is_official(reading, list)
}

/// Whether the only head is a single official: "the G7 chair's spokesman".
fn is_official(reading: &Reading<'_>, list: &PartyList) -> bool {
    let Some((_, span)) = list.parties.first() else { return false };
    let behind = &reading.text()[span.end..];
    behind.starts_with("'s") || behind.starts_with("\u{2019}s")
}

fn starts_with_person(reading: &Reading<'_>, pieces: &[Piece]) -> bool {
    pieces.iter().take(3).any(|piece| match piece.kind {
        PieceKind::Name(name) => {
            matches!(reading.names[name].meanings.first(), Some(Meaning::Office(_) | Meaning::Holder(_)))
        }
        _ => false,
    })
}

/// The words of `span` as pieces and the noun phrase they make.
#[must_use]
pub fn source_of(reading: &Reading<'_>, span: Option<Span>) -> Option<Source> {
    let pieces = reading.pieces(span?);
    Some(Source::read(reading, &pieces))
}
