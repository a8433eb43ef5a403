//! Finds the documents of articles: what holds for an article holds for its statements.

use std::fmt;

use tantivy::columnar::Column;
use tantivy::query::{EnableScoring, Explanation, Query, QueryClone as _, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError};

use super::columns::Columns;

/// Finds every document that lies behind an article `articles` finds, up to the next article.
pub(super) struct ChildrenQuery {
    pub articles: Box<dyn Query>,
    pub columns: Columns,
}

impl Clone for ChildrenQuery {
    fn clone(&self) -> Self {
        Self { articles: self.articles.box_clone(), columns: self.columns.clone() }
    }
}

impl fmt::Debug for ChildrenQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChildrenQuery").field("articles", &self.articles).finish_non_exhaustive()
    }
}

impl Query for ChildrenQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(ChildrenWeight { articles: self.articles.weight(scoring)?, columns: self.columns.clone() }))
    }
}

struct ChildrenWeight {
    articles: Box<dyn Weight>,
    columns: Columns,
}

impl Weight for ChildrenWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let articles = self.articles.scorer(reader, boost)?;
        let numbers = self.columns.in_segment(reader)?.number()?.clone();
        let mut scorer = ChildrenScorer { articles, numbers, end: reader.max_doc(), doc: 0 };
        scorer.first_child();
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        score_alone(self, reader, doc, "its article")
    }
}

/// The score of `doc` by `weight`, as an explanation without parts that says `what` gave it.
pub(super) fn score_alone(
    weight: &dyn Weight,
    reader: &SegmentReader,
    doc: DocId,
    what: &'static str,
) -> tantivy::Result<Explanation> {
    let mut scorer = weight.scorer(reader, 1.0)?;
    if scorer.doc() > doc || scorer.seek(doc) != doc {
        return Err(TantivyError::InvalidArgument(format!("document {doc} does not match")));
    }
    Ok(Explanation::new(what, scorer.score()))
}

struct ChildrenScorer {
    articles: Box<dyn Scorer>,
    numbers: Column<u64>,
    end: DocId,
    doc: DocId,
}

impl ChildrenScorer {
    fn number(&self, doc: DocId) -> u32 {
        self.numbers.first(doc).and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
    }

    fn is_child(&self, doc: DocId) -> bool {
        doc < self.end && self.number(doc) > 0
    }

    /// Stands at the first document behind the article, or of the next article that has one.
    fn first_child(&mut self) -> DocId {
        loop {
            let article = self.articles.doc();
            if article == TERMINATED {
                self.doc = TERMINATED;
                return TERMINATED;
            }
            if self.is_child(article + 1) {
                self.doc = article + 1;
                return self.doc;
            }
            self.articles.advance();
        }
    }
}

impl DocSet for ChildrenScorer {
    fn advance(&mut self) -> DocId {
        if self.doc == TERMINATED {
            return TERMINATED;
        }
        if self.is_child(self.doc + 1) {
            self.doc += 1;
            return self.doc;
        }
        self.articles.advance();
        self.first_child()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        if target >= self.end {
            self.doc = TERMINATED;
            return TERMINATED;
        }
        let number = self.number(target);
        let article = target.saturating_sub(number);
        if self.articles.doc() < article {
            self.articles.seek(article);
        }
        if self.articles.doc() == article && number > 0 {
            self.doc = target;
            return target;
        }
        self.first_child()
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.articles.size_hint().saturating_mul(4)
    }
}

impl Scorer for ChildrenScorer {
    fn score(&mut self) -> Score {
        self.articles.score()
    }
}
