//! Reads bytes as `newsml-1`.
#![no_main]

use demarche::article::formats::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| demarche_fuzz::parse(data, Some(Format::Newsml1)));
