//! The sentences of synthetic newswire, and who acts in them.

use serde::Deserialize;

use super::Random;

/// Different words in all.
const VOCABULARY: usize = 60_000;

/// Sentences and names to fill them with.
#[derive(Deserialize)]
pub struct Templates {
    countries: Vec<String>,
    offices: Vec<String>,
    frequent: Vec<String>,
    headlines: Vec<String>,
    leads: Vec<String>,
    paragraphs: Vec<String>,
    #[serde(skip)]
    vocabulary: Vec<String>,
}

/// Who and where an article is about.
pub struct Cast {
    countries: [String; 3],
    pub capital: String,
    name: String,
    office: String,
    day: &'static str,
}

impl Templates {
    /// Reads the templates and makes up the vocabulary.
    pub fn read() -> Self {
        let mut out: Self = toml::from_str(include_str!("templates.toml")).expect("the templates are TOML");
        let mut random = Random::new(1);
        out.vocabulary = out.frequent.clone();
        while out.vocabulary.len() < VOCABULARY {
            out.vocabulary.push(made_up(&mut random));
        }
        out
    }

    /// Draws who and where an article is about.
    pub fn cast(&self, random: &mut Random, day: &'static str) -> Cast {
        let mut drawn: Vec<(&str, &str)> = Vec::new();
        while drawn.len() < 3 {
            let country = random.often_first(&self.countries).split_once('=').expect("a capital");
            if !drawn.contains(&country) {
                drawn.push(country);
            }
        }
        let word = |random: &mut Random| {
            let mut word = made_up(random);
            word[..1].make_ascii_uppercase();
            word
        };
        Cast {
            countries: [drawn[0].0.to_owned(), drawn[1].0.to_owned(), drawn[2].0.to_owned()],
            capital: drawn[0].1.to_owned(),
            name: format!("{} {}", word(random), word(random)),
            office: random.often_first(&self.offices).clone(),
            day,
        }
    }

    /// A headline.
    pub fn headline(&self, random: &mut Random, cast: &Cast) -> String {
        let template = random.any(&self.headlines);
        self.fill(random, template, cast, 5)
    }

    /// A first paragraph.
    pub fn lead(&self, random: &mut Random, cast: &Cast) -> String {
        let template = random.any(&self.leads);
        self.fill(random, template, cast, 16)
    }

    /// A paragraph behind the first.
    pub fn paragraph(&self, random: &mut Random, cast: &Cast) -> String {
        let template = random.any(&self.paragraphs);
        self.fill(random, template, cast, 14)
    }

    fn fill(&self, random: &mut Random, template: &str, cast: &Cast, length: u32) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, inside)) = rest.split_once('{') {
            out.push_str(before);
            let (slot, after) = inside.split_once('}').expect("a slot is closed");
            match slot {
                "a" => out.push_str(&cast.countries[0]),
                "b" => out.push_str(&cast.countries[1]),
                "c" => out.push_str(&cast.countries[2]),
                "capital" => out.push_str(&cast.capital),
                "office" => out.push_str(&cast.office),
                "name" => out.push_str(&cast.name),
                "day" => out.push_str(cast.day),
                "words" => self.prose(random, &mut out, length),
                slot => panic!("no slot is named {slot}"),
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn prose(&self, random: &mut Random, out: &mut String, length: u32) {
        for at in 0..length / 2 + random.below(length) {
            if at > 0 {
                out.push(' ');
            }
            let word: &String = random.often_first(&self.vocabulary);
            out.push_str(word);
        }
        out.push_str(if out.is_empty() { "talks" } else { "" });
    }
}

fn made_up(random: &mut Random) -> String {
    const OPEN: [&str; 20] =
        ["b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"];
    const MIDDLE: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    const CLOSE: [&str; 8] = ["", "", "n", "r", "l", "s", "t", "nd"];
    let mut out = String::new();
    for _ in 0..2 + random.below(3) {
        out.push_str(random.any::<&str>(&OPEN));
        out.push_str(random.any::<&str>(&MIDDLE));
        out.push_str(random.any::<&str>(&CLOSE));
    }
    out
}
