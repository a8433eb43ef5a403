//! The words and values an index holds, counted: what a query set is built from.

use tantivy::schema::Field as EngineField;

use super::party_term::RELATED;
use super::{IndexError, StatementIndex};
use crate::query::Field;

/// A word or value of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The word, stemmed, or the value's code.
    pub text: String,
    /// Statements that have it; replaced ones count until their segment is merged.
    pub statements: u64,
}

impl StatementIndex {
    /// Every word of the statements' text, in byte order.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn words(&self) -> Result<Vec<Counted>, IndexError> {
        self.terms(self.fields.text)
    }

    /// Every value of `field` that is a code (`signatory`, `target`, `issuer`, ...), in byte order.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn values(&self, field: Field) -> Result<Vec<Counted>, IndexError> {
        let field = match field {
            Field::Signatory => self.fields.signatory,
            Field::Target => self.fields.target,
            Field::Speaker => self.fields.speaker,
            Field::Country => self.fields.country,
            Field::Issuer => self.fields.issuer,
            _ => return Ok(Vec::new()),
        };
        let terms = self.terms(field)?;
        Ok(terms.into_iter().filter(|term| !term.text.contains(RELATED)).collect())
    }

    fn terms(&self, field: EngineField) -> Result<Vec<Counted>, IndexError> {
        let mut counts = std::collections::BTreeMap::<Vec<u8>, u64>::new();
        for reader in self.searcher().segment_readers() {
            let inverted = reader.inverted_index(field).map_err(|error| self.reading(&error))?;
            let unreadable = |source| IndexError::Io { path: self.path.clone(), source };
            let mut terms = inverted.terms().stream().map_err(unreadable)?;
            while let Some((term, found)) = terms.next() {
                match counts.get_mut(term) {
                    Some(count) => *count += u64::from(found.doc_freq),
                    None => drop(counts.insert(term.to_vec(), u64::from(found.doc_freq))),
                }
            }
        }
        let counted =
            |(term, statements): (Vec<u8>, u64)| Some(Counted { text: String::from_utf8(term).ok()?, statements });
        Ok(counts.into_iter().filter_map(counted).collect())
    }
}
