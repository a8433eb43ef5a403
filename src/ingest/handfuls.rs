//! Rows of a file of headlines, gathered by the handful.

use super::input::Content;
use crate::article::formats::Fault;
use crate::article::formats::headlines::HeadlineRows;

/// Headlines worked on and written at once.
const HANDFUL: usize = 512;

/// Rows gathered by the handful, up to the next fault.
pub(super) struct Handfuls<'r> {
    rows: HeadlineRows<'r>,
    fault: Option<Fault>,
}

impl<'r> Handfuls<'r> {
    pub(super) fn of(rows: HeadlineRows<'r>) -> Self {
        Self { rows, fault: None }
    }
}

impl Iterator for Handfuls<'_> {
    type Item = Result<Content, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(fault) = self.fault.take() {
            return Some(Err(fault));
        }
        let mut out = Vec::with_capacity(HANDFUL);
        while out.len() < HANDFUL {
            match self.rows.next() {
                Some(Ok(row)) => out.push(row),
                Some(Err(fault)) if out.is_empty() => return Some(Err(fault)),
                Some(Err(fault)) => {
                    self.fault = Some(fault);
                    break;
                }
                None => break,
            }
        }
        (!out.is_empty()).then_some(Ok(Content::Headlines(out)))
    }
}
