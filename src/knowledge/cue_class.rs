//! Whether a cue reports speech or something less public.

use serde::{Deserialize, Serialize};

/// What kind of act a cue reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CueClass {
    /// A public act of communication ("said", "announced", "according to").
    Speech,
    /// A belief, wish or attitude ("wants", "believes"), of lower confidence.
    Attitude,
}
