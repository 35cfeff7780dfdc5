// What the filter `form` shows, and what it says that it shows.
const list = document.getElementById(form.dataset.list), findings = [...list.querySelectorAll('.finding')];
const select = form.querySelector('select'), wanted = [...form.querySelectorAll('input:checked')].map(box => box.value);
const count = is => findings.filter(is).length;
const groups = [...list.querySelectorAll('.group')].filter(group => group.checkVisibility());
// What the unit's own part of the page tells of, and leads to.
const unit = [...(form.closest('.chapter') ?? document).querySelectorAll('.unit')]
  .find(one => one.firstElementChild.firstChild.data?.trim() === select.selectedOptions[0].text);
const leads = [...(unit?.querySelectorAll('a') ?? [])].map(link => document.getElementById(link.hash.slice(1)));
return {
  all: findings.length,
  shown: count(finding => finding.checkVisibility()),
  told: (form.querySelector('[role=status]').textContent.match(/\d+/g) ?? []).map(Number),
  of_unit: count(finding => finding.dataset.units.split(' ').includes(select.value)),
  of_severities: count(finding => wanted.includes(finding.dataset.severity)),
  unit_found: unit !== undefined,
  unit_hidden: leads.filter(one => findings.includes(one) && !one.checkVisibility()).length,
  empty: groups.filter(group => ![...group.querySelectorAll('.finding')].some(one => one.checkVisibility())).length,
};
