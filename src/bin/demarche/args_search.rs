//! The arguments of `demarche search`.

use clap::{Args as ClapArgs, ValueEnum};
use demarche::index::{Facet, StatementId};
use jiff::civil::Date;

use crate::args::AskedIndex;

#[derive(Debug, ClapArgs)]
#[command(after_help = SEARCH_HELP)]
pub struct Search {
    /// What to find; several words are joined by spaces
    #[arg(required = true, value_name = "QUERY")]
    pub query: Vec<String>,
    #[command(flatten)]
    pub asked: AskedIndex,
    /// At most so many hits [default: all; 10 for reading on a terminal]
    #[arg(short = 'n', value_name = "N")]
    pub limit: Option<usize>,
    /// The page of N hits to print, from 1; without -n a page has 10
    #[arg(long, value_name = "PAGE", value_parser = clap::value_parser!(u32).range(1..))]
    pub page: Option<u32>,
    /// Print the hits behind the one with this id, in the order asked for
    #[arg(long, value_name = "ID", conflicts_with = "page", value_parser = statement_id)]
    pub after: Option<StatementId>,
    /// In which order
    #[arg(long, value_enum, default_value_t = SortBy::Relevance)]
    pub sort: SortBy,
    /// What a hit is
    #[arg(long, value_enum, default_value_t = Hits::Statement)]
    pub hits: Hits,
    /// Print and count every near-identical copy as a hit of its own
    #[arg(long)]
    pub copies: bool,
    /// How to print them
    #[arg(long, value_enum, default_value_t = SearchFormat::Text)]
    pub format: SearchFormat,
    /// Print only how many hits there are
    #[arg(long)]
    pub count: bool,
    /// Print how many hits have each value of these fields, or day, month, year
    #[arg(long, value_name = "FIELD,...", value_delimiter = ',', value_parser = facet)]
    pub facet: Vec<Facet>,
    /// Draw how many hits there are in each day, month or year
    #[arg(long, value_name = "day|month|year", conflicts_with = "facet", value_parser = timeline)]
    pub timeline: Option<Facet>,
    /// Say what each score is made of
    #[arg(long)]
    pub explain: bool,
    /// How the query is written
    #[arg(long, value_enum, default_value_t = SyntaxName::Demarche)]
    pub syntax: SyntaxName,
    /// Judge members of groups and holders of offices on this day, YYYY-MM-DD [default: each statement's own]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// How to print what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SearchFormat {
    /// For reading
    Text,
    /// One JSON array
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated, one statement a row
    Csv,
    /// Tab-separated, the same rows
    Tsv,
    /// A Markdown list
    Md,
}

/// How a query is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SyntaxName {
    /// The program's own
    Demarche,
    /// As in `LexisNexis`: a space joins a phrase, OR binds tightest, w/5 pre/5 `HLEAD()` condemn! wom*n
    Lexis,
    /// As in Factiva: a space joins a phrase, near5 either order, w/5 in order, hd= hlp= by= re=
    Factiva,
    /// As in Lucene: a space means OR, +a -b "a b"~5 date:[2024 TO 2025]
    Lucene,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SortBy {
    /// The best answers to the words first; newest first when there are no words
    Relevance,
    /// Newest first
    Newest,
    /// Oldest first
    Oldest,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Hits {
    /// An article, by the first of its statements found
    Article,
    /// A statement
    Statement,
    /// A headline: above an article, listed on its page, or in a file of headlines
    Headline,
}

fn facet(name: &str) -> Result<Facet, String> {
    let hint = "write fields such as signatory, target or kind, or day, month or year";
    Facet::named(name).ok_or_else(|| format!("nothing is counted by '{name}'; {hint}"))
}

fn timeline(name: &str) -> Result<Facet, String> {
    Facet::named(name).filter(|facet| facet.is_time()).ok_or_else(|| "write day, month or year".to_owned())
}

fn statement_id(text: &str) -> Result<StatementId, String> {
    StatementId::parse(text).ok_or_else(|| "write the id of a statement, such as 0123456789-1".to_owned())
}

const SEARCH_HELP: &str = "\
Fields: signatory represented nonsignatory speaker (from) actor target (to) mention country org
issuer kind joint act topic (about) confidence doubt date; of the article: headline section
dateline place agency byline credit. Values: a country or organisation in any spelling, lists (KR,JP), * for any,
members(G7), all(E3), outside(G7), addressed(CN) and against(CN) behind target:; kind is
direct, mixed or indirect; act is urge, condemn, pledge and so on; confidence is >0.8 or 0.5..0.8;
date is 2024, 2024-10, 2024-11-05, 2024-10..2024-12, >=2024-11-05 or 7d.
NOT binds tighter than AND, AND tighter than OR; a space means AND. Words: \"a phrase\",
a w/5 b (either order), a pre/5 b, a w/s b (one sentence), a w/p b (one paragraph), a not w/5 b,
atleast3 a, condemn*, wom?n, Kyjiw~1, =\"exactly so\", hlead(a) (headline or first paragraph).

--syntax          a space is     binds tightest first       w/5           \"quoted words\"
  demarche        AND            near, NOT, AND, OR         either order  by their stems
  lexis           a phrase       OR, near, AND, AND NOT     either order  letter by letter
  factiva         a phrase       near, NOT, AND, OR         in order      by their stems
  lucene          OR             NOT, AND, OR               \"a b\"~5      by their stems
All of it, with sixteen worked queries: src/query/queries.md.

Rank: BM25 of each word in the statement's text, plus half of that in the headline; times a factor
from 0.5 to 1 by the statement's confidence; times one from 0.9 to 1 by the years before the newest
statement of the index. --explain shows the parts. Without words, the newest are first.
Copies (much the same words by the same parties, in articles of one story) are one hit, and count
as one.

Examples:
  demarche search 'signatory:KR target:\"North Korea\" date:2024'
  demarche search 'signatory:members(G7) NOT signatory:US' --format csv > g7.csv
  demarche search 'target:CN \"human rights\"' --timeline year

Exit status: 0 found, 1 nothing found, 2 error.";
