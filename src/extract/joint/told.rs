//! A text nobody in particular was said to have issued, until its signatories are named.

use super::reported::reported;
use crate::extract::phrase::SentenceView;
use crate::statement::Utterance;
use crate::text::Span;

/// What a text says, whose signatories may be named in a later sentence.
pub(super) struct Told {
    /// The number of its sentence.
    pub number: usize,
    pub utterance: Utterance,
    /// The sentence.
    pub span: Span,
}

impl Told {
    /// What the text of a sentence says.
    pub fn of(view: &SentenceView<'_, '_>, number: usize, span: Span) -> Option<Self> {
        reported(view).map(|utterance| Self { number, utterance, span })
    }
}
