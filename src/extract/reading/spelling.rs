//! Small questions about single words: their case and the numbers they mean.

use std::borrow::Cow;

/// `word` in lower case, borrowed where it already is.
#[must_use]
pub fn lower(word: &str) -> Cow<'_, str> {
    // Without an early end the loop is shortest: words are.
    let other = word.bytes().fold(false, |other, byte| other | byte.is_ascii_uppercase() | !byte.is_ascii());
    if !other {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
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

/// The number below 21 that `word` (in lower case) means.
fn small(word: &str) -> Option<u32> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        _ => return None,
    })
}

/// The ten that `word` (in lower case) means.
fn ten(word: &str) -> Option<u32> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Whether a number, in digits or in letters, may begin with `first`, whatever its case.
#[inline]
#[must_use]
pub fn begins_number(first: u8) -> bool {
    let letter = matches!(first | 0x20, b'z' | b'o' | b't' | b'f' | b's' | b'e' | b'n' | b'd');
    letter || first.is_ascii_digit()
}

/// The number `word` (in lower case) means, in digits or in letters up to a hundred.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    let first = *word.as_bytes().first().filter(|first| begins_number(**first))?;
    if first.is_ascii_digit() {
        return word.parse().ok();
    }
    small(word).or_else(|| ten(word)).or_else(|| (word == "dozen").then_some(12)).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        Some(ten(tens)? + small(ones)?)
    })
}
