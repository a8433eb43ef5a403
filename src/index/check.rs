//! Looks an index over: checksums, counts, and whether every statement's words are there.

use std::collections::HashMap;

use tantivy::collector::Count;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet as _, TERMINATED, Term};

use super::schema::NUMBER;
use super::{ArticleId, Entry, IndexError, Standing, StatementIndex};
use crate::statement::Statement;
use crate::text::Span;

/// What a look over an index found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Files remembered.
    pub files: usize,
    /// Articles, whatever their standing.
    pub articles: usize,
    /// Statements.
    pub statements: usize,
    /// What is wrong, each in a sentence.
    pub faults: Vec<String>,
}

impl StatementIndex {
    /// Reads the whole index and says what is wrong with it.
    ///
    /// # Errors
    /// When the index cannot be read at all.
    pub fn check(&self) -> Result<Check, IndexError> {
        let mut check = Check::default();
        let broken = self.index.validate_checksum().map_err(|error| self.reading(&error))?;
        let mut broken: Vec<_> = broken.into_iter().collect();
        broken.sort();
        check.faults.extend(
            broken.iter().map(|file| format!("{} has another checksum than when it was written", file.display())),
        );
        let mut remembered: HashMap<(ArticleId, &'static str), usize> = HashMap::new();
        for file in self.files()? {
            check.files += 1;
            for article in file.items.iter().filter_map(|item| item.found.as_ref().ok()) {
                *remembered.entry((article.id.clone(), article.standing.as_str())).or_default() += 1;
            }
        }
        let mut expected = 0;
        for at in self.article_addresses()? {
            match self.article_at(at) {
                Ok(entry) => {
                    check.articles += 1;
                    if entry.standing == Standing::Current {
                        expected += entry.extraction.statements.len();
                    }
                    check.faults.extend(fault_of(&entry));
                    let key = (entry.id.clone(), entry.standing.as_str());
                    match remembered.get_mut(&key) {
                        Some(count) if *count > 1 => *count -= 1,
                        Some(_) => drop(remembered.remove(&key)),
                        // Standard input is not remembered as a file.
                        None if entry.path == "-" => {}
                        None => check.faults.push(format!(
                            "article {} ({}) belongs to no file that is remembered",
                            entry.id, entry.path
                        )),
                    }
                }
                Err(error) => check.faults.push(error.to_string()),
            }
        }
        let mut missing: Vec<String> =
            remembered.into_keys().map(|(id, standing)| format!("article {id} ({standing}) is missing")).collect();
        missing.sort_unstable();
        check.faults.extend(missing);
        let statement = TermQuery::new(Term::from_field_text(self.fields.doc, "statement"), IndexRecordOption::Basic);
        check.statements = self.searcher().search(&statement, &Count).map_err(|error| self.reading(&error))?;
        if check.statements != expected {
            let found = check.statements;
            check.faults.push(format!("{found} statements can be searched, and the articles hold {expected}"));
        }
        Ok(check)
    }

    /// Where every article stands, whatever its standing.
    fn article_addresses(&self) -> Result<Vec<DocAddress>, IndexError> {
        let searcher = self.searcher();
        let mut out = Vec::new();
        for (segment, reader) in (0..).zip(searcher.segment_readers()) {
            let numbers = reader.fast_fields().u64(NUMBER).map_err(|error| self.reading(&error))?;
            let inverted = reader.inverted_index(self.fields.article).map_err(|error| self.reading(&error))?;
            let mut terms =
                inverted.terms().stream().map_err(|source| IndexError::Io { path: self.path.clone(), source })?;
            let mut found = Vec::new();
            while terms.advance() {
                let postings = inverted.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic);
                let mut postings = postings.map_err(|source| IndexError::Io { path: self.path.clone(), source })?;
                while postings.doc() != TERMINATED {
                    found.push(postings.doc());
                    postings.advance();
                }
            }
            found.sort_unstable();
            let is_article = |doc: &u32| numbers.first(*doc) == Some(0) && !reader.is_deleted(*doc);
            out.extend(found.into_iter().filter(is_article).map(|doc| DocAddress::new(segment, doc)));
        }
        Ok(out)
    }

    fn article_at(&self, at: DocAddress) -> Result<Entry, IndexError> {
        let searcher = self.searcher();
        self.entry(&searcher, at)
    }
}

/// What is wrong with an article's record.
fn fault_of(entry: &Entry) -> Option<String> {
    let text = &entry.article.text;
    let fits = |span: Span| text.get(span.start..span.end).is_some();
    let spans = entry.extraction.statements.iter().flat_map(Statement::content);
    let lost = spans.chain(entry.article.paragraphs.iter().copied()).find(|span| !fits(*span))?;
    Some(format!("article {} has no words at {}-{}", entry.id, lost.start, lost.end))
}
