//! Gives every word of a unit its part of speech, from the tables and the words beside it.

use crate::knowledge::{Classes, Cues};

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
    let countable = |word: &&Word| word.tag == Tag::Noun && word.span.len() > 3;
    let all = words.iter().filter(countable).count();
    let capitals = words.iter().filter(countable).filter(|word| word.capital).count();
    all >= 4 && capitals * 100 >= all * TITLE_CASE
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
    let word = words[at];
    let classes = word.entry.classes;
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
    if let Some(tag) = closed(text, words, at, previous, next) {
        return tag;
    }
    if word.capital && classes.any(Classes::TIME) {
        return Tag::Time;
    }
    let adjective = classes.any(Classes::ADJECTIVE) && classes.any(Classes::VERB);
    if adjective && !matches!(previous, Some(Tag::To | Tag::Auxiliary)) && opens_noun(words, at + 1) {
        return Tag::Adjective;
    }
    if classes.any(Classes::VERB) {
        return verb_tag(&Place { text, words, at, previous, cues });
    }
    let helped = matches!(previous, Some(Tag::Auxiliary | Tag::Pronoun));
    if classes.any(Classes::ADJECTIVE) && helped && next.any(Classes::PARTICIPLE) && !next.any(Classes::NOUN) {
        return Tag::Adverb;
    }
    if classes.any(Classes::ADJECTIVE) && (!classes.any(Classes::NOUN) || opens_noun(words, at + 1)) {
        return Tag::Adjective;
    }
    let unknown = classes.is_empty() && !word.capital;
    if unknown && looks_verbal(word.span.of(text)) {
        return verb_tag(&Place { text, words, at, previous, cues });
    }
    if unknown && is_adverb(word.span.of(text)) {
        return Tag::Adverb;
    }
    if word.capital { Tag::Name } else { Tag::Noun }
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

fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
}

/// The tag of a word from a closed class.
fn closed(text: &str, words: &[Word], at: usize, previous: Option<Tag>, next: Classes) -> Option<Tag> {
    let classes = words[at].entry.classes;
    if classes.any(Classes::TO) {
        let adverb = words
            .get(at + 1)
            .is_some_and(|next| next.entry.classes.any(Classes::ADVERB) || is_adverb(next.span.of(text)));
        let adverb_first = adverb && words.get(at + 2).is_some_and(|word| is_base(word.entry.classes));
        return Some(if is_base(next) || adverb_first { Tag::To } else { Tag::Preposition });
    }
    if classes.any(Classes::THAT) {
        return Some(that(words, at, previous, next));
    }
    if classes.any(Classes::AUXILIARY) {
        let noun =
            classes.any(Classes::MODAL) && matches!(previous, Some(Tag::Determiner | Tag::Possessive | Tag::Genitive));
        return Some(if noun { Tag::Noun } else { Tag::Auxiliary });
    }
    if classes.any(Classes::THERE) && next.any(Classes::BE.or(Classes::MODAL).or(Classes::HAVE)) {
        return Some(Tag::Pronoun);
    }
    if classes.any(Classes::NEGATION) {
        return Some(Tag::Adverb);
    }
    if classes.any(Classes::COORDINATOR) {
        return Some(Tag::Coordinator);
    }
    if classes.any(Classes::RELATIVE) && follows_noun(words, at, previous) {
        return Some(Tag::Relative);
    }
    if classes.any(Classes::INTERROGATIVE) {
        return Some(if classes.any(Classes::SUBORDINATOR) && !previous.is_some_and(Tag::is_verb) {
            Tag::Subordinator
        } else {
            Tag::Question
        });
    }
    if classes.any(Classes::POSSESSIVE) {
        let object = classes.any(Classes::OBJECT_PRONOUN) && !opens_noun(words, at + 1);
        return Some(if object { Tag::Pronoun } else { Tag::Possessive });
    }
    if classes.any(Classes::SUBJECT_PRONOUN.or(Classes::OBJECT_PRONOUN)) {
        return Some(Tag::Pronoun);
    }
    if classes.any(Classes::DETERMINER) {
        let alone = classes.any(Classes::PRONOUN.or(Classes::PARTITIVE)) && !opens_noun(words, at + 1);
        return Some(if alone { Tag::Pronoun } else { Tag::Determiner });
    }
    if classes.any(Classes::PRONOUN) {
        return Some(Tag::Pronoun);
    }
    let counts =
        words.get(at + 1).is_some_and(|next| next.tag == Tag::Number || next.entry.classes.any(Classes::PARTITIVE));
    if classes.any(Classes::ABOUT) && counts && !next.any(Classes::PRONOUN.without(Classes::PARTITIVE)) {
        return Some(Tag::Adverb);
    }
    if classes.any(Classes::PREPOSITION) && !(classes.any(Classes::PAST) && previous == Some(Tag::Auxiliary)) {
        let clause = classes.any(Classes::SUBORDINATOR) && next.any(Classes::SUBJECT_PRONOUN);
        return Some(if clause { Tag::Subordinator } else { Tag::Preposition });
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some(Tag::Subordinator);
    }
    if classes.any(Classes::ADVERB) && !classes.any(Classes::VERB) {
        return Some(Tag::Adverb);
    }
    None
}

fn is_base(classes: Classes) -> bool {
    classes.any(Classes::BASE.or(Classes::BE).or(Classes::HAVE).or(Classes::DO))
}

/// "that" points at a noun, stands for one, or opens a clause.
fn that(words: &[Word], at: usize, previous: Option<Tag>, next: Classes) -> Tag {
    let next_is_verb =
        next.any(Classes::AUXILIARY.or(Classes::PAST).or(Classes::THIRD)) && !next.any(Classes::VERB_OR_NOUN);
    match previous {
        None | Some(Tag::Coordinator | Tag::Subordinator) if next_is_verb => Tag::Pronoun,
        Some(Tag::Preposition) => {
            if opens_noun(words, at + 1) {
                Tag::Determiner
            } else {
                Tag::Pronoun
            }
        }
        Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Comma)
            if next_is_verb || next.any(Classes::ADVERB) =>
        {
            Tag::Relative
        }
        _ => Tag::That,
    }
}

/// Whether the word at `at` can be part of a noun phrase begun before it.
pub(super) fn opens_noun(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if word.tag == Tag::Number || word.tag == Tag::Quote {
        return true;
    }
    let classes = word.entry.classes;
    let closed = Classes::AUXILIARY
        .or(Classes::PREPOSITION)
        .or(Classes::COORDINATOR)
        .or(Classes::SUBORDINATOR)
        .or(Classes::INTERROGATIVE)
        .or(Classes::NEGATION)
        .or(Classes::SUBJECT_PRONOUN);
    if word.tag != Tag::Noun || classes.any(closed) || classes.any(Classes::DETERMINER) {
        return false;
    }
    if classes.any(Classes::ADVERB) && !classes.any(Classes::ADJECTIVE) {
        return false;
    }
    if !classes.any(Classes::VERB)
        || word.capital
        || classes.any(Classes::ADJECTIVE)
        || classes.any(Classes::VERB_OR_NOUN.or(Classes::ING))
    {
        return true;
    }
    // "the accused man", but "some said he".
    let next_opens = words.get(at + 1).is_some_and(|next| {
        next.tag == Tag::Noun
            && (next.entry.classes.is_empty() && !next.capital
                || next.entry.classes.any(Classes::NOUN.or(Classes::VERB_OR_NOUN)))
    });
    classes.any(Classes::PARTICIPLE) && next_opens
}

fn follows_noun(words: &[Word], at: usize, previous: Option<Tag>) -> bool {
    match previous {
        Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Close | Tag::Time | Tag::Genitive) => true,
        Some(Tag::Comma | Tag::Preposition | Tag::Coordinator) => {
            at >= 2
                && matches!(
                    words[at - 2].tag,
                    Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Close | Tag::Comma
                )
        }
        _ => false,
    }
}
