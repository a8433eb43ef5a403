//! What is asked for, made ready to be compared: its words and parties with their rarity in the index.

use std::collections::{HashMap, HashSet};

use super::candidate::Candidate;
use super::content::{ContentWord, content_words, neighbours};
use super::{Asked, Weights};
use crate::article::headline_core;
use crate::index::{Clue, DocumentKind, IndexError, StatementIndex};
use crate::knowledge::{Party, TopicId};

/// A headline that says all of a long text has about so many words.
const TOLD: usize = 10;

/// The words and parties of what is asked for.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    /// The rarest words: what each counts for, and its rarity.
    words: HashMap<String, Worth>,
    /// Words next to each other.
    pairs: HashSet<(String, String)>,
    /// Countries and organisations, each with its rarity.
    parties: Vec<(Party, f32)>,
    topics: Vec<TopicId>,
    /// What the rarest word counts for.
    rarest: f32,
    /// What a headline that says the same would share, without pairs and parties.
    whole: f32,
    clues: Vec<(Clue, f32)>,
}

/// What a word counts for.
#[derive(Debug, Clone, Copy)]
struct Worth {
    /// 1 in the headline, [`Weights::body`] elsewhere.
    share: f32,
    rarity: f32,
}

/// What a text shares with the subject.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Shared {
    /// How like it is, from 0 to 1.
    pub(super) likeness: f32,
    /// The words shared, rarest first.
    pub(super) words: Vec<ContentWord>,
    /// The parties shared, rarest first.
    pub(super) parties: Vec<Party>,
    /// The topics shared, by id.
    pub(super) topics: Vec<TopicId>,
}

impl Subject {
    pub(super) fn new(
        index: &StatementIndex,
        asked: &Asked,
        kind: DocumentKind,
        weights: &Weights,
    ) -> Result<Self, IndexError> {
        let total = index.count(kind)?;
        let headline = content_words(index, headline_core(&asked.headline));
        let body = content_words(index, &asked.body);
        let mut words: HashMap<String, Worth> = HashMap::new();
        let mut frequencies = HashMap::new();
        for (word, share) in headline.iter().map(|word| (word, 1.0)).chain(body.iter().map(|word| (word, weights.body)))
        {
            if words.contains_key(&word.stem) {
                continue;
            }
            let frequency = index.frequency(kind, &Clue::Word(word.stem.clone()))?;
            frequencies.insert(word.stem.clone(), frequency);
            words.insert(word.stem.clone(), Worth { share, rarity: weights.rarity(frequency, total) });
        }
        let mut ranked: Vec<(String, Worth)> = words.into_iter().collect();
        ranked.sort_by(|a, b| (b.1.worth().total_cmp(&a.1.worth())).then_with(|| a.0.cmp(&b.0)));
        let told: f32 = ranked.iter().take(TOLD).map(|(_, worth)| worth.worth()).sum();
        ranked.retain(|(stem, _)| frequencies[stem] > 0);
        ranked.truncate(Weights::WORDS);
        let rarest = ranked.first().map_or(0.0, |(_, worth)| worth.worth());
        let mut parties = Vec::with_capacity(asked.parties.len());
        for party in &asked.parties {
            let frequency = index.frequency(kind, &Clue::Party(party.clone()))?;
            parties.push((party.clone(), weights.rarity(frequency, total)));
        }
        parties.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let owned = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
        let pairs = neighbours(&headline).chain(neighbours(&body)).map(owned).collect();
        let clues = clues(&ranked, &frequencies, &parties, weights);
        let whole = (told / length(TOLD.min(headline.len() + body.len()), weights)).max(f32::MIN_POSITIVE);
        Ok(Self {
            words: ranked.into_iter().collect(),
            pairs,
            parties,
            topics: asked.topics.clone(),
            rarest,
            whole,
            clues,
        })
    }

    /// What to gather documents by.
    pub(super) fn clues(&self) -> &[(Clue, f32)] {
        &self.clues
    }

    /// What `candidate` shares.
    pub(super) fn shared(&self, candidate: &Candidate, weights: &Weights) -> Shared {
        let Candidate { words, parties, topics, .. } = candidate;
        let mut found: Vec<(f32, &ContentWord)> = Vec::new();
        let mut seen = HashSet::new();
        let mut sum = 0.0;
        for word in words {
            if !seen.insert(word.stem.as_str()) {
                continue;
            }
            if let Some(worth) = self.words.get(&word.stem) {
                sum += worth.worth();
                found.push((worth.rarity, word));
            }
        }
        let own: HashSet<(&str, &str)> = neighbours(words).collect();
        for (a, b) in own {
            if self.pairs.contains(&(a.to_owned(), b.to_owned()))
                && let (Some(a), Some(b)) = (self.words.get(a), self.words.get(b))
            {
                sum += weights.pair * a.worth().min(b.worth());
            }
        }
        let shared_parties = self.parties.iter().filter(|(party, _)| parties.contains(party));
        let mut common = Vec::new();
        for (party, rarity) in shared_parties {
            sum += weights.party * rarity * rarity;
            common.push(party.clone());
        }
        let topics: Vec<TopicId> = self.topics.iter().filter(|topic| topics.contains(topic)).copied().collect();
        sum += weights.topic * self.rarest * self.overlap(topics.len(), candidate.topics.len());
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.span.start.cmp(&b.1.span.start)));
        let likeness = sum / length(seen.len(), weights) / self.whole;
        Shared {
            likeness: likeness.min(1.0),
            words: found.into_iter().map(|(_, word)| word.clone()).collect(),
            parties: common,
            topics,
        }
    }

    /// How much of the topics of both is shared, from 0 to 1: the cosine of the two sets.
    #[expect(clippy::cast_precision_loss, reason = "a text has few topics")]
    fn overlap(&self, shared: usize, theirs: usize) -> f32 {
        let all = (self.topics.len() * theirs) as f32;
        if all == 0.0 { 0.0 } else { shared as f32 / all.sqrt() }
    }
}

impl Worth {
    fn worth(self) -> f32 {
        self.share * self.rarity * self.rarity
    }
}

/// What the number of a text's words divides its likeness by.
#[expect(clippy::cast_precision_loss, reason = "a text has few words")]
pub(super) fn length(words: usize, weights: &Weights) -> f32 {
    (words as f32 + Weights::LENGTH_OFFSET).powf(weights.length_power)
}

/// The clues to gather by: all but those too many documents have, unless little else is left.
fn clues(
    words: &[(String, Worth)],
    frequencies: &HashMap<String, u64>,
    parties: &[(Party, f32)],
    weights: &Weights,
) -> Vec<(Clue, f32)> {
    let is_rare = |stem: &String| frequencies[stem] <= Weights::COMMON;
    let enough = words.iter().filter(|(stem, _)| is_rare(stem)).count() >= 2;
    let kept = words.iter().filter(|(stem, _)| !enough || is_rare(stem));
    let mut out: Vec<(Clue, f32)> = kept.map(|(stem, worth)| (Clue::Word(stem.clone()), worth.worth())).collect();
    let party = |(party, rarity): &(Party, f32)| (Clue::Party(party.clone()), weights.party * rarity * rarity);
    out.extend(parties.iter().map(party));
    out
}
