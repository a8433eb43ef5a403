//! The lines of `demarche ingest --report`.

use demarche::article::formats::Place;
use demarche::ingest::{Outcome, OutcomeKind};
use serde::Serialize;

/// One item of the input.
#[derive(Debug, Serialize)]
pub struct Line<'o> {
    path: &'o str,
    member: Option<&'o str>,
    outcome: &'static str,
    reason: Option<&'o str>,
    place: Option<Place>,
    language: Option<&'o str>,
    statements: usize,
}

/// `outcome` as it is printed.
pub fn line(outcome: &Outcome) -> Line<'_> {
    let (reason, statements) = match &outcome.kind {
        OutcomeKind::Indexed { statements, .. } | OutcomeKind::Replaced { statements, .. } => (None, *statements),
        OutcomeKind::Duplicate { of } => (Some(of.as_str()), 0),
        OutcomeKind::Unchanged | OutcomeKind::Gone { .. } => (None, 0),
        OutcomeKind::Skipped { reason } => (Some(reason.as_str()), 0),
    };
    Line {
        path: &outcome.path,
        member: outcome.member.as_deref(),
        outcome: outcome.kind.as_str(),
        reason,
        place: outcome.place,
        language: outcome.language.as_deref(),
        statements,
    }
}
