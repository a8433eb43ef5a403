//! Decides whether a word that may be a verb is one.

use crate::knowledge::{Classes, Cues, Takes};

use super::closed_tagger::opens_noun;
use super::word::{Tag, Word};

/// Words to look back for the head of the subject that a verb agrees with.
const LOOK_BACK: usize = 6;

/// A word and all that decides about it.
pub(super) struct Place<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub at: usize,
    pub previous: Option<Tag>,
    pub cues: &'a Cues,
}

/// A verb form, or a noun or adjective that looks like one.
pub(super) fn verb_tag(place: &Place) -> Tag {
    let classes = place.classes();
    let form = form(classes);
    let before = |back: usize| place.at.checked_sub(back).map(|at| place.words[at].tag);
    let surely_verb = !classes.any(Classes::VERB_OR_NOUN);
    match place.previous {
        Some(Tag::Auxiliary) if form == Tag::Verb && !place.can_follow_helper() => {
            return if classes.any(Classes::ADVERB) { Tag::Adverb } else { Tag::Adjective };
        }
        Some(Tag::Auxiliary) if place.names_after_be(place.at - 1) => return Tag::Noun,
        Some(Tag::Adverb) if place.at >= 2 && place.names_after_be(place.at - 2) => return Tag::Noun,
        Some(Tag::To | Tag::Auxiliary | Tag::Pronoun) => return form,
        Some(Tag::Adverb) if matches!(before(2), Some(Tag::Auxiliary | Tag::To)) => return form,
        Some(Tag::Adverb) if matches!(before(2), Some(Tag::Determiner | Tag::Possessive | Tag::Genitive)) => {
            return place.nominal(form);
        }
        Some(Tag::Number) if surely_verb && place.counts_people() => return form,
        Some(Tag::Number) if surely_verb => {
            return if form == Tag::Past && opens_noun(place.words, place.at + 1) { Tag::Adjective } else { form };
        }
        Some(Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number) => {
            return place.nominal(form);
        }
        Some(Tag::Preposition) if form != Tag::Ing => return place.nominal(form),
        _ => {}
    }
    if form == Tag::Past || form == Tag::Ing || surely_verb {
        return form;
    }
    if place.is_verb_by_agreement() { form } else { Tag::Noun }
}

fn form(classes: Classes) -> Tag {
    if classes.any(Classes::ING) {
        Tag::Ing
    } else if classes.any(Classes::PAST.or(Classes::PARTICIPLE)) && !classes.any(Classes::BASE) || classes.is_empty() {
        Tag::Past
    } else {
        Tag::Verb
    }
}

impl Place<'_> {
    fn classes(&self) -> Classes {
        self.words[self.at].entry.classes
    }

    fn next(&self) -> Classes {
        self.words.get(self.at + 1).map_or(Classes::default(), |word| word.entry.classes)
    }

    /// "has long been", "is close to": after "have" and "be" no base form is a verb.
    fn can_follow_helper(&self) -> bool {
        let describes = Classes::ADVERB.or(Classes::ADJECTIVE);
        let helper = self.words[self.at - 1].entry.classes;
        !self.classes().any(describes)
            || self.classes().any(Classes::PARTICIPLE)
            || !helper.any(Classes::HAVE.or(Classes::BE))
    }

    /// "these are also states": after a form of "be" at `helper`, whether the word can only be a noun.
    fn names_after_be(&self, helper: usize) -> bool {
        let classes = self.classes();
        self.words[helper].entry.classes.any(Classes::BE)
            && classes.any(Classes::THIRD)
            && classes.any(Classes::VERB_OR_NOUN)
            && !classes.any(Classes::PARTICIPLE)
    }

    /// "4 in 10 said", "60% said": the number stands for people and the verb takes a clause.
    fn counts_people(&self) -> bool {
        let share = self.words[self.at - 1].span.of(self.text) == "%"
            || self.at >= 2 && self.words[self.at - 2].tag == Tag::Preposition;
        share && self.cues.verbs(self.words[self.at].entry).iter().any(|cue| cue.takes.any(Takes::BARE))
    }

    /// What a verb form is inside a noun phrase.
    fn nominal(&self, form: Tag) -> Tag {
        let describes = matches!(form, Tag::Past | Tag::Ing) && opens_noun(self.words, self.at + 1);
        if describes { Tag::Adjective } else { Tag::Noun }
    }

    /// For a word as often a noun: whether its form agrees with what stands before it, and what
    /// follows could be its object.
    fn is_verb_by_agreement(&self) -> bool {
        let third = self.classes().any(Classes::THIRD);
        let past = self.classes().any(Classes::PAST);
        // "FEC reports show": the next word is the verb.
        let next = self.next();
        let verb_next = next.any(Classes::BASE.or(Classes::PAST).or(Classes::AUXILIARY))
            && !next.any(Classes::ADJECTIVE.or(Classes::DETERMINER))
            && !self.own_preposition_follows();
        if verb_next && !matches!(self.previous, Some(Tag::Relative | Tag::Adverb)) {
            return false;
        }
        if self.relative_follows() {
            return false;
        }
        let object = self.object_follows() || self.next_is_name() && self.previous == Some(Tag::Noun);
        let ends = self.words.get(self.at + 1).is_none_or(|word| matches!(word.tag, Tag::Comma | Tag::Stop));
        match self.previous {
            // "whose campaign"
            Some(Tag::Relative) => !self.words[self.at - 1].entry.classes.any(Classes::POSSESSIVE),
            Some(Tag::Name | Tag::Noun | Tag::Close | Tag::Time) => {
                let agrees = past || third != self.plural_before() || third && self.previous == Some(Tag::Name);
                let named = self.previous == Some(Tag::Name) && !self.preposition_follows() && !ends;
                let aside = self.between_commas();
                if agrees { object || named || aside } else { object && self.behind_preposition() }
            }
            Some(Tag::Coordinator | Tag::Comma) if third => object || self.next_is_name(),
            Some(Tag::Coordinator | Tag::Comma) => object && self.previous == Some(Tag::Coordinator),
            Some(Tag::Adverb) => object || self.after_adverb(),
            _ => false,
        }
    }

    /// Whether what follows can be the object or content of a verb.
    fn object_follows(&self) -> bool {
        let opens = self.next().any(
            Classes::DETERMINER
                .or(Classes::POSSESSIVE)
                .or(Classes::SUBJECT_PRONOUN)
                .or(Classes::OBJECT_PRONOUN)
                .or(Classes::PRONOUN)
                .or(Classes::INTERROGATIVE),
        );
        opens && self.suits_clause()
            || self.next().any(Classes::ING.or(Classes::PARTITIVE))
            || self.words.get(self.at + 1).is_some_and(|word| word.tag == Tag::Number)
            || self.quote_follows()
            || self.infinitive_follows()
            || self.own_preposition_follows()
            || self.counted_follows()
            || self.told_follows()
    }

    /// "in the debate that he", "during a chat if she": whether the word's cue can have the clause that follows.
    fn suits_clause(&self) -> bool {
        let cues = self.cues.verbs(self.words[self.at].entry);
        let after = self.words.get(self.at + 2).map_or(Classes::default(), |word| word.entry.classes);
        let own = Classes::SUBJECT_PRONOUN.or(Classes::DETERMINER).or(Classes::POSSESSIVE);
        let takes = if self.next().any(Classes::THAT) { Takes::THAT } else { Takes::WH };
        let clause = self.next().any(Classes::THAT.or(Classes::INTERROGATIVE)) && after.any(own);
        !clause || cues.is_empty() || cues.iter().any(|cue| cue.takes.any(takes))
    }

    /// "shows only a few": an adverb and a determiner or number.
    fn counted_follows(&self) -> bool {
        let after = self.words.get(self.at + 2);
        let counted = after.is_some_and(|word| {
            word.tag == Tag::Number || word.entry.classes.any(Classes::DETERMINER.or(Classes::PARTITIVE))
        });
        let next = self.next();
        counted
            && next.any(Classes::ADVERB)
            && !next.any(Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::VERB))
    }

    /// "the ad urges voters": people after a verb that says who is told.
    fn told_follows(&self) -> bool {
        let next = self.next();
        let tells = self.cues.verbs(self.words[self.at].entry).iter().any(|cue| cue.takes.any(Takes::RECIPIENT));
        tells && next.any(Classes::NOUN) && !next.any(Classes::VERB)
    }

    /// "states that will vote": "that" is the subject of the verb after it.
    fn relative_follows(&self) -> bool {
        let after = self.words.get(self.at + 2).map_or(Classes::default(), |word| word.entry.classes);
        let small = self.words.get(self.at + 2).is_some_and(|word| !word.capital);
        let tensed = after.any(Classes::AUXILIARY.or(Classes::PAST)) && !after.any(Classes::VERB_OR_NOUN);
        // "Utah and Maine, states that vote".
        let plural =
            self.previous == Some(Tag::Comma) && self.classes().any(Classes::THIRD) && after.any(Classes::BASE);
        let verb = small && (tensed || plural);
        self.next().any(Classes::THAT) && verb
    }

    fn quote_follows(&self) -> bool {
        self.words.get(self.at + 1).is_some_and(|word| word.tag == Tag::Quote)
    }

    fn infinitive_follows(&self) -> bool {
        let to = self.words.get(self.at + 1).is_some_and(|word| word.span.of(self.text).eq_ignore_ascii_case("to"));
        to && self.words.get(self.at + 2).is_some_and(|word| word.entry.classes.any(Classes::BASE.or(Classes::BE)))
    }

    fn preposition_follows(&self) -> bool {
        self.next().any(Classes::PREPOSITION) && !self.own_preposition_follows()
    }

    /// Whether the next word is the one a cue of two words wants ("calls FOR").
    fn own_preposition_follows(&self) -> bool {
        let Some(next) = self.words.get(self.at + 1).map(|word| word.span.of(self.text)) else {
            return false;
        };
        let cues = self.cues.verbs(self.words[self.at].entry);
        cues.iter().any(|cue| cue.rest.first().is_some_and(|word| word.eq_ignore_ascii_case(next)))
            && !next.eq_ignore_ascii_case("of")
            && (self.previous != Some(Tag::Noun)
                || self.classes().any(Classes::PAST)
                || !self.classes().any(Classes::THIRD) && self.plural_before())
    }

    /// "Trump just calls": the noun before the adverb agrees.
    fn after_adverb(&self) -> bool {
        let Some(noun) = self.at.checked_sub(2).map(|at| self.words[at]) else {
            return false;
        };
        let third = self.classes().any(Classes::THIRD);
        matches!(noun.tag, Tag::Name | Tag::Pronoun) && third && !self.preposition_follows()
    }

    fn next_is_name(&self) -> bool {
        self.words.get(self.at + 1).is_some_and(|word| word.capital && word.tag == Tag::Noun)
    }

    /// ", records show,": a plural between commas and its verb.
    fn between_commas(&self) -> bool {
        let phrase = self.words[..self.at]
            .iter()
            .rev()
            .take(LOOK_BACK)
            .find(|word| !word.tag.in_noun_phrase() && !matches!(word.tag, Tag::Coordinator | Tag::Preposition));
        let opened = phrase.is_some_and(|word| matches!(word.tag, Tag::Comma | Tag::Quote));
        let closed = self.words.get(self.at + 1).is_none_or(|word| matches!(word.tag, Tag::Comma | Tag::Stop));
        opened && closed
    }

    fn plural_before(&self) -> bool {
        let Some(before) = self.at.checked_sub(1) else {
            return false;
        };
        let word = self.words[before];
        let spelled = word.span.of(self.text);
        let singular = ["ss", "is", "us"].iter().any(|ending| spelled.ends_with(ending));
        let plural = spelled.ends_with('s') && !singular && (word.tag == Tag::Noun || before == 0);
        let pair = before >= 2 && self.words[before - 1].tag == Tag::Coordinator;
        plural || pair || word.entry.classes.any(Classes::PLURAL) || word.tag == Tag::Pronoun
    }

    /// Whether the noun just before hangs on a preposition, so that an earlier one is the subject.
    fn behind_preposition(&self) -> bool {
        self.words[self.at.saturating_sub(LOOK_BACK)..self.at].iter().any(|word| word.tag == Tag::Preposition)
    }
}
