//! The people an article introduces: their names, roles and countries.

use crate::extract::reading::{Piece, PieceKind, Reading, lower, starts_upper};
use crate::knowledge::{CountryCode, Holds, Meaning, Party, Recognised, Signs};
use crate::text::Span;

/// A person with a role, where the article introduces them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name, most fully as the article gives it.
    pub name: Span,
    /// The role, as written; `None` when the article gives none.
    pub role: Option<Span>,
    /// The country they act for.
    pub party: Option<Party>,
    /// Whether they sign for it: no senator does, nor a former minister.
    pub signs: bool,
}

impl Person {
    /// The country they act for.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        match self.party {
            Some(Party::Country(code)) => Some(code),
            _ => None,
        }
    }
}

/// The party of an office-holder on the article's date: of any date, when the article has none.
#[must_use]
pub fn polity_of(reading: &Reading<'_>, name: &Recognised<'_>) -> Option<Party> {
    let date = reading.article.date();
    let offices = reading.knowledge.offices();
    let held = name.meanings.iter().filter_map(|meaning| match meaning {
        Meaning::Holder(row) => offices.holder(*row),
        _ => None,
    });
    let current = held.filter(|holder| date.is_none_or(|date| holder.period.on(date) != Holds::No));
    current.map(|holder| holder.party.clone()).next()
}

/// Everybody the pieces of one sentence introduce with a role.
#[must_use]
pub fn people(reading: &Reading<'_>, pieces: &[Piece]) -> Vec<Person> {
    let mut out = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let PieceKind::Name(name) = piece.kind else { continue };
        let recognised = &reading.names[name];
        if recognised.is_office() {
            out.extend(person_at(reading, pieces, at));
        } else if recognised.is_holder() {
            out.push(Person { name: piece.span, role: None, party: polity_of(reading, recognised), signs: true });
        }
    }
    out
}

/// The person whose office is piece `at`: "Italian Foreign Minister Antonio Tajani", "Antonio Tajani,
/// Italy's foreign minister", "the foreign minister of Italy, Antonio Tajani".
fn person_at(reading: &Reading<'_>, pieces: &[Piece], at: usize) -> Option<Person> {
    let (start, before) = qualifier(reading, pieces, at);
    let (end, behind) = complement(reading, pieces, at + 1);
    let party = before.or(behind);
    let role = pieces[start].span.cover(pieces[end - 1].span);
    let next = end + usize::from(is_mark(reading, pieces, end, ","));
    let name = name_from(reading, pieces, next).or_else(|| {
        let comma = start.checked_sub(1).filter(|&at| is_mark(reading, pieces, at, ","))?;
        name_until(reading, pieces, comma)
    })?;
    let held = reading.names_in(name).find_map(|name| polity_of(reading, &reading.names[name]));
    let ranked = (start..at).any(|at| is_past(reading, pieces[at].span));
    let signs = signs(reading, pieces[at]) && !ranked || held.is_some();
    Some(Person { name, role: Some(role), party: party.or(held), signs })
}

/// The start of the words before an office that belong to it, and the party among them.
fn qualifier(reading: &Reading<'_>, pieces: &[Piece], office: usize) -> (usize, Option<Party>) {
    let mut start = office;
    let mut party = None;
    while let Some(at) = start.checked_sub(1).filter(|_| office - start < 5) {
        match pieces[at].kind {
            PieceKind::Name(name) if reading.names[name].is_holder() => break,
            PieceKind::Name(name) => party = party_of(reading, name).or(party),
            PieceKind::Possessive => {}
            PieceKind::Word => {
                let word = lower(reading.words(pieces[at].span));
                if !is_rank(reading, &word) {
                    break;
                }
            }
            _ => break,
        }
        start = at;
    }
    (start, party)
}

/// Words that stand between a country and an office: "deputy", "acting", "former".
fn is_rank(reading: &Reading<'_>, word: &str) -> bool {
    matches!(word, "deputy" | "vice" | "acting" | "senior" | "chief" | "first" | "interim" | "outgoing" | "new")
        || reading.knowledge.lexicon().marks(word).is_in(reading.knowledge.signing().words.unofficial)
}

/// Whether the word at `span` says that an office is past or not the state's: "former".
fn is_past(reading: &Reading<'_>, span: Span) -> bool {
    let word = lower(reading.words(span));
    reading.knowledge.lexicon().marks(&word).is_in(reading.knowledge.signing().words.unofficial)
}

/// Whether the office that `piece` names signs for a state: no senator's does.
fn signs(reading: &Reading<'_>, piece: Piece) -> bool {
    let PieceKind::Name(name) = piece.kind else { return false };
    reading.names[name].meanings.iter().any(|meaning| match meaning {
        Meaning::Office(row) => reading.knowledge.offices().titles()[*row].signs != Signs::No,
        _ => false,
    })
}

/// The end of the words behind an office that belong to it ("of Italy"), and the party among them.
fn complement(reading: &Reading<'_>, pieces: &[Piece], from: usize) -> (usize, Option<Party>) {
    let of = pieces.get(from).is_some_and(|piece| matches!(reading.words(piece.span), "of" | "for"));
    let Some(PieceKind::Name(name)) = pieces.get(from + 1).filter(|_| of).map(|piece| piece.kind) else {
        return (from, None);
    };
    match party_of(reading, name) {
        Some(party) => (from + 2, Some(party)),
        None => (from, None),
    }
}

/// The party a country's or organisation's name stands for.
#[must_use]
pub fn party_of(reading: &Reading<'_>, name: usize) -> Option<Party> {
    let recognised = &reading.names[name];
    match recognised.meanings.first()? {
        Meaning::Country { code, .. } => Some(Party::Country(*code)),
        Meaning::Organisation { id, .. } => Some(Party::Organisation(id.clone())),
        _ => None,
    }
}

/// A personal name that starts at piece `at`: capitalised words, with small particles inside.
fn name_from(reading: &Reading<'_>, pieces: &[Piece], at: usize) -> Option<Span> {
    let mut end = at;
    while end < pieces.len() && end < at + 6 && is_name_piece(reading, pieces, end, end > at) {
        end += 1;
    }
    while end > at && !starts_upper(reading.words(pieces[end - 1].span)) {
        end -= 1;
    }
    (end > at).then(|| pieces[at].span.cover(pieces[end - 1].span))
}

/// A personal name that ends before piece `end`.
fn name_until(reading: &Reading<'_>, pieces: &[Piece], end: usize) -> Option<Span> {
    let mut start = end;
    while start > 0 && start + 5 > end && is_name_piece(reading, pieces, start - 1, start < end) {
        start -= 1;
    }
    while start < end && !starts_upper(reading.words(pieces[start].span)) {
        start += 1;
    }
    (start < end).then(|| pieces[start].span.cover(pieces[end - 1].span))
}

fn is_name_piece(reading: &Reading<'_>, pieces: &[Piece], at: usize, inside: impl Into<Option<bool>>) -> bool {
    let word = reading.words(pieces[at].span);
    match pieces[at].kind {
        PieceKind::Name(name) => reading.names[name].is_holder(),
        PieceKind::Word => {
            starts_upper(word)
                || inside.into().unwrap_or(false)
                    && matches!(
                        word,
                        "al" | "bin" | "ibn" | "de" | "da" | "di" | "von" | "van" | "der" | "den" | "la" | "el" | "du"
                    )
        }
        _ => false,
    }
}

fn is_mark(reading: &Reading<'_>, pieces: &[Piece], at: usize, mark: &str) -> bool {
    pieces.get(at).is_some_and(|piece| piece.kind == PieceKind::Mark && reading.words(piece.span) == mark)
}
