//! A topic of a statement or an article, with the words that caused it.

use serde::{Deserialize, Serialize};

use crate::knowledge::TopicId;
use crate::text::Span;

/// One topic that a statement or an article is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AboutTopic {
    /// Which one.
    pub topic: TopicId,
    /// How much of it there is, from 0 to 1, in steps of a hundredth.
    #[serde(with = "super::hundredths")]
    pub weight: f32,
    /// Who says so.
    pub origin: TopicOrigin,
    /// Words that caused it, the first few in text order; none from the publisher.
    pub evidence: Vec<Span>,
}

/// Who says what an article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TopicOrigin {
    /// The words of the text, by the table of topic words.
    Text,
    /// The publisher's own subject codes.
    Publisher,
}
