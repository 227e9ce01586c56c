// The statements and what becomes of the answers.

import {ballot} from './ballot.js';
import {device} from './device.js';

/**
 * Wires the form: drafts, sending, the receipt, changing and taking back.
 *
 * @param showing shows what belongs to the way in, at each stage
 * @return shows everything that belongs to a stage: start, change or sent
 */
export function sheet({main, form, entry, terms, say, showing}) {
  const {pulse, group} = main.dataset;
  const part = selector => main.querySelector(selector);
  const kept = device(pulse, group);
  const box = ballot(kept, terms);

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
    form.hidden = stage === 'sent' || !entry.open;
    part('#before').hidden = stage === 'sent';
    part('[data-receipt]').hidden = stage !== 'sent';
    part('[data-after]').hidden = !kept.sent;
    part('[data-when=sent-before]').hidden = stage !== 'start' || !kept.sent;
    showing(stage);
  }

  function busy(yes) {
    part('[data-send]').disabled = yes;
    part('[data-sending]').hidden = !yes;
  }

  form.addEventListener('change', event => {
    if (event.target.type === 'radio') {
      kept.draft = filledIn();
      count();
    }
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    say(main);
    const {right} = entry;
    if (!right) {
      part('[data-entry]').hidden = false;
      say(form, 'code');
      entry.focus();
      return;
    }
    busy(true);
    const {outcome, nonce} = await box.send(right, filledIn());
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
    const {right} = entry;
    const outcome = right ? await box.withdraw(right) : 'unknown';
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
  show('start');
  return show;
}
