import {ballot} from './ballot.js';
import {device} from './device.js';
import {check} from './receipt.js';

const main = document.querySelector('[data-answer]');
const part = selector => main.querySelector(selector);

/** Shows one of the prepared texts inside a place and hides the others; the page itself holds all words. */
function say(place, name) {
  for (const text of place.querySelectorAll('[data-say]')) {
    text.hidden = text.dataset.say !== name;
  }
}

// The code stays behind the #: links inside the page must not replace it.
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
for (const link of document.querySelectorAll('[data-keeps-code]')) {
  link.addEventListener('click', () => (link.hash = location.hash));
}

if (part('[data-check]')) {
  check(part('[data-check]'), say);
}
if (part('[data-sheet]')) {
  sheet(part('[data-sheet]'));
}

function sheet(form) {
  const {pulse, group} = main.dataset;
  const kept = device(pulse, group);
  const box = ballot(pulse, kept);
  const typed = part('#code');

  const clean = text => text.replace(/[\s-]/g, '').toLowerCase();
  const wellFormed = code => /^[a-z2-7]{26}$/.test(code);
  const inAddress = () => clean(location.hash.slice(1));
  const code = () => (wellFormed(inAddress()) ? inAddress() : clean(typed.value));

  function filledIn() {
    const answers = {};
    for (const choice of form.querySelectorAll('input[type=radio]:checked')) {
      answers[choice.name] = choice.value === 'none' ? null : Number(choice.value);
    }
    return answers;
  }

  function fillIn(answers) {
    for (const choice of form.querySelectorAll('input[type=radio]')) {
      const answer = answers[choice.name];
      choice.checked = answer !== undefined && choice.value === String(answer ?? 'none');
    }
    count();
  }

  function count() {
    const answers = Object.values(filledIn());
    part('[data-filled]').textContent = answers.filter(answer => answer !== null).length;
  }

  function show(stage) {
    form.hidden = stage === 'sent';
    part('#before').hidden = stage === 'sent';
    part('[data-receipt]').hidden = stage !== 'sent';
    part('[data-after]').hidden = !kept.sent;
    part('[data-when=sent-before]').hidden = stage !== 'start' || !kept.sent;
    part('[data-when=no-code]').hidden = wellFormed(inAddress());
  }

  function busy(yes) {
    part('[data-send]').disabled = yes;
    part('[data-sending]').hidden = !yes;
  }

  form.addEventListener('change', event => {
    if (event.target !== typed) {
      kept.draft = filledIn();
      count();
    }
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    say(main);
    if (!wellFormed(code())) {
      part('[data-when=no-code]').hidden = false;
      say(form, 'code');
      typed.focus();
      return;
    }
    busy(true);
    const {outcome, nonce} = await box.send(code(), filledIn());
    busy(false);
    if (outcome !== 'done') {
      say(form, outcome);
      return;
    }
    kept.draft = {};
    kept.sent = true;
    part('[data-when=restored]').hidden = true;
    part('[data-nonce]').textContent = nonce;
    show('sent');
    part('#sent').focus();
  });

  main.addEventListener('click', event => {
    const actions = {clear, copy, change, withdraw};
    actions[event.target.dataset.do]?.();
  });

  function clear() {
    kept.draft = {};
    fillIn({});
    part('[data-when=restored]').hidden = true;
    main.focus();
  }

  async function copy() {
    await navigator.clipboard.writeText(part('[data-nonce]').textContent);
    say(part('[data-receipt]'), 'copied');
  }

  function change() {
    say(main);
    show('change');
    form.querySelector('input[type=radio]').focus();
  }

  async function withdraw() {
    say(main);
    const outcome = wellFormed(code()) ? await box.withdraw(code()) : 'unknown';
    if (outcome !== 'done') {
      say(main, 'withdraw-failed');
      return;
    }
    kept.sent = false;
    fillIn({});
    show('start');
    say(main, 'withdrawn');
    main.focus();
  }

  part('[data-do=copy]').hidden = !navigator.clipboard;
  part('[data-when=restored]').hidden = Object.keys(kept.draft).length === 0;
  fillIn(kept.draft);
  addEventListener('hashchange', () => show('start'));
  show('start');
}
