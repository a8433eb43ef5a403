//! Content a noun reports: "his claim that", "the question is whether".

use crate::knowledge::{Classes, Cue, Takes};

use super::chunk::Form;
use super::clause::Clause;
use super::construct::Construct;
use super::content::{Content, Opens};
use super::draft::{Draft, claimed};
use super::extent;
use super::setting::{Setting, setting};
use super::subject;
use super::word::Tag;

/// Every attribution of the unit that a noun reports and no verb has claimed.
pub(super) fn find(clause: &Clause, drafts: &mut Vec<Draft>) {
    for at in 0..clause.chunks.len() {
        if !clause.is_noun_phrase(at) {
            continue;
        }
        let last = clause.chunks[at].end - 1;
        let Some(cue) = clause.cues.nouns(clause.words[last].entry).first() else {
            continue;
        };
        if clause.words[last].tag == Tag::Name || in_use(drafts, clause, last) {
            continue;
        }
        let Some((content, by)) = content(clause, at, cue) else {
            continue;
        };
        // "said in a statement that": the verb reports it.
        if claimed(drafts, content.first) {
            continue;
        }
        let phrase = content.opens == Opens::Phrase;
        let end = if phrase {
            extent::end(clause, content, Setting::Relative)
        } else {
            extent::end(clause, content, setting(clause, at, None))
        };
        let Some(span) = clause.span(content.first, end) else {
            continue;
        };
        let source = by.or_else(|| owner(clause, at)).or_else(|| doer(clause, at));
        // "the attack on the camp": without an attacker named it is no attack in words.
        let opener = clause.spelled(content.first - 1);
        if phrase && source.is_none() && ["on", "against"].contains(&opener) {
            continue;
        }
        let first = source.map_or(clause.chunks[at].first, |(_, end)| {
            if end > clause.chunks[at].first && end <= last {
                end + usize::from(clause.words[end].tag == Tag::Genitive)
            } else {
                clause.chunks[at].first
            }
        });
        drafts.push(Draft {
            content: vec![span],
            cue: clause.span(first, if phrase { content.first.max(last + 1) } else { last + 1 }),
            source: source.and_then(|(first, end)| clause.span(first, end)),
            class: cue.class,
            construct: if phrase { Construct::NounThenPhrase } else { Construct::NounThenClause },
            claims: vec![(content.first, end)],
        });
    }
}

/// Whether the word already is part of a content, a cue or a source.
fn in_use(drafts: &[Draft], clause: &Clause, word: usize) -> bool {
    let span = clause.words[word].span;
    claimed(drafts, word)
        || drafts.iter().any(|draft| draft.cue.is_some_and(|cue| cue.contains(span)))
        || drafts.iter().any(|draft| draft.source.is_some_and(|source| source.contains(span)))
}

type Words = (usize, usize);

/// The content after the noun phrase at `at`, and its source where "by" or "from" names it.
fn content(clause: &Clause, at: usize, cue: &Cue) -> Option<(Content, Option<Words>)> {
    let takes = cue.takes;
    let mut next = at + 1;
    let mut source = None;
    if clause.is(next, Tag::Preposition)
        && ["by", "from", "among"].contains(&clause.spelled(clause.chunks[next].first))
        && clause.is_noun_phrase(next + 1)
    {
        source = Some((clause.chunks[next + 1].first, clause.chunks[next + 1].end));
        next += 2;
    }
    if sets_scene(clause, next, cue) && clause.is(next + 2, Tag::That) {
        next += 2;
    }
    let chunk = clause.chunk(next)?;
    let clause_at = |at: usize| clause.chunk(at).map(|chunk| Content { first: chunk.first, opens: Opens::Clause });
    // "a letter on Friday that praised": a verb after "that" has it for its subject.
    if chunk.is(Tag::That) && clause.is_finite(next + 1) {
        return None;
    }
    if chunk.is(Tag::That) || chunk.is(Tag::Question) && takes.any(Takes::WH) {
        return Some((clause_at(next)?, source));
    }
    if chunk.is(Tag::Comma) && clause.is(next + 1, Tag::Quote) && clause.quote_ends_with(next + 1, &['.', '?', '!']) {
        let first = clause.chunk(next + 1)?.first;
        return Some((Content { first, opens: Opens::Quote }, source));
    }
    if chunk.is(Tag::Colon) && source.is_none() {
        return Some((clause_at(next + 1)?, source));
    }
    if chunk.is(Tag::Preposition) {
        let introduces = cue.with.iter().any(|with| with.eq_ignore_ascii_case(clause.spelled(chunk.first)));
        let object = clause.chunk(next + 1).filter(|object| {
            let acts = object.verb().is_some_and(|verb| verb.form == Form::Ing);
            object.is_noun_phrase() || object.is(Tag::Quote) || acts
        });
        let content = object.filter(|_| introduces).map(|object| Content { first: object.first, opens: Opens::Phrase });
        return content.map(|content| (content, source));
    }
    if let Some(verb) = chunk.verb() {
        if verb.form == Form::Infinitive && takes.any(Takes::INFINITIVE) {
            return Some((Content { first: chunk.first, opens: Opens::Phrase }, source));
        }
        let is = verb.main + 1 == chunk.end && clause.words[verb.main].entry.classes.any(Classes::BE);
        let opens = clause.is(next + 1, Tag::That) || clause.is(next + 1, Tag::Question);
        return if is && opens { Some((clause_at(next + 1)?, source)) } else { None };
    }
    None
}

/// "his statement ON WEDNESDAY that", "the claim IN AN INTERVIEW that".
fn sets_scene(clause: &Clause, at: usize, cue: &Cue) -> bool {
    let spelled = clause.chunk(at).map_or("", |chunk| clause.spelled(chunk.first));
    let own = cue.with.iter().any(|with| with.eq_ignore_ascii_case(spelled));
    clause.is(at, Tag::Preposition)
        && !own
        && clause.chunk(at + 1).is_some_and(|chunk| {
            let medium = clause.words[chunk.end - 1].entry.classes.any(Classes::MEDIUM);
            chunk.is_aside() || chunk.is_noun_phrase() && medium
        })
}

/// Who has it: "Trump's claim", "her claim".
fn owner(clause: &Clause, at: usize) -> Option<Words> {
    let chunk = clause.chunks[at];
    let words = chunk.words(clause.words);
    // "the party's earlier claim": an adverb parts it from its owner.
    let before = (0..at).rev().find(|&at| !clause.is(at, Tag::Adverb)).filter(|&before| before + 1 < at);
    if let Some(before) = before.filter(|&before| clause.is_noun_phrase(before)) {
        let chunk = clause.chunks[before];
        if clause.words[chunk.end - 1].tag == Tag::Genitive {
            return Some((chunk.first, chunk.end - 1));
        }
    }
    if let Some(genitive) = words.iter().rposition(|word| word.tag == Tag::Genitive) {
        return Some((chunk.first, chunk.first + genitive));
    }
    (words[0].tag == Tag::Possessive).then_some((chunk.first, chunk.first + 1))
}

/// Who does it: the subject of "made the claim that".
fn doer(clause: &Clause, at: usize) -> Option<Words> {
    let verb = at.checked_sub(1).filter(|&at| clause.verb(at).is_some()).or_else(|| accompanied(clause, at))?;
    if clause.verb(verb)?.passive {
        return None;
    }
    let subject = subject::before(clause, verb)?;
    let first = clause.chunks[subject.first].first;
    let empty = ["it", "there"].iter().any(|word| clause.spelled(first).eq_ignore_ascii_case(word));
    (!empty).then_some((first, clause.chunks[subject.end - 1].end))
}

/// "roused the crowd with criticism of": the verb of the clause that the noun tells more of.
fn accompanied(clause: &Clause, at: usize) -> Option<usize> {
    let with = at.checked_sub(1).filter(|&at| clause.is(at, Tag::Preposition))?;
    if !["with", "in", "by"].contains(&clause.spelled(clause.chunks[with].first)) {
        return None;
    }
    (0..with).rev().find(|&at| clause.verb(at).is_some())
}
