//! Bytes to text: a response as plain text in UTF-8, or as a Word document.
//!
//! Nothing is guessed: text in another encoding is refused, and so is a document of another kind.
//! What the text says is no matter of this module.

use super::docx;

/// The most bytes that are read of a response's file, pictures and all.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The most bytes of text; the longest answers have some hundred pages of three thousand.
pub(super) const MAX_TEXT: usize = 2 * 1024 * 1024;

/// Why a response cannot be read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is larger than any response, packed or unpacked.
    #[error("the response is too large")]
    TooLarge,
    /// It is text in another encoding than UTF-8, or no text at all.
    #[error("the response is not UTF-8 text")]
    NotUtf8,
    /// It is a document of another kind: PDF, or Word's format of before 2007.
    #[error("the response is neither plain text nor a .docx document")]
    OtherKind,
    /// It is a Word document that cannot be unpacked or has no text in it.
    #[error("the .docx document is damaged")]
    Damaged,
}

/// The text of a response: UTF-8 with or without a byte order mark, or a `.docx` document.
///
/// # Errors
/// See [`ReadError`].
pub fn read(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return docx::read(bytes);
    }
    // PDF, and the compound files of older Word documents.
    if bytes.starts_with(b"%PDF-") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(ReadError::OtherKind);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ReadError::NotUtf8)?;
    if text.len() > MAX_TEXT {
        return Err(ReadError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // UTF-16 without a mark is valid UTF-8 with many of these, and a text has none.
    if text.contains('\0') {
        return Err(ReadError::NotUtf8);
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_utf_8_with_or_without_a_mark() {
        assert_eq!(read("Høringssvar".as_bytes()).as_deref(), Ok("Høringssvar"));
        assert_eq!(read("\u{feff}Svar".as_bytes()).as_deref(), Ok("Svar"));
        assert_eq!(read(b"H\xf8ringssvar"), Err(ReadError::NotUtf8));
        assert_eq!(read(b"\xff\xfeS\0v\0"), Err(ReadError::NotUtf8));
        assert_eq!(read(b"S\0v\0a\0r\0"), Err(ReadError::NotUtf8));
    }

    #[test]
    fn documents_of_other_kinds_are_refused() {
        assert_eq!(read(b"%PDF-1.7 ..."), Err(ReadError::OtherKind));
        assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1"), Err(ReadError::OtherKind));
        assert_eq!(read(b"PK\x03\x04 and no more"), Err(ReadError::Damaged));
        let large = vec![b'a'; MAX_BYTES + 1];
        assert_eq!(read(&large), Err(ReadError::TooLarge));
    }
}
