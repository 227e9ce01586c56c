// The open question: what somebody writes, how much room is left, and what in it may tell who wrote it.

import {clean, recognisable} from './recognisable.js';

/** How long somebody has to pause before the room that is left is read out. */
const PAUSE = 700;

/**
 * @param card the question on the page
 * @param kept keeps the text on this device until it is sent
 */
export function openQuestion(card, kept) {
  const part = selector => card.querySelector(selector);
  const [typed, warning] = [part('textarea'), part('[data-found]')];
  const longest = typed.maxLength;
  let [waiting, warned] = [undefined, ''];

  const text = () => (card.hidden || !typed.value.trim() ? '' : clean(typed.value));

  function count() {
    part('[data-left]').textContent = longest - typed.value.length;
  }

  function fill(content) {
    typed.value = content.slice(0, longest);
    count();
    calm();
  }

  function calm() {
    warning.hidden = true;
    warned = '';
  }

  function warnOf(found) {
    for (const item of warning.querySelectorAll('[data-kind]')) {
      const fragments = found[item.dataset.kind] ?? [];
      item.hidden = fragments.length === 0;
      item.querySelector('[data-fragments]').textContent = fragments.join(' · ');
    }
    warning.hidden = false;
    warning.focus();
  }

  typed.addEventListener('input', () => {
    kept.text = typed.value;
    clearTimeout(waiting);
    waiting = setTimeout(count, PAUSE);
  });
  part('[data-do=change-text]').addEventListener('click', () => typed.focus());

  return {
    /** What is to be sent; empty when only blanks were written, or nothing is asked. */
    get text() {
      return text();
    },
    show(yes) {
      card.hidden = !yes;
    },
    fill,
    clear() {
      clearTimeout(waiting);
      kept.text = '';
      fill('');
    },
    calm,
    /** Shows what was found in the text; false when there is nothing, or it has been shown and the text is the same. */
    warns() {
      const found = recognisable(text());
      if (Object.keys(found).length === 0 || warned === text()) {
        calm();
        return false;
      }
      warned = text();
      warnOf(found);
      return true;
    },
  };
}
