//! What the index remembers of each file it has read, so that the next run reads only what is new.

use std::cmp::Ordering;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::document::first_eight;
use super::{ArticleId, Shown};
use crate::article::formats::Place;
use crate::article::{Article, Sketch, Status};

/// One file, as it was when it was last read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Its full path: the name under which what came from it is replaced.
    pub source: String,
    /// Its path as named to ingest.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970.
    pub modified: i64,
    /// BLAKE3 of all its bytes, in hexadecimal digits.
    pub digest: String,
    /// How it was read: the format forced on it and the map of its columns.
    pub reading: String,
    /// What it holds, in its order.
    pub items: Vec<ItemRecord>,
    /// How many rows of headlines it holds.
    pub headlines: usize,
}

/// One item of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRecord {
    /// Its name inside the file, when the file holds several.
    pub member: Option<String>,
    /// The article, or why there is none and where.
    pub found: Result<ArticleRecord, (String, Option<Place>)>,
}

/// What is remembered of an article: what tells which version of a story it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// Its id.
    pub id: ArticleId,
    /// What all versions of its story have in common; none when nothing tells.
    pub chain: Option<Chain>,
    /// The portrait of its words, by which copies are told.
    pub sketch: Option<Sketch>,
    /// The first article of its story, as in [`Entry::story`](super::Entry::story).
    pub story: ArticleId,
    /// Its version, as written.
    pub version: Option<String>,
    /// When it was made.
    pub made: Option<Timestamp>,
    /// How far the marks before its headline say the story has come: 0 without any.
    pub revision: u32,
    /// What its publisher says of its use.
    pub status: Status,
    /// The end of its embargo, when that was to come as it was made.
    pub embargo: Option<Timestamp>,
    /// Statements found in it.
    pub statements: usize,
    /// Where it stands among the versions and copies of its story.
    pub standing: Standing,
    /// When it is found by searching.
    pub shown: Shown,
}

/// What the versions of one story have in common, as a number of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Chain {
    /// The name the publisher gives the story.
    Guid([u8; 8]),
    /// Headline and day, which chain versions only where a mark ("UPDATE 1-") says that there are some.
    Headline([u8; 8]),
}

impl Chain {
    fn of(article: &Article) -> Option<Self> {
        match &article.header.guid {
            Some(guid) => Some(Self::Guid(first_eight(guid))),
            None => article.marked_story().map(|story| Self::Headline(first_eight(&story))),
        }
    }
}

/// Where an article stands among the versions and copies of its story. Only a current one is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It is the newest of its story, or the only one.
    #[default]
    Current,
    /// A newer version has come.
    Older {
        /// The newest.
        newest: ArticleId,
    },
    /// The same bytes came from another place before.
    Copy {
        /// Where the first came from.
        of: String,
    },
    /// Its publisher has withdrawn the story, or holds it back.
    Withdrawn {
        /// Withheld or canceled.
        status: Status,
        /// The file that says so.
        by: String,
        /// When that was made.
        at: Option<Timestamp>,
    },
}

impl Standing {
    /// The standing as one word.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Older { .. } => "older",
            Self::Copy { .. } => "copy",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// The kind of document an article of this standing is stored as.
    pub(super) fn document(&self) -> &'static str {
        match self {
            Self::Current => "article",
            other => other.as_str(),
        }
    }
}

impl ArticleRecord {
    /// The record of `article`, in which `statements` statements were found.
    #[must_use]
    pub fn of(id: ArticleId, article: &Article, statements: usize) -> Self {
        let header = &article.header;
        let noon = article.date().and_then(|day| day.at(12, 0, 0, 0).in_tz("UTC").ok());
        let made = header.updated.or(header.published).or_else(|| noon.map(|noon| noon.timestamp()));
        let sent = header.updated.or(header.published);
        let embargo = header.embargo.filter(|until| sent.is_none_or(|sent| *until > sent));
        Self {
            story: id.clone(),
            id,
            chain: Chain::of(article),
            sketch: Sketch::of(article),
            version: header.version.clone(),
            made,
            embargo,
            revision: article.revision(),
            status: header.status,
            statements,
            standing: Standing::Current,
            shown: Shown { from: embargo, until: None },
        }
    }

    /// The day it was made, at UTC.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.made.map(|made| TimeZone::UTC.to_datetime(made).date())
    }

    /// The older version first: by number, then by when it was made, then by the marks before its headline.
    #[must_use]
    pub fn by_version(&self, other: &Self) -> Ordering {
        let number = |record: &Self| record.version.as_deref().and_then(|version| version.trim().parse::<u64>().ok());
        let numbers = number(self).zip(number(other)).map_or(Ordering::Equal, |(a, b)| a.cmp(&b));
        numbers.then(self.made.cmp(&other.made)).then(self.revision.cmp(&other.revision))
    }
}
