//! Which format a file is in, told from its first bytes.

use encoding_rs::Encoding;

use super::xml_other::refuse_xml;
use super::{Fault, FaultKind, Format, Place};

/// How many bytes of a file detection wants to see.
pub const OPENING: usize = 64 * 1024;

/// The format of a file that opens with `opening`, its first [`OPENING`] bytes (all of a shorter one).
///
/// # Errors
/// When there is nothing but white space, or the bytes are not text.
pub fn detect(opening: &[u8]) -> Result<Format, Fault> {
    let fault = |kind| Err(Fault { place: Place::START, kind });
    if opening.is_empty() {
        return fault(FaultKind::Empty);
    }
    if Format::ReutersSgml.reader().recognises(opening) {
        return Ok(Format::ReutersSgml);
    }
    if is_binary(opening) {
        return fault(FaultKind::Binary);
    }
    let found =
        Format::ALL.into_iter().filter(|format| format.is_marked()).find(|format| format.reader().recognises(opening));
    if let Some(format) = found {
        return Ok(format);
    }
    if let Some(kind) = refuse_xml(opening) {
        return fault(kind);
    }
    Ok(Format::ALL.into_iter().find(|format| format.reader().recognises(opening)).unwrap_or(Format::Plain))
}

/// Whether the bytes hold a NUL, or more control characters than text has; UTF-16 that says so is text.
fn is_binary(opening: &[u8]) -> bool {
    if Encoding::for_bom(opening).is_some() {
        return false;
    }
    if memchr::memchr(0, opening).is_some() {
        return true;
    }
    let controls = opening.iter().filter(|&&byte| byte < b' ' && !byte.is_ascii_whitespace()).count();
    controls * 20 > opening.len()
}
