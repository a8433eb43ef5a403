//! The name of an input format.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::ArticleFormat;
use super::plain::Plain;
use super::reuters_sgml::ReutersSgml;
use super::wire_text::WireText;

/// An input format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Many articles in the SGML of the Reuters-21578 collection.
    ReutersSgml,
    /// One article as plain text laid out like a news page: headline, dateline, credits, lists.
    WireText,
    /// One article as plain text that is nothing but a body.
    Plain,
}

impl Format {
    /// Every format, in the order detection tries them.
    pub const ALL: [Self; 3] = [Self::ReutersSgml, Self::WireText, Self::Plain];

    /// The format's name, as [`FromStr`] reads it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReutersSgml => "reuters-sgml",
            Self::WireText => "wire-text",
            Self::Plain => "plain",
        }
    }

    /// What recognises and reads the format.
    #[must_use]
    pub fn reader(self) -> &'static dyn ArticleFormat {
        match self {
            Self::ReutersSgml => &ReutersSgml,
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
#[error("no format is called {0:?}; there are reuters-sgml, wire-text and plain")]
pub struct UnknownFormat(pub String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str().eq_ignore_ascii_case(name))
            .ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}
