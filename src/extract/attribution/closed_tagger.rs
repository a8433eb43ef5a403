//! Tags the words of the closed classes: determiners, pronouns, prepositions, conjunctions.

use crate::knowledge::{Classes, Cues, Takes};

use super::word::{Tag, Word};

/// The tag of a word from a closed class.
pub(super) fn closed(
    text: &str,
    words: &[Word],
    at: usize,
    previous: Option<Tag>,
    next: Classes,
    cues: &Cues,
) -> Option<Tag> {
    let classes = words[at].entry.classes;
    if classes.is_empty() {
        return None;
    }
    if classes.any(Classes::TO) {
        let adverb = words
            .get(at + 1)
            .is_some_and(|next| next.entry.classes.any(Classes::ADVERB) || is_adverb(next.span.of(text)));
        let adverb_first = adverb && words.get(at + 2).is_some_and(|word| is_base(word.entry.classes));
        let made = |word: &Word| ["ize", "ise", "ify"].iter().any(|ending| word.span.of(text).ends_with(ending));
        let made = next.is_empty() && words.get(at + 1).is_some_and(|word| !word.capital && made(word));
        let unknown = next.is_empty()
            && words.get(at + 1).is_some_and(|word| word.tag == Tag::Noun && !word.capital)
            && words.get(at + 2).is_some_and(|word| {
                word.entry.classes.any(Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::OBJECT_PRONOUN))
                    && !word.entry.classes.any(Classes::THAT)
            });
        return Some(if is_base(next) || adverb_first || made || unknown { Tag::To } else { Tag::Preposition });
    }
    if classes.any(Classes::THAT) {
        return Some(if ends_cue(text, words, at, cues) { Tag::That } else { that(words, at, previous, next) });
    }
    if classes.any(Classes::AUXILIARY) {
        // "Will wrote": no past tense follows a modal.
        let named =
            words[at].capital && classes.any(Classes::MODAL) && next.any(Classes::PAST) && !next.any(Classes::BASE);
        if named {
            return Some(Tag::Name);
        }
        let noun =
            classes.any(Classes::MODAL) && matches!(previous, Some(Tag::Determiner | Tag::Possessive | Tag::Genitive));
        return Some(if noun { Tag::Noun } else { Tag::Auxiliary });
    }
    if classes.any(Classes::THERE) && there_is(text, words, at, next) {
        return Some(Tag::Pronoun);
    }
    if classes.any(Classes::NEGATION) || within_verb(words, at, previous, next) {
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
    if classes.any(Classes::PARTITIVE) && words.get(at + 1).is_some_and(|next| is_adverb(next.span.of(text))) {
        return Some(Tag::Adverb);
    }
    if classes.any(Classes::DETERMINER) {
        let alone = classes.any(Classes::PRONOUN.or(Classes::PARTITIVE)) && !opens_noun(words, at + 1);
        return Some(if alone { Tag::Pronoun } else { Tag::Determiner });
    }
    if classes.any(Classes::PRONOUN) {
        return Some(Tag::Pronoun);
    }
    let counts = || {
        words.get(at + 1).is_some_and(|next| {
            next.tag == Tag::Number || next.entry.classes.any(Classes::PARTITIVE) || is_fraction(text, next, cues)
        })
    };
    if classes.any(Classes::ABOUT) && counts() && !next.any(Classes::PRONOUN.without(Classes::PARTITIVE)) {
        return Some(Tag::Adverb);
    }
    if classes.any(Classes::PREPOSITION) && !(classes.any(Classes::PAST) && previous == Some(Tag::Auxiliary)) {
        let clause = classes.any(Classes::SUBORDINATOR) && next.any(Classes::SUBJECT_PRONOUN);
        return Some(if clause { Tag::Subordinator } else { Tag::Preposition });
    }
    if classes.any(Classes::SUBORDINATOR) {
        return Some(Tag::Subordinator);
    }
    // "promised further cuts", but "went further".
    let describes = classes.any(Classes::ADJECTIVE) && opens_noun(words, at + 1);
    if classes.any(Classes::ADVERB) && !classes.any(Classes::VERB) && !describes {
        return Some(Tag::Adverb);
    }
    None
}

/// "there is", "there's", "there certainly is".
fn there_is(text: &str, words: &[Word], at: usize, next: Classes) -> bool {
    let contracted = words.get(at + 1).is_some_and(|next| next.tag == Tag::Genitive);
    let adverb = next.any(Classes::ADVERB) || words.get(at + 1).is_some_and(|next| is_adverb(next.span.of(text)));
    let adverb_first = adverb && words.get(at + 2).is_some_and(|word| word.entry.classes.any(Classes::BE));
    contracted || adverb_first || next.any(Classes::BE.or(Classes::MODAL).or(Classes::HAVE))
}

fn is_base(classes: Classes) -> bool {
    classes.any(Classes::BASE.or(Classes::BE).or(Classes::HAVE).or(Classes::DO))
}

/// "pointed out that": whether the two words before `at` are a cue that takes a clause with "that".
fn ends_cue(text: &str, words: &[Word], at: usize, cues: &Cues) -> bool {
    let Some(verb) = at.checked_sub(2).map(|verb| words[verb]).filter(|verb| verb.tag.is_verb()) else {
        return false;
    };
    let particle = words[at - 1].span.of(text);
    cues.verbs(verb.entry)
        .iter()
        .any(|cue| cue.takes.any(Takes::THAT) && matches!(&cue.rest[..], [rest] if rest.eq_ignore_ascii_case(particle)))
}

/// "has since said", "who once said", "has yet to say": whether a conjunction stands where only an adverb can.
fn within_verb(words: &[Word], at: usize, previous: Option<Tag>, next: Classes) -> bool {
    let classes = words[at].entry.classes;
    if !classes.any(Classes::SUBORDINATOR.or(Classes::COORDINATOR)) || !classes.any(Classes::ADVERB) {
        return false;
    }
    match previous {
        Some(Tag::Auxiliary) => {
            let helper = words[at - 1].entry.classes;
            helper.any(Classes::HAVE) && next.any(Classes::PARTICIPLE.or(Classes::TO))
        }
        Some(Tag::Relative) => next.any(Classes::PAST) && classes.any(Classes::SUBORDINATOR),
        _ => false,
    }
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
        Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Time | Tag::Comma)
            if next_is_verb
                || next.any(Classes::ADVERB) && !next.any(Classes::THERE) && !opens_clause(words, at, next) =>
        {
            Tag::Relative
        }
        // "an ad that urges her to go", but "word that reports of gains were false".
        Some(Tag::Noun | Tag::Name) if next.any(Classes::THIRD) && opens_object(words, at + 2) => Tag::Relative,
        _ => Tag::That,
    }
}

/// "noted this week that most plans", "told them that together they": whether the adverb after "that" begins a
/// clause of its own.
fn opens_clause(words: &[Word], at: usize, next: Classes) -> bool {
    let counts = next.any(Classes::DETERMINER.or(Classes::PARTITIVE));
    let after = words.get(at + 2).map_or(Classes::default(), |word| word.entry.classes);
    counts || after.any(Classes::SUBJECT_PRONOUN.or(Classes::POSSESSIVE))
}

/// Whether the word at `at` begins a noun phrase that only a verb before it explains.
fn opens_object(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        let own = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::OBJECT_PRONOUN).or(Classes::NOUN);
        word.entry.classes.any(own) && !word.entry.classes.any(Classes::VERB)
    })
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

/// "one-third", "two-thirds".
fn is_fraction(text: &str, word: &Word, cues: &Cues) -> bool {
    let counted = word.span.of(text).split_once('-').filter(|(_, part)| {
        ["third", "half", "quarter", "fifth", "tenth"].iter().any(|whole| part.trim_end_matches('s') == *whole)
    });
    counted.is_some_and(|(number, _)| cues.entry(number).classes.any(Classes::PARTITIVE))
}

pub(super) fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
}
