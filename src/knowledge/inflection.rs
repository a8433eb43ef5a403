//! The five forms of an English verb, from its base form.

use std::collections::{HashMap, HashSet};

use super::Classes;

/// Irregular verbs: base, past and, where it differs, participle.
const IRREGULAR: &str = include_str!("data/irregular_verbs.txt");
/// Verbs that double their last letter.
const DOUBLING: &str = include_str!("data/doubling_verbs.txt");

/// Knows the verbs that do not inflect by rule.
pub struct Inflection {
    irregular: HashMap<&'static str, (&'static str, &'static str)>,
    doubling: HashSet<&'static str>,
}

impl Inflection {
    /// Reads the lists of exceptions.
    #[must_use]
    pub fn load() -> Self {
        let irregular = IRREGULAR.lines().filter_map(|line| {
            let mut words = line.split(' ');
            let (base, past) = (words.next()?, words.next()?);
            Some((base, (past, words.next().unwrap_or(past))))
        });
        Self { irregular: irregular.collect(), doubling: DOUBLING.split_whitespace().collect() }
    }

    /// Every form of `base`, each with its class.
    #[must_use]
    pub fn forms(&self, base: &str) -> Vec<(String, Classes)> {
        let mut forms = vec![
            (base.to_owned(), Classes::BASE),
            (third(base), Classes::THIRD),
            (self.with_ending(base, "ing"), Classes::ING),
        ];
        match self.irregular.get(base) {
            Some(&(past, participle)) if past == participle => {
                forms.push((past.to_owned(), Classes::PAST.or(Classes::PARTICIPLE)));
            }
            Some(&(past, participle)) => {
                forms.push((past.to_owned(), Classes::PAST));
                forms.push((participle.to_owned(), Classes::PARTICIPLE));
            }
            None => forms.push((self.with_ending(base, "ed"), Classes::PAST.or(Classes::PARTICIPLE))),
        }
        forms
    }

    /// The past tense of `base`.
    #[must_use]
    pub fn past(&self, base: &str) -> String {
        match self.irregular.get(base) {
            Some(&(past, _)) => past.to_owned(),
            None => self.with_ending(base, "ed"),
        }
    }

    fn with_ending(&self, base: &str, ending: &str) -> String {
        if let Some(stem) = base.strip_suffix("ie").filter(|_| ending == "ing") {
            return format!("{stem}ying");
        }
        if let Some(stem) = base.strip_suffix('y').filter(|stem| ending == "ed" && ends_in_consonant(stem)) {
            return format!("{stem}ied");
        }
        if let Some(stem) = base.strip_suffix('e').filter(|stem| ending == "ed" || drops_e(stem)) {
            return format!("{stem}{ending}");
        }
        if base.ends_with('c') {
            return format!("{base}k{ending}");
        }
        if self.doubling.contains(base) {
            let last = &base[base.len() - 1..];
            return format!("{base}{last}{ending}");
        }
        format!("{base}{ending}")
    }
}

fn third(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        return format!("{stem}ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| base.ends_with(ending));
    if sibilant { format!("{base}es") } else { format!("{base}s") }
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.ends_with(|c: char| c.is_ascii_lowercase() && !"aeiou".contains(c))
}

/// "see" and "be" keep their e before -ing.
fn drops_e(stem: &str) -> bool {
    stem.len() > 1 && !stem.ends_with(['e', 'o', 'y'])
}
