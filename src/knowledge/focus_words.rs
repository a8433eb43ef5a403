//! Words that speak of a country without naming it: its states in a dateline, its institutions, its money.

use serde::Deserialize;

use super::phrases::{Phrases, ShapedWord, shaped_word_from};
use super::{CountryCode, rows::rows};
use crate::text::Span;

/// One row of `data/focus_words.csv`.
#[derive(Debug, Clone, Deserialize)]
pub struct FocusWord {
    /// The country it speaks of.
    pub country: CountryCode,
    /// The word or words, as written.
    pub word: String,
    /// Where it counts.
    #[serde(rename = "use")]
    pub kind: FocusUse,
    /// Where the row comes from.
    pub source: String,
}

/// Where a word speaks of its country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FocusUse {
    /// The region behind a dateline's city, which decides between cities of one name: "Calif."
    Region,
    /// A city, only as a dateline: elsewhere it means an organisation.
    Dateline,
    /// An institution or the money of a country, anywhere.
    Institution,
}

/// The table of such words.
#[derive(Debug)]
pub struct FocusWords {
    /// Every row, in the table's order.
    pub all: Vec<FocusWord>,
    in_datelines: Phrases,
    anywhere: Phrases,
}

impl FocusWords {
    pub(super) fn load() -> Self {
        let all: Vec<FocusWord> = rows("focus_words.csv", include_str!("data/focus_words.csv"));
        let numbered = || all.iter().enumerate();
        let mut places: Vec<(String, usize)> = Vec::new();
        for (number, row) in numbered().filter(|(_, row)| row.kind != FocusUse::Institution) {
            // Datelines are written "TROY, Mich.", "TROY, MICH." and "TROY, Mich".
            let bare = row.word.trim_end_matches('.');
            let forms = [row.word.clone(), row.word.to_uppercase(), bare.to_owned(), bare.to_uppercase()];
            places.extend(forms.map(|form| (form, number)));
        }
        let anywhere = numbered().filter(|(_, row)| row.kind == FocusUse::Institution);
        Self {
            in_datelines: Phrases::new(places.iter().map(|(form, number)| (form.as_str(), *number))),
            anywhere: Phrases::new(anywhere.map(|(number, row)| (row.word.as_str(), number))),
            all,
        }
    }

    /// The words of `span` that count in a dateline.
    #[must_use]
    pub fn in_dateline(&self, text: &str, span: Span) -> Vec<(&FocusWord, Span)> {
        let text = &text[..span.end];
        let mut out = Vec::new();
        let mut at = span.start;
        while let Some(word) = shaped_word_from(text, at) {
            at = word.span.end;
            if let Some((end, number)) = self.in_datelines.at(text, word).next() {
                out.push((&self.all[number], Span::new(word.span.start, end)));
                at = end;
            }
        }
        out
    }

    /// Whether any word that counts anywhere may begin with `word`.
    #[inline]
    #[must_use]
    pub fn may_begin_with(&self, word: ShapedWord) -> bool {
        self.anywhere.may_begin_with(word)
    }

    /// The words that begin with `word`, end with `text` at the latest and count anywhere.
    #[must_use]
    pub fn in_prose(&self, text: &str, word: ShapedWord) -> Option<(&FocusWord, Span)> {
        let (end, number) = self.anywhere.at(text, word).next()?;
        Some((&self.all[number], Span::new(word.span.start, end)))
    }
}
