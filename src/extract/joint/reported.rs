//! What a document says where no verb of speech reports it: "a letter urging Iran to free the crew".

use super::confidence::wording;
use crate::extract::phrase::SentenceView;
use crate::knowledge::Classes;
use crate::statement::{CueClass, Kind, Utterance};
use crate::text::Span;

/// The words behind the document or signing word of the sentence in `view`, from the verb or
/// preposition that opens them.
#[must_use]
pub fn reported(view: &SentenceView<'_, '_>) -> Option<Utterance> {
    let words = view.words;
    let document = view.issued()?;
    let opens = |at: &usize| {
        words.marks(*at).has_relation()
            || words.classes(*at).any(Classes::ING) && words.lower(*at) != "including"
            || words.is_one_of(*at, words.table.opening)
    };
    let behind = document.at + 1..words.pieces.len();
    let first = behind.clone().find(opens).or_else(|| (0..document.at).find(opens)).or(behind.clone().next())?;
    Some(utterance(view, first, words.pieces[document.at].span))
}

/// The words from the verb at `verb` on, which is their cue.
#[must_use]
pub fn reported_from(view: &SentenceView<'_, '_>, verb: usize) -> Option<Utterance> {
    (verb + 1 < view.words.pieces.len()).then(|| utterance(view, verb + 1, view.words.pieces[verb].span))
}

fn utterance(view: &SentenceView<'_, '_>, first: usize, cue: Span) -> Utterance {
    let words = view.words;
    let content = words.span(first, words.pieces.len());
    let content = content.trim_matches(words.reading.text(), |c: char| c == '.' || c.is_whitespace());
    Utterance {
        content: vec![content],
        cue: Some(cue),
        source: None,
        kind: Kind::Indirect,
        class: CueClass::Speech,
        confidence: wording().confidence(),
    }
}
