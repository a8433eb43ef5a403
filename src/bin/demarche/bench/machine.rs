//! One line on the machine a bench ran on.

use std::num::NonZero;

/// Processor, cores, memory and system, as far as the system tells.
pub fn line() -> String {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| gibibytes(&text));
    let release = fs_err::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let system = format!("{} {}", std::env::consts::OS, release.trim());
    let memory = memory.map(|memory| format!(", {memory} GiB")).unwrap_or_default();
    format!("{processor}, {cores} cores{memory}, {}", system.trim())
}

/// The first value of `name` in a file of `name : value` lines.
fn field(path: &str, name: &str) -> Option<String> {
    let text = fs_err::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn gibibytes(kibibytes: &str) -> Option<u64> {
    let number: u64 = kibibytes.split_whitespace().next()?.parse().ok()?;
    Some(number.div_ceil(1 << 20))
}
