//! Ranks by subject: rare words, countries and organisations shared, and closeness in time.

use std::collections::HashMap;

use jiff::civil::Date;

use super::candidate::Candidate;
use super::copies::Copies;
use super::subject::{Shared, Subject, length};
use super::{Asked, Found, RelatedHit, Wanted, Weights, Why, link};
use crate::article::headline_key;
use crate::index::{DocumentKind, Gathering, IndexError, Location, StatementIndex, Sum};
use crate::knowledge::Knowledge;

/// Documents that need their article's record to be read cost more.
const FEWER: usize = 60;
/// Numbers of words, and days between two days, that are worked out beforehand.
const LENGTHS: usize = 128;
const DAYS: i64 = 512;
/// Of those most like a text without a day, so many tell its day.
const WITNESSES: usize = 40;
/// Days within which they speak for the same day.
const NEAR: f32 = 2.0;

/// What is related to `asked` by its subject, the closest first.
///
/// # Errors
/// When the index cannot be read.
pub fn by_subject(
    index: &StatementIndex,
    knowledge: &Knowledge,
    asked: &Asked,
    wanted: &Wanted,
    weights: &Weights,
) -> Result<Vec<Found>, IndexError> {
    let subject = Subject::new(index, asked, wanted.hits, weights)?;
    let mut reader = Reader { index, knowledge, kind: wanted.hits, read: HashMap::new() };
    let date = match asked.date {
        Some(date) => Some(date),
        None => likeliest_day(&reader.rank(&subject, None, wanted, weights)?),
    };
    let ranked = match (asked.date, date) {
        (None, None) => reader.rank(&subject, None, wanted, weights)?,
        _ => reader.rank(&subject, date, wanted, weights)?,
    };
    let own = headline_key(&asked.headline);
    let mut out: Vec<Found> = Vec::new();
    let mut copies = Copies::default();
    for Ranked { location, shared, score, .. } in ranked {
        let Some(candidate) = reader.read.remove(&location).flatten() else { continue };
        let is_itself = asked.article.is_some() && candidate.article == asked.article
            || (!own.is_empty() && own == headline_key(candidate.hit.headline()));
        if is_itself {
            continue;
        }
        // Copies of what is told already are named with it.
        if let Some(first) = copies.known(&candidate) {
            out[first].copies.push(candidate.hit.id());
            continue;
        }
        if out.len() >= wanted.limit {
            continue;
        }
        copies.add(&candidate, out.len());
        let why = why(knowledge, asked, &candidate, &shared);
        let article = match &candidate.hit {
            RelatedHit::Headline(headline) => link(index, headline)?,
            _ => None,
        };
        out.push(Found { hit: candidate.hit, score, why, article, copies: Vec::new() });
    }
    Ok(out)
}

/// Reads candidates, each once.
struct Reader<'a> {
    index: &'a StatementIndex,
    knowledge: &'a Knowledge,
    kind: DocumentKind,
    read: HashMap<Location, Option<Candidate>>,
}

struct Ranked {
    location: Location,
    date: Option<Date>,
    shared: Shared,
    score: f32,
}

impl Reader<'_> {
    /// The documents closest to `subject`, as if it were of `date`.
    fn rank(
        &mut self,
        subject: &Subject,
        date: Option<Date>,
        wanted: &Wanted,
        weights: &Weights,
    ) -> Result<Vec<Ranked>, IndexError> {
        let today = date.map(days_since_1970);
        #[expect(clippy::cast_precision_loss, reason = "days between two days")]
        let closeness = |day: Option<i64>| match today {
            Some(today) => weights.closeness(day.map(|day| (day - today) as f32)),
            None => 1.0,
        };
        // Few lengths and days come back often, and powers are slow.
        let lengths: Vec<f32> = (0..LENGTHS).map(|words| 1.0 / length(words, weights)).collect();
        let near: Vec<f32> = (0..DAYS).map(|days| closeness(today.map(|today| today + days))).collect();
        let rate = |Sum { sum, words, day }: Sum| {
            let words = words as usize;
            let per_length = lengths.get(words).copied().unwrap_or_else(|| 1.0 / length(words, weights));
            let days = today.zip(day).and_then(|(today, day)| usize::try_from((day - today).abs()).ok());
            sum * per_length * days.and_then(|days| near.get(days)).copied().unwrap_or_else(|| closeness(day))
        };
        let most = if self.kind == DocumentKind::Headline { Weights::CANDIDATES } else { FEWER };
        let gathering = Gathering {
            kind: self.kind,
            clues: subject.clues(),
            since: wanted.since,
            until: wanted.until,
            limit: most.max(wanted.limit.saturating_mul(3)),
        };
        let mut out = Vec::new();
        for gathered in self.index.gather(&gathering, rate)? {
            let location = gathered.location;
            if !self.read.contains_key(&location) {
                let candidate = Candidate::read(self.index, self.knowledge, self.kind, &gathered)?;
                self.read.insert(location, candidate);
            }
            let Some(Some(candidate)) = self.read.get(&location) else { continue };
            let shared = subject.shared(candidate, weights);
            let score = shared.likeness * closeness(candidate.date.map(days_since_1970));
            if score > 0.0 {
                out.push(Ranked { location, date: candidate.date, shared, score });
            }
        }
        out.sort_by(|a, b| b.score.total_cmp(&a.score));
        Ok(out)
    }
}

/// The day most of those that rank highest stand around.
fn likeliest_day(ranked: &[Ranked]) -> Option<Date> {
    let dated = ranked.iter().filter_map(|ranked| Some((ranked.date?, ranked.score)));
    let witnesses: Vec<(Date, f32)> = dated.take(WITNESSES).collect();
    let weight = |day: Date| -> f32 {
        let near = |(other, score): &(Date, f32)| {
            #[expect(clippy::cast_precision_loss, reason = "days between two days")]
            let days = (days_since_1970(*other) - days_since_1970(day)).abs() as f32;
            score * score * (-days / NEAR).exp()
        };
        witnesses.iter().map(near).sum()
    };
    let days = witnesses.iter().map(|(day, _)| *day);
    days.max_by(|a, b| weight(*a).total_cmp(&weight(*b)).then_with(|| a.cmp(b)))
}

fn days_since_1970(date: Date) -> i64 {
    i64::from((date - Date::constant(1970, 1, 1)).get_days())
}

/// Why `candidate` is related.
fn why(knowledge: &Knowledge, asked: &Asked, candidate: &Candidate, shared: &Shared) -> Why {
    const WORDS: usize = 3;
    let text = candidate.text.as_str();
    // A country's own name says nothing beside the country.
    let names: Vec<_> = knowledge.recogniser().find(text, candidate.date).iter().map(|name| name.span).collect();
    let told = shared.words.iter().filter(|word| !names.iter().any(|name| name.contains(word.span)));
    Why {
        parties: shared.parties.clone(),
        topics: shared.topics.clone(),
        words: told.take(WORDS).map(|word| word.span.of(text).to_owned()).collect(),
        days: Why::days_between(asked.date, candidate.date),
        ..Why::default()
    }
}
