//! Tells the user what went wrong, and what to do about it.

use std::fmt;
use std::process::ExitCode;

use demarche::index::{IndexError, SearchError};
use demarche::ingest::IngestError;
use demarche::knowledge::UnknownName;
use demarche::query::QueryError;

/// A query that cannot be understood, with the text it was parsed from.
#[derive(Debug)]
pub struct BadQuery {
    pub query: String,
    pub error: QueryError,
}

impl fmt::Display for BadQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.error, self.error.caret(&self.query))
    }
}

impl std::error::Error for BadQuery {}

/// A mistake with a hint of its own.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Mistake {
    pub message: String,
    pub hint: String,
}

/// A name that means nothing, or several things, with what to write instead.
pub fn unknown_name(unknown: &UnknownName) -> Mistake {
    let hint = match unknown {
        UnknownName::Unknown { similar, .. } if similar.is_empty() => "write a name or a code".to_owned(),
        UnknownName::Unknown { similar, .. } => format!("did you mean {}?", similar.join(" or ")),
        UnknownName::Ambiguous { parties, .. } => {
            let choice: Vec<String> = parties.iter().map(|(party, _)| party.to_string()).collect();
            format!("write {}", choice.join(" or "))
        }
    };
    Mistake { message: unknown.to_string(), hint }
}

/// Prints `error` with its causes and a hint; the exit status for an error.
pub fn report(error: &anyhow::Error) -> ExitCode {
    if is_broken_pipe(error) {
        return ExitCode::SUCCESS;
    }
    eprint!("error: {error}");
    for cause in error.chain().skip(1) {
        eprint!(": {cause}");
    }
    eprintln!();
    if let Some(hint) = hint(error) {
        eprintln!("hint: {hint}");
    }
    ExitCode::from(2)
}

fn hint(error: &anyhow::Error) -> Option<String> {
    error.chain().find_map(|cause| {
        let index = cause.downcast_ref::<IndexError>().or_else(|| match cause.downcast_ref::<IngestError>() {
            Some(IngestError::Index(error)) => Some(error),
            _ => None,
        });
        if let Some(error) = cause.downcast_ref::<SearchError>() {
            return Some(error.hint().to_owned());
        }
        let of_index = index.map(|error| error.hint().to_owned());
        let of_query = cause.downcast_ref::<BadQuery>().map(|bad| bad.error.hint.clone());
        of_index.or(of_query).or_else(|| cause.downcast_ref::<Mistake>().map(|mistake| mistake.hint.clone()))
    })
}

/// A reader that has seen enough (`| head`) is no error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
