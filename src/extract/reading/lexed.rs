//! Pieces of text with what the tables say of each, looked up once.

use std::ops::Range;

use super::{Piece, PieceKind};
use crate::knowledge::{Classes, Lexicon, Marks, WordList, WordSets};
use crate::text::Span;

/// What the tables say of one piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// The classes of a word; none for a name or a mark.
    pub classes: Classes,
    /// The lists and rules it is in.
    pub marks: Marks,
    /// Whether it is a word that no table has.
    pub unknown: bool,
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
    /// None yet, with room for those of `text`.
    pub(super) fn with_room_for(text: &str) -> Self {
        let most = text.len() / 5;
        Self { pieces: Vec::with_capacity(most), lexemes: Vec::with_capacity(most) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The last, unless it stands before number `first`.
    pub(super) fn last_from(&self, first: usize) -> Option<&Piece> {
        self.pieces[first..].last()
    }

    /// Adds a piece.
    pub(super) fn push(&mut self, piece: Piece, lexeme: Lexeme) {
        self.pieces.push(piece);
        self.lexemes.push(lexeme);
    }

    /// Those with the numbers `range`.
    pub(super) fn part(&self, range: Range<usize>) -> (&[Piece], &[Lexeme]) {
        (&self.pieces[range.clone()], &self.lexemes[range])
    }

    /// The numbers of those in `within` that make up exactly what `span` would be cut into by itself; `None` when
    /// an end of it parts what belongs together.
    pub(super) fn inside(&self, within: Range<usize>, span: Span) -> Option<Range<usize>> {
        let pieces = &self.pieces[within.clone()];
        let first = pieces.partition_point(|piece| piece.span.start < span.start);
        let end = first + pieces[first..].partition_point(|piece| piece.span.start < span.end);
        let whole = pieces[first..end].last().is_none_or(|last| last.span.end <= span.end);
        let parted = first.checked_sub(1).is_some_and(|before| {
            let (before, next) = (pieces[before], pieces.get(first));
            let joined = next.is_some_and(|next| next.span.start == before.span.end && next.kind != PieceKind::Mark);
            before.span.end > span.start || joined && before.kind != PieceKind::Mark
        });
        (whole && !parted).then(|| within.start + first..within.start + end)
    }

    /// What the tables say together of those with the numbers `range`.
    pub(super) fn seen(&self, range: Range<usize>, lexicon: &Lexicon) -> Seen {
        let mut seen = Seen::default();
        for Lexeme { classes, marks, .. } in &self.lexemes[range] {
            seen.classes = seen.classes.or(*classes);
            seen.marks.add(*marks);
            if marks.is_in_pattern() {
                seen.sets.add(lexicon.sets(*marks));
            }
        }
        seen
    }

    /// Where those with the numbers `range` stand.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.pieces[range.start].span.cover(self.pieces[range.end - 1].span)
    }
}
