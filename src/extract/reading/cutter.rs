//! Cuts tokens into pieces: each recognised name is one.

use super::lexed::{Lexed, Lexeme};
use super::{Piece, PieceKind};
use crate::extract::lexis::LexisToken;
use crate::knowledge::{Classes, Lexicon, Recognised, WordId};
use crate::text::Span;

/// What cuts the tokens of one stretch of text.
pub(super) struct Cutter<'c> {
    pub text: &'c str,
    pub lexicon: &'c Lexicon,
    /// All names of the text.
    pub names: &'c [Recognised<'c>],
    /// The next name, and the end of those inside the stretch.
    pub next: usize,
    pub end: usize,
    pub out: &'c mut Lexed,
}

impl Cutter<'_> {
    /// Adds the pieces of `tokens`.
    pub fn cut(&mut self, tokens: impl Iterator<Item = LexisToken>) {
        let first = self.out.len();
        for token in tokens {
            while self.next < self.end && self.names[self.next].span.end <= token.span.start {
                self.next += 1;
            }
            if self.next < self.end && self.names[self.next].span.overlaps(token.span) {
                self.push_name(first, self.next, token.span);
                continue;
            }
            let known = self.lexicon.known(token.word);
            let kind = PieceKind::from(token.kind);
            let unknown = kind == PieceKind::Word && token.word == WordId::default();
            let classes = if kind == PieceKind::Word { known.entry.classes } else { Classes::default() };
            self.out.push(Piece { span: token.span, kind }, Lexeme { classes, marks: known.marks, unknown });
        }
    }

    /// Adds name number `name` once, and what a token has beyond it ("U.S.-led" gives "-led").
    fn push_name(&mut self, first: usize, name: usize, token: Span) {
        let (mut name, mut token) = (name, token);
        loop {
            let span = self.names[name].span;
            if self.out.last_from(first).is_none_or(|last| last.kind != PieceKind::Name(name)) {
                let marks = self.lexicon.marks(span.of(self.text));
                self.out.push(Piece { span, kind: PieceKind::Name(name) }, Lexeme { marks, ..Lexeme::default() });
            }
            if token.end <= span.end {
                return;
            }
            let rest = Span::new(span.end, token.end);
            // A token may run on behind a name: "Sino-Soviet" is two names and a hyphen.
            let from = name + 1 + self.names[name + 1..].partition_point(|name| name.span.start < rest.start);
            let Some(next) = self.names.get(from).filter(|next| next.span.end <= rest.end) else {
                let word = self.lexicon.find(rest.of(self.text));
                let (known, unknown) = (self.lexicon.known(word), word == WordId::default());
                let lexeme = Lexeme { classes: known.entry.classes, marks: known.marks, unknown };
                return self.out.push(Piece { span: rest, kind: PieceKind::Word }, lexeme);
            };
            debug_assert!(next.span.start >= rest.start);
            (name, token) = (from, rest);
        }
    }
}
