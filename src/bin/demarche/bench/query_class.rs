//! The classes of queries a bench asks when it is given none.

use demarche::query::Query;

use super::sample::Sample;
use super::task::{Ask, Task};

/// A class of queries, and how to write them from a sample of the index.
struct QueryClass {
    name: &'static str,
    ask: Ask,
    queries: fn(&Sample) -> Vec<String>,
}

const CLASSES: &[QueryClass] = &[
    QueryClass { name: "word, rare", ask: Ask::Hits, queries: |sample| sample.rare.clone() },
    QueryClass { name: "word, medium", ask: Ask::Hits, queries: |sample| sample.medium.clone() },
    QueryClass { name: "word, frequent", ask: Ask::Hits, queries: |sample| sample.frequent.clone() },
    QueryClass { name: "AND", ask: Ask::Hits, queries: |sample| joined(sample, " AND ") },
    QueryClass { name: "OR", ask: Ask::Hits, queries: |sample| joined(sample, " OR ") },
    QueryClass { name: "phrase", ask: Ask::Hits, queries: |sample| pairs(&sample.phrases, "\"", " ", "\"") },
    QueryClass { name: "role", ask: Ask::Hits, queries: roles },
    QueryClass { name: "role, count only", ask: Ask::Count, queries: roles },
    QueryClass { name: "role + word", ask: Ask::Hits, queries: |sample| pairs(&sample.signed, "signatory:", " ", "") },
    QueryClass {
        name: "country + word",
        ask: Ask::Hits,
        queries: |sample| pairs(&sample.involved, "country:", " ", ""),
    },
    QueryClass { name: "date range", ask: Ask::Hits, queries: |sample| dated(sample, "") },
    QueryClass { name: "date range + word", ask: Ask::Hits, queries: |sample| dated(sample, " ") },
];

/// Every query of every class; a value that cannot be written in the query language is left out.
pub fn tasks(sample: &Sample) -> Vec<Task> {
    let mut out = Vec::new();
    for class in CLASSES {
        for text in (class.queries)(sample) {
            if let Ok(query) = Query::parse(&text) {
                out.push(Task { class: class.name.to_owned(), text, ask: class.ask, query });
            }
        }
    }
    out
}

/// Frequent and medium words by twos.
fn joined(sample: &Sample, operator: &str) -> Vec<String> {
    sample.frequent.iter().zip(&sample.medium).map(|(a, b)| format!("{a}{operator}{b}")).collect()
}

fn pairs(pairs: &[(String, String)], before: &str, between: &str, after: &str) -> Vec<String> {
    pairs.iter().map(|(a, b)| format!("{before}{a}{between}{b}{after}")).collect()
}

fn roles(sample: &Sample) -> Vec<String> {
    let signed = sample.signatories.iter().map(|country| format!("signatory:{country}"));
    let aimed = sample.targets.iter().map(|country| format!("target:{country}"));
    signed.chain(aimed).collect()
}

/// Months; with a space, a frequent word behind each.
fn dated(sample: &Sample, between: &str) -> Vec<String> {
    let words = sample.frequent.iter().cycle();
    let word = |word: &String| if between.is_empty() { String::new() } else { format!("{between}{word}") };
    sample.months.iter().zip(words).map(|(month, frequent)| format!("date:{month}{}", word(frequent))).collect()
}
