//! Writes a share between 0 and 1 in binary records in hundredths, which is a quarter as long.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// `share`, from 0 to 1, to the nearest hundredth, so that it is the same on every machine.
#[must_use]
pub(crate) fn rounded(share: f32) -> f32 {
    (share * 100.0).round() / 100.0
}

/// Writes `share`, which is [`rounded`]: in text formats as itself, in binary formats in hundredths.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
pub(super) fn serialize<S: Serializer>(share: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return share.serialize(serializer);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share has at most 100 hundredths")]
    let hundredths = (share * 100.0).round() as u8;
    hundredths.serialize(serializer)
}

/// Reads what [`serialize`] wrote.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    if deserializer.is_human_readable() {
        return f32::deserialize(deserializer);
    }
    Ok(f32::from(u8::deserialize(deserializer)?) / 100.0)
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::rounded;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Share(#[serde(with = "super")] f32);

    #[test]
    fn every_share_comes_back() {
        for hundredths in 0_u8..=100 {
            let share = Share(rounded(f32::from(hundredths) / 100.0));
            let bytes = postcard::to_stdvec(&share).expect("bytes");
            assert_eq!(bytes, [hundredths]);
            assert_eq!(postcard::from_bytes::<Share>(&bytes).expect("a share"), share);
            let json = serde_json::to_string(&share).expect("JSON");
            assert_eq!(serde_json::from_str::<Share>(&json).expect("a share"), share);
        }
    }
}
