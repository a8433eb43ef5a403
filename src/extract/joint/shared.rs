//! Whether a statement that was taken for joint has two or more behind it, and what it is otherwise.

use super::confidence::wording;
use super::draft::{Draft, Group};
use crate::knowledge::{OrganisationKind, Organisations};
use crate::statement::Utterance;

impl Draft {
    /// Whether at least two stand behind it, named, counted or meant by a word like "joint".
    #[must_use]
    pub fn is_shared(&self, organisations: &Organisations) -> bool {
        let forum = |group: &Group| {
            group.one_by_one || organisations.get(&group.id).is_some_and(|row| row.kind == OrganisationKind::Forum)
        };
        let alone = self.stated.len() == 1 && self.groups.is_empty();
        // "Two Japanese officials" are of one state.
        let counted = self.count.is_some_and(|(count, _)| count > 1) && (!alone || self.including);
        self.shared
            || counted
            || self.open.is_some()
            || self.out_of.is_some()
            || self.partial
            || self.collective && !alone
            || self.stated.len() + self.groups.len() > 1
            || self.groups.iter().any(forum)
            || !self.refused.is_empty()
    }

    /// The statements of one party each that it turns out to be.
    pub fn part(self) -> impl Iterator<Item = Self> {
        let told = |utterance: &Utterance| {
            utterance.source.is_some() || (utterance.confidence - wording().confidence()).abs() > f32::EPSILON
        };
        self.utterances.into_iter().filter(told).map(Self::single)
    }
}
