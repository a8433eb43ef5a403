//! Prints what was measured as a table of Markdown.

use std::time::Duration;

use super::asked::Asked;

/// A table: one row a class, a p50 and a p99 for each engine.
pub struct Table<'t> {
    pub title: &'t str,
    pub names: &'t [&'t str],
}

impl Table<'_> {
    /// `times` are `[engine][query][round]`; the first engine's ratios to the others end each row.
    pub fn print(&self, classes: &[&str], asked: &[Asked], times: &[Vec<Vec<Duration>>]) {
        println!("{}, microseconds, p50 / p99:\n", self.title);
        let ratios: Vec<String> = self.names[1..].iter().map(|name| format!("{} / {name}", self.names[0])).collect();
        println!("| class | {} | {} |", self.names.join(" | "), ratios.join(" | "));
        println!("|{}", " --- |".repeat(1 + self.names.len() + ratios.len()));
        for (at, class) in classes.iter().enumerate() {
            let of_class = |query: usize| asked[query].class == at;
            Self::row(class, &Self::quantiles(asked.len(), times, of_class));
        }
        Self::row("all", &Self::quantiles(asked.len(), times, |_| true));
        println!();
    }

    fn row(name: &str, quantiles: &[(f64, f64)]) {
        let cells: Vec<String> = quantiles.iter().map(|(p50, p99)| format!("{p50:.0} / {p99:.0}")).collect();
        let (p50, p99) = quantiles[0];
        let ratios: Vec<String> =
            quantiles[1..].iter().map(|other| format!("{:.2} / {:.2}", p50 / other.0, p99 / other.1)).collect();
        println!("| {name} | {} | {} |", cells.join(" | "), ratios.join(" | "));
    }

    /// p50 and p99 of each engine. A query counts with its median of the rounds, so that a pause of the
    /// machine is nobody's.
    fn quantiles(queries: usize, times: &[Vec<Vec<Duration>>], of_class: impl Fn(usize) -> bool) -> Vec<(f64, f64)> {
        let of_engine = |engine: &Vec<Vec<Duration>>| {
            let mut medians: Vec<Duration> =
                (0..queries).filter(|&query| of_class(query)).map(|query| median(&engine[query])).collect();
            medians.sort_unstable();
            (at(&medians, 50), at(&medians, 99))
        };
        times.iter().map(of_engine).collect()
    }
}

/// The middle one.
pub fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn at(sorted: &[Duration], percent: usize) -> f64 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).map_or(f64::NAN, |time| time.as_secs_f64() * 1e6)
}
