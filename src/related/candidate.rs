//! A document that may be related, read and made ready to be compared.

use jiff::civil::Date;

use super::RelatedHit;
use super::content::{ContentWord, content_words};
use crate::article::headline_core;
use crate::extract::named;
use crate::index::{ArticleHit, ArticleId, DocumentKind, Gathered, Hit, IndexError, StatementIndex};
use crate::knowledge::{Knowledge, Party, TopicId};

/// A document that may be related.
pub(super) struct Candidate {
    pub(super) hit: RelatedHit,
    /// The text that is compared.
    pub(super) text: String,
    pub(super) words: Vec<ContentWord>,
    pub(super) parties: Vec<Party>,
    pub(super) topics: Vec<TopicId>,
    pub(super) date: Option<Date>,
    /// The article it is, or stands in.
    pub(super) article: Option<ArticleId>,
}

impl Candidate {
    /// Reads what was gathered; none when a statement's record no longer holds it.
    pub(super) fn read(
        index: &StatementIndex,
        knowledge: &Knowledge,
        kind: DocumentKind,
        gathered: &Gathered,
    ) -> Result<Option<Self>, IndexError> {
        let date = gathered.date;
        if kind == DocumentKind::Headline {
            let headline = index.gathered_headline(gathered)?;
            let (parties, topics) = (headline.parties.clone(), headline.topics.clone());
            let text = headline_core(&headline.text).to_owned();
            let hit = RelatedHit::Headline(Box::new(headline));
            return Ok(Some(Self::new(index, hit, text, (parties, topics), date, None)));
        }
        let (entry, number) = index.gathered_entry(gathered)?;
        let article = Some(entry.id.clone());
        if kind == DocumentKind::Article {
            let text = headline_core(entry.article.headline_words().unwrap_or_default()).to_owned();
            let mut parties = named(&text, date, knowledge);
            parties.extend(entry.extraction.focus.iter().map(|focus| Party::Country(focus.country)));
            let topics = entry.extraction.topics.iter().map(|about| about.topic).collect();
            let hit = RelatedHit::Article(Box::new(ArticleHit::of(&entry)));
            return Ok(Some(Self::new(index, hit, text, (parties, topics), date, article)));
        }
        let Some(hit) = Hit::numbered(&entry, number) else { return Ok(None) };
        let headline = hit.article.headline.as_deref().map(headline_core).unwrap_or_default();
        let text = format!("{headline}\n{}", hit.sentence);
        let parties = named(&text, date, knowledge);
        let topics = hit.statement.topics.iter().map(|about| about.topic).collect();
        Ok(Some(Self::new(index, RelatedHit::Statement(Box::new(hit)), text, (parties, topics), date, article)))
    }

    fn new(
        index: &StatementIndex,
        hit: RelatedHit,
        text: String,
        (parties, topics): (Vec<Party>, Vec<TopicId>),
        date: Option<Date>,
        article: Option<ArticleId>,
    ) -> Self {
        let words = content_words(index, &text);
        Self { hit, text, words, parties, topics, date, article }
    }
}
