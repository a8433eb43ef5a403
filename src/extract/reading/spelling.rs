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

/// Whether `word` may be a number in digits or in letters, whatever its case: few words begin like one.
#[inline]
#[must_use]
pub fn begins_number(word: &str) -> bool {
    match *word.as_bytes() {
        [first, ..] if first.is_ascii_digit() => true,
        [first, second, third, ..] => matches!(
            [first | 0x20, second | 0x20, third | 0x20],
            [b'o', b'n', b'e']
                | [b't', b'w', b'o' | b'e']
                | [b't', b'h', b'r' | b'i']
                | [b't', b'e', b'n']
                | [b'f', b'o', b'u' | b'r']
                | [b'f', b'i', b'v' | b'f']
                | [b's', b'i', b'x']
                | [b's', b'e', b'v']
                | [b'e', b'i', b'g']
                | [b'e', b'l', b'e']
                | [b'n', b'i', b'n']
                | [b'd', b'o', b'z']
                | [b'z', b'e', b'r']
        ),
        _ => false,
    }
}

/// The number `word` (in lower case) means, in digits or in letters up to a hundred.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    if !begins_number(word) {
        return None;
    }
    if word.as_bytes()[0].is_ascii_digit() {
        return word.parse().ok();
    }
    small(word).or_else(|| ten(word)).or_else(|| (word == "dozen").then_some(12)).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        Some(ten(tens)? + small(ones)?)
    })
}

#[cfg(test)]
mod tests {
    use super::{begins_number, number};

    #[test]
    fn no_word_for_a_number_is_passed_over() {
        let small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                     sixteen seventeen eighteen nineteen";
        for (value, word) in (0_u32..).zip(small.split_whitespace()) {
            assert_eq!(number(word), Some(value), "{word}");
        }
        for (value, word) in (2_u32..).zip("twenty thirty forty fifty sixty seventy eighty ninety".split_whitespace()) {
            assert_eq!(number(word), Some(10 * value), "{word}");
            assert_eq!(number(&format!("{word}-one")), Some(10 * value + 1), "{word}-one");
        }
        assert_eq!([number("dozen"), number("27"), number("only"), number("")], [Some(12), Some(27), None, None]);
        assert!(["Seven", "TWO", "3"].into_iter().all(begins_number));
    }
}
