//! The words of a stored text, as the index holds them.

use tantivy::tokenizer::{TextAnalyzer, TokenStream as _};

use super::pattern::Pattern;
use super::places::{Place, Positions, places};
use super::{PARAGRAPH, SENTENCE};
use crate::index::letters::{FirstLetters, Letters};
use crate::query::Within;
use crate::text::Span;

/// The words of one field of a document, at the positions the index has them.
#[derive(Debug)]
pub(in crate::index) struct TextWords {
    /// Words that begin with other letters are left out.
    letters: Letters,
    /// In order of position.
    words: Vec<TextWord>,
    sentences: Vec<u32>,
    paragraphs: Vec<u32>,
    end: u32,
}

/// One word.
#[derive(Debug)]
struct TextWord {
    position: u32,
    stem: String,
    /// As the text has it, in lower case.
    spelling: String,
    /// Where it stands in the text its paragraph was cut from.
    span: Span,
}

impl Default for TextWords {
    fn default() -> Self {
        Self::of(Letters::ALL)
    }
}

impl TextWords {
    /// None yet; of those to come only the ones that begin with `letters` are kept.
    pub fn of(letters: Letters) -> Self {
        Self { letters, words: Vec::new(), sentences: Vec::new(), paragraphs: Vec::new(), end: 0 }
    }

    /// Appends a paragraph, which begins at byte `base` of its text.
    pub fn push(&mut self, analyzer: &mut TextAnalyzer, paragraph: &str, base: usize) {
        let mut end = self.end;
        let mut stream = analyzer.token_stream(paragraph);
        while stream.advance() {
            let token = stream.token();
            let position = self.end + u32::try_from(token.position).unwrap_or(u32::MAX);
            end = end.max(position + 1);
            match token.text.as_str() {
                SENTENCE => self.sentences.push(position),
                PARAGRAPH => self.paragraphs.push(position),
                stem if !self.letters.begin(stem) => {}
                stem => self.words.push(TextWord {
                    position,
                    stem: stem.to_owned(),
                    spelling: paragraph[token.offset_from..token.offset_to].to_lowercase(),
                    span: Span::new(base + token.offset_from, base + token.offset_to),
                }),
            }
        }
        // The engine leaves one position free between two values of a field.
        self.end = end + 1;
    }

    /// Appends the words at `places` of `text`, by an analyzer that marks no breaks: only those that may be kept
    /// are given to it, one by one.
    pub fn push_places(&mut self, analyzer: &mut TextAnalyzer, text: &str, places: &[WordPlace]) {
        for place in places.iter().filter(|place| self.letters.have(place.first)) {
            let WordPlace { position, span, .. } = *place;
            let word = &text[span.start..span.end];
            analyzer.token_stream(word).process(&mut |token| {
                let (stem, spelling) = (token.text.clone(), word.to_lowercase());
                self.words.push(TextWord { position, stem, spelling, span });
            });
        }
    }

    /// Every place of `pattern`.
    pub fn places(&self, pattern: &Pattern) -> Vec<Place> {
        places(pattern, &mut OfPattern { words: self, pattern })
    }

    /// The words that make up the places of `pattern`, where they stand, in order. Words of it that are
    /// part of no place are not among them.
    pub fn spans(&self, pattern: &Pattern) -> Vec<Span> {
        let found = self.places(pattern);
        let mut leaves = Vec::new();
        pattern.root.wanted_leaves(&mut leaves);
        let inside = |at: u32| found.iter().any(|place| place.first <= at && at <= place.last);
        let means =
            |word: &TextWord| leaves.iter().any(|&leaf| pattern.leaves[leaf].accepts(&word.stem, &word.spelling));
        let words = self.words.iter().filter(|word| inside(word.position) && means(word));
        words.map(|word| word.span).collect()
    }
}

/// Where a word stands, and how it begins.
#[derive(Debug, Clone, Copy)]
pub(in crate::index) struct WordPlace {
    position: u32,
    span: Span,
    first: FirstLetters,
}

/// The places of the words in `passages` of `text`, each passage a value of its field.
pub(in crate::index) fn word_places(text: &str, passages: &[Span]) -> Vec<WordPlace> {
    let mut out = Vec::new();
    let mut position = 0;
    for passage in passages {
        for (at, word) in words(&text[passage.start..passage.end]) {
            let start = passage.start + at;
            let span = Span::new(start, start + word.len());
            out.extend(FirstLetters::of(word).map(|first| WordPlace { position, span, first }));
            position += 1;
        }
        // The engine leaves one position free between two values of a field.
        position += 1;
    }
    out
}

/// The words of `text` as the engine splits them, at their first bytes: runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let is_of_word = move |at: usize| {
        bytes.get(at).is_some_and(|byte| {
            byte.is_ascii_alphanumeric()
                || !byte.is_ascii() && text[at..].chars().next().is_some_and(char::is_alphanumeric)
        })
    };
    let width = move |at: usize| bytes.get(at).map_or(1, |byte| if byte.is_ascii() { 1 } else { width_of(*byte) });
    std::iter::from_fn(move || {
        while at < bytes.len() && !is_of_word(at) {
            at += width(at);
        }
        let start = at;
        while is_of_word(at) {
            at += width(at);
        }
        (start < at).then(|| (start, &text[start..at]))
    })
}

/// Bytes of the character that begins with `byte`.
fn width_of(byte: u8) -> usize {
    match byte.leading_ones() {
        3 => 3,
        4 => 4,
        _ => 2,
    }
}

/// The positions of a pattern's leaves in a text.
struct OfPattern<'t> {
    words: &'t TextWords,
    pattern: &'t Pattern,
}

impl Positions for OfPattern<'_> {
    fn of(&mut self, leaf: usize, out: &mut Vec<u32>) {
        let leaf = &self.pattern.leaves[leaf];
        let words = self.words.words.iter().filter(|word| leaf.accepts(&word.stem, &word.spelling));
        out.extend(words.map(|word| word.position));
    }

    fn breaks(&mut self, within: Within) -> &[u32] {
        if within == Within::Sentence { &self.words.sentences } else { &self.words.paragraphs }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::tokenizer::{SimpleTokenizer, TextAnalyzer};

    use super::words;

    proptest! {
        #[test]
        fn words_are_those_of_the_engine(text in "[a-c1'é中—́. \u{10400}]{0,40}") {
            let mut engine = TextAnalyzer::builder(SimpleTokenizer::default()).build();
            let mut expected = Vec::new();
            engine.token_stream(&text).process(&mut |token| expected.push((token.offset_from, token.text.clone())));
            let found: Vec<(usize, String)> = words(&text).map(|(at, word)| (at, word.to_owned())).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
