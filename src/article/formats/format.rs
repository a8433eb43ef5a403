//! The name of an input format.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::ArticleFormat;
use super::feed::Feed;
use super::fields::{Csv, Jsonl, Ninjs};
use super::html::Html;
use super::newsml_1::Newsml1;
use super::newsml_g2::NewsmlG2;
use super::nitf::Nitf;
use super::plain::Plain;
use super::rcv1::Rcv1;
use super::reuters_sgml::ReutersSgml;
use super::wire_text::WireText;

/// An input format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Many articles in the SGML of the Reuters-21578 collection.
    ReutersSgml,
    /// News items, packages and messages of them in `NewsML-G2`.
    NewsmlG2,
    /// News items in `NewsML` 1.
    #[serde(rename = "newsml-1")]
    Newsml1,
    /// One article in the XML of Reuters Corpus Volume 1.
    Rcv1,
    /// One article in NITF 3.
    Nitf,
    /// One web page.
    Html,
    /// The entries of an RSS or Atom feed.
    Feed,
    /// A JSON object on every line, each an article.
    Jsonl,
    /// ninjs 1, 2 or 3, or another list of articles in JSON.
    Ninjs,
    /// A table with a row for each article, columns set apart by commas, semicolons or tabs.
    Csv,
    /// One article as plain text laid out like a news page: headline, dateline, credits, lists.
    WireText,
    /// One article as plain text that is nothing but a body.
    Plain,
}

/// Every format with its name.
const NAMES: [(Format, &str); 12] = [
    (Format::ReutersSgml, "reuters-sgml"),
    (Format::NewsmlG2, "newsml-g2"),
    (Format::Newsml1, "newsml-1"),
    (Format::Rcv1, "rcv1"),
    (Format::Nitf, "nitf"),
    (Format::Html, "html"),
    (Format::Feed, "feed"),
    (Format::Jsonl, "jsonl"),
    (Format::Ninjs, "ninjs"),
    (Format::Csv, "csv"),
    (Format::WireText, "wire-text"),
    (Format::Plain, "plain"),
];

impl Format {
    /// Every format, in the order detection tries them.
    pub const ALL: [Self; 12] = {
        let mut all = [Self::Plain; 12];
        let mut at = 0;
        while at < all.len() {
            all[at] = NAMES[at].0;
            at += 1;
        }
        all
    };

    /// The format's name, as [`FromStr`] reads it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        NAMES.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| name)
    }

    /// Whether a file shows the format by its own marks; any text can be read as one of the others.
    #[must_use]
    pub fn is_marked(self) -> bool {
        !matches!(self, Self::WireText | Self::Plain)
    }

    /// What recognises and reads the format.
    #[must_use]
    pub fn reader(self) -> &'static dyn ArticleFormat {
        match self {
            Self::ReutersSgml => &ReutersSgml,
            Self::NewsmlG2 => &NewsmlG2,
            Self::Newsml1 => &Newsml1,
            Self::Rcv1 => &Rcv1,
            Self::Nitf => &Nitf,
            Self::Html => &Html,
            Self::Feed => &Feed,
            Self::Jsonl => &Jsonl,
            Self::Ninjs => &Ninjs,
            Self::Csv => &Csv,
            Self::WireText => &WireText,
            Self::Plain => &Plain,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// A format name nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no format is called {0:?}; there are {all}", all = NAMES.map(|(_, name)| name).join(", "))]
pub struct UnknownFormat(pub String);

impl FromStr for Format {
    type Err = UnknownFormat;

    /// `tsv`, `rss` and `atom` are names of [`Format::Csv`] and [`Format::Feed`] too.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let name = match name.to_ascii_lowercase().as_str() {
            "tsv" => "csv".to_owned(),
            "rss" | "atom" => "feed".to_owned(),
            "json" => "ninjs".to_owned(),
            other => other.to_owned(),
        };
        Self::ALL.into_iter().find(|format| format.as_str() == name).ok_or(UnknownFormat(name))
    }
}
