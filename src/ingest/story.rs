//! Works out which articles tell one story: versions of each other, and near-identical copies.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::sketched::Sketched;
use crate::index::{ArticleId, ArticleRecord, Chain};

/// The story of each of `articles`, which are in the order of their sources: the id of the first that tells it.
///
/// They are taken day by day. An article belongs to the story of those its publisher chains it to, else to
/// that of the one most like it of the three days before; one without a day is compared with all.
pub(super) fn stories<'f>(articles: &[&'f ArticleRecord]) -> Vec<&'f ArticleId> {
    let marked: HashSet<Chain> =
        articles.iter().filter(|article| article.revision > 0).filter_map(|article| article.chain).collect();
    let days: Vec<Option<Date>> = articles.iter().map(|article| article.day()).collect();
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|&at| (days[at].is_none(), days[at], at));
    let undated = order.partition_point(|&at| days[at].is_some());
    let mut teller = Teller {
        articles,
        days: &days,
        marked,
        stories: articles.iter().map(|article| &article.id).collect(),
        by_id: HashMap::new(),
        by_chain: HashMap::new(),
    };
    let mut seen = Sketched::default();
    for &at in &order[..undated] {
        teller.place(at, &mut seen);
    }
    // Articles without a day: few are held while all others pass by.
    let mut lone = Sketched::default();
    for &at in &order[undated..] {
        lone.add(at, None, articles[at].sketch.as_ref());
    }
    let mut like: HashMap<usize, usize> = HashMap::new();
    for &at in &order[..undated] {
        let sketch = articles[at].sketch.as_ref();
        for other in sketch.into_iter().flat_map(|sketch| lone.every_like(days[at], sketch)) {
            like.entry(other.at).or_insert(at);
        }
    }
    let mut seen = Sketched::default();
    for &at in &order[undated..] {
        if let Some(&first) = like.get(&at) {
            teller.stories[at] = teller.stories[first];
            teller.remember(at);
            seen.add(at, None, articles[at].sketch.as_ref());
        } else {
            teller.place(at, &mut seen);
        }
    }
    teller.stories
}

/// The stories told so far.
struct Teller<'f, 'a> {
    articles: &'a [&'f ArticleRecord],
    days: &'a [Option<Date>],
    /// Chains by headline that have a mark somewhere: without one they are no chains.
    marked: HashSet<Chain>,
    stories: Vec<&'f ArticleId>,
    by_id: HashMap<&'f ArticleId, usize>,
    by_chain: HashMap<Chain, usize>,
}

impl Teller<'_, '_> {
    fn place(&mut self, at: usize, seen: &mut Sketched) {
        let (article, day) = (self.articles[at], self.days[at]);
        let chained = self.chain(at).and_then(|chain| self.by_chain.get(&chain));
        let known = self.by_id.get(&article.id).or(chained).copied();
        if let Some(first) = known.or_else(|| seen.most_like(day, article.sketch.as_ref())) {
            self.stories[at] = self.stories[first];
        }
        self.remember(at);
        seen.add(at, day, article.sketch.as_ref());
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
