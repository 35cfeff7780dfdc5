use rokade_core::entry::Language;
use rokade_core::ids::{Kind, Subject};
use rokade_core::span::{SourceId, Span};
use textwrap::core::display_width;

use super::*;
use crate::fixture::{aalborg, allowed, finding, label, member, report, source};

fn text(report: &Report, options: &Options) -> String {
    let mut out = Vec::new();
    render(report, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn at(width: u16) -> Options {
    Options {
        width,
        verbose: true,
        ..Options::default()
    }
}

#[test]
fn in_danish() {
    insta::assert_snapshot!(text(&aalborg(Language::Da), &at(80)), @r#"
    Det ændres: 1 enhed lukkes, ingen lægges sammen eller deles, og 2 flyttes. ca.
    49–52 af ca. 129–137 stillinger og 4 af 9 opgaver får et nyt sted at høre til.
    Det hænger i luften: Ingen har ansvaret for Kantine og Pedelfunktion.
    Det skal der tages stilling til: 1 advarsel (Medarbejdere, der ledes fra en
    anden adresse).

    Opgørelse
      • 9 opgaver: 5 bliver, 2 flyttes, 0 deles, 0 optages i andre, 0 ophører, 2
        uden ansvarlig, 0 nævnes ikke.
      • ca. 129–137 stillinger: ca. 80–85 bliver, ca. 49–52 flyttes, 0 nedlægges, 0
        uden plads.

    ── Fejl ──

    fejl · unassigned-responsibility
      × Ingen har ansvaret for Kantine og Pedelfunktion på Kastetvej: Socialcenter
      │ Integration lukker. Udføres i dag af Kantinemedarbejder (ca. 2) og Pedel
      │ (ca. 1–2).
        ╭─[orgs/aalborg-integration/proposal.yaml:13:57]
     13 │   kantine: … support, responsible: undecided, needed_at: [kastetvej] }
        ·                                    ────┬────
        ·                                        ╰── her har ingen ansvaret
     14 │   pedel: … kind: support, responsible: undecided }
        ·                                        ────┬────
        ·                                            ╰── her har ingen ansvaret
        ╰────
        ╭─[orgs/aalborg-integration/current.yaml:16:57]
     16 │   kantine: … { unit: socialcenter-integration, site: kastetvej…
        ·              ─────────────────────────┬────────────────────────
        ·                                       ╰── har ansvaret i dag
     17 │   pedel: …responsible: { unit: socialcenter-integration, site: kastetvej …
        ·                        ─────────────────────────┬─────────────────────────
        ·                                                 ╰── har ansvaret i dag
        ╰────
      og 1 sted mere (vis alle med --full)
      hjælp: Skriv, hvem der overtager: Giv opgaven en ansvarlig enhed
             (`responsible`) i forslaget, eller lad den ophøre med vilje under
             `ended` med en begrundelse.

    mulig fejl · unplaced-staff
      × ca. 2–3 stillinger fra Socialcenter Integration er ikke placeret:
      │ Ydelsesrådgiver, introforløb.
        ╭─[orgs/aalborg-integration/proposal.yaml:10:104]
     10 │   ydelse-introforloeb: … unit: undecided, site: kastetvej, …
        ·                                ────┬────
        ·                                    ╰── enheden er ikke afgjort
        ╰────

    ── Opgaver ──

    advarsel · line-differs-from-place · undtaget
      ⚠ ca. 4 stillinger på Kastetvej har deres faglige leder på Ydelsescentret,
      │ nemlig Teamleder, integrationsydelse: Ydelsesrådgiver, råd og vejledning.
      undtaget: aftalt i HMU (til og med 31. december 2017)
      sted: orgs/aalborg-integration/proposal.yaml:8:11

    bemærkning · moved-unit
      • Jobcenter Integration får en ny overordnet: Job og Ydelse i stedet for
      │ Jobafdelingen.
       ╭─[orgs/aalborg-integration/current.yaml:6:3]
     6 │   jobcenter-integration:
       ·   ───────────┬──────────
       ·              ╰── flyttes
       ╰────

    Kunne ikke bedømmes
      • Ledelsesspænd kan ikke bedømmes for Central Ydelse: Skriv `head` på enheden.

    2 fejl, ingen advarsler, 1 bemærkning, 1 undtaget
    "#);
}

#[test]
fn in_english_with_more_room() {
    insta::assert_snapshot!(text(&aalborg(Language::En), &at(100)), @r#"
    What changes: 1 unit closes, none is merged or split and 2 move; ca. 49–52 of ca. 129–137 posts and
    4 of 9 functions go elsewhere.
    Left hanging: nobody is responsible for Kantine and Pedelfunktion.
    To weigh: 1 warning (Staff led from another site).

    Balance
      • 9 functions: 5 stayed, 2 moved, 0 split, 0 absorbed, 0 ended, 2 unassigned, 0 absent.
      • ca. 129–137 posts: ca. 80–85 stayed, ca. 49–52 moved, 0 ended, 0 unplaced.

    ── Errors ──

    error · unassigned-responsibility
      × Nobody is responsible for Kantine and Pedelfunktion at Kastetvej: Socialcenter Integration
      │ closes. Performed today by Kantinemedarbejder (ca. 2) and Pedel (ca. 1–2).
        ╭─[orgs/aalborg-integration/proposal.yaml:13:57]
     13 │   kantine: { name: Kantine, kind: support, responsible: undecided, needed_at: [kastetvej] }
        ·                                                         ────┬────
        ·                                                             ╰── nobody is responsible here
     14 │   pedel:   { name: Pedelfunktion, kind: support, responsible: undecided }
        ·                                                               ────┬────
        ·                                                                   ╰─┤ nobody is responsible
        ·                                                                     │ here
        ╰────
        ╭─[orgs/aalborg-integration/current.yaml:16:57]
     16 │   kantine: … kind: support, responsible: { unit: socialcenter-integration, site: kastetvej } }
        ·                                          ─────────────────────────┬─────────────────────────
        ·                                                                   ╰── responsible today
     17 │   pedel: … kind: support, responsible: { unit: socialcenter-integration, site: kastetvej } }
        ·                                        ─────────────────────────┬─────────────────────────
        ·                                                                 ╰── responsible today
        ╰────
      and 1 more place (show all with --full)
      help: Say who takes over: give the function a `responsible` unit in the proposal, or end it on
            purpose under `ended` with a reason.

    possible error · unplaced-staff
      × ca. 2–3 posts of Socialcenter Integration have no place: Ydelsesrådgiver, introforløb.
        ╭─[orgs/aalborg-integration/proposal.yaml:10:104]
     10 │   ydelse-introforloeb: … [ydelsesraadgivere], unit: undecided, site: kastetvej, count: ca. …
        ·                                                     ────┬────
        ·                                                         ╰── the unit is undecided
        ╰────

    ── Functions ──

    warning · line-differs-from-place · allowed
      ⚠ ca. 4 posts at Kastetvej have their professional lead at Ydelsescentret, in Teamleder,
      │ integrationsydelse: Ydelsesrådgiver, råd og vejledning.
      allowed: agreed in the staff council (until 31 December 2017)
      place: orgs/aalborg-integration/proposal.yaml:8:11

    note · moved-unit
      • Jobcenter Integration has a new parent: Job og Ydelse in place of Jobafdelingen.
       ╭─[orgs/aalborg-integration/current.yaml:6:3]
     6 │   jobcenter-integration:
       ·   ───────────┬──────────
       ·              ╰── moves
       ╰────

    Could not be judged
      • Spans of control cannot be judged for Central Ydelse: give the unit a `head`.

    2 errors, no warnings, 1 note, 1 allowed
    "#);
}

#[test]
fn in_ascii_and_in_full() {
    let mut report = aalborg(Language::Da);
    report.complete = false;
    let options = Options {
        full: true,
        unicode: false,
        ..at(90)
    };
    let text = text(&report, &options);
    insta::assert_snapshot!(text, @r#"
    Det ændres: 1 enhed lukkes, ingen lægges sammen eller deles, og 2 flyttes. ca. 49–52 af
    ca. 129–137 stillinger og 4 af 9 opgaver får et nyt sted at høre til.
    Det hænger i luften: Ingen har ansvaret for Kantine og Pedelfunktion.
    Det skal der tages stilling til: 1 advarsel (Medarbejdere, der ledes fra en anden
    adresse).

    Opgørelse
      - 9 opgaver: 5 bliver, 2 flyttes, 0 deles, 0 optages i andre, 0 ophører, 2 uden
        ansvarlig, 0 nævnes ikke.
      - ca. 129–137 stillinger: ca. 80–85 bliver, ca. 49–52 flyttes, 0 nedlægges, 0 uden
        plads.

    -- Fejl --

    fejl - unassigned-responsibility
      x Ingen har ansvaret for Kantine og Pedelfunktion på Kastetvej: Socialcenter Integration
      | lukker. Udføres i dag af Kantinemedarbejder (ca. 2) og Pedel (ca. 1–2).
        ,-[orgs/aalborg-integration/proposal.yaml:13:57]
     13 |   kantine: ... kind: support, responsible: undecided, needed_at: [kastetvej] }
        :                                            ^^^^|^^^^
        :                                                `-- her har ingen ansvaret
     14 |   pedel: ... Pedelfunktion, kind: support, responsible: undecided }
        :                                                         ^^^^|^^^^
        :                                                             `-| her har ingen
        :                                                               | ansvaret
        `----
        ,-[orgs/aalborg-integration/current.yaml:16:57]
     16 |   kantine: ... responsible: { unit: socialcenter-integration, site: kastetvej } }
        :                             ^^^^^^^^^^^^^^^^^^^^^^^^^|^^^^^^^^^^^^^^^^^^^^^^^^^
        :                                                      `-- har ansvaret i dag
     17 |   pedel: ... responsible: { unit: socialcenter-integration, site: kastetvej } }
        :                           ^^^^^^^^^^^^^^^^^^^^^^^^^|^^^^^^^^^^^^^^^^^^^^^^^^^
        :                                                    `-- har ansvaret i dag
        `----
       ,-[orgs/aalborg-integration/current.yaml:5:3]
     5 |   socialcenter-integration: { name: Socialcenter Integration, parent: social, ...
       :   ^^^^^^^^^^^^|^^^^^^^^^^^
       :               `-- har ansvaret i dag
       `----
      hjælp: Skriv, hvem der overtager: Giv opgaven en ansvarlig enhed (`responsible`) i
             forslaget, eller lad den ophøre med vilje under `ended` med en begrundelse.
      omfatter:
        - Kantine (kantine)
        - Pedelfunktion (pedel), kastetvej

    mulig fejl - unplaced-staff
      x ca. 2–3 stillinger fra Socialcenter Integration er ikke placeret: Ydelsesrådgiver,
      | introforløb.
        ,-[orgs/aalborg-integration/proposal.yaml:10:104]
     10 |   ydelse-introforloeb: ... unit: undecided, site: kastetvej, ...
        :                                  ^^^^|^^^^
        :                                      `-- enheden er ikke afgjort
        `----
      omfatter:
        - Ydelsesrådgiver, introforløb (ydelse-introforloeb)

    -- Opgaver --

    advarsel - line-differs-from-place - undtaget
      ! ca. 4 stillinger på Kastetvej har deres faglige leder på Ydelsescentret, nemlig
      | Teamleder, integrationsydelse: Ydelsesrådgiver, råd og vejledning.
       ,-[orgs/aalborg-integration/proposal.yaml:8:11]
     8 |     site: kastetvej
       :           ^^^^|^^^^
       :               `-- sidder på Kastetvej
       `----
      undtaget: aftalt i HMU (til og med 31. december 2017)
      hjælp: Placer dem sammen med deres leder.
      omfatter:
        - Ydelsesrådgiver, råd og vejledning (ydelse-raad-vejledning) - undtaget

    bemærkning - moved-unit
      > Jobcenter Integration får en ny overordnet: Job og Ydelse i stedet for Jobafdelingen.
       ,-[orgs/aalborg-integration/current.yaml:6:3]
     6 |   jobcenter-integration:
       :   ^^^^^^^^^^^|^^^^^^^^^^
       :              `-- flyttes
       `----
      omfatter:
        - Jobcenter Integration (jobcenter-integration)

    Kunne ikke bedømmes
      - Ledelsesspænd kan ikke bedømmes for Central Ydelse: Skriv `head` på enheden.

    Ikke alt kunne læses eller bedømmes: Dette er ikke hele billedet.
    2 fejl, ingen advarsler, 1 bemærkning, 1 undtaget
    "#);
    // What people wrote stays theirs; the frame is ASCII.
    assert!(!text.contains(['…', '│', '─', '·', '•', '×', '⚠']));
}

#[test]
fn colours_only_where_they_are_asked_for() {
    let report = aalborg(Language::Da);
    assert!(!text(&report, &at(80)).contains('\x1b'));
    let coloured = Options {
        color: true,
        ..at(80)
    };
    let coloured = text(&report, &coloured);
    assert!(coloured.contains("\x1b[31;1mfejl\x1b[0m"));
    let mut plain = String::new();
    for (i, piece) in coloured.split('\x1b').enumerate() {
        let rest = if i == 0 {
            piece
        } else {
            piece.split_once('m').unwrap().1
        };
        plain.push_str(rest);
    }
    assert_eq!(plain, text(&report, &at(80)));
}

#[test]
fn nothing_found_is_one_sentence() {
    let mut report = report(Vec::new());
    report.summary = vec!["Ingen fund: diagrammet er i orden, så langt det rækker.".to_owned()];
    insta::assert_snapshot!(text(&report, &at(80)), @"Ingen fund: diagrammet er i orden, så langt det rækker.");
    report.complete = false;
    insta::assert_snapshot!(text(&report, &at(80)), @r#"
    Ingen fund: diagrammet er i orden, så langt det rækker.

    Ikke alt kunne læses eller bedømmes: Dette er ikke hele billedet.
    "#);
}

#[test]
fn notes_are_only_counted_unless_asked_for() {
    let short = Options {
        verbose: false,
        ..at(80)
    };
    let mut report = aalborg(Language::En);
    report
        .findings
        .retain(|finding| finding.severity == Severity::Note);
    report.findings.push(report.findings[0].clone());
    let printed = text(&report, &short);
    let (_, end) = printed.split_once("Notes").unwrap();
    insta::assert_snapshot!(end, @r#"
     (show them with --verbose)
      • moved unit (2)

    Could not be judged
      • Spans of control cannot be judged for Central Ydelse: give the unit a
        `head`.

    no errors, no warnings, 2 notes
    "#);
}

#[test]
fn the_rest_of_a_rule_is_counted() {
    let findings = (0..30).map(|i| {
        let mut one = finding(
            "moved-function",
            Severity::Note,
            &format!("Opgave {i} flyttes."),
        );
        one.cause.subjects = vec![Subject::new(Kind::Unit, &format!("enhed-{}", i % 5))];
        one
    });
    let mut short = report(findings.collect());
    let folded = text(&short, &at(80));
    assert!(folded.contains("Opgave 11 flyttes."));
    assert!(!folded.contains("Opgave 12 flyttes."));
    let end = folded.split_once("Opgave 11 flyttes.\n").unwrap().1;
    insta::assert_snapshot!(end, @r#"
    bemærkning · moved-function
      … og 18 flere i 5 enheder (vis alle med --full)

    ingen fejl, ingen advarsler, 30 bemærkninger
    "#);

    short.findings[20].severity = Severity::Warning;
    short.findings[21].allowed = Some(allowed(None, None));
    short.language = Language::En;
    for one in &mut short.findings {
        one.cause.subjects.clear();
        one.members = vec![member(Kind::Site, "havnen", "Havnen")];
    }
    let folded = text(&short, &at(80));
    let end = folded.split_once("Opgave 11 flyttes.\n").unwrap().1;
    insta::assert_snapshot!(end, @r#"
    warning · moved-function
      … and 18 more at 1 site, of these 1 warning, 16 notes, 1 allowed (show all
        with --full)

    no errors, 1 warning, 28 notes, 1 allowed
    "#);

    let full = Options {
        full: true,
        ..at(80)
    };
    assert!((0..30).all(|i| text(&short, &full).contains(&format!("Opgave {i} flyttes."))));
}

#[test]
fn a_reason_and_an_end_are_said_where_there_are_any() {
    let reasons = [
        (None, None),
        (Some("aftalt"), None),
        (None, Some("2026-01-31")),
    ];
    let findings = reasons.map(|(because, until)| {
        let mut one = finding("vacant-head", Severity::Warning, "Ingen leder.");
        one.allowed = Some(allowed(because, until));
        one
    });
    insta::assert_snapshot!(text(&report(findings.into()), &at(80)), @r#"
    advarsel · vacant-head · undtaget
      ⚠ Ingen leder.
      undtaget: uden begrundelse

    advarsel · vacant-head · undtaget
      ⚠ Ingen leder.
      undtaget: aftalt

    advarsel · vacant-head · undtaget
      ⚠ Ingen leder.
      undtaget: til og med 31. januar 2026, uden begrundelse

    ingen fejl, ingen advarsler, ingen bemærkninger, 3 undtaget
    "#);
}

/// A chart that tries to forge a line, to hide one and to turn one round.
#[test]
fn what_a_chart_says_cannot_act_on_the_terminal() {
    let hostile = "Kan\u{200b}tine\u{202e}\x1b[2J\nfejl\u{9b}1m\r\t.";
    let text_of_file = format!("functions:\n\tkantine: {{ name: \"{hostile}\", a: b }}\n");
    let sources = vec![source("\x1b[31mchart\u{202e}.yaml", &text_of_file)];
    let mut one = finding("untidy-name", Severity::Error, hostile);
    one.help = Some(hostile.to_owned());
    one.labels = vec![label(
        &sources,
        Side::Revision,
        0,
        ("kantine", "tine"),
        hostile,
    )];
    one.members = vec![ReportMember {
        part: hostile.to_owned(),
        ..member(Kind::Function, "kantine", hostile)
    }];
    let mut excused = one.clone();
    excused.allowed = Some(allowed(Some(hostile), Some(hostile)));
    let mut report = report(vec![one, excused]);
    report.sources = sources;
    report.summary = vec![hostile.to_owned()];
    report.not_judged = vec![hostile.to_owned()];
    for full in [false, true] {
        for unicode in [false, true] {
            let options = Options {
                full,
                unicode,
                ..at(80)
            };
            let text = text(&report, &options);
            let hidden = text
                .chars()
                .find(|&c| c != '\n' && crate::escape::is_hidden(c));
            assert_eq!(hidden, None, "{text}");
            assert!(text.contains(if unicode {
                "␛[2J␊fejl"
            } else {
                r"\u{1b}[2J\u{a}fejl"
            }));
        }
    }
    insta::assert_snapshot!(text(&report, &at(80)), @r#"
    Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .

    fejl · untidy-name
      × Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .
       ╭─[␛[31mchart\u{202e}.yaml:2:5]
     2 │     kantine: { name: "Kan\u{200b}tine\u{202e}␛[2J
       ·        ──┬─
       ·          ╰── Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .
       ╰────
      hjælp: Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .

    fejl · untidy-name · undtaget
      × Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .
      undtaget: Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ . (til og med
                Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .)
      sted: ␛[31mchart\u{202e}.yaml:2:5

    Kunne ikke bedømmes
      • Kan\u{200b}tine\u{202e}␛[2J␊fejl\u{9b}1m␍ .

    1 fejl, ingen advarsler, ingen bemærkninger, 1 undtaget
    "#);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in 40..120 {
        for full in [false, true] {
            let options = Options { full, ..at(width) };
            for line in text(&aalborg(Language::Da), &options).lines() {
                // A path stays whole, and one word of a note may be longer than its room.
                let may = usize::from(width) + if width < 60 { 16 } else { 0 };
                assert!(
                    display_width(line) <= may || line.contains(".yaml:"),
                    "{width}: {line}"
                );
            }
        }
    }
    // Narrower than anybody can read is drawn as the narrowest there is.
    assert_eq!(
        text(&aalborg(Language::Da), &at(0)),
        text(&aalborg(Language::Da), &at(40))
    );
}

#[test]
fn marks_that_meet_are_drawn_side_by_side() {
    let sources = vec![source("a.yaml", "x: { a: 1, b: 2 }\n\n\n\ny: 2\n")];
    let on = |needle, text: &str| label(&sources, Side::Revision, 0, ("", needle), text);
    let mut one = finding("several", Severity::Error, "Flere ting på én gang.");
    one.labels = vec![
        on("y", "den første"),
        on("{ a: 1, b: 2 }", "det hele"),
        on("b: 2", "en del"),
        on("b:", "en del"),
        on("b", "nøglen"),
    ];
    let mut report = report(vec![one]);
    report.sources = sources;
    let full = Options {
        full: true,
        ..at(80)
    };
    insta::assert_snapshot!(text(&report, &full), @r#"
    fejl · several
      × Flere ting på én gang.
       ╭─[a.yaml:5:1]
     5 │ y: 2
       · ┬
       · ╰── den første
       ╰────
       ╭─[a.yaml:1:4]
     1 │ x: { a: 1, b: 2 }
       ·    ────┬─────┬─
       ·        │     ╰── en del; nøglen
       ·        ╰── det hele
       ╰────

    1 fejl, ingen advarsler, ingen bemærkninger
    "#);
}

#[test]
fn a_place_that_is_not_in_the_file_is_no_panic() {
    let mut one = finding("syntax", Severity::Error, "Filen slutter midt i noget.");
    let place = |source, start, end, text: &str| ReportLabel {
        span: Span {
            source: SourceId(source),
            start,
            end,
        },
        side: Side::Revision,
        text: text.to_owned(),
    };
    one.labels = vec![
        place(0, 7, 7, "her"),
        place(0, 900, 950, "bagefter"),
        place(0, 3, 1, "baglæns"),
        place(0, 1, 2, "midt i et tegn"),
        place(9, 0, 1, "ingen fil"),
        place(0, 6, 7, ""),
    ];
    let mut report = report(vec![one]);
    report.sources = vec![source("a.yaml", "æ: [\n\n")];
    let full = Options {
        full: true,
        ..at(80)
    };
    insta::assert_snapshot!(text(&report, &full), @r#"
    fejl · syntax
      × Filen slutter midt i noget.
       ╭─[a.yaml:3:1]
     1 │ æ: [
       · ┬ ▲
       · │ ╰── baglæns
       · ╰── midt i et tegn
     2 │ 
       · ▲
     3 │ 
       · ▲
       · ╰── her; bagefter
       ╰────

    1 fejl, ingen advarsler, ingen bemærkninger
    "#);
}

#[test]
fn files_named_by_an_absolute_path_are_links() {
    let sources = vec![
        source("/home/å/chart 1.yaml", "a: 1\n"),
        source("chart.yaml", "a: 1\n"),
    ];
    let mut one = finding("syntax", Severity::Error, "Noget.");
    one.labels = vec![
        label(&sources, Side::Revision, 0, ("", "a"), "her"),
        label(&sources, Side::Revision, 1, ("", "a"), "og her"),
    ];
    let mut report = report(vec![one]);
    report.sources = sources;
    let options = Options {
        links: true,
        ..at(80)
    };
    let text = text(&report, &options);
    let link = "\x1b]8;;file:///home/%C3%A5/chart%201.yaml\x1b\\/home/å/chart 1.yaml\x1b]8;;\x1b\\";
    assert!(text.contains(&format!("[{link}:1:1]")));
    assert!(text.contains("[chart.yaml:1:1]"));
}

/// Time in proportion to findings, also where they stand in one line of megabytes, and where one
/// finding has them all. In another order of growth this would take hours.
#[test]
fn many_findings_take_no_time() {
    let line = "{ name: Kantine, kind: support }, ".repeat(100_000);
    let sources = vec![
        source("stor.json", &line),
        source("lang.yaml", &"a: 1\n".repeat(100_000)),
    ];
    let labels: Vec<ReportLabel> = (0..10_000_u32)
        .map(|i| ReportLabel {
            span: Span {
                source: SourceId(i % 2),
                start: if i % 2 == 0 {
                    i * 340 + 8
                } else {
                    (i - 1) * 50 / 2
                },
                end: if i % 2 == 0 {
                    i * 340 + 15
                } else {
                    (i - 1) * 50 / 2 + 1
                },
            },
            side: Side::Revision,
            text: "her".to_owned(),
        })
        .collect();
    let mut findings: Vec<ReportFinding> = labels
        .iter()
        .map(|label| ReportFinding {
            labels: vec![label.clone()],
            ..finding("moved-function", Severity::Note, "Noget flyttes.")
        })
        .collect();
    findings[0].labels = labels;
    let mut report = report(findings);
    report.sources = sources;
    let full = Options {
        full: true,
        ..at(80)
    };
    assert!(text(&report, &full).lines().count() > 60_000);
    assert!(text(&report, &at(80)).lines().count() < 200);
}
