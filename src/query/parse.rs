//! Reads a query.
//!
//! ```text
//! query  = or ;
//! or     = and , { "OR" , and } ;
//! and    = not , { [ "AND" ] , not } ;             two things side by side must both hold
//! not    = { "NOT" | "-" } , one ;                 "-" stands directly before what it denies
//! one    = "(" , or , ")" | clause | quoted | word ;
//! clause = field , ":" , value , { "," , value } ; no spaces; any of the values
//! field  = "signatory" | "represented" | "nonsignatory" | "speaker" | "from" | "target" | "to"
//!        | "mention" | "country" | "kind" | "joint" | "issuer" | "date" | "act" | "confidence"
//!        | "doubt" | "actor" | "org" | "place" | "dateline" | "agency" | "byline" | "headline"
//!        | "section" | "credit" ;                                                  in any case
//! value  = "*" | bare | quoted | set , "(" , ( quoted | name ) , ")" ;
//! set    = "members" | "all" | "organisation" ;                                    in any case
//! quoted = mark , { any character but a mark } , mark ;
//! mark   = '"' | '“' | '”' | '„' | '‟' | '«' | '»' ;
//! word   = a run without white space, marks, "(", ")" and ":", not "AND", "OR" or "NOT" ;
//! bare   = a run without white space, marks, "(", ")" and "," ;
//! name   = characters without marks, "(" and ")" ;
//!
//! date   = "*" | range | ( ">=" | ">" | "<=" | "<" ) , day ;     what `date:` takes as a value
//! range  = day | day , ".." | ".." , day | day , ".." , day ;    both ends included
//! day    = YYYY | YYYY-MM | YYYY-MM-DD ;                         a year or month is all its days
//! ```
//!
//! What the values of the other fields are:
//!
//! ```text
//! kind   = "direct" | "mixed" | "indirect" ;
//! joint  = "yes" | "no" | "true" | "false" ;
//! act = "*" | one of the acts of acts.toml ("urge", "condemn" ...) ;
//! doubt = "*" | "count-disagrees" | "members-undated" | "unclosed-quotation" | "unattributed-quotation" ;
//! confidence = "*" | share | ( ">=" | ">" | "<=" | "<" ) , share | share , ".." , share ;   from 0 to 1
//! issuer, org = "*" | organisation ;
//! place, dateline, agency, byline, headline, section, credit = "*" | words ;
//! mention, country = "*" | country | members or all of an organisation ;
//! target = "*" | party | members or all | "against" | "addressed" | "support" ;
//! speaker, actor = "*" | party | members or all | words of a name or role ;
//! signatory, represented, nonsignatory = "*" | party | members or all ;
//! ```
//!
//! A party is a country or an organisation by any of its names or codes. `organisation(X)` is the
//! organisation where X alone would be a country's code.
//!
//! `NOT` binds tightest, then `AND` and juxtaposition, then `OR`. The operators are upper case; `and`,
//! `or` and `not` are words like any other. White space may stand between any two things but around the
//! colon and the commas of a clause. Words and phrases have at least one letter or digit. Parentheses
//! and `NOT` nest 64 deep at most, and a query has 256 words and values at most.

use super::cursor::Cursor;
use super::item::items;
use super::party::Names;
use super::resolve::value;
use super::token::{self, Token, TokenKind};
use super::{Field, Query, QueryError};
use crate::knowledge::Knowledge;
use crate::text::Span;

/// Beyond this nobody reads a query any more, and recursion stays far from the end of the stack.
const DEEPEST: usize = 64;

/// More words and values than this would make one search unreasonably dear.
const MOST_PARTS: usize = 256;

pub(super) fn parse(text: &str, knowledge: &Knowledge) -> Result<Query, QueryError> {
    let names = Names { knowledge, query: text };
    let mut parser = Parser { cursor: Cursor::new(text), next: None, names, depth: 0, parts: 0 };
    parser.step()?;
    let query = parser.either()?;
    match parser.next {
        None => Ok(query),
        Some(token) => Err(closes_none(token.span)),
    }
}

struct Parser<'q> {
    cursor: Cursor<'q>,
    next: Option<Token<'q>>,
    names: Names<'q>,
    depth: usize,
    parts: usize,
}

impl<'q> Parser<'q> {
    fn step(&mut self) -> Result<(), QueryError> {
        self.next = token::next(&mut self.cursor)?;
        Ok(())
    }

    fn next_kind(&self) -> Option<TokenKind<'q>> {
        self.next.map(|token| token.kind)
    }

    /// `or` of the grammar.
    fn either(&mut self) -> Result<Query, QueryError> {
        let mut parts = vec![self.both()?];
        while let Some(Token { kind: TokenKind::Or, span }) = self.next {
            self.step_over_operator(span)?;
            parts.push(self.both()?);
        }
        Ok(single(parts, Query::Or))
    }

    /// `and` of the grammar.
    fn both(&mut self) -> Result<Query, QueryError> {
        let mut parts = vec![self.denied()?];
        loop {
            match self.next {
                None | Some(Token { kind: TokenKind::Or | TokenKind::Close, .. }) => break,
                Some(Token { kind: TokenKind::And, span }) => self.step_over_operator(span)?,
                Some(_) => {}
            }
            parts.push(self.denied()?);
        }
        Ok(single(parts, Query::And))
    }

    /// `not` of the grammar.
    fn denied(&mut self) -> Result<Query, QueryError> {
        let Some(Token { kind: TokenKind::Not, span }) = self.next else { return self.one() };
        self.descend(span)?;
        self.step_over_operator(span)?;
        let inner = self.denied()?;
        self.depth -= 1;
        Ok(Query::Not(Box::new(inner)))
    }

    fn one(&mut self) -> Result<Query, QueryError> {
        let Some(Token { kind, span }) = self.next else { return Err(nothing(self.cursor.next_span())) };
        let query = match kind {
            TokenKind::Open => return self.group(span),
            TokenKind::Word(word) => self.words([word], span)?,
            TokenKind::Quoted(text) => self.words(text.split_whitespace(), span)?,
            TokenKind::Field(field) => self.clause(field, span)?,
            TokenKind::Close => return Err(closes_none(span)),
            TokenKind::And | TokenKind::Or | TokenKind::Not => {
                return Err(dangling(&self.cursor.text[span.start..span.end], span, "before"));
            }
        };
        self.step()?;
        Ok(query)
    }

    fn group(&mut self, open: Span) -> Result<Query, QueryError> {
        self.descend(open)?;
        self.step()?;
        if let Some(Token { kind: TokenKind::Close, span }) = self.next {
            let both = Span::new(open.start, span.end);
            return Err(QueryError::new(both, "there is nothing between the parentheses", "leave them out"));
        }
        if self.next.is_none() {
            return Err(not_closed(open));
        }
        let query = self.either()?;
        if self.next_kind() != Some(TokenKind::Close) {
            return Err(not_closed(open));
        }
        self.step()?;
        self.depth -= 1;
        Ok(query)
    }

    fn clause(&mut self, field: Field, name: Span) -> Result<Query, QueryError> {
        let mut values = Vec::new();
        for item in items(&mut self.cursor, field, name)? {
            self.count(item.span)?;
            values.push(value(field, &item, &self.names)?);
        }
        Ok(Query::Is(field, values))
    }

    /// A word, or several that stand next to each other. What has neither letter nor digit is no word.
    fn words<'w>(&mut self, typed: impl IntoIterator<Item = &'w str>, span: Span) -> Result<Query, QueryError> {
        let mut words = Vec::new();
        for word in typed.into_iter().filter(|word| word.contains(char::is_alphanumeric)) {
            self.count(span)?;
            words.push(word.to_owned());
        }
        match words.len() {
            0 => Err(no_word(&self.cursor.text[span.start..span.end], span)),
            1 => Ok(Query::Word(words.remove(0))),
            _ => Ok(Query::Phrase(words)),
        }
    }

    /// Steps over the operator at `span`, which needs something behind it.
    fn step_over_operator(&mut self, span: Span) -> Result<(), QueryError> {
        self.step()?;
        match self.next_kind() {
            None | Some(TokenKind::Close | TokenKind::And | TokenKind::Or) => {
                Err(dangling(&self.cursor.text[span.start..span.end], span, "after"))
            }
            Some(_) => Ok(()),
        }
    }

    fn descend(&mut self, span: Span) -> Result<(), QueryError> {
        self.depth += 1;
        if self.depth <= DEEPEST {
            return Ok(());
        }
        let message = format!("parentheses and NOT are nested more than {DEEPEST} deep");
        Err(QueryError::new(span, message, "leave out parentheses that change nothing"))
    }

    fn count(&mut self, span: Span) -> Result<(), QueryError> {
        self.parts += 1;
        if self.parts <= MOST_PARTS {
            return Ok(());
        }
        let message = format!("the query has more than {MOST_PARTS} words and values");
        let hint = "shorten it; members(X) stands for every country of a group";
        Err(QueryError::new(span, message, hint))
    }
}

fn single(mut parts: Vec<Query>, many: fn(Vec<Query>) -> Query) -> Query {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            many(parts)
        }
    }
}

fn nothing(end: Span) -> QueryError {
    QueryError::new(end, "the query is empty", "write words, or a field and a value such as signatory:NAME")
}

fn dangling(operator: &str, span: Span, side: &str) -> QueryError {
    let hint = match operator {
        "-" => "write - directly before the word or field that must not be there".to_owned(),
        _ => format!("write what is missing, or \"{operator}\" in quotation marks to search for the word"),
    };
    QueryError::new(span, format!("'{operator}' has nothing {side} it"), hint)
}

fn not_closed(open: Span) -> QueryError {
    QueryError::new(open, "this parenthesis is not closed", "add the closing parenthesis, or leave this one out")
}

fn closes_none(span: Span) -> QueryError {
    QueryError::new(span, "this parenthesis closes none", "leave it out, or open one before it")
}

fn no_word(text: &str, span: Span) -> QueryError {
    let hint = match text {
        "-" => "to exclude a word or field, write - directly before it",
        "*" => "* stands for any value of a field, as in signatory:*",
        _ => "leave it out: punctuation is not searched for",
    };
    QueryError::new(span, format!("'{}' has no letter or digit", QueryError::shorten(text)), hint)
}
