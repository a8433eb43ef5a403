//! Tells on standard error that the tables do not date when members of a group belonged to it.

use demarche::knowledge::{Knowledge, Party};
use demarche::query::UndatedMembers;

/// Members named; the rest are counted.
const NAMED: usize = 8;

/// "Membership undated: Libya Contact Group, for FR, GB and 3 more; each counts on every day that ..."
pub fn line(group: &UndatedMembers, knowledge: &Knowledge) -> String {
    let name = knowledge.party_name(&Party::Organisation(group.organisation.clone()));
    let mut members: Vec<String> = group.members.iter().take(NAMED).map(Party::to_string).collect();
    let more = group.members.len() - members.len();
    if more > 0 {
        members.push(format!("{more} more"));
    }
    let (last, others) = members.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
    let told = if others.is_empty() { last.to_owned() } else { format!("{} and {last}", others.join(", ")) };
    format!("Membership undated: {name}, for {told}; each counts on every day that the tables do not rule out")
}
