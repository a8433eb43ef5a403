//! An actor: a person or an unnamed office whose words the index holds, over all its articles.

use jiff::civil::Date;

use super::analyzers::name_key;
use crate::knowledge::CountryCode;

/// Somebody who speaks in the indexed articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The name or office as most statements write it.
    pub name: String,
    /// Whether it is a person or an office.
    pub kind: ActorKind,
    /// Other spellings and short forms, in order.
    pub aliases: Vec<String>,
    /// Each role the articles give, oldest first.
    pub roles: Vec<ActorRole>,
    /// Every country spoken for, in order.
    pub countries: Vec<CountryCode>,
    /// Statements made.
    pub statements: usize,
    /// Articles they stand in; a copy of an article counts by itself.
    pub articles: usize,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorKind {
    /// A person with a name.
    Person,
    /// An office or body that speaks without a name: "a Foreign Ministry spokesman".
    Office,
}

impl Actor {
    /// Whether `words` stand in order in the name, an alias or a role, case and accents aside; no words
    /// stand in every one.
    #[must_use]
    pub fn is_called(&self, words: &str) -> bool {
        let wanted = format!(" {} ", name_key(words));
        let texts = std::iter::once(&self.name).chain(&self.aliases);
        let mut texts = texts.chain(self.roles.iter().filter_map(|row| row.role.as_ref()));
        wanted.trim().is_empty() || texts.any(|text| format!(" {} ", name_key(text)).contains(&wanted))
    }
}

impl ActorKind {
    /// `person` or `office`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "office",
        }
    }
}

/// A role in which an actor spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorRole {
    /// The role as written; nothing where the article gives none.
    pub role: Option<String>,
    /// The country spoken for.
    pub country: Option<CountryCode>,
    /// The first and last day of a statement in this role; nothing when none is dated.
    pub seen: Option<(Date, Date)>,
    /// Statements made in it.
    pub statements: usize,
}
