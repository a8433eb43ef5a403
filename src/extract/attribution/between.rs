//! What may stand between a cue and its content without being either: an aside, a place, a scene.

use super::chunk::Kind;
use super::clause::Clause;
use super::next_speech::new_speaker;
use super::noun_phrase::phrase_from;
use super::word::Tag;

/// Chunks of an aside between a cue and its content.
pub(super) const LONGEST_ASIDE: usize = 12;

/// "told a hall in Salem, New Hampshire on Monday that": whether the comma at `at` only parts the names of a place.
pub(super) fn places(clause: &Clause, at: usize) -> bool {
    let name = |word: usize| clause.words[word].tag == Tag::Name;
    let goes_on =
        |at: usize| clause.is(at, Tag::That) || clause.chunk(at).is_some_and(|chunk| chunk.kind == Kind::Time);
    at > 0
        && name(clause.chunks[at].first - 1)
        && clause.is_noun_phrase(at + 1)
        && name(clause.chunks[at + 1].first)
        && goes_on(at + 2 + usize::from(clause.is(at + 2, Tag::Preposition)))
}

/// Whether what opens at `at` ends with a comma, and a subject and its verb come next.
pub(super) fn sets_scene(clause: &Clause, at: usize) -> bool {
    let comma = (at + 1..clause.chunks.len()).find(|&at| clause.is(at, Tag::Comma));
    comma.is_some_and(|comma| {
        clause.is_noun_phrase(comma + 1)
            && clause.is_finite(phrase_from(clause, comma + 1))
            && !new_speaker(clause, comma + 1)
    })
}

/// Past ", in an interview," when that holds no verb; the chunk after its closing `mark`.
pub(super) fn past_aside(clause: &Clause, open: usize, mark: Tag) -> Option<usize> {
    let close = (open + 1..clause.chunks.len()).take(LONGEST_ASIDE).find(|&at| clause.is(at, mark))?;
    // "said, adding, ...": another verb reports what follows.
    let plain = (open + 1..close).all(|at| !clause.is_finite(at) && clause.verb_cues(at).is_empty());
    let next = clause.chunk(close + 1)?;
    let opens = next.is(Tag::That) || plain && next.is(Tag::Question);
    (opens || plain && (next.is(Tag::Quote) || next.is_noun_phrase())).then_some(close + 1)
}
