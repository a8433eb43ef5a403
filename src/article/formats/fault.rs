//! Why an item, or a whole file, could not be read.

use std::io;

use super::Place;

/// Something that could not be read, and where it starts.
#[derive(Debug, thiserror::Error)]
#[error("line {}: {kind}", place.line)]
pub struct Fault {
    /// Where the unreadable stretch starts.
    pub place: Place,
    /// What is wrong with it.
    #[source]
    pub kind: FaultKind,
}

/// What is wrong with an unreadable stretch.
#[derive(Debug, thiserror::Error)]
pub enum FaultKind {
    /// Nothing but white space, or no item at all.
    #[error("there is no article in it")]
    Empty,
    /// Not text.
    #[error("this is not text")]
    Binary,
    /// A text file over the limit.
    #[error("the file is larger than {limit} bytes, the most one article may have")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// One item of a file over the limit; the next one is read.
    #[error("the item is larger than {limit} bytes, the most one item may have")]
    ItemTooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The next item starts before this one has ended.
    #[error("the item is cut off where the next one starts")]
    ItemCut,
    /// The file ends before the item does.
    #[error("the item is cut off where the file ends")]
    FileCut,
    /// Text that belongs to no item.
    #[error("there is text outside any item")]
    OutsideItem,
    /// An item of pictures, links or data alone.
    #[error("the item has neither a headline nor any text")]
    NoWords,
    /// A document of a known kind that is no article.
    #[error("this is {0}, which holds no article")]
    NoArticle(&'static str),
    /// XML of no kind that is read.
    #[error("this is XML of a kind that is not read: its root element is <{0}>")]
    UnknownXml(String),
    /// JSON of no kind that is read.
    #[error("this is JSON of a kind that is not read: {0}")]
    UnknownJson(String),
    /// An archive that is broken, too large or of a kind that is not read.
    #[error("{0}")]
    Container(String),
    /// A row that does not fit the columns.
    #[error("{0}")]
    Row(String),
    /// Markup that cannot be made sense of.
    #[error("broken markup: {0}")]
    Markup(String),
    /// The file could not be read on.
    #[error("reading failed: {0}")]
    Read(#[source] io::Error),
}
