//! The pieces of one sentence as words, with the classes they stand in.

use std::borrow::Cow;

use super::spelling::{begins_number, lower, number, starts_upper};
use super::{Lexeme, Piece, PieceKind, Reading};
use crate::knowledge::{Classes, Marks, Meaning, RelationRule, SigningWords, WordList};
use crate::text::Span;

/// The words of one sentence.
#[derive(Debug, Clone, Copy)]
pub struct Words<'r, 'a> {
    /// The article.
    pub reading: &'r Reading<'a>,
    /// The sentence's pieces.
    pub pieces: &'r [Piece],
    lexemes: &'r [Lexeme],
    /// The word lists of the signing table.
    pub table: &'a SigningWords,
}

/// Words that stand between two parties but belong to neither, and end the noun phrase of both.
const CLOSED: Classes = Classes::PREPOSITION
    .or(Classes::COORDINATOR)
    .or(Classes::SUBORDINATOR)
    .or(Classes::RELATIVE)
    .or(Classes::AUXILIARY)
    .or(Classes::NEGATION)
    .or(Classes::ADVERB)
    .or(Classes::TIME)
    .or(Classes::SUBJECT_PRONOUN);

/// The forms that head a clause by themselves.
const FINITE: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);

impl<'r, 'a> Words<'r, 'a> {
    /// The words of `pieces`, of which the tables say `lexemes`.
    #[must_use]
    pub fn new(reading: &'r Reading<'a>, pieces: &'r [Piece], lexemes: &'r [Lexeme]) -> Self {
        Self { reading, pieces, lexemes, table: &reading.knowledge.signing().words }
    }

    /// What kind of piece stands at `at`.
    #[must_use]
    pub fn kind(&self, at: usize) -> Option<PieceKind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    /// The piece at `at` as written; empty past the end.
    #[must_use]
    pub fn text(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| self.reading.words(piece.span))
    }

    /// The piece at `at` in lower case; empty past the end.
    #[must_use]
    pub fn lower(&self, at: usize) -> Cow<'a, str> {
        lower(self.text(at))
    }

    /// Whether the piece at `at` ends with a short "not", written with either apostrophe: "won't".
    #[must_use]
    pub fn is_contracted(&self, at: usize) -> bool {
        let last = self.pieces.get(at).map(|piece| self.reading.text().as_bytes()[piece.span.end - 1]);
        if !matches!(last, Some(b't' | b'T')) {
            return false;
        }
        let rest = self.text(at).strip_suffix(['t', 'T']).and_then(|rest| rest.strip_suffix(['\'', '\u{2019}']));
        rest.is_some_and(|rest| rest.ends_with(['n', 'N']))
    }

    /// The number the piece at `at` means, in digits or in letters.
    #[must_use]
    pub fn number(&self, at: usize) -> Option<u32> {
        let word = self.text(at);
        if begins_number(word) { number(&lower(word)) } else { None }
    }

    /// Whether the piece at `at` is in `list`.
    #[must_use]
    pub fn is_one_of(&self, at: usize, list: WordList) -> bool {
        self.marks(at).is_in(list)
    }

    /// The lists and rules the piece at `at` is in.
    #[must_use]
    pub fn marks(&self, at: usize) -> Marks {
        self.lexemes.get(at).map_or_else(Marks::default, |lexeme| lexeme.marks)
    }

    /// The relation rules of the piece at `at`.
    pub fn relations(&self, at: usize) -> impl Iterator<Item = &'a RelationRule> + use<'a> {
        self.reading.knowledge.relations().rules_of(self.marks(at))
    }

    /// Whether `mark` stands at `at`.
    #[must_use]
    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.kind(at) == Some(PieceKind::Mark) && self.text(at) == mark
    }

    /// Whether a dash stands at `at`.
    #[must_use]
    pub fn is_dash(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Mark) && matches!(self.text(at), "-" | "\u{2013}" | "\u{2014}")
    }

    /// Whether a quotation mark stands at `at`.
    #[must_use]
    pub fn is_quote(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Mark) && matches!(self.text(at), "\"" | "\u{201C}" | "\u{201D}")
    }

    /// Whether a word stands at `at` that no table has.
    #[must_use]
    pub fn is_unknown(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.unknown)
    }

    /// The classes of the word at `at`; none for a name or a mark.
    #[must_use]
    pub fn classes(&self, at: usize) -> Classes {
        self.lexemes.get(at).map_or_else(Classes::default, |lexeme| lexeme.classes)
    }

    /// What the name at `at` means.
    #[must_use]
    pub fn meaning(&self, at: usize) -> Option<&'a Meaning> {
        match self.kind(at)? {
            PieceKind::Name(name) => self.reading.names[name].meanings.first(),
            _ => None,
        }
    }

    /// Whether a capitalised word stands at `at` that is no word of the closed classes.
    #[must_use]
    pub fn is_proper(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word)
            && self.is_capital(at)
            && !self.classes(at).any(CLOSED.or(Classes::DETERMINER).or(Classes::POSSESSIVE))
    }

    /// Whether the word at `at` can head a clause: a past or third-person verb or an auxiliary.
    #[must_use]
    pub fn is_finite(&self, at: usize) -> bool {
        let Some(lexeme) = self.lexemes.get(at) else { return false };
        let listed = lexeme.classes.any(FINITE) || lexeme.marks.is_in(self.table.past);
        let finite = listed || !lexeme.classes.any(Classes::ADJECTIVE.or(Classes::NOUN)) && self.looks_past(at);
        // "To set them free" is no past form.
        finite && (at == 0 || !self.is_capital(at) && self.text(at - 1) != "to")
    }

    /// Whether the word at `at` has the shape of a past form that no table lists.
    fn looks_past(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word) && self.ends_long(at, *b"ed")
    }

    /// Whether the piece at `at` has more than four bytes and ends with `ending`.
    fn ends_long(&self, at: usize, ending: [u8; 2]) -> bool {
        let span = self.pieces[at].span;
        span.len() > 4 && self.reading.text().as_bytes()[span.end - 2..span.end] == ending
    }

    /// Whether the piece at `at` begins with a capital.
    fn is_capital(&self, at: usize) -> bool {
        let start = self.pieces[at].span.start;
        match self.reading.text().as_bytes()[start] {
            first if first.is_ascii() => first.is_ascii_uppercase(),
            _ => starts_upper(self.text(at)),
        }
    }

    /// As [`Words::is_finite`], taking in the base form that follows a plural subject.
    #[must_use]
    pub fn is_verb_behind_subject(&self, at: usize) -> bool {
        self.is_finite(at)
            || self.classes(at).any(Classes::BASE) && !self.classes(at).any(Classes::NOUN) && !self.is_capital(at)
    }

    /// Whether the piece at `at` ends a noun phrase.
    #[must_use]
    pub fn closes_phrase(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(PieceKind::Word) => {
                self.classes(at).any(CLOSED) || self.is_verb_behind_subject(at) || self.looks_adverbial(at)
            }
            Some(PieceKind::Name(_)) => false,
            _ => true,
        }
    }

    /// Whether the word at `at` has the shape of an adverb that no table lists.
    fn looks_adverbial(&self, at: usize) -> bool {
        self.classes(at).is_empty() && self.ends_long(at, *b"ly") && !self.is_capital(at)
    }

    /// Whether the word at `at` names something that can be issued.
    #[must_use]
    pub fn is_document(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word)
            && (self.is_one_of(at, self.table.document) || self.is_one_of(at, self.table.paper))
    }

    /// Whether the word at `at` heads a noun phrase that can sign.
    #[must_use]
    pub fn is_head(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word)
            && (self.is_one_of(at, self.table.collective)
                || self.is_one_of(at, self.table.organ)
                || self.is_one_of(at, self.table.group))
    }

    /// The number of the piece that begins at or behind byte `byte`.
    #[must_use]
    pub fn piece_from(&self, byte: usize) -> usize {
        self.pieces.partition_point(|piece| piece.span.start < byte)
    }

    /// The text from piece `first` up to `end`.
    #[must_use]
    pub fn span(&self, first: usize, end: usize) -> Span {
        self.pieces[first].span.cover(self.pieces[end.max(first + 1) - 1].span)
    }
}
