//! A stream of SGML cut into its items, in bounded memory.

use std::io::{self, BufRead};
use std::mem;

use memchr::memmem;

use super::{Fault, FaultKind, Place, Source};

/// The most bytes one item may have.
pub const ITEM_LIMIT: usize = 4 * 1024 * 1024;

/// Text between items is looked at, and let go, in stretches of this size.
const STRETCH: usize = 64 * 1024;
const OPEN: &[u8] = b"<REUTERS";
const CLOSE: &[u8] = b"</REUTERS>";

/// The raw bytes of one item, `<REUTERS` to `</REUTERS>`.
pub(super) struct RawItem {
    /// Where it starts.
    pub(super) place: Place,
    /// Its bytes, as they are.
    pub(super) bytes: Vec<u8>,
}

/// The raw items of a stream, in order.
pub(super) struct RawItems<'r> {
    source: Source<'r>,
    /// Bytes read and not yet given out; those before `head` are done with.
    buffer: Vec<u8>,
    head: usize,
    /// The place of `buffer[head]`.
    place: Place,
    /// Whether the source has come to its end.
    ended: bool,
    /// What the text before the next item belongs to.
    gap: Gap,
    /// Whether anything has been given out.
    any: bool,
}

/// What the text before the next item belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing: markup and white space are expected, text is a fault.
    Between,
    /// Something whose fault has been told already.
    Told,
}

impl<'r> RawItems<'r> {
    pub(super) fn new(source: Source<'r>) -> Self {
        Self { source, buffer: Vec::new(), head: 0, place: Place::START, ended: false, gap: Gap::Between, any: false }
    }

    fn step(&mut self) -> Result<Option<RawItem>, Fault> {
        if !self.skip_to_item()? {
            return if mem::replace(&mut self.any, true) { Ok(None) } else { Err(self.fault(FaultKind::Empty)) };
        }
        self.any = true;
        self.gap = Gap::Between;
        let mut seen = OPEN.len();
        loop {
            let item = &self.buffer[self.head..];
            match next_tag(&item[seen..]) {
                Some((at, Tag::Close)) => return Ok(Some(self.take_item(seen + at + CLOSE.len()))),
                Some((at, Tag::Open)) => {
                    let fault = self.fault(FaultKind::ItemCut);
                    self.pass(seen + at);
                    return Err(fault);
                }
                None => seen = item.len().saturating_sub(CLOSE.len()).max(seen),
            }
            if item.len() > ITEM_LIMIT {
                let fault = self.fault(FaultKind::ItemTooLarge { limit: ITEM_LIMIT });
                self.pass(seen);
                self.gap = Gap::Told;
                return Err(fault);
            }
            if !self.fill()? {
                let fault = self.fault(FaultKind::FileCut);
                self.pass(self.buffer.len() - self.head);
                return Err(fault);
            }
        }
    }

    /// Moves the head to the next item's start; false when there is none.
    fn skip_to_item(&mut self) -> Result<bool, Fault> {
        let mut seen = 0;
        loop {
            let rest = &self.buffer[self.head..];
            if let Some(at) = next_open(rest, seen) {
                self.pass_gap(at)?;
                return Ok(true);
            }
            seen = rest.len().saturating_sub(OPEN.len());
            if seen > STRETCH {
                self.pass_gap(seen)?;
                seen = 0;
            }
            if !self.fill()? {
                self.pass_gap(self.buffer.len() - self.head)?;
                return Ok(false);
            }
        }
    }

    /// Lets go of `len` bytes that stand before an item.
    fn pass_gap(&mut self, len: usize) -> Result<(), Fault> {
        let gap = &self.buffer[self.head..self.head + len];
        let stray = self.gap == Gap::Between && has_text(gap);
        let fault = self.fault(FaultKind::OutsideItem);
        self.pass(len);
        if !stray {
            return Ok(());
        }
        self.gap = Gap::Told;
        self.any = true;
        Err(fault)
    }

    fn take_item(&mut self, len: usize) -> RawItem {
        let item = RawItem { place: self.place, bytes: self.buffer[self.head..self.head + len].to_vec() };
        self.pass(len);
        item
    }

    fn pass(&mut self, len: usize) {
        self.place = self.place.after(&self.buffer[self.head..self.head + len]);
        self.head += len;
    }

    /// Reads on; false at the end of the source.
    fn fill(&mut self) -> Result<bool, Fault> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.drain(..self.head);
        self.head = 0;
        loop {
            match self.source.fill_buf() {
                Ok(read) => {
                    let len = read.len();
                    self.buffer.extend_from_slice(read);
                    self.source.consume(len);
                    self.ended = len == 0;
                    return Ok(!self.ended);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    let fault = self.fault(FaultKind::Read(error));
                    self.pass(self.buffer.len());
                    self.ended = true;
                    self.any = true;
                    return Err(fault);
                }
            }
        }
    }

    fn fault(&self, kind: FaultKind) -> Fault {
        Fault { place: self.place, kind }
    }
}

impl Iterator for RawItems<'_> {
    type Item = Result<RawItem, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step().transpose()
    }
}

enum Tag {
    Open,
    Close,
}

/// The next start or end of an item in `bytes`.
fn next_tag(bytes: &[u8]) -> Option<(usize, Tag)> {
    memmem::find_iter(bytes, b"REUTERS").find_map(|at| {
        let before = &bytes[..at];
        if before.ends_with(b"</") && bytes[at - 2..].starts_with(CLOSE) {
            return Some((at - 2, Tag::Close));
        }
        (before.ends_with(b"<") && opens(&bytes[at - 1..])).then(|| (at - 1, Tag::Open))
    })
}

/// The next item's start at or after `from`.
fn next_open(bytes: &[u8], from: usize) -> Option<usize> {
    memmem::find_iter(&bytes[from..], OPEN).map(|at| from + at).find(|&at| opens(&bytes[at..]))
}

/// Whether `bytes`, which begin with the name of an item's tag, go on as such a tag does.
fn opens(bytes: &[u8]) -> bool {
    bytes.get(OPEN.len()).is_some_and(|&next| next == b'>' || next.is_ascii_whitespace())
}

/// Whether there is anything but tags and white space.
fn has_text(mut gap: &[u8]) -> bool {
    gap = gap.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(gap);
    loop {
        gap = gap.trim_ascii();
        match gap.first() {
            None => return false,
            Some(b'<') => match memchr::memchr(b'>', gap) {
                Some(end) => gap = &gap[end + 1..],
                None => return true,
            },
            Some(_) => return true,
        }
    }
}
