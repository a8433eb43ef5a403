//! What documents can share, and in which fields it stands.

use tantivy::Term;
use tantivy::schema::Field;

use super::party_term::party_term;
use super::schema::Fields;
use crate::knowledge::{CountryCode, Party};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A headline, listed on a page or alone.
    Headline,
    /// An article, told by its own headline and the countries it is about.
    Article,
    /// A statement, told by the words that report it and its article's headline.
    Statement,
}

/// Something two documents may share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clue {
    /// A word, as a stem of [`super::StatementIndex::stems`].
    Word(String),
    /// A country or organisation.
    Party(Party),
    /// A country that signed.
    Signatory(CountryCode),
}

impl DocumentKind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Article => "article",
            Self::Statement => "statement",
        }
    }

    /// The field whose length is the document's.
    pub(super) fn words(self, fields: &Fields) -> Field {
        match self {
            Self::Headline => fields.listed,
            Self::Article => fields.title,
            Self::Statement => fields.text,
        }
    }
}

impl Clue {
    /// The terms that stand for the clue in documents of a kind.
    pub(super) fn terms(&self, kind: DocumentKind, fields: &Fields) -> Vec<Term> {
        let in_fields: &[Field] = match (self, kind) {
            (Self::Word(_), DocumentKind::Headline) => &[fields.listed],
            (Self::Word(_), DocumentKind::Article) => &[fields.title],
            (Self::Word(_), DocumentKind::Statement) => &[fields.text, fields.headline],
            (Self::Party(_), DocumentKind::Headline) => &[fields.named],
            (Self::Party(_), DocumentKind::Article) => &[fields.about],
            (Self::Party(_), DocumentKind::Statement) => &[fields.country],
            (Self::Signatory(_), DocumentKind::Statement) => &[fields.signatory],
            (Self::Signatory(_), _) => &[],
        };
        let value = match self {
            Self::Word(stem) => stem.clone(),
            Self::Party(party) => party_term(party),
            Self::Signatory(country) => country.to_string(),
        };
        in_fields.iter().map(|&field| Term::from_field_text(field, &value)).collect()
    }
}
