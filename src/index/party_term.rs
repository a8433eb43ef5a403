//! How countries and organisations stand in the fields that hold both.

use crate::knowledge::{CountryCode, Party};
use crate::statement::Relation;

/// Stands before the id of an organisation that is also a country's code.
pub(super) const ORGANISATION: &str = "org:";

/// The term of `party` in fields that hold countries and organisations.
pub(super) fn party_term(party: &Party) -> String {
    match party {
        Party::Organisation(id) if id.as_str().parse::<CountryCode>().is_ok() => format!("{ORGANISATION}{id}"),
        party => party.to_string(),
    }
}

/// Stands between a relation and the party in it, in the field of targets.
pub(super) const RELATED: char = '/';

/// The term of `party` as a target in `relation`.
pub(super) fn related_term(relation: Relation, party: &Party) -> String {
    format!("{}{RELATED}{}", relation.as_str(), party_term(party))
}
