// What makes a page wider than its window, and what is cut off in it. On screens `paper` is null; else what is
// looked at is what goes on paper of that name, which has room for `room` pixels.
((paper, room) => {
  const told = element => {
    const name = element.localName + (element.classList.length ? '.' + [...element.classList].join('.') : '');
    return name + ' "' + element.textContent.trim().slice(0, 40) + '"';
  };
  const isHere = element => {
    if (element instanceof SVGElement || !element.checkVisibility()) return false;
    let page = 'auto';
    for (let at = element; at && page === 'auto'; at = at.parentElement) page = getComputedStyle(at).page;
    return paper === null || page === paper;
  };
  const clips = element => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
    || getComputedStyle(element).clipPath !== 'none';
  const isUnseen = element => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true;
    return false;
  };
  const isClipped = element => {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
      if (clips(above)) return true;
    }
    return false;
  };
  const found = [];
  room ??= innerWidth;
  const width = document.documentElement.scrollWidth;
  const all = [...document.body.querySelectorAll('*')].filter(isHere);
  const wide = all.filter(element => element.getBoundingClientRect().right > room + 1 && !isClipped(element));
  const first = wide.find(element => ![...element.children].some(child => wide.includes(child)));
  if (paper === null ? width > room : first) {
    found.push(`is ${width} wide where there is room for ${room}: ${first ? told(first) : 'nothing to point at'}`);
  }
  for (const element of all) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const hides = /hidden|clip/.test(style.overflowX) && box.width > 2 && box.height > 2;
    if (hides && element.scrollWidth > element.clientWidth + 1) found.push(`cuts off ${told(element)}`);
    if (box.width > 2 && box.right < 1 && box.bottom > 0 && !isClipped(element) && style.position === 'static') {
      found.push(`has ${told(element)} left of the window`);
    }
  }
  // A word that any column has room for is not broken in the middle of it.
  const broken = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !isHere(node.parentElement) || isUnseen(node.parentElement)) continue;
    for (const word of node.data.matchAll(/(?<!\p{L})\p{L}{2,16}(?!\p{L})/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1) broken.add(`"${word[0]}" in ${told(node.parentElement)}`);
    }
  }
  if (broken.size) found.push(`breaks ${broken.size} words in two: ${[...broken].slice(0, 3).join(', ')}`);
  return found;
})
