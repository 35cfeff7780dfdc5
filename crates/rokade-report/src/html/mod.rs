//! The frame of a page: what every report for readers in a browser has in common.
//!
//! A page stands by itself: it loads nothing, runs nothing but a script of its own, and prints on
//! A4. Text that a chart contributed goes in through [`Text`] alone.

mod hash;

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};
use rokade_core::entry::Language;

use crate::escape;

/// How every page looks.
const STYLE: &str = include_str!("page.css");

/// Text that is not the program's own.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl Render for Text<'_> {
    fn render(&self) -> Markup {
        PreEscaped(escape::html(self.0))
    }
}

/// What a page is made of.
pub(crate) struct Page<'p> {
    /// Its language.
    pub(crate) language: Language,
    /// What a window and a bookmark call it.
    pub(crate) title: &'p str,
    /// How it looks, beyond how every page looks; a text of a chart in it has gone through
    /// [`escape::css`].
    pub(crate) style: &'p str,
    /// What makes it easier to use, and is not needed to read it.
    pub(crate) script: Option<&'static str>,
    /// What is in it.
    pub(crate) body: &'p Markup,
}

/// A page with a title and what is in it.
pub(crate) fn page(language: Language, title: &str, body: &Markup) -> String {
    document(&Page {
        language,
        title,
        style: "",
        script: None,
        body: &html! { main { (body) } },
    })
}

/// A page with a look of its own.
pub(crate) fn document(page: &Page<'_>) -> String {
    let style = [STYLE, page.style].concat();
    html! {
        (DOCTYPE)
        html lang=(page.language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(PreEscaped(policy(&style, page.script)));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (Text(page.title)) }
                style { (PreEscaped(&style)) }
            }
            body {
                (page.body)
                @if let Some(script) = page.script { script { (PreEscaped(script)) } }
            }
        }
    }
    .into_string()
}

/// What a page may load and run: nothing but its own style and script, known by their hashes.
fn policy(style: &str, script: Option<&str>) -> String {
    let style = hash::source(style);
    let script = script.map_or_else(String::new, |script| {
        format!(" script-src {};", hash::source(script))
    });
    format!("default-src 'none'; style-src {style};{script} base-uri 'none'; form-action 'none'")
}

/// A heading, with an id where something leads to it. Deeper than the sixth there are none.
pub(crate) fn heading(level: u8, id: Option<&str>, text: &Markup) -> Markup {
    match level {
        0 | 1 => html! { h1 id=[id] { (text) } },
        2 => html! { h2 id=[id] { (text) } },
        3 => html! { h3 id=[id] { (text) } },
        4 => html! { h4 id=[id] { (text) } },
        5 => html! { h5 id=[id] { (text) } },
        _ => html! { h6 id=[id] { (text) } },
    }
}

/// What may be wider than the screen, and then scrolls by itself: with the keyboard too.
pub(crate) fn scrolling(label: &str, wide: &Markup) -> Markup {
    html! { div.table tabindex="0" role="region" aria-label=(Text(label)) { (wide) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands between two tags.
    fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
        let rest = page.split_once(start).unwrap().1;
        rest.split_once(end).unwrap().0
    }

    #[test]
    fn the_policy_knows_the_style_and_the_script_and_nothing_else() {
        let page = document(&Page {
            language: Language::Da,
            title: "x",
            style: "p { color: red; }",
            script: Some("'use strict';"),
            body: &html! {},
        });
        let style = hash::source(between(&page, "<style>", "</style>"));
        let script = hash::source(between(&page, "<script>", "</script>"));
        assert_eq!(
            between(&page, "Content-Security-Policy\" content=\"", "\""),
            format!(
                "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
            )
        );
        assert_ne!(style, script);
    }

    #[test]
    fn a_page_without_a_script_may_run_none() {
        let page = page(Language::En, "x", &html! {});
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        assert!(!policy.contains("script-src") && policy.starts_with("default-src 'none'"));
        assert!(!page.contains("<script"), "{page}");
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
