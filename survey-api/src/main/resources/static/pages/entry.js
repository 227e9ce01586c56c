// Where the right to answer comes from: a code behind the # or on a card, or the ticket that this device keeps.

import {Refused} from './frozen.js';
import {byCode, byTicket} from './right.js';
import {fetchedNow, fromText, wallet} from './ticket.js';

const inAddress = () => location.hash.slice(1);

/** A link or a card: the sheet is open, the code can be typed until it is sent. */
export function codeEntry(main, group) {
  const typed = main.querySelector('#code');
  const clean = text => text.replace(/[\s-]/g, '').toLowerCase();
  const wellFormed = code => /^[a-z2-7]{26}$/.test(code);
  const linked = () => wellFormed(clean(inAddress()));
  const code = () => clean(linked() ? inAddress() : typed.value);
  return {
    open: true,
    get known() {
      return linked();
    },
    get right() {
      return wellFormed(code()) ? byCode(code(), group) : undefined;
    },
    focus: () => typed.focus(),
    prepare: async () => undefined,
  };
}

/** A blind ticket: the sheet opens for a ticket of this group that the listed key signed. */
export function ticketEntry(main, {pulse, group}, terms) {
  const kept = wallet(pulse);
  const typed = main.querySelector('#code');
  let accepted = false;

  const held = () => (kept.content?.ticket && kept.content.group === group ? kept.content : undefined);

  async function take(text) {
    const read = fromText(text);
    if (!read) {
      throw new Refused('code');
    }
    await byTicket(read, group).check(await terms());
    return kept.keep({group, ...read});
  }

  // a ticket in the address is moved to this device, so that it does not stay behind in the history of the browser
  async function arrive() {
    const text = inAddress();
    if (text && fromText(text) && (await take(text))) {
      history.replaceState(null, '', location.pathname + location.search);
    }
  }

  return {
    get open() {
      return Boolean(held()) && accepted;
    },
    get known() {
      return Boolean(held());
    },
    get right() {
      return held() && byTicket(held(), group);
    },
    focus: () => typed.focus(),

    /** What is wrong with the ticket, as the name of a prepared text; undefined when nothing is. */
    async prepare(text) {
      try {
        await (text === undefined ? arrive() : take(text));
        if (held()) {
          await byTicket(held(), group).check(await terms());
        }
        accepted = true;
        return undefined;
      } catch (error) {
        const wrong = error.outcome ?? 'network';
        accepted = wrong === 'network'; // it is checked again before anything is sent
        return wrong;
      }
    },

    /** When the ticket was fetched in this sitting, the two could be matched by somebody who watches. */
    get oneSitting() {
      return fetchedNow(pulse);
    },
  };
}
