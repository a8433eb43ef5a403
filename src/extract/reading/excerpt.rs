//! A part of an article as pieces of its own: borrowed from the sentences around it, or cut anew.

use super::lexed::Lexed;
use super::{Reading, Words};
use std::ops::Range;

/// The pieces of a stretch of an article.
#[derive(Debug)]
pub enum Excerpt {
    /// Those of the article with these numbers.
    Part(Range<usize>),
    /// Cut by themselves, because a name or word reaches over an end of the stretch.
    Cut(Box<Lexed>),
}

impl Excerpt {
    /// Their words.
    #[must_use]
    pub fn words<'r, 'a>(&'r self, reading: &'r Reading<'a>) -> Words<'r, 'a> {
        let (pieces, lexemes) = match self {
            Self::Part(range) => reading.lexed.part(range.clone()),
            Self::Cut(lexed) => lexed.part(0..lexed.len()),
        };
        Words::new(reading, pieces, lexemes)
    }
}

impl Default for Excerpt {
    fn default() -> Self {
        Self::Part(0..0)
    }
}
