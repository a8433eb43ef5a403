//! The loaded tables of reporting words and word classes, looked up by word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::inflection::Inflection;
use super::word_key::{WordHasher, WordKey};
use super::{Classes, Cue, CueKind, CueRow, Takes};

/// The closed classes of words.
const GRAMMAR: &str = include_str!("data/grammar.toml");
/// Verbs that report nothing.
const VERBS: &str = include_str!("data/verbs.txt");

/// What the tables say of one word form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Entry {
    /// The classes it may stand in.
    pub classes: Classes,
    verb: Head,
    noun: Head,
    preposition: Head,
}

impl Entry {
    /// Whether the word heads a cue.
    #[must_use]
    pub fn can_report(self) -> bool {
        [self.verb, self.noun, self.preposition].into_iter().any(|head| head != Head::NONE)
    }
}

/// The cues of one head word, by their place in [`Cues::heads`]; those of the first are none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Head(u16);

impl Head {
    const NONE: Self = Self(0);

    fn or(self, other: Self) -> Self {
        if self == Self::NONE { other } else { self }
    }
}

/// Every cue and every word class, by word form.
#[derive(Debug)]
pub struct Cues {
    words: HashMap<WordKey, Entry, BuildHasherDefault<WordHasher>>,
    /// The cues of one head word, longest first.
    heads: Vec<Vec<Cue>>,
}

impl Cues {
    /// Reads the tables that come with the program.
    ///
    /// # Panics
    /// When those tables are malformed, which a test of the crate rules out.
    #[must_use]
    pub fn load() -> Self {
        let mut cues = Self { words: HashMap::default(), heads: vec![Vec::new()] };
        let inflection = Inflection::load();
        cues.add_grammar();
        for word in VERBS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
            let base = word.trim_end_matches('*');
            cues.add_verb(base, word.ends_with('*'), Head::NONE, &inflection);
        }
        for row in CueRow::all() {
            for phrase in &row.words {
                cues.add_row(&row, phrase, &inflection);
            }
        }
        for head in &mut cues.heads {
            head.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest)));
        }
        cues
    }

    /// What is known of `word`, whatever its case.
    #[must_use]
    pub fn entry(&self, word: &str) -> Entry {
        WordKey::new(word).and_then(|key| self.words.get(&key)).copied().unwrap_or_default()
    }

    /// Every word of the tables, with what is known of it.
    pub(super) fn words(&self) -> impl Iterator<Item = (WordKey, Entry)> {
        self.words.iter().map(|(key, entry)| (*key, *entry))
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

    fn head(&self, head: Head) -> &[Cue] {
        &self.heads[usize::from(head.0)]
    }

    fn word(&mut self, word: &str) -> &mut Entry {
        let key = WordKey::new(word).expect("no word of the tables is longer than a key");
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

    fn add_verb(&mut self, base: &str, noun: bool, head: Head, inflection: &Inflection) {
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

    fn add_row(&mut self, row: &CueRow, phrase: &str, inflection: &Inflection) {
        let (first, rest) = split(phrase);
        let entry = self.entry(first);
        let known = match row.kind {
            CueKind::Verb => entry.verb,
            CueKind::Noun => entry.noun,
            CueKind::Preposition => entry.preposition,
        };
        let head = if known == Head::NONE { self.new_head() } else { known };
        match row.kind {
            CueKind::Verb => self.add_verb(first, false, head, inflection),
            CueKind::Noun => self.add_noun(first, head),
            CueKind::Preposition => self.word(first).preposition = head,
        }
        self.add_cue(head, rest, row);
    }

    fn add_noun(&mut self, noun: &str, head: Head) {
        for form in [noun.to_owned(), plural(noun)] {
            let entry = self.word(&form);
            entry.noun = entry.noun.or(head);
            let class = if entry.classes.any(Classes::VERB) { Classes::VERB_OR_NOUN } else { Classes::NOUN };
            entry.classes = entry.classes.or(class);
        }
    }

    fn new_head(&mut self) -> Head {
        self.heads.push(Vec::new());
        Head(u16::try_from(self.heads.len() - 1).expect("fewer than 65536 cue heads"))
    }

    /// A cue that stands in several rows takes what each of them says, and has the class of the first.
    fn add_cue(&mut self, head: Head, rest: Vec<String>, row: &CueRow) {
        let takes = Takes::parse(&row.takes).expect("the cue table names known constructions");
        let with = row.with.split_whitespace().map(str::to_owned);
        let cues = &mut self.heads[usize::from(head.0)];
        match cues.iter_mut().find(|cue| cue.rest == rest) {
            Some(cue) => {
                cue.takes = cue.takes.or(takes);
                cue.with.extend(with);
            }
            None => cues.push(Cue { rest, class: row.class(), takes, with: with.collect() }),
        }
    }
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
