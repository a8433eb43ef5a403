//! Reads the list of values behind a field's colon, before anyone asks what they mean.

use super::cursor::{Cursor, is_quote};
use super::{Field, QueryError};
use crate::statement::Relation;
use crate::text::Span;

/// One value as written.
#[derive(Debug, Clone)]
pub(super) struct Item<'q> {
    /// How it is written.
    pub form: Form,
    /// The name, date or word itself, without quotation marks and without the set around it.
    pub text: &'q str,
    /// Where `text` stands.
    pub text_span: Span,
    /// All of it.
    pub span: Span,
}

impl<'q> Item<'q> {
    fn new(cursor: &Cursor<'q>, form: Form, text_span: Span, start: usize) -> Self {
        Self { form, text: cursor.of(text_span), text_span, span: cursor.since(start) }
    }
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `KR`
    Bare,
    /// `"a name of several words"`
    Quoted,
    /// `members(G7)`
    Members,
    /// `all(G7)`
    All,
    /// `outside(G7)`
    Outside,
    /// `organisation(AU)`
    Organisation,
    /// `addressed(CN)`
    Related(Relation),
}

/// Reads `value,value,...`; the cursor stands behind the colon of `field`, whose name is at `name`.
pub(super) fn items<'q>(cursor: &mut Cursor<'q>, field: Field, name: Span) -> Result<Vec<Item<'q>>, QueryError> {
    check_start(cursor, field, name)?;
    let mut items = vec![item(cursor, name)?];
    while cursor.peek() == Some(',') {
        let comma = cursor.next_span();
        cursor.at = comma.end;
        items.push(item(cursor, comma)?);
    }
    match cursor.peek() {
        None | Some(')') => Ok(items),
        Some(c) if c.is_whitespace() => Ok(items),
        Some(c) => Err(QueryError::new(
            cursor.next_span(),
            format!("'{c}' cannot follow a value directly"),
            "put a space after the value, or quotation marks around all of it",
        )),
    }
}

fn check_start(cursor: &Cursor, field: Field, name: Span) -> Result<(), QueryError> {
    match cursor.peek() {
        None | Some(')') => {}
        Some(c) if c.is_whitespace() => {}
        Some('(') => {
            return Err(QueryError::new(
                cursor.next_span(),
                "a list of values has no parentheses",
                format!("write {field}:a,b for either of two values"),
            ));
        }
        Some(_) => return Ok(()),
    }
    let hint = format!("write the value directly behind the colon: {field}:{}", example(field));
    Err(QueryError::new(name, format!("{field}: has no value"), hint))
}

fn example(field: Field) -> &'static str {
    match field {
        Field::Kind => "direct",
        Field::Joint => "yes",
        Field::Date => "2024-11-05",
        Field::Act => "urge",
        Field::Topic => "\"economic sanction\"",
        Field::Confidence => "0.8..1",
        Field::Doubt => "count-disagrees",
        _ => "NAME",
    }
}

/// One value; `before` is the comma in front of it, to be blamed when there is none.
fn item<'q>(cursor: &mut Cursor<'q>, before: Span) -> Result<Item<'q>, QueryError> {
    let start = cursor.at;
    if cursor.peek().is_some_and(is_quote) {
        let inner = cursor.quoted()?;
        return Ok(Item::new(cursor, Form::Quoted, inner, start));
    }
    let text = cursor.run(|c| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ','));
    let span = cursor.since(start);
    if text.is_empty() {
        let comma = if cursor.peek() == Some(',') { cursor.next_span() } else { before };
        let hint = "leave out the extra comma, and put no spaces around commas";
        return Err(QueryError::new(comma, "the list has an empty place", hint));
    }
    if cursor.peek() != Some('(') {
        return Ok(Item::new(cursor, Form::Bare, span, start));
    }
    let form = set(text).ok_or_else(|| {
        let message = format!("'{}' is no set of countries", QueryError::shorten(text));
        let hint = "write members(X) for any member of X, all(X) for every member, outside(X) for any other; elsewhere, put a space before '('";
        QueryError::new(span, message, hint)
    })?;
    let name = parenthesised(cursor)?;
    Ok(Item::new(cursor, form, name, start))
}

fn set(name: &str) -> Option<Form> {
    let forms = [
        ("members", Form::Members),
        ("all", Form::All),
        ("outside", Form::Outside),
        ("organisation", Form::Organisation),
        ("against", Form::Related(Relation::Against)),
        ("addressed", Form::Related(Relation::Addressed)),
        ("support", Form::Related(Relation::Support)),
    ];
    forms.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, form)| *form)
}

/// The name between the parenthesis that is next and the one that closes it.
fn parenthesised(cursor: &mut Cursor) -> Result<Span, QueryError> {
    let open = cursor.next_span();
    cursor.at = open.end;
    cursor.skip_space();
    let start = cursor.at;
    let name = if cursor.peek().is_some_and(is_quote) {
        cursor.quoted()?
    } else {
        cursor.run(|c| is_quote(c) || matches!(c, '(' | ')'));
        cursor.trimmed(cursor.since(start))
    };
    cursor.skip_space();
    if !cursor.skip(')') {
        return Err(QueryError::new(open, "this parenthesis is not closed", "close it behind the name"));
    }
    if name.is_empty() {
        let span = cursor.since(open.start);
        return Err(QueryError::new(span, "there is no name between the parentheses", "write for example members(G7)"));
    }
    Ok(name)
}
