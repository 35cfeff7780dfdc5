use rokade_core::finding::Severity;

use super::*;
use crate::escape::is_hidden;
use crate::fixture::{aalborg, finding, label, member, report, source};

fn json_text(report: &Report) -> String {
    let mut out = Vec::new();
    render(report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn keys(value: &Json) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn every_report_is_as_the_schema_says() {
    let schema = report_schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for report in [
        aalborg(Language::Da),
        aalborg(Language::En),
        report(Vec::new()),
        report(vec![finding("syntax", Severity::Error, "Noget.")]),
    ] {
        let mut value: Json = serde_json::from_str(&json_text(&report)).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        // And the schema does say something.
        value["version"] = 2.into();
        assert!(!validator.is_valid(&value));
        value["version"] = JSON_VERSION.into();
        value.as_object_mut().unwrap().shift_remove("counts");
        assert!(!validator.is_valid(&value));
    }
}

#[test]
fn keys_stand_in_one_order() {
    let report = aalborg(Language::Da);
    let text = json_text(&report);
    assert_eq!(text, json_text(&report));
    let value: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(
        keys(&value),
        [
            "version",
            "tool",
            "command",
            "language",
            "complete",
            "summary",
            "sources",
            "balance",
            "findings",
            "changes",
            "not_judged",
            "counts",
        ]
    );
    assert_eq!(keys(&value["tool"]), ["name", "version"]);
    assert_eq!(keys(&value["counts"]), ["error", "warning", "note"]);
    assert_eq!(keys(&value["balance"]), ["functions", "posts", "sentences"]);
    for finding in value["findings"].as_array().unwrap() {
        assert_eq!(
            keys(finding),
            [
                "rule",
                "title",
                "topic",
                "severity",
                "certainty",
                "cause",
                "caused_by",
                "caused_by_others",
                "subjects",
                "spans",
                "data",
                "message",
                "help",
                "posts",
                "citizens",
                "fingerprint",
                "allowed",
                "known",
            ]
        );
        for span in finding["spans"].as_array().unwrap() {
            assert_eq!(keys(span), ["source", "side", "start", "end", "label"]);
        }
    }
}

#[test]
fn a_finding_has_all_there_is() {
    let value: Json = serde_json::from_str(&json_text(&aalborg(Language::En))).unwrap();
    let mut finding = value["findings"][0].clone();
    finding["spans"].as_array_mut().unwrap().truncate(1);
    insta::assert_snapshot!(serde_json::to_string_pretty(&finding).unwrap(), @r#"
    {
      "rule": "unassigned-responsibility",
      "title": "unassigned responsibility",
      "topic": "functions",
      "severity": "error",
      "certainty": "certain",
      "cause": {
        "kind": "unit-closed",
        "subjects": [
          {
            "kind": "unit",
            "id": "socialcenter-integration"
          }
        ]
      },
      "caused_by": [],
      "caused_by_others": 0,
      "subjects": [
        {
          "kind": "function",
          "id": "kantine",
          "side": "revision",
          "name": "Kantine",
          "fingerprint": "31f0bc8e99723bae"
        },
        {
          "kind": "function",
          "id": "pedel",
          "side": "revision",
          "name": "Pedelfunktion",
          "part": "kastetvej",
          "fingerprint": "8889a2b959e44176"
        }
      ],
      "spans": [
        {
          "source": "orgs/aalborg-integration/proposal.yaml",
          "side": "revision",
          "start": {
            "line": 13,
            "column": 57
          },
          "end": {
            "line": 13,
            "column": 66
          },
          "label": "nobody is responsible here"
        }
      ],
      "data": {
        "functions": [
          {
            "kind": "function",
            "id": "kantine"
          }
        ]
      },
      "message": "Nobody is responsible for Kantine and Pedelfunktion at Kastetvej: Socialcenter Integration closes. Performed today by Kantinemedarbejder (ca. 2) and Pedel (ca. 1–2).",
      "help": "Say who takes over: give the function a `responsible` unit in the proposal, or end it on purpose under `ended` with a reason.",
      "posts": {
        "min": 3,
        "max": 4,
        "approximate": true
      },
      "citizens": null,
      "fingerprint": "40e8bc0f6f80d1aa",
      "allowed": null,
      "known": null
    }
    "#);
    let by = &value["findings"][1]["caused_by"][0];
    assert_eq!(
        (&by["action"], &by["event"], &by["number"]),
        (&"move".into(), &"flyt-ydelse".into(), &2.into())
    );
    let place = &value["findings"][1]["spans"][0];
    for key in ["source", "start", "end"] {
        assert_eq!(by[key], place[key]);
    }
    assert_eq!(value["findings"][2]["allowed"]["until"], "2017-12-31");
    assert_eq!(
        value["counts"],
        serde_json::json!({ "error": 2, "warning": 0, "note": 1 })
    );
}

#[test]
fn lines_and_columns_count_code_points_from_one_and_ends_are_exclusive() {
    let sources = vec![source("a.yaml", "a: 1\næøå: [x]\n")];
    let mut one = finding("syntax", Severity::Error, "Noget.");
    one.labels = vec![label(&sources, Side::Base, 0, ("", "[x]"), "her")];
    let mut report = report(vec![one]);
    report.sources = sources;
    let value: Json = serde_json::from_str(&json_text(&report)).unwrap();
    let span = &value["findings"][0]["spans"][0];
    assert_eq!(span["start"], serde_json::json!({ "line": 2, "column": 6 }));
    assert_eq!(span["end"], serde_json::json!({ "line": 2, "column": 9 }));
}

#[test]
fn hidden_characters_are_escaped_and_come_back() {
    let hostile = "\u{202e}a\u{9b}b\x7f\x1b\"\\\n\u{e0041}æ🧑\u{200d}";
    let mut one = finding("untidy-name", Severity::Note, hostile);
    one.members = vec![member(rokade_core::ids::Kind::Unit, "a", hostile)];
    let text = json_text(&report(vec![one]));
    assert!(text.ends_with("}\n"));
    assert!(!text.contains(|c: char| c != '\n' && is_hidden(c)));
    let value: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(value["findings"][0]["message"], hostile);
    assert_eq!(value["findings"][0]["subjects"][0]["name"], hostile);
}

#[test]
fn a_reader_that_went_away_is_an_error_of_its_kind() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let error = render(&aalborg(Language::Da), &mut Gone).unwrap_err();
    assert!(matches!(error, RenderError::Io(error) if error.kind() == io::ErrorKind::BrokenPipe));
}
