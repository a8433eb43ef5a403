//! Tables with a row for each article and a first row that names the columns: CSV and TSV.

use std::io::{self, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use csv::{ByteRecord, Reader, ReaderBuilder};
use encoding_rs::{Encoding, UTF_8};

use super::{Column, ColumnMap, columns};
use crate::article::formats::decode::decode;
use crate::article::formats::item::digest;
use crate::article::formats::parts::Parts;
use crate::article::formats::{
    ArticleFormat, Fault, FaultKind, ITEM_LIMIT, Item, Items, OPENING, Place, Source, TEXT_LIMIT,
};

/// Reads [`Format::Csv`](crate::article::formats::Format::Csv).
pub(in crate::article::formats) struct Csv;

impl ArticleFormat for Csv {
    /// Whether the first line names columns, one of which holds headlines and another something else.
    fn recognises(&self, opening: &[u8]) -> bool {
        let (text, _) = decode(&opening[..opening.len().min(4096)]);
        let line = text.lines().next().unwrap_or_default();
        let Some(names) = first_row(line.as_bytes(), separator(line)) else {
            return false;
        };
        let held: Vec<Column> = ColumnMap::default().columns(&names).into_iter().map(|(column, _)| column).collect();
        let plain = names.iter().all(|name| name.len() <= 40 && !name.contains(". "));
        let other = [Column::Body, Column::Url, Column::Published].iter().any(|column| held.contains(column));
        plain && names.len() >= 2 && other && held.contains(&Column::Headline)
    }

    fn items<'r>(&self, source: Source<'r>, map: &ColumnMap) -> Items<'r> {
        match Rows::open(source, map) {
            Ok(rows) => Box::new(rows),
            Err(fault) => Box::new(std::iter::once(Err(fault))),
        }
    }
}

/// What sets columns apart in `line`: whichever there is most of, a tab, a semicolon or a comma.
fn separator(line: &str) -> u8 {
    let count = |byte: u8| line.bytes().filter(|&found| found == byte).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|&byte| count(byte)).unwrap_or(b',')
}

fn first_row(line: &[u8], separator: u8) -> Option<Vec<String>> {
    let mut reader = ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(line);
    let record = reader.records().next()?.ok()?;
    Some(record.iter().map(|name| name.trim().to_owned()).collect())
}

struct Rows<'r> {
    table: Reader<Bounded<'r>>,
    names: usize,
    columns: Vec<(Column, usize)>,
    /// Bytes read since the last row ended.
    pending: Arc<AtomicUsize>,
    row: ByteRecord,
    ended: bool,
}

impl<'r> Rows<'r> {
    fn open(mut source: Source<'r>, map: &ColumnMap) -> Result<Self, Fault> {
        let fault = |kind| Fault { place: Place::START, kind };
        let mut opening = Vec::new();
        source
            .by_ref()
            .take(OPENING as u64)
            .read_to_end(&mut opening)
            .map_err(|error| fault(FaultKind::Read(error)))?;
        let wide = Encoding::for_bom(&opening).is_some_and(|(encoding, _)| encoding != UTF_8);
        if wide {
            source.take(TEXT_LIMIT as u64).read_to_end(&mut opening).map_err(|error| fault(FaultKind::Read(error)))?;
            opening = decode(&opening).0.into_bytes();
            source = Box::new(io::empty());
        }
        let opening = opening.strip_prefix(b"\xEF\xBB\xBF").map(<[u8]>::to_vec).unwrap_or(opening);
        let (text, _) = decode(&opening[..opening.len().min(4096)]);
        let separator = separator(text.lines().next().unwrap_or_default());
        let pending = Arc::new(AtomicUsize::new(0));
        let whole: Source<'r> = Box::new(BufReader::new(Cursor::new(opening).chain(source)));
        let bounded = Bounded { source: whole, pending: pending.clone() };
        let mut rows = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(bounded);
        let names = rows.byte_headers().map_err(|error| fault(FaultKind::Row(error.to_string())))?;
        let names: Vec<String> = names.iter().map(|name| decode(name).0).collect();
        let columns = map.columns(&names);
        if !columns.iter().any(|(column, _)| matches!(column, Column::Headline | Column::Body)) {
            let names = names.join(", ");
            let reason = format!(
                "no column holds a headline or a body ({names}): say which with --map headline=COLUMN,body=COLUMN"
            );
            return Err(fault(FaultKind::Row(reason)));
        }
        Ok(Self { table: rows, names: names.len(), columns, pending, row: ByteRecord::new(), ended: false })
    }

    fn read(&mut self) -> Option<Result<Item, Fault>> {
        self.pending.store(0, Ordering::Relaxed);
        let read = self.table.read_byte_record(&mut self.row);
        let at = self.row.position().unwrap_or_else(|| self.table.position());
        let place = Place { offset: at.byte(), line: at.line() };
        match read {
            Ok(false) => None,
            Ok(true) => Some(self.item(place)),
            Err(error) => {
                self.ended = true;
                let kind = match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                        FaultKind::Row(format!(
                            "a row is larger than {ITEM_LIMIT} bytes, perhaps for a quotation mark never closed; the rest of the file is not read"
                        ))
                    }
                    csv::ErrorKind::Io(error) => FaultKind::Read(error),
                    other => FaultKind::Row(format!("{other:?}")),
                };
                Some(Err(Fault { place, kind }))
            }
        }
    }

    fn item(&self, place: Place) -> Result<Item, Fault> {
        let fault = |kind| Fault { place, kind };
        if self.row.len() != self.names {
            let reason = format!("this row has {} columns, and the first row names {}", self.row.len(), self.names);
            return Err(fault(FaultKind::Row(reason)));
        }
        let mut parts = Parts::default();
        let mut encoding = UTF_8.name();
        for &(column, at) in &self.columns {
            let (value, read_in) = decode(self.row.get(at).unwrap_or_default());
            if read_in != UTF_8.name() {
                encoding = read_in;
            }
            columns::keep(&mut parts, column, &value);
        }
        if parts.is_empty() {
            return Err(fault(FaultKind::NoWords));
        }
        let member = parts.header.guid.clone().unwrap_or_else(|| format!("line-{}", place.line));
        let mut raw = Vec::new();
        for field in &self.row {
            raw.extend_from_slice(field);
            raw.push(0);
        }
        Ok(Item { member: Some(member), digest: digest(&raw), encoding, place, article: parts.article() })
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Item, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended { None } else { self.read() }
    }
}

/// A source that fails once a single row has read more than an item may have.
struct Bounded<'r> {
    source: Source<'r>,
    pending: Arc<AtomicUsize>,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.pending.load(Ordering::Relaxed) > ITEM_LIMIT {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let read = self.source.read(buffer)?;
        self.pending.fetch_add(read, Ordering::Relaxed);
        Ok(read)
    }
}
