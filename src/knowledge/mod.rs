//! What we know of the world: countries, organisations, memberships, offices and reporting verbs.
//!
//! The facts are rows under `data/`; this module holds their types and loads them. Each table is
//! loaded when it is first asked for, so a search never builds what only ingest needs.

mod act;
mod acts;
mod ambiguity;
mod context;
mod country;
mod country_code;
mod cue;
mod cue_class;
mod cue_row;
mod cues;
mod focus_words;
mod holder_table;
mod inflection;
mod lexicon;
mod lookup;
mod name_entries;
mod office;
mod office_gap;
mod office_held;
mod organisation;
mod organisation_id;
mod party_names;
mod pattern;
mod period;
mod person_lookup;
mod phrases;
mod post;
mod reason;
mod recognised;
mod recogniser;
mod relations;
mod rows;
mod signing;
mod topics;
mod word_classes;
mod word_key;
mod word_table;
mod wordings;

pub use act::Act;
pub use acts::{ActPattern, ActPlace, ActRule, ActWords, Acts, Step};
pub use ambiguity::{Ambiguities, Ambiguity, Context, Example, Phrase};
pub use country::{Countries, Country, CountryKind, CountryName, NameUse};
pub use country_code::{CountryCode, NotACode};
pub use cue::{Cue, Takes};
pub use cue_class::CueClass;
pub use cue_row::{CueKind, CueRow};
pub use cues::{Cues, Entry};
pub use focus_words::{FocusUse, FocusWord, FocusWords};
pub use lexicon::{Known, Lexicon, Marks, WordList, WordSets};
pub use lookup::{Party, UnknownName};
pub use office::{OfficeHolder, OfficeTitle, Offices, Signs};
pub use office_gap::{NoHolder, OfficeGap};
pub use organisation::{
    IdInProse, Membership, Organisation, OrganisationKind, OrganisationName, OrganisationNameUse, Organisations,
    Standing,
};
pub use organisation_id::OrganisationId;
pub use pattern::{Element, Pattern};
pub use period::{Bound, DayRange, Holds, Period, days};
pub use person_lookup::Held;
pub use phrases::{ShapedWord, shaped_word_from, word_from};
pub use post::{Post, Role};
pub use reason::Reason;
pub use recognised::{Meaning, Recognised};
pub use recogniser::{NameFinder, Recogniser};
pub use relations::{Relation, RelationExample, RelationRule, Relations};
pub use signing::{Needs, Signing, SigningExample, SigningRole, SigningRule, SigningWords};
pub use topics::{NotATopicId, Says, Topic, TopicId, TopicRule, TopicWords, Topics};
pub use word_classes::Classes;
pub use word_table::WordId;
pub use wordings::{Spelling, Wordings};

use std::sync::{LazyLock, OnceLock};

/// The tables compiled into the program.
#[derive(Debug, Default)]
pub struct Knowledge {
    countries: OnceLock<Countries>,
    organisations: OnceLock<Organisations>,
    offices: OnceLock<Offices>,
    ambiguities: OnceLock<Ambiguities>,
    recogniser: OnceLock<Recogniser>,
    cues: OnceLock<Cues>,
    signing: OnceLock<Signing>,
    relations: OnceLock<Relations>,
    lexicon: OnceLock<Lexicon>,
    acts: OnceLock<Acts>,
    topics: OnceLock<Topics>,
    topic_words: OnceLock<TopicWords>,
    focus_words: OnceLock<FocusWords>,
    wordings: OnceLock<Wordings>,
    party_names: party_names::PartyNames,
}

impl Knowledge {
    /// The tables every part of the program shares.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Knowledge> = LazyLock::new(Knowledge::default);
        &BUILT_IN
    }

    /// Countries and their names.
    pub fn countries(&self) -> &Countries {
        self.countries.get_or_init(Countries::load)
    }

    /// Organisations, their names and members.
    pub fn organisations(&self) -> &Organisations {
        self.organisations.get_or_init(Organisations::load)
    }

    /// Offices, their titles and holders.
    pub fn offices(&self) -> &Offices {
        self.offices.get_or_init(Offices::load)
    }

    /// Rules for ambiguous names.
    pub fn ambiguities(&self) -> &Ambiguities {
        self.ambiguities.get_or_init(Ambiguities::load)
    }

    /// What finds names in running text. Only extraction needs it.
    pub fn recogniser(&self) -> &Recogniser {
        self.recogniser.get_or_init(|| Recogniser::build(self))
    }

    /// Reporting verbs and the other words attribution reads.
    pub fn cues(&self) -> &Cues {
        self.cues.get_or_init(Cues::load)
    }

    /// How newswire says who signed.
    pub fn signing(&self) -> &Signing {
        self.signing.get_or_init(Signing::load)
    }

    /// The words that direct a statement at somebody.
    pub fn relations(&self) -> &Relations {
        self.relations.get_or_init(Relations::load)
    }

    /// The words that show what a statement does. Only extraction needs them.
    pub fn acts(&self) -> &Acts {
        self.acts.get_or_init(Acts::load)
    }

    /// What all those say of each word. Only extraction needs it.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| {
            Lexicon::build(self.cues(), self.signing(), self.relations(), self.acts(), self.topic_words())
        })
    }

    /// Different wordings of one word or name.
    pub fn wordings(&self) -> &Wordings {
        self.wordings.get_or_init(Wordings::load)
    }

    /// The topics an article can be about.
    pub fn topics(&self) -> &Topics {
        self.topics.get_or_init(Topics::load)
    }

    /// The words that speak of a topic.
    pub fn topic_words(&self) -> &TopicWords {
        self.topic_words.get_or_init(TopicWords::load)
    }

    /// Words that speak of a country without naming it.
    pub fn focus_words(&self) -> &FocusWords {
        self.focus_words.get_or_init(FocusWords::load)
    }
}
