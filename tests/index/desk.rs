//! A directory with an index beside the articles, and the program run there as a user runs it.

use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A directory with an index beside the articles.
pub struct Desk(pub TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a directory"))
    }

    pub fn write(&self, name: &str, content: &str) {
        fs_err::create_dir_all(self.0.path().join("in")).expect("a directory");
        fs_err::write(self.0.path().join("in").join(name), content).expect("a file");
    }

    pub fn remove(&self, name: &str) {
        fs_err::remove_file(self.0.path().join("in").join(name)).expect("the file is there");
    }

    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::cargo_bin("demarche").expect("the program is built");
        command.current_dir(self.0.path()).args(args).output().expect("the program runs")
    }

    /// Ingests, and checks the counts that are told: read, indexed, replaced, unchanged, duplicates, skipped.
    pub fn ingest(&self, more: &[&str], counts: [usize; 6]) -> String {
        let done = self.run(&[&["ingest", "in"], more].concat());
        let (out, err) = (text(&done.stdout), text(&done.stderr));
        let [read, indexed, replaced, unchanged, duplicates, skipped] = counts;
        assert_eq!(read, indexed + replaced + unchanged + duplicates + skipped);
        let told = format!(
            "{read} items read: {indexed} indexed, {replaced} replaced, {unchanged} unchanged, {duplicates} duplicates, {skipped} skipped"
        );
        assert!(out.contains(&told), "not '{told}' but\n{out}{err}");
        let checked = self.run(&["check"]);
        assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
        format!("{out}{err}")
    }

    pub fn count(&self, query: &str) -> usize {
        text(&self.run(&["search", query, "--count"]).stdout).trim().parse().expect("a count")
    }

    pub fn id(&self, query: &str) -> String {
        let found = text(&self.run(&["search", query, "--format", "jsonl"]).stdout);
        let hit: serde_json::Value = serde_json::from_str(found.lines().next().expect("a hit")).expect("JSON");
        hit["article"]["id"].as_str().expect("an id").to_owned()
    }
}

pub fn story(headline: &str, said: &str) -> String {
    format!(
        "{headline}\n\nNov 5, 2024\n\nROME, Nov 5 (Sample Wire) - Ministers met on Monday to talk.\n\nItaly said {said}.\n"
    )
}

/// A version of a story in NewsML-G2, with `more` in its metadata.
pub fn news_item(version: u32, status: &str, said: &str, more: &str) -> String {
    format!(
        "<newsItem guid=\"tag:tea\" version=\"{version}\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:text\"/>\
         <versionCreated>2024-11-05T1{version}:00:00Z</versionCreated><pubStatus qcode=\"stat:{status}\"/>{more}</itemMeta>\
         <contentMeta><headline>Ministers meet on tea</headline><subject type=\"cpnat:abstract\" qcode=\"subj:11002000\"/>\
         </contentMeta><contentSet><inlineXML><html><body>\
         <p>Ministers met on Monday to talk about the price of tea.</p><p>Italy said {said}.</p></body></html></inlineXML></contentSet></newsItem>"
    )
}
