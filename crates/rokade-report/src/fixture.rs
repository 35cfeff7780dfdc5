//! Reports built by hand, for tests.

use std::io::{Cursor, Read as _};

use indexmap::IndexMap;
use rokade_core::entry::Language;
use rokade_core::finding::{Fingerprint, Rank, Severity, Side, Value};
use rokade_core::ids::{Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::report::{
    Allowed, Command, Known, Report, ReportAct, ReportBalance, ReportCause, ReportChange,
    ReportFinding, ReportLabel, ReportMember,
};
use rokade_core::span::{Source, SourceId, Span, Syntax};

const CURRENT: &str = "\
rokade: 1
organization: { id: aalborg, name: Aalborg Kommune, language: da }

units:
  socialcenter-integration: { name: Socialcenter Integration, parent: social, site: kastetvej }
  jobcenter-integration:
    name: Jobcenter Integration
    site: kastetvej
    head: leder-jci

staff:
  kantinepersonale: { title: Kantinemedarbejder, unit: socialcenter-integration, site: kastetvej, count: ca. 2, performs: [kantine] }
  pedeller: { title: Pedel, unit: socialcenter-integration, site: kastetvej, count: ca. 1-2, performs: [pedel] }

functions:
  kantine: { name: Kantine, kind: support, responsible: { unit: socialcenter-integration, site: kastetvej } }
  pedel:   { name: Pedelfunktion, kind: support, responsible: { unit: socialcenter-integration, site: kastetvej } }
";

const PROPOSAL: &str = "\
rokade: 1
title: \"Indstilling: jobcenter og ydelse i samme afdeling\"

staff:
  ydelse-raad-vejledning:
    title: \"Ydelsesrådgiver, råd og vejledning\"
    unit: central-ydelse
    site: kastetvej
    professional_lead: teamleder-ydelse
  ydelse-introforloeb: { title: \"Ydelsesrådgiver, introforløb\", previously: [ydelsesraadgivere], unit: undecided, site: kastetvej, count: ca. 2-3, performs: [ydelse], for: [flygtninge], competences: [flygtningeydelse] }

functions:
  kantine: { name: Kantine, kind: support, responsible: undecided, needed_at: [kastetvej] }
  pedel:   { name: Pedelfunktion, kind: support, responsible: undecided }
";

/// A report of findings alone.
pub(crate) fn report(findings: Vec<ReportFinding>) -> Report {
    Report {
        command: Command::Check,
        language: Language::Da,
        sources: Vec::new(),
        summary: Vec::new(),
        balance: None,
        findings,
        changes: Vec::new(),
        not_judged: Vec::new(),
        complete: true,
    }
}

/// A finding without members and places.
pub(crate) fn finding(rule: &'static str, severity: Severity, message: &str) -> ReportFinding {
    ReportFinding {
        rule,
        title: rule.replace('-', " "),
        topic: Rank::Functions,
        severity,
        certainty: Certainty::Certain,
        cause: ReportCause {
            kind: "itself".to_owned(),
            subjects: Vec::new(),
        },
        caused_by: Vec::new(),
        caused_by_others: 0,
        members: Vec::new(),
        labels: Vec::new(),
        data: IndexMap::new(),
        message: message.to_owned(),
        help: None,
        posts: None,
        citizens: None,
        fingerprint: Fingerprint::of([rule, message]),
        allowed: None,
        known: None,
    }
}

/// A member, in the revision.
pub(crate) fn member(kind: Kind, id: &str, name: &str) -> ReportMember {
    ReportMember {
        subject: Subject::new(kind, id),
        side: Side::Revision,
        name: name.to_owned(),
        part: String::new(),
        fingerprint: Fingerprint::of([id]),
        allowed: false,
        known: false,
    }
}

/// Why something is allowed.
pub(crate) fn allowed(because: Option<&str>, until: Option<&str>) -> Allowed {
    Allowed {
        because: because.map(str::to_owned),
        until: until.map(str::to_owned),
    }
}

/// Why something that was found before does not count.
pub(crate) fn known(because: Option<&str>, since: Option<&str>) -> Known {
    Known {
        because: because.map(str::to_owned),
        since: since.map(str::to_owned),
    }
}

/// A report of one finding in which everything that a chart can name is this.
pub(crate) fn hostile(name: &str) -> Report {
    let sources = vec![source(name, "rokade: 1\n")];
    let mut one = finding("moved-unit", Severity::Warning, name);
    one.cause.subjects = vec![Subject::new(Kind::Unit, name)];
    one.members = vec![member(Kind::Unit, name, name)];
    one.labels = vec![label(&sources, Side::Revision, 0, ("", "rokade"), name)];
    one.help = Some(name.to_owned());
    Report {
        sources,
        ..report(vec![one])
    }
}

/// A file.
pub(crate) fn source(name: &str, text: &str) -> Source {
    Source::new(name, text, Syntax::Yaml)
}

/// A label on the first place of a file where `needle` stands, past the first `from`.
pub(crate) fn label(
    sources: &[Source],
    side: Side,
    source: u32,
    (from, needle): (&str, &str),
    text: &str,
) -> ReportLabel {
    let haystack = &sources[source as usize].text;
    let after = haystack.find(from).unwrap();
    let start = after + haystack[after..].find(needle).unwrap();
    ReportLabel {
        span: Span::new(SourceId(source), start..start + needle.len()),
        side,
        text: text.to_owned(),
    }
}

/// What one language says in [`aalborg`], and the other.
fn in_language(language: Language, da: &str, en: &str) -> String {
    match language {
        Language::Da => da.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// A small report of two charts, with something of everything.
pub(crate) fn aalborg(language: Language) -> Report {
    let say = |da: &str, en: &str| in_language(language, da, en);
    let sources = vec![
        source("orgs/aalborg-integration/current.yaml", CURRENT),
        source("orgs/aalborg-integration/proposal.yaml", PROPOSAL),
    ];
    let findings = vec![
        unassigned(&say, &sources),
        unplaced(&say, &sources),
        led_from_elsewhere(&say, &sources),
        moved(&say, &sources),
    ];
    Report {
        command: Command::Diff,
        language,
        summary: vec![
            say(
                "Det ændres: 1 enhed lukkes, ingen lægges sammen eller deles, og 2 flyttes. ca. 49–52 af ca. 129–137 stillinger og 4 af 9 opgaver får et nyt sted at høre til.",
                "What changes: 1 unit closes, none is merged or split and 2 move; ca. 49–52 of ca. 129–137 posts and 4 of 9 functions go elsewhere.",
            ),
            say(
                "Det hænger i luften: Ingen har ansvaret for Kantine og Pedelfunktion.",
                "Left hanging: nobody is responsible for Kantine and Pedelfunktion.",
            ),
            say(
                "Det skal der tages stilling til: 1 advarsel (Medarbejdere, der ledes fra en anden adresse).",
                "To weigh: 1 warning (Staff led from another site).",
            ),
        ],
        balance: Some(ReportBalance {
            functions: [("all", 9), ("stayed", 5), ("moved", 2), ("unassigned", 2)]
                .map(|(key, n)| (key.to_owned(), n))
                .into(),
            posts: [
                ("all", "ca. 129-137"),
                ("stayed", "ca. 80-85"),
                ("moved", "ca. 49-52"),
            ]
            .map(|(key, n)| (key.to_owned(), n.parse::<Quantity>().unwrap().into()))
            .into(),
            sentences: vec![
                say(
                    "9 opgaver: 5 bliver, 2 flyttes, 0 deles, 0 optages i andre, 0 ophører, 2 uden ansvarlig, 0 nævnes ikke.",
                    "9 functions: 5 stayed, 2 moved, 0 split, 0 absorbed, 0 ended, 2 unassigned, 0 absent.",
                ),
                say(
                    "ca. 129–137 stillinger: ca. 80–85 bliver, ca. 49–52 flyttes, 0 nedlægges, 0 uden plads.",
                    "ca. 129–137 posts: ca. 80–85 stayed, ca. 49–52 moved, 0 ended, 0 unplaced.",
                ),
            ],
        }),
        changes: vec![ReportChange {
            kind: "function-unassigned".to_owned(),
            base: Some(Subject::new(Kind::Function, "kantine")),
            revision: vec![Subject::new(Kind::Function, "kantine")],
            from: vec![Subject::new(Kind::Unit, "socialcenter-integration")],
            to: Vec::new(),
            posts: Some("ca. 2".parse::<Quantity>().unwrap().into()),
            cause: Some(findings[0].cause.clone()),
            evidence: Vec::new(),
            contents: None,
        }],
        not_judged: vec![say(
            "Ledelsesspænd kan ikke bedømmes for Central Ydelse: Skriv `head` på enheden.",
            "Spans of control cannot be judged for Central Ydelse: give the unit a `head`.",
        )],
        sources,
        ..report(findings)
    }
}

fn unassigned(say: &dyn Fn(&str, &str) -> String, sources: &[Source]) -> ReportFinding {
    let hangs = say("her har ingen ansvaret", "nobody is responsible here");
    let today = say("har ansvaret i dag", "responsible today");
    let now = |needle| label(sources, Side::Revision, 1, needle, &hangs);
    let then = |needle| label(sources, Side::Base, 0, needle, &today);
    let message = say(
        "Ingen har ansvaret for Kantine og Pedelfunktion på Kastetvej: Socialcenter Integration lukker. Udføres i dag af Kantinemedarbejder (ca. 2) og Pedel (ca. 1–2).",
        "Nobody is responsible for Kantine and Pedelfunktion at Kastetvej: Socialcenter Integration closes. Performed today by Kantinemedarbejder (ca. 2) and Pedel (ca. 1–2).",
    );
    ReportFinding {
        cause: ReportCause {
            kind: "unit-closed".to_owned(),
            subjects: vec![Subject::new(Kind::Unit, "socialcenter-integration")],
        },
        members: vec![
            member(Kind::Function, "kantine", "Kantine"),
            ReportMember {
                part: "kastetvej".to_owned(),
                ..member(Kind::Function, "pedel", "Pedelfunktion")
            },
        ],
        labels: vec![
            now(("kantine:", "undecided")),
            then((
                "  kantine: {",
                "{ unit: socialcenter-integration, site: kastetvej }",
            )),
            now(("pedel:", "undecided")),
            then((
                "  pedel: ",
                "{ unit: socialcenter-integration, site: kastetvej }",
            )),
            then(("socialcenter-integration:", "socialcenter-integration")),
        ],
        data: [(
            "functions",
            Value::Things(
                Side::Base,
                vec![Subject {
                    kind: Kind::Function,
                    id: "kantine".into(),
                }],
            ),
        )]
        .into(),
        help: Some(say(
            "Skriv, hvem der overtager: Giv opgaven en ansvarlig enhed (`responsible`) i forslaget, eller lad den ophøre med vilje under `ended` med en begrundelse.",
            "Say who takes over: give the function a `responsible` unit in the proposal, or end it on purpose under `ended` with a reason.",
        )),
        posts: Some("ca. 3-4".parse::<Quantity>().unwrap().into()),
        ..finding("unassigned-responsibility", Severity::Error, &message)
    }
}

fn unplaced(say: &dyn Fn(&str, &str) -> String, sources: &[Source]) -> ReportFinding {
    let here = say("enheden er ikke afgjort", "the unit is undecided");
    let message = say(
        "ca. 2–3 stillinger fra Socialcenter Integration er ikke placeret: Ydelsesrådgiver, introforløb.",
        "ca. 2–3 posts of Socialcenter Integration have no place: Ydelsesrådgiver, introforløb.",
    );
    let place = label(
        sources,
        Side::Revision,
        1,
        ("ydelse-introforloeb", "undecided"),
        &here,
    );
    ReportFinding {
        certainty: Certainty::Possible,
        caused_by: vec![ReportAct {
            action: "move",
            event: Some("flyt-ydelse".to_owned()),
            number: Some(2),
            span: Some(place.span),
        }],
        members: vec![member(
            Kind::Staff,
            "ydelse-introforloeb",
            "Ydelsesrådgiver, introforløb",
        )],
        labels: vec![place],
        ..finding("unplaced-staff", Severity::Error, &message)
    }
}

fn led_from_elsewhere(say: &dyn Fn(&str, &str) -> String, sources: &[Source]) -> ReportFinding {
    let here = say("sidder på Kastetvej", "based at Kastetvej");
    let message = say(
        "ca. 4 stillinger på Kastetvej har deres faglige leder på Ydelsescentret, nemlig Teamleder, integrationsydelse: Ydelsesrådgiver, råd og vejledning.",
        "ca. 4 posts at Kastetvej have their professional lead at Ydelsescentret, in Teamleder, integrationsydelse: Ydelsesrådgiver, råd og vejledning.",
    );
    let because = say("aftalt i HMU", "agreed in the staff council");
    ReportFinding {
        members: vec![ReportMember {
            allowed: true,
            ..member(
                Kind::Staff,
                "ydelse-raad-vejledning",
                "Ydelsesrådgiver, råd og vejledning",
            )
        }],
        labels: vec![label(
            sources,
            Side::Revision,
            1,
            ("ydelse-raad-vejledning", "kastetvej"),
            &here,
        )],
        help: Some(say(
            "Placer dem sammen med deres leder.",
            "Seat them with their leader.",
        )),
        allowed: Some(allowed(Some(&because), Some("2017-12-31"))),
        ..finding("line-differs-from-place", Severity::Warning, &message)
    }
}

fn moved(say: &dyn Fn(&str, &str) -> String, sources: &[Source]) -> ReportFinding {
    let message = say(
        "Jobcenter Integration får en ny overordnet: Job og Ydelse i stedet for Jobafdelingen.",
        "Jobcenter Integration has a new parent: Job og Ydelse in place of Jobafdelingen.",
    );
    let here = say("flyttes", "moves");
    ReportFinding {
        members: vec![member(
            Kind::Unit,
            "jobcenter-integration",
            "Jobcenter Integration",
        )],
        labels: vec![label(
            sources,
            Side::Base,
            0,
            (
                "  jobcenter-integration:",
                "jobcenter-integration:\n    name: Jobcenter Integration\n    site: kastetvej",
            ),
            &here,
        )],
        ..finding("moved-unit", Severity::Note, &message)
    }
}

/// Texts that act where they are not made safe.
pub(crate) const HOSTILE: [&str; 22] = [
    "</td></tr></table><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' style='x",
    "<img src=x onerror=alert(1)>",
    "<!-- x --> <![CDATA[ x ]]>",
    "a | b | c",
    "a |\n| b | c |\n| --- |",
    "[x](javascript:alert(1)) ![y](http://x/y.png) <http://x>",
    "# h *b* _i_ `c` ~s~ http://x.dk www.x.dk <br> \\",
    "1. et punkt",
    "- et punkt\n\n## overskrift",
    "a\u{202e}b\u{1b}[31m\u{200b}\u{7}",
    "&lt;b&gt; &amp; \\",
    "]]></w:t></w:r></w:p></w:tc><w:p/>",
    "<w:trPr><w:cantSplit /></w:trPr>",
    "a\u{fffe}b\u{ffff}c",
    "=HYPERLINK(\"http://x\",\"y\")",
    "</td><script>alert(1)</script>",
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "# h *b* _i_ `c` ~s~ http://x.dk www.x.dk",
    "a\u{202e}b\u{1b}[31m\u{200b}",
];

/// The files of a spreadsheet or a document, by their names.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.push((file.name().unwrap().into_owned(), text));
    }
    parts
}
