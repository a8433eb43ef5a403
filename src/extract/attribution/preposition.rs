//! Content whose source a preposition names: "according to the ministry".

use crate::knowledge::Takes;

use super::clause::Clause;
use super::construct::Construct;
use super::content::{Content, Opens};
use super::cue_match::longest;
use super::draft::Draft;
use super::extent;
use super::noun_phrase::source_from;
use super::setting::Setting;
use super::tagged::is_half;
use super::word::Tag;

/// Every attribution of the unit that a preposition reports.
pub(super) fn find(clause: &Clause, drafts: &mut Vec<Draft>) {
    let mut from = 0;
    for at in 0..clause.chunks.len() {
        let word = clause.chunks[at].first;
        let heads = clause.cues.prepositions(clause.words[word].entry);
        if heads.is_empty() {
            continue;
        }
        let Some(found) = longest(clause, heads, word).filter(|found| found.cue.takes.any(Takes::SOURCE)) else {
            continue;
        };
        let source = clause.chunk_from(found.end);
        if !clause.is_noun_phrase(source) && !clause.is(source, Tag::Question) {
            continue;
        }
        let source_end = source_from(clause, source);
        let claims = claims(clause, at, source_end, from);
        let content: Vec<_> = claims.iter().filter_map(|&(first, end)| clause.span(first, end)).collect();
        if content.is_empty() {
            continue;
        }
        from = claims.iter().map(|claim| claim.1).max().unwrap_or(0).max(clause.chunks[source_end - 1].end);
        drafts.push(Draft {
            content,
            cue: clause.span(word, found.end),
            source: clause.span(clause.chunks[source].first, clause.chunks[source_end - 1].end),
            class: found.cue.class,
            construct: Construct::Preposition,
            claims,
        });
    }
}

/// The clause before the preposition and the one after its source, as word ranges.
fn claims(clause: &Clause, at: usize, source_end: usize, from: usize) -> Vec<(usize, usize)> {
    let mut claims = Vec::new();
    let before = clause.chunks[at].first;
    let from = if opens_clause(clause, at) { before } else { from };
    let left = from < before && clause.span(from, before).is_some_and(|span| span.len() > 3);
    if left {
        claims.push((from, before));
    }
    let close = (source_end..clause.chunks.len()).find(|&at| clause.is(at, Tag::Comma) || clause.is(at, Tag::Stop));
    if let Some(close) = close.filter(|&close| clause.is(close, Tag::Comma))
        && let Some(next) = clause.chunk(close + 1)
    {
        // What follows a whole clause and its source describes the source.
        let comma = if at > 0 && clause.is(at - 1, Tag::Comma) { at - 1 } else { at };
        if left && !is_half(clause, clause.chunk_from(from), comma) && !next.is_finite() {
            return claims;
        }
        let opens = if next.is(Tag::Quote) { Opens::Quote } else { Opens::Clause };
        let content = Content { first: next.first, opens };
        claims.push((next.first, extent::end(clause, content, Setting::Main)));
    }
    claims
}

/// Whether nothing but a colon, or the "that" of an outer clause, stands before the preposition.
fn opens_clause(clause: &Clause, at: usize) -> bool {
    let before = (0..at).rev().find(|&at| !clause.is(at, Tag::Comma));
    before.is_some_and(|before| clause.is(before, Tag::Colon) || clause.is(before, Tag::That))
}
