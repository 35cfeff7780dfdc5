// What has the keyboard: what it is, and what keeps a reader from seeing that it has.
(() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const faults = [];
  if (!hasOutline && style.boxShadow === 'none') faults.push('shows no focus');
  if (box.width < 2 || box.height < 2 || box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight) {
    faults.push('has the focus out of sight');
  }
  const label = element.labels?.[0]?.textContent || element.getAttribute('aria-label') || element.textContent;
  return {
    what: `${element.localName}${element.id ? '#' + element.id : ''} "${label.trim().slice(0, 40)}"`,
    place: [...document.querySelectorAll('*')].indexOf(element),
    faults,
  };
})()
