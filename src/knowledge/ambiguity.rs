//! Names that mean more than one thing, and how their context decides.

use serde::Deserialize;

/// How the context of one ambiguous name decides what it means.
///
/// The tests are tried in the order of the fields: a word next to the name that rules a country out,
/// then `other` in order, then `default`.
#[derive(Debug, Clone, Deserialize)]
pub struct Ambiguity {
    /// The name, as written.
    pub name: String,
    /// The country it means when nothing else decides; empty for none.
    #[serde(default)]
    pub default: String,
    /// Words that, right before the name, make it no country.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Words that, right after the name, make it no country.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// Contexts that give it another meaning.
    #[serde(default)]
    pub other: Vec<Context>,
    /// Sentences in which it means the country named.
    #[serde(default)]
    pub matches: Vec<Example>,
    /// Sentences in which it means no country.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// A context and the country it decides for; empty for none.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Context {
    /// One of these right before the name.
    pub if_before: Vec<String>,
    /// One of these right after the name.
    pub if_after: Vec<String>,
    /// One of these anywhere in the article.
    pub if_near: Vec<String>,
    /// None of these anywhere in the article.
    pub unless_near: Vec<String>,
    /// What the name then means.
    pub code: String,
}

/// A sentence and the country its ambiguous name means.
#[derive(Debug, Clone, Deserialize)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// The country's code.
    pub code: String,
}

/// A longer phrase that holds a country's name and means something else: "China Daily".
#[derive(Debug, Clone, Deserialize)]
pub struct Phrase {
    /// The phrase.
    pub text: String,
    /// The country it does mean; empty for none.
    #[serde(default)]
    pub code: String,
    /// What it is: media, company, place, sea, sport, institution, other.
    #[serde(default)]
    pub kind: String,
    /// Sentences in which it means the country named.
    #[serde(default)]
    pub matches: Vec<Example>,
    /// Sentences in which it means no country.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// The rules for ambiguous names.
#[derive(Debug, Deserialize)]
pub struct Ambiguities {
    /// Names decided by context.
    #[serde(rename = "ambiguity")]
    pub names: Vec<Ambiguity>,
    /// Longer phrases.
    #[serde(rename = "phrase")]
    pub phrases: Vec<Phrase>,
}

impl Ambiguities {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        toml::from_str(include_str!("data/ambiguities.toml"))
            .unwrap_or_else(|error| panic!("ambiguities.toml: {error}"))
    }
}
