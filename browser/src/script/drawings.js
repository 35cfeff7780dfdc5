// What is wrong with the drawings of a page: text outside them, over other text, too small, or too
// faint against what is painted under it; no title or description; not just one of its hands
// shown. On screens `paper` is null; else what is looked at is what goes on paper of that name.
((smallest, paper) => {
  const isHere = element => {
    if (!element.checkVisibility()) return false;
    let page = 'auto';
    for (let at = element; at && page === 'auto'; at = at.parentElement) page = getComputedStyle(at).page;
    return paper === null || page === paper;
  };
  const luminance = colour => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const paints = colour => colour !== 'none' && colour !== 'transparent' && !/^rgba.*, 0\)$/.test(colour);
  const found = [];
  for (const figure of document.querySelectorAll('figure')) {
    const hands = [...figure.querySelectorAll('.d-figure')];
    const shown = hands.filter(hand => hand.checkVisibility()).length;
    if (hands.length && isHere(figure) && shown !== 1) found.push(`shows ${shown} of ${hands.length} hands of a drawing`);
  }
  for (const svg of document.querySelectorAll('svg:not([aria-hidden=true])')) {
    if (!isHere(svg)) continue;
    const title = svg.querySelector(':scope > title')?.textContent.trim();
    const of = ` in the drawing "${title ?? ''}"`;
    if (!title) found.push('has a drawing without a title');
    if (!svg.querySelector(':scope > desc')?.textContent.trim()) found.push('has no description' + of);
    const frame = svg.getBoundingClientRect();
    const shapes = [...svg.querySelectorAll('rect, path, polygon, circle, ellipse')]
      .filter(shape => !shape.closest('defs, clipPath, mask, pattern, marker') && paints(getComputedStyle(shape).fill))
      .map(shape => [shape, shape.getBoundingClientRect()]);
    const boxes = [], small = [];
    for (const text of svg.querySelectorAll('text')) {
      if (text.closest('defs') || !text.textContent.trim()) continue;
      const box = text.getBoundingClientRect(), style = getComputedStyle(text);
      const said = `"${text.textContent.trim()}"` + of;
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        found.push(`has ${said} outside it`);
      }
      const size = parseFloat(style.fontSize) * text.getScreenCTM().a;
      if (size < smallest - 0.05) small.push([size, said]);
      const inside = [...(text.querySelectorAll('tspan').length ? text.querySelectorAll('tspan') : [text])]
        .map(part => part.getBoundingClientRect());
      for (const [other, others] of boxes) {
        const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
          && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.25 * Math.min(a.height, b.height);
        if (inside.some(a => others.some(b => meets(a, b)))) {
          found.push(`has ${said} over "${other.textContent.trim()}"`);
        }
      }
      boxes.push([text, inside]);
      const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      const under = shapes.filter(([shape, at]) =>
        shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
        && at.left <= x && x <= at.right && at.top <= y && y <= at.bottom).at(-1);
      const ground = under ? getComputedStyle(under[0]).fill : 'rgb(255, 255, 255)';
      if (/^rgb/.test(ground) && contrast(style.fill, ground) < 4.5) {
        found.push(`has ${said} in ${style.fill} on ${ground}: ${contrast(style.fill, ground).toFixed(1)} to 1`);
      }
      // A text that begins in a box ends in it: nothing is drawn over its border.
      if (under && under[0].localName === 'rect' && (box.left < under[1].left - 1 || box.right > under[1].right + 1)) {
        found.push(`has ${said} beyond its box`);
      }
    }
    small.sort(([a], [b]) => a - b);
    if (small.length) found.push(`has ${small.length} texts that are too small: ${small[0][1]} at ${small[0][0].toFixed(1)} pixels`);
  }
  return found;
})
