//! A speaker nobody introduced before: the name, role and country that the source itself gives.

use super::person::{party_of, polity_of};
use crate::extract::phrase::phrases;
use crate::extract::reading::{PieceKind, Reading, Words, starts_upper};
use crate::knowledge::{Classes, CountryCode, Meaning, Party};
use crate::statement::Speaker;
use crate::text::Span;

/// The speaker the words at `source` introduce.
#[must_use]
pub fn introduced(reading: &Reading<'_>, source: Span) -> Speaker {
    let (name, role) = name_and_role(reading, source);
    let excerpt = reading.excerpt(source);
    let words = excerpt.words(reading);
    let named = if names_party(words) { country(reading, words) } else { None };
    let country = named.or_else(|| country_in_office(reading, name));
    Speaker { name, role, country, evidence: source }
}

/// The country of the one office-holder of the article's day with the bare surname `name`, where the article
/// names that country and gives nobody else of that name.
fn country_in_office(reading: &Reading<'_>, name: Span) -> Option<CountryCode> {
    let words = reading.words(name);
    let date = reading.article.date().filter(|_| starts_upper(words) && !words.contains(' '))?;
    let persons = reading.knowledge.persons_called(words, (Some(date), Some(date)));
    let [(_, held)] = persons.as_slice() else { return None };
    let Party::Country(code) = held.first()?.holder.party else { return None };
    let of_another = || reading.text().match_indices(words).any(|(at, _)| has_first_name(&reading.text()[..at]));
    (reading.names_country(code) && !of_another()).then_some(code)
}

/// Whether a text ends in a capitalised word and a space, as before the surname of a full name.
fn has_first_name(before: &str) -> bool {
    let word = before.strip_suffix(' ').and_then(|before| before.split_whitespace().next_back());
    word.is_some_and(|word| starts_upper(word) && !word.ends_with(|c: char| c.is_ascii_punctuation()))
}

/// "Mino, an analyst" and "an analyst, Takeo Mino": the name and the role on either side of the comma.
fn name_and_role(reading: &Reading<'_>, source: Span) -> (Span, Option<Span>) {
    let text = reading.words(source);
    let part = |start: usize, end: usize| {
        Span::new(source.start + start, source.start + end).trim_matches(reading.text(), char::is_whitespace)
    };
    let Some(comma) = memchr::memmem::find(text.as_bytes(), b", ") else { return (affiliated(reading, source), None) };
    let left = part(0, comma);
    let end = text[comma + 2..].find(", ").map_or(text.len(), |next| comma + 2 + next);
    let right = part(comma + 2, end);
    let opener = reading.words(right).split(' ').next().unwrap_or_default();
    let classes = reading.knowledge.cues().entry(opener).classes;
    // "Kishida, for his part,", but "Mino, of the exchange,".
    let aside = classes.any(Classes::PREPOSITION) && !matches!(opener, "of" | "from" | "with");
    if aside || classes.any(Classes::RELATIVE) {
        return (left, None);
    }
    if is_personal(reading.words(left)) {
        return (left, Some(right));
    }
    if is_personal(reading.words(right)) { (right, Some(left)) } else { (source, None) }
}

/// "Nora Feld of the campaign group": the name alone.
fn affiliated(reading: &Reading<'_>, source: Span) -> Span {
    let text = reading.words(source);
    match memchr::memmem::find(text.as_bytes(), b" of ") {
        Some(of) if text[..of].contains(' ') && is_personal(&text[..of]) => Span::new(source.start, source.start + of),
        _ => source,
    }
}

/// Whether `name` is made of capitalised words alone, particles aside.
fn is_personal(name: &str) -> bool {
    let mut words = 0;
    for word in name.split(' ') {
        let particle = word.len() <= 3 && words > 0;
        if !(starts_upper(word) || particle) || word.ends_with("'s") || word.ends_with("\u{2019}s") {
            return false;
        }
        words += 1;
    }
    (1..=5).contains(&words) && starts_upper(name)
}

/// Whether the words of a source can name a country: a name is among them, or somebody of whom the article says
/// whom they act for.
fn names_party(words: Words<'_, '_>) -> bool {
    let surnames = &words.reading.surnames;
    words.pieces.iter().enumerate().any(|(at, piece)| match piece.kind {
        PieceKind::Name(_) => true,
        PieceKind::Word => !surnames.is_empty() && words.is_proper(at) && surnames.contains_key(words.text(at)),
        _ => false,
    })
}

/// The country whose office, ministry or people the source is, not the one it stands in.
fn country(reading: &Reading<'_>, words: Words<'_, '_>) -> Option<CountryCode> {
    let acting = phrases(words).into_iter().flat_map(|phrase| phrase.list.parties);
    let mut countries = acting.filter_map(|(party, _)| match party {
        Party::Country(code) => Some(code),
        Party::Organisation(_) => None,
    });
    countries.next().or_else(|| {
        let unofficial = (0..words.pieces.len()).any(|at| words.is_one_of(at, words.table.unofficial));
        words.pieces.iter().enumerate().filter(|_| !unofficial).find_map(|(at, piece)| match piece.kind {
            PieceKind::Name(name) if !stands_in(words, at) => country_of(reading, name),
            _ => None,
        })
    })
}

/// Whether a preposition of place stands before the name at `at`.
fn stands_in(words: Words<'_, '_>, at: usize) -> bool {
    at > 0 && words.is_one_of(at - 1, words.table.place)
}

fn country_of(reading: &Reading<'_>, name: usize) -> Option<CountryCode> {
    let recognised = &reading.names[name];
    let party = match recognised.meanings.first()? {
        Meaning::Holder(_) => polity_of(reading, recognised),
        Meaning::Office(_) => None,
        _ => party_of(reading, name),
    };
    match party {
        Some(Party::Country(code)) => Some(code),
        _ => None,
    }
}
