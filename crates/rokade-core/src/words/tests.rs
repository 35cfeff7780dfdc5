//! Values and sentences, in both languages.

use super::*;
use crate::ids::Kind;

fn say(language: Language, value: Value) -> String {
    let text = "posts = { $n ->\n [one] én ({ $n })\n *[other] flere ({ $n })\n }";
    let words = Words::new(language, text).unwrap();
    words.say("posts", &[("n", value)]).unwrap()
}

#[test]
fn numbers_are_set_as_the_language_sets_them() {
    let quantity = |text: &str| Value::Quantity(text.parse().unwrap());
    assert_eq!(say(Language::Da, quantity("1")), "én (1)");
    assert_eq!(say(Language::Da, quantity("0.5")), "flere (0,5)");
    assert_eq!(
        say(Language::Da, quantity("ca. 30-35")),
        "flere (ca. 30–35)"
    );
    assert_eq!(say(Language::Da, quantity("12500")), "flere (12.500)");
    assert_eq!(say(Language::En, quantity("12500")), "flere (12,500)");
}

#[test]
fn dates_are_as_exact_as_they_are_known() {
    let dates = |language| {
        let say = |date: &str| {
            let words = Words::new(language, "x = { $d }").unwrap();
            words
                .say("x", &[("d", Value::Date(date.parse().unwrap()))])
                .unwrap()
        };
        [
            "2017-06-20",
            "2016-W01",
            "2015-04",
            "2021-H1",
            "2021",
            "unknown",
        ]
        .map(say)
    };
    assert_eq!(
        dates(Language::Da),
        [
            "20. juni 2017",
            "uge 1 i 2016",
            "april 2015",
            "1. halvår 2021",
            "2021",
            "ukendt dato"
        ]
    );
    assert_eq!(
        dates(Language::En),
        [
            "20 June 2017",
            "week 1 of 2016",
            "April 2015",
            "first half of 2021",
            "2021",
            "date unknown"
        ]
    );
}

#[test]
fn a_quantity_can_start_a_sentence() {
    let words = Words::new(Language::Da, "x = { $n_start } flytter").unwrap();
    let say = |q: &str| {
        words
            .say("x", &[("n", Value::Quantity(q.parse().unwrap()))])
            .unwrap()
    };
    assert_eq!(say("ca. 30-35"), "Ca. 30–35 flytter");
    assert_eq!(say("4"), "4 flytter");
}

#[test]
fn long_lists_count_their_rest() {
    let names = |n: usize| Value::Texts((1..=n).map(|i| format!("n{i}")).collect());
    let words = Words::new(Language::Da, "x = { $names } af { $names_count }").unwrap();
    let say = |n| words.say("x", &[("names", names(n))]).unwrap();
    assert_eq!(say(1), "n1 af 1");
    assert_eq!(say(3), "n1, n2 og n3 af 3");
    assert_eq!(say(6), "n1, n2, n3, n4 +2 af 6");
}

#[test]
fn a_sentence_that_lacks_a_value_is_an_error() {
    let words = Words::new(Language::En, "x = { $gone }").unwrap();
    assert!(words.say("x", &[]).is_err());
    assert!(words.say("y", &[]).is_err());
}

fn speaker(language: Language) -> Speaker<'static> {
    Speaker {
        language,
        base: None,
        revision: None,
        all_names: true,
    }
}

/// What a value is in a sentence of each language.
fn told(value: &Value) -> [String; 2] {
    [Language::Da, Language::En].map(|language| {
        let values = IndexMap::from([("v", value.clone())]);
        let words = Words::new(language, "x = { $v }").unwrap();
        words
            .format("x", &speaker(language).args([&values]))
            .unwrap()
    })
}

#[test]
fn every_kind_of_number_is_set_as_its_language_sets_it() {
    let quantity = |text: &str| Value::Quantity(text.parse().unwrap());
    let percent = |text: &str| Value::Percent(text.parse().unwrap());
    let money = |text: &str, code: &str| Value::Money(text.parse().unwrap(), Some(code.to_owned()));
    for (value, da, en) in [
        (Value::Number(7), "7", "7"),
        (Value::Number(1_234_567), "1.234.567", "1,234,567"),
        (quantity("12.5"), "12,5", "12.5"),
        (quantity("12,25"), "12,25", "12.25"),
        (quantity("30-35"), "30–35", "30–35"),
        (quantity("ca. 10"), "ca. 10", "ca. 10"),
        (quantity("ca. 30-35.5"), "ca. 30–35,5", "ca. 30–35.5"),
        (quantity("6+"), "mindst 6", "at least 6"),
        (quantity("9999"), "9999", "9999"),
        (quantity("10000"), "10.000", "10,000"),
        (
            quantity("1000000-1200000"),
            "1.000.000–1.200.000",
            "1,000,000–1,200,000",
        ),
        (
            quantity("unknown"),
            "et ukendt antal",
            "an unknown number of",
        ),
        (percent("10%"), "10\u{a0}%", "10%"),
        (percent("12.5%"), "12,5\u{a0}%", "12.5%"),
        (percent("ca. 10-20%"), "ca. 10–20\u{a0}%", "ca. 10–20%"),
        (
            money("1000000", "DKK"),
            "1.000.000\u{a0}kr.",
            "DKK\u{a0}1,000,000",
        ),
        (money("0.5", "EUR"), "0,5\u{a0}EUR", "EUR\u{a0}0.5"),
        (
            money("ca. 30000-40000", "DKK"),
            "ca. 30.000–40.000\u{a0}kr.",
            "DKK\u{a0}ca. 30,000–40,000",
        ),
        (
            money("50000+", "DKK"),
            "mindst 50.000\u{a0}kr.",
            "at least DKK\u{a0}50,000",
        ),
        (
            money("unknown", "DKK"),
            "et ukendt beløb",
            "an unknown amount",
        ),
        (Value::Money("12".parse().unwrap(), None), "12", "12"),
    ] {
        assert_eq!(told(&value), [da, en], "{value:?}");
    }
}

#[test]
fn a_difference_in_money_has_its_currency_beside_its_figures() {
    for (number, da, en) in [
        ("+1000", "+1000\u{a0}kr.", "DKK\u{a0}+1000"),
        ("-2 to +5", "-2 to +5\u{a0}kr.", "DKK\u{a0}-2 to +5"),
        (
            "at most ca. +4",
            "at most ca. +4\u{a0}kr.",
            "at most DKK\u{a0}ca. +4",
        ),
    ] {
        assert_eq!(with_currency(Language::Da, number, "DKK"), da);
        assert_eq!(with_currency(Language::En, number, "DKK"), en);
    }
}

fn unit(id: &str) -> Subject {
    Subject::new(crate::ids::Kind::Unit, id)
}

#[test]
fn names_stand_in_the_order_of_the_language() {
    let names = ["ålborg", "andel", "zebra", "ørsted", "ærø"];
    let [da, en] = told(&Value::Things(Side::Base, names.map(unit).to_vec()));
    assert_eq!(da, "andel, zebra, ærø, ørsted og ålborg");
    assert_eq!(en, "ærø, ålborg, andel, ørsted and zebra");
    let [da, _] = told(&Value::Names(names.map(str::to_owned).to_vec()));
    assert_eq!(da, "andel, zebra, ærø, ørsted og ålborg");
    let [da, _] = told(&Value::Row(Side::Base, names.map(unit).to_vec()));
    assert_eq!(da, "ålborg, andel, zebra, ørsted og ærø");
}

#[test]
fn amounts_stand_the_most_first_and_dates_the_earliest_first() {
    let amount = |id, amount: &str| (unit(id), amount.parse().unwrap());
    let amounts = [
        amount("åse", "2"),
        amount("zebra", "2"),
        amount("andel", "1-2"),
        amount("ukendt", "unknown"),
        amount("ørsted", "10"),
    ];
    let [da, _] = told(&Value::Amounts(Side::Base, amounts.to_vec()));
    assert_eq!(
        da,
        "ørsted (10), zebra (2), åse (2), andel (1–2) og ukendt (antal ukendt)"
    );
    let date = |id, date: &str| (unit(id), date.parse().unwrap());
    let dates = [
        date("åse", "2017"),
        date("zebra", "unknown"),
        date("ørsted", "2017-06-20"),
        date("andel", "2016-H2"),
        date("z", "2017"),
    ];
    let [da, _] = told(&Value::Dates(Side::Base, dates.to_vec()));
    assert_eq!(
        da,
        "andel (2. halvår 2016), z (2017), åse (2017), ørsted (20. juni 2017) og zebra (ukendt dato)"
    );
}

#[test]
fn a_short_list_holds_the_same_first_names_as_the_full_one() {
    let ids = ["å", "aa-2", "c", "d", "e", "a", "ø", "b"];
    let mut short = speaker(Language::Da);
    short.all_names = false;
    let FluentValue::String(list) = short.value(&Value::Things(Side::Base, ids.map(unit).to_vec()))
    else {
        panic!("a list is a text");
    };
    assert_eq!(list, "a, b, c, d +4");
}

#[test]
fn a_list_cut_short_counts_those_it_does_not_name() {
    let amounts = ["b", "a"].map(|id| (unit(id), "2".parse().unwrap()));
    let cut = Value::first_of(Value::Amounts(Side::Base, amounts.to_vec()), 50_000);
    let [da, en] = told(&cut);
    assert_eq!(
        (da.as_str(), en.as_str()),
        ("a (2), b (2) +49.998", "a (2), b (2) +49,998")
    );
    assert_eq!(cut.listed(), Some(50_000));
    let json = serde_json::to_value(&cut).unwrap();
    assert_eq!(
        (&json["others"], json["first"].as_array().unwrap().len()),
        (&49_998.into(), 2)
    );

    let whole = Value::first_of(Value::Amounts(Side::Base, amounts.to_vec()), 2);
    assert_eq!(told(&whole)[0], "a (2) og b (2)");
}

#[test]
fn an_event_without_an_id_is_called_by_its_number() {
    let name = |language, event: &Subject| speaker(language).name(Side::Revision, event);
    let second = Subject::numbered_event(2);
    assert_eq!(name(Language::Da, &second), "Ændring nr. 2");
    assert_eq!(name(Language::En, &second), "Event no. 2");
    let named = Subject::new(Kind::Event, "flyt");
    assert_eq!(name(Language::Da, &named), "flyt");
    assert_eq!(
        (second.event_number(), named.event_number()),
        (Some(2), None)
    );
    assert_eq!(Subject::new(Kind::Unit, "#2").event_number(), None);
}
