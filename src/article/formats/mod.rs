//! The input formats articles come in, one file for each, behind one streaming reader.
//!
//! ```
//! use demarche::article::formats::read;
//!
//! let file = "Talks open\n\nGENEVA, May 2 (Sample Wire) - Envoys met on Monday.\n";
//! for item in read(file.as_bytes(), None) {
//!     let article = item?.article;
//!     assert_eq!(article.headline_words(), Some("Talks open"));
//! }
//! # Ok::<(), demarche::article::formats::Fault>(())
//! ```

mod decode;
mod detect;
mod fault;
mod format;
pub mod headlines;
mod item;
mod plain;
mod read;
mod reuters_sgml;
mod sgml_fields;
mod sgml_items;
mod text_file;
mod wire_text;

pub use detect::{OPENING, detect};
pub use fault::{Fault, FaultKind};
pub use format::{Format, UnknownFormat};
pub use item::{Item, Place};
pub use read::{read, read_source};
pub use sgml_items::ITEM_LIMIT;
pub use text_file::TEXT_LIMIT;

use std::io::BufRead;

/// The bytes of one file, read as they are needed.
pub type Source<'r> = Box<dyn BufRead + Send + 'r>;

/// The items of one file, in order; a fault stands where an item could not be read.
pub type Items<'r> = Box<dyn Iterator<Item = Result<Item, Fault>> + Send + 'r>;

/// One input format.
pub trait ArticleFormat {
    /// Whether a file that opens with these bytes is in this format.
    fn recognises(&self, opening: &[u8]) -> bool;

    /// The items of `source`, which the caller has found, or declared, to be in this format.
    fn items<'r>(&self, source: Source<'r>) -> Items<'r>;
}
