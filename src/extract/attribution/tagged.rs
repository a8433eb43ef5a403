//! Content before its cue: `"...," he said`, "it will rain, said Merkel", "..., he added, ...".

use crate::knowledge::Takes;

use super::chunk::{Form, Kind};
use super::clause::Clause;
use super::construct::Construct;
use super::content::{Content, Opens, start};
use super::cue_match::{Found, longest};
use super::draft::Draft;
use super::extent::{self, Setting};
use super::subject::{self, Subject};
use super::word::Tag;

/// Every attribution of the unit whose content stands before the cue.
pub(super) fn find(clause: &Clause, drafts: &mut Vec<Draft>) {
    let mut from = 0;
    for verb in 0..clause.chunks.len() {
        let Some(group) = clause.chunks[verb].verb().filter(|group| !group.passive && group.form != Form::Ing) else {
            continue;
        };
        let heads = clause.verb_cues(verb);
        let Some(found) = longest(clause, heads, group.main) else {
            continue;
        };
        if !found.cue.takes.any(Takes::QUOTE) || clause.chunks[verb].first < from {
            continue;
        }
        if let Some(draft) = tag_at(clause, verb, found, from) {
            from = draft.claims.iter().map(|claim| claim.1).max().unwrap_or(from).max(found.end);
            drafts.push(draft);
        }
    }
}

fn tag_at(clause: &Clause, verb: usize, found: Found, from: usize) -> Option<Draft> {
    let inverted = subject::inverted(clause, verb);
    let right = start(clause, found.cue, found.end);
    let (subject, tail) = match inverted.filter(|_| suits_inversion(clause, verb, found)) {
        Some(subject) => (subject, subject.end),
        None => (subject::before(clause, verb).filter(|subject| subject.own)?, clause.chunk_from(found.end)),
    };
    let left = subject.first.min(verb).checked_sub(1)?;
    let quoted = clause.is(left, Tag::Quote);
    if !quoted && !clause.is(left, Tag::Comma) && !clause.is(left, Tag::Dash) {
        return None;
    }
    let is_inverted = subject.first > verb;
    if !quoted && !is_inverted && right.is_some() || subject.relative {
        return None;
    }
    if quoted && !closes_clause(clause, left) && right.is_some() && !is_inverted {
        return None;
    }
    let first = clause.chunk_from(from);
    let stands = (first..=left).any(|at| clause.is_finite(at) || clause.is(at, Tag::Quote));
    if first > left || !stands && rest(clause, found, tail).is_none() {
        return None;
    }
    let mut claims = vec![(clause.chunks[first].first, clause.chunks[left].end)];
    claims.extend(rest(clause, found, tail).filter(|rest| !is_inverted || clause.words[rest.0].tag == Tag::Quote));
    draft(clause, verb, found, subject, claims, quoted)
}

/// A comma before a verb of saying only inverts when the verb can take a clause.
fn suits_inversion(clause: &Clause, verb: usize, found: Found) -> bool {
    let quoted = verb > 0 && clause.is(verb - 1, Tag::Quote);
    verb > 0 && (quoted || found.cue.takes.any(Takes::BARE)) && found.cue.rest.is_empty()
}

/// Whether the quotation at chunk `at` ends with the mark of a clause.
fn closes_clause(clause: &Clause, at: usize) -> bool {
    let word = clause.chunks[at].first;
    let words = clause.words[word].span.of(clause.text);
    words
        .trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}'])
        .ends_with([',', '?', '!', '.', '\u{2026}', '\u{2014}', '-'])
}

/// The content that goes on after the cue and its source.
fn rest(clause: &Clause, found: Found, tail: usize) -> Option<(usize, usize)> {
    let at = past_setting(clause, found, tail);
    let chunk = clause.chunk(at)?;
    let first = match chunk.kind {
        Kind::Single(Tag::Quote) => at,
        Kind::Single(Tag::Comma | Tag::Colon | Tag::Dash) => at + 1,
        _ => return None,
    };
    let next = clause.chunk(first)?;
    let reports = next.verb().is_some_and(|verb| verb.form == Form::Ing && !clause.verb_cues(first).is_empty());
    if reports || next.is(Tag::Relative) || next.is(Tag::Coordinator) && clause.chunk(first + 1)?.verb().is_some() {
        return None;
    }
    if next.verb().is_some_and(|verb| verb.form == Form::Ing) {
        return None;
    }
    let opens = if next.is(Tag::Quote) { Opens::Quote } else { Opens::Clause };
    let content = Content { first: next.first, opens };
    Some((next.first, extent::end(clause, content, Setting::Main)))
}

/// Past "reporters in Paris on Tuesday".
fn past_setting(clause: &Clause, found: Found, tail: usize) -> usize {
    let mut at = tail;
    while let Some(chunk) = clause.chunk(at) {
        if chunk.is_aside() {
            at += 1;
        } else if chunk.is(Tag::Preposition) {
            at += 1;
            if clause.chunk(at).is_some_and(|next| next.is_noun_phrase() || next.is_aside()) {
                at += 1;
            }
        } else if chunk.is_noun_phrase() && found.cue.takes.any(Takes::RECIPIENT) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn draft(
    clause: &Clause,
    verb: usize,
    found: Found,
    subject: Subject,
    claims: Vec<(usize, usize)>,
    quoted: bool,
) -> Option<Draft> {
    let content: Vec<_> = claims.iter().filter_map(|&(first, end)| clause.span(first, end)).collect();
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        content,
        cue: clause.span(clause.chunks[verb].first, found.end),
        source: clause.span(clause.chunks[subject.first].first, clause.chunks[subject.end - 1].end),
        class: found.cue.class,
        construct: if quoted { Construct::QuoteThenCue } else { Construct::ClauseThenCue },
        claims,
    })
}
