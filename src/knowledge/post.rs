//! A post: one country's or organisation's office, as a query names it or a text gives it for a role.

use std::fmt;

use super::party_names::normal;
use super::person_lookup::polity_and_title;
use super::{CountryCode, Knowledge, Meaning, OfficeHolder, Party};
use crate::text::Span;

/// An office of one country or organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Post {
    /// Whose office it is.
    pub party: Party,
    /// The office's id: `foreign-minister`.
    pub office: String,
}

impl fmt::Display for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.party, self.office)
    }
}

/// What the words of a role say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Role {
    /// The posts they give; none when the office is not held now, or is only close to one ("deputy").
    pub posts: Vec<Post>,
    /// Whether they also hold a name: "French Foreign Minister Barrot".
    pub named: bool,
}

impl Knowledge {
    /// The posts that `words` are in full ("French foreign minister", "EU foreign policy chief"), in order;
    /// of several parties when the name of the country means several. Only posts whose holders the tables
    /// know count.
    #[must_use]
    pub fn posts_called(&self, words: &str) -> Vec<Post> {
        let mut out: Vec<Post> = polity_and_title(self, &normal(words))
            .into_iter()
            .map(|(party, office)| Post { party, office: office.to_owned() })
            .filter(|post| self.holders_in(post).next().is_some())
            .collect();
        out.sort();
        out
    }

    /// Everyone who ever held `post`, in the tables' order.
    pub fn holders_in<'k>(&'k self, post: &Post) -> impl Iterator<Item = &'k OfficeHolder> {
        self.offices().holders_in(post)
    }

    /// What `words` say as a speaker's role, or as the noun phrase that stands for a speaker. `country` is
    /// the one the speaker is known to act for; without it, the words themselves must name the party.
    #[must_use]
    pub fn role(&self, words: &str, country: Option<CountryCode>) -> Role {
        let found = self.recogniser().find(words, None);
        let named_party = found.iter().find_map(|name| match name.meanings.first()? {
            Meaning::Country { code, .. } => Some(Party::Country(*code)),
            Meaning::Organisation { id, .. } => Some(Party::Organisation(id.clone())),
            _ => None,
        });
        let between = |from: usize, to: usize| Span::new(from, to.max(from)).of(words);
        let mut role = Role::default();
        let mut at = 0;
        // Where the last office ended.
        let mut office_end = None;
        for name in &found {
            let gap = between(at, name.span.start);
            role.named |= name.is_holder() || holds_name(gap);
            at = name.span.end;
            if self.makes_another(gap) {
                return Role { posts: Vec::new(), ..role };
            }
            if !name.is_office() {
                continue;
            }
            // "Deputy Prime Minister and Foreign Minister", but not "spokesman for the foreign minister".
            let joined = office_end.is_none_or(|end| matches!(between(end, name.span.start).trim(), "and" | ","));
            office_end = Some(name.span.end);
            let of_another = words[name.span.end..].starts_with(['\'', '\u{2019}']);
            if !joined || of_another {
                continue;
            }
            let Some(party) = country.map(Party::Country).or_else(|| named_party.clone()) else { continue };
            role.posts.extend(self.posts_of(name.meanings, &party));
        }
        let rest = between(at, words.len());
        role.named |= holds_name(rest);
        if self.makes_another(rest) {
            role.posts.clear();
        }
        role.posts.sort();
        role.posts.dedup();
        role
    }

    fn posts_of(&self, meanings: &[Meaning], party: &Party) -> Vec<Post> {
        let titles = meanings.iter().filter_map(|meaning| match meaning {
            Meaning::Office(row) => Some(&self.offices().titles()[*row]),
            _ => None,
        });
        let of_party = titles.filter(|row| row.polity.is_empty() || Party::of_row(row.polity) == *party);
        of_party.map(|row| Post { party: party.clone(), office: row.office.to_owned() }).collect()
    }

    /// Whether `words` beside an office make it another, or one of the past.
    fn makes_another(&self, words: &str) -> bool {
        words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .any(|word| self.offices().not_in_office.iter().any(|known| known.eq_ignore_ascii_case(word)))
    }
}

/// Whether some word of `text` is written as a name.
fn holds_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.any(|word| word.starts_with(char::is_uppercase) && !matches!(word, "The" | "A" | "An"))
}
