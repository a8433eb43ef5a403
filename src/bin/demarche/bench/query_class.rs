//! The classes of queries a bench asks when it is given none.

use anyhow::Result;
use demarche::index::StatementIndex;
use demarche::knowledge::Knowledge;
use demarche::query::Query;
use demarche::related::Asked;

use super::sample::Sample;
use super::task::{Ask, Task};

/// A class of queries: its name, what is asked, and how to write its queries from a sample of the index.
type QueryClass = (&'static str, fn(&str) -> Option<Ask>, fn(&Sample) -> Vec<String>);

const CLASSES: &[QueryClass] = &[
    ("word, rare", hits, |sample| sample.rare.clone()),
    ("word, medium", hits, |sample| sample.medium.clone()),
    ("word, frequent", hits, |sample| sample.frequent.clone()),
    ("AND", hits, |sample| joined(sample, " AND ")),
    ("OR", hits, |sample| joined(sample, " OR ")),
    ("phrase", hits, |sample| pairs(&sample.phrases, "\"", " ", "\"")),
    ("proximity", hits, |sample| pairs(&sample.phrases, "", " w/5 ", "")),
    ("role", hits, roles),
    ("role, count only", count, roles),
    ("role + word", hits, |sample| pairs(&sample.signed, "signatory:", " ", "")),
    ("country + word", hits, |sample| pairs(&sample.involved, "country:", " ", "")),
    ("date range", hits, |sample| dated(sample, "")),
    ("date range + word", hits, |sample| dated(sample, " ")),
    ("facets", facets, |sample| [roles(sample), sample.frequent.clone()].concat()),
    ("headline", headlines, |sample| [sample.medium.clone(), sample.frequent.clone()].concat()),
    ("related", related, |sample| sample.headlines.clone()),
];

fn hits(text: &str) -> Option<Ask> {
    Query::parse(text).ok().map(Ask::Hits)
}

fn count(text: &str) -> Option<Ask> {
    Query::parse(text).ok().map(Ask::Count)
}

fn facets(text: &str) -> Option<Ask> {
    Query::parse(text).ok().map(Ask::Facets)
}

fn headlines(text: &str) -> Option<Ask> {
    Query::parse(text).ok().map(Ask::Headlines)
}

#[expect(clippy::unnecessary_wraps, reason = "a text needs no parsing")]
fn related(text: &str) -> Option<Ask> {
    Some(Ask::Related(Asked::text(text, None, Knowledge::built_in())))
}

/// Every query of every class that finds something in `index`.
pub fn tasks(index: &StatementIndex, sample: &Sample) -> Result<Vec<Task>> {
    let mut out = Vec::new();
    for (class, ask, queries) in CLASSES {
        for text in queries(sample) {
            // A value that cannot be written in the query language is left out.
            let Some(ask) = ask(&text) else { continue };
            let task = Task { class: (*class).to_owned(), text, ask };
            if task.run(index)? > 0 {
                out.push(task);
            }
        }
    }
    Ok(out)
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
