//! Links to words on a page.

use demarche::article::link_to;
use proptest::prelude::*;

#[track_caller]
fn check(url: &str, words: &str, link: &str) {
    assert_eq!(link_to(url, words).as_deref(), Some(link), "{words}");
}

#[test]
fn the_words_themselves() {
    let at = "https://wire.example/a";
    check(at, "Italy was alarmed.", "https://wire.example/a#:~:text=Italy%20was%20alarmed");
    check(
        at,
        "\u{201c}We, the ministers,\u{201d} they said",
        "https://wire.example/a#:~:text=We%2C%20the%20ministers%2C%E2%80%9D%20they%20said",
    );
    check(
        at,
        "co-signed by R&D, 50% of it",
        "https://wire.example/a#:~:text=co%2Dsigned%20by%20R%26D%2C%2050%25%20of%20it",
    );
    check(at, "Caf\u{e9} d\u{2019}Orsay", "https://wire.example/a#:~:text=Caf%C3%A9%20d%E2%80%99Orsay");
    check(at, "  two\u{a0}words ", "https://wire.example/a#:~:text=two%20words");
    check(at, "A+B=C?", "https://wire.example/a#:~:text=A%2BB%3DC");
}

#[test]
fn long_words_by_their_ends() {
    let long = "The ministers said that one two three four five six seven eight nine ten eleven twelve thirteen \
                fourteen fifteen sixteen seventeen eighteen nineteen twenty, and that they would meet again in May.";
    let ends = "The%20ministers%20said%20that%20one%20two,they%20would%20meet%20again%20in%20May";
    check("https://wire.example/a", long, &format!("https://wire.example/a#:~:text={ends}"));
    check(
        "https://wire.example/a",
        "\u{201c}We are concerned.\n\n\u{201c}We will meet.\u{201d}",
        "https://wire.example/a#:~:text=We%20are%20concerned,We%20will%20meet",
    );
    check("https://wire.example/a", "yes\n\nno", "https://wire.example/a#:~:text=yes,no");
}

#[test]
fn pages_that_have_a_fragment() {
    check("https://wire.example/a#top", "yes", "https://wire.example/a#top:~:text=yes");
    check("https://wire.example/a#", "yes", "https://wire.example/a#:~:text=yes");
    check("https://wire.example/a#:~:text=no", "yes", "https://wire.example/a#:~:text=yes");
    check("https://wire.example/a b?c=\"d\"", "yes", "https://wire.example/a%20b?c=%22d%22#:~:text=yes");
    check("HTTP://wire.example/a", "\u{2026}", "HTTP://wire.example/a");
}

#[test]
fn only_web_addresses() {
    for url in
        ["", "javascript:alert(1)", "ftp://wire.example/a", "wire.example/a", "tag:wire", "https", "http://a\u{7}"]
    {
        assert_eq!(link_to(url, "yes"), None, "{url}");
    }
}

proptest! {
    #[test]
    fn a_link_is_one_word_of_plain_letters(words in any::<String>()) {
        let link = link_to("https://wire.example/a", &words).expect("a web address");
        prop_assert!(link.is_ascii() && !link.contains(char::is_whitespace), "{}", link);
        if let Some((_, text)) = link.split_once(":~:text=") {
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~' | '%');
            let ends: Vec<&str> = text.split(',').collect();
            prop_assert!(ends.len() <= 2 && ends.iter().all(|end| !end.is_empty() && end.chars().all(plain)), "{}", link);
        }
    }
}
