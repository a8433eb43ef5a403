//! The tokenisation all share: words in lower case, stemmed, as ours are.

use tantivy::tokenizer::{Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};

/// Makes it.
pub fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(64))
        .filter(LowerCaser)
        .filter(Stemmer::new(Language::English))
        .build()
}

/// The words of `text` in letters and digits of ASCII, a space between two, for engines with a tokenizer of
/// their own.
pub fn stemmed(analyzer: &mut TextAnalyzer, text: &str) -> String {
    let mut out = String::new();
    analyzer.token_stream(text).process(&mut |token| {
        for c in token.text.chars() {
            if c.is_ascii_alphanumeric() {
                out.push(c);
            } else {
                out.extend(format!("x{:x}", u32::from(c)).chars());
            }
        }
        out.push(' ');
    });
    out
}
