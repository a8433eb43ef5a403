//! The grammatical classes an English word may stand in, as a set.

/// A set of word classes; most words are in none, and count as nouns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// "the", "some".
    DETERMINER = 0;
    /// "his", "their".
    POSSESSIVE = 1;
    /// "he", "they".
    SUBJECT_PRONOUN = 2;
    /// "him", "us".
    OBJECT_PRONOUN = 3;
    /// Any word that is a noun phrase alone.
    PRONOUN = 4;
    /// "of", "with".
    PREPOSITION = 5;
    /// "and", "but".
    COORDINATOR = 6;
    /// "because", "while".
    SUBORDINATOR = 7;
    /// "who", "which", after a noun.
    RELATIVE = 8;
    /// "what", "whether", opening a question.
    INTERROGATIVE = 9;
    /// Forms of "be".
    BE = 10;
    /// Forms of "have".
    HAVE = 11;
    /// Forms of "do".
    DO = 12;
    /// "will", "could".
    MODAL = 13;
    /// "not", "never".
    NEGATION = 14;
    /// Adverbs that may stand within a verb group.
    ADVERB = 15;
    /// Days and months.
    TIME = 16;
    /// "week", "morning".
    TIME_UNIT = 17;
    /// "last", "this", before a unit of time.
    TIME_OPENER = 18;
    /// "Mr.", "President".
    TITLE = 19;
    /// Common adjectives.
    ADJECTIVE = 20;
    /// Common nouns.
    NOUN = 21;
    /// People of the press, to whom things are said.
    REPORTER = 22;
    /// "one", "some" in "one of them".
    PARTITIVE = 23;
    /// Base form of a verb.
    BASE = 24;
    /// Third person of a verb.
    THIRD = 25;
    /// Past tense of a verb.
    PAST = 26;
    /// Past participle of a verb.
    PARTICIPLE = 27;
    /// The -ing form of a verb.
    ING = 28;
    /// A verb whose base form is as often a noun.
    VERB_OR_NOUN = 29;
    /// Prepositions that, before a number, only make it vague.
    ABOUT = 30;
    /// Plural nouns without -s.
    PLURAL = 31;
    /// "to".
    TO = 32;
    /// "that".
    THAT = 33;
    /// "there".
    THERE = 34;
    /// "I", "our".
    FIRST_PERSON = 35;
    /// What words are spoken or printed in: "interview", "tweet".
    MEDIUM = 36;
    /// What somebody speaks at or writes in, at the head of a sentence: "At the summit Smith said".
    OCCASION = 37;
}

impl Classes {
    /// The class a row of the grammar table is named after.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "determiner" => Self::DETERMINER,
            "possessive" => Self::POSSESSIVE,
            "subject_pronoun" => Self::SUBJECT_PRONOUN,
            "object_pronoun" => Self::OBJECT_PRONOUN,
            "pronoun" => Self::PRONOUN,
            "preposition" => Self::PREPOSITION,
            "coordinator" => Self::COORDINATOR,
            "subordinator" => Self::SUBORDINATOR,
            "relative" => Self::RELATIVE,
            "interrogative" => Self::INTERROGATIVE,
            "be" => Self::BE,
            "have" => Self::HAVE,
            "do" => Self::DO,
            "modal" => Self::MODAL,
            "negation" => Self::NEGATION,
            "adverb" => Self::ADVERB,
            "time" => Self::TIME,
            "time_unit" => Self::TIME_UNIT,
            "time_opener" => Self::TIME_OPENER,
            "title" => Self::TITLE,
            "adjective" => Self::ADJECTIVE,
            "noun" => Self::NOUN,
            "reporter" => Self::REPORTER,
            "partitive" => Self::PARTITIVE,
            "about" => Self::ABOUT,
            "plural" => Self::PLURAL,
            "to" => Self::TO,
            "that" => Self::THAT,
            "there" => Self::THERE,
            "first_person" => Self::FIRST_PERSON,
            "medium" => Self::MEDIUM,
            "occasion" => Self::OCCASION,
            "verb_or_noun" => Self::VERB_OR_NOUN,
            _ => return None,
        })
    }

    /// Any form of a verb.
    pub const VERB: Self = Self(0b1_1111 << 24);
    /// The forms that can follow a subject directly.
    pub const FINITE: Self = Self(0b111 << 24);
    /// The words that help a verb.
    pub const AUXILIARY: Self = Self(0b1111 << 10);

    /// Whether any of `others` is in the set.
    #[must_use]
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// The set without `others`.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
