//! What splits text into words, for the index and for searches.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::Index;
use tantivy::tokenizer::{
    AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, TokenStream as _,
};

use super::letters::{Beginning, Letters};
use super::proximity::BreakTokenizer;
use super::stemmer::KeptStems;
use super::variants::Variants;
use crate::knowledge::Knowledge;

/// The tokenizer of prose: words in lower case, stemmed.
pub(super) const PROSE: &str = "prose";
/// The same, and marks where sentences and paragraphs begin.
pub(super) const PASSAGE: &str = "passage";
/// The tokenizer of names and roles: words in lower case, as written.
pub(super) const NAME: &str = "name";

/// Texts of queries whose stems are kept: the same words are looked for in several fields, and marked.
const TEXTS_KEPT: usize = 1 << 10;

/// A word as the index has it, and as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stemmed {
    pub stem: String,
    /// In lower case.
    pub spelling: String,
}

/// What splits text into words: made once for each open index.
pub(super) struct Analyzers {
    prose: TextAnalyzer,
    passage: TextAnalyzer,
    name: TextAnalyzer,
    /// Stemmed when a search first asks for words.
    variants: OnceLock<Variants>,
    stemmed: Mutex<FxHashMap<String, Arc<[Stemmed]>>>,
}

impl Analyzers {
    /// Those of `index`.
    pub fn of(index: &Index) -> Self {
        let named = |name: &str| index.tokenizers().get(name).unwrap_or_default();
        Self {
            prose: named(PROSE),
            passage: named(PASSAGE),
            name: named(NAME),
            variants: OnceLock::new(),
            stemmed: Mutex::default(),
        }
    }

    /// For the text of articles and headlines.
    pub fn prose(&self) -> TextAnalyzer {
        self.prose.clone()
    }

    /// The words of `text`, which a query asks for.
    pub fn stemmed(&self, text: &str) -> Arc<[Stemmed]> {
        if let Some(known) = self.stemmed.lock().unwrap_or_else(PoisonError::into_inner).get(text) {
            return known.clone();
        }
        let mut found = Vec::new();
        let mut prose = self.prose();
        let mut stream = prose.token_stream(text);
        while stream.advance() {
            let token = stream.token();
            let spelling = text[token.offset_from..token.offset_to].to_lowercase();
            found.push(Stemmed { stem: token.text.clone(), spelling });
        }
        let found: Arc<[Stemmed]> = found.into();
        let mut kept = self.stemmed.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= TEXTS_KEPT {
            kept.clear();
        }
        kept.insert(text.to_owned(), found.clone());
        found
    }

    /// The same, and it marks where sentences and paragraphs begin.
    pub fn passage(&self) -> TextAnalyzer {
        self.passage.clone()
    }

    /// For names and roles.
    pub fn name(&self) -> TextAnalyzer {
        self.name.clone()
    }

    /// Other wordings of words.
    pub fn variants(&self, knowledge: &Knowledge) -> &Variants {
        self.variants.get_or_init(|| Variants::new(knowledge.wordings(), self.prose()))
    }
}

/// A name without case and accents, as the `surname` field holds it.
pub(super) fn name_key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    name_analyzer().token_stream(name).process(&mut |token| words.push(token.text.clone()));
    words.join(" ")
}

/// Names are written with and without accents.
fn name_analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter).build()
}

/// The analyzer of [`PASSAGE`].
fn passage_analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(BreakTokenizer::default())
        .filter(RemoveLongFilter::limit(64))
        .filter(LowerCaser)
        .filter(KeptStems)
        .build()
}

/// Whether an analyzer marks where sentences and paragraphs begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    Marked,
    Left,
}

/// The analyzer of [`PASSAGE`] that empties words which begin with none of `letters`.
pub(super) fn finding_analyzer(letters: Letters, breaks: Breaks) -> TextAnalyzer {
    let long = RemoveLongFilter::limit(64);
    match breaks {
        Breaks::Marked => {
            let words = TextAnalyzer::builder(BreakTokenizer::default()).filter(long).filter(Beginning(letters));
            words.filter(LowerCaser).filter(KeptStems).build()
        }
        Breaks::Left => {
            let words = TextAnalyzer::builder(SimpleTokenizer::default()).filter(long).filter(Beginning(letters));
            words.filter(LowerCaser).filter(KeptStems).build()
        }
    }
}

/// Makes the tokenizers known to `index`; they are not stored with it.
pub(super) fn register_tokenizers(index: &Index) {
    let prose = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(64))
        .filter(LowerCaser)
        .filter(KeptStems)
        .build();
    index.tokenizers().register(PROSE, prose);
    index.tokenizers().register(PASSAGE, passage_analyzer());
    index.tokenizers().register(NAME, name_analyzer());
}
