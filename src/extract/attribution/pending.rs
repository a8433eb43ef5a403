//! A cue whose content is the next paragraph: `Smith wrote:` and then the words.

use crate::knowledge::Takes;
use crate::statement::CueClass;
use crate::text::Span;

use super::clause::Clause;
use super::cue_match::longest;
use super::subject;
use super::word::Tag;

/// A cue that waits for its content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    pub cue: Option<Span>,
    pub source: Option<Span>,
    pub class: CueClass,
    /// Whether the colon stands right after the verb, so that even unquoted words are meant.
    pub direct: bool,
}

/// The cue a unit that ends with a colon leaves waiting.
pub(super) fn find(clause: &Clause) -> Option<Pending> {
    let colon = clause.chunks.len().checked_sub(1).filter(|&at| clause.is(at, Tag::Colon))?;
    for verb in (0..colon).rev() {
        let Some(group) = clause.verb(verb).filter(|group| !group.passive) else {
            continue;
        };
        let Some(found) = longest(clause, clause.verb_cues(verb), group.main) else {
            continue;
        };
        if !found.cue.takes.any(Takes::QUOTE) {
            continue;
        }
        let subject = subject::before(clause, verb);
        return Some(Pending {
            cue: clause.span(clause.chunks[verb].first, found.end),
            source: subject.and_then(|subject| {
                clause.span(clause.chunks[subject.first].first, clause.chunks[subject.end - 1].end)
            }),
            class: found.cue.class,
            direct: clause.chunk_from(found.end) == colon,
        });
    }
    None
}
