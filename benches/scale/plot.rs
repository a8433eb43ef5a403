//! Draws lines on two logarithmic scales, as SVG.

use std::fmt::Write as _;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 190.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 46.0;
const COLOURS: [&str; 9] =
    ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c510a", "#7b3294"];

/// A drawing.
pub struct Plot {
    pub title: &'static str,
    pub x: &'static str,
    pub y: &'static str,
    pub lines: Vec<Line>,
}

/// One line of it.
pub struct Line {
    pub name: String,
    pub points: Vec<(f64, f64)>,
}

impl Plot {
    /// The drawing as text.
    pub fn svg(&self) -> String {
        let all = || self.lines.iter().flat_map(|line| &line.points);
        let (left, right) = decades(all().map(|point| point.0));
        let (low, high) = decades(all().map(|point| point.1));
        let x = |value: f64| LEFT + (value.log10() - left) / (right - left) * (WIDTH - LEFT - RIGHT);
        let y = |value: f64| HEIGHT - BOTTOM - (value.log10() - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
             font-size=\"11\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n"
        );
        let mut text = |at: f64, down: f64, anchor: &str, words: &str| {
            let _ = writeln!(out, "<text x=\"{at:.1}\" y=\"{down:.1}\" text-anchor=\"{anchor}\">{words}</text>");
        };
        text(LEFT, TOP - 14.0, "start", &format!("{} ({})", self.title, self.y));
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10.0, "middle", self.x);
        for decade in steps(left, right) {
            text(x(decade), HEIGHT - BOTTOM + 16.0, "middle", &decade.to_string());
        }
        for decade in steps(low, high) {
            text(LEFT - 6.0, y(decade) + 4.0, "end", &decade.to_string());
        }
        for decade in steps(low, high) {
            let (from, to, at) = (LEFT, WIDTH - RIGHT, y(decade));
            let _ = writeln!(out, "<path d=\"M{from:.1} {at:.1}H{to:.1}\" stroke=\"#ddd\"/>");
        }
        let mut ends: Vec<(f64, usize)> = Vec::new();
        for (line, colour) in self.lines.iter().zip(COLOURS.iter().cycle()) {
            let points: Vec<String> =
                line.points.iter().map(|point| format!("{:.1},{:.1}", x(point.0), y(point.1))).collect();
            let _ = writeln!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
                points.join(" ")
            );
            ends.push((line.points.last().map_or(0.0, |point| y(point.1)), ends.len()));
        }
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut free = TOP;
        for (at, line) in ends {
            let down = at.max(free);
            free = down + 14.0;
            let (name, colour) = (&self.lines[line].name, COLOURS[line % COLOURS.len()]);
            let from = WIDTH - RIGHT + 8.0;
            let _ = writeln!(out, "<text x=\"{from:.1}\" y=\"{:.1}\" fill=\"{colour}\">{name}</text>", down + 4.0);
        }
        out.push_str("</svg>\n");
        out
    }
}

/// The powers of ten around all values.
fn decades(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        values.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    let (low, high) = (low.max(1e-3).log10().floor(), high.max(1e-3).log10().ceil());
    (low, high.max(low + 1.0))
}

fn steps(low: f64, high: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(low), |decade| Some(decade + 1.0))
        .take_while(move |decade| *decade <= high)
        .map(|decade| 10_f64.powf(decade))
}
