//! Whether parties that are named later can be those of a statement.

use super::draft::Draft;
use crate::extract::phrase::PartyList;
use crate::knowledge::Party;

impl Draft {
    /// Whether `party` signs this statement by its own name.
    #[must_use]
    pub fn has(&self, party: &Party) -> bool {
        match party {
            Party::Country(code) => self.stated.iter().any(|(known, _)| known == code),
            Party::Organisation(id) => self.groups.iter().any(|group| group.id == *id),
        }
    }

    /// Whether every party of `list` already signs this statement.
    #[must_use]
    pub fn has_all(&self, list: &PartyList) -> bool {
        list.parties.iter().all(|(party, _)| self.has(party))
    }

    /// Whether any party of `list` signs this statement.
    #[must_use]
    pub fn overlaps(&self, list: &PartyList) -> bool {
        list.parties.iter().any(|(party, _)| self.has(party))
    }

    /// Whether its parties and those of `list` can be of one statement: neither names others than the other.
    #[must_use]
    pub fn may_be_of(&self, list: &PartyList) -> bool {
        let named = |party: &Party| list.parties.iter().any(|(known, _)| known == party);
        let states = self.stated.iter().all(|(code, _)| named(&Party::Country(*code)));
        let groups = self.groups.iter().all(|group| named(&Party::Organisation(group.id.clone())));
        states && groups || self.has_all(list)
    }

    /// Whether any party signs it.
    #[must_use]
    pub fn has_parties(&self) -> bool {
        !self.stated.is_empty() || !self.groups.is_empty()
    }

    /// Whether the number of parties `list` gives can be this statement's.
    #[must_use]
    pub fn accepts(&self, list: &PartyList) -> bool {
        let Some((count, _)) = list.count else { return true };
        !self.groups.is_empty()
            || self.open.is_some()
            || self.stated.is_empty()
            || usize::try_from(count).is_ok_and(|count| count == self.stated.len())
    }
}
