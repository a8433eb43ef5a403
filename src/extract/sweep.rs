//! One pass over the words of an article, for what is found by its first word: names and institutions.

use crate::article::Article;
use crate::knowledge::{CountryCode, Knowledge, Recognised, word_from};
use crate::text::Span;

/// What one pass finds.
#[derive(Debug)]
pub struct Sweep<'k> {
    /// Every name in the text, in order.
    pub names: Vec<Recognised<'k>>,
    /// Every institution or money of a country in the paragraphs, in order.
    pub institutions: Vec<(CountryCode, Span)>,
}

impl<'k> Sweep<'k> {
    /// Reads `article`.
    #[must_use]
    pub fn new(article: &Article, knowledge: &'k Knowledge) -> Self {
        let text = article.text.as_str();
        let focus = knowledge.focus_words();
        let mut names = knowledge.recogniser().finder(text, article.date());
        let mut institutions = Vec::new();
        let mut paragraphs = Paragraphs::new(article);
        // Where the last institution ended.
        let mut from = 0;
        let mut at = 0;
        while let Some(word) = word_from(text, at) {
            at = word.end;
            names.show(word);
            let Some(paragraph) = paragraphs.around(word).filter(|_| word.start >= from) else { continue };
            if let Some((found, span)) = focus.in_prose(&text[..paragraph.end], word) {
                from = span.end;
                institutions.push((found.country, span));
            }
        }
        Self { names: names.found, institutions }
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
    #[inline]
    fn around(&mut self, word: Span) -> Option<Span> {
        while self.current.is_some_and(|paragraph| paragraph.end <= word.start) {
            self.current = self.waiting.next().copied();
        }
        self.current.filter(|paragraph| paragraph.contains(word))
    }
}
