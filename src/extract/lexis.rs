//! The sentences and words of an article, each looked up once: what attribution and [`super::Reading`] share.

use std::ops::Range;

use crate::article::Article;
use crate::knowledge::{Lexicon, WordId};
use crate::text::{Span, Token, TokenKind, Tokens, sentences};

/// A token, looked up.
#[derive(Debug, Clone, Copy)]
pub struct LexisToken {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Which word of the tables.
    pub word: WordId,
    /// Whether it is a word made of ASCII letters alone; some that are may not be marked.
    pub plain: bool,
}

/// A sentence of the headline or of a paragraph.
#[derive(Debug, Clone)]
pub struct LexisSentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, by their place in [`Lexis::tokens`].
    pub tokens: Range<usize>,
    /// Whether a word or colon in it can report what stands in no quotation marks.
    pub can_report: bool,
}

/// All of them.
#[derive(Debug)]
pub struct Lexis {
    /// In text order within each part.
    pub sentences: Vec<LexisSentence>,
    tokens: Vec<LexisToken>,
    /// The sentences of the headline, if there is one, and of each paragraph.
    parts: Vec<Range<usize>>,
    /// How many parts are a headline.
    headlines: usize,
}

impl Lexis {
    /// Reads the headline and the paragraphs of `article`.
    #[must_use]
    pub fn new(article: &Article, lexicon: &Lexicon) -> Self {
        let text = article.text.as_str();
        // A word and the space behind it take up six bytes.
        let tokens = Vec::with_capacity(text.len() / 5);
        let headlines = usize::from(article.headline.is_some());
        let parts = Vec::with_capacity(article.paragraphs.len() + 1);
        let mut lexis = Self { sentences: Vec::with_capacity(text.len() / 100), tokens, parts, headlines };
        for &part in article.headline.iter().chain(&article.paragraphs) {
            let first = lexis.sentences.len();
            for span in sentences(text, part) {
                lexis.push(text, span, lexicon);
            }
            lexis.parts.push(first..lexis.sentences.len());
        }
        lexis
    }

    fn push(&mut self, text: &str, span: Span, lexicon: &Lexicon) {
        let first = self.tokens.len();
        let mut can_report = false;
        for Token { span, kind, plain } in Tokens::new(text, span) {
            let word = lexicon.find_in(text, span);
            can_report |= lexicon.can_report(word) || !plain && (may_contract(span.of(text)) || is_colon(text, span));
            self.tokens.push(LexisToken { span, kind, word, plain });
        }
        self.sentences.push(LexisSentence { span, tokens: first..self.tokens.len(), can_report });
    }

    /// The sentences of the headline.
    #[must_use]
    pub fn headline(&self) -> Option<&[LexisSentence]> {
        (self.headlines > 0).then(|| self.part(0))
    }

    /// The sentences of each paragraph.
    pub fn paragraphs(&self) -> impl Iterator<Item = &[LexisSentence]> {
        (self.headlines..self.parts.len()).map(|part| self.part(part))
    }

    /// The sentences of the headline, if there is one, and then those of each paragraph.
    pub fn parts(&self) -> impl Iterator<Item = &[LexisSentence]> {
        (0..self.parts.len()).map(|part| self.part(part))
    }

    fn part(&self, part: usize) -> &[LexisSentence] {
        &self.sentences[self.parts[part].clone()]
    }

    /// The tokens with the numbers `range`.
    #[must_use]
    pub fn tokens(&self, range: Range<usize>) -> &[LexisToken] {
        &self.tokens[range]
    }
}

/// Whether a colon stands at `span`.
#[inline]
fn is_colon(text: &str, span: Span) -> bool {
    span.len() == 1 && text.as_bytes()[span.start] == b':'
}

/// Whether `word` may be a pronoun with the verb that helps behind an apostrophe ("they'll").
#[must_use]
#[inline]
pub fn may_contract(word: &str) -> bool {
    let bytes = word.as_bytes();
    // The last byte of a typographic apostrophe will do.
    let apostrophe = |back: usize| bytes.len().checked_sub(back).is_some_and(|at| matches!(bytes[at], b'\'' | 0x99));
    apostrophe(2) || apostrophe(3)
}
