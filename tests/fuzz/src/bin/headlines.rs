//! Reads bytes as a file of headlines.
#![no_main]

use demarche::article::formats::headlines::headline_rows;
use demarche::article::headline_key;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(rows) = headline_rows(Box::new(data)) {
        for row in rows.filter_map(Result::ok).take(256) {
            let _ = headline_key(&row.text);
        }
    }
});
