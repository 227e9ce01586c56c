// What is wrong with the page as it lies before somebody: one sentence per fault. Measures what is rendered, not what
// the style sheet says.
language => {
  const faults = [];
  const SLACK = 1;
  const LEAST_TEXT = 12;
  const LEAST_ROW = 48;
  const LEAST_BUTTON = 44;
  const LEAST_TARGET = 24;

  const visible = element => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  const all = selector => [...document.querySelectorAll(selector)].filter(visible);
  const short = text => text.trim().replace(/\s+/g, ' ').slice(0, 60);
  const named = element => `${element.localName} “${short(element.textContent || element.value || element.id || '')}”`;
  const round = number => Math.round(number * 10) / 10;
  const found = (kind, element, more = '') => faults.push(`${kind}: ${named(element)} ${more}`.trim());
  // a link that is read out only and comes into sight with the keyboard
  const outside = element => (element.closest('.skip') && !element.matches(':focus')) || heardOnly(element);

  // within a box of one pixel that hides the rest: there for those who listen
  function heardOnly(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if (box.width <= 1 && box.height <= 1 && getComputedStyle(at).overflowX === 'hidden') {
        return true;
      }
    }
    return false;
  }

  function once() {
    const headings = all('h1');
    if (headings.length !== 1) {
      faults.push(`h1: ${headings.length} of them`);
    }
    if (document.documentElement.lang !== language) {
      faults.push(`lang: ${document.documentElement.lang} and not ${language}`);
    }
    if (!document.title.trim()) {
      faults.push('title: none');
    }
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) {
      const widest = all('body *').find(each => each.getBoundingClientRect().right > innerWidth + SLACK && !scrolled(each));
      faults.push(`overflow: ${wide} px wider than the window, ${widest ? named(widest) : ''}`);
    }
  }

  function inline() {
    document.querySelectorAll('style').forEach(each => found('inline', each));
    document.querySelectorAll('script:not([src])').forEach(each => found('inline', each));
    for (const element of document.querySelectorAll('*')) {
      for (const {name, value} of element.attributes) {
        if (name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value)) {
          found('inline', element, name);
        }
      }
    }
  }

  function drawings() {
    for (const svg of all('svg')) {
      const texts = [...svg.querySelectorAll('text')].filter(text => visible(text) && text.textContent.trim());
      const frame = svg.getBoundingClientRect();
      const boxes = texts.map(text => text.getBoundingClientRect());
      texts.forEach((text, at) => {
        const matrix = text.getScreenCTM();
        const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b);
        if (size < LEAST_TEXT - 0.05) {
          found('small text', text, `${round(size)} px`);
        }
        const box = boxes[at];
        if (box.left < frame.left - SLACK || box.right > frame.right + SLACK || box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK) {
          found('cut off', text, 'by its drawing');
        }
        for (let other = at + 1; other < boxes.length; other++) {
          const across = Math.min(box.right, boxes[other].right) - Math.max(box.left, boxes[other].left);
          const down = Math.min(box.bottom, boxes[other].bottom) - Math.max(box.top, boxes[other].top);
          // letters do not fill the height of their box
          if (across > SLACK && down > box.height / 4) {
            found('overlap', text, `and ${named(texts[other])}`);
          }
        }
      });
    }
  }

  const target = element => (element.matches('input[type=radio], input[type=checkbox]') && element.closest('label')) || element;

  function rows() {
    for (const radio of all('input[type=radio]')) {
      const {height} = target(radio).getBoundingClientRect();
      if (height < LEAST_ROW - 0.5) {
        found('low row', target(radio), `${round(height)} px`);
      }
    }
  }

  function inSentence(element) {
    if (getComputedStyle(element).display !== 'inline') {
      return false;
    }
    const around = element.parentElement;
    return short(around.textContent).length > short(element.textContent).length;
  }

  function targets() {
    const buttons = 'button, .button, .tap, [role=button], input[type=submit]';
    const elements = new Set(all('a[href], button, summary, input:not([type=hidden]), select, textarea').map(target));
    const measured = [...elements].filter(each => !outside(each)).map(each => ({each, box: each.getBoundingClientRect()}));
    for (const {each, box} of measured) {
      const least = each.matches(buttons) ? LEAST_BUTTON : LEAST_TARGET;
      if (Math.min(box.width, box.height) >= least - 0.5) {
        continue;
      }
      const free = least === LEAST_TARGET && (inSentence(each) || alone(each, box, measured));
      if (!free) {
        found('small target', each, `${round(box.width)} x ${round(box.height)} px`);
      }
    }
  }

  // WCAG 2.5.8: a circle of 24 px around the middle touches no other target
  function alone(element, box, measured) {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return measured.every(({each, box: other}) => {
      if (each === element) {
        return true;
      }
      const small = Math.min(other.width, other.height) < LEAST_TARGET;
      const across = Math.max(other.left - x, 0, x - other.right);
      const down = Math.max(other.top - y, 0, y - other.bottom);
      const apart = Math.hypot(x - (other.left + other.right) / 2, y - (other.top + other.bottom) / 2);
      return Math.hypot(across, down) >= LEAST_TARGET / 2 && (!small || apart >= LEAST_TARGET);
    });
  }

  const scrolled = element => {
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) {
        return true;
      }
    }
    return false;
  };

  function letters() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !visible(element) || outside(element) || element.closest('svg, script, noscript, select, textarea, option')) {
        continue;
      }
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (cut(element, line)) {
          found('cut off', element);
          break;
        }
      }
    }
  }

  // by the window, by a frame that hides what does not fit, or by running out of the own box
  function cut(element, line) {
    if (line.width === 0) {
      return false;
    }
    if (line.left < -SLACK) {
      return true;
    }
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const {overflowX, overflowY, display} = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (['auto', 'scroll'].includes(overflowX)) {
        return false;
      }
      const out = line.right > box.right + SLACK || line.left < box.left - SLACK;
      const clips = ['hidden', 'clip'].includes(overflowX) || ['hidden', 'clip'].includes(overflowY);
      if (clips && (out || line.bottom > box.bottom + 2 * SLACK)) {
        return true;
      }
      if (at === element && display !== 'inline' && display !== 'contents' && out) {
        return true;
      }
    }
    return false;
  }

  once();
  inline();
  drawings();
  rows();
  targets();
  letters();
  return faults;
}
