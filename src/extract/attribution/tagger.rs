//! Gives every word of a unit its part of speech, from the tables and the words beside it.

use crate::knowledge::{Classes, Cues};

use super::closed_tagger::{closed, is_adverb, opens_noun};
use super::verb_tagger::{Place, verb_tag};
use super::word::{Tag, Word};

/// Share of words with a capital, in per cent, from which a line is set in title case.
const TITLE_CASE: usize = 85;

/// Tags `words` in place. Marks, numbers and quotations come tagged.
pub(super) fn tag(text: &str, words: &mut [Word], cues: &Cues) {
    let title_case = is_title_case(words);
    for at in 0..words.len() {
        words[at].tag = match words[at].tag {
            Tag::Noun => word_tag(text, words, at, title_case, cues),
            Tag::Genitive => genitive(words, at),
            Tag::Stop => stop(words, at),
            Tag::Other => other(text, words, at),
            tag => tag,
        };
    }
}

fn is_title_case(words: &[Word]) -> bool {
    let (mut all, mut capitals) = (0, 0);
    for word in words {
        let counts = word.tag == Tag::Noun && word.span.len() > 3;
        all += usize::from(counts);
        capitals += usize::from(counts && word.capital);
    }
    // A line of names after a quotation ("...," said ...) writes its verb small.
    let quoted =
        words.first().is_some_and(|word| word.tag == Tag::Quote) && words.get(1).is_some_and(|word| !word.capital);
    all >= 4 && capitals * 100 >= all * TITLE_CASE && !quoted
}

/// `'s` is a verb after a pronoun ("he's"), else the genitive.
fn genitive(words: &[Word], at: usize) -> Tag {
    let pronoun = at > 0
        && words[at - 1].entry.classes.any(
            Classes::SUBJECT_PRONOUN
                .or(Classes::PRONOUN)
                .or(Classes::INTERROGATIVE)
                .or(Classes::RELATIVE)
                .or(Classes::ADVERB),
        )
        && !words[at - 1].entry.classes.any(Classes::PARTITIVE);
    if pronoun && words[at - 1].tag != Tag::Noun { Tag::Auxiliary } else { Tag::Genitive }
}

/// A stop inside the unit ends an abbreviation.
fn stop(words: &[Word], at: usize) -> Tag {
    let last = words[at + 1..].iter().all(|word| matches!(word.tag, Tag::Stop | Tag::Close));
    if last { Tag::Stop } else { Tag::Other }
}

/// The apostrophe of a plural's genitive ("the voters' choice").
fn other(text: &str, words: &[Word], at: usize) -> Tag {
    let apostrophe = matches!(words[at].span.of(text), "'" | "\u{2019}");
    let adjoins = at > 0 && words[at - 1].span.end == words[at].span.start;
    if apostrophe && adjoins && words[at - 1].span.of(text).ends_with('s') { Tag::Genitive } else { Tag::Other }
}

fn word_tag(text: &str, words: &[Word], at: usize, title_case: bool, cues: &Cues) -> Tag {
    let word = &words[at];
    let classes = word.entry.classes;
    if classes.is_empty() {
        return unknown_tag(text, words, at, cues);
    }
    let previous = previous(words, at);
    let next = words.get(at + 1).map_or(Classes::default(), |word| word.entry.classes);
    let first = previous.is_none();
    if word.capital && !first && !title_case && !is_opener(words, at) {
        if classes.any(Classes::TIME) {
            return Tag::Time;
        }
        if !stays_closed(words, at) {
            return Tag::Name;
        }
    }
    if word.capital && classes.any(Classes::TITLE) && words.get(at + 1).is_some_and(|next| next.capital) {
        return Tag::Name;
    }
    if let Some(tag) = closed(text, words, at, previous, next, cues) {
        return tag;
    }
    if word.capital && classes.any(Classes::TIME) {
        return Tag::Time;
    }
    let adjective = classes.any(Classes::ADJECTIVE) && classes.any(Classes::VERB);
    if adjective && !matches!(previous, Some(Tag::To | Tag::Auxiliary)) && opens_noun(words, at + 1) {
        return Tag::Adjective;
    }
    // "sources close to the talks".
    let close = classes.any(Classes::ADJECTIVE) && classes.any(Classes::BASE) && next.any(Classes::TO);
    if close && matches!(previous, Some(Tag::Noun | Tag::Name | Tag::Pronoun)) {
        return Tag::Adjective;
    }
    if classes.any(Classes::VERB) {
        return verb_tag(&Place { text, words, at, previous, cues });
    }
    let helped = matches!(previous, Some(Tag::Auxiliary | Tag::Pronoun));
    if classes.any(Classes::ADJECTIVE) && helped && next.any(Classes::PARTICIPLE) && !next.any(Classes::NOUN) {
        return Tag::Adverb;
    }
    if classes.any(Classes::ADJECTIVE) {
        // "the general noted": with no noun after it, the adjective stands for one.
        // "union chief says": so does the one before a verb that agrees with it.
        let verb_next = next.any(Classes::THIRD.or(Classes::PAST)) && !next.any(Classes::VERB_OR_NOUN);
        let stands_alone = classes.any(Classes::NOUN)
            || matches!(previous, Some(Tag::Determiner | Tag::Possessive))
            || verb_next && matches!(previous, Some(Tag::Name | Tag::Noun));
        return if stands_alone && !opens_noun(words, at + 1) { Tag::Noun } else { Tag::Adjective };
    }
    if word.capital { Tag::Name } else { Tag::Noun }
}

/// The tag of a word that has no class: its capital tells, or its ending.
fn unknown_tag(text: &str, words: &[Word], at: usize, cues: &Cues) -> Tag {
    if words[at].capital {
        return Tag::Name;
    }
    let previous = previous(words, at);
    let word = words[at].span.of(text);
    if previous == Some(Tag::To) {
        Tag::Verb
    } else if looks_verbal(word) {
        verb_tag(&Place { text, words, at, previous, cues })
    } else if is_adverb(word) {
        Tag::Adverb
    } else {
        Tag::Noun
    }
}

/// The word before, unless it is a mark a unit may begin with.
fn previous(words: &[Word], at: usize) -> Option<Tag> {
    let tag = words[at.checked_sub(1)?].tag;
    if at == 1 && matches!(tag, Tag::Other | Tag::Dash | Tag::Open) { None } else { Some(tag) }
}

/// Whether a capital letter only shows that a sentence starts here, after a colon or a quotation.
fn is_opener(words: &[Word], at: usize) -> bool {
    at > 0 && matches!(words[at - 1].tag, Tag::Colon | Tag::Dash)
}

/// Whether a capital inside a sentence leaves the word what it is: "I", "The", but not "Will" in a
/// name.
fn stays_closed(words: &[Word], at: usize) -> bool {
    let classes = words[at].entry.classes;
    let little = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION).or(Classes::COORDINATOR);
    let helping = Classes::AUXILIARY.or(Classes::SUBORDINATOR).or(Classes::INTERROGATIVE);
    let next_capital = words.get(at + 1).is_some_and(|next| next.capital);
    classes.any(Classes::SUBJECT_PRONOUN.or(little)) || classes.any(helping) && !next_capital
}

/// Whether an unknown word ends like a past tense ("hurled").
fn looks_verbal(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-')
}
