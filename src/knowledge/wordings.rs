//! Different wordings of one word or name, which searches take for each other.

use super::rows::{Row, fields};

/// The tables of wordings. They are small, so that a search for words loads little.
#[derive(Debug)]
pub struct Wordings {
    /// British and American spellings of one word.
    pub spellings: Vec<Spelling>,
    /// The names of one country or organisation.
    pub aliases: Vec<Vec<&'static str>>,
}

/// A word as the two write it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Spelling {
    pub british: &'static str,
    pub american: &'static str,
}

impl Wordings {
    pub(super) fn load() -> Self {
        let spelling = |row: Row<2>| Spelling { british: row.text(0), american: row.text(1) };
        let names = |row: Row<2>| std::iter::once(row.text(0)).chain(row.text(1).split(';')).collect();
        Self {
            spellings: fields("spellings.csv", include_str!("data/spellings.csv")).map(spelling).collect(),
            aliases: fields("country_aliases.csv", include_str!("data/country_aliases.csv")).map(names).collect(),
        }
    }

    /// Other wordings of `text`, in any case.
    #[must_use]
    pub fn others(&self, text: &str) -> Vec<&str> {
        let is = |known: &str| known.eq_ignore_ascii_case(text);
        let aliases = self.aliases.iter().find(|names| names.iter().any(|name| is(name))).into_iter().flatten();
        let spelling = self.spellings.iter().find(|row| is(row.british) || is(row.american));
        let spellings = spelling.into_iter().flat_map(|row| [row.british, row.american]);
        aliases.copied().chain(spellings).filter(|other| !is(other)).collect()
    }
}
