//! Utterances that say nothing of a statement of their own.

use super::act::Act;
use crate::extract::phrase::SentenceView;
use crate::knowledge::{Classes, SigningRole};
use crate::statement::Utterance;
use crate::text::Span;

/// Whether the source of an utterance is only "its" or "their".
fn possessive(view: &SentenceView<'_, '_>, source: Span) -> bool {
    let at = view.words.piece_from(source.start);
    view.words.classes(at).any(Classes::POSSESSIVE) && view.words.pieces[at].span.end >= source.end
}

/// Whether the source of an utterance is a pronoun of a clause that hangs on what is done before: "took Peru
/// to task over the dam it plans".
pub(super) fn is_aside(view: &SentenceView<'_, '_>, source: Span) -> bool {
    let at = view.words.piece_from(source.start);
    let pronoun = view.words.is_one_of(at, view.words.table.pronoun) && view.words.pieces[at].span.end >= source.end;
    let comma = (0..at).rev().find(|&at| view.words.is_mark(at, ",")).unwrap_or(0);
    let done = (comma + 1..at).any(|verb| view.words.is_finite(verb));
    possessive(view, source) || pronoun && done
}

/// Whether an utterance is only what a party refused to do: "to sign the statement".
pub(super) fn is_refusal(utterance: &Utterance, acts: &[Act]) -> bool {
    let refused = acts.iter().filter(|act| act.role == SigningRole::Nonsignatory).filter_map(|act| act.evidence);
    let mut refused = refused.filter(|evidence| utterance.cue.is_some_and(|cue| evidence.overlaps(cue)));
    refused.any(|evidence| utterance.content.iter().any(|content| evidence.contains(*content)))
}

/// Whether the text of the sentence stands in what somebody else says, and nothing tells what is in it.
pub(super) fn is_only_mentioned(view: &SentenceView<'_, '_>, spoken: &[Span]) -> bool {
    let words = view.words;
    let Some(document) = view.issued() else { return false };
    let span = words.pieces[document.at].span;
    // "Brazil signed, and the communique went out, envoys said"
    if (0..words.pieces.len()).any(|at| words.is_one_of(at, words.table.signing)) {
        return false;
    }
    let about = spoken.iter().find(|content| content.contains(span));
    let verb = |at: usize| words.marks(at).has_relation() && words.is_verb_behind_subject(at);
    let tells = |at: usize| verb(at) || words.is_one_of(at, words.table.plainly);
    let inside = |at: usize, content: &Span| content.contains(words.pieces[at].span) && tells(at);
    let known = document.definite || !document.parties.parties.is_empty();
    about.is_some_and(|content| known && !(document.at + 1..words.pieces.len()).any(|at| inside(at, content)))
}
