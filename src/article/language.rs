//! Which language a text is in, told from its words.

use whatlang::detect;

use super::Language;

/// How much of a text is looked at, in bytes.
const SEEN: usize = 2000;
/// Below this many words nothing is told.
const FEWEST_WORDS: usize = 12;
/// Small words that make up a good part of any English text, and of no other.
const ENGLISH: [u64; 16] = keys([
    "the", "of", "and", "to", "in", "that", "said", "for", "with", "was", "by", "from", "has", "its", "on", "is",
]);
/// Small words that make up a good part of texts in other languages that are written without many accents, and of
/// no English one.
const OTHER: [u64; 48] = keys([
    "la", "le", "les", "des", "du", "et", "que", "el", "los", "las", "del", "por", "con", "una", "der", "und", "das",
    "ist", "nicht", "von", "mit", "een", "het", "niet", "och", "att", "det", "som", "ikke", "av", "il", "che", "della",
    "non", "em", "um", "yang", "dengan", "untuk", "ini", "ve", "bir", "bu", "nie", "jest", "katika", "ya", "ng",
]);

/// The words as numbers, which are compared at once.
const fn keys<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = key(words[at].as_bytes());
        at += 1;
    }
    out
}

/// The bytes of a word of at most eight, in lower case, as a number; 0 for a longer one.
const fn key(word: &[u8]) -> u64 {
    if word.len() > 8 {
        return 0;
    }
    let mut key = 0;
    let mut at = 0;
    while at < word.len() {
        key = key << 8 | word[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    key
}

/// The language of `text`, when its words tell it with some certainty.
#[must_use]
pub fn language_of(text: &str) -> Option<Language> {
    let mut end = text.len().min(SEEN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let seen = &text[..end];
    let told = |code: &str| Some(Language { code: code.to_owned(), declared: false });
    let (mut all, mut english, mut other) = (0_usize, 0_usize, 0_usize);
    for word in seen.split_ascii_whitespace() {
        all += 1;
        let word = key(word.as_bytes());
        let times = |words: &[u64]| words.iter().map(|known| usize::from(*known == word)).sum::<usize>();
        english += times(&ENGLISH);
        other += times(&OTHER);
    }
    // Counting words is a hundred times cheaper than comparing letters, and most articles are English.
    if all >= FEWEST_WORDS && english * 6 >= all {
        return told("en");
    }
    let foreign = seen.chars().filter(|letter| !letter.is_ascii() && letter.is_alphabetic()).count();
    let spaceless = all < FEWEST_WORDS && foreign >= 30 && seen.chars().count() >= 60;
    if all < FEWEST_WORDS && !spaceless {
        return None;
    }
    // Figures and names ("Shr 71 cts vs 64 cts") are in no language; letters alone would find one for them.
    if other * 20 < all && foreign * 4 < all {
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
