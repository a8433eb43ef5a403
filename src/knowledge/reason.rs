//! Why a typed name means a party: the rows of the tables that say so.

use super::party_names::{is_same, normal};
use super::{Countries, Knowledge, NameUse, Organisations, Party, Period};

/// One row by which a name means a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason<'k> {
    /// What kind of name of a country it is; `None` for an organisation's.
    pub kind: Option<NameUse>,
    /// When the name means the party.
    pub period: Period,
    /// Where the row comes from.
    pub source: &'k str,
}

impl Knowledge {
    /// Every row by which `name` means `party`.
    #[must_use]
    pub fn why(&self, party: &Party, name: &str) -> Vec<Reason<'_>> {
        let wanted = normal(name);
        let is = |row: &str| is_same(row, &wanted);
        let mut out = Vec::new();
        match party {
            Party::Country(code) => {
                let Some(row) = self.countries().get(*code) else { return out };
                let reason = |kind| Reason { kind: Some(kind), period: row.period, source: row.source };
                if is(row.code.as_str()) || is(row.alpha3) {
                    out.push(reason(NameUse::Code));
                }
                if is(row.name) || is(row.official) {
                    out.push(reason(NameUse::Spelling));
                }
                let names = Countries::names_called(&wanted).filter(|row| row.code == *code);
                out.extend(names.filter(|row| row.kind != NameUse::City).map(|row| Reason {
                    kind: Some(row.kind),
                    period: Period { from: row.from, until: row.until },
                    source: row.source,
                }));
            }
            Party::Organisation(id) => {
                let Some(row) = self.organisations().get(id) else { return out };
                if is(row.id.as_str()) || is(row.name) {
                    out.push(Reason { kind: None, period: row.period, source: row.source });
                }
                let names = Organisations::names_called(&wanted).filter(|row| row.id == id.as_str());
                out.extend(names.map(|row| Reason {
                    kind: None,
                    period: Period { from: row.from, until: row.until },
                    source: row.source,
                }));
            }
        }
        out
    }
}
