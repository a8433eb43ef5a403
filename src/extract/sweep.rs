//! One pass over the words of an article, for what is found by its first word: names and institutions.

use crate::article::Article;
use crate::extract::lexis::Lexis;
use crate::knowledge::{CountryCode, FocusWords, Knowledge, NameFinder, Recognised, ShapedWord, shaped_word_from};
use crate::text::{Span, TokenKind};

/// What one pass finds.
#[derive(Debug)]
pub struct Sweep<'k> {
    /// Every name in the text, in order.
    pub names: Vec<Recognised<'k>>,
    /// Every institution or money of a country in the paragraphs, in order.
    pub institutions: Vec<(CountryCode, Span)>,
}

impl<'k> Sweep<'k> {
    /// Reads `article`, whose words are `lexis`.
    #[must_use]
    pub fn new(article: &Article, lexis: &Lexis, knowledge: &'k Knowledge) -> Self {
        let text = article.text.as_str();
        let mut finders = Finders {
            text,
            names: knowledge.recogniser().finder(text, article.date()),
            focus: knowledge.focus_words(),
            institutions: Vec::new(),
            paragraphs: Paragraphs::new(article),
            from: 0,
        };
        finders.read(lexis);
        Self { names: finders.names.found, institutions: finders.institutions }
    }
}

/// What is shown each word of the text.
struct Finders<'t, 'k> {
    text: &'t str,
    names: NameFinder<'t, 'k>,
    focus: &'k FocusWords,
    institutions: Vec<(CountryCode, Span)>,
    paragraphs: Paragraphs<'t>,
    /// Where the last institution ended.
    from: usize,
}

impl Finders<'_, '_> {
    /// Shows every word of the text once, in order: those of `lexis` where they stand, and all between them.
    fn read(&mut self, lexis: &Lexis) {
        let mut at = 0;
        for sentence in &lexis.sentences {
            if sentence.span.start < at {
                // The headline stands behind the body, or the words before ran on into the sentence.
                continue;
            }
            at = self.words(at, sentence.span.start);
            for token in lexis.tokens(sentence.tokens.clone()) {
                // A word may run on behind the end of the sentence, but not behind another token.
                if token.plain && token.span.start >= at && token.span.end < sentence.span.end {
                    self.show(ShapedWord::new(self.text, token.span));
                    at = token.span.end;
                } else if token.kind != TokenKind::Mark {
                    at = self.words(at.max(token.span.start), token.span.end);
                }
            }
        }
        self.words(at, self.text.len());
    }

    /// Shows the words that begin between `at` and `end`; where the last ended.
    fn words(&mut self, at: usize, end: usize) -> usize {
        let mut at = at;
        while let Some(word) = shaped_word_from(self.text, at).filter(|word| word.span.start < end) {
            self.show(word);
            at = word.span.end;
        }
        at
    }

    #[inline]
    fn show(&mut self, word: ShapedWord) {
        self.names.show(word);
        if self.focus.may_begin_with(word) && word.span.start >= self.from {
            self.institution(word);
        }
    }

    fn institution(&mut self, word: ShapedWord) {
        let Some(paragraph) = self.paragraphs.around(word.span) else { return };
        if let Some((found, span)) = self.focus.in_prose(&self.text[..paragraph.end], word) {
            self.from = span.end;
            self.institutions.push((found.country, span));
        }
    }
}

/// The paragraphs of an article, in text order.
struct Paragraphs<'a> {
    waiting: std::slice::Iter<'a, Span>,
    current: Option<Span>,
}

impl<'a> Paragraphs<'a> {
    fn new(article: &'a Article) -> Self {
        let mut waiting = article.paragraphs.iter();
        Self { current: waiting.next().copied(), waiting }
    }

    /// The one that `word` stands in; each word must be behind the one before.
    fn around(&mut self, word: Span) -> Option<Span> {
        while self.current.is_some_and(|paragraph| paragraph.end <= word.start) {
            self.current = self.waiting.next().copied();
        }
        self.current.filter(|paragraph| paragraph.contains(word))
    }
}
