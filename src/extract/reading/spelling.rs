//! Small questions about single words: their case and the numbers they mean.

use std::borrow::Cow;

/// `word` in lower case, borrowed where it already is.
#[must_use]
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        let capital = word.bytes().any(|byte| byte.is_ascii_uppercase());
        return if capital { Cow::Owned(word.to_ascii_lowercase()) } else { Cow::Borrowed(word) };
    }
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

/// Whether `word` begins with a capital.
#[must_use]
#[inline]
pub fn starts_upper(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

const SMALL: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number `word` (in lower case) means, in digits or in letters up to a hundred.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.parse().ok();
    }
    // Every number in letters begins with one of these.
    if !word.starts_with(['z', 'o', 't', 'f', 's', 'e', 'n', 'd']) {
        return None;
    }
    let place = |words: &[&str], word: &str| words.iter().position(|&known| known == word && !known.is_empty());
    if let Some(small) = place(&SMALL, word).or_else(|| (word == "dozen").then_some(12)) {
        return u32::try_from(small).ok();
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
    let (tens, ones) = (place(&TENS, tens)?, place(&SMALL, ones)?);
    u32::try_from(tens * 10 + ones).ok()
}
