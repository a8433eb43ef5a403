//! What speaks for a statement and against it, each with its weight, and the odds they add up to.

use crate::statement::hundredths::rounded;

/// One thing that makes a statement surer or less sure.
///
/// The weights were set by hand: by what each construction of English leaves open, and looked over against
/// articles in which people marked who says what; nothing was fitted to them. A weight is what the
/// evidence adds to the logarithm of the odds: +0.7 doubles them, +1.1 makes them three to one from even.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A word that may report stands beside words it may report: where every utterance starts.
    Found,
    /// The word is one of public speech ("said", "denied"), and not of a wish or thought.
    Speech,
    /// All that is said stands in quotation marks.
    Quoted,
    /// Some of it does.
    PartlyQuoted,
    /// The quotation and its cue adjoin: `"...," he said`, `he said, "..."`.
    QuoteBesideCue,
    /// What is said is a clause of its own: "said it rained", "it rained, he said".
    Clause,
    /// "that" or a question word opens it.
    Conjunction,
    /// A preposition names the source: "according to".
    Preposition,
    /// A label or a colon names it: "Tehran: we will answer".
    Label,
    /// A noun reports it: "his claim that", "calls for peace".
    Noun,
    /// The cue is passive: "was accused of".
    Passive,
    /// What is said is one word or two.
    Brief,
    /// Who says it is named.
    NamedSource,
    /// A pronoun stands for who says it.
    PronounSource,
    /// Nobody is said to say it.
    NoSource,
    /// Words behind a text that parties issued, without a verb that reports them: "a letter urging calm".
    Wording,
    /// The article gives the speaker's role.
    Role,
    /// The speaker is named elsewhere in the article, and a pronoun or a description here.
    Resolved,
    /// No name in the article is led to: "he", "who", "officials".
    Unresolved,
    /// Countries are named as having signed.
    SignedByName,
    /// The signatories are members of a group that issued it, by the tables.
    SignedByGroup,
    /// The article comes back to the joint statement: several utterances are of it.
    ToldAgain,
    /// A count disagrees, or the members of a group could not be dated.
    Doubted,
}

impl Evidence {
    /// Every evidence, those of an utterance first.
    pub const ALL: [Self; 23] = [
        Self::Found,
        Self::Speech,
        Self::Quoted,
        Self::PartlyQuoted,
        Self::QuoteBesideCue,
        Self::Clause,
        Self::Conjunction,
        Self::Preposition,
        Self::Label,
        Self::Noun,
        Self::Passive,
        Self::Brief,
        Self::NamedSource,
        Self::PronounSource,
        Self::NoSource,
        Self::Wording,
        Self::Role,
        Self::Resolved,
        Self::Unresolved,
        Self::SignedByName,
        Self::SignedByGroup,
        Self::ToldAgain,
        Self::Doubted,
    ];

    /// What it adds to the logarithm of the odds.
    #[must_use]
    pub const fn weight(self) -> f32 {
        self.row().0
    }

    /// Its name in the table of the README.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().1
    }

    const fn row(self) -> (f32, &'static str) {
        match self {
            Self::Found => (-0.6, "start"),
            Self::Speech => (1.0, "speech"),
            Self::Quoted => (0.8, "all-quoted"),
            Self::PartlyQuoted => (0.6, "part-quoted"),
            Self::QuoteBesideCue => (0.9, "quote-beside-cue"),
            Self::Clause => (0.8, "own-clause"),
            Self::Conjunction => (0.4, "that-clause"),
            Self::Preposition => (1.2, "preposition"),
            Self::Label => (0.5, "label"),
            Self::Noun => (-0.4, "noun"),
            Self::Passive => (-0.4, "passive"),
            Self::Brief => (-0.5, "brief"),
            Self::NamedSource => (0.5, "named-source"),
            Self::PronounSource => (0.5, "pronoun-source"),
            Self::NoSource => (-0.7, "no-source"),
            Self::Wording => (0.4, "no-verb"),
            Self::Role => (0.3, "role-given"),
            Self::Resolved => (-0.1, "name-resolved"),
            Self::Unresolved => (-0.4, "name-missing"),
            Self::SignedByName => (0.4, "signed-by-name"),
            Self::SignedByGroup => (0.1, "signed-by-group"),
            Self::ToldAgain => (0.2, "told-again"),
            Self::Doubted => (-0.8, "doubt"),
        }
    }
}

/// How likely something is: the logarithm of what speaks for it over what speaks against it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Odds(f32);

impl Odds {
    /// The odds of a confidence between 0 and 1.
    pub fn of(confidence: f32) -> Self {
        Self((confidence / (1.0 - confidence)).ln())
    }

    /// These odds with more evidence.
    pub fn with(self, evidences: impl IntoIterator<Item = Evidence>) -> Self {
        Self(evidences.into_iter().fold(self.0, |sum, evidence| sum + evidence.weight()))
    }

    /// The confidence, from 0.01 to 0.99 in steps of a hundredth, so that it is the same on every machine.
    pub fn confidence(self) -> f32 {
        let share = 1.0 / (1.0 + (-self.0).exp());
        rounded(share).clamp(0.01, 0.99)
    }
}

impl FromIterator<Evidence> for Odds {
    fn from_iter<I: IntoIterator<Item = Evidence>>(evidences: I) -> Self {
        Self(0.0).with(evidences)
    }
}
