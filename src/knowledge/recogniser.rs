//! Finds the names of countries, organisations, offices and office-holders in running text.

use std::cell::OnceCell;
use std::collections::HashSet;

use jiff::civil::Date;

use super::ambiguity::Ambiguity;
use super::name_entries::Entries;
use super::phrases::{Phrases, ShapedWord, shaped_word_from, word_from};
use super::{Holds, IdInProse, Knowledge, Meaning, Period, Recognised};
use crate::text::Span;

/// Every name the tables hold, ready to be found in one pass over a text.
#[derive(Debug)]
pub struct Recogniser {
    phrases: Phrases,
    names: Vec<Name>,
    /// The words that ambiguous names look for anywhere in an article.
    near: Phrases,
    near_words: Vec<String>,
    /// Nouns for several officials or states.
    collective: HashSet<String>,
}

/// One name, with what it can mean.
#[derive(Debug)]
pub(super) struct Name {
    /// What the name can mean, each with the time it does.
    pub meanings: Vec<Meaning>,
    pub periods: Vec<Period>,
    pub ambiguity: Option<Ambiguity>,
    /// Where it is a name at all.
    pub prose: IdInProse,
}

impl Default for Name {
    fn default() -> Self {
        Self { meanings: Vec::new(), periods: Vec::new(), ambiguity: None, prose: IdInProse::Yes }
    }
}

impl Recogniser {
    pub(super) fn build(knowledge: &Knowledge) -> Self {
        let mut names: Vec<(String, Name)> = Entries::of(knowledge).names.into_iter().collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        let phrases = Phrases::new(names.iter().enumerate().map(|(number, (text, _))| (text.as_str(), number)));
        let names: Vec<Name> = names.into_iter().map(|(_, name)| name).collect();
        let ambiguities = names.iter().filter_map(|name| name.ambiguity.as_ref());
        let mut near_words: Vec<String> = ambiguities.flat_map(Ambiguity::near_words).map(str::to_owned).collect();
        near_words.sort_unstable();
        near_words.dedup();
        let near = Phrases::new(near_words.iter().enumerate().map(|(number, word)| (word.as_str(), number)));
        let signing = knowledge.signing();
        let collective = signing.listed(signing.words.collective).map(str::to_owned).collect();
        Self { phrases, names, near, near_words, collective }
    }

    /// Every name in `text`, in order, never overlapping; names that mean nothing here ("China Daily")
    /// are left out. `date` is the article's, and decides names that changed hands.
    #[must_use]
    pub fn find<'k>(&'k self, text: &str, date: Option<Date>) -> Vec<Recognised<'k>> {
        let mut finder = self.finder(text, date);
        let mut at = 0;
        while let Some(word) = shaped_word_from(text, at) {
            at = word.span.end;
            finder.show(word);
        }
        finder.found
    }

    /// What finds every name in `text` when it is shown each word.
    #[must_use]
    pub fn finder<'t, 'k>(&'k self, text: &'t str, date: Option<Date>) -> NameFinder<'t, 'k> {
        let article = Article { text, date, near: OnceCell::new() };
        NameFinder { recogniser: self, article, from: 0, found: Vec::with_capacity(text.len() / 64 + 4) }
    }

    fn meaning<'k>(&'k self, name: &'k Name, article: &Article<'_, 'k>, span: Span) -> Option<&'k [Meaning]> {
        let text = article.text;
        if let [Meaning::Office(_) | Meaning::Holder(_), ..] = name.meanings.as_slice() {
            return Some(&name.meanings);
        }
        if !self.is_name(name, text, span) {
            return None;
        }
        if name.ambiguity.as_ref().is_some_and(|ambiguity| ambiguity.is_vetoed(text, span)) {
            return None;
        }
        // A seat of government is also the title of who works there; the date decides whose seat it is.
        let is_party = |at: &usize| !matches!(name.meanings[*at], Meaning::Office(_) | Meaning::Holder(_));
        let parties = || (0..name.meanings.len()).filter(is_party);
        let holds = |at: &usize| article.date.is_none_or(|date| name.periods[*at].on(date) != Holds::No);
        let mut current = parties().filter(holds);
        let first = current.next()?;
        let settled_by_date = current.next().is_none() && parties().nth(1).is_some();
        match &name.ambiguity {
            Some(ambiguity) if !settled_by_date => {
                let is_near = |words: &[String]| {
                    let near = article.near.get_or_init(|| self.near_in(text));
                    words.iter().any(|word| near.contains(word.as_str()))
                };
                let code = ambiguity.decide(text, span, is_near)?;
                let at = name.meanings.iter().position(|meaning| meaning.is_country(code))?;
                Some(&name.meanings[at..=at])
            }
            _ => Some(&name.meanings[first..=first]),
        }
    }

    /// The near words that stand in `text`.
    fn near_in(&self, text: &str) -> HashSet<&str> {
        let mut found = HashSet::new();
        let mut at = 0;
        while let Some(word) = shaped_word_from(text, at) {
            if self.near.may_begin_with(word) {
                found.extend(self.near.at(text, word).map(|(_, number)| self.near_words[number].as_str()));
            }
            at = word.span.end;
        }
        found
    }

    /// Whether an id that is also an ordinary word stands for its organisation at `span`.
    fn is_name(&self, name: &Name, text: &str, span: Span) -> bool {
        match name.prose {
            IdInProse::Yes => true,
            IdInProse::Cased => {
                let before = text[..span.start].split_whitespace().next_back().unwrap_or_default();
                let after = word_from(text, span.end).map_or("", |word| word.of(text));
                [before, after].into_iter().any(|word| word.contains(char::is_lowercase))
            }
            IdInProse::Collective => {
                // "Nordic ministers", "Nordic foreign ministers".
                let words = std::iter::successors(word_from(text, span.end), |word| word_from(text, word.end));
                words.take(2).any(|word| self.collective.contains(word.of(text).to_lowercase().as_str()))
            }
            IdInProse::No => false,
        }
    }
}

/// Finds names word by word.
pub struct NameFinder<'t, 'k> {
    recogniser: &'k Recogniser,
    article: Article<'t, 'k>,
    /// Where the last name ended.
    from: usize,
    /// The names found so far.
    pub found: Vec<Recognised<'k>>,
}

impl NameFinder<'_, '_> {
    /// Looks for a name that begins with `word`, the next one of the text.
    #[inline]
    pub fn show(&mut self, word: ShapedWord) {
        if self.recogniser.phrases.may_begin_with(word) && word.span.start >= self.from {
            self.look_up(word);
        }
    }

    fn look_up(&mut self, word: ShapedWord) {
        let Some((end, number)) = self.recogniser.phrases.at(self.article.text, word).next() else { return };
        let span = Span::new(word.span.start, end);
        // A name that means nothing here still takes its words out of play.
        self.from = end;
        if let Some(meanings) = self.recogniser.meaning(&self.recogniser.names[number], &self.article, span) {
            self.found.push(Recognised { span, meanings });
        }
    }
}

/// The text that is searched.
struct Article<'t, 'k> {
    text: &'t str,
    date: Option<Date>,
    /// The near words it holds; most articles never ask.
    near: OnceCell<HashSet<&'k str>>,
}
