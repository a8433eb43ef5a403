//! The loaded tables of reporting words and word classes, looked up by word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use serde::Deserialize;

use super::CueClass;
use super::inflection::Inflection;
use super::word_hasher::WordHasher;
use super::{Classes, Cue, Takes};

/// The reporting verbs, nouns and prepositions.
const CUES: &str = include_str!("data/cues.toml");
/// The closed classes of words.
const GRAMMAR: &str = include_str!("data/grammar.toml");
/// Verbs that report nothing.
const VERBS: &str = include_str!("data/verbs.txt");

/// Longest word the table is asked about; no row is longer.
const LONGEST: usize = 24;

/// What the tables say of one word form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Entry {
    /// The classes it may stand in.
    pub classes: Classes,
    verb: Option<u16>,
    noun: Option<u16>,
    preposition: Option<u16>,
}

/// Every cue and every word class, by word form.
#[derive(Debug)]
pub struct Cues {
    words: HashMap<Key, Entry, BuildHasherDefault<WordHasher>>,
    /// The cues of one head word, longest first.
    heads: Vec<Vec<Cue>>,
}

#[derive(Deserialize)]
struct Row {
    takes: String,
    #[serde(default)]
    with: String,
}

#[derive(Deserialize)]
struct Section {
    verb: HashMap<String, Row>,
    noun: HashMap<String, Row>,
    preposition: HashMap<String, Row>,
}

#[derive(Deserialize)]
struct Table {
    speech: Section,
    attitude: Section,
}

impl Cues {
    /// Reads the tables that come with the program.
    ///
    /// # Panics
    /// When those tables are malformed, which a test of the crate rules out.
    #[must_use]
    pub fn load() -> Self {
        let mut cues = Self { words: HashMap::default(), heads: Vec::new() };
        let inflection = Inflection::load();
        cues.add_grammar();
        for word in VERBS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
            let base = word.trim_end_matches('*');
            cues.add_verb(base, word.ends_with('*'), None, &inflection);
        }
        let table: Table = toml::from_str(CUES).expect("the cue table is valid TOML");
        cues.add_section(&table.speech, CueClass::Speech, &inflection);
        cues.add_section(&table.attitude, CueClass::Attitude, &inflection);
        for head in &mut cues.heads {
            head.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest)));
        }
        cues
    }

    /// What is known of `word`, whatever its case.
    #[must_use]
    pub fn entry(&self, word: &str) -> Entry {
        key(word).and_then(|key| self.words.get(&key)).copied().unwrap_or_default()
    }

    /// The cues whose verb is the word of `entry`, longest first.
    #[must_use]
    pub fn verbs(&self, entry: Entry) -> &[Cue] {
        self.head(entry.verb)
    }

    /// The cues whose noun is the word of `entry`.
    #[must_use]
    pub fn nouns(&self, entry: Entry) -> &[Cue] {
        self.head(entry.noun)
    }

    /// The cues that begin with the preposition of `entry`.
    #[must_use]
    pub fn prepositions(&self, entry: Entry) -> &[Cue] {
        self.head(entry.preposition)
    }

    fn head(&self, id: Option<u16>) -> &[Cue] {
        id.map_or(&[], |id| &self.heads[usize::from(id)])
    }

    fn word(&mut self, word: &str) -> &mut Entry {
        let key = key(word).expect("no word of the tables is longer than a key");
        self.words.entry(key).or_default()
    }

    fn add_grammar(&mut self) {
        let table: HashMap<String, String> = toml::from_str(GRAMMAR).expect("the grammar table is valid TOML");
        for (class, words) in table {
            let class = Classes::named(&class).expect("the grammar table names known classes");
            for word in words.split_whitespace() {
                let entry = self.word(word);
                entry.classes = entry.classes.or(class);
            }
        }
    }

    fn add_verb(&mut self, base: &str, noun: bool, head: Option<u16>, inflection: &Inflection) {
        for (form, class) in inflection.forms(base) {
            let entry = self.word(&form);
            entry.classes = entry.classes.or(class);
            entry.verb = entry.verb.or(head);
            let doubtful = noun && class.any(Classes::BASE.or(Classes::THIRD));
            if doubtful {
                entry.classes = entry.classes.or(Classes::VERB_OR_NOUN);
            }
        }
    }

    fn add_section(&mut self, section: &Section, class: CueClass, inflection: &Inflection) {
        for (phrase, row) in sorted(&section.verb) {
            let (base, rest) = split(phrase);
            let id = self.entry(base).verb.unwrap_or_else(|| self.new_head());
            self.add_verb(base, false, Some(id), inflection);
            self.add_cue(id, rest, class, row);
        }
        for (phrase, row) in sorted(&section.noun) {
            let id = self.new_head();
            for form in [phrase.to_owned(), plural(phrase)] {
                let entry = self.word(&form);
                entry.noun = entry.noun.or(Some(id));
                let noun = if entry.classes.any(Classes::VERB) { Classes::VERB_OR_NOUN } else { Classes::NOUN };
                entry.classes = entry.classes.or(noun);
            }
            self.add_cue(id, Vec::new(), class, row);
        }
        for (phrase, row) in sorted(&section.preposition) {
            let (first, rest) = split(phrase);
            let id = self.entry(first).preposition.unwrap_or_else(|| self.new_head());
            self.word(first).preposition = Some(id);
            self.add_cue(id, rest, class, row);
        }
    }

    fn new_head(&mut self) -> u16 {
        self.heads.push(Vec::new());
        u16::try_from(self.heads.len() - 1).expect("fewer than 65536 cue heads")
    }

    fn add_cue(&mut self, id: u16, rest: Vec<String>, class: CueClass, row: &Row) {
        let takes = Takes::parse(&row.takes).expect("the cue table names known constructions");
        let with = row.with.split_whitespace().map(str::to_owned).collect();
        self.heads[usize::from(id)].push(Cue { rest, class, takes, with });
    }
}

/// A word in lower case, filled up with zeros.
type Key = [u8; LONGEST];

/// The key of a word; `None` when it is longer than any in the tables.
fn key(word: &str) -> Option<Key> {
    let bytes = word.as_bytes();
    let mut key = [0; LONGEST];
    if bytes.is_ascii() {
        key.get_mut(..bytes.len())?.copy_from_slice(bytes);
    } else {
        // A typographic apostrophe is the tables' plain one.
        let plain = word.replace('\u{2019}', "'");
        key.get_mut(..plain.len())?.copy_from_slice(plain.as_bytes());
    }
    key.make_ascii_lowercase();
    Some(key)
}

/// Rows in a fixed order, so that the table never depends on hashing.
fn sorted(rows: &HashMap<String, Row>) -> Vec<(&str, &Row)> {
    let mut rows: Vec<_> = rows.iter().map(|(phrase, row)| (phrase.as_str(), row)).collect();
    rows.sort_unstable_by_key(|&(phrase, _)| phrase);
    rows
}

fn split(phrase: &str) -> (&str, Vec<String>) {
    let mut words = phrase.split(' ');
    (words.next().unwrap_or_default(), words.map(str::to_owned).collect())
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}
