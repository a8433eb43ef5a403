//! Works out which articles tell one story: versions of each other, and near-identical copies.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::article::Sketch;
use crate::index::{ArticleId, ArticleRecord, Chain};

/// A copy follows what it is a copy of by so many days at most.
const DAYS: i64 = 3;
/// Of the articles that share a key, so many of the last are looked at.
const LOOKED_AT: usize = 16;

/// The story of each of `articles`, which are in the order of their sources: the id of the first that tells it.
///
/// They are taken day by day. An article belongs to the story of those its publisher chains it to, else to
/// that of the one most like it of the three days before; one without a day is compared with all.
pub(super) fn stories<'f>(articles: &[&'f ArticleRecord]) -> Vec<&'f ArticleId> {
    let marked: HashSet<Chain> =
        articles.iter().filter(|article| article.revision > 0).filter_map(|article| article.chain).collect();
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|&at| (articles[at].day().is_none(), articles[at].day(), at));
    let undated = order.partition_point(|&at| articles[at].day().is_some());
    let mut teller = Teller {
        articles,
        marked,
        stories: articles.iter().map(|article| &article.id).collect(),
        by_id: HashMap::new(),
        by_chain: HashMap::new(),
    };
    let mut seen = Seen::default();
    for &at in &order[..undated] {
        teller.place(at, &mut seen);
    }
    // Articles without a day: few are held while all others pass by.
    let mut lone = Seen::default();
    for &at in &order[undated..] {
        lone.add(at, articles);
    }
    let mut like: HashMap<usize, usize> = HashMap::new();
    for &at in &order[..undated] {
        for other in lone.every_like(at, articles) {
            like.entry(other).or_insert(at);
        }
    }
    let mut seen = Seen::default();
    for &at in &order[undated..] {
        if let Some(&first) = like.get(&at) {
            teller.stories[at] = teller.stories[first];
            teller.remember(at);
            seen.add(at, articles);
        } else {
            teller.place(at, &mut seen);
        }
    }
    teller.stories
}

/// The stories told so far.
struct Teller<'f, 'a> {
    articles: &'a [&'f ArticleRecord],
    /// Chains by headline that have a mark somewhere: without one they are no chains.
    marked: HashSet<Chain>,
    stories: Vec<&'f ArticleId>,
    by_id: HashMap<&'f ArticleId, usize>,
    by_chain: HashMap<Chain, usize>,
}

impl Teller<'_, '_> {
    fn place(&mut self, at: usize, seen: &mut Seen) {
        let article = self.articles[at];
        let chained = self.chain(at).and_then(|chain| self.by_chain.get(&chain));
        let known = self.by_id.get(&article.id).or(chained).copied();
        if let Some(first) = known.or_else(|| seen.most_like(at, self.articles)) {
            self.stories[at] = self.stories[first];
        }
        self.remember(at);
        seen.add(at, self.articles);
    }

    fn remember(&mut self, at: usize) {
        self.by_id.entry(&self.articles[at].id).or_insert(at);
        if let Some(chain) = self.chain(at) {
            self.by_chain.entry(chain).or_insert(at);
        }
    }

    fn chain(&self, at: usize) -> Option<Chain> {
        let chain = self.articles[at].chain?;
        (matches!(chain, Chain::Guid(_)) || self.marked.contains(&chain)).then_some(chain)
    }
}

/// Articles by the keys of their sketches; those of earlier days are given up as the days go by.
#[derive(Default)]
struct Seen {
    /// The last article with each key, by its number here.
    last: HashMap<u64, u32>,
    /// For each key of each article, the one before it with that key.
    before: Vec<[u32; 16]>,
    /// Where each stands in the list of all.
    at: Vec<usize>,
    /// The day from which on all are held.
    held_from: Option<Date>,
}

/// No article.
const NONE: u32 = u32::MAX;

impl Seen {
    fn add(&mut self, at: usize, articles: &[&ArticleRecord]) {
        let Some(sketch) = &articles[at].sketch else { return };
        self.give_up(articles[at].day(), articles);
        let own = u32::try_from(self.at.len()).unwrap_or(NONE);
        let mut before = [NONE; 16];
        for (key, before) in sketch.keys().zip(&mut before) {
            *before = self.last.insert(key, own).unwrap_or(NONE);
        }
        self.before.push(before);
        self.at.push(at);
    }

    /// Gives up what is too old for `day`, once in a while.
    fn give_up(&mut self, day: Option<Date>, articles: &[&ArticleRecord]) {
        let Some(day) = day else { return };
        let held_from = *self.held_from.get_or_insert(day);
        if days_between(held_from, day) > 2 * DAYS {
            let at = &self.at;
            let is_near = |own: &u32| {
                at.get(*own as usize).and_then(|&at| articles[at].day()).is_some_and(|of| days_between(of, day) <= DAYS)
            };
            self.last.retain(|_, own| is_near(own));
            self.held_from = Some(day);
        }
    }

    /// Those that share a key with the one at `at` and are copies of it.
    fn every_like<'s>(&'s self, at: usize, articles: &'s [&ArticleRecord]) -> impl Iterator<Item = usize> + 's {
        let sketch = articles[at].sketch.as_ref();
        let day = articles[at].day();
        let near = move |other: usize| match (day, articles[other].day()) {
            (Some(day), Some(other)) => days_between(other, day) <= DAYS,
            _ => true,
        };
        let with_key = move |(key, number): (u64, usize)| {
            let mut next = self.last.get(&key).copied();
            std::iter::from_fn(move || {
                let own = next.filter(|own| *own != NONE)? as usize;
                next = self.before.get(own).map(|before| before[number]);
                self.at.get(own).copied()
            })
            .take(LOOKED_AT)
        };
        let keys = sketch.into_iter().flat_map(Sketch::keys).zip(0..);
        let is_copy = move |other: &usize| {
            sketch.zip(articles[*other].sketch.as_ref()).is_some_and(|(own, other)| own.is_copy_of(other))
        };
        keys.flat_map(with_key).filter(move |other| near(*other)).filter(is_copy)
    }

    /// The one most like that at `at`, the first of them where several are.
    fn most_like(&self, at: usize, articles: &[&ArticleRecord]) -> Option<usize> {
        let sketch = articles[at].sketch.as_ref()?;
        let share = |other: usize| articles[other].sketch.as_ref().map_or(0.0, |other| sketch.share(other));
        self.every_like(at, articles)
            .map(|other| (share(other), other))
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))
            .map(|(_, other)| other)
    }
}

fn days_between(one: Date, other: Date) -> i64 {
    i64::from((other - one).get_days()).abs()
}
