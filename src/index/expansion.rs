//! Finds the terms of a field that a word with wildcards or with slips of the pen stands for.

use std::collections::BTreeSet;
use std::path::Path;

use tantivy::schema::Field;
use tantivy::{Searcher, TantivyError};

use super::proximity::{Check, Leaf, Open};
use super::{IndexError, SearchError};

/// A word stands for so many terms at most.
const MOST_TERMS: usize = 1024;

/// What `pattern` stands for: `*` at its end is any letters, `?` any one.
///
/// The index holds stems. A stem that fits is sure to be meant. A stem shorter than the pattern, or one
/// letter off at its end ("happi" for `happy*`), is meant only where the text's own spelling fits.
pub(super) fn letters(searcher: &Searcher, field: Field, pattern: &str) -> Result<Leaf, Fault> {
    let (fixed, open) = match pattern.strip_suffix('*') {
        Some(fixed) => (fixed, Open::Yes),
        None => (pattern, Open::No),
    };
    let letters: Vec<Option<char>> = fixed.chars().map(|c| (c != '?').then_some(c)).collect();
    let known: String = letters.iter().map_while(|letter| *letter).collect();
    let mut leaf = Leaf::default();
    // A stem may be shorter than what is known, and differ in its last letter.
    let fewest: String = known.chars().take(known.chars().count().saturating_sub(1).min(2)).collect();
    each_term(searcher, field, &fewest, &mut |term| {
        match fit(&letters, open, term) {
            Fit::Sure => leaf.sure.push(term.to_owned()),
            Fit::Unsure => leaf.unsure.push(term.to_owned()),
            Fit::None => {}
        }
        leaf.sure.len() + leaf.unsure.len() <= MOST_TERMS
    })?;
    if leaf.sure.len() + leaf.unsure.len() > MOST_TERMS {
        return Err(Fault::TooBroad(pattern.to_owned()));
    }
    leaf.check = Some(Check::Letters { letters, open });
    Ok(leaf)
}

/// How a stem fits a pattern.
enum Fit {
    Sure,
    Unsure,
    None,
}

fn fit(letters: &[Option<char>], open: Open, stem: &str) -> Fit {
    let written: Vec<char> = stem.chars().collect();
    let same = |at: usize| letters[at].is_none_or(|letter| letter == written[at]);
    let shared = written.len().min(letters.len());
    let agree = (0..shared).take_while(|&at| same(at)).count();
    if agree == letters.len() && (open == Open::Yes || written.len() == letters.len()) {
        return Fit::Sure;
    }
    if shared < 3 || agree == letters.len() || !has_syllable(&written) {
        return Fit::None;
    }
    // "happy" has the stem "happi", "filing" the stem "file".
    let changed = agree + 1 == written.len() && matches!(written[agree], 'i' | 'e');
    let rest = &letters[agree..];
    let lost =
        if changed { rest.len() <= 1 || is_ending(&rest[1..]) } else { agree == written.len() && is_ending(rest) };
    if lost { Fit::Unsure } else { Fit::None }
}

/// Stems keep a vowel and a consonant behind it.
fn has_syllable(word: &[char]) -> bool {
    let is_vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    word.windows(2).any(|pair| is_vowel(&pair[0]) && !is_vowel(&pair[1]))
}

/// What stemming takes off the end of words.
const ENDINGS: [&str; 31] = [
    "s", "es", "ed", "ing", "ly", "e", "y", "er", "or", "al", "ic", "ive", "ize", "ise", "ation", "ate", "able",
    "ible", "ness", "ment", "ful", "less", "ous", "ent", "ence", "ant", "ance", "ism", "ist", "ity", "ion",
];

/// Whether `rest` begins such an ending, or such an ending begins `rest`.
fn is_ending(rest: &[Option<char>]) -> bool {
    let agrees = |ending: &str| ending.chars().zip(rest).all(|(c, letter)| letter.is_none_or(|letter| letter == c));
    ENDINGS.iter().any(|ending| agrees(ending))
}

/// The terms at most `distance` letters from `stem`, the first letter the same.
pub(super) fn fuzzy(searcher: &Searcher, field: Field, stem: &str, distance: usize) -> Result<Leaf, Fault> {
    let wanted: Vec<char> = stem.chars().collect();
    let first: String = wanted.iter().take(1).collect();
    let mut terms = Vec::new();
    each_term(searcher, field, &first, &mut |term| {
        let near = term.len().abs_diff(stem.len()) <= 4 * distance && strsim::levenshtein(term, stem) <= distance;
        if near {
            terms.push(term.to_owned());
        }
        terms.len() <= MOST_TERMS
    })?;
    if terms.len() > MOST_TERMS { Err(Fault::TooBroad(stem.to_owned())) } else { Ok(Leaf::of(terms)) }
}

/// Why a word cannot be expanded.
pub(super) enum Fault {
    /// It stands for too many terms.
    TooBroad(String),
    /// The index cannot be read.
    Engine(TantivyError),
}

impl From<TantivyError> for Fault {
    fn from(error: TantivyError) -> Self {
        Self::Engine(error)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::Engine(error.into())
    }
}

impl Fault {
    /// The same as an error of the index at `path`.
    pub fn error(self, path: &Path) -> SearchError {
        match self {
            Self::TooBroad(word) => SearchError::TooBroad { word, most: MOST_TERMS },
            Self::Engine(error) => IndexError::reading(path, &error).into(),
        }
    }
}

/// Hands every term of `field` that begins with `start` to `take`, each once, until it has enough.
fn each_term(
    searcher: &Searcher,
    field: Field,
    start: &str,
    take: &mut dyn FnMut(&str) -> bool,
) -> Result<(), TantivyError> {
    let segments = searcher.segment_readers();
    let mut seen = BTreeSet::new();
    for reader in segments {
        let index = reader.inverted_index(field)?;
        let mut stream = index.terms().range().ge(start).into_stream()?;
        while stream.advance() {
            let Ok(term) = std::str::from_utf8(stream.key()) else { continue };
            if !term.starts_with(start) {
                break;
            }
            // Marks of sentences are terms too.
            let is_mark = term.starts_with(char::is_control);
            if !is_mark && (segments.len() == 1 || seen.insert(term.to_owned())) && !take(term) {
                return Ok(());
            }
        }
    }
    Ok(())
}
