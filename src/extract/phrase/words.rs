//! What the reader of noun phrases makes of words that are no names.

use super::reader::{PhraseReader, Step};
use super::split_name::split_name;
use super::state::{Item, PhraseState, Scope};
use super::unknown::is_irregular;
use crate::extract::reading::{PieceKind, number};
use crate::knowledge::{Classes, Meaning, Party};

impl PhraseReader<'_, '_> {
    pub(super) fn word(&mut self) -> Step {
        let words = self.words;
        let at = self.at;
        if let Some((party, span)) = split_name(words, at) {
            self.state.bare(party, span, at);
            return Step::On(at + 1);
        }
        if words.is_unknown(at) && !is_irregular(words.text(at)) {
            return self.unknown();
        }
        let lower = words.lower(at);
        let word = lower.as_ref();
        if let Some(step) = self.connector(word) {
            return step;
        }
        if let Some(value) = number(word) {
            return self.number_word(value);
        }
        if words.is_one_of(self.at, words.table.plenty) {
            self.state.item.other = true;
            self.state.item.joined = true;
            return Step::On(at + 1 + usize::from(words.lower(at + 1) == "of"));
        }
        let classes = words.classes(at);
        if self.determiner(word, classes) {
            return Step::On(at + 1);
        }
        if let Some(step) = self.preposition(word, classes) {
            return step;
        }
        // "Sports ministers" are officials, "union leaders" are not.
        let holds_office = || (at + 1..at + 4).any(|at| words.is_one_of(at, words.table.portfolio));
        if words.is_one_of(at, words.table.unofficial) && !holds_office() || word.starts_with("ex-") {
            self.state.item.unofficial = true;
            self.state.other_head(at);
            return Step::On(at + 1);
        }
        if self.state.item.office && words.is_proper(at) {
            self.holder();
            return Step::On(at + 1);
        }
        if self.state.item.office && words.is_one_of(self.at, words.table.particle) {
            return Step::On(at + 1);
        }
        let open = self.state.item.head.is_none();
        let named =
            words.is_proper(at) && self.state.item.noun.is_some() && !words.is_one_of(self.at, words.table.organ);
        let each = self.state.list.all && words.is_one_of(self.at, words.table.each);
        if (words.is_head(at) || each) && !named {
            return self.head(word);
        }
        if words.is_document(at) && !words.is_proper(at) {
            self.state.item = Item::default();
            self.state.carried.clear();
            return Step::End;
        }
        if words.is_proper(at) && (open || self.state.item.office) {
            self.proper();
            return Step::On(at + 1);
        }
        let qualifying = open && self.is_qualifier(classes);
        if !qualifying && words.closes_phrase(at) || !open {
            return Step::End;
        }
        if !classes.any(Classes::ADJECTIVE) || classes.any(Classes::NOUN) {
            self.state.other_head(at);
        }
        Step::On(at + 1)
    }

    /// Whether a verb form at this place qualifies the noun behind it: "leading nations".
    pub(super) fn is_qualifier(&self, classes: Classes) -> bool {
        let form = classes.any(Classes::PARTICIPLE.or(Classes::ING).or(Classes::VERB_OR_NOUN).or(Classes::ADJECTIVE));
        // "Ten senators told": behind a noun a past form is the verb.
        let noun = self.state.item.noun.is_some();
        let heads =
            self.words.is_head(self.at + 1) || matches!(self.words.meaning(self.at + 1), Some(Meaning::Office(_)));
        if classes.any(Classes::PAST) && (noun || self.state.item.number.is_some() && !heads) {
            return false;
        }
        let begun = self.state.item.number.is_some() || noun;
        let pending = !self.state.item.pending.is_empty();
        let object = matches!(self.words.kind(self.at + 1), Some(PieceKind::Name(_)))
            || self.words.classes(self.at + 1).any(Classes::DETERMINER);
        let verb = self.state.item.noun.is_some() && self.words.is_finite(self.at) && object;
        form && !verb
            && !classes.any(Classes::AUXILIARY)
            && (begun || pending)
            && !self.words.closes_phrase(self.at + 1)
    }

    pub(super) fn number_word(&mut self, value: u32) -> Step {
        let item = &mut self.state.item;
        if item.head.is_some() {
            return Step::End;
        }
        let times = match item.number {
            Some((times, at)) if at + 1 == self.at => times.saturating_mul(value),
            _ => value,
        };
        item.number = Some((times, item.number.map_or(self.at, |(_, at)| at)));
        Step::On(self.at + 1)
    }

    /// Words that join members of a list, or leave some out.
    pub(super) fn connector(&mut self, word: &str) -> Option<Step> {
        let at = self.at;
        let words = self.words;
        let next = match word {
            "and" | "plus" if self.is_member(at + 1) => at + 1,
            "or" | "nor" if !self.state.list.is_empty() && self.is_member(at + 1) => at + 1,
            "and" if words.lower(at + 1) == "by" && self.is_member(at + 2) => at + 2,
            "and" => return Some(Step::End),
            "as" if words.lower(at + 1) == "well" && words.lower(at + 2) == "as" => at + 3,
            "along" | "together" if words.lower(at + 1) == "with" && self.is_member(at + 2) => at + 2,
            "joined" | "accompanied" if words.is_mark(at.wrapping_sub(1), ",") && words.lower(at + 1) == "by" => at + 2,
            "including" | "like" | "such" | "among" => return self.examples(word),
            "but" if words.is_mark(at.wrapping_sub(1), ",") && words.lower(at + 1) == "not" => {
                return Some(self.except(at + 2));
            }
            _ if words.is_one_of(at, words.table.led) && words.lower(at + 1) == "by" && self.counted() => {
                return self.examples(word);
            }
            "but" if words.lower(at.wrapping_sub(1)) == "all" => return Some(self.except(at + 1)),
            "other" if words.lower(at + 1) == "than" => return Some(self.except(at + 2)),
            "with" if words.lower(at + 2) == "exception" => return Some(self.except(at + 4)),
            "with" if words.is_one_of(at + 2, words.table.ranked) && words.lower(at + 3) == "exception" => {
                return Some(self.except(at + 5));
            }
            _ if words.is_one_of(self.at, words.table.except) => {
                let skip = usize::from(words.lower(at + 1) == "for");
                return Some(self.except(at + 1 + skip));
            }
            _ => return None,
        };
        self.state.close(&self.words);
        self.state.item.joined = true;
        Some(Step::On(next))
    }

    /// Whether several states are only counted so far: "a group of countries".
    fn counted(&self) -> bool {
        self.state.item.counts_states || self.state.list.count.is_some() || self.state.list.collective.is_some()
    }

    /// "including A and B", "A and B among them".
    pub(super) fn examples(&mut self, word: &str) -> Option<Step> {
        let at = self.at;
        let next = match word {
            "such" if self.words.lower(at + 1) == "as" => at + 2,
            "among" if self.words.lower(at + 1) == "them" => at + 2,
            "including" | "like" => at + 1,
            _ if self.words.is_one_of(at, self.words.table.led) => at + 2,
            _ => return None,
        };
        self.state.close(&self.words);
        self.state.list.including = true;
        if self.state.scope == Scope::Aside {
            self.state.scope = Scope::Acting;
        }
        // "Airlines, including some of Chad"
        let list = &self.state.list;
        let states = list.collective.is_some() || list.out_of.is_some() || !list.is_empty();
        let people = list.unofficial.is_some_and(|span| self.words.reading.words(span).ends_with('s'));
        if people && !states {
            self.state.scope = Scope::Affiliation;
        }
        Some(Step::On(next))
    }

    /// Reads the countries left out from piece `from` on.
    pub(super) fn except(&mut self, from: usize) -> Step {
        self.state.close(&self.words);
        if from >= self.words.pieces.len() || !self.is_member(from) {
            return Step::End;
        }
        let inner = PhraseReader { words: self.words, at: from, state: PhraseState::default(), dash: self.dash }.read();
        let countries = inner.list.parties.iter().filter_map(|(party, span)| match party {
            Party::Country(code) => Some((*code, *span)),
            Party::Organisation(_) => None,
        });
        let before = self.state.list.except.len();
        self.state.list.except.extend(countries);
        // "All ministers except Malta's"
        if let (true, Some(Meaning::Country { code, .. })) =
            (self.state.list.except.len() == before, self.words.meaning(from))
        {
            self.state.list.except.push((*code, self.words.pieces[from].span));
        }
        self.at = inner.range.end;
        Step::End
    }

    pub(super) fn determiner(&mut self, word: &str, classes: Classes) -> bool {
        let words = self.words;
        let item = &mut self.state.item;
        if word == "other" || word == "more" || word == "others" && item.head.is_some() {
            item.other = true;
            return true;
        }
        if words.is_one_of(self.at, words.table.some) && item.head.is_none() && item.number.is_none() {
            let counted =
                matches!(words.kind(self.at + 1), Some(PieceKind::Number)) || words.number(self.at + 1).is_some();
            if !counted {
                self.state.list.some = self.state.list.some.or(Some(words.pieces[self.at].span));
            }
            return true;
        }
        if word == "those" && words.classes(self.at + 1).any(Classes::PREPOSITION) {
            return false;
        }
        if matches!(word, "all" | "every") {
            self.state.list.all = true;
            return true;
        }
        // A determiner opens a noun phrase, it never stands inside one.
        let opens =
            classes.any(Classes::DETERMINER.or(Classes::POSSESSIVE)) && !classes.any(Classes::VERB) && word != "that";
        opens && item.head.is_none() && item.noun.is_none() || matches!(word, "than" | "so-called")
    }

    pub(super) fn preposition(&mut self, word: &str, classes: Classes) -> Option<Step> {
        if !classes.any(Classes::PREPOSITION) {
            return None;
        }
        let at = self.at;
        let item = &self.state.item;
        let headed = item.head.is_some() || item.noun.is_some();
        let inside = self.words.is_one_of(self.at, self.words.table.belonging);
        if inside && !headed {
            if let Some((count, _)) = item.number.filter(|_| word == "of") {
                self.state.list.out_of = Some(count);
                self.state.item = Item::default();
                return Some(Step::On(at + 1));
            }
            let part = word == "of" && self.state.list.some.is_some();
            return Some(if part { Step::On(at + 1) } else { Step::End });
        }
        if inside && (word != "for" || item.office || item.noun.is_some()) {
            self.state.tail(&self.words);
            return Some(Step::On(at + 1));
        }
        if let Some(mark) = self.aside_end() {
            return Some(Step::On(mark));
        }
        let item = &self.state.item;
        let place = self.words.is_one_of(self.at, self.words.table.place) && headed && self.is_member(at + 1);
        if !place || item.head.is_some() && !item.office {
            return Some(Step::End);
        }
        self.state.tail(&self.words);
        if self.state.scope == Scope::Acting {
            self.state.scope = Scope::Aside;
        }
        Some(Step::On(at + 1))
    }
}
