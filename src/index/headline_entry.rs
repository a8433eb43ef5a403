//! A headline as the index takes it in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ArticleId, Entry};
use crate::article::Article;
use crate::extract::Heading;
use crate::knowledge::{Party, TopicId};

/// A headline: one of a list on an article's page, or a row of a file of headlines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadlineEntry {
    /// Its id: `h` and twelve hexadecimal digits of the digest of its page and place, or of its row.
    pub id: String,
    /// The headline.
    pub text: String,
    /// The day of its page, or of its row.
    #[serde(with = "crate::article::day_code")]
    pub date: Option<Date>,
    /// The address of its article, when the row gives one.
    pub url: Option<String>,
    /// The list it stands in, when it does.
    pub listed: Option<Listed>,
    /// The file it came from, as named to ingest.
    pub path: String,
    /// The line of its row, from 1; none for a list.
    pub line: Option<u64>,
    /// Countries and organisations named in it, by code, none twice.
    pub parties: Vec<Party>,
    /// Office-holders named in it in full, in the tables' spelling, none twice; of the headline above an
    /// article none.
    pub persons: Vec<String>,
    /// What it is about, by id.
    pub topics: Vec<TopicId>,
}

/// Where a headline stands on an article's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The list's title: "Next In World".
    pub list: String,
    /// Its place in the list, from 1.
    pub position: usize,
    /// The article on whose page it stood.
    pub page: ArticleId,
    /// Its number on the page from 1, counted through all lists.
    pub number: usize,
}

impl HeadlineEntry {
    /// The headline above the article of `entry`, with the article's id; of its countries, those it names that
    /// the article is about.
    pub(super) fn own(entry: &Entry) -> Option<Self> {
        let article = &entry.article;
        let headline = article.headline?;
        let focus = entry.extraction.focus.iter().filter(|focus| headline.contains(focus.evidence));
        Some(Self {
            id: entry.id.to_string(),
            text: article.words(headline).to_owned(),
            date: article.date(),
            url: article.header.url.clone(),
            listed: None,
            path: match &entry.member {
                Some(member) => format!("{}#{member}", entry.path),
                None => entry.path.clone(),
            },
            line: None,
            parties: focus.map(|focus| Party::Country(focus.country)).collect(),
            persons: Vec::new(),
            topics: entry.extraction.topics.iter().map(|about| about.topic).collect(),
        })
    }

    /// The headlines listed on the page of `article`, in the page's order. `heading` tells whom and
    /// what a text names.
    #[must_use]
    pub fn listed(article: &Article, page: &ArticleId, path: &str, heading: impl Fn(&str) -> Heading) -> Vec<Self> {
        let mut out: Vec<Self> = Vec::new();
        for list in &article.lists {
            let title = article.words(list.title);
            for (at, &span) in list.headlines.iter().enumerate() {
                let listed =
                    Listed { list: title.to_owned(), position: at + 1, page: page.clone(), number: out.len() + 1 };
                let text = article.words(span);
                let Heading { parties, persons, topics } = heading(text);
                let place = format!("{page}\t{}\t{text}", listed.number);
                out.push(Self {
                    id: format!("h{}", &blake3::hash(place.as_bytes()).to_hex()[..12]),
                    text: text.to_owned(),
                    date: article.date(),
                    url: None,
                    listed: Some(listed),
                    path: path.to_owned(),
                    line: None,
                    parties,
                    persons,
                    topics,
                });
            }
        }
        out
    }
}
