//! Which words of a point speak of which rule: the rules that a point is likely to raise.
//!
//! Rules are named here as data; that they exist is checked where the rules are known, in the tests
//! of the workspace. The table is likely, not certain, and is there to be edited in the file that
//! comes of it.

use rokade_core::entry::PointKind;

use super::pattern::any;
use super::words::Token;

/// Phrases that speak of a rule.
#[derive(Debug, Clone, Copy)]
pub struct Cue {
    /// The rule's name.
    pub rule: &'static str,
    /// The phrases, of which one must occur: words in a row, `*` for the rest of a word, `..` for
    /// a few words between, `/` between words of which one is there.
    pub phrases: &'static [&'static str],
    /// Phrases of which one must occur besides, where there are any.
    pub beside: &'static [&'static str],
    /// What the point must name.
    pub near: Near,
}

/// What a point must name for a cue to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// Anything or nothing.
    Any,
    /// A function or staff.
    Task,
    /// A function, staff or a unit, and the point asks.
    AskedTask,
    /// A function.
    Function,
}

/// What a point names, as far as cues ask.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names {
    pub(super) functions: bool,
    pub(super) staff: bool,
    pub(super) units: bool,
}

const fn cue(rule: &'static str, phrases: &'static [&'static str]) -> Cue {
    Cue {
        rule,
        phrases,
        beside: &[],
        near: Near::Any,
    }
}

impl Cue {
    const fn beside(mut self, beside: &'static [&'static str]) -> Self {
        self.beside = beside;
        self
    }

    const fn near(mut self, near: Near) -> Self {
        self.near = near;
        self
    }
}

/// Words for where people sit.
const PLACE: &[&str] = &[
    "samme hus/adresse/sted/matrikel/lokation/bygning/gang/etage",
    "fysisk*",
    "geografisk*",
    "samlokaliser*",
    "side om side",
    "ned ad gangen",
    "hver* sit hus",
    "hvert sit sted",
    "bo på",
    "bor på",
    "hver* sin adresse",
    "dør om dør",
    "dele* gang/kontor/adresse",
    "under samme tag",
    "same building",
    "same address",
    "same site",
    "physical*",
    "co located",
    "flytter .. mens",
    "flytning af",
];

/// Words for some, but not all.
const SOME: &[&str] = &[
    "størstedelen",
    "det meste",
    "de fleste",
    "en del af",
    "nogle af",
    "flertallet",
    "halvdelen",
    "fastholdes",
    "bibehold*",
    "tilbage",
    "most of",
    "some of",
    "half of",
];

/// The table.
pub const CUES: &[Cue] = &[
    cue(
        "unassigned-responsibility",
        &[
            "hvem .. ansvar*",
            "ansvaret for",
            "hvem varetager",
            "hvem overtager",
            "hvem løser",
            "hvem visiterer",
            "hvem står for",
            "hvem skal",
            "hvem sørger for",
            "hvem betaler",
            "hvad med",
            "ikke .. omtalt",
            "hvor .. organiseres",
            "hvor .. høre* til",
            "hvor .. placeres",
            "hvor .. forankres",
            "ikke .. taget stilling til",
            "siger intet om",
            "ikke .. beskrevet",
            "who is responsible",
            "who will",
            "where .. placed",
            "where .. belong",
        ],
    )
    .near(Near::AskedTask),
    cue(
        "unassigned-responsibility",
        &[
            "ansvarsfordeling*",
            "uklart ansvar",
            "uklar* ansvars*",
            "division of responsib*",
        ],
    ),
    cue(
        "unplaced-staff",
        &[
            "hvor .. organiseres",
            "hvor .. høre* til",
            "hvor .. placeres",
            "hvordan .. organiseres",
            "hvor .. ansættes",
            "where .. placed",
            "where .. belong",
        ],
    )
    .beside(&[
        "*medarbejder*",
        "medarbejder*",
        "kolleg*",
        "personale*",
        "ansatte*",
        "*medarbejdere",
        "*medarbejderne",
        "*erne",
        "staff",
        "colleague*",
    ]),
    cue("broken-co-location", PLACE),
    cue("weakened-co-location", PLACE).beside(SOME),
    cue(
        "weakened-co-location",
        &[
            "alle .. henvendelser",
            "antal henvendelser",
            "antallet af henvendelser",
            "størstedelen",
            "det meste af",
        ],
    ),
    cue(
        "lost-site-and-head",
        &[
            "fysisk* og .. ledelsesmæssig*",
            "ledelsesmæssig* og .. fysisk*",
            "både hus og lede*",
            "physical* and manage*",
        ],
    ),
    cue(
        "needs-split-across-sites",
        &[
            "begge steder/huse/adresser",
            "to steder/huse/adresser",
            "flere steder/huse/adresser",
            "merforbrug*",
            "merbehov*",
            "merudgift*",
            "both places/sites",
            "two places/sites",
        ],
    )
    .near(Near::Function),
    cue(
        "more-sites-to-visit",
        &[
            "møde op",
            "møde frem",
            "fremmøde*",
            "skal hen til",
            "transporttid*",
            "rejsetid*",
            "køre længere",
            "begge steder/huse",
            "to forskellige steder/huse/adresser",
            "travel*",
            "have to visit",
        ],
    ),
    cue(
        "more-advisers",
        &[
            "flere/yderligere/ekstra/færre/færrest/mange .. rådgiver*/sagsbehandler*/kontaktperson*/fagperson*/medarbejdere",
            "yderligere .. *rådgiver",
            "ekstra .. *rådgiver",
            "yderligere/ekstra/flere/færrest .. *rådgivere",
            "én rådgiver",
            "flere fagpersoner",
            "more/another/extra/fewest .. adviser*/caseworker*/caseworkers",
        ],
    ),
    cue(
        "more-handovers",
        &[
            "helhedsorient*",
            "helhed*",
            "sammenhængende forløb",
            "samlet forløb",
            "overlevering*",
            "overgang*",
            "forventningsafstem*",
            "samarbejdet .. borger*",
            "samarbejde omkring .. borger*",
            "mellem afdelinger*",
            "fortælle .. historie",
            "samme historie",
            "tænkt sammen",
            "hænge sammen",
            "snitflade*",
            "handover*",
            "hand over*",
        ],
    ),
    cue(
        "pathway-gap",
        &[
            "mellem to stole",
            "falder imellem",
            "ingen har ansvar*",
            "fall between",
        ],
    ),
    cue(
        "changed-caseworker",
        &[
            "skift* .. sagsbehandler*/rådgiver*",
            "sagsbehandlerskift*",
            "rådgiverskift*",
            "ny sagsbehandler/rådgiver",
            "new caseworker",
        ],
    ),
    cue(
        "more-entrances",
        &["én indgang", "en indgang", "flere indgange", "one entrance"],
    ),
    cue(
        "caseload-over-norm",
        &[
            "sagstal*",
            "sagsmængde*",
            "sagspres",
            "sager pr",
            "antallet af sager",
            "caseload*",
        ],
    ),
    cue(
        "diluted-competence",
        &[
            "*viden .. tabt",
            "specialviden",
            "speciali* .. viden",
            "særlig* viden",
            "viden .. forsvinder",
            "viden .. går tabt",
            "kompetencer",
            "spidskompetence*",
            "ekspertise*",
            "faglig* miljø*",
            "fagligt .. miljø",
            "fagmiljø*",
            "sprog* .. forståelse",
            "udvand*",
            "specialist*",
            "expertise",
            "special* knowledge",
        ],
    ),
    cue(
        "isolated-specialists",
        &[
            "alene med",
            "eneste medarbejder",
            "sidder alene",
            "ingen .. at sparre med",
            "ingen .. tage over",
            "on their own",
        ],
    ),
    cue(
        "line-differs-from-place",
        &[
            "faglig* sparring",
            "organiseres ledelsesmæssigt",
            "ledelsesmæssigt .. sparring",
            "distanceledelse",
            "fjernledelse",
            "led* .. sidder på/i/et",
            "leder .. på en anden adresse",
            "leder .. et andet sted",
            "led from another",
        ],
    ),
    cue(
        "span-of-control",
        &[
            "personaleansvar*",
            "direkte reference*",
            "ledelsesspænd*",
            "nærværende .. ledelse",
            "personalemæssig* ledelse",
            "synlig ledelse",
            "medarbejdere pr leder",
            "tæt på .. leder*",
            "span of control",
            "direct reports",
        ],
    ),
    cue(
        "wider-field",
        &[
            "faglig* område*",
            "bredere .. felt/område/fagområde",
            "bredt .. felt/område",
            "udvidelse af .. område*/felt",
            "flere fagområder",
            "mange fagområder",
            "faglig* og .. ledelse",
            "wider field",
            "ansvaret for både",
        ],
    ),
    cue(
        "vacant-head",
        &[
            "uden leder",
            "uden en leder",
            "egen leder",
            "ledig lederstilling",
            "ny chef",
            "hvem det bliver",
            "hvem der bliver leder",
            "hvem bliver leder",
            "ubesat*",
            "ikke .. ansat en leder",
            "ny leder",
            "without a head",
        ],
    ),
    cue(
        "changed-head",
        &[
            "skiftende ledere/chefer",
            "lederskift*",
            "skift* .. leder/chef",
            "reference til",
            "refererer til",
            "refererer fremover",
            "new manager",
        ],
    ),
    cue(
        "reports-to-nobody",
        &["ingen leder", "hvem .. nærmeste leder", "hvem refererer"],
    ),
    cue(
        "more-layers",
        &[
            "ledelseslag*",
            "flere lag",
            "ekstra lag",
            "ekstra led",
            "layer*",
        ],
    ),
    cue(
        "distant-management",
        &[
            "afstand til ledelsen",
            "længere til lede*",
            "længere væk fra lede*",
        ],
    ),
    cue(
        "decision-moved-from-frontline",
        &[
            "beslutningskompetence*",
            "beslutninger .. tættest på borger*",
            "kompetencen til at beslutte",
        ],
    ),
    cue(
        "overlapping-responsibility",
        &[
            "dobbelt ansvar",
            "delt ansvar",
            "to har ansvar*",
            "begge har ansvar*",
        ],
    ),
    cue(
        "duplicated-function",
        &[
            "dobbeltarbejde",
            "dobbeltadministration",
            "dobbeltfunktion*",
        ],
    ),
    cue(
        "site-over-capacity",
        &[
            "pladsmangel",
            "plads til alle",
            "plads til .. medarbejder*",
            "mangler .. pladser",
            "mangler *pladser",
            "for få kontorer",
            "for få lokaler",
        ],
    ),
    cue(
        "unmet-wishes",
        &["ønsker .. imødekom*", "ønske om .. tilhør*"],
    )
    .beside(&["medarbejder*", "placer*", "tilhør*"]),
    cue(
        "higher-cost",
        &[
            "dyrere",
            "merudgift*",
            "udgift* .. stige*",
            "ekstra udgift*",
            "øgede udgifter",
            "higher cost*",
        ],
    ),
    cue(
        "broken-commitment",
        &[
            "stik mod",
            "i modstrid med .. lov*",
            "blev lovet",
            "er lovet",
            "tilsagn*",
            "kun få .. borgere",
            "promis*",
        ],
    ),
    cue(
        "short-hearing",
        &[
            "kort* .. høringsfrist*",
            "høringsfrist* .. kort",
            "kort* .. tidsfrist*",
            "kort varsel",
            "for kort tid",
            "kort tid til at svare",
            "for lidt tid til",
            "short .. hearing",
        ],
    ),
    cue(
        "unheard-body",
        &[
            "ikke .. hørt",
            "ikke .. i høring",
            "ikke været inddraget",
            "ikke .. på dagsordenen",
            "not been heard",
            "not consulted",
        ],
    )
    .beside(&[
        "vi",
        "lmu",
        "med",
        "råd*",
        "udvalg*",
        "os",
        "medarbejder*",
        "we",
        "been",
    ]),
    cue(
        "late-clarification",
        &[
            "uvished*",
            "usikkerhed* .. hvor",
            "hvornår .. medarbejderne .. besked",
            "hvornår .. får .. besked",
            "hvornår .. medarbejder* .. vide",
            "hvornår .. få at vide",
            "hvor de skal sidde",
            "uncertainty",
        ],
    ),
];

/// The rules that a point is likely to raise, in the order of the table.
pub(super) fn raises(words: &[Token], kind: Option<PointKind>, names: Names) -> Vec<&'static str> {
    let mut rules: Vec<&'static str> = Vec::new();
    for cue in CUES {
        let is_near = match cue.near {
            Near::Any => true,
            Near::Task => names.functions || names.staff,
            Near::AskedTask => {
                kind == Some(PointKind::Question) && (names.functions || names.staff || names.units)
            }
            Near::Function => names.functions,
        };
        let is_said = is_near
            && !rules.contains(&cue.rule)
            && any(cue.phrases, words)
            && (cue.beside.is_empty() || any(cue.beside, words));
        if is_said {
            rules.push(cue.rule);
        }
    }
    // Where both house and head are lost, that is what is said; where only some of them go, the
    // others are still together.
    let has = |rule| rules.contains(&rule);
    let weakened = has("weakened-co-location");
    let lost = has("lost-site-and-head");
    rules.retain(|&rule| !(rule == "broken-co-location" && (weakened || lost)));
    rules
}
