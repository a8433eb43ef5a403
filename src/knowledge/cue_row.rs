//! Rows of the cue table: words that report in the same constructions, with sentences to test them.

use serde::Deserialize;

use super::CueClass;
use super::inflection::Inflection;

/// The table.
const CUES: &str = include_str!("data/cues.toml");

/// One row of `data/cues.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueRow {
    /// What part of speech the first word is.
    pub kind: CueKind,
    class: Class,
    pub(super) takes: String,
    #[serde(default)]
    pub(super) with: String,
    /// The cues, in lower case, each by the base form of its first word.
    pub words: Vec<String>,
    /// Sentences each cue must be found in; `{past}`, `{noun}` and `{cue}` stand for it.
    #[serde(rename = "match")]
    pub matches: Vec<String>,
    /// Sentences each cue must not be found in.
    pub not: Vec<String>,
}

/// What part of speech a cue's first word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CueKind {
    /// Every form of the verb is a cue.
    Verb,
    /// Singular and plural are.
    Noun,
    /// What follows is the source.
    Preposition,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Class {
    Speech,
    Attitude,
}

#[derive(Deserialize)]
struct Table {
    cue: Vec<CueRow>,
}

impl CueRow {
    /// Every row that comes with the program, in the order of the file.
    ///
    /// # Panics
    /// When the table is malformed, which a test of the crate rules out.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let table: Table = toml::from_str(CUES).expect("the cue table is valid TOML");
        table.cue
    }

    /// Whether the row's words report speech or an attitude.
    #[must_use]
    pub fn class(&self) -> CueClass {
        match self.class {
            Class::Speech => CueClass::Speech,
            Class::Attitude => CueClass::Attitude,
        }
    }

    /// The form of `cue` that its row's sentences use: a verb's past tense, anything else as it is.
    #[must_use]
    pub fn tested_form(&self, cue: &str) -> String {
        if self.kind != CueKind::Verb {
            return cue.to_owned();
        }
        let (base, rest) = cue.split_once(' ').unwrap_or((cue, ""));
        let past = Inflection::load().past(base);
        if rest.is_empty() { past } else { format!("{past} {rest}") }
    }
}
