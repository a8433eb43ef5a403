//! Tells in plain English what words a query asks for.

use super::describe::list;
use super::text::{Near, Order, Scope, Sense, Text, Within, Word, WordForm};
use crate::knowledge::Knowledge;

/// What `text` in `scope` asks for, to stand behind "statements".
pub(super) fn wording(scope: Scope, text: &Text, knowledge: &Knowledge) -> String {
    let place = match scope {
        Scope::Anywhere => "",
        Scope::Lead => " in the headline or the first paragraph",
    };
    format!("with {}{place}", whole(text, knowledge))
}

fn whole(text: &Text, knowledge: &Knowledge) -> String {
    match text {
        Text::Word(word) => one_word(word),
        Text::Phrase(words) => phrase(words),
        Text::Any(parts) => list(&parts.iter().map(|part| inner(part, knowledge)).collect::<Vec<_>>(), "or"),
        Text::Near(near) => {
            let Near { left, right, .. } = near.as_ref();
            format!("{} {} {}", inner(left, knowledge), reach(near), inner(right, knowledge))
        }
        Text::AtLeast(count, text) => format!("{}, at least {count} times", inner(text, knowledge)),
    }
}

fn inner(text: &Text, knowledge: &Knowledge) -> String {
    match text {
        Text::Word(_) | Text::Phrase(_) => whole(text, knowledge),
        _ => format!("({})", whole(text, knowledge)),
    }
}

fn one_word(word: &Word) -> String {
    let Word { text, form } = word;
    match form {
        WordForm::Stem => format!("the word '{text}'"),
        WordForm::Exact => format!("exactly the word '{text}'"),
        WordForm::Pattern => format!("a word like '{text}'"),
        WordForm::Fuzzy(1) => format!("a word like '{text}', one letter different at most"),
        WordForm::Fuzzy(letters) => format!("a word like '{text}', {letters} letters different at most"),
    }
}

fn phrase(words: &[Word]) -> String {
    let exact = words.iter().all(|word| word.form == WordForm::Exact);
    let words: Vec<String> = words.iter().map(in_phrase).collect();
    format!("{} '{}'", if exact { "exactly the phrase" } else { "the phrase" }, words.join(" "))
}

fn in_phrase(word: &Word) -> String {
    match word.form {
        WordForm::Fuzzy(letters) => format!("{}~{letters}", word.text),
        _ => word.text.clone(),
    }
}

/// The words between the two texts.
fn reach(near: &Near) -> String {
    let not = if near.sense == Sense::Apart { "not " } else { "" };
    let words = |count: u32| if count == 1 { "next to".to_owned() } else { format!("within {count} words of") };
    match (near.order, near.within) {
        (Order::Either, Within::Words(count)) => format!("{not}{}", words(count)),
        (Order::Ordered, Within::Words(1)) => format!("{not}directly before"),
        (Order::Ordered, Within::Words(count)) => format!("{not}before and {}", words(count)),
        (Order::Either, Within::Sentence) => format!("{not}in one sentence with"),
        (Order::Ordered, Within::Sentence) => format!("{not}before and in one sentence with"),
        (Order::Either, Within::Paragraph) => format!("{not}in one paragraph with"),
        (Order::Ordered, Within::Paragraph) => format!("{not}before and in one paragraph with"),
    }
}
