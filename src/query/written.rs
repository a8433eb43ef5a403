//! Writes conditions on text as a query has them.

use super::print::quoted_if_needed;
use super::text::{Near, Order, Scope, Sense, Text, Within, Word, WordForm};

/// `text` in `scope`.
pub(super) fn text(scope: Scope, text: &Text) -> String {
    match scope {
        Scope::Anywhere => whole(text),
        Scope::Lead => format!("hlead({})", whole(text)),
    }
}

fn whole(text: &Text) -> String {
    match text {
        Text::Word(word) => one_word(word),
        Text::Phrase(words) if words.iter().all(|word| word.form == WordForm::Exact) => {
            format!("=\"{}\"", spaced(words))
        }
        Text::Phrase(words) => format!("\"{}\"", spaced(words)),
        Text::Any(parts) => parts.iter().map(part).collect::<Vec<_>>().join(" OR "),
        Text::Near(near) => {
            let Near { left, right, .. } = near.as_ref();
            // From left to right needs no parentheses.
            let left = if matches!(left, Text::Near(_)) { whole(left) } else { part(left) };
            format!("{} {} {}", before_reach(left), reach(near), part(right))
        }
        Text::AtLeast(count, inner) => format!("atleast{count} {}", part(inner)),
    }
}

/// A part of another text.
fn part(text: &Text) -> String {
    match text {
        Text::Any(_) | Text::Near(_) => format!("({})", whole(text)),
        _ => whole(text),
    }
}

/// The text, with a last word "not" in quotation marks: bare, it would belong to the operator behind it.
fn before_reach(text: String) -> String {
    let last = text.rsplit(' ').next().unwrap_or_default();
    if !last.eq_ignore_ascii_case("not") {
        return text;
    }
    format!("{}\"{last}\"", &text[..text.len() - last.len()])
}

/// `w/5`, `not pre/s`.
fn reach(near: &Near) -> String {
    let not = if near.sense == Sense::Apart { "not " } else { "" };
    let order = if near.order == Order::Ordered { "pre" } else { "w" };
    match near.within {
        Within::Words(words) => format!("{not}{order}/{words}"),
        Within::Sentence => format!("{not}{order}/s"),
        Within::Paragraph => format!("{not}{order}/p"),
    }
}

fn one_word(word: &Word) -> String {
    match word.form {
        WordForm::Stem => quoted_if_needed(&word.text),
        WordForm::Exact => format!("=\"{}\"", word.text),
        WordForm::Pattern if bare_pattern(&word.text) => word.text.clone(),
        WordForm::Pattern => format!("\"{}\"", word.text),
        WordForm::Fuzzy(_) => {
            let text = typed(word);
            if quoted_if_needed(&word.text) == word.text { text } else { format!("\"{text}\"") }
        }
    }
}

/// Whether the pattern reads as one word without quotation marks.
fn bare_pattern(text: &str) -> bool {
    let letters = text.replace(['*', '?'], "a");
    text.starts_with(char::is_alphanumeric) && quoted_if_needed(&letters) == letters
}

fn spaced(words: &[Word]) -> String {
    words.iter().map(typed).collect::<Vec<_>>().join(" ")
}

fn typed(word: &Word) -> String {
    match word.form {
        WordForm::Fuzzy(letters) => format!("{}~{letters}", word.text),
        WordForm::Stem | WordForm::Exact | WordForm::Pattern => word.text.clone(),
    }
}
