//! What speaks for a statement and against it, each with its weight, and the odds they add up to.

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

    /// The evidence in words, as the README tells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().1
    }

    const fn row(self) -> (f32, &'static str) {
        match self {
            Self::Found => (-0.6, "a word that may report beside words it may report"),
            Self::Speech => (1.0, "it is one of public speech (\"said\", \"denied\"), not of a wish or thought"),
            Self::Quoted => (0.8, "all that is said stands in quotation marks"),
            Self::PartlyQuoted => (0.6, "some of it does"),
            Self::QuoteBesideCue => (0.9, "the quotation adjoins its cue"),
            Self::Clause => (0.8, "what is said is a clause of its own"),
            Self::Conjunction => (0.4, "\"that\" or a question word opens it"),
            Self::Preposition => (1.2, "a preposition names the source (\"according to\")"),
            Self::Label => (0.5, "a label or a colon names the source (\"Tehran: we will answer\")"),
            Self::Noun => (-0.4, "a noun reports it (\"his claim that\", \"calls for peace\")"),
            Self::Passive => (-0.4, "the cue is passive (\"was accused of\")"),
            Self::Brief => (-0.5, "what is said is one word or two"),
            Self::NamedSource => (0.5, "the source is named"),
            Self::PronounSource => (0.5, "a pronoun stands for the source"),
            Self::NoSource => (-0.7, "nobody is said to say it"),
            Self::Wording => (0.4, "words behind a text that parties issued, without a verb that reports them"),
            Self::Role => (0.3, "the article gives the speaker's role"),
            Self::Resolved => (-0.1, "a pronoun or a description is led back to a name"),
            Self::Unresolved => (-0.4, "the speaker has no name in the article"),
            Self::SignedByName => (0.4, "countries are named as signing"),
            Self::SignedByGroup => (0.1, "only the tables say who signed: the members of a group"),
            Self::ToldAgain => (0.2, "the article reports several utterances of the joint statement"),
            Self::Doubted => (-0.8, "a count disagrees, or the members of a group could not be dated"),
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
        ((share * 100.0).round() / 100.0).clamp(0.01, 0.99)
    }
}

impl FromIterator<Evidence> for Odds {
    fn from_iter<I: IntoIterator<Item = Evidence>>(evidences: I) -> Self {
        Self(0.0).with(evidences)
    }
}
