//! One article as the index takes it in.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{HeadlineEntry, Shown, Standing};
use crate::article::Article;
use crate::extract::Extraction;
use crate::knowledge::Party;

/// An article with where it came from and what extraction found in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: ArticleId,
    /// The file it came from, as named to ingest.
    pub path: String,
    /// The item inside that file, when it holds several.
    pub member: Option<String>,
    /// Digest of its bytes.
    #[serde(with = "super::digest")]
    pub digest: String,
    /// The article.
    pub article: Article,
    /// What extraction found in it.
    pub extraction: Extraction,
    /// Where it stands among the versions and copies of its story.
    pub standing: Standing,
    /// When it is found by searching.
    pub shown: Shown,
    /// The first article of its story: versions of one story and near-identical copies of the same three days
    /// share it, whatever their ids.
    pub story: ArticleId,
    /// Countries and organisations its headline names; the index stores them by themselves.
    #[serde(skip)]
    pub parties: Vec<Party>,
    /// The headlines listed on its page; the index stores them by themselves.
    #[serde(skip)]
    pub headlines: Vec<HeadlineEntry>,
}

/// The id of an article: ten hexadecimal digits of its content's digest.
///
/// It depends on the content alone, so it stays the same when files move; copies share it.
// An ingest holds several for each article of the index, so they stand in place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct ArticleId([u8; 10]);

impl ArticleId {
    /// The id of the article with `digest`.
    #[must_use]
    pub fn of(digest: &str) -> Self {
        let mut id = [b'0'; 10];
        for (digit, of_digest) in id.iter_mut().zip(digest.bytes().filter(u8::is_ascii)) {
            *digit = of_digest;
        }
        Self(id)
    }

    /// The id as a number.
    pub(super) fn number(&self) -> u64 {
        u64::from_str_radix(self.as_str(), 16).unwrap_or_default()
    }

    /// The id whose number is `number`.
    pub(super) fn of_number(number: u64) -> Self {
        Self::of(&format!("{number:010x}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // All are ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl From<String> for ArticleId {
    fn from(id: String) -> Self {
        Self::of(&id)
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> Self {
        id.as_str().to_owned()
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The id of a statement: its article's, and its number there from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StatementId {
    /// The article.
    pub article: ArticleId,
    /// The statement's number, from 1, in text order.
    pub number: usize,
}

impl StatementId {
    /// The id written as `text`: an article's ten hexadecimal digits, a hyphen, and a number from 1.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (article, number) = text.split_once('-')?;
        let is_id = article.len() == 10 && article.bytes().all(|b| b.is_ascii_hexdigit());
        let number = number.parse().ok().filter(|number| *number > 0)?;
        is_id.then(|| Self { article: ArticleId::of(&article.to_ascii_lowercase()), number })
    }
}

impl fmt::Display for StatementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.article, self.number)
    }
}
