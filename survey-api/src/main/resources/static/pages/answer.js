import {codeEntry, ticketEntry} from './entry.js';
import {frozen} from './frozen.js';
import {sheet} from './sheet.js';
import {forget} from './ticket.js';

const main = document.querySelector('[data-answer]');
const part = selector => main.querySelector(selector);
const {pulse, group, tickets, over} = main.dataset;

/** Shows one of the prepared texts inside a place and hides the others; the page itself holds all words. */
function say(place, name) {
  for (const text of place?.querySelectorAll('[data-say]') ?? []) {
    text.hidden = text.dataset.say !== name;
  }
}

let fetched;
/** What was frozen about the pulse, fetched once, and again when it did not work. */
const terms = () =>
  (fetched ??= frozen(pulse).catch(error => {
    fetched = undefined;
    throw error;
  }));

// What stands behind the #: links inside the page must not replace it.
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
for (const link of document.querySelectorAll('[data-keeps-code]')) {
  link.addEventListener('click', () => (link.hash = location.hash));
}

// Signs out and comes back to this very page, now without a name.
part('[data-sign-out]')?.addEventListener('submit', async event => {
  event.preventDefault();
  const {action, method} = event.target;
  await fetch(action, {method, body: new URLSearchParams(new FormData(event.target)), redirect: 'manual'});
  location.reload();
});

if (over !== undefined) {
  forget(pulse);
}
if (part('[data-check]')) {
  const {check} = await import('./receipt.js');
  check(part('[data-check]'), say);
}
if (!globalThis.crypto?.subtle) {
  // an old browser, or an address without TLS: nothing here could be sealed, so nothing is asked
  say(part('[data-browser]'), 'no-crypto');
} else if (part('[data-entry]')) {
  const entry = tickets === 'blind' ? ticketEntry(main, {pulse, group}, terms) : codeEntry(main, group);
  const showing = stage => showEntry(entry, stage);
  const form = part('[data-sheet]');
  come(entry, form ? sheet({main, form, entry, terms, say, showing}) : showing);
}

function showEntry(entry, stage) {
  part('[data-entry]').hidden = stage === 'sent' || entry.known;
  for (const place of main.querySelectorAll('[data-when=known]')) {
    place.hidden = stage === 'sent' || !entry.known;
  }
  for (const place of main.querySelectorAll('[data-when=one-sitting]')) {
    place.hidden = stage === 'sent' || !entry.known || !entry.oneSitting;
  }
}

/** Whoever comes in: at once, when the address changes, or with a ticket that was pasted. */
function come(entry, show) {
  const prepare = async text => {
    const wrong = await entry.prepare(text);
    say(part('[data-entry-says]'), wrong);
    show('start');
    return wrong;
  };
  addEventListener('hashchange', () => prepare());
  part('form[data-entry]')?.addEventListener('submit', async event => {
    event.preventDefault();
    const wrong = await prepare(part('#code').value);
    if (wrong) {
      entry.focus();
    } else {
      part('#code').value = '';
      main.focus();
    }
  });
  prepare();
}
