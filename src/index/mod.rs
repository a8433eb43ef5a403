//! The index on disk: articles, their statements and the headlines around them.
//!
//! The only module that names tantivy, and none of its types leave it.

mod actor;
mod actor_key;
mod actors;
mod check;
mod analyzers;
mod any_word_query;
mod answer;
mod children_query;
mod clue;
mod columns;
mod copies;
mod counting;
mod days_query;
mod digest;
mod disk;
mod document;
mod entry;
mod expansion;
mod file_record;
mod files;
mod explanation;
mod facet;
mod facet_counts;
mod fetch;
mod fingerprint;
mod gather;
mod hidden;
mod headline_document;
mod headline_entry;
mod highlighter;
mod hit;
mod hit_sets;
mod index_error;
mod letters;
mod listing;
mod nothing_found;
mod order;
mod party_term;
mod pattern_maker;
mod place;
mod posts;
mod proximity;
mod publication;
mod query_fields;
mod ranking;
mod record;
mod request;
mod schema;
mod search;
mod search_error;
mod search_headlines;
mod stats;
mod stemmer;
mod stems;
mod texts;
mod translate;
mod translate_members;
mod translate_office;
mod values;
mod variants;
mod vocabulary;
mod writer;

pub use actor::{Actor, ActorKind, ActorRole};
pub use answer::Answer;
pub use check::Check;
pub use clue::{Clue, DocumentKind};
pub use entry::{ArticleId, Entry, StatementId};
pub use explanation::Explanation;
pub use facet::{Facet, FacetCounts};
pub use file_record::{ArticleRecord, Chain, FileRecord, ItemRecord, Standing};
pub use files::file_paths;
pub use gather::{Gathered, Gathering, Location, Sum};
pub use headline_entry::{HeadlineEntry, Listed};
pub use hidden::Shown;
pub use hit::{ArticleHit, Hit, Hits, proof};
pub use index_error::IndexError;
pub use nothing_found::NothingFound;
pub use request::{Copies, Explain, Request, Sort, Unit};
pub use search_error::SearchError;
pub use search_headlines::HeadlineHits;
pub use stats::Stats;
pub use stems::Stem;
pub use vocabulary::Counted;
pub use writer::{IndexWriter, Prepared};

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use disk::Disk;
use jiff::Timestamp;
use schema::Fields;
use tantivy::{Index, IndexReader, ReloadPolicy, Searcher};

/// An index of statements, open for reading.
pub struct StatementIndex {
    path: PathBuf,
    index: Index,
    reader: IndexReader,
    fields: Fields,
    /// The moment embargoes are judged by.
    moment: Timestamp,
    /// What splits text into words, made when a search first needs it.
    analyzers: OnceLock<Arc<analyzers::Analyzers>>,
    /// The columns of the segments a search last met.
    columns: Mutex<Option<columns::Columns>>,
}

impl StatementIndex {
    /// Opens the index in directory `path`.
    ///
    /// ```no_run
    /// use demarche::index::StatementIndex;
    /// use demarche::query::Query;
    ///
    /// let found = StatementIndex::open("index")?.search(&Query::parse("signatory:KR target:KP")?)?;
    /// for hit in found.hits {
    ///     println!("{}: {}", hit.id, hit.sentence);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When there is none, it is of another version, or it cannot be read.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, IndexError> {
        let path = path.as_ref();
        if !path.join("meta.json").is_file() {
            return Err(IndexError::Missing { path: path.to_owned() });
        }
        let open = || -> tantivy::Result<Index> { Index::open(Disk::open(path)?) };
        Self::with(path, open().map_err(|error| IndexError::reading(path, &error))?)
    }

    /// Opens the index in directory `path`, making the directory and an empty index where needed.
    ///
    /// # Errors
    /// When the directory cannot be made or written, or holds an index of another version.
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, IndexError> {
        let path = path.as_ref();
        if path.join("meta.json").is_file() {
            return Self::open(path);
        }
        fs_err::create_dir_all(path).map_err(|source| IndexError::Io { path: path.to_owned(), source })?;
        let (schema, _) = schema::build();
        let create = || -> tantivy::Result<Index> {
            Index::builder().schema(schema).settings(schema::settings()).open_or_create(Disk::open(path)?)
        };
        Self::with(path, create().map_err(|error| IndexError::writing(path, &error))?)
    }

    fn with(path: &Path, index: Index) -> Result<Self, IndexError> {
        let (schema, fields) = schema::build();
        let metas = index.load_metas().map_err(|error| IndexError::reading(path, &error))?;
        let is_empty = metas.segments.is_empty() && metas.payload.is_none();
        if index.schema() != schema || !(is_empty || metas.payload.as_deref() == Some(schema::VERSION)) {
            return Err(IndexError::OtherVersion { path: path.to_owned() });
        }
        analyzers::register_tokenizers(&index);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(|error| IndexError::reading(path, &error))?;
        let (moment, analyzers, columns) = (Timestamp::now(), OnceLock::new(), Mutex::new(None));
        Ok(Self { path: path.to_owned(), index, reader, fields, moment, analyzers, columns })
    }

    /// The same index at `moment`: articles under embargo are found from its end on. Without this it is the
    /// moment the index was opened.
    #[must_use]
    pub fn at(self, moment: Timestamp) -> Self {
        // What is hidden then is no copy of anything.
        Self { moment, columns: Mutex::new(None), ..self }
    }

    /// Whether `entry` is found by searching at the moment of this index, as far as embargoes go.
    #[must_use]
    pub fn shows(&self, entry: &Entry) -> bool {
        entry.shown.at(self.moment)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A writer of what `threads` threads make. Only one may exist for an index.
    ///
    /// # Errors
    /// When another writer has the index, or it cannot be written.
    pub fn writer(&self, threads: usize) -> Result<IndexWriter, IndexError> {
        IndexWriter::new(self, threads)
    }

    /// Makes what was committed since it was opened visible.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn reload(&self) -> Result<(), IndexError> {
        self.reader.reload().map_err(|error| self.reading(&error))
    }

    /// The columns of the segments of `searcher`.
    fn columns(&self, searcher: &Searcher) -> columns::Columns {
        let mut known = self.columns.lock().unwrap_or_else(PoisonError::into_inner);
        match &*known {
            Some(columns) if columns.are_of(searcher) => columns.clone(),
            other => {
                let columns = columns::Columns::of(searcher, other.as_ref());
                *known = Some(columns.clone());
                columns
            }
        }
    }

    fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    fn reading(&self, error: &tantivy::TantivyError) -> IndexError {
        IndexError::reading(&self.path, error)
    }
}
