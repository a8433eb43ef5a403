//! Groups tagged words into chunks.

use crate::knowledge::Classes;

use super::chunk::{Chunk, Form, Kind, Verb};
use super::word::{Tag, Word};

/// Puts the chunks of a unit into `out`, in order, covering every word.
pub(super) fn chunk(words: &[Word], out: &mut Vec<Chunk>) {
    out.clear();
    let mut at = 0;
    while at < words.len() {
        let (kind, end) = next(words, at);
        out.push(Chunk { kind, first: at, end });
        at = end;
    }
}

fn next(words: &[Word], at: usize) -> (Kind, usize) {
    if let Some(end) = bracketed(words, at) {
        return (Kind::Bracketed, end);
    }
    if let Some(end) = time(words, at) {
        return (Kind::Time, end);
    }
    if let Some((verb, end)) = verb_group(words, at) {
        return (Kind::Verb(verb), end);
    }
    if let Some(end) = noun_phrase(words, at) {
        return (Kind::NounPhrase, end);
    }
    let dashes = words[at..].iter().take_while(|word| word.tag == Tag::Dash).count();
    (Kind::Single(words[at].tag), at + dashes.max(1))
}

fn bracketed(words: &[Word], at: usize) -> Option<usize> {
    // A sentence that stands in brackets is read as any other.
    if words[at].tag != Tag::Open || at == 0 {
        return None;
    }
    let mut depth = 0_usize;
    for (offset, word) in words[at..].iter().enumerate() {
        match word.tag {
            Tag::Open => depth += 1,
            Tag::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + offset + 1);
        }
    }
    None
}

/// A time that stands alone: "Tuesday", "last week", "Oct. 12".
fn time(words: &[Word], at: usize) -> Option<usize> {
    if words[at].tag != Tag::Time && !words[at].entry.classes.any(Classes::TIME_OPENER) {
        return None;
    }
    let mut end = at;
    while words.get(end).is_some_and(|word| word.entry.classes.any(Classes::TIME_OPENER)) {
        end += 1;
    }
    let opened = end > at;
    while words.get(end).is_some_and(|word| {
        word.tag == Tag::Time || (opened || end > at) && word.entry.classes.any(Classes::TIME_UNIT) && !word.capital
    }) {
        end += 1;
        if words.get(end).is_some_and(|word| word.tag == Tag::Number) && words[end - 1].tag == Tag::Time {
            end += 1;
        }
    }
    let has_time =
        words[at..end].iter().any(|word| word.tag == Tag::Time || word.entry.classes.any(Classes::TIME_UNIT) && opened);
    let goes_on = words.get(end).is_some_and(|word| matches!(word.tag, Tag::Genitive));
    (has_time && !goes_on).then_some(end)
}

fn verb_group(words: &[Word], at: usize) -> Option<(Verb, usize)> {
    let mut end = at;
    let mut helper = None;
    let mut be = false;
    while let Some(word) = words.get(end) {
        match word.tag {
            Tag::Adverb if end > at || leads_to_verb(words, end) => {}
            Tag::Auxiliary => {
                be = word.entry.classes.any(Classes::BE) || word.entry.classes.is_empty();
                helper = helper.or(Some(Form::Finite));
            }
            Tag::To => helper = helper.or(Some(Form::Infinitive)),
            tag if tag.is_verb() => {
                let form = helper.unwrap_or(match tag {
                    Tag::Ing => Form::Ing,
                    Tag::Past => Form::Past,
                    _ => Form::Finite,
                });
                let passive = be && word.entry.classes.any(Classes::PARTICIPLE);
                return Some((Verb { main: end, form, passive }, end + 1));
            }
            _ => break,
        }
        // "want to" is two groups: an infinitive opens its own.
        if word.tag == Tag::Auxiliary && words.get(end + 1).is_some_and(|word| word.tag == Tag::To) {
            return Some((Verb { main: end, form: helper?, passive: false }, end + 1));
        }
        end += 1;
    }
    let form = helper?;
    let main = (at..end).rev().find(|&word| words[word].tag == Tag::Auxiliary).unwrap_or(at);
    Some((Verb { main, form, passive: false }, main.max(at) + 1))
}

/// Whether only adverbs stand between here and a verb.
fn leads_to_verb(words: &[Word], at: usize) -> bool {
    // "told them not to leave"
    let not = words[at].entry.classes.any(Classes::NEGATION);
    words[at..]
        .iter()
        .take(4)
        .find(|word| word.tag != Tag::Adverb)
        .is_some_and(|word| word.tag.is_verb() || matches!(word.tag, Tag::Auxiliary) || word.tag == Tag::To && not)
}

fn noun_phrase(words: &[Word], at: usize) -> Option<usize> {
    let first = words[at].tag;
    if first == Tag::Pronoun {
        // "both he and she".
        let both = words[at].entry.classes.any(Classes::PARTITIVE)
            && words.get(at + 1).is_some_and(|word| word.entry.classes.any(Classes::SUBJECT_PRONOUN));
        return Some(at + 1 + usize::from(both));
    }
    // "Tuesday's vote".
    let dated = first == Tag::Time && words.get(at + 1).is_some_and(|word| word.tag == Tag::Genitive);
    if !dated && !first.in_noun_phrase() || first == Tag::Genitive {
        return None;
    }
    let mut end = at + 1;
    while let Some(word) = words.get(end) {
        let before = words[end - 1].tag;
        let goes_on = match word.tag {
            Tag::Determiner | Tag::Possessive => matches!(before, Tag::Determiner),
            Tag::Adjective => {
                !matches!(before, Tag::Noun | Tag::Name)
                    || words.get(end + 1).is_some_and(|word| word.tag.in_noun_phrase())
            }
            Tag::Quote => matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive),
            Tag::Time => matches!(before, Tag::Determiner | Tag::Genitive),
            Tag::Other => before == Tag::Name && words[end - 1].span.end == word.span.start,
            Tag::Pronoun => before == Tag::Determiner,
            tag => tag.in_noun_phrase(),
        };
        let closed = before == Tag::Quote && matches!(word.tag, Tag::Name | Tag::Adjective | Tag::Number);
        let times = before != Tag::Determiner && word.tag != Tag::Genitive && time(words, end).is_some();
        if !goes_on || times || closed {
            break;
        }
        end += 1;
    }
    Some(behind_occasion(words, at, end).unwrap_or(end))
}

/// "At the summit Smith said": where the noun phrase ends that opens a sentence, before the name that `end` closes.
fn behind_occasion(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let opener = at.checked_sub(1).filter(|&at| words[at].tag == Tag::Preposition)?;
    let opens = opener.checked_sub(1).is_none_or(|at| {
        matches!(words[at].tag, Tag::Comma | Tag::Coordinator | Tag::Dash | Tag::Colon | Tag::Open | Tag::Quote)
    });
    let named = |word: &Word| word.capital || word.entry.classes.any(Classes::TITLE);
    let occasion = |&at: &usize| {
        let word = &words[at];
        word.entry.classes.any(Classes::OCCASION) && !word.capital && named(&words[at + 1])
    };
    let last = end.checked_sub(1).filter(|&last| opens && words[last].tag == Tag::Name)?;
    (at..last).find(occasion).map(|at| at + 1)
}
