//! The id of a topic: its number in the IPTC Media Topics.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A Media Topic's number, written `medtop:20000635`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TopicId(u32);

/// What is written before the eight digits.
const SCHEME: &str = "medtop:";

/// Text that is no topic's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a topic's id is medtop: and eight digits")]
pub struct NotATopicId;

impl TopicId {
    /// The eight digits.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:08}", self.0)
    }
}

impl FromStr for TopicId {
    type Err = NotATopicId;

    /// Reads eight digits, with or without `medtop:` before them.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let scheme = text.get(..SCHEME.len()).is_some_and(|scheme| scheme.eq_ignore_ascii_case(SCHEME));
        let digits = if scheme { &text[SCHEME.len()..] } else { text };
        let eight = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| eight).map(Self).ok_or(NotATopicId)
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{SCHEME}{:08}", self.0))
    }
}
