//! Gives speakers whose role the article does not tell the office they held that day.

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::knowledge::Knowledge;
use crate::statement::{Speaker, Statement};

/// An office that the tables give a speaker on the statement's day; the article's own words come first, so
/// it is told only of speakers without a role. Whom "he" means is a guess, and an office would make it look
/// sure, so it is told only where the words that name the speaker have the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHeld {
    /// The statement, by its place among the article's.
    pub statement: usize,
    /// The speaker, by their place among the statement's.
    pub speaker: usize,
    /// Title of the office; of several, joined by "and".
    pub title: String,
}

/// The offices of the speakers of `statements`, in their order.
pub(super) fn offices_held(article: &Article, statements: &[Statement], knowledge: &Knowledge) -> Vec<OfficeHeld> {
    let mut out = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        let Some(day) = statement.date.or_else(|| article.date()) else { continue };
        for (number, speaker) in statement.speakers.iter().enumerate() {
            if speaker.role.is_some() || !is_named(article, speaker) {
                continue;
            }
            let titles = knowledge.titles_held(article.words(speaker.name), speaker.country, day);
            if !titles.is_empty() {
                out.push(OfficeHeld { statement: at, speaker: number, title: titles.join(" and ") });
            }
        }
    }
    out
}

/// Whether the utterance itself names `speaker`, by a part of the name at least.
fn is_named(article: &Article, speaker: &Speaker) -> bool {
    let parts = |words: &'_ str| -> Vec<String> {
        words.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect()
    };
    let said = parts(article.words(speaker.evidence));
    let name = parts(article.words(speaker.name));
    name.iter().any(|part| part.starts_with(char::is_uppercase) && part.chars().count() > 1 && said.contains(part))
}
