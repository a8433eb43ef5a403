//! Reads bytes as a file to ingest, packed or not, in any format.
#![no_main]

use std::path::PathBuf;

use demarche::article::formats::Reading;
use demarche::ingest::entries;
use demarche::knowledge::Knowledge;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let path: PathBuf = std::env::temp_dir().join(format!("demarche-fuzz-{}", std::process::id()));
    std::fs::write(&path, data).expect("a file");
    for entry in entries(&[path], Knowledge::built_in(), &Reading::default()).take(64) {
        if let Ok(entry) = entry {
            demarche_fuzz::check(&entry.article);
        }
    }
});
