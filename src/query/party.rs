//! Looks up the countries and organisations a query names, and says what is wrong when it cannot.

use super::cursor::is_quote;
use super::item::{Form, Item};
use super::{Field, QueryError, Reading, Value, print};
use crate::knowledge::{CountryCode, OrganisationId, Party, Post, UnknownName};

/// No name of a party has more words than this.
const MOST_WORDS: usize = 8;

/// A surname that more office-holders share tells nobody.
const MOST_PERSONS: usize = 3;

/// The names of the tables, and the query in which they stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'q> {
    pub reading: &'q Reading<'q>,
    pub query: &'q str,
}

impl Names<'_> {
    /// The one party that `item` names.
    pub fn party(&self, field: Field, item: &Item) -> Result<Value, QueryError> {
        match self.reading.knowledge.parties(item.text).as_slice() {
            [party] => Ok(value_of(party)),
            parties => Err(self.not_one(field, item, parties)),
        }
    }

    /// The one country that `item` names; an organisation of the same name does not count.
    pub fn country(&self, field: Field, item: &Item) -> Result<CountryCode, QueryError> {
        let (countries, organisations): (Vec<Party>, Vec<Party>) =
            self.reading.knowledge.parties(item.text).into_iter().partition(|party| matches!(party, Party::Country(_)));
        match (countries.as_slice(), organisations.as_slice()) {
            ([Party::Country(code)], _) => Ok(*code),
            ([], [Party::Organisation(id), ..]) => {
                let message = format!("{field}: takes countries, and '{}' is an organisation", item.text);
                let any = print::value(field, &Value::AnyMember(id.clone()));
                let hint = format!("write {field}:{any} for any of its members");
                Err(QueryError::new(item.text_span, message, hint))
            }
            _ => Err(self.not_one(field, item, &countries)),
        }
    }

    /// The one organisation that `item` names. Its id comes first: some ids are also countries' codes.
    pub fn organisation(&self, field: Field, item: &Item) -> Result<OrganisationId, QueryError> {
        let all = &self.reading.knowledge.organisations().all;
        if let Some(found) = all.iter().find(|row| row.id.as_str().eq_ignore_ascii_case(item.text)) {
            return Ok(found.id.clone());
        }
        let (organisations, countries): (Vec<Party>, Vec<Party>) = self
            .reading
            .knowledge
            .parties(item.text)
            .into_iter()
            .partition(|party| matches!(party, Party::Organisation(_)));
        match (organisations.as_slice(), countries.as_slice()) {
            ([Party::Organisation(id)], _) => Ok(id.clone()),
            ([], [Party::Country(code), ..]) => Err(country_instead(field, item, *code)),
            _ => Err(self.not_one(field, item, &organisations)),
        }
    }

    /// A party, or else the words of a person's name or role, which no table has.
    pub fn speaker(&self, field: Field, item: &Item) -> Result<Value, QueryError> {
        if !item.text.contains(char::is_alphanumeric) {
            let message = format!("'{}' has no letter or digit", QueryError::shorten(item.text));
            return Err(QueryError::new(item.span, message, "write a country, or words of a name or a role"));
        }
        if self.reading.knowledge.parties(item.text).is_empty() {
            return self.office_or_person(field, item);
        }
        self.party(field, item)
    }

    /// An office, a person of our tables, or plain words.
    fn office_or_person(&self, field: Field, item: &Item) -> Result<Value, QueryError> {
        let words: Vec<&str> = item.text.split_whitespace().collect();
        let words = words.join(" ");
        let posts = self.reading.knowledge.posts_called(&words);
        if posts.iter().any(|post| post.party != posts[0].party) {
            return Err(self.office_of_several(field, item, &posts));
        }
        if !posts.is_empty() {
            return Ok(Value::Office { words, posts });
        }
        let persons = self.reading.knowledge.persons_called(&words, (None, None));
        if !(1..=MOST_PERSONS).contains(&persons.len()) {
            return Ok(Value::Words(words));
        }
        Ok(Value::Persons { words, names: persons.into_iter().map(|(name, _)| name.to_owned()).collect() })
    }

    fn office_of_several(&self, field: Field, item: &Item, posts: &[Post]) -> QueryError {
        let told = |post: &Post| format!("{post} ({})", self.reading.knowledge.party_name(&post.party));
        let meanings: Vec<String> = posts.iter().map(told).collect();
        let message = format!("'{}' can mean {}", QueryError::shorten(item.text), meanings.join(" or "));
        let choice = |post: &Post| format!("{field}:\"{} {}\"", post.party, post.office.replace('-', " "));
        let choices: Vec<String> = posts.iter().map(choice).collect();
        QueryError::new(item.text_span, message, format!("write {}", choices.join(" or ")))
    }

    fn not_one(&self, field: Field, item: &Item, parties: &[Party]) -> QueryError {
        let name = QueryError::shorten(item.text);
        if parties.is_empty() {
            let message = format!("no country or organisation is called '{name}'");
            let hint = self.longer_name(field, item).unwrap_or_else(|| self.similar_names(item));
            return QueryError::new(item.text_span, message, hint);
        }
        let told = |party: &Party| format!("{party} ({})", self.reading.knowledge.party_name(party));
        let meanings: Vec<String> = parties.iter().map(told).collect();
        let message = format!("'{name}' can mean {}", meanings.join(" or "));
        let values: Vec<String> = parties.iter().map(|party| print::value(field, &value_of(party))).collect();
        let choice: Vec<String> = values.iter().map(|value| format!("{field}:{value}")).collect();
        let either = format!("write {}, or {field}:{} for any of them", choice.join(" or "), values.join(","));
        QueryError::new(item.text_span, message, self.longer_name(field, item).unwrap_or(either))
    }

    /// The advice to quote a name of several words, when the words behind `item` complete one.
    fn longer_name(&self, field: Field, item: &Item) -> Option<String> {
        if item.form != Form::Bare {
            return None;
        }
        let rest = &self.query[item.span.end..];
        let ends = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ',');
        let mut name = item.text.to_owned();
        for word in rest.strip_prefix(' ')?.split(' ').take(MOST_WORDS) {
            let whole = &word[..word.find(ends).unwrap_or(word.len())];
            name = format!("{name} {whole}");
            if !self.reading.knowledge.parties(&name).is_empty() {
                return Some(format!("put a name of several words in quotation marks: {field}:\"{name}\""));
            }
            if whole.len() < word.len() {
                return None;
            }
        }
        None
    }

    fn similar_names(&self, item: &Item) -> String {
        let similar = match self.reading.knowledge.party(item.text) {
            Err(UnknownName::Unknown { similar, .. }) => similar,
            _ => Vec::new(),
        };
        if similar.is_empty() {
            return "write a country's or organisation's name or code; for a person, write speaker:NAME".to_owned();
        }
        let names: Vec<String> = similar.iter().map(|name| print::quoted_if_needed(name)).collect();
        format!("did you mean {}?", names.join(" or "))
    }
}

fn country_instead(field: Field, item: &Item, code: CountryCode) -> QueryError {
    if matches!(field, Field::Issuer | Field::Org) {
        let message = format!("{field}: takes organisations, and '{}' is a country", item.text);
        return QueryError::new(item.text_span, message, format!("write signatory:{code} for a country that signed"));
    }
    let message = format!("'{}' is a country, not an organisation", item.text);
    QueryError::new(item.text_span, message, format!("write {field}:{code} for the country"))
}

fn value_of(party: &Party) -> Value {
    match party {
        Party::Country(code) => Value::Country(*code),
        Party::Organisation(id) => Value::Organisation(id.clone()),
    }
}
