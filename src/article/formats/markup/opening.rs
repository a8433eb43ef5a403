//! The name of the first element of a file, told from its opening.

use crate::article::formats::decode::decode_markup;

/// The first element's name without its prefix, when the opening is markup: declarations and comments
/// may stand before it.
pub(in crate::article::formats) fn first_element(opening: &[u8]) -> Option<String> {
    let blank = |byte: &u8| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF | 0xFE | 0xFF | 0);
    if opening.iter().find(|byte| blank(byte)) != Some(&b'<') {
        return None;
    }
    let (text, _) = decode_markup(opening);
    let mut rest = text.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    loop {
        rest = rest.trim_start();
        let inner = rest.strip_prefix('<')?;
        let end = if inner.starts_with("!--") {
            rest.find("-->").map(|at| at + 3)
        } else if inner.starts_with('?') {
            rest.find("?>").map(|at| at + 2)
        } else if inner.starts_with('!') {
            after_doctype(rest)
        } else {
            let name = inner.split(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '_' | '-' | '.')).next()?;
            let local = name.rsplit(':').next().unwrap_or(name);
            return (!local.is_empty()).then(|| local.to_owned());
        };
        rest = &rest[end?..];
    }
}

/// Where a document type ends; one that defines entities has brackets around them.
fn after_doctype(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            '>' if depth == 0 => return Some(at + 1),
            _ => {}
        }
    }
    None
}
