//! A pattern as a query of the engine.

use std::fmt;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{Bm25Weight, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::Field;
use tantivy::{DocId, Score, SegmentReader, TERMINATED, TantivyError, Term};

use super::pattern::{Node, Pattern};
use super::postings::Postings;
use super::scorer::{PatternScorer, ReadWords};
use super::watch::Watch;

/// Opens the stored texts of a segment's field, for words only they can tell.
pub(in crate::index) type Texts = Arc<dyn Fn(&SegmentReader, Field) -> tantivy::Result<ReadWords> + Send + Sync>;

/// Finds documents whose `field` matches `pattern`.
#[derive(Clone)]
pub(in crate::index) struct PatternQuery {
    pub field: Field,
    pub pattern: Arc<Pattern>,
    pub texts: Texts,
    pub watch: Arc<Watch>,
}

impl fmt::Debug for PatternQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PatternQuery")
            .field("field", &self.field)
            .field("pattern", &self.pattern)
            .finish_non_exhaustive()
    }
}

impl Query for PatternQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let ranking = match scoring {
            EnableScoring::Enabled { statistics_provider, .. } => {
                let documents = statistics_provider.total_num_docs()?;
                let tokens = statistics_provider.total_num_tokens(self.field)?;
                let frequency = |term: &str| statistics_provider.doc_freq(&Term::from_field_text(self.field, term));
                let rarity = self.rarity(&self.pattern.root, documents, &frequency)?;
                #[expect(clippy::cast_precision_loss, reason = "an average")]
                let average = tokens as Score / documents.max(1) as Score;
                // The engine gives no constructor for a weight by itself: scale that of a term nobody uses.
                let unit = Bm25Weight::for_one_term_without_explain(0, documents, average);
                Some(unit.boost_by(rarity / inverse_frequency(0, documents)))
            }
            EnableScoring::Disabled { .. } => None,
        };
        Ok(Box::new(PatternWeight { query: self.clone(), ranking }))
    }
}

impl PatternQuery {
    /// The inverse document frequency of `node`: what must come together adds up, and of alternatives the
    /// most frequent counts.
    fn rarity(
        &self,
        node: &Node,
        documents: u64,
        frequency: &dyn Fn(&str) -> tantivy::Result<u64>,
    ) -> tantivy::Result<Score> {
        let of = |node: &Node| self.rarity(node, documents, frequency);
        match node {
            Node::Leaf(leaf) => {
                let terms = self.pattern.leaves[*leaf].terms();
                let all = terms.map(frequency).sum::<tantivy::Result<u64>>()?;
                Ok(inverse_frequency(all.min(documents), documents))
            }
            Node::Any(parts) => {
                let parts = parts.iter().map(of).collect::<tantivy::Result<Vec<Score>>>()?;
                Ok(parts.into_iter().reduce(Score::min).unwrap_or(0.0))
            }
            Node::Apart { left, .. } => of(left),
            Node::Sequence(_) | Node::Near { .. } | Node::AtLeast(..) => node.parts().map(of).sum(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a logarithm is taken")]
fn inverse_frequency(found: u64, documents: u64) -> Score {
    (1.0 + ((documents - found) as Score + 0.5) / (found as Score + 0.5)).ln()
}

/// A [`PatternQuery`] with the statistics of an index.
struct PatternWeight {
    query: PatternQuery,
    ranking: Option<Bm25Weight>,
}

impl PatternWeight {
    fn pattern_scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<PatternScorer> {
        let PatternQuery { field, pattern, texts, watch } = &self.query;
        let ranking = match &self.ranking {
            None => None,
            Some(weight) => {
                let norms = reader.fieldnorms_readers().get_field(*field)?;
                let norms = norms.unwrap_or_else(|| FieldNormReader::constant(reader.max_doc(), 1));
                Some((weight.boost_by(boost), norms))
            }
        };
        let text = if pattern.needs_text() { Some(texts(reader, *field)?) } else { None };
        let postings = Postings::open(pattern, *field, reader.inverted_index(*field)?.as_ref())?;
        let (pattern, watch) = (pattern.clone(), watch.clone());
        Ok(PatternScorer { pattern, postings, text, watch, ranking, doc: 0, found: 0 })
    }
}

impl Weight for PatternWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut scorer = self.pattern_scorer(reader, boost)?;
        scorer.find(0);
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.pattern_scorer(reader, 1.0)?;
        if doc == TERMINATED || scorer.find(doc) != doc {
            return Err(TantivyError::InvalidArgument(format!("document {doc} does not match")));
        }
        let found = scorer.found;
        Ok(Explanation::new_with_string(format!("{found} places"), scorer.score()))
    }
}
