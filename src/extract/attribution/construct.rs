//! The construction an attribution was found by, and how far each is to be trusted.

use crate::statement::CueClass;

/// How cue, source and content stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Construct {
    /// `"...," he said`.
    QuoteThenCue,
    /// "It will rain, he said".
    ClauseThenCue,
    /// `From the letter: "..."`.
    Label,
    /// A cue and a colon, and the words in the next paragraph.
    NextParagraph,
    /// "according to".
    Preposition,
    /// `He said, "..."`.
    CueThenQuote,
    /// "He said that it will rain", "He said it will rain".
    CueThenClause,
    /// "He denied the report", "He refused to come".
    CueThenPhrase,
    /// "was accused of", "is expected to".
    Passive,
    /// "his claim that".
    NounThenClause,
    /// "calls for peace", "his promise to leave".
    NounThenPhrase,
}

/// Confidence in an attribution, from 0 to 1, in four steps set by hand: words in quotation marks beside
/// their cue, a clause of their own, a looser construction of speech, and anything else.
pub(super) fn confidence(construct: Construct, class: CueClass) -> f32 {
    match (construct, class) {
        (Construct::QuoteThenCue | Construct::CueThenQuote, _) => 0.95,
        (Construct::CueThenClause, CueClass::Speech) | (Construct::Preposition | Construct::ClauseThenCue, _) => 0.85,
        (Construct::NextParagraph | Construct::Label, _) | (Construct::CueThenPhrase, CueClass::Speech) => 0.7,
        _ => 0.5,
    }
}
