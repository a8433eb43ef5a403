//! Gathers the documents that share most with some clues.

use jiff::civil::Date;
use tantivy::schema::IndexRecordOption;
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocAddress, DocId, DocSet as _, SegmentReader, Term};

use super::clue::{Clue, DocumentKind};
use super::columns::SegmentColumns;
use super::document::{day_number, day_of};
use super::hidden::Hidden;
use super::{IndexError, StatementIndex};

/// What to gather.
pub struct Gathering<'g> {
    /// Documents of this kind.
    pub kind: DocumentKind,
    /// What they may share, each with what it adds to the sum.
    pub clues: &'g [(Clue, f32)],
    /// None before this day; undated documents are left out when there is one.
    pub since: Option<Date>,
    /// None after this day; undated documents are left out when there is one.
    pub until: Option<Date>,
    /// At most so many.
    pub limit: usize,
}

/// What is known of a document before it is read.
#[derive(Debug, Clone, Copy)]
pub struct Sum {
    /// What the clues it has add up to.
    pub sum: f32,
    /// How many words it has, roughly when there are more than forty.
    pub words: u32,
    /// Days from 1970-01-01 to its day.
    pub day: Option<i64>,
}

/// Where a document lies in the index; another one lies there when the index was written since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Location(pub(super) DocAddress);

/// A document gathered.
#[derive(Debug, Clone, Copy)]
pub struct Gathered {
    /// Where it lies.
    pub location: Location,
    /// Its worth, as the caller rated it.
    pub worth: f32,
    /// Its day.
    pub date: Option<Date>,
}

impl StatementIndex {
    /// The documents with the highest worth, the highest first; `rate` gives a document's worth.
    ///
    /// Every document that has one of the clues is rated, so the cost is in how many have them.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn gather(&self, wanted: &Gathering<'_>, rate: impl Fn(Sum) -> f32) -> Result<Vec<Gathered>, IndexError> {
        let mut found = Vec::new();
        let searcher = self.searcher();
        let columns = self.columns(&searcher);
        for ((segment, reader), columns) in (0..).zip(searcher.segment_readers()).zip(columns.segments()) {
            let best = self.gather_segment(reader, columns, wanted, &rate).map_err(|error| self.reading(&error))?;
            let order = columns.order().map_err(|error| self.reading(&error))?;
            found.extend(best.into_iter().map(|(worth, doc, day)| {
                (
                    worth,
                    order.first(doc),
                    Gathered { location: Location(DocAddress::new(segment, doc)), worth, date: day.and_then(day_of) },
                )
            }));
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        found.truncate(wanted.limit);
        Ok(found.into_iter().map(|(_, _, gathered)| gathered).collect())
    }

    /// The best documents of one segment; of those worth the same, the first ones.
    fn gather_segment(
        &self,
        reader: &SegmentReader,
        columns: &SegmentColumns,
        wanted: &Gathering<'_>,
        rate: &impl Fn(Sum) -> f32,
    ) -> tantivy::Result<Vec<Rated>> {
        let mut sums = vec![0.0f32; reader.max_doc() as usize];
        let mut any = false;
        for (clue, weight) in wanted.clues {
            for term in clue.terms(wanted.kind, &self.fields) {
                any |= add(reader, &term, *weight, &mut sums)?;
            }
        }
        let mut found = Vec::new();
        if !any || wanted.limit == 0 {
            return Ok(found);
        }
        let dates = columns.date()?;
        let words = reader.get_fieldnorms_reader(wanted.kind.words(&self.fields))?;
        let (since, until) = (wanted.since.map(day_number), wanted.until.map(day_number));
        let alive = reader.alive_bitset();
        let hidden = Hidden::of(columns, self.moment)?;
        for (doc, &sum) in (0..).zip(&sums) {
            if sum == 0.0 || alive.is_some_and(|alive| !alive.is_alive(doc)) || hidden.has(doc) {
                continue;
            }
            let day = dates.first(doc);
            let early = since.is_some_and(|since| day.is_none_or(|day| day < since));
            let late = until.is_some_and(|until| day.is_none_or(|day| day > until));
            if !early && !late {
                found.push((rate(Sum { sum, words: words.fieldnorm(doc), day }), doc, day));
            }
        }
        if found.len() > wanted.limit {
            let by_worth = |a: &Rated, b: &Rated| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1));
            found.select_nth_unstable_by(wanted.limit, by_worth);
            found.truncate(wanted.limit);
        }
        Ok(found)
    }

    /// How many documents of a kind have `clue`; deleted ones may still be counted.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn frequency(&self, kind: DocumentKind, clue: &Clue) -> Result<u64, IndexError> {
        let searcher = self.searcher();
        let mut most = 0;
        for term in clue.terms(kind, &self.fields) {
            most = most.max(searcher.doc_freq(&term).map_err(|error| self.reading(&error))?);
        }
        Ok(most)
    }

    /// How many documents of a kind there are; deleted ones may still be counted.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn count(&self, kind: DocumentKind) -> Result<u64, IndexError> {
        let term = Term::from_field_text(self.fields.doc, kind.as_str());
        self.searcher().doc_freq(&term).map_err(|error| self.reading(&error))
    }
}

/// Worth, document and day.
type Rated = (f32, DocId, Option<i64>);

/// Adds `weight` to the sum of every document with `term`; whether there is one.
fn add(reader: &SegmentReader, term: &Term, weight: f32, sums: &mut [f32]) -> tantivy::Result<bool> {
    let inverted = reader.inverted_index(term.field())?;
    let Some(mut postings) = inverted.read_postings(term, IndexRecordOption::Basic)? else { return Ok(false) };
    let mut buffer = [0; COLLECT_BLOCK_BUFFER_LEN];
    loop {
        let filled = postings.fill_buffer(&mut buffer);
        for &doc in &buffer[..filled] {
            sums[doc as usize] += weight;
        }
        if filled < buffer.len() {
            return Ok(true);
        }
    }
}
