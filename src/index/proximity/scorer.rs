//! Walks over the documents of one segment that match a pattern.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{Bm25Weight, Scorer};
use tantivy::{DocId, DocSet, Score, SeekDangerResult, TERMINATED};

use super::pattern::Pattern;
use super::places::{Place, places};
use super::postings::Postings;
use super::watch::Watch;
use super::words::TextWords;

/// Reads the words of a document's field out of its stored text.
pub(in crate::index) type ReadWords = Box<dyn FnMut(DocId) -> Result<TextWords, String> + Send>;

/// The matches of one pattern in one segment.
///
/// Deleted documents are among them: whoever collects leaves them out, as with every scorer of the engine.
pub(super) struct PatternScorer {
    pub pattern: Arc<Pattern>,
    pub postings: Postings,
    /// Where the index alone cannot tell.
    pub text: Option<ReadWords>,
    pub watch: Arc<Watch>,
    /// How to score, when scores are wanted.
    pub ranking: Option<(Bm25Weight, FieldNormReader)>,
    pub doc: DocId,
    /// Places in the document it stands at.
    pub found: u32,
}

impl PatternScorer {
    /// Stands at the first match from `target` on.
    pub fn find(&mut self, mut target: DocId) -> DocId {
        let pattern = self.pattern.clone();
        loop {
            let candidate = self.postings.candidate(&pattern.root, target);
            if candidate == TERMINATED || self.watch.ends() {
                self.doc = TERMINATED;
                return self.doc;
            }
            if self.matches(candidate) {
                return self.doc;
            }
            target = candidate + 1;
        }
    }

    /// Whether `doc`, which has the words, has them at the right places.
    fn matches(&mut self, doc: DocId) -> bool {
        self.postings.stand_at(doc);
        let found = match self.text.as_mut() {
            None => places(&self.pattern, &mut self.postings),
            // Unsure terms give too many places: none of them is enough to say no, unless places rule out.
            Some(_) if self.pattern.is_monotone() && places(&self.pattern, &mut self.postings).is_empty() => {
                return false;
            }
            Some(read) => match read(doc) {
                Ok(words) => words.places(&self.pattern),
                Err(reason) => {
                    self.watch.fail(reason);
                    Vec::new()
                }
            },
        };
        self.accept(doc, &found)
    }

    fn accept(&mut self, doc: DocId, found: &[Place]) -> bool {
        if found.is_empty() {
            return false;
        }
        self.doc = doc;
        self.found = u32::try_from(found.len()).unwrap_or(u32::MAX);
        true
    }
}

impl DocSet for PatternScorer {
    fn advance(&mut self) -> DocId {
        if self.doc == TERMINATED { TERMINATED } else { self.find(self.doc + 1) }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        if target >= TERMINATED {
            self.doc = TERMINATED;
            return TERMINATED;
        }
        self.find(target)
    }

    /// Looks at the places of `target` alone, and reads no positions of the documents behind it.
    fn seek_danger(&mut self, target: DocId) -> SeekDangerResult {
        if target >= TERMINATED || self.watch.ends() {
            self.doc = TERMINATED;
            return SeekDangerResult::SeekLowerBound(TERMINATED);
        }
        if self.doc == target {
            return SeekDangerResult::Found;
        }
        let pattern = self.pattern.clone();
        let candidate = self.postings.candidate(&pattern.root, target);
        if candidate > target {
            return SeekDangerResult::SeekLowerBound(candidate);
        }
        if self.matches(target) { SeekDangerResult::Found } else { SeekDangerResult::SeekLowerBound(target + 1) }
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.postings.most(&self.pattern.root)
    }

    /// Positions cost more than documents, and texts far more.
    fn cost(&self) -> u64 {
        u64::from(self.size_hint()) * if self.text.is_some() { 1000 } else { 20 }
    }
}

impl Scorer for PatternScorer {
    fn score(&mut self) -> Score {
        let Some((weight, norms)) = &self.ranking else { return 1.0 };
        weight.score(norms.fieldnorm_id(self.doc), self.found)
    }
}
