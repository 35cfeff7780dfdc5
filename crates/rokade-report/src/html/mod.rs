//! The frame of a page: what every report for readers in a browser has in common.
//!
//! A page stands by itself: it loads nothing, runs nothing, and prints on A4. Text that a chart
//! contributed goes in through [`Text`] alone.

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};
use rokade_core::entry::Language;

use crate::escape;

/// How a page looks. Its hash stands in [`POLICY`].
const STYLE: &str = include_str!("page.css");

/// What a page may load and run: nothing but its own style, known by its hash.
const POLICY: &str = "default-src 'none'; style-src 'sha256-rfDpxtvIfMwWgavV+SpHqWUV94JxrnnpR7dIl8sKxYc='; base-uri 'none'; form-action 'none'";

/// Text that is not the program's own.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl Render for Text<'_> {
    fn render(&self) -> Markup {
        PreEscaped(escape::html(self.0))
    }
}

/// A page with a title and what is in it.
pub(crate) fn page(language: Language, title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(PreEscaped(POLICY));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (Text(title)) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (body) } }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use super::*;

    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let bits = three
                .iter()
                .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
            let bits = bits << (8 * (3 - three.len()));
            for digit in 0..4 {
                let at = (bits >> (18 - 6 * digit)) & 63;
                let is_filled = digit <= three.len();
                text.push(if is_filled {
                    char::from(DIGITS[at as usize])
                } else {
                    '='
                });
            }
        }
        text
    }

    #[test]
    fn the_policy_knows_the_style() {
        let hash = base64(&Sha256::digest(STYLE.as_bytes()));
        assert!(POLICY.contains(&format!("'sha256-{hash}'")), "{hash}");
    }

    #[test]
    fn a_title_is_no_markup() {
        let hostile = "</title><script>alert(1)</script>\u{202e}\"'";
        let page = page(Language::Da, hostile, &html! { p { (Text(hostile)) } });
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains('\u{202e}'), "{page}");
        assert!(
            page.starts_with("<!DOCTYPE html><html lang=\"da\">"),
            "{page}"
        );
    }
}
