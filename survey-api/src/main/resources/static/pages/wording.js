// Warns while somebody writes of what may tell who is meant; on the device only, and it never blocks. The server refuses
// mail addresses, phone numbers and citizen service numbers.

import {recognisable} from './recognisable.js';

const PAUSE = 700;

for (const place of document.querySelectorAll('[data-wording]')) {
  const typed = place.querySelector('textarea, input[type=text]');
  const warning = place.querySelector('[data-recognisable]');
  let waiting;
  typed.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      warning.hidden = Object.keys(recognisable(typed.value)).length === 0;
    }, PAUSE);
  });
}
