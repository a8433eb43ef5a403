//! Says why a query finds nothing: how much each of its parts finds, and which small change would help.

use super::{Request, SearchError, StatementIndex};
use crate::query::{Field, Near, Order, Query, Scope, Sense, Text, Value, Within, Word, WordForm};

/// Each two of so many parts are counted together.
const MOST_PAIRED: usize = 12;
/// The words of a phrase are looked for so near each other.
const NEAR: u32 = 10;

/// Why a query finds nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct NothingFound {
    /// Each part that must hold, with how many statements it finds alone.
    pub parts: Vec<(Query, usize)>,
    /// Each two of them, by their places in `parts`, with how many statements they find together; none when
    /// there are more than twelve.
    pub pairs: Vec<(usize, usize, usize)>,
    /// The query with one part changed that finds something, for each part by the smallest change that does;
    /// then the query with one part left out.
    pub nearest: Vec<(Query, usize)>,
}

impl StatementIndex {
    /// Looks into why `query` finds nothing.
    ///
    /// # Errors
    /// As [`StatementIndex::search_with`].
    pub fn nothing_found(&self, query: &Query, request: &Request) -> Result<NothingFound, SearchError> {
        let count = |query: &Query| self.matching(query, request);
        let mut parts = Vec::new();
        gather(query, &mut parts);
        let mut out = NothingFound { parts: Vec::new(), pairs: Vec::new(), nearest: Vec::new() };
        for part in &parts {
            out.parts.push((part.clone(), count(part)?));
        }
        if parts.len() <= MOST_PAIRED {
            for (one, first) in parts.iter().enumerate() {
                for (other, second) in parts.iter().enumerate().skip(one + 1) {
                    let both = Query::And(vec![first.clone(), second.clone()]);
                    out.pairs.push((one, other, count(&both)?));
                }
            }
        }
        for (at, part) in parts.iter().enumerate() {
            for other in looser(part) {
                let changed = replaced(&parts, at, Some(other));
                let found = count(&changed)?;
                if found > 0 {
                    out.nearest.push((changed, found));
                    break;
                }
            }
        }
        // Of two parts, what is left without one is counted alone already.
        for at in (0..parts.len()).filter(|_| parts.len() > 2) {
            let changed = replaced(&parts, at, None);
            let found = count(&changed)?;
            if found > 0 {
                out.nearest.push((changed, found));
            }
        }
        Ok(out)
    }
}

/// The parts of `query` that must all hold.
fn gather(query: &Query, parts: &mut Vec<Query>) {
    match query {
        Query::And(inner) => inner.iter().for_each(|part| gather(part, parts)),
        part => parts.push(part.clone()),
    }
}

/// What asks for a little less than `part`, the smallest change first.
fn looser(part: &Query) -> Vec<Query> {
    match part {
        Query::Is(field, values) => wider(*field, values),
        Query::Text(scope, text) => {
            let mut out: Vec<Query> = looser_texts(text).into_iter().map(|text| Query::Text(*scope, text)).collect();
            if *scope == Scope::Lead {
                out.push(Query::Text(Scope::Anywhere, text.clone()));
            }
            out
        }
        _ => Vec::new(),
    }
}

/// The same values in a wider role; the words of a name anywhere in the text.
fn wider(field: Field, values: &[Value]) -> Vec<Query> {
    let wider: &[Field] = match field {
        Field::Signatory => &[Field::Represented, Field::Speaker, Field::Mention, Field::Country],
        Field::Represented | Field::Nonsignatory | Field::Speaker | Field::Target => &[Field::Mention, Field::Country],
        Field::Mention => &[Field::Country],
        _ => &[],
    };
    let fits = |field: &&Field| values.iter().all(|value| value.fits(**field));
    let roles = wider.iter().filter(fits).map(|field| Query::Is(*field, values.to_vec()));
    let words = match values {
        [Value::Words(words) | Value::Persons { words, .. } | Value::Office { words, .. }] => Some(words),
        _ => None,
    };
    let text = words.map(|words| Query::Text(Scope::Anywhere, phrase(words.split_whitespace().map(Word::stem))));
    roles.chain(text).collect()
}

fn phrase(words: impl Iterator<Item = Word>) -> Text {
    let mut words: Vec<Word> = words.collect();
    if words.len() == 1 { Text::Word(words.remove(0)) } else { Text::Phrase(words) }
}

/// Words by their stem or with a slip of the pen, phrases taken apart, distances made longer.
fn looser_texts(text: &Text) -> Vec<Text> {
    let form = |word: &Word, form| Text::Word(Word { text: word.text.clone(), form });
    match text {
        Text::Word(word) if word.form == WordForm::Exact => vec![form(word, WordForm::Stem)],
        Text::Word(word) if word.form == WordForm::Stem && word.text.chars().count() > 3 => {
            vec![form(word, WordForm::Fuzzy(1)), form(word, WordForm::Fuzzy(2))]
        }
        Text::Phrase(words) => {
            let by_stem = || {
                words.iter().map(|word| match word.form {
                    WordForm::Exact => Word::stem(word.text.clone()),
                    _ => word.clone(),
                })
            };
            let is_exact = words.iter().any(|word| word.form == WordForm::Exact);
            let stems = is_exact.then(|| Text::Phrase(by_stem().collect()));
            let near = |within| {
                let apart = by_stem().map(Text::Word);
                apart.reduce(|left, right| near(left, right, within))
            };
            stems.into_iter().chain(near(Within::Words(NEAR))).chain(near(Within::Paragraph)).collect()
        }
        Text::Near(pair) if pair.sense == Sense::Near => {
            let wider = |within| near(pair.left.clone(), pair.right.clone(), within);
            match pair.within {
                Within::Words(_) => vec![wider(pair.within), wider(Within::Sentence), wider(Within::Paragraph)],
                Within::Sentence => vec![wider(Within::Paragraph)],
                Within::Paragraph => Vec::new(),
            }
        }
        Text::AtLeast(_, inner) => vec![(**inner).clone()],
        _ => Vec::new(),
    }
}

fn near(left: Text, right: Text, within: Within) -> Text {
    Text::Near(Box::new(Near { left, right, within, order: Order::Either, sense: Sense::Near }))
}

/// `parts` with the one at `at` replaced, or left out.
fn replaced(parts: &[Query], at: usize, other: Option<Query>) -> Query {
    let mut parts = parts.to_vec();
    match other {
        Some(other) => parts[at] = other,
        None => {
            parts.remove(at);
        }
    }
    if parts.len() == 1 { parts.remove(0) } else { Query::And(parts) }
}
