//! Speech a label gives to its speaker: "Smith: we will answer", `From the letter: "..."`.

use crate::knowledge::Classes;
use crate::statement::CueClass;
use crate::text::Span;

use super::clause::Clause;
use super::construct::Construct;
use super::draft::{Draft, claimed};
use super::noun_phrase::phrase_ending;
use super::word::Tag;

/// Words a speaker's label has at most.
const LONGEST: usize = 6;

/// Bytes of a transcript's label at most, and its capital letters at least.
const LONGEST_LABEL: usize = 40;
const LEAST_CAPITALS: usize = 3;

/// Every quotation after a colon that no cue has claimed goes to the noun phrase before the colon.
pub(super) fn find(clause: &Clause, drafts: &mut Vec<Draft>) {
    for colon in 1..clause.chunks.len().saturating_sub(1) {
        if !clause.is(colon, Tag::Colon) || !clause.is(colon + 1, Tag::Quote) {
            continue;
        }
        let quote = clause.chunks[colon + 1];
        if claimed(drafts, quote.first) || claimed(drafts, clause.chunks[colon].first) {
            continue;
        }
        let last = clause.chunks[..colon].iter().rposition(|chunk| !chunk.is_aside());
        let Some(last) = last.filter(|&last| clause.is_noun_phrase(last)) else {
            continue;
        };
        let phrase = phrase_ending(clause, last);
        let end =
            (colon + 1..clause.chunks.len()).find(|&at| !clause.is(at, Tag::Quote)).unwrap_or(clause.chunks.len());
        let claims = vec![(quote.first, clause.chunks[end - 1].end)];
        drafts.push(Draft {
            content: claims.iter().filter_map(|&(first, end)| clause.span(first, end)).collect(),
            cue: Some(clause.words[clause.chunks[colon].first].span),
            source: clause.span(clause.chunks[phrase.first].first, clause.chunks[last].end),
            class: CueClass::Speech,
            construct: Construct::Label,
            claims,
        });
    }
}

/// A quotation signed with a name: "..." - Anna Holm, teacher.
pub(super) fn signed(clause: &Clause, drafts: &mut Vec<Draft>) {
    let Some(dash) = clause.chunks.iter().position(|chunk| !chunk.is(Tag::Quote)).filter(|&dash| dash > 0) else {
        return;
    };
    let named = clause.chunk(dash + 1).is_some_and(|chunk| {
        chunk.is_noun_phrase() && clause.words[chunk.first].tag == Tag::Name && clause.words[chunk.first].capital
    });
    let verbs = (dash..clause.chunks.len()).any(|at| clause.is_finite(at) || clause.is(at, Tag::Quote));
    if !clause.is(dash, Tag::Dash) || !named || verbs {
        return;
    }
    let claims = vec![(0, clause.chunks[dash].first)];
    drafts.push(Draft {
        content: claims.iter().filter_map(|&(first, end)| clause.span(first, end)).collect(),
        cue: None,
        source: clause.span(clause.chunks[dash + 1].first, clause.words.len()),
        class: CueClass::Speech,
        construct: Construct::Label,
        claims,
    });
}

/// The label a paragraph opens with, when what follows speaks in the first person: its source, its
/// colon and where the speech begins.
pub(super) fn opening(clause: &Clause) -> Option<(Span, Span, usize)> {
    let colon = clause.words.iter().take(LONGEST).position(|word| word.tag == Tag::Colon)?;
    let label = &clause.words[..colon];
    let named = label.first()?.capital && label.iter().all(|word| word.tag.in_noun_phrase() || word.tag == Tag::Other);
    let own = Classes::FIRST_PERSON;
    let speaks = clause.words[colon + 1..].iter().any(|word| word.entry.classes.any(own));
    let first = clause.words.get(colon + 1)?;
    if !named || !speaks || first.tag == Tag::Quote {
        return None;
    }
    Some((clause.span(0, colon)?, clause.words[colon].span, first.span.start))
}

/// As [`opening`], for a transcript whose label stands inside the quotation marks: `"EK: We will answer."`
pub(super) fn quoted(clause: &Clause) -> Option<(Span, usize)> {
    let quote = clause.words.first().filter(|word| word.tag == Tag::Quote)?.span;
    let words = quote.of(clause.text);
    let inner = words.trim_start_matches(['"', '\u{201C}', '`', '\'']);
    let colon =
        inner.bytes().take(LONGEST_LABEL + 1).zip(inner.bytes().skip(1)).position(|pair| pair == (b':', b' '))?;
    let label = &inner[..colon];
    let capitals = label.chars().filter(char::is_ascii_uppercase).count();
    let loud = label.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\''));
    let start = quote.start + words.len() - inner.len();
    let source = Span::new(start, start + label.len());
    (loud && capitals >= LEAST_CAPITALS).then_some((source, source.end + 2))
}
