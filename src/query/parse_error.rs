//! What is wrong with the structure of a query.

use super::QueryError;
use crate::text::Span;

pub(super) fn nothing(end: Span) -> QueryError {
    QueryError::new(end, "the query is empty", "write words, or a field and a value such as signatory:NAME")
}

pub(super) fn dangling(operator: &str, span: Span, side: &str) -> QueryError {
    let hint = match operator {
        "-" => "write - directly before the word or field that must not be there".to_owned(),
        _ => format!("write what is missing, or \"{operator}\" in quotation marks to search for the word"),
    };
    QueryError::new(span, format!("'{operator}' has nothing {side} it"), hint)
}

pub(super) fn not_closed(open: Span) -> QueryError {
    QueryError::new(open, "this parenthesis is not closed", "add the closing parenthesis, or leave this one out")
}

pub(super) fn closes_none(span: Span) -> QueryError {
    QueryError::new(span, "this parenthesis closes none", "leave it out, or open one before it")
}

pub(super) fn no_word(text: &str, span: Span) -> QueryError {
    let hint = match text {
        "-" => "to exclude a word or field, write - directly before it",
        "*" => "* stands for any value of a field, as in signatory:*",
        _ => "leave it out: punctuation is not searched for",
    };
    QueryError::new(span, format!("'{}' has no letter or digit", QueryError::shorten(text)), hint)
}
