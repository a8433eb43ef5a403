//! Files inside files: compressed streams, archives and web archives, read in place. Nothing is unpacked to
//! disk, and nothing is trusted: sizes, ratios, nesting and names are all bounded.

mod archive;
mod kind;
mod limits;
mod member_name;
mod warc;

use std::io::{BufRead, BufReader, Cursor, Read, Seek};

use flate2::bufread::MultiGzDecoder;

use super::handfuls::Handfuls;
use super::input::Content;
use crate::article::formats::headlines::{HeadlineRows, headline_rows};
use crate::article::formats::{Fault, FaultKind, Place, Reading, Source, read_as};
use kind::{Kind, SEEN};
use limits::{Budget, Metered};

/// The deepest nesting of containers that is read.
const DEEPEST: usize = 5;

/// Takes what is found, with the name of the member it stands in; false when no more is wanted.
pub(super) type Take<'t> = dyn FnMut(Option<String>, Result<Content, Fault>) -> bool + 't;

/// A way through one file.
pub(super) struct Opener<'o, 't> {
    /// How articles are read.
    pub(super) reading: &'o Reading,
    /// What takes them.
    pub(super) take: &'o mut Take<'t>,
}

impl Opener<'_, '_> {
    /// Reads every article of `file`, whatever it is packed in; false when no more is wanted.
    pub(super) fn file(&mut self, file: impl Read + Seek) -> bool {
        self.or_empty(|opener| opener.seekable(file))
    }

    /// Reads every article of a stream that cannot be gone back in; false when no more is wanted.
    pub(super) fn unseekable(&mut self, mut stream: impl BufRead) -> bool {
        self.or_empty(|opener| opener.stream(&mut stream, None, 0, &mut Budget::default()))
    }

    /// Reads with `read`, and tells of it when there was nothing at all: a container may hold no file.
    fn or_empty(&mut self, read: impl FnOnce(&mut Opener<'_, '_>) -> bool) -> bool {
        let mut taken = 0_usize;
        let mut counting = |member: Option<String>, content: Result<Content, Fault>| {
            taken += 1;
            (self.take)(member, content)
        };
        let goes_on = read(&mut Opener { reading: self.reading, take: &mut counting });
        if taken == 0 { self.fault(None, FaultKind::Empty) } else { goes_on }
    }

    fn seekable(&mut self, mut file: impl Read + Seek) -> bool {
        let mut opening = [0; SEEN];
        let read = match fill(&mut file, &mut opening).and_then(|read| file.rewind().map(|()| read)) {
            Ok(read) => read,
            Err(error) => return self.fault(None, FaultKind::Read(error)),
        };
        let mut budget = Budget::default();
        if Kind::of(&opening[..read]) == Kind::Zip {
            return self.zip(file, None, 0, &mut budget);
        }
        self.stream(&mut BufReader::with_capacity(1 << 16, file), None, 0, &mut budget)
    }

    fn stream(&mut self, stream: &mut dyn BufRead, member: Option<&str>, depth: usize, budget: &mut Budget) -> bool {
        let mut opening = vec![0; SEEN];
        match fill(stream, &mut opening) {
            Ok(read) => opening.truncate(read),
            Err(error) => return self.fault(member, FaultKind::Read(error)),
        }
        let kind = Kind::of(&opening);
        if kind != Kind::Article && depth >= DEEPEST {
            let told = format!("archives are nested deeper than {DEEPEST}");
            return self.fault(member, FaultKind::Container(told));
        }
        let mut whole = Cursor::new(opening).chain(stream);
        match kind {
            Kind::Article => self.articles(Box::new(whole), member),
            Kind::Unread(what) => {
                self.fault(member, FaultKind::Container(format!("this is {what}, which is not read")))
            }
            Kind::Gzip => {
                let metered = Metered::new(&mut whole, budget);
                self.unpacked(metered.unpack(MultiGzDecoder::new), member, depth)
            }
            Kind::Zstd => {
                let metered = Metered::new(&mut whole, budget);
                match metered.try_unpack(zstd::stream::read::Decoder::with_buffer) {
                    Ok(unpacked) => self.unpacked(unpacked, member, depth),
                    Err(error) => self.fault(member, FaultKind::Read(error)),
                }
            }
            Kind::Tar => self.tar(&mut whole, member, depth, budget),
            Kind::Warc => self.warc(&mut whole, member, budget),
            Kind::Zip => match limits::held(&mut whole) {
                Ok(held) => self.zip(Cursor::new(held), member, depth, budget),
                Err(kind) => self.fault(member, kind),
            },
        }
    }

    fn unpacked(&mut self, unpacked: limits::Unpacked<'_, impl Read>, member: Option<&str>, depth: usize) -> bool {
        let mut budget = unpacked.budget();
        self.stream(&mut BufReader::with_capacity(1 << 16, unpacked), member, depth + 1, &mut budget)
    }

    /// Reads the articles, or the headlines, of what is no container.
    fn articles(&mut self, source: Source<'_>, member: Option<&str>) -> bool {
        let by_content = self.reading.is_by_content();
        let contents: Box<dyn Iterator<Item = Result<Content, Fault>> + '_> = match headline_rows_if(by_content, source)
        {
            Ok(rows) => Box::new(Handfuls::of(rows)),
            Err(source) => {
                let items = read_as(source, self.reading);
                Box::new(items.map(|item| item.map(|item| Content::Article(Box::new(item)))))
            }
        };
        for content in contents {
            if !(self.take)(member.map(str::to_owned), content) {
                return false;
            }
        }
        true
    }

    fn fault(&mut self, member: Option<&str>, kind: FaultKind) -> bool {
        (self.take)(member.map(str::to_owned), Err(Fault { place: Place::START, kind }))
    }
}

/// Reads until `buffer` is full or the source ends; how many bytes were read.
fn fill(source: &mut (impl Read + ?Sized), buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match source.read(&mut buffer[read..]) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(read)
}

/// The rows of a file of headlines; the file itself when it is none, or is not to be told by its content.
fn headline_rows_if(by_content: bool, source: Source<'_>) -> Result<HeadlineRows<'_>, Source<'_>> {
    if by_content { headline_rows(source) } else { Err(source) }
}
