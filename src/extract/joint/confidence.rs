//! How sure a statement is: its weakest utterance, and how surely the article tells whose it is.

use crate::extract::evidence::{Evidence, Odds};
use crate::extract::reading::Reading;
use crate::statement::{Doubt, Speaker, Statement};

/// How sure it is that `statement` was said, by its parties, from 0 to 1; `doubts` are those about its
/// signatories.
pub(super) fn confidence(reading: &Reading<'_>, statement: &Statement, doubts: &[Doubt]) -> f32 {
    let weakest = statement.utterances.iter().map(|utterance| utterance.confidence).reduce(f32::min);
    // Who refused to sign is told without any words of the text.
    let told = weakest.map_or_else(wording, Odds::of);
    let spoken = statement.speakers.first().filter(|_| !statement.joint);
    let role = spoken.and_then(|speaker| speaker.role).map(|_| Evidence::Role);
    let known = spoken.and_then(|speaker| of_speaker(reading, speaker));
    let signed = if statement.signatories.iter().any(|row| row.via.is_none()) {
        Some(Evidence::SignedByName)
    } else {
        statement.signatories.first().map(|_| Evidence::SignedByGroup)
    };
    let again = (statement.utterances.len() > 1).then_some(Evidence::ToldAgain);
    let doubted = (!doubts.is_empty()).then_some(Evidence::Doubted);
    told.with([role, known, signed, again, doubted].into_iter().flatten()).confidence()
}

/// The odds of words that no verb reports.
pub(super) fn wording() -> Odds {
    [Evidence::Found, Evidence::Speech, Evidence::Wording].into_iter().collect()
}

/// Whether the article leads from the words for a speaker to a name.
fn of_speaker(reading: &Reading<'_>, speaker: &Speaker) -> Option<Evidence> {
    if !speaker.evidence.contains(speaker.name) {
        return Some(Evidence::Resolved);
    }
    let named = reading.words(speaker.name).contains(char::is_uppercase);
    (!named).then_some(Evidence::Unresolved)
}
