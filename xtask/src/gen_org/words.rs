//! Danish names: of places, institutions and municipalities, and ids made of them.
//!
//! The municipalities are invented. Names are composed, so that there are enough of them; words
//! of one list differ in more than one letter, or they would read as misspelt.

use rokade_core::ids::suggest_id;

const TREES: [&str; 46] = [
    "Ege",
    "Bøge",
    "Birke",
    "Linde",
    "Pile",
    "Hassel",
    "Rønne",
    "Tjørne",
    "Ahorn",
    "Kastanje",
    "Lærke",
    "Svale",
    "Ugle",
    "Falke",
    "Hejre",
    "Kløver",
    "Valmue",
    "Solsikke",
    "Humle",
    "Lyng",
    "Klit",
    "Strand",
    "Fjord",
    "Mølle",
    "Klokke",
    "Præste",
    "Åkande",
    "Brønd",
    "Smede",
    "Hjorte",
    "Skov",
    "Sten",
    "Elme",
    "Guldregn",
    "Tulipan",
    "Anemone",
    "Viol",
    "Fyrre",
    "Kobber",
    "Rosen",
    "Blomme",
    "Vibe",
    "Drossel",
    "Mejse",
    "Grævlinge",
    "Havre",
];

const PLACES: [&str; 20] = [
    "lunden", "gården", "haven", "vangen", "bakken", "engen", "dalen", "højen", "krogen", "hegnet",
    "toften", "skoven", "kæret", "ageren", "stien", "bo", "kilden", "broen", "pladsen", "bugten",
];

const TOWNS: [&str; 20] = [
    "Ravn", "Hjort", "Sten", "Bred", "Lang", "Hvid", "Fugle", "Asger", "Tor", "Gunder", "Helge",
    "Svend", "Ulv", "Mørk", "Dyb", "Klint", "Vester", "Nørre", "Sønder", "Øster",
];

const TOWN_ENDS: [&str; 10] = [
    "strup", "borg", "lev", "sted", "næs", "ager", "skov", "havn", "lund", "bæk",
];

/// The districts of the compass that areas are named by, before numbers are needed.
pub(super) const AREAS: [&str; 12] = [
    "Nord", "Syd", "Øst", "Vest", "Midt", "Nordøst", "Sydvest", "Nordvest", "Sydøst", "Havnen",
    "Ådalen", "Fjorden",
];

/// How many municipalities have a name of their own.
pub(super) const TOWN_NAMES: usize = TOWNS.len() * TOWN_ENDS.len();

/// The name of the n-th place, counted from any of them; names come again with a number.
pub(super) fn place(start: usize, n: usize) -> String {
    let all = TREES.len() * PLACES.len();
    let (round, n) = (n / all, (start + n) % all);
    let at = n % TREES.len();
    let tree = TREES[at];
    // Seven on from one tree to the next, so that neighbours share neither half.
    let place = PLACES[(7 * at + n / TREES.len()) % PLACES.len()];
    let name = if place.starts_with(&tree.to_lowercase()) {
        format!("{tree}kanten")
    } else {
        format!("{tree}{place}")
    };
    if round == 0 {
        name
    } else {
        format!("{name} {}", round + 1)
    }
}

/// The name of a municipality, without the word Kommune.
pub(super) fn town(n: usize) -> String {
    let (start, end) = (n % TOWNS.len(), n / TOWNS.len() % TOWN_ENDS.len());
    let end = TOWN_ENDS[(start + end) % TOWN_ENDS.len()];
    let start = TOWNS[start];
    if end.starts_with(&start.to_lowercase()) {
        return format!("{start}rup");
    }
    format!("{start}{end}")
}

/// The name of an area, however many there are.
pub(super) fn area(n: usize) -> String {
    let name = AREAS[n % AREAS.len()];
    if n < AREAS.len() {
        name.to_owned()
    } else {
        format!("{name} {}", n / AREAS.len() + 1)
    }
}

/// An id's text of a name, in letters that every keyboard has.
pub(super) fn slug(name: &str) -> String {
    let mut plain = String::with_capacity(name.len() + 4);
    for c in name.to_lowercase().chars() {
        match c {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            'é' => plain.push('e'),
            c => plain.push(c),
        }
    }
    suggest_id(&plain).map_or_else(|| "x".to_owned(), |id| id.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn words_of_a_list_are_not_near_each_other() {
        for list in [&TREES[..], &PLACES, &TOWNS] {
            for (i, one) in list.iter().enumerate() {
                for other in &list[i + 1..] {
                    let distance = strsim::damerau_levenshtein(one, other);
                    assert!(distance > 1, "{one} and {other}");
                }
            }
        }
    }

    #[test]
    fn names_are_different_from_each_other() {
        let places: BTreeSet<String> = (0..2000).map(|n| place(700, n)).collect();
        assert_eq!(places.len(), 2000);
        let towns: BTreeSet<String> = (0..TOWN_NAMES).map(town).collect();
        assert_eq!(towns.len(), TOWN_NAMES);
        let areas: BTreeSet<String> = (0..50).map(area).collect();
        assert_eq!(areas.len(), 50);
    }

    #[test]
    fn ids_are_in_plain_letters() {
        assert_eq!(slug("Børnehuset Åkandekæret"), "boernehuset-aakandekaeret");
        assert_eq!(slug("Job- og Ydelse, Øst"), "job-og-ydelse-oest");
    }
}
