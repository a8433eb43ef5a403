//! The statement index, asked through its public interface.

use std::path::{Path, PathBuf};

use demarche::index::{Request, StatementIndex};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::Query;

use super::Engine;
use super::asked::Asked;

/// Ours.
pub struct Ours {
    index: StatementIndex,
}

impl Ours {
    /// Ingests the files.
    pub fn ingest(paths: &[PathBuf], knowledge: &Knowledge, directory: &Path) -> Self {
        let index = StatementIndex::open_or_create(directory).expect("an index");
        Ingest::new(paths, knowledge, 2).run(&index, |_| {}).expect("ingest runs");
        Self { index: StatementIndex::open(directory).expect("the index opens") }
    }

    pub fn index(&self) -> &StatementIndex {
        &self.index
    }

    fn query(asked: &Asked) -> Query {
        let text = asked.text();
        Query::parse(&text).expect(&text)
    }
}

impl Engine for Ours {
    fn top(&self, asked: &Asked) -> usize {
        let found = self.index.search(&Self::query(asked)).expect("hits");
        found.hits.iter().map(|hit| hit.sentence.len()).sum()
    }

    fn count(&self, asked: &Asked) -> usize {
        self.index
            .search_with(&Self::query(asked), &Request { limit: 0, ..Request::default() })
            .expect("a count")
            .statements
    }
}
