//! Turns a [`Query`] into one of the engine's.

use std::ops::Bound;
use std::sync::Arc;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query as EngineQuery,
    RangeQuery, TermQuery,
};
use tantivy::schema::{Field as EngineField, IndexRecordOption};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Searcher, Term};

use super::analyzers::Analyzers;
use super::any_word_query::AnyWordQuery;
use super::children_query::ChildrenQuery;
use super::columns::Columns;
use super::days_query::DaysQuery;
use super::document::day_number;
use super::expansion::Fault;
use super::party_term::{party_term, related_term};
use super::pattern_maker::PatternMaker;
use super::place::Place;
use super::proximity::{Pattern, PatternQuery, Texts, Watch};
use super::query_fields::{engine_field, filled, names_statements};
use super::ranking::HEADLINE_WEIGHT;
use super::schema::Fields;
use crate::knowledge::{Knowledge, Party};
use crate::query::{Days, Field, Flag, Query, Scope, Share, Text, Value};

pub(super) type Boxed = Box<dyn EngineQuery>;

/// Translates queries over one index.
pub(super) struct Translator<'k> {
    pub fields: Fields,
    pub knowledge: &'k Knowledge,
    pub searcher: &'k Searcher,
    pub analyzers: Arc<Analyzers>,
    pub columns: Columns,
    /// What reads the words of a document.
    pub texts: Texts,
    pub watch: Arc<Watch>,
    pub documents: Documents,
}

/// Which documents a query is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Documents {
    /// Statements; what holds for an article is found in the document before them.
    Statements,
    /// Headlines, which hold their lead themselves.
    Headlines,
}

impl Translator<'_> {
    /// `query`, asked of statements.
    pub(super) fn of(&mut self, query: &Query) -> Result<Boxed, Fault> {
        let inner = self.query(query)?;
        if names_statements(query) {
            return Ok(inner.downcast::<AnyWordQuery>().map_or_else(|other| other, |words| words.alone()));
        }
        let only = ConstScoreQuery::new(code(self.fields.doc, "statement"), 0.0);
        Ok(Box::new(BooleanQuery::new(vec![(Occur::Must, Box::new(only)), (Occur::Must, inner)])))
    }

    /// `query`, asked of the headlines that are a `doc`, of which the fields are.
    pub(super) fn of_headlines(&mut self, query: &Query, doc: &str) -> Result<Boxed, Fault> {
        self.documents = Documents::Headlines;
        let only = ConstScoreQuery::new(code(self.fields.doc, doc), 0.0);
        let inner = self.query(query)?;
        Ok(Box::new(BooleanQuery::new(vec![(Occur::Must, Box::new(only)), (Occur::Must, inner)])))
    }

    fn query(&mut self, query: &Query) -> Result<Boxed, Fault> {
        Ok(match query {
            Query::And(parts) => self.all_of(parts)?,
            Query::Or(parts) => {
                let parts = parts.iter().map(|part| self.query(part)).collect::<Result<_, _>>()?;
                match AnyWordQuery::of(parts) {
                    Ok(words) => Box::new(words),
                    Err(parts) => any(parts),
                }
            }
            Query::Not(inner) => {
                let inner = self.query(inner)?;
                Box::new(BooleanQuery::new(vec![(Occur::Must, everything()), (Occur::MustNot, inner)]))
            }
            Query::Is(field, values) => {
                let values = values.iter().map(|value| self.value(*field, value)).collect();
                silent(any(values))
            }
            Query::Text(scope, text) => self.text(*scope, text)?,
        })
    }

    fn all_of(&mut self, parts: &[Query]) -> Result<Boxed, Fault> {
        let mut clauses: Vec<(Occur, Boxed)> = Vec::with_capacity(parts.len() + 1);
        for part in parts {
            clauses.push(match part {
                Query::Not(inner) => (Occur::MustNot, self.query(inner)?),
                part => (Occur::Must, self.query(part)?),
            });
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, everything()));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// Words in the text or the headline.
    fn text(&mut self, scope: Scope, text: &Text) -> Result<Boxed, Fault> {
        match scope {
            Scope::Anywhere => {
                let (text, headline) = self.text_and_headline(text)?;
                let is_word = text.is::<TermQuery>();
                let parts = vec![text, headline];
                Ok(if is_word { Box::new(AnyWordQuery::new(parts)) } else { any(parts) })
            }
            Scope::Lead => {
                let lead = self.in_field(self.fields.lead, text)?;
                match self.documents {
                    Documents::Statements => {
                        Ok(Box::new(ChildrenQuery { articles: lead, columns: self.columns.clone() }))
                    }
                    Documents::Headlines => Ok(lead),
                }
            }
        }
    }

    /// `text` in a statement's text, and in the headline with its weight.
    pub fn text_and_headline(&mut self, text: &Text) -> Result<(Boxed, Boxed), Fault> {
        let headline = self.in_field(self.fields.headline, text)?;
        Ok((self.in_field(self.fields.text, text)?, Box::new(BoostQuery::new(headline, HEADLINE_WEIGHT))))
    }

    fn in_field(&self, field: EngineField, text: &Text) -> Result<Boxed, Fault> {
        let pattern = PatternMaker::new(self.searcher, field, &self.analyzers, self.knowledge).pattern(text)?;
        Ok(pattern_query(field, pattern, &self.watch, &self.texts))
    }

    /// Words of a place next to each other in the text or the headline.
    fn words(&mut self, words: &str) -> Boxed {
        let stems = stems(&mut self.analyzers.prose(), words);
        any([self.fields.text, self.fields.headline].into_iter().map(|field| phrase(field, &stems)).collect())
    }

    fn value(&mut self, field: Field, value: &Value) -> Boxed {
        let parts: &[Field] = match (field, value) {
            (Field::Actor, Value::Words(_)) => &[Field::Speaker],
            (Field::Actor, Value::Organisation(_)) => &[Field::Issuer],
            (Field::Actor, Value::Any) => &[Field::Speaker, Field::Signatory, Field::Issuer],
            (Field::Actor, _) => &[Field::Speaker, Field::Signatory],
            (Field::Credit, _) => &[Field::Byline, Field::Credit],
            (Field::Place, Value::Words(place)) => {
                return any(vec![self.one_value(Field::Dateline, value), self.words(place)]);
            }
            _ => return self.one_value(field, value),
        };
        any(parts.iter().map(|part| self.one_value(*part, value)).collect())
    }

    fn one_value(&mut self, field: Field, value: &Value) -> Boxed {
        let engine_field = engine_field(&self.fields, field);
        match value {
            Value::Country(country) => code(engine_field, country.as_str()),
            Value::Organisation(id) if matches!(field, Field::Signatory | Field::Represented | Field::Issuer) => {
                code(self.fields.issuer, id.as_str())
            }
            Value::Organisation(id) => code(engine_field, &party_term(&Party::Organisation(id.clone()))),
            Value::AnyMember(id) => any(self.members(engine_field, id)),
            Value::Outsider(id) => any(self.outsiders(engine_field, id)),
            Value::Related(relation, party) => code(engine_field, &related_term(*relation, party)),
            Value::EveryMember(id) => self.every_member(engine_field, id),
            Value::Words(words) if field == Field::Speaker => {
                phrase(self.fields.speaker_words, &stems(&mut self.analyzers.name(), words))
            }
            Value::Words(words) if field == Field::Headline => {
                phrase(engine_field, &stems(&mut self.analyzers.prose(), words))
            }
            Value::Words(words) => phrase(engine_field, &stems(&mut self.analyzers.name(), words)),
            Value::Office { posts, .. } => any(self.office(posts)),
            Value::Persons { words, names } => any(self.persons(words, names)),
            Value::Kind(wanted) => code(self.fields.kind, wanted.as_str()),
            Value::Relation(wanted) => code(self.fields.relation, wanted.as_str()),
            Value::Flag(Flag::Yes) => code(self.fields.joint, "yes"),
            Value::Flag(Flag::No) => code(self.fields.joint, "no"),
            Value::Act(wanted) => code(self.fields.act, wanted.as_str()),
            Value::Topic(topic) => {
                let below = self.knowledge.topics().below(*topic);
                any(below.into_iter().map(|topic| code(self.fields.topic, &topic.digits())).collect())
            }
            Value::Doubt(wanted) => code(self.fields.doubt, wanted.as_str()),
            Value::Share(share) => self.share(*share),
            Value::Days(days) => self.days(*days),
            Value::Any if field == Field::Date => self.days(Days { from: None, to: None }),
            Value::Any if field == Field::Confidence => self.share(Share { from: 0, to: 1000 }),
            Value::Any => filled(engine_field),
        }
    }

    fn share(&self, share: Share) -> Boxed {
        let edge =
            |thousandths: u16| Bound::Included(Term::from_field_u64(self.fields.confidence, u64::from(thousandths)));
        Box::new(RangeQuery::new(edge(share.from), edge(share.to)))
    }

    pub(super) fn days(&self, days: Days) -> Boxed {
        if [days.from, days.to].into_iter().flatten().all(Place::is_exact) {
            let first = days.to.map_or(Place(0), Place::first_of);
            let end = days.from.map_or(Place::undated(), Place::behind);
            return Box::new(DaysQuery { first, end, columns: self.columns.clone() });
        }
        let edge = |date: Option<jiff::civil::Date>| {
            date.map_or(Bound::Unbounded, |date| {
                Bound::Included(Term::from_field_i64(self.fields.date, day_number(date)))
            })
        };
        let from = match edge(days.from) {
            Bound::Unbounded => Bound::Included(Term::from_field_i64(self.fields.date, i64::MIN)),
            from => from,
        };
        Box::new(RangeQuery::new(from, edge(days.to)))
    }
}

/// `pattern` by the engine's own queries where they can say it, which is faster.
fn pattern_query(field: EngineField, pattern: Pattern, watch: &Arc<Watch>, texts: &Texts) -> Boxed {
    if let Some(stems) = pattern.plain_phrase() {
        return phrase(field, &stems);
    }
    let query = PatternQuery { field, pattern: Arc::new(pattern), texts: texts.clone(), watch: watch.clone() };
    Box::new(query)
}

pub(super) fn any(mut parts: Vec<Boxed>) -> Boxed {
    match parts.len() {
        0 => Box::new(EmptyQuery),
        1 => parts.swap_remove(0),
        _ => Box::new(BooleanQuery::union(parts)),
    }
}

fn everything() -> Boxed {
    silent(Box::new(AllQuery))
}

/// A filter: it decides what is found, not what ranks higher.
fn silent(query: Boxed) -> Boxed {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

pub(super) fn stems(analyzer: &mut TextAnalyzer, words: &str) -> Vec<String> {
    let mut out = Vec::new();
    analyzer.token_stream(words).process(&mut |token| out.push(token.text.clone()));
    out
}

pub(super) fn phrase(field: EngineField, stems: &[String]) -> Boxed {
    let terms: Vec<Term> = stems.iter().map(|stem| Term::from_field_text(field, stem)).collect();
    match terms.as_slice() {
        [] => Box::new(EmptyQuery),
        [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}

pub(super) fn code(field: EngineField, code: &str) -> Boxed {
    Box::new(TermQuery::new(Term::from_field_text(field, code), IndexRecordOption::Basic))
}
