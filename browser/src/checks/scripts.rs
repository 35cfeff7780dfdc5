//! What a page does for a reader who has no scripts, and for one who has no mouse.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::tab::{Key, Tab};
use crate::trouble::Result;

pub(super) const LINES: &str = include_str!("../script/lines.js");
const FOCUS: &str = include_str!("../script/focus.js");
const FOCUSED: &str = "document.activeElement.tagName";
const STATE: &str = include_str!("../script/filter.js");

/// Whether a page without its scripts says the same lines as with them, and shows nothing that works
/// with them only.
pub fn switched_off(without: &Tab<'_>, with: &[String]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let (more, less) = (count(with), count(&without.sentences(LINES)?));
    for line in more.keys().chain(less.keys()).collect::<BTreeSet<_>>() {
        let times = |lines: &BTreeMap<String, usize>| lines.get(line).copied().unwrap_or_default();
        if times(&more) != times(&less) {
            let (with, without) = (times(&more), times(&less));
            faults.push(format!(
                "\"{line}\" is there {without} times, with them {with} times"
            ));
        }
    }
    let shown = "[...document.querySelectorAll('button, select, input, [data-script]')]
        .filter(one => one.checkVisibility()).map(one => one.localName)";
    for name in without.sentences(shown)? {
        faults.push(format!("a {name} is shown that does nothing"));
    }
    faults.extend(without.trouble()?);
    Ok(faults)
}

fn count(lines: &[String]) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    for line in lines {
        *count.entry(line.clone()).or_default() += 1;
    }
    count
}

/// Goes through the page with the Tab key alone: everything that takes the keyboard shows that it has
/// it, and is in sight; of a page with parts, the first of it leads past the rest.
pub fn keyboard(tab: &Tab<'_>, has_parts: bool) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    if has_parts {
        faults.extend(skip_link(tab)?);
        tab.evaluate(TO_START)?;
    }
    let mut seen = BTreeSet::new();
    loop {
        tab.press(Key::Tab)?;
        let focus = tab.evaluate(FOCUS)?;
        let Some(place) = focus["place"].as_i64() else {
            break;
        };
        if !seen.insert(place) {
            break;
        }
        for fault in focus["faults"].as_array().into_iter().flatten() {
            let fault = fault.as_str().unwrap_or_default();
            let what = focus["what"].as_str().unwrap_or_default();
            faults.push(format!("{fault}: {what}"));
        }
    }
    tab.evaluate(TO_START)?;
    Ok(faults)
}

/// Makes the next Tab the first of the page.
const TO_START: &str = "(() => {
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    history.replaceState(null, '', location.pathname);
    scrollTo(0, 0);
})()";

/// The first link of the page leads to its content; the next Tab goes on from there.
fn skip_link(tab: &Tab<'_>) -> Result<Vec<String>> {
    tab.press(Key::Tab)?;
    let target = tab.evaluate(
        "(() => { const id = (document.activeElement.getAttribute('href') ?? '').replace(/^#/, '');
            return document.getElementById(id) ? id : null; })()",
    )?;
    let Some(target) = target.as_str() else {
        return Ok(vec!["does not begin with a link past its head".to_owned()]);
    };
    let find = format!("const target = document.getElementById({target:?});");
    tab.press(Key::Enter)?;
    let there = tab.evaluate(&format!(
        "(() => {{ {find} const at = target.getBoundingClientRect();
            return location.hash === '#' + target.id && at.top < innerHeight && at.bottom > 0; }})()"
    ))?;
    tab.press(Key::Tab)?;
    let goes_on = tab.evaluate(&format!(
        "(() => {{ {find} const now = document.activeElement;
            return target.contains(now)
                || !!(target.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING); }})()"
    ))?;
    let mut faults = Vec::new();
    if there != true {
        faults.push("its first link does not lead to the content".to_owned());
    }
    if goes_on != true {
        faults.push("the keyboard does not go on where its first link leads".to_owned());
    }
    Ok(faults)
}

/// Chooses among the findings of every filter of the page by the keyboard alone: a unit, no severity,
/// and all again. What is shown is as many as the filter says.
pub fn filter(tab: &Tab<'_>) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let filters = tab.evaluate("document.querySelectorAll('form').length")?;
    let filters = filters.as_u64().unwrap_or_default();
    if filters == 0 {
        faults.push("has no filter".to_owned());
    }
    for at in 0..filters {
        for fault in choose(tab, at)? {
            faults.push(format!("filter {}: {fault}", at + 1));
        }
    }
    Ok(faults)
}

fn choose(tab: &Tab<'_>, at: u64) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let form = format!("const form = document.querySelectorAll('form')[{at}];");
    // After what the page does when it is next idle.
    let state = || {
        let idle = "await new Promise(done => setTimeout(done, 20));";
        tab.evaluate(&format!("(async () => {{ {form} {idle} {STATE} }})()"))
    };
    let check = |faults: &mut Vec<String>, after: &str, seen: &Value, shown: &Value| {
        let is_told = seen["told"] == json!([seen["shown"], seen["all"]]);
        if !is_told {
            faults.push(format!("{after}, it says {} of {seen}", seen["told"]));
        }
        if *shown != seen["shown"] {
            faults.push(format!("{after}, {} findings are shown", seen["shown"]));
        }
        if seen["empty"] != 0 {
            faults.push(format!("{after}, a heading is left with no finding"));
        }
    };
    let first = state()?;
    check(&mut faults, "at first", &first, &first["all"]);

    // From the place before it.
    tab.evaluate(&format!(
        "(() => {{ {form} const start = document.createElement('span'); start.tabIndex = -1;
            form.before(start); start.focus(); start.remove(); }})()"
    ))?;
    let focused = || tab.evaluate(FOCUSED);
    tab.press(Key::Tab)?;
    if focused()? != "SELECT" {
        return Ok(vec!["does not begin with the choice of a unit".to_owned()]);
    }
    tab.press(Key::Down)?;
    let unit = state()?;
    check(&mut faults, "with a unit chosen", &unit, &unit["of_unit"]);
    if unit["unit_found"] != true || unit["unit_hidden"] != 0 {
        faults.push(format!(
            "with a unit chosen, what its own part tells of is not all shown: {unit}"
        ));
    }
    tab.press(Key::Home)?;
    check(
        &mut faults,
        "with all units again",
        &state()?,
        &first["all"],
    );

    tab.press(Key::Tab)?;
    while focused()? == "INPUT" {
        tab.press(Key::Space)?;
        let seen = state()?;
        check(
            &mut faults,
            "with a severity left out",
            &seen,
            &seen["of_severities"],
        );
        tab.press(Key::Tab)?;
    }
    check(&mut faults, "with no severity chosen", &state()?, &json!(0));
    if focused()? != "BUTTON" {
        return Ok(vec![
            "does not end with the button that shows all".to_owned(),
        ]);
    }
    tab.press(Key::Enter)?;
    check(
        &mut faults,
        "with all shown again",
        &state()?,
        &first["all"],
    );
    Ok(faults)
}
