//! What a query asks for, seen from the index: in which fields, of which documents, and whether it ranks.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{Query as EngineQuery, RangeQuery};
use tantivy::schema::Field as EngineField;

use super::listing::Ranks;
use super::schema::Fields;
use crate::query::{Field, Query, Scope};

/// The index's field of a query's.
pub(super) fn engine_field(fields: &Fields, field: Field) -> EngineField {
    match field {
        Field::Signatory => fields.signatory,
        Field::Represented => fields.represented,
        Field::Nonsignatory => fields.nonsignatory,
        Field::Speaker | Field::Actor => fields.speaker,
        Field::Target => fields.target,
        Field::Mention => fields.mention,
        Field::Country => fields.country,
        Field::Kind => fields.kind,
        Field::Joint => fields.joint,
        Field::Issuer => fields.issuer,
        Field::Act => fields.act,
        Field::Topic => fields.topic,
        Field::Doubt => fields.doubt,
        Field::Org => fields.org,
        Field::Place | Field::Dateline => fields.dateline,
        Field::Agency => fields.agency,
        Field::Byline => fields.byline,
        Field::Headline => fields.headline,
        Field::Section => fields.section,
        Field::Credit => fields.credit,
        Field::Confidence => fields.confidence,
        Field::Date => fields.date,
    }
}

/// Whether `query` finds statements alone, since it asks for something only statements have. Articles have a
/// day, and what is known of their publication.
pub(super) fn names_statements(query: &Query) -> bool {
    match query {
        Query::And(parts) => parts.iter().any(names_statements),
        Query::Or(parts) => parts.iter().all(names_statements),
        Query::Is(field, _) => !matches!(
            field,
            Field::Date
                | Field::Confidence
                | Field::Place
                | Field::Dateline
                | Field::Agency
                | Field::Byline
                | Field::Credit
                | Field::Section
        ),
        Query::Text(scope, _) => *scope == Scope::Anywhere,
        Query::Not(_) => false,
    }
}

/// Whether some hits of `query` rank higher than others: those of words do, those of filters do not.
pub(super) fn ranks(query: &Query) -> Ranks {
    match query {
        Query::And(parts) | Query::Or(parts) if parts.iter().any(|part| ranks(part) == Ranks::Yes) => Ranks::Yes,
        Query::Text(..) => Ranks::Yes,
        Query::And(_) | Query::Or(_) | Query::Is(..) | Query::Not(_) => Ranks::No,
    }
}

/// Anything at all in `field`.
pub(super) fn filled(field: EngineField) -> Box<dyn EngineQuery> {
    Box::new(RangeQuery::new(Bound::Included(Term::from_field_text(field, "")), Bound::Unbounded))
}
