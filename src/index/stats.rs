//! What the index holds, counted.

/// Counts of an index.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// Articles.
    pub articles: usize,
    /// Statements.
    pub statements: usize,
    /// Joint statements among them.
    pub joint: usize,
    /// Headlines: those listed on articles' pages, and those of files of headlines.
    pub headlines: usize,
    /// Segments the index is stored in.
    pub segments: usize,
    /// Size on disk, in bytes.
    pub bytes: u64,
}
