//! What articles are about: the IPTC Media Topics, and the words that speak of each.
//!
//! `data/topics.csv` holds number, name, broader topic and day of retirement of every Media Topic as
//! released on 2025-10-09. IPTC Media Topics are (c) International Press Telecommunications Council,
//! <https://iptc.org/standards/media-topics/>, licensed under CC BY 4.0; definitions are left out.

mod subject_code;
mod topic_id;
mod topic_phrases;
mod topic_words;

pub use topic_id::{NotATopicId, TopicId};
pub use topic_words::{Says, TopicRule, TopicWords};

use std::collections::HashMap;
use std::sync::OnceLock;

use super::rows::{Row, fields};

/// Names this much alike are offered for an unknown one.
const ALIKE: f64 = 0.85;
/// Names offered at most.
const OFFERED: usize = 3;

/// One Media Topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name: "economic sanction".
    pub name: &'static str,
    /// The topic it is part of.
    pub broader: Option<TopicId>,
    /// Whether it is no longer used for new articles.
    pub retired: bool,
}

/// Every topic.
#[derive(Debug)]
pub struct Topics {
    /// By id.
    pub all: Vec<Topic>,
    narrower: OnceLock<HashMap<TopicId, Vec<TopicId>>>,
}

impl Topics {
    /// # Panics
    /// When the table is malformed, which a test of the crate rules out.
    pub(super) fn load() -> Self {
        let id = |text: &str| text.parse::<TopicId>().ok();
        let topic = |row: Row<4>| Topic {
            id: id(row.text(0)).expect("the topic table holds ids"),
            name: row.text(1),
            broader: id(row.text(2)),
            retired: !row.text(3).is_empty(),
        };
        let all: Vec<Topic> = fields("topics.csv", include_str!("../data/topics.csv")).map(topic).collect();
        Self { all, narrower: OnceLock::new() }
    }

    fn narrower(&self) -> HashMap<TopicId, Vec<TopicId>> {
        let mut narrower: HashMap<TopicId, Vec<TopicId>> = HashMap::new();
        for topic in &self.all {
            if let Some(broader) = topic.broader {
                narrower.entry(broader).or_default().push(topic.id);
            }
        }
        narrower
    }

    /// The topic with `id`.
    #[must_use]
    pub fn get(&self, id: TopicId) -> Option<&Topic> {
        self.all.binary_search_by_key(&id, |topic| topic.id).ok().map(|at| &self.all[at])
    }

    /// The name of topic `id`; its id where it is unknown.
    #[must_use]
    pub fn name(&self, id: TopicId) -> String {
        self.get(id).map_or_else(|| id.to_string(), |topic| topic.name.to_owned())
    }

    /// The topic called `name`, in any case, or with that id. A name in use comes before a retired one.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Topic> {
        if let Ok(id) = name.parse() {
            return self.get(id);
        }
        let lower = name.to_lowercase();
        let called = || self.all.iter().filter(|topic| topic.name.to_lowercase() == lower);
        called().find(|topic| !topic.retired).or_else(|| called().next())
    }

    /// `id` and every topic below it.
    #[must_use]
    pub fn below(&self, id: TopicId) -> Vec<TopicId> {
        let narrower = self.narrower.get_or_init(|| self.narrower());
        let mut out = vec![id];
        let mut next = 0;
        while let Some(&at) = out.get(next) {
            out.extend(narrower.get(&at).into_iter().flatten());
            next += 1;
        }
        out
    }

    /// The names in use most like `name`, or of which it is a part; the most alike first.
    #[must_use]
    pub fn similar(&self, name: &str) -> Vec<&str> {
        let name = name.to_lowercase();
        let likeness = |known: &str| {
            let known = known.to_lowercase();
            let part = name.len() > 3 && known.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
            if part { 1.0 } else { strsim::jaro_winkler(&known, &name) }
        };
        let used = self.all.iter().filter(|topic| !topic.retired);
        let mut like: Vec<(f64, &str)> = used.map(|topic| (likeness(topic.name), topic.name)).collect();
        like.retain(|(likeness, _)| *likeness > ALIKE);
        like.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        like.into_iter().take(OFFERED).map(|(_, name)| name).collect()
    }
}
