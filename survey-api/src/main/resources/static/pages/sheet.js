// The statements, the open question, and what becomes of the answers.

import {ballots} from './ballot.js';
import {device} from './device.js';
import {openQuestion} from './open-question.js';

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
  const boxes = ballots(kept, terms);
  const question = openQuestion(part('[data-open-question]'), kept);

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
    question.show(entry.writes);
    part('#before').hidden = stage === 'sent';
    part('[data-receipt]').hidden = stage !== 'sent';
    part('[data-after]').hidden = !kept.sent;
    part('[data-when=sent-before]').hidden = stage !== 'start' || !kept.sent;
    showing(stage);
  }

  function busy(yes) {
    for (const button of form.querySelectorAll('[type=submit]')) {
      button.disabled = yes;
    }
    part('[data-sending]').hidden = !yes;
  }

  /** What is missing before anything can be sent, as the name of a prepared text. */
  function missing() {
    if (!entry.right) {
      return 'code';
    }
    return question.text && !rights().text ? 'half-code' : undefined;
  }

  const rights = () => ({answers: entry.right, text: part('[data-open-question]') && entry.textRight});

  form.addEventListener('change', event => {
    if (event.target.type === 'radio') {
      kept.draft = filledIn();
      count();
    }
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    say(main);
    const lacks = missing();
    if (lacks) {
      part('[data-entry]').hidden = false;
      say(form, lacks);
      entry.focus();
      return;
    }
    if (question.warns()) {
      return;
    }
    busy(true);
    const {outcome, half, nonce} = await boxes.send(rights(), filledIn(), question.text);
    busy(false);
    // whatever has become of the text, these answers have been sent from here
    kept.sent = kept.sent || half || outcome === 'done';
    if (half ? outcome === 'network' : outcome !== 'done') {
      say(form, half ? 'half' : outcome);
      return;
    }
    sent(nonce);
    say(part('[data-lost]'), half ? 'text-lost' : undefined);
    if (!half) {
      kept.text = '';
      question.calm();
    }
  });

  function sent(nonce) {
    kept.draft = {};
    part('[data-when=restored]').hidden = true;
    part('[data-nonce]').textContent = nonce;
    show('sent');
    part('#sent').focus();
  }

  main.addEventListener('click', event => {
    const actions = {clear, copy, change, withdraw};
    actions[event.target.dataset.do]?.();
  });

  function clear() {
    kept.draft = {};
    fillIn({});
    question.clear();
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
    const {outcome, half} = entry.right ? await boxes.withdraw(rights()) : {outcome: 'unknown'};
    if (outcome !== 'done') {
      say(main, half ? 'withdraw-half' : 'withdraw-failed');
      return;
    }
    kept.sent = false;
    fillIn({});
    question.clear();
    show('start');
    say(main, 'withdrawn');
    main.focus();
  }

  part('[data-do=copy]').hidden = !navigator.clipboard;
  part('[data-when=restored]').hidden = Object.keys(kept.draft).length === 0 && !kept.text;
  fillIn(kept.draft);
  show('start');
  return show;
}
