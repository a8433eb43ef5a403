//! The page's own lists, in their order: what the publisher put beside the article.

use super::{Asked, Found, RelatedHit, Wanted, Why, link};
use crate::index::{ArticleId, DocumentKind, IndexError, StatementIndex};

/// The headlines listed on the page of article `page`, list by list, in the page's order; with articles
/// wanted, those of them that are indexed.
///
/// # Errors
/// When the index cannot be read.
pub fn by_list(
    index: &StatementIndex,
    page: &ArticleId,
    asked: &Asked,
    wanted: &Wanted,
) -> Result<Vec<Found>, IndexError> {
    let mut out = Vec::new();
    for headline in index.headlines(page.as_str())? {
        if out.len() == wanted.limit {
            break;
        }
        let early = wanted.since.is_some_and(|since| headline.date.is_none_or(|date| date < since));
        let late = wanted.until.is_some_and(|until| headline.date.is_none_or(|date| date > until));
        if early || late {
            continue;
        }
        let article = link(index, &headline)?;
        let date = headline.date;
        let listed = headline.listed.as_ref().map(|listed| (listed.list.clone(), listed.position));
        let hit = match wanted.hits {
            DocumentKind::Headline => RelatedHit::Headline(Box::new(headline)),
            _ => match article.as_ref().map(|id| index.article_hit(id)).transpose()?.flatten() {
                Some(article) => RelatedHit::Article(Box::new(article)),
                None => continue,
            },
        };
        let why = Why { listed, days: Why::days_between(asked.date, date), ..Why::default() };
        out.push(Found { hit, score: 1.0, why, article, copies: Vec::new() });
    }
    Ok(out)
}
