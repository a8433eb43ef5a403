//! Names of members, made harmless: an archive's names only tell where an item came from.

/// The longest name kept, in characters.
const LONGEST: usize = 300;

/// `name` inside `outer`, without what would lead out of a directory or disturb a terminal.
pub(super) fn member_name(outer: Option<&str>, name: &str) -> String {
    let shown = name.replace('\\', "/");
    let parts =
        shown.split('/').map(str::trim).filter(|part| !matches!(*part, "" | "." | "..") && !part.ends_with(':'));
    let inner = parts.collect::<Vec<_>>().join("/");
    let inner: String = inner.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).take(LONGEST).collect();
    let inner = if inner.is_empty() { "unnamed".to_owned() } else { inner };
    outer.map_or_else(|| inner.clone(), |outer| format!("{outer}/{inner}"))
}

#[cfg(test)]
mod tests {
    use super::member_name;

    fn check(name: &str, harmless: &str) {
        assert_eq!(member_name(None, name), harmless);
    }

    #[test]
    fn names_lead_nowhere() {
        check("a/b.xml", "a/b.xml");
        check("../../etc/passwd", "etc/passwd");
        check("/etc/passwd", "etc/passwd");
        check("C:\\a\\b.xml", "a/b.xml");
        check("a\u{1b}[31m.xml", "a\u{FFFD}[31m.xml");
        check("..", "unnamed");
        assert_eq!(member_name(Some("in.zip"), "a.xml"), "in.zip/a.xml");
    }
}
