//! Related headlines beside plain BM25 and tantivy's `MoreLikeThis`, over 883,182 headlines, in one run.
//!
//! Reads `../shared/data/headlines/reuters-2014.tsv.zst`, and does nothing where it is not there. The slug
//! of a headline's address names the story it belongs to. For a query headline those are relevant that
//! have its slug, stand within five days of it, and have another text. All three rankings are judged
//! alike: the query's own text is passed over, and a text counts once.
//!
//! The weights are tuned on January to June (`-- --tune`); the figures are of July to December. `-- --month
//! 2014-07 --json FILE` judges that month alone, in seconds, and writes nDCG@10 and the gain over the better of
//! the two, for a floor to be kept.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use demarche::article::formats::headlines::{HeadlineRow, headline_rows};
use demarche::article::headline_key;
use demarche::extract::{named, topics_of};
use demarche::index::{DocumentKind, StatementIndex};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::related::{Asked, Wanted, Weights, by_subject};
use jiff::civil::Date;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, MoreLikeThisQuery, Query, TermQuery};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, OwnedValue, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::{Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, Searcher, TantivyDocument, Term};
use tempfile::TempDir;

const QUERIES: usize = 600;
const DAYS: i32 = 5;
/// A slug with more headlines than this in its ten days names a column, not a story.
const MOST: usize = 20;
const TOP: usize = 10;

fn main() {
    let file = PathBuf::from("../shared/data/headlines/reuters-2014.tsv.zst");
    if !file.is_file() {
        println!("skipped: {} is not there", file.display());
        return;
    }
    let args: Vec<String> = std::env::args().collect();
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1));
    if let Some(month) = value("--month") {
        return measure_month(&file, month, Path::new(value("--json").expect("--json FILE")));
    }
    if let Some(at) = args.iter().position(|arg| arg == "--measure") {
        return measure(&file, Path::new(&args[at + 1]), args.iter().any(|arg| arg == "--tune"));
    }
    let directory = TempDir::new().expect("a directory");
    ingest(&file, directory.path());
    ingest_plain(&file);
    // A process of its own, so that its memory is that of asking alone.
    let mut child = Command::new(std::env::current_exe().expect("the benchmark's own path"));
    child.arg("--measure").arg(directory.path()).args(args.iter().filter(|arg| *arg == "--tune"));
    assert!(child.status().expect("the benchmark runs").success());
}

/// Judges the headlines of `month` ("2014-07") alone.
fn measure_month(file: &Path, month: &str, json: &Path) {
    let directory = TempDir::new().expect("a directory");
    let rows = directory.path().join("month.tsv");
    let packed = zstd::Decoder::new(File::open(file).expect("the file opens")).expect("the file unpacks");
    let lines = BufReader::new(packed).lines().map(|line| line.expect("a line"));
    let kept: Vec<String> = lines.filter(|line| line.starts_with(month)).collect();
    fs_err::write(&rows, kept.join("\n")).expect("a file");
    let target = directory.path().join("index");
    ingest(&rows, &target);
    let headlines = headlines(&rows);
    let queries = queries(&headlines, headlines.iter().filter_map(|one| one.date).all(|date| date.month() <= 6));
    let (engine, ours) = (Engine::open(&target), Ours::open(&target));
    let bm25 = judge(&headlines, &queries, |headline| engine.bm25(&headline.text)).ndcg;
    let more = judge(&headlines, &queries, |headline| engine.more_like_this(&headline.text)).ndcg;
    let related = judge(&headlines, &queries, |headline| ours.rank(headline, &Weights::DEFAULT, true)).ndcg;
    let gain = related / bm25.max(more) - 1.0;
    println!("{} queries: BM25 {bm25:.4}, MoreLikeThis {more:.4}, related {related:.4} ({gain:+.3})", queries.len());
    fs_err::write(json, format!("{{\"ndcg\": {related}, \"gain\": {gain}}}\n")).expect("a file");
}

fn ingest(file: &Path, directory: &Path) {
    let index = StatementIndex::open_or_create(directory).expect("an index");
    let paths = [file.to_owned()];
    let started = Instant::now();
    let ingest = Ingest::new(&paths, Knowledge::built_in(), 2);
    let summary = ingest.run(&index, |_| {}).expect("ingest runs");
    let seconds = started.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
    let rate = summary.headlines as f64 / seconds;
    println!("ingest: {} headlines in {seconds:.1} s, {rate:.0} a second, 2 threads", summary.headlines);
}

/// The same headlines with nothing but their words, day, id and text, by the engine alone: what any ingest of
/// them costs.
fn ingest_plain(file: &Path) {
    let headlines = headlines(file);
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("en_stem")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing).set_stored());
    let id = schema.add_text_field("id", STRING);
    let day = schema.add_i64_field("day", FAST);
    let directory = TempDir::new().expect("a directory");
    let index = Index::create_in_dir(directory.path(), schema.build()).expect("an index");
    let started = Instant::now();
    let mut writer = index.writer_with_num_threads(2, 256 << 20).expect("a writer");
    for (number, headline) in headlines.iter().enumerate() {
        let mut document = TantivyDocument::default();
        document.add_text(text, &headline.text);
        document.add_text(id, format!("{:x}", number * 0x9E37_79B9));
        if let Some(date) = headline.date {
            document.add_i64(day, i64::from((date - Date::constant(1970, 1, 1)).get_days()));
        }
        writer.add_document(document).expect("a document");
    }
    writer.commit().expect("a commit");
    let seconds = started.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
    let rate = headlines.len() as f64 / seconds;
    println!("ingest by plain tantivy, already read: {seconds:.1} s, {rate:.0} a second, 2 threads");
}

struct Headline {
    text: String,
    date: Option<Date>,
    slug: Option<String>,
    key: String,
}

struct Query2014 {
    headline: usize,
    relevant: HashSet<String>,
}

fn headlines(file: &Path) -> Vec<Headline> {
    let bytes = File::open(file).expect("the file opens");
    let text: Box<dyn BufRead + Send> = match file.extension() {
        Some(ending) if ending == "zst" => {
            Box::new(BufReader::new(zstd::Decoder::new(bytes).expect("the file unpacks")))
        }
        _ => Box::new(BufReader::new(bytes)),
    };
    let rows = headline_rows(text).ok().expect("a file of headlines");
    let headline = |row: HeadlineRow| Headline {
        slug: row.url.as_deref().and_then(slug),
        key: headline_key(&row.text),
        text: row.text,
        date: row.date,
    };
    rows.map(|row| headline(row.expect("a row"))).collect()
}

/// The story a news address names: its slug, without the edition. Press releases, sports results and
/// briefs have slugs of their senders.
fn slug(url: &str) -> Option<String> {
    let (slug, id) = url.rsplit('/').next()?.split_once("-idUS")?;
    let is_story = !["n", "MTZ", "FW"].iter().any(|other| id.starts_with(other)) && slug.contains('-');
    let slug = slug.trim_start_matches("us-").trim_start_matches("uk-");
    is_story.then(|| slug.to_owned())
}

fn queries(headlines: &[Headline], tune: bool) -> Vec<Query2014> {
    let mut stories: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, headline) in headlines.iter().enumerate() {
        if let Some(slug) = &headline.slug {
            stories.entry(slug).or_default().push(at);
        }
    }
    let mut out = Vec::new();
    for (at, headline) in headlines.iter().enumerate() {
        let (Some(slug), Some(date)) = (&headline.slug, headline.date) else { continue };
        if (date.month() <= 6) != tune {
            continue;
        }
        let near =
            |other: &&usize| headlines[**other].date.is_some_and(|other| (other - date).get_days().abs() <= DAYS);
        let of_story = stories[slug.as_str()].iter().filter(near);
        let relevant: HashSet<String> =
            of_story.map(|other| headlines[*other].key.clone()).filter(|key| *key != headline.key).collect();
        if (2..=MOST).contains(&relevant.len()) {
            out.push(Query2014 { headline: at, relevant });
        }
    }
    // The same choice in every run.
    out.sort_by_key(|query| *blake3::hash(headlines[query.headline].text.as_bytes()).as_bytes());
    out.truncate(QUERIES);
    out
}

/// Nothing but the engine, over the headlines of the index.
struct Engine {
    index: Index,
    searcher: Searcher,
    field: Field,
    record: Field,
}

impl Engine {
    fn open(directory: &Path) -> Self {
        let index = Index::open_in_dir(directory).expect("an index");
        let prose = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(RemoveLongFilter::limit(64))
            .filter(LowerCaser)
            .filter(Stemmer::new(Language::English))
            .build();
        index.tokenizers().register("prose", prose);
        let field = |name: &str| index.schema().get_field(name).expect("a field");
        let (searcher, field, record) =
            (index.reader().expect("a reader").searcher(), field("listed"), field("record"));
        Self { index, searcher, field, record }
    }

    fn bm25(&self, text: &str) -> Vec<String> {
        let mut analyzer = self.index.tokenizers().get("prose").expect("a tokenizer");
        let mut terms = Vec::new();
        analyzer.token_stream(text).process(&mut |token| terms.push(Term::from_field_text(self.field, &token.text)));
        let term = |term| Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>;
        self.texts(&BooleanQuery::union(terms.into_iter().map(term).collect()))
    }

    fn more_like_this(&self, text: &str) -> Vec<String> {
        let query = MoreLikeThisQuery::builder()
            .with_min_term_frequency(1)
            .with_document_fields(vec![(self.field, vec![OwnedValue::Str(text.to_owned())])]);
        self.texts(&query)
    }

    fn texts(&self, query: &dyn Query) -> Vec<String> {
        let found = self.searcher.search(query, &TopDocs::with_limit(TOP * 5).order_by_score()).expect("a search");
        let text = |at| {
            let document: TantivyDocument = self.searcher.doc(at).expect("a document");
            let record = document.get_first(self.record).and_then(|value| value.as_bytes()).unwrap_or_default();
            // Its length stands behind it.
            postcard::take_from_bytes::<demarche::index::HeadlineEntry>(record).expect("a headline").0.text
        };
        found.into_iter().map(|(_, at)| text(at)).collect()
    }
}

/// Ours, asked as the program asks.
struct Ours(StatementIndex);

impl Ours {
    fn open(directory: &Path) -> Self {
        Self(StatementIndex::open(directory).expect("an index"))
    }

    /// The best headlines; `dated` lets the query's day be known.
    fn rank(&self, headline: &Headline, weights: &Weights, dated: bool) -> Vec<String> {
        let knowledge = Knowledge::built_in();
        let wanted = Wanted { hits: DocumentKind::Headline, limit: TOP, since: None, until: None };
        let parties = named(&headline.text, headline.date, knowledge);
        let topics = topics_of(&headline.text, knowledge.topic_words());
        let date = headline.date.filter(|_| dated);
        let asked = Asked { headline: headline.text.clone(), parties, topics, date, ..Asked::default() };
        let found = by_subject(&self.0, knowledge, &asked, &wanted, weights).expect("relations");
        found.into_iter().map(|found| found.hit.headline().to_owned()).collect()
    }
}

/// Means of nDCG@10 and precision@10, and the times taken.
struct Figures {
    ndcg: f64,
    precision: f64,
    times: Vec<Duration>,
}

#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn judge(headlines: &[Headline], queries: &[Query2014], rank: impl Fn(&Headline) -> Vec<String>) -> Figures {
    let gain = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
    let mut out = Figures { ndcg: 0.0, precision: 0.0, times: Vec::new() };
    for query in queries {
        let headline = &headlines[query.headline];
        let started = Instant::now();
        let ranked = rank(headline);
        out.times.push(started.elapsed());
        let mut seen = HashSet::from([headline.key.clone()]);
        let told = ranked.iter().map(|text| headline_key(text)).filter(|key| seen.insert(key.clone())).take(TOP);
        let hits: Vec<usize> =
            told.enumerate().filter(|(_, key)| query.relevant.contains(key)).map(|(at, _)| at).collect();
        let ideal: f64 = (0..query.relevant.len().min(TOP)).map(gain).sum();
        out.ndcg += hits.iter().map(|rank| gain(*rank)).sum::<f64>() / ideal / queries.len() as f64;
        out.precision += hits.len() as f64 / TOP as f64 / queries.len() as f64;
    }
    out.times.sort_unstable();
    out
}

fn measure(file: &Path, directory: &Path, tune: bool) {
    let headlines = headlines(file);
    let queries = queries(&headlines, tune);
    let before = memory();
    let engine = Engine::open(directory);
    let ours = Ours::open(directory);
    let ours = |headline: &Headline, weights: &Weights, dated: bool| ours.rank(headline, weights, dated);
    let months = if tune { "January to June" } else { "July to December" };
    println!("{} queries of {months}, over {} headlines", queries.len(), headlines.len());
    println!("{:<28} nDCG@10   P@10   p50 ms   p99 ms", "");
    let show = |name: &str, figures: &Figures| {
        let time = |share: usize| figures.times[(figures.times.len() - 1) * share / 100].as_secs_f64() * 1e3;
        println!("{name:<28} {:>7.4} {:>6.4} {:>8.1} {:>8.1}", figures.ndcg, figures.precision, time(50), time(99));
    };
    let bm25 = judge(&headlines, &queries, |headline| engine.bm25(&headline.text));
    show("BM25", &bm25);
    let more = judge(&headlines, &queries, |headline| engine.more_like_this(&headline.text));
    show("MoreLikeThis", &more);
    let default = Weights::DEFAULT;
    judge(&headlines, &queries, |headline| ours(headline, &default, true));
    let related = judge(&headlines, &queries, |headline| ours(headline, &default, true));
    show("related", &related);
    println!("related beside the better of the two: {:+.1} %", (related.ndcg / bm25.ndcg.max(more.ndcg) - 1.0) * 100.0);
    println!("memory taken by index and asking: {} MB", (memory().saturating_sub(before)) / 1000);
    let variants = [
        ("without a day of its own", default, false),
        ("without closeness", Weights { far: 1.0, ..default }, true),
        ("without pairs", Weights { pair: 0.0, ..default }, true),
        ("without parties", Weights { party: 0.0, ..default }, true),
        ("without topics", Weights { topic: 0.0, ..default }, true),
        ("topics at 0.1", Weights { topic: 0.1, ..default }, true),
        ("without length", Weights { length_power: 0.0, ..default }, true),
        ("rarity to the power 1", Weights { rarity_power: 1.0, ..default }, true),
    ];
    for (name, weights, dated) in variants {
        show(name, &judge(&headlines, &queries, |headline| ours(headline, &weights, dated)));
    }
}

/// The memory the process has, in kilobytes, the index's mapped files with it; 0 where the system does
/// not tell.
fn memory() -> u64 {
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}
