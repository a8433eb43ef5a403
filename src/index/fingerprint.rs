//! Tells near-identical copies of one statement from each other's kin.

use crate::article::Article;
use crate::knowledge::CountryCode;
use crate::statement::Statement;

/// Statements of fewer words are told apart by their headlines too: "no comment" is said every day.
const FEW_WORDS: usize = 8;

/// A number that statements share when the same parties say the same words.
///
/// It is made of the letters and digits of the words said, in lower case, and of the countries that speak
/// or sign; of the headline too when there are few words. Punctuation, line breaks, the prose around the
/// words and the rest of the article make no difference, so updates, refiles and syndicated copies share it.
pub(super) fn fingerprint(article: &Article, statement: &Statement) -> u32 {
    let mut hasher = blake3::Hasher::new();
    let mut words = 0;
    for span in statement.content() {
        words += add(&mut hasher, article.words(span));
    }
    let mut codes: Vec<&str> = statement.signatories.iter().map(|row| row.country.as_str()).collect();
    codes.extend(statement.speakers.iter().filter_map(|speaker| speaker.country.as_ref()).map(CountryCode::as_str));
    codes.sort_unstable();
    for code in codes {
        hasher.update(code.as_bytes()).update(b"\n");
    }
    if words < FEW_WORDS {
        add(&mut hasher, article.headline_words().unwrap_or_default());
    }
    let [a, b, c, d, ..] = *hasher.finalize().as_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// Adds the words of `text`; how many there are.
fn add(hasher: &mut blake3::Hasher, text: &str) -> usize {
    let mut count = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        hasher.update(word.to_lowercase().as_bytes()).update(b" ");
        count += 1;
    }
    count
}
