// Puts marks into a page that is printed next, so that the paper tells where each thing came to stand:
// table T's head and each row; a drawing's top and bottom; a heading and what follows it.
(() => {
  const mark = text => {
    const span = document.createElement('span');
    span.style.cssText = 'font: 1px/1 monospace; letter-spacing: 0; white-space: nowrap';
    span.textContent = text;
    return span;
  };
  let last = 0;
  for (const table of document.querySelectorAll('table')) {
    const heads = table.tHead?.rows[0]?.cells[0];
    if (!heads || !table.checkVisibility()) continue;
    last += 1;
    heads.prepend(mark(`qx${last}hxq`));
    for (const body of table.tBodies) {
      for (const row of body.rows) if (row.checkVisibility()) row.cells[0].prepend(mark(`qx${last}rxq`));
    }
  }
  for (const svg of document.querySelectorAll('figure svg')) {
    if (!svg.checkVisibility()) continue;
    last += 1;
    const box = svg.viewBox.baseVal, space = 'http://www.w3.org/2000/svg';
    for (const [at, letter] of [[box.y + 3, 't'], [box.y + box.height - 1, 'b']]) {
      const text = document.createElementNS(space, 'text');
      text.setAttribute('x', box.x + 1);
      text.setAttribute('y', at);
      text.style.cssText = 'font: 2px monospace; fill: #000';
      text.textContent = `qx${last}${letter}xq`;
      svg.append(text);
    }
  }
  const isSeen = element => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return false;
    return element.checkVisibility();
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, above = node.parentElement;
    if (node.data.trim() && isSeen(above) && !/^qx\d+/.test(node.data)
      && !above.closest('title, desc, script, style')) all.push(node);
  }
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, caption, figcaption, summary')) {
    if (!isSeen(heading) || !heading.textContent.trim()) continue;
    const next = all.find(node => heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
      && !heading.contains(node));
    if (!next || next.parentElement.closest('svg')) continue;
    last += 1;
    heading.prepend(mark(`qx${last}kxq`));
    next.before(mark(`qx${last}nxq`));
  }
  return last;
})()
