//! Bytes of a text file turned into text.

use std::str;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// The text of `bytes` without its byte order mark, and the name of the encoding it was read in.
///
/// A byte order mark decides; then UTF-8 when it is valid; else the encoding is guessed.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text.into_owned(), encoding.name());
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), UTF_8.name()),
        // The file was cut inside its last character; all the rest of it is UTF-8.
        Err(error) if error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii() => {
            (String::from_utf8_lossy(bytes).into_owned(), UTF_8.name())
        }
        Err(_) => guess(bytes),
    }
}

/// The text of a file whose markup may declare its encoding, and the name of the encoding it was read in.
///
/// A byte order mark decides, then the declaration, unless it says UTF-8 and the bytes are not; else the
/// encoding is told as for any text.
pub(super) fn decode_markup(bytes: &[u8]) -> (String, &'static str) {
    match declared(bytes) {
        Some(encoding) if Encoding::for_bom(bytes).is_none() && encoding != UTF_8 => {
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            (text.into_owned(), encoding.name())
        }
        _ => decode(bytes),
    }
}

/// The encoding an XML declaration or an HTML `charset` names, where it is one of bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const WITHIN: usize = 2048;
    let opening = &bytes[..bytes.len().min(WITHIN)];
    let value = |key: &[u8]| {
        let at = memchr::memmem::find(opening, key)? + key.len();
        let rest = opening[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let len = rest.iter().take_while(|&&byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(&byte)).count();
        Encoding::for_label(&rest[..len])
    };
    let label = if opening.trim_ascii_start().starts_with(b"<?xml") { value(b"encoding") } else { value(b"charset") };
    label.filter(|encoding| encoding.is_ascii_compatible())
}

fn guess(bytes: &[u8]) -> (String, &'static str) {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}
