//! Where what was read goes: into the index, with what is to be remembered of each file.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::holder::{Holder, NamedFile};
use super::stamp::Stamp;
use super::standing::{Placed, changes};
use super::stories_told::StoriesTold;
use super::worked::Worked;
use super::{Outcome, OutcomeKind};
use crate::article::formats::Place;
use crate::index::{
    ArticleId, ArticleRecord, Entry, FileRecord, IndexError, IndexWriter, ItemRecord, Standing, StatementIndex,
};

/// Writes what was read, file by file. Only whole files are committed.
pub(super) struct Sink<'a> {
    index: &'a StatementIndex,
    writer: IndexWriter,
    /// What is remembered of every file.
    files: BTreeMap<String, Arc<FileRecord>>,
    /// Where the first of each article came from.
    holders: HashMap<ArticleId, Holder>,
    told: StoriesTold,
    /// The file that is being read.
    open: Option<OpenFile>,
    /// Items since the last commit.
    pending: usize,
    /// Items written between two commits.
    commit_every: usize,
}

/// A file that is being read.
struct OpenFile {
    source: Arc<str>,
    /// Its name for those of its articles that come from nowhere else.
    named: Option<Arc<NamedFile>>,
    /// Whether the index held it before.
    known: bool,
    /// Whether what the index held of it was dropped, to be replaced by what is read now.
    cleared: bool,
    items: Vec<ItemRecord>,
    headlines: usize,
}

impl OpenFile {
    fn new(source: &Arc<str>, known: bool) -> Self {
        Self { source: source.clone(), named: None, known, cleared: false, items: Vec::new(), headlines: 0 }
    }
}

impl<'a> Sink<'a> {
    pub(super) fn new(
        index: &'a StatementIndex,
        threads: usize,
        files: &[Arc<FileRecord>],
        commit_every: usize,
    ) -> Result<Self, IndexError> {
        let mut sink = Self {
            index,
            writer: index.writer(threads)?,
            files: BTreeMap::new(),
            holders: HashMap::new(),
            told: StoriesTold::default(),
            open: None,
            pending: 0,
            commit_every,
        };
        for file in files {
            let named = Arc::new(NamedFile { source: file.source.as_str().into(), path: file.path.clone() });
            for item in &file.items {
                if let Ok(article) = &item.found {
                    let holder = || Holder::of(&named, item.member.as_deref());
                    sink.holders.entry(article.id.clone()).or_insert_with(holder);
                }
            }
            sink.files.insert(file.source.clone(), file.clone());
        }
        Ok(sink)
    }

    /// Begins a file, and tells whether anything came from it before.
    fn begin(&mut self, source: &Arc<str>) -> Result<&mut OpenFile, IndexError> {
        let is_open = self.open.as_ref().is_some_and(|open| open.source == *source);
        if !is_open {
            let known = match self.files.get(&**source) {
                Some(_) => true,
                None => source.starts_with('-') && self.index.holds(source)?,
            };
            self.open = Some(OpenFile::new(source, known));
        }
        Ok(self.open.get_or_insert_with(|| OpenFile::new(source, false)))
    }

    /// Drops what came from file `source` before, once something of it has been read: a file that cannot be
    /// read any more loses nothing.
    fn clear(&mut self, source: &Arc<str>) -> Result<(), IndexError> {
        if std::mem::replace(&mut self.begin(source)?.cleared, true) {
            return Ok(());
        }
        self.writer.forget(source);
        let held = self.files.get(&**source).cloned();
        for item in held.iter().flat_map(|file| &file.items) {
            if let Ok(article) = &item.found
                && self.holders.get(&article.id).is_some_and(|holder| holder.is_file(source))
            {
                self.holders.remove(&article.id);
            }
        }
        Ok(())
    }

    /// Writes what was made of one input, and tells what became of it.
    pub(super) fn take(&mut self, worked: Worked) -> Result<Vec<Outcome>, IndexError> {
        let Worked { source, prepared, article, counts, .. } = worked;
        let count = counts.len();
        self.clear(&source)?;
        let known = self.begin(&source)?.known;
        let mut copy_of = None;
        let mut prepared = prepared.transpose()?;
        if let Some((mut entry, mut article)) = article {
            copy_of = self.holders.get(&entry.id).map(Holder::place);
            if let Some(of) = &copy_of {
                entry.standing = Standing::Copy { of: of.clone() };
                article.standing = entry.standing.clone();
                prepared = Some(self.index.prepare(&entry, &source)?);
            } else if let Some(story) = self.told.again(&article) {
                (entry.story, article.story) = (story.clone(), story);
                prepared = Some(self.index.prepare(&entry, &source)?);
            }
            if copy_of.is_none() {
                let path = || Arc::new(NamedFile { source: source.clone(), path: entry.path.clone() });
                let named = self.begin(&source)?.named.get_or_insert_with(path).clone();
                self.holders.insert(entry.id.clone(), Holder::of(&named, entry.member.as_deref()));
            }
            let record = ItemRecord { member: entry.member.clone(), found: Ok(article) };
            self.begin(&source)?.items.push(record);
        } else {
            self.begin(&source)?.headlines += count;
        }
        if let Some(prepared) = prepared {
            self.writer.add(prepared)?;
        }
        self.pending += count;
        Ok(counts.into_iter().map(|counts| counts.outcome(known, copy_of.as_deref())).collect())
    }

    /// Remembers what could not be read of file `source`.
    pub(super) fn fault(&mut self, source: &Arc<str>, outcome: &Outcome) -> Result<(), IndexError> {
        if let OutcomeKind::Skipped { reason } = &outcome.kind {
            let found: Result<ArticleRecord, (String, Option<Place>)> = Err((reason.clone(), outcome.place));
            self.begin(source)?.items.push(ItemRecord { member: outcome.member.clone(), found });
        }
        Ok(())
    }

    /// Ends a file, and commits when enough has come together.
    pub(super) fn end(&mut self, source: &Arc<str>, stamp: &Stamp) -> Result<(), IndexError> {
        self.begin(source)?;
        if let Some(open) = self.open.take().filter(|open| open.cleared || !open.known) {
            let record = stamp.record(&open.source, open.items, open.headlines);
            self.remember(record)?;
        }
        if self.pending >= self.commit_every {
            self.commit()?;
        }
        Ok(())
    }

    /// The index it writes.
    pub(super) fn index(&self) -> &'a StatementIndex {
        self.index
    }

    /// Whether a file has been begun and not ended.
    pub(super) fn is_inside_file(&self) -> bool {
        self.open.is_some()
    }

    /// What is remembered of every file.
    pub(super) fn files(&self) -> impl Iterator<Item = &FileRecord> {
        self.files.values().map(|file| &**file)
    }

    /// Remembers a file whose bytes are as they were, with its new stamp.
    pub(super) fn touch(&mut self, record: FileRecord) -> Result<(), IndexError> {
        self.remember(record)
    }

    fn remember(&mut self, record: FileRecord) -> Result<(), IndexError> {
        self.writer.remember(&record)?;
        self.pending += 1;
        self.files.insert(record.source.clone(), Arc::new(record));
        Ok(())
    }

    /// Drops what came from a file that is gone.
    pub(super) fn drop_file(&mut self, source: &str) {
        self.writer.forget(source);
        self.files.remove(source);
        self.pending += 1;
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        self.pending = 0;
        self.writer.commit()
    }

    /// Commits all, then puts every article where it stands among the versions and copies of its story.
    pub(super) fn finish(mut self, prepare: impl Fn(Entry) -> Entry) -> Result<(), IndexError> {
        if self.pending > 0 || self.open.is_some() {
            self.commit()?;
        }
        // From here on nothing is read any more, and the records of a large corpus are large.
        (self.holders, self.told) = (HashMap::new(), StoriesTold::default());
        let mut files: Vec<FileRecord> =
            std::mem::take(&mut self.files).into_values().map(Arc::unwrap_or_clone).collect();
        let moved = changes(&files);
        if !moved.is_empty() {
            self.index.reload()?;
            let mut touched: Vec<usize> = moved.iter().map(|((file, _), _)| *file).collect();
            touched.dedup();
            for ((file, item), Placed { standing, shown, story }) in moved {
                let FileRecord { source, path, items, .. } = &mut files[file];
                let ItemRecord { member, found } = &mut items[item];
                let Ok(article) = found else { continue };
                let held = self.index.every_article(article.id.as_str())?;
                if let Some(entry) = held.into_iter().find(|entry| entry.path == *path && entry.member == *member) {
                    let entry = prepare(Entry { standing: standing.clone(), shown, story: story.clone(), ..entry });
                    self.writer.replace(&entry, self.index.prepare(&entry, source)?)?;
                }
                (article.standing, article.shown, article.story) = (standing, shown, story);
            }
            for file in touched {
                self.writer.remember(&files[file])?;
            }
            self.commit()?;
        }
        self.writer.close()
    }
}

/// Where an item came from, for reading.
pub(super) fn place(path: &str, member: Option<&str>) -> String {
    member.map_or_else(|| path.to_owned(), |member| format!("{path}#{member}"))
}
