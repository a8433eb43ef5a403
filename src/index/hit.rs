//! What a search finds.

use std::sync::Arc;

use jiff::civil::Date;

use super::{ArticleId, Entry, Explanation, StatementId};
use crate::article::{Article, link_to};
use crate::statement::{AboutTopic, Doubt, Speaker, Statement};
use crate::text::{Span, sentences};

/// One statement found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The statement's id.
    pub id: StatementId,
    /// The statement; its spans are of its article's text. What was found before is shared.
    pub statement: Arc<Statement>,
    /// Its words: each utterance's content, in text order, a space and an ellipsis between two.
    pub text: String,
    /// The sentences that report its first utterance, or the first that has a word searched for.
    pub sentence: String,
    /// The words searched for, in bytes of `sentence`, in order.
    pub highlights: Vec<Span>,
    /// The names and roles of the statement's speakers, in their order.
    pub names: Vec<(String, Option<String>)>,
    /// Of each speaker without a role, the title of the office the tables give them on the statement's day.
    pub offices: Vec<Option<String>>,
    /// What could not be settled about it.
    pub doubts: Vec<Doubt>,
    /// How many other statements of the index are near-identical copies.
    pub copies: usize,
    /// How well it answers the words asked for; `None` where nothing is ranked.
    pub score: Option<f32>,
    /// What the score is made of, when the request asks for it.
    pub explanation: Option<Explanation>,
    /// The article it stands in, which hits in one article share.
    pub article: Arc<ArticleHit>,
}

/// What a hit says of its article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleHit {
    /// The article's id.
    pub id: ArticleId,
    /// Its headline.
    pub headline: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// The cities of its dateline.
    pub cities: Vec<String>,
    /// The agency of its dateline.
    pub agency: Option<String>,
    /// What it is about.
    pub topics: Vec<AboutTopic>,
    /// The file it came from, as named to ingest.
    pub path: String,
    /// The item inside that file, when it holds several.
    pub member: Option<String>,
    /// Digest of its bytes.
    pub digest: String,
    /// Where it is published, when its publisher says so.
    pub url: Option<String>,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits {
    /// How many statements match, each copy counted, whatever a hit is and however many are asked for;
    /// [`super::StatementIndex::matching`] counts hits, as facets do.
    pub statements: usize,
    /// The best of them, best first; ties are ordered newest first, then by id.
    pub hits: Vec<Hit>,
}

impl Hit {
    /// The statements of `entry` as hits, in text order, without an index.
    #[must_use]
    pub fn of(entry: &Entry) -> Vec<Self> {
        (1..=entry.extraction.statements.len()).filter_map(|number| Self::numbered(entry, number)).collect()
    }

    /// Statement `number`, from 1, of `entry`.
    #[must_use]
    pub fn numbered(entry: &Entry, number: usize) -> Option<Self> {
        let statement = entry.extraction.statements.get(number.checked_sub(1)?)?;
        let proof = proof(&entry.article, statement);
        let (told, statement) = (Arc::new(ArticleHit::of(entry)), Arc::new(statement.clone()));
        Some(Self::marked(entry, &told, number, statement, &proof, &[]))
    }

    /// `statement`, the one of this number from 1, of `entry`, with `found` words of its text searched for.
    /// Its `proof` is that of its article, of which a hit says `told`.
    pub(super) fn marked(
        entry: &Entry,
        told: &Arc<ArticleHit>,
        number: usize,
        statement: Arc<Statement>,
        proof: &[Span],
        found: &[Span],
    ) -> Self {
        let article = &entry.article;
        let words: Vec<&str> = statement.content().map(|span| article.words(span)).collect();
        let owned = |span: Span| article.words(span).to_owned();
        let has_found = |passage: &&Span| found.iter().any(|word| passage.contains(*word));
        let passage = proof.iter().find(has_found).or(proof.first()).copied().unwrap_or_default();
        let inside = found.iter().filter(|word| passage.contains(**word));
        let named = |speaker: &Speaker| (owned(speaker.name), speaker.role.map(owned));
        Self {
            id: StatementId { article: entry.id.clone(), number },
            text: words.join(" \u{2026} "),
            sentence: owned(passage),
            highlights: inside.map(|word| Span::new(word.start - passage.start, word.end - passage.start)).collect(),
            names: statement.speakers.iter().map(named).collect(),
            offices: offices(entry, number - 1, statement.speakers.len()),
            doubts: statement.doubts(&entry.extraction.doubts).copied().collect(),
            copies: 0,
            score: None,
            explanation: None,
            article: told.clone(),
            statement,
        }
    }

    /// A link to the sentence on the article's page, where that has a web address.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        link_to(self.article.url.as_deref()?, &self.sentence)
    }

    /// Each speaker with their name and role as the article writes them.
    pub fn speakers(&self) -> impl Iterator<Item = (&Speaker, &str, Option<&str>)> {
        let named = self.statement.speakers.iter().zip(&self.names);
        named.map(|(speaker, (name, role))| (speaker, name.as_str(), role.as_deref()))
    }
}

impl ArticleHit {
    /// What a hit says of the article of `entry`.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        let article = &entry.article;
        let words = |span: Span| article.words(span).to_owned();
        let dateline = article.dateline.as_ref();
        Self {
            id: entry.id.clone(),
            headline: article.headline.map(words),
            published: article.published,
            cities: dateline.map_or_else(Vec::new, |dateline| dateline.cities.iter().copied().map(words).collect()),
            agency: dateline.and_then(|dateline| dateline.agency).map(words),
            topics: entry.extraction.topics.clone(),
            path: entry.path.clone(),
            member: entry.member.clone(),
            digest: entry.digest.clone(),
            url: article.header.url.clone(),
        }
    }
}

/// What the tables give each of the speakers of a statement, which is told by its place.
fn offices(entry: &Entry, statement: usize, speakers: usize) -> Vec<Option<String>> {
    let of_statement = || entry.extraction.offices.iter().filter(|held| held.statement == statement);
    let title = |speaker| of_statement().find(|held| held.speaker == speaker).map(|held| held.title.clone());
    (0..speakers).map(title).collect()
}

/// The sentences that report `statement`, utterance by utterance, no word twice; where nothing is
/// reported, those that name who did not sign.
#[must_use]
pub fn proof(article: &Article, statement: &Statement) -> Vec<Span> {
    let told = statement.utterances.iter().filter_map(|utterance| {
        utterance.content.iter().chain(&utterance.cue).chain(&utterance.source).copied().reduce(Span::cover)
    });
    let refused = statement.nonsignatories.iter().map(|row| row.evidence);
    let mut out: Vec<Span> = Vec::new();
    for whole in told.chain(refused) {
        if out.iter().any(|known| known.contains(whole)) {
            continue;
        }
        let near = article.paragraphs.iter().filter(|paragraph| paragraph.overlaps(whole));
        let around = near.flat_map(|&paragraph| sentences(&article.text, paragraph));
        let span = around.filter(|sentence| sentence.overlaps(whole)).fold(whole, Span::cover);
        match out.iter_mut().find(|known| known.overlaps(span)) {
            Some(known) => *known = known.cover(span),
            None => out.push(span),
        }
    }
    out
}

/// The sentences that report a statement, its `proof`, as the index holds them: those of one paragraph together.
pub(super) fn passages(article: &Article, proof: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    for &whole in proof {
        let inside = |paragraph: &Span| {
            Span::new(paragraph.start.max(whole.start), paragraph.end.min(whole.end)).trim(&article.text)
        };
        let before = out.len();
        out.extend(article.paragraphs.iter().filter(|paragraph| paragraph.overlaps(whole)).map(inside));
        if out.len() == before {
            out.push(whole);
        }
    }
    out
}
