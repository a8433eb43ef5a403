//! The postings of a pattern's leaves in one segment.

use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet as _, InvertedIndexReader, TERMINATED, Term};

use super::pattern::{Leaf, Node, Pattern};
use super::places::Positions;
use super::{PARAGRAPH, SENTENCE};
use crate::query::Within;

/// Postings of every leaf, each of which may stand at another document.
pub(super) struct Postings {
    leaves: Vec<Vec<SegmentPostings>>,
    sentences: Option<SegmentPostings>,
    paragraphs: Option<SegmentPostings>,
    doc: DocId,
    breaks: Vec<u32>,
    buffer: Vec<u32>,
}

impl Postings {
    /// Those of `pattern` in `field`.
    pub fn open(pattern: &Pattern, field: Field, index: &InvertedIndexReader) -> tantivy::Result<Self> {
        let read = |term: &str| -> tantivy::Result<Option<SegmentPostings>> {
            let term = Term::from_field_text(field, term);
            Ok(index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)?)
        };
        let of_leaf = |leaf: &Leaf| leaf.terms().filter_map(|term| read(term).transpose()).collect();
        let mark = |within, term| if pattern.uses(within) { read(term) } else { Ok(None) };
        Ok(Self {
            leaves: pattern.leaves.iter().map(of_leaf).collect::<tantivy::Result<_>>()?,
            sentences: mark(Within::Sentence, SENTENCE)?,
            paragraphs: mark(Within::Paragraph, PARAGRAPH)?,
            doc: 0,
            breaks: Vec::new(),
            buffer: Vec::new(),
        })
    }

    /// The first document from `target` on that has the words of `node`, wherever they stand.
    pub fn candidate(&mut self, node: &Node, target: DocId) -> DocId {
        match node {
            Node::Leaf(leaf) => {
                let postings = self.leaves[*leaf].iter_mut();
                postings.map(|postings| seek(postings, target)).min().unwrap_or(TERMINATED)
            }
            Node::Any(parts) => parts.iter().map(|part| self.candidate(part, target)).min().unwrap_or(TERMINATED),
            Node::Sequence(parts) => self.in_all(&mut parts.iter(), target),
            Node::Near { left, right, .. } => self.in_all(&mut [left.as_ref(), right.as_ref()].into_iter(), target),
            Node::Apart { left, .. } => self.candidate(left, target),
            Node::AtLeast(_, inner) => self.candidate(inner, target),
        }
    }

    fn in_all<'n>(&mut self, parts: &mut (impl Iterator<Item = &'n Node> + Clone), mut target: DocId) -> DocId {
        loop {
            let before = target;
            for part in parts.clone() {
                target = self.candidate(part, target);
            }
            if target == before || target == TERMINATED {
                return target;
            }
        }
    }

    /// Documents that `node` may be in, at most.
    pub fn most(&self, node: &Node) -> u32 {
        match node {
            Node::Leaf(leaf) => self.leaves[*leaf].iter().map(SegmentPostings::doc_freq).fold(0, u32::saturating_add),
            Node::Any(parts) => parts.iter().map(|part| self.most(part)).fold(0, u32::saturating_add),
            Node::Sequence(parts) => parts.iter().map(|part| self.most(part)).min().unwrap_or(0),
            Node::Near { left, right, .. } => self.most(left).min(self.most(right)),
            Node::Apart { left, .. } => self.most(left),
            Node::AtLeast(_, inner) => self.most(inner),
        }
    }

    /// Positions asked for from now on are those of `doc`, which is never before the last one.
    pub fn stand_at(&mut self, doc: DocId) {
        self.doc = doc;
    }
}

impl Positions for Postings {
    fn of(&mut self, leaf: usize, out: &mut Vec<u32>) {
        for postings in &mut self.leaves[leaf] {
            if seek(postings, self.doc) == self.doc {
                postings.positions(&mut self.buffer);
                out.append(&mut self.buffer);
            }
        }
        if !out.is_sorted() {
            out.sort_unstable();
        }
        out.dedup();
    }

    fn breaks(&mut self, within: Within) -> &[u32] {
        let postings = if within == Within::Sentence { &mut self.sentences } else { &mut self.paragraphs };
        self.breaks.clear();
        if let Some(postings) = postings
            && seek(postings, self.doc) == self.doc
        {
            postings.positions(&mut self.breaks);
        }
        &self.breaks
    }
}

fn seek(postings: &mut SegmentPostings, target: DocId) -> DocId {
    let doc = postings.doc();
    if doc >= target { doc } else { postings.seek(target) }
}
