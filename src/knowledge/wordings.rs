//! Different wordings of one word or name, which searches take for each other.

use serde::Deserialize;

use super::rows::rows;

/// The tables of wordings. They are small, so that a search for words loads little.
#[derive(Debug)]
pub struct Wordings {
    /// British and American spellings of one word.
    pub spellings: Vec<Spelling>,
    /// The names of one country or organisation.
    pub aliases: Vec<Vec<String>>,
}

/// A word as the two write it.
#[derive(Debug, Clone, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Spelling {
    pub british: String,
    pub american: String,
}

#[derive(Deserialize)]
struct AliasRow {
    name: String,
    others: String,
}

impl Wordings {
    pub(super) fn load() -> Self {
        let of_row = |row: AliasRow| {
            let others = row.others.split(';').map(str::to_owned);
            std::iter::once(row.name).chain(others).collect()
        };
        let aliases = rows("country_aliases.csv", include_str!("data/country_aliases.csv"));
        Self {
            spellings: rows("spellings.csv", include_str!("data/spellings.csv")),
            aliases: aliases.into_iter().map(of_row).collect(),
        }
    }

    /// Other wordings of `text`, in any case.
    #[must_use]
    pub fn others(&self, text: &str) -> Vec<&str> {
        let is = |known: &str| known.eq_ignore_ascii_case(text);
        let aliases = self.aliases.iter().find(|names| names.iter().any(|name| is(name))).into_iter().flatten();
        let spelling = self.spellings.iter().find(|row| is(&row.british) || is(&row.american));
        let spellings = spelling.into_iter().flat_map(|row| [row.british.as_str(), row.american.as_str()]);
        aliases.map(String::as_str).chain(spellings).filter(|other| !is(other)).collect()
    }
}
