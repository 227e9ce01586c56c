// Imports nothing at once, so that it runs as soon as it is there: what a ticket is checked with is asked for while the other
// modules are still on their way.

const main = document.querySelector('[data-answer]');
const part = selector => main.querySelector(selector);
const {pulse, group, tickets, over} = main.dataset;

/** Shows one of the prepared texts inside a place and hides the others; the page itself holds all words. */
function say(place, name) {
  for (const text of place?.querySelectorAll('[data-say]') ?? []) {
    text.hidden = text.dataset.say !== name;
  }
}

/** Once, and again when it did not work. */
function once(does) {
  let done;
  return () =>
    (done ??= does().catch(error => {
      done = undefined;
      throw error;
    }));
}

/** What was frozen about the pulse. */
const terms = once(async () => (await import('./frozen.js')).frozen(pulse));

/** What seals and sends: not needed before somebody sends, and on a slow line it would stand in the way of what is. */
const sealing = once(async () => {
  const [ballot, right] = await Promise.all([import('./ballot.js'), import('./right.js')]);
  return {...ballot, ...right};
});

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
  const {forget} = await import('./device.js');
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
  if (tickets === 'blind') {
    terms().catch(() => undefined); // whoever needs it asks again
  }
  const entry = tickets === 'blind' ? await byTicket() : await byCode();
  const showing = stage => showEntry(entry, stage);
  const form = part('[data-sheet]');
  const show = form ? await (await import('./sheet.js')).sheet({main, form, entry, terms, sealing, say, showing}) : showing;
  const ready = come(entry, show);
  if (form) {
    ready.then(sealing).catch(() => undefined); // it is tried again when somebody sends
  }
}

async function byCode() {
  const {codeEntry} = await import('./entry.js');
  return codeEntry(main, group);
}

async function byTicket() {
  const {ticketEntry} = await import('./ticket-entry.js');
  return ticketEntry(main, {pulse, group}, terms);
}

function showEntry(entry, stage) {
  part('[data-entry]').hidden = stage === 'sent' || entry.known;
  for (const place of main.querySelectorAll('[data-tickets-say]')) {
    place.hidden = stage === 'sent' || !entry.says.includes(place.dataset.ticketsSay);
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
  return prepare();
}
