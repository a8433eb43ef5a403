//! Reads a query.
//!
//! ```text
//! query  = or ;
//! or     = and , { "OR" , and } ;
//! and    = not , { [ "AND" ] , not } ;             two things side by side must both hold
//! not    = { "NOT" | "-" } , near ;                "-" stands directly before what it denies
//! near   = one , { reach , one } ;                 from left to right; words, phrases and ORs of them
//! reach  = [ "not" ] , ( "w/" | "pre/" ) , ( number | "s" | "p" ) ;                in any case
//! one    = "(" , or , ")" | clause | text | often | lead ;
//! text   = quoted | "=" , quoted | word ;          behind "=" letter by letter, else by the stem
//! often  = "atleast" , number , one ;              no space before the number; in any case
//! lead   = "hlead" , "(" , or , ")" ;              the headline or the first paragraph; in any case
//! number = 1 to 255 ;
//! clause = field , ":" , value , { "," , value } ; no spaces; any of the values
//! field  = "signatory" | "represented" | "nonsignatory" | "speaker" | "from" | "target" | "to"
//!        | "mention" | "country" | "kind" | "joint" | "issuer" | "date" | "act" | "topic"
//!        | "about" | "confidence"
//!        | "doubt" | "actor" | "org" | "place" | "dateline" | "agency" | "byline" | "headline"
//!        | "section" | "credit" ;                                                  in any case
//! value  = "*" | bare | quoted | set , "(" , ( quoted | name ) , ")" ;
//! set    = "members" | "all" | "outside" | "organisation" | relation ;             in any case
//! relation = "against" | "addressed" | "support" ;                                 before a target
//! quoted = mark , { any character but a mark } , mark ;
//! mark   = '"' | '“' | '”' | '„' | '‟' | '«' | '»' ;
//! word   = a run without white space, marks, "(", ")" and ":", not "AND", "OR", "NOT" or a reach ;
//! bare   = a run without white space, marks, "(", ")" and "," ;
//! name   = characters without marks, "(" and ")" ;
//!
//! date   = "*" | range | ( ">=" | ">" | "<=" | "<" ) , day ;     what `date:` takes as a value
//! range  = day | day , ".." | ".." , day | day , ".." , day ;    both ends included
//! day    = YYYY | YYYY-MM | YYYY-MM-DD ;                         a year or month is all its days
//! date   = digits , ( "d" | "w" | "m" | "y" ) ;                  so many days, weeks, months or years up to today
//! ```
//!
//! What the values of the other fields are:
//!
//! ```text
//! kind   = "direct" | "mixed" | "indirect" ;
//! joint  = "yes" | "no" | "true" | "false" ;
//! act = "*" | one of the acts of acts.toml ("urge", "condemn" ...) ;
//! topic = "*" | the name or id of a Media Topic | a word that speaks of one ;
//! doubt = "*" | "count-disagrees" | "members-undated" | "unclosed-quotation" | "unattributed-quotation" ;
//! confidence = "*" | share | ( ">=" | ">" | "<=" | "<" ) , share | share , ".." , share ;   from 0 to 1
//! issuer, org = "*" | organisation ;
//! place, dateline, agency, byline, headline, section, credit = "*" | words ;
//! mention, country = "*" | country | members or all of an organisation ;
//! target = "*" | party | members or all | relation | relation , "(" , party , ")" ;
//! speaker, actor = "*" | party | members or all | words of a name or role ;
//! signatory, represented, nonsignatory = "*" | party | members or all ;
//! ```
//!
//! Members or all are `members(X)`, any of them, `all(X)`, every one, and `outside(X)`, any country that is none.
//! A party is a country or an organisation by any of its names or codes. `organisation(X)` is the
//! organisation where X alone would be a country's code.
//!
//! `w/5` and its like bind tightest, then `NOT`, then `AND` and juxtaposition, then `OR`. The operators are
//! upper case; `and`, `or` and `not` are words like any other. White space may stand between any two
//! things but around the colon and the commas of a clause.
//!
//! `w/5`: at most 5 words apart, either first; `pre/5`: the left one first; `w/s`, `w/p`: in one sentence,
//! one paragraph; `not` before it: the left one where the right one is not so near.
//!
//! A word may end in `*` (any letters), have `?` inside (one letter), or end in `~1` or `~2` (so many letters
//! different). Words and phrases have at least one letter or digit. Parentheses and `NOT` nest 64 deep at
//! most, and a query has 256 words and values at most.

use super::cursor::Cursor;
use super::item::items;
use super::limits::Limits;
use super::parse_error::{closes_none, dangling, no_word, not_closed, nothing};
use super::party::Names;
use super::resolve::value;
use super::text::{Near, Scope, Text, WordForm};
use super::token::{self, Token, TokenKind};
use super::wording::{in_lead, single, text_of, words};
use super::{Field, Query, QueryError, Reading};
use crate::text::Span;

pub(super) fn parse(text: &str, reading: &Reading) -> Result<Query, QueryError> {
    let names = Names { reading, query: text };
    let mut parser = Parser { cursor: Cursor::new(text), next: None, names, limits: Limits::default() };
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
    limits: Limits,
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
        let Some(Token { kind: TokenKind::Not, span }) = self.next else { return self.near() };
        self.limits.descend(span)?;
        self.step_over_operator(span)?;
        let inner = self.denied()?;
        self.limits.ascend();
        Ok(Query::Not(Box::new(inner)))
    }

    /// `near` of the grammar.
    fn near(&mut self) -> Result<Query, QueryError> {
        let mut query = self.one()?;
        while let Some(Token { kind: TokenKind::Near(within, order, sense), span }) = self.next {
            self.step_over_operator(span)?;
            let right = self.one()?;
            let (left, right) = (text_of(query, span)?, text_of(right, span)?);
            query = Query::Text(Scope::Anywhere, Text::Near(Box::new(Near { left, right, within, order, sense })));
        }
        Ok(query)
    }

    /// The place of what comes next.
    fn start(&self) -> Span {
        self.next.map_or_else(|| self.cursor.next_span(), |token| token.span)
    }

    fn one(&mut self) -> Result<Query, QueryError> {
        let Some(Token { kind, span }) = self.next else { return Err(nothing(self.cursor.next_span())) };
        let query = match kind {
            TokenKind::Open => return self.group(span),
            TokenKind::AtLeast(count) => return self.at_least(count, span),
            TokenKind::Lead => return self.lead(span),
            TokenKind::Word(word) => self.words([word], WordForm::Stem, span)?,
            TokenKind::Quoted(text) => self.words(text.split_whitespace(), WordForm::Stem, span)?,
            TokenKind::Exact(text) => self.words(text.split_whitespace(), WordForm::Exact, span)?,
            TokenKind::Field(field) => self.clause(field, span)?,
            TokenKind::Close => return Err(closes_none(span)),
            TokenKind::And | TokenKind::Or | TokenKind::Not | TokenKind::Near(..) => {
                return Err(dangling(&self.cursor.text[span.start..span.end], span, "before"));
            }
        };
        self.step()?;
        Ok(query)
    }

    fn group(&mut self, open: Span) -> Result<Query, QueryError> {
        self.limits.descend(open)?;
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
        self.limits.ascend();
        Ok(query)
    }

    fn clause(&mut self, field: Field, name: Span) -> Result<Query, QueryError> {
        let mut values = Vec::new();
        for item in items(&mut self.cursor, field, name)? {
            self.limits.count(item.span)?;
            let value = value(field, &item, &self.names)?;
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Ok(Query::Is(field, values))
    }

    /// `often` of the grammar.
    fn at_least(&mut self, count: u32, span: Span) -> Result<Query, QueryError> {
        self.limits.descend(span)?;
        self.step_over_operator(span)?;
        let inner = self.one()?;
        self.limits.ascend();
        let inner = text_of(inner, span)?;
        Ok(Query::Text(Scope::Anywhere, Text::AtLeast(count, Box::new(inner))))
    }

    /// `lead` of the grammar; the parenthesis stands directly behind.
    fn lead(&mut self, span: Span) -> Result<Query, QueryError> {
        self.step()?;
        let inner = self.group(self.start())?;
        in_lead(inner, span)
    }

    /// A word, or several that stand next to each other. What has neither letter nor digit is no word.
    fn words<'w>(
        &mut self,
        typed: impl IntoIterator<Item = &'w str>,
        form: WordForm,
        span: Span,
    ) -> Result<Query, QueryError> {
        let mut found = Vec::new();
        for word in typed.into_iter().filter(|word| word.contains(char::is_alphanumeric)) {
            self.limits.count(span)?;
            found.push(words(word, form, span)?);
        }
        match found.len() {
            0 => Err(no_word(&self.cursor.text[span.start..span.end], span)),
            1 => Ok(Query::Text(Scope::Anywhere, Text::Word(found.remove(0)))),
            _ => Ok(Query::Text(Scope::Anywhere, Text::Phrase(found))),
        }
    }

    /// Steps over the operator at `span`, which needs something behind it.
    fn step_over_operator(&mut self, span: Span) -> Result<(), QueryError> {
        self.step()?;
        match self.next_kind() {
            None | Some(TokenKind::Close | TokenKind::And | TokenKind::Or | TokenKind::Near(..)) => {
                Err(dangling(&self.cursor.text[span.start..span.end], span, "after"))
            }
            Some(_) => Ok(()),
        }
    }
}
