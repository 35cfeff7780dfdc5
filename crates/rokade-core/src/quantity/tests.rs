//! The forms of a quantity and the sums of the format's own text, one by one.

use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;

use super::Certainty::{Certain, Possible};
use super::*;

fn q(text: &str) -> Quantity {
    text.parse()
        .unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

pub(super) fn percent(text: &str) -> Percent {
    text.parse()
        .unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[test]
fn the_canonical_forms_are_read_and_printed() {
    for text in [
        "6",
        "0",
        "0.5",
        "12.25",
        "12.05",
        "30-35",
        "ca. 10",
        "ca. 30-35",
        "0.5-1.5",
        "unknown",
        "6+",
        "ca. 6+",
        "ca. 0+",
        "1000000000000",
    ] {
        assert_eq!(q(text).to_string(), text);
    }
    assert_eq!((q("12.5").low(), q("12.5").high()), (1250, Some(1250)));
    assert_eq!((q("6+").low(), q("6+").high()), (600, None));
    assert_eq!(q("unknown"), Quantity::UNKNOWN);
}

#[test]
fn what_people_write_is_read() {
    for (text, canonical) in [
        ("30–35", "30-35"),
        (" 30 - 35 ", "30-35"),
        ("30 – 35", "30-35"),
        ("ca 10", "ca. 10"),
        ("ca.10", "ca. 10"),
        ("ca.\u{a0}30–35", "ca. 30-35"),
        ("0,5", "0.5"),
        ("0,50", "0.5"),
        ("6.00", "6"),
        ("06", "6"),
        ("6 +", "6+"),
        ("0+", "unknown"),
        ("6-6", "6"),
    ] {
        assert_eq!(q(text).to_string(), canonical, "{text:?}");
    }
}

#[test]
fn what_is_no_quantity_is_refused_with_the_reason() {
    use QuantityError::{Empty, Negative, Percent, Reversed, Shape, TooLarge, TooPrecise};
    for (text, error) in [
        ("", Empty),
        (" ", Empty),
        ("-6", Negative),
        ("–6", Negative),
        ("ca. -6", Negative),
        ("1.000", TooPrecise),
        ("1,000", TooPrecise),
        ("0.125", TooPrecise),
        ("35-30", Reversed),
        ("10%", Percent),
        ("1000000000000.01", TooLarge),
        ("1-1000000000001", TooLarge),
        ("99999999999999999999", TooLarge),
        ("1.000.000", Shape),
        ("1 000", Shape),
        ("1'000", Shape),
        ("6-", Shape),
        ("6.", Shape),
        (".5", Shape),
        ("30-35-40", Shape),
        ("30-35+", Shape),
        ("30--35", Shape),
        ("ca10", Shape),
        ("ca.", Shape),
        ("ca. ca. 10", Shape),
        ("ca. unknown", Shape),
        ("Unknown", Shape),
        ("many", Shape),
        ("+6", Shape),
        ("1e3", Shape),
        ("٣", Shape),
        ("NaN", Shape),
    ] {
        assert_eq!(text.parse::<Quantity>(), Err(error), "{text:?}");
    }
}

#[test]
fn an_amount_may_be_a_share() {
    for (text, canonical) in [
        ("50-100%", "50-100%"),
        ("ca. 10%", "ca. 10%"),
        ("10 %", "10%"),
        ("12,5–20 % ", "12.5-20%"),
        ("110%", "110%"),
        ("6", "6"),
        ("ca. 30-35", "ca. 30-35"),
    ] {
        let amount: Result<Amount, _> = text.parse();
        assert_eq!(
            amount.map(|amount| amount.to_string()),
            Ok(canonical.into())
        );
    }
    for text in [
        "%", "unknown%", "6+%", "-5%", "10%%", "50%-100%", "0.125%", "20-10%", "",
    ] {
        assert!(text.parse::<Amount>().is_err(), "{text:?}");
    }
    let of = |amount: &str, whole: &str| {
        let amount: Result<Amount, _> = amount.parse();
        amount.map(|amount| amount.of(q(whole)).to_string())
    };
    assert_eq!(of("50-100%", "18"), Ok("9-18".into()));
    assert_eq!(of("ca. 10%", "30-35"), Ok("ca. 3-3.5".into()));
    assert_eq!(of("10%", "7.25"), Ok("0.72-0.73".into()));
    assert_eq!(of("150%", "ca. 4"), Ok("ca. 6".into()));
    assert_eq!(of("50%", "unknown"), Ok("unknown".into()));
    assert_eq!(of("50%", "6+"), Ok("3+".into()));
    assert_eq!(of("0%", "unknown"), Ok("0".into()));
    assert_eq!(of("2", "unknown"), Ok("2".into()));
    for (taken, rest) in [
        ("40%", "60%"),
        ("50-100%", "0-50%"),
        ("ca. 12.5%", "ca. 87.5%"),
        ("90-110%", "0-10%"),
    ] {
        assert_eq!(percent(taken).rest(), percent(rest));
    }
    assert!(percent("100%").is_whole());
    assert!(!percent("50-100%").is_whole() && !percent("ca. 100%").is_whole());
}

#[test]
fn sums_add_ends_and_stay_approximate() {
    // Vallensbæk, 2017: what was taken over from three places.
    let sum: Quantity = [q("30-35"), q("ca. 10"), q("10-12")].iter().sum();
    assert_eq!(sum.to_string(), "ca. 50-57");
    assert_eq!((q("6") + Quantity::UNKNOWN).to_string(), "6+");
    assert_eq!([].iter().sum::<Quantity>(), Quantity::ZERO);
    let most = q("1000000000000");
    assert_eq!((most + Quantity::ONE).to_string(), "1000000000000+");
    assert_eq!(most.times(u32::MAX).to_string(), "1000000000000+");
    assert_eq!(most.scaled_percent(percent("1000000000000%")).high(), None);
    assert_eq!(q("ca. 6").times(3).to_string(), "ca. 18");
    assert_eq!(Quantity::UNKNOWN.times(0), Quantity::ZERO);
}

#[test]
fn what_is_left_is_every_value_possible() {
    for (whole, part, left) in [
        ("30-35", "10-12", "18-25"),
        ("6", "6", "0"),
        ("6", "10", "0"),
        ("30-35", "30-35", "0-5"),
        ("6", "unknown", "0-6"),
        ("unknown", "6", "unknown"),
        ("unknown", "ca. 6", "unknown"),
        ("10+", "4", "6+"),
        ("ca. 10", "4", "ca. 6"),
        ("10", "ca. 4", "ca. 6"),
    ] {
        assert_eq!(
            q(whole).less(q(part)).to_string(),
            left,
            "{whole} less {part}"
        );
    }
}

#[test]
fn an_approximate_value_is_widened_against_a_limit() {
    for (value, limit, exceeds, falls_short) in [
        ("26", "25", Some(Certain), None),
        ("25", "25", None, None),
        ("ca. 25", "25", Some(Possible), Some(Possible)),
        ("ca. 22.5", "25", None, Some(Possible)),
        ("ca. 22.51", "25", Some(Possible), Some(Possible)),
        ("ca. 22.49", "25", None, Some(Certain)),
        ("ca. 27.5", "25", Some(Possible), None),
        ("ca. 27.51", "25", Some(Certain), None),
        ("ca. 30-35", "25", Some(Certain), None),
        ("unknown", "25", Some(Possible), Some(Possible)),
        ("30", "unknown", Some(Possible), Some(Possible)),
        ("26+", "25", Some(Certain), None),
    ] {
        assert_eq!(q(value).exceeds(q(limit)), exceeds, "{value} over {limit}");
        assert_eq!(
            q(value).falls_short_of(q(limit)),
            falls_short,
            "{value} under {limit}"
        );
    }
}

#[test]
fn the_unknown_equals_nothing() {
    let unknown = Quantity::UNKNOWN;
    assert_eq!(unknown.equals(unknown), None);
    assert_eq!(unknown.equals(q("6")), None);
    assert_eq!(q("0").equals(unknown), None);
    assert_eq!(unknown.greater_than(unknown), Some(Possible));
    assert!(Quantity::balances(unknown, q("6")));
    assert_eq!(q("6").equals(q("6")), Some(Certain));
    assert_eq!(q("ca. 6").equals(q("ca. 6")), Some(Possible));
    assert_eq!(q("5-6").equals(q("5-6")), Some(Possible));
    assert_eq!(q("5-6").equals(q("7")), None);
}

#[test]
fn exact_numbers_are_integers_where_they_fit() {
    assert_eq!(Quantity::exact(u32::MAX).as_integer(), Some(u32::MAX));
    assert_eq!(Quantity::ONE, Quantity::exact(1));
    for text in ["0.5", "5-6", "ca. 6", "6+", "unknown", "4294967296"] {
        assert_eq!(q(text).as_integer(), None, "{text}");
    }
    assert!(q("0.5").is_exact() && !q("ca. 6").is_exact() && !q("6+").is_exact());
    assert_eq!(Quantity::from_hundredths(-1, Some(1), false), None);
    assert_eq!(Quantity::from_hundredths(2, Some(1), false), None);
    assert_eq!(Quantity::from_hundredths(0, Some(i64::MAX), false), None);
    assert_eq!(Quantity::from_hundredths(i64::MAX, None, false), None);
}

#[test]
fn people_read_it_in_their_own_way() {
    let danish = |text: &str| q(text).localized(',', "ukendt", "mindst", ".");
    let english = |text: &str| q(text).localized('.', "unknown", "at least", ",");
    assert_eq!(danish("ca. 30-35"), "ca. 30–35");
    assert_eq!(danish("12.5"), "12,5");
    assert_eq!(danish("unknown"), "ukendt");
    assert_eq!(danish("6+"), "mindst 6");
    assert_eq!(danish("ca. 6+"), "mindst ca. 6");
    assert_eq!(danish("9999"), "9999");
    assert_eq!(danish("10000.25"), "10.000,25");
    assert_eq!(english("42000000"), "42,000,000");
    assert_eq!(english("6+"), "at least 6");
    assert_eq!(english("100000-123456"), "100,000–123,456");
}

/// Reads a number from a format that tells numbers from text.
pub(super) fn read_number_of<'de, N>(number: N) -> Option<Quantity>
where
    N: IntoDeserializer<'de, ValueError>,
{
    Quantity::deserialize(number.into_deserializer()).ok()
}

#[test]
fn files_and_reports_hold_it_each_in_their_form() {
    let entry = |text: &str| serde_json::to_string(&q(text)).ok();
    assert_eq!(entry("6").as_deref(), Some("6"));
    assert_eq!(entry("0.5").as_deref(), Some("\"0.5\""));
    assert_eq!(entry("ca. 6").as_deref(), Some("\"ca. 6\""));
    for read in [
        read_number_of(6u64),
        read_number_of(6i64),
        read_number_of(6.0f64),
        serde_json::from_str("\"6.00\"").ok(),
    ] {
        assert_eq!(read, Some(q("6")));
    }
    assert_eq!(read_number_of(0.5), Some(q("0.5")));
    for number in [-6.0, -0.5, 0.125, 1e300, f64::NAN, f64::INFINITY] {
        assert_eq!(read_number_of(number), None, "{number}");
    }
    for json in ["true", "null", "[6]", "\"x\"", "\"10%\""] {
        let error = serde_json::from_str::<Quantity>(json).map_err(|error| error.to_string());
        assert!(
            error.is_err_and(|error| error.contains("quantity")),
            "{json}"
        );
    }
    let share: Result<Amount, _> = serde_json::from_str("\"10 %\"");
    assert_eq!(share.ok(), Some(Amount::Share(percent("10%"))));
    assert!(
        serde_json::from_str::<Amount>("\"x\"").is_err_and(|e| e.to_string().contains("amount"))
    );

    let report = |text: &str| q(text).to_json().to_string();
    assert_eq!(
        report("ca. 30-35"),
        r#"{"min":30,"max":35,"approximate":true}"#
    );
    assert_eq!(
        report("0.5"),
        r#"{"min":0.5,"max":0.5,"approximate":false}"#
    );
    assert_eq!(
        report("unknown"),
        r#"{"min":0,"max":null,"approximate":false}"#
    );
    assert_eq!(
        report("999999999999.99-1000000000000"),
        r#"{"min":999999999999.99,"max":1000000000000,"approximate":false}"#
    );
    let typed = serde_json::to_value(QuantityJson::from(q("0.5+"))).ok();
    assert_eq!(typed, Some(q("0.5+").to_json()));
    assert_eq!(
        serde_json::to_string(&Certain).ok().as_deref(),
        Some("\"certain\"")
    );
    assert!(Possible < Certain);
}

#[test]
fn what_is_as_it_was_has_not_grown() {
    let grown = |before: &str, now: &str| {
        let quantity = |text: &str| text.parse::<Quantity>().unwrap();
        quantity(now).grown_from(quantity(before))
    };
    assert_eq!(grown("2", "3"), Some(Certainty::Certain));
    assert_eq!(grown("2", "2-3"), Some(Certainty::Possible));
    assert_eq!(grown("2-3", "3"), Some(Certainty::Possible));
    assert_eq!(grown("2-3", "2-3"), None);
    assert_eq!(grown("2-4", "2-3"), None);
    assert_eq!(grown("unknown", "unknown"), None);
}

#[test]
fn what_each_of_so_many_has_is_rounded_outwards() {
    let each = |all: &str, of: &str| q(all).for_each(q(of)).to_string();
    assert_eq!(each("1000", "16"), "62.5");
    assert_eq!(each("1000", "18"), "55.55-55.56");
    assert_eq!(each("ca. 100", "4-5"), "ca. 20-25");
    assert_eq!(each("100", "ca. 4"), "ca. 25");
    assert_eq!(q("100").for_each(q("0-2")).low(), 5_000);
    assert_eq!(q("100").for_each(q("0-2")).high(), None);
    assert_eq!(q("100").for_each(Quantity::ZERO), Quantity::UNKNOWN);
    assert_eq!(q("unknown").for_each(q("4")), Quantity::UNKNOWN);
}

#[test]
fn so_many_of_so_much_is_rounded_outwards() {
    let product = |many: &str, each: &str| q(many).of_each(q(each)).to_string();
    assert_eq!(product("2", "1.5"), "3");
    assert_eq!(product("2-3", "1.5-2.25"), "3-6.75");
    assert_eq!(product("0.33", "0.33"), "0.1-0.11");
    assert_eq!(product("2+", "3"), "6+");
    assert_eq!(product("2", "3+"), "6+");
    assert_eq!(product("ca. 2", "3"), "ca. 6");
    assert_eq!(product("2", "ca. 3"), "ca. 6");
    assert_eq!(product("ca. 0-2", "3"), "ca. 0-6");
    assert_eq!(product("ca. 2+", "3"), "ca. 6+");
    // What is anything at all is not approximately that.
    assert_eq!(product("ca. 0+", "3"), "unknown");
    assert_eq!(product("0", "unknown"), "0");
    assert_eq!(product("unknown", "0"), "0");
    assert_eq!(product("unknown", "3"), "unknown");
}

#[test]
fn what_is_left_of_what_is_hardly_known_is_anything() {
    let left = |whole: &str, part: &str| q(whole).less(q(part)).to_string();
    assert_eq!(left("ca. 5+", "2"), "ca. 3+");
    assert_eq!(left("5", "ca. 2"), "ca. 3");
    assert_eq!(left("ca. 5", "unknown"), "ca. 0-5");
    assert_eq!(left("ca. 2+", "3-5"), "unknown");
    let each = |all: &str, of: &str| q(all).for_each(q(of)).to_string();
    assert_eq!(each("ca. 6", "2+"), "ca. 0-3");
    assert_eq!(each("ca. 6+", "2"), "ca. 3+");
    assert_eq!(each("ca. 6+", "2+"), "unknown");
    let half = |all: &str| q(all).scaled_percent(percent("50%")).to_string();
    assert_eq!(half("ca. 0+"), "unknown");
    assert_eq!(half("ca. 6+"), "ca. 3+");
    assert_eq!(half("ca. 0-6"), "ca. 0-3");
}

#[test]
fn what_rises_at_one_end_and_falls_at_the_other_has_not_risen() {
    let risen = |before: &str, now: &str| q(now).has_risen_from(q(before));
    for (before, now) in [
        ("2-5", "3-5"),
        ("2-5", "2-6"),
        ("2-5", "3-6"),
        ("2-5", "2+"),
    ] {
        assert!(risen(before, now), "{before} to {now}");
        assert!(!risen(now, before), "{now} to {before}");
    }
    for (before, now) in [
        ("2-5", "3-4"),
        ("2-5", "2-5"),
        ("2-5", "1-6"),
        ("unknown", "unknown"),
    ] {
        assert!(!risen(before, now), "{before} to {now}");
    }
}

#[test]
fn a_small_group_is_up_to_four() {
    for (text, is_small) in [
        ("0-4", true),
        ("1-4", true),
        ("ca. 1-4", false),
        ("2-4", false),
        ("1-5", false),
        ("0-3", false),
        ("4", false),
    ] {
        assert_eq!(q(text).is_small_group(), is_small, "{text}");
    }
}
