use super::*;

/// The blocks of a text, each as its kind and its text.
fn blocks(source: &str) -> Vec<String> {
    let tidied = tidy(source);
    let blocks = tidied.blocks.iter();
    blocks
        .map(|block| format!("{:?}: {}", block.kind, &tidied.text[block.at.clone()]))
        .collect()
}

#[track_caller]
fn assert_blocks(source: &str, expected: &[&str]) {
    assert_eq!(blocks(source), expected);
}

#[test]
fn wrapped_lines_are_joined() {
    let wrapped = "I dag afprøves et hjælpemiddel samme formiddag, som behovet\n\
        viser sig, fordi de to grupper deler gang. Det fungerer rigtig\n\
        godt. Fremover sidder de hvert sit sted.\n\
        \n\
        Nyt afsnit.\r\n\r\nOg et til.";
    assert_blocks(
        wrapped,
        &[
            "Paragraph: I dag afprøves et hjælpemiddel samme formiddag, som behovet viser sig, fordi de to grupper \
             deler gang. Det fungerer rigtig godt. Fremover sidder de hvert sit sted.",
            "Paragraph: Nyt afsnit.",
            "Paragraph: Og et til.",
        ],
    );
}

#[test]
fn a_line_that_was_ended_early_ends_its_block() {
    let lines = "LokalMED Træning\nFjordby, den 3. maj 2021\nVi takker for at blive hørt om det, der er sendt i høring.";
    assert_blocks(
        lines,
        &[
            "Heading: LokalMED Træning",
            "Heading: Fjordby, den 3. maj 2021",
            "Paragraph: Vi takker for at blive hørt om det, der er sendt i høring.",
        ],
    );
    // Lines that nobody wrapped are paragraphs.
    let long = format!(
        "{} slut.\nNæste afsnit er kort.\nOg det her.",
        "ord ".repeat(60)
    );
    assert_eq!(blocks(&long).len(), 3);
}

#[test]
fn a_page_break_does_not_break_a_sentence() {
    assert_blocks(
        "Det er en udvidelse af det nuværende\n\nSide 3/7\n\nledelsesmæssige ansvar.\n\n- 4 -\n\nNyt.",
        &[
            "Paragraph: Det er en udvidelse af det nuværende ledelsesmæssige ansvar.",
            "Paragraph: Nyt.",
        ],
    );
    assert_blocks(
        "Vi hjælper de svagere un-\n\nge med det.",
        &["Paragraph: Vi hjælper de svagere unge med det."],
    );
}

#[test]
fn divided_words_are_joined_and_open_ones_are_not() {
    assert_blocks(
        "De fysiotera-\npeuter, vi har.",
        &["Paragraph: De fysioterapeuter, vi har."],
    );
    assert_blocks(
        "De fysiotera\u{ad}\npeuter, vi har.",
        &["Paragraph: De fysioterapeuter, vi har."],
    );
    assert_blocks(
        "Både job-\nog socialcenter.",
        &["Paragraph: Både job- og socialcenter."],
    );
    assert_blocks(
        "Jobcenter Nord-\nSyd er ét.",
        &["Paragraph: Jobcenter Nord- Syd er ét."],
    );
}

#[test]
fn lists_and_headings_are_told_apart() {
    assert_blocks(
        "1. Flytningen\n\nVi spørger:\n- Hvem kører, når de er\n  ude?\n• Hvor?\n\n2. Ledelse\n\nDet er uklart.\n\n## Til sidst\n\nTak.",
        &[
            "Heading: Flytningen",
            "Paragraph: Vi spørger:",
            "Item: Hvem kører, når de er ude?",
            "Item: Hvor?",
            "Heading: Ledelse",
            "Paragraph: Det er uklart.",
            "Heading: Til sidst",
            "Paragraph: Tak.",
        ],
    );
    assert_blocks(
        "Vi mener:\n\n1) Bliv her.\n2) Tænk igen.\n\nTak for det.",
        &[
            "Paragraph: Vi mener:",
            "Item: Bliv her.",
            "Item: Tænk igen.",
            "Paragraph: Tak for det.",
        ],
    );
    assert_blocks(
        "17. april 2024\n\nVi svarer.",
        &["Heading: 17. april 2024", "Paragraph: Vi svarer."],
    );
    // A dash and a number in a sentence begin no list.
    assert_blocks(
        "Enheden, som alle kender i dag, begyndte sit arbejde den\n1. marts 2009 og er gået godt siden da, og vi er glade\n– som alle – for den.",
        &[
            "Paragraph: Enheden, som alle kender i dag, begyndte sit arbejde den 1. marts 2009 og er gået godt siden da, og vi er glade – som alle – for den.",
        ],
    );
}

#[test]
fn what_is_unseen_goes() {
    assert_blocks(
        "  Vi\u{a0}\u{200b}er\t\u{202e}glade\u{7}.  ",
        &["Paragraph: Vi er glade."],
    );
    assert_blocks("A\u{30a}lborg.", &["Paragraph: Ålborg."]);
    for nothing in ["", "\n\n", "\u{ad}", "Side 1 af 2", "\u{200b} \u{200b}\n-"] {
        let left = blocks(nothing);
        assert!(left.iter().all(|block| block == "Paragraph: -"), "{left:?}");
    }
}

#[test]
fn a_range_of_the_text_leads_back_to_its_source() {
    let source = "Side 1\n\n  De fysiotera-\npeuter  bliver.  Godt!";
    let tidied = tidy(source);
    let of = |part: &str| {
        let start = tidied.text.find(part).expect("it is there");
        &source[tidied.source_of(&(start..start + part.len()))]
    };
    assert_eq!(
        of("De fysioterapeuter bliver."),
        "De fysiotera-\npeuter  bliver."
    );
    assert_eq!(of("Godt!"), "Godt!");
}
