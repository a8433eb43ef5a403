//! What an index remembers of files, read back.

use std::path::{Path, PathBuf};

use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, Term};

use super::disk::Disk;
use super::schema::NUMBER;
use super::{ArticleRecord, Entry, FileRecord, IndexError, Standing, StatementIndex};

/// What stands before a file's path in its document's id.
const FILE: &str = "file:";

/// The id of the document that remembers the file `source`.
pub(super) fn file_key(source: &str) -> String {
    format!("{FILE}{source}")
}

impl StatementIndex {
    /// What is remembered of every file.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn files(&self) -> Result<Vec<FileRecord>, IndexError> {
        let searcher = self.searcher();
        let term = Term::from_field_text(self.fields.doc, "file");
        let asked = TermQuery::new(term, IndexRecordOption::Basic);
        let found = searcher.search(&asked, &DocSetCollector).map_err(|error| self.reading(&error))?;
        // In the order of the store, so that each of its blocks is unpacked once.
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_unstable();
        let mut out = found.into_iter().map(|at| self.record(&searcher, at)).collect::<Result<Vec<FileRecord>, _>>()?;
        out.sort_unstable_by(|a, b| a.source.cmp(&b.source));
        Ok(out)
    }

    /// Every article with `id`, whatever its standing, in no particular order.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn every_article(&self, id: &str) -> Result<Vec<Entry>, IndexError> {
        let searcher = self.searcher();
        let asked = TermQuery::new(Term::from_field_text(self.fields.article, id), IndexRecordOption::Basic);
        let found = searcher.search(&asked, &DocSetCollector).map_err(|error| self.reading(&error))?;
        let mut out = Vec::new();
        for at in found {
            let numbers = searcher.segment_reader(at.segment_ord).fast_fields().u64(NUMBER);
            let number = numbers.map_err(|error| self.reading(&error))?.first(at.doc_id);
            // The headlines of a page name its article too; the article itself comes before them.
            if number == Some(0) {
                out.push(self.entry(&searcher, at)?);
            }
        }
        Ok(out)
    }

    /// All versions of the story of the article or statement `id`, the oldest first.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn versions(&self, id: &str) -> Result<Vec<Entry>, IndexError> {
        let id = id.split_once('-').map_or(id, |(article, _)| article);
        let files = self.files()?;
        let articles = || files.iter().flat_map(|file| &file.items).filter_map(|item| item.found.as_ref().ok());
        let chain = articles().find(|article| article.id.as_str() == id).and_then(|article| article.chain.as_ref());
        let is_copy = |article: &&ArticleRecord| matches!(article.standing, Standing::Copy { .. });
        let mut versions: Vec<&ArticleRecord> = articles()
            .filter(|article| chain.is_some() && article.chain.as_ref() == chain && !is_copy(article))
            .collect();
        versions.sort_by(|a, b| a.by_version(b));
        let mut ids: Vec<&str> = versions.iter().map(|article| article.id.as_str()).collect();
        if ids.is_empty() {
            ids.push(id);
        }
        let mut out = Vec::new();
        for id in ids {
            out.extend(
                self.every_article(id)?.into_iter().find(|entry| !matches!(entry.standing, Standing::Copy { .. })),
            );
        }
        Ok(out)
    }
}

/// The paths of the files an index of any version was made of, as far as it remembers them.
///
/// # Errors
/// When there is no index, or it cannot be read.
pub fn file_paths(path: &Path) -> Result<Vec<PathBuf>, IndexError> {
    if !path.join("meta.json").is_file() {
        return Err(IndexError::Missing { path: path.to_owned() });
    }
    let read = || -> tantivy::Result<Vec<PathBuf>> {
        let index = Index::open(Disk::open(path)?)?;
        let (schema, searcher) = (index.schema(), index.reader()?.searcher());
        let mut out = Vec::new();
        // The names of files are terms of a field every version has.
        let field = schema.get_field("source")?;
        for segment in searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                out.push(PathBuf::from(String::from_utf8_lossy(terms.key()).into_owned()));
            }
        }
        out.sort_unstable();
        out.dedup();
        Ok(out)
    };
    read().map_err(|error| IndexError::reading(path, &error))
}
