//! Says why a query finds nothing: how much each of its parts finds, and which small change would help.

use super::{Request, SearchError, StatementIndex};
use crate::query::{Field, Query};

/// So many parts are looked at; each costs a count, and each two of them.
const MOST_PARTS: usize = 6;

/// Why a query finds nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct NothingFound {
    /// Each part that must hold, with how many statements it finds alone.
    pub parts: Vec<(Query, usize)>,
    /// Each two of them, by their places in `parts`, with how many statements they find together.
    pub pairs: Vec<(usize, usize, usize)>,
    /// The query with one part changed or left out that finds something, those that find most first.
    pub nearest: Vec<(Query, usize)>,
}

impl StatementIndex {
    /// Looks into why `query` finds nothing.
    ///
    /// # Errors
    /// As [`StatementIndex::search_with`].
    pub fn nothing_found(&self, query: &Query, request: &Request) -> Result<NothingFound, SearchError> {
        let count = |query: &Query| self.matching(query, request);
        let parts: &[Query] = match query {
            Query::And(parts) if parts.len() <= MOST_PARTS => parts,
            query => std::slice::from_ref(query),
        };
        let mut out = NothingFound { parts: Vec::new(), pairs: Vec::new(), nearest: Vec::new() };
        for part in parts {
            out.parts.push((part.clone(), count(part)?));
        }
        if parts.len() > 2 {
            for (one, first) in parts.iter().enumerate() {
                for (other, second) in parts.iter().enumerate().skip(one + 1) {
                    let both = Query::And(vec![first.clone(), second.clone()]);
                    out.pairs.push((one, other, count(&both)?));
                }
            }
        }
        for (at, part) in parts.iter().enumerate() {
            let looser = looser(part).into_iter().map(Some);
            let without = (parts.len() > 2).then_some(None);
            for other in looser.chain(without) {
                let changed = replaced(parts, at, other);
                let found = count(&changed)?;
                if found > 0 {
                    out.nearest.push((changed, found));
                }
            }
        }
        out.nearest.sort_by_key(|(_, found)| std::cmp::Reverse(*found));
        Ok(out)
    }
}

/// The same values in a wider role.
fn looser(part: &Query) -> Vec<Query> {
    let Query::Is(field, values) = part else { return Vec::new() };
    let wider: &[Field] = match field {
        Field::Signatory => &[Field::Represented, Field::Speaker, Field::Mention, Field::Country],
        Field::Represented | Field::Nonsignatory | Field::Speaker | Field::Target => &[Field::Mention, Field::Country],
        Field::Mention => &[Field::Country],
        _ => &[],
    };
    let fits = |field: &&Field| values.iter().all(|value| value.fits(**field));
    wider.iter().filter(fits).map(|field| Query::Is(*field, values.clone())).collect()
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
