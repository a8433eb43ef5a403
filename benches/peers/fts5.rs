//! `SQLite`'s full-text index over the same statements, row ids newest first.

use std::path::Path;

use rusqlite::{Connection, params};

use super::Engine;
use super::asked::Asked;
use super::documents::Document;
use super::terms::{analyzer, stemmed};

/// FTS5.
pub struct Fts5 {
    connection: Connection,
}

impl Fts5 {
    /// Writes the statements.
    pub fn of(documents: &[Document], path: &Path) -> Self {
        let mut connection = Connection::open(path).expect("a database");
        connection
            .execute_batch(
                "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -200000; \
                 create table statement (id integer primary key, day integer, text text, headline text); \
                 create virtual table word using fts5 (text, headline, roles, content = '', \
                 tokenize = \"unicode61 remove_diacritics 0\");",
            )
            .expect("tables");
        let mut analyzer = analyzer();
        let write = connection.transaction().expect("a transaction");
        {
            let mut row = write.prepare("insert into statement values (?, ?, ?, ?)").expect("a statement");
            let mut words = write
                .prepare("insert into word (rowid, text, headline, roles) values (?, ?, ?, ?)")
                .expect("a statement");
            for (id, document) in (1_i64..).zip(documents) {
                row.execute(params![id, document.day, document.sentences.join(" "), document.headline]).expect("a row");
                // A word of its own between two sentences, so that no phrase reaches over.
                let text: Vec<String> = document.sentences.iter().map(|text| stemmed(&mut analyzer, text)).collect();
                let roles: Vec<String> = document.roles.iter().map(|(role, code)| token(role, code)).collect();
                words
                    .execute(params![
                        id,
                        text.join(" xx "),
                        stemmed(&mut analyzer, &document.headline),
                        roles.join(" ")
                    ])
                    .expect("a row");
            }
        }
        write.commit().expect("a commit");
        connection
            .execute_batch("insert into word (word) values ('optimize'); create index by_day on statement (day);")
            .expect("an index");
        Self { connection }
    }
}

fn token(role: &str, code: &str) -> String {
    format!("{role}{code}").to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

fn matching(asked: &Asked) -> String {
    let mut parts = Vec::new();
    if let Some((role, code)) = &asked.role {
        parts.push(format!("roles : {}", token(role, code)));
    }
    let either = |words: &str| format!("{{text headline}} : {words}");
    if asked.phrase {
        parts.push(either(&format!("\"{}\"", asked.words.join(" "))));
    } else {
        let words: Vec<String> = asked.words.iter().map(|word| either(&format!("\"{word}\""))).collect();
        parts.extend(if asked.any { vec![format!("({})", words.join(" OR "))] } else { words });
    }
    parts.join(" AND ")
}

fn days_of(asked: &Asked) -> String {
    asked.days.as_ref().map_or(String::new(), |(first, last, _)| format!("and s.day between {first} and {last}"))
}

impl Engine for Fts5 {
    fn top(&self, asked: &Asked) -> usize {
        // The words first: asked the other way round, it looks every day's row up among the words.
        let days = days_of(asked);
        let order = if asked.words.is_empty() { "w.rowid" } else { "rank" };
        let sql = format!(
            "select s.text from word w cross join statement s on s.id = w.rowid \
             where word match ? {days} order by {order} limit 10"
        );
        let mut statement = self.connection.prepare_cached(&sql).expect("a statement");
        let rows = statement.query_map([matching(asked)], |row| Ok(row.get_ref(0)?.as_str()?.len())).expect("hits");
        rows.map(|row| row.expect("a row")).sum()
    }

    fn count(&self, asked: &Asked) -> usize {
        let days = days_of(asked);
        let sql = if days.is_empty() {
            "select count(*) from word where word match ?".to_owned()
        } else {
            format!("select count(*) from word w cross join statement s on s.id = w.rowid where word match ? {days}")
        };
        let mut statement = self.connection.prepare_cached(&sql).expect("a statement");
        let count: i64 = statement.query_row([matching(asked)], |row| row.get(0)).expect("a count");
        usize::try_from(count).expect("a count")
    }
}
