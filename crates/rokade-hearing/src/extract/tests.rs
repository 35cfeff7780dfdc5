//! What is named and pointed out in small texts, and what holds for any text.

use proptest::prelude::*;
use rokade_core::entry::{Entries, PointEntry};
use rokade_core::ids::Id;
use rokade_core::span::Entry;

use super::*;

/// A chart with things whose names share words.
fn chart() -> Chart {
    let mut entries = Entries::default();
    macro_rules! add {
        ($section:ident, $type:ident, $key:ident: $($id:literal = $name:literal),*) => {$(
            let value = rokade_core::entry::$type { $key: Some($name.into()), ..Default::default() };
            entries.$section.insert(Id::parse($id).expect("an id"), Entry::computed(value));
        )*};
    }
    add!(units, UnitEntry, name:
        "jobcenter-integration" = "Jobcenter Integration",
        "socialcenter-integration" = "Socialcenter Integration",
        "center-ie" = "Center for Idræt og Events",
        "hjemmepleje-nord" = "Hjemmeplejen Nord",
        "hjemmepleje-syd" = "Hjemmeplejen Syd",
        "visitationen" = "Visitationen");
    add!(sites, SiteEntry, name: "kastetvej" = "Kastetvej", "aakanten" = "Åkanten 4");
    add!(functions, FunctionEntry, name:
        "kantine" = "Kantine",
        "tolk" = "Tolkning",
        "raad" = "Råd og vejledning om ydelse",
        "ydelse" = "Ydelse",
        "modtagelse" = "Modtagelse og telefon",
        "hjaelpemidler" = "Hjælpemidler",
        "koersel" = "Kørsel til træning");
    add!(target_groups, TargetGroupEntry, name:
        "groenlaendere" = "Borgere fra Grønland",
        "oevrige" = "Kommunens øvrige borgere");
    add!(staff, StaffEntry, title:
        "leder-jci" = "Leder, Jobcenter Integration",
        "jobraadgivere" = "Jobrådgiver",
        "job-nord" = "Jobrådgiver, nord",
        "raadgivere" = "Ydelsesrådgiver",
        "koordinator" = "Faglig koordinator, job");
    add!(bodies, BodyEntry, name: "lmu" = "LMU Jobcenter Integration");
    Chart::build(entries).0
}

/// What a sentence names, as `kind:id` in its order.
#[track_caller]
fn assert_named(sentence: &str, expected: &[&str]) {
    let chart = chart();
    let charts = [&chart];
    let stems = Stems::of_language_of(&tokens("det er en dansk og"));
    let names = Names::of(&charts, &stems);
    let naming = Naming::new(&charts, &stems, &names);
    let found: Vec<String> = naming
        .named(sentence)
        .iter()
        .map(|named| named.subject.to_string())
        .collect();
    assert_eq!(found, expected, "{sentence}");
}

#[test]
fn things_are_named_in_every_form_of_the_words() {
    assert_named(
        "Kantinen, kantinens og kantiner på Kastetvej",
        &["function:kantine", "site:kastetvej"],
    );
    assert_named(
        "hjælpemidlerne og et hjælpemiddel",
        &["function:hjaelpemidler"],
    );
    assert_named(
        "kørslen fra Aakanten 4",
        &["function:koersel", "site:aakanten"],
    );
    assert_named("de faglige koordinatorer", &["staff:koordinator"]);
    assert_named("jobrådgiverne", &["staff:jobraadgivere"]);
    assert_named("grønlænderne", &["target_group:groenlaendere"]);
}

#[test]
fn the_longest_name_counts() {
    assert_named("LMU Jobcenter Integration", &["body:lmu"]);
    assert_named("i Jobcenter Integration", &["unit:jobcenter-integration"]);
    assert_named("råd og vejledning om ydelse", &["function:raad"]);
    assert_named(
        "råd og vejledning, og ydelser",
        &["function:raad", "function:ydelse"],
    );
    assert_named("Leder, Jobcenter Integration", &["staff:leder-jci"]);
}

#[test]
fn a_part_of_a_name_is_said_for_it_where_it_is_one_thing() {
    assert_named(
        "jobcentrets og socialcenterets",
        &[
            "unit:jobcenter-integration",
            "unit:socialcenter-integration",
        ],
    );
    assert_named("idræt og events", &["unit:center-ie"]);
    assert_named("modtagelsen", &["function:modtagelse"]);
    // One of two, a general word, and one that is new.
    assert_named("hjemmeplejen", &[]);
    assert_named("lederen, medarbejderne og de øvrige borgere", &[]);
    assert_named("et nyt jobcenter", &[]);
    assert_named("integration af borgere", &[]);
}

#[test]
fn compounds_name_their_first_part() {
    assert_named("tolkeudgifter", &["function:tolk"]);
    assert_named("ydelsesdelen", &["function:ydelse"]);
    assert_named("kantinepersonalet", &["function:kantine"]);
    assert_named("ydelsesmæssigt", &[]);
    assert_named("kantiln", &[]);
}

#[test]
fn open_compounds_are_closed() {
    assert_named(
        "Job- og Socialcenter Integration",
        &[
            "unit:jobcenter-integration",
            "unit:socialcenter-integration",
        ],
    );
    assert_named(
        "ydelses- og jobrådgiverne",
        &["staff:raadgivere", "staff:jobraadgivere"],
    );
    assert_named("job- og", &[]);
}

#[test]
fn one_letter_may_be_wrong_in_a_long_name() {
    assert_named(
        "grønlændrene og grønlandere",
        &["target_group:groenlaendere"],
    );
    assert_named("Visitatonen", &["unit:visitationen"]);
    assert_named("kantie", &[]);
}

fn points_of(response: &str) -> Vec<PointEntry> {
    let extracted = extract(response, &[&chart()]);
    let points = extracted.hearing.points();
    points.map(|(_, point)| point.clone()).collect()
}

/// The points of a response, each as `kind id: text`.
fn told(response: &str) -> Vec<String> {
    let json = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let points = points_of(response);
    points
        .iter()
        .map(|point| {
            let kind = json(serde_json::to_value(point.kind).expect("a word"));
            let id = point.id.as_ref().expect("an id");
            format!("{kind} {id}: {}", point.text.as_deref().unwrap_or_default())
        })
        .collect()
}

#[test]
fn a_sentence_that_leans_on_the_one_before_takes_it_along() {
    assert_eq!(
        told(
            "Forslaget nævner ikke kantinen. Hvor skal disse kolleger organiseres? Kantinen flytter til Kastetvej. Det bekymrer os."
        ),
        [
            "question kantine: Forslaget nævner ikke kantinen. Hvor skal disse kolleger organiseres?",
            "objection kantine-2: Kantinen flytter til Kastetvej. Det bekymrer os.",
        ]
    );
}

#[test]
fn what_is_not_said_is_taken_from_the_heading() {
    let points = points_of(
        "Kantinen\n\nVi frygter, at det bliver ringere.\n\nTil sidst\n\nVi ønsker at blive inddraget.",
    );
    let about = points[0].about.as_ref().expect("it is about something");
    assert_eq!(about.functions.len(), 1);
    assert_eq!(points[1].about, None);
}

#[test]
fn the_items_of_a_list_are_what_leads_to_it() {
    assert_eq!(
        told(
            "Vi har disse spørgsmål:\n- Tolkningens pris i de næste to år\n- Hvem leder kantinen?\n\nTak."
        ),
        [
            "question tolk: Tolkningens pris i de næste to år",
            "question kantine: Hvem leder kantinen?",
        ]
    );
    assert_eq!(
        told("Vi mangler svar på, hvem der har ansvaret for:\n- kantinen\n- tolkning\n\nTak."),
        [
            "question kantine-tolk: Vi mangler svar på, hvem der har ansvaret for:\nkantinen\ntolkning"
        ]
    );
}

#[test]
fn the_sender_and_the_day_are_at_the_head_or_foot() {
    let of = |response: &str| {
        let hearing = extract(response, &[&chart()]).hearing;
        let response = hearing
            .responses
            .values()
            .next()
            .expect("one")
            .value
            .clone();
        (
            response.from.map(|from| from.to_string()),
            response.received.map(|day| day.to_string()),
        )
    };
    let lmu = Some("lmu".to_owned());
    let day = Some("2021-05-03".to_owned());
    assert_eq!(
        of("Høringssvar fra LMU Jobcenter Integration\n3. maj 2021\n\nVi spørger."),
        (lmu.clone(), day.clone())
    );
    assert_eq!(
        of("Vi spørger.\n\nMvh\n\nLMU Jobcenter Integration\n\n03.05.2021"),
        (lmu, day)
    );
    // A body in a sentence is not the sender, and a unit is no body.
    let long = "Vi har drøftet det d. 3. maj 2021 og er enige med udvalget i alt, hvad der står i forslaget.";
    assert_eq!(
        of(&format!("Høringssvar fra Jobcenter Integration\n\n{long}")),
        (None, None)
    );
}

#[test]
fn a_response_in_english_is_read() {
    let points = told(
        "We are concerned that the Kastetvej office will close. Who will be responsible for the Kantine? We would like to be heard.",
    );
    assert_eq!(
        points,
        [
            "objection kastetvej: We are concerned that the Kastetvej office will close.",
            "question kantine: Who will be responsible for the Kantine?",
            "request point: We would like to be heard.",
        ]
    );
}

#[test]
fn names_are_of_every_chart_given() {
    let other = {
        let mut entries = Entries::default();
        let unit = rokade_core::entry::UnitEntry {
            name: Some("Borgerhuset".into()),
            ..Default::default()
        };
        entries
            .units
            .insert(Id::parse("nyt").expect("an id"), Entry::computed(unit));
        Chart::build(entries).0
    };
    let extracted = extract("Hvem leder Borgerhuset og kantinen?", &[&chart(), &other]);
    let (_, point) = extracted.hearing.points().next().expect("a point");
    let about = point.about.as_ref().expect("it names something");
    assert_eq!((about.units.len(), about.functions.len()), (1, 1));
}

/// Texts made of what responses are made of, and of anything.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Hvem leder kantinen?", "Vi frygter, at", "job- og", "Socialcenter Integration", "Det bekymrer os.",
            "disse", "f.eks.", "den 1. marts", "?", ".", "…", "\n", "\n\n", "\r\n", "- ", "1. ", "a) ", "## ", "Side 2\n",
            "fysiotera-\n", "Vi spørger:\n", "\u{ad}\n", "Mvh", "LMU Jobcenter Integration", "3/5-2021", "\"", "(", ")",
            "hjælpemidler", "tolkeudgifter", "Grønlandere", "\u{c}", "\u{2028}", "æøåÆØÅ", "İ", "ß", "a\u{30a}",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec((piece, any::<bool>()), 0..40).prop_map(|pieces| {
        let joined = pieces
            .into_iter()
            .map(|(piece, blank)| if blank { piece + " " } else { piece });
        joined.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_points_that_quote_it(text in texts()) {
        let chart = chart();
        let extracted = extract(&text, &[&chart]);
        let points: Vec<_> = extracted.hearing.points().map(|(_, point)| point).collect();
        prop_assert_eq!(points.len(), extracted.places.len());
        prop_assert!(extracted.places.is_sorted_by_key(|place| place.start));
        let mut ids = std::collections::HashSet::new();
        for (point, place) in points.iter().zip(&extracted.places) {
            let quoted = point.text.as_deref().expect("a text");
            prop_assert!(!quoted.trim().is_empty());
            prop_assert!(extracted.text.contains(quoted));
            prop_assert!(text.get(place.clone()).is_some_and(|place| !place.is_empty()));
            let id = point.id.as_ref().expect("an id").to_string();
            prop_assert!(rokade_core::ids::parse_id(&id).is_ok(), "{}", id);
            prop_assert!(ids.insert(id));
            prop_assert!(point.kind.is_some());
        }
        // Tidying what is tidy leaves it, and reading is the same every time.
        prop_assert_eq!(extract(&text, &[&chart]), extracted);
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), zipped in any::<bool>()) {
        let mut bytes = bytes;
        if zipped {
            bytes.splice(0..0, *b"PK\x03\x04");
        }
        if let Ok(text) = read(&bytes) {
            let _ = extract(&text, &[&chart()]);
        }
    }
}
