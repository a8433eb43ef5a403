//! Asks for speakers by office or by an office-holder's name, judged at each statement's own date.

use tantivy::query::{BooleanQuery, Occur};

use super::analyzers::name_key;
use super::posts::unnamed;
use super::translate::{Boxed, Translator, any, code, phrase, stems};
use super::translate_members::days_of;
use crate::knowledge::{Bound, OfficeHolder, Party, Period, Post};
use crate::query::Days;

impl Translator<'_> {
    /// Speakers to whom the text gives one of `posts`, and those called as somebody who held it then.
    pub(super) fn office(&mut self, posts: &[Post]) -> Vec<Boxed> {
        let knowledge = self.knowledge;
        let mut out = Vec::new();
        for post in posts {
            out.push(code(self.fields.post, &post.to_string()));
            for holder in knowledge.holders_in(post) {
                let called = any(self.called(holder));
                out.push(both(called, self.days(days_of(holder.period))));
            }
        }
        out
    }

    /// Speakers with these `words` in their name, and the unnamed holder of an office in the time that one
    /// of `names` surely held it.
    pub(super) fn persons(&mut self, words: &str, names: &[String]) -> Vec<Boxed> {
        let knowledge = self.knowledge;
        let mut out = vec![self.speaker_words(words)];
        let full = words.contains(' ');
        for holder in names.iter().flat_map(|name| knowledge.offices_of(name)) {
            if full {
                let called = any(self.called(holder));
                out.push(both(called, self.days(days_of(holder.period))));
            }
            if let Some(days) = sure_days(holder.period) {
                let post = Post { party: holder.party.clone(), office: holder.office.to_owned() };
                out.push(both(code(self.fields.post, &unnamed(&post)), self.days(days)));
            }
        }
        out
    }

    fn speaker_words(&mut self, words: &str) -> Boxed {
        phrase(self.fields.speaker_words, &stems(&mut self.analyzers.name(), words))
    }

    /// Speakers called as `holder` is: by a full name, or by the bare surname where the country takes part.
    fn called(&mut self, holder: &OfficeHolder) -> Vec<Boxed> {
        let offices = self.knowledge.offices();
        let mut out: Vec<Boxed> =
            holder.names.iter().filter(|name| name.contains(' ')).map(|name| self.speaker_words(name)).collect();
        if let Party::Country(country) = holder.party {
            for name in &holder.names {
                let surname = code(self.fields.surname, &name_key(offices.surname(holder, name)));
                out.push(both(surname, code(self.fields.country, country.as_str())));
            }
        }
        out
    }
}

fn both(a: Boxed, b: Boxed) -> Boxed {
    Box::new(BooleanQuery::new(vec![(Occur::Must, a), (Occur::Must, b)]))
}

/// The days on which `period` holds for certain; none when an end is undated.
fn sure_days(period: Period) -> Option<Days> {
    let from = match period.from {
        Bound::Dated(_, last) => Some(last),
        Bound::Open => None,
        Bound::Undated => return None,
    };
    let to = match period.until {
        Bound::Dated(first, _) => first.yesterday().ok(),
        Bound::Open => None,
        Bound::Undated => return None,
    };
    Some(Days { from, to })
}
