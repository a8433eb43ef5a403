//! Where the stages meet: files are found, read, extracted and written to the index.

mod container;
mod file_walk;
mod handfuls;
mod holder;
mod input;
mod outcome;
mod pipeline;
mod sink;
mod sketched;
mod stamp;
mod standing;
mod stories_told;
mod story;
mod summary;
mod worked;

pub use file_walk::{FoundFile, walk};
pub use outcome::{Outcome, OutcomeKind};
pub use pipeline::{COMMIT_EVERY, Gone, Ingest, IngestError, entries};
pub use summary::Summary;
