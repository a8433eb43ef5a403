//! What each layout of a file of headlines gives, and what is told of rows that cannot be read.

use demarche::article::formats::headlines::HeadlineLayout;

/// Asserts the rows of `file`: `line: day text address`, or `line: fault`.
fn check(file: &str, expected: &[&str]) {
    let layout = HeadlineLayout::of(file.as_bytes()).unwrap_or_else(|| panic!("no headlines: {file}"));
    let rows: Vec<String> = layout
        .rows(Box::new(file.as_bytes()))
        .map(|row| match row {
            Ok(row) => {
                let date = row.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
                format!("{}: {date} {} {}", row.place.line, row.text, row.url.as_deref().unwrap_or("-"))
            }
            Err(fault) => format!("{}: {}", fault.place.line, fault.kind),
        })
        .collect();
    assert_eq!(rows, expected, "{file}");
}

/// Asserts that `file` is no file of headlines.
fn refuse(file: &str) {
    assert_eq!(HeadlineLayout::of(file.as_bytes()), None, "{file}");
}

#[test]
fn rows_are_read_in_every_layout() {
    check(
        "2014-03-18T09:30:00+00:00\tEnvoys \"close\" to deal\thttp://a.example/1\n2014-03-19\tTalks, again\thttp://a.example/2\n",
        &["1: 2014-03-18 Envoys \"close\" to deal http://a.example/1", "2: 2014-03-19 Talks, again http://a.example/2"],
    );
    check(
        "Title,Date,Link\r\n\"Talks, \"\"at last\"\"\",2014-03-18,http://a.example/1\r\n\r\nEnvoys meet,,\r\n",
        &["2: 2014-03-18 Talks, \"at last\" http://a.example/1", "4: - Envoys meet -"],
    );
    check("\u{feff}time;title\n1395136200;Envoys meet\n", &["2: 2014-03-18 Envoys meet -"]);
    check(
        "title,url\n\"Talks\nend\",http://a.example/1\nMore,x\n",
        &["2: - Talks\nend http://a.example/1", "4: - More x"],
    );
    check(
        "{\"title\":\"Envoys meet\",\"time\":1395136200000,\"url\":\"http://a.example/1\"}\n{\"headline\":\"Talks end\",\"date\":\"2014-03-19\"}",
        &["1: 2014-03-18 Envoys meet http://a.example/1", "2: 2014-03-19 Talks end -"],
    );
}

#[test]
fn faults_name_their_row_and_the_rest_is_read() {
    check(
        "time\ttitle\turl\nyesterday\tA b\tx\n2014-03-18\t\tx\n2014-03-18\tC d\tx\n",
        &[
            "2: the time \"yesterday\" is not understood; write it as 2014-03-18",
            "3: the row has no headline",
            "4: 2014-03-18 C d x",
        ],
    );
    check(
        "{\"title\":\"A b\"}\n{\"title\":\n{\"title\":\"C d\"}\n",
        &["1: - A b -", "2: EOF while parsing a value at line 1 column 9", "3: - C d -"],
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_ends_with_the_file() {
    check("title,url\nA b,x\n\"C d,y\n", &["2: - A b x", "3: a quotation mark is not closed"]);
    check("title,url\n\"C d,y\nE f,z", &["2: a quotation mark is not closed"]);
    // Many short lines behind it cost no more than one long one.
    let long = format!("title,url\n\"C d,y\n{}", "E,z\n".repeat(200_000));
    let started = std::time::Instant::now();
    check(&long, &["2: a quotation mark is not closed"]);
    assert!(started.elapsed() < std::time::Duration::from_secs(1), "{:?}", started.elapsed());
}

#[test]
fn articles_are_left_to_their_formats() {
    refuse("title,text,date\nA b,The body.,2014-03-18\n");
    refuse("{\"title\":\"A b\",\"body\":\"The body.\"}\n");
    refuse("Envoys meet in Geneva\n\nGENEVA (Sample Wire) - They met.\n");
    refuse("2014-03-18, a Tuesday, was calm.\n");
    refuse("");
}

#[test]
fn markup_is_no_table_of_headlines() {
    let page = b"<!DOCTYPE html><html>\nx,title,url\n";
    assert_eq!(HeadlineLayout::of(page), None);
    assert_eq!(HeadlineLayout::of(b"<a>,title,url\n<b>,tea,http://wire.example/\n"), None);
}
