//! The construction an attribution was found by.

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
