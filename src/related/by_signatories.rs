//! Ranks by co-signers: whoever signs together again.

use std::collections::HashMap;

use super::asked::signatories;
use super::{Asked, Found, RelatedHit, Wanted, Weights, Why};
use crate::index::{ArticleHit, Clue, DocumentKind, Gathering, Hit, IndexError, StatementIndex, Sum};
use crate::knowledge::CountryCode;

/// Statements weighed signatory by signatory.
const CANDIDATES: usize = 200;

/// Statements that share signatories with `asked`, or the articles they stand in: the larger and rarer the
/// share of both sides' signatories, the closer.
///
/// # Errors
/// When the index cannot be read.
pub fn by_signatories(
    index: &StatementIndex,
    asked: &Asked,
    wanted: &Wanted,
    weights: &Weights,
) -> Result<Vec<Found>, IndexError> {
    let kind = DocumentKind::Statement;
    let total = index.count(kind)?;
    let mut rarities = Rarities { index, weights, total, known: HashMap::new() };
    let mut clues = Vec::with_capacity(asked.signatories.len());
    for &country in &asked.signatories {
        let rarity = rarities.of(country)?;
        clues.push((Clue::Signatory(country), rarity * rarity));
    }
    let whole: f32 = clues.iter().map(|(_, worth)| worth).sum();
    let limit = CANDIDATES.max(wanted.limit.saturating_mul(3));
    let gathering = Gathering { kind, clues: &clues, since: wanted.since, until: wanted.until, limit };
    let mut found = Vec::new();
    for gathered in index.gather(&gathering, |Sum { sum, .. }| sum)? {
        let (entry, number) = index.gathered_entry(&gathered)?;
        let Some(hit) = Hit::numbered(&entry, number) else { continue };
        if Some(&entry.id) == asked.article.as_ref() {
            continue;
        }
        let mut signed: Vec<CountryCode> = signatories(&hit.statement).collect();
        signed.sort_unstable();
        signed.dedup();
        let mut theirs = 0.0;
        let mut both = 0.0;
        for &country in &signed {
            let worth = rarities.of(country)?.powi(2);
            theirs += worth;
            if asked.signatories.contains(&country) {
                both += worth;
            }
        }
        let why = Why {
            signatories: signed.into_iter().filter(|country| asked.signatories.contains(country)).collect(),
            of: asked.signatories.len(),
            days: Why::days_between(asked.date, hit.statement.date),
            ..Why::default()
        };
        #[expect(clippy::cast_precision_loss, reason = "days between two days")]
        let closeness = weights.closeness(why.days.map(|days| days as f32));
        let score = both / (whole * theirs).sqrt().max(f32::MIN_POSITIVE);
        let hit = match wanted.hits {
            DocumentKind::Statement => RelatedHit::Statement(Box::new(hit)),
            _ => RelatedHit::Article(Box::new(ArticleHit::of(&entry))),
        };
        found.push((score, closeness, Found { hit, score, why, article: None, copies: Vec::new() }));
    }
    // Those that share as much are told closest in time first.
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.total_cmp(&a.1)));
    let mut out: Vec<Found> = Vec::new();
    for (_, _, one) in found {
        match out.iter().position(|known| same_story(&known.hit, &one.hit)) {
            Some(known) if out[known].hit.id() != one.hit.id() => out[known].copies.push(one.hit.id()),
            None if out.len() < wanted.limit => out.push(one),
            _ => {}
        }
    }
    Ok(out)
}

/// Whether both are one article, or copies of one statement.
fn same_story(a: &RelatedHit, b: &RelatedHit) -> bool {
    match (a, b) {
        (RelatedHit::Statement(a), RelatedHit::Statement(b)) => {
            a.id == b.id || crate::article::headline_key(&a.text) == crate::article::headline_key(&b.text)
        }
        (a, b) => a.id() == b.id(),
    }
}

/// How rarely each country signs.
struct Rarities<'a> {
    index: &'a StatementIndex,
    weights: &'a Weights,
    total: u64,
    known: HashMap<CountryCode, f32>,
}

impl Rarities<'_> {
    fn of(&mut self, country: CountryCode) -> Result<f32, IndexError> {
        if let Some(rarity) = self.known.get(&country) {
            return Ok(*rarity);
        }
        let frequency = self.index.frequency(DocumentKind::Statement, &Clue::Signatory(country))?;
        let rarity = self.weights.rarity(frequency, self.total);
        self.known.insert(country, rarity);
        Ok(rarity)
    }
}
