//! The counts of one ingest.

use super::{Outcome, OutcomeKind};

/// How many items were read, and what became of them.
///
/// `read` is always the sum of `indexed`, `replaced`, `unchanged`, `duplicates` and `skipped`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Items read, and files or items that could not be.
    pub read: usize,
    /// New in the index.
    pub indexed: usize,
    /// In the place of what their file held before.
    pub replaced: usize,
    /// In files that are as they were.
    pub unchanged: usize,
    /// The same bytes as another item's.
    pub duplicates: usize,
    /// Not readable.
    pub skipped: usize,
    /// In another language than English, among those indexed or replaced: no statements are looked for.
    pub other_languages: usize,
    /// Statements found.
    pub statements: usize,
    /// Joint statements among them.
    pub joint: usize,
    /// Headlines found, on pages and in files of headlines.
    pub headlines: usize,
    /// Files the index remembers below the paths read that are no longer there.
    pub gone: usize,
    /// Bytes of article and headline text.
    pub bytes: u64,
}

impl Summary {
    /// Counts `outcome`.
    pub fn count(&mut self, outcome: &Outcome) {
        if matches!(outcome.kind, OutcomeKind::Gone { .. }) {
            self.gone += 1;
            return;
        }
        self.read += 1;
        self.other_languages += usize::from(outcome.language.is_some());
        match outcome.kind {
            OutcomeKind::Indexed { statements, joint } => {
                self.indexed += 1;
                self.statements += statements;
                self.joint += joint;
            }
            OutcomeKind::Replaced { statements, joint } => {
                self.replaced += 1;
                self.statements += statements;
                self.joint += joint;
            }
            OutcomeKind::Gone { .. } => {}
            OutcomeKind::Unchanged => self.unchanged += 1,
            OutcomeKind::Duplicate { .. } => self.duplicates += 1,
            OutcomeKind::Skipped { .. } => self.skipped += 1,
        }
    }
}
