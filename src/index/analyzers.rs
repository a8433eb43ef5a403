//! What splits text into words, for the index and for searches.

use std::sync::OnceLock;

use tantivy::Index;
use tantivy::tokenizer::{AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer};

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

/// What splits text into words: made once for each open index.
pub(super) struct Analyzers {
    prose: TextAnalyzer,
    passage: TextAnalyzer,
    name: TextAnalyzer,
    /// Stemmed when a search first asks for words.
    variants: OnceLock<Variants>,
}

impl Analyzers {
    /// Those of `index`.
    pub fn of(index: &Index) -> Self {
        let named = |name: &str| index.tokenizers().get(name).unwrap_or_default();
        Self { prose: named(PROSE), passage: named(PASSAGE), name: named(NAME), variants: OnceLock::new() }
    }

    /// For the text of articles and headlines.
    pub fn prose(&self) -> TextAnalyzer {
        self.prose.clone()
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
