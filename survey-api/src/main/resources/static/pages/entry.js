// Where the right to answer comes from: a code behind the # or on a card, or the tickets that this device keeps.

import {Refused} from './frozen.js';
import {byCode, byTicket, textByCode, textByTicket} from './right.js';
import {fetchedNow, fromText, wallet} from './ticket.js';

const inAddress = () => location.hash.slice(1);

/**
 * A link or a card: the sheet is open, the code can be typed until it is sent. With an open question there is a second
 * code behind a dot; without it nothing is asked there.
 */
export function codeEntry(main, group) {
  const typed = main.querySelector('#code');
  const codes = text =>
    /^([a-z2-7]{26})(?:\.([a-z2-7]{26}))?$/.exec(text.replace(/[\s-]/g, '').toLowerCase())?.slice(1) ?? [];
  const linked = () => codes(inAddress());
  const known = () => linked().length > 0;
  const given = () => (known() ? linked() : codes(typed.value));
  return {
    open: true,
    get known() {
      return known();
    },
    get right() {
      const [code] = given();
      return code && byCode(code, group);
    },
    get textRight() {
      const [, code] = given();
      return code && textByCode(code, group);
    },
    /** Whether to show the question; whoever still has to type their code may have the second one. */
    get writes() {
      return !known() || this.textRight !== undefined;
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

  async function check(tickets) {
    const frozen = await terms();
    await byTicket(tickets, group).check(frozen);
    if (tickets.text) {
      await textByTicket(tickets.text, group).check(frozen);
    }
  }

  async function take(text) {
    const read = fromText(text);
    if (!read) {
      throw new Refused('code');
    }
    await check(read);
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
    get textRight() {
      const text = held()?.text;
      return text && textByTicket(text, group);
    },
    get writes() {
      return this.textRight !== undefined;
    },
    focus: () => typed.focus(),

    /** What is wrong with the ticket, as the name of a prepared text; undefined when nothing is. */
    async prepare(text) {
      try {
        await (text === undefined ? arrive() : take(text));
        if (held()) {
          await check(held());
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
