//! A word or phrase that reports what somebody says or thinks, and what it can be followed by.

use super::CueClass;

/// One row of `data/cues.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The words after the head word, in lower case: `out` for "point out"; often none.
    pub rest: Vec<String>,
    /// Whether it reports speech or an attitude.
    pub class: CueClass,
    /// What its content can be.
    pub takes: Takes,
    /// The prepositions that may introduce the content ("talk ABOUT the plan").
    pub with: Vec<String>,
}

/// The constructions a cue can introduce its content with, as a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Takes(u16);

impl Takes {
    /// A quotation.
    pub const QUOTE: Self = Self(1);
    /// A clause opened by "that".
    pub const THAT: Self = Self(1 << 1);
    /// A clause nothing opens.
    pub const BARE: Self = Self(1 << 2);
    /// A reported question.
    pub const WH: Self = Self(1 << 3);
    /// An infinitive.
    pub const INFINITIVE: Self = Self(1 << 4);
    /// A noun phrase, or one with its predicate.
    pub const OBJECT: Self = Self(1 << 5);
    /// A noun phrase for the person spoken to, before the content.
    pub const RECIPIENT: Self = Self(1 << 6);
    /// The preposition's object is the source, not the content.
    pub const SOURCE: Self = Self(1 << 7);
    /// The verb's subject belongs to the content ("the plan SEEMS to work").
    pub const SUBJECT: Self = Self(1 << 8);

    /// The set a row's words name; `None` when one of them names nothing.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        words.split_whitespace().try_fold(Self::default(), |set, word| {
            let one = match word {
                "quote" => Self::QUOTE,
                "that" => Self::THAT,
                "bare" => Self::BARE,
                "wh" => Self::WH,
                "inf" => Self::INFINITIVE,
                "obj" => Self::OBJECT,
                "rec" => Self::RECIPIENT,
                "source" => Self::SOURCE,
                "subj" => Self::SUBJECT,
                _ => return None,
            };
            Some(Self(set.0 | one.0))
        })
    }

    /// Whether any of `others` is in the set.
    #[must_use]
    pub fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}
