//! What a stream of bytes is packed in, told from its first bytes.

/// How many bytes tell.
pub(super) const SEEN: usize = 512;

/// What a stream is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// No container.
    Article,
    Gzip,
    Zstd,
    Zip,
    Tar,
    Warc,
    /// A container of another kind.
    Unread(&'static str),
}

/// The bytes containers open with.
const OPENINGS: [(&[u8], Kind); 12] = [
    (b"\x1F\x8B", Kind::Gzip),
    (b"\x28\xB5\x2F\xFD", Kind::Zstd),
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"WARC/1.", Kind::Warc),
    (b"BZh", Kind::Unread("a bzip2 file")),
    (b"\xFD7zXZ\x00", Kind::Unread("an xz file")),
    (b"7z\xBC\xAF\x27\x1C", Kind::Unread("a 7-Zip archive")),
    (b"Rar!\x1A\x07", Kind::Unread("a RAR archive")),
    (b"%PDF-", Kind::Unread("a PDF document")),
    (b"{\\rtf", Kind::Unread("an RTF document")),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Unread("an old Office document")),
];

impl Kind {
    /// The kind of a stream that opens with `opening`, its first [`SEEN`] bytes.
    pub(super) fn of(opening: &[u8]) -> Self {
        const TAR_MARK: usize = 257;
        if opening.get(TAR_MARK..TAR_MARK + 5) == Some(b"ustar") {
            return Self::Tar;
        }
        let found = OPENINGS.iter().find(|(bytes, _)| opening.starts_with(bytes));
        found.map_or(Self::Article, |(_, kind)| *kind)
    }
}
