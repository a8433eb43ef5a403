//! Which language a text is in, told from its words.

use whatlang::detect;

use super::Language;

/// How much of a text is looked at, in bytes.
const SEEN: usize = 2000;
/// Below this many words nothing is told.
const FEWEST_WORDS: usize = 12;
/// Small words that make up a good part of any English text, and of no other.
const ENGLISH: [&str; 16] =
    ["the", "of", "and", "to", "in", "that", "said", "for", "with", "was", "by", "from", "has", "its", "on", "is"];

/// The language of `text`, when its words tell it with some certainty.
#[must_use]
pub fn language_of(text: &str) -> Option<Language> {
    let mut end = text.len().min(SEEN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let seen = &text[..end];
    let told = |code: &str| Some(Language { code: code.to_owned(), declared: false });
    let words = seen.split_ascii_whitespace();
    let (all, english) = words.fold((0_usize, 0_usize), |(all, english), word| {
        (all + 1, english + usize::from(ENGLISH.iter().any(|known| known.eq_ignore_ascii_case(word))))
    });
    // Counting words is a hundred times cheaper than comparing letters, and most articles are English.
    if all >= FEWEST_WORDS && english * 6 >= all {
        return told("en");
    }
    let spaceless = all < FEWEST_WORDS && !seen.is_ascii() && seen.chars().count() >= 60;
    if all < FEWEST_WORDS && !spaceless {
        return None;
    }
    let found = detect(seen).filter(whatlang::Info::is_reliable)?;
    let code = found.lang().code();
    told(ISO_639_1.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short))
}

/// ISO 639-3 codes that have a shorter one.
const ISO_639_1: [(&str, &str); 40] = [
    ("eng", "en"),
    ("fra", "fr"),
    ("deu", "de"),
    ("spa", "es"),
    ("por", "pt"),
    ("ita", "it"),
    ("nld", "nl"),
    ("swe", "sv"),
    ("dan", "da"),
    ("nob", "nb"),
    ("fin", "fi"),
    ("isl", "is"),
    ("rus", "ru"),
    ("ukr", "uk"),
    ("pol", "pl"),
    ("ces", "cs"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("hrv", "hr"),
    ("srp", "sr"),
    ("bul", "bg"),
    ("ron", "ro"),
    ("hun", "hu"),
    ("ell", "el"),
    ("tur", "tr"),
    ("ara", "ar"),
    ("heb", "he"),
    ("pes", "fa"),
    ("hin", "hi"),
    ("ben", "bn"),
    ("urd", "ur"),
    ("cmn", "zh"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("vie", "vi"),
    ("tha", "th"),
    ("ind", "id"),
    ("cat", "ca"),
    ("est", "et"),
    ("lit", "lt"),
];
