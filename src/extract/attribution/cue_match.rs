//! Matches a cue of several words against the text after its head word.

use crate::knowledge::{Classes, Cue};

use super::clause::Clause;
use super::word::{Tag, Word};

/// A cue found in a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub cue: &'a Cue,
    /// The word after its last.
    pub end: usize,
}

/// The longest of `cues` whose words follow the head word `main`.
pub(super) fn longest<'a>(clause: &Clause, cues: &'a [Cue], main: usize) -> Option<Found<'a>> {
    cues.iter().find_map(|cue| {
        let mut at = main + 1;
        for part in &cue.rest {
            // "made it very clear": an adverb may come between.
            if clause.words.get(at).is_some_and(|word| word.tag == Tag::Adverb)
                && !clause.spelled(at).eq_ignore_ascii_case(part)
            {
                at += 1;
            }
            if !clause.spelled(at).eq_ignore_ascii_case(part) {
                return None;
            }
            at += 1;
        }
        // "argued for years that", "commented on Tuesday": the preposition opens a time.
        let dated = !cue.rest.is_empty() && clause.words.get(at - 1).is_some_and(|word| word.tag == Tag::Preposition);
        let time = |word: &Word| word.tag == Tag::Time || word.entry.classes.any(Classes::TIME_UNIT);
        if dated && clause.words.get(at).is_some_and(time) {
            return None;
        }
        Some(Found { cue, end: at })
    })
}
