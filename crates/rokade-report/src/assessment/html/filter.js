"use strict";
// Lets a reader choose among the findings by unit and severity. Without it all of them are shown.
for (const form of document.querySelectorAll("form.filter")) {
  const list = document.getElementById(form.dataset.list);
  const findings = [...list.querySelectorAll(".finding")];
  const groups = [...list.querySelectorAll(".group")];
  const unit = form.querySelector("select");
  const severities = [...form.querySelectorAll("input")];
  const status = form.querySelector("[role=status]");
  const show = () => {
    const wanted = severities.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const finding of findings) {
      const isOfUnit = unit.value === "" || finding.dataset.units.split(" ").includes(unit.value);
      finding.hidden = !isOfUnit || !wanted.includes(finding.dataset.severity);
      shown += finding.hidden ? 0 : 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector(".finding:not([hidden])");
    }
    status.textContent = form.dataset.shown.replace("{n}", shown);
  };
  // What a link leads to is there to be read.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && list.contains(target) && target.closest("[hidden]")) {
      form.reset();
      show();
      target.scrollIntoView();
    }
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", reveal);
  form.hidden = false;
  show();
}
// Browsers that print what is folded as it is get it unfolded.
const folded = [];
addEventListener("beforeprint", () => {
  folded.push(...document.querySelectorAll("details:not([open])"));
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded.splice(0)) details.open = false;
});
