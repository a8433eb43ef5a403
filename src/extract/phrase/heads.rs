//! Nouns that head a noun phrase of parties: "ministers", "states", "the group".

use super::reader::{PhraseReader, Step};
use crate::extract::reading::PieceKind;
use crate::knowledge::{Classes, Party};
use crate::text::Span;

impl PhraseReader<'_, '_> {
    pub(super) fn head(&mut self, word: &str) -> Step {
        let words = self.words;
        let at = self.at;
        if words.is_one_of(self.at, words.table.apart) {
            self.state.list.apart = true;
        }
        let item = &mut self.state.item;
        item.counts_states |= words.is_one_of(self.at, words.table.others);
        // "Ten former communist countries": states are never former.
        item.unofficial &= !item.counts_states;
        // "The Anglo-Dutch group": a company.
        let country = |(party, _): &(Party, Span)| matches!(party, Party::Country(_));
        if words.is_one_of(at, words.table.group) && item.pending.iter().any(country) && !self.state.list.all {
            item.unofficial = true;
            item.pending.clear();
        }
        // "U.S. states": parts of one state.
        // "Four leagues, those of Chad and Niger": the states of what signs for none.
        item.unofficial |=
            word == "those" && self.state.list.unofficial.is_some() && self.state.list.parties.is_empty();
        let parts = words.is_one_of(at, words.table.others)
            && words.classes(at).any(Classes::VERB_OR_NOUN)
            && self.state.item.number.is_none()
            && !self.state.list.all;
        if parts && self.state.item.pending.iter().any(country) {
            self.state.item.unofficial = true;
            self.state.item.pending.clear();
        }
        if words.is_one_of(at, words.table.kin) {
            self.set_owners_apart();
        }
        let item = &mut self.state.item;
        let plural = word.ends_with('s') || words.is_one_of(self.at, words.table.group);
        if plural && !item.unofficial {
            self.state.list.collective = self.state.list.collective.or(Some(words.pieces[at].span));
        }
        self.state.state_head(at);
        if words.is_one_of(self.at, words.table.group) {
            self.group();
        }
        Step::On(at + 1)
    }

    /// "all members of the group": the group named last.
    pub(super) fn group(&mut self) {
        let at = self.at;
        let named = self.state.list.parties.len() > self.state.item.before;
        let part = self.state.list.all || self.state.list.some.is_some() || self.state.list.out_of.is_some();
        if named || !part || !self.state.list.parties.is_empty() {
            return;
        }
        let span = self.words.pieces[at].span;
        if let Some(id) = self.words.reading.organisation_before(span.start) {
            self.state.list.add(Party::Organisation(id), span);
        }
    }

    /// "Chad's allies", "Chad and Niger's NATO allies": the owners are none of them.
    fn set_owners_apart(&mut self) {
        let words = self.words;
        let at = self.at;
        let owns = |span: Span| words.kind(words.piece_from(span.end)) == Some(PieceKind::Possessive);
        let item = &mut self.state.item;
        let before = item.pending.len();
        item.pending.retain(|(_, span)| !owns(*span));
        // "Smith and his allies"
        let own = (at.saturating_sub(3)..at).any(|at| matches!(words.lower(at).as_ref(), "his" | "her"));
        item.unofficial |= own;
        let shared = item.pending.len() < before && item.joined && self.state.list.collective.is_none();
        if shared {
            let state = |(party, _): &(Party, Span)| matches!(party, Party::Country(_));
            self.state.list.parties.retain(|party| !state(party));
            self.state.item.before = self.state.list.parties.len();
        }
    }
}
