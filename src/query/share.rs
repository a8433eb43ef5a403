//! Reads ranges of confidence: `0.8`, `>0.8`, `0.5..0.8`.

use super::item::{Form, Item};
use super::{QueryError, Share};

/// The whole: confidence 1.
const WHOLE: u16 = 1000;

/// The range that `item` writes; a number alone is that number and more.
pub(super) fn range(item: &Item) -> Result<Share, QueryError> {
    let text = item.text;
    if !matches!(item.form, Form::Bare | Form::Quoted) {
        return Err(fault(item));
    }
    let number = |text: &str| number(text).ok_or_else(|| fault(item));
    let share = if let Some((from, to)) = text.split_once("..") {
        let from = if from.is_empty() { 0 } else { number(from)? };
        let to = if to.is_empty() { WHOLE } else { number(to)? };
        Share { from, to }
    } else if let Some(from) = text.strip_prefix(">=") {
        Share { from: number(from)?, to: WHOLE }
    } else if let Some(below) = text.strip_prefix('>') {
        Share { from: number(below)? + 1, to: WHOLE }
    } else if let Some(to) = text.strip_prefix("<=") {
        Share { from: 0, to: number(to)? }
    } else if let Some(above) = text.strip_prefix('<') {
        let above = number(above)?;
        Share { from: u16::from(above == 0), to: above.saturating_sub(1) }
    } else {
        Share { from: number(text)?, to: WHOLE }
    };
    if share.from > share.to {
        let message = format!("no confidence lies in '{}'", QueryError::shorten(text));
        return Err(QueryError::new(item.span, message, "write the lower number first, both from 0 to 1"));
    }
    Ok(share)
}

fn fault(item: &Item) -> QueryError {
    let message = format!("confidence: cannot be '{}'", QueryError::shorten(item.text));
    QueryError::new(item.span, message, "write a number from 0 to 1 or a range: confidence:>0.8 or confidence:0.5..0.8")
}

/// A number from 0 to 1, in thousandths.
fn number(text: &str) -> Option<u16> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.') && text.len() <= 16;
    let number = text.parse::<f32>().ok().filter(|number| plain && (0.0..=1.0).contains(number))?;
    Some(thousandths(number))
}

/// `number` from 0 to 1, in thousandths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 to 1000")]
fn thousandths(number: f32) -> u16 {
    (number.clamp(0.0, 1.0) * f32::from(WHOLE)).round() as u16
}

/// `range` as a query writes it.
pub(super) fn written(range: Share) -> String {
    format!("{}..{}", decimal(range.from), decimal(range.to))
}

/// `range` in plain English.
pub(super) fn told(range: Share) -> String {
    match range {
        Share { from: 0, to } => format!("of {} at most", decimal(to)),
        Share { from, to: WHOLE } => format!("of {} or more", decimal(from)),
        Share { from, to } => format!("from {} to {}", decimal(from), decimal(to)),
    }
}

fn decimal(thousandths: u16) -> String {
    (f32::from(thousandths) / f32::from(WHOLE)).to_string()
}
