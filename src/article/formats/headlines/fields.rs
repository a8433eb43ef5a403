//! Splits a row into its fields.

use std::borrow::Cow;

/// The fields of `line`; between tabs quotation marks are letters, elsewhere they enclose a field.
/// None when a field's quotation mark is not closed.
pub(super) fn fields(line: &str, separator: u8) -> Option<Vec<Cow<'_, str>>> {
    let split = char::from(separator);
    if separator == b'\t' || !line.contains('"') {
        return Some(line.split(split).map(|field| Cow::Borrowed(field.trim())).collect());
    }
    let mut out = Vec::new();
    let mut rest = line;
    loop {
        let Some(quoted) = rest.trim_start_matches(' ').strip_prefix('"') else {
            let end = rest.find(split);
            out.push(Cow::Borrowed(rest[..end.unwrap_or(rest.len())].trim()));
            match end {
                Some(end) => rest = &rest[end + 1..],
                None => return Some(out),
            }
            continue;
        };
        let end = closing(quoted)?;
        let field = quoted[..end].trim();
        out.push(if field.contains("\"\"") { field.replace("\"\"", "\"").into() } else { field.into() });
        match quoted[end + 1..].find(split) {
            Some(next) => rest = &quoted[end + 1 + next + 1..],
            None => return Some(out),
        }
    }
}

/// Where the field that `text` begins with ends: at a quotation mark that is not doubled.
fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += memchr::memchr(b'"', &bytes[at..])?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}
