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
