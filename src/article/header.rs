//! What a publisher says of an article beside its text.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The publisher's own words about an article: who, when, which version, about what.
///
/// Everything here stands in the markup of the format; nothing is worked out from the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The name the publisher gives the story in all its versions.
    pub guid: Option<String>,
    /// The version of the story, as written.
    pub version: Option<String>,
    /// Whether the publisher lets it be used.
    pub status: Status,
    /// Not to be published before this moment.
    pub embargo: Option<Timestamp>,
    /// The moment of publication, or of the first version.
    pub published: Option<Timestamp>,
    /// The moment this version was made.
    pub updated: Option<Timestamp>,
    /// The short working title: `US-SYRIA-CRISIS`.
    pub slug: Option<String>,
    /// Who wrote it, as written.
    pub byline: Option<String>,
    /// Whom to credit: the agency.
    pub credit: Option<String>,
    /// Copyright and terms of use.
    pub rights: Option<String>,
    /// Where the article is published.
    pub url: Option<String>,
    /// A note from the editor: what was corrected, why it was withdrawn.
    pub note: Option<String>,
    /// The desk or section.
    pub section: Option<String>,
    /// 1 is the most urgent, 9 the least.
    pub urgency: Option<u8>,
    /// The language.
    pub language: Option<Language>,
    /// The character encoding the bytes were read in.
    pub encoding: String,
    /// What kind of item it is, when it is not text: `picture`, `video`, `composite`.
    pub kind: Option<String>,
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// Places named by the publisher.
    pub places: Vec<String>,
    /// People named by the publisher.
    pub people: Vec<String>,
    /// Organisations named by the publisher.
    pub orgs: Vec<String>,
    /// Other items it points to.
    pub related: Vec<Related>,
}

/// Whether an item may be used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It may be used.
    #[default]
    Usable,
    /// It is held back until the publisher says more.
    Withheld,
    /// It is withdrawn for good.
    Canceled,
}

impl Status {
    /// The status as one word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Withheld => "withheld",
            Self::Canceled => "canceled",
        }
    }

    /// The status `word` names in any of the formats; a code such as `stat:canceled` too.
    #[must_use]
    pub fn named(word: &str) -> Self {
        let word = word.rsplit([':', '/']).next().unwrap_or_default().trim().to_ascii_lowercase();
        match word.as_str() {
            "withheld" | "embargoed" | "hold" => Self::Withheld,
            "canceled" | "cancelled" | "cancel" | "kill" | "killed" | "withdrawn" | "recalled" => Self::Canceled,
            _ => Self::Usable,
        }
    }
}

/// A language, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// ISO 639-1 code where there is one, in lower case: `en`.
    pub code: String,
    /// Whether the file declares it; else it is told from the words.
    pub declared: bool,
}

impl Language {
    /// The language of a tag such as `en-GB`, as declared by a file.
    #[must_use]
    pub fn declared(tag: &str) -> Option<Self> {
        let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        let known = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
        known.then_some(Self { code, declared: true })
    }

    /// Whether it is English.
    #[must_use]
    pub fn is_english(&self) -> bool {
        matches!(self.code.as_str(), "en" | "eng")
    }
}

/// A subject the publisher filed the article under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// The code, as written: `medtop:20000638`, `subj:11002000`, `04011002`; empty when there is none.
    pub code: String,
    /// Its name in the file.
    pub name: Option<String>,
}

/// Another item an article points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// How it is related, as written: `see-also`, `derivedFrom`.
    pub relation: Option<String>,
    /// Its guid or address.
    pub target: String,
    /// Its title.
    pub title: Option<String>,
}
