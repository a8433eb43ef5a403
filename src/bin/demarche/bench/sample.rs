//! Words, phrases and values drawn from an index, for queries that find something in it.

use anyhow::Result;
use demarche::index::{Counted, Hit, Request, StatementIndex};
use demarche::query::{Field, Query};

/// Of each kind so many.
const EACH: usize = 20;

/// What is drawn from an index.
#[derive(Debug, Default)]
pub struct Sample {
    /// Words of one to five statements.
    pub rare: Vec<String>,
    /// Words of about the square root of the number of statements.
    pub medium: Vec<String>,
    /// The words of most statements.
    pub frequent: Vec<String>,
    /// Two words that stand next to each other somewhere.
    pub phrases: Vec<(String, String)>,
    /// Countries that signed.
    pub signatories: Vec<String>,
    /// Countries addressed.
    pub targets: Vec<String>,
    /// A country that signed, and a word of what it signed.
    pub signed: Vec<(String, String)>,
    /// A country that is involved, and a word of the statement.
    pub involved: Vec<(String, String)>,
    /// Headlines of articles.
    pub headlines: Vec<String>,
    /// Months of statements: `1987-03`.
    pub months: Vec<String>,
}

impl Sample {
    /// Draws from `index`, the same each time.
    pub fn of(index: &StatementIndex) -> Result<Self> {
        let words: Vec<Counted> = index.words()?.into_iter().filter(|word| is_plain(&word.text)).collect();
        let most = index.stats()?.statements as u64;
        let middle = most.isqrt();
        let band = |low: u64, high: u64| -> Vec<&Counted> {
            words.iter().filter(|word| (low..=high).contains(&word.statements)).collect()
        };
        let mut by_count: Vec<&Counted> = words.iter().collect();
        by_count.sort_by(|a, b| b.statements.cmp(&a.statements).then_with(|| a.text.cmp(&b.text)));
        by_count.truncate(EACH);
        let text = |word: &Counted| word.text.clone();
        let mut out = Self {
            rare: spread(&band(1, 5)).into_iter().map(text).collect(),
            medium: spread(&band(middle / 2, middle.saturating_mul(2))).into_iter().map(text).collect(),
            frequent: by_count.into_iter().map(text).collect(),
            signatories: values(index, Field::Signatory)?,
            targets: values(index, Field::Target)?,
            ..Self::default()
        };
        for word in &out.medium {
            for hit in hits(index, word)? {
                out.phrases.extend(phrase(&hit));
                out.headlines.extend(hit.article.headline.clone());
                out.months.extend(hit.statement.date.map(|date| date.strftime("%Y-%m").to_string()));
            }
        }
        out.phrases.truncate(EACH);
        out.headlines.truncate(EACH);
        out.months.sort_unstable();
        out.months.dedup();
        out.months = spread(&out.months.iter().collect::<Vec<_>>()).into_iter().cloned().collect();
        for country in &out.signatories {
            out.signed.extend(paired(index, "signatory", country)?);
        }
        for country in values(index, Field::Country)? {
            out.involved.extend(paired(index, "country", &country)?);
        }
        Ok(out)
    }
}

/// A word of the analyser's that a user would type.
fn is_plain(word: &str) -> bool {
    word.len() > 2 && word.chars().all(char::is_alphabetic)
}

/// [`EACH`] of `items`, at even distances.
fn spread<'i, T>(items: &[&'i T]) -> Vec<&'i T> {
    let most = items.len().min(EACH);
    (0..most).map(|at| items[at * items.len() / most]).collect()
}

/// The values of `field` in most statements, then others at even distances.
fn values(index: &StatementIndex, field: Field) -> Result<Vec<String>> {
    let mut counted = index.values(field)?;
    counted.sort_by(|a, b| b.statements.cmp(&a.statements).then_with(|| a.text.cmp(&b.text)));
    let rows: Vec<&Counted> = counted.iter().collect();
    Ok(spread(&rows).into_iter().map(|value| value.text.clone()).collect())
}

fn hits(index: &StatementIndex, query: &str) -> Result<Vec<Hit>> {
    match Query::parse(query) {
        Ok(query) => Ok(index.search_with(&query, &Request { limit: 2, ..Request::default() })?.hits),
        Err(_) => Ok(Vec::new()),
    }
}

fn plain_words(hit: &Hit) -> Vec<&str> {
    hit.text.split(' ').collect()
}

/// Two words next to each other, near the middle of what was said.
fn phrase(hit: &Hit) -> Option<(String, String)> {
    let words = plain_words(hit);
    let usable = |pair: &&[&str]| pair.iter().all(|word| is_plain(word) && word.is_ascii());
    let pairs: Vec<&[&str]> = words.windows(2).filter(usable).collect();
    pairs.get(pairs.len() / 2).map(|pair| (pair[0].to_lowercase(), pair[1].to_lowercase()))
}

/// `country` with the longest word of its newest statement.
fn paired(index: &StatementIndex, field: &str, country: &str) -> Result<Option<(String, String)>> {
    let found = hits(index, &format!("{field}:{country}"))?;
    let word =
        found.iter().flat_map(|hit| plain_words(hit)).filter(|word| is_plain(word)).max_by_key(|word| word.len());
    Ok(word.map(|word| (country.to_owned(), word.to_lowercase())))
}
