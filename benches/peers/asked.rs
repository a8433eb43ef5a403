//! The queries that are asked of all.

use std::collections::HashSet;

use demarche::index::{Counted, Request, StatementIndex};
use demarche::knowledge::Knowledge;
use demarche::query::Field;

use super::terms::{analyzer, stemmed};

/// Queries of each class.
const EACH: usize = 20;

/// The classes, as the tables name them.
pub const CLASSES: [&str; 9] = [
    "word, rare",
    "word, frequent",
    "AND of 2",
    "OR of 2",
    "phrase of 2",
    "signatory, newest first",
    "signatory + word",
    "target + word",
    "month + word",
];

/// One query: every part must hold.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Its place in [`CLASSES`].
    pub class: usize,
    /// Stemmed words, each in the text or the headline.
    pub words: Vec<String>,
    /// One of the words is enough.
    pub any: bool,
    /// The words stand next to each other.
    pub phrase: bool,
    /// A role and a country: `signatory`, `KR`.
    pub role: Option<(&'static str, String)>,
    /// The first and last day, counted from 1970-01-01, and the month as it is written.
    pub days: Option<(i64, i64, String)>,
}

impl Asked {
    /// The query in our language.
    pub fn text(&self) -> String {
        let mut parts = Vec::new();
        if let Some((role, country)) = &self.role {
            parts.push(format!("{role}:{country}"));
        }
        if let Some((_, _, month)) = &self.days {
            parts.push(format!("date:{month}"));
        }
        match (self.phrase, self.any) {
            (true, _) => parts.push(format!("\"{}\"", self.words.join(" "))),
            (_, true) => parts.push(format!("({})", self.words.join(" OR "))),
            _ => parts.extend(self.words.iter().cloned()),
        }
        parts.join(" ")
    }
}

/// Queries drawn from `index`: the same each time.
pub fn drawn(index: &StatementIndex) -> Vec<Asked> {
    // A stem that has a stem of its own is not found by typing it.
    let mut analyzer = analyzer();
    // Ours finds British and American spellings by each other.
    let spellings = &Knowledge::built_in().wordings().spellings;
    let spelled: HashSet<String> = spellings
        .iter()
        .flat_map(|row| [&row.british, &row.american])
        .map(|word| stemmed(&mut analyzer, word).trim_end().to_owned())
        .collect();
    let mut plain = |word: &Counted| {
        let letters =
            !spelled.contains(&word.text) && word.text.len() > 2 && word.text.chars().all(|c| c.is_ascii_lowercase());
        letters && stemmed(&mut analyzer, &word.text).trim_end() == word.text
    };
    let mut words: Vec<Counted> = index.words().expect("words").into_iter().filter(|word| plain(word)).collect();
    let rare: Vec<String> =
        spread(words.iter().filter(|word| word.statements < 6).map(|word| word.text.clone()).collect());
    words.sort_by_key(|word| std::cmp::Reverse(word.statements));
    let frequent: Vec<String> = words.iter().take(EACH).map(|word| word.text.clone()).collect();
    let medium: Vec<String> = words.iter().skip(100).step_by(20).take(EACH).map(|word| word.text.clone()).collect();
    let of = |class: usize, words: &[&String]| Asked {
        class,
        words: words.iter().map(|word| (*word).clone()).collect(),
        ..Asked::default()
    };
    let twos = || frequent.iter().rev().zip(&medium);
    let mut out: Vec<Asked> = rare.iter().map(|word| of(0, &[word])).collect();
    out.extend(frequent.iter().map(|word| of(1, &[word])));
    out.extend(twos().map(|(a, b)| of(2, &[a, b])));
    out.extend(twos().map(|(a, b)| Asked { any: true, ..of(3, &[a, b]) }));
    out.extend(twos().map(|(a, b)| Asked { phrase: true, ..of(4, &[b, a]) }));
    let signatories = values(index, Field::Signatory);
    let targets = values(index, Field::Target);
    out.extend(signatories.iter().map(|country| Asked { role: Some(("signatory", country.clone())), ..of(5, &[]) }));
    for (class, role, countries) in [(6, "signatory", signatories), (7, "target", targets)] {
        for (country, word) in countries.into_iter().zip(frequent.iter().chain(&medium)) {
            out.push(Asked { role: Some((role, country)), ..of(class, &[word]) });
        }
    }
    for (month, word) in months(index).into_iter().zip(frequent.iter().chain(&medium)) {
        out.push(Asked { days: Some(month), ..of(8, &[word]) });
    }
    out
}

fn values(index: &StatementIndex, field: Field) -> Vec<String> {
    let mut counted = index.values(field).expect("values");
    counted.retain(|value| value.text.len() == 2);
    counted.sort_by_key(|value| std::cmp::Reverse(value.statements));
    counted.into_iter().take(EACH).map(|value| value.text).collect()
}

/// The first and last day of months that have statements.
fn months(index: &StatementIndex) -> Vec<(i64, i64, String)> {
    use jiff::civil::Date;
    let query = demarche::query::Query::parse("date:*").expect("a query");
    let most = index.search_with(&query, &Request { limit: 20_000, ..Request::default() }).expect("hits").hits;
    let mut months: Vec<Date> = most.iter().filter_map(|hit| hit.statement.date).map(Date::first_of_month).collect();
    months.sort_unstable();
    months.dedup();
    let day = |date: Date| i64::from((date - Date::constant(1970, 1, 1)).get_days());
    let month = |first: &Date| (day(*first), day(first.last_of_month()), first.strftime("%Y-%m").to_string());
    months.iter().map(month).take(EACH).collect()
}

fn spread(items: Vec<String>) -> Vec<String> {
    let step = (items.len() / EACH).max(1);
    items.into_iter().step_by(step).take(EACH).collect()
}
