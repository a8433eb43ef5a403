//! Synthetic newswire for the benches: as much as is asked for, the same every time, nobody's text.
//!
//! Words are drawn by Zipf's law from a vocabulary of which the head is English and the tail made up,
//! set into sentences of wire prose with datelines, names, quotations and joint statements.

#![allow(dead_code, reason = "each bench uses a part")]

mod random;
mod templates;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, Weekday};

pub use random::Random;
use templates::Templates;

/// Articles in one file of [`Newswire::into_files`].
const ARTICLES_A_FILE: usize = 10_000;

/// One made-up article.
pub struct Story {
    /// Its number, from 0.
    pub number: usize,
    /// Its headline.
    pub headline: String,
    /// The day it was published.
    pub date: Date,
    /// The city of its dateline.
    pub city: String,
    /// Its paragraphs, without the dateline.
    pub paragraphs: Vec<String>,
}

impl Story {
    /// The article as a text file of the wire: headline, dateline, paragraphs.
    pub fn wire_text(&self) -> String {
        let mut out = format!("{}\n\n{}\n\n", self.headline, self.date.strftime("%B %-d, %Y"));
        let _ = write!(out, "{}, {} (Sample Wire) - ", self.city.to_uppercase(), self.date.strftime("%b %-d"));
        out.push_str(&self.paragraphs.join("\n\n"));
        out.push('\n');
        out
    }

    /// The article as an item of the tagged format that holds many in one file.
    pub fn sgml(&self) -> String {
        format!(
            "<REUTERS NEWID=\"{}\">\n<DATE>{} 12:00:00.00</DATE>\n<TEXT>\n<TITLE>{}</TITLE>\n<DATELINE>    {}, {} - \
             </DATELINE><BODY>{}\n</BODY></TEXT>\n</REUTERS>\n",
            self.number + 1,
            self.date.strftime("%d-%b-%Y").to_string().to_uppercase(),
            self.headline.to_uppercase(),
            self.city.to_uppercase(),
            self.date.strftime("%b %-d"),
            self.paragraphs.join("\n    ")
        )
    }
}

/// A stream of made-up articles, from 1990 to 2024.
pub struct Newswire {
    templates: Templates,
    random: Random,
    number: usize,
    articles: usize,
}

impl Newswire {
    /// So many articles; the first ones of two streams are the same.
    pub fn of(articles: usize) -> Self {
        Self { templates: Templates::read(), random: Random::new(7), number: 0, articles }
    }

    /// Writes all of it below `directory`, many articles to a file; the files, in order.
    pub fn into_files(self, directory: &Path) -> Vec<PathBuf> {
        let mut out: Vec<PathBuf> = Vec::new();
        let mut file = None;
        for story in self {
            if story.number % ARTICLES_A_FILE == 0 {
                let path = directory.join(format!("wire-{:04}.sgm", out.len()));
                file = Some(std::io::BufWriter::new(fs_err::File::create(&path).expect("a file is made")));
                out.push(path);
            }
            let file = file.as_mut().expect("a file is open");
            file.write_all(story.sgml().as_bytes()).expect("a file is written");
        }
        out
    }
}

impl Iterator for Newswire {
    type Item = Story;

    fn next(&mut self) -> Option<Story> {
        if self.number == self.articles {
            return None;
        }
        let number = self.number;
        self.number += 1;
        let random = &mut self.random;
        let date = Date::constant(1990, 1, 1) + jiff::Span::new().days(i64::from(random.below(12_783)));
        let cast = self.templates.cast(random, weekday(date.weekday()));
        let headline = capitalised(&self.templates.headline(random, &cast));
        let mut paragraphs = vec![capitalised(&self.templates.lead(random, &cast))];
        for _ in 0..3 + random.below(7) {
            paragraphs.push(capitalised(&self.templates.paragraph(random, &cast)));
        }
        Some(Story { number, headline, date, city: cast.capital.clone(), paragraphs })
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn capitalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut opens = true;
    for c in text.chars() {
        if opens && c.is_alphabetic() {
            out.extend(c.to_uppercase());
            opens = false;
        } else {
            out.push(c);
        }
        opens |= c == '.';
    }
    out
}
