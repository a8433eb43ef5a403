//! Splits a paragraph into words, and marks where it and its sentences begin.

use tantivy::tokenizer::{SimpleTokenStream, SimpleTokenizer, Token, TokenStream, Tokenizer};

use super::{PARAGRAPH, SENTENCE};
use crate::text::{Span, sentences};

/// The engine's simple words, with a [`PARAGRAPH`] token in front of the first, and a [`SENTENCE`] token in
/// front of the first of each sentence, each at that word's position.
#[derive(Clone, Default)]
pub(in crate::index) struct BreakTokenizer {
    words: SimpleTokenizer,
}

impl Tokenizer for BreakTokenizer {
    type TokenStream<'a> = BreakStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> BreakStream<'a> {
        let starts = sentences(text, Span::new(0, text.len())).into_iter().map(|sentence| sentence.start).collect();
        BreakStream {
            words: self.words.token_stream(text),
            starts,
            sentence: 0,
            state: State::Begin,
            mark: Token::default(),
        }
    }
}

/// What comes next out of a [`BreakStream`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The first word is not read yet.
    Begin,
    /// A paragraph mark is out; a sentence mark follows, for the word that is read.
    Paragraph,
    /// A sentence mark is out; the word that is read follows.
    Sentence,
    /// The word is out.
    Word,
}

/// The tokens of one paragraph.
pub(in crate::index) struct BreakStream<'a> {
    words: SimpleTokenStream<'a>,
    /// Where sentences begin, in bytes.
    starts: Vec<usize>,
    /// How many of them have begun.
    sentence: usize,
    state: State,
    mark: Token,
}

impl BreakStream<'_> {
    fn put_mark(&mut self, term: &str) {
        let word = self.words.token();
        let (position, offset_from) = (word.position, word.offset_from);
        self.mark.text.clear();
        self.mark.text.push_str(term);
        self.mark.position = position;
        self.mark.offset_from = offset_from;
        self.mark.offset_to = offset_from;
    }

    /// Whether the word that is read begins a sentence.
    fn begins_sentence(&mut self) -> bool {
        let at = self.words.token().offset_from;
        let before = self.sentence;
        while self.starts.get(self.sentence).is_some_and(|&start| start <= at) {
            self.sentence += 1;
        }
        self.sentence > before
    }
}

impl TokenStream for BreakStream<'_> {
    fn advance(&mut self) -> bool {
        self.state = match self.state {
            State::Begin => {
                if !self.words.advance() {
                    return false;
                }
                self.begins_sentence();
                self.put_mark(PARAGRAPH);
                State::Paragraph
            }
            State::Paragraph => {
                self.put_mark(SENTENCE);
                State::Sentence
            }
            State::Sentence => State::Word,
            State::Word => {
                if !self.words.advance() {
                    return false;
                }
                if self.begins_sentence() {
                    self.put_mark(SENTENCE);
                    State::Sentence
                } else {
                    State::Word
                }
            }
        };
        true
    }

    fn token(&self) -> &Token {
        if self.state == State::Word { self.words.token() } else { &self.mark }
    }

    fn token_mut(&mut self) -> &mut Token {
        if self.state == State::Word { self.words.token_mut() } else { &mut self.mark }
    }
}
