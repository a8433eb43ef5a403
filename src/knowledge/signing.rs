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
    pub issued: HashSet<String>,
    pub joint: HashSet<String>,
    pub background: HashSet<String>,
    pub collective: HashSet<String>,
    pub group: HashSet<String>,
    pub plural: HashSet<String>,
    pub definite: HashSet<String>,
    pub others: HashSet<String>,
    pub former: HashSet<String>,
    pub belonging: HashSet<String>,
    pub elsewhere: HashSet<String>,
    pub some: HashSet<String>,
    pub except: HashSet<String>,
    pub opening: HashSet<String>,
    pub collectively: HashSet<String>,
    pub hypothetical: HashSet<String>,
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
    /// A document in the same sentence.
    Document,
    /// A document in the same sentence, and a word of signing.
    Signing,
    /// A joint document in the same sentence, or a joint statement the sentence points back to.
    Joint,
    /// A joint statement already under discussion, or a joint document in the same sentence.
    Statement,
}

impl Signing {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        toml::from_str(include_str!("data/signing.toml")).unwrap_or_else(|error| panic!("signing.toml: {error}"))
    }
}
