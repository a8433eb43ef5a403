//! Holds the source to the architecture `src/README.md` states.

use std::path::{Path, PathBuf};

use demarche::knowledge::Knowledge;
use walkdir::WalkDir;

/// The library's modules; each uses only those before it.
const ORDER: [&str; 9] =
    ["text", "article", "knowledge", "statement", "extract", "query", "index", "related", "ingest"];
/// Modules without input, output or a clock.
const PURE: [&str; 5] = ["text", "article", "statement", "extract", "query"];

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The library module the file belongs to: `extract` for `src/extract/focus.rs`.
    fn module(&self) -> Option<&str> {
        let below = self.path.strip_prefix("src").ok()?;
        let first = below.components().next()?.as_os_str().to_str()?;
        (first != "bin" && below.components().count() > 1).then_some(first)
    }

    /// Its lines of code, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn sources() -> Vec<Source> {
    let mut out: Vec<Source> = WalkDir::new("src")
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("src can be walked").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| Source { text: fs_err::read_to_string(&path).expect("a source can be read"), path })
        .collect();
    out.retain(|source| !source.text.is_empty());
    assert!(out.len() > 50, "only {} sources found", out.len());
    out
}

/// Asserts that no source fails `rule`, which gives the lines at fault with the reason.
fn check(rule: impl Fn(&Source) -> Vec<(usize, String)>) {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|source| {
            let at = source.path.display().to_string();
            rule(source).into_iter().map(move |(line, why)| format!("{at}:{line}: {why}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn modules_use_only_modules_above_them() {
    check(|source| {
        let Some(own) = source.module().and_then(|module| ORDER.iter().position(|name| *name == module)) else {
            return Vec::new();
        };
        let below = &ORDER[own + 1..];
        let uses = |line: &str, name: &str| {
            line.contains(&format!("crate::{name}::")) || line.contains(&format!("crate::{name};"))
        };
        source
            .code()
            .flat_map(|(at, line)| {
                let wrong = below.iter().filter(move |name| uses(line, name));
                wrong.map(move |name| (at, format!("{} is below {}", name, ORDER[own])))
            })
            .collect()
    });
}

#[test]
fn every_module_has_its_place() {
    check(|source| match source.module() {
        Some(module) if !ORDER.contains(&module) => vec![(1, format!("{module} is not in the architecture"))],
        _ => Vec::new(),
    });
}

#[test]
fn outer_crates_stay_where_they_belong() {
    check(|source| {
        let in_binary = source.path.starts_with("src/bin");
        let in_index = source.module() == Some("index");
        let barred = [
            ("tantivy", in_index),
            ("clap", in_binary),
            ("println!", in_binary),
            ("print!", in_binary),
            ("stdout", in_binary),
        ];
        source
            .code()
            .flat_map(|(at, line)| {
                let wrong = barred.iter().filter(move |(word, allowed)| !allowed && line.contains(word));
                wrong.map(move |(word, _)| (at, format!("{word} does not belong here")))
            })
            .collect()
    });
}

/// The names under which the file knows what it takes from the engine.
fn engine_names(source: &Source) -> Vec<String> {
    let uses = source.text.split("use ").skip(1).filter_map(|rest| rest.split(';').next());
    let mut names = vec!["tantivy".to_owned()];
    for path in uses.filter(|path| path.starts_with("tantivy")) {
        let words: Vec<&str> =
            path.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
        let is_renamed = |at: usize| words.get(at + 1) == Some(&"as");
        let own =
            words.iter().enumerate().filter(|(at, word)| word.starts_with(char::is_uppercase) && !is_renamed(*at));
        names.extend(own.map(|(_, word)| (*word).to_owned()));
    }
    names
}

#[test]
fn the_public_types_of_the_index_do_not_show_the_engine() {
    let sources = sources();
    let text = |path: &str| sources.iter().find(|source| source.path == Path::new(path)).map(|source| &source.text);
    let root = text("src/index/mod.rs").expect("the module");
    let is_export = |line: &&str| line.starts_with("pub use ") || line.starts_with("pub struct ");
    let exports = root.lines().filter(is_export).collect::<Vec<_>>().join(" ");
    let public: Vec<&str> = exports.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).collect();
    assert!(public.contains(&"Hit") && public.contains(&"StatementIndex"), "{public:?}");
    let mut looked_at = 0;
    for source in sources.iter().filter(|source| source.module() == Some("index")) {
        let hidden = engine_names(source);
        // A file may have a type of its own under the name of a public one.
        let own: Vec<&str> = source
            .code()
            .filter_map(|(_, line)| line.strip_prefix("pub(super) struct "))
            .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next())
            .collect();
        let mut inside_public = false;
        let mut items = source.code().peekable();
        while let Some((at, line)) = items.next() {
            let starts_type = ["pub struct ", "pub enum ", "impl ", "impl<", "pub trait "]
                .iter()
                .any(|start| line.starts_with(start));
            if starts_type {
                let named = line
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| public.contains(word) && !own.contains(word));
                inside_public = named.count() > 0 && !line.contains("pub(super)");
            } else if !line.starts_with([' ', '}', ')']) {
                inside_public = line.starts_with("pub fn ");
            }
            let shown = line.trim_start();
            let is_shown = shown.starts_with("pub ") || (shown.starts_with("type ") && inside_public);
            if !inside_public || !is_shown {
                continue;
            }
            // A signature ends where its body begins.
            let mut signature = line.to_owned();
            let is_field = !shown.starts_with("pub fn ");
            while !(signature.contains(['{', ';']) || is_field && signature.trim_end().ends_with(',')) {
                let Some((_, next)) = items.next() else { break };
                signature.push_str(next);
            }
            looked_at += 1;
            let words: Vec<&str> = signature.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            // The text of an error is the engine's own; its type is not.
            let told = hidden.iter().find(|name| words.contains(&name.as_str()));
            assert_eq!(told, None, "{}:{at}: {signature}", source.path.display());
        }
    }
    assert!(looked_at > 60, "only {looked_at} public items found");
    for module in ["src/query", "src/related", "src/ingest"] {
        let named = sources
            .iter()
            .filter(|source| source.path.starts_with(module))
            .any(|source| source.text.contains("tantivy"));
        assert!(!named, "{module} names the engine");
    }
}

#[test]
fn pure_modules_have_no_input_output_or_clock() {
    check(|source| {
        if !source.module().is_some_and(|module| PURE.contains(&module)) {
            return Vec::new();
        }
        let barred =
            ["std::fs", "fs_err", "std::net", "std::env", "std::process", "std::time", "Zoned::now", "Timestamp::now"];
        source
            .code()
            .flat_map(|(at, line)| {
                barred
                    .iter()
                    .filter(move |word| line.contains(*word))
                    .map(move |word| (at, format!("{word} in a pure module")))
            })
            .collect()
    });
}

#[test]
fn facts_are_data() {
    let knowledge = Knowledge::built_in();
    let names: Vec<&str> = knowledge.countries().all.iter().map(|country| country.name).collect();
    let cues: toml::Table = toml::from_str(include_str!("../../src/knowledge/data/cues.toml")).expect("the cues parse");
    let rows =
        cues["cue"].as_array().expect("there are cues").iter().filter(|row| row["kind"].as_str() == Some("verb"));
    let verbs = rows.flat_map(|row| row["words"].as_array().expect("a cue has words")).filter_map(toml::Value::as_str);
    let irregular = include_str!("../../src/knowledge/data/irregular_verbs.txt");
    let verbs: Vec<&str> = verbs.collect();
    let past = irregular.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    let past = past.filter(|words| verbs.contains(&words[0])).flat_map(|words| words[1..].to_vec());
    let mut forms: Vec<String> =
        verbs.iter().flat_map(|verb| ["s", "d", "ed", "ing"].map(|end| format!("{verb}{end}"))).collect();
    forms.extend(past.map(str::to_owned));
    assert!(names.len() > 200 && forms.len() > 200, "{} names, {} forms", names.len(), forms.len());
    check(|source| {
        // Help texts show queries, and a query names a country.
        if source.path.starts_with("src/bin") {
            return Vec::new();
        }
        let reads_prose = source.module() == Some("extract");
        let is_fact = |literal: &str| {
            let words = || literal.split(|c: char| !c.is_alphanumeric() && c != '-');
            names.iter().any(|name| literal.contains(name) && words().any(|word| name.starts_with(word)))
                || (reads_prose && words().any(|word| forms.iter().any(|form| word == form)))
        };
        source
            .code()
            .flat_map(|(at, line)| literals(line).into_iter().map(move |literal| (at, literal)))
            .filter(|(_, literal)| is_fact(literal))
            .map(|(at, literal)| (at, format!("\"{literal}\" is a fact: it belongs in src/knowledge/data")))
            .collect()
    });
}

/// The string literals of a line of code.
fn literals(line: &str) -> Vec<String> {
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn files_say_what_they_are_for_and_stay_short() {
    check(|source| {
        let mut faults = Vec::new();
        let opening = source.text.lines().next().unwrap_or_default();
        if !opening.starts_with("//!") && source.path != Path::new("src/lib.rs") {
            faults.push((1, "does not open with //!".to_owned()));
        }
        let lines = source.text.lines().count();
        if lines > 280 {
            faults.push((lines, format!("{lines} lines")));
        }
        faults
    });
}
