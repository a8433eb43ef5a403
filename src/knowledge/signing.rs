//! How newswire says that several parties issued one text, who signed it, and who did not.

use std::collections::HashSet;

use serde::Deserialize;

use super::Pattern;

/// The words and rules of `signing.toml`.
#[derive(Debug, Deserialize)]
pub struct Signing {
    /// Word lists.
    pub words: SigningWords,
    /// Rules, in order.
    #[serde(rename = "rule")]
    pub rules: Vec<SigningRule>,
}

/// The word lists of `signing.toml`, all in lower case; the table says what each is.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the table documents each list")]
pub struct SigningWords {
    pub document: HashSet<String>,
    pub paper: HashSet<String>,
    pub joint: HashSet<String>,
    pub routine: HashSet<String>,
    pub collective: HashSet<String>,
    pub group: HashSet<String>,
    pub organ: HashSet<String>,
    pub apart: HashSet<String>,
    pub others: HashSet<String>,
    pub plenty: HashSet<String>,
    pub unofficial: HashSet<String>,
    pub particle: HashSet<String>,
    pub belonging: HashSet<String>,
    pub place: HashSet<String>,
    pub except: HashSet<String>,
    pub some: HashSet<String>,
    pub declining: HashSet<String>,
    pub past: HashSet<String>,
    pub voicing: HashSet<String>,
    pub regional: HashSet<String>,
    pub separately: HashSet<String>,
    pub definite: HashSet<String>,
    pub pronoun: HashSet<String>,
    pub instrument: HashSet<String>,
    pub delivering: HashSet<String>,
    pub opening: HashSet<String>,
    pub collectively: HashSet<String>,
    /// Verbs for what several parties do together, and a text named later may tell.
    pub deeds: HashSet<String>,
    /// Nouns that make a form of "be" such a verb: "are in full accord".
    pub accord: HashSet<String>,
    /// Nouns for a text that counts when several write in it: "in an article".
    pub authored: HashSet<String>,
    /// Words before a number that only blur it.
    pub approximate: HashSet<String>,
    /// Singular heads behind "every".
    pub each: HashSet<String>,
    pub foreseen: HashSet<String>,
    pub denial: HashSet<String>,
    pub shelved: HashSet<String>,
}

/// One way of saying who signed or did not.
#[derive(Debug, Deserialize)]
pub struct SigningRule {
    /// What it is called.
    pub name: String,
    /// What it matches.
    pub pattern: Pattern,
    /// What the parties it finds are.
    pub role: SigningRole,
    /// What must be there for it to count.
    #[serde(default)]
    pub needs: Needs,
    /// Whether who speaks signs as well: "speaking on behalf of".
    #[serde(default)]
    pub speaker: bool,
    /// Whether it counts only when it finds several parties or a group.
    #[serde(default)]
    pub several: bool,
    /// Sentences it must match, with the parties it finds.
    #[serde(default)]
    pub matches: Vec<SigningExample>,
    /// Sentences it must not match.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// A sentence and the parties a rule finds in it.
#[derive(Debug, Deserialize)]
pub struct SigningExample {
    /// The sentence.
    pub text: String,
    /// Codes and ids, in text order.
    pub parties: Vec<String>,
}

/// What the parties a rule finds are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SigningRole {
    /// They signed.
    Signatory,
    /// They did not.
    Nonsignatory,
}

/// What must be there for a rule to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Needs {
    /// Nothing but the pattern.
    #[default]
    Nothing,
    /// A text issued, in the same sentence.
    Issued,
    /// A text issued, in the same sentence or under discussion.
    Document,
    /// A joint text issued, in the same sentence or under discussion.
    Joint,
    /// A joint text under discussion, or in the same sentence, whether it was issued or not.
    Text,
}

impl Signing {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        toml::from_str(include_str!("data/signing.toml")).unwrap_or_else(|error| panic!("signing.toml: {error}"))
    }
}
