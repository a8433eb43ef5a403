//! The countries and organisations the words of a statement name.

use super::draft::Draft;
use crate::extract::reading::Reading;
use crate::knowledge::{CountryCode, NameUse, OrganisationId};

impl Draft {
    /// Organisations named in its words or as their source, in text order.
    pub(super) fn organisations(&self, reading: &Reading<'_>) -> Vec<OrganisationId> {
        let mut out: Vec<OrganisationId> = Vec::new();
        for span in self.utterances.iter().flat_map(|utterance| utterance.source.iter().chain(&utterance.content)) {
            for name in reading.names_in(*span) {
                if let Some((id, _)) = reading.names[name].organisation().filter(|(id, _)| !out.contains(id)) {
                    out.push(id.clone());
                }
            }
        }
        out
    }

    /// Countries named in its words that have no role, in text order.
    pub(super) fn mentions(&self, reading: &Reading<'_>, has_role: impl Fn(CountryCode) -> bool) -> Vec<CountryCode> {
        let mut out: Vec<CountryCode> = Vec::new();
        for span in self.utterances.iter().flat_map(|utterance| &utterance.content) {
            for name in reading.names_in(*span) {
                let Some((code, kind)) = reading.names[name].country() else { continue };
                if kind != NameUse::City && !has_role(code) && !out.contains(&code) {
                    out.push(code);
                }
            }
        }
        out
    }
}
