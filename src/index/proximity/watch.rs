//! Ends a search that takes too long or cannot read a text.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Instant;

/// How many texts are looked at between two looks at the clock.
const EVERY: u32 = 64;

/// Watches one search. The engine's scorers cannot fail, so that they end early and say why here.
#[derive(Debug)]
pub(in crate::index) struct Watch {
    until: Option<Instant>,
    steps: AtomicU32,
    late: AtomicBool,
    fault: Mutex<Option<String>>,
}

impl Watch {
    /// Ends the search at `until`; never when it is `None`.
    pub fn new(until: Option<Instant>) -> Self {
        Self { until, steps: AtomicU32::new(0), late: AtomicBool::new(false), fault: Mutex::new(None) }
    }

    /// Whether the search has to end.
    pub fn ends(&self) -> bool {
        if self.late.load(Ordering::Relaxed) {
            return true;
        }
        let Some(until) = self.until else { return false };
        if !self.steps.fetch_add(1, Ordering::Relaxed).is_multiple_of(EVERY) || Instant::now() < until {
            return false;
        }
        self.late.store(true, Ordering::Relaxed);
        true
    }

    /// Ends the search because of `reason`.
    pub fn fail(&self, reason: String) {
        self.late.store(true, Ordering::Relaxed);
        if let Ok(mut fault) = self.fault.lock() {
            fault.get_or_insert(reason);
        }
    }

    /// Whether the search ended early.
    pub fn ended(&self) -> bool {
        self.late.load(Ordering::Relaxed)
    }

    /// Why a text could not be read.
    pub fn fault(&self) -> Option<String> {
        self.fault.lock().ok().and_then(|fault| fault.clone())
    }
}
