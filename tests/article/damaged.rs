//! Every sample, cut anywhere and with bytes changed, is read or refused: no panic, and in well under a second.

use std::fs;
use std::time::{Duration, Instant};

use demarche::article::formats::read;

/// Reads every item; how many there were, articles and faults alike.
fn items(bytes: &[u8]) -> usize {
    let started = Instant::now();
    let count = read(bytes, None).filter(|item| item.as_ref().map_or(true, |item| !item.digest.is_empty())).count();
    assert!(started.elapsed() < Duration::from_secs(1), "{} bytes took {:?}", bytes.len(), started.elapsed());
    count
}

/// A number that looks random and is the same in every run.
fn scattered(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed >> 33).unwrap()
}

#[test]
fn damaged_samples_are_read_or_refused() {
    let mut seed = 0x5EED_2024;
    let mut samples = 0;
    for entry in fs::read_dir("tests/data/formats").unwrap() {
        let path = entry.unwrap().path();
        let whole = fs::read(&path).unwrap();
        samples += 1;
        assert!(items(&whole) > 0, "{}", path.display());
        for part in 0..50 {
            assert!(items(&whole[..whole.len() * part / 50]) > 0, "{} cut at {part}/50", path.display());
        }
        for _ in 0..50 {
            let mut changed = whole.clone();
            for _ in 0..=scattered(&mut seed) % 8 {
                let at = scattered(&mut seed) % changed.len();
                changed[at] = u8::try_from(scattered(&mut seed) % 256).unwrap();
            }
            assert!(items(&changed) > 0, "{} changed", path.display());
        }
    }
    assert!(samples > 10, "only {samples} samples");
}
