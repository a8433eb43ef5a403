//! Which words and names of a text a word or a name in a query also stands for.

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{TextAnalyzer, TokenStream as _};

use crate::knowledge::Wordings;

/// Other wordings, by the stems of each.
#[derive(Debug)]
pub(super) struct Variants {
    /// The British stem by the American one and the other way round.
    spellings: FxHashMap<String, Vec<String>>,
    /// Every wording of a name, by the stems of one.
    names: FxHashMap<Vec<String>, Vec<Vec<String>>>,
}

impl Variants {
    /// Those of `wordings`, stemmed by `prose`.
    pub fn new(wordings: &Wordings, mut prose: TextAnalyzer) -> Self {
        let mut spellings: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for row in &wordings.spellings {
            let (british, american) = (stems(&mut prose, row.british), stems(&mut prose, row.american));
            if let ([british], [american]) = (british.as_slice(), american.as_slice())
                && british != american
            {
                spellings.entry(british.clone()).or_default().push(american.clone());
                spellings.entry(american.clone()).or_default().push(british.clone());
            }
        }
        let mut names = FxHashMap::default();
        for aliases in &wordings.aliases {
            let all: Vec<Vec<String>> = aliases.iter().map(|name| stems(&mut prose, name)).collect();
            for one in &all {
                names.insert(one.clone(), kept(one, &all));
            }
        }
        Self { spellings, names }
    }

    /// Stems that are another spelling of `stem`.
    pub fn spellings(&self, stem: &str) -> &[String] {
        self.spellings.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Other names of what has the name with these `stems`.
    pub fn names(&self, stems: &[String]) -> &[Vec<String>] {
        self.names.get(stems).map_or(&[], Vec::as_slice)
    }
}

/// The wordings among `all` that `one` would not find by itself.
fn kept(one: &[String], all: &[Vec<String>]) -> Vec<Vec<String>> {
    let holds = |name: &Vec<String>| name.windows(one.len()).any(|part| part == one);
    all.iter().filter(|name| !holds(name)).cloned().collect()
}

fn stems(prose: &mut TextAnalyzer, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    prose.token_stream(text).process(&mut |token| out.push(token.text.clone()));
    out
}
