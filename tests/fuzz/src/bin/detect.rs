//! Reads bytes as their content tells.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| demarche_fuzz::parse(data, None));
