(what => {
  // Where in this frame something stands that a person sees, brought into view: by its words, a selector, or a frame.
  const deep = root => [...root.querySelectorAll('*')].flatMap(node => node.shadowRoot ? [node, ...deep(node.shadowRoot)] : [node]);
  const shown = node => { const box = node.getBoundingClientRect(); return box.width > 1 && box.height > 1 && node.checkVisibility({ opacityProperty: true, visibilityProperty: true }); };
  const said = text => (text || '').replace(/\s+/g, ' ').trim();
  const centre = node => { const box = node.getClientRects()[0]; // the first line of words that wrap
    return { x: box.x + Math.min(box.width / 2, 300), y: box.y + box.height / 2 }; };
  if (what.frame !== undefined) {
    const node = [...document.querySelectorAll('iframe, frame')][what.frame];
    let box = node.getBoundingClientRect();
    if (box.y + what.y < 60 || box.y + what.y > innerHeight - 60) { scrollBy(0, box.y + what.y - innerHeight / 2); box = node.getBoundingClientRect(); }
    return { x: box.x + node.clientLeft, y: box.y + node.clientTop };
  }
  if (!document.body) return null;
  const found = what.css
    ? deep(document).filter(node => node.matches(what.css) && shown(node))
    : deep(document.body).filter(node => shown(node) && (said(node.textContent) === what.words || (node.matches('input[type=submit], input[type=button]') && node.value === what.words))
      && ![...node.children].some(child => said(child.textContent) === what.words && shown(child)));
  const node = found.at(-1);
  if (!node) return null;
  node.scrollIntoView({ block: 'center' });
  const at = centre(node), top = node.getRootNode().elementFromPoint(at.x, at.y);
  const covered = top && !node.contains(top) && !top.contains(node) && !top.closest('label')?.contains(node) && getComputedStyle(top).opacity !== '0';
  return covered ? null : at; // what something lies over is not tapped
})
