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
    /// "support for".
    NounThenPhrase,
}

/// Confidence in an attribution, from 0 to 1: about the share of its kind that readers agree on.
pub(super) fn confidence(construct: Construct, class: CueClass) -> f32 {
    match (construct, class) {
        (Construct::QuoteThenCue, _) => 0.97,
        (Construct::ClauseThenCue, _) => 0.9,
        (Construct::Preposition, _) => 0.87,
        (Construct::Label, _) => 0.8,
        (Construct::NextParagraph, _) => 0.79,
        (Construct::CueThenQuote, _) => 0.95,
        (Construct::CueThenClause, CueClass::Speech) => 0.85,
        (Construct::CueThenPhrase, CueClass::Speech) => 0.65,
        (Construct::CueThenClause, CueClass::Attitude) => 0.6,
        (Construct::CueThenPhrase, CueClass::Attitude) => 0.5,
        (Construct::Passive, CueClass::Speech) => 0.45,
        (Construct::Passive, CueClass::Attitude) => 0.4,
        (Construct::NounThenClause, CueClass::Speech) => 0.55,
        (Construct::NounThenClause, CueClass::Attitude) => 0.52,
        (Construct::NounThenPhrase, CueClass::Speech) => 0.35,
        (Construct::NounThenPhrase, CueClass::Attitude) => 0.3,
    }
}
