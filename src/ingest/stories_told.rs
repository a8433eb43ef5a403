//! Guesses, as articles come in, which tell a story again, so that few have to be written anew at the end of a run.

use std::collections::VecDeque;

use super::sketched::Sketched;
use crate::index::{ArticleId, ArticleRecord};

/// So many articles are looked back upon at most, which bounds memory.
const HELD: usize = 1 << 17;

/// The stories of the articles of this run.
///
/// What the end of a run works out of all articles holds; where this guesses right, nothing is left to do then.
#[derive(Default)]
pub(super) struct StoriesTold {
    sketched: Sketched,
    /// The story of each article, by its number less [`Self::first`].
    stories: VecDeque<ArticleId>,
    first: usize,
}

impl StoriesTold {
    /// The story of `article`, where it tells one again, and remembers it.
    pub(super) fn again(&mut self, article: &ArticleRecord) -> Option<ArticleId> {
        let day = article.day()?;
        let sketch = article.sketch.as_ref();
        let like = self.sketched.most_like(Some(day), sketch).and_then(|at| at.checked_sub(self.first));
        let story = like.and_then(|at| self.stories.get(at)).cloned();
        if sketch.is_some() {
            self.sketched.add(self.first + self.stories.len(), Some(day), sketch);
            self.stories.push_back(story.clone().unwrap_or_else(|| article.id.clone()));
        }
        if self.stories.len() > HELD {
            self.stories.pop_front();
            self.first += 1;
        }
        story
    }
}

#[cfg(test)]
mod tests {
    use super::StoriesTold;
    use crate::article::Article;
    use crate::index::{ArticleId, ArticleRecord};

    const BODY: &str = "The envoys of both islands met for nine hours in the old customs house and parted without a \
                        word on the ferry, the nets or the lighthouse, and neither would say when they meet again.";
    const OTHER: &str = "A storm took the roof of the market hall at dawn, and traders carried what was left of their \
                         stalls up the hill while the mayor counted boats that had not come back into the harbour.";

    fn record(id: &str, day: &str, body: &str) -> ArticleRecord {
        let mut article = Article::from_body(body.to_owned());
        article.published = Some(day.parse().expect("a date"));
        ArticleRecord::of(ArticleId::of(id), &article, 0)
    }

    #[test]
    fn what_is_told_again_within_days_is_of_the_first_story() {
        let mut told = StoriesTold::default();
        let mut again = |id, day, body| told.again(&record(id, day, body)).map(|story| story.to_string());
        assert_eq!(again("aaaaaaaaaa", "2024-05-01", BODY), None);
        assert_eq!(again("bbbbbbbbbb", "2024-05-01", OTHER), None);
        assert_eq!(again("cccccccccc", "2024-05-02", BODY).as_deref(), Some("aaaaaaaaaa"));
        // A copy of a copy is of the first's story too.
        assert_eq!(again("dddddddddd", "2024-05-05", BODY).as_deref(), Some("aaaaaaaaaa"));
        assert_eq!(again("eeeeeeeeee", "2024-05-20", BODY), None);
    }
}
