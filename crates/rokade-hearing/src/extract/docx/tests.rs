use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::read::{ReadError, read};
use super::*;

/// An archive of files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("a file");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>"#
    );
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        (DOCUMENT, xml.as_bytes()),
    ])
}

#[test]
fn paragraphs_are_lines() {
    let bytes = document(
        r#"<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>Kantine &amp; pedel</w:t></w:r></w:p>
           <w:p><w:r><w:t xml:space="preserve">Hvem </w:t></w:r><w:r><w:t>leder k&#xF8;kkenet?</w:t></w:r>
             <w:del><w:r><w:delText>Slettet</w:delText></w:r></w:del></w:p>
           <w:p/>
           <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>Og</w:t><w:tab/><w:t>hvor<![CDATA[?]]></w:t></w:r></w:p>"#,
    );
    let text = read(&bytes);
    assert_eq!(
        text.as_deref(),
        Ok("# Kantine & pedel\n\nHvem leder køkkenet?\n\n- Og hvor?\n\n")
    );
}

#[test]
fn other_archives_and_damage_are_refused() {
    assert_eq!(
        read(&archive(&[("xl/workbook.xml", b"<a/>")])),
        Err(ReadError::OtherKind)
    );
    assert_eq!(
        read(&archive(&[(DOCUMENT, b"<a><b></a>")])),
        Err(ReadError::Damaged)
    );
    assert_eq!(
        read(&archive(&[(DOCUMENT, b"\xff\xfe")])),
        Err(ReadError::Damaged)
    );
    assert_eq!(
        read(&archive(&[(DOCUMENT, b"<t>&bomb;</t>")])),
        Err(ReadError::Damaged)
    );
    let mut cut = document("<w:p/>");
    cut.truncate(cut.len() - 30);
    assert_eq!(read(&cut), Err(ReadError::Damaged));
}

#[test]
fn a_small_file_does_not_become_a_large_one() {
    let blanks = vec![b' '; usize::try_from(MAX_XML).expect("small") + 1];
    let bytes = archive(&[(DOCUMENT, &blanks)]);
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    assert_eq!(read(&bytes), Err(ReadError::TooLarge));
    let long = format!("<w:p><w:t>{}</w:t></w:p>", "ord ".repeat(MAX_TEXT / 4 + 1));
    assert_eq!(read(&document(&long)), Err(ReadError::TooLarge));
    let many: Vec<String> = (0..=MAX_ENTRIES).map(|i| format!("f{i}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(read(&archive(&many)), Err(ReadError::TooLarge));
}
