//! What a search finds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ArticleId, StatementId};
use crate::statement::{Speaker, Statement};

/// One statement found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The statement's id.
    pub id: StatementId,
    /// The statement; its spans are of its article's text.
    pub statement: Statement,
    /// Its words: each utterance's content, in text order, a space and an ellipsis between two.
    pub text: String,
    /// The sentence that reports its first utterance.
    pub sentence: String,
    /// The names and roles of the statement's speakers, in their order.
    pub names: Vec<(String, Option<String>)>,
    /// The article it stands in.
    pub article: ArticleHit,
}

impl Hit {
    /// Each speaker with their name and role as the article writes them.
    pub fn speakers(&self) -> impl Iterator<Item = (&Speaker, &str, Option<&str>)> {
        let named = self.statement.speakers.iter().zip(&self.names);
        named.map(|(speaker, (name, role))| (speaker, name.as_str(), role.as_deref()))
    }
}

/// What a hit says of its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleHit {
    /// The article's id.
    pub id: ArticleId,
    /// Its headline.
    pub headline: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// The cities of its dateline.
    pub cities: Vec<String>,
    /// The agency of its dateline.
    pub agency: Option<String>,
    /// The file it came from, as named to ingest.
    pub path: String,
    /// The item inside that file, when it holds several.
    pub member: Option<String>,
    /// Digest of its bytes.
    pub digest: String,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits {
    /// How many statements match.
    pub total: usize,
    /// The best of them, best first; ties are ordered newest first, then by id.
    pub hits: Vec<Hit>,
}
