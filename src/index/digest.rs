//! How the digest of an article is stored: in half the bytes of its hexadecimal digits, which do not
//! compress.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A digest as stored.
#[derive(Serialize, Deserialize)]
enum Stored {
    /// 64 lower-case hexadecimal digits, by twos.
    Hexadecimal([u8; 32]),
    /// Anything else.
    Text(String),
}

pub(super) fn serialize<S: Serializer>(digest: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let stored = packed(digest).map_or_else(|| Stored::Text(digest.to_owned()), Stored::Hexadecimal);
    stored.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(match Stored::deserialize(deserializer)? {
        Stored::Hexadecimal(bytes) => blake3::Hash::from_bytes(bytes).to_hex().as_str().to_owned(),
        Stored::Text(digest) => digest,
    })
}

fn packed(digest: &str) -> Option<[u8; 32]> {
    let hash = blake3::Hash::from_hex(digest).ok()?;
    (hash.to_hex().as_str() == digest).then_some(*hash.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn only_what_comes_back_alike_is_packed() {
        let digits = "0123456789abcdef".repeat(4);
        assert!(packed(&digits).is_some());
        for other in [digits.to_uppercase(), digits[..60].to_owned(), "sha1:x".to_owned(), String::new()] {
            assert!(packed(&other).is_none(), "{other}");
        }
    }
}
