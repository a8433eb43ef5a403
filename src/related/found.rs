//! A relation found, and why it is one.

use jiff::civil::Date;

use crate::index::{ArticleHit, ArticleId, HeadlineEntry, Hit};
use crate::knowledge::{CountryCode, Party, TopicId};

/// One relation.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What is related.
    pub hit: RelatedHit,
    /// How closely, from 0 to 1; 1 for the entries of a page's own list.
    pub score: f32,
    /// Why.
    pub why: Why,
    /// The indexed article a headline belongs to; none when it dangles, or the hit is no headline.
    pub article: Option<ArticleId>,
    /// The ids of its copies, which are not told by themselves.
    pub copies: Vec<String>,
}

/// What is related.
#[derive(Debug, Clone, PartialEq)]
pub enum RelatedHit {
    /// A headline.
    Headline(Box<HeadlineEntry>),
    /// An article.
    Article(Box<ArticleHit>),
    /// A statement.
    Statement(Box<Hit>),
}

/// Why something is related.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    /// The list both stand in or around, and the place there from 1.
    pub listed: Option<(String, usize)>,
    /// Countries and organisations both name, the rarest first.
    pub parties: Vec<Party>,
    /// Topics both are about, by id.
    pub topics: Vec<TopicId>,
    /// Words both have, as the hit writes them, the rarest first; names of [`Why::parties`] left out.
    pub words: Vec<String>,
    /// Countries that signed both, by code.
    pub signatories: Vec<CountryCode>,
    /// How many signed what was asked for; 0 when signatories were not compared.
    pub of: usize,
    /// Days from what was asked for to the hit, when both have a day.
    pub days: Option<i32>,
}

impl RelatedHit {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Headline(headline) => headline.id.clone(),
            Self::Article(article) => article.id.to_string(),
            Self::Statement(hit) => hit.id.to_string(),
        }
    }

    /// Its headline, or its article's.
    #[must_use]
    pub fn headline(&self) -> &str {
        match self {
            Self::Headline(headline) => &headline.text,
            Self::Article(article) => article.headline.as_deref().unwrap_or_default(),
            Self::Statement(hit) => hit.article.headline.as_deref().unwrap_or_default(),
        }
    }
}

impl Why {
    pub(super) fn days_between(from: Option<Date>, to: Option<Date>) -> Option<i32> {
        Some((to? - from?).get_days())
    }
}
