//! A query says which members of its groups the tables do not date, on the days it asks about.

use demarche::knowledge::Knowledge;
use demarche::query::Query;
use jiff::civil::Date;

/// A query, the day of `--as-of`, and a member of a group that is undated then; nothing where all are dated.
const QUERIES: [(&str, &str, &str); 12] = [
    ("signatory:members(\"Contact Group\")", "", "Yugoslavia Contact Group DE"),
    ("signatory:all(\"Contact Group\") date:1995", "", "Yugoslavia Contact Group DE"),
    ("NOT target:members(\"Contact Group on Libya\")", "", "Libya Contact Group FR"),
    ("represented:members(MTCR) OR kosovo", "", "MTCR"),
    // On a day that every row is known for, nothing is undated.
    ("signatory:members(\"Contact Group\") date:1990", "", ""),
    ("signatory:members(\"Contact Group\")", "1990-01-01", ""),
    ("signatory:members(G7)", "", ""),
    ("signatory:members(NATO) date:2023", "", ""),
    ("signatory:G7 date:2024", "", ""),
    // Lithuania joined within the year 2022.
    ("signatory:members(IEA) date:2022-06", "", "IEA LT"),
    ("signatory:members(IEA) date:2023", "", ""),
    ("signatory:outside(IEA) date:2022", "", "IEA LT"),
];

#[test]
fn queries_tell_undated_members() {
    let knowledge = Knowledge::built_in();
    let mut faults = Vec::new();
    for (query, as_of, wanted) in QUERIES {
        let groups = Query::parse(query).expect("a query").undated_members(as_of.parse::<Date>().ok(), knowledge);
        let told: Vec<String> = groups
            .iter()
            .flat_map(|group| group.members.iter().map(move |party| format!("{} {party}", group.organisation)))
            .collect();
        let fits = if wanted.is_empty() { told.is_empty() } else { told.iter().any(|row| row.starts_with(wanted)) };
        if !fits {
            faults.push(format!("{query} as of '{as_of}': '{wanted}' not in {told:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
