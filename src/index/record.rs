//! How articles, headlines and files are stored, and how they are read back.

use std::mem::take;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::hit::{passages, proof};
use super::proximity::{WordPlace, word_places};
use super::{ArticleHit, ArticleId, Entry};
use crate::article::{Article, Credit, Header, HeadlineList, Tags};
use crate::extract::{CountryFocus, Extraction};
use crate::statement::{Statement, Utterance};
use crate::text::Span;

/// Bytes behind a record that tell its length. The engine reads a stored value byte by byte; with its length
/// at its end, a record is found in the document's bytes as they lie in the store.
const LENGTH: usize = size_of::<u32>();

/// The digest whose id stands for one that is left out.
const LEFT_OUT: &str = "";

/// The bytes to store of `record`.
///
/// # Errors
/// When it cannot be encoded.
pub(super) fn encode(record: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    closed(postcard::to_stdvec(record)?)
}

/// The bytes to store of `entry`: what a hit tells of its article, the lengths of its statements, each statement
/// by itself, and what only the whole article tells. So a hit decodes no more than it shows.
///
/// # Errors
/// When it cannot be encoded.
pub(super) fn encode_article(entry: &Entry) -> Result<Vec<u8>, postcard::Error> {
    let mut lengths = Vec::with_capacity(entry.extraction.statements.len());
    let mut statements = Vec::new();
    for statement in &entry.extraction.statements {
        let start = statements.len();
        statements = postcard::to_extend(statement, statements)?;
        lengths.push(statements.len() - start);
    }
    let mut told = without_parts(entry);
    let rest = Rest::taken_from(&mut told);
    leave_out_ids(&mut told);
    let mut out = postcard::to_stdvec(&(told, lengths))?;
    out.extend(statements);
    closed(postcard::to_extend(&rest, out)?)
}

/// `entry` without what is written by itself.
fn without_parts(entry: &Entry) -> Entry {
    let Extraction { headline, doubts, topics, focus, offices, .. } = &entry.extraction;
    Entry {
        id: entry.id.clone(),
        path: entry.path.clone(),
        member: entry.member.clone(),
        digest: entry.digest.clone(),
        article: entry.article.clone(),
        extraction: Extraction {
            statements: Vec::new(),
            headline: headline.clone(),
            doubts: doubts.clone(),
            topics: topics.clone(),
            focus: focus.clone(),
            offices: offices.clone(),
        },
        standing: entry.standing.clone(),
        shown: entry.shown,
        story: entry.story.clone(),
        parties: Vec::new(),
        headlines: Vec::new(),
    }
}

/// Leaves out the ids of `entry` that its digest tells: its own, and its story's when no other article is in that.
fn leave_out_ids(entry: &mut Entry) {
    let told = ArticleId::of(&entry.digest);
    for id in [&mut entry.id, &mut entry.story] {
        if *id == told {
            *id = ArticleId::of(LEFT_OUT);
        }
    }
}

/// Fills in what [`leave_out_ids`] left out.
fn fill_in_ids(entry: &mut Entry) {
    let told = ArticleId::of(&entry.digest);
    for id in [&mut entry.id, &mut entry.story] {
        if *id == ArticleId::of(LEFT_OUT) {
            *id = told.clone();
        }
    }
}

fn closed(mut record: Vec<u8>) -> Result<Vec<u8>, postcard::Error> {
    let length = u32::try_from(record.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
    record.extend(length.to_le_bytes());
    Ok(record)
}

/// The record at the end of the stored bytes of a document.
fn opened(stored: &[u8]) -> Result<&[u8], postcard::Error> {
    let missing = postcard::Error::DeserializeUnexpectedEnd;
    let (before, length) = stored.split_last_chunk::<LENGTH>().ok_or(missing)?;
    let length = u32::from_le_bytes(*length) as usize;
    let start = before.len().checked_sub(length).ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
    Ok(&before[start..])
}

/// What was stored as `stored`.
///
/// # Errors
/// When it is damaged.
pub(super) fn decode<T: DeserializeOwned>(stored: &[u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(opened(stored)?)
}

/// An article as it lies in the store; its statements are decoded when asked for.
pub(super) struct StoredArticle {
    /// The article, without its statements and the [`Rest`].
    pub entry: Entry,
    /// What a hit says of it, once one is asked for.
    told: OnceLock<Arc<ArticleHit>>,
    /// Its statements, and what only the whole article tells.
    behind: Vec<u8>,
    statements: Vec<Range<usize>>,
    /// Statements that were asked for.
    proven: Vec<OnceLock<Proven>>,
}

/// A statement, and the sentences that prove it.
pub(super) struct Proven {
    pub statement: Arc<Statement>,
    pub proof: Vec<Span>,
    /// Where the words of the proof stand, once some are to be marked.
    words: OnceLock<Vec<WordPlace>>,
}

impl Proven {
    fn of(article: &Article, statement: Statement) -> Self {
        Self { proof: proof(article, &statement), statement: Arc::new(statement), words: OnceLock::new() }
    }

    /// Where the words of the proof stand in `article`.
    pub fn words(&self, article: &Article) -> &[WordPlace] {
        self.words.get_or_init(|| word_places(&article.text, &passages(article, &self.proof)))
    }
}

impl StoredArticle {
    /// The article stored as `stored`.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn decode(stored: &[u8]) -> Result<Self, postcard::Error> {
        let ((mut entry, lengths), behind): ((Entry, Vec<usize>), _) = postcard::take_from_bytes(opened(stored)?)?;
        fill_in_ids(&mut entry);
        let mut statements = Vec::with_capacity(lengths.len());
        let mut start = 0_usize;
        for length in lengths {
            let end = start.checked_add(length).filter(|end| *end <= behind.len());
            let end = end.ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
            statements.push(start..end);
            start = end;
        }
        let proven = statements.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { entry, told: OnceLock::new(), behind: behind.to_vec(), statements, proven })
    }

    /// What a hit says of it.
    pub fn told(&self) -> &Arc<ArticleHit> {
        self.told.get_or_init(|| Arc::new(ArticleHit::of(&self.entry)))
    }

    /// The statement of this number, from 1, with its proof; both are kept.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn proven(&self, number: usize) -> Result<Option<&Proven>, postcard::Error> {
        let Some(kept) = number.checked_sub(1).and_then(|at| self.proven.get(at)) else { return Ok(None) };
        if let Some(known) = kept.get() {
            return Ok(Some(known));
        }
        let statement = self.statement(number)?;
        Ok(statement.map(|statement| kept.get_or_init(|| Proven::of(&self.entry.article, statement))))
    }

    /// The statement of this number, from 1.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn statement(&self, number: usize) -> Result<Option<Statement>, postcard::Error> {
        let place = number.checked_sub(1).and_then(|at| self.statements.get(at));
        place.map(|place| postcard::from_bytes(&self.behind[place.clone()])).transpose()
    }

    /// The article with all there is of it.
    ///
    /// # Errors
    /// When a part is damaged.
    pub fn whole(self) -> Result<Entry, postcard::Error> {
        let Self { mut entry, behind, statements, .. } = self;
        let end = statements.last().map_or(0, |place| place.end);
        let statements = statements.into_iter().map(|place| postcard::from_bytes(&behind[place]));
        entry.extraction.statements = statements.collect::<Result<_, _>>()?;
        postcard::from_bytes::<Rest>(&behind[end..])?.give_back(&mut entry);
        Ok(entry)
    }
}

/// What a hit does not tell of its article.
#[derive(Serialize, Deserialize)]
struct Rest {
    subheads: Vec<Span>,
    sections: Vec<Span>,
    credits: Vec<Credit>,
    furniture: Vec<Span>,
    promos: Vec<Span>,
    lists: Vec<HeadlineList>,
    tags: Tags,
    header: Header,
    headline: Vec<Utterance>,
    focus: Vec<CountryFocus>,
}

impl Rest {
    /// Takes it out of `entry`; the address of its page stays there.
    fn taken_from(entry: &mut Entry) -> Self {
        let (article, extraction) = (&mut entry.article, &mut entry.extraction);
        let url = article.header.url.take();
        let header = Header { url, ..Header::default() };
        Self {
            subheads: take(&mut article.subheads),
            sections: take(&mut article.sections),
            credits: take(&mut article.credits),
            furniture: take(&mut article.furniture),
            promos: take(&mut article.promos),
            lists: take(&mut article.lists),
            tags: take(&mut article.tags),
            header: std::mem::replace(&mut article.header, header),
            headline: take(&mut extraction.headline),
            focus: take(&mut extraction.focus),
        }
    }

    /// Puts it back into `entry`.
    fn give_back(self, entry: &mut Entry) {
        let (article, extraction) = (&mut entry.article, &mut entry.extraction);
        let url = article.header.url.take();
        article.subheads = self.subheads;
        article.sections = self.sections;
        article.credits = self.credits;
        article.furniture = self.furniture;
        article.promos = self.promos;
        article.lists = self.lists;
        article.tags = self.tags;
        article.header = Header { url, ..self.header };
        extraction.headline = self.headline;
        extraction.focus = self.focus;
    }
}
