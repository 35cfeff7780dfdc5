// What is to be read on a page, line by line, without the filter, which works with scripts only, and
// without what is there to be heard and not seen.
(() => {
  const all = [...document.querySelectorAll('body *')].map(element => [element, getComputedStyle(element)]);
  const aside = all.filter(([element, style]) => element.localName === 'form' || style.clipPath !== 'none')
    .map(([element]) => [element, element.style.display]);
  // Items that stand in one line are kept apart by what the style puts between them.
  const spaces = all.filter(([element, style]) => element.localName === 'li' && style.display.startsWith('inline'))
    .map(([element]) => [element, document.createTextNode(' ')]);
  aside.forEach(([element]) => { element.style.display = 'none'; });
  spaces.forEach(([element, space]) => element.before(space));
  const lines = document.body.innerText.split('\n').map(line => line.trim()).filter(Boolean);
  spaces.forEach(([, space]) => space.remove());
  aside.forEach(([element, was]) => { element.style.display = was; });
  return lines;
})()
