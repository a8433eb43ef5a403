//! Tells near-identical copies of one statement from each other's kin.

use crate::article::Article;
use crate::knowledge::CountryCode;
use crate::statement::Statement;

/// Statements of fewer words are copies only when every word is the same: "no comment" is said every day.
const FEW_WORDS: usize = 8;
/// Shorter words say little of what a statement is about.
const SHORTEST: usize = 4;
/// Letters of a word that count: its endings change when it is told again.
const LETTERS: usize = 6;
/// Places of four bits each, below the eight bits of the parties.
const PLACES: u32 = 14;
/// So many of them agree in copies: about half of the words are the same.
const AGREEING: u32 = 7;
/// The least of several numbers has zeros in front; what tells it from others is behind.
const FIRST_BITS: u32 = 32;

/// A number that is much the same for statements in which the same parties say much the same words.
///
/// It is made of the countries that speak or sign, and of the words said, by `MinHash`: each place keeps some
/// bits of the least hash of the words under a hash function of its own, so that two statements agree in about
/// as many places as they share words. Case, punctuation, line breaks, the prose around the words and the
/// rest of the article make no difference.
pub(super) fn fingerprint(article: &Article, statement: &Statement) -> u64 {
    let mut codes: Vec<&str> = statement.signatories.iter().map(|row| row.country.as_str()).collect();
    codes.extend(statement.speakers.iter().filter_map(|speaker| speaker.country.as_ref()).map(CountryCode::as_str));
    codes.sort_unstable();
    let parties = codes.iter().fold(START, |hash, code| hashed(hash, code));
    let mut words = Vec::new();
    let mut all = parties;
    let mut count = 0;
    for span in statement.content() {
        for word in article.words(span).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            count += 1;
            let mut beginning = START;
            let mut letters = 0;
            for letter in word.chars().flat_map(char::to_lowercase) {
                all = with_letter(all, letter);
                letters += 1;
                if letters <= LETTERS {
                    beginning = with_letter(beginning, letter);
                }
            }
            all = with_letter(all, ' ');
            if letters >= SHORTEST {
                words.push(mixed(beginning));
            }
        }
    }
    let places = if count < FEW_WORDS || words.is_empty() { mixed(all) } else { least(&words) };
    mixed(parties) << (4 * PLACES) | places & ((1 << (4 * PLACES)) - 1)
}

/// Whether two statements with these numbers are copies of each other.
pub(super) fn are_alike(one: u64, other: u64) -> bool {
    let differing = one ^ other;
    let agreeing = (0..PLACES).filter(|place| (differing >> (4 * place)).trailing_zeros() >= 4).count();
    differing >> (4 * PLACES) == 0 && agreeing >= AGREEING as usize
}

/// Four bits for each place, of hashes of words.
fn least(words: &[u64]) -> u64 {
    let place = |place: u32| {
        // Each place turns the words in a way of its own.
        let turn = mixed(u64::from(place + 1)) | 1;
        let turned = words.iter().map(|word| word.wrapping_mul(turn));
        (turned.min().unwrap_or_default() >> FIRST_BITS & 0xF) << (4 * place)
    };
    (0..PLACES).map(place).sum()
}

const START: u64 = 0xCBF2_9CE4_8422_2325;

/// `hash` with `word` behind it.
fn hashed(hash: u64, word: &str) -> u64 {
    word.chars().chain([' ']).fold(hash, with_letter)
}

/// `hash` with `letter` behind it.
fn with_letter(hash: u64, letter: char) -> u64 {
    (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01B3)
}

/// `hash` with every bit depending on every other.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    hash ^ (hash >> 33)
}
