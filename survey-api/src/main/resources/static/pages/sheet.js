// The statements, the open question, and what becomes of the answers.

import {device} from './device.js';

const NO_QUESTION = {text: '', show() {}, fill() {}, clear() {}, calm() {}, warns: () => false};

/**
 * Wires the form: drafts, sending, the receipt, changing and taking back.
 *
 * @param sealing gives what seals and sends, as soon as it is there
 * @param showing shows what belongs to the way in, at each stage
 * @return shows everything as it is at first: before anything is sent, or as the page in the other language left it
 */
export async function sheet({main, form, entry, terms, sealing, say, showing}) {
  const {pulse, group} = main.dataset;
  const part = selector => main.querySelector(selector);
  const kept = device(pulse, group, () => entry.whose);
  const card = part('[data-open-question]');
  const question = card ? (await import('./open-question.js')).openQuestion(card, kept) : NO_QUESTION;
  let [boxes, filledFor, now, lost] = [];

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

  /** What was not sent yet; once for whoever answers, for it may be somebody else after a ticket was brought along. */
  function restore() {
    if (entry.whose === filledFor) {
      return;
    }
    filledFor = entry.whose;
    fillIn(kept.draft);
    question.fill(kept.text);
    part('[data-when=restored]').hidden = Object.keys(kept.draft).length === 0 && !kept.text;
  }

  function show(stage) {
    now = stage;
    restore();
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

  const rights = () => ({answers: entry.right, text: card && entry.textRight});

  /** @param does what is done with the boxes and the rights; not at all when what seals has not come */
  async function sealed(does) {
    const {answers, text} = rights();
    const kinds = await sealing().catch(() => undefined);
    if (!kinds) {
      return {outcome: 'network', half: false};
    }
    boxes ??= kinds.ballots(kept, terms);
    return does(boxes, {answers: answers(kinds), text: text?.(kinds)});
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
    const {outcome, half, nonce} = await sealed((to, right) => to.send(right, filledIn(), question.text));
    busy(false);
    // whatever has become of the text, these answers have been sent from here
    kept.sent = kept.sent || half || outcome === 'done';
    if (half ? outcome === 'network' : outcome !== 'done') {
      say(form, half ? 'half' : outcome);
      return;
    }
    kept.draft = {};
    part('[data-when=restored]').hidden = true;
    lost = half ? 'text-lost' : undefined;
    sent(nonce);
    show('sent');
    part('#sent').focus();
    if (!half) {
      kept.text = '';
      question.calm();
    }
  });

  function sent(nonce) {
    part('[data-nonce]').textContent = nonce;
    say(part('[data-lost]'), lost);
  }

  // what was sent is on no device, so the page in the other language has it from this one
  document.querySelector('.language').addEventListener('click', () => {
    if (now !== 'start') {
      const nonce = part('[data-nonce]').textContent;
      kept.handOver({stage: now, nonce, answers: filledIn(), text: question.text, lost});
    }
  });

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
    const {outcome, half} = entry.right
      ? await sealed((from, right) => from.withdraw(right))
      : {outcome: 'unknown'};
    if (outcome !== 'done') {
      say(main, half ? 'withdraw-half' : 'withdraw-failed');
      return;
    }
    kept.sent = false;
    fillIn({});
    question.clear();
    show('start');
    say(main, 'withdrawn');
    part('[data-say=withdrawn]').focus();
  }

  part('[data-do=copy]').hidden = !navigator.clipboard;
  const came = kept.takeOver();
  let first = came?.stage ?? 'start';
  show(first);
  if (came) {
    fillIn(came.answers);
    question.fill(came.text);
    lost = came.lost;
    sent(came.nonce);
  }
  return () => {
    show(first);
    first = 'start'; // from then on another ticket may have come
  };
}
