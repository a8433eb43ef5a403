//! What a query asks of the words of a text.

/// A condition on running text that holds at places: each place is a run of words.
#[derive(Debug, Clone, PartialEq)]
pub enum Text {
    /// One word.
    Word(Word),
    /// Words next to each other, in order.
    Phrase(Vec<Word>),
    /// At least one of these.
    Any(Vec<Text>),
    /// Two texts near each other, or the first away from the second.
    Near(Box<Near>),
    /// The text at this many places at least: `atleast3 troops`.
    AtLeast(u32, Box<Text>),
}

/// Two texts and how far apart they may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The first as written.
    pub left: Text,
    /// The second as written.
    pub right: Text,
    /// How far apart.
    pub within: Within,
    /// Whether the left one must come first.
    pub order: Order,
    /// Whether they must be near each other or must not.
    pub sense: Sense,
}

/// How far apart two texts may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    /// The second begins at most this many words after the last word of the first: 1 is the next word.
    Words(u32),
    /// In one sentence.
    Sentence,
    /// In one paragraph.
    Paragraph,
}

/// Which of two texts comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Either: `w/5`. The two may overlap, but one place does not pair with itself.
    Either,
    /// The left one ends before the right one begins: `pre/5`.
    Ordered,
}

/// Whether two texts must be near each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// They must; the place covers both.
    Near,
    /// A place of the left one with no place of the right one near it: `not w/5`.
    Apart,
}

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As written, without the marks of its form.
    pub text: String,
    /// How it is compared.
    pub form: WordForm,
}

/// How a word is compared with the words of a text. Case never counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordForm {
    /// By its stem: `troop` finds "troops".
    Stem,
    /// Letter by letter: `="troop"` does not find "troops".
    Exact,
    /// `*` at the end stands for any letters, `?` for one.
    Pattern,
    /// By stems that differ in so many letters at most, 1 or 2.
    Fuzzy(u8),
}

/// Which part of a document a text is looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The text or the headline.
    Anywhere,
    /// The headline or the first paragraph: `hlead(...)`.
    Lead,
}

impl Word {
    /// A word compared by its stem.
    #[must_use]
    pub fn stem(text: impl Into<String>) -> Self {
        Self { text: text.into(), form: WordForm::Stem }
    }
}
