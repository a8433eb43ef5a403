//! What the index keeps of each speaker for the registry of actors: one value of a column.

use super::ActorKind;
use crate::article::Article;
use crate::knowledge::{CountryCode, Knowledge, Recognised};
use crate::statement::Speaker;

/// Stands between the parts of a key; no article text holds it inside a name.
const BETWEEN: char = '\u{1f}';

/// A speaker of one statement: kind, name, role and country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ActorKey {
    pub kind: ActorKind,
    pub name: String,
    pub role: Option<String>,
    pub country: Option<CountryCode>,
}

impl ActorKey {
    /// The key of `speaker`; nothing for words that neither name a person nor an office of a country.
    pub fn of(article: &Article, speaker: &Speaker) -> Option<Self> {
        let name = one_line(article.words(speaker.name));
        let role = speaker.role.map(|role| one_line(article.words(role)));
        let kind = if is_personal(&name) { ActorKind::Person } else { ActorKind::Office };
        if kind == ActorKind::Office && speaker.country.is_none() {
            return None;
        }
        let name = if kind == ActorKind::Office { without_article(&name) } else { name };
        (!name.is_empty()).then_some(Self { kind, name, role, country: speaker.country })
    }

    /// The value of the column.
    pub fn to_value(&self) -> String {
        let country = self.country.as_ref().map_or("", CountryCode::as_str);
        [self.kind.as_str(), &self.name, self.role.as_deref().unwrap_or_default(), country].join(&BETWEEN.to_string())
    }

    /// The key in a value of the column.
    pub fn read(value: &str) -> Option<Self> {
        let mut parts = value.split(BETWEEN);
        let kind = if parts.next()? == ActorKind::Person.as_str() { ActorKind::Person } else { ActorKind::Office };
        let name = parts.next()?.to_owned();
        let role = parts.next().filter(|role| !role.is_empty()).map(str::to_owned);
        Some(Self { kind, name, role, country: parts.next()?.parse().ok() })
    }
}

fn one_line(text: &str) -> String {
    text.replace(BETWEEN, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_article(name: &str) -> String {
    let lower = name.to_lowercase();
    let article = ["the ", "a ", "an "].into_iter().find(|article| lower.starts_with(article));
    name[article.map_or(0, str::len)..].to_owned()
}

/// Whether every word of `name` is written as a name, small words inside it aside.
fn is_personal(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    words.len() <= 6
        && words.last().is_some_and(|word| capital(word))
        && !["The", "A", "An"].contains(&words[0])
        && words.iter().all(|word| capital(word) || word.len() <= 3)
        && has_name_of_its_own(name)
}

/// Whether `name` is an office-holder's, or has words that name neither a country, a group, an office nor a
/// body: "France", "Japan's Foreign Ministry" and "U.S. Treasury" have none.
fn has_name_of_its_own(name: &str) -> bool {
    let knowledge = Knowledge::built_in();
    let found = knowledge.recogniser().find(name, None);
    if found.iter().any(Recognised::is_holder) {
        return true;
    }
    let starts = std::iter::once(0).chain(found.iter().map(|part| part.span.end));
    let ends = found.iter().map(|part| part.span.start).chain([name.len()]);
    let others = starts.zip(ends).flat_map(|(start, end)| name[start..end].split([' ', '\'', '\u{2019}']));
    let last = others.filter(|word| word.starts_with(char::is_uppercase)).last();
    let organ = knowledge.signing().words.organ;
    last.is_some_and(|word| !knowledge.lexicon().marks(&word.to_lowercase()).is_in(organ))
}
