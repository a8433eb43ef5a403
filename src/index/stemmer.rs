//! The stemmer of article text: the engine's, asked once for each word.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, Token, TokenFilter, TokenStream, Tokenizer};

/// Words whose stems are kept; few are met often, and those are met early.
const KEPT: usize = 1 << 15;

/// Stems English words.
#[derive(Clone)]
pub(super) struct KeptStems;

impl TokenFilter for KeptStems {
    type Tokenizer<T: Tokenizer> = Stemming<T>;

    fn transform<T: Tokenizer>(self, inner: T) -> Stemming<T> {
        let stemmer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::English)).build();
        Stemming { inner, stems: Stems { stemmer, kept: FxHashMap::default() } }
    }
}

/// Words with their stems in place of themselves.
#[derive(Clone)]
pub(super) struct Stemming<T> {
    inner: T,
    stems: Stems,
}

impl<T: Tokenizer> Tokenizer for Stemming<T> {
    type TokenStream<'a> = StemmedWords<'a, T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        StemmedWords { words: self.inner.token_stream(text), stems: &mut self.stems }
    }
}

/// Stems already asked for.
#[derive(Clone)]
struct Stems {
    stemmer: TextAnalyzer,
    kept: FxHashMap<Arc<str>, Arc<str>>,
}

impl Stems {
    /// Puts its stem in the place of `word`.
    fn stem(&mut self, word: &mut String) {
        if word.is_empty() {
            return;
        }
        if let Some(stem) = self.kept.get(word.as_str()) {
            word.clear();
            word.push_str(stem);
            return;
        }
        let mut stem = String::new();
        self.stemmer.token_stream(word).process(&mut |token| stem.clone_from(&token.text));
        if self.kept.len() < KEPT {
            self.kept.insert(word.as_str().into(), stem.as_str().into());
        }
        *word = stem;
    }
}

/// The stems of one text's words.
pub(super) struct StemmedWords<'a, T> {
    words: T,
    stems: &'a mut Stems,
}

impl<T: TokenStream> TokenStream for StemmedWords<'_, T> {
    fn advance(&mut self) -> bool {
        let more = self.words.advance();
        if more {
            self.stems.stem(&mut self.words.token_mut().text);
        }
        more
    }

    fn token(&self) -> &Token {
        self.words.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.words.token_mut()
    }
}
