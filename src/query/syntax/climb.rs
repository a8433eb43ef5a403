//! Reads a query of any dialect by its table of strengths.

use super::super::cursor::Cursor;
use super::super::item::{Form, Item, items};
use super::super::limits::Limits;
use super::super::party::Names;
use super::super::resolve::value;
use super::super::text::{Scope, Text, Word, WordForm};
use super::super::wording::{in_lead, text_of};
use super::super::{Field, Query, QueryError, Reading, Value};
use super::dates;
use super::dialect::{Dialect, Operator, Part, Quoted, Space};
use super::joined::{dangling, is_prefix, join, phrase, settled};
use super::lexer::{Piece, PieceKind, either_within, next};
use super::names::names;
use crate::text::Span;

pub(super) fn parse(text: &str, reading: &Reading, dialect: &Dialect) -> Result<Query, QueryError> {
    let names = Names { reading, query: text };
    let mut parser = Parser { cursor: Cursor::new(text), dialect, names, next: None, limits: Limits::default() };
    parser.step()?;
    let query = settled(parser.expression(0)?, dialect);
    match parser.next {
        None => Ok(query),
        Some(piece) => {
            let hint = "leave it out, or open a parenthesis before it";
            Err(QueryError::new(piece.span, "this parenthesis closes none", hint))
        }
    }
}

struct Parser<'q, 'd> {
    cursor: Cursor<'q>,
    dialect: &'d Dialect,
    names: Names<'q>,
    next: Option<Piece<'q>>,
    limits: Limits,
}

impl Parser<'_, '_> {
    fn step(&mut self) -> Result<(), QueryError> {
        self.next = next(&mut self.cursor, self.dialect)?;
        Ok(())
    }

    /// Everything up to an operator weaker than `least`.
    fn expression(&mut self, least: u32) -> Result<Query, QueryError> {
        let mut left = self.operand()?;
        loop {
            let (operator, span) = match self.next {
                None | Some(Piece { kind: PieceKind::Close, .. }) => return Ok(left),
                Some(Piece { kind: PieceKind::Operator(operator), span }) if !is_prefix(operator) => (operator, span),
                Some(Piece { span, .. }) => (self.between(), Span::new(span.start, span.start)),
            };
            let strength = (self.dialect.strength)(operator);
            if strength < least {
                return Ok(left);
            }
            if !span.is_empty() {
                self.step()?;
                self.needs_operand(span)?;
            }
            let right = self.expression(strength + 1)?;
            left = join(left, operator, right, span)?;
        }
    }

    /// What stands between two parts without an operator.
    fn between(&self) -> Operator {
        match self.dialect.space {
            Space::Phrase => Operator::And,
            Space::Or => Operator::Or,
        }
    }

    fn needs_operand(&self, operator: Span) -> Result<(), QueryError> {
        let is_operand = match self.next {
            None | Some(Piece { kind: PieceKind::Close, .. }) => false,
            Some(Piece { kind: PieceKind::Operator(operator), .. }) => {
                matches!(operator, Operator::Not | Operator::AtLeast(_))
            }
            Some(_) => true,
        };
        if is_operand { Ok(()) } else { Err(dangling(self.cursor.of(operator), operator, "after")) }
    }

    fn operand(&mut self) -> Result<Query, QueryError> {
        let Some(Piece { kind, span }) = self.next else {
            return Err(QueryError::new(self.cursor.next_span(), "the query is empty", "write words to look for"));
        };
        match kind {
            PieceKind::Open => self.group(span),
            PieceKind::Close => Err(QueryError::new(span, "there is nothing before this parenthesis", "leave it out")),
            PieceKind::Must => self.prefixed(span, Operator::And),
            PieceKind::MustNot | PieceKind::Operator(Operator::Not) => self.prefixed(span, Operator::Not),
            PieceKind::Operator(operator @ Operator::AtLeast(_)) => self.prefixed(span, operator),
            PieceKind::Operator(_) => Err(dangling(self.cursor.of(span), span, "before")),
            PieceKind::Word(_) => self.words(),
            PieceKind::Quoted(text) => {
                let form = if self.dialect.quoted == Quoted::ByLetter { WordForm::Exact } else { WordForm::Stem };
                let query = self.quoted(text, form, span)?;
                self.step()?;
                Ok(query)
            }
            PieceKind::Sloppy(text, words) => self.sloppy(text, words, span),
            PieceKind::Part(part) => self.part(part, span),
            PieceKind::Field(field) => self.field(field, span),
            PieceKind::Date => {
                self.limits.count(span)?;
                let days = dates::in_words(&mut self.cursor, span)?;
                self.step()?;
                Ok(Query::Is(Field::Date, vec![Value::Days(days)]))
            }
        }
    }

    fn group(&mut self, open: Span) -> Result<Query, QueryError> {
        self.limits.descend(open)?;
        self.step()?;
        let not_closed = || QueryError::new(open, "this parenthesis is not closed", "add the closing parenthesis");
        match self.next {
            None => return Err(not_closed()),
            Some(Piece { kind: PieceKind::Close, span }) => {
                let both = Span::new(open.start, span.end);
                return Err(QueryError::new(both, "there is nothing between the parentheses", "leave them out"));
            }
            Some(_) => {}
        }
        let query = settled(self.expression(0)?, self.dialect);
        if !matches!(self.next, Some(Piece { kind: PieceKind::Close, .. })) {
            return Err(not_closed());
        }
        self.step()?;
        self.limits.ascend();
        Ok(query)
    }

    /// What stands behind `operator`, which is in front of it.
    fn prefixed(&mut self, span: Span, operator: Operator) -> Result<Query, QueryError> {
        self.limits.descend(span)?;
        self.step()?;
        self.needs_operand(span)?;
        let inner = match operator {
            Operator::Not => self.expression((self.dialect.strength)(Operator::Not) + 1)?,
            _ => self.operand()?,
        };
        self.limits.ascend();
        match operator {
            Operator::Not => Ok(Query::Not(Box::new(inner))),
            Operator::AtLeast(count) => {
                Ok(Query::Text(Scope::Anywhere, Text::AtLeast(count, Box::new(text_of(inner, span)?))))
            }
            _ => Ok(Query::And(vec![inner])),
        }
    }

    /// Words that follow each other: one phrase where a space means that, else the first.
    fn words(&mut self) -> Result<Query, QueryError> {
        let mut words = Vec::new();
        while let Some(Piece { kind: PieceKind::Word(written), span }) = self.next {
            if !words.is_empty() && self.dialect.space != Space::Phrase {
                break;
            }
            self.limits.count(span)?;
            if written.contains(char::is_alphanumeric) {
                words.push((self.dialect.word)(written, span)?);
            } else if words.is_empty() {
                let message = format!("'{}' has no letter or digit", QueryError::shorten(written));
                return Err(QueryError::new(span, message, "leave it out"));
            }
            self.step()?;
        }
        Ok(Query::Text(Scope::Anywhere, phrase(words)))
    }

    fn quoted(&mut self, text: &str, form: WordForm, span: Span) -> Result<Query, QueryError> {
        let mut words = Vec::new();
        for written in text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
            self.limits.count(span)?;
            words.push(match form {
                WordForm::Exact => Word { text: written.to_owned(), form },
                _ => (self.dialect.word)(written, span)?,
            });
        }
        if words.is_empty() {
            return Err(QueryError::new(span, "this has no letter or digit", "leave it out"));
        }
        Ok(Query::Text(Scope::Anywhere, phrase(words)))
    }

    /// The words of `text`, each at most so many words from the next.
    fn sloppy(&mut self, text: &str, words: u32, span: Span) -> Result<Query, QueryError> {
        let mut all = None;
        for written in text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
            self.limits.count(span)?;
            let one = Query::Text(Scope::Anywhere, Text::Word((self.dialect.word)(written, span)?));
            all = Some(match all {
                None => one,
                Some(before) => join(before, either_within(words), one, span)?,
            });
        }
        self.step()?;
        all.ok_or_else(|| QueryError::new(span, "this has no letter or digit", "leave it out"))
    }

    /// What `HEADLINE(...)` or `hd=` asks for.
    fn part(&mut self, part: Part, span: Span) -> Result<Query, QueryError> {
        let start = self.cursor.at;
        if let Part::Field(field) = part {
            self.cursor.skip_space();
            let form = match self.cursor.peek() {
                Some('(') => Form::Quoted,
                _ => return self.field(field, span),
            };
            let open = self.cursor.next_span();
            self.cursor.at = open.end;
            let text = self.cursor.run(|c| matches!(c, '(' | ')'));
            let text_span = self.cursor.trimmed(Span::new(open.end, open.end + text.len()));
            if !self.cursor.skip(')') || text_span.is_empty() {
                let hint = "write one name or the words of one, and close the parenthesis";
                return Err(QueryError::new(self.cursor.since(start), "this part is not complete", hint));
            }
            let (between, names) = names(&self.cursor, text_span, self.dialect)?;
            let mut found = Vec::with_capacity(names.len());
            for text_span in names {
                let text = self.cursor.of(text_span);
                let item = Item { form, text, text_span, span: text_span };
                self.limits.count(item.span)?;
                found.push(value(field, &item, &self.names)?);
            }
            self.step()?;
            return Ok(match between {
                Operator::And => Query::And(found.into_iter().map(|one| Query::Is(field, vec![one])).collect()),
                _ => Query::Is(field, found),
            });
        }
        self.step()?;
        let inner = match self.next {
            None => return Err(dangling(self.cursor.of(span), span, "after")),
            Some(_) => self.operand()?,
        };
        in_lead(inner, span)
    }

    fn field(&mut self, field: Field, name: Span) -> Result<Query, QueryError> {
        if field == Field::Date && self.cursor.peek() == Some('[') {
            self.limits.count(name)?;
            let days = dates::in_brackets(&mut self.cursor)?;
            self.step()?;
            return Ok(Query::Is(field, vec![Value::Days(days)]));
        }
        let mut values = Vec::new();
        for item in items(&mut self.cursor, field, name)? {
            self.limits.count(item.span)?;
            let value = value(field, &item, &self.names)?;
            if !values.contains(&value) {
                values.push(value);
            }
        }
        self.step()?;
        Ok(Query::Is(field, values))
    }
}
