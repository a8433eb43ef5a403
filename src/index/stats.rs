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
    /// Headlines of lists on articles' pages.
    pub headlines: usize,
    /// Segments the index is stored in.
    pub segments: usize,
    /// Size on disk, in bytes.
    pub bytes: u64,
}
