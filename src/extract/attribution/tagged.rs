//! Content before its cue: `"...," he said`, "it will rain, said Merkel", "..., he added, ...".

use crate::knowledge::{Classes, Takes};

use super::chunk::{Form, Kind};
use super::clause::Clause;
use super::construct::Construct;
use super::content::{Content, Opens, start};
use super::cue_match::{Found, longest};
use super::draft::Draft;
use super::extent;
use super::inversion::inverted;
use super::next_speech::new_speaker;
use super::noun_phrase::source_from;
use super::resumption::resumed;
use super::setting::{Setting, opens_scene};
use super::subject::{self, Subject};
use super::word::Tag;

/// Marks inside a quotation that end a clause.
const CLAUSE_ENDS: [char; 7] = [',', '?', '!', '.', '\u{2026}', '\u{2014}', '-'];

/// Every attribution of the unit whose content stands before the cue.
pub(super) fn find(clause: &Clause, drafts: &mut Vec<Draft>) {
    let mut from = 0;
    for verb in 0..clause.chunks.len() {
        let Some(group) = clause.chunks[verb].verb().filter(|group| !group.passive && group.form != Form::Ing) else {
            continue;
        };
        let heads = clause.verb_cues(verb);
        if heads.is_empty() {
            continue;
        }
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
    let right = start(clause, found.cue, found.end);
    let before = subject::before(clause, verb).filter(|subject| subject.own);
    let inverted = inverted(clause, verb).filter(|_| suits_inversion(clause, verb, found, before));
    let (subject, tail) = match inverted {
        Some(subject) => (subject, subject.end),
        None => (nearer(clause, before?), clause.chunk_from(found.end)),
    };
    let left = subject.first.min(verb).checked_sub(1)?;
    if let Some(draft) = as_said(clause, verb, found, subject, tail, left) {
        return Some(draft);
    }
    let quoted = clause.ends_quoted(left);
    if !quoted && !clause.is(left, Tag::Comma) && !clause.is(left, Tag::Dash) {
        return None;
    }
    let is_inverted = subject.first > verb;
    if !quoted && !is_inverted && right.is_some() || subject.relative {
        return None;
    }
    let closed = clause.quote_ends_with(left, &CLAUSE_ENDS);
    let sentence = clause.quote_ends_with(left, &['?', '!', '.']);
    if quoted && (!closed || sentence) && right.is_some() && !is_inverted {
        return None;
    }
    let first = quote_start(clause, clause.chunk_from(from), left);
    if quoted && !is_inverted && right.is_some() && first < left && opens_scene(clause, first) {
        return None;
    }
    let stands = quoted || (first..=left).any(|at| clause.is_finite(at) || clause.is(at, Tag::Quote));
    let closing = left - first.min(left) >= 2
        && !clause.is(first, Tag::Preposition)
        && !clause.is(first, Tag::Subordinator)
        && clause.chunk(tail).is_none_or(|chunk| chunk.is(Tag::Stop));
    let clause_before = (first..left).any(|at| clause.is_finite(at));
    if clause_before && clause.is(first, Tag::Subordinator) && !found.cue.takes.any(Takes::BARE) {
        return None;
    }
    if first > left || !stands && !closing && rest(clause, found, tail).is_none() {
        return None;
    }
    let reports = found.cue.takes.any(Takes::BARE.or(Takes::THAT)) && ends_tag(clause, tail);
    if !quoted && !reports {
        return None;
    }
    let half = (!quoted || first < left) && is_half(clause, first, left);
    let mut claims = vec![(clause.chunks[first].first, clause.chunks[left].end)];
    claims.extend(rest(clause, found, tail).filter(|&rest| half || goes_on(clause, rest.0, is_inverted || quoted)));
    if quoted && claims.len() == 1 {
        claims.extend(resumed(clause, tail));
    }
    draft(clause, verb, found, subject, claims, quoted)
}

/// "It holds in the east, aides and officials say": of what looks like a list, the part after its last comma,
/// when no comma before it ends a clause.
fn nearer(clause: &Clause, subject: Subject) -> Subject {
    let comma = (subject.first + 1..subject.end).rev().find(|&at| clause.is(at, Tag::Comma));
    let Some(comma) = comma.filter(|&comma| clause.is_noun_phrase(comma + 1) && comma + 1 < subject.end) else {
        return subject;
    };
    let pair =
        (comma..subject.end).any(|at| clause.is(at, Tag::Coordinator)) && !clause.is(comma + 1, Tag::Coordinator);
    let open = subject.first > 0 && !clause.is(subject.first - 1, Tag::Comma) && !clause.ends_quoted(subject.first - 1);
    let stated = (0..subject.first).any(|at| clause.is_finite(at));
    if pair && open && stated { Subject { first: comma + 1, ..subject } } else { subject }
}

/// "As the paper noted, trust is falling": the main clause is the content.
fn as_said(clause: &Clause, verb: usize, found: Found, subject: Subject, tail: usize, left: usize) -> Option<Draft> {
    let opens = clause.spelled(clause.chunks[left].first).eq_ignore_ascii_case("as");
    // ", given that, as the paper noted, trust is falling": nothing or a conjunction stands before it.
    let before = (0..left).rev().find(|&at| !clause.chunks[at].is_aside() && !clause.is(at, Tag::Comma));
    let first = before.is_none_or(|at| {
        let opens = [Tag::Coordinator, Tag::That, Tag::Colon, Tag::Dash, Tag::Subordinator];
        opens.iter().any(|&tag| clause.is(at, tag))
    });
    if !opens || !first || !found.cue.takes.any(Takes::THAT.or(Takes::BARE)) {
        return None;
    }
    let comma = past_setting(clause, found, tail);
    let next = clause.chunk(comma + 1).filter(|_| clause.is(comma, Tag::Comma))?;
    let opens = if next.is(Tag::Quote) { Opens::Quote } else { Opens::Clause };
    let end = extent::end(clause, Content { first: next.first, opens }, Setting::Main);
    draft(clause, verb, found, subject, vec![(next.first, end)], false)
}

/// Whether the noun phrase after the verb can be its subject. After a comma only when the verb has no
/// other and can take a clause.
fn suits_inversion(clause: &Clause, verb: usize, found: Found, before: Option<Subject>) -> bool {
    let quoted = verb > 0 && clause.ends_quoted(verb - 1);
    let takes = found.cue.takes;
    let unquoted =
        takes.any(Takes::BARE) && before.is_none() && !(takes.any(Takes::OBJECT) && takes_object(clause, verb));
    let object = clause.classes(verb + 1);
    let told = object.any(Classes::OBJECT_PRONOUN) && !object.any(Classes::SUBJECT_PRONOUN);
    verb > 0 && !told && (quoted || unquoted) && found.cue.rest.is_empty()
}

/// Whether the noun phrase after the verb can be what is said, and not the one who says it: it names nobody,
/// or the clause goes on after it.
fn takes_object(clause: &Clause, verb: usize) -> bool {
    let named = clause.chunks[verb + 1].words(clause.words).last().is_some_and(|word| word.tag == Tag::Name);
    let comma = verb > 0 && clause.is(verb - 1, Tag::Comma);
    !comma || !named && !closes(clause, verb)
}

/// ", said the firm's director.": whether a clause stands before the verb, and nothing but the noun phrase after
/// it, with what describes that.
fn closes(clause: &Clause, verb: usize) -> bool {
    let end = source_from(clause, verb + 1);
    let joined = (end..clause.chunks.len()).any(|at| clause.is(at, Tag::Coordinator) || clause.is(at, Tag::That));
    let stops = clause
        .chunk(end)
        .is_none_or(|chunk| chunk.is(Tag::Stop) || chunk.is(Tag::Comma) || clause.spelled(chunk.first) == "who");
    // "the bank, which he once led, shows a loss"
    let comma = (0..verb.saturating_sub(1)).rev().find(|&at| clause.is(at, Tag::Comma));
    let described = comma.is_some_and(|comma| clause.is(comma + 1, Tag::Relative));
    stops && !joined && !described && (0..verb).any(|at| clause.is_finite(at))
}

/// Where the content that ends with the quotation at `left` begins: with it, when a colon or a clause
/// and a comma stand before it.
fn quote_start(clause: &Clause, first: usize, left: usize) -> usize {
    let Some(before) = left.checked_sub(1).filter(|&before| before > first && clause.is(left, Tag::Quote)) else {
        return first;
    };
    let clause_before = (first..before).any(|at| clause.is_finite(at)) && clause.is(before, Tag::Comma);
    if clause.is(before, Tag::Colon) || clause.is(before, Tag::Dash) || clause_before { left } else { first }
}

/// Whether nothing after the cue makes it head a clause of another kind.
fn ends_tag(clause: &Clause, tail: usize) -> bool {
    clause.chunk(tail).is_none_or(|chunk| chunk.verb().is_none() && !chunk.is(Tag::That) && !chunk.is(Tag::Coordinator))
}

/// The content that goes on after the cue and its source.
fn rest(clause: &Clause, found: Found, tail: usize) -> Option<(usize, usize)> {
    let at = past_setting(clause, found, tail);
    let chunk = clause.chunk(at)?;
    if at == tail && chunk.is(Tag::Quote) && found.cue.takes.any(Takes::RECIPIENT) {
        // Told "Fox and Friends".
        return None;
    }
    let first = match chunk.kind {
        Kind::Single(Tag::Quote) => at,
        Kind::Single(Tag::Comma | Tag::Colon | Tag::Dash) => at + 1,
        _ => return None,
    };
    let next = clause.chunk(first)?;
    let reports = next.verb().is_some_and(|verb| verb.form == Form::Ing && !clause.verb_cues(first).is_empty());
    if next.is(Tag::Coordinator) && new_speaker(clause, first + 1) {
        return None;
    }
    if reports || next.is(Tag::Relative) || next.is(Tag::Coordinator) && clause.chunk(first + 1)?.verb().is_some() {
        return None;
    }
    if next.verb().is_some_and(|verb| verb.form == Form::Ing) {
        return None;
    }
    let opens = if next.is(Tag::Quote) { Opens::Quote } else { Opens::Clause };
    let content = Content { first: next.first, opens };
    let end = extent::end(clause, content, Setting::Main);
    // "It held, he said, while the east fell, she said": another speaker follows.
    let other = next.is(Tag::Subordinator) && (first..clause.chunk_from(end)).any(|at| new_speaker(clause, at));
    (!other).then_some((next.first, end))
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

/// Whether the chunks from `first` to the comma `left` are too little for a clause: they have no verb, are a
/// scene for one, or break off at their verb ("It was, he said, a mistake").
pub(super) fn is_half(clause: &Clause, first: usize, left: usize) -> bool {
    let scene = clause.is(first, Tag::Subordinator) || clause.is(first, Tag::Preposition);
    let verb = (first..=left).rev().find(|&at| clause.is_finite(at));
    let broken = |at: usize| {
        let be = clause.verb(at).is_some_and(|verb| clause.words[verb.main].entry.classes.any(Classes::BE));
        at + 1 == left && be
    };
    scene || verb.is_none_or(broken)
}

/// Whether what follows the cue's aside continues the content. After an inverted cue it may as well
/// describe the speaker.
fn goes_on(clause: &Clause, word: usize, inverted: bool) -> bool {
    match clause.words[word].tag {
        Tag::Quote | Tag::That => true,
        _ if clause.chunks[clause.chunk_from(word)].kind == Kind::Time => false,
        Tag::Coordinator => !inverted && !clause.words[word..].iter().any(|word| word.tag == Tag::Quote),
        _ if clause.is_finite(clause.chunk_from(word)) => true,
        _ => !inverted && clause.words[word - 1].tag != Tag::Dash,
    }
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
