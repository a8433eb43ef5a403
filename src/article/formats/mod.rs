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
mod feed;
mod fields;
mod format;
pub mod headlines;
mod html;
mod item;
mod markup;
mod moment;
mod newsml_1;
mod newsml_g2;
mod nitf;
mod parts;
mod plain;
mod rcv1;
mod read;
mod reuters_sgml;
mod sgml_fields;
mod sgml_items;
mod text_file;
mod whole_file;
mod wire_text;
mod xml_other;

pub use detect::{OPENING, detect};
pub use fault::{Fault, FaultKind};
pub use fields::{BadMap, Column, ColumnMap};
pub use format::{Format, UnknownFormat};
pub use item::{Item, Place};
pub use read::{Reading, read, read_as};
pub use sgml_items::ITEM_LIMIT;
pub use text_file::TEXT_LIMIT;

use std::io::BufRead;

/// The bytes of one file, read as they are needed.
pub type Source<'r> = Box<dyn BufRead + 'r>;

/// The items of one file, in order; a fault stands where an item could not be read.
pub type Items<'r> = Box<dyn Iterator<Item = Result<Item, Fault>> + 'r>;

/// One input format.
pub trait ArticleFormat {
    /// Whether a file that opens with these bytes is in this format.
    fn recognises(&self, opening: &[u8]) -> bool;

    /// The items of `source`, which the caller has found, or declared, to be in this format; `map` tells which
    /// columns hold what, where the format has columns.
    fn items<'r>(&self, source: Source<'r>, map: &ColumnMap) -> Items<'r>;
}
