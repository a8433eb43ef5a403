//! The fields a query can name.

use std::fmt;

/// One field of the query language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A state that signed, stated or through a forum; an organisation that issued.
    Signatory,
    /// A state that signed or that an organisation which signed represents.
    Represented,
    /// A state said not to have signed.
    Nonsignatory,
    /// Who spoke: a country, an organisation, or words of a name or role.
    Speaker,
    /// Whom the words are directed at.
    Target,
    /// A country named in the words without another role.
    Mention,
    /// A country in any role, or in the article's focus.
    Country,
    /// Direct, mixed or indirect.
    Kind,
    /// Whether the statement is joint.
    Joint,
    /// The group or organisation that issued it.
    Issuer,
    /// The day of the statement.
    Date,
    /// What it does: urge, condemn, pledge.
    Act,
    /// What it is about.
    Topic,
    /// How sure it is that it was read rightly, from 0 to 1.
    Confidence,
    /// What could not be settled about it.
    Doubt,
    /// Who spoke or signed: a country, an organisation, or words of a name or role.
    Actor,
    /// An organisation named in the words, or that has any role.
    Org,
    /// Words of a place, in the statement or its article's dateline.
    Place,
    /// Words of a city in the dateline.
    Dateline,
    /// Words of the agency in the dateline.
    Agency,
    /// Words of the name of someone who reported or wrote the article.
    Byline,
    /// Words of the headline.
    Headline,
    /// Words of a section label above the article.
    Section,
    /// Words of the name of anyone the article credits, editors too.
    Credit,
}

/// Every name a field goes by, its own before its alias.
const NAMES: [(&str, Field); 27] = [
    ("signatory", Field::Signatory),
    ("represented", Field::Represented),
    ("nonsignatory", Field::Nonsignatory),
    ("speaker", Field::Speaker),
    ("from", Field::Speaker),
    ("target", Field::Target),
    ("to", Field::Target),
    ("mention", Field::Mention),
    ("country", Field::Country),
    ("kind", Field::Kind),
    ("joint", Field::Joint),
    ("issuer", Field::Issuer),
    ("date", Field::Date),
    ("act", Field::Act),
    ("topic", Field::Topic),
    ("about", Field::Topic),
    ("confidence", Field::Confidence),
    ("doubt", Field::Doubt),
    ("actor", Field::Actor),
    ("org", Field::Org),
    ("place", Field::Place),
    ("dateline", Field::Dateline),
    ("agency", Field::Agency),
    ("byline", Field::Byline),
    ("headline", Field::Headline),
    ("section", Field::Section),
    ("credit", Field::Credit),
];

impl Field {
    /// The field with `name` or with that alias, in any case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, field)| *field)
    }

    /// The field's name or alias that is most like `name`, when one is.
    pub(super) fn nearest(name: &str) -> Option<&'static str> {
        // Comparing takes time in proportion to the length, and no slip makes a name this long.
        if name.len() > 32 {
            return None;
        }
        let name = name.to_lowercase();
        NAMES
            .iter()
            .map(|(known, _)| (strsim::jaro_winkler(known, &name), *known))
            .filter(|(score, _)| *score > 0.75)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, known)| known)
    }

    /// Whether the field takes words and nothing else.
    pub(super) fn takes_words(self) -> bool {
        use Field::{Agency, Byline, Credit, Dateline, Headline, Place, Section};
        matches!(self, Place | Dateline | Agency | Byline | Headline | Section | Credit)
    }

    /// Every name, as a hint.
    pub(super) fn list() -> String {
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        format!("the fields are: {}", names.join(", "))
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, field)| field == self).map_or("", |(name, _)| *name);
        f.pad(name)
    }
}
