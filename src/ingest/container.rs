//! Files packed by gzip or Zstandard, read as what is in them.

use std::io::{self, BufRead, BufReader, Read as _};

use crate::article::formats::Source;

const GZIP: &[u8] = &[0x1F, 0x8B];
const ZSTANDARD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
/// Unpacked bytes held at a time.
const BUFFER: usize = 1 << 16;

/// The bytes in `file`, unpacked when its first bytes say that it is packed.
///
/// # Errors
/// When the file cannot be read, or its packing cannot be begun.
pub(super) fn opened(mut file: Source<'static>) -> io::Result<Source<'static>> {
    let mut first = Vec::with_capacity(ZSTANDARD.len());
    file.by_ref().take(ZSTANDARD.len() as u64).read_to_end(&mut first)?;
    let is_gzip = first.starts_with(GZIP);
    let is_zstandard = first.starts_with(ZSTANDARD);
    let whole: Source<'static> = Box::new(io::Cursor::new(first).chain(file));
    if is_gzip {
        return Ok(buffered(flate2::bufread::MultiGzDecoder::new(whole)));
    }
    if is_zstandard {
        return Ok(buffered(zstd::Decoder::with_buffer(whole)?));
    }
    Ok(whole)
}

fn buffered(unpacked: impl io::Read + Send + 'static) -> Source<'static> {
    let reader: Box<dyn BufRead + Send> = Box::new(BufReader::with_capacity(BUFFER, unpacked));
    reader
}
