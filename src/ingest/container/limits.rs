//! How much may come out of a container: bounds on size and on the ratio of what comes out to what went in.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use crate::article::formats::FaultKind;

/// The most bytes that come out of one file.
const MOST_BYTES: u64 = 16 << 30;
/// The most bytes that come out for each that went in. Text seldom shrinks to a fiftieth.
const MOST_RATIO: u64 = 250;
/// Below this many bytes a high ratio is no harm.
const HARMLESS: u64 = 32 << 20;
/// The most bytes of an archive that must be held in memory, since it stands inside another one.
const MOST_HELD: u64 = 256 << 20;

/// What has come out of one file so far, however it is nested.
#[derive(Debug, Clone, Default)]
pub(super) struct Budget {
    out: Rc<Cell<u64>>,
}

impl Budget {
    /// Counts `bytes` that came out where `consumed` went in, of which `produced` came out in all.
    fn spend(&self, bytes: u64, consumed: u64, produced: u64) -> io::Result<()> {
        self.out.set(self.out.get() + bytes);
        let refuse = |told: String| Err(io::Error::new(io::ErrorKind::FileTooLarge, told));
        if self.out.get() > MOST_BYTES {
            return refuse(format!("more than {MOST_BYTES} bytes come out of the file"));
        }
        if produced > HARMLESS && produced / consumed.max(1) > MOST_RATIO {
            return refuse(format!("more than {MOST_RATIO} bytes come out for each that went in"));
        }
        Ok(())
    }
}

/// A packed stream whose bytes are counted while they are read.
pub(super) struct Metered<'s> {
    source: &'s mut dyn BufRead,
    consumed: Rc<Cell<u64>>,
    budget: Budget,
}

impl<'s> Metered<'s> {
    pub(super) fn new(source: &'s mut dyn BufRead, budget: &Budget) -> Self {
        Self { source, consumed: Rc::default(), budget: budget.clone() }
    }

    /// The stream unpacked by `unpack`.
    pub(super) fn unpack<R: Read>(self, unpack: impl FnOnce(Self) -> R) -> Unpacked<'s, R> {
        let (consumed, budget) = (self.consumed.clone(), self.budget.clone());
        Unpacked { source: unpack(self), consumed, produced: 0, budget, packed: std::marker::PhantomData }
    }

    /// The stream unpacked by `unpack`, which may fail.
    pub(super) fn try_unpack<R: Read>(self, unpack: impl FnOnce(Self) -> io::Result<R>) -> io::Result<Unpacked<'s, R>> {
        let (consumed, budget) = (self.consumed.clone(), self.budget.clone());
        Ok(Unpacked { source: unpack(self)?, consumed, produced: 0, budget, packed: std::marker::PhantomData })
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.consumed.set(self.consumed.get() + read as u64);
        Ok(read)
    }
}

impl BufRead for Metered<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.source.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.consumed.set(self.consumed.get() + bytes as u64);
        self.source.consume(bytes);
    }
}

/// What comes out of a packed stream, as long as it keeps to the bounds.
pub(super) struct Unpacked<'s, R> {
    source: R,
    consumed: Rc<Cell<u64>>,
    produced: u64,
    budget: Budget,
    packed: std::marker::PhantomData<&'s ()>,
}

impl<R: Read> Unpacked<'_, R> {
    /// The member of an archive that says it takes up `packed` bytes there.
    pub(super) fn member(source: R, packed: u64, budget: &Budget) -> Self {
        let consumed = Rc::new(Cell::new(packed));
        Self { source, consumed, produced: 0, budget: budget.clone(), packed: std::marker::PhantomData }
    }

    pub(super) fn budget(&self) -> Budget {
        self.budget.clone()
    }
}

impl<R: Read> Read for Unpacked<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.produced += read as u64;
        self.budget.spend(read as u64, self.consumed.get(), self.produced)?;
        Ok(read)
    }
}

/// All bytes of an archive that stands inside another one.
pub(super) fn held(source: &mut dyn Read) -> Result<Vec<u8>, FaultKind> {
    let mut out = Vec::new();
    source.take(MOST_HELD + 1).read_to_end(&mut out).map_err(FaultKind::Read)?;
    if out.len() as u64 > MOST_HELD {
        return Err(FaultKind::Container(format!("an archive inside another one is larger than {MOST_HELD} bytes")));
    }
    Ok(out)
}
