//! Where the stages meet: files are found, read, extracted and written to the index.

mod container;
mod file_walk;
mod handfuls;
mod input;
mod outcome;
mod pipeline;
mod summary;

pub use file_walk::{FoundFile, walk};
pub use outcome::{Outcome, OutcomeKind};
pub use pipeline::{Ingest, IngestError, entries};
pub use summary::Summary;
