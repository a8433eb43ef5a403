//! One stretch of reported words: what was said, the cue that reports it, and its source.

use serde::{Deserialize, Serialize};

use crate::knowledge::CueClass;
use crate::text::Span;

/// One attribution in the text: content, cue and source, each where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Utterance {
    /// The words said, in text order, quotation marks included; never empty. Several spans when the
    /// cue splits them ("..." he said, "...").
    pub content: Vec<Span>,
    /// The words that report it ("said", "according to").
    pub cue: Option<Span>,
    /// The noun phrase of who said it.
    pub source: Option<Span>,
    /// Whether the content is quoted.
    pub kind: Kind,
    /// Whether the cue reports speech or something less public.
    pub class: CueClass,
    /// Confidence from 0 to 1, in steps of a hundredth, that this is an utterance with these bounds.
    #[serde(with = "super::hundredths")]
    pub confidence: f32,
}

/// How much of the content stands between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
}

impl Kind {
    /// The kind as one word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}
