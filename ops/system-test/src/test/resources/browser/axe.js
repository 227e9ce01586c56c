// What axe objects to, one sentence per rule. All its rules run once for what the page says and shows; when only sizes and
// colours are others than before, the rules run that look at those.
async tags => {
  // axe's rules that look at a place, a size or a colour (by the functions that they call); all others look at elements,
  // attributes and texts, and at whether those are shown and how they are laid out: just what is compared below
  const OF_SIZES_AND_COLOURS = [
    'color-contrast',
    'link-in-text-block',
    'target-size',
    'scrollable-region-focusable',
    'skip-link',
    'th-has-data-cells',
    'autocomplete-valid',
    'avoid-inline-spacing',
    'aria-hidden-focus',
  ];

  function shown(element) {
    const {display, visibility, position, opacity, clip, clipPath, overflowX, overflowY} = getComputedStyle(element);
    const {right, bottom, width, height} = element.getBoundingClientRect();
    const boxes = element.checkVisibility() && width > 0 && height > 0;
    const away = right + scrollX <= 0 || bottom + scrollY <= 0;
    return [display, visibility, position, opacity === '0', clip, clipPath, overflowX, overflowY, boxes, away].join();
  }

  const before = (globalThis.lookedAt ??= new Set());
  const now = document.documentElement.outerHTML + [...document.querySelectorAll('*')].map(shown).join('\n');
  const runOnly = before.has(now) ? {type: 'rule', values: OF_SIZES_AND_COLOURS} : {type: 'tag', values: tags};
  before.add(now);
  const {violations} = await axe.run(document, {resultTypes: ['violations'], selectors: false, runOnly});
  return violations.map(({id, help, nodes}) => `axe ${id}: ${help} ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary ?? ''}`);
}
