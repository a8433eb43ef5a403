//! Pieces of text with what the tables say of each, looked up once.

use std::ops::Range;

use super::{Piece, PieceKind, Reading, Words};
use crate::article::Article;
use crate::knowledge::{Classes, Knowledge, Marks, WordList, WordSets};

/// What the tables say of one piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// The classes of a word; none for a name or a mark.
    pub classes: Classes,
    /// The lists and rules it is in.
    pub marks: Marks,
}

/// What the tables say of all pieces of a sentence together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// Every class of its words.
    pub classes: Classes,
    /// The word sets of signing patterns it has a word of.
    pub sets: WordSets,
    marks: Marks,
}

impl Seen {
    /// Whether it has a word of `list`.
    #[must_use]
    pub fn has(&self, list: WordList) -> bool {
        self.marks.is_in(list)
    }

    /// Whether any word of it can direct it at somebody.
    #[must_use]
    pub fn has_relation(&self) -> bool {
        self.marks.has_relation()
    }
}

/// Pieces, looked up.
#[derive(Debug, Default)]
pub struct Lexed {
    pieces: Vec<Piece>,
    lexemes: Vec<Lexeme>,
}

impl Lexed {
    /// Their words.
    #[must_use]
    pub fn words<'r, 'a>(&'r self, reading: &'r Reading<'a>) -> Words<'r, 'a> {
        Words::new(reading, &self.pieces, &self.lexemes)
    }

    /// None yet, with room for those of `text`.
    pub(super) fn with_room_for(text: &str) -> Self {
        let most = text.len() / 5;
        Self { pieces: Vec::with_capacity(most), lexemes: Vec::with_capacity(most) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Leaves only the first `len`.
    pub(super) fn truncate(&mut self, len: usize) {
        self.pieces.truncate(len);
        self.lexemes.truncate(len);
    }

    /// Those with the numbers `range`.
    pub(super) fn part(&self, range: Range<usize>) -> (&[Piece], &[Lexeme]) {
        (&self.pieces[range.clone()], &self.lexemes[range])
    }

    /// Adds `pieces` of `article`; what the tables say of them together.
    pub(super) fn extend(&mut self, article: &Article, knowledge: &Knowledge, pieces: &[Piece]) -> Seen {
        let (cues, lexicon) = (knowledge.cues(), knowledge.lexicon());
        let mut seen = Seen::default();
        for piece in pieces {
            let word = piece.span.of(&article.text);
            let (classes, marks) = match piece.kind {
                PieceKind::Word => lexicon.look_up(cues, word),
                _ => (Classes::default(), lexicon.marks(word)),
            };
            seen.classes = seen.classes.or(classes);
            seen.marks.add(marks);
            if marks.is_in_pattern() {
                seen.sets.add(lexicon.sets(marks));
            }
            self.lexemes.push(Lexeme { classes, marks });
        }
        self.pieces.extend_from_slice(pieces);
        seen
    }
}
