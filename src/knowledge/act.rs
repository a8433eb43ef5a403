//! What a statement does by being said: it urges, condemns, pledges.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a speaker does by speaking, after the verbs of CAMEO and PLOVER.
///
/// Each act is described where its words are: in `data/acts.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "acts.toml describes each")]
pub enum Act {
    Affirm,
    Pledge,
    Agree,
    Support,
    Praise,
    ExpressConcern,
    Urge,
    Demand,
    Propose,
    Consult,
    Announce,
    Deny,
    Reject,
    Criticise,
    Condemn,
    Accuse,
    Threaten,
    Warn,
    Apologise,
    DeclineComment,
}

impl Act {
    /// Every act, in the order of the table.
    pub const ALL: [Self; 20] = [
        Self::Affirm,
        Self::Pledge,
        Self::Agree,
        Self::Support,
        Self::Praise,
        Self::ExpressConcern,
        Self::Urge,
        Self::Demand,
        Self::Propose,
        Self::Consult,
        Self::Announce,
        Self::Deny,
        Self::Reject,
        Self::Criticise,
        Self::Condemn,
        Self::Accuse,
        Self::Threaten,
        Self::Warn,
        Self::Apologise,
        Self::DeclineComment,
    ];

    /// The act as it is written in tables, queries and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Affirm => "affirm",
            Self::Pledge => "pledge",
            Self::Agree => "agree",
            Self::Support => "support",
            Self::Praise => "praise",
            Self::ExpressConcern => "express-concern",
            Self::Urge => "urge",
            Self::Demand => "demand",
            Self::Propose => "propose",
            Self::Consult => "consult",
            Self::Announce => "announce",
            Self::Deny => "deny",
            Self::Reject => "reject",
            Self::Criticise => "criticise",
            Self::Condemn => "condemn",
            Self::Accuse => "accuse",
            Self::Threaten => "threaten",
            Self::Warn => "warn",
            Self::Apologise => "apologise",
            Self::DeclineComment => "decline-comment",
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
