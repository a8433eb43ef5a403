//! What the publisher's markup says about an article.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The publisher's own tags and attributes, as they stand in the markup.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tags {
    /// Lists by field name in lower case: `topics`, `places`, `people`, `orgs`, `exchanges`,
    /// `companies`.
    pub lists: BTreeMap<String, Vec<String>>,
    /// Single values by field name in lower case: `newid`, `oldid`, `lewissplit`, `cgisplit`,
    /// `topics-assigned`, `csecs`, `text-type`, `date`, `author`, `unknown`, `mknote`.
    pub values: BTreeMap<String, String>,
}
