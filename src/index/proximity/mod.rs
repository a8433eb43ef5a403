//! Words near each other: what the engine's own queries cannot say.
//!
//! A [`Pattern`] is matched by [`places::places`], pure code over sorted word positions. A search feeds it
//! positions of the index ([`scorer`]), a highlight those of a stored text ([`words::TextWords`]), so that
//! both agree.
//!
//! Where sentences and paragraphs begin is in the index as two further terms, each at the position of the
//! word that begins it. They cost a position for each sentence, and leave the distance between words as it
//! reads; gaps between sentences would have made every position dearer and every distance across them
//! wrong.

mod break_tokenizer;
mod pattern;
mod places;
mod postings;
mod query;
mod scorer;
mod watch;
mod words;

pub(super) use break_tokenizer::BreakTokenizer;
pub(super) use pattern::{Check, Leaf, Node, Open, Pattern};
pub(super) use query::{PatternQuery, Texts};
pub(super) use scorer::ReadWords;
pub(super) use watch::Watch;
pub(super) use words::{TextWords, WordPlace, word_places};

/// The term that stands where a sentence begins. No word of a text has control characters.
pub(super) const SENTENCE: &str = "\u{1}";
/// The term that stands where a paragraph begins.
pub(super) const PARAGRAPH: &str = "\u{2}";
