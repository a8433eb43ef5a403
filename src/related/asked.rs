//! What relations are asked for: a headline, an article, a statement, or a text.

use jiff::civil::Date;

use crate::extract::{named, topics_of};
use crate::index::{ArticleId, Entry, HeadlineEntry, Hit};
use crate::knowledge::{CountryCode, Knowledge, Party, TopicId};
use crate::statement::{Statement, Through};

/// A longer text is taken for an article's body.
const LONGEST_HEADLINE: usize = 300;
/// Paragraphs of an article that tell what it is about: wires put the news first.
const LEAD: usize = 3;

/// What relations are asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// Its headline.
    pub headline: String,
    /// Its words beside the headline.
    pub body: String,
    /// Countries and organisations named in it, none twice.
    pub parties: Vec<Party>,
    /// What it is about, none twice.
    pub topics: Vec<TopicId>,
    /// Its day.
    pub date: Option<Date>,
    /// The article it is, or stands in: never a relation of itself.
    pub article: Option<ArticleId>,
    /// The countries that signed it, by code.
    pub signatories: Vec<CountryCode>,
}

impl Asked {
    /// A headline, with the article it belongs to when that is known.
    #[must_use]
    pub fn headline(entry: &HeadlineEntry, article: Option<ArticleId>) -> Self {
        Self {
            headline: entry.text.clone(),
            parties: entry.parties.clone(),
            topics: entry.topics.clone(),
            date: entry.date,
            article,
            ..Self::default()
        }
    }

    /// An article: its headline, and the first paragraphs of its body. Every statement's signatories are
    /// its own.
    #[must_use]
    pub fn article(entry: &Entry, knowledge: &Knowledge) -> Self {
        let article = &entry.article;
        let headline = article.headline_words().unwrap_or_default().to_owned();
        let lead: Vec<&str> = article.paragraphs.iter().take(LEAD).map(|&span| article.words(span)).collect();
        let body = lead.join("\n");
        let mut parties = named(&format!("{headline}\n{body}"), article.date(), knowledge);
        parties.extend(entry.extraction.focus.iter().map(|focus| Party::Country(focus.country)));
        let signatories = entry.extraction.statements.iter().flat_map(signatories).collect();
        Self {
            headline,
            body,
            parties: unique(parties),
            topics: unique(entry.extraction.topics.iter().map(|about| about.topic).collect()),
            date: article.date(),
            article: Some(entry.id.clone()),
            signatories: unique(signatories),
        }
    }

    /// Statement `number`, from 1, of an article: its words, under the article's headline.
    #[must_use]
    pub fn statement(entry: &Entry, number: usize, knowledge: &Knowledge) -> Option<Self> {
        let hit = Hit::numbered(entry, number)?;
        let headline = hit.article.headline.clone().unwrap_or_default();
        let body = format!("{}\n{}", hit.sentence, hit.text);
        let date = hit.statement.date;
        let mut parties = named(&format!("{headline}\n{body}"), date, knowledge);
        parties.extend(hit.statement.targets.iter().map(|target| target.party.clone()));
        Some(Self {
            headline,
            body,
            parties: unique(parties),
            topics: unique(hit.statement.topics.iter().map(|about| about.topic).collect()),
            date,
            article: Some(entry.id.clone()),
            signatories: unique(signatories(&hit.statement).collect()),
        })
    }

    /// A text of the user's own: a headline when it is short. `date` is its day, when the user gives one.
    #[must_use]
    pub fn text(text: &str, date: Option<Date>, knowledge: &Knowledge) -> Self {
        let text = text.trim();
        let is_headline = text.len() <= LONGEST_HEADLINE && !text.contains('\n');
        let (headline, body) = if is_headline { (text, "") } else { ("", text) };
        Self {
            headline: headline.to_owned(),
            body: body.to_owned(),
            parties: named(text, date, knowledge),
            topics: topics_of(text, knowledge.topic_words()),
            date,
            ..Self::default()
        }
    }
}

/// The countries that signed, themselves or through a forum.
pub(super) fn signatories(statement: &Statement) -> impl Iterator<Item = CountryCode> + '_ {
    let signed = statement.signatories.iter().filter(|row| row.through != Some(Through::Organisation));
    signed.map(|row| row.country)
}

fn unique<T: Ord>(mut rows: Vec<T>) -> Vec<T> {
    rows.sort_unstable();
    rows.dedup();
    rows
}
