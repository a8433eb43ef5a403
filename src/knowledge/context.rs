//! Decides what an ambiguous name means by the words around it.

use super::CountryCode;
use super::ambiguity::{Ambiguity, Context};
use crate::text::Span;

impl Ambiguity {
    /// Whether the word next to the name rules every country out.
    pub(super) fn is_vetoed(&self, text: &str, span: Span) -> bool {
        ends_with_any(text[..span.start].trim_end(), &self.not_before)
            || starts_with_any(text[span.end..].trim_start(), &self.not_after)
    }

    /// The country the context decides for; `is_near` tells whether any of some words stands in the article.
    pub(super) fn decide(
        &self,
        text: &str,
        span: Span,
        mut is_near: impl FnMut(&[String]) -> bool,
    ) -> Option<CountryCode> {
        let before = text[..span.start].trim_end();
        let after = text[span.end..].trim_start();
        let mut fits = |context: &Context| {
            let Context { if_before, if_after, if_near, unless_near, .. } = context;
            (if_before.is_empty() || ends_with_any(before, if_before))
                && (if_after.is_empty() || starts_with_any(after, if_after))
                && (if_near.is_empty() || is_near(if_near))
                && (unless_near.is_empty() || !is_near(unless_near))
        };
        let decided = self.other.iter().find(|context| fits(context)).map_or(&self.default, |context| &context.code);
        decided.parse().ok()
    }

    /// Every word its contexts look for in the article.
    pub(super) fn near_words(&self) -> impl Iterator<Item = &str> {
        self.other.iter().flat_map(|context| context.if_near.iter().chain(&context.unless_near)).map(String::as_str)
    }
}

fn ends_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        // Most words are turned away by one letter.
        if word.as_bytes().last() != text.as_bytes().last() {
            return word.is_empty();
        }
        let inside = word.starts_with(char::is_alphanumeric);
        text.strip_suffix(word.as_str()).is_some_and(|rest| !inside || !rest.ends_with(char::is_alphanumeric))
    })
}

fn starts_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        if word.as_bytes().first() != text.as_bytes().first() {
            return word.is_empty();
        }
        let inside = word.ends_with(char::is_alphanumeric);
        text.strip_prefix(word.as_str()).is_some_and(|rest| !inside || !rest.starts_with(char::is_alphanumeric))
    })
}
