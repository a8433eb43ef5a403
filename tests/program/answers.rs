//! Answers of `demarche search`, `open` and `show` that lead back to their source.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

fn demarche(index: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    command.args(args).arg("--index").arg(index).output().expect("the program runs")
}

fn out(done: &Output) -> String {
    String::from_utf8(done.stdout.clone()).expect("output is UTF-8")
}

fn err(done: &Output) -> String {
    String::from_utf8(done.stderr.clone()).expect("output is UTF-8")
}

/// An index of `paths`.
fn index_of(paths: &[&str]) -> TempDir {
    let index = TempDir::new().expect("a directory");
    let done = demarche(index.path(), &[&["ingest"], paths].concat());
    assert!(done.status.success(), "{}", err(&done));
    index
}

fn lines(done: &Output) -> Vec<Value> {
    out(done).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_hit_links_to_its_words_on_the_page() {
    let index = index_of(&["tests/data/formats/page.html", "corpus/2024-11-05-g7-partners-north-korea.txt"]);
    let search = |query: &str, format: &str| out(&demarche(index.path(), &["search", query, "--format", format]));
    let hits = lines(&demarche(index.path(), &["search", "signatory:FR,IT joint:yes tea", "--format", "jsonl"]));
    let link = hits[0]["link"].as_str().expect("a link");
    assert!(link.starts_with("https://wire.example/tea#:~:text="), "{link}");
    assert_eq!(hits[0]["article"]["url"], "https://wire.example/tea");
    let (_, text) = link.split_once(":~:text=").expect("a text");
    let (first, last) = text.split_once(',').unwrap_or((text, text));
    let decoded = |text: &str| text.replace("%20", " ").replace("%2C", ",").replace("%2D", "-");
    let sentence = hits[0]["sentence"].as_str().expect("a sentence");
    assert!(sentence.starts_with(&decoded(first)), "{first} does not begin {sentence}");
    assert!(sentence.trim_end_matches('.').ends_with(&decoded(last)), "{last} does not end {sentence}");
    for format in ["text", "json", "csv", "tsv", "md"] {
        assert!(search("signatory:FR,IT joint:yes tea", format).contains(link), "no link in {format}");
    }
    for format in ["text", "json", "jsonl", "csv", "tsv", "md"] {
        assert!(!search("signatory:KR", format).contains("text="), "a link without an address in {format}");
    }
}

#[test]
fn headlines_are_hits() {
    let index = index_of(&["corpus"]);
    let search = |more: &[&str]| demarche(index.path(), &[&["search", "korea", "--hits", "headline"], more].concat());
    let hits = lines(&search(&["--format", "jsonl"]));
    let has = |list: bool| hits.iter().any(|hit| hit["list"].is_string() == list);
    assert!(has(true) && has(false), "headlines of lists and of articles, not {hits:?}");
    assert!(hits.iter().all(|hit| hit["headline"].as_str().is_some_and(|text| text.contains("Korea"))), "{hits:?}");
    assert_eq!(out(&search(&["--count"])).trim(), hits.len().to_string());
    let ids = |text: &str| {
        text.lines().skip(1).map(|line| line.split([',', '\t']).next().map(str::to_owned)).collect::<Vec<_>>()
    };
    let all = ids(&out(&search(&["--format", "csv"])));
    assert_eq!(all.len(), hits.len());
    assert_eq!(ids(&out(&search(&["--format", "tsv"]))), all);
    assert_eq!(ids(&out(&search(&["--format", "csv", "-n", "2", "--page", "2"]))), all[2..4.min(all.len())]);
    assert_eq!(out(&search(&["--format", "md"])).lines().filter(|line| line.starts_with("- ")).count(), all.len());
    assert!(out(&search(&[])).contains(&format!("{0} of {0} headlines", all.len())));
    let refused = search(&["--facet", "month"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("--facet is of statements") && err(&refused).contains("hint:"));
    assert_eq!(demarche(index.path(), &["search", "xyzzy", "--hits", "headline"]).status.code(), Some(1));
}

#[test]
fn headlines_are_found_by_how_their_article_was_published() {
    let index = index_of(&["corpus"]);
    for query in ["dateline:rome date:2024-11-05", "agency:\"sample wire\" date:2024-11-05"] {
        let found = demarche(index.path(), &["search", query, "--hits", "headline", "--format", "jsonl"]);
        let headlines: Vec<String> = lines(&found).iter().map(|hit| hit["headline"].to_string()).collect();
        assert_eq!(headlines, ["\"G7 and three partners alarmed by North Korean troops in Russia\""], "{query}");
        assert!(err(&found).starts_with("Read as: headlines "), "{}", err(&found));
        // No article is among statements.
        let statements = lines(&demarche(index.path(), &["search", query, "--format", "jsonl"]));
        let count = out(&demarche(index.path(), &["search", query, "--count"]));
        assert_eq!(count.trim(), statements.len().to_string(), "{query}");
    }
}

#[test]
fn hlead_finds_headlines_by_their_own_words_and_first_paragraph() {
    let articles = TempDir::new().expect("a directory");
    let page = "Leaders meet by the lake\n\nNov 5, 2024\n\nGENEVA, Nov 5, 2024 (Sample Wire) - Envoys ate herring.\n\n\
                The talks went on over tea.\n";
    fs_err::write(articles.path().join("a.txt"), page).expect("an article");
    let rows = "time,title,url\n2024-11-05,Herring is dear at the lake,http://wire.example/1\n";
    fs_err::write(articles.path().join("rows.csv"), rows).expect("headlines");
    let index = index_of(&[articles.path().to_str().expect("a plain path")]);
    for (query, expected) in [
        ("hlead(lake)", &["Herring is dear at the lake", "Leaders meet by the lake"][..]),
        ("hlead(leaders)", &["Leaders meet by the lake"]),
        ("hlead(herring)", &["Herring is dear at the lake", "Leaders meet by the lake"]),
        ("hlead(envoys w/2 herring)", &["Leaders meet by the lake"]),
        ("hlead(tea)", &[]),
        ("date:2024 NOT hlead(leaders)", &["Herring is dear at the lake"]),
    ] {
        let hits = lines(&demarche(index.path(), &["search", query, "--hits", "headline", "--format", "jsonl"]));
        let mut found: Vec<&str> = hits.iter().map(|hit| hit["headline"].as_str().expect("a headline")).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn open_prints_path_line_and_span() {
    let path = "corpus/2024-11-05-g7-partners-north-korea.txt";
    let index = index_of(&[path]);
    let file = fs_err::read_to_string(path).expect("an article");
    for hit in lines(&demarche(index.path(), &["search", "date:2024", "--format", "jsonl"])) {
        let id = hit["id"].as_str().expect("an id");
        let places: Vec<Value> =
            serde_json::from_str(&out(&demarche(index.path(), &["open", id, "--format", "json"]))).expect("JSON");
        let text = out(&demarche(index.path(), &["open", id]));
        assert_eq!(places.len(), hit["content"].as_array().expect("spans").len());
        for (place, span) in places.iter().zip(hit["content"].as_array().expect("spans")) {
            assert_eq!(&place["span"], span);
            let at = |key: &str| usize::try_from(place[key].as_u64().expect(key)).expect("small");
            let line = file.lines().nth(at("line") - 1).expect("the line");
            let rest: String = line.chars().skip(at("column") - 1).collect();
            let words = place["words"].as_str().expect("words");
            assert!(rest.starts_with(words.lines().next().expect("a word")), "{words} is not at {place}");
            assert!(
                text.contains(&format!("{path}:{}:{}  [{}, {}]", at("line"), at("column"), span[0], span[1])),
                "{text}"
            );
        }
    }
    let nothing = demarche(index.path(), &["open", "0123456789-1"]);
    assert_eq!((nothing.status.code(), err(&nothing).contains("0123456789-1")), (Some(1), true));
}

#[test]
fn open_says_where_an_item_begins_in_its_file() {
    let index = index_of(&["tests/data/formats/items.sgm", "corpus/2024-11-05-g7-partners-north-korea.txt"]);
    let hits =
        lines(&demarche(index.path(), &["search", "kind:direct,mixed,indirect date:..1990", "--format", "jsonl"]));
    let id = hits.last().expect("a statement of an item")["id"].as_str().expect("an id").to_owned();
    let done = demarche(index.path(), &["open", &id]);
    let text = out(&done);
    let line: usize = text.split([':', ' ']).nth(1).and_then(|line| line.parse().ok()).expect(&text);
    let file = fs_err::read("tests/data/formats/items.sgm").expect("a file");
    let file = String::from_utf8_lossy(&file);
    let opening = file.lines().nth(line - 1).expect("the line");
    assert!(opening.contains("<REUTERS"), "{opening}");
    assert!(err(&done).contains("the line is the article's first"), "{}", err(&done));
    let listed = lines(&demarche(index.path(), &["headlines", "date:2024", "--format", "jsonl"]));
    let (id, headline) =
        (listed[0]["id"].as_str().expect("an id"), listed[0]["headline"].as_str().expect("a headline"));
    let open = out(&demarche(index.path(), &["open", id]));
    assert!(open.contains("corpus/2024-11-05-g7-partners-north-korea.txt:") && open.contains(headline), "{open}");
}

#[test]
fn show_with_context_shows_one_statement() {
    let index = index_of(&["corpus/2024-11-05-g7-partners-north-korea.txt"]);
    let id = lines(&demarche(index.path(), &["search", "signatory:KR", "--format", "jsonl"]))[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let article = id.split('-').next().expect("an article");
    let show = |args: &[&str]| demarche(index.path(), &[&["show"], args].concat());
    let whole = out(&show(&[&id]));
    let near = out(&show(&[&id, "--context"]));
    let alone = out(&show(&[&id, "--context", "0"]));
    let paragraphs = |text: &str| {
        text.split("\n\n").nth(1).map_or(0, |body| body.lines().filter(|line| *line != "\u{2026}").count())
    };
    assert!(paragraphs(&alone) < paragraphs(&near) && paragraphs(&near) < paragraphs(&whole), "{near}");
    assert!(
        near.contains("signatory KR: \u{201c}South Korea\u{201d}") && near.matches("confidence").count() == 1,
        "{near}"
    );
    assert_eq!(show(&[article, "--context"]).status.code(), Some(2));
    assert!(err(&show(&[article, "--context"])).contains(&format!("{article}-1")));
    assert_eq!(show(&[&format!("{article}-99"), "--context"]).status.code(), Some(1));
}

#[test]
fn a_speakers_role_is_told_by_the_article_first() {
    let articles = TempDir::new().expect("a directory");
    let write = |name: &str, date: &str, said: &str| {
        let text = format!(
            "Talks go on ({name})\n\n{date}\n\nGENEVA, {date} (Sample Wire) - Envoys met for a second day on the lake.\n\n{said}\n"
        );
        fs_err::write(articles.path().join(name), text).expect("a file");
    };
    write(
        "then.txt",
        "Nov 5, 2024",
        "\u{201c}We cannot accept that,\u{201d} Antonio Tajani of Italy said after the meeting.",
    );
    write(
        "told.txt",
        "Nov 6, 2024",
        "\u{201c}We cannot accept this,\u{201d} Italian envoy Antonio Tajani said after the meeting.",
    );
    write(
        "before.txt",
        "Nov 5, 2011",
        "\u{201c}We cannot accept it now,\u{201d} Antonio Tajani of Italy said after the meeting.",
    );
    let index = index_of(&[articles.path().to_str().expect("a plain path")]);
    let hits = lines(&demarche(index.path(), &["search", "speaker:tajani", "--sort", "oldest", "--format", "jsonl"]));
    let roles: Vec<(&Value, &Value)> =
        hits.iter().map(|hit| (&hit["speakers"][0]["role"], &hit["speakers"][0]["role_by_tables"])).collect();
    assert_eq!(roles.len(), 3, "{hits:?}");
    assert!(!roles[0].1.as_str().is_some_and(|role| role.contains("Foreign")), "{roles:?}");
    assert!(
        roles[1].0.is_null() && roles[1].1.as_str().is_some_and(|role| role.contains("Foreign Minister")),
        "{roles:?}"
    );
    assert!(roles[2].0.as_str().is_some_and(|role| role.contains("envoy")) && roles[2].1.is_null(), "{roles:?}");
    let text = out(&demarche(index.path(), &["search", "speaker:tajani date:2024-11-05"]));
    assert!(text.contains("Foreign Minister by the office tables"), "{text}");
}

#[test]
fn the_tables_give_no_office_to_whom_only_a_pronoun_means() {
    let articles = TempDir::new().expect("a directory");
    let text = "Talks go on\n\nNov 5, 2024\n\nGENEVA, Nov 5, 2024 (Sample Wire) - Envoys met for a second day.\n\n\
                \u{201c}We cannot accept that,\u{201d} Antonio Tajani of Italy said after the meeting.\n\n\
                \u{201c}The lake is cold in winter,\u{201d} he said on the way to his car.\n\n\
                \u{201c}Everybody knows this in Geneva,\u{201d} Tajani said on Tuesday.\n";
    fs_err::write(articles.path().join("a.txt"), text).expect("an article");
    let index = index_of(&[articles.path().to_str().expect("a plain path")]);
    let hits = lines(&demarche(index.path(), &["search", "speaker:tajani", "--format", "jsonl"]));
    let mut given: Vec<(&str, bool)> = hits
        .iter()
        .map(|hit| (hit["text"].as_str().expect("words"), hit["speakers"][0]["role_by_tables"].is_string()))
        .collect();
    given.sort_unstable();
    let said: Vec<bool> = given.iter().map(|(_, is_given)| *is_given).collect();
    assert_eq!(said, [true, false, true], "{given:?}");
}
