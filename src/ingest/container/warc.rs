//! Web archives: the pages of WARC records.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::{GzDecoder, ZlibDecoder};

use super::Opener;
use super::limits::Budget;
use crate::article::formats::{FaultKind, TEXT_LIMIT};

/// The longest line of a header, in bytes.
const LONGEST_LINE: u64 = 64 << 10;
/// The most lines of a header.
const MOST_LINES: usize = 1000;

impl Opener<'_, '_> {
    /// Reads the pages of a web archive; records that hold no answer of a server are passed over.
    pub(super) fn warc(&mut self, source: &mut dyn BufRead, outer: Option<&str>, budget: &mut Budget) -> bool {
        loop {
            let header = match Header::read(source) {
                Ok(Some(header)) => header,
                Ok(None) => return true,
                Err(error) => {
                    return self.fault(outer, FaultKind::Container(format!("the web archive is broken: {error}")));
                }
            };
            let length: u64 = header.value("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
            let kind = header.value("warc-type").unwrap_or_default().to_owned();
            let address = header.value("warc-target-uri").map(|address| address.trim_matches(['<', '>']).to_owned());
            let mut record = source.take(length);
            let goes_on = match kind.as_str() {
                "response" | "resource" | "conversion" => {
                    let is_response = kind == "response";
                    self.record(&mut record, address.as_deref(), is_response, budget)
                }
                _ => true,
            };
            if !goes_on {
                return false;
            }
            if let Err(error) = io::copy(&mut record, &mut io::sink()) {
                return self.fault(outer, FaultKind::Read(error));
            }
            if record.limit() > 0 {
                return self.fault(outer, FaultKind::FileCut);
            }
        }
    }

    fn record(
        &mut self,
        record: &mut dyn BufRead,
        address: Option<&str>,
        is_response: bool,
        budget: &mut Budget,
    ) -> bool {
        let page = if is_response { page(record) } else { whole(record) };
        match page {
            Ok(Page::Text(bytes)) => self.stream(&mut Cursor::new(bytes), address, super::DEEPEST - 1, budget),
            Ok(Page::Other(told)) => self.fault(address, FaultKind::Container(told)),
            Err(error) => self.fault(address, FaultKind::Read(error)),
        }
    }
}

/// The fields of a header, their names in lower case.
struct Header(Vec<(String, String)>);

impl Header {
    /// The header that starts at the next line that is not blank; its first line is dropped.
    fn read(source: &mut dyn BufRead) -> io::Result<Option<Self>> {
        let mut first = line(source)?;
        while first.as_ref().is_some_and(|line| line.trim().is_empty()) {
            first = line(source)?;
        }
        let Some(first) = first else { return Ok(None) };
        if !first.starts_with("WARC/") && !first.starts_with("HTTP/") {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a record does not start where it should"));
        }
        let mut fields = vec![("status".to_owned(), first.split(' ').nth(1).unwrap_or_default().to_owned())];
        while let Some(line) = line(source)? {
            if line.trim().is_empty() || fields.len() > MOST_LINES {
                break;
            }
            if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Ok(Some(Self(fields)))
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn line(source: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut out = Vec::new();
    let read = source.take(LONGEST_LINE).read_until(b'\n', &mut out)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&out).trim_end().to_owned()))
}

/// What a record holds.
enum Page {
    Text(Vec<u8>),
    /// Something else, with the words for it.
    Other(String),
}

fn whole(record: &mut dyn BufRead) -> io::Result<Page> {
    let mut bytes = Vec::new();
    record.take(TEXT_LIMIT as u64).read_to_end(&mut bytes)?;
    Ok(Page::Text(bytes))
}

/// The page a server answered with.
fn page(record: &mut dyn BufRead) -> io::Result<Page> {
    let Some(header) = Header::read(record)? else {
        return Ok(Page::Other("the record is empty".to_owned()));
    };
    let status = header.value("status").unwrap_or_default();
    if status != "200" {
        return Ok(Page::Other(format!("the server answered with {status}, not with a page")));
    }
    let kind = header.value("content-type").unwrap_or("text/html");
    if !["text/", "html", "xml", "json"].iter().any(|text| kind.contains(text)) {
        return Ok(Page::Other(format!("this is {kind}, not text")));
    }
    let chunked = header.value("transfer-encoding").is_some_and(|value| value.contains("chunked"));
    let mut body = Vec::new();
    if chunked {
        unchunk(record, &mut body)?;
    } else {
        record.take(TEXT_LIMIT as u64).read_to_end(&mut body)?;
    }
    let mut plain = Vec::new();
    let body = BufReader::new(Cursor::new(body));
    match header.value("content-encoding").unwrap_or("identity") {
        "gzip" | "x-gzip" => GzDecoder::new(body).take(TEXT_LIMIT as u64).read_to_end(&mut plain)?,
        "deflate" => ZlibDecoder::new(body).take(TEXT_LIMIT as u64).read_to_end(&mut plain)?,
        "identity" | "" => body.into_inner().read_to_end(&mut plain)?,
        other => return Ok(Page::Other(format!("the page is packed in {other}, which is not read"))),
    };
    Ok(Page::Text(plain))
}

/// Puts together a body sent in chunks. Some archives keep the header of chunks but not the chunks.
fn unchunk(source: &mut dyn BufRead, out: &mut Vec<u8>) -> io::Result<()> {
    while out.len() < TEXT_LIMIT {
        let Some(size) = line(source)? else { return Ok(()) };
        let Ok(length) = u64::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16) else {
            out.extend_from_slice(size.as_bytes());
            out.push(b'\n');
            return source.take(TEXT_LIMIT as u64).read_to_end(out).map(drop);
        };
        if length == 0 {
            return Ok(());
        }
        source.take(length).read_to_end(out)?;
        line(source)?;
    }
    Ok(())
}
